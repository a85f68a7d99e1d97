/* Which reviews a table shows: of one state, of one unit, only what is overdue, only what waits for whoever is at the keyboard. */
#pragma once

#include <gtk/gtk.h>

#include "ex-query.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_FILTERS (ex_review_filters_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewFilters, ex_review_filters, EX, REVIEW_FILTERS, GtkWidget)

/* Emits "changed" () when the user has changed one of them. */
/* The units to choose from are those of the leaders in view (ex_review_parents()); what is chosen stays while it is among them. */
void     ex_review_filters_fill  (ExReviewFilters *self, const ExReviews *reviews, const GArray *parents, int viewer);
/* Sets what they ask for in @query, whose strings stay this widget's. TRUE: it is anything. */
gboolean ex_review_filters_apply (ExReviewFilters *self, ExQuery *query);
void     ex_review_filters_clear (ExReviewFilters *self); /* emits "changed" */

G_END_DECLS
