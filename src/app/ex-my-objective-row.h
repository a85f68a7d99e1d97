/* One of one's own objectives, in a row: what it is, its line, where it stands, a check-in. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

/* A GtkListBoxRow. @detail: (nullable) for the line. It has the actions "my.check-in", "my.edit" and "my.objective", each with the
 * objective's id ("s"): whoever contains it gives them. @drafting: it can still be edited freely; @amend: a change can be proposed.
 * (transfer floating) */
GtkWidget *ex_my_objective_row_new (ExSession *session, guint objective, const ExReviewDetail *detail, gboolean drafting, gboolean amend,
                                    gboolean check_in);

G_END_DECLS
