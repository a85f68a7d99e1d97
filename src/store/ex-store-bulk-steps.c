/* The same step of many reviews as one action, from the top down: a manager whose review is agreed in it opens those below. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-small-reviews.h"
#include "ex-store-tables.h"
#include "ex-take-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW 32        /* reviews up to which each is read by itself, rather than the whole company */
#define SENTENCES_SHOWN 50 /* of an action that is refused as a whole */
#define NO_LEVEL 1000000 /* under no top: last */

typedef struct
{
  char    *id;
  char    *name;
  guint    level;
  gboolean done;
  char    *refused; /* why, the last time it was tried */
} Candidate;

typedef struct
{
  ExStore          *store;
  const char       *cycle_id;
  const ExTakeStep *what;
  GPtrArray        *candidates; /* (element-type Candidate) from the top down */
  ExCompany        *company;    /* NULL: each review is read by itself */
  ExReviews        *reviews;    /* of the company; NULL: to be read again */
  guint             n_done;
  ExProgress        progress;
  gpointer          progress_data;
  GCancellable     *cancellable;
} Bulk;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->refused);
  g_free (self);
}

static void
bulk_clear (Bulk *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bulk, bulk_clear)

/* --- reading ------------------------------------------------------------------------------------------------------------------ */

static gboolean
read_company (Bulk    *self,
              GError **error)
{
  ExCycle *cycle = ex_cycle_find_whole (self->store->db, self->cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  self->company = ex_company_read (self->store, cycle, ex_day_today (), self->what->step == EX_STEP_ASSESS, error);
  return self->company != NULL;
}

/* As things stand, with the steps that were taken so far. (transfer full) */
static ExReviews *
read_reviews (Bulk       *self,
              const char *id,
              GError    **error)
{
  const char *others[] = { self->store->actor, self->what->to, NULL };

  if (self->company == NULL)
    return ex_small_reviews_read (self->store, self->cycle_id, id, others, error);
  if (self->reviews == NULL)
    self->reviews = ex_store_read_reviews (self->store, self->company, error);
  return self->reviews != NULL ? ex_reviews_ref (self->reviews) : NULL;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = *(Candidate * const *) a, *second = *(Candidate * const *) b;

  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  return strcmp (first->id, second->id);
}

static gboolean
add_candidate (Bulk       *self,
               const char *id,
               GError    **error)
{
  g_autoptr (ExReviews) reviews = read_reviews (self, id, error);
  Candidate *candidate;
  int leader;

  if (reviews == NULL)
    return FALSE;
  leader = ex_company_find_leader (ex_reviews_get_company (reviews), id);
  if (leader < 0)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), id);
      return FALSE;
    }
  candidate = g_new0 (Candidate, 1);
  candidate->id = g_strdup (id);
  candidate->name = g_strdup (ex_company_get_leader (ex_reviews_get_company (reviews), (guint) leader)->name);
  candidate->level = ex_reviews_get_level (reviews, (guint) leader);
  if (candidate->level == 0)
    candidate->level = NO_LEVEL;
  g_ptr_array_add (self->candidates, candidate);
  return TRUE;
}

static gboolean
list_candidates (Bulk               *self,
                 const char * const *leader_ids,
                 GError            **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  if (g_strv_length ((char **) leader_ids) > FEW && !read_company (self, error))
    return FALSE;
  for (guint i = 0; leader_ids[i] != NULL; i++)
    if (g_hash_table_add (known, (gpointer) leader_ids[i]) && !add_candidate (self, leader_ids[i], error))
      return FALSE;
  g_ptr_array_sort (self->candidates, compare_candidates);
  return TRUE;
}

/* --- taking ------------------------------------------------------------------------------------------------------------------- */

/* FALSE only when all of it has to end: what a gate refuses is kept with the candidate. */
static gboolean
try_candidate (Bulk      *self,
               Candidate *candidate,
               GError   **error)
{
  g_autoptr (ExReviews) reviews = read_reviews (self, candidate->id, error);
  g_autoptr (GError) failure = NULL;
  int leader;

  if (reviews == NULL)
    return FALSE;
  leader = ex_company_find_leader (ex_reviews_get_company (reviews), candidate->id);
  g_clear_pointer (&candidate->refused, g_free);
  candidate->done = ex_take_step (self->store, reviews, (guint) leader, self->what, &failure);
  if (candidate->done)
    {
      ex_store_set_subject (self->store, candidate->name);
      self->n_done++;
    }
  else if (g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED))
    candidate->refused = g_strdelimit (g_strdup (failure->message), "\n", ' ');
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return candidate->done || candidate->refused != NULL;
}

static gboolean
look_up (Bulk    *self,
         guint    tried,
         GError **error)
{
  if (self->progress != NULL && tried % 64 == 0)
    self->progress ((double) tried / self->candidates->len, self->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Level by level: on one nobody reviews another, as a rule. */
static gboolean
try_all (Bulk    *self,
         GError **error)
{
  guint level = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (candidate->level != level)
        g_clear_pointer (&self->reviews, ex_reviews_unref);
      level = candidate->level;
      if (!look_up (self, i, error) || (!candidate->done && !try_candidate (self, candidate, error)))
        return FALSE;
    }
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  return TRUE;
}

/* A review that was moved may wait for one further down: what was refused is tried again for as long as that helps. */
static gboolean
take_all (Bulk    *self,
          GError **error)
{
  guint before;

  do
    {
      before = self->n_done;
      if (!try_all (self, error))
        return FALSE;
    }
  while (self->n_done > before && self->n_done < self->candidates->len);
  return TRUE;
}

static GPtrArray *
list_refused (const Bulk *self)
{
  GPtrArray *refused = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);

      if (!candidate->done)
        g_ptr_array_add (refused, g_strdup_printf (_("%s: %s"), candidate->name, candidate->refused));
    }
  return refused;
}

static gboolean
refuse_all (GPtrArray *list,
            GError   **error)
{
  guint more = list->len > SENTENCES_SHOWN ? list->len - SENTENCES_SHOWN : 0;

  if (more > 0)
    {
      g_ptr_array_set_size (list, SENTENCES_SHOWN);
      ex_refuse (list, ngettext ("… and %u more.", "… and %u more.", more), more);
    }
  return ex_store_accept (list, error);
}

/* The second begin lets the subjects be listed, rather than each take the place of the one before. */
static gboolean
run (Bulk               *self,
     const char * const *leader_ids,
     gboolean            skip,
     GPtrArray         **refused,
     GError            **error)
{
  g_autoptr (GPtrArray) list = NULL;

  if (!ex_store_begin (self->store, ex_take_step_name (self->what->step), error) || !list_candidates (self, leader_ids, error)
      || !take_all (self, error))
    return FALSE;
  list = list_refused (self);
  if (!skip && list->len > 0)
    return refuse_all (g_steal_pointer (&list), error);
  if (refused != NULL)
    *refused = g_steal_pointer (&list);
  if (self->progress != NULL)
    self->progress (1, self->progress_data);
  return ex_store_commit (self->store, error);
}

gboolean
ex_store_take_steps (ExStore            *self,
                     const char         *cycle_id,
                     const char * const *leader_ids,
                     ExStep              step,
                     const char         *why,
                     const char         *to,
                     gboolean            skip,
                     ExProgress          progress,
                     gpointer            data,
                     GCancellable       *cancellable,
                     GPtrArray         **refused,
                     GError            **error)
{
  g_autofree char *reason = ex_take_step_reason (why);
  ExTakeStep what = { step, reason, to };
  g_auto (Bulk) bulk = { .store = self, .cycle_id = cycle_id, .what = &what, .progress = progress, .progress_data = data,
                         .cancellable = cancellable };

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_ids != NULL, FALSE);
  g_return_val_if_fail (ex_take_step_name (step) != NULL, FALSE);

  if (!ex_store_begin (self, ex_take_step_name (step), error))
    return FALSE;
  if (!run (&bulk, leader_ids, skip, refused, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
