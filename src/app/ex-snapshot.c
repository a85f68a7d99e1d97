#include "config.h"

#include "ex-snapshot-private.h"

#include "core/ex-close-facts.h"

static void
snapshot_clear (gpointer data)
{
  ExSnapshot *self = data;

  g_clear_pointer (&self->cycle, g_free);
  g_clear_pointer (&self->todo, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->pay_problem, g_free);
  g_clear_pointer (&self->spells, g_hash_table_unref);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->undo, ex_action_free);
  g_clear_pointer (&self->redo, ex_action_free);
}

ExSnapshot *
ex_snapshot_ref (ExSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ex_snapshot_unref (ExSnapshot *self)
{
  g_atomic_rc_box_release_full (self, snapshot_clear);
}

gboolean
ex_snapshot_has_changed (const ExSnapshot *self, const ExSnapshot *previous, ExStorePart part)
{
  return previous == NULL || previous->parts.version[part] != self->parts.version[part];
}

/* A rating that is kept is no reason to read a million check-ins, and neither is one check-in. */
static gboolean
reread_company (ExSnapshot *self, ExStore *store, ExSnapshot *previous)
{
  if (previous == NULL || g_strcmp0 (previous->cycle, self->cycle) != 0 || ex_company_get_today (previous->company) != ex_day_today ())
    return FALSE;
  if (!ex_snapshot_has_changed (self, previous, EX_STORE_PART_COMPANY))
    self->company = ex_company_ref (previous->company);
  else
    self->company = ex_store_reread_company (store, previous->company, previous->parts);
  if (self->company != NULL)
    self->cycles = g_ptr_array_ref (previous->cycles);
  return self->company != NULL;
}

static gboolean
read_company (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  ExDay today = ex_day_today ();
  g_autoptr (GError) local = NULL;

  if (reread_company (self, store, previous))
    return TRUE;

  self->company = ex_store_read_company (store, self->cycle, today, &local);
  if (self->company == NULL && self->cycle != NULL && g_error_matches (local, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&local);
      g_clear_pointer (&self->cycle, g_free);
      self->company = ex_store_read_company (store, NULL, today, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    self->cycles = ex_store_list_cycles (store, error);
  return self->company != NULL && self->cycles != NULL;
}

static gboolean
read_reviews (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ex_company_get_cycle (self->company) == NULL)
    return TRUE;
  if (previous != NULL && previous->company == self->company && !ex_snapshot_has_changed (self, previous, EX_STORE_PART_REVIEWS))
    self->reviews = ex_reviews_ref (previous->reviews);
  else
    self->reviews = ex_store_read_reviews (store, self->company, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return self->reviews != NULL;
}

static void
take_todo (ExSnapshot *self, ExStore *store)
{
  int viewer = ex_company_find_leader (self->company, ex_store_get_actor (store));
  g_autoptr (ExCloseFacts) facts = NULL;

  if (self->reviews == NULL)
    {
      self->todo = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_todo_free);
      return;
    }
  /* What stands before closing the cycle is HR's to do. */
  if (viewer < 0)
    facts = ex_close_facts_new (self->asset, ex_reviews_get_cycle (self->reviews), self->terms->len > 0 ? g_ptr_array_index (self->terms, 0) : NULL);
  self->todo = ex_todo_list (self->reviews, viewer >= 0 ? viewer : EX_NOBODY, facts);
}

static gboolean
read_undo (ExSnapshot *self, ExStore *store, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->undo = ex_store_peek_undo (store, &local);
  if (local == NULL)
    self->redo = ex_store_peek_redo (store, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Sessions read in threads of their own. */
static guint64
next_serial (void)
{
  static GMutex mutex;
  static guint64 last;
  guint64 serial;

  g_mutex_lock (&mutex);
  serial = ++last;
  g_mutex_unlock (&mutex);
  return serial;
}

ExSnapshot *
ex_snapshot_read (ExStore *store, const char *cycle, ExSnapshot *previous, GError **error)
{
  g_autoptr (ExSnapshot) self = g_atomic_rc_box_new0 (ExSnapshot);

  g_return_val_if_fail (store != NULL, NULL);

  self->serial = next_serial ();
  self->cycle = g_strdup (cycle);
  self->version = ex_store_get_version (store);
  self->parts = ex_store_get_parts (store);
  if (!read_company (self, store, previous, error)
      || !ex_snapshot_read_asset (self, store, previous, error)
      || !read_reviews (self, store, previous, error)
      || !ex_snapshot_read_rewards (self, store, previous, error)
      || !read_undo (self, store, error))
    return NULL;
  take_todo (self, store);
  return g_steal_pointer (&self);
}
