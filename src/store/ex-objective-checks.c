#include "config.h"

#include "ex-column.h"
#include "ex-sql.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

static const char *
leader_name (const ExPlaces *places,
             const char     *id)
{
  int index = ex_tree_index (places->tree, id);

  return index >= 0 ? ((ExLeader *) g_ptr_array_index (places->leaders, (guint) index))->name : id;
}

static gboolean
is_above (const ExPlaces *places,
          const char     *manager_id,
          const char     *leader_id)
{
  int manager = ex_tree_index (places->tree, manager_id);
  int leader = ex_tree_index (places->tree, leader_id);

  return manager >= 0 && leader >= 0 && ex_tree_is_below (places->tree, leader, manager);
}

void
ex_objective_check_place (const ExObjective *objective,
                          const ExObjective *parent,
                          const ExPlaces    *places,
                          GPtrArray         *problems)
{
  if (objective->leader_id == NULL || ex_tree_index (places->tree, objective->leader_id) < 0)
    {
      ex_refuse (problems, _("The leader of “%s”, “%s”, is nobody here; add that leader first."), objective->title,
                 objective->leader_id != NULL ? objective->leader_id : "");
      return;
    }
  if (objective->parent_id == NULL || *objective->parent_id == '\0')
    return;
  if (parent == NULL)
    ex_refuse (problems, _("The parent of “%s”, “%s”, is no objective here; add that objective first."), objective->title, objective->parent_id);
  else if (g_strcmp0 (parent->cycle_id, objective->cycle_id) != 0)
    ex_refuse (problems, _("The parent of “%s”, “%s”, is in another cycle; a parent is an objective of the same cycle."), objective->title,
               parent->title);
  else if (!is_above (places, parent->leader_id, objective->leader_id))
    ex_refuse (problems, _("The parent of “%s”, “%s”, is an objective of %s, who is not above %s; a parent belongs to a leader above."),
               objective->title, parent->title, leader_name (places, parent->leader_id), leader_name (places, objective->leader_id));
}

gboolean
ex_objective_check_children (ExDatabase        *database,
                             const ExObjective *objective,
                             const ExPlaces    *places,
                             GPtrArray         *problems,
                             GError           **error)
{
  g_autoptr (ExStatement) rows = ex_sql_prepare (database, "objective-children", error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, objective->id);
  while (ex_statement_step (rows, &failure))
    {
      const char *title = ex_statement_text (rows, 0);
      const char *leader_id = ex_statement_text (rows, 2);

      if (g_strcmp0 (ex_statement_text (rows, 1), objective->cycle_id) != 0)
        ex_refuse (problems, _("“%s” is the parent of “%s”, which is in another cycle."), objective->title, title);
      else if (!is_above (places, objective->leader_id, leader_id))
        ex_refuse (problems, _("“%s” is the parent of “%s” of %s, who would not be below its leader any more."), objective->title, title,
                   leader_name (places, leader_id));
    }
  return ex_rows_ended (failure, error);
}

static gboolean
count_check_ins (ExDatabase        *database,
                 const char        *sql,
                 const ExObjective *objective,
                 const ExCycle     *cycle,
                 gint64            *count,
                 GError           **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, sql, error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, objective->id);
  if (cycle != NULL)
    {
      ex_bind_day (row, 2, cycle->first);
      ex_bind_day (row, 3, cycle->last);
    }
  if (ex_row_find (row, error) < 0)
    return FALSE;
  *count = ex_statement_int (row, 0);
  return TRUE;
}

gboolean
ex_objective_check_check_ins (ExDatabase        *database,
                              const ExObjective *objective,
                              const ExCycle     *cycle,
                              GPtrArray         *problems,
                              GError           **error)
{
  gint64 outside, wrong = 0;

  if (!count_check_ins (database, "SELECT count(*) FROM check_ins WHERE objective_id = $1 AND (day < $2 OR day > $3)", objective, cycle, &outside,
                        error))
    return FALSE;
  if (objective->kind == EX_KIND_MILESTONE
      && !count_check_ins (database, "SELECT count(*) FROM check_ins WHERE objective_id = $1 AND value NOT IN (0, 1)", objective, NULL, &wrong,
                           error))
    return FALSE;
  if (outside > 0)
    ex_refuse (problems, _("“%s” has check-ins on days outside the cycle “%s”."), objective->title, cycle->name);
  if (wrong > 0)
    ex_refuse (problems, _("“%s” cannot be a milestone: it has check-ins with a value other than 0 (not done) or 1 (done)."), objective->title);
  return TRUE;
}

gboolean
ex_objective_same_place (const ExObjective *a,
                         const ExObjective *b)
{
  return g_strcmp0 (a->parent_id, b->parent_id) == 0 && g_strcmp0 (a->leader_id, b->leader_id) == 0 && g_strcmp0 (a->cycle_id, b->cycle_id) == 0;
}
