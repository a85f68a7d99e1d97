/* The sentences of My Review: where one's own review stands, and what it waits for. */
#pragma once

#include "core/ex-reviews.h"

G_BEGIN_DECLS

/* The one sentence at the head of the page. (transfer full) */
char *ex_my_review_sentence (const ExReviews *reviews, guint leader);
/* "FY 2026 · assess until 21 Oct 2026 · reviewed by Ana Okafor" (transfer full) */
char *ex_my_review_caption  (const ExReviews *reviews, guint leader);
/* What holds the reports' reviews: "Rate yourself first: then you can assess Ana, Ben and two more."; NULL: nothing. (transfer full) */
char *ex_my_review_shut     (const ExReviews *reviews, guint leader);
/* How self, manager and observers differ, a sentence each, as far as @leader may see. (transfer full) (element-type utf8) */
GPtrArray *ex_my_review_gaps (const ExReviews *reviews, guint leader, ExWorking *working);

G_END_DECLS
