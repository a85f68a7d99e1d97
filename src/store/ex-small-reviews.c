#include "config.h"

#include "ex-small-reviews.h"

#include "ex-column.h"
#include "ex-reporting-lines.h"
#include "ex-review-rows.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who is needed, found by following the lines up: the array grows while it is walked. */
typedef struct
{
  ExDatabase *database;
  const char *cycle_id;
  ExDay       day;     /* of the lines */
  GPtrArray  *leaders; /* (element-type ExLeader) */
  GHashTable *known;   /* (element-type utf8) ids asked for, there or not */
} Around;

static void
around_clear (Around *self)
{
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, around_clear)

/* The board's id is "". */
static gboolean
add_leader (Around     *self,
            const char *id,
            GError    **error)
{
  ExLeader *leader = NULL;

  if (id == NULL || *id == '\0' || !g_hash_table_add (self->known, g_strdup (id)))
    return TRUE;
  if (!ex_lines_find (self->database, id, self->day, &leader, error))
    return FALSE;
  if (leader != NULL)
    g_ptr_array_add (self->leaders, leader);
  return TRUE;
}

/* @sql: ids, for the cycle $1 and the leader $2. */
static gboolean
add_leaders (Around     *self,
             const char *sql,
             const char *id,
             GError    **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, self->cycle_id);
  ex_statement_bind_text (rows, 2, id);
  while (ex_statement_step (rows, &failure))
    for (int column = 0; column < ex_statement_n_columns (rows); column++)
      g_ptr_array_add (ids, ex_column_dup_text (rows, column));
  if (!ex_rows_ended (failure, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_leader (self, g_ptr_array_index (ids, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
climb (Around  *self,
       GError **error)
{
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const ExLeader *leader = g_ptr_array_index (self->leaders, i);

      if (!add_leader (self, leader->manager_id, error)
          || !add_leaders (self,
                           "SELECT reviewer_id, assessed_by FROM review_steps WHERE cycle_id = $1 AND leader_id = $2"
                           " ORDER BY number DESC LIMIT 1",
                           leader->id, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_leaders (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 ((*(ExLeader * const *) a)->id, (*(ExLeader * const *) b)->id);
}

static GPtrArray *
read_leaders (ExStore            *store,
              const ExCycle      *cycle,
              ExDay               today,
              const char         *leader_id,
              const char * const *others,
              const GPtrArray    *objectives,
              GError            **error)
{
  g_auto (Around) around = { store->db, cycle->id, ex_lines_day (cycle, today), NULL, NULL };

  around.leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  around.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!add_leader (&around, leader_id, error))
    return NULL;
  if (around.leaders->len == 0)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_id);
      return NULL;
    }
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (!add_leader (&around, others[i], error))
      return NULL;
  for (guint i = 0; i < objectives->len; i++)
    if (!add_leader (&around, ((ExObjective *) g_ptr_array_index (objectives, i))->leader_id, error))
      return NULL;
  if (!add_leaders (&around, "SELECT observer_id FROM observers WHERE cycle_id = $1 AND leader_id = $2", leader_id, error)
      || !climb (&around, error))
    return NULL;
  g_ptr_array_sort (around.leaders, compare_leaders);
  return g_steal_pointer (&around.leaders);
}

/* Those of the leader, and their parents, which are of leaders above. */
static GPtrArray *
read_objectives (ExDatabase    *database,
                 const ExCycle *cycle,
                 const char    *leader_id,
                 GError       **error)
{
  g_autoptr (GPtrArray) objectives = ex_objectives_of_leader (database, cycle->id, leader_id, error);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint own = objectives != NULL ? objectives->len : 0;

  if (objectives == NULL)
    return NULL;
  for (guint i = 0; i < own; i++)
    g_hash_table_add (known, ((ExObjective *) g_ptr_array_index (objectives, i))->id);
  for (guint i = 0; i < own; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);
      GError *failure = NULL;
      g_autoptr (ExObjective) parent = NULL;

      if (objective->parent_id == NULL || g_hash_table_contains (known, objective->parent_id))
        continue;
      parent = ex_objective_find (database, objective->parent_id, &failure);
      if (!ex_rows_ended (failure, error))
        return NULL;
      if (parent == NULL || strcmp (parent->cycle_id, cycle->id) != 0)
        continue;
      g_hash_table_add (known, parent->id);
      g_ptr_array_add (objectives, g_steal_pointer (&parent));
    }
  return g_steal_pointer (&objectives);
}

static ExCompany *
read_company (ExStore            *store,
              const char         *cycle_id,
              const char         *leader_id,
              const char * const *others,
              GError            **error)
{
  g_autoptr (ExCycle) cycle = ex_cycle_find_whole (store->db, cycle_id, error);
  g_autoptr (GPtrArray) leaders = NULL;
  g_autoptr (GPtrArray) objectives = NULL;
  ExDay today = ex_day_today ();
  GArray *readings;

  if (cycle == NULL)
    return NULL;
  objectives = read_objectives (store->db, cycle, leader_id, error);
  leaders = objectives != NULL ? read_leaders (store, cycle, today, leader_id, others, objectives, error) : NULL;
  readings = leaders != NULL ? ex_readings_read (store->db, objectives, cycle, today, EX_DAY_NONE, error) : NULL;
  if (readings == NULL)
    return NULL;
  return ex_company_new (ex_company_info_copy (store->info), g_steal_pointer (&cycle), today, g_steal_pointer (&leaders),
                         g_steal_pointer (&objectives), readings, error);
}

ExReviews *
ex_small_reviews_read (ExStore            *self,
                       const char         *cycle_id,
                       const char         *leader_id,
                       const char * const *others,
                       GError            **error)
{
  g_autoptr (ExCompany) company = read_company (self, cycle_id, leader_id, others, error);
  g_autoptr (ExReviewRecords) records = NULL;

  if (company == NULL)
    return NULL;
  records = ex_review_records_new ();
  if (!ex_review_rows_fill (self->db, company, ex_company_find_leader (company, leader_id), records, error))
    return NULL;
  return ex_reviews_new (company, g_steal_pointer (&records));
}

gboolean
ex_small_reviews_find_actor (ExStore         *self,
                             const ExReviews *reviews,
                             int             *actor,
                             GError         **error)
{
  *actor = EX_NOBODY;
  if (strcmp (self->actor, EX_STORE_HR) == 0)
    return TRUE;
  *actor = ex_company_find_leader (ex_reviews_get_company (reviews), self->actor);
  if (*actor >= 0)
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND,
               _("There is no leader “%s” in this company who could act; give a leader’s id, or HR."), self->actor);
  return FALSE;
}
