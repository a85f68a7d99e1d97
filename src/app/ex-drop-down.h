/* GtkDropDown has a button inside that takes the focus, and lets nobody name it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A screen reader says "@name: what is chosen" of @drop_down, whose model is of strings, now and after every choice. */
void ex_drop_down_set_name (GtkDropDown *drop_down, const char *name);

G_END_DECLS
