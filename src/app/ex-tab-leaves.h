/* Tab leaves a list. In GTK, Tab inside a GtkColumnView or GtkListView goes to the next row, all 100,000 of them; a person at the
 * keyboard expects the arrow keys for that, and Tab for what comes after the list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @list: a GtkColumnView, GtkListView or GtkGridView, or the GtkScrolledWindow around one. Buttons inside rows stay reachable
 * with the arrow keys (Left and Right move within the row). */
void ex_tab_leaves (GtkWidget *list);

G_END_DECLS
