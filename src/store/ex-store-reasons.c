/* Why customers left, said later: one by one, or many from a file. */
#include "config.h"

#include "ex-store-asset.h"

#include "core/ex-lost.h"
#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-small-reviews.h"
#include "ex-store-marks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* What reasons are held against. */
typedef struct
{
  ExLedger      *ledger;
  ExLedgerMarks *marks;
  GHashTable    *numbers; /* name -> number + 1, of the customers that are asked for */
} Base;

static void
base_clear (Base *self)
{
  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->marks, ex_ledger_marks_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Base, base_clear)

/* --- finding the losses ------------------------------------------------------------------------------------------------------------- */

static gboolean
base_open (Base *self, ExStore *store, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  self->marks = ex_store_read_marks (store, error);
  if (self->marks == NULL)
    return FALSE;
  self->ledger = ex_store_open_ledger (store, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (self->ledger == NULL || ex_ledger_n_columns (self->ledger) == 0)
    return ex_store_refuse_because (error, "%s", _("There is no customer ledger yet; import the customers first."));
  return TRUE;
}

/* The names of half a million are gone through once. */
static void
find_numbers (Base *self, const GArray *reasons)
{
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < reasons->len; i++)
    g_hash_table_insert (self->numbers, (gpointer) g_array_index (reasons, ExGivenReason, i).customer, GUINT_TO_POINTER (0));
  for (guint i = 0; i < ex_ledger_n_customers (self->ledger); i++)
    {
      const char *name = ex_ledger_get_customer (self->ledger, i);
      gpointer key;

      if (g_hash_table_lookup_extended (self->numbers, name, &key, NULL))
        g_hash_table_replace (self->numbers, key, GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
refuse_unknown (const char *customer, GError **error)
{
  return ex_store_refuse_because (error, _("“%s” is not in the customer ledger."), customer);
}

static gboolean
accept_answer (const Base *self, const ExGivenReason *given, const ExLossQuery *query, GError **error)
{
  g_autofree char *period = given->period.grain != 0 ? ex_period_to_label (given->period, TRUE) : NULL;

  switch (query->answer)
    {
    case EX_LOSS_NO_ROWS:
      return refuse_unknown (given->customer, error);
    case EX_LOSS_NOT_YET:
      return ex_store_refuse_because (error, _("“%s” was not a customer yet in %s."), given->customer, period);
    case EX_LOSS_STILL_THERE:
      return ex_store_refuse_because (error, _("“%s” has not left, so there is no reason to give."), given->customer);
    case EX_LOSS_FOUND:
    default:
      return ex_marks_accept_open (self->marks, (ExPeriod) { ex_ledger_get_grain (self->ledger), query->loss }, error);
    }
}

/* (element-type ExLossQuery) of @reasons, each found and open to be given; NULL and @error. */
static GArray *
find_losses (Base *self, const GArray *reasons, GError **error)
{
  g_autoptr (GArray) queries = g_array_new (FALSE, TRUE, sizeof (ExLossQuery));

  find_numbers (self, reasons);
  for (guint i = 0; i < reasons->len; i++)
    {
      const ExGivenReason *given = &g_array_index (reasons, ExGivenReason, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, given->customer));
      ExLossQuery query = { .customer = number - 1, .period = given->period };

      if (number == 0)
        {
          refuse_unknown (given->customer, error);
          return NULL;
        }
      g_array_append_val (queries, query);
    }
  if (!ex_ledger_find_losses (self->ledger, self->marks, (ExLossQuery *) (gpointer) queries->data, queries->len, error))
    return NULL;
  for (guint i = 0; i < reasons->len; i++)
    if (!accept_answer (self, &g_array_index (reasons, ExGivenReason, i), &g_array_index (queries, ExLossQuery, i), error))
      return NULL;
  return g_steal_pointer (&queries);
}

/* --- writing ------------------------------------------------------------------------------------------------------------------------- */

#define FIND   "SELECT reason FROM given_reasons WHERE customer = $1 AND period = $2"
#define INSERT "INSERT INTO given_reasons (customer, period, reason, import) VALUES ($1, $2, $3, $4)"
#define UPDATE "UPDATE given_reasons SET reason = $3 WHERE customer = $1 AND period = $2"
#define DELETE "DELETE FROM given_reasons WHERE customer = $1 AND period = $2"

/* @reason: (nullable) with the statements that have it; @import: 0 by hand. */
static gboolean
run (ExDatabase *database, const char *sql, const char *customer, const char *period, const char *reason, gint64 import, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, customer);
  ex_statement_bind_text (statement, 2, period);
  if (reason != NULL)
    ex_statement_bind_text (statement, 3, reason);
  if (import != 0)
    ex_statement_bind_int (statement, 4, import);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

typedef enum { GIVEN_NEW, GIVEN_OTHER, GIVEN_SAME, GIVEN_FAILED } Given;

static Given
look_up (ExDatabase *database, const char *customer, const char *period, const char *reason, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, FIND, error);
  int found;

  if (row == NULL)
    return GIVEN_FAILED;
  ex_statement_bind_text (row, 1, customer);
  ex_statement_bind_text (row, 2, period);
  found = ex_row_find (row, error);
  if (found <= 0)
    return found == 0 ? GIVEN_NEW : GIVEN_FAILED;
  return g_strcmp0 (ex_statement_text (row, 0), reason) == 0 ? GIVEN_SAME : GIVEN_OTHER;
}

/* GIVEN_FAILED with @error; else what it was. */
static Given
write_reason (ExDatabase *database, const char *customer, ExPeriod kept_in, const char *reason, gint64 import, GError **error)
{
  g_autofree char *period = ex_period_to_string (kept_in);
  Given given = look_up (database, customer, period, reason, error);
  gboolean good = given != GIVEN_FAILED;

  if (given == GIVEN_NEW)
    good = run (database, INSERT, customer, period, reason, import, error);
  else if (given == GIVEN_OTHER)
    good = run (database, UPDATE, customer, period, reason, 0, error);
  return good ? given : GIVEN_FAILED;
}

/* --- one -------------------------------------------------------------------------------------------------------------------------------- */

static gboolean
take_back (ExDatabase *database, const char *customer, ExPeriod kept_in, GError **error)
{
  g_autofree char *period = ex_period_to_string (kept_in);
  Given given = look_up (database, customer, period, "", error);

  if (given == GIVEN_NEW)
    return ex_store_refuse_because (error, _("No reason was given for “%s” that could be taken back."), customer);
  return given != GIVEN_FAILED && run (database, DELETE, customer, period, NULL, 0, error);
}

static gboolean
give_reason (ExStore *self, const ExGivenReason *given, GError **error)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof *given);
  g_autoptr (GArray) queries = NULL;
  g_auto (Base) base = { NULL, NULL, NULL };
  ExPeriod kept_in;

  g_array_append_vals (one, given, 1);
  if (!ex_store_accept_hr (self, error) || !base_open (&base, self, NULL, error))
    return FALSE;
  queries = find_losses (&base, one, error);
  if (queries == NULL)
    return FALSE;
  kept_in = (ExPeriod) { ex_ledger_get_grain (base.ledger), g_array_index (queries, ExLossQuery, 0).last };
  if (*given->reason == '\0')
    return take_back (self->db, given->customer, kept_in, error);
  return write_reason (self->db, given->customer, kept_in, given->reason, 0, error) != GIVEN_FAILED;
}

gboolean
ex_store_give_reason (ExStore *self, const char *customer, const ExPeriod *period, const char *reason, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  ExGivenReason given = { customer, { 0, 0 }, words };

  g_return_val_if_fail (self != NULL && customer != NULL, FALSE);

  if (period != NULL)
    given.period = *period;
  if (!ex_store_begin_about (self, *words != '\0' ? N_("Give a lost reason") : N_("Take a lost reason back"), customer, error))
    return FALSE;
  if (!give_reason (self, &given, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- many ------------------------------------------------------------------------------------------------------------------------------- */

/* The same loss twice in a file: with the same words it counts once, with others it is refused. */
static gboolean
is_repeated (GHashTable *seen, const ExLossQuery *query, const ExGivenReason *given, gboolean *repeated, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%u %d", query->customer, query->last);
  const char *before = g_hash_table_lookup (seen, key);

  *repeated = before != NULL;
  if (before == NULL)
    g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer) given->reason);
  else if (g_strcmp0 (before, given->reason) != 0)
    return ex_store_refuse_because (error, _("“%s” has two reasons for the same loss: “%s” and “%s”."), given->customer, before, given->reason);
  return TRUE;
}

static void
count (ExImportRun *run_of, Given given)
{
  if (given == GIVEN_NEW)
    {
      run_of->counts.added++;
      run_of->rows++;
    }
  else if (given == GIVEN_OTHER)
    run_of->counts.changed++;
  else
    run_of->counts.unchanged++;
}

static gboolean
write_all (ExImportRun *run_of, const GArray *reasons, const GArray *queries, ExGrain grain, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      const ExGivenReason *given = &g_array_index (reasons, ExGivenReason, i);
      const ExLossQuery *query = &g_array_index (queries, ExLossQuery, i);
      Given result = GIVEN_SAME;
      gboolean repeated;

      if (!ex_import_run_step (run_of, i, reasons->len, error) || !is_repeated (seen, query, given, &repeated, error))
        return FALSE;
      if (!repeated)
        result = write_reason (run_of->store->db, given->customer, (ExPeriod) { grain, query->last }, given->reason, run_of->number, error);
      if (result == GIVEN_FAILED)
        return FALSE;
      count (run_of, result);
    }
  return TRUE;
}

static gboolean
fill_cb (ExImportRun *run_of, gpointer data, GError **error)
{
  g_auto (Base) base = { NULL, NULL, NULL };
  g_autoptr (GArray) queries = NULL;

  if (!ex_store_accept_hr (run_of->store, error) || !base_open (&base, run_of->store, run_of->info->cancellable, error))
    return FALSE;
  queries = find_losses (&base, data, error);
  return queries != NULL && write_all (run_of, data, queries, ex_ledger_get_grain (base.ledger), error);
}

gboolean
ex_store_import_reasons (ExStore *self, GArray *reasons, const ExImportInfo *info, ExImportCounts *counts, GError **error)
{
  g_return_val_if_fail (self != NULL && reasons != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import lost reasons"), "given_reasons", info, fill_cb, reasons, counts, error);
}
