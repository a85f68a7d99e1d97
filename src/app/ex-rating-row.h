/* One objective in an assessment: what it is, its line and the facts, what others who may be seen gave it; and a rating with a comment,
 * kept as typed: a moment after the last key, and when the focus leaves. It never loses what is being typed when the page is shown anew. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

#define EX_TYPE_RATING_ROW (ex_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (ExRatingRow, ex_rating_row, EX, RATING_ROW, GtkWidget)

/* @objective: index in the session's company. @rater_id: whose ratings these are: a leader's id or EX_BOARD. @draft: (nullable) what is
 * kept so far. Not @editable: the rating is read. For a GtkBox; many at once: ExRatingList. (transfer floating) */
GtkWidget  *ex_rating_row_new           (ExSession *session, guint objective, ExRole role, const char *rater_id, const ExRating *draft,
                                         gboolean editable);
/* What stands now; @detail: (nullable) its line and what others gave it are taken from there. A field that is being edited keeps its text. */
void        ex_rating_row_show          (ExRatingRow *self, guint objective, const ExRating *draft, const ExReviewDetail *detail,
                                         gboolean editable);
const char *ex_rating_row_get_objective (ExRatingRow *self); /* id */
gboolean    ex_rating_row_is_rated      (ExRatingRow *self); /* a point of the scale is chosen */
/* What is typed is written now, not in a moment: a write that is asked for next comes behind it. */
void        ex_rating_row_flush         (ExRatingRow *self);
void        ex_rating_row_focus         (ExRatingRow *self);

G_END_DECLS
