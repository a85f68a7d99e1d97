#include "config.h"

#include "ex-entered-movements.h"

#include "ex-error.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>

static gboolean
add_count (ExCount       *sum,
           const ExCount *term)
{
  return ex_money_add (&sum->customers, term->customers) && ex_money_add (&sum->value, term->value);
}

/* Gains and losses add up from period to period; opening and closing do not. */
static gboolean
add_movement (ExMovement       *sum,
              const ExMovement *term)
{
  sum->closing = term->closing;
  return add_count (&sum->fresh, &term->fresh)
         && add_count (&sum->won_back, &term->won_back)
         && add_count (&sum->expanded, &term->expanded)
         && add_count (&sum->contracted, &term->contracted)
         && add_count (&sum->lost, &term->lost);
}

static ExSpan *
span_new (ExPeriod             period,
          const ExLedgerMarks *marks)
{
  ExSpan *self = g_new0 (ExSpan, 1);

  self->period = period;
  self->empty = TRUE;
  self->no_data = TRUE;
  self->provisional = ex_ledger_marks_is_provisional (marks, period);
  self->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
  self->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  return self;
}

static gboolean
join (ExSpan           *self,
      const ExMovement *movement,
      GError          **error)
{
  if (self->empty)
    self->movement.opening = movement->opening;
  self->empty = FALSE;
  self->no_data = FALSE;
  if (add_movement (&self->movement, movement))
    return TRUE;
  g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW, _("The movements add up to more than can be counted. Is their unit right?"));
  return FALSE;
}

ExSpan *
ex_entered_movements_between (const GArray        *movements,
                              int                  first,
                              int                  last,
                              const ExLedgerMarks *marks,
                              GError             **error)
{
  ExPeriod period = { EX_GRAIN_MONTH, last };
  g_autoptr (ExSpan) span = NULL;

  g_return_val_if_fail (movements != NULL && first <= last, NULL);

  if (movements->len > 0)
    period.grain = g_array_index (movements, ExEnteredMovement, 0).period.grain;
  span = span_new (period, marks);
  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);

      if (entered->period.index >= first && entered->period.index <= last && !join (span, &entered->movement, error))
        return NULL;
    }
  return g_steal_pointer (&span);
}

GPtrArray *
ex_entered_movements_to_spans (const GArray        *movements,
                               ExGrain              grain,
                               const ExLedgerMarks *marks,
                               GError             **error)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);

  g_return_val_if_fail (movements != NULL, NULL);

  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);
      ExPeriod period;

      if (grain < entered->period.grain)
        {
          g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("The movements are kept by %s; they cannot be shown by %s, which is finer."),
                       ex_grain_nick (entered->period.grain), ex_grain_nick (grain));
          return NULL;
        }
      period = ex_period_coarsen (entered->period, grain);
      while (spans->len == 0 || ((ExSpan *) g_ptr_array_index (spans, spans->len - 1))->period.index < period.index)
        {
          int index = spans->len == 0 ? period.index : ((ExSpan *) g_ptr_array_index (spans, spans->len - 1))->period.index + 1;

          g_ptr_array_add (spans, span_new ((ExPeriod) { grain, index }, marks));
        }
      if (!join (g_ptr_array_index (spans, spans->len - 1), &entered->movement, error))
        return NULL;
    }
  return g_steal_pointer (&spans);
}
