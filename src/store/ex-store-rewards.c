/* What a cycle pays by, and what it would pay as things stand. What closes have paid: ex-store-reward-runs.c. */
#include "config.h"

#include "ex-store-rewards.h"

#include "ex-column.h"
#include "ex-reward-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

ExRewardTerms *
ex_store_read_reward_terms (ExStore    *self,
                            const char *cycle_id,
                            GError    **error)
{
  ExRewardTerms *terms = NULL;

  g_return_val_if_fail (self != NULL && cycle_id != NULL, NULL);

  ex_reward_terms_find (self->db, cycle_id, &terms, error);
  return terms;
}

/* --- setting them ---------------------------------------------------------------------------------------------------------- */

/* Everything that speaks against touching the terms of a cycle. NULL on @error. (transfer full) the cycle */
static ExCycle *
find_cycle (ExStore    *self,
            const char *cycle_id,
            GError    **error)
{
  g_autoptr (ExCycle) cycle = ex_cycle_find_whole (self->db, cycle_id, error);

  if (cycle == NULL)
    return NULL;
  ex_store_set_subject (self, cycle->name);
  if (!ex_store_accept_hr (self, error))
    return NULL;
  if (cycle->phase != EX_PHASE_CLOSED)
    return g_steal_pointer (&cycle);
  ex_store_refuse_because (error, _("The cycle “%s” is closed, and its rewards are computed; re-open it first."), cycle->name);
  return NULL;
}

/* What is there already, if it can be read: what cannot be is written over, or taken away, all the same. */
static gboolean
look_before (ExStore        *self,
             const char     *cycle_id,
             gboolean       *had,
             ExRewardTerms **before,
             GError        **error)
{
  g_autoptr (GError) failure = NULL;

  *had = FALSE;
  if (!ex_reward_terms_find (self->db, cycle_id, before, &failure) && !g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *had = failure != NULL || *before != NULL;
  return TRUE;
}

static gboolean
save (ExStore             *self,
      const char          *cycle_id,
      const ExRewardTerms *terms,
      GError             **error)
{
  g_autoptr (ExCycle) cycle = find_cycle (self, cycle_id, error);
  g_autoptr (ExRewardTerms) before = NULL;
  gboolean had;

  if (cycle == NULL || !ex_store_accept (ex_reward_terms_problems (terms), error) || !look_before (self, cycle_id, &had, &before, error))
    return FALSE;
  return (before != NULL && ex_reward_terms_equal (before, terms)) || ex_reward_terms_write (self->db, cycle_id, had, terms, error);
}

gboolean
ex_store_save_reward_terms (ExStore             *self,
                            const char          *cycle_id,
                            const ExRewardTerms *terms,
                            GError             **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL && terms != NULL, FALSE);

  if (!ex_store_begin (self, N_("Set what a cycle pays by"), error))
    return FALSE;
  if (!save (self, cycle_id, terms, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
remove_terms (ExStore    *self,
              const char *cycle_id,
              GError    **error)
{
  g_autoptr (ExCycle) cycle = find_cycle (self, cycle_id, error);
  g_autoptr (ExRewardTerms) before = NULL;
  GError *failure = NULL;
  gboolean had;

  if (cycle == NULL || !look_before (self, cycle_id, &had, &before, error))
    return FALSE;
  if (!had)
    return ex_store_refuse_because (error, _("Nothing is set that the cycle “%s” would pay by."), cycle->name);
  return ex_run_with_text (self->db, "DELETE FROM reward_terms WHERE cycle_id = $1", cycle_id, &failure) || ex_store_explain_trigger (failure, error);
}

gboolean
ex_store_remove_reward_terms (ExStore    *self,
                              const char *cycle_id,
                              GError    **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Remove what a cycle pays by"), error))
    return FALSE;
  if (!remove_terms (self, cycle_id, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- as it stands ------------------------------------------------------------------------------------------------------------ */

ExRewards *
ex_store_compute_rewards (ExStore         *self,
                          const ExReviews *reviews,
                          const ExAsset   *asset,
                          GError         **error)
{
  g_autoptr (ExRewardTerms) terms = NULL;
  g_autoptr (GHashTable) spells = NULL;
  GError *failure = NULL;
  ExRewards *rewards;

  g_return_val_if_fail (self != NULL && reviews != NULL, NULL);

  if (!ex_reward_terms_find (self->db, ex_reviews_get_cycle (reviews)->id, &terms, error) || terms == NULL)
    return NULL;
  spells = ex_store_read_spells (self, error);
  if (spells == NULL)
    return NULL;
  rewards = ex_rewards_new (reviews, terms, asset != NULL ? asset->cycle : NULL, spells, NULL, &failure);
  if (rewards == NULL)
    ex_store_take_rule_error (failure, error);
  return rewards;
}
