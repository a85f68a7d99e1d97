#include "config.h"

#include "core/ex-format.h"
#include "core/ex-ledger-check.h"
#include "ex-column.h"
#include "ex-import-run.h"
#include "ex-layer-over.h"
#include "ex-ledger-open.h"
#include "ex-sql.h"
#include "ex-store-asset.h"
#include "ex-store-marks.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

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

/* --- importing ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExLedger *layer; /* as the file has it */
  ExOver    over;
} Import;

/* What the company knew of its customers, and what the layer changes of it. *@first: nothing was known. */
static gboolean
compare (ExImportRun  *run,
         const Import *import,
         gboolean     *first,
         GError      **error)
{
  g_autoptr (ExLedger) base = NULL;
  GError *failure = NULL;

  base = ex_ledger_open (run->store, FALSE, run->info->cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *first = base == NULL;
  return check_kind (base, import->layer, error) && (import->over != EX_OVER_ADDS || check_not_added (run->store->db, run->info, error))
         && ex_layer_compare (base, import->layer, import->over, run, error);
}

static gboolean
make_room (ExImportRun    *run,
           const ExLedger *layer,
           GError        **error)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < ex_ledger_n_columns (layer); i++)
    {
      int index = ex_ledger_get_period (layer, i).index;

      g_array_append_val (periods, index);
    }
  return ex_marks_make_room (run->store, ex_ledger_get_grain (layer), (const int *) (gconstpointer) periods->data, periods->len, run->info->notes,
                             error);
}

/* What was written is read again, and every movement held against the others: whatever is wrong here would be wrong for good. */
static gboolean
check_all (ExImportRun         *run,
           const ExLedgerMarks *marks,
           GError             **error)
{
  g_autoptr (ExLedger) ledger = ex_ledger_open (run->store, TRUE, run->info->cancellable, error);

  return ledger != NULL && ex_ledger_check (ledger, marks, NULL, error);
}

/* The first layer is the whole ledger: it can be checked while it is written. */
typedef struct
{
  const ExLedger      *layer;
  const ExLedgerMarks *marks;
  GError              *failure;
} Beside;

static gpointer
check_beside (gpointer data)
{
  Beside *self = data;

  ex_ledger_check (self->layer, self->marks, NULL, &self->failure);
  return NULL;
}

static gboolean
write_first (ExImportRun         *run,
             const Import        *import,
             const ExLedgerMarks *marks,
             GError             **error)
{
  Beside beside = { import->layer, marks, NULL };
  GThread *thread = g_thread_new ("ledger-check", check_beside, &beside);
  gboolean written = ex_layer_write (run, import->layer, import->over, error);

  g_thread_join (thread);
  if (beside.failure == NULL)
    return written;
  if (written)
    g_propagate_error (error, beside.failure);
  else
    g_error_free (beside.failure);
  return FALSE;
}

static gboolean
write_and_check (ExImportRun  *run,
                 const Import *import,
                 gboolean      first,
                 GError      **error)
{
  g_autoptr (ExLedgerMarks) marks = ex_store_read_marks (run->store, error);

  if (marks == NULL)
    return FALSE;
  if (first)
    return write_first (run, import, marks, error);
  return ex_layer_write (run, import->layer, import->over, error) && ex_import_info_step (run->info, 0.75, error)
         && check_all (run, marks, error);
}

static gboolean
fill (ExImportRun  *run,
      const Import *import,
      GError      **error)
{
  gboolean first;

  if (!compare (run, import, &first, error) || !ex_import_info_step (run->info, 0.25, error))
    return FALSE;
  if (run->counts.added + run->counts.changed + run->counts.removed == 0)
    return TRUE;
  run->rows = ex_ledger_n_cells (import->layer);
  return make_room (run, import->layer, error) && write_and_check (run, import, first, error);
}

static gboolean
fill_cb (ExImportRun *run,
         gpointer     data,
         GError     **error)
{
  GError *failure = NULL;

  if (fill (run, data, &failure))
    return TRUE;
  return ex_store_take_rule_error (failure, error);
}

gboolean
ex_store_import_ledger (ExStore            *self,
                        ExLedger           *layer,
                        ExOver              over,
                        const ExImportInfo *info,
                        ExImportCounts     *counts,
                        GError            **error)
{
  Import data = { layer, over };

  g_return_val_if_fail (self != NULL && layer != NULL && info != NULL, FALSE);

  return ex_import_run (self, N_("Import customers"), "ledger", info, fill_cb, &data, counts, error);
}
