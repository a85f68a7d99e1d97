/* Rows of the tables of the review to records and back. Nothing here opens an action. */
#pragma once

#include "core/ex-reviews.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* --- one review ------------------------------------------------------------------------------------------------------------ */

/* (element-type ExReview) those that have moved, of one leader or (NULL) of all, into @into. */
gboolean   ex_review_rows_list      (ExDatabase *database, const char *cycle_id, const char *leader_id, GPtrArray *into, GError **error);
/* Never without one: drafting where there is no row. NULL on @error. (transfer full) */
/* (element-type ExReviewStep) the oldest first. (transfer full) */
GPtrArray *ex_review_rows_steps     (ExDatabase *database, const char *cycle_id, const char *leader_id, GError **error);
/* The step that made @review what it is; its number is review->steps. */
gboolean   ex_review_rows_insert    (ExDatabase *database, const ExReview *review, ExStep step, const char *why, GError **error);

/* --- what is said of objectives ----------------------------------------------------------------------------------------------- */

/* (element-type ExRating) of an objective, by role and rater, into @into. */
gboolean   ex_rating_rows_list      (ExDatabase *database, const char *objective_id, GPtrArray *into, GError **error);
/* Written, or removed when there is nothing left in it. */
gboolean   ex_rating_row_write      (ExDatabase *database, const ExRating *rating, GError **error);
/* *@adjustment stays NULL when there is none. */
gboolean   ex_adjustment_row_find   (ExDatabase *database, const char *objective_id, ExAdjustment **adjustment, GError **error);

/* --- all of a cycle, or of a small part of a company, into @records ------------------------------------------------------------ */

/* @leader: index in @company; -1: all. */
gboolean   ex_review_rows_fill      (ExDatabase *database, ExCompany *company, int leader, ExReviewRecords *records, GError **error);

G_END_DECLS
