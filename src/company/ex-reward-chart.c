#include "config.h"

#include "ex-reward-chart.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the title is made of, and with it the chart. */
typedef struct
{
  ExCurveChart         *chart;
  const ExRewardTerms  *terms;
  const ExRewardGrowth *growth;
} Drawing;

/* Growth of one end of the interval: of the closing it would be, over the opening that the forecast's own growth is over. */
static double
growth_of (const ExAssetForecast *forecast, double closing)
{
  double opening = forecast->closing / (1 + forecast->growth);

  return isfinite (opening) && opening > 0 ? closing / opening - 1 : EX_UNSET;
}

ExRewardGrowth
ex_reward_growth (const ExCycleAsset *asset, ExMeasure measure)
{
  ExRewardGrowth self = { .growth = EX_UNSET, .forecast = EX_UNSET, .forecast_low = EX_UNSET, .forecast_high = EX_UNSET, .what_if = EX_UNSET };
  const ExAssetForecast *forecast;

  if (asset == NULL)
    return self;

  forecast = &asset->forecast[measure];
  self.growth = ex_cycle_asset_growth (asset, measure);
  self.so_far = asset->so_far;
  if (forecast->known && !isnan (forecast->growth))
    {
      self.forecast = forecast->growth;
      self.forecast_low = growth_of (forecast, forecast->low);
      self.forecast_high = growth_of (forecast, forecast->high);
    }

  return self;
}

/* "3 %", "2.5 %": with as many decimals as it takes, at most two. */
static char *
percent_text (double percent, gpointer data)
{
  int decimals = 0;
  g_autofree char *number = NULL;

  if (fabs (percent) > 1e12)
    return g_strdup ("");
  while (decimals < 2 && fabs (percent * pow (10, decimals) - round (percent * pow (10, decimals))) > 1e-6)
    decimals++;
  number = ex_format_number (percent, decimals);

  return g_strdup_printf (_("%s %%"), number);
}

static void
set_points (const Drawing *self)
{
  const GArray *curve = self->terms->curve;
  guint n = curve != NULL ? curve->len : 0;
  g_autofree double *growth = g_new0 (double, n + 1);
  g_autofree double *payout = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      growth[i] = g_array_index (curve, ExCurvePoint, i).growth;
      payout[i] = g_array_index (curve, ExCurvePoint, i).payout;
    }
  ex_curve_chart_set_points (self->chart, growth, payout, n);
}

static void
set_gate (const Drawing *self)
{
  g_autofree char *gate = percent_text (self->terms->gate, NULL);
  /* Translators: %s is growth, a percentage. */
  g_autofree char *label = g_strdup_printf (_("Under %s nothing is paid"), gate);

  ex_curve_chart_set_gate (self->chart, self->terms->gate, label);
}

static double
factor_of (const Drawing *self, double growth)
{
  gboolean any = self->terms->curve != NULL && self->terms->curve->len > 0;

  return any && !isnan (growth) ? ex_company_factor (self->terms, growth, NULL) : EX_UNSET;
}

/* "+3.0 %" and "66.7 %" of a growth. */
static void
write_spot (const Drawing *self, double growth, char **change, char **paid)
{
  *change = ex_format_percent_change (growth);
  *paid = ex_format_percent (factor_of (self, growth));
}

static void
set_today (const Drawing *self)
{
  double growth = self->growth->growth;
  g_autofree char *change = NULL, *paid = NULL, *label = NULL, *detail = NULL;

  write_spot (self, growth, &change, &paid);
  /* Translators: growth, then what share of the incentive target it pays. */
  label = g_strdup_printf (self->growth->so_far ? _("Today %s: %s") : _("Growth %s: %s"), change, paid);
  detail = g_strdup_printf (self->growth->so_far ? _("Growth so far: %s, which would pay %s") : _("Growth: %s, which pays %s"), change, paid);
  ex_curve_chart_set_spot (self->chart, EX_CURVE_TODAY, growth * 100, factor_of (self, growth) * 100, NAN, NAN, label, detail);
}

static void
set_forecast (const Drawing *self)
{
  const ExRewardGrowth *growth = self->growth;
  gboolean known = !isnan (growth->forecast_low) && !isnan (growth->forecast_high);
  g_autofree char *change = NULL, *paid = NULL, *label = NULL, *detail = NULL;
  g_autofree char *low = ex_format_percent_change (growth->forecast_low);
  g_autofree char *high = ex_format_percent_change (growth->forecast_high);

  write_spot (self, growth->forecast, &change, &paid);
  label = g_strdup_printf (_("Forecast %s: %s"), change, paid);
  if (known)
    /* Translators: growth, two ends between which it lies, and what it pays. */
    detail = g_strdup_printf (_("Forecast for the cycle’s end: growth of %s, with 80 %% confidence between %s and %s, which would pay %s"), change, low,
                              high, paid);
  else
    detail = g_strdup_printf (_("Forecast for the cycle’s end: growth of %s, which would pay %s"), change, paid);
  ex_curve_chart_set_spot (self->chart, EX_CURVE_FORECAST, growth->forecast * 100, factor_of (self, growth->forecast) * 100,
                           growth->forecast_low * 100, growth->forecast_high * 100, label, detail);
}

static void
set_what_if (const Drawing *self)
{
  double growth = self->growth->what_if;
  g_autofree char *change = NULL, *paid = NULL, *label = NULL, *detail = NULL;

  write_spot (self, growth, &change, &paid);
  label = g_strdup_printf (_("What if %s: %s"), change, paid);
  detail = g_strdup_printf (_("What if growth were %s: it would pay %s"), change, paid);
  ex_curve_chart_set_spot (self->chart, EX_CURVE_WHAT_IF, growth * 100, factor_of (self, growth) * 100, NAN, NAN, label, detail);
}

/* The finding: what growth pays. */
static char *
title_of (const Drawing *self)
{
  const ExRewardGrowth *growth = self->growth;
  double factor = factor_of (self, growth->growth);
  g_autofree char *change = ex_format_percent (growth->growth);
  g_autofree char *paid = ex_format_percent (factor);

  if (self->terms->curve == NULL || self->terms->curve->len == 0)
    return NULL;
  if (isnan (factor))
    return g_strdup (_("Growth is not known yet"));
  if (ex_growth_is_gated (self->terms, growth->growth))
    {
      g_autofree char *gate = percent_text (self->terms->gate, NULL);

      /* Translators: growth, and the gate that it is under. */
      return g_strdup_printf (_("Growth of %s is under %s: nothing is paid"), change, gate);
    }

  /* Translators: growth, then the share of the incentive target. */
  return g_strdup_printf (growth->so_far ? _("Growth of %s so far would pay %s") : _("Growth of %s pays %s"), change, paid);
}

/* Every mark leads to what the curve pays. */
static void
set_keys (ExChart *chart)
{
  g_autofree char *key = ex_target_key (EX_TARGET_REWARDS, NULL, NULL);

  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    ex_chart_set_mark_key (chart, mark, key);
}

void
ex_reward_chart_update (ExChart *chart, const ExRewardTerms *terms, const ExRewardGrowth *growth)
{
  Drawing drawing;
  g_autofree char *title = NULL;

  g_return_if_fail (EX_IS_CURVE_CHART (chart));
  g_return_if_fail (terms != NULL && growth != NULL);

  drawing = (Drawing) { EX_CURVE_CHART (chart), terms, growth };
  title = title_of (&drawing);
  set_points (&drawing);
  set_gate (&drawing);
  set_today (&drawing);
  set_forecast (&drawing);
  set_what_if (&drawing);
  ex_curve_chart_set_axis_names (drawing.chart, terms->measure == EX_MEASURE_CUSTOMERS ? _("Growth in customers") : _("Growth in value"), _("Payout"));
  ex_chart_set_title (chart, title, _("Share of the incentive target that growth of the customer asset pays"));
  set_keys (chart);
}

ExChart *
ex_reward_chart_new (const ExRewardTerms *terms, const ExRewardGrowth *growth)
{
  ExChart *chart = ex_curve_chart_new ();

  ex_chart_set_empty_text (chart, _("No reward curve yet"));
  ex_curve_chart_set_value_text (EX_CURVE_CHART (chart), percent_text, NULL, NULL);
  ex_reward_chart_update (chart, terms, growth);

  return chart;
}
