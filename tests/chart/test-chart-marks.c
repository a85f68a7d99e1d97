/* Where marks lead, by keys and arrow keys; how high charts of rows should be; and their motion. */
#include "config.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-pareto-chart.h"
#include "chart/ex-waterfall-chart.h"

/* ---- A chart of rows, as small as one can be ---- */

#define TEST_TYPE_ROWS (test_rows_get_type ())
G_DECLARE_FINAL_TYPE (TestRows, test_rows, TEST, ROWS, ExChart)

struct _TestRows
{
  ExChart  parent_instance;
  guint    rows;
  ExRect   plot;
  gboolean moved;
  double   t; /* of the last drawn motion */
};

G_DEFINE_FINAL_TYPE (TestRows, test_rows, EX_TYPE_CHART)

static void
test_rows_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  TEST_ROWS (chart)->plot = *plot;
}

static void
test_rows_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  TEST_ROWS (chart)->t = 1;
}

static void
test_rows_draw_motion (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t)
{
  TEST_ROWS (chart)->t = t;
}

static guint
test_rows_n_marks (ExChart *chart)
{
  return TEST_ROWS (chart)->rows;
}

static int
test_rows_neighbour (ExChart *chart, guint mark, ExWay way)
{
  if (way == EX_WAY_DOWN && mark + 1 < TEST_ROWS (chart)->rows)
    return (int) mark + 1;
  return way == EX_WAY_UP ? (int) mark - 1 : -1;
}

static double
test_rows_natural_height (ExChart *chart, double width)
{
  return TEST_ROWS (chart)->rows * 10;
}

static gboolean
test_rows_has_motion (ExChart *chart)
{
  return TEST_ROWS (chart)->moved;
}

static void
test_rows_end_motion (ExChart *chart)
{
  TEST_ROWS (chart)->moved = FALSE;
}

static void
test_rows_class_init (TestRowsClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  chart_class->layout = test_rows_layout;
  chart_class->draw = test_rows_draw;
  chart_class->draw_motion = test_rows_draw_motion;
  chart_class->n_marks = test_rows_n_marks;
  chart_class->neighbour = test_rows_neighbour;
  chart_class->natural_height = test_rows_natural_height;
  chart_class->has_motion = test_rows_has_motion;
  chart_class->end_motion = test_rows_end_motion;
}

static void
test_rows_init (TestRows *self)
{
}

static TestRows *
rows_new (guint rows)
{
  TestRows *self = g_object_new (TEST_TYPE_ROWS, NULL);

  self->rows = rows;
  return self;
}

static ExChart *
waterfall (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 10, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "New", 4, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Closing", 14, NULL, NULL);
  return chart;
}

/* ---- The rules ---- */

static void
a_mark_has_the_key_that_it_was_given (void)
{
  g_autoptr (ExChart) chart = waterfall ();

  g_assert_null (ex_chart_mark_key (chart, 1));
  ex_chart_set_mark_key (chart, 1, "new");
  ex_chart_set_mark_key (chart, 7, "not there yet");
  g_assert_null (ex_chart_mark_key (chart, 0));
  g_assert_cmpstr (ex_chart_mark_key (chart, 1), ==, "new");
  g_assert_null (ex_chart_mark_key (chart, 2));
  ex_chart_set_mark_key (chart, 1, "newer");
  g_assert_cmpstr (ex_chart_mark_key (chart, 1), ==, "newer");
  ex_chart_set_mark_key (chart, 1, NULL);
  g_assert_null (ex_chart_mark_key (chart, 1));
}

static void
a_key_goes_with_its_bar_where_it_is_sorted_to (void)
{
  g_autoptr (ExChart) chart = ex_pareto_chart_new ();
  ExParetoChart *self = EX_PARETO_CHART (chart);

  ex_pareto_chart_set_unknown (self, "Not known", 900, NULL, NULL);
  ex_pareto_chart_set_key (self, "unknown");
  ex_pareto_chart_add_bar (self, "Price", 10, NULL, NULL);
  ex_pareto_chart_set_key (self, "price");
  ex_pareto_chart_add_bar (self, "Attitude", 30, NULL, NULL);
  ex_pareto_chart_set_key (self, "attitude");
  ex_pareto_chart_add_bar (self, "Moved", 20, NULL, NULL);

  g_assert_cmpstr (ex_chart_mark_key (chart, 0), ==, "attitude");
  g_assert_null (ex_chart_mark_key (chart, 1));
  g_assert_cmpstr (ex_chart_mark_key (chart, 2), ==, "price");
  g_assert_cmpstr (ex_chart_mark_key (chart, 3), ==, "unknown");
}

static void
without_ways_of_its_own_a_chart_goes_left_and_right (void)
{
  g_autoptr (ExChart) chart = waterfall ();

  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_RIGHT), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (chart, 2, EX_WAY_RIGHT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 2, EX_WAY_LEFT), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_LEFT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_UP), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_DOWN), ==, -1);
}

static void
right_to_left_the_next_mark_is_at_the_left (void)
{
  g_autoptr (ExChart) chart = ex_pareto_chart_new ();

  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), "Price", 10, NULL, NULL);
  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), "Moved", 5, NULL, NULL);
  ex_chart_set_rtl (chart, TRUE);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_LEFT), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_RIGHT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_RIGHT), ==, 0);
}

static void
a_chart_of_rows_has_ways_of_its_own (void)
{
  g_autoptr (TestRows) self = rows_new (3);

  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 0, EX_WAY_DOWN), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 2, EX_WAY_DOWN), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 2, EX_WAY_UP), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 1, EX_WAY_RIGHT), ==, -1);
}

static void
at_its_natural_height_a_chart_has_its_whole_heading_and_its_rows (void)
{
  static const char *const subtitles[] = { NULL, "Of those that were asked", "Of those that were asked, and of those that were not asked, too" };

  for (guint rows = 2; rows <= 100; rows = rows * 3 + 1)
    for (guint i = 0; i < G_N_ELEMENTS (subtitles); i++)
      for (guint background = 0; background < 2; background++)
        for (double width = 150; width < 1500; width *= 2)
          {
            g_autoptr (TestRows) self = rows_new (rows);
            ExChart *chart = EX_CHART (self);
            double bare = ex_chart_natural_height (chart, width, background);
            double height;

            ex_chart_set_title (chart, i > 0 ? "Something was found, and it is said here" : NULL, subtitles[i]);
            height = ex_chart_natural_height (chart, width, background);
            g_assert_true (i > 0 ? height > bare : height == bare);
            ex_chart_layout (chart, width, height, EX_THEME_LIGHT, background);
            g_assert_cmpuint (ex_chart_n_headings (chart), ==, i > 0 ? 2 : 0);
            g_assert_cmpfloat (self->plot.height, >=, rows * 10);
            g_assert_cmpfloat (self->plot.height, <, rows * 10 + (background ? 3 : 2));
          }
}

static void
a_chart_of_no_rows_takes_what_it_is_given (void)
{
  g_autoptr (TestRows) none = rows_new (0);
  g_autoptr (ExChart) bars = waterfall ();

  g_assert_cmpfloat (ex_chart_natural_height (EX_CHART (none), 400, TRUE), ==, 0);
  g_assert_cmpfloat (ex_chart_natural_height (bars, 400, TRUE), ==, 0);
  none->rows = 4;
  g_assert_cmpfloat (ex_chart_natural_height (EX_CHART (none), 0, TRUE), ==, 0);
  g_assert_cmpfloat (ex_chart_natural_height (EX_CHART (none), -20, FALSE), ==, 0);
}

static void
a_motion_is_drawn_until_it_is_over (void)
{
  g_autoptr (TestRows) self = rows_new (3);
  ExChart *chart = EX_CHART (self);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 100);
  cairo_t *cr = cairo_create (surface);

  ex_chart_draw_motion (chart, cr, 200, 100, EX_THEME_LIGHT, 0.5);
  g_assert_cmpfloat (self->t, ==, 1);
  self->moved = TRUE;
  g_assert_true (ex_chart_has_motion (chart));
  ex_chart_draw_motion (chart, cr, 200, 100, EX_THEME_LIGHT, 0.5);
  g_assert_cmpfloat (self->t, ==, 0.5);
  ex_chart_draw_motion (chart, cr, 200, 100, EX_THEME_LIGHT, -3);
  g_assert_cmpfloat (self->t, ==, 0);
  ex_chart_draw_motion (chart, cr, 200, 100, EX_THEME_LIGHT, 1);
  g_assert_cmpfloat (self->t, ==, 1);
  g_assert_true (ex_chart_has_motion (chart));
  ex_chart_end_motion (chart);
  g_assert_false (ex_chart_has_motion (chart));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
a_chart_that_stands_still_has_no_motion (void)
{
  g_autoptr (ExChart) chart = waterfall ();

  g_assert_false (ex_chart_has_motion (chart));
  ex_chart_end_motion (chart);
  g_assert_false (ex_chart_has_motion (chart));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-marks/a-mark-has-the-key-that-it-was-given", a_mark_has_the_key_that_it_was_given);
  g_test_add_func ("/chart-marks/a-key-goes-with-its-bar-where-it-is-sorted-to", a_key_goes_with_its_bar_where_it_is_sorted_to);
  g_test_add_func ("/chart-marks/without-ways-of-its-own-a-chart-goes-left-and-right", without_ways_of_its_own_a_chart_goes_left_and_right);
  g_test_add_func ("/chart-marks/right-to-left-the-next-mark-is-at-the-left", right_to_left_the_next_mark_is_at_the_left);
  g_test_add_func ("/chart-marks/a-chart-of-rows-has-ways-of-its-own", a_chart_of_rows_has_ways_of_its_own);
  g_test_add_func ("/chart-marks/at-its-natural-height-a-chart-has-its-whole-heading-and-its-rows",
                   at_its_natural_height_a_chart_has_its_whole_heading_and_its_rows);
  g_test_add_func ("/chart-marks/a-chart-of-no-rows-takes-what-it-is-given", a_chart_of_no_rows_takes_what_it_is_given);
  g_test_add_func ("/chart-marks/a-motion-is-drawn-until-it-is-over", a_motion_is_drawn_until_it_is_over);
  g_test_add_func ("/chart-marks/a-chart-that-stands-still-has-no-motion", a_chart_that_stands_still_has_no_motion);

  return g_test_run ();
}
