/* Reports from the window: what Ctrl+P prints on the page in view, and reviews saved as PDF.
 *
 * Window actions: win.print, win.save-reviews, win.open-folder (ay: its path). */
#pragma once

#include "ex-window-private.h"

G_BEGIN_DECLS

void ex_report_actions_install (GtkWidgetClass *window_class);
/* Enables them, and puts into the menu and the header bar what the page in view prints. */
void ex_report_actions_update  (ExWindow *window);

G_END_DECLS
