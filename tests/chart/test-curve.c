#include "config.h"

#include "chart-scenes-asset.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-curve-chart-private.h"

#include <math.h>
#include <string.h>

#define WIDTH 800
#define HEIGHT 450

static const double growth[] = { 2, 5, 8 }, payout[] = { 50, 100, 150 };

static ExChart *
make (void)
{
  ExChart *chart = ex_curve_chart_new ();

  ex_curve_chart_set_points (EX_CURVE_CHART (chart), growth, payout, 3);
  ex_curve_chart_set_spot (EX_CURVE_CHART (chart), EX_CURVE_TODAY, 3, 200 / 3.0, NAN, NAN, "Today +3.0 %: 66.7 %", NULL);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  return chart;
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return TRUE;

  return FALSE;
}

/* --- from data to places and back -------------------------------------------------------------------------------------- */

static void
a_place_says_its_growth_and_payout (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);

  for (double g = 2; g <= 8; g += 0.37)
    for (double p = 0; p <= 150; p += 17)
      {
        double x, y, found_g, found_p;

        g_assert_true (ex_curve_chart_map (self, g, p, &x, &y));
        g_assert_true (ex_curve_chart_unmap (self, x, y, &found_g, &found_p));
        g_assert_cmpfloat_with_epsilon (found_g, g, 1e-9);
        g_assert_cmpfloat_with_epsilon (found_p, p, 1e-9);
      }
}

static void
a_place_outside_is_held_at_the_edge (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  double low, high, most, g, p;

  g_assert_true (ex_curve_chart_get_range (self, &low, &high, &most));
  g_assert_true (ex_curve_chart_unmap (self, -1000, 5000, &g, &p));
  g_assert_cmpfloat_with_epsilon (g, low, 1e-9);
  g_assert_cmpfloat_with_epsilon (p, 0, 1e-9);
  g_assert_true (ex_curve_chart_unmap (self, 5000, -1000, &g, &p));
  g_assert_cmpfloat_with_epsilon (g, high, 1e-9);
  g_assert_cmpfloat_with_epsilon (p, most, 1e-9);
  g_assert_false (ex_curve_chart_unmap (self, NAN, 3, &g, &p));
}

static void
nothing_is_known_before_a_drawing (void)
{
  g_autoptr (ExChart) chart = ex_curve_chart_new ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  double a, b, c;

  ex_curve_chart_set_points (self, growth, payout, 3);
  g_assert_false (ex_curve_chart_unmap (self, 5, 5, &a, &b));
  g_assert_false (ex_curve_chart_map (self, 5, 5, &a, &b));
  g_assert_false (ex_curve_chart_get_range (self, &a, &b, &c));
  g_assert_cmpint (ex_curve_chart_point_at (self, 5, 5), ==, -1);
}

static void
a_point_is_found_near_it_and_nowhere_else (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);

  for (int i = 0; i < 3; i++)
    {
      double x, y;

      g_assert_true (ex_curve_chart_map (self, growth[i], payout[i], &x, &y));
      g_assert_cmpint (ex_curve_chart_point_at (self, x + 6, y - 6), ==, i);
      g_assert_cmpint (ex_curve_chart_point_at (self, x, y + 40), ==, -1);
    }
}

/* A point is dragged over its neighbour: it keeps its number, though it is not the second from the left any more. */
static void
points_keep_their_numbers_in_any_order (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  const double crossed[] = { 2, 9, 8 };
  ExRect rect;
  double x, y;

  ex_curve_chart_set_points (self, crossed, payout, 3);
  g_assert_true (ex_curve_chart_map (self, 9, 100, &x, &y));
  g_assert_cmpint (ex_curve_chart_point_at (self, x, y), ==, 1);
  g_assert_true (ex_chart_mark_rect (chart, ex_curve_chart_point_mark (self, 1), &rect));
  g_assert_cmpfloat_with_epsilon (rect.x + rect.width / 2, x, 1e-6);
  g_assert_cmpuint (ex_curve_chart_point_mark (self, 7), ==, G_MAXUINT);
}

static void
held_axes_stand_still_while_points_move (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  double low, high, most, x, y;

  g_assert_true (ex_curve_chart_get_range (self, &low, &high, &most));
  g_assert_true (ex_curve_chart_map (self, 5, 100, &x, &y));
  ex_curve_chart_set_range (self, low, high, most);
  for (double g = 2.1; g < 40; g += 3.3)
    {
      const double moved[] = { 2, 2.05, g };
      const double paid[] = { 50, 60, 100 + 10 * g };
      double new_low, new_high, new_most, new_x, new_y;
      ExRect rect;

      ex_curve_chart_set_points (self, moved, paid, 3);
      g_assert_true (ex_curve_chart_get_range (self, &new_low, &new_high, &new_most));
      g_assert_true (ex_curve_chart_map (self, 5, 100, &new_x, &new_y));
      g_assert_cmpfloat_with_epsilon (new_low, low, 1e-9);
      g_assert_cmpfloat_with_epsilon (new_high, high, 1e-9);
      g_assert_cmpfloat_with_epsilon (new_most, most, 1e-9);
      g_assert_cmpfloat_with_epsilon (new_x, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (new_y, y, 1e-9);
      /* A point beyond the axes waits at the edge, inside the picture. */
      g_assert_true (ex_chart_mark_rect (chart, ex_curve_chart_point_mark (self, 2), &rect));
      g_assert_cmpfloat (rect.x + rect.width / 2, <=, WIDTH);
      g_assert_cmpfloat (rect.y + rect.height / 2, >=, 0);
    }
  ex_curve_chart_set_range (self, NAN, NAN, NAN);
  g_assert_true (ex_curve_chart_get_range (self, &low, &x, &y));
  g_assert_cmpfloat (x, >, high);
}

/* --- what is drawn ----------------------------------------------------------------------------------------------------- */

static void
between_points_the_curve_is_straight_and_flat_at_its_ends (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  const struct { double growth, payout; } cases[] = {
    { -5, 0 }, { 1.99, 0 }, { 2, 50 }, { 3, 50 + 50 / 3.0 }, { 3.5, 75 }, { 5, 100 }, { 6.5, 125 }, { 8, 150 }, { 9, 150 }, { INFINITY, 150 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ex_curve_value (self, cases[i].growth), cases[i].payout, 1e-9);
}

static void
payment_begins_at_the_first_point_or_the_gate (void)
{
  g_autoptr (ExChart) chart = make ();
  ExCurveChart *self = EX_CURVE_CHART (chart);

  g_assert_cmpfloat (ex_curve_start (self), ==, 2);
  ex_curve_chart_set_gate (self, 0, "Gate");
  g_assert_cmpfloat (ex_curve_start (self), ==, 2);
  ex_curve_chart_set_gate (self, 4, "Gate");
  g_assert_cmpfloat (ex_curve_start (self), ==, 4);
  ex_curve_chart_set_gate (self, NAN, NULL);
  g_assert_cmpfloat (ex_curve_start (self), ==, 2);
}

static void
the_axis_of_payout_begins_at_zero (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ExChart) chart = i == 0 ? make () : i == 1 ? scene_curve_twelve () : scene_curve_wild ();

      ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
      g_assert_cmpfloat (EX_CURVE_CHART (chart)->payout.axis.low, ==, 0);
    }
}

static void
growth_beyond_the_picture_is_an_arrow_at_its_edge_with_its_words (void)
{
  g_autoptr (ExChart) chart = scene_curve_beyond ();
  ExCurveChart *self = EX_CURVE_CHART (chart);

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_cmpint (self->spots[EX_CURVE_TODAY].beyond, ==, 1);
  g_assert_cmpint (self->spots[EX_CURVE_WHAT_IF].beyond, ==, -1);
  g_assert_true (shows (chart, "Today +412.0 %: 150 %"));
  g_assert_cmpfloat (self->growth.high, <, 50); /* the curve is not pressed flat by it */
}

static void
words_stand_at_points_and_spots (void)
{
  g_autoptr (ExChart) chart = scene_curve ();

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (chart, "Today +3.0 %: 66.7 %") && shows (chart, "Forecast +4.4 %: 90.0 %") && shows (chart, "What if +7.0 %: 133.3 %"));
  g_assert_true (shows (chart, "2 % → 50 %") && shows (chart, "5 % → 100 %") && shows (chart, "8 % → 150 %"));
  g_assert_true (shows (chart, "Under 0 %: nothing is paid") && shows (chart, "Growth of value"));
}

/* In a window there is no margin around a chart: with the tall lines of some fonts, too, growth is written under its axis. */
static void
growth_is_written_under_its_axis_in_every_font (void)
{
  static const char *const families[] = { NULL, "DejaVu Sans", "Noto Sans", "monospace" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (double size = 8; size < 20; size += 1.5)
      {
        g_autoptr (ExChart) chart = make ();

        ex_chart_set_font (chart, families[i], size);
        ex_chart_layout (chart, 650, 350, EX_THEME_LIGHT, FALSE);
        g_assert_true (shows (chart, "2 %") && shows (chart, "6 %"));
      }
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  static const char *const expected[] = {
    "Point 1: growth of 2 % pays 50 %", "Today: growth of 3 % pays 66.67 %", "Point 2: growth of 5 % pays 100 %", "Point 3: growth of 8 % pays 150 %",
  };
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const row[] = { "Today", "3 %", "66.67 %", NULL };
  g_autofree char *words = NULL;

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpstrv (rows->pdata[2], row);
  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 0, "Under 0 % nothing is paid");
  words = ex_chart_describe (chart);
  g_assert_true (g_str_has_suffix (words, "Point 3: growth of 8 % pays 150 %. Under 0 % nothing is paid."));
}

/* In the gate, or beside it where it is narrow: but whole. */
static void
the_words_of_the_gate_are_never_cut (void)
{
  g_autoptr (ExChart) chart = scene_curve_gated ();
  guint found = 0;

  for (int width = 300; width <= 1400; width += 20)
    {
      GPtrArray *labels;

      ex_chart_layout (chart, width, 600, EX_THEME_LIGHT, FALSE);
      labels = ex_chart_get_labels (chart);
      for (guint i = 0; i < labels->len; i++)
        if (strstr (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), "nothing is paid") != NULL)
          {
            g_assert_false (pango_layout_is_ellipsized (((ExLabel *) labels->pdata[i])->layout));
            found++;
          }
    }
  g_assert_cmpuint (found, >, 40);
}

static void
a_spot_can_be_taken_away (void)
{
  g_autoptr (ExChart) chart = make ();

  ex_curve_chart_set_spot (EX_CURVE_CHART (chart), EX_CURVE_TODAY, NAN, 3, NAN, NAN, "Gone", NULL);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/curve/a-place-says-its-growth-and-payout", a_place_says_its_growth_and_payout);
  g_test_add_func ("/curve/a-place-outside-is-held-at-the-edge", a_place_outside_is_held_at_the_edge);
  g_test_add_func ("/curve/nothing-is-known-before-a-drawing", nothing_is_known_before_a_drawing);
  g_test_add_func ("/curve/a-point-is-found-near-it-and-nowhere-else", a_point_is_found_near_it_and_nowhere_else);
  g_test_add_func ("/curve/points-keep-their-numbers-in-any-order", points_keep_their_numbers_in_any_order);
  g_test_add_func ("/curve/held-axes-stand-still-while-points-move", held_axes_stand_still_while_points_move);
  g_test_add_func ("/curve/straight-between-points-and-flat-at-the-ends", between_points_the_curve_is_straight_and_flat_at_its_ends);
  g_test_add_func ("/curve/payment-begins-at-the-first-point-or-the-gate", payment_begins_at_the_first_point_or_the_gate);
  g_test_add_func ("/curve/the-axis-of-payout-begins-at-zero", the_axis_of_payout_begins_at_zero);
  g_test_add_func ("/curve/growth-beyond-the-picture-is-an-arrow-with-its-words", growth_beyond_the_picture_is_an_arrow_at_its_edge_with_its_words);
  g_test_add_func ("/curve/words-stand-at-points-and-spots", words_stand_at_points_and_spots);
  g_test_add_func ("/curve/growth-is-written-under-its-axis-in-every-font", growth_is_written_under_its_axis_in_every_font);
  g_test_add_func ("/curve/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/curve/the-words-of-the-gate-are-never-cut", the_words_of_the_gate_are_never_cut);
  g_test_add_func ("/curve/a-spot-can-be-taken-away", a_spot_can_be_taken_away);

  return g_test_run ();
}
