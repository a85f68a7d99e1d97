/* How a cycle is run: its row of cycle_plans and its words of scale_words. There are none where everything is as by itself, so that a
 * cycle of before these tables and a new one look the same. */
#include "config.h"

#include "ex-column.h"
#include "ex-store-tables.h"

#include <string.h>

#define MIN_OBJECTIVES 3 /* as the table's default, and ex_cycle_new() */

/* --- the plan ------------------------------------------------------------------------------------------------------------- */

void
ex_cycle_plan_from_row (ExCycle     *cycle,
                        ExStatement *row,
                        int          first)
{
  for (int i = 0; i < EX_N_OPEN_PHASES; i++)
    cycle->until[i] = ex_column_day (row, first + i);
  cycle->min_objectives = (int) ex_column_int_or (row, first + EX_N_OPEN_PHASES, MIN_OBJECTIVES);
  g_free (cycle->board);
  cycle->board = ex_column_dup_text (row, first + EX_N_OPEN_PHASES + 1);
}

static const char *
board_of (const ExCycle *cycle)
{
  return cycle->board != NULL ? cycle->board : "";
}

static gboolean
needs_row (const ExCycle *cycle)
{
  for (int i = 0; i < EX_N_OPEN_PHASES; i++)
    if (cycle->until[i] != EX_DAY_NONE)
      return TRUE;
  return cycle->min_objectives != MIN_OBJECTIVES || *board_of (cycle) != '\0';
}

static gboolean
same_plan (const ExCycle *a,
           const ExCycle *b)
{
  return memcmp (a->until, b->until, sizeof a->until) == 0 && a->min_objectives == b->min_objectives && strcmp (board_of (a), board_of (b)) == 0;
}

static gboolean
write_row (ExDatabase    *database,
           const char    *sql,
           const ExCycle *cycle,
           GError       **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle->id);
  for (int i = 0; i < EX_N_OPEN_PHASES; i++)
    ex_bind_day (statement, 2 + i, cycle->until[i]);
  ex_statement_bind_int (statement, 7, cycle->min_objectives);
  ex_bind_optional (statement, 8, cycle->board);
  return ex_statement_run (statement, error);
}

static gboolean
write_plan (ExDatabase    *database,
            const ExCycle *before,
            const ExCycle *cycle,
            GError       **error)
{
  gboolean had = before != NULL && needs_row (before);

  if (had && same_plan (before, cycle))
    return TRUE;
  if (!needs_row (cycle))
    return !had || ex_run_with_text (database, "DELETE FROM cycle_plans WHERE cycle_id = $1", cycle->id, error);
  return write_row (database,
                    had ? "UPDATE cycle_plans SET plan_until = $2, run_until = $3, assess_until = $4, calibrate_until = $5, sign_until = $6,"
                          " min_objectives = $7, board = $8 WHERE cycle_id = $1"
                        : "INSERT INTO cycle_plans (cycle_id, plan_until, run_until, assess_until, calibrate_until, sign_until, min_objectives, board)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    cycle, error);
}

/* --- the scale ------------------------------------------------------------------------------------------------------------ */

gboolean
ex_cycle_read_scale (ExDatabase *database,
                     ExCycle    *cycle,
                     GError    **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database, "SELECT words FROM scale_words WHERE cycle_id = $1 ORDER BY rating", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, cycle->id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (words, ex_column_dup_text (rows, 0));
  if (!ex_rows_ended (failure, error))
    return FALSE;
  g_clear_pointer (&cycle->scale, g_strfreev);
  if (words->len == 0)
    return TRUE;
  g_ptr_array_add (words, NULL);
  cycle->scale = (char **) g_ptr_array_steal (words, NULL);
  return TRUE;
}

static guint
n_words (const ExCycle *cycle)
{
  return cycle != NULL && cycle->scale != NULL ? g_strv_length (cycle->scale) : 0;
}

static gboolean
write_word (ExDatabase    *database,
            const char    *sql,
            const ExCycle *cycle,
            guint          rating,
            GError       **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle->id);
  ex_statement_bind_int (statement, 2, rating);
  if (rating <= n_words (cycle))
    ex_statement_bind_text (statement, 3, cycle->scale[rating - 1]);
  return ex_statement_run (statement, error);
}

/* From the highest down and from the lowest up, so that there is never a gap. */
static gboolean
write_scale (ExDatabase    *database,
             const ExCycle *before,
             const ExCycle *cycle,
             GError       **error)
{
  guint old = n_words (before), new = n_words (cycle);

  for (guint rating = old; rating > new; rating--)
    if (!write_word (database, "DELETE FROM scale_words WHERE cycle_id = $1 AND rating = $2", cycle, rating, error))
      return FALSE;
  for (guint rating = 1; rating <= new; rating++)
    {
      const char *sql = "UPDATE scale_words SET words = $3 WHERE cycle_id = $1 AND rating = $2";

      if (rating > old)
        sql = "INSERT INTO scale_words (cycle_id, rating, words) VALUES ($1, $2, $3)";
      else if (strcmp (before->scale[rating - 1], cycle->scale[rating - 1]) == 0)
        continue;
      if (!write_word (database, sql, cycle, rating, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_scale (const ExCycle *a,
            const ExCycle *b)
{
  if (n_words (a) != n_words (b))
    return FALSE;
  return n_words (a) == 0 || g_strv_equal ((const char * const *) a->scale, (const char * const *) b->scale);
}

/* --- both ------------------------------------------------------------------------------------------------------------------- */

gboolean
ex_cycle_same_plan (const ExCycle *a,
                    const ExCycle *b)
{
  return same_plan (a, b) && same_scale (a, b);
}

gboolean
ex_cycle_same_scale (const ExCycle *a,
                     const ExCycle *b)
{
  return same_scale (a, b);
}

gboolean
ex_cycle_write_plan (ExDatabase    *database,
                     const ExCycle *before,
                     const ExCycle *cycle,
                     GError       **error)
{
  return write_plan (database, before, cycle, error) && write_scale (database, before, cycle, error);
}
