/* The Customer Asset page's claims: driver by driver what the objectives say they did beside what the ledger says, then each claim. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_CLAIMS (ex_asset_claims_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetClaims, ex_asset_claims, EX, ASSET_CLAIMS, GtkWidget)

void ex_asset_claims_show (ExAssetClaims *self, ExSession *session, ExMeasure measure);

G_END_DECLS
