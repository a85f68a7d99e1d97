#include "config.h"

#include "chart-scenes-review.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-distribution-chart-private.h"

#include <string.h>

static const char *const five[] = { "Far below", "Below", "As agreed", "Above", "Far above", NULL };

/* Ten ratings before and after, and one group a tenth as large. */
static ExChart *
make (void)
{
  static const guint before[] = { 0, 1, 4, 5, 0 }, after[] = { 0, 2, 5, 3, 0 }, small[] = { 0, 0, 1, 0, 0 };
  ExChart *chart = ex_distribution_chart_new (five);

  ex_distribution_chart_set_names (EX_DISTRIBUTION_CHART (chart), "First ratings", "After calibration");
  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Sales", before, after);
  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Legal", small, small);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  return chart;
}

static ExRect
bar (ExChart *chart, guint group, guint point, gboolean before)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);

  return ex_distribution_bar (self, ex_distribution_group (self, group), point, before);
}

static void
bars_are_shares_of_their_group (void)
{
  g_autoptr (ExChart) chart = make ();
  double whole = bar (chart, 1, 2, FALSE).height; /* one of one */

  g_assert_cmpfloat (whole, >, 50);
  g_assert_cmpfloat_with_epsilon (bar (chart, 0, 2, FALSE).height, 0.5 * whole, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar (chart, 0, 3, TRUE).height, 0.5 * whole, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar (chart, 0, 1, TRUE).height, 0.1 * whole, 1e-6);
  g_assert_cmpfloat (bar (chart, 0, 0, FALSE).height, ==, 0);
}

/* On one scale for all groups, which the highest bar fills. */
static void
the_highest_bar_fills_the_height (void)
{
  g_autoptr (ExChart) chart = scene_distribution ();
  ExRect column;

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_true (ex_chart_mark_rect (chart, 2, &column));
  g_assert_cmpfloat_with_epsilon (bar (chart, 0, 2, FALSE).height, column.height, 1e-6);
}

static void
before_stands_left_of_after_and_right_of_it_right_to_left (void)
{
  g_autoptr (ExChart) chart = make ();
  ExRect before = bar (chart, 0, 2, TRUE), after = bar (chart, 0, 2, FALSE);

  g_assert_cmpfloat_with_epsilon (before.x + before.width, after.x, 1e-6);
  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  before = bar (chart, 0, 2, TRUE);
  after = bar (chart, 0, 2, FALSE);
  g_assert_cmpfloat_with_epsilon (after.x + after.width, before.x, 1e-6);
  g_assert_cmpfloat (bar (chart, 0, 1, FALSE).x, >, after.x);
  g_assert_cmpfloat (bar (chart, 1, 2, FALSE).x, <, after.x);
}

static void
even_one_of_very_many_is_seen (void)
{
  g_autoptr (ExChart) chart = scene_distribution_wild ();

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat (bar (chart, 1, 0, FALSE).height, >=, 1.5);
  g_assert_cmpfloat (bar (chart, 0, 1, FALSE).height, ==, 0);
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[(int) x];
}

/* The colours along the middle of a bar, in a theme. */
static guint
colours_in (ExChart *chart, gboolean before, ExTheme theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 400);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  ExRect rect;

  ex_chart_draw (chart, cr, 800, 400, theme, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  rect = bar (chart, 0, 2, before);
  for (double x = rect.x + 4; x < rect.x + rect.width - 4; x++)
    g_hash_table_add (seen, GUINT_TO_POINTER (pixel (surface, x, rect.y + rect.height / 2)));
  cairo_surface_destroy (surface);

  return g_hash_table_size (seen);
}

static void
before_and_after_differ_without_colour (void)
{
  g_autoptr (ExChart) chart = make ();

  for (int theme = EX_THEME_LIGHT; theme <= (int) EX_THEME_PRINT; theme++)
    {
      g_assert_cmpuint (colours_in (chart, FALSE, (ExTheme) theme), ==, 1);
      g_assert_cmpuint (colours_in (chart, TRUE, (ExTheme) theme), >, 3);
    }
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text)) /* figures have a mark before them */
      return TRUE;

  return FALSE;
}

static void
words_of_the_scale_where_they_fit_else_numbers (void)
{
  g_autoptr (ExChart) chart = scene_distribution ();

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (chart, "As agreed") && shows (chart, "51") && shows (chart, "59") && shows (chart, "First ratings"));
  ex_chart_layout (chart, 240, 200, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (chart, "3") && !shows (chart, "As agreed"));
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autoptr (ExChart) alone = scene_distribution_alone ();
  g_autofree char *pair = ex_chart_mark_text (chart, 2);
  g_autofree char *second = ex_chart_mark_text (chart, 5);
  g_autofree char *single = ex_chart_mark_text (alone, 2);
  g_autofree char *words = ex_chart_describe (chart);
  g_autoptr (ExChart) partly = scene_distribution_nobody ();
  g_autofree char *nobody = ex_chart_describe (partly);

  g_assert_true (g_str_has_suffix (nobody, " Service: nobody."));
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 10);
  g_assert_cmpstr (pair, ==, "Sales, As agreed: 4 (First ratings), 5 (After calibration)");
  g_assert_cmpstr (second, ==, "Legal, Far below: 0 (First ratings), 0 (After calibration)");
  g_assert_cmpstr (single, ==, "Everybody, As agreed: 1204");
  g_assert_cmpstr (words, ==,
                   "Bars for 2 groups. Counted: After calibration. Sales: Far below 0, Below 2, As agreed 5, Above 3, Far above 0. "
                   "Legal: Far below 0, Below 0, As agreed 1, Above 0, Far above 0.");
}

static void
its_table_has_a_row_a_point_of_each_group (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autoptr (ExChart) alone = scene_distribution_alone ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  g_autoptr (GPtrArray) single = ex_chart_table (alone);
  const char *const heading[] = { "Group", "Rating", "First ratings", "After calibration", NULL };
  const char *const row[] = { "Sales", "Above", "5", "3", NULL };
  const char *const short_row[] = { "Everybody", "Below", "12", NULL };

  g_assert_cmpuint (rows->len, ==, 11);
  g_assert_cmpstrv (rows->pdata[0], heading);
  g_assert_cmpstrv (rows->pdata[4], row);
  g_assert_cmpstrv (single->pdata[2], short_row);
}

static void
a_group_without_any_says_so (void)
{
  g_autoptr (ExChart) chart = scene_distribution_nobody ();

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (chart, "No ratings yet"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/distribution/bars-are-shares-of-their-group", bars_are_shares_of_their_group);
  g_test_add_func ("/distribution/the-highest-bar-fills-the-height", the_highest_bar_fills_the_height);
  g_test_add_func ("/distribution/before-stands-left-of-after", before_stands_left_of_after_and_right_of_it_right_to_left);
  g_test_add_func ("/distribution/even-one-of-very-many-is-seen", even_one_of_very_many_is_seen);
  g_test_add_func ("/distribution/before-and-after-differ-without-colour", before_and_after_differ_without_colour);
  g_test_add_func ("/distribution/words-of-the-scale-where-they-fit-else-numbers", words_of_the_scale_where_they_fit_else_numbers);
  g_test_add_func ("/distribution/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/distribution/its-table-has-a-row-a-point-of-each-group", its_table_has_a_row_a_point_of_each_group);
  g_test_add_func ("/distribution/a-group-without-any-says-so", a_group_without_any_says_so);

  return g_test_run ();
}
