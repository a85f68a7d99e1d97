/* How far the ledger is complete, where it has no data, and what a customer is worth. */
#include "config.h"

#include "ex-store-marks.h"

#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-small-reviews.h"
#include "ex-store-asset.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* --- reading -------------------------------------------------------------------------------------------------------------------- */

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  ExDay first = ex_period_first_day (*(const ExPeriod *) a), second = ex_period_first_day (*(const ExPeriod *) b);

  return (first > second) - (first < second);
}

/* (element-type ExPeriod) rising. What another program wrote and nobody can read is left out. */
static GArray *
read_periods (ExDatabase *database, const char *sql, GError **error)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (ExPeriod));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, sql, error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    {
      ExPeriod period;

      if (ex_period_parse (ex_statement_text (rows, 0), &period))
        g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_periods);
  return ex_rows_ended (failure, error) ? g_steal_pointer (&periods) : NULL;
}

GArray *
ex_final_periods_read (ExDatabase *database, GError **error)
{
  return read_periods (database, "SELECT period FROM final_periods", error);
}

static gboolean
read_complete_to (ExDatabase *database, ExDay *day, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT complete_to FROM asset_terms", error);
  int found = row != NULL ? ex_row_find (row, error) : -1;

  *day = found == 1 ? ex_column_day (row, 0) : EX_DAY_NONE;
  return found >= 0;
}

ExLedgerMarks *
ex_store_read_marks (ExStore *self, GError **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
  GArray *periods;

  g_return_val_if_fail (self != NULL, NULL);

  if (!read_complete_to (self->db, &marks->complete_to, error))
    return NULL;
  periods = read_periods (self->db, "SELECT period FROM no_data_periods", error);
  if (periods == NULL)
    return NULL;
  g_array_unref (marks->no_data);
  marks->no_data = periods;
  periods = ex_final_periods_read (self->db, error);
  if (periods == NULL)
    return NULL;
  g_array_unref (marks->final);
  marks->final = periods;
  return g_steal_pointer (&marks);
}

static gboolean
overlap (ExPeriod a, ExPeriod b)
{
  return ex_period_first_day (a) <= ex_period_last_day (b) && ex_period_last_day (a) >= ex_period_first_day (b);
}

gboolean
ex_marks_accept_open (const ExLedgerMarks *self, ExPeriod period, GError **error)
{
  for (guint i = 0; i < self->final->len; i++)
    {
      ExPeriod final = g_array_index (self->final, ExPeriod, i);

      if (overlap (final, period))
        {
          g_autofree char *label = ex_period_to_label (final, TRUE);

          return ex_store_refuse_because (error, _("%s is final: its customer figures do not change."), label);
        }
    }
  return TRUE;
}

/* --- what is said of the whole ---------------------------------------------------------------------------------------------------- */

static gboolean
run (ExDatabase *database, const char *sql, const gint64 *numbers, guint n, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    ex_bind_int_unless (statement, (int) i + 1, numbers[i], -1);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* The one row is there from the first thing that is said. */
static gboolean
make_terms (ExDatabase *database, GError **error)
{
  return run (database, "INSERT INTO asset_terms (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM asset_terms)", NULL, 0, error);
}

static gboolean
write_complete_to (ExStore *self, ExDay day, GError **error)
{
  g_autofree char *text = day != EX_DAY_NONE ? ex_day_to_iso (day) : NULL;
  GError *failure = NULL;

  return make_terms (self->db, error)
         && (ex_run_with_text (self->db, "UPDATE asset_terms SET complete_to = $1", text, &failure) || ex_store_explain_trigger (failure, error));
}

/* What is final is complete. */
static gboolean
accept_complete_to (ExStore *self, ExDay day, GError **error)
{
  g_autoptr (GArray) final = ex_final_periods_read (self->db, error);

  for (guint i = 0; final != NULL && day != EX_DAY_NONE && i < final->len; i++)
    {
      ExPeriod period = g_array_index (final, ExPeriod, i);

      if (ex_period_last_day (period) > day)
        {
          g_autofree char *label = ex_period_to_label (period, TRUE);
          g_autofree char *words = ex_format_day (day);

          return ex_store_refuse_because (error, _("%s is final, so the customer figures are complete beyond %s; open that period first."), label, words);
        }
    }
  return final != NULL;
}

gboolean
ex_store_set_complete_to (ExStore *self, ExDay day, GError **error)
{
  g_autofree char *words = day != EX_DAY_NONE ? ex_day_to_iso (day) : NULL;
  ExDay before;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!read_complete_to (self->db, &before, error))
    return FALSE;
  if (before == day)
    return TRUE;
  if (!ex_store_begin_about (self, N_("Say how far the customer figures are complete"), words, error))
    return FALSE;
  if (!ex_store_accept_hr (self, error) || !accept_complete_to (self, day, error) || !write_complete_to (self, day, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
accept_share (int share, const char *words, GError **error)
{
  if (share >= -1 && share <= 10000)
    return TRUE;
  return ex_store_refuse_because (error, "%s", words);
}

gboolean
ex_store_set_lifetime_terms (ExStore *self, int margin, int discount, GError **error)
{
  const gint64 numbers[] = { margin, discount };

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ex_store_begin (self, N_("Say what a customer is worth"), error))
    return FALSE;
  if (!ex_store_accept_hr (self, error)
      /* xgettext:no-c-format */
      || !accept_share (margin, _("The margin is between 0 % and 100 %."), error)
      /* xgettext:no-c-format */
      || !accept_share (discount, _("The discount rate a period is between 0 % and 100 %."), error)
      || !make_terms (self->db, error) || !run (self->db, "UPDATE asset_terms SET margin = $1, discount = $2", numbers, G_N_ELEMENTS (numbers), error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- periods without data ----------------------------------------------------------------------------------------------------------- */

static gboolean
write_period (ExDatabase *database, const char *sql, ExPeriod period, GError **error)
{
  g_autofree char *text = ex_period_to_string (period);
  GError *failure = NULL;

  return ex_run_with_text (database, sql, text, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
has_rows (const ExLedger *ledger, int index)
{
  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    if (ex_ledger_get_period (ledger, i).index == index)
      return TRUE;
  return FALSE;
}

static gboolean
accept_no_data (const ExLedger *ledger, ExPeriod period, GError **error)
{
  g_autofree char *label = ex_period_to_label (period, TRUE);
  guint n = ex_ledger_n_columns (ledger);

  if (has_rows (ledger, period.index))
    return ex_store_refuse_because (error, _("%s has rows in the customer ledger, so there is data for it."), label);
  if (period.index < ex_ledger_get_period (ledger, 0).index || period.index > ex_ledger_get_period (ledger, n - 1).index)
    return ex_store_refuse_because (error, _("%s is outside of the customer ledger; only a period between two with rows can be without data."), label);
  return TRUE;
}

/* Every period of the ledger's own length in it, so that rows for one of them leave the others as they are. */
static gboolean
add_no_data (ExStore *self, ExPeriod period, const ExLedgerMarks *marks, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ExLedger) ledger = ex_store_open_ledger (self, NULL, &failure);
  g_autofree char *label = ex_period_to_label (period, TRUE);
  ExGrain grain;
  int last;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (ledger == NULL || ex_ledger_n_columns (ledger) == 0)
    return ex_store_refuse_because (error, "%s", _("There is no customer ledger yet; import the customers first."));
  grain = ex_ledger_get_grain (ledger);
  if (period.grain < grain)
    return ex_store_refuse_because (error, _("%s is shorter than the periods that the customer figures are kept in (%s)."), label, ex_grain_nick (grain));
  last = ex_period_of_day (grain, ex_period_last_day (period)).index;
  for (int index = ex_period_of_day (grain, ex_period_first_day (period)).index; index <= last; index++)
    {
      ExPeriod one = { grain, index };

      if (!accept_no_data (ledger, one, error)
          || (!ex_ledger_marks_is_no_data (marks, one) && !write_period (self->db, "INSERT INTO no_data_periods (period) VALUES ($1)", one, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_no_data (ExStore *self, ExPeriod period, const ExLedgerMarks *marks, GError **error)
{
  g_autofree char *label = ex_period_to_label (period, TRUE);
  gboolean any = FALSE;

  for (guint i = 0; i < marks->no_data->len; i++)
    {
      ExPeriod one = g_array_index (marks->no_data, ExPeriod, i);

      if (!overlap (one, period))
        continue;
      any = TRUE;
      if (!write_period (self->db, "DELETE FROM no_data_periods WHERE period = $1", one, error))
        return FALSE;
    }
  return any || ex_store_refuse_because (error, _("%s is not marked as without data."), label);
}

gboolean
ex_store_set_no_data (ExStore *self, ExPeriod period, gboolean no_data, GError **error)
{
  g_autofree char *text = ex_period_to_string (period);
  g_autoptr (ExLedgerMarks) marks = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ex_store_begin_about (self, no_data ? N_("Mark a period as without data") : N_("Take a no-data mark away"), text, error))
    return FALSE;
  marks = ex_store_read_marks (self, error);
  if (marks == NULL || !ex_store_accept_hr (self, error) || !ex_marks_accept_open (marks, period, error)
      || !(no_data ? add_no_data (self, period, marks, error) : remove_no_data (self, period, marks, error)))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

static gboolean
is_among (ExPeriod mark, ExGrain grain, const int *periods, guint n)
{
  for (guint i = 0; i < n; i++)
    if (overlap (mark, (ExPeriod) { grain, periods[i] }))
      return TRUE;
  return FALSE;
}

gboolean
ex_marks_make_room (ExStore *self, ExGrain grain, const int *periods, guint n, GPtrArray *notes, GError **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (self, error);

  for (guint i = 0; marks != NULL && i < marks->no_data->len; i++)
    {
      ExPeriod mark = g_array_index (marks->no_data, ExPeriod, i);
      g_autofree char *label = ex_period_to_label (mark, TRUE);

      if (!is_among (mark, grain, periods, n))
        continue;
      if (!write_period (self->db, "DELETE FROM no_data_periods WHERE period = $1", mark, error))
        return FALSE;
      if (notes != NULL)
        g_ptr_array_add (notes, g_strdup_printf (_("%s has rows now, so it is not without data any more; its mark is taken away."), label));
    }
  return marks != NULL;
}
