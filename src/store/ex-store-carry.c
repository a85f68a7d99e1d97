/* Objectives of one cycle brought along into another: the old actual is the new baseline. */
#include "config.h"

#include "ex-store-reviews.h"

#include "core/ex-quantity.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ExStore    *store;
  ExCompany  *to;        /* the cycle that they come into */
  ExReviews  *reviews;   /* of it */
  GHashTable *from;      /* cycle id -> ExCompany with readings */
  GHashTable *ids;       /* old id -> new id, of all that come along */
  GHashTable *by_id;     /* new id -> ExObjective that was made */
  GPtrArray  *made;      /* (element-type ExObjective) */
  GPtrArray  *left;      /* (element-type utf8) sentences */
} Carry;

static void
carry_clear (Carry *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->to, ex_company_unref);
  g_clear_pointer (&self->from, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Carry, carry_clear)

/* NULL on @error. (transfer full) */
static ExCompany *
read_cycle (ExStore    *store,
            const char *cycle_id,
            gboolean    measured,
            GError    **error)
{
  ExCycle *cycle = ex_cycle_find_whole (store->db, cycle_id, error);

  return cycle != NULL ? ex_company_read (store, cycle, ex_day_today (), measured, error) : NULL;
}

/* The company in the cycle of an objective; read once a cycle. (transfer none) */
static ExCompany *
find_company (Carry      *self,
              const char *objective_id,
              GError    **error)
{
  GError *failure = NULL;
  g_autoptr (ExObjective) objective = ex_objective_find (self->store->db, objective_id, &failure);
  ExCompany *company;

  if (objective == NULL)
    {
      if (failure == NULL)
        g_set_error (&failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no objective “%s”."), objective_id);
      g_propagate_error (error, failure);
      return NULL;
    }
  company = g_hash_table_lookup (self->from, objective->cycle_id);
  if (company != NULL)
    return company;
  company = read_cycle (self->store, objective->cycle_id, TRUE, error);
  if (company != NULL)
    g_hash_table_insert (self->from, g_strdup (objective->cycle_id), company);
  return company;
}

static gboolean
has_title (const Carry *self,
           guint        leader,
           const char  *title)
{
  guint n;
  const guint *own = ex_company_leader_objectives (self->to, leader, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (ex_company_get_objective (self->to, own[i])->title, title))
      return TRUE;
  return FALSE;
}

/* (nullable) why it stays behind, as the end of a sentence that begins with the objective's title */
static const char *
find_obstacle (const Carry       *self,
               const ExObjective *objective)
{
  int leader = ex_company_find_leader (self->to, objective->leader_id);

  if (g_str_equal (objective->cycle_id, ex_company_get_cycle (self->to)->id))
    return _("is in this cycle already");
  if (leader < 0 || !ex_reviews_takes_part (self->reviews, (guint) leader))
    return _("stays behind: whose it was is not in role in this cycle");
  if (ex_reviews_get (self->reviews, (guint) leader)->state != EX_REVIEW_DRAFTING || ex_reviews_get (self->reviews, (guint) leader)->excused)
    return _("stays behind: the review it would come into is agreed or excused");
  if (has_title (self, (guint) leader, objective->title))
    return _("is there already, under the same title");
  return NULL;
}

/* The ids of all that come along first: a parent may come after its child. */
static gboolean
choose (Carry              *self,
        const char * const *objective_ids,
        GError            **error)
{
  for (guint i = 0; objective_ids[i] != NULL; i++)
    {
      ExCompany *company = find_company (self, objective_ids[i], error);
      const ExObjective *objective;
      const char *obstacle;

      if (company == NULL)
        return FALSE;
      objective = ex_company_get_objective (company, (guint) ex_company_find_objective (company, objective_ids[i]));
      obstacle = find_obstacle (self, objective);
      if (obstacle == NULL)
        g_hash_table_insert (self->ids, g_strdup (objective->id),
                             ex_objective_make_id (ex_company_get_cycle (self->to)->id, objective->leader_id, objective->title));
      else
        /* Translators: an objective's title, and why it was not brought along */
        g_ptr_array_add (self->left, g_strdup_printf (_("“%s” (%s) %s."), objective->title, objective->leader_id, obstacle));
    }
  return TRUE;
}

static gboolean
make_one (Carry       *self,
          const char  *old_id,
          const char  *new_id,
          GError     **error)
{
  ExCompany *company = find_company (self, old_id, error);
  guint index = company != NULL ? (guint) ex_company_find_objective (company, old_id) : 0;
  const ExCycle *to = ex_company_get_cycle (self->to);
  g_autoptr (ExObjective) objective = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (company == NULL)
    return FALSE;
  objective = ex_objective_carry (ex_company_get_objective (company, index), ex_company_get_reading (company, index), ex_company_get_cycle (company),
                                  to, self->ids);
  g_free (objective->id);
  objective->id = g_strdup (new_id);
  problems = ex_objective_problems (objective, to);
  if (problems->len > 0)
    {
      g_ptr_array_add (self->left, g_strdup_printf (_("“%s” (%s) stays behind: %s"), objective->title, objective->leader_id,
                                                    (const char *) g_ptr_array_index (problems, 0)));
      return TRUE;
    }
  g_hash_table_insert (self->by_id, objective->id, objective);
  g_ptr_array_add (self->made, g_steal_pointer (&objective));
  return TRUE;
}

static gboolean
make_all (Carry              *self,
          const char * const *objective_ids,
          GError            **error)
{
  for (guint i = 0; objective_ids[i] != NULL; i++)
    {
      const char *new_id = g_hash_table_lookup (self->ids, objective_ids[i]);

      if (new_id != NULL && !g_hash_table_contains (self->by_id, new_id) && !make_one (self, objective_ids[i], new_id, error))
        return FALSE;
    }
  return TRUE;
}

/* A parent that stayed behind, or whose leader is above no more, is none. */
static void
mend_parents (Carry *self)
{
  const ExTree *tree = ex_company_get_tree (self->to);

  for (guint i = 0; i < self->made->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (self->made, i);
      const ExObjective *parent = objective->parent_id != NULL ? g_hash_table_lookup (self->by_id, objective->parent_id) : NULL;
      int own = ex_tree_index (tree, objective->leader_id);
      int above = parent != NULL ? ex_tree_index (tree, parent->leader_id) : -1;

      if (above < 0 || !ex_tree_is_below (tree, own, above))
        g_clear_pointer (&objective->parent_id, g_free);
    }
}

/* (transfer full) (element-type utf8 GPtrArray) what was made, by its leader */
static GHashTable *
gather (Carry *self)
{
  GHashTable *by_leader = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->made->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (self->made, i);
      GPtrArray *own = g_hash_table_lookup (by_leader, objective->leader_id);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (by_leader, objective->leader_id, own);
        }
      g_ptr_array_add (own, objective);
    }
  return by_leader;
}

/* The weights of those that came along are kept when they are the whole of a review; else they are spread evenly, unless there are others
 * beside them, whose weights are not ours to change. */
static void
mend_weights (Carry *self)
{
  g_autoptr (GHashTable) by_leader = gather (self);
  GHashTableIter iter;
  gpointer leader_id, own;

  g_hash_table_iter_init (&iter, by_leader);
  while (g_hash_table_iter_next (&iter, &leader_id, &own))
    {
      GPtrArray *objectives = own;
      int total = 0;
      guint n;

      ex_company_leader_objectives (self->to, (guint) ex_company_find_leader (self->to, leader_id), &n);
      for (guint k = 0; k < objectives->len; k++)
        total += ((const ExObjective *) g_ptr_array_index (objectives, k))->weight;
      if (total != EX_WHOLE_BP && n == 0)
        ex_objectives_spread_weights (objectives);
    }
}

static gboolean
write_all (Carry   *self,
           GError **error)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      ex_objective_sort_links (g_ptr_array_index (self->made, i));
      if (!ex_objective_insert (self->store->db, g_ptr_array_index (self->made, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
carry (Carry              *self,
       const char * const *objective_ids,
       const char         *to_cycle,
       GError            **error)
{
  self->to = read_cycle (self->store, to_cycle, FALSE, error);
  if (self->to == NULL)
    return FALSE;
  self->reviews = ex_store_read_reviews (self->store, self->to, error);
  if (self->reviews == NULL || !choose (self, objective_ids, error) || !make_all (self, objective_ids, error))
    return FALSE;
  ex_store_set_subject (self->store, ex_company_get_cycle (self->to)->name);
  mend_parents (self);
  mend_weights (self);
  return write_all (self, error);
}

gboolean
ex_store_carry_objectives (ExStore            *self,
                           const char * const *objective_ids,
                           const char         *to_cycle,
                           guint              *n,
                           GPtrArray         **left,
                           GError            **error)
{
  g_auto (Carry) it = { .store = self };

  g_return_val_if_fail (self != NULL && objective_ids != NULL && to_cycle != NULL, FALSE);

  it.from = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ex_company_unref);
  it.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  it.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  it.made = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  it.left = g_ptr_array_new_with_free_func (g_free);

  if (!ex_store_begin (self, N_("Bring objectives along"), error))
    return FALSE;
  if (!carry (&it, objective_ids, to_cycle, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  if (!ex_store_commit (self, error))
    return FALSE;

  if (n != NULL)
    *n = it.made->len;
  if (left != NULL)
    *left = g_steal_pointer (&it.left);
  return TRUE;
}
