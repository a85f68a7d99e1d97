#include "config.h"

#include "ex-snapshot-private.h"

#include "store/ex-store-asset.h"
#include "store/ex-store-rewards.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* --- the customers ---------------------------------------------------------------------------------------------------- */

static gboolean
same_cycle (const ExCycle *a, const ExCycle *b)
{
  return a == b || (a != NULL && b != NULL && a->first == b->first && a->last == b->last);
}

/* Millions of cells: they only pass through when they are other ones. */
static gboolean
is_same_asset (const ExSnapshot *self, const ExSnapshot *previous)
{
  return !ex_snapshot_has_changed (self, previous, EX_STORE_PART_LEDGER)
         && same_cycle (ex_company_get_cycle (previous->company), ex_company_get_cycle (self->company));
}

/* What passed through is given back to the system, so that looking at ten million rows is as light as looking at none. */
static void
give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static gboolean
take_asset (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (is_same_asset (self, previous))
    {
      self->asset = previous->asset != NULL ? ex_asset_ref (previous->asset) : NULL;
      return TRUE;
    }
  self->asset = ex_store_read_asset (store, ex_company_get_cycle (self->company), NULL, &local);
  give_back ();
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
take_claims (ExSnapshot *self, ExSnapshot *previous)
{
  if (previous != NULL && previous->company == self->company && previous->asset == self->asset)
    {
      self->claims = g_ptr_array_ref (previous->claims);
      return;
    }
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_claims_free);
  if (ex_company_get_cycle (self->company) != NULL)
    g_ptr_array_add (self->claims, ex_claims_new (self->company, self->asset != NULL ? self->asset->cycle : NULL));
}

gboolean
ex_snapshot_read_asset (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  if (!take_asset (self, store, previous, error))
    return FALSE;
  take_claims (self, previous);
  return TRUE;
}

/* --- what the cycle pays ---------------------------------------------------------------------------------------------- */

/* Of the same cycle, which the reviews are of as long as the company is the same. What went wrong is tried again. */
static gboolean
is_same_pay (const ExSnapshot *self, const ExSnapshot *previous)
{
  return previous != NULL && previous->company == self->company && previous->pay_problem == NULL
         && !ex_snapshot_has_changed (self, previous, EX_STORE_PART_REWARDS);
}

/* A curve that another program wrote and nobody can read, or targets that no sum can hold: the company opens without its rewards, which say
 * why, so that it can be mended. FALSE: anything else. @problem: (transfer full) (nullable) */
static gboolean
bear (ExSnapshot *self, GError *problem, GError **error)
{
  if (problem != NULL && !g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED)
      && !g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (problem != NULL && self->pay_problem == NULL)
    self->pay_problem = g_strdup (problem->message);
  g_clear_error (&problem);
  return TRUE;
}

static gboolean
take_terms (ExSnapshot *self, ExStore *store, ExSnapshot *previous, const char *cycle, GError **error)
{
  GError *problem = NULL;
  ExRewardTerms *terms;

  if (is_same_pay (self, previous))
    {
      self->terms = g_ptr_array_ref (previous->terms);
      return TRUE;
    }
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_reward_terms_free);
  terms = ex_store_read_reward_terms (store, cycle, &problem);
  if (terms != NULL)
    g_ptr_array_add (self->terms, terms);
  return bear (self, problem, error);
}

static gboolean
take_runs (ExSnapshot *self, ExStore *store, ExSnapshot *previous, const char *cycle, GError **error)
{
  GError *problem = NULL;

  if (is_same_pay (self, previous) && g_strcmp0 (previous->actor, self->actor) == 0)
    self->runs = g_ptr_array_ref (previous->runs);
  else
    self->runs = ex_store_list_reward_runs (store, cycle, &problem);
  if (self->runs == NULL)
    self->runs = g_ptr_array_new ();
  return bear (self, problem, error);
}

/* What a closed cycle pays was settled by its close; another one's is computed as it stands now. */
static gboolean
take_rewards (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  gboolean closed = ex_company_get_cycle (self->company)->phase == EX_PHASE_CLOSED;
  ExRewards *paid = closed ? ex_rewards_find_paid (self->runs) : NULL;
  GError *problem = NULL;

  if (closed)
    self->rewards = paid != NULL ? ex_rewards_ref (paid) : NULL;
  else if (self->terms->len == 0)
    self->rewards = NULL;
  else if (is_same_pay (self, previous) && previous->reviews == self->reviews && previous->asset == self->asset)
    self->rewards = previous->rewards != NULL ? ex_rewards_ref (previous->rewards) : NULL;
  else
    self->rewards = ex_store_compute_rewards (store, self->reviews, self->asset, &problem);
  return bear (self, problem, error);
}

static gboolean
take_spells (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  if (previous != NULL && !ex_snapshot_has_changed (self, previous, EX_STORE_PART_REWARDS))
    self->spells = g_hash_table_ref (previous->spells);
  else
    self->spells = ex_store_read_spells (store, error);
  return self->spells != NULL;
}

gboolean
ex_snapshot_read_rewards (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  const ExCycle *cycle = ex_company_get_cycle (self->company);

  self->actor = g_strdup (ex_store_get_actor (store));
  if (!take_spells (self, store, previous, error))
    return FALSE;
  if (cycle == NULL)
    {
      self->terms = g_ptr_array_new ();
      self->runs = g_ptr_array_new ();
      return TRUE;
    }
  return take_terms (self, store, previous, cycle->id, error)
         && take_runs (self, store, previous, cycle->id, error)
         && take_rewards (self, store, previous, error);
}
