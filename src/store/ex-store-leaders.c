#include "config.h"

#include "ex-column.h"
#include "ex-reporting-lines.h"
#include "ex-review-locks.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

#define LIST                                                                                                                          \
  "SELECT id, name, title, unit, email, manager_id, incentive_target, from_day, to_day FROM leaders"
#define INSERT                                                                                                                        \
  "INSERT INTO leaders (id, name, title, unit, email, manager_id, incentive_target, from_day, to_day, import)"                        \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
#define UPDATE                                                                                                                        \
  "UPDATE leaders SET name = $2, title = $3, unit = $4, email = $5, manager_id = $6, incentive_target = $7, from_day = $8, to_day = $9" \
  " WHERE id = $1"

static ExLeader *
leader_from_row (ExStatement *row)
{
  ExLeader *leader = ex_leader_new (ex_statement_text (row, 0), ex_statement_text (row, 1));

  leader->title = ex_column_dup_text (row, 2);
  leader->unit = ex_column_dup_text (row, 3);
  leader->email = ex_column_dup_text (row, 4);
  leader->manager_id = ex_column_dup_text (row, 5);
  leader->incentive_target = ex_column_int_or (row, 6, -1);
  leader->from = ex_column_day (row, 7);
  leader->to = ex_column_day (row, 8);
  return leader;
}

static void
bind_leader (ExStatement    *statement,
             const ExLeader *leader)
{
  ex_statement_bind_text (statement, 1, leader->id);
  ex_statement_bind_text (statement, 2, leader->name);
  ex_bind_optional (statement, 3, leader->title);
  ex_bind_optional (statement, 4, leader->unit);
  ex_bind_optional (statement, 5, leader->email);
  ex_bind_optional (statement, 6, leader->manager_id);
  ex_bind_int_unless (statement, 7, leader->incentive_target, -1);
  ex_bind_day (statement, 8, leader->from);
  ex_bind_day (statement, 9, leader->to);
}

gboolean
ex_leader_insert (ExDatabase     *database,
                  const ExLeader *leader,
                  gint64          import,
                  GError        **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, INSERT, error);

  if (statement == NULL)
    return FALSE;
  bind_leader (statement, leader);
  ex_bind_int_unless (statement, 10, import, 0);
  return ex_statement_run (statement, error);
}

gboolean
ex_leader_update (ExDatabase     *database,
                  const ExLeader *leader,
                  GError        **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, UPDATE, error);

  if (statement == NULL)
    return FALSE;
  bind_leader (statement, leader);
  return ex_statement_run (statement, error);
}

GPtrArray *
ex_store_list_leaders (ExStore *self,
                       GError **error)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_database_prepare (self->db, LIST " ORDER BY id", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (leaders, leader_from_row (rows));
  return ex_rows_ended (failure, error) ? g_steal_pointer (&leaders) : NULL;
}

gboolean
ex_leader_find (ExDatabase *database,
                const char *id,
                ExLeader  **leader,
                GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, LIST " WHERE id = $1", error);
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, id);
  found = ex_row_find (row, error);
  if (found == 1)
    *leader = leader_from_row (row);
  return found >= 0;
}

void
ex_leaders_check (const GPtrArray *leaders,
                  GPtrArray       *problems)
{
  g_autoptr (GError) loop = NULL;
  g_autoptr (ExTree) tree = ex_tree_new (leaders, &loop);

  if (tree == NULL)
    {
      ex_refuse (problems, "%s", loop->message);
      return;
    }
  for (guint i = 0; i < leaders->len; i++)
    {
      const ExLeader *leader = g_ptr_array_index (leaders, i);

      if (leader->manager_id != NULL && *leader->manager_id != '\0' && ex_tree_index (tree, leader->manager_id) < 0)
        ex_refuse (problems, _("The manager of %s, “%s”, is nobody here; add that leader first."), leader->name, leader->manager_id);
    }
}

static void
replace_leader (GPtrArray      *leaders,
                const ExLeader *leader)
{
  for (guint i = 0; i < leaders->len; i++)
    if (g_strcmp0 (((ExLeader *) g_ptr_array_index (leaders, i))->id, leader->id) == 0)
      {
        g_ptr_array_remove_index (leaders, i);
        break;
      }
  g_ptr_array_add (leaders, ex_leader_copy (leader));
}

/* Inside the action, so that nobody else writes between the check and the write. */
static gboolean
check_leader (ExStore        *self,
              const ExLeader *leader,
              GError        **error)
{
  g_autoptr (GPtrArray) problems = ex_leader_problems (leader);
  g_autoptr (GPtrArray) leaders = NULL;

  if (problems->len == 0)
    {
      leaders = ex_store_list_leaders (self, error);
      if (leaders == NULL)
        return FALSE;
      replace_leader (leaders, leader);
      ex_leaders_check (leaders, problems);
      if (problems->len == 0 && !ex_lines_check (self->db, leaders, problems, error))
        return FALSE;
    }
  return ex_store_accept (g_steal_pointer (&problems), error);
}

gboolean
ex_store_save_leader (ExStore        *self,
                      const ExLeader *leader,
                      GError        **error)
{
  g_autoptr (ExLeader) before = NULL;
  ExDatabase *database;

  g_return_val_if_fail (self != NULL && leader != NULL, FALSE);

  database = self->db;
  if (!ex_leader_find (database, leader->id, &before, error))
    return FALSE;
  if (before != NULL && ex_leader_equal (before, leader))
    return TRUE;
  if (!ex_store_begin_about (self, before == NULL ? N_("Add a leader") : N_("Edit a leader"), leader->name, error))
    return FALSE;
  if (!ex_store_accept_lines (self, before, leader, error) || !check_leader (self, leader, error)
      || (before != NULL && !ex_review_locks_accept_days (database, before, leader, error))
      || !(before == NULL ? ex_leader_insert (database, leader, 0, error) : ex_leader_update (database, leader, error)))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
remove_rows (ExStore        *self,
             const ExLeader *leader,
             GError        **error)
{
  static const char * const statements[] = {
    "UPDATE objectives SET parent_id = NULL WHERE parent_id IN (SELECT id FROM objectives WHERE leader_id = $1)",
    "DELETE FROM check_ins WHERE objective_id IN (SELECT id FROM objectives WHERE leader_id = $1)",
    "DELETE FROM links WHERE objective_id IN (SELECT id FROM objectives WHERE leader_id = $1)",
    "DELETE FROM objectives WHERE leader_id = $1",
    "DELETE FROM tops WHERE leader_id = $1",
    "DELETE FROM observers WHERE leader_id = $1",
    "DELETE FROM private_notes WHERE leader_id = $1 OR author_id = $1",
    "DELETE FROM past_managers WHERE leader_id = $1",
    "DELETE FROM spells WHERE leader_id = $1",
    "UPDATE past_managers SET manager_id = (SELECT nullif (above.manager_id, past_managers.leader_id) FROM leaders AS above WHERE above.id = $1)"
    " WHERE manager_id = $1",
    "UPDATE leaders SET manager_id = (SELECT above.manager_id FROM leaders AS above WHERE above.id = $1) WHERE manager_id = $1",
    "DELETE FROM leaders WHERE id = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!ex_run_with_text (self->db, statements[i], leader->id, error))
      return FALSE;
  return TRUE;
}

/* Those who reported to the leader at some time now did to whoever is above. */
static gboolean
check_lines (ExStore *self,
             GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self, error);

  if (leaders == NULL || !ex_lines_check (self->db, leaders, problems, error))
    return FALSE;
  return ex_store_accept (g_steal_pointer (&problems), error);
}

gboolean
ex_store_remove_leader (ExStore    *self,
                        const char *id,
                        GError    **error)
{
  g_autoptr (ExLeader) leader = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (!ex_leader_find (self->db, id, &leader, error))
    return FALSE;
  if (leader == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), id);
      return FALSE;
    }
  if (!ex_store_begin_about (self, N_("Remove a leader"), leader->name, error))
    return FALSE;
  if (!ex_review_locks_accept_departure (self->db, leader, error) || !remove_rows (self, leader, error) || !check_lines (self, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
