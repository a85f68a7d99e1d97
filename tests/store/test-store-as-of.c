#include "config.h"

#include "core/ex-forecast.h"
#include "store-fixture.h"
#include "store/ex-store-reviews.h"

/* Only check-ins up to the day, whatever comes later; and the day is the company's today. */
static ExReading
read_as_of (Fixture    *fixture,
            const char *objective,
            const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company_as_of (fixture->store, NULL, ex_day_parse (day), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ex_company_get_today (company), ==, ex_day_parse (day));

  return *ex_company_get_reading (company, (guint) ex_company_find_objective (company, objective));
}

static void
test_later_check_ins_are_left_out (Fixture      *fixture,
                                   gconstpointer data)
{
  const struct { const char *day; guint n_points; double score; } cases[] = {
    { "2025-12-31", 0, 0 }, { "2026-01-30", 0, 0 }, { "2026-01-31", 1, 0.25 }, { "2026-03-30", 1, 0.25 }, { "2026-03-31", 2, 0.5 },
    { "2026-12-31", 3, 1 }, { "2027-06-30", 3, 1 },
  };

  save_objective (fixture->store, "o", "b", "Contracts kept", NULL);
  save_check_in (fixture->store, "o", "2026-01-31", 82);
  save_check_in (fixture->store, "o", "2026-03-31", 84);
  save_check_in (fixture->store, "o", "2026-12-31", 88);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExReading reading = read_as_of (fixture, "o", cases[i].day);

      g_assert_cmpuint (reading.n_points, ==, cases[i].n_points);
      g_assert_cmpint (reading.measured, ==, cases[i].n_points > 0);
      g_assert_cmpfloat_with_epsilon (reading.score, cases[i].score, 1e-12);
      if (reading.measured)
        g_assert_cmpuint (reading.last_day, <=, ex_day_parse (cases[i].day));
    }
}

/* Done in May, due at the end of June: in April it is not done yet, and not overdue. */
static void
test_a_milestone (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (ExObjective) objective = ex_objective_new ("m", "fy26", "b", "New contract", EX_KIND_MILESTONE);
  g_autoptr (GError) error = NULL;

  objective->due = ex_day_new (2026, 6, 30);
  objective->weight = 5000;
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  g_assert_no_error (error);
  save_check_in (fixture->store, "m", "2026-04-01", 0);
  save_check_in (fixture->store, "m", "2026-05-15", 1);

  g_assert_cmpfloat (read_as_of (fixture, "m", "2026-04-30").score, ==, 0);
  g_assert_cmpint (read_as_of (fixture, "m", "2026-04-30").status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpfloat (read_as_of (fixture, "m", "2026-05-15").score, ==, 1);
}

/* A sum is put on the cycle as far as it was over then. */
static void
test_a_sum (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ExObjective) objective = make_objective ("s", "b", "Calls");
  g_autoptr (GError) error = NULL;
  ExReading reading;

  objective->aggregate = EX_AGGREGATE_SUM;
  objective->baseline = 0;
  objective->target = 365;
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  g_assert_no_error (error);
  save_check_in (fixture->store, "s", "2026-01-31", 31);
  save_check_in (fixture->store, "s", "2026-06-30", 400);
  reading = read_as_of (fixture, "s", "2026-01-31");

  g_assert_true (reading.so_far);
  g_assert_cmpfloat_with_epsilon (reading.aggregate, 31, 1e-12);
  g_assert_cmpfloat_with_epsilon (reading.actual, 365, 1e-9);
}

/* Random days: the reading is the one of the check-ins that are left. */
static void
test_random_days (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  g_autoptr (ExObjective) objective = make_objective ("r", "b", "Contracts kept");
  ExDay first = ex_day_new (2026, 1, 1);

  save_objective (fixture->store, "r", "b", "Contracts kept", NULL);
  for (guint day = 0; day < 365; day += (guint) g_test_rand_int_range (1, 30))
    {
      ExPoint point = { first + day, g_test_rand_double_range (75, 95) };
      g_autofree char *iso = ex_day_to_iso (point.day);

      g_array_append_val (points, point);
      save_check_in (fixture->store, "r", iso, point.value);
    }
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (ExCycle) cycle = ex_cycle_new ("fy26", "FY 2026", first, ex_day_new (2026, 12, 31));
      ExDay day = first + (guint) g_test_rand_int_range (0, 365);
      g_autofree char *iso = ex_day_to_iso (day);
      ExReading reading = read_as_of (fixture, "r", iso), expected;
      gsize n = 0;

      while (n < points->len && g_array_index (points, ExPoint, n).day <= day)
        n++;
      expected = ex_objective_read (objective, cycle, (const ExPoint *) (gpointer) points->data, n, day, NULL);
      g_assert_cmpuint (reading.n_points, ==, expected.n_points);
      g_assert_true (reading.score == expected.score);
      g_assert_cmpint (reading.status, ==, expected.status);
    }
}

static void
test_reviews_of_it (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExReviews) reviews = NULL;

  save_objective (fixture->store, "o", "b", "Contracts kept", NULL);
  company = ex_store_read_company_as_of (fixture->store, "FY 2026", ex_day_new (2026, 3, 31), &error);
  reviews = ex_store_read_reviews (fixture->store, company, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reviews);
  g_assert_null (ex_store_read_company_as_of (fixture->store, "FY 1999", ex_day_new (2026, 3, 31), &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "FY 1999");
}

static void
test_points_of_a_leader (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (GHashTable) points = NULL, early = NULL;
  GArray *list;

  save_objective (fixture->store, "o1", "b", "Contracts kept", NULL);
  save_objective (fixture->store, "o2", "b", "Calls", NULL);
  save_objective (fixture->store, "o3", "c", "Somebody else's", NULL);
  save_check_in (fixture->store, "o1", "2026-03-31", 84);
  save_check_in (fixture->store, "o1", "2026-01-31", 82);
  save_check_in (fixture->store, "o3", "2026-01-31", 82);
  company = ex_store_read_company (fixture->store, NULL, ex_day_new (2026, 6, 30), &error);
  points = ex_store_read_leader_points (fixture->store, company, (guint) ex_company_find_leader (company, "b"), EX_DAY_NONE, &error);
  early = ex_store_read_leader_points (fixture->store, company, (guint) ex_company_find_leader (company, "b"), ex_day_new (2026, 3, 30), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (g_hash_table_size (points), ==, 2);
  list = g_hash_table_lookup (points, GUINT_TO_POINTER ((guint) ex_company_find_objective (company, "o1")));
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (g_array_index (list, ExPoint, 0).day, ==, ex_day_new (2026, 1, 31));
  list = g_hash_table_lookup (points, GUINT_TO_POINTER ((guint) ex_company_find_objective (company, "o2")));
  g_assert_cmpuint (list->len, ==, 0);
  list = g_hash_table_lookup (early, GUINT_TO_POINTER ((guint) ex_company_find_objective (company, "o1")));
  g_assert_cmpuint (list->len, ==, 1);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/as-of/later-check-ins-are-left-out", test_later_check_ins_are_left_out);
  add ("/store/as-of/a-milestone", test_a_milestone);
  add ("/store/as-of/a-sum", test_a_sum);
  add ("/store/as-of/random-days", test_random_days);
  add ("/store/as-of/reviews-of-it", test_reviews_of_it);
  add ("/store/as-of/points-of-a-leader", test_points_of_a_leader);

  return g_test_run ();
}
