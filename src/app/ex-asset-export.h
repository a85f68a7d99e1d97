/* The table of the Customer Asset page's view, for export. */
#pragma once

#include "ex-asset-look.h"
#include "ex-export.h"

G_BEGIN_DECLS

/* @view: the one in view. @look: what the page looks at. (transfer full) (nullable) */
ExExport *ex_asset_export_view (GtkWidget *view, ExSession *session, ExAssetLook *look);

G_END_DECLS
