/* The Customer Asset page's periods: gained and lost one after the other, as a chart and as a table, and what HR says of each. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-asset.h"
#include "ex-export.h"
#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_PERIODS (ex_asset_periods_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetPeriods, ex_asset_periods, EX, ASSET_PERIODS, GtkWidget)

/* What stands now, of the session's asset, which it must have. */
void ex_asset_periods_show         (ExAssetPeriods *self, ExSession *session, ExMeasure measure);
/* Of one segment by its number, or EX_EVERY_SEGMENT for the company. */
void ex_asset_periods_show_segment (ExAssetPeriods *self, int segment);
/* Selects @period, of any grain the ledger has, and leads the keyboard to what can be said of it. */
void ex_asset_periods_mark         (ExAssetPeriods *self, ExPeriod period);

/* What its table shows, for export. (transfer full) (nullable) */
ExExport *ex_asset_periods_get_export (ExAssetPeriods *self);

/* Signal: "period-activated" (int grain, int index): the page's look at it is wanted. */

G_END_DECLS
