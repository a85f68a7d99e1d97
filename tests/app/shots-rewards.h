/* Pictures of the Rewards page: as HR edits it, as a leader sees it, frozen, what if, empty; and of what hangs on it elsewhere. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shoot_rewards (GtkApplication *application);

G_END_DECLS
