/* Series as nobody would think of them, hundreds of them: the charts of the asset lay them all out without a collision. */
#include "config.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-curve-chart.h"
#include "chart/ex-growth-chart.h"
#include "chart/ex-pareto-chart.h"

#include <math.h>

#define CASES 300

static const char *const words[] = { "", "Q3", "Competitor made a better offer", "Donaudampfschifffahrtsgesellschaft", "المنافس", "12", "a b c" };

static const char *
random_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static const double fonts[] = { 8, 10, 15, 22 };

/* Often nothing, sometimes very much, now and then no number at all. */
static double
random_size (void)
{
  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      return NAN;
    case 1:
      return pow (10, g_test_rand_double_range (-12, 15));
    case 2:
    case 3:
      return 0;
    default:
      return g_test_rand_double_range (0, 500);
    }
}

static double
random_percent (void)
{
  return g_test_rand_int_range (0, 10) == 0 ? random_size () - random_size () : g_test_rand_double_range (-15, 20);
}

static ExChart *
random_growth (void)
{
  ExChart *chart = ex_growth_chart_new ();
  guint n = (guint) pow (200, g_test_rand_double_range (0, 1));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s%u", random_word (), i % 12);
      g_autofree char *year = g_strdup_printf ("%u", 2000 + i / 12);
      const ExGrowthPeriod period = {
        .label = label,
        .context = n % 3 == 0 ? NULL : year,
        .kind = (ExGrowthKind) (g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 4) : 0),
        .gained = random_size (),
        .lost = random_size (),
        .low = random_size () - random_size (),
        .high = random_size (),
      };

      ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &period);
    }
  return chart;
}

static ExChart *
random_pareto (void)
{
  ExChart *chart = ex_pareto_chart_new ();
  guint n = (guint) pow (120, g_test_rand_double_range (0, 1));

  for (guint i = 0; i < n; i++)
    ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), random_word (), random_size (), NULL, NULL);
  if (g_test_rand_bit ())
    ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", random_size (), NULL, NULL);
  return chart;
}

static ExChart *
random_curve (void)
{
  ExChart *chart = ex_curve_chart_new ();
  ExCurveChart *self = EX_CURVE_CHART (chart);
  double growth[12], payout[12];
  guint n = (guint) g_test_rand_int_range (1, 13);

  for (guint i = 0; i < n; i++)
    {
      growth[i] = random_percent ();
      payout[i] = random_size ();
    }
  ex_curve_chart_set_points (self, growth, payout, n);
  ex_curve_chart_set_axis_names (self, random_word (), random_word ());
  ex_curve_chart_set_gate (self, random_percent (), random_word ());
  for (int spot = 0; spot < EX_N_CURVE_SPOTS; spot++)
    if (g_test_rand_bit ())
      ex_curve_chart_set_spot (self, (ExCurveSpot) spot, random_percent (), random_size (), random_percent (), random_percent (), random_word (), NULL);
  ex_curve_chart_set_editable (self, g_test_rand_bit ());
  ex_curve_chart_set_active (self, g_test_rand_int_range (-1, 12));
  if (g_test_rand_bit ())
    ex_curve_chart_set_range (self, -3, 9, 180);
  return chart;
}

static void
check_words (ExChart *chart, double width, double height)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    {
      const ExRect *a = &((ExLabel *) labels->pdata[i])->rect;

      g_assert_true (a->x >= -0.5 && a->y >= -0.5 && a->x + a->width <= width + 0.5 && a->y + a->height <= height + 0.5);
      for (guint j = 0; j < i; j++)
        g_assert_false (ex_rect_overlaps (a, &((ExLabel *) labels->pdata[j])->rect, -0.01));
    }
}

static void
check_marks (ExChart *chart, double width, double height)
{
  for (guint i = 0; i < ex_chart_n_marks (chart); i++)
    {
      ExRect rect, found;
      int hit;

      g_assert_true (ex_chart_mark_rect (chart, i, &rect));
      g_assert_true (isfinite (rect.x) && isfinite (rect.y) && rect.width > 0 && rect.height >= 0);
      g_assert_true (rect.x + rect.width / 2 >= 0 && rect.x + rect.width / 2 <= width && rect.y + rect.height / 2 >= 0
                     && rect.y + rect.height / 2 <= height);
      hit = ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2);
      g_assert_cmpint (hit, >=, 0);
      g_assert_true (ex_chart_mark_rect (chart, (guint) hit, &found));
      g_assert_cmpfloat_with_epsilon (found.x + found.width / 2, rect.x + rect.width / 2, 0.5);
    }
}

static void
try_many (ExChart *(* make) (void))
{
  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (ExChart) chart = make ();
      double width = g_test_rand_int_range (100, 1600), height = g_test_rand_int_range (60, 1000);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      g_autofree char *said = ex_chart_describe (chart);

      ex_chart_set_font (chart, NULL, fonts[g_test_rand_int_range (0, G_N_ELEMENTS (fonts))]);
      ex_chart_set_rtl (chart, g_test_rand_bit ());
      if (g_test_rand_bit ())
        ex_chart_set_title (chart, random_word (), random_word ());
      ex_chart_draw (chart, cr, width, height, (ExTheme) g_test_rand_int_range (0, EX_THEME_PRINT + 1), g_test_rand_bit ());
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      g_assert_true (g_utf8_validate (said, -1, NULL));
      check_words (chart, width, height);
      check_marks (chart, width, height);
    }
}

static void
growth (void)
{
  try_many (random_growth);
}

static void
reasons (void)
{
  try_many (random_pareto);
}

static void
curves (void)
{
  try_many (random_curve);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/growth-of-any-kind-is-laid-out", growth);
  g_test_add_func ("/series/reasons-of-any-weight-are-laid-out", reasons);
  g_test_add_func ("/series/curves-of-any-shape-are-laid-out", curves);

  return g_test_run ();
}
