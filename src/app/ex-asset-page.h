/* The customer asset: movements by period and segment, the figures read from them, and the import of both. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_PAGE (ex_asset_page_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetPage, ex_asset_page, EX, ASSET_PAGE, GtkWidget)

G_END_DECLS
