/* Closing a cycle: everything that is missing, or what closing will pay and a question. Private to ex-cycle-actions.c. */
#pragma once

#include "ex-alert.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* Looks up in the worker what stands before closing the cycle in view and what it would pay, then asks. @close: called for yes, with the cycle's id. */
void ex_cycle_close_ask (GtkWidget *window, ExSession *session, ExAlertAnswer close);

G_END_DECLS
