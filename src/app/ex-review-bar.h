/* What can be done with the reviews that are selected: a bar that comes up with them, each button with how many it is for. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_BAR (ex_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewBar, ex_review_bar, EX, REVIEW_BAR, GtkWidget)

/* Emits "unselect" () when the user has had enough of it. Actions: bar.agree, bar.assign, bar.remind, bar.excuse, bar.move, bar.send-back, bar.reopen. */

/* @selected: (element-type guint) leaders of @reviews, which are the session's; none: the bar goes. */
void ex_review_bar_show (ExReviewBar *self, ExSession *session, ExReviews *reviews, const GArray *selected);

G_END_DECLS
