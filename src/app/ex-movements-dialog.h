/* Movements entered by hand, of a company without a customer-level ledger: period by period, the last one removable. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

void ex_movements_dialog_present (GtkWidget *parent, ExSession *session);

G_END_DECLS
