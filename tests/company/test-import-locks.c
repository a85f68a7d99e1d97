/* Files over a company in which a review is signed, against the real store. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-import.h"
#include "store/ex-store-reviews.h"

#include <string.h>

#define LEADERS    "id,name,manager\nana,Ana Okafor,\nben,Ben Adler,ana\n"
#define OBJECTIVES                                                                                                                    \
  "id,leader,title,kind,weight,unit,baseline,target,source,cadence,local_reason,driver\n"                                            \
  "o1,ana,Keep,number,100,%,80,88,CRM,monthly,Ours alone,retain\n"                                                                   \
  "o2,ben,Win,number,100,%,10,20,CRM,monthly,Ours alone,acquire\n"
#define CHECK_INS  "objective,date,value\no1,2026-03-01,84\no2,2026-03-01,12\n"
#define CUSTOMERS  "customer,period,value\nAcme,2025-12,10\nAcme,2026-01,11\nAcme,2026-02,12\n"

static gboolean
import (Fixture *fixture, ExImportWhat what, const char *text, gboolean skip_bad, ExImportTally *tally, ExImportPlan **plan)
{
  g_autofree char *path = fixture_file (fixture, "input.csv", text);
  ExImportOptions options = { .kind = -1, .skip_bad = skip_bad };
  g_autoptr (GError) error = NULL;
  gboolean done = ex_import_file (fixture->store, what, path, NULL, &options, FALSE, plan, tally, &error);

  g_assert_no_error (error);
  return done;
}

static void
must_import (Fixture *fixture, ExImportWhat what, const char *text, guint added, guint changed, guint unchanged, guint refused)
{
  g_autoptr (ExImportPlan) plan = NULL;
  ExImportTally tally;

  g_assert_true (import (fixture, what, text, refused > 0, &tally, &plan));
  g_assert_cmpuint (tally.added, ==, added);
  g_assert_cmpuint (tally.changed, ==, changed);
  g_assert_cmpuint (tally.unchanged, ==, unchanged);
  g_assert_cmpuint (tally.refused, ==, refused);
}

/* One problem, these words, and nothing is imported. */
static void
must_not_import (Fixture *fixture, ExImportWhat what, const char *text, guint line, const char *words)
{
  g_autoptr (ExImportPlan) plan = NULL;
  const ExProblem *problem;

  g_assert_false (import (fixture, what, text, FALSE, NULL, &plan));
  g_assert_cmpuint (plan->problems->errors, ==, 1);
  problem = g_ptr_array_index (plan->problems->kept, 0);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->text, ==, words);
}

static void
take (Fixture *fixture, ExStep step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (fixture->store, NULL, &error);

  if (!ex_store_take_step (fixture->store, cycle->id, "ana", step, "She is away", NULL, &error))
    g_error ("%s", error->message);
}

static void
rate (Fixture *fixture, ExRole role, const char *rater)
{
  g_autoptr (ExRating) rating = ex_rating_new ("o1", role, rater);
  g_autoptr (GError) error = NULL;

  rating->rating = 3;
  rating->comment = g_strdup ("Well");
  rating->confirmed = TRUE;
  if (!ex_store_save_rating (fixture->store, rating, &error))
    g_error ("%s", error->message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("fy26", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;

  g_setenv ("EXEMPLAR_TODAY", "2026-04-01", TRUE);
  fixture_set_up (fixture, data);
  cycle->min_objectives = 1;
  g_assert_true (ex_store_save_cycle (fixture->store, cycle, &error));
  must_import (fixture, EX_IMPORT_LEADERS, LEADERS, 2, 0, 0, 0);
  must_import (fixture, EX_IMPORT_OBJECTIVES, OBJECTIVES, 2, 0, 0, 0);
  must_import (fixture, EX_IMPORT_CHECK_INS, CHECK_INS, 2, 0, 0, 0);
}

static void
sign_review (Fixture *fixture)
{
  take (fixture, EX_STEP_AGREE);
  for (int i = 0; i < 2; i++)
    g_assert_true (ex_store_advance_cycle (fixture->store, "fy26", NULL));
  rate (fixture, EX_ROLE_SELF, "ana");
  take (fixture, EX_STEP_SELF_ASSESS);
  rate (fixture, EX_ROLE_MANAGER, EX_BOARD);
  take (fixture, EX_STEP_ASSESS);
  for (int i = 0; i < 2; i++)
    g_assert_true (ex_store_advance_cycle (fixture->store, "fy26", NULL));
  take (fixture, EX_STEP_SIGN);
  take (fixture, EX_STEP_SIGN);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = ex_store_check (fixture->store, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_over_a_signed_review (Fixture *fixture, gconstpointer data)
{
  static const char changed[] = "id,leader,title,kind,weight,unit,baseline,target,source,cadence,local_reason,driver\n"
                                "o1,ana,Keep,number,100,%,80,87,CRM,monthly,Ours alone,retain\n"
                                "o2,ben,Win,number,100,%,10,21,CRM,monthly,Ours alone,acquire\n";

  sign_review (fixture);
  must_import (fixture, EX_IMPORT_OBJECTIVES, OBJECTIVES, 0, 0, 2, 0);
  must_import (fixture, EX_IMPORT_CHECK_INS, CHECK_INS, 0, 0, 2, 0);
  must_not_import (fixture, EX_IMPORT_OBJECTIVES, changed, 2, "The review of Ana Okafor is signed: its objectives do not change.");
  must_import (fixture, EX_IMPORT_OBJECTIVES, changed, 0, 1, 0, 1);
  must_not_import (fixture, EX_IMPORT_CHECK_INS, "objective,date,value\no2,2026-03-02,12\no1,2026-03-02,85\n", 3,
                   "The review of Ana Okafor is signed: its check-ins do not change.");
  must_import (fixture, EX_IMPORT_CHECK_INS, "objective,date,value\no2,2026-03-02,12\no1,2026-03-02,85\n", 1, 0, 0, 1);
  must_import (fixture, EX_IMPORT_LEADERS, "id,name,manager\nben,Ben Adler,\n", 0, 1, 0, 0); /* a correction */
  assert_sound (fixture);
}

/* Past the plan, into the store: the triggers. */
static void
test_past_the_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  g_autoptr (GPtrArray) objectives = NULL;
  ExImportInfo info = { .file_name = "x.csv", .digest = "1" };
  ExCheckInRow row = { .objective_id = "o1", .day = ex_day_new (2026, 3, 5), .value = 99 };
  g_autoptr (GError) error = NULL;

  sign_review (fixture);
  g_array_append_val (rows, row);
  g_assert_false (ex_store_import_check_ins (fixture->store, rows, &info, NULL, &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  objectives = ex_store_list_objectives (fixture->store, "fy26", NULL);
  ((ExObjective *) g_ptr_array_index (objectives, 0))->target = 99;
  g_assert_false (ex_store_import_objectives (fixture->store, objectives, &info, NULL, &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  assert_sound (fixture);
}

static void
test_into_a_final_period (Fixture *fixture, gconstpointer data)
{
  ExPeriod january = { EX_GRAIN_MONTH, 2026 * 12 };
  g_autoptr (GError) error = NULL;

  must_import (fixture, EX_IMPORT_CUSTOMERS, CUSTOMERS, 3, 0, 0, 0);
  g_assert_true (ex_store_set_final (fixture->store, january, TRUE, &error));
  must_import (fixture, EX_IMPORT_CUSTOMERS, CUSTOMERS, 0, 0, 3, 0);
  must_not_import (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\nAcme,2026-01,12\nAcme,2026-02,13\n", 2,
                   "2026-01 is final: its customer figures do not change.");
  must_import (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\nAcme,2026-01,12\nAcme,2026-02,13\n", 0, 1, 0, 1);
  g_assert_true (ex_store_set_final (fixture->store, january, FALSE, &error));
  must_import (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\nAcme,2026-01,12\n", 0, 1, 0, 0);
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/company/import-locks/over a signed review", Fixture, NULL, set_up, test_over_a_signed_review, fixture_tear_down);
  g_test_add ("/company/import-locks/past the plan", Fixture, NULL, set_up, test_past_the_plan, fixture_tear_down);
  g_test_add ("/company/import-locks/into a final period", Fixture, NULL, set_up, test_into_a_final_period, fixture_tear_down);
  return g_test_run ();
}
