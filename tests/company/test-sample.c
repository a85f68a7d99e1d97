/* The sample company: quick, always the same, undone in one go, and with some of everything that the pages must cope with. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-sample.h"
#include "core/ex-movement.h"

#include <math.h>
#include <string.h>

static ExCompany *
read_company (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  ExCompany *company = ex_store_read_company (store, NULL, ex_day_parse ("2026-10-15"), &error);

  g_assert_no_error (error);

  return company;
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_info (void)
{
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();

  g_assert_cmpstr (info->name, !=, "");
  g_assert_cmpint (info->exponent, ==, 2);
}

static void
test_size_and_speed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExLedger) ledger = NULL;
  const ExTree *tree;
  guint deepest = 0;

  g_test_timer_start ();
  fill (fixture);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);

  company = read_company (fixture->store);
  tree = ex_company_get_tree (company);
  for (guint i = 0; i < tree->n; i++)
    deepest = MAX (deepest, tree->level[i]);
  g_assert_cmpuint (tree->n, >=, 50);
  g_assert_cmpuint (deepest, ==, 3);
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 200);

  ledger = ex_store_read_ledger (fixture->store, NULL);
  g_assert_cmpuint (ex_ledger_n_columns (ledger), ==, 25);
  g_assert_cmpuint (ex_ledger_n_customers (ledger), >=, 2900);
  g_assert_cmpuint (ex_ledger_n_reasons (ledger), >=, 3);
  g_assert_cmpuint (ex_ledger_n_segments (ledger), >=, 2);
}

static gboolean
is_right_to_left (const char *name)
{
  gunichar first = g_utf8_get_char (name);

  return g_unichar_get_script (first) == G_UNICODE_SCRIPT_ARABIC || g_unichar_get_script (first) == G_UNICODE_SCRIPT_HEBREW;
}

static void
test_some_of_everything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompany) company = NULL;
  guint status[4] = { 0 }, kinds[3] = { 0 }, unmeasured = 0, tops = 0, long_names = 0, right_to_left = 0;

  fill (fixture);
  company = read_company (fixture->store);
  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    {
      status[ex_company_get_reading (company, i)->status]++;
      kinds[ex_company_get_objective (company, i)->kind]++;
      unmeasured += !ex_company_get_reading (company, i)->measured;
    }
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (company, i);

      tops += leader->manager_id == NULL;
      long_names += g_utf8_strlen (leader->name, -1) > 40;
      right_to_left += is_right_to_left (leader->name);
    }

  g_assert_cmpuint (status[EX_STATUS_ON_TRACK], >, 0);
  g_assert_cmpuint (status[EX_STATUS_AT_RISK], >, 0);
  g_assert_cmpuint (status[EX_STATUS_OFF_TRACK], >, 0);
  g_assert_cmpuint (kinds[EX_KIND_NUMBER], >, 0);
  g_assert_cmpuint (kinds[EX_KIND_RANGE], >, 0);
  g_assert_cmpuint (kinds[EX_KIND_MILESTONE], >, 0);
  g_assert_cmpuint (unmeasured, >, 0);
  g_assert_cmpuint (tops, >, 1);
  g_assert_cmpuint (long_names, >, 0);
  g_assert_cmpuint (right_to_left, >, 0);
}

static void
test_recorded_on_their_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) check_ins = NULL;

  fill (fixture);
  check_ins = ex_store_list_check_ins (fixture->store, "O001", NULL);
  g_assert_cmpuint (check_ins->len, >, 3);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (check_ins, i);

      g_assert_cmpuint (check_in->recorded, ==, check_in->day);
    }
}

/* One action: one line in History, and one undo takes the whole of it. */
static void
test_one_action (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  fill (fixture);
  undone = ex_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->name, ==, "Build the sample company");

  company = read_company (fixture->store);
  g_assert_cmpuint (ex_company_n_leaders (company), ==, 0);
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 0);
  g_assert_null (ex_company_get_cycle (company));
  ledger = ex_store_read_ledger (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_null (ledger);
  problems = ex_store_check (fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_always_the_same (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  g_autoptr (ExCompany) one = NULL;
  g_autoptr (ExCompany) another = NULL;

  fixture_set_up (&other, NULL);
  fill (fixture);
  fill (&other);
  one = read_company (fixture->store);
  another = read_company (other.store);

  g_assert_cmpstr (ex_company_get_cycle (one)->id, ==, ex_company_get_cycle (another)->id);
  g_assert_cmpuint (ex_company_n_objectives (one), ==, ex_company_n_objectives (another));
  for (guint i = 0; i < ex_company_n_objectives (one); i++)
    {
      g_assert_true (ex_objective_equal (ex_company_get_objective (one, i), ex_company_get_objective (another, i)));
      g_assert_cmpfloat (ex_company_get_reading (one, i)->score, ==, ex_company_get_reading (another, i)->score);
    }
  fixture_tear_down (&other, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/info", test_info);
  fixture_add ("/sample/size-and-speed", test_size_and_speed);
  fixture_add ("/sample/some-of-everything", test_some_of_everything);
  fixture_add ("/sample/check-ins-recorded-on-their-days", test_recorded_on_their_days);
  fixture_add ("/sample/one-action", test_one_action);
  fixture_add ("/sample/always-the-same", test_always_the_same);

  return g_test_run ();
}
