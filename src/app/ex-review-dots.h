/* How far a review has come: five dots, filled up to where it is, and the word beside them. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-review.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_DOTS (ex_review_dots_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewDots, ex_review_dots, EX, REVIEW_DOTS, GtkWidget)

GtkWidget *ex_review_dots_new (void);
void       ex_review_dots_set (ExReviewDots *self, ExReviewState state, gboolean excused);

/* The same in one label, for the rows of a long table. */
GtkWidget *ex_review_dots_label_new (void);
void       ex_review_dots_label_set (GtkLabel *label, ExReviewState state, gboolean excused);

G_END_DECLS
