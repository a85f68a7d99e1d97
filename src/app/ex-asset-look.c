#include "config.h"

#include "ex-asset-look.h"

#include "company/ex-asset-words.h"
#include "core/ex-quantity.h"

static ExAssetLook *
look_new (ExAsset *asset, const char *currency)
{
  ExAssetLook *self = g_atomic_rc_box_new0 (ExAssetLook);

  self->asset = ex_asset_ref (asset);
  self->currency = g_strdup (currency);
  return self;
}

static GArray *
ref_or_empty (GArray *array, guint size)
{
  return array != NULL ? g_array_ref (array) : g_array_new (FALSE, FALSE, size);
}

ExAssetLook *
ex_asset_look_new_cycle (ExAsset *asset, const char *currency)
{
  const ExCycleAsset *cycle = asset->cycle;
  ExAssetLook *self;

  g_return_val_if_fail (cycle != NULL, NULL);

  self = look_new (asset, currency);
  self->is_cycle = TRUE;
  self->first = cycle->first;
  self->last = cycle->last;
  self->words = ex_asset_words_span (cycle->first, cycle->last);
  self->provisional = cycle->so_far;
  self->movement = cycle->movement;
  self->reasons = ref_or_empty (cycle->reasons, sizeof (ExLostReason));
  self->segments = ref_or_empty (cycle->segments, sizeof (ExSegmentMovement));
  return self;
}

ExAssetLook *
ex_asset_look_new_period (ExAsset *asset, const char *currency, const ExSpan *span)
{
  ExAssetLook *self = look_new (asset, currency);
  int first = span->period.index, last = span->period.index;

  ex_asset_look_range (asset, span->period, &first, &last);
  self->first = (ExPeriod) { asset->grain, first };
  self->last = (ExPeriod) { asset->grain, last };
  self->words = ex_period_to_label (span->period, TRUE);
  self->provisional = span->provisional;
  self->empty = span->empty;
  self->no_data = span->no_data;
  self->movement = span->movement;
  self->reasons = ref_or_empty (span->reasons, sizeof (ExLostReason));
  self->segments = ref_or_empty (span->segments, sizeof (ExSegmentMovement));
  return self;
}

ExAssetLook *
ex_asset_look_ref (ExAssetLook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
look_clear (gpointer data)
{
  ExAssetLook *self = data;

  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_free (self->currency);
  g_free (self->words);
}

void
ex_asset_look_unref (ExAssetLook *self)
{
  g_atomic_rc_box_release_full (self, look_clear);
}

guint
ex_asset_look_n_periods (const ExAssetLook *self)
{
  guint n = 0;

  for (int index = self->first.index; index <= self->last.index; index++)
    n += !ex_ledger_marks_is_no_data (self->asset->marks, (ExPeriod) { self->asset->grain, index });
  return MAX (n, 1);
}

double
ex_asset_look_lifetime (const ExAssetLook *self, const ExMovement *movement, ExWorking *working)
{
  return ex_lifetime_value (movement, self->asset->kind, ex_asset_look_n_periods (self), self->asset->margin, self->asset->discount,
                            self->currency, working);
}

gboolean
ex_asset_look_range (const ExAsset *asset, ExPeriod period, int *first, int *last)
{
  const ExSpan *oldest, *newest;

  if (asset->spans == NULL || asset->spans->len == 0)
    return FALSE;
  oldest = g_ptr_array_index (asset->spans, 0);
  newest = g_ptr_array_index (asset->spans, asset->spans->len - 1);
  *first = MAX (ex_period_of_day (asset->grain, ex_period_first_day (period)).index, oldest->period.index);
  *last = MIN (ex_period_of_day (asset->grain, ex_period_last_day (period)).index, newest->period.index);
  return *first <= *last;
}
