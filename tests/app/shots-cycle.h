/* Pictures of a review cycle, from the first dialog to the closed one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the sample company for itself. */
void shoot_cycle (GtkApplication *application);

G_END_DECLS
