#include "config.h"

#include "ex-close-facts.h"

void
ex_close_facts_free (ExCloseFacts *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->not_final);
  g_strfreev (self->provisional);
  g_free (self);
}

/* The periods that lie wholly in the cycle, whether the ledger has got there or not. */
static void
list_open (ExCloseFacts  *self,
           const ExAsset *asset,
           const ExCycle *cycle)
{
  g_autoptr (GStrvBuilder) not_final = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) provisional = g_strv_builder_new ();
  int last = ex_period_of_day (asset->grain, cycle->last).index;

  for (int index = ex_period_of_day (asset->grain, cycle->first).index; index <= last; index++)
    {
      ExPeriod period = { asset->grain, index };
      g_autofree char *label = ex_period_to_label (period, TRUE);

      if (ex_period_first_day (period) < cycle->first || ex_period_last_day (period) > cycle->last)
        continue;
      if (ex_ledger_marks_is_provisional (asset->marks, period))
        g_strv_builder_add (provisional, label);
      else if (ex_asset_find_span (asset, period) == NULL || !ex_ledger_marks_is_final (asset->marks, period))
        g_strv_builder_add (not_final, label);
    }
  self->not_final = g_strv_builder_end (not_final);
  self->provisional = g_strv_builder_end (provisional);
}

ExCloseFacts *
ex_close_facts_new (const ExAsset       *asset,
                    const ExCycle       *cycle,
                    const ExRewardTerms *terms)
{
  ExCloseFacts *self = g_new0 (ExCloseFacts, 1);

  g_return_val_if_fail (cycle != NULL, self);

  self->pays = terms != NULL;
  self->measure = terms != NULL ? terms->measure : EX_MEASURE_CUSTOMERS;
  self->has_ledger = asset != NULL;
  if (asset == NULL)
    return self;
  list_open (self, asset, cycle);
  self->opening_known = asset->cycle != NULL && asset->cycle->in_cycle && asset->cycle->opening_known;
  if (!self->opening_known)
    return self;
  self->opening_customers = asset->cycle->movement.opening.customers;
  self->closing_customers = asset->cycle->movement.closing.customers;
  self->opening_value = asset->cycle->movement.opening.value;
  self->closing_value = asset->cycle->movement.closing.value;
  return self;
}
