/* Rewards in the file: what a cycle pays by, and what closes have paid. Refusals are EX_STORE_ERROR_REFUSED with a sentence a line. */
#pragma once

#include "core/ex-reward.h"
#include "ex-store.h"

G_BEGIN_DECLS

/* NULL without @error: none are set. (transfer full) */
ExRewardTerms *ex_store_read_reward_terms   (ExStore *self, const char *cycle_id, GError **error);
/* HR's; refused in a closed cycle, and with what ex_reward_terms_problems() says. */
gboolean       ex_store_save_reward_terms   (ExStore *self, const char *cycle_id, const ExRewardTerms *terms, GError **error);
gboolean       ex_store_remove_reward_terms (ExStore *self, const char *cycle_id, GError **error);

/* What closes have paid, frozen. (transfer full) (element-type ExRewards) by version; empty without any. Only statements that the actor may see. */
GPtrArray     *ex_store_list_reward_runs    (ExStore *self, const char *cycle_id, GError **error);
/* As it stands now, computed: what the cycle would pay. NULL without @error: no terms. @asset: (nullable). All statements, whoever acts. (transfer full) */
ExRewards     *ex_store_compute_rewards     (ExStore *self, const ExReviews *reviews, const ExAsset *asset, GError **error);

/* Whether the actor sees what everybody is paid in a cycle: HR, and its tops. FALSE only on @error. */
gboolean       ex_store_sees_all_pay        (ExStore *self, const char *cycle_id, gboolean *all, GError **error);

/* Days in role before the leader's own from..to. */
GHashTable    *ex_store_read_spells         (ExStore *self, GError **error); /* leader id -> GArray of ExSpell by day, all owned */
gboolean       ex_store_save_spells         (ExStore *self, const char *leader_id, const GArray *spells, GError **error); /* in place of what is there; overlaps are refused */

G_END_DECLS
