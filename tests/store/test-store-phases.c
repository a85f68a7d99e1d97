/* A cycle from phase to phase, to its end and back; the periods that it rests on. */
#include "config.h"

#include "review-fixture.h"

#include "store/ex-store-import.h"

static ExPhase
phase_of (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);

  g_assert_no_error (error);
  return cycle->phase;
}

static void
test_phase_by_phase (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = NULL;

  g_assert_false (ex_store_back_cycle (store, "fy26", "Too early", &error));
  assert_refused (&error, "first phase");
  for (int phase = EX_PHASE_RUN; phase <= (int) EX_PHASE_SIGN; phase++)
    {
      g_assert_true (ex_store_advance_cycle (store, "fy26", &error));
      assert_last_action (store, "Advance a cycle: FY 2026");
      g_assert_cmpint (phase_of (store), ==, phase);
    }
  g_assert_false (ex_store_advance_cycle (store, "fy26", &error));
  assert_refused (&error, "what comes next is closing it");
  g_assert_false (ex_store_back_cycle (store, "fy26", "  ", &error));
  assert_refused (&error, "needs a reason");
  g_assert_true (ex_store_back_cycle (store, "fy26", "Somebody was forgotten", &error));
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_CALIBRATE);
  g_assert_false (ex_store_reopen_cycle (store, "fy26", "Why not", &error));
  assert_refused (&error, "is not closed");

  cycle = ex_store_find_cycle (store, "FY 2026", &error); /* saving moves nothing */
  cycle->phase = EX_PHASE_PLAN;
  cycle->board = g_strdup ("Board of directors");
  g_assert_true (ex_store_save_cycle (store, cycle, &error));
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_CALIBRATE);
  undo (store);
  undo (store);
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_SIGN);
  redo (store);
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_CALIBRATE);
  assert_sound (store);
}

static void
test_only_hr_moves_it (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  act_as (store, "a");
  g_assert_false (ex_store_advance_cycle (store, "fy26", &error));
  assert_refused (&error, "Only HR");
  g_assert_false (ex_store_set_final (store, (ExPeriod) { EX_GRAIN_YEAR, 2026 }, TRUE, &error));
  assert_refused (&error, "Only HR");
  act_as (store, "HR");
  g_assert_false (ex_store_advance_cycle (store, "nothing", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nothing");
}

/* --- the ledger ------------------------------------------------------------------------------------------------------------------- */

/* A recurring ledger by month: Acme from 2025-12, Zeta from 2026-04, both to the end of 2026. */
static void
import_ledger (ExStore *store, int first_month)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d" };
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  for (int month = first_month; month < 12; month++)
    {
      g_assert_true (ex_ledger_builder_add (builder, "Acme", 4, 2026 * 12 + month, EX_DAY_NONE, 1000, NULL, 0, NULL, 0));
      if (month >= 3)
        g_assert_true (ex_ledger_builder_add (builder, "Zeta", 4, 2026 * 12 + month, EX_DAY_NONE, 500, NULL, 0, NULL, 0));
    }
  ledger = ex_ledger_builder_end (builder);
  g_assert_true (ex_store_import_ledger (store, ledger, FALSE, &info, NULL, &error));
  g_assert_no_error (error);
}

static ExCloseFacts *
read_facts (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);
  ExCloseFacts *facts = ex_store_read_close_facts (store, cycle, &error);

  g_assert_no_error (error);
  return facts;
}

static void
set_final (ExStore *store, const char *period, gboolean final)
{
  g_autoptr (GError) error = NULL;
  ExPeriod one;

  g_assert_true (ex_period_parse (period, &one));
  act_as (store, "HR");
  if (!ex_store_set_final (store, one, final, &error))
    g_error ("%s: %s", period, error->message);
}

static void
must_not_set_final (ExStore *store, const char *period, gboolean final, const char *words)
{
  g_autoptr (GError) error = NULL;
  ExPeriod one;

  g_assert_true (ex_period_parse (period, &one));
  act_as (store, "HR");
  g_assert_false (ex_store_set_final (store, one, final, &error));
  assert_refused (&error, words);
}

static void
test_facts_of_the_ledger (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExCloseFacts) none = read_facts (store);
  g_autoptr (ExCloseFacts) some = NULL;
  g_autoptr (ExCloseFacts) all = NULL;

  g_assert_false (none->has_ledger);
  import_ledger (store, -1);
  set_final (store, "2026-Q1", TRUE);
  some = read_facts (store);
  g_assert_true (some->has_ledger);
  g_assert_cmpuint (g_strv_length (some->not_final), ==, 9);
  g_assert_cmpstr (some->not_final[0], ==, "Apr 2026");
  g_assert_true (some->opening_known);
  g_assert_cmpint (some->opening_customers, ==, 1);
  g_assert_cmpint (some->closing_customers, ==, 2);
  g_assert_cmpint (some->opening_value, ==, 1000);
  g_assert_cmpint (some->closing_value, ==, 1500);
  set_final (store, "2026", TRUE);
  all = read_facts (store);
  g_assert_cmpuint (g_strv_length (all->not_final), ==, 0);
}

/* A ledger that begins with the cycle has no period before it. */
static void
test_growth_needs_an_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCloseFacts) facts = NULL;

  import_ledger (fixture->store, 0);
  facts = read_facts (fixture->store);
  g_assert_false (facts->opening_known);
}

static void
test_final_periods (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) final = NULL;

  must_not_set_final (store, "2026-01", TRUE, "no customer figures yet");
  import_ledger (store, -1);
  must_not_set_final (store, "2025", TRUE, "Jan 2025 are not there");
  must_not_set_final (store, "2027-01", TRUE, "Jan 2027 are not there");
  must_not_set_final (store, "2026-02", FALSE, "is not final");
  set_final (store, "2026-02", TRUE);
  assert_last_action (store, "Make a period final: 2026-02");
  set_final (store, "2026-Q1", TRUE);
  final = ex_store_list_final (store, &error);
  g_assert_cmpuint (final->len, ==, 3);
  g_assert_cmpint (g_array_index (final, ExPeriod, 0).index, ==, 2026 * 12);
  g_assert_cmpint (g_array_index (final, ExPeriod, 2).index, ==, 2026 * 12 + 2);
  set_final (store, "2026-02", FALSE);
  g_assert_cmpint (count (store, "SELECT count(*) FROM final_periods"), ==, 2);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM final_periods"), ==, 3);
  assert_sound (store);
}

static void
test_a_quarterly_ledger_has_no_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_QUARTER);
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d" };
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExCloseFacts) facts = NULL;
  g_autoptr (ExCloseFacts) more = NULL;

  for (int quarter = 0; quarter < 8; quarter++) /* 2025 and 2026 */
    g_assert_true (ex_ledger_builder_add (builder, "Acme", 4, 2025 * 4 + quarter, EX_DAY_NONE, 100 + quarter, NULL, 0, NULL, 0));
  ledger = ex_ledger_builder_end (builder);
  g_assert_true (ex_store_import_ledger (fixture->store, ledger, FALSE, &info, NULL, NULL));
  must_not_set_final (fixture->store, "2026-01", TRUE, "shorter than the periods");
  set_final (fixture->store, "2026", TRUE);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM final_periods WHERE period LIKE '2026-Q_'"), ==, 4);
  facts = read_facts (fixture->store);
  g_assert_true (facts->opening_known); /* the equal span before is there, all of it */
  g_assert_cmpint (facts->opening_value, ==, 100 + 101 + 102 + 103);
  g_assert_cmpint (facts->closing_value, ==, 104 + 105 + 106 + 107);
}

static void
test_movements_instead_of_a_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExEnteredMovement year = { .period = { EX_GRAIN_YEAR, 2026 } };
  ExImportInfo info = { .file_name = "movements.csv", .digest = "d" };
  g_autoptr (ExCloseFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  year.movement.opening = (ExCount) { 10, 10000 };
  year.movement.fresh = (ExCount) { 2, 1500 };
  year.movement.closing = (ExCount) { 12, 11500 };
  g_array_append_val (movements, year);
  g_assert_true (ex_store_import_movements (fixture->store, movements, &info, NULL, &error));
  g_assert_no_error (error);
  set_final (fixture->store, "2026", TRUE);
  facts = read_facts (fixture->store);
  g_assert_true (facts->has_ledger);
  g_assert_true (facts->opening_known);
  g_assert_cmpuint (g_strv_length (facts->not_final), ==, 0);
  g_assert_cmpint (facts->opening_customers, ==, 10);
  g_assert_cmpint (facts->closing_value, ==, 11500);
}

/* --- closing ------------------------------------------------------------------------------------------------------------------------ */

static void
test_closed_with_its_figures (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  import_ledger (store, -1);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    bring_to (store, leaders[i], EX_REVIEW_AGREED);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    {
      advance_to (store, EX_PHASE_ASSESS);
      must_rate_all (store, leaders[i], leaders[i], EX_ROLE_SELF, leaders[i], 4);
      must_take (store, leaders[i], leaders[i], EX_STEP_SELF_ASSESS, NULL);
      must_rate_all (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_ROLE_MANAGER, reviewer_of (leaders[i]), 3);
      must_take (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_STEP_ASSESS, NULL);
    }
  advance_to (store, EX_PHASE_SIGN);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    {
      must_take (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_STEP_SIGN, NULL);
      if (i < 2)
        must_take (store, leaders[i], leaders[i], EX_STEP_SIGN, NULL);
    }
  act_as (store, "HR");
  g_assert_false (ex_store_close_cycle (store, "fy26", &error));
  g_assert_nonnull (strstr (error->message, "Dee is neither signed nor excused"));
  g_assert_nonnull (strstr (error->message, "Cy is neither signed nor excused"));
  assert_refused (&error, "Jan 2026 are not final");
  must_take (store, "c", "c", EX_STEP_SIGN, NULL);
  must_take (store, "HR", "d", EX_STEP_EXCUSE, "Long ill");
  set_final (store, "2026", TRUE);
  g_assert_true (ex_store_close_cycle (store, "fy26", &error));
  g_assert_no_error (error);
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_CLOSED);
  g_assert_cmpint (count (store, "SELECT opening_customers FROM cycle_steps WHERE step = 'close'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT closing_value FROM cycle_steps WHERE step = 'close'"), ==, 1500);

  must_not_take (store, "HR", "d", EX_STEP_REOPEN, "Back", "closed");
  must_not_set_final (store, "2026-05", FALSE, "was closed on the figures of May 2026");
  g_assert_false (ex_store_advance_cycle (store, "fy26", &error));
  assert_refused (&error, "is closed");
  g_assert_null (ex_store_undo (store, 0, &error));
  g_clear_error (&error);
  g_assert_false (ex_store_reopen_cycle (store, "fy26", NULL, &error));
  assert_refused (&error, "needs a reason");
  g_assert_true (ex_store_reopen_cycle (store, "fy26", "A figure was wrong", &error));
  g_assert_cmpint (phase_of (store), ==, EX_PHASE_SIGN);
  must_take (store, "HR", "d", EX_STEP_REOPEN, "Back");
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/phases/phase by phase", test_phase_by_phase);
  add_review_test ("/store/phases/only HR moves it", test_only_hr_moves_it);
  add_review_test ("/store/phases/facts of the ledger", test_facts_of_the_ledger);
  add_review_test ("/store/phases/growth needs an opening", test_growth_needs_an_opening);
  add_review_test ("/store/phases/final periods", test_final_periods);
  add_review_test ("/store/phases/a quarterly ledger has no months", test_a_quarterly_ledger_has_no_months);
  add_review_test ("/store/phases/movements instead of a ledger", test_movements_instead_of_a_ledger);
  add_review_test ("/store/phases/closed with its figures", test_closed_with_its_figures);
  return g_test_run ();
}
