#include "config.h"

#include "ex-ledger-rows.h"

#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- packing ---------------------------------------------------------------------------------------------------------- */

/* Copies @n numbers of @size bytes between the machine's order and little-endian. SQLite's blobs need not be aligned, so they are
 * never read in place. */
static void
copy_little_endian (void       *to,
                    const void *from,
                    gsize       n,
                    gsize       size)
{
  if (n == 0)
    return;
  memcpy (to, from, n * size);
#if G_BYTE_ORDER == G_BIG_ENDIAN
  for (gsize i = 0; i < n; i++)
    if (size == sizeof (guint64))
      ((guint64 *) to)[i] = GUINT64_SWAP_LE_BE (((guint64 *) to)[i]);
    else
      ((guint32 *) to)[i] = GUINT32_SWAP_LE_BE (((guint32 *) to)[i]);
#endif
}

static void
bind_packed (ExStatement *statement,
             int          parameter,
             const void  *numbers,
             gsize        n,
             gsize        size,
             GPtrArray   *buffers)
{
  void *packed = g_malloc (MAX (n * size, 1));

  copy_little_endian (packed, numbers, n, size);
  g_ptr_array_add (buffers, packed);
  ex_statement_bind_blob_static (statement, parameter, packed, n * size);
}

/* --- writing ---------------------------------------------------------------------------------------------------------- */

static gboolean
insert_column (ExDatabase     *database,
               gint64          import,
               const ExColumn *column,
               GError        **error)
{
  g_autoptr (GPtrArray) buffers = g_ptr_array_new_with_free_func (g_free); /* outlive the statement's use of them */
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO ledger_columns (import, period, customers, amounts, segments, reasons)"
                                   " VALUES ($1, $2, $3, $4, $5, $6)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, import);
  ex_statement_bind_int (statement, 2, column->index);
  bind_packed (statement, 3, column->customer, column->n, sizeof *column->customer, buffers);
  bind_packed (statement, 4, column->value, column->n, sizeof *column->value, buffers);
  bind_packed (statement, 5, column->segment, column->n, sizeof *column->segment, buffers);
  bind_packed (statement, 6, column->reason, column->n, sizeof *column->reason, buffers);
  return ex_statement_run (statement, error);
}

static void
bind_bytes (ExStatement *statement,
            int          parameter,
            GBytes      *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  ex_statement_bind_blob_static (statement, parameter, data, length);
}

static gboolean
insert_names (ExDatabase    *database,
              const ExLayer *layer,
              GError       **error)
{
  g_autoptr (GBytes) customers = ex_ledger_dup_customers (layer->ledger);
  g_autoptr (GBytes) segments = ex_ledger_dup_segments (layer->ledger);
  g_autoptr (GBytes) reasons = ex_ledger_dup_reasons (layer->ledger);
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO ledger_layers (import, kind, grain, adds, customers, segments, reasons)"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, layer->import);
  ex_statement_bind_text (statement, 2, ex_ledger_kind_nick (ex_ledger_get_kind (layer->ledger)));
  ex_statement_bind_text (statement, 3, ex_grain_nick (ex_ledger_get_grain (layer->ledger)));
  ex_statement_bind_int (statement, 4, layer->adds ? 1 : 0);
  bind_bytes (statement, 5, customers);
  bind_bytes (statement, 6, segments);
  bind_bytes (statement, 7, reasons);
  return ex_statement_run (statement, error);
}

gboolean
ex_layer_insert (ExDatabase    *database,
                 const ExLayer *layer,
                 GError       **error)
{
  if (!insert_names (database, layer, error))
    return FALSE;
  for (guint i = 0; i < ex_ledger_n_columns (layer->ledger); i++)
    if (!insert_column (database, layer->import, ex_ledger_get_column (layer->ledger, i), error))
      return FALSE;
  return TRUE;
}

/* --- reading ---------------------------------------------------------------------------------------------------------- */

static void
column_clear (ExColumn *column)
{
  g_free (column->customer);
  g_free (column->value);
  g_free (column->segment);
  g_free (column->reason);
}

/* NULL when the blob has not @n numbers of @size bytes. */
static void *
unpack (ExStatement *row,
        int          column,
        gsize        n,
        gsize        size)
{
  gsize length;
  const void *data = ex_statement_blob (row, column, &length);
  void *numbers;

  if (length != n * size)
    return NULL;
  numbers = g_malloc (MAX (length, 1));
  copy_little_endian (numbers, data, n, size);
  return numbers;
}

static gboolean
read_column (ExStatement *row,
             ExColumn    *column)
{
  gsize length;

  ex_statement_blob (row, 1, &length);
  column->index = (int) ex_statement_int (row, 0);
  column->n = (guint) (length / sizeof *column->customer);
  column->customer = unpack (row, 1, column->n, sizeof *column->customer);
  column->value = unpack (row, 2, column->n, sizeof *column->value);
  column->segment = unpack (row, 3, column->n, sizeof *column->segment);
  column->reason = unpack (row, 4, column->n, sizeof *column->reason);
  return column->customer != NULL && column->value != NULL && column->segment != NULL && column->reason != NULL;
}

static gboolean
set_damaged (gint64      import,
             const char *why,
             GError    **error)
{
  g_autofree char *number = ex_format_integer (import);

  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
               _("Import %s of the customer ledger is damaged (%s). Go back to a backup of the file."), number, why);
  return FALSE;
}

static gboolean
read_columns (ExDatabase *database,
              gint64      import,
              GArray     *columns,
              GError    **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT period, customers, amounts, segments, reasons FROM ledger_columns WHERE import = $1 ORDER BY period", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, import);
  while (ex_statement_step (rows, &failure))
    {
      ExColumn column = { 0 };
      gboolean whole = read_column (rows, &column);

      g_array_append_val (columns, column);
      if (!whole)
        return set_damaged (import, _("its columns are not equally long"), error);
    }
  return ex_rows_ended (failure, error);
}

static GBytes *
column_bytes (ExStatement *row,
              int          column)
{
  gsize length;
  const void *data = ex_statement_blob (row, column, &length);

  return g_bytes_new (data, length);
}

static ExLedger *
read_ledger (ExDatabase  *database,
             ExStatement *row,
             gint64       import,
             GError     **error)
{
  g_autoptr (GBytes) customers = column_bytes (row, 4);
  g_autoptr (GBytes) segments = column_bytes (row, 5);
  g_autoptr (GBytes) reasons = column_bytes (row, 6);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (ExColumn));
  g_autoptr (GError) failure = NULL;
  ExLedgerKind kind = EX_LEDGER_RECURRING;
  ExGrain grain = EX_GRAIN_MONTH;
  ExLedger *ledger;

  g_array_set_clear_func (columns, (GDestroyNotify) column_clear);
  ex_ledger_kind_parse (ex_statement_text (row, 1), &kind);
  ex_grain_parse (ex_statement_text (row, 2), &grain);
  if (!read_columns (database, import, columns, error))
    return NULL;
  ledger = ex_ledger_new_from_parts (kind, grain, customers, segments, reasons, (const ExColumn *) (gconstpointer) columns->data, columns->len,
                                     &failure);
  if (ledger == NULL)
    set_damaged (import, failure->message, error);
  return ledger;
}

static void
layer_clear (ExLayer *layer)
{
  g_clear_pointer (&layer->ledger, ex_ledger_unref);
}

GArray *
ex_layers_read (ExDatabase *database,
                GError    **error)
{
  g_autoptr (GArray) layers = g_array_new (FALSE, TRUE, sizeof (ExLayer));
  g_autoptr (ExStatement) rows = ex_sql_prepare (database, "ledger-layers", error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  g_array_set_clear_func (layers, (GDestroyNotify) layer_clear);
  while (ex_statement_step (rows, &failure))
    {
      ExLayer layer = { .import = ex_statement_int (rows, 0), .adds = ex_statement_int (rows, 3) != 0 };

      layer.ledger = read_ledger (database, rows, layer.import, error);
      if (layer.ledger == NULL)
        return NULL;
      g_array_append_val (layers, layer);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&layers) : NULL;
}
