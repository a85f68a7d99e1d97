/* Pictures of the Customer Asset page: of the sample company, of one with movements entered by hand, and of one with nothing yet. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shoot_asset (GtkApplication *application);

G_END_DECLS
