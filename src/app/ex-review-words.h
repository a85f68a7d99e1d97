/* The sentences of the Reviews page, and who looks at it. */
#pragma once

#include "core/ex-gate.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* Who is at the keyboard: a leader's index in the session's company, EX_NOBODY for HR, EX_NO_ONE for somebody who is not there any more. */
int           ex_review_viewer      (ExSession *session);

/* What the phase of the cycle is about: agreed, assessed or signed. */
ExReviewState ex_reviews_goal       (const ExReviews *reviews);

/* "7 of 60 reviews are agreed; 3 are overdue." Of a leader: "You have agreed 2 of 4 reviews; 1 is overdue." @viewer: as above. (transfer full) */
char         *ex_reviews_sentence   (const ExReviews *reviews, int viewer);

/* "The review of Ana Okafor cannot be agreed yet", over what is missing. (transfer full) */
char         *ex_review_cannot_text (ExStep step, const char *name);
/* "3 reviews agreed", once it is done. (transfer full) */
char         *ex_review_done_text   (ExStep step, guint n);
/* The name of the action in History, English: N_("Agree objectives"). (transfer none) */
const char   *ex_review_action_name (ExStep step, gboolean several);

G_END_DECLS
