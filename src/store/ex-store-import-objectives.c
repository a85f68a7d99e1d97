#include "config.h"

#include "ex-bulk-insert.h"
#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* Everything is looked up in memory: one query a row for its parent, its leader and its title would take longer than the writing. */
typedef struct
{
  ExStore    *store;
  GPtrArray  *objectives; /* (element-type ExObjective) borrowed, by id, their links by driver */
  GPtrArray  *standing;   /* (element-type ExObjective) in the company's file now, by id */
  GHashTable *by_id;      /* id -> the standing one */
  GHashTable *after;      /* id -> as it would stand, of all */
  GPtrArray  *all;        /* the same, in an order */
  GHashTable *titles;     /* (element-type ExObjective) standing, found by cycle, leader and title */
  GHashTable *cycles;     /* id -> ExCycle */
  GPtrArray  *all_cycles;
  GPtrArray  *leaders;
  ExTree     *tree;
} Plan;

/* A link to be inserted. */
typedef struct
{
  const char   *objective_id;
  const ExLink *link;
} LinkRow;

static void
plan_free (Plan *plan)
{
  g_clear_pointer (&plan->objectives, g_ptr_array_unref);
  g_clear_pointer (&plan->all, g_ptr_array_unref);
  g_clear_pointer (&plan->by_id, g_hash_table_unref);
  g_clear_pointer (&plan->after, g_hash_table_unref);
  g_clear_pointer (&plan->titles, g_hash_table_unref);
  g_clear_pointer (&plan->cycles, g_hash_table_unref);
  g_clear_pointer (&plan->tree, ex_tree_free);
  g_clear_pointer (&plan->standing, g_ptr_array_unref);
  g_clear_pointer (&plan->all_cycles, g_ptr_array_unref);
  g_clear_pointer (&plan->leaders, g_ptr_array_unref);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 ((*(ExObjective * const *) a)->id, (*(ExObjective * const *) b)->id);
}

static guint
hash_title (gconstpointer data)
{
  const ExObjective *objective = data;

  return (g_str_hash (objective->cycle_id) * 31 + g_str_hash (objective->leader_id)) * 31 + g_str_hash (objective->title);
}

static gboolean
equal_title (gconstpointer a,
             gconstpointer b)
{
  const ExObjective *first = a, *second = b;

  return g_str_equal (first->title, second->title) && g_str_equal (first->leader_id, second->leader_id)
         && g_str_equal (first->cycle_id, second->cycle_id);
}

static gboolean
plan_read (Plan    *plan,
           GError **error)
{
  plan->standing = ex_store_list_objectives (plan->store, NULL, error);
  if (plan->standing == NULL)
    return FALSE;
  plan->all_cycles = ex_store_list_cycles (plan->store, error);
  if (plan->all_cycles == NULL)
    return FALSE;
  plan->leaders = ex_store_list_leaders (plan->store, error);
  if (plan->leaders == NULL)
    return FALSE;
  plan->tree = ex_tree_new (plan->leaders, error);
  return plan->tree != NULL;
}

static void
plan_index (Plan *plan)
{
  plan->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  plan->after = g_hash_table_new (g_str_hash, g_str_equal);
  plan->titles = g_hash_table_new (hash_title, equal_title);
  plan->cycles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->all_cycles->len; i++)
    g_hash_table_insert (plan->cycles, ((ExCycle *) g_ptr_array_index (plan->all_cycles, i))->id, g_ptr_array_index (plan->all_cycles, i));
  for (guint i = 0; i < plan->standing->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (plan->standing, i);

      g_hash_table_insert (plan->by_id, objective->id, objective);
      g_hash_table_add (plan->titles, objective);
    }
}

static Plan *
plan_new (ExStore         *store,
          const GPtrArray *given,
          GError         **error)
{
  g_autoptr (Plan) plan = g_new0 (Plan, 1);

  plan->store = store;
  plan->objectives = ex_import_sorted (given, compare_ids);
  for (guint i = 0; i < plan->objectives->len; i++)
    ex_objective_sort_links (g_ptr_array_index (plan->objectives, i));
  if (!plan_read (plan, error))
    return NULL;
  plan_index (plan);
  return g_steal_pointer (&plan);
}

/* What each says of itself, and that none is there twice. */
static void
check_each (const Plan *plan,
            GPtrArray  *problems)
{
  for (guint i = 0; i < plan->objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (plan->objectives, i);
      const ExCycle *cycle = objective->cycle_id != NULL ? g_hash_table_lookup (plan->cycles, objective->cycle_id) : NULL;
      g_autoptr (GPtrArray) own = ex_objective_problems (objective, cycle);

      g_ptr_array_extend_and_steal (problems, g_steal_pointer (&own));
      if (objective->id == NULL || *objective->id == '\0' || objective->leader_id == NULL || objective->title == NULL)
        ex_refuse (problems, "%s", _("An objective needs an identifier, a leader and a title."));
      else if (cycle == NULL)
        ex_refuse (problems, _("The cycle of “%s” is not there; make it first."), objective->title);
      if (i > 0 && compare_ids (&g_ptr_array_index (plan->objectives, i - 1), &g_ptr_array_index (plan->objectives, i)) == 0)
        ex_refuse (problems, _("The objective “%s” is there twice."), objective->id);
    }
}

static void
look_ahead (Plan *plan)
{
  plan->all = g_ptr_array_new ();
  for (guint i = 0; i < plan->objectives->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (plan->objectives, i);

      g_hash_table_insert (plan->after, objective->id, objective);
      g_ptr_array_add (plan->all, objective);
    }
  for (guint i = 0; i < plan->standing->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (plan->standing, i);

      if (g_hash_table_contains (plan->after, objective->id))
        continue;
      g_hash_table_insert (plan->after, objective->id, objective);
      g_ptr_array_add (plan->all, objective);
    }
}

static void
check_titles (Plan      *plan,
              GPtrArray *problems)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (hash_title, equal_title);

  for (guint i = 0; i < plan->all->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (plan->all, i);

      if (!g_hash_table_add (taken, objective))
        ex_refuse (problems, _("The leader “%s” has two objectives “%s” in the same cycle; give one another title."), objective->leader_id,
                   objective->title);
    }
}

static const ExObjective *
parent_after (const Plan        *plan,
              const ExObjective *objective)
{
  return objective->parent_id != NULL ? g_hash_table_lookup (plan->after, objective->parent_id) : NULL;
}

static gboolean
has_moved (const Plan        *plan,
           const ExObjective *objective)
{
  const ExObjective *before = g_hash_table_lookup (plan->by_id, objective->id);

  return before == NULL || !ex_objective_same_place (before, objective);
}

/* Of those that are new or move, and of those that stay below one that moves. */
static void
check_places (const Plan *plan,
              GPtrArray  *problems)
{
  ExPlaces places = { plan->leaders, plan->tree };

  for (guint i = 0; i < plan->all->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (plan->all, i);
      const ExObjective *parent = parent_after (plan, objective);

      if (has_moved (plan, objective) || (parent != NULL && has_moved (plan, parent)))
        ex_objective_check_place (objective, parent, &places, problems);
    }
}

static gboolean
check_plan (Plan    *plan,
            GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  check_each (plan, problems);
  if (problems->len == 0)
    {
      look_ahead (plan);
      check_titles (plan, problems);
      check_places (plan, problems);
    }
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* When two objectives swap their titles, or one takes what another gives up, the first to be written would meet the other still in
 * its place; so that one steps aside for a moment. */
static gboolean
make_way (const Plan        *plan,
          const ExObjective *objective,
          GError           **error)
{
  const ExObjective *holder = g_hash_table_lookup (plan->titles, objective);

  if (holder == NULL || g_str_equal (holder->id, objective->id))
    return TRUE;
  return ex_run_with_text (plan->store->db, "UPDATE objectives SET title = title || ' (' || id || ')' WHERE id = $1", holder->id, error);
}

static gboolean
write_changed (ExImportRun       *run,
               const Plan        *plan,
               const ExObjective *before,
               const ExObjective *objective,
               GError           **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  const ExCycle *cycle = g_hash_table_lookup (plan->cycles, objective->cycle_id);

  run->counts.changed++;
  return ex_objective_check_check_ins (run->store->db, objective, cycle, problems, error)
         && ex_store_accept (g_steal_pointer (&problems), error) && ex_objective_update (run->store->db, before, objective, error);
}

static void
bind_objective_cb (ExStatement  *statement,
                   int           first,
                   guint         slot,
                   gconstpointer row,
                   gpointer      data)
{
  ex_objective_bind (statement, first, row);
}

static void
bind_link_cb (ExStatement  *statement,
              int           first,
              guint         slot,
              gconstpointer row,
              gpointer      data)
{
  const LinkRow *link = row;

  ex_link_bind (statement, first, link->objective_id, link->link);
}

/* Inserts what is new, changes what differs. */
static gboolean
write_objective (ExImportRun       *run,
                 const Plan        *plan,
                 const ExObjective *objective,
                 ExBulkInsert      *insert,
                 GError           **error)
{
  const ExObjective *before = g_hash_table_lookup (plan->by_id, objective->id);

  if (before == NULL)
    {
      run->counts.added++;
      run->rows++;
      run->total += objective->weight;
      return ex_bulk_insert_add (insert, objective, error);
    }
  if (ex_objective_equal (before, objective))
    {
      run->counts.unchanged++;
      return TRUE;
    }
  return write_changed (run, plan, before, objective, error);
}

static gboolean
write_objectives (ExImportRun *run,
                  const Plan  *plan,
                  GError     **error)
{
  g_autoptr (ExBulkInsert) insert = NULL;

  insert = ex_bulk_insert_new (run->store->db, "objectives", EX_OBJECTIVE_COLUMNS, EX_OBJECTIVE_N_COLUMNS, run->number, bind_objective_cb, NULL);
  for (guint i = 0; i < plan->objectives->len; i++)
    if (!make_way (plan, g_ptr_array_index (plan->objectives, i), error))
      return FALSE;
  for (guint i = 0; i < plan->objectives->len; i++)
    if (!ex_import_run_step (run, i, plan->objectives->len, error)
        || !write_objective (run, plan, g_ptr_array_index (plan->objectives, i), insert, error))
      return FALSE;
  return ex_bulk_insert_end (insert, error);
}

/* Of the objectives that are new; write_changed() has seen to the others'. */
static gboolean
insert_links (ExImportRun *run,
              const Plan  *plan,
              GError     **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LinkRow));
  g_autoptr (ExBulkInsert) insert = NULL;

  for (guint i = 0; i < plan->objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (plan->objectives, i);

      for (guint k = 0; k < objective->links->len && !g_hash_table_contains (plan->by_id, objective->id); k++)
        {
          LinkRow row = { objective->id, &g_array_index (objective->links, ExLink, k) };

          g_array_append_val (rows, row);
        }
    }
  insert = ex_bulk_insert_new (run->store->db, "links", EX_LINK_COLUMNS, EX_LINK_N_COLUMNS, run->number, bind_link_cb, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (!ex_bulk_insert_add (insert, &g_array_index (rows, LinkRow, i), error))
      return FALSE;
  return ex_bulk_insert_end (insert, error);
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  g_autoptr (Plan) plan = plan_new (run->store, data, error);

  return plan != NULL && check_plan (plan, error) && write_objectives (run, plan, error) && insert_links (run, plan, error);
}

gboolean
ex_store_import_objectives (ExStore            *self,
                            GPtrArray          *objectives,
                            const ExImportInfo *info,
                            ExImportCounts     *counts,
                            GError            **error)
{
  g_return_val_if_fail (self != NULL && objectives != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import objectives"), "objectives", info, fill_cb, objectives, counts, error);
}
