/* A review cycle: its period, whom it starts with, its phases and its scale; a new one in a second step with objectives of an earlier one. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_CYCLE_DIALOG (ex_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExCycleDialog, ex_cycle_dialog, EX, CYCLE_DIALOG, AdwWindow)

/* @cycle: NULL for a new one. One that is closed, and any for somebody who is not HR, can only be read, and says why. */
GtkWidget *ex_cycle_dialog_new (ExSession *session, const ExCycle *cycle);

G_END_DECLS
