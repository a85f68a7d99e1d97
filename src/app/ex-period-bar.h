/* What HR says of a period of the customer asset, and its buttons: final, complete to here, no data. Of the period that the page shows; each
 * can be undone. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_PERIOD_BAR (ex_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExPeriodBar, ex_period_bar, EX, PERIOD_BAR, GtkBox)

/* @period: of the asset's grain or coarser. */
void ex_period_bar_show  (ExPeriodBar *self, ExSession *session, ExPeriod period);
void ex_period_bar_focus (ExPeriodBar *self);

G_END_DECLS
