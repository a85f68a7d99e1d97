/* Escape in the search entry of a dialog: first takes away what was typed, then closes the dialog as it does everywhere else in it.
 * GtkSearchEntry would keep the key for itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ex_search_escape (GtkSearchEntry *entry);

G_END_DECLS
