#include "config.h"

#include "core/ex-company.h"
#include "core/ex-error.h"
#include "core/ex-quantity.h"

#include <string.h>

typedef struct
{
  GPtrArray *leaders;
  GPtrArray *objectives;
  GArray    *readings;
} Parts;

static Parts
make_parts (void)
{
  return (Parts) { g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (ExReading)) };
}

static void
add_leader (Parts      *parts,
            const char *id,
            const char *manager)
{
  ExLeader *leader = ex_leader_new (id, id);

  leader->manager_id = g_strdup (manager);
  g_ptr_array_add (parts->leaders, leader);
}

/* @score: NaN for one that is not measured */
static void
add_objective (Parts      *parts,
               const char *id,
               const char *leader,
               int         weight,
               double      score)
{
  ExObjective *objective = ex_objective_new (id, "c", leader, id, EX_KIND_NUMBER);
  ExReading reading = { .measured = !isnan (score), .score = isnan (score) ? 0 : score };

  objective->weight = weight;
  reading.status = reading.measured ? EX_STATUS_ON_TRACK : EX_STATUS_NO_DATA;
  g_ptr_array_add (parts->objectives, objective);
  g_array_append_val (parts->readings, reading);
}

static ExCompany *
make_company (Parts   *parts,
              GError **error)
{
  return ex_company_new (ex_company_info_new ("Northwind", "EUR"),
                         ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)),
                         ex_day_new (2026, 9, 30), parts->leaders, parts->objectives, parts->readings, error);
}

/* a over b and c; b over d; d has nothing of its own. */
static ExCompany *
make_small (void)
{
  Parts parts = make_parts ();
  g_autoptr (GError) error = NULL;
  ExCompany *company;

  add_leader (&parts, "d", "b");
  add_leader (&parts, "a", NULL);
  add_leader (&parts, "b", "a");
  add_leader (&parts, "c", "a");
  add_objective (&parts, "b2", "b", 4000, 0.5);
  add_objective (&parts, "a1", "a", 10000, 0.75);
  add_objective (&parts, "b1", "b", 6000, 1.5);
  add_objective (&parts, "c1", "c", 2500, 1);
  add_objective (&parts, "c2", "c", 5000, NAN);
  add_objective (&parts, "stray", "nobody", 10000, 1);
  company = make_company (&parts, &error);
  g_assert_no_error (error);

  return company;
}

static const ExStanding *
standing_of (const ExCompany *company,
             const char      *id)
{
  return ex_company_get_standing (company, (guint) ex_company_find_leader (company, id));
}

static void
test_standings (void)
{
  g_autoptr (ExCompany) company = make_small ();
  const ExStanding *a = standing_of (company, "a"), *b = standing_of (company, "b");
  const ExStanding *c = standing_of (company, "c"), *d = standing_of (company, "d");

  g_assert_cmpfloat (a->score, ==, 0.75);
  g_assert_cmpuint (a->below, ==, 3);
  g_assert_cmpfloat_with_epsilon (b->score, 0.4 * 0.5 + 0.6 * 1.5, 1e-12);
  g_assert_cmpint (b->weight, ==, 10000);
  g_assert_cmpuint (b->objectives, ==, 2);
  g_assert_cmpuint (b->below, ==, 1);

  /* Not measured counts 0 and is told; weights that are not 100 % are not stretched. */
  g_assert_cmpfloat_with_epsilon (c->score, 0.25, 1e-12);
  g_assert_cmpuint (c->measured, ==, 1);
  g_assert_cmpint (c->weight, ==, 7500);
  g_assert_cmpuint (c->status[EX_STATUS_NO_DATA], ==, 1);
  g_assert_cmpuint (c->status[EX_STATUS_ON_TRACK], ==, 1);

  /* Who has no objectives has no score and counts in no team. */
  g_assert_true (isnan (d->score));
  g_assert_cmpfloat_with_epsilon (a->team_score, (1.1 + 0.25) / 2, 1e-12);
  g_assert_true (isnan (b->team_score));
  g_assert_true (isnan (c->team_score));
}

static void
test_look_ups (void)
{
  g_autoptr (ExCompany) company = make_small ();
  g_autoptr (ExCompany) again = ex_company_ref (company);
  guint n;
  const guint *own = ex_company_leader_objectives (company, (guint) ex_company_find_leader (company, "b"), &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (ex_company_get_objective (company, own[0])->id, ==, "b2");
  g_assert_cmpstr (ex_company_get_objective (company, own[1])->id, ==, "b1");
  ex_company_leader_objectives (company, (guint) ex_company_find_leader (company, "d"), &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (ex_company_find_objective (company, "c2"), ==, 4);
  g_assert_cmpint (ex_company_find_objective (company, "none"), ==, -1);
  g_assert_cmpint (ex_company_find_objective (company, NULL), ==, -1);
  g_assert_cmpint (ex_company_find_leader (company, "none"), ==, -1);
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 6);
  g_assert_cmpuint (ex_company_n_leaders (company), ==, 4);
  g_assert_cmpint (ex_company_get_info (company)->exponent, ==, 2);
  g_assert_cmpstr (ex_company_get_cycle (company)->name, ==, "FY 2026");
  g_assert_cmpfloat (ex_company_get_reading (company, 2)->score, ==, 1.5);
}

static void
test_workings (void)
{
  g_autoptr (ExCompany) company = make_small ();
  g_autoptr (ExWorking) own = ex_working_new ();
  g_autoptr (ExWorking) team = ex_working_new ();
  g_autoptr (ExWorking) nobody = ex_working_new ();
  g_autofree char *own_text = NULL;
  g_autofree char *team_text = NULL;

  ex_company_explain_score (company, (guint) ex_company_find_leader (company, "c"), own);
  own_text = ex_working_to_text (own);
  g_assert_cmpstr (own_text, ==, "c1: 25 % × 100.0 % = 25.0 %\n"
                                 "c2: 50 % × 0.0 %, not measured: no check-in yet = 0.0 %\n"
                                 "Score: sum of weight × score, 1 of 2 measured, the weights total 75 % instead of 100 % = 25.0 %\n");

  ex_company_explain_team_score (company, (guint) ex_company_find_leader (company, "a"), team);
  team_text = ex_working_to_text (team);
  g_assert_cmpstr (team_text, ==, "b: 110.0 %\nc: 1 of 2 measured = 25.0 %\n"
                                  "Team score: 135.0 % ÷ 2 leaders; 1 more below have no objectives = 67.5 %\n");

  ex_company_explain_score (company, (guint) ex_company_find_leader (company, "d"), nobody);
  ex_company_explain_team_score (company, (guint) ex_company_find_leader (company, "d"), nobody);
  g_assert_cmpstr (ex_working_get (nobody, 0)->result, ==, "–");
  g_assert_cmpstr (ex_working_get (nobody, 1)->result, ==, "–");
}

static void
test_refusals (void)
{
  Parts loop = make_parts (), twice = make_parts (), empty = make_parts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) nobody = NULL;

  add_leader (&loop, "a", "b");
  add_leader (&loop, "b", "a");
  add_objective (&loop, "o", "a", 10000, 1);
  g_assert_null (make_company (&loop, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
  g_clear_error (&error);

  add_leader (&twice, "a", NULL);
  add_objective (&twice, "o", "a", 5000, 1);
  add_objective (&twice, "o", "a", 5000, 1);
  g_assert_null (make_company (&twice, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
  g_clear_error (&error);

  nobody = ex_company_new (ex_company_info_new ("Empty", "XYZ"), NULL, 1, empty.leaders, empty.objectives, empty.readings, &error);
  g_assert_no_error (error);
  g_assert_null (ex_company_get_cycle (nobody));
  g_assert_cmpuint (ex_company_n_leaders (nobody), ==, 0);
}

/* The plain definition, leader by leader. */
static void
check_by_brute_force (const ExCompany *company)
{
  const ExTree *tree = ex_company_get_tree (company);

  for (guint i = 0; i < tree->n; i++)
    {
      const ExStanding *standing = ex_company_get_standing (company, i);
      double own = 0, sum = 0;
      guint below = 0, counted = 0, n;
      const guint *objectives = ex_company_leader_objectives (company, i, &n);

      for (guint k = 0; k < n; k++)
        own += ex_company_get_objective (company, objectives[k])->weight / 10000.0
               * ex_company_get_reading (company, objectives[k])->score;
      if (n > 0)
        g_assert_cmpfloat_with_epsilon (standing->score, own, 1e-12);
      else
        g_assert_true (isnan (standing->score));

      for (guint j = 0; j < tree->n; j++)
        if (ex_tree_is_below (tree, (int) j, (int) i))
          {
            below++;
            if (ex_company_get_standing (company, j)->objectives > 0)
              {
                counted++;
                sum += ex_company_get_standing (company, j)->score;
              }
          }

      g_assert_cmpuint (standing->below, ==, below);
      if (counted > 0)
        g_assert_cmpfloat_with_epsilon (standing->team_score, sum / counted, 1e-12);
      else
        g_assert_true (isnan (standing->team_score));
    }
}

/* n leaders in a random forest with up to five objectives each, weights by largest remainder. */
static Parts
make_random (int n,
             int most)
{
  Parts parts = make_parts ();
  g_autofree int *order = g_new (int, n);

  for (int i = 0; i < n; i++)
    {
      int k = g_test_rand_int_range (0, i + 1);

      order[i] = order[k];
      order[k] = i;
    }

  for (int k = 0; k < n; k++)
    {
      int i = order[k], own = g_test_rand_int_range (0, most + 1);
      const double even[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
      gint64 weights[8] = { 0 };
      g_autofree char *id = g_strdup_printf ("%d", i);
      g_autofree char *manager = g_test_rand_int_range (0, 20) == 0 ? NULL : g_strdup_printf ("%d", g_test_rand_int_range (0, MAX (i, 1)));

      add_leader (&parts, id, i > 0 ? manager : NULL);
      if (own > 0)
        ex_largest_remainder (10000, even, NULL, (gsize) own, weights);
      for (int o = 0; o < own; o++)
        {
          g_autofree char *name = g_strdup_printf ("%d-%d", i, o);

          add_objective (&parts, name, id, (int) weights[o], g_test_rand_int_range (0, 5) == 0 ? NAN : g_test_rand_double_range (0, 1.5));
        }
    }

  return parts;
}

static void
test_random_companies (void)
{
  for (int round = 0; round < 60; round++)
    {
      Parts parts = make_random (g_test_rand_int_range (1, 80), 5);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCompany) company = make_company (&parts, &error);

      g_assert_no_error (error);
      check_by_brute_force (company);
    }
}

static void
test_large_company (void)
{
  Parts parts = make_random (10000, 8);
  g_autoptr (ExCompany) company = NULL;
  gint64 start = g_get_monotonic_time ();

  company = make_company (&parts, NULL);
  g_assert_nonnull (company);
  g_test_message ("%u objectives of 10,000 leaders: %.1f ms", ex_company_n_objectives (company),
                  (double) (g_get_monotonic_time () - start) / 1000);
  /* Milliseconds are usual; a second leaves room for sanitizers and a busy machine, and none for anything quadratic. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/company/scores-are-weight-times-score", test_standings);
  g_test_add_func ("/company/finds-leaders-and-objectives", test_look_ups);
  g_test_add_func ("/company/working-says-what-is-not-measured", test_workings);
  g_test_add_func ("/company/loops-and-twins-are-refused", test_refusals);
  g_test_add_func ("/company/team-scores-by-brute-force", test_random_companies);
  g_test_add_func ("/company/ten-thousand-leaders-take-milliseconds", test_large_company);

  return g_test_run ();
}
