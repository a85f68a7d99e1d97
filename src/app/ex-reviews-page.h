/* Reviews: how far down the cascade the cycle has come, each leader's review from the top, and one of them in full.
 * show(): "leader" ID brings up that review, "level" N those of a level, "assign" LEADER ID (or "") what can be handed out. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEWS_PAGE (ex_reviews_page_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewsPage, ex_reviews_page, EX, REVIEWS_PAGE, GtkWidget)

G_END_DECLS
