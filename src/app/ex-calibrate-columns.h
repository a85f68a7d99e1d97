/* The columns of the Calibrate page's table, over ExRows of leaders. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reviews.h"

G_BEGIN_DECLS

/* @reviews: where the reviews of the rows' company are, for as long as @view is there. */
void  ex_calibrate_columns_append (GtkColumnView *view, ExReviews **reviews);

/* A mean on the cycle's scale, "3.4"; a difference, "+0.8"; "–" where there is none. (transfer full) */
char *ex_calibrate_mean_text      (double mean);
char *ex_calibrate_gap_text       (double gap);

G_END_DECLS
