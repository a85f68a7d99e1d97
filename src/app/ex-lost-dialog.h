/* Why customers left: those of whom it is not known, largest first, each with an entry; or a file with reasons. */
#pragma once

#include <gtk/gtk.h>

#include "ex-asset-look.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* Of the span that @look is over. */
void ex_lost_dialog_present (GtkWidget *parent, ExSession *session, const ExAssetLook *look);

G_END_DECLS
