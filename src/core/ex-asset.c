#include "config.h"

#include "ex-asset.h"

#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

/* Counted beside what everybody may look into. */
typedef struct
{
  ExAsset         asset;
  gatomicrefcount ref_count;
} Shared;

ExAsset *
ex_asset_new (void)
{
  Shared *self = g_new0 (Shared, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->asset.kind = EX_LEDGER_RECURRING;
  self->asset.grain = EX_GRAIN_MONTH;
  self->asset.marks = ex_ledger_marks_new ();
  self->asset.spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  self->asset.segments = g_new0 (char *, 1);
  self->asset.reasons = g_new0 (char *, 1);
  self->asset.margin = -1;
  self->asset.discount = -1;
  return &self->asset;
}

ExAsset *
ex_asset_ref (ExAsset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Shared *) self)->ref_count);
  return self;
}

void
ex_asset_unref (ExAsset *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&((Shared *) self)->ref_count))
    return;

  ex_ledger_marks_free (self->marks);
  g_ptr_array_unref (self->spans);
  g_strfreev (self->segments);
  g_strfreev (self->reasons);
  ex_cycle_asset_free (self->cycle);
  g_free (self);
}

const ExSpan *
ex_asset_find_span (const ExAsset *self,
                    ExPeriod       period)
{
  const ExSpan *first;
  gint64 place;

  g_return_val_if_fail (self != NULL, NULL);

  if (period.grain != self->grain || self->spans->len == 0)
    return NULL;

  /* A span a period, without a gap. */
  first = g_ptr_array_index (self->spans, 0);
  place = (gint64) period.index - first->period.index;
  return place >= 0 && place < self->spans->len ? g_ptr_array_index (self->spans, place) : NULL;
}

/* Numbers are those of the spans; counting the names each time would be slow with 100,000 segments. */
static const char *
name_of (char      **names,
         int         number,
         const char *otherwise)
{
  return number >= 0 ? names[number] : otherwise;
}

const char *
ex_asset_segment_name (const ExAsset *self,
                       int            segment)
{
  g_return_val_if_fail (self != NULL, "");

  return name_of (self->segments, segment, _("Without a segment"));
}

const char *
ex_asset_reason_name (const ExAsset *self,
                      int            reason)
{
  g_return_val_if_fail (self != NULL, "");

  return name_of (self->reasons, reason, _("Not known"));
}

double
ex_reasons_known (const GArray *reasons,
                  ExMeasure     measure)
{
  double known = 0, all = 0;

  g_return_val_if_fail (reasons != NULL, EX_UNSET);

  for (guint i = 0; i < reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (reasons, ExLostReason, i);
      double lost = (double) (measure == EX_MEASURE_VALUE ? reason->lost.value : reason->lost.customers);

      all += lost;
      known += reason->reason >= 0 ? lost : 0;
    }

  return all > 0 ? known / all : EX_UNSET;
}
