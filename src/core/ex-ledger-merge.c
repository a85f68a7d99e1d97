#include "config.h"

#include "ex-ledger.h"

#include "ex-error.h"
#include "ex-ledger-private.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A layer over a base: names of the layer get the base's numbers, then columns of the same period are merged cell by cell. */
typedef struct
{
  const ExLedger *base;
  const ExLedger *layer;
  gboolean        add;
  guint32        *customer; /* [customers of the layer] their numbers in the merged ledger */
  gint32         *segment;
  gint32         *reason;
  guint32        *place;    /* scratch: [customers of the merged ledger] cell of the layer + 1; 0: none; left all 0 */
  ExLedgerMerge   counts;
} Merge;

static guint32 *
map_names (ExNames *into, const ExNames *from)
{
  guint n = ex_names_length (from);
  guint32 *map = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      const char *name = ex_names_get (from, i);

      map[i] = ex_names_intern (into, name, strlen (name));
    }

  return map;
}

static void
set_cell (ExColumn *to, guint at, guint32 customer, gint64 value, gint32 segment, gint32 reason)
{
  to->customer[at] = customer;
  to->value[at] = value;
  to->segment[at] = segment;
  to->reason[at] = reason;
}

static gint32
mapped (const gint32 *map, gint32 number)
{
  return number < 0 ? -1 : map[number];
}

static guint
rows_of (const ExColumn *column, guint cell)
{
  return column->rows != NULL ? column->rows[cell] : 1;
}

static void
put_new (Merge *self, const ExColumn *layer, guint cell, ExColumn *to, guint at)
{
  set_cell (to, at, self->customer[layer->customer[cell]], layer->value[cell], mapped (self->segment, layer->segment[cell]),
            mapped (self->reason, layer->reason[cell]));
  self->counts.added += rows_of (layer, cell);
}

/* Cell @i of the base with cell @j of the layer over it. FALSE: the sum overflows. */
static gboolean
put_over (Merge *self, const ExColumn *base, guint i, const ExColumn *layer, guint j, ExColumn *to, guint at)
{
  gint64 value = layer->value[j];
  gint32 segment = mapped (self->segment, layer->segment[j]);
  gint32 reason = mapped (self->reason, layer->reason[j]);

  if (self->add)
    {
      if (!ex_money_add (&value, base->value[i]))
        return FALSE;
      segment = segment < 0 ? base->segment[i] : segment;
      reason = reason < 0 ? base->reason[i] : reason;
    }

  set_cell (to, at, base->customer[i], value, segment, reason);
  if (value == base->value[i] && segment == base->segment[i] && reason == base->reason[i])
    self->counts.unchanged += rows_of (layer, j);
  else
    self->counts.changed += rows_of (layer, j);

  return TRUE;
}

/* Columns of one period into one. @base or @layer may be NULL. FALSE: a sum overflows. */
static gboolean
merge_columns (Merge *self, const ExColumn *base, const ExColumn *layer, guint n_customers, ExColumn *to)
{
  guint i = 0, at = 0, n_base = base != NULL ? base->n : 0;
  gboolean fits = TRUE;

  ex_column_init (to, base != NULL ? base->index : layer->index, n_base + layer->n, FALSE);
  for (guint j = 0; j < layer->n; j++)
    self->place[self->customer[layer->customer[j]]] = j + 1;

  for (guint32 customer = 0; customer < n_customers; customer++)
    {
      gboolean stands = i < n_base && base->customer[i] == customer;
      guint place = self->place[customer];

      self->place[customer] = 0;
      if (stands && place > 0)
        fits = put_over (self, base, i, layer, place - 1, to, at++) && fits;
      else if (stands)
        set_cell (to, at++, customer, base->value[i], base->segment[i], base->reason[i]);
      else if (place > 0)
        put_new (self, layer, place - 1, to, at++);
      i += stands;
    }
  to->n = at;

  return fits;
}

static gboolean
merge_all (Merge *self, guint n_customers, GArray *columns)
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

      if (take_layer)
        fits = merge_columns (self, take_base ? base : NULL, layer, n_customers, &merged) && fits;
      else
        ex_column_copy (&merged, base);
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
        counts->added += rows_of (column, j);
    }
}

static void
merge_init (Merge *self, ExNames *customers, ExNames *segments, ExNames *reasons)
{
  self->customer = map_names (customers, self->layer->customers);
  self->segment = (gint32 *) map_names (segments, self->layer->segments);
  self->reason = (gint32 *) map_names (reasons, self->layer->reasons);
  self->place = g_new0 (guint32, ex_names_length (customers));
}

static void
merge_clear (Merge *self)
{
  g_free (self->customer);
  g_free (self->segment);
  g_free (self->reason);
  g_free (self->place);
}

ExLedger *
ex_ledger_merge (ExLedger *base, ExLedger *layer, gboolean add, ExLedgerMerge *counts, GError **error)
{
  Merge self = { .base = base, .layer = layer, .add = add };
  g_autoptr (ExNames) customers = NULL;
  g_autoptr (ExNames) segments = NULL;
  g_autoptr (ExNames) reasons = NULL;
  g_autoptr (GArray) columns = ex_columns_new ();
  ExLedgerMerge ignored;
  gboolean fits;

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
  merge_init (&self, customers, segments, reasons);
  fits = merge_all (&self, ex_names_length (customers), columns);
  merge_clear (&self);
  if (!fits)
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
    *counts = self.counts;

  return ex_ledger_take (base->kind, base->grain, g_steal_pointer (&customers), g_steal_pointer (&segments), g_steal_pointer (&reasons),
                         g_steal_pointer (&columns));
}
