#include "config.h"

#include "ex-column.h"
#include "ex-review-locks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

GPtrArray *
ex_store_list_objectives (ExStore    *self,
                          const char *cycle_id,
                          GError    **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ex_objectives_read (self->db, cycle_id, error);
}

/* FALSE only on @error; *@objective stays NULL when there is none of that id. */
static gboolean
find_objective (ExStore      *self,
                const char   *id,
                ExObjective **objective,
                GError      **error)
{
  GError *failure = NULL;

  *objective = ex_objective_find (self->db, id, &failure);
  return ex_rows_ended (failure, error);
}

static gboolean
check_title (ExStore           *self,
             const ExObjective *objective,
             GPtrArray         *problems,
             GError           **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  row = ex_database_prepare (self->db, "SELECT id FROM objectives WHERE cycle_id = $1 AND leader_id = $2 AND title = $3 AND id <> $4", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, objective->cycle_id);
  ex_statement_bind_text (row, 2, objective->leader_id);
  ex_statement_bind_text (row, 3, objective->title);
  ex_statement_bind_text (row, 4, objective->id);
  found = ex_row_find (row, error);
  if (found == 1)
    ex_refuse (problems, _("This leader has an objective “%s” in this cycle already; give it another title."), objective->title);
  return found >= 0;
}

/* A place that stood is not held against an edit of something else: a new manager may have made the parent one beside. */
static gboolean
check_place (ExStore           *self,
             const ExObjective *before,
             const ExObjective *objective,
             GPtrArray         *problems,
             GError           **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self, error);
  g_autoptr (ExTree) tree = leaders != NULL ? ex_tree_new (leaders, error) : NULL;
  g_autoptr (ExObjective) parent = NULL;
  ExPlaces places = { leaders, tree };

  if (tree == NULL || !find_objective (self, objective->parent_id, &parent, error))
    return FALSE;
  if (before != NULL && ex_objective_same_place (before, objective))
    return TRUE;
  ex_objective_check_place (objective, parent, &places, problems);
  return before == NULL || ex_objective_check_children (self->db, objective, &places, problems, error);
}

static gboolean
check_objective (ExStore           *self,
                 const ExObjective *before,
                 const ExObjective *objective,
                 GError           **error)
{
  GError *failure = NULL;
  g_autoptr (ExCycle) cycle = ex_cycle_find_by_id (self->db, objective->cycle_id, &failure);
  g_autoptr (GPtrArray) problems = NULL;

  if (!ex_rows_ended (failure, error))
    return FALSE;
  problems = ex_objective_problems (objective, cycle);
  if (cycle == NULL)
    ex_refuse (problems, _("The cycle of “%s” is not there; make it first."), objective->title != NULL ? objective->title : "");
  if (problems->len == 0
      && (!check_title (self, objective, problems, error) || !check_place (self, before, objective, problems, error)
          || (before != NULL && !ex_objective_check_check_ins (self->db, objective, cycle, problems, error))))
    return FALSE;
  return ex_store_accept (g_steal_pointer (&problems), error) && ex_review_locks_accept_objective (self->db, before, objective, error);
}

gboolean
ex_store_save_objective (ExStore           *self,
                         const ExObjective *objective,
                         GError           **error)
{
  g_autoptr (ExObjective) before = NULL;
  g_autoptr (ExObjective) after = NULL;

  g_return_val_if_fail (self != NULL && objective != NULL, FALSE);

  after = ex_objective_copy (objective);
  ex_objective_sort_links (after);
  if (!find_objective (self, after->id, &before, error))
    return FALSE;
  if (before != NULL && ex_objective_equal (before, after))
    return TRUE;
  if (!ex_store_begin_about (self, before == NULL ? N_("Add an objective") : N_("Edit an objective"), after->title, error))
    return FALSE;
  if (!check_objective (self, before, after, error)
      || !(before == NULL ? ex_objective_insert (self->db, after, error) : ex_objective_update (self->db, before, after, error)))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
remove_rows (ExStore    *self,
             const char *id,
             GError    **error)
{
  static const char * const statements[] = {
    "UPDATE objectives SET parent_id = NULL WHERE parent_id = $1",
    "DELETE FROM adjustments WHERE objective_id = $1",
    "DELETE FROM ratings WHERE objective_id = $1",
    "DELETE FROM check_ins WHERE objective_id = $1",
    "DELETE FROM links WHERE objective_id = $1",
    "DELETE FROM objectives WHERE id = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!ex_run_with_text (self->db, statements[i], id, error))
      return FALSE;
  return TRUE;
}

/* Those that name it as their parent stay, without one: the Undo of the toast brings all of it back. */
gboolean
ex_store_remove_objective (ExStore    *self,
                           const char *id,
                           GError    **error)
{
  g_autoptr (ExObjective) objective = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (!find_objective (self, id, &objective, error))
    return FALSE;
  if (objective == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no objective “%s”."), id);
      return FALSE;
    }
  if (!ex_store_begin_about (self, N_("Remove an objective"), objective->title, error))
    return FALSE;
  if (!ex_review_locks_accept_removal (self->db, objective, error) || !remove_rows (self, id, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
