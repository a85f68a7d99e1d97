#include "config.h"

#include "ex-cycle-asset.h"

#include "ex-error.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>

void
ex_cycle_asset_free (ExCycleAsset *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reasons, g_array_unref);
  g_free (self);
}

static gboolean
is_within (ExPeriod period, const ExCycle *cycle)
{
  return ex_period_first_day (period) >= cycle->first && ex_period_last_day (period) <= cycle->last;
}

/* Narrows @first..@last to the whole periods in the cycle. FALSE, both at the latest period, when there is none. */
static gboolean
narrow (ExGrain grain, const ExCycle *cycle, int *first, int *last)
{
  int from = *first;
  int to = *last;

  if (cycle != NULL)
    {
      from = MAX (from, ex_period_of_day (grain, cycle->first).index);
      to = MIN (to, ex_period_of_day (grain, cycle->last).index);
      if (from <= to && !is_within ((ExPeriod) { grain, from }, cycle))
        from++;
      if (from <= to && !is_within ((ExPeriod) { grain, to }, cycle))
        to--;
      if (from <= to)
        {
          *first = from;
          *last = to;
          return TRUE;
        }
    }
  *first = *last;
  return FALSE;
}

ExCycleAsset *
ex_cycle_asset_from_ledger (const ExLedger *ledger, const ExCycle *cycle, GError **error)
{
  g_autoptr (ExCycleAsset) self = NULL;
  g_autoptr (ExSpan) span = NULL;
  ExGrain grain;
  int ledger_first, first, last;

  g_return_val_if_fail (ledger != NULL, NULL);

  if (ex_ledger_n_columns (ledger) == 0)
    return NULL;

  grain = ex_ledger_get_grain (ledger);
  ledger_first = first = ex_ledger_get_column (ledger, 0)->index;
  last = ex_ledger_get_column (ledger, ex_ledger_n_columns (ledger) - 1)->index;

  self = g_new0 (ExCycleAsset, 1);
  self->in_cycle = narrow (grain, cycle, &first, &last);
  if (ex_ledger_get_kind (ledger) == EX_LEDGER_RECURRING && first == ledger_first && first < last)
    first++;

  span = ex_ledger_movement_between (ledger, first, last, FALSE, error);
  if (span == NULL)
    return NULL;
  self->first = (ExPeriod) { grain, first };
  self->last = (ExPeriod) { grain, last };
  self->movement = span->movement;
  self->reasons = g_steal_pointer (&span->reasons);
  return g_steal_pointer (&self);
}

static gboolean
add_count (ExCount *sum, const ExCount *term)
{
  return ex_money_add (&sum->customers, term->customers) && ex_money_add (&sum->value, term->value);
}

/* Gains and losses add up from period to period; opening and closing do not. */
static gboolean
add_movement (ExMovement *sum, const ExMovement *term)
{
  return add_count (&sum->fresh, &term->fresh)
         && add_count (&sum->won_back, &term->won_back)
         && add_count (&sum->expanded, &term->expanded)
         && add_count (&sum->contracted, &term->contracted)
         && add_count (&sum->lost, &term->lost);
}

ExCycleAsset *
ex_cycle_asset_from_movements (const GArray *movements, const ExCycle *cycle, GError **error)
{
  g_autoptr (ExCycleAsset) self = NULL;
  const ExEnteredMovement *entered;
  int first, last;

  g_return_val_if_fail (movements != NULL, NULL);

  if (movements->len == 0)
    return NULL;

  entered = (const ExEnteredMovement *) movements->data;
  self = g_new0 (ExCycleAsset, 1);
  self->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  self->last = entered[movements->len - 1].period;
  first = entered[0].period.index;
  last = self->last.index;
  self->in_cycle = narrow (self->last.grain, cycle, &first, &last);
  self->first = (ExPeriod) { self->last.grain, first };
  self->last.index = last;

  gboolean begun = FALSE;
  for (guint i = 0; i < movements->len; i++)
    {
      if (entered[i].period.index < first || entered[i].period.index > last)
        continue;
      if (!begun)
        self->movement.opening = entered[i].movement.opening;
      begun = TRUE;
      self->movement.closing = entered[i].movement.closing;
      if (!add_movement (&self->movement, &entered[i].movement))
        {
          g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW,
                               _("The movements add up to more than can be counted. Is their unit right?"));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}
