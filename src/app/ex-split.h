/* A sidebar beside its content; in a narrow window the sidebar slides over the content instead. Serves old and new libadwaita alike,
 * whose own widgets for this were replaced. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_SPLIT (ex_split_get_type ())
G_DECLARE_FINAL_TYPE (ExSplit, ex_split, EX, SPLIT, GtkWidget)

/* Properties, for templates: sidebar, content (GtkWidget), narrow-width (int, pixels below which it collapses), collapsed (read
 * only), show-sidebar (matters while collapsed). */
void     ex_split_set_show_sidebar (ExSplit *self, gboolean show);
gboolean ex_split_get_show_sidebar (ExSplit *self);
gboolean ex_split_get_collapsed    (ExSplit *self);

G_END_DECLS
