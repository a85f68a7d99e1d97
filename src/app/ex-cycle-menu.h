/* The header bar's button for the review cycle: which one is in view and where it stands; its menu switches, and leads to its steps. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* Shows what stands in @session now: call it after every change. The menu is made anew whenever it is opened. */
void ex_cycle_menu_show (GtkMenuButton *button, ExSession *session);

G_END_DECLS
