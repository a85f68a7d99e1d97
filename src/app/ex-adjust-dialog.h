/* Adjusts one rating: to what, why, and who agreed to it. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @adjustment: (nullable) (transfer none) as it stands; it can then be taken away again. */
void ex_adjust_dialog_present (GtkWidget *parent, ExSession *session, const char *objective_id, const ExAdjustment *adjustment);

G_END_DECLS
