/* Children of equal width, as many beside each other as have room, the others below. (A GtkFlowBox would take the focus for each.) */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_TILES (ex_tiles_get_type ())
G_DECLARE_FINAL_TYPE (ExTiles, ex_tiles, EX, TILES, GtkWidget)

/* Properties, for templates: least-width (int, pixels of a child before there are fewer columns), columns (int, at most), spacing (int). */
void ex_tiles_append (ExTiles *self, GtkWidget *child);
void ex_tiles_clear  (ExTiles *self);

G_END_DECLS
