/* What reviews are found, filtered and sorted by; and which of them somebody works with. Rows are leaders. */
#pragma once

#include "ex-query.h"

G_BEGIN_DECLS

typedef enum
{
  EX_REVIEWS_BY_ID, /* the company's own order */
  EX_REVIEWS_BY_NAME,
  EX_REVIEWS_BY_TITLE,
  EX_REVIEWS_BY_STATE,    /* the excused last */
  EX_REVIEWS_BY_SCORE,
  EX_REVIEWS_BY_MISSING,  /* by its words; those with nothing missing last */
  EX_REVIEWS_BY_WAITING,  /* by the name of whom it waits for */
  EX_REVIEWS_BY_DUE,      /* those that are not due last */
} ExReviewOrder;

extern const ExQueryKind ex_review_query;

#define EX_NOT_SHOWN (-2)

/* The tree that @viewer (EX_NOBODY: HR) works with, an entry a leader of the company: the index of the leader above, -1 at its tops, EX_NOT_SHOWN for
 * whom it leaves out. HR's has everybody who takes part, under the next above who does; a leader's has those whom they review, and whoever is
 * below them. (transfer full) (element-type int) */
GArray     *ex_review_parents       (const ExReviews *reviews, int viewer);

/* The name of whom @waiting (of ex_review_summary()) means: "the board"; "" for nobody. (transfer none) */
const char *ex_review_waiting_name  (const ExReviews *reviews, int waiting);

G_END_DECLS
