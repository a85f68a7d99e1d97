/* A check-in in ten seconds: value, day, confidence, a note, what is next, evidence. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* @check_in: (nullable) the one to correct; NULL records a new one. */
void ex_check_in_dialog_present (GtkWidget *parent, ExSession *session, const ExObjective *objective, const ExCheckIn *check_in);

G_END_DECLS
