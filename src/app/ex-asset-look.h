/* What the Customer Asset page looks at: the cycle, or one period of any grain. Immutable, counted references. */
#pragma once

#include "core/ex-asset.h"

G_BEGIN_DECLS

typedef struct
{
  ExAsset   *asset;
  char      *currency;
  gboolean   is_cycle;
  ExPeriod   first;       /* of the asset's grain */
  ExPeriod   last;
  char      *words;       /* "Oct 2025 to Sep 2026", "Q3 2026" */
  gboolean   provisional; /* the cycle is not over in the ledger, or the period is not complete: without growth */
  gboolean   empty;       /* a period without rows */
  gboolean   no_data;     /* a period that is passed over */
  ExMovement movement;    /* of the company */
  GArray    *reasons;     /* (element-type ExLostReason) */
  GArray    *segments;    /* (element-type ExSegmentMovement) */
} ExAssetLook;

/* Over the asset's cycle, which it must have. (transfer full) */
ExAssetLook *ex_asset_look_new_cycle  (ExAsset *asset, const char *currency);
/* @span: of the company, with segments and reasons where it has them. (transfer full) */
ExAssetLook *ex_asset_look_new_period (ExAsset *asset, const char *currency, const ExSpan *span);
ExAssetLook *ex_asset_look_ref        (ExAssetLook *self);
void         ex_asset_look_unref      (ExAssetLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExAssetLook, ex_asset_look_unref)

/* How many of the asset's periods it spans, without those that are passed over. */
guint        ex_asset_look_n_periods  (const ExAssetLook *self);
/* Of a segment or the company, undefined while no margin and discount are set; @working may be NULL. Minor units. */
double       ex_asset_look_lifetime   (const ExAssetLook *self, const ExMovement *movement, ExWorking *working);
/* Growth of a measure; EX_UNSET as well while the figures are provisional. */

/* The asset's own periods inside @period, of its grain or coarser: FALSE when there are none. */
gboolean     ex_asset_look_range      (const ExAsset *asset, ExPeriod period, int *first, int *last);

G_END_DECLS
