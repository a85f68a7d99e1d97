/* The columns of the Objectives page's table, for items that are ExRow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ex_objective_columns_append (GtkColumnView *view);

G_END_DECLS
