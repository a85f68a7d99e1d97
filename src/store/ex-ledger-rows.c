#include "config.h"

#include "ex-ledger-rows.h"

#include "core/ex-format.h"
#include "ex-column.h"
#include "ex-ledger-pack.h"
#include "ex-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- writing ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GByteArray *packed;
  gsize       ends[5]; /* of customers, amounts, segments, reasons, origins */
} PackedColumn;

static void
pack_column (PackedColumn   *self,
             const ExColumn *column)
{
  ex_pack_rising (self->packed, column->customer, column->n);
  self->ends[0] = self->packed->len;
  ex_pack_int64 (self->packed, column->value, column->n);
  self->ends[1] = self->packed->len;
  ex_pack_int32 (self->packed, column->segment, column->n);
  self->ends[2] = self->packed->len;
  ex_pack_int32 (self->packed, column->reason, column->n);
  self->ends[3] = self->packed->len;
  ex_pack_origins (self->packed, column);
  self->ends[4] = self->packed->len;
}

gboolean
ex_layer_insert_column (ExDatabase     *database,
                        const ExLayer  *layer,
                        const ExColumn *column,
                        ExDigest       *digest,
                        GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (column->n * 8); /* outlives the statement's use of it */
  g_autoptr (ExStatement) statement = NULL;
  PackedColumn packed = { bytes, { 0 } };

  statement = ex_database_prepare (database,
                                   "INSERT INTO ledger_columns (import, period, customers, amounts, segments, reasons, origins)"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                   error);
  if (statement == NULL)
    return FALSE;
  pack_column (&packed, column);
  ex_statement_bind_int (statement, 1, layer->import);
  ex_statement_bind_int (statement, 2, column->index);
  ex_digest_int (digest, layer->import);
  ex_digest_int (digest, column->index);
  ex_statement_bind_null (statement, 7);
  for (int i = 0; i < 4 + (column->origins != NULL); i++)
    {
      gsize from = i > 0 ? packed.ends[i - 1] : 0;

      ex_statement_bind_blob_static (statement, 3 + i, bytes->data + from, packed.ends[i] - from);
      ex_digest_blob (digest, bytes->data + from, packed.ends[i] - from);
    }
  return ex_statement_run (statement, error);
}

static void
bind_bytes (ExStatement *statement,
            int          parameter,
            GBytes      *bytes,
            ExDigest    *digest)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  ex_statement_bind_blob_static (statement, parameter, data, length);
  ex_digest_blob (digest, data, length);
}

/* Columns that came later are behind the others, and are left out where they are 0. */
static void
digest_later (ExDigest *digest,
              gint64    value)
{
  if (value != 0)
    ex_digest_int (digest, value);
}

gboolean
ex_layer_insert (ExDatabase    *database,
                 const ExLayer *layer,
                 GBytes        *customers,
                 ExDigest      *digest,
                 GError       **error)
{
  g_autoptr (GBytes) segments = ex_names_to_bytes (layer->segments);
  g_autoptr (GBytes) reasons = ex_names_to_bytes (layer->reasons);
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO ledger_layers (import, kind, grain, adds, replaces, known, customers, segments, reasons)"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, layer->import);
  ex_statement_bind_text (statement, 2, ex_ledger_kind_nick (layer->kind));
  ex_statement_bind_text (statement, 3, ex_grain_nick (layer->grain));
  ex_statement_bind_int (statement, 4, layer->over == EX_OVER_ADDS ? 1 : 0);
  ex_statement_bind_int (statement, 5, layer->over == EX_OVER_PERIOD ? 1 : 0);
  ex_statement_bind_int (statement, 6, layer->known);
  ex_digest_text (digest, "ledger_layers");
  ex_digest_int (digest, layer->import);
  ex_digest_text (digest, ex_ledger_kind_nick (layer->kind));
  ex_digest_text (digest, ex_grain_nick (layer->grain));
  ex_digest_int (digest, layer->over == EX_OVER_ADDS ? 1 : 0);
  bind_bytes (statement, 7, customers, digest);
  bind_bytes (statement, 8, segments, digest);
  bind_bytes (statement, 9, reasons, digest);
  digest_later (digest, layer->over == EX_OVER_PERIOD ? 1 : 0);
  digest_later (digest, layer->known);
  ex_digest_text (digest, "ledger_columns");
  return ex_statement_run (statement, error);
}

/* --- reading columns ---------------------------------------------------------------------------------------------------- */

gboolean
ex_layer_set_damaged (const ExLayer *layer,
                      const char    *why,
                      GError       **error)
{
  g_autofree char *number = ex_format_integer (layer->import);

  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
               _("Import %s of the customer ledger is damaged (%s). Go back to a backup of the file."), number, why);
  return FALSE;
}

/* In full width, as files of before have it. SQLite's blobs need not be aligned, so they are never read in place. */
static gboolean
copy_numbers (ExStatement *row,
              int          column,
              void        *numbers,
              gsize        n,
              gsize        size)
{
  gsize length;
  const void *data = ex_statement_blob (row, column, &length);

  if (length != n * size)
    return FALSE;
  if (length > 0)
    memcpy (numbers, data, length);
#if G_BYTE_ORDER == G_BIG_ENDIAN
  for (gsize i = 0; i < n; i++)
    if (size == sizeof (guint64))
      ((guint64 *) numbers)[i] = GUINT64_SWAP_LE_BE (((guint64 *) numbers)[i]);
    else
      ((guint32 *) numbers)[i] = GUINT32_SWAP_LE_BE (((guint32 *) numbers)[i]);
#endif
  return TRUE;
}

static gboolean
is_sound (const ExColumn *column,
          guint           n_customers,
          gint64          n_segments,
          gint64          n_reasons)
{
  for (guint i = 0; i < column->n; i++)
    if (column->customer[i] >= n_customers || (i > 0 && column->customer[i] <= column->customer[i - 1]) || column->segment[i] < -1
        || column->segment[i] >= n_segments || column->reason[i] < -1 || column->reason[i] >= n_reasons)
      return FALSE;
  return TRUE;
}

static gboolean
take_wide (ExStatement   *row,
           const ExLayer *layer,
           guint          n_customers,
           ExColumn      *column)
{
  return copy_numbers (row, 0, column->customer, column->n, sizeof *column->customer)
         && copy_numbers (row, 1, column->value, column->n, sizeof *column->value)
         && copy_numbers (row, 2, column->segment, column->n, sizeof *column->segment)
         && copy_numbers (row, 3, column->reason, column->n, sizeof *column->reason)
         && is_sound (column, n_customers, ex_names_length (layer->segments), ex_names_length (layer->reasons));
}

static gboolean
take_packed (ExStatement   *row,
             const ExLayer *layer,
             guint          n_customers,
             gboolean       origins,
             ExColumn      *column)
{
  const void *blob[5];
  gsize size[5];

  for (int i = 0; i < 4 + origins; i++)
    blob[i] = ex_statement_blob (row, i, &size[i]);
  return ex_unpack_rising (blob[0], size[0], column->customer, column->n, n_customers)
         && ex_unpack_int64 (blob[1], size[1], column->value, column->n)
         && ex_unpack_int32 (blob[2], size[2], column->segment, column->n, -1, (gint32) ex_names_length (layer->segments))
         && ex_unpack_int32 (blob[3], size[3], column->reason, column->n, -1, (gint32) ex_names_length (layer->reasons))
         && (!origins || size[4] == 0 || ex_unpack_origins (blob[4], size[4], column));
}

static gboolean
take_column (ExStatement   *row,
             const ExLayer *layer,
             int            index,
             guint          n_customers,
             gboolean       origins,
             ExColumn      *column)
{
  gsize length;
  const void *customers = ex_statement_blob (row, 0, &length);
  guint n = layer->known > 0 ? ex_pack_length (customers, length) : (guint) (length / sizeof *column->customer);

  if (n > n_customers)
    return FALSE;
  ex_column_init (column, index, n, FALSE);
  return layer->known > 0 ? take_packed (row, layer, n_customers, origins, column) : take_wide (row, layer, n_customers, column);
}

gboolean
ex_layer_read_column (ExDatabase    *database,
                      const ExLayer *layer,
                      int            index,
                      guint          n_customers,
                      gboolean       origins,
                      ExColumn      *column,
                      GError       **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  *column = (ExColumn) { .index = index };
  row = ex_database_prepare (database,
                             "SELECT customers, amounts, segments, reasons, origins FROM ledger_columns WHERE import = $1 AND period = $2", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_int (row, 1, layer->import);
  ex_statement_bind_int (row, 2, index);
  found = ex_row_find (row, error);
  if (found < 0)
    return FALSE;
  if (found > 0 && take_column (row, layer, index, n_customers, origins, column))
    return TRUE;
  ex_column_clear (column);
  return ex_layer_set_damaged (layer, _("its columns are not equally long, or point to nobody"), error);
}

GArray *
ex_layer_read_periods (ExDatabase    *database,
                       const ExLayer *layer,
                       GError       **error)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (ExStatement) rows = ex_database_prepare (database, "SELECT period FROM ledger_columns WHERE import = $1 ORDER BY period", error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  ex_statement_bind_int (rows, 1, layer->import);
  while (ex_statement_step (rows, &failure))
    {
      int period = (int) ex_statement_int (rows, 0);

      g_array_append_val (periods, period);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&periods) : NULL;
}

/* --- reading layers ------------------------------------------------------------------------------------------------------- */

/* NULL when they are damaged. */
static ExNames *
read_names (ExStatement *row,
            int          column)
{
  gsize length;
  const void *data = ex_statement_blob (row, column, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);

  return ex_names_new_from_bytes (bytes);
}

ExNames *
ex_layer_read_customers (ExDatabase    *database,
                         const ExLayer *layer,
                         GError       **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT customers FROM ledger_layers WHERE import = $1", error);
  ExNames *names;
  int found;

  if (row == NULL)
    return NULL;
  ex_statement_bind_int (row, 1, layer->import);
  found = ex_row_find (row, error);
  if (found < 0)
    return NULL;
  names = found > 0 ? read_names (row, 0) : NULL;
  if (names == NULL)
    ex_layer_set_damaged (layer, _("its names of customers cannot be read"), error);
  return names;
}

static void
layer_clear (ExLayer *layer)
{
  g_clear_pointer (&layer->segments, ex_names_free);
  g_clear_pointer (&layer->reasons, ex_names_free);
}

static ExOver
read_over (ExStatement *row)
{
  if (ex_statement_int (row, 4) != 0)
    return EX_OVER_PERIOD;
  return ex_statement_int (row, 3) != 0 ? EX_OVER_ADDS : EX_OVER_CELLS;
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
      ExLayer layer = { .import = ex_statement_int (rows, 0), .over = read_over (rows), .counts = ex_statement_int (rows, 5) == 0,
                        .known = (guint) ex_statement_int (rows, 6), .segments = read_names (rows, 7), .reasons = read_names (rows, 8) };
      gboolean sound = layer.segments != NULL && layer.reasons != NULL && ex_ledger_kind_parse (ex_statement_text (rows, 1), &layer.kind)
                       && ex_grain_parse (ex_statement_text (rows, 2), &layer.grain);

      g_array_append_val (layers, layer);
      if (!sound)
        {
          ex_layer_set_damaged (&layer, _("its names of segments and reasons cannot be read"), error);
          return NULL;
        }
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&layers) : NULL;
}
