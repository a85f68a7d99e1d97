/* What the Rewards page says of itself: which figures are in view, what closing makes of them, and what if. All (transfer full). */
#pragma once

#include "core/ex-reward.h"

G_BEGIN_DECLS

/* "FY 2026 · as it stands today", "FY 2026 · version 2, frozen on 3 March 2027"; @asking: "FY 2026 · what if, only computed". */
char *ex_rewards_caption   (const ExCycle *cycle, const ExRewards *rewards, gboolean asking);
/* For the list of versions: "As it stands", "Version 2, 3 March 2027". @rewards: (nullable) as it stands. */
char *ex_rewards_version   (const ExRewards *rewards);
/* What is frozen, or will be: (nullable) when there is nothing to say. @shown: (nullable) the version in view; @runs: (element-type ExRewards). */
char *ex_rewards_note      (const ExCycle *cycle, const ExRewards *shown, const GPtrArray *runs);
/* At the head while something else is asked: "If growth were 5.0 %, every leader's company factor would be 100.0 %." */
char *ex_rewards_if_factor (const ExRewards *if_so);
/* Of one's own: "Your reward would be 20,000 €, 7,520 € more. Nothing is changed by it." @now: (nullable) as it is. */
char *ex_rewards_if_own    (const ExRewards *if_so, const ExReward *reward, const ExReward *now);
/* What closing does: "Closing computes and freezes 46 statements: 412,300 € of the pool of 450,000 €.", or that nothing is paid. @rewards: (nullable)
 * no terms are set. */
char *ex_rewards_closing   (const ExRewards *rewards, guint version);

G_END_DECLS
