/* Pictures of History: filtered, opened, nothing found, as a leader reads it; and the question before an erasure. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shoot_history (GtkApplication *application);

G_END_DECLS
