#include "config.h"

#include "ex-cycle-asset.h"

#include "ex-line.h"
#include "ex-quantity.h"
#include "ex-running-closings.h"

#include <math.h>

#define LEAST_CLOSINGS 3

void
ex_cycle_asset_free (ExCycleAsset *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_free (self);
}

double
ex_cycle_asset_growth (const ExCycleAsset *self,
                       ExMeasure           measure)
{
  g_return_val_if_fail (self != NULL, EX_UNSET);

  if (!self->in_cycle || self->provisional || !self->opening_known)
    return EX_UNSET;
  return measure == EX_MEASURE_VALUE ? ex_movement_growth_value (&self->movement) : ex_movement_growth_customers (&self->movement);
}

/* --- where it is heading ---------------------------------------------------------------------------------------------------------- */

static double
figure (const ExCount *count,
        ExMeasure      measure)
{
  return (double) (measure == EX_MEASURE_VALUE ? count->value : count->customers);
}

/* @opening: (nullable) what the closing is compared with. */
static ExAssetForecast
forecast (const GArray  *closings,
          ExMeasure      measure,
          int            end,
          const ExCount *opening)
{
  ExAssetForecast self = { FALSE, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET };
  g_autofree double *x = g_new (double, closings->len);
  g_autofree double *y = g_new (double, closings->len);
  ExLineReading reading;
  ExLine line;

  if (closings->len < LEAST_CLOSINGS)
    return self;

  for (guint i = 0; i < closings->len; i++)
    {
      const ExClosing *closing = &g_array_index (closings, ExClosing, i);

      x[i] = closing->index;
      y[i] = figure (&closing->count, measure);
    }
  line = ex_line_fit (x, y, closings->len);
  reading = ex_line_read (&line, end);
  self.known = TRUE;
  self.closing = MAX (reading.value, 0);
  self.low = MAX (reading.low, 0);
  self.high = MAX (reading.high, 0);
  if (opening != NULL && figure (opening, measure) > 0)
    self.growth = (self.closing - figure (opening, measure)) / figure (opening, measure);
  return self;
}

static void
look_ahead (ExCycleAsset       *self,
            const ExCycleSpans *spans,
            const ExCount      *whole,
            const GArray       *closings)
{
  const ExCount *opening = spans->kind == EX_LEDGER_TRANSACTIONS ? whole : &self->movement.opening;
  ExAssetForecast unknown = { FALSE, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET };

  if (!self->opening_known)
    opening = NULL;
  for (int measure = 0; measure < EX_N_MEASURES; measure++)
    self->forecast[measure] = self->so_far ? forecast (closings, measure, self->end.index, opening) : unknown;
}

/* --- putting it together ----------------------------------------------------------------------------------------------------------- */

/* With 100,000 segments most have nobody: they say nothing. */
static GArray *
take_inhabited (const GArray *segments)
{
  GArray *inhabited = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));

  for (guint i = 0; i < segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (segments, ExSegmentMovement, i);

      if (segment->movement.opening.customers > 0 || segment->movement.closing.customers > 0)
        g_array_append_vals (inhabited, segment, 1);
    }
  return inhabited;
}

ExCycleAsset *
ex_cycle_asset_from_spans (const ExCycleSpans *spans,
                           const ExSpan       *now,
                           const ExSpan       *before,
                           const ExCount      *whole,
                           const GArray       *closings)
{
  ExCycleAsset *self = g_new0 (ExCycleAsset, 1);

  self->first = (ExPeriod) { spans->grain, spans->now.first };
  self->last = (ExPeriod) { spans->grain, spans->now.last };
  self->end = (ExPeriod) { spans->grain, spans->end };
  self->so_far = spans->so_far;
  self->in_cycle = spans->in_cycle;
  self->provisional = spans->provisional;
  self->opening_known = spans->opening_known;
  self->movement = now->movement;
  self->reasons = g_array_copy (now->reasons);
  self->segments = take_inhabited (now->segments);
  self->has_before = before != NULL;
  if (before != NULL)
    self->before = before->movement;
  look_ahead (self, spans, whole, closings);
  return self;
}

GArray *
ex_closings_of_spans (const GPtrArray *periods,
                      int              from,
                      int              last)
{
  GArray *closings = g_array_new (FALSE, FALSE, sizeof (ExClosing));

  for (guint i = 0; i < periods->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (periods, i);
      ExClosing closing = { span->period.index, span->movement.closing };

      if (closing.index >= from && closing.index <= last && !span->no_data)
        g_array_append_val (closings, closing);
    }
  return closings;
}

/* --- from a ledger ------------------------------------------------------------------------------------------------------------------ */

enum { PERIODS, NOW, BEFORE, WHOLE, N_REQUESTS };

/* What one pass over the ledger is to answer. */
typedef struct
{
  ExSpanRequest      requests[N_REQUESTS];
  guint              n;
  int                before;  /* of the requests; 0: not asked for */
  int                whole;
  ExRunningClosings *running; /* (nullable) of transactions */
} Pass;

static int
ask_between (Pass     *self,
             ExStretch stretch,
             int       segment)
{
  self->requests[self->n] = (ExSpanRequest) { .first = stretch.first, .last = stretch.last, .segment = segment };
  return (int) self->n++;
}

static void
pass_init (Pass                *self,
           const ExCycleSpans  *spans,
           const ExLedger      *ledger,
           const ExLedgerMarks *marks)
{
  *self = (Pass) { .n = 1 };
  self->requests[PERIODS] = (ExSpanRequest) { .grain = spans->grain, .segment = EX_COMPANY_ONLY };
  ask_between (self, spans->now, EX_EVERY_SEGMENT);
  if (spans->has_before)
    self->before = ask_between (self, spans->before, EX_COMPANY_ONLY);
  if (spans->has_whole)
    self->whole = ask_between (self, spans->whole, EX_COMPANY_ONLY);
  if (spans->kind == EX_LEDGER_TRANSACTIONS)
    self->running = ex_running_closings_new (spans, marks, ex_ledger_n_customers (ledger));
}

static void
pass_clear (Pass *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->requests[i].spans, g_ptr_array_unref);
  g_clear_pointer (&self->running, ex_running_closings_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

static void
take_column_cb (const ExColumn *column,
                gpointer        data)
{
  ExRunningClosings *running = data;

  if (running != NULL)
    ex_running_closings_take (running, column);
}

static ExSpan *
answer_of (const Pass *self,
           int         request)
{
  return request > 0 ? g_ptr_array_index (self->requests[request].spans, 0) : NULL;
}

static ExCycleAsset *
put_together (const Pass          *pass,
              const ExCycleSpans  *spans,
              const ExLedgerMarks *marks,
              GError             **error)
{
  const ExSpan *whole = answer_of (pass, pass->whole);
  g_autoptr (GArray) closings = NULL;

  if (pass->running != NULL)
    closings = ex_running_closings_end (pass->running, error);
  else
    closings = ex_closings_of_spans (pass->requests[PERIODS].spans, ex_cycle_spans_from (spans, marks), spans->now.last);
  if (closings == NULL)
    return NULL;
  return ex_cycle_asset_from_spans (spans, answer_of (pass, NOW), answer_of (pass, pass->before), whole != NULL ? &whole->movement.closing : NULL,
                                    closings);
}

ExCycleAsset *
ex_cycle_asset_walk (const ExLedger      *ledger,
                     const ExLedgerMarks *marks,
                     const ExCycle       *cycle,
                     GPtrArray          **periods,
                     ExLedgerCensus      *census,
                     GError             **error)
{
  guint n = ex_ledger_n_columns (ledger);
  g_auto (Pass) pass = { .n = 0 };
  ExCycleAsset *self;
  ExCycleSpans spans;

  g_return_val_if_fail (n > 0, NULL);

  spans = ex_cycle_spans_find (ex_ledger_get_kind (ledger), ex_ledger_get_grain (ledger),
                               (ExStretch) { ex_ledger_get_period (ledger, 0).index, ex_ledger_get_period (ledger, n - 1).index }, FALSE, marks, cycle);
  pass_init (&pass, &spans, ledger, marks);
  if (!ex_ledger_walk (ledger, pass.requests, pass.n, marks, take_column_cb, pass.running, census, error))
    return NULL;
  self = put_together (&pass, &spans, marks, error);
  if (self != NULL && periods != NULL)
    *periods = g_steal_pointer (&pass.requests[PERIODS].spans);
  return self;
}

ExCycleAsset *
ex_cycle_asset_from_ledger (const ExLedger      *ledger,
                            const ExLedgerMarks *marks,
                            const ExCycle       *cycle,
                            GError             **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);

  return ex_ledger_n_columns (ledger) > 0 ? ex_cycle_asset_walk (ledger, marks, cycle, NULL, NULL, error) : NULL;
}
