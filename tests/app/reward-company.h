/* The small company of review-company.h with what rewards hang on: incentive targets (Dee Lund has none), movements month by month, and what the
 * cycle pays by. */
#pragma once

#include "review-company.h"

#include "core/ex-reward.h"

G_BEGIN_DECLS

/* "2:50,5:100,8:150" by value, a pool of 150,000.00, 70 % of it the company's. (transfer full) */
ExRewardTerms *make_terms         (void);
/* make_reviews() and January to June 2026: from 1,000 customers worth 100,000.00 to 103,000.00 in value, 3 %. (transfer full) still open */
ExStore       *make_rewards       (const char *path, const ExRewardTerms *terms);
/* The whole year, final: 5 %. */
void           finish_year        (ExStore *store);
/* Everybody signed, and the cycle closed: that makes a version. finish_year() comes first. */
void           close_with_rewards (ExStore *store);

G_END_DECLS
