/* Children in a row, each as wide as it wishes; what finds no room goes on in the next. (A GtkFlowBox makes them all equal, and would take the focus for each.) */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_WRAP (ex_wrap_get_type ())
G_DECLARE_FINAL_TYPE (ExWrap, ex_wrap, EX, WRAP, GtkWidget)

GtkWidget *ex_wrap_new             (int spacing);
void       ex_wrap_append          (ExWrap *self, GtkWidget *child);
/* The first takes what is left of its row, so that the others stand at the end. */
void       ex_wrap_set_first_fills (ExWrap *self, gboolean fills);

G_END_DECLS
