/* One-company rewards of the cycle in view: the curve with today's growth on it, every statement, the total against the pool, and what if. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_REWARDS_PAGE (ex_rewards_page_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardsPage, ex_rewards_page, EX, REWARDS_PAGE, GtkWidget)

/* show(): "statement" with a leader's id; "set" makes the first curve, or leads to it. */

G_END_DECLS
