/* A review cycle: its name, its first and last day, and the leaders it starts with. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_CYCLE_DIALOG (ex_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExCycleDialog, ex_cycle_dialog, EX, CYCLE_DIALOG, AdwWindow)

/* @cycle: NULL for a new one. */
GtkWidget *ex_cycle_dialog_new (ExSession *session, const ExCycle *cycle);

G_END_DECLS
