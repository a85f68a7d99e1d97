/* Reporting lines with their dates. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-column.h"
#include "ex-reporting-lines.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

void
ex_past_manager_free (ExPastManager *self)
{
  if (self == NULL)
    return;
  g_free (self->leader_id);
  g_free (self->manager_id);
  g_free (self);
}

GPtrArray *
ex_store_list_past_managers (ExStore    *self,
                             const char *leader_id,
                             GError    **error)
{
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_past_manager_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_database_prepare (self->db,
                              "SELECT leader_id, until_day, manager_id FROM past_managers WHERE $1 IS NULL OR leader_id = $1"
                              " ORDER BY leader_id, until_day",
                              error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, leader_id);
  while (ex_statement_step (rows, &failure))
    {
      ExPastManager *one = g_new0 (ExPastManager, 1);

      one->leader_id = ex_column_dup_text (rows, 0);
      one->until = ex_column_day (rows, 1);
      one->manager_id = ex_column_dup_text (rows, 2);
      g_ptr_array_add (past, one);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&past) : NULL;
}

/* --- a change ----------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExStore    *store;
  ExLeader   *leader;     /* with the latest manager */
  const char *manager_id; /* from then on; NULL: nobody */
  ExDay       from;       /* EX_DAY_NONE: a correction */
} Change;

static gboolean
run_for_day (const Change *self,
             const char   *sql,
             ExDay         day,
             GError      **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->store->db, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, self->leader->id);
  ex_bind_day (statement, 2, day);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
insert_past (const Change *self,
             ExDay         until,
             const char   *manager_id,
             GError      **error)
{
  g_autoptr (ExStatement) statement = NULL;
  GError *failure = NULL;

  statement = ex_database_prepare (self->store->db,
                                   "INSERT INTO past_managers (leader_id, until_day, manager_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, self->leader->id);
  ex_bind_day (statement, 2, until);
  ex_bind_optional (statement, 3, manager_id);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
set_latest (const Change *self,
            GError      **error)
{
  GError *failure = NULL;

  if (g_strcmp0 (self->leader->manager_id, self->manager_id) == 0)
    return TRUE;
  g_free (self->leader->manager_id);
  self->leader->manager_id = g_strdup (self->manager_id);
  return ex_leader_update (self->store->db, self->leader, &failure) || ex_store_explain_trigger (failure, error);
}

/* What was to come after the day is replaced; what was until the day before stays, in a row of its own unless it is the same manager. */
static gboolean
set_from (const Change *self,
          GError      **error)
{
  g_autoptr (ExLeader) before = NULL;
  ExDay eve = self->from - 1;
  gboolean begins = self->leader->from != EX_DAY_NONE && self->from <= self->leader->from;

  if (!ex_lines_find (self->store->db, self->leader->id, eve, &before, error))
    return FALSE;
  if (begins)
    return ex_run_with_text (self->store->db, "DELETE FROM past_managers WHERE leader_id = $1", self->leader->id, error) && set_latest (self, error);
  if (!run_for_day (self, "DELETE FROM past_managers WHERE leader_id = $1 AND until_day >= $2", self->from, error))
    return FALSE;
  if (g_strcmp0 (before->manager_id, self->manager_id) == 0)
    return run_for_day (self, "DELETE FROM past_managers WHERE leader_id = $1 AND until_day = $2", eve, error) && set_latest (self, error);
  return insert_past (self, eve, before->manager_id, error) && set_latest (self, error);
}

/* Of what was written: the latest lines, and those of every day before. */
static gboolean
check_circles (ExStore *self,
               GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self, error);

  if (leaders == NULL)
    return FALSE;
  ex_leaders_check (leaders, problems);
  if (problems->len == 0 && !ex_lines_check (self->db, leaders, problems, error))
    return FALSE;
  return ex_store_accept (g_steal_pointer (&problems), error);
}

static gboolean
check_people (const Change *self,
              const char   *leader_id,
              GError      **error)
{
  g_autoptr (ExLeader) manager = NULL;

  if (self->leader == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), leader_id);
      return FALSE;
    }
  if (self->manager_id == NULL)
    return TRUE;
  if (g_strcmp0 (self->manager_id, leader_id) == 0)
    return ex_store_refuse_because (error, _("%s cannot report to themselves; name another manager, or none."), self->leader->name);
  if (!ex_leader_find (self->store->db, self->manager_id, &manager, error))
    return FALSE;
  if (manager != NULL)
    return TRUE;
  return ex_store_refuse_because (error, _("The manager of %s, “%s”, is nobody here; add that leader first."), self->leader->name, self->manager_id);
}

static gboolean
change_manager (Change     *self,
                const char *leader_id,
                GError    **error)
{
  if (!ex_store_accept_hr (self->store, error) || !ex_leader_find (self->store->db, leader_id, &self->leader, error)
      || !check_people (self, leader_id, error))
    return FALSE;
  ex_store_set_subject (self->store, self->leader->name);
  return (self->from == EX_DAY_NONE ? set_latest (self, error) : set_from (self, error)) && check_circles (self->store, error);
}

gboolean
ex_store_change_manager (ExStore    *self,
                         const char *leader_id,
                         const char *manager_id,
                         ExDay       from,
                         GError    **error)
{
  Change change = { self, NULL, manager_id != NULL && *manager_id != '\0' ? manager_id : NULL, from };
  gboolean changed;

  g_return_val_if_fail (self != NULL && leader_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Change a manager"), error))
    return FALSE;
  changed = change_manager (&change, leader_id, error);
  ex_leader_free (change.leader);
  if (!changed)
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
