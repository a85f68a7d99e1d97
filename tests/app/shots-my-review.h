/* Pictures of My Review, from the first objective to the signature, and of the dialogs that it opens. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shoot_my_review (GtkApplication *application);

G_END_DECLS
