/* What HR says of the ledger: how far it is complete, where it has no data, what is final, what a customer is worth. */
#include "config.h"

#include "ledger-fixture.h"

#include "store/ex-store-marks.h"
#include "store/ex-store-reviews.h"

static void
test_says_nothing_at_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedgerMarks) marks = read_marks (fixture->store);

  g_assert_cmpint (marks->complete_to, ==, EX_DAY_NONE);
  g_assert_cmpuint (marks->no_data->len, ==, 0);
  g_assert_cmpuint (marks->final->len, ==, 0);
}

static void
test_complete_to (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-03-31"), &error));
  assert_marks (fixture->store, "complete to 2026-03-31");
  assert_last_action (fixture->store, "Say how far the customer figures are complete: 2026-03-31");
  assert_sound (fixture->store);
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-03-31"), &error));
  g_assert_cmpint (n_actions (fixture->store), ==, 2); /* said again is not said anew */
  g_assert_true (ex_store_set_complete_to (fixture->store, EX_DAY_NONE, &error));
  assert_marks (fixture->store, "");
  undo (fixture->store);
  assert_marks (fixture->store, "complete to 2026-03-31");
  undo (fixture->store);
  assert_marks (fixture->store, "");
  redo (fixture->store);
  assert_marks (fixture->store, "complete to 2026-03-31");
  assert_sound (fixture->store);
}

static void
test_final_is_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-02 100 - -", "A 2026-03 100 - -");
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-02-27"), &error));
  g_assert_false (ex_store_set_final (fixture->store, period ("2026-02"), TRUE, &error));
  assert_refused (&error, "provisional");
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-02-28"), &error));
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-02"), TRUE, &error));
  g_assert_false (ex_store_set_final (fixture->store, period ("2026-03"), TRUE, &error));
  assert_refused (&error, "provisional");
  g_assert_false (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-02-27"), &error));
  assert_refused (&error, "is final");
  g_assert_true (ex_store_set_complete_to (fixture->store, EX_DAY_NONE, &error)); /* then all of it is */
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-03-15"), &error));
  assert_marks (fixture->store, "complete to 2026-03-15, final 2026-02");
  assert_sound (fixture->store);
}

/* Undone in another order: what was said first cannot go from under what is final. */
static void
test_undo_keeps_final_complete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ExAction *action;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-02 100 - -");
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-01-31"), &error)); /* action 3 */
  g_assert_true (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-02-28"), &error)); /* action 4 */
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-02"), TRUE, &error));
  action = ex_store_undo (fixture->store, 4, &error);
  g_assert_null (action);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "complete at least to the end of every final period");
  assert_sound (fixture->store);
}

static void
test_no_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-05 100 - -");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  assert_marks (fixture->store, "no data 2026-02");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error)); /* again: nothing */
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-03"), TRUE, &error));
  assert_marks (fixture->store, "no data 2026-02, no data 2026-03");
  undo (fixture->store);
  assert_marks (fixture->store, "no data 2026-02");
  redo (fixture->store);
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), FALSE, &error));
  assert_marks (fixture->store, "no data 2026-03");
  g_assert_false (ex_store_set_no_data (fixture->store, period ("2026-02"), FALSE, &error));
  assert_refused (&error, "not marked");
  assert_sound (fixture->store);
}

static const struct { const char *period; const char *words; } not_empty[] = {
  { "2026-01", "has rows" },
  { "2026-Q1", "has rows" },      /* January has */
  { "2026", "has rows" },
  { "2025-12", "outside" },
  { "2026-06", "outside" },
};

static void
test_no_data_only_where_it_is_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_set_no_data (fixture->store, period ("2026-01"), TRUE, &error));
  assert_refused (&error, "no customer ledger yet");
  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-05 100 - -");
  for (gsize i = 0; i < G_N_ELEMENTS (not_empty); i++)
    {
      g_assert_false (ex_store_set_no_data (fixture->store, period (not_empty[i].period), TRUE, &error));
      assert_refused (&error, not_empty[i].words);
    }
  assert_marks (fixture->store, "");
}

/* A quarter is marked month by month. */
static void
test_no_data_of_a_quarter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-03 100 - -", "A 2026-07 100 - -");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-Q2"), TRUE, &error));
  assert_marks (fixture->store, "no data 2026-04, no data 2026-05, no data 2026-06");
}

/* Rows for it come: the mark goes in the same action, and comes back with it. */
static void
test_an_import_takes_the_mark_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-04 100 - -");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-03"), TRUE, &error));
  import_cells (fixture->store, "A 2026-02 100 - -");
  assert_marks (fixture->store, "no data 2026-03");
  g_assert_cmpuint (n_notes, ==, 1);
  assert_sound (fixture->store);
  undo (fixture->store);
  assert_marks (fixture->store, "no data 2026-02, no data 2026-03");
  assert_sound (fixture->store);
  redo (fixture->store);
  assert_marks (fixture->store, "no data 2026-03");
  assert_sound (fixture->store);
}

/* The import was taken back, then its period marked: it does not come back under the mark. */
static void
test_redo_heeds_the_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ExAction *action;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-04 100 - -");
  import_cells (fixture->store, "A 2026-02 100 - -"); /* action 3 */
  undo (fixture->store);                              /* 4 */
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  action = ex_store_undo (fixture->store, 4, &error);
  g_assert_null (action);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "the mark is taken away first");
  assert_sound (fixture->store);
}

/* Whoever imports takes the mark away, and may take that back. */
static void
test_who_imports_is_not_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-04 100 - -");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_true (ex_store_set_actor (fixture->store, "a", &error));
  import_cells (fixture->store, "A 2026-02 100 - -");
  assert_marks (fixture->store, "");
  undo (fixture->store);
  assert_marks (fixture->store, "no data 2026-02");
  redo (fixture->store);
  assert_marks (fixture->store, "");
  assert_sound (fixture->store);
}

static void
test_no_data_is_not_final (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-04 100 - -");
  g_assert_true (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-Q1"), TRUE, &error));
  g_assert_false (ex_store_set_no_data (fixture->store, period ("2026-03"), TRUE, &error));
  assert_refused (&error, "is final");
  g_assert_false (ex_store_set_no_data (fixture->store, period ("2026-02"), FALSE, &error));
  assert_refused (&error, "is final");
  assert_sound (fixture->store);
}

static void
test_lifetime_terms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_set_lifetime_terms (fixture->store, 2500, -1, &error));
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM asset_terms WHERE margin = 2500 AND discount IS NULL"), ==, 1);
  g_assert_true (ex_store_set_lifetime_terms (fixture->store, 2500, 100, &error));
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM asset_terms WHERE margin = 2500 AND discount = 100"), ==, 1);
  g_assert_false (ex_store_set_lifetime_terms (fixture->store, 10001, 100, &error));
  assert_refused (&error, "margin");
  g_assert_false (ex_store_set_lifetime_terms (fixture->store, 0, -2, &error));
  assert_refused (&error, "discount");
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM asset_terms WHERE margin = 2500 AND discount IS NULL"), ==, 1);
  assert_sound (fixture->store);
}

static void
test_only_hr (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "A 2026-01 100 - -", "A 2026-04 100 - -");
  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_true (ex_store_set_actor (fixture->store, "a", &error));
  g_assert_false (ex_store_set_complete_to (fixture->store, ex_day_parse ("2026-03-31"), &error));
  assert_refused (&error, "Only HR");
  g_assert_false (ex_store_set_no_data (fixture->store, period ("2026-02"), TRUE, &error));
  assert_refused (&error, "Only HR");
  g_assert_false (ex_store_set_lifetime_terms (fixture->store, 1, 1, &error));
  assert_refused (&error, "Only HR");
  assert_marks (fixture->store, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define MARKS_TEST(path, function) g_test_add ("/store/marks/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  MARKS_TEST ("nothing is said at first", test_says_nothing_at_first);
  MARKS_TEST ("how far the ledger is complete", test_complete_to);
  MARKS_TEST ("what is final is complete", test_final_is_complete);
  MARKS_TEST ("undo keeps what is final complete", test_undo_keeps_final_complete);
  MARKS_TEST ("a period without data", test_no_data);
  MARKS_TEST ("without data is only what is empty, inside the ledger", test_no_data_only_where_it_is_empty);
  MARKS_TEST ("a quarter is marked month by month", test_no_data_of_a_quarter);
  MARKS_TEST ("an import that brings rows takes the mark away", test_an_import_takes_the_mark_away);
  MARKS_TEST ("an import does not come back under a mark", test_redo_heeds_the_mark);
  MARKS_TEST ("whoever imports takes the mark away", test_who_imports_is_not_asked);
  MARKS_TEST ("the marks of a final period stand", test_no_data_is_not_final);
  MARKS_TEST ("what a customer is worth", test_lifetime_terms);
  MARKS_TEST ("only HR says so", test_only_hr);
  return g_test_run ();
}
