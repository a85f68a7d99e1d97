/* All objectives of a leader's review, each an ExRatingRow, in one role. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

#define EX_TYPE_RATING_LIST (ex_rating_list_get_type ())
G_DECLARE_FINAL_TYPE (ExRatingList, ex_rating_list, EX, RATING_LIST, GtkWidget)

GtkWidget *ex_rating_list_new   (void);
/* As often as the page is shown anew: rows of objectives that are still there stay, with what is being typed in them. @rater_id: a
 * leader's id or EX_BOARD. */
void       ex_rating_list_show  (ExRatingList *self, ExSession *session, ExRole role, const char *rater_id, const ExReviewDetail *detail,
                                 gboolean editable);
/* As ex_rating_row_flush(), all of them: call it before a step is taken. */
void       ex_rating_list_flush (ExRatingList *self);
/* (nullable) the keyboard goes to the rating of this objective; NULL: to the first that has none. */
void       ex_rating_list_focus (ExRatingList *self, const char *objective_id);

G_END_DECLS
