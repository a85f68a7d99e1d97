#include "config.h"

#include "ex-asset-growth.h"

#include "core/ex-format.h"
#include "ex-amount.h"
#include "ex-asset-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  ExMeasure   measure;
  const char *currency;
  ExChart    *chart;
} Drawing;

static gint64
gained_in (const ExMovement *m, ExMeasure measure)
{
  return ex_amount_of (&m->fresh, measure) + ex_amount_of (&m->won_back, measure) + ex_amount_of (&m->moved_in, measure)
         + (measure == EX_MEASURE_VALUE ? m->expanded.value : 0);
}

static gint64
lost_in (const ExMovement *m, ExMeasure measure)
{
  return ex_amount_of (&m->lost, measure) + ex_amount_of (&m->moved_out, measure) + (measure == EX_MEASURE_VALUE ? m->contracted.value : 0);
}

/* ---- Which spans ---- */

/* The first period of a ledger: everybody in it is new, because nothing was kept before. */
static gboolean
is_beginning (const ExAsset *asset, const ExSpan *span)
{
  const ExMovement *m = &span->movement;

  return !asset->entered && !span->no_data && m->opening.customers == 0 && m->closing.customers > 0 && m->fresh.customers == m->closing.customers;
}

static guint
first_drawn (const ExAsset *asset, const GPtrArray *spans)
{
  guint first = 0;

  if (spans->len > 0 && is_beginning (asset, g_ptr_array_index (spans, 0)))
    first = 1;

  return spans->len - first > EX_GROWTH_MAX_PERIODS ? spans->len - EX_GROWTH_MAX_PERIODS : first;
}

static gboolean
counts (const ExSpan *span)
{
  return !span->no_data && !span->provisional;
}

/* ---- The finding, in words ---- */

/* 1: more was gained than lost, -1: less, 0: as much. */
static int
direction_of (const ExSpan *span, ExMeasure measure)
{
  gint64 gained = gained_in (&span->movement, measure), lost = lost_in (&span->movement, measure);

  return gained > lost ? 1 : gained < lost ? -1 : 0;
}

/* "in each of the 12 months", "in the last 3 quarters" */
static char *
when (ExGrain grain, guint n, gboolean all)
{
  switch (grain)
    {
    case EX_GRAIN_MONTH:
      return g_strdup_printf (all ? ngettext ("in each of the %u months", "in each of the %u months", n)
                                  : ngettext ("in the last %u month", "in the last %u months", n), n);
    case EX_GRAIN_QUARTER:
      return g_strdup_printf (all ? ngettext ("in each of the %u quarters", "in each of the %u quarters", n)
                                  : ngettext ("in the last %u quarter", "in the last %u quarters", n), n);
    case EX_GRAIN_YEAR:
    default:
      return g_strdup_printf (all ? ngettext ("in each of the %u years", "in each of the %u years", n)
                                  : ngettext ("in the last %u year", "in the last %u years", n), n);
    }
}

/* The latest complete period, and how many in a row went the same way. */
static char *
title_of (const GPtrArray *spans, guint first, ExMeasure measure)
{
  const ExSpan *last = NULL;
  guint run = 0, all = 0;
  gboolean running = TRUE;
  g_autofree char *stretch = NULL;
  int direction;

  for (guint i = spans->len; i > first; i--)
    {
      const ExSpan *span = g_ptr_array_index (spans, i - 1);

      if (!counts (span))
        continue;
      last = last != NULL ? last : span;
      running = running && direction_of (span, measure) == direction_of (last, measure);
      run += running ? 1 : 0;
      all++;
    }
  if (last == NULL)
    return NULL;

  direction = direction_of (last, measure);
  if (run >= 2)
    stretch = when (last->period.grain, run, run == all);
  else
    {
      g_autofree char *period = ex_period_to_label (last->period, TRUE);

      /* Translators: %s is a period, "Sep 2026". */
      stretch = g_strdup_printf (_("in %s"), period);
    }
  if (direction == 0)
    /* Translators: %s is when: "in each of the 12 months", "in Sep 2026". */
    return g_strdup_printf (_("Gains and losses were even %s"), stretch);

  /* Translators: %s is when: "in each of the 12 months", "in the last 3 quarters", "in Sep 2026". */
  return g_strdup_printf (direction > 0 ? _("Gains outran losses %s") : _("Losses outran gains %s"), stretch);
}

static char *
subtitle_of (const GPtrArray *spans, guint first, ExMeasure measure)
{
  const ExSpan *from = g_ptr_array_index (spans, first), *to = g_ptr_array_index (spans, spans->len - 1);
  g_autofree char *span = ex_asset_words_span (from->period, to->period);
  gboolean customers = measure == EX_MEASURE_CUSTOMERS;

  switch (from->period.grain)
    {
    case EX_GRAIN_MONTH:
      /* Translators: %s is a span of time. */
      return g_strdup_printf (customers ? _("Customers gained and lost by month, %s") : _("Value gained and lost by month, %s"), span);
    case EX_GRAIN_QUARTER:
      return g_strdup_printf (customers ? _("Customers gained and lost by quarter, %s") : _("Value gained and lost by quarter, %s"), span);
    case EX_GRAIN_YEAR:
    default:
      return g_strdup_printf (customers ? _("Customers gained and lost by year, %s") : _("Value gained and lost by year, %s"), span);
    }
}

/* ---- The columns ---- */

static char *
detail_of (const Drawing *self, const ExSpan *span, gint64 gained, gint64 lost)
{
  g_autofree char *period = ex_period_to_label (span->period, TRUE);
  g_autofree char *gained_text = ex_amount_long (gained, self->measure, self->currency);
  g_autofree char *lost_text = ex_amount_long (lost, self->measure, self->currency);
  g_autofree char *net_text = ex_amount_change (gained - lost, self->measure, self->currency);

  if (span->no_data)
    return g_strdup_printf (_("%s: no data, passed over"), period);
  if (span->empty)
    return g_strdup_printf (_("%s: not a row in the ledger, so everybody counts as lost: %s"), period, lost_text);
  if (span->provisional)
    /* Translators: a period, then what was gained and lost, and what is left of it. */
    return g_strdup_printf (_("%s, not complete yet: gained %s, lost %s, net %s"), period, gained_text, lost_text, net_text);

  return g_strdup_printf (_("%s: gained %s, lost %s, net %s"), period, gained_text, lost_text, net_text);
}

/* "Mar" and "2026"; a year stands by itself. */
static char *
year_of (ExPeriod period)
{
  return period.grain == EX_GRAIN_YEAR ? NULL : ex_period_to_label (ex_period_coarsen (period, EX_GRAIN_YEAR), FALSE);
}

static void
add_span (const Drawing *self, const ExSpan *span)
{
  gint64 gained = gained_in (&span->movement, self->measure), lost = lost_in (&span->movement, self->measure);
  g_autofree char *label = ex_period_to_label (span->period, FALSE);
  g_autofree char *year = year_of (span->period);
  g_autofree char *gained_text = ex_amount_change (gained, self->measure, self->currency);
  g_autofree char *lost_text = ex_amount_change (-lost, self->measure, self->currency);
  g_autofree char *net_text = ex_amount_change (gained - lost, self->measure, self->currency);
  g_autofree char *detail = detail_of (self, span, gained, lost);
  const ExGrowthPeriod period = {
    .label = label,
    .context = year,
    .kind = span->no_data ? EX_GROWTH_NO_DATA : span->provisional ? EX_GROWTH_PROVISIONAL : EX_GROWTH_COMPLETE,
    .gained = ex_amount_to_size ((double) gained, self->measure, self->currency),
    .lost = ex_amount_to_size ((double) lost, self->measure, self->currency),
    .low = NAN,
    .high = NAN,
    .gained_text = gained_text,
    .lost_text = lost_text,
    .net_text = net_text,
    .detail = detail,
  };

  ex_growth_chart_add_period (EX_GROWTH_CHART (self->chart), &period);
}

/* ---- The forecast ---- */

static void
add_expected (const Drawing *self, ExPeriod at, const double net[3])
{
  g_autofree char *label = ex_period_to_label (at, FALSE);
  g_autofree char *year = year_of (at);
  g_autofree char *name = ex_period_to_label (at, TRUE);
  g_autofree char *net_text = ex_amount_change (llround (net[1]), self->measure, self->currency);
  g_autofree char *low = ex_amount_change (llround (net[0]), self->measure, self->currency);
  g_autofree char *high = ex_amount_change (llround (net[2]), self->measure, self->currency);
  /* Translators: a period, then amounts with their signs. */
  g_autofree char *detail = g_strdup_printf (_("%s, forecast: net %s, on average between %s and %s"), name, net_text, low, high);
  double size = ex_amount_to_size (net[1], self->measure, self->currency);
  const ExGrowthPeriod period = {
    .label = label,
    .context = year,
    .kind = EX_GROWTH_FORECAST,
    .gained = MAX (size, 0),
    .lost = MAX (-size, 0),
    .low = ex_amount_to_size (net[0], self->measure, self->currency),
    .high = ex_amount_to_size (net[2], self->measure, self->currency),
    .gained_text = net_text,
    .lost_text = net_text,
    .net_text = net_text,
    .detail = detail,
  };

  ex_growth_chart_add_period (EX_GROWTH_CHART (self->chart), &period);
}

/* The periods from here to the cycle's end, each with the same part of what is still to come. In transactions a period's net is a
 * comparison with the period before, which the forecast of the whole says nothing of. */
static void
add_forecast (const Drawing *self, const ExAsset *asset, ExPeriod last)
{
  const ExCycleAsset *cycle = asset->cycle;
  const ExAssetForecast *forecast = cycle != NULL ? &cycle->forecast[self->measure] : NULL;
  double left, now;

  if (forecast == NULL || !forecast->known || asset->kind != EX_LEDGER_RECURRING || last.grain != cycle->end.grain
      || cycle->end.index <= last.index || cycle->end.index <= cycle->last.index)
    return;

  left = cycle->end.index - cycle->last.index;
  now = (double) ex_amount_of (&cycle->movement.closing, self->measure);
  for (ExPeriod at = { last.grain, last.index + 1 }; at.index <= cycle->end.index; at.index++)
    add_expected (self, at, (const double[]) { (forecast->low - now) / left, (forecast->closing - now) / left, (forecast->high - now) / left });
}

ExChart *
ex_asset_growth_chart_new (const ExAsset *asset, const GPtrArray *spans, ExMeasure measure, const char *currency)
{
  ExChart *chart = ex_growth_chart_new ();
  Drawing drawing = { measure, currency, chart };
  g_autofree char *title = NULL, *subtitle = NULL;
  guint first;

  spans = spans != NULL ? spans : asset->spans;
  ex_chart_set_empty_text (chart, _("Growth shows from the second period on"));
  ex_growth_chart_set_value_text (EX_GROWTH_CHART (chart), ex_amount_axis_text (measure), g_strdup (currency), g_free);
  if (spans == NULL)
    return chart;
  first = first_drawn (asset, spans);
  if (first >= spans->len)
    return chart;

  title = title_of (spans, first, measure);
  subtitle = subtitle_of (spans, first, measure);
  ex_chart_set_title (chart, title != NULL ? title : _("No period is complete yet"), subtitle);
  for (guint i = first; i < spans->len; i++)
    add_span (&drawing, g_ptr_array_index (spans, i));
  add_forecast (&drawing, asset, ((const ExSpan *) g_ptr_array_index (spans, spans->len - 1))->period);

  return chart;
}
