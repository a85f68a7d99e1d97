/* Pictures of the Reviews page: an empty cycle, half-way, everything late, closed; one leader and ten thousand; one review, the dialogs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shoot_reviews (GtkApplication *application);

G_END_DECLS
