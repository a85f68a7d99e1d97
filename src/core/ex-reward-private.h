/* What computing and explaining rewards share: of this folder only. */
#pragma once

#include "ex-reward.h"

G_BEGIN_DECLS

/* Growth in percent, from opening and closing where it is theirs; NaN when undefined. */
long double ex_rewards_growth_percent (const ExRewards *self);
/* It was put in from outside ("what if"): not what opening and closing say. */
gboolean    ex_rewards_growth_assumed (const ExRewards *self);
/* The company factor in percent: 0 under the gate. @growth: percent. */
long double ex_reward_terms_read      (const ExRewardTerms *terms, long double growth, gboolean *gated);

/* ex_reward_round() of what has not been a double yet. */
gint64      ex_reward_round_exact     (long double unrounded);

G_END_DECLS
