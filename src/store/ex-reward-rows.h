/* Rows of the reward tables to records and back, and who sees them. Nothing here opens an action. */
#pragma once

#include "core/ex-reward.h"
#include "ex-store-private.h"
#include "ex-store-rewards.h"

G_BEGIN_DECLS

/* FALSE only on @error; *@terms stays NULL when none are set. */
gboolean    ex_reward_terms_find   (ExDatabase *database, const char *cycle_id, ExRewardTerms **terms, GError **error);
/* @had: there is a row already. */
gboolean    ex_reward_terms_write  (ExDatabase *database, const char *cycle_id, gboolean had, const ExRewardTerms *terms, GError **error);
/* The columns of EX_REWARD_TERMS_COLUMNS in @row, from @first on. NULL and @error: their curve cannot be read. */
ExRewardTerms *ex_reward_terms_from_row (ExStatement *row, int first, GError **error);
#define EX_REWARD_TERMS_COLUMNS   "curve, measure, gate, pool, company_share, cap"
#define EX_REWARD_TERMS_N_COLUMNS 6

/* @rewards are what the close that is step @step of the cycle pays: one more run and its statements, as the terms stand now. */
gboolean    ex_reward_run_insert   (ExDatabase *database, const char *cycle_id, gint64 step, ExRewards *rewards, GError **error);

G_END_DECLS
