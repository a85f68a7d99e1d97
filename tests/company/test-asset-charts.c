/* The charts of the asset's periods and reasons, and the words that go with a span that is not over. */
#include "config.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-growth.h"
#include "company/ex-asset-words.h"
#include "company/ex-reason-chart.h"
#include "core/ex-quantity.h"

#include <string.h>

/* --- growth by period -------------------------------------------------------------------------------------------------- */

static ExSpan *
span (int index, gint64 opening, gint64 gained, gint64 lost)
{
  ExSpan *self = g_new0 (ExSpan, 1);

  self->period = (ExPeriod) { EX_GRAIN_MONTH, index };
  self->movement.opening = (ExCount) { opening, opening * 1000 };
  self->movement.fresh = (ExCount) { gained, gained * 1000 };
  self->movement.lost = (ExCount) { lost, lost * 1000 };
  self->movement.closing = (ExCount) { opening + gained - lost, (opening + gained - lost) * 1000 };
  self->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
  self->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  return self;
}

/* Months from January 2026, each one gaining and losing so many, from an empty ledger. */
static ExAsset *
ledger (const int (*months)[2], guint n)
{
  ExAsset *asset = ex_asset_new ();
  gint64 opening = 0;

  asset->kind = EX_LEDGER_RECURRING;
  asset->grain = EX_GRAIN_MONTH;
  if (asset->spans == NULL)
    asset->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (asset->spans, span (2026 * 12 + (int) i, opening, months[i][0], months[i][1]));
      opening += months[i][0] - months[i][1];
    }
  return asset;
}

static ExSpan *
at (ExAsset *asset, guint i)
{
  return g_ptr_array_index (asset->spans, i);
}

static void
test_finding (void)
{
  const struct { int months[9][2]; guint n; const char *title; } cases[] = {
    { { { 100, 0 }, { 9, 4 }, { 9, 4 }, { 8, 3 } }, 4, "Gains outran losses in each of the 3 months" },
    { { { 100, 0 }, { 9, 4 }, { 9, 14 }, { 8, 13 } }, 4, "Losses outran gains from Mar to Apr 2026" },
    { { { 100, 0 }, { 9, 4 }, { 9, 4 }, { 8, 23 } }, 4, "Losses outran gains in Apr 2026" },
    { { { 100, 0 }, { 9, 14 }, { 9, 4 }, { 9, 9 } }, 4, "Gains outran losses in Mar 2026" }, /* of two that weigh the same, the later */
    { { { 100, 0 }, { 9, 4 }, { 4, 4 } }, 3, "Gains outran losses in Feb 2026" },
    { { { 100, 0 }, { 4, 4 }, { 4, 4 } }, 3, "Gains and losses were even in each of the 2 months" },
    { { { 100, 0 }, { 9, 4 } }, 2, "Gains outran losses in Feb 2026" },
    { { { 100, 0 }, { 4, 4 } }, 2, "Gains and losses were even in Feb 2026" },
    { { { 100, 0 }, { 9, 4 }, { 9, 8 }, { 4, 9 }, { 9, 4 }, { 8, 9 }, { 9, 4 }, { 5, 9 }, { 9, 7 } }, 9, "Gains outran losses in 5 of 8 months" },
    { { { 100, 0 }, { 5, 4 }, { 4, 6 }, { 5, 4 }, { 4, 6 }, { 5, 4 }, { 4, 6 }, { 5, 4 }, { 4, 6 } }, 9, "Losses outran gains in 4 of 8 months" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExAsset) asset = ledger (cases[i].months, cases[i].n);
      g_autoptr (ExChart) chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_CUSTOMERS, "EUR");

      g_assert_cmpstr (ex_chart_get_title (chart), ==, cases[i].title);
      g_assert_cmpuint (ex_chart_n_marks (chart), ==, cases[i].n - 1); /* in the first, everybody was new */
    }
}

static void
test_first_period (void)
{
  const int one[][2] = { { 100, 0 } };
  g_autoptr (ExAsset) asset = ledger (one, 1);
  g_autoptr (ExChart) chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_VALUE, "EUR");
  g_autoptr (ExChart) entered = NULL;
  g_autofree char *words = ex_chart_describe (chart);

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 0);
  g_assert_cmpstr (words, ==, "Growth shows from the second period on");
  asset->entered = TRUE; /* what was entered says itself what it opened with */
  entered = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_VALUE, "EUR");
  g_assert_cmpuint (ex_chart_n_marks (entered), ==, 1);
}

static void
test_details (void)
{
  const int months[][2] = { { 100, 0 }, { 1204, 869 }, { 5, 5 }, { 1, 2 } };
  g_autoptr (ExAsset) asset = ledger (months, 4);
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (ExChart) value = NULL;
  const char *const expected[] = { "Feb 2026: gained 1,204 customers, lost 869 customers, net +335", "Mar 2026: no data, passed over",
                                   "Apr 2026, not complete yet: gained 1 customer, lost 2 customers, net −1" };
  g_autofree char *money = NULL;

  at (asset, 2)->no_data = TRUE;
  at (asset, 3)->provisional = TRUE;
  chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_CUSTOMERS, "EUR");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Gains outran losses in Feb 2026"); /* what is complete */
  g_assert_cmpstr (ex_chart_get_subtitle (chart), ==, "Customers gained and lost by month, Feb 2026 to Apr 2026");

  at (asset, 1)->movement.expanded.value = 500;
  at (asset, 1)->movement.contracted.value = 125;
  value = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_VALUE, "EUR");
  money = ex_chart_mark_text (value, 0);
  g_assert_nonnull (strstr (money, "12,045.00")); /* new and expanded */
  g_assert_nonnull (strstr (money, "8,691.25"));  /* lost and contracted */
}

static void
test_forecast (void)
{
  const int months[][2] = { { 100, 0 }, { 10, 4 }, { 10, 4 }, { 10, 4 } };
  g_autoptr (ExAsset) asset = ledger (months, 4);
  g_autoptr (ExChart) chart = NULL;
  g_autofree char *text = NULL;

  asset->cycle = g_new0 (ExCycleAsset, 1);
  asset->cycle->first = (ExPeriod) { EX_GRAIN_MONTH, 2026 * 12 };
  asset->cycle->last = (ExPeriod) { EX_GRAIN_MONTH, 2026 * 12 + 3 };
  asset->cycle->end = (ExPeriod) { EX_GRAIN_MONTH, 2026 * 12 + 11 };
  asset->cycle->movement.closing = (ExCount) { 118, 118000 };
  asset->cycle->forecast[EX_MEASURE_CUSTOMERS] = (ExAssetForecast) { TRUE, 166, 150, 182, 0.66 };
  asset->cycle->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  asset->cycle->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
  chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_CUSTOMERS, "EUR");
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 3 + 8);
  text = ex_chart_mark_text (chart, 10);
  g_assert_cmpstr (text, ==, "Dec 2026, forecast: net +6, on average between +4 and +8");
}

static void
test_many (void)
{
  g_autofree int (*months)[2] = g_malloc0 (300 * sizeof *months);
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (ExChart) chart = NULL;

  for (guint i = 0; i < 300; i++)
    months[i][0] = 3;
  asset = ledger ((const int (*)[2]) months, 300);
  chart = ex_asset_growth_chart_new (asset, NULL, EX_MEASURE_CUSTOMERS, "EUR");
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, EX_GROWTH_MAX_PERIODS);
}

/* --- reasons ----------------------------------------------------------------------------------------------------------- */

static const char *const reason_names[] = { "Offer", "Attitude", "Moved", NULL };

static GArray *
reasons (int offer, int attitude, int unknown)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  const ExLostReason all[] = { { 0, { offer, offer * 1000 } }, { 1, { attitude, attitude * 500 } }, { -1, { unknown, unknown * 1000 } } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].lost.customers > 0)
      g_array_append_val (self, all[i]);
  return self;
}

static void
test_reasons (void)
{
  const struct { int offer, attitude, unknown; const char *title; guint n; } cases[] = {
    { 60, 30, 10, "“Offer” is behind 60.0 % of the customers lost", 3 },
    { 10, 15, 0, "“Attitude” is behind 60.0 % of the customers lost", 2 },
    { 30, 30, 40, "No reason stands out: none is behind more than 30.0 % of the customers lost", 3 },
    { 1, 0, 0, "“Offer” is behind every customer lost", 1 },
    { 20, 18, 62, "The reason is known for only 38.0 % of the customers lost", 3 },
    { 0, 0, 5, "Nobody knows why customers left", 1 },
    { 0, 0, 0, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) lost = reasons (cases[i].offer, cases[i].attitude, cases[i].unknown);
      g_autoptr (ExChart) chart = ex_reason_chart_new (lost, reason_names, EX_MEASURE_CUSTOMERS, "EUR", "2026");

      g_assert_cmpstr (ex_chart_get_title (chart), ==, cases[i].title);
      g_assert_cmpuint (ex_chart_n_marks (chart), ==, cases[i].n);
    }
}

/* The more customers a reason took, the less they were worth. */
static void
test_free_text (void)
{
  enum { N = 300, SHOWN = 200 };
  const struct { ExMeasure measure; const char *first, *rest; } cases[] = {
    { EX_MEASURE_CUSTOMERS, "Reason 300: 300 customers, ", "100 other reasons: 5,050 customers, " },
    { EX_MEASURE_VALUE, "Reason 1: 1 customer, ", "100 other reasons: 25,050 customers, " },
  };
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  const ExLostReason unknown = { -1, { 400, 1000 } };

  for (int i = 0; i < N; i++)
    {
      const ExLostReason reason = { i, { i + 1, (N - i) * 1000 } };
      g_autofree char *name = g_strdup_printf ("Reason %d", i + 1);

      g_array_append_val (lost, reason);
      g_strv_builder_add (builder, name);
    }
  g_array_append_val (lost, unknown);
  names = g_strv_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = ex_reason_chart_new (lost, (const char *const *) names, cases[i].measure, "EUR", "2026");
      g_autofree char *first = ex_chart_mark_text (chart, 0);
      g_autofree char *rest = ex_chart_mark_text (chart, SHOWN);
      g_autofree char *last = ex_chart_mark_text (chart, SHOWN + 1);

      g_assert_cmpuint (ex_chart_n_marks (chart), ==, SHOWN + 2);
      g_assert_true (g_str_has_prefix (first, cases[i].first));
      g_assert_true (g_str_has_prefix (rest, cases[i].rest));
      g_assert_true (g_str_has_prefix (last, "Not known: 400 customers, "));
    }
}

static void
test_reason_words (void)
{
  g_autoptr (GArray) lost = reasons (60, 30, 10);
  g_autoptr (ExChart) chart = ex_reason_chart_new (lost, reason_names, EX_MEASURE_VALUE, "EUR", "Oct 2025 to Sep 2026");
  g_autofree char *first = ex_chart_mark_text (chart, 0);
  g_autofree char *last = ex_chart_mark_text (chart, 2);

  g_assert_cmpstr (ex_chart_get_subtitle (chart), ==, "Value lost by reason, Oct 2025 to Sep 2026");
  g_assert_true (g_str_has_prefix (first, "Offer: 60 customers, ") && g_str_has_suffix (first, "; 70.6 % of the value lost"));
  g_assert_true (g_str_has_prefix (last, "Not known: 10 customers, "));
}

static void
test_known (void)
{
  const struct { int offer, unknown; const char *customers, *value; } cases[] = {
    { 92, 8, "The reason is known for 92.0 % of the customers lost.", "The reason is known for 92.0 % of the value lost." },
    { 5, 0, "The reason is known for every customer lost.", "The reason is known for all of the value lost." },
    { 0, 5, "No reason is known yet for the customers lost.", "No reason is known yet for the value lost." },
    { 0, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) lost = reasons (cases[i].offer, 0, cases[i].unknown);
      g_autofree char *customers = ex_asset_words_known (lost, EX_MEASURE_CUSTOMERS);
      g_autofree char *value = ex_asset_words_known (lost, EX_MEASURE_VALUE);

      g_assert_cmpstr (customers, ==, cases[i].customers);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* --- so far ------------------------------------------------------------------------------------------------------------ */

static void
test_so_far (void)
{
  ExMovement m = { .opening = { 1000, 100000 }, .fresh = { 40, 5000 }, .lost = { 1, 2000 }, .closing = { 1039, 103000 } };
  g_autofree char *customers = ex_asset_words_customers_so_far (&m);
  g_autofree char *value = ex_asset_words_value_so_far (&m, "EUR", EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExChart) chart = ex_asset_chart_new_so_far (&m, EX_MEASURE_VALUE, "EUR", "2026");
  g_autofree char *last = ex_chart_mark_text (chart, ex_chart_n_marks (chart) - 1);
  g_autofree char *words = ex_chart_describe (chart);

  g_assert_cmpstr (customers, ==, "So far we gained 40 customers and lost 1.");
  g_assert_true (g_str_has_prefix (value, "So far the customer asset grew by 3.0 %, to ") && g_str_has_suffix (value, " a month."));
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "So far the customer asset grew");
  g_assert_true (g_str_has_prefix (last, "So far: 1,039 customers"));
  g_assert_nonnull (strstr (words, "Not complete yet."));
}

static void
test_forecast_words (void)
{
  ExCycleAsset asset = { .first = { EX_GRAIN_MONTH, 100 }, .end = { EX_GRAIN_MONTH, 111 } };
  g_autofree char *none = ex_asset_words_forecast (&asset, EX_MEASURE_CUSTOMERS, "EUR", EX_LEDGER_RECURRING);
  g_autofree char *year = NULL, *quarter = NULL, *cycle = NULL, *value = NULL;

  g_assert_null (none);
  asset.forecast[EX_MEASURE_CUSTOMERS] = (ExAssetForecast) { TRUE, 1180.4, 1019.6, 1340, 0.05 };
  asset.forecast[EX_MEASURE_VALUE] = (ExAssetForecast) { TRUE, 330e6, 300e6, 360e6, 0.05 };
  year = ex_asset_words_forecast (&asset, EX_MEASURE_CUSTOMERS, "EUR", EX_LEDGER_RECURRING);
  g_assert_cmpstr (year, ==, "At this pace you close the year with 1,180 customers, between 1,020 and 1,340.");
  value = ex_asset_words_forecast (&asset, EX_MEASURE_VALUE, "EUR", EX_LEDGER_RECURRING);
  g_assert_true (g_str_has_prefix (value, "At this pace you close the year with ") && strstr (value, " a month, between ") != NULL);
  asset.end.index = 102;
  quarter = ex_asset_words_forecast (&asset, EX_MEASURE_CUSTOMERS, "EUR", EX_LEDGER_RECURRING);
  g_assert_true (g_str_has_prefix (quarter, "At this pace you close the quarter with "));
  asset.end.index = 105;
  cycle = ex_asset_words_forecast (&asset, EX_MEASURE_CUSTOMERS, "EUR", EX_LEDGER_RECURRING);
  g_assert_true (g_str_has_prefix (cycle, "At this pace you close the cycle with "));
}

static void
test_segment_waterfall (void)
{
  ExMovement m = { .opening = { 10, 1000 }, .moved_in = { 3, 300 }, .moved_out = { 1, 100 }, .closing = { 12, 1200 } };
  g_autoptr (ExChart) chart = ex_asset_chart_new (&m, EX_MEASURE_CUSTOMERS, "EUR", "2026");
  g_autofree char *in = ex_chart_mark_text (chart, 1);
  g_autofree char *out = ex_chart_mark_text (chart, 2);

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 4);
  g_assert_true (g_str_has_prefix (in, "Moved in: 3 customers") && g_str_has_prefix (out, "Moved out: 1 customer,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/growth-chart/the-title-is-the-finding", test_finding);
  g_test_add_func ("/company/growth-chart/the-ledger’s-first-period-is-only-compared-with", test_first_period);
  g_test_add_func ("/company/growth-chart/marks-say-what-is-known-and-what-is-not", test_details);
  g_test_add_func ("/company/growth-chart/the-forecast-goes-on-to-the-cycle’s-end", test_forecast);
  g_test_add_func ("/company/growth-chart/of-very-many-periods-the-last-are-drawn", test_many);
  g_test_add_func ("/company/reason-chart/the-title-is-the-finding", test_reasons);
  g_test_add_func ("/company/reason-chart/of-thousands-of-reasons-the-largest-have-bars", test_free_text);
  g_test_add_func ("/company/reason-chart/marks-say-both-measures-and-the-share", test_reason_words);
  g_test_add_func ("/company/asset-words/how-many-reasons-are-known", test_known);
  g_test_add_func ("/company/asset-words/so-far", test_so_far);
  g_test_add_func ("/company/asset-words/the-forecast-with-its-interval", test_forecast_words);
  g_test_add_func ("/company/asset-chart/a-segment’s-waterfall-shows-who-moved", test_segment_waterfall);
  return g_test_run ();
}
