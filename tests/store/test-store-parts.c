/* Which part of a file has changed. */
#include "config.h"

#include "review-fixture.h"

#include "store/ex-store-parts.h"

#include <math.h>

/* "cr--": company and reviews have changed since @before, ledger and rewards have not. */
static char *
changed_since (ExStore *store, const ExStoreParts *before)
{
  static const char letters[] = "crlw";
  ExStoreParts now = ex_store_get_parts (store);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < EX_STORE_N_PARTS; i++)
    g_string_append_c (words, now.version[i] != before->version[i] ? letters[i] : '-');
  return g_string_free (words, FALSE);
}

#define assert_changed(store, before, expected)                                     \
  G_STMT_START {                                                                    \
    g_autofree char *changed = changed_since (store, before);                       \
    g_assert_cmpstr (changed, ==, expected);                                        \
  } G_STMT_END

static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);

  assert_changed (fixture->store, &before, "----");
  /* What was taken back before it was finished has not happened. */
  g_assert_true (ex_store_begin (fixture->store, "Test", NULL));
  must_take (fixture->store, EX_STORE_HR, "a", EX_STEP_AGREE, NULL);
  ex_store_rollback (fixture->store);
  assert_changed (fixture->store, &before, "----");
}

static void
test_company (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("b1", ex_day_parse ("2026-01-15"), 81);
  g_autoptr (GError) error = NULL;

  ex_store_save_check_in (fixture->store, check_in, &error);
  g_assert_no_error (error);
  assert_changed (fixture->store, &before, "c---");
  before = ex_store_get_parts (fixture->store);
  advance_to (fixture->store, EX_PHASE_RUN);
  assert_changed (fixture->store, &before, "c---");
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);

  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  assert_changed (fixture->store, &before, "-r--");
  advance_to (fixture->store, EX_PHASE_ASSESS);
  before = ex_store_get_parts (fixture->store);
  must_rate_all (fixture->store, "a", "a", EX_ROLE_SELF, "a", 4);
  assert_changed (fixture->store, &before, "-r--");

  /* Undoing is a change like any other. */
  before = ex_store_get_parts (fixture->store);
  ex_action_free (ex_store_undo (fixture->store, 0, NULL));
  assert_changed (fixture->store, &before, "-r--");
}

/* Imports are of both: the entry does not say what was brought in. */
static void
test_ledger (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  ExEnteredMovement entered = { .movement = { .opening = { 10, 1000 }, .closing = { 10, 1000 } } };
  const ExImportInfo info = { .file_name = "movements.csv", .digest = "00" };
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;

  g_assert_true (ex_period_parse ("2026-01", &entered.period));
  g_array_append_val (movements, entered);
  ex_store_import_movements (fixture->store, movements, &info, &counts, &error);
  g_assert_no_error (error);
  assert_changed (fixture->store, &before, "c-l-");
}

/* What a cycle pays by is read anew alone; what is said of the ledger is of the ledger. */
static void
test_rewards (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (fixture->store, "Test", &error));
  ex_database_execute (fixture->store->db, "INSERT INTO reward_terms (cycle_id, curve, measure) SELECT id, '2:50,5:100', 'value' FROM cycles", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (fixture->store, &error));
  assert_changed (fixture->store, &before, "---w");
  before = ex_store_get_parts (fixture->store);
  g_assert_true (ex_store_begin (fixture->store, "Test", &error));
  ex_database_execute (fixture->store->db, "INSERT INTO asset_terms (id, margin) VALUES (1, 2500)", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (fixture->store, &error));
  assert_changed (fixture->store, &before, "--l-");
}

/* Another program writes into the same file. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  ExStoreParts before = ex_store_get_parts (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) other = ex_store_open (ex_store_get_path (fixture->store), &error);

  g_assert_no_error (error);
  bring_to (other, "a", EX_REVIEW_AGREED);
  assert_changed (fixture->store, &before, "-r--");
}

/* --- read again -------------------------------------------------------------------------------------------------------------------------- */

static ExCompany *
read_whole (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  ExCompany *company = ex_store_read_company (store, NULL, ex_day_parse ("2026-02-01"), &error);

  g_assert_no_error (error);
  return company;
}

static void
assert_same_figures (const ExCompany *company, const ExCompany *expected)
{
  g_assert_cmpuint (ex_company_n_objectives (company), ==, ex_company_n_objectives (expected));
  for (guint i = 0; i < ex_company_n_objectives (expected); i++)
    {
      const ExReading *a = ex_company_get_reading (company, i), *b = ex_company_get_reading (expected, i);

      g_assert_cmpuint (a->n_points, ==, b->n_points);
      g_assert_cmpint (a->last_day, ==, b->last_day);
      g_assert_cmpint (a->status, ==, b->status);
      g_assert_cmpfloat (a->score, ==, b->score);
    }
  for (guint i = 0; i < ex_company_n_leaders (expected); i++)
    {
      const ExStanding *a = ex_company_get_standing (company, i), *b = ex_company_get_standing (expected, i);

      g_assert_cmpuint (a->measured, ==, b->measured);
      g_assert_true (a->score == b->score || (isnan (a->score) && isnan (b->score)));
      g_assert_true (a->team_score == b->team_score || (isnan (a->team_score) && isnan (b->team_score)));
    }
}

static void
save (ExStore *store, const char *objective, const char *day, double value)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (objective, ex_day_parse (day), value);
  g_autoptr (GError) error = NULL;

  ex_store_save_check_in (store, check_in, &error);
  g_assert_no_error (error);
}

/* After each change what is read again is what a whole reading finds. */
static void
assert_reread (ExStore *store, ExCompany **company, ExStoreParts *parts)
{
  g_autoptr (ExCompany) again = ex_store_reread_company (store, *company, *parts);
  g_autoptr (ExCompany) whole = read_whole (store);

  g_assert_nonnull (again);
  assert_same_figures (again, whole);
  *parts = ex_store_get_parts (store);
  ex_company_unref (*company);
  *company = g_steal_pointer (&again);
}

static void
test_reread (Fixture *fixture, gconstpointer data)
{
  ExStoreParts parts = ex_store_get_parts (fixture->store);
  ExCompany *company = read_whole (fixture->store);
  g_autoptr (GError) error = NULL;

  save (fixture->store, "b1", "2026-01-15", 81);
  assert_reread (fixture->store, &company, &parts);
  save (fixture->store, "b1", "2026-01-15", 87);
  save (fixture->store, "a1", "2026-01-20", 3);
  assert_reread (fixture->store, &company, &parts);
  ex_action_free (ex_store_undo (fixture->store, 0, &error));
  g_assert_no_error (error);
  assert_reread (fixture->store, &company, &parts);
  g_assert_true (ex_store_remove_check_in (fixture->store, "b1", ex_day_parse ("2026-01-15"), &error));
  assert_reread (fixture->store, &company, &parts);
  ex_company_unref (company);
}

/* A cycle that has moved on, or nothing at all, is for a whole reading. */
static void
test_not_reread (Fixture *fixture, gconstpointer data)
{
  ExStoreParts parts = ex_store_get_parts (fixture->store);
  g_autoptr (ExCompany) company = read_whole (fixture->store);

  g_assert_null (ex_store_reread_company (fixture->store, company, parts));
  save (fixture->store, "b1", "2026-01-15", 81);
  advance_to (fixture->store, EX_PHASE_RUN);
  g_assert_null (ex_store_reread_company (fixture->store, company, parts));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/parts/nothing-changes-by-itself", test_quiet);
  add_review_test ("/store/parts/a-check-in-and-a-phase-are-of-the-company", test_company);
  add_review_test ("/store/parts/steps-and-ratings-leave-the-company", test_reviews);
  add_review_test ("/store/parts/movements-are-of-the-ledger", test_ledger);
  add_review_test ("/store/parts/rewards-are-a-part-of-their-own", test_rewards);
  add_review_test ("/store/parts/another-program-is-noticed", test_other);
  add_review_test ("/store/parts/check-ins-are-read-again-alone", test_reread);
  add_review_test ("/store/parts/what-else-has-changed-is-read-whole", test_not_reread);
  return g_test_run ();
}
