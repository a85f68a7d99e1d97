/* The Customer Asset page's first view: what happened to the customers, in sentences, charts and figures. */
#pragma once

#include <gtk/gtk.h>

#include "ex-asset-look.h"
#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_SUMMARY (ex_asset_summary_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetSummary, ex_asset_summary, EX, ASSET_SUMMARY, GtkWidget)

/* Heavy drawing waits for turns of the main loop of its own. Its buttons are the actions asset.say-why and asset.lifetime of the page. */
void ex_asset_summary_show (ExAssetSummary *self, ExSession *session, ExAssetLook *look, ExMeasure measure);

G_END_DECLS
