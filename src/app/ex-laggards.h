/* Who is not where a review should be when its cycle leaves a phase. */
#pragma once

#include "core/ex-reviews.h"

G_BEGIN_DECLS

typedef struct
{
  guint   level;    /* as ex_reviews_get_level() counts; 0: under no top */
  guint   leaders;  /* who take part and are not excused */
  GArray *behind;   /* (element-type guint) of them, those who are not there yet, in the company's order */
} ExLaggards;

/* Where a review should be at the end of @phase. */
ExReviewState ex_laggards_state (ExPhase phase);

/* A level each, from the top down, those under no top last; levels with nobody are left out. (transfer full) (element-type ExLaggards) */
GPtrArray    *ex_laggards_find  (const ExReviews *reviews);

/* Together. (transfer none) @leaders: (out) of how many. */
guint         ex_laggards_count (const GPtrArray *laggards, guint *leaders);

G_END_DECLS
