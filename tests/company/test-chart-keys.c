/* Where the marks of the charts of the asset, of objectives, ratings and rewards lead. */
#include "config.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-growth.h"
#include "company/ex-objective-chart.h"
#include "company/ex-rating-chart.h"
#include "company/ex-reason-chart.h"
#include "company/ex-reward-chart.h"
#include "core/ex-quantity.h"

#include "tests/core/review-scene.h"

#include <string.h>

/* The keys of all marks, in their order. */
static void
assert_keys (ExChart    *chart,
             const char *keys)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    {
      const char *key = ex_chart_mark_key (chart, mark);

      g_string_append_printf (found, "%s|", key != NULL ? key : "-");
    }
  g_assert_cmpstr (found->str, ==, keys);
}

static ExMovement
movement (void)
{
  return (ExMovement) {
    .opening = { 100, 10000 },
    .fresh = { 10, 1000 },
    .won_back = { 2, 200 },
    .expanded = { 5, 500 },
    .contracted = { 4, 400 },
    .lost = { 20, 2000 },
    .moved_in = { 1, 100 },
    .moved_out = { 1, 100 },
    .closing = { 92, 9300 },
  };
}

static void
test_waterfall (void)
{
  ExMovement m = movement ();
  g_autoptr (ExChart) customers = ex_asset_chart_new (&m, EX_MEASURE_CUSTOMERS, "EUR", "2026");
  g_autoptr (ExChart) value = ex_asset_chart_new_so_far (&m, EX_MEASURE_VALUE, "EUR", "2026");

  assert_keys (customers, "movement opening|movement new|movement won_back|-|movement lost|-|movement closing|");
  assert_keys (value, "movement opening|movement new|movement won_back|-|movement expanded|movement contracted|movement lost|-|movement closing|");
  m.fresh = (ExCount) { 0, 0 };
  g_clear_object (&customers);
  customers = ex_asset_chart_new (&m, EX_MEASURE_CUSTOMERS, "EUR", "2026");
  assert_keys (customers, "movement opening|movement won_back|-|movement lost|-|movement closing|");
}

/* The bars themselves say how they are drawn: fading changes the picture, and taking it back gives the first again. */
static GBytes *
picture (ExChart *chart)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ex_chart_render (chart, EX_FORMAT_PNG, 600, 400, EX_THEME_LIGHT, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_fading (void)
{
  ExMovement m = movement ();
  g_autoptr (ExChart) chart = ex_asset_chart_new (&m, EX_MEASURE_VALUE, "EUR", "2026");
  g_autoptr (GBytes) before = picture (chart);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      GBytes *faded;

      ex_asset_chart_fade (chart, driver);
      faded = picture (chart);
      g_assert_false (g_bytes_equal (before, faded));
      for (guint i = 0; i < pictures->len; i++)
        g_assert_false (g_bytes_equal (g_ptr_array_index (pictures, i), faded));
      g_ptr_array_add (pictures, faded);
    }
  ex_asset_chart_fade (chart, EX_ANY_DRIVER);
  after = picture (chart);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_reasons (void)
{
  const char *const names[] = { "Price", "Moved 100 %", NULL };
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  const ExLostReason rows[] = { { 0, { 5, 500 } }, { 1, { 9, 900 } }, { -1, { 3, 300 } } };
  g_autoptr (ExChart) chart = NULL;

  g_array_append_vals (reasons, rows, G_N_ELEMENTS (rows));
  chart = ex_reason_chart_new (reasons, names, EX_MEASURE_CUSTOMERS, "EUR", "2026");
  assert_keys (chart, "reason Moved%20100%20%25|reason Price|reason |");
}

static void
test_growth (void)
{
  g_autoptr (ExAsset) asset = ex_asset_new ();
  g_autoptr (ExChart) chart = NULL;

  asset->kind = EX_LEDGER_RECURRING;
  asset->grain = EX_GRAIN_QUARTER;
  g_clear_pointer (&asset->spans, g_ptr_array_unref);
  asset->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  for (int i = 0; i < 3; i++)
    {
      ExSpan *span = g_new0 (ExSpan, 1);

      span->period = (ExPeriod) { EX_GRAIN_QUARTER, 2026 * 4 + i };
      span->movement = movement ();
      span->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
      span->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
      g_ptr_array_add (asset->spans, span);
    }
  chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_CUSTOMERS, "EUR");
  assert_keys (chart, "period 2026-Q1|period 2026-Q2|period 2026-Q3|");
}

static void
test_objective (void)
{
  g_autoptr (ExObjective) objective = ex_objective_new ("o 1", "c", "ana", "Contracts kept", EX_KIND_NUMBER);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  const ExPoint points[] = { { ex_day_new (2026, 1, 31), 31 }, { ex_day_new (2026, 2, 28), 33 }, { ex_day_new (2026, 3, 31), 32 } };
  ExReading reading;
  ExForecast forecast;
  g_autoptr (ExChart) chart = NULL;

  objective->baseline = 30;
  objective->target = 40;
  reading = ex_objective_read (objective, cycle, points, 3, ex_day_new (2026, 4, 1), NULL);
  forecast = ex_forecast (objective, cycle, points, 3, NULL);
  chart = ex_objective_chart_new (objective, cycle, points, 3, &reading, &forecast);
  assert_keys (chart, "check-in o%201 2026-01-31|check-in o%201 2026-02-28|check-in o%201 2026-03-31|-|");
}

static void
test_ratings_and_rewards (void)
{
  Scene scene = scene_new (EX_PHASE_ASSESS, ex_day_new (2027, 1, 25));
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExRewardTerms) terms = ex_reward_terms_new ();
  const ExRewardGrowth growth = { 0.03, TRUE, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET };
  g_autoptr (ExChart) units = NULL, curve = NULL;

  scene_add_leader (&scene, "Ana", NULL)->unit = g_strdup ("R & D");
  scene_add_objectives (&scene, "ana");
  scene_add_review (&scene, "ana", EX_REVIEW_ASSESSED)->assessed_by = g_strdup ("");
  scene_add_mark (&scene, "ana-1", EX_ROLE_MANAGER, NULL, 3);
  scene_add_mark (&scene, "ana-2", EX_ROLE_MANAGER, NULL, 3);
  reviews = scene_finish (&scene);
  units = ex_rating_chart_new (reviews, EX_NOBODY, EX_RATINGS_BY_UNIT);
  for (guint mark = 0; mark < ex_chart_n_marks (units); mark++)
    g_assert_cmpstr (ex_chart_mark_key (units, mark), ==, "unit R%20&%20D");

  curve = ex_reward_chart_new (terms, &growth);
  for (guint mark = 0; mark < ex_chart_n_marks (curve); mark++)
    g_assert_cmpstr (ex_chart_mark_key (curve, mark), ==, "rewards");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-keys/waterfall", test_waterfall);
  g_test_add_func ("/chart-keys/fading", test_fading);
  g_test_add_func ("/chart-keys/reasons", test_reasons);
  g_test_add_func ("/chart-keys/growth", test_growth);
  g_test_add_func ("/chart-keys/objective", test_objective);
  g_test_add_func ("/chart-keys/ratings-and-rewards", test_ratings_and_rewards);

  return g_test_run ();
}
