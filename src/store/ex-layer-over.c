#include "config.h"

#include "ex-layer-over.h"

#include "core/ex-error.h"
#include "core/ex-format.h"
#include "ex-ledger-open.h"

#include <glib/gi18n-lib.h>

#define NOTES 12 /* periods that are said one by one */

/* --- what it changes ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const ExLedger *base;
  const ExLedger *layer;
  ExOver          over;
  guint32        *customers; /* what the layer's numbers are in @base */
  guint32        *segments;
  guint32        *reasons;
  guint           n_customers;
  guint32        *order;     /* [n_customers] scratch */
  const ExNames  *segment_names; /* of both */
  const ExNames  *reason_names;
  ExImportRun    *run;
  guint           n_changed; /* periods that were there before and are not what they were */
} Compare;

static void
count_rows (ExImportRun         *run,
            const ExLedgerMerge *rows)
{
  run->counts.added += rows->added;
  run->counts.changed += rows->changed;
  run->counts.unchanged += rows->unchanged;
}

static void
count_first (ExImportRun    *run,
             const ExColumn *column)
{
  for (guint i = 0; i < column->n; i++)
    run->counts.added += column->rows != NULL ? column->rows[i] : 1;
}

/* "2026-03: 12 changed, 3 new, value +1,204.00 €" */
static void
note_change (Compare              *self,
             ExPeriod              period,
             const ExColumnChange *change)
{
  GPtrArray *notes = self->run->info->notes;
  g_autofree char *name = ex_period_to_string (period);
  g_autofree char *value = ex_format_money (change->value, ex_store_get_info (self->run->store)->currency);
  GString *text;

  if (change->changed + change->fresh + change->gone == 0)
    return;
  self->n_changed++;
  if (notes == NULL || self->n_changed > NOTES)
    return;
  text = g_string_new (NULL);
  g_string_append_printf (text, _("%s: %llu changed, %llu new"), name, (unsigned long long) change->changed,
                          (unsigned long long) change->fresh);
  if (change->gone > 0)
    g_string_append_printf (text, _(", %llu gone"), (unsigned long long) change->gone);
  g_string_append_printf (text, _(", value %s%s"), change->value > 0 ? "+" : "", value);
  g_ptr_array_add (notes, g_string_free (text, FALSE));
}

static void
note_rest (const Compare *self)
{
  guint more = self->n_changed > NOTES ? self->n_changed - NOTES : 0;

  if (self->run->info->notes != NULL && more > 0)
    g_ptr_array_add (self->run->info->notes,
                     g_strdup_printf (ngettext ("%u more period was corrected.", "%u more periods were corrected.", more), more));
}

/* -1: there is no such column. */
static int
find_column (const ExLedger *ledger,
             int             index)
{
  guint from = 0, to = ex_ledger_n_columns (ledger);

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      int found = ex_ledger_get_period (ledger, middle).index;

      if (found == index)
        return (int) middle;
      if (found < index)
        from = middle + 1;
      else
        to = middle;
    }
  return -1;
}

static gboolean
compare_column (Compare        *self,
                const ExColumn *column,
                GError        **error)
{
  int at = find_column (self->base, column->index);
  const ExColumn *below = at >= 0 ? ex_ledger_read_column (self->base, (guint) at, error) : NULL;
  ExColumnChange change = { 0 };
  ExColumn base, layer;
  gboolean fits;

  if (at >= 0 && below == NULL)
    return FALSE;
  if (below == NULL)
    {
      count_first (self->run, column);
      return TRUE;
    }
  ex_column_copy (&base, below);
  ex_column_copy (&layer, column);
  layer.rows = column->rows != NULL ? g_memdup2 (column->rows, column->n * sizeof *column->rows) : NULL;
  ex_column_renumber (&layer, self->customers, self->segments, self->reasons, self->order, self->n_customers);
  fits = ex_column_lay (&base, &layer, self->over, self->segment_names, self->reason_names, &change);
  ex_column_clear (&base);
  ex_column_clear (&layer);
  if (!fits)
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW, _("A customer’s values add up to more than can be kept."));
      return FALSE;
    }
  count_rows (self->run, &change.rows);
  self->run->counts.removed += change.gone;
  note_change (self, (ExPeriod) { ex_ledger_get_grain (self->base), column->index }, &change);
  return TRUE;
}

static void
compare_clear (Compare *self)
{
  g_free (self->customers);
  g_free (self->segments);
  g_free (self->reasons);
  g_free (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compare, compare_clear)

/* The customers’ names are only asked for where a period is there already. */
static gboolean
meets (const ExLedger *base,
       const ExLedger *layer)
{
  for (guint i = 0; base != NULL && i < ex_ledger_n_columns (layer); i++)
    if (find_column (base, ex_ledger_get_period (layer, i).index) >= 0)
      return TRUE;
  return FALSE;
}

gboolean
ex_layer_compare (const ExLedger *base,
                  const ExLedger *layer,
                  ExOver          over,
                  ExImportRun    *run,
                  GError        **error)
{
  g_auto (Compare) self = { .base = base, .layer = layer, .over = over, .run = run };
  g_autoptr (ExNames) customers = NULL;
  g_autoptr (ExNames) segments = NULL;
  g_autoptr (ExNames) reasons = NULL;

  if (!meets (base, layer))
    {
      for (guint i = 0; i < ex_ledger_n_columns (layer); i++)
        count_first (run, ex_ledger_get_column (layer, i));
      return TRUE;
    }

  customers = ex_names_copy (ex_ledger_get_customers (base));
  segments = ex_names_copy (ex_ledger_get_segments (base));
  reasons = ex_names_copy (ex_ledger_get_reasons (base));
  self.customers = ex_names_map (customers, ex_ledger_get_customers (layer));
  self.segments = ex_names_map (segments, ex_ledger_get_segments (layer));
  self.reasons = ex_names_map (reasons, ex_ledger_get_reasons (layer));
  self.segment_names = segments;
  self.reason_names = reasons;
  self.n_customers = ex_names_length (customers);
  self.order = g_new0 (guint32, self.n_customers);
  for (guint i = 0; i < ex_ledger_n_columns (layer); i++)
    if (!compare_column (&self, ex_ledger_get_column (layer, i), error))
      return FALSE;
  note_rest (&self);
  return TRUE;
}

/* --- how it is written ------------------------------------------------------------------------------------------------------------ */

/* Its customers, numbered over all layers: what they are there, and the names that are new. */
typedef struct
{
  guint32 *numbers; /* NULL: the same */
  guint32 *order;   /* [known] scratch */
  guint    known;
  GBytes  *names;
} Customers;

static void
customers_clear (Customers *self)
{
  g_free (self->numbers);
  g_free (self->order);
  g_clear_pointer (&self->names, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Customers, customers_clear)

static gboolean
number_customers (ExDatabase     *database,
                  const ExLedger *layer,
                  Customers      *customers,
                  GError        **error)
{
  const ExNames *own = ex_ledger_get_customers (layer);
  g_autoptr (GArray) layers = ex_layers_read (database, error);
  g_autoptr (ExNames) known = NULL;
  guint before;

  if (layers == NULL)
    return FALSE;
  if (layers->len == 0)
    {
      customers->names = ex_names_to_bytes (own);
      customers->known = ex_names_length (own);
      return TRUE;
    }
  known = ex_ledger_read_known (database, layers, error);
  if (known == NULL)
    return FALSE;
  before = ex_names_length (known);
  customers->numbers = ex_names_map (known, own);
  customers->known = ex_names_length (known);
  customers->names = ex_names_to_bytes_from (known, before);
  customers->order = g_new0 (guint32, customers->known);
  return TRUE;
}

static gboolean
write_column (ExImportRun     *run,
              const ExLayer   *layer,
              const Customers *customers,
              const ExColumn  *column,
              GError         **error)
{
  ExColumn renumbered;
  gboolean written;

  if (customers->numbers == NULL)
    return ex_layer_insert_column (run->store->db, layer, column, run->digest, error);
  ex_column_copy (&renumbered, column);
  ex_column_renumber (&renumbered, customers->numbers, NULL, NULL, customers->order, customers->known);
  written = ex_layer_insert_column (run->store->db, layer, &renumbered, run->digest, error);
  ex_column_clear (&renumbered);
  return written;
}

static void
add_to_total (ExImportRun    *run,
              const ExColumn *column)
{
  for (guint i = 0; i < column->n; i++)
    run->total += (double) column->value[i];
}

gboolean
ex_layer_write (ExImportRun    *run,
                const ExLedger *layer,
                ExOver          over,
                GError        **error)
{
  ExLayer row = { .import = run->number, .kind = ex_ledger_get_kind (layer), .grain = ex_ledger_get_grain (layer), .over = over,
                  .segments = (ExNames *) ex_ledger_get_segments (layer), .reasons = (ExNames *) ex_ledger_get_reasons (layer) };
  g_auto (Customers) customers = { 0 };
  guint n = ex_ledger_n_columns (layer);

  if (!number_customers (run->store->db, layer, &customers, error))
    return FALSE;
  row.known = customers.known;
  run->digest = ex_digest_new_background ();
  if (!ex_layer_insert (run->store->db, &row, customers.names, run->digest, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ExColumn *column = ex_ledger_get_column (layer, i);

      add_to_total (run, column);
      if (!write_column (run, &row, &customers, column, error) || !ex_import_info_step (run->info, 0.25 + 0.5 * (i + 1) / n, error))
        return FALSE;
    }
  return TRUE;
}
