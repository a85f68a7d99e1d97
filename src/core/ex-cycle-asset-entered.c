/* The customer asset over a cycle, of a company that enters its movements period by period. */
#include "config.h"

#include "ex-cycle-asset.h"

#include "ex-entered-movements.h"

static ExStretch
stretch_of (const GArray *movements)
{
  return (ExStretch) { g_array_index (movements, ExEnteredMovement, 0).period.index,
                       g_array_index (movements, ExEnteredMovement, movements->len - 1).period.index };
}

/* Every period of it was entered: else what it comes to is not what happened. */
static gboolean
is_entered (const GArray *movements,
            ExStretch     stretch)
{
  int n = 0;

  for (guint i = 0; i < movements->len; i++)
    {
      int index = g_array_index (movements, ExEnteredMovement, i).period.index;

      n += index >= stretch.first && index <= stretch.last;
    }
  return n == stretch.last - stretch.first + 1;
}

/* The first one's opening stands where the period before it closed. */
static GArray *
list_closings (const GArray       *movements,
               const ExCycleSpans *spans)
{
  GArray *closings = g_array_new (FALSE, FALSE, sizeof (ExClosing));

  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);
      ExClosing opening = { entered->period.index - 1, entered->movement.opening };
      ExClosing closing = { entered->period.index, entered->movement.closing };

      if (entered->period.index < spans->now.first || entered->period.index > spans->now.last)
        continue;
      if (closings->len == 0)
        g_array_append_val (closings, opening);
      g_array_append_val (closings, closing);
    }
  return closings;
}

ExCycleAsset *
ex_cycle_asset_from_movements (const GArray        *movements,
                               const ExLedgerMarks *marks,
                               const ExCycle       *cycle,
                               GError             **error)
{
  ExGrain grain;
  ExCycleSpans spans;
  g_autoptr (GArray) closings = NULL;
  g_autoptr (ExSpan) now = NULL;
  g_autoptr (ExSpan) before = NULL;

  g_return_val_if_fail (movements != NULL, NULL);

  if (movements->len == 0)
    return NULL;

  grain = g_array_index (movements, ExEnteredMovement, 0).period.grain;
  spans = ex_cycle_spans_find (EX_LEDGER_RECURRING, grain, stretch_of (movements), TRUE, marks, cycle);
  now = ex_entered_movements_between (movements, spans.now.first, spans.now.last, marks, error);
  if (now == NULL)
    return NULL;
  spans.opening_known = spans.opening_known && is_entered (movements, (ExStretch) { spans.now.first, spans.now.first });
  if (spans.has_before && is_entered (movements, spans.before))
    {
      before = ex_entered_movements_between (movements, spans.before.first, spans.before.last, marks, error);
      if (before == NULL)
        return NULL;
    }
  closings = list_closings (movements, &spans);
  return ex_cycle_asset_from_spans (&spans, now, before, NULL, closings);
}
