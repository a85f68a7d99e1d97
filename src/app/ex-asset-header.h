/* The Customer Asset page's menu in the header bar: what can be brought in, entered and set. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_ASSET_HEADER (ex_asset_header_get_type ())
G_DECLARE_FINAL_TYPE (ExAssetHeader, ex_asset_header, EX, ASSET_HEADER, GtkWidget)

GtkWidget *ex_asset_header_new  (void);
/* What the company has decides what it is offered. */
void       ex_asset_header_show (ExAssetHeader *self, ExSession *session);

G_END_DECLS
