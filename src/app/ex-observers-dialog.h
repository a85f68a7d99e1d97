/* Who observes a leader: three or more peers or reports that HR asks to rate the same objectives. Shows how many answered, never who said what. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings up the dialog over @parent, for the cycle in view. Anybody but HR reads who may name observers, and names nobody. */
void ex_observers_dialog_present (GtkWidget *parent, ExSession *session, const char *leader_id);

G_END_DECLS
