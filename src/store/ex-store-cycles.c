#include "config.h"

#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-review-locks.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* Where it stands is the last of its steps. */
#define LIST                                                                                                                          \
  "SELECT c.id, c.name, c.first_day, c.last_day, c.threshold_score, c.stretch_score, c.late_score,"                                   \
  " (SELECT s.phase FROM cycle_steps s WHERE s.cycle_id = c.id ORDER BY s.number DESC LIMIT 1),"                                      \
  " p.plan_until, p.run_until, p.assess_until, p.calibrate_until, p.sign_until, p.min_objectives, p.board"                            \
  "  FROM cycles c LEFT JOIN cycle_plans p ON p.cycle_id = c.id"
#define LATEST " ORDER BY c.last_day DESC, c.first_day DESC, c.name"
#define INSERT                                                                                                                        \
  "INSERT INTO cycles (id, name, first_day, last_day, threshold_score, stretch_score, late_score) VALUES ($1, $2, $3, $4, $5, $6, $7)"
#define UPDATE                                                                                                                        \
  "UPDATE cycles SET name = $2, first_day = $3, last_day = $4, threshold_score = $5, stretch_score = $6, late_score = $7 WHERE id = $1"

static ExCycle *
cycle_from_row (ExStatement *row)
{
  ExCycle *cycle = ex_cycle_new (ex_statement_text (row, 0), ex_statement_text (row, 1), ex_column_day (row, 2), ex_column_day (row, 3));

  cycle->threshold_score = (int) ex_statement_int (row, 4);
  cycle->stretch_score = (int) ex_statement_int (row, 5);
  cycle->late_score = (int) ex_statement_int (row, 6);
  ex_phase_parse (ex_statement_text (row, 7), &cycle->phase);
  ex_cycle_plan_from_row (cycle, row, 8);
  return cycle;
}

static gboolean
read_tops (ExDatabase *database,
           ExCycle    *cycle,
           GError    **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GPtrArray) tops = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  rows = ex_database_prepare (database, "SELECT leader_id FROM tops WHERE cycle_id = $1 ORDER BY leader_id", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, cycle->id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (tops, ex_column_dup_text (rows, 0));
  if (!ex_rows_ended (failure, error))
    return FALSE;
  g_ptr_array_add (tops, NULL);
  g_strfreev (cycle->tops);
  cycle->tops = (char **) g_ptr_array_steal (tops, NULL);
  return TRUE;
}

/* What is not in the cycle's own row. */
static gboolean
read_parts (ExDatabase *database,
            ExCycle    *cycle,
            GError    **error)
{
  return read_tops (database, cycle, error) && ex_cycle_read_scale (database, cycle, error);
}

/* FALSE only on @error; *@cycle stays NULL when no row fits @condition with @value as $1. */
static gboolean
find_where (ExDatabase *database,
            const char *sql,
            const char *value,
            ExCycle   **cycle,
            GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, sql, error);
  int found;

  if (row == NULL)
    return FALSE;
  if (value != NULL)
    ex_statement_bind_text (row, 1, value);
  found = ex_row_find (row, error);
  if (found == 1)
    *cycle = cycle_from_row (row);
  return found >= 0;
}

ExCycle *
ex_cycle_find_by_id (ExDatabase *database,
                     const char *id,
                     GError    **error)
{
  ExCycle *cycle = NULL;

  if (id != NULL)
    find_where (database, LIST " WHERE c.id = $1", id, &cycle, error);
  return cycle;
}

ExCycle *
ex_cycle_find_whole (ExDatabase *database,
                     const char *id,
                     GError    **error)
{
  g_autoptr (ExCycle) cycle = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (!find_where (database, LIST " WHERE c.id = $1", id, &cycle, error))
    return NULL;
  if (cycle == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no cycle “%s”."), id);
      return NULL;
    }
  return read_parts (database, cycle, error) ? g_steal_pointer (&cycle) : NULL;
}

GPtrArray *
ex_store_list_cycles (ExStore *self,
                      GError **error)
{
  g_autoptr (GPtrArray) cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_cycle_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_database_prepare (self->db, LIST LATEST, error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (cycles, cycle_from_row (rows));
  if (!ex_rows_ended (failure, error))
    return NULL;
  for (guint i = 0; i < cycles->len; i++)
    if (!read_parts (self->db, g_ptr_array_index (cycles, i), error))
      return NULL;
  return g_steal_pointer (&cycles);
}

ExCycle *
ex_store_find_cycle (ExStore    *self,
                     const char *name,
                     GError    **error)
{
  g_autoptr (ExCycle) cycle = NULL;
  ExDatabase *database;

  g_return_val_if_fail (self != NULL, NULL);

  database = self->db;
  if (!find_where (database, name != NULL ? LIST " WHERE c.name = $1" : LIST LATEST " LIMIT 1", name, &cycle, error))
    return NULL;
  if (cycle == NULL)
    {
      if (name != NULL)
        g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no cycle “%s”."), name);
      else
        g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("This company has no cycle yet; make one first."));
      return NULL;
    }
  return read_parts (database, cycle, error) ? g_steal_pointer (&cycle) : NULL;
}

/* The number that @sql counts for the cycle's id and days. FALSE on @error. */
static gboolean
count_outside (ExDatabase    *database,
               const char    *sql,
               const ExCycle *cycle,
               gint64        *count,
               GError       **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, sql, error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle->id);
  ex_bind_day (row, 2, cycle->first);
  ex_bind_day (row, 3, cycle->last);
  if (ex_row_find (row, error) < 0)
    return FALSE;
  *count = ex_statement_int (row, 0);
  return TRUE;
}

/* A shorter cycle must still hold what was entered in it. */
static gboolean
check_days (ExDatabase    *database,
            const ExCycle *cycle,
            GPtrArray     *problems,
            GError       **error)
{
  g_autofree char *check_in_words = NULL;
  g_autofree char *due_words = NULL;
  gint64 check_ins, dues;

  if (!count_outside (database,
                      "SELECT count(*) FROM objectives o JOIN check_ins c ON c.objective_id = o.id"
                      " WHERE o.cycle_id = $1 AND (c.day < $2 OR c.day > $3)",
                      cycle, &check_ins, error)
      || !count_outside (database, "SELECT count(*) FROM objectives WHERE cycle_id = $1 AND due IS NOT NULL AND (due < $2 OR due > $3)", cycle,
                         &dues, error))
    return FALSE;
  check_in_words = ex_format_integer (check_ins);
  due_words = ex_format_integer (dues);
  if (check_ins > 0)
    ex_refuse (problems,
               ngettext ("%s check-in would lie outside the cycle’s days.", "%s check-ins would lie outside the cycle’s days.", (gulong) check_ins),
               check_in_words);
  if (dues > 0)
    ex_refuse (problems,
               ngettext ("%s milestone would be due outside the cycle’s days.", "%s milestones would be due outside the cycle’s days.",
                         (gulong) dues),
               due_words);
  return TRUE;
}

static gboolean
check_name (ExDatabase    *database,
            const ExCycle *cycle,
            GPtrArray     *problems,
            GError       **error)
{
  g_autoptr (ExCycle) other = NULL;

  if (!find_where (database, LIST " WHERE c.name = $1", cycle->name, &other, error))
    return FALSE;
  if (other != NULL && g_strcmp0 (other->id, cycle->id) != 0)
    ex_refuse (problems, _("There is a cycle “%s” already."), cycle->name);
  return TRUE;
}

static gboolean
check_tops (ExDatabase    *database,
            const ExCycle *cycle,
            GPtrArray     *problems,
            GError       **error)
{
  for (guint i = 0; cycle->tops != NULL && cycle->tops[i] != NULL; i++)
    {
      g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT 1 FROM leaders WHERE id = $1", error);
      int found;

      if (row == NULL)
        return FALSE;
      ex_statement_bind_text (row, 1, cycle->tops[i]);
      found = ex_row_find (row, error);
      if (found < 0)
        return FALSE;
      if (found == 0)
        ex_refuse (problems, _("The cycle’s top “%s” is nobody here; add that leader first."), cycle->tops[i]);
    }
  return TRUE;
}

static gboolean
check_cycle (ExDatabase    *database,
             const ExCycle *cycle,
             GError       **error)
{
  g_autoptr (GPtrArray) problems = ex_cycle_problems (cycle);

  if (cycle->id == NULL || *cycle->id == '\0')
    ex_refuse (problems, "%s", _("A cycle needs an identifier."));
  if (problems->len == 0
      && (!check_name (database, cycle, problems, error) || !check_days (database, cycle, problems, error)
          || !check_tops (database, cycle, problems, error)))
    return FALSE;
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* @sql with the cycle as $1 and the top as $2, for every top of @tops that is not among @others. */
static gboolean
run_for_tops (ExDatabase         *database,
              const char         *sql,
              const char         *cycle_id,
              const char * const *tops,
              const char * const *others,
              GError            **error)
{
  for (guint i = 0; tops != NULL && tops[i] != NULL; i++)
    {
      g_autoptr (ExStatement) statement = NULL;

      if (others != NULL && g_strv_contains (others, tops[i]))
        continue;
      statement = ex_database_prepare (database, sql, error);
      if (statement == NULL)
        return FALSE;
      ex_statement_bind_text (statement, 1, cycle_id);
      ex_statement_bind_text (statement, 2, tops[i]);
      if (!ex_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_cycle (ExDatabase    *database,
             const ExCycle *before,
             const ExCycle *cycle,
             GError       **error)
{
  const char * const *old = before != NULL ? (const char * const *) before->tops : NULL;
  const char * const *tops = (const char * const *) cycle->tops;
  g_autoptr (ExStatement) statement = ex_database_prepare (database, before == NULL ? INSERT : UPDATE, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle->id);
  ex_statement_bind_text (statement, 2, cycle->name);
  ex_bind_day (statement, 3, cycle->first);
  ex_bind_day (statement, 4, cycle->last);
  ex_statement_bind_int (statement, 5, cycle->threshold_score);
  ex_statement_bind_int (statement, 6, cycle->stretch_score);
  ex_statement_bind_int (statement, 7, cycle->late_score);
  return ex_statement_run (statement, error)
         && run_for_tops (database, "DELETE FROM tops WHERE cycle_id = $1 AND leader_id = $2", cycle->id, old, tops, error)
         && run_for_tops (database, "INSERT INTO tops (cycle_id, leader_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", cycle->id, tops, old, error)
         && ex_cycle_write_plan (database, before, cycle, error);
}

static gboolean
same_tops (const ExCycle *a,
           const ExCycle *b)
{
  const char *none[] = { NULL };
  const char * const *of_a = a->tops != NULL ? (const char * const *) a->tops : none;
  const char * const *of_b = b->tops != NULL ? (const char * const *) b->tops : none;

  for (guint i = 0; of_a[i] != NULL; i++)
    if (!g_strv_contains (of_b, of_a[i]))
      return FALSE;
  for (guint i = 0; of_b[i] != NULL; i++)
    if (!g_strv_contains (of_a, of_b[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_cycle (const ExCycle *a,
            const ExCycle *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && a->first == b->first && a->last == b->last && a->threshold_score == b->threshold_score
         && a->stretch_score == b->stretch_score && a->late_score == b->late_score && same_tops (a, b) && ex_cycle_same_plan (a, b);
}

gboolean
ex_store_save_cycle (ExStore       *self,
                     const ExCycle *cycle,
                     GError       **error)
{
  g_autoptr (ExCycle) before = NULL;
  ExDatabase *database;

  g_return_val_if_fail (self != NULL && cycle != NULL, FALSE);

  database = self->db;
  if (!find_where (database, LIST " WHERE c.id = $1", cycle->id != NULL ? cycle->id : "", &before, error)
      || (before != NULL && !read_parts (database, before, error)))
    return FALSE;
  if (before != NULL && same_cycle (before, cycle))
    return TRUE;
  if (!ex_store_begin_about (self, before == NULL ? N_("New cycle") : N_("Edit a cycle"), cycle->name, error))
    return FALSE;
  if (!ex_store_accept_hr (self, error) || !check_cycle (database, cycle, error) || (before != NULL && !ex_review_locks_accept_cycle (database, before, cycle, error))
      || !write_cycle (database, before, cycle, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
