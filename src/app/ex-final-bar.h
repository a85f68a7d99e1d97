/* Whether a period's customer figures are final, what that means, and the way to make them so, one period or a whole cycle at once. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_FINAL_BAR (ex_final_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExFinalBar, ex_final_bar, EX, FINAL_BAR, GtkBox)

/* @grain: of the ledger, or of the movements that were entered. @period: of that grain or a coarser one. Follows @session from then on. */
void ex_final_bar_show  (ExFinalBar *self, ExSession *session, ExGrain grain, ExPeriod period);
void ex_final_bar_focus (ExFinalBar *self);

G_END_DECLS
