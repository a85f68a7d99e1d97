#include "config.h"

#include "ex-ledger.h"

#include "ex-error.h"
#include "ex-ledger-private.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>

/* A layer over a base, both in memory: names of the layer get the base's numbers, then columns of the same period are laid over each other. */
typedef struct
{
  const ExLedger *base;
  const ExLedger *layer;
  guint32        *customer; /* [customers of the layer] their numbers in the merged ledger */
  guint32        *segment;
  guint32        *reason;
  guint32        *order;    /* scratch: [customers of the merged ledger] */
  guint           n_customers;
  ExOver          over;
  const ExNames  *segments;
  const ExNames  *reasons;
  ExColumnChange  change;
} Merge;

static gboolean
merge_column (Merge *self, const ExColumn *base, const ExColumn *layer, ExColumn *to)
{
  ExColumn renumbered;
  gboolean fits;

  if (base != NULL)
    ex_column_copy (to, base);
  else
    ex_column_init (to, layer->index, 0, FALSE);
  if (layer == NULL)
    return TRUE;

  ex_column_copy (&renumbered, layer);
  renumbered.rows = layer->rows != NULL ? g_memdup2 (layer->rows, layer->n * sizeof *layer->rows) : NULL;
  ex_column_renumber (&renumbered, self->customer, self->segment, self->reason, self->order, self->n_customers);
  fits = ex_column_lay (to, &renumbered, self->over, self->segments, self->reasons, &self->change);
  ex_column_clear (&renumbered);

  return fits;
}

static gboolean
merge_all (Merge *self, GArray *columns)
{
  guint i = 0, j = 0, n_base = ex_ledger_n_columns (self->base), n_layer = ex_ledger_n_columns (self->layer);
  gboolean fits = TRUE;

  while (i < n_base || j < n_layer)
    {
      const ExColumn *base = i < n_base ? ex_ledger_get_column (self->base, i) : NULL;
      const ExColumn *layer = j < n_layer ? ex_ledger_get_column (self->layer, j) : NULL;
      gboolean take_base = base != NULL && (layer == NULL || base->index <= layer->index);
      gboolean take_layer = layer != NULL && (base == NULL || layer->index <= base->index);
      ExColumn merged;

      fits = merge_column (self, take_base ? base : NULL, take_layer ? layer : NULL, &merged) && fits;
      g_array_append_val (columns, merged);
      i += take_base;
      j += take_layer;
    }

  return fits;
}

/* All values that count, together: then every span's sum can be counted. */
static gboolean
total_fits (const GArray *columns)
{
  gint64 total = 0;
  gboolean fits = TRUE;

  for (guint i = 0; i < columns->len; i++)
    {
      const ExColumn *column = &g_array_index (columns, ExColumn, i);

      for (guint k = 0; k < column->n; k++)
        fits = fits && (column->value[k] <= 0 || ex_money_add (&total, column->value[k]));
    }

  return fits;
}

static gboolean
check_alike (const ExLedger *base, const ExLedger *layer, GError **error)
{
  if (base->kind == layer->kind && base->grain == layer->grain)
    return TRUE;

  g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
               _("The customer ledger is kept as %s by %s; this is %s by %s. Import it in the kind and grain of the ledger."),
               ex_ledger_kind_nick (base->kind), ex_grain_nick (base->grain), ex_ledger_kind_nick (layer->kind),
               ex_grain_nick (layer->grain));

  return FALSE;
}

static void
count_first (const ExLedger *layer, ExLedgerMerge *counts)
{
  *counts = (ExLedgerMerge) { 0 };
  for (guint i = 0; i < ex_ledger_n_columns (layer); i++)
    {
      const ExColumn *column = ex_ledger_get_column (layer, i);

      for (guint j = 0; j < column->n; j++)
        counts->added += column->rows != NULL ? column->rows[j] : 1;
    }
}

static gboolean
merge_with (Merge *self, ExNames *customers, ExNames *segments, ExNames *reasons, GArray *columns)
{
  gboolean fits;

  self->customer = ex_names_map (customers, self->layer->customers);
  self->segment = ex_names_map (segments, self->layer->segments);
  self->reason = ex_names_map (reasons, self->layer->reasons);
  self->segments = segments;
  self->reasons = reasons;
  self->n_customers = ex_names_length (customers);
  self->order = g_new0 (guint32, self->n_customers);
  fits = merge_all (self, columns);
  g_free (self->customer);
  g_free (self->segment);
  g_free (self->reason);
  g_free (self->order);

  return fits;
}

ExLedger *
ex_ledger_merge (ExLedger *base, ExLedger *layer, gboolean add, ExLedgerMerge *counts, GError **error)
{
  Merge self = { .base = base, .layer = layer, .over = add ? EX_OVER_ADDS : EX_OVER_CELLS };
  g_autoptr (ExNames) customers = NULL;
  g_autoptr (ExNames) segments = NULL;
  g_autoptr (ExNames) reasons = NULL;
  g_autoptr (GArray) columns = ex_columns_new ();
  ExLedgerMerge ignored;

  g_return_val_if_fail (layer != NULL, NULL);

  if (base == NULL)
    {
      count_first (layer, counts != NULL ? counts : &ignored);
      return ex_ledger_ref (layer);
    }
  if (!check_alike (base, layer, error))
    return NULL;

  customers = ex_names_copy (base->customers);
  segments = ex_names_copy (base->segments);
  reasons = ex_names_copy (base->reasons);
  if (!merge_with (&self, customers, segments, reasons, columns))
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW, _("A customer’s values add up to more than can be kept."));
      return NULL;
    }
  if (!total_fits (columns))
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW,
                           _("With these the values of the customer ledger add up to more than can be counted exactly. Is their unit right?"));
      return NULL;
    }
  if (counts != NULL)
    *counts = self.change.rows;

  return ex_ledger_take (base->kind, base->grain, g_steal_pointer (&customers), g_steal_pointer (&segments), g_steal_pointer (&reasons),
                         g_steal_pointer (&columns));
}
