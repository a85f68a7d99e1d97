#include "config.h"

#include "ex-reporting-lines.h"

#include "ex-column.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

ExDay
ex_lines_day (const ExCycle *cycle,
              ExDay          today)
{
  return cycle != NULL ? CLAMP (today, cycle->first, cycle->last) : today;
}

static GHashTable *
index_leaders (const GPtrArray *leaders)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leaders->len; i++)
    g_hash_table_insert (by_id, ((ExLeader *) g_ptr_array_index (leaders, i))->id, g_ptr_array_index (leaders, i));
  return by_id;
}

/* leader -> the manager of the day, "" for nobody, of those who then had another one than now. */
static GHashTable *
read_managers (ExDatabase *database,
               ExDay       day,
               GError    **error)
{
  g_autoptr (GHashTable) managers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT leader_id, coalesce (manager_id, '') FROM past_managers WHERE until_day >= $1 ORDER BY leader_id, until_day DESC",
                              error);
  if (rows == NULL)
    return NULL;
  ex_bind_day (rows, 1, day);
  while (ex_statement_step (rows, &failure)) /* the earliest of a leader comes last */
    g_hash_table_replace (managers, ex_column_dup_text (rows, 0), ex_column_dup_text (rows, 1));
  return ex_rows_ended (failure, error) ? g_steal_pointer (&managers) : NULL;
}

/* Swaps, so that a second call puts back what the first one changed. */
static void
swap_managers (GHashTable *by_id,
               GHashTable *managers)
{
  GHashTableIter iter;
  gpointer id, manager;

  g_hash_table_iter_init (&iter, managers);
  while (g_hash_table_iter_next (&iter, &id, &manager))
    {
      ExLeader *leader = g_hash_table_lookup (by_id, id);
      char *before = leader != NULL ? leader->manager_id : NULL;

      if (leader == NULL)
        continue;
      leader->manager_id = *(char *) manager != '\0' ? g_strdup (manager) : NULL;
      g_hash_table_iter_replace (&iter, before != NULL ? before : g_strdup (""));
    }
}

gboolean
ex_lines_apply (ExDatabase *database,
                GPtrArray  *leaders,
                ExDay       day,
                GError    **error)
{
  g_autoptr (GHashTable) managers = read_managers (database, day, error);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (ExTree) tree = NULL;

  if (managers == NULL || g_hash_table_size (managers) == 0)
    return managers != NULL;
  by_id = index_leaders (leaders);
  swap_managers (by_id, managers);
  tree = ex_tree_new (leaders, NULL);
  if (tree == NULL)
    swap_managers (by_id, managers);
  return TRUE;
}

gboolean
ex_lines_find (ExDatabase *database,
               const char *id,
               ExDay       day,
               ExLeader  **leader,
               GError    **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  if (!ex_leader_find (database, id, leader, error))
    return FALSE;
  if (*leader == NULL || day == EX_DAY_NONE)
    return TRUE;
  row = ex_database_prepare (database, "SELECT manager_id FROM past_managers WHERE leader_id = $1 AND until_day >= $2 ORDER BY until_day LIMIT 1",
                             error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, id);
  ex_bind_day (row, 2, day);
  found = ex_row_find (row, error);
  if (found == 1)
    {
      g_free ((*leader)->manager_id);
      (*leader)->manager_id = ex_column_dup_text (row, 0);
    }
  return found >= 0;
}

/* --- circles ------------------------------------------------------------------------------------------------------------------- */

static GArray *
read_days (ExDatabase *database,
           GError    **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ExDay));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, "SELECT DISTINCT until_day FROM past_managers ORDER BY until_day DESC", error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    {
      ExDay day = ex_column_day (rows, 0);

      g_array_append_val (days, day);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&days) : NULL;
}

static gboolean
check_day (ExDatabase      *database,
           const GPtrArray *leaders,
           GHashTable      *by_id,
           ExDay            day,
           GPtrArray       *problems,
           GError         **error)
{
  g_autoptr (GHashTable) managers = read_managers (database, day, error);
  g_autoptr (GError) circle = NULL;
  g_autoptr (ExTree) tree = NULL;

  if (managers == NULL)
    return FALSE;
  swap_managers (by_id, managers);
  tree = ex_tree_new (leaders, &circle);
  swap_managers (by_id, managers);
  if (tree == NULL)
    {
      g_autofree char *iso = ex_day_to_iso (day);

      /* Translators: a day, and a sentence: who reports to whom in a circle. */
      ex_refuse (problems, _("Until %s: %s"), iso, circle->message);
    }
  return TRUE;
}

/* Between two days on which somebody's line ends the lines are the same. The first circle is enough. */
gboolean
ex_lines_check (ExDatabase      *database,
                const GPtrArray *leaders,
                GPtrArray       *problems,
                GError         **error)
{
  g_autoptr (GArray) days = read_days (database, error);
  g_autoptr (GHashTable) by_id = NULL;
  guint before = problems->len;

  if (days == NULL || days->len == 0)
    return days != NULL;
  by_id = index_leaders (leaders);
  for (guint i = 0; i < days->len && problems->len == before; i++)
    if (!check_day (database, leaders, by_id, g_array_index (days, ExDay, i), problems, error))
      return FALSE;
  return TRUE;
}
