#include "config.h"

#include "ex-column.h"
#include "ex-review-locks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LIST "SELECT objective_id, day, value, recorded, confidence, note, next, evidence FROM check_ins WHERE objective_id = $1"
#define WRITE                                                                                                                         \
  "INSERT INTO check_ins (objective_id, day, value, recorded, confidence, note, next, evidence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)" \
  " ON CONFLICT (objective_id, day) DO UPDATE SET value = excluded.value, recorded = excluded.recorded, confidence = excluded.confidence," \
  " note = excluded.note, next = excluded.next, evidence = excluded.evidence"

static ExCheckIn *
check_in_from_row (ExStatement *row)
{
  ExCheckIn *check_in = ex_check_in_new (ex_statement_text (row, 0), ex_column_day (row, 1), ex_statement_double (row, 2));

  check_in->recorded = ex_column_day (row, 3);
  check_in->confidence = (int) ex_column_int_or (row, 4, 0);
  check_in->note = ex_column_dup_text (row, 5);
  check_in->next = ex_column_dup_text (row, 6);
  check_in->evidence = ex_column_dup_text (row, 7);
  return check_in;
}

GPtrArray *
ex_store_list_check_ins (ExStore    *self,
                         const char *objective_id,
                         GError    **error)
{
  g_autoptr (GPtrArray) check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_check_in_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL && objective_id != NULL, NULL);

  rows = ex_database_prepare (self->db, LIST " ORDER BY day", error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, objective_id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (check_ins, check_in_from_row (rows));
  return ex_rows_ended (failure, error) ? g_steal_pointer (&check_ins) : NULL;
}

/* FALSE only on @error; *@check_in stays NULL when there is none on that day. */
static gboolean
find_check_in (ExStore    *self,
               const char *objective_id,
               ExDay       day,
               ExCheckIn **check_in,
               GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, LIST " AND day = $2", error);
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, objective_id);
  ex_bind_day (row, 2, day);
  found = ex_row_find (row, error);
  if (found == 1)
    *check_in = check_in_from_row (row);
  return found >= 0;
}

/* The day it was written down is no part of what it says. */
static gboolean
same_check_in (const ExCheckIn *a,
               const ExCheckIn *b)
{
  return a->value == b->value && a->confidence == b->confidence && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->next, b->next) == 0
         && g_strcmp0 (a->evidence, b->evidence) == 0;
}

static gboolean
find_objective (ExStore      *self,
                const char   *id,
                ExObjective **objective,
                GError      **error)
{
  GError *failure = NULL;

  *objective = ex_objective_find (self->db, id, &failure);
  if (!ex_rows_ended (failure, error))
    return FALSE;
  if (*objective == NULL)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no objective “%s”."), id);
  return *objective != NULL;
}

static gboolean
check_it (ExStore           *self,
          const ExCheckIn   *check_in,
          const ExObjective *objective,
          GError           **error)
{
  GError *failure = NULL;
  g_autoptr (ExCycle) cycle = ex_cycle_find_by_id (self->db, objective->cycle_id, &failure);

  if (!ex_rows_ended (failure, error))
    return FALSE;
  return ex_store_accept (ex_check_in_problems (check_in, objective, cycle), error)
         && ex_review_locks_accept_check_in (self->db, objective, error);
}

static gboolean
write_it (ExStore         *self,
          const ExCheckIn *check_in,
          GError         **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, WRITE, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, check_in->objective_id);
  ex_bind_day (statement, 2, check_in->day);
  ex_statement_bind_double (statement, 3, check_in->value);
  ex_bind_day (statement, 4, check_in->recorded != EX_DAY_NONE ? check_in->recorded : ex_day_today ());
  ex_bind_int_unless (statement, 5, check_in->confidence, 0);
  ex_bind_optional (statement, 6, check_in->note);
  ex_bind_optional (statement, 7, check_in->next);
  ex_bind_optional (statement, 8, check_in->evidence);
  return ex_statement_run (statement, error);
}

gboolean
ex_store_save_check_in (ExStore         *self,
                        const ExCheckIn *check_in,
                        GError         **error)
{
  g_autoptr (ExObjective) objective = NULL;
  g_autoptr (ExCheckIn) before = NULL;

  g_return_val_if_fail (self != NULL && check_in != NULL && check_in->objective_id != NULL, FALSE);

  if (!find_objective (self, check_in->objective_id, &objective, error)
      || !find_check_in (self, check_in->objective_id, check_in->day, &before, error))
    return FALSE;
  if (before != NULL && same_check_in (before, check_in))
    return TRUE;
  if (!ex_store_begin_about (self, before == NULL ? N_("Record a check-in") : N_("Correct a check-in"), objective->title, error))
    return FALSE;
  if (!check_it (self, check_in, objective, error) || !write_it (self, check_in, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
remove_row (ExStore    *self,
            const char *objective_id,
            ExDay       day,
            GError    **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->db, "DELETE FROM check_ins WHERE objective_id = $1 AND day = $2", error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, objective_id);
  ex_bind_day (statement, 2, day);
  return ex_statement_run (statement, error);
}

gboolean
ex_store_remove_check_in (ExStore    *self,
                          const char *objective_id,
                          ExDay       day,
                          GError    **error)
{
  g_autoptr (ExObjective) objective = NULL;
  g_autoptr (ExCheckIn) before = NULL;
  g_autofree char *iso = ex_day_to_iso (day);

  g_return_val_if_fail (self != NULL && objective_id != NULL, FALSE);

  if (!find_objective (self, objective_id, &objective, error) || !find_check_in (self, objective_id, day, &before, error))
    return FALSE;
  if (before == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("“%s” has no check-in on %s."), objective->title, iso);
      return FALSE;
    }
  if (!ex_store_begin_about (self, N_("Remove a check-in"), objective->title, error))
    return FALSE;
  if (!ex_review_locks_accept_check_in (self->db, objective, error) || !remove_row (self, objective_id, day, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
