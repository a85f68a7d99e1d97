/* Rows of a column view whose selection can be of many, added and taken away one by one: Ctrl and a click, or Ctrl+Space on the row that has
 * the focus. GTK 4.8 toggles twice at the click, once for the cell and once for its row, and its tree takes Ctrl+Space for itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ex_row_toggle_add     (GtkColumnView *view);

/* A cell of @factory tells ex_row_toggle_add() which row it is of; ex_columns_append() calls it for every column. */
void ex_row_toggle_mark    (GtkListItemFactory *factory);

G_END_DECLS
