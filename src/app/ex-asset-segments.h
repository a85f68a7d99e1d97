/* The Customer Asset page's segments, side by side. */
#pragma once

#include <gtk/gtk.h>

#include "ex-asset-look.h"
#include "ex-export.h"
#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_SEGMENTS (ex_asset_segments_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetSegments, ex_asset_segments, EX, ASSET_SEGMENTS, GtkWidget)

void ex_asset_segments_show (ExAssetSegments *self, ExAssetLook *look, ExMeasure measure);

/* What it shows, for export. (transfer full) (nullable) */
ExExport *ex_asset_segments_get_export (ExAssetSegments *self);

/* Signal: "segment-activated" (int): its periods are wanted. */

G_END_DECLS
