#include "config.h"

#include "core/ex-error.h"
#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-ledger-rows.h"
#include "ex-sql.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

/* What the rules say, in the store's domain. */
static void
take_rule_error (GError  *failure,
                 GError **error)
{
  if (failure->domain == EX_ERROR)
    {
      g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, failure->message);
      g_error_free (failure);
    }
  else
    g_propagate_error (error, failure);
}

/* FALSE only on @error; *@ledger stays NULL when the company has none. */
static gboolean
read_merged (ExDatabase *database,
             ExLedger  **ledger,
             GError    **error)
{
  g_autoptr (GArray) layers = ex_layers_read (database, error);
  g_autoptr (ExLedger) merged = NULL;

  if (layers == NULL)
    return FALSE;
  for (guint i = 0; i < layers->len; i++)
    {
      ExLayer *layer = &g_array_index (layers, ExLayer, i);
      GError *failure = NULL;
      ExLedger *next;

      next = merged == NULL ? ex_ledger_ref (layer->ledger) : ex_ledger_merge (merged, layer->ledger, layer->adds, NULL, &failure);
      if (next == NULL)
        {
          take_rule_error (failure, error);
          return FALSE;
        }
      g_clear_pointer (&merged, ex_ledger_unref);
      merged = next;
    }
  *ledger = g_steal_pointer (&merged);
  return TRUE;
}

ExLedger *
ex_store_read_ledger (ExStore *self,
                      GError **error)
{
  ExLedger *ledger = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  read_merged (self->db, &ledger, error);
  ex_store_end_read (self);
  return ledger;
}

gint64
ex_store_get_ledger_version (ExStore *self)
{
  g_autoptr (ExStatement) row = NULL;

  g_return_val_if_fail (self != NULL, 0);

  row = ex_sql_prepare (self->db, "ledger-version", NULL);
  return row != NULL && ex_row_find (row, NULL) == 1 ? ex_statement_int (row, 0) : 0;
}

static const char *
words_of_kind (const ExLedger *ledger)
{
  gboolean recurring = ex_ledger_get_kind (ledger) == EX_LEDGER_RECURRING;

  switch (ex_ledger_get_grain (ledger))
    {
    case EX_GRAIN_MONTH:
      return recurring ? _("recurring values by month") : _("transactions by month");
    case EX_GRAIN_QUARTER:
      return recurring ? _("recurring values by quarter") : _("transactions by quarter");
    case EX_GRAIN_YEAR:
    default:
      return recurring ? _("recurring values by year") : _("transactions by year");
    }
}

static gboolean
check_kind (const ExLedger *base,
            const ExLedger *layer,
            GError        **error)
{
  if (base == NULL || (ex_ledger_get_kind (base) == ex_ledger_get_kind (layer) && ex_ledger_get_grain (base) == ex_ledger_get_grain (layer)))
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED,
               /* Translators: "recurring values by month" */
               _("The company’s ledger has %s, but this was read as %s; read it in the same way as the first import."), words_of_kind (base),
               words_of_kind (layer));
  return FALSE;
}

static char *
words_of_day (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);

  if (time == NULL)
    return g_strdup ("");
  return ex_format_day (ex_day_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
}

/* The same file added twice would count its customers twice. */
static gboolean
check_not_added (ExDatabase         *database,
                 const ExImportInfo *info,
                 GError            **error)
{
  g_autoptr (ExStatement) row = ex_sql_prepare (database, "ledger-same-file", error);
  g_autofree char *day = NULL;
  g_autofree char *number = NULL;
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, info->digest);
  found = ex_row_find (row, error);
  if (found <= 0)
    return found == 0;
  day = words_of_day (ex_statement_int (row, 1));
  number = ex_format_integer (ex_statement_int (row, 0));
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED,
               _("The content of “%s” was already added on %s as import %s; added again it would count twice."), info->file_name, day, number);
  return FALSE;
}

static double
total_of (const ExLedger *ledger)
{
  double total = 0;

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);

      for (guint k = 0; k < column->n; k++)
        total += (double) column->value[k];
    }
  return total;
}

static gboolean
count_rows (ExImportRun   *run,
            const ExLayer *layer,
            ExLedger      *base,
            GError       **error)
{
  ExLedgerMerge counts = { 0 };
  GError *failure = NULL;
  g_autoptr (ExLedger) merged = ex_ledger_merge (base, layer->ledger, layer->adds, &counts, &failure);

  if (merged == NULL)
    {
      take_rule_error (failure, error);
      return FALSE;
    }
  run->counts.added = counts.added;
  run->counts.changed = counts.changed;
  run->counts.unchanged = counts.unchanged;
  return TRUE;
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  ExLayer *layer = data;
  g_autoptr (ExLedger) base = NULL;

  if (!read_merged (run->store->db, &base, error) || !check_kind (base, layer->ledger, error)
      || (layer->adds && !check_not_added (run->store->db, run->info, error)) || !count_rows (run, layer, base, error)
      || !ex_import_info_step (run->info, 0.5, error))
    return FALSE;
  if (run->counts.added + run->counts.changed == 0)
    return TRUE;
  layer->import = run->number;
  run->rows = ex_ledger_n_cells (layer->ledger);
  run->total = total_of (layer->ledger);
  return ex_layer_insert (run->store->db, layer, error);
}

gboolean
ex_store_import_ledger (ExStore            *self,
                        ExLedger           *layer,
                        gboolean            add,
                        const ExImportInfo *info,
                        ExImportCounts     *counts,
                        GError            **error)
{
  ExLayer data = { .adds = add, .ledger = layer };

  g_return_val_if_fail (self != NULL && layer != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import customers"), "ledger", info, fill_cb, &data, counts, error);
}
