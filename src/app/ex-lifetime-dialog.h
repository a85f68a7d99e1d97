/* What lifetime values are computed with: the margin and the discount rate of the company. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

void ex_lifetime_dialog_present (GtkWidget *parent, ExSession *session);

G_END_DECLS
