/* What a click on a column's title does, for the keyboard: GTK lets no key reach the titles. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a menu of the columns by which @view can be sorted. Its columns are those of ex-columns.h, and all there. */
GtkWidget *ex_sort_button_new (GtkColumnView *view);

G_END_DECLS
