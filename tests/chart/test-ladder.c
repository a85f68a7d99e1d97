#include "config.h"

#include "chart-scenes-review.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-ladder-chart.h"

#include <math.h>
#include <string.h>

/* Baseline 80, threshold 84, now 86.1, target 88, stretch 92: laid out at 320 x 120. */
static ExChart *
usual (void)
{
  ExChart *chart = scene_ladder ();

  ex_chart_layout (chart, 320, 120, EX_THEME_LIGHT, FALSE);
  return chart;
}

static double
middle (ExChart *chart, guint mark)
{
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (chart, mark, &rect));
  return rect.x + rect.width / 2;
}

static double
height (ExChart *chart, guint mark)
{
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (chart, mark, &rect));
  return rect.y + rect.height / 2;
}

static void
marks_stand_where_their_values_are (void)
{
  g_autoptr (ExChart) chart = usual ();
  double unit = (middle (chart, 4) - middle (chart, 0)) / 12; /* a point of the value */

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 5);
  g_assert_cmpfloat (unit, >, 10);
  g_assert_cmpfloat_with_epsilon (middle (chart, 1), middle (chart, 0) + 4 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle (chart, 2), middle (chart, 0) + 6.1 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle (chart, 3), middle (chart, 0) + 8 * unit, 1e-6);
}

static void
marks_stand_as_high_as_they_score (void)
{
  g_autoptr (ExChart) chart = usual ();
  double ground = height (chart, 0), whole = ground - height (chart, 3);

  g_assert_cmpfloat (whole, >, 20);
  g_assert_cmpfloat_with_epsilon (ground - height (chart, 1), 0.5 * whole, 1e-6);
  g_assert_cmpfloat_with_epsilon (ground - height (chart, 2), 0.7625 * whole, 1e-6);
  g_assert_cmpfloat_with_epsilon (ground - height (chart, 4), 1.5 * whole, 1e-6);
}

static void
better_is_to_the_right_when_lower_is_better_too (void)
{
  g_autoptr (ExChart) chart = scene_ladder_falling ();
  g_autofree char *first = ex_chart_mark_text (chart, 0);
  g_autofree char *now = ex_chart_mark_text (chart, 1);

  ex_chart_layout (chart, 320, 120, EX_THEME_LIGHT, FALSE);
  g_assert_cmpstr (first, ==, "Baseline: 15 days, scores 0 %");
  g_assert_cmpstr (now, ==, "Now: 12 days, scores 50.0 %");
  g_assert_true (middle (chart, 0) < middle (chart, 1) && middle (chart, 1) < middle (chart, 2) && middle (chart, 2) < middle (chart, 3));
}

static void
right_to_left_it_climbs_to_the_left (void)
{
  g_autoptr (ExChart) chart = usual ();

  ex_chart_set_rtl (chart, TRUE);
  g_assert_true (ex_chart_is_mirrored (chart));
  g_assert_cmpfloat (middle (chart, 0), >, middle (chart, 4));
}

static void
a_value_far_out_stays_in_the_picture (void)
{
  g_autoptr (ExChart) chart = scene_ladder_beyond ();

  ex_chart_layout (chart, 320, 120, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat (middle (chart, 0), >, 0);
  g_assert_cmpfloat (middle (chart, 2) - middle (chart, 1), >, 120);
}

static void
each_mark_answers_where_it_stands (void)
{
  g_autoptr (ExChart) chart = scene_ladder_on_target ();

  ex_chart_layout (chart, 320, 120, EX_THEME_LIGHT, FALSE);
  /* Baseline and threshold share a value, and are told apart by height. */
  g_assert_cmpint (ex_chart_hit (chart, middle (chart, 0), height (chart, 0)), ==, 0);
  g_assert_cmpint (ex_chart_hit (chart, middle (chart, 1), height (chart, 1)), ==, 1);
  g_assert_cmpint (ex_chart_hit (chart, middle (chart, 0) + 3, 118), ==, 0);
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
it_is_read_at_the_size_of_a_form (void)
{
  g_autoptr (ExChart) chart = scene_ladder ();

  ex_chart_layout (chart, 320, 90, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (chart, "Baseline\n80 %") && shows (chart, "Target\n88 %") && shows (chart, "Now\n86.1 %"));
  g_assert_true (shows (chart, "100 %") && shows (chart, "76.2 %"));
}

static void
what_is_no_ladder_says_so (void)
{
  const struct { double first, second, third; } cases[] = {
    { 40, 40, 40 }, { 30, 40, 35 }, { 30, NAN, 40 }, { 40, 30, 35 }, { INFINITY, 30, 20 },
  };
  g_autoptr (ExChart) bare = ex_ladder_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = ex_ladder_chart_new ();
      g_autoptr (GPtrArray) rows = NULL;
      g_autofree char *words = NULL;

      ex_chart_set_empty_text (chart, "Baseline and target are the same.");
      ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "A", cases[i].first, "a", 0, 0, "0 %");
      ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "B", cases[i].second, "b", 1, 1, "100 %");
      ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "C", cases[i].third, "c", 1, 1, "100 %");
      ex_ladder_chart_set_actual (EX_LADDER_CHART (chart), "Now", 35, "35", 0.5, "50 %");
      g_assert_cmpuint (ex_chart_n_marks (chart), ==, 0);
      ex_chart_layout (chart, 320, 90, EX_THEME_LIGHT, FALSE);
      g_assert_true (shows (chart, "Baseline and target are the same."));
      words = ex_chart_describe (chart);
      g_assert_cmpstr (words, ==, "Baseline and target are the same.");
      rows = ex_chart_table (chart);
      g_assert_cmpuint (rows->len, ==, 1);
    }

  ex_ladder_chart_add_rung (EX_LADDER_CHART (bare), "A", 1, "1", 0, 0, "0 %");
  g_assert_cmpuint (ex_chart_n_marks (bare), ==, 0);
}

static void
its_words_and_its_table (void)
{
  g_autoptr (ExChart) chart = usual ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  g_autofree char *words = ex_chart_describe (chart);
  const char *const heading[] = { "Point", "Value", "Score", NULL };
  const char *const threshold[] = { "Threshold", "84 %", "50 %", NULL };

  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstrv (rows->pdata[0], heading);
  g_assert_cmpstrv (rows->pdata[2], threshold);
  g_assert_cmpstr (words, ==,
                   "Baseline: 80 %, scores 0 %; Threshold: 84 %, scores 50 %; Now: 86.1 %, scores 76.2 %; Target: 88 %, scores 100 %; "
                   "Stretch: 92 %, scores 150 %.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ladder/marks-stand-where-their-values-are", marks_stand_where_their_values_are);
  g_test_add_func ("/ladder/marks-stand-as-high-as-they-score", marks_stand_as_high_as_they_score);
  g_test_add_func ("/ladder/better-is-to-the-right-when-lower-is-better-too", better_is_to_the_right_when_lower_is_better_too);
  g_test_add_func ("/ladder/right-to-left-it-climbs-to-the-left", right_to_left_it_climbs_to_the_left);
  g_test_add_func ("/ladder/a-value-far-out-stays-in-the-picture", a_value_far_out_stays_in_the_picture);
  g_test_add_func ("/ladder/each-mark-answers-where-it-stands", each_mark_answers_where_it_stands);
  g_test_add_func ("/ladder/it-is-read-at-the-size-of-a-form", it_is_read_at_the_size_of_a_form);
  g_test_add_func ("/ladder/what-is-no-ladder-says-so", what_is_no_ladder_says_so);
  g_test_add_func ("/ladder/its-words-and-its-table", its_words_and_its_table);

  return g_test_run ();
}
