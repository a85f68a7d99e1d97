/* How far down the cascade has come, level by level from the tops ("Coverage" in the rules). */
#pragma once

#include "ex-scope.h"

G_BEGIN_DECLS

typedef struct
{
  guint level;       /* 1: the tops; 0: under no top, last */
  guint leaders;     /* who take part and are not excused */
  guint excused;
  guint state[EX_N_REVIEW_STATES]; /* of leaders, how many are exactly there */
  guint agreed;      /* of leaders, at least agreed */
  guint signed_;     /* of leaders */
  guint objectives;  /* of leaders */
  guint measured;    /* of objectives: with a check-in */
  guint linked;      /* of objectives: with a driver */
} ExCoverage;

/* One a level. (transfer full) (element-type ExCoverage) */
GArray *ex_coverage_new (const ExReviews *reviews);
/* The same of the leaders and objectives in @scope. */
GArray *ex_coverage_new_in (const ExReviews *reviews, const ExScope *scope);
/* All levels together. */
ExCoverage ex_coverage_total (const GArray *levels);
/* "All 4 leaders of the first level have agreed reviews; of the second 9 of 12." (transfer full) */
char   *ex_coverage_describe (const GArray *levels);

G_END_DECLS
