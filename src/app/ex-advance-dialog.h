/* Before a cycle goes on: what that means, and who is not there yet, level by level. It refuses nothing. */
#pragma once

#include "core/ex-reviews.h"
#include "ex-alert.h"

G_BEGIN_DECLS

/* @reviews: of the cycle that is to go on. @answer is called only for yes; @data is freed with @destroy in any case. */
void ex_advance_dialog_present (GtkWidget *parent, ExReviews *reviews, ExAlertAnswer answer, gpointer data, GDestroyNotify destroy);

G_END_DECLS
