/* The columns of the Reviews page's table, for items that are ExRow or GtkTreeListRow over ExRow. */
#pragma once

#include "ex-leader-tree.h"

#include "core/ex-reviews.h"

G_BEGIN_DECLS

/* What the cells read. The reviews are those of the company whose rows the table has: they are replaced together. */
typedef struct
{
  ExLeaderTree *tree;
  ExReviews    *reviews; /* (nullable) */
} ExReviewsShown;

/* @shown must outlive the view. */
void ex_review_columns_append (GtkColumnView *view, ExReviewsShown *shown);

/* "■ 3 days overdue" in red, "due in 2 days", with the date in the tooltip; nothing where nothing is due. */
void ex_review_show_due       (GtkLabel *label, const ExReviews *reviews, guint leader);

G_END_DECLS
