/* The steps of the cycle in view: on to the next phase, back, closed, opened again; and its editor. Only HR takes them.
 *
 * Window actions: win.new-cycle, win.edit-cycle, win.advance-cycle, win.back-cycle, win.close-cycle, win.reopen-cycle. None has a parameter. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

void     ex_cycle_actions_install (GtkWidgetClass *window_class);
/* Enables those that are possible now. @session: (nullable) no company is open. */
void     ex_cycle_actions_update  (GtkWidget *window, ExSession *session);

/* Why whoever is at the keyboard may not move or edit cycles; NULL: they may. (transfer full) */
char    *ex_cycle_forbids         (ExSession *session);
/* HR, and the cycle in view is there and not closed. */
gboolean ex_cycle_is_editable     (ExSession *session);

/* "_Advance to Run…", "_Back to Plan…", as a menu says it; NULL: there is no such step. (transfer full) */
char    *ex_cycle_advance_label   (const ExCycle *cycle);
char    *ex_cycle_back_label      (const ExCycle *cycle);

G_END_DECLS
