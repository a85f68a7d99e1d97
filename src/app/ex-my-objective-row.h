/* One of one's own objectives, in a row: what it is, its line, where it stands, a check-in. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

typedef enum
{
  EX_MAY_EDIT     = 1 << 0, /* it is a draft */
  EX_MAY_AMEND    = 1 << 1, /* a change can be proposed */
  EX_MAY_CHECK_IN = 1 << 2,
} ExMay;

/* A GtkListBoxRow. @detail: (nullable) for the line. It has the actions "my.check-in", "my.edit" and "my.objective", each with the
 * objective's id ("s"): whoever contains it gives them. @may: what can be done with it. @figures: the rows' figures are one column.
 * (transfer floating) */
GtkWidget *ex_my_objective_row_new (ExSession *session, guint objective, const ExReviewDetail *detail, ExMay may, GtkSizeGroup *figures);

G_END_DECLS
