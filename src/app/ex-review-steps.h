/* The steps of a review so far, in words. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reviews.h"

G_BEGIN_DECLS

/* A row of a boxed list: what, who, when and why. @before: (nullable) the step before it. (transfer floating) */
GtkWidget *ex_review_step_row_new  (const ExReviews *reviews, guint leader, const ExReviewStep *step, const ExReviewStep *before);

/* A name for an id as steps have it: a leader's id, EX_BOARD, "HR". (transfer none) */
const char *ex_review_name_of      (const ExReviews *reviews, const char *id);

G_END_DECLS
