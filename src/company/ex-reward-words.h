/* One-company rewards in sentences. All results (transfer full). */
#pragma once

#include "core/ex-reward.h"

G_BEGIN_DECLS

/* "The customer asset grew by 3.0 %: every leader's company factor is 66.7 %." Under the gate, undefined and so far in words too. */
char *ex_reward_words_factor  (const ExRewards *rewards);

/* "Rewards come to 412,000 € of a pool of 500,000 €.", "... would come to 620,000 €; the pool of 500,000 € cuts each to 80.6 %.";
 * without a pool: "Rewards come to 412,000 € in all." */
char *ex_reward_words_total   (const ExRewards *rewards);

/* "What if: growth of 5.0 % and every score 10 % higher would pay 1.2 M €, 0.3 M € more. Nothing is changed by it." @now: as it is. */
char *ex_reward_words_what_if (const ExRewards *if_so, const ExRewards *now, const ExWhatIf *what_if);

/* What the terms are, in one sentence: "Paid by growth of value: 2 % pays 50 %, 5 % pays 100 %, 8 % and more pays 150 %." */
char *ex_reward_words_terms   (const ExRewardTerms *terms);

/* One line under a leader's reward: "Not signed yet: their own score so far counts." NULL: nothing to say. */
char *ex_reward_words_own     (const ExReward *reward);

G_END_DECLS
