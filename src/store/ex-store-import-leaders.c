#include "config.h"

#include "core/ex-spells.h"
#include "ex-import-run.h"
#include "ex-reporting-lines.h"
#include "ex-review-locks.h"
#include "ex-small-reviews.h"
#include "ex-store-rewards.h"
#include "ex-store-spells.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray  *leaders;  /* (element-type ExLeader) borrowed, to be by id */
  GPtrArray  *standing; /* (element-type ExLeader) in the file now */
  GHashTable *by_id;    /* id -> the standing one */
  GHashTable *spells;   /* (nullable) leader id -> GArray of ExSpell, to be */
  GHashTable *had;      /* the same, in the file now */
} Plan;

typedef struct
{
  GPtrArray  *leaders;
  GHashTable *spells; /* (nullable) */
} Given;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 ((*(ExLeader * const *) a)->id, (*(ExLeader * const *) b)->id);
}

static gboolean
check_each (const GPtrArray *leaders,
            GPtrArray       *problems)
{
  for (guint i = 0; i < leaders->len; i++)
    {
      g_autoptr (GPtrArray) own = ex_leader_problems (g_ptr_array_index (leaders, i));

      g_ptr_array_extend_and_steal (problems, g_steal_pointer (&own));
    }
  return problems->len == 0;
}

/* The earlier times of a leader as they will be. (nullable) */
static const GArray *
spells_of (const Plan *plan, const char *id)
{
  if (plan->spells != NULL && g_hash_table_contains (plan->spells, id))
    return g_hash_table_lookup (plan->spells, id);
  return g_hash_table_lookup (plan->had, id);
}

static void
check_spells (const Plan *plan,
              GPtrArray  *problems)
{
  for (guint i = 0; i < plan->leaders->len; i++)
    {
      const ExLeader *leader = g_ptr_array_index (plan->leaders, i);
      g_autofree char *problem = ex_spells_problem (spells_of (plan, leader->id), leader->from);

      if (problem != NULL)
        ex_refuse (problems, "%s: %s", leader->name, problem);
    }
}

/* All leaders as they would stand: those that are not in the file, and those that are. */
static gboolean
check_plan (const Plan *plan,
            ExDatabase *database,
            GError    **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (check_each (plan->leaders, problems))
    {
      for (guint i = 0; i < plan->leaders->len; i++)
        {
          ExLeader *leader = g_ptr_array_index (plan->leaders, i);

          g_ptr_array_add (all, leader);
          g_hash_table_add (ids, leader->id);
        }
      for (guint i = 0; i < plan->standing->len; i++)
        {
          ExLeader *leader = g_ptr_array_index (plan->standing, i);

          if (!g_hash_table_contains (ids, leader->id))
            g_ptr_array_add (all, leader);
        }
      ex_leaders_check (all, problems);
      check_spells (plan, problems);
      if (problems->len == 0 && !ex_lines_check (database, all, problems, error))
        return FALSE;
    }
  return ex_store_accept (g_steal_pointer (&problems), error);
}

static gboolean
write_leader (ExImportRun    *run,
              const Plan     *plan,
              const ExLeader *leader,
              GError        **error)
{
  const ExLeader *before = g_hash_table_lookup (plan->by_id, leader->id);
  gboolean same_times = ex_spells_equal (spells_of (plan, leader->id), g_hash_table_lookup (plan->had, leader->id));

  if (!same_times && !(ex_store_accept_hr (run->store, error) && ex_spells_write (run->store, leader->id, spells_of (plan, leader->id), error)))
    return FALSE;
  if (before == NULL)
    {
      run->counts.added++;
      run->rows++;
      run->total += leader->incentive_target > 0 ? (double) leader->incentive_target : 0;
      return ex_leader_insert (run->store->db, leader, run->number, error);
    }
  if (same_times && ex_leader_equal (before, leader))
    {
      run->counts.unchanged++;
      return TRUE;
    }
  run->counts.changed++;
  return ex_store_accept_lines (run->store, before, leader, error) && ex_review_locks_accept_days (run->store->db, before, leader, error)
         && ex_leader_update (run->store->db, leader, error);
}

static gboolean
write_plan (ExImportRun *run,
            const Plan  *plan,
            GError     **error)
{
  for (guint i = 0; i < plan->leaders->len; i++)
    if (!ex_import_run_step (run, i, plan->leaders->len, error) || !write_leader (run, plan, g_ptr_array_index (plan->leaders, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  const Given *given = data;
  g_autoptr (GPtrArray) leaders = ex_import_sorted (given->leaders, compare_ids);
  g_autoptr (GPtrArray) standing = ex_store_list_leaders (run->store, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) had = standing != NULL ? ex_store_read_spells (run->store, error) : NULL;
  Plan plan = { leaders, standing, by_id, given->spells, had };

  if (had == NULL)
    return FALSE;
  for (guint i = 0; i < standing->len; i++)
    g_hash_table_insert (by_id, ((ExLeader *) g_ptr_array_index (standing, i))->id, g_ptr_array_index (standing, i));
  return check_plan (&plan, run->store->db, error) && write_plan (run, &plan, error);
}

gboolean
ex_store_import_leaders (ExStore            *self,
                         GPtrArray          *leaders,
                         const ExImportInfo *info,
                         ExImportCounts     *counts,
                         GError            **error)
{
  return ex_store_import_leaders_and_spells (self, leaders, NULL, info, counts, error);
}

gboolean
ex_store_import_leaders_and_spells (ExStore            *self,
                                    GPtrArray          *leaders,
                                    GHashTable         *spells,
                                    const ExImportInfo *info,
                                    ExImportCounts     *counts,
                                    GError            **error)
{
  Given given = { leaders, spells };

  g_return_val_if_fail (self != NULL && leaders != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import leaders"), "leaders", info, fill_cb, &given, counts, error);
}
