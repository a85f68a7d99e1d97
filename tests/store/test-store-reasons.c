/* Why customers left, said later, one by one or from a file; and who they are. */
#include "config.h"

#include "ledger-fixture.h"

#include "store/ex-store-reviews.h"

/* Ann stays; Bob leaves in March, by price as the ledger says; Cyd in March, Dan in April, Eve in April by a row of 0. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  import_cells (fixture->store, "Ann 2026-01 100 North -", "Ann 2026-02 100 - -", "Ann 2026-03 100 - -", "Ann 2026-04 100 - -",
                "Bob 2026-01 200 South -", "Bob 2026-02 250 - price", "Cyd 2026-02 300 North -", "Dan 2026-02 50 - -", "Dan 2026-03 60 West -",
                "Eve 2026-03 40 - -", "Eve 2026-04 0 - -");
}

static gboolean
give (ExStore *store, const char *customer, const char *when, const char *reason, GError **error)
{
  ExPeriod asked;

  if (when == NULL)
    return ex_store_give_reason (store, customer, NULL, reason, error);
  asked = period (when);
  return ex_store_give_reason (store, customer, &asked, reason, error);
}

static void
must_give (ExStore *store, const char *customer, const char *when, const char *reason)
{
  g_autoptr (GError) error = NULL;

  give (store, customer, when, reason, &error);
  g_assert_no_error (error);
}

/* "Cyd North 300 2026-02 -, Bob South 250 2026-02 price (2)": who left, the row of the reason, the reason, and how many in all. */
static char *
lost (ExStore *store, const char *first, const char *last, gboolean unknown_only, const char *search, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GString *words = g_string_new (NULL);
  guint n = 0;

  all = ex_store_list_lost (store, period (first).index, period (last).index, unknown_only, search, limit, &n, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const ExLostCustomer *one = g_ptr_array_index (all, i);
      g_autofree char *kept_in = ex_period_to_string (one->last);

      g_string_append_printf (words, "%s %s %d %s %s, ", one->customer, one->segment != NULL ? one->segment : "-", (int) one->value, kept_in,
                              one->reason != NULL ? one->reason : "-");
    }
  g_string_append_printf (words, "(%u)", n);
  return g_string_free (words, FALSE);
}

#define assert_lost(expected, ...)                                 \
  G_STMT_START {                                                   \
    g_autofree char *lost_ = lost (fixture->store, __VA_ARGS__);   \
    g_assert_cmpstr (lost_, ==, expected);                         \
  } G_STMT_END

static void
test_list (Fixture *fixture, gconstpointer data)
{
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 price, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  assert_lost ("Dan West 60 2026-03 -, Eve - 40 2026-04 -, (2)", "2026-04", "2026-04", FALSE, NULL, 0);
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 price, Dan - 50 2026-03 -, (3)", "2026-03", "2026-04", FALSE, NULL, 0);
  assert_lost ("Cyd North 300 2026-02 -, Dan - 50 2026-03 -, (2)", "2026-03", "2026-04", TRUE, NULL, 0);
  assert_lost ("Cyd North 300 2026-02 -, (3)", "2026-03", "2026-04", FALSE, NULL, 1);
  assert_lost ("Bob South 250 2026-02 price, (1)", "2026-03", "2026-04", FALSE, "bO", 0);
  assert_lost ("(0)", "2026-01", "2026-01", FALSE, NULL, 0);
  assert_lost ("(0)", "2030-01", "2030-01", FALSE, "", 0);
}

/* Larger, but of March, which is final: after those of whom something can still be said. */
static void
test_list_of_final (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  int march = period ("2026-03").index;

  g_assert_true (ex_store_set_final (fixture->store, period ("2026-03"), TRUE, &error));
  assert_lost ("Dan - 50 2026-03 -, Cyd North 300 2026-02 -, (2)", "2026-03", "2026-04", TRUE, NULL, 0);
  all = ex_store_list_lost (fixture->store, march, march + 1, TRUE, NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (((ExLostCustomer *) g_ptr_array_index (all, 0))->refusal);
  g_assert_nonnull (strstr (((ExLostCustomer *) g_ptr_array_index (all, 1))->refusal, "Mar 2026 is final"));
}

static void
test_list_without_a_ledger (Fixture *fixture, gconstpointer data)
{
  assert_lost ("(0)", "2026-03", "2026-03", FALSE, NULL, 0);
}

static void
test_give (Fixture *fixture, gconstpointer data)
{
  must_give (fixture->store, "Cyd", NULL, "  moved away ");
  assert_last_action (fixture->store, "Give a lost reason: Cyd");
  must_give (fixture->store, "Dan", "2026-04", "bankrupt");
  must_give (fixture->store, "Eve", "2026-03", "moved away");
  must_give (fixture->store, "Bob", "2026-02", "service"); /* goes before what the ledger says */
  assert_lost ("Cyd North 300 2026-02 moved away, Bob South 250 2026-02 service, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  assert_lost ("Dan West 60 2026-03 bankrupt, Eve - 40 2026-04 moved away, (2)", "2026-04", "2026-04", FALSE, NULL, 0);
  assert_sound (fixture->store);
  fixture_open_again (fixture);
  assert_lost ("(0)", "2026-03", "2026-04", TRUE, NULL, 0);
}

static void
test_take_back_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  must_give (fixture->store, "Bob", NULL, "service");
  must_give (fixture->store, "Bob", NULL, "other");
  must_give (fixture->store, "Bob", NULL, "other");
  g_assert_cmpint (n_actions (fixture->store), ==, 4); /* the same again is none */
  must_give (fixture->store, "Bob", NULL, "");
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 price, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  g_assert_false (give (fixture->store, "Bob", NULL, " ", &error));
  assert_refused (&error, "could be taken back");
  undo (fixture->store);
  undo (fixture->store);
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 service, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  undo (fixture->store);
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 price, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  redo (fixture->store);
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 service, (2)", "2026-03", "2026-03", FALSE, NULL, 0);
  assert_sound (fixture->store);
}

static const struct { const char *customer; const char *when; const char *words; } not_lost[] = {
  { "Nobody", NULL, "not in the customer ledger" },
  { "ann", NULL, "not in the customer ledger" },
  { "Ann", NULL, "has not left" },
  { "Ann", "2026-02", "has not left" },
  { "Eve", "2026-02", "not a customer yet in Feb 2026" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (not_lost); i++)
    {
      g_assert_false (give (fixture->store, not_lost[i].customer, not_lost[i].when, "x", &error));
      assert_refused (&error, not_lost[i].words);
    }
  save_leader (fixture->store, "a", "Ann", NULL);
  g_assert_true (ex_store_set_actor (fixture->store, "a", &error));
  g_assert_false (give (fixture->store, "Cyd", NULL, "x", &error));
  assert_refused (&error, "Only HR");
  assert_sound (fixture->store);
}

/* The period in which they are lost counts: with March final, a loss in March stands and one in April does not. */
static void
test_final (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  must_give (fixture->store, "Cyd", NULL, "moved away"); /* action 3 */
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-03"), TRUE, &error));
  g_assert_false (give (fixture->store, "Bob", NULL, "x", &error));
  assert_refused (&error, "Mar 2026 is final");
  g_assert_false (give (fixture->store, "Cyd", NULL, "", &error));
  assert_refused (&error, "Mar 2026 is final");
  g_assert_null (ex_store_undo (fixture->store, 3, &error));
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "final period do not change");
  must_give (fixture->store, "Dan", NULL, "bankrupt");
  assert_sound (fixture->store);
}

/* --- from a file ---------------------------------------------------------------------------------------------------------------------- */

/* "CUSTOMER PERIOD REASON" a row; - for no period. */
static gboolean
import (ExStore *store, const char * const *rows, ExImportCounts *counts, GError **error)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) reasons = g_array_new (FALSE, TRUE, sizeof (ExGivenReason));
  const ExImportInfo info = { .file_name = "reasons.csv", .digest = "01" };

  for (guint i = 0; rows[i] != NULL; i++)
    {
      GStrv part = g_strsplit (rows[i], " ", 3);
      ExGivenReason given = { part[0], { 0, 0 }, part[2] };

      g_ptr_array_add (kept, part);
      if (strcmp (part[1], "-") != 0)
        given.period = period (part[1]);
      g_array_append_val (reasons, given);
    }
  return ex_store_import_reasons (store, reasons, &info, counts, error);
}

#define ROWS(...) ((const char * const[]) { __VA_ARGS__, NULL })

static void
assert_counts (const ExImportCounts *counts, guint added, guint changed, guint unchanged)
{
  g_assert_cmpuint (counts->added, ==, added);
  g_assert_cmpuint (counts->changed, ==, changed);
  g_assert_cmpuint (counts->unchanged, ==, unchanged);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ExImportCounts counts = { 0 };
  gint64 actions;

  must_give (fixture->store, "Bob", NULL, "service");
  g_assert_true (import (fixture->store, ROWS ("Bob - price", "Cyd - moved", "Dan 2026-04 bankrupt", "Dan 2026-Q2 bankrupt"), &counts, &error));
  assert_counts (&counts, 2, 1, 1);
  assert_last_action (fixture->store, "Import lost reasons: reasons.csv");
  assert_sound (fixture->store);
  assert_lost ("Cyd North 300 2026-02 moved, Bob South 250 2026-02 price, Dan - 50 2026-03 bankrupt, (3)", "2026-03", "2026-04", FALSE, NULL, 0);

  /* the same again changes nothing */
  actions = n_actions (fixture->store);
  g_assert_true (import (fixture->store, ROWS ("Bob - price", "Cyd - moved", "Dan 2026-04 bankrupt", "Dan 2026-Q2 bankrupt"), &counts, &error));
  assert_counts (&counts, 0, 0, 4);
  g_assert_cmpint (n_actions (fixture->store), ==, actions);

  /* undone as one */
  undo (fixture->store);
  assert_lost ("Cyd North 300 2026-02 -, Bob South 250 2026-02 service, Dan - 50 2026-03 -, (3)", "2026-03", "2026-04", FALSE, NULL, 0);
  assert_sound (fixture->store);
  redo (fixture->store);
  assert_lost ("Cyd North 300 2026-02 moved, Bob South 250 2026-02 price, Dan - 50 2026-03 bankrupt, (3)", "2026-03", "2026-04", FALSE, NULL, 0);
  assert_sound (fixture->store);
  fixture_open_again (fixture);
  assert_sound (fixture->store);
}

static const struct { const char *rows[3]; const char *words; } bad_files[] = {
  { { "Cyd - moved", "Nobody - x" }, "“Nobody” is not in the customer ledger" },
  { { "Cyd - moved", "Ann - x" }, "“Ann” has not left" },
  { { "Cyd - moved", "Cyd 2026-03 price" }, "two reasons for the same loss: “moved” and “price”" },
};

static void
test_import_is_whole_or_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 actions = n_actions (fixture->store);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_assert_false (import (fixture->store, bad_files[i].rows, NULL, &error));
      assert_refused (&error, bad_files[i].words);
    }
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-03"), TRUE, &error));
  g_assert_false (import (fixture->store, ROWS ("Dan - x", "Cyd - moved"), NULL, &error));
  assert_refused (&error, "Mar 2026 is final");
  g_assert_cmpint (n_actions (fixture->store), ==, actions + 1);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM given_reasons"), ==, 0);
}

/* An import that is final now is not taken back. */
static void
test_final_keeps_the_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (import (fixture->store, ROWS ("Cyd - moved"), NULL, &error)); /* action 3 */
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-03"), TRUE, &error));
  g_assert_null (ex_store_undo (fixture->store, 3, &error));
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "final period do not change");
  assert_sound (fixture->store);
}

/* The customers go with their import; what was said of them waits, and counts when they are there again. */
static void
test_reasons_outlive_the_layer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  must_give (fixture->store, "Cyd", NULL, "moved");
  ex_action_free (ex_store_undo (fixture->store, 2, &error));
  g_assert_no_error (error);
  assert_lost ("(0)", "2026-03", "2026-03", FALSE, NULL, 0);
  undo (fixture->store); /* the reason */
  assert_sound (fixture->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define REASONS_TEST(path, set_up, function) g_test_add ("/store/reasons/" path, Fixture, NULL, set_up, function, fixture_tear_down)
  REASONS_TEST ("who left, largest first", set_up, test_list);
  REASONS_TEST ("without a ledger nobody left", fixture_set_up, test_list_without_a_ledger);
  REASONS_TEST ("a reason is given later", set_up, test_give);
  REASONS_TEST ("taken back, undone, redone", set_up, test_take_back_and_undo);
  REASONS_TEST ("who has not left has no reason", set_up, test_refused);
  REASONS_TEST ("of a final period it stands", set_up, test_final);
  REASONS_TEST ("those of a final period are listed last", set_up, test_list_of_final);
  REASONS_TEST ("many from a file", set_up, test_import);
  REASONS_TEST ("a file is taken whole or not at all", set_up, test_import_is_whole_or_nothing);
  REASONS_TEST ("a final period keeps the import", set_up, test_final_keeps_the_import);
  REASONS_TEST ("they outlive the layer", set_up, test_reasons_outlive_the_layer);
  return g_test_run ();
}
