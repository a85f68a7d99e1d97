#include "config.h"

#include "ex-asset-growth.h"

#include "core/ex-format.h"
#include "ex-amount.h"
#include "ex-asset-words.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A stretch of periods that has this share of all change is the finding. */
#define OUTSTANDING 0.34
/* A later one is preferred to the heaviest if it weighs so much of it. */
#define NEARLY 0.8

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

/* Periods one after the other in which it went the same way; those without data do not part them. */
typedef struct
{
  const ExSpan *first;
  const ExSpan *last;
  int           direction;
  double        weight; /* what was gained more than lost, or less */
} Run;

static GArray *
find_runs (const GPtrArray *spans, guint first, ExMeasure measure)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = first; i < spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);
      int direction = direction_of (span, measure);
      Run *run = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;

      if (!counts (span))
        continue;
      if (run == NULL || run->direction != direction)
        {
          const Run next = { span, span, direction, 0 };

          g_array_append_val (runs, next);
          run = &g_array_index (runs, Run, runs->len - 1);
        }
      run->last = span;
      run->weight += fabs ((double) gained_in (&span->movement, measure) - (double) lost_in (&span->movement, measure));
    }

  return runs;
}

/* The one that stands out: with a good part of all that was gained more than lost, or less; the latest of those that weigh nearly as much as
 * the heaviest. (nullable) */
static const Run *
find_outstanding (const GArray *runs)
{
  const Run *found = NULL;
  double all = 0, most = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      all += g_array_index (runs, Run, i).weight;
      most = MAX (most, g_array_index (runs, Run, i).weight);
    }
  if (most < OUTSTANDING * all)
    return NULL;
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, Run, i).weight >= NEARLY * most)
      found = &g_array_index (runs, Run, i);

  return found;
}

/* "from Apr to Jun 2026", "in May 2026" */
static char *
when_run (const Run *run)
{
  gboolean same_year = ex_period_coarsen (run->first->period, EX_GRAIN_YEAR).index == ex_period_coarsen (run->last->period, EX_GRAIN_YEAR).index;
  g_autofree char *from = ex_period_to_label (run->first->period, !same_year);
  g_autofree char *to = ex_period_to_label (run->last->period, TRUE);

  if (run->first == run->last)
    /* Translators: %s is a period, "Sep 2026". */
    return g_strdup_printf (_("in %s"), to);

  /* Translators: two periods, "Apr", "Jun 2026". */
  return g_strdup_printf (_("from %s to %s"), from, to);
}

/* "in each of the 12 months", "in 14 of 24 months" */
static char *
when_counted (ExGrain grain, guint n, guint all)
{
  switch (grain)
    {
    case EX_GRAIN_MONTH:
      return n == all ? g_strdup_printf (ngettext ("in each of the %u months", "in each of the %u months", all), all)
                      : g_strdup_printf (ngettext ("in %u of %u months", "in %u of %u months", all), n, all);
    case EX_GRAIN_QUARTER:
      return n == all ? g_strdup_printf (ngettext ("in each of the %u quarters", "in each of the %u quarters", all), all)
                      : g_strdup_printf (ngettext ("in %u of %u quarters", "in %u of %u quarters", all), n, all);
    case EX_GRAIN_YEAR:
    default:
      return n == all ? g_strdup_printf (ngettext ("in each of the %u years", "in each of the %u years", all), all)
                      : g_strdup_printf (ngettext ("in %u of %u years", "in %u of %u years", all), n, all);
    }
}

/* How it went in most of the periods; of as many, as it went in sum. */
static char *
count_directions (const GPtrArray *spans, guint first, ExMeasure measure, int *direction)
{
  guint n[3] = { 0 }, all = 0;
  double sum = 0;

  for (guint i = first; i < spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);

      if (!counts (span))
        continue;
      n[direction_of (span, measure) + 1]++;
      all++;
      sum += (double) gained_in (&span->movement, measure) - (double) lost_in (&span->movement, measure);
    }
  *direction = n[0] != n[2] ? (n[2] > n[0] ? 1 : -1) : sum >= 0 ? 1 : -1;
  if (n[1] == all)
    *direction = 0;

  return when_counted (((const ExSpan *) g_ptr_array_index (spans, first))->period.grain, n[*direction + 1], all);
}

/* The finding over all that is drawn and complete. */
static char *
title_of (const GPtrArray *spans, guint first, ExMeasure measure)
{
  g_autoptr (GArray) runs = find_runs (spans, first, measure);
  const Run *run = runs->len > 1 ? find_outstanding (runs) : NULL;
  g_autofree char *when = NULL;
  int direction;

  if (runs->len == 0)
    return NULL;
  if (runs->len == 1 && g_array_index (runs, Run, 0).first == g_array_index (runs, Run, 0).last)
    run = &g_array_index (runs, Run, 0);
  direction = run != NULL ? run->direction : 0;
  when = run != NULL ? when_run (run) : count_directions (spans, first, measure, &direction);
  if (direction == 0)
    /* Translators: %s is when: "in each of the 12 months", "in Sep 2026". */
    return g_strdup_printf (_("Gains and losses were even %s"), when);

  /* Translators: %s is when: "in each of the 12 months", "in 14 of 24 months", "from Apr to Jun 2026". */
  return g_strdup_printf (direction > 0 ? _("Gains outran losses %s") : _("Losses outran gains %s"), when);
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
  g_autofree char *id = ex_period_to_string (span->period);
  g_autofree char *key = ex_target_key (EX_TARGET_PERIOD, id, NULL);
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
  ex_chart_set_mark_key (self->chart, ex_chart_n_marks (self->chart) - 1, key);
}

/* ---- The forecast ---- */

static void
add_expected (const Drawing *self, ExPeriod at, const double net[3])
{
  g_autofree char *label = ex_period_to_label (at, FALSE);
  g_autofree char *year = year_of (at);
  g_autofree char *name = ex_period_to_label (at, TRUE);
  g_autofree char *net_text = ex_amount_change (ex_amount_round (net[1]), self->measure, self->currency);
  g_autofree char *low = ex_amount_change (ex_amount_round (net[0]), self->measure, self->currency);
  g_autofree char *high = ex_amount_change (ex_amount_round (net[2]), self->measure, self->currency);
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
