/* Objectives handed out from templates, and weights spread evenly. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

#define A_LOOK 64 /* leaders between looks at the clock: progress and cancelling */

typedef struct
{
  ExStore         *store;
  const char      *cycle_id;
  const GPtrArray *templates; /* (element-type ExTemplate) */
  ExCompany       *company;
  ExReviews       *reviews;
  GPtrArray       *left;      /* (element-type utf8) who was left out, and why */
  guint            n;         /* objectives that were made */
} Assignment;

static void
assignment_clear (Assignment *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assignment, assignment_clear)

static gboolean
assignment_read (Assignment *self,
                 GError    **error)
{
  ExCycle *cycle = ex_cycle_find_whole (self->store->db, self->cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  self->company = ex_company_read (self->store, cycle, ex_day_today (), FALSE, error);
  if (self->company != NULL)
    self->reviews = ex_store_read_reviews (self->store, self->company, error);
  return self->reviews != NULL;
}

/* Copies of a leader's objectives in the cycle. (transfer full) (element-type ExObjective) */
static GPtrArray *
copy_objectives (Assignment *self,
                 guint       leader)
{
  GPtrArray *objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (objectives, ex_objective_copy (ex_company_get_objective (self->company, own[i])));
  return objectives;
}

static gboolean
has_title (const GPtrArray *objectives,
           const char      *title)
{
  for (guint i = 0; i < objectives->len; i++)
    if (g_strcmp0 (((const ExObjective *) g_ptr_array_index (objectives, i))->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* The first @n_old of @objectives stand already: only their weights may have changed. */
static gboolean
write_objectives (Assignment      *self,
                  const GPtrArray *objectives,
                  guint            n_old,
                  guint            leader,
                  GError         **error)
{
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  for (guint i = 0; i < objectives->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (objectives, i);
      const ExObjective *before = i < n_old ? ex_company_get_objective (self->company, own[i]) : NULL;

      ex_objective_sort_links (objective);
      if (before == NULL && !ex_objective_insert (self->store->db, objective, error))
        return FALSE;
      if (before != NULL && before->weight != objective->weight && !ex_objective_update (self->store->db, before, objective, error))
        return FALSE;
    }
  return TRUE;
}

/* (nullable) why a leader's objectives are not ours to change now */
static const char *
find_obstacle (const Assignment *self,
               guint             leader)
{
  const ExReview *review = ex_reviews_get (self->reviews, leader);

  if (!ex_reviews_takes_part (self->reviews, leader))
    return _("is not in role in this cycle");
  if (review->excused)
    return _("is excused from this cycle");
  if (review->state != EX_REVIEW_DRAFTING)
    return _("has agreed objectives already: they change by an amendment");
  return NULL;
}

static gboolean
assign_to (Assignment *self,
           guint       leader,
           GError    **error)
{
  g_autoptr (GPtrArray) objectives = copy_objectives (self, leader);
  const char *obstacle = find_obstacle (self, leader);
  const ExLeader *who = ex_company_get_leader (self->company, leader);
  guint n_old = objectives->len;

  if (obstacle != NULL)
    {
      /* Translators: a leader's name, and why nothing was handed out: "Ana Okafor is excused from this cycle." */
      g_ptr_array_add (self->left, g_strdup_printf (_("%s %s."), who->name, obstacle));
      return TRUE;
    }
  for (guint i = 0; i < self->templates->len; i++)
    {
      const ExTemplate *template = g_ptr_array_index (self->templates, i);

      if (!has_title (objectives, template->title))
        g_ptr_array_add (objectives, ex_template_make_objective (template, self->cycle_id, who->id));
    }
  if (objectives->len == n_old)
    return TRUE;
  self->n += objectives->len - n_old;
  ex_objectives_spread_weights (objectives);
  return write_objectives (self, objectives, n_old, leader, error);
}

static gboolean
assign_to_all (Assignment         *self,
               const char * const *leader_ids,
               ExProgress          progress,
               gpointer            data,
               GCancellable       *cancellable,
               GError            **error)
{
  guint n = g_strv_length ((char **) leader_ids);

  for (guint i = 0; i < n; i++)
    {
      int leader = ex_company_find_leader (self->company, leader_ids[i]);

      if (i % A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i % A_LOOK == 0 && progress != NULL)
        progress ((double) i / n, data);
      if (leader < 0)
        {
          g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_ids[i]);
          return FALSE;
        }
      if (!assign_to (self, (guint) leader, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_store_assign_templates (ExStore            *self,
                           const char         *cycle_id,
                           const GPtrArray    *templates,
                           const char * const *leader_ids,
                           ExProgress          progress,
                           gpointer            data,
                           GCancellable       *cancellable,
                           guint              *n,
                           GPtrArray         **left,
                           GError            **error)
{
  g_auto (Assignment) assignment = { .store = self, .cycle_id = cycle_id, .templates = templates,
                                     .left = g_ptr_array_new_with_free_func (g_free) };

  g_return_val_if_fail (self != NULL && cycle_id != NULL && templates != NULL && leader_ids != NULL, FALSE);

  if (!ex_store_begin (self, N_("Assign objectives"), error))
    return FALSE;
  if (templates->len == 1)
    ex_store_set_subject (self, ((const ExTemplate *) g_ptr_array_index (templates, 0))->title);
  if (!assignment_read (&assignment, error) || !assign_to_all (&assignment, leader_ids, progress, data, cancellable, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  if (!ex_store_commit (self, error))
    return FALSE;

  if (n != NULL)
    *n = assignment.n;
  if (left != NULL)
    *left = g_steal_pointer (&assignment.left);
  return TRUE;
}

static gboolean
spread (Assignment *self,
        const char *leader_id,
        GError    **error)
{
  int leader = assignment_read (self, error) ? ex_company_find_leader (self->company, leader_id) : -1;
  g_autoptr (GPtrArray) objectives = NULL;
  const char *obstacle;

  if (self->reviews == NULL)
    return FALSE;
  if (leader < 0)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_id);
      return FALSE;
    }
  obstacle = find_obstacle (self, (guint) leader);
  if (obstacle != NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("%s %s."), ex_company_get_leader (self->company, (guint) leader)->name, obstacle);
      return FALSE;
    }
  ex_store_set_subject (self->store, ex_company_get_leader (self->company, (guint) leader)->name);
  objectives = copy_objectives (self, (guint) leader);
  ex_objectives_spread_weights (objectives);
  return write_objectives (self, objectives, objectives->len, (guint) leader, error);
}

gboolean
ex_store_spread_weights (ExStore    *self,
                         const char *cycle_id,
                         const char *leader_id,
                         GError    **error)
{
  g_auto (Assignment) assignment = { .store = self, .cycle_id = cycle_id };

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Spread weights evenly"), error))
    return FALSE;
  if (!spread (&assignment, leader_id, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
