#include "config.h"

#include "company/ex-rating-chart.h"

#include "tests/core/review-scene.h"

#include <string.h>

static void
adjust (Scene      *scene,
        const char *objective,
        int         rating)
{
  g_ptr_array_add (scene->records->adjustments, ex_adjustment_new (objective, rating, "Compared with the others.", "Ana"));
}

/* Ana over Ben (Sales) and Cem (no unit); Ben over Dag (Sales), who is excused, and Eva (Service), who is not assessed yet. */
static Scene
make_company (ExPhase phase)
{
  Scene scene = scene_new (phase, ex_day_new (2027, 1, 25));
  ExReview *review;

  scene_add_leader (&scene, "Ana", NULL)->unit = g_strdup ("Board");
  scene_add_leader (&scene, "Ben", "ana")->unit = g_strdup ("Sales");
  scene_add_leader (&scene, "Cem", "ana");
  scene_add_leader (&scene, "Dag", "ben")->unit = g_strdup ("Sales");
  scene_add_leader (&scene, "Eva", "ben")->unit = g_strdup ("Service");
  for (guint i = 0; i < 5; i++)
    {
      const ExLeader *leader = g_ptr_array_index (scene.leaders, i);

      scene_add_objectives (&scene, leader->id);
      review = scene_add_review (&scene, leader->id, i < 4 ? EX_REVIEW_ASSESSED : EX_REVIEW_SELF_ASSESSED);
      review->assessed_by = g_strdup (i == 0 ? "" : i < 3 ? "ana" : i == 3 ? "ben" : NULL);
      review->excused = i == 3;
    }
  scene_add_mark (&scene, "ana-1", EX_ROLE_MANAGER, NULL, 3);
  scene_add_mark (&scene, "ana-2", EX_ROLE_MANAGER, NULL, 3);
  scene_add_mark (&scene, "ben-1", EX_ROLE_MANAGER, "ana", 5);
  scene_add_mark (&scene, "ben-2", EX_ROLE_MANAGER, "ana", 4);
  scene_add_mark (&scene, "cem-1", EX_ROLE_MANAGER, "ana", 2);
  scene_add_mark (&scene, "cem-2", EX_ROLE_MANAGER, "ana", 4);
  scene_add_mark (&scene, "dag-1", EX_ROLE_MANAGER, "ben", 1);
  scene_add_mark (&scene, "eva-1", EX_ROLE_MANAGER, "ben", 1);
  adjust (&scene, "ben-1", 4);

  return scene;
}

/* "Group Rating before after", a line each that is not 0 and 0. (transfer full) */
static char *
print_rows (ExChart *chart)
{
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      if (strcmp (row[2], "0") != 0 || strcmp (row[3], "0") != 0)
        g_string_append_printf (text, "%s, %s: %s, %s\n", row[0], row[1], row[2], row[3]);
    }

  return g_string_free (text, FALSE);
}

static void
assert_chart (Scene          *scene,
              int             viewer,
              ExRatingGroups  groups,
              const char     *title,
              const char     *expected)
{
  g_autoptr (ExReviews) reviews = scene_finish (scene);
  g_autoptr (ExChart) chart = ex_rating_chart_new (reviews, viewer, groups);
  g_autofree char *rows = print_rows (chart);

  g_assert_cmpstr (ex_chart_get_title (chart), ==, title);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_by_unit (void)
{
  Scene scene = make_company (EX_PHASE_CALIBRATE);

  assert_chart (&scene, EX_NOBODY, EX_RATINGS_BY_UNIT, "1 of 6 ratings was adjusted",
                "Everybody, Partly met: 1, 1\nEverybody, Met: 2, 2\nEverybody, Exceeded: 2, 3\nEverybody, Far exceeded: 1, 0\n"
                "Board, Met: 2, 2\n"
                "No unit, Partly met: 1, 1\nNo unit, Exceeded: 1, 1\n"
                "Sales, Exceeded: 1, 2\nSales, Far exceeded: 1, 0\n");
}

static void
test_by_level (void)
{
  Scene scene = make_company (EX_PHASE_CALIBRATE);

  assert_chart (&scene, EX_NOBODY, EX_RATINGS_BY_LEVEL, "1 of 6 ratings was adjusted",
                "Everybody, Partly met: 1, 1\nEverybody, Met: 2, 2\nEverybody, Exceeded: 2, 3\nEverybody, Far exceeded: 1, 0\n"
                "Level 1, Met: 2, 2\n"
                "Level 2, Partly met: 1, 1\nLevel 2, Exceeded: 2, 3\nLevel 2, Far exceeded: 1, 0\n");
}

/* Ana does not see what the board said of her before sign; Ben sees nothing of Cem, ever. */
static void
test_as_far_as_one_may_see (void)
{
  Scene top = make_company (EX_PHASE_CALIBRATE);
  Scene manager = make_company (EX_PHASE_SIGN);
  Scene nobody = make_company (EX_PHASE_CALIBRATE);

  assert_chart (&top, 0, EX_RATINGS_BY_LEVEL, "1 of 4 ratings was adjusted", "Level 2, Partly met: 1, 1\nLevel 2, Exceeded: 2, 3\nLevel 2, Far exceeded: 1, 0\n");
  assert_chart (&manager, 1, EX_RATINGS_BY_UNIT, "1 of 2 ratings was adjusted", "Sales, Exceeded: 1, 2\nSales, Far exceeded: 1, 0\n");
  assert_chart (&nobody, 4, EX_RATINGS_BY_UNIT, NULL, "");
}

static void
test_nothing_yet (void)
{
  Scene scene = scene_new (EX_PHASE_PLAN, ex_day_new (2026, 1, 25));
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExChart) chart = NULL;
  g_autofree char *words = NULL;

  scene_add_leader (&scene, "Ana", NULL);
  reviews = scene_finish (&scene);
  chart = ex_rating_chart_new (reviews, EX_NOBODY, EX_RATINGS_BY_UNIT);
  words = ex_chart_describe (chart);
  g_assert_cmpstr (words, ==, "No ratings yet");
}

/* The small ones go together, and none is lost. */
static void
test_many_units (void)
{
  Scene scene = scene_new (EX_PHASE_CALIBRATE, ex_day_new (2027, 1, 25));
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint everybody = 0, others = 0, groups = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("l%02u", i);

      scene_add_leader (&scene, name, NULL)->unit = g_strdup_printf ("Unit %02u", i < 40 ? i : i - 40);
      scene_add_objectives (&scene, name);
      scene_add_review (&scene, name, EX_REVIEW_ASSESSED)->assessed_by = g_strdup ("");
      for (guint k = 1; k <= 2; k++)
        {
          g_autofree char *objective = g_strdup_printf ("%s-%u", name, k);

          scene_add_mark (&scene, objective, EX_ROLE_MANAGER, NULL, 3);
        }
    }
  reviews = scene_finish (&scene);
  chart = ex_rating_chart_new (reviews, EX_NOBODY, EX_RATINGS_BY_UNIT);
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "120 ratings, none of them adjusted");
  rows = ex_chart_table (chart);
  for (guint i = 1; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      if (strcmp (row[1], "Met") != 0)
        continue;
      groups++;
      if (strcmp (row[0], "Everybody") == 0)
        everybody = (guint) atoi (row[3]);
      else
        others += (guint) atoi (row[3]);
      if (groups == 25)
        g_assert_cmpstr (row[0], ==, "17 others");
    }
  g_assert_cmpuint (groups, ==, 25);
  g_assert_cmpuint (everybody, ==, 120);
  g_assert_cmpuint (others, ==, 120);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rating-chart/by-unit", test_by_unit);
  g_test_add_func ("/rating-chart/by-level", test_by_level);
  g_test_add_func ("/rating-chart/as-far-as-one-may-see", test_as_far_as_one_may_see);
  g_test_add_func ("/rating-chart/nothing-yet", test_nothing_yet);
  g_test_add_func ("/rating-chart/many-units", test_many_units);

  return g_test_run ();
}
