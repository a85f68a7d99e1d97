#include "config.h"

#include "ex-store-movements.h"

#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-small-reviews.h"
#include "ex-sql.h"
#include "ex-store-asset.h"
#include "ex-store-marks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* The movements that a company enters, in the order of the table's columns. Steady customers and moves between segments are not
 * among them: they are 0 in what is read. */
static const gsize offsets[] = {
  G_STRUCT_OFFSET (ExMovement, opening),    G_STRUCT_OFFSET (ExMovement, fresh),      G_STRUCT_OFFSET (ExMovement, won_back),
  G_STRUCT_OFFSET (ExMovement, expanded),   G_STRUCT_OFFSET (ExMovement, contracted), G_STRUCT_OFFSET (ExMovement, lost),
  G_STRUCT_OFFSET (ExMovement, closing),
};
#define N_COUNTS ((int) G_N_ELEMENTS (offsets))

static ExCount *
count_of (ExMovement *movement,
          int         i)
{
  return &G_STRUCT_MEMBER (ExCount, movement, offsets[i]);
}

static ExEnteredMovement
movement_from_row (ExStatement *row)
{
  ExEnteredMovement entered = { 0 };

  if (!ex_period_parse (ex_statement_text (row, 0), &entered.period))
    entered.period.grain = EX_GRAIN_MONTH;
  for (int i = 0; i < N_COUNTS; i++)
    {
      count_of (&entered.movement, i)->customers = ex_statement_int (row, 1 + i);
      count_of (&entered.movement, i)->value = ex_statement_int (row, 1 + N_COUNTS + i);
    }
  return entered;
}

GArray *
ex_store_list_movements (ExStore *self,
                         GError **error)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  rows = ex_sql_prepare (self->db, "movements", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    {
      ExEnteredMovement entered = movement_from_row (rows);

      g_array_append_val (movements, entered);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&movements) : NULL;
}

static gboolean
same_period (ExPeriod a,
             ExPeriod b)
{
  return a.grain == b.grain && a.index == b.index;
}

static gboolean
same_movement (ExMovement a,
               ExMovement b)
{
  for (int i = 0; i < N_COUNTS; i++)
    if (count_of (&a, i)->customers != count_of (&b, i)->customers || count_of (&a, i)->value != count_of (&b, i)->value)
      return FALSE;
  return TRUE;
}

static const ExEnteredMovement *
find_period (const GArray *movements,
             ExPeriod      period)
{
  for (guint i = 0; i < movements->len; i++)
    if (same_period (g_array_index (movements, ExEnteredMovement, i).period, period))
      return &g_array_index (movements, ExEnteredMovement, i);
  return NULL;
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const ExEnteredMovement *first = a, *second = b;

  return (first->period.index > second->period.index) - (first->period.index < second->period.index);
}

/* (transfer full) As they would stand: @movements over @standing. */
static GArray *
look_ahead (const GArray *movements,
            const GArray *standing)
{
  GArray *after = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));

  g_array_append_vals (after, movements->data, movements->len);
  for (guint i = 0; i < standing->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (standing, ExEnteredMovement, i);

      if (find_period (movements, entered->period) == NULL)
        g_array_append_vals (after, entered, 1);
    }
  g_array_sort (after, compare_periods);
  return after;
}

static void
check_one (const ExEnteredMovement *entered,
           const ExEnteredMovement *before,
           int                      exponent,
           GPtrArray               *problems)
{
  g_autofree char *period = ex_period_to_string (entered->period);
  g_autoptr (GPtrArray) own = NULL;

  if (before != NULL && before->period.grain != entered->period.grain)
    ex_refuse (problems, _("%s is not of the same length as the periods entered before; enter months, quarters or years, not a mixture."), period);
  else if (before != NULL && before->period.index == entered->period.index)
    ex_refuse (problems, _("%s is there twice."), period);
  if (problems->len > 0)
    return;
  own = ex_movement_problems (&entered->movement, before != NULL && before->period.index == entered->period.index - 1 ? &before->movement : NULL,
                              exponent);
  for (guint i = 0; i < own->len; i++)
    ex_refuse (problems, "%s: %s", period, (const char *) g_ptr_array_index (own, i));
}

static gboolean
check_movements (ExStore      *store,
                 const GArray *movements,
                 const GArray *standing,
                 GError      **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) after = look_ahead (movements, standing);

  for (guint i = 0; i < after->len; i++)
    check_one (&g_array_index (after, ExEnteredMovement, i), i > 0 ? &g_array_index (after, ExEnteredMovement, i - 1) : NULL,
               store->info->exponent, problems);
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* @is_new: a row more, which is of @import (0: by hand). */
static gboolean
write_movement (ExDatabase              *database,
                const ExEnteredMovement *entered,
                gboolean                 is_new,
                gint64                   import,
                GError                 **error)
{
  g_autoptr (ExStatement) statement = ex_sql_prepare (database, is_new ? "movement-insert" : "movement-update", error);
  g_autofree char *period = ex_period_to_string (entered->period);
  ExMovement movement = entered->movement;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, period);
  for (int i = 0; i < N_COUNTS; i++)
    {
      ex_statement_bind_int (statement, 2 + i, count_of (&movement, i)->customers);
      ex_statement_bind_int (statement, 2 + N_COUNTS + i, count_of (&movement, i)->value);
    }
  if (import != 0)
    ex_statement_bind_int (statement, 2 + 2 * N_COUNTS, import);
  return ex_statement_run (statement, error);
}

static gboolean
import_movement (ExImportRun             *run,
                 const ExEnteredMovement *entered,
                 const ExEnteredMovement *before,
                 GError                 **error)
{
  if (before == NULL)
    {
      run->counts.added++;
      run->rows++;
      run->total += (double) entered->movement.closing.value;
      return write_movement (run->store->db, entered, TRUE, run->number, error);
    }
  if (same_movement (before->movement, entered->movement))
    {
      run->counts.unchanged++;
      return TRUE;
    }
  run->counts.changed++;
  return write_movement (run->store->db, entered, FALSE, 0, error);
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  g_autoptr (GArray) standing = ex_store_list_movements (run->store, error);
  GArray *movements = data;

  if (standing == NULL || !check_movements (run->store, movements, standing, error))
    return FALSE;
  for (guint i = 0; i < movements->len; i++)
    {
      const ExEnteredMovement *entered = &g_array_index (movements, ExEnteredMovement, i);

      if (!ex_import_run_step (run, i, movements->len, error)
          || !import_movement (run, entered, find_period (standing, entered->period), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_store_import_movements (ExStore            *self,
                           GArray             *movements,
                           const ExImportInfo *info,
                           ExImportCounts     *counts,
                           GError            **error)
{
  g_return_val_if_fail (self != NULL && movements != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import movements"), "movements", info, fill_cb, movements, counts, error);
}

/* --- by hand ------------------------------------------------------------------------------------------------------------------------ */

gboolean
ex_movements_are_whole (ExStore *self,
                        GError **error)
{
  g_autoptr (GArray) standing = ex_store_list_movements (self, error);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));

  return standing != NULL && check_movements (self, standing, none, error);
}

/* Who enters them, and that they may be. */
static gboolean
accept_entering (ExStore *self,
                 ExPeriod period,
                 GError **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (self, error);
  g_autoptr (ExStatement) row = NULL;
  int found;

  if (marks == NULL || !ex_store_accept_hr (self, error) || !ex_marks_accept_open (marks, period, error))
    return FALSE;
  row = ex_database_prepare (self->db, "SELECT 1 FROM ledger_layers l JOIN imports i ON i.number = l.import WHERE i.undone = 0 LIMIT 1", error);
  found = row != NULL ? ex_row_find (row, error) : -1;
  if (found > 0)
    ex_store_refuse_because (error, "%s", _("The company has a customer ledger; its movements are computed from it and not entered."));
  return found == 0;
}

static gboolean
save_movement (ExStore                 *self,
               const ExEnteredMovement *entered,
               const GArray            *standing,
               GError                 **error)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof *entered);
  GError *failure = NULL;

  g_array_append_vals (one, entered, 1);
  if (!accept_entering (self, entered->period, error) || !check_movements (self, one, standing, error))
    return FALSE;
  return write_movement (self->db, entered, find_period (standing, entered->period) == NULL, 0, &failure)
         || ex_store_explain_trigger (failure, error);
}

gboolean
ex_store_save_movement (ExStore                 *self,
                        const ExEnteredMovement *movement,
                        GError                 **error)
{
  g_autoptr (GArray) standing = NULL;
  g_autofree char *period = NULL;
  const ExEnteredMovement *before;

  g_return_val_if_fail (self != NULL && movement != NULL, FALSE);

  standing = ex_store_list_movements (self, error);
  if (standing == NULL)
    return FALSE;
  before = find_period (standing, movement->period);
  if (before != NULL && same_movement (before->movement, movement->movement))
    return TRUE;
  period = ex_period_to_string (movement->period);
  if (!ex_store_begin_about (self, before == NULL ? N_("Enter movements") : N_("Change movements"), period, error))
    return FALSE;
  g_array_unref (standing);
  standing = ex_store_list_movements (self, error); /* again: nobody else writes from here on */
  if (standing == NULL || !save_movement (self, movement, standing, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
remove_movement (ExStore    *self,
                 ExPeriod    period,
                 const char *text,
                 GError    **error)
{
  g_autoptr (GArray) standing = ex_store_list_movements (self, error);
  g_autofree char *label = ex_period_to_label (period, TRUE);
  const ExEnteredMovement *found;
  GError *failure = NULL;

  if (standing == NULL || !accept_entering (self, period, error))
    return FALSE;
  found = find_period (standing, period);
  if (found == NULL)
    return ex_store_refuse_because (error, _("No movements are entered for %s."), label);
  if (found != &g_array_index (standing, ExEnteredMovement, 0) && found != &g_array_index (standing, ExEnteredMovement, standing->len - 1))
    return ex_store_refuse_because (error, _("%s stands between other periods; only the first or the last one can be removed."), label);
  return ex_run_with_text (self->db, "DELETE FROM movements WHERE period = $1", text, &failure) || ex_store_explain_trigger (failure, error);
}

gboolean
ex_store_remove_movement (ExStore *self,
                          ExPeriod period,
                          GError **error)
{
  g_autofree char *text = ex_period_to_string (period);

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ex_store_begin_about (self, N_("Remove movements"), text, error))
    return FALSE;
  if (!remove_movement (self, period, text, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
