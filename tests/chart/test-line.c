#include "config.h"

#include "chart/ex-line-chart-private.h"

#include <math.h>
#include <string.h>

#define WIDTH 800
#define HEIGHT 450
#define DAY_2026 739617.0 /* 1 January 2026 */

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.1f %%", value);
}

static ExLineChart *
usual (void)
{
  ExLineChart *self = EX_LINE_CHART (ex_line_chart_new ());

  ex_line_chart_set_range (self, DAY_2026, DAY_2026 + 364);
  ex_line_chart_set_value_text (self, percent_text, NULL, NULL);
  ex_line_chart_set_path (self, 80, 88, "Expected path");
  ex_line_chart_add_level (self, 88, "Target 88 %");
  ex_line_chart_add_point (self, DAY_2026 + 120, 82, NULL);
  ex_line_chart_add_point (self, DAY_2026 + 30, 80.5, "30 January: 80.5 %, by Ana");
  ex_line_chart_add_point (self, DAY_2026 + 60, 81, NULL);
  ex_line_chart_set_forecast (self, DAY_2026 + 120, 82, 86, 84, 88.5, NULL);
  return self;
}

static void
draw (ExLineChart *self, double width, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  ex_chart_draw (EX_CHART (self), cr, width, height, EX_THEME_LIGHT, TRUE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static const ExLabel *
find (ExLineChart *self, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));

  for (guint i = 0; i < labels->len; i++)
    if (strstr (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text) != NULL)
      return labels->pdata[i];

  return NULL;
}

static void
marks_are_the_points_in_time_then_the_forecast (void)
{
  g_autoptr (ExLineChart) self = usual ();
  static const char *const expected[] = { "30 January: 80.5 %, by Ana", "2 March 2026: 81.0 %", "1 May 2026: 82.0 %",
                                          "Forecast 86.0 %, probably between 84.0 % and 88.5 %" };

  g_assert_cmpuint (ex_chart_n_marks (EX_CHART (self)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = ex_chart_mark_text (EX_CHART (self), i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
points_stand_at_their_day_and_value (void)
{
  g_autoptr (ExLineChart) self = usual ();
  ExSpot from, to;
  ExRect rect;

  draw (self, WIDTH, HEIGHT);
  ex_line_chart_path_ends (self, &from, &to);
  g_assert_true (ex_chart_mark_rect (EX_CHART (self), 2, &rect));
  g_assert_cmpfloat_with_epsilon (rect.x + rect.width / 2, from.x + 120 * (to.x - from.x) / 364, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.y + rect.height / 2, from.y + (82 - 80) * (to.y - from.y) / 8, 0.01);
}

static void
words_stand_at_the_ends_of_their_lines (void)
{
  g_autoptr (ExLineChart) self = usual ();
  const ExLabel *target = NULL, *forecast = NULL, *latest = NULL;

  draw (self, WIDTH, HEIGHT);
  target = find (self, "Target 88 %");
  forecast = find (self, "Forecast 86.0 %");
  latest = find (self, "82.0 %");
  g_assert_nonnull (target);
  g_assert_nonnull (forecast);
  g_assert_nonnull (latest);
  g_assert_nonnull (find (self, "Expected path"));
  g_assert_cmpfloat (target->rect.x, >, self->area.x + self->area.width);
  g_assert_cmpfloat (forecast->rect.x, >, self->area.x + self->area.width);
  g_assert_cmpfloat (fabs (target->rect.y + target->rect.height / 2 - ex_line_chart_y (self, 88)), <, 3);
  g_assert_cmpfloat (latest->rect.x + latest->rect.width, <, self->area.x + self->area.width);
}

static void
levels_close_together_keep_their_words (void)
{
  g_autoptr (ExLineChart) self = usual ();

  ex_line_chart_add_level (self, 88.1, "Stretch 88.1 %");
  ex_line_chart_add_level (self, 87.9, "Threshold 87.9 %");
  draw (self, WIDTH, HEIGHT);
  g_assert_cmpfloat (find (self, "Stretch")->rect.y, <, find (self, "Target")->rect.y);
  g_assert_cmpfloat (find (self, "Target")->rect.y, <, find (self, "Threshold")->rect.y);
}

static void
ten_thousand_points_are_thinned_to_the_pixels (void)
{
  g_autoptr (ExLineChart) self = EX_LINE_CHART (ex_line_chart_new ());
  double lowest = INFINITY, highest = -INFINITY, drawn_low = -INFINITY, drawn_high = INFINITY;

  for (guint i = 0; i < 10000; i++)
    {
      double value = g_test_rand_double_range (-100, 100);

      ex_line_chart_add_point (self, DAY_2026 + i, value, NULL);
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
    }
  draw (self, WIDTH, HEIGHT);
  g_assert_cmpuint (self->line->len, <=, 4 * WIDTH);
  g_assert_cmpuint (self->line->len, >, WIDTH / 2);
  for (guint i = 0; i < self->line->len; i++)
    {
      drawn_low = MAX (drawn_low, ex_line_spot (self->line, i)->y);
      drawn_high = MIN (drawn_high, ex_line_spot (self->line, i)->y);
    }
  g_assert_cmpfloat_with_epsilon (drawn_low, ex_line_chart_y (self, lowest), 1e-6);
  g_assert_cmpfloat_with_epsilon (drawn_high, ex_line_chart_y (self, highest), 1e-6);
}

static void
a_wide_band_does_not_flatten_the_line (void)
{
  g_autoptr (ExLineChart) self = usual ();

  ex_line_chart_set_forecast (self, DAY_2026 + 120, 82, 86, -1e6, 1e6, NULL);
  draw (self, WIDTH, HEIGHT);
  g_assert_cmpfloat (ex_line_chart_y (self, 80) - ex_line_chart_y (self, 88), >, self->area.height / 5);
}

static void
the_running_figure_is_the_line_that_matters (void)
{
  g_autoptr (ExLineChart) self = EX_LINE_CHART (ex_line_chart_new ());
  double sum = 0;

  for (guint i = 0; i < 5; i++)
    {
      sum += 10;
      ex_line_chart_add_point (self, DAY_2026 + i * 30, 10, NULL);
      ex_line_chart_add_running (self, DAY_2026 + i * 30, sum);
    }
  draw (self, WIDTH, HEIGHT);
  g_assert_cmpuint (ex_chart_n_marks (EX_CHART (self)), ==, 5);
  g_assert_cmpuint (self->line->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (ex_line_spot (self->line, 4)->y, ex_line_chart_y (self, 50), 1e-6);
  g_assert_nonnull (find (self, "50"));
}

static void
days_outside_the_range_widen_it (void)
{
  g_autoptr (ExLineChart) self = usual ();
  ExSpot from, to;

  ex_line_chart_add_point (self, DAY_2026 - 30, 79, NULL);
  ex_line_chart_add_point (self, DAY_2026 + 400, 84, NULL);
  draw (self, WIDTH, HEIGHT);
  ex_line_chart_path_ends (self, &from, &to);
  g_assert_cmpfloat (self->first, ==, DAY_2026 - 30);
  g_assert_cmpfloat (self->last, ==, DAY_2026 + 400);
  g_assert_cmpfloat (from.x, >, self->area.x);
  g_assert_cmpfloat (to.x, <, self->area.x + self->area.width);
}

static void
what_is_no_number_is_passed_over (void)
{
  g_autoptr (ExLineChart) self = usual ();
  guint marks = ex_chart_n_marks (EX_CHART (self));

  ex_line_chart_add_point (self, DAY_2026, NAN, NULL);
  ex_line_chart_add_point (self, NAN, 5, NULL);
  ex_line_chart_add_point (self, DAY_2026, INFINITY, NULL);
  ex_line_chart_add_level (self, NAN, "Nothing");
  ex_line_chart_add_due (self, INFINITY, "Never");
  ex_line_chart_set_zone (self, NAN, NAN, "Nowhere");
  g_assert_cmpuint (ex_chart_n_marks (EX_CHART (self)), ==, marks);
  draw (self, WIDTH, HEIGHT);
  g_assert_null (find (self, "Nothing"));
  g_assert_null (find (self, "Never"));
  g_assert_null (find (self, "Nowhere"));
  ex_line_chart_set_forecast (self, DAY_2026, NAN, 5, 4, 6, NULL);
  g_assert_cmpuint (ex_chart_n_marks (EX_CHART (self)), ==, marks - 1);
}

static void
it_is_told_in_words (void)
{
  g_autoptr (ExLineChart) self = usual ();
  g_autofree char *words = ex_chart_describe (EX_CHART (self));
  g_autoptr (GPtrArray) rows = ex_chart_table (EX_CHART (self));
  const char *const first[] = { "31 January 2026", "80.5 %", "30 January: 80.5 %, by Ana", NULL };
  const char *const forecast[] = { "31 December 2026", "86.0 %", "Forecast 86.0 %, probably between 84.0 % and 88.5 %", NULL };

  g_assert_cmpstr (words, ==, "Line chart with 3 points. From 31 January 2026 to 1 May 2026. Latest: 1 May 2026: 82.0 %. Lowest: 30 January: 80.5 %, by Ana. Target 88 %. "
                              "Forecast 86.0 %, probably between 84.0 % and 88.5 %.");
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstrv (rows->pdata[1], first);
  g_assert_cmpstrv (rows->pdata[4], forecast);
}

/* Whatever the days and values: each pixel from the first to the last has its part of the line, which reaches all points over it and its neighbours' parts. */
static void
a_crowded_line_hides_no_point (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (ExLineChart) self = EX_LINE_CHART (ex_line_chart_new ());
      guint n = (guint) g_test_rand_int_range (1000, 6000), at = 0;
      const ExRect *column = NULL, *before = NULL;

      for (guint i = 0; i < n; i++)
        ex_line_chart_add_point (self, 739617 + (round % 2 == 0 ? i : g_test_rand_int_range (0, 50) * 40 + g_test_rand_double ()), g_test_rand_double_range (-50, 50), NULL);
      ex_chart_layout (EX_CHART (self), 900, 400, EX_THEME_LIGHT, FALSE);
      g_assert_cmpuint (self->columns->len, >, 0);
      for (guint i = 0; i < self->columns->len; i++, before = column)
        {
          column = &g_array_index (self->columns, ExRect, i);
          if (before == NULL)
            continue;
          g_assert_true (column->x == before->x || column->x == before->x + 1);
          g_assert_cmpfloat (column->y, <=, before->y + before->height + 0.01);
          g_assert_cmpfloat (column->y + column->height, >=, before->y - 0.01);
        }
      for (guint i = 0; i < n; i++)
        {
          ExRect mark;
          double x, y;
          gboolean covered = FALSE;

          g_assert_true (ex_chart_mark_rect (EX_CHART (self), i, &mark));
          x = floor (mark.x + mark.width / 2);
          y = mark.y + mark.height / 2;
          while (at < self->columns->len && g_array_index (self->columns, ExRect, at).x < x)
            at++;
          for (guint j = at; j < self->columns->len && g_array_index (self->columns, ExRect, j).x == x; j++)
            {
              column = &g_array_index (self->columns, ExRect, j);
              covered = covered || (y >= column->y && y <= column->y + column->height);
            }
          g_assert_true (covered);
        }
    }
}

static void
a_narrow_chart_still_names_its_last_value (void)
{
  g_autoptr (ExLineChart) self = usual ();

  draw (self, 240, 120);
  g_assert_false (self->beside);
  g_assert_nonnull (find (self, "82.0 %"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line/marks-are-the-points-in-time-then-the-forecast", marks_are_the_points_in_time_then_the_forecast);
  g_test_add_func ("/line/points-stand-at-their-day-and-value", points_stand_at_their_day_and_value);
  g_test_add_func ("/line/words-stand-at-the-ends-of-their-lines", words_stand_at_the_ends_of_their_lines);
  g_test_add_func ("/line/levels-close-together-keep-their-words", levels_close_together_keep_their_words);
  g_test_add_func ("/line/ten-thousand-points-are-thinned-to-the-pixels", ten_thousand_points_are_thinned_to_the_pixels);
  g_test_add_func ("/line/a-crowded-line-hides-no-point", a_crowded_line_hides_no_point);
  g_test_add_func ("/line/a-wide-band-does-not-flatten-the-line", a_wide_band_does_not_flatten_the_line);
  g_test_add_func ("/line/the-running-figure-is-the-line-that-matters", the_running_figure_is_the_line_that_matters);
  g_test_add_func ("/line/days-outside-the-range-widen-it", days_outside_the_range_widen_it);
  g_test_add_func ("/line/what-is-no-number-is-passed-over", what_is_no_number_is_passed_over);
  g_test_add_func ("/line/it-is-told-in-words", it_is_told_in_words);
  g_test_add_func ("/line/a-narrow-chart-still-names-its-last-value", a_narrow_chart_still_names_its_last_value);

  return g_test_run ();
}
