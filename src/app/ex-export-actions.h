/* Ctrl+E and the menu: the table in view as a file. */
#pragma once

#include "ex-window-private.h"

G_BEGIN_DECLS

void ex_export_actions_install (GtkWidgetClass *window_class);
/* For the page in view. */
void ex_export_actions_update  (ExWindow *self);

G_END_DECLS
