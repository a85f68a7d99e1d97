#include "config.h"

#include "core/ex-score.h"
#include "store-fixture.h"

static ExCompany *
read_company (ExStore *store, const char *cycle, const char *today)
{
  g_autoptr (GError) error = NULL;
  ExCompany *company = ex_store_read_company (store, cycle, ex_day_parse (today), &error);

  g_assert_no_error (error);
  return company;
}

static void
test_a_company_without_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompany) company = read_company (fixture->store, NULL, "2026-09-30");

  g_assert_null (ex_company_get_cycle (company));
  g_assert_cmpuint (ex_company_n_leaders (company), ==, 0);
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 0);
  g_assert_cmpstr (ex_company_get_info (company)->name, ==, "Test & Co");
}

static void
test_an_unknown_cycle_is_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_store_read_company (fixture->store, "FY 1999", ex_day_new (2026, 1, 1), &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "FY 1999");
  save_leader (fixture->store, "a", "Ann", NULL); /* and the door is not left open */
}

static void
test_scores_by_hand (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExCompany) company = NULL;
  const ExStanding *bob;

  save_objective (store, "o1", "b", "Half way", NULL);   /* 84: 50 % */
  save_objective (store, "o2", "b", "There", NULL);      /* 88: 100 % */
  save_objective (store, "o3", "c", "Unmeasured", NULL); /* 0 % */
  save_check_in (store, "o1", "2026-03-31", 88);
  save_check_in (store, "o1", "2026-06-30", 84); /* the latest counts */
  save_check_in (store, "o2", "2026-01-01", 88);
  company = read_company (store, "FY 2026", "2026-09-30");
  bob = ex_company_get_standing (company, (guint) ex_company_find_leader (company, "b"));
  g_assert_cmpuint (bob->objectives, ==, 2);
  g_assert_cmpuint (bob->measured, ==, 2);
  g_assert_cmpfloat_with_epsilon (bob->score, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (bob->team_score, 0, 1e-12);
  g_assert_cmpuint (ex_company_get_reading (company, 0)->n_points, ==, 2);
  g_assert_cmpuint (ex_company_get_reading (company, 0)->last_day, ==, ex_day_new (2026, 6, 30));
  g_assert_false (ex_company_get_reading (company, 2)->measured);
}

/* However the check-ins lie in the file, each objective's reading is the one that its own list gives. */
static void
test_readings_are_those_of_the_lists (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (GPtrArray) objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportInfo info = { .file_name = "x.csv", .digest = "" };

  save_cycle (store, "fy25", "FY 2025", "2025-01-01", "2025-12-31");
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%d", g_test_rand_int ());
      ExObjective *objective = make_objective (id, leaders[i % 4], id);
      gboolean old = i % 5 == 0; /* of another cycle, to be passed over */

      if (old)
        {
          g_free (objective->cycle_id);
          objective->cycle_id = g_strdup ("fy25");
        }
      objective->aggregate = (ExAggregate) (i % 5);
      g_ptr_array_add (objectives, objective);
      for (int k = 0; k < i % 7; k++)
        {
          ExCheckInRow row = { .objective_id = objective->id, .value = g_test_rand_double_range (70, 95) };

          row.day = ex_day_new (old ? 2025 : 2026, 1 + k, g_test_rand_int_range (1, 29));
          g_array_append_val (rows, row);
        }
    }
  g_assert_true (ex_store_import_objectives (store, objectives, &info, NULL, &error));
  g_assert_true (ex_store_import_check_ins (store, rows, &info, NULL, &error));
  company = read_company (store, NULL, "2026-12-31");
  g_assert_cmpstr (ex_company_get_cycle (company)->name, ==, "FY 2026");
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 32);
  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, i);
      g_autoptr (GPtrArray) list = ex_store_list_check_ins (store, objective->id, &error);
      ExPoint points[12];
      ExReading expected;

      for (guint k = 0; k < list->len; k++)
        {
          const ExCheckIn *check_in = g_ptr_array_index (list, k);

          points[k] = (ExPoint) { check_in->day, check_in->value };
        }
      expected = ex_objective_read (objective, ex_company_get_cycle (company), points, list->len, ex_day_new (2026, 12, 31), NULL);
      g_assert_cmpuint (ex_company_get_reading (company, i)->n_points, ==, list->len);
      g_assert_cmpuint (ex_company_get_reading (company, i)->last_day, ==, expected.last_day);
      g_assert_true (ex_company_get_reading (company, i)->score == expected.score);
      g_assert_cmpint (ex_company_get_reading (company, i)->status, ==, expected.status);
    }
}

static void
test_what_another_program_writes_is_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) other = ex_store_open (fixture->path, &error);
  g_autoptr (ExCompany) company = NULL;

  g_assert_no_error (error);
  save_objective (other, "o1", "b", "From elsewhere", NULL);
  company = read_company (fixture->store, NULL, "2026-09-30");
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 1);
}

#define add(path, set_up, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/company/without-anything", fixture_set_up, test_a_company_without_anything);
  add ("/store/company/an-unknown-cycle-is-not-found", fixture_set_up, test_an_unknown_cycle_is_not_found);
  add ("/store/company/scores-by-hand", fixture_set_up_company, test_scores_by_hand);
  add ("/store/company/readings-are-those-of-the-lists", fixture_set_up_company, test_readings_are_those_of_the_lists);
  add ("/store/company/what-another-program-writes-is-seen", fixture_set_up_company, test_what_another_program_writes_is_seen);
  return g_test_run ();
}
