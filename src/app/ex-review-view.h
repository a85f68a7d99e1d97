/* One leader's review, as its reviewer, HR, or a leader above works with it: the next step, the objectives with what everybody says of them, what was
 * proposed, the steps so far. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_VIEW (ex_review_view_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewView, ex_review_view, EX, REVIEW_VIEW, GtkWidget)

/* Emits "gone" () when the leader is not in the cycle any more. NULL for both: nothing. */
void ex_review_view_show (ExReviewView *self, ExSession *session, const char *leader_id);

G_END_DECLS
