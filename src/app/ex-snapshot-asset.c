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

/* What stands before a close is asked of the ledger and of what the cycle pays. */
static void
take_facts (ExSnapshot *self, ExSnapshot *previous)
{
  if (is_same_asset (self, previous) && !ex_snapshot_has_changed (self, previous, EX_STORE_PART_REWARDS))
    self->facts = g_ptr_array_ref (previous->facts);
  else
    self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_close_facts_free);
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
  take_facts (self, previous);
  take_claims (self, previous);
  return TRUE;
}

/* --- what the cycle pays ---------------------------------------------------------------------------------------------- */

/* Of the same cycle, which the reviews are of as long as the company is the same. */
static gboolean
is_same_pay (const ExSnapshot *self, const ExSnapshot *previous)
{
  return previous != NULL && previous->company == self->company && !ex_snapshot_has_changed (self, previous, EX_STORE_PART_REWARDS);
}

static gboolean
take_terms (ExSnapshot *self, ExStore *store, ExSnapshot *previous, const char *cycle, GError **error)
{
  g_autoptr (GError) local = NULL;
  ExRewardTerms *terms;

  if (is_same_pay (self, previous))
    {
      self->terms = g_ptr_array_ref (previous->terms);
      return TRUE;
    }
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_reward_terms_free);
  terms = ex_store_read_reward_terms (store, cycle, &local);
  if (terms != NULL)
    g_ptr_array_add (self->terms, terms);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_runs (ExSnapshot *self, ExStore *store, ExSnapshot *previous, const char *cycle, GError **error)
{
  if (is_same_pay (self, previous) && g_strcmp0 (previous->actor, self->actor) == 0)
    self->runs = g_ptr_array_ref (previous->runs);
  else
    self->runs = ex_store_list_reward_runs (store, cycle, error);
  return self->runs != NULL;
}

/* What a closed cycle pays was settled by its close; another one's is computed as it stands now. */
static gboolean
take_rewards (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean closed = ex_company_get_cycle (self->company)->phase == EX_PHASE_CLOSED;

  if (closed)
    self->rewards = self->runs->len > 0 ? ex_rewards_ref (g_ptr_array_index (self->runs, self->runs->len - 1)) : NULL;
  else if (self->terms->len == 0)
    self->rewards = NULL;
  else if (is_same_pay (self, previous) && previous->reviews == self->reviews && previous->asset == self->asset)
    self->rewards = previous->rewards != NULL ? ex_rewards_ref (previous->rewards) : NULL;
  else
    self->rewards = ex_store_compute_rewards (store, self->reviews, self->asset, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
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
