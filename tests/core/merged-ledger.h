/* Two ledgers laid over each other in memory, as the store does with the layers of its file. */
#pragma once

#include "core/ex-ledger-private.h"

typedef struct
{
  ExNames *customers; /* of both */
  ExNames *segments;
  ExNames *reasons;
  guint32 *customer;  /* what the layer's numbers are among them */
  guint32 *segment;
  guint32 *reason;
  guint32 *order;     /* scratch */
} Merged;

static inline void
lay_column (Merged *self, const ExColumn *base, const ExColumn *layer, ExOver over, ExColumn *to, ExColumnChange *change)
{
  ExColumn renumbered;

  if (base != NULL)
    ex_column_copy (to, base);
  else
    ex_column_init (to, layer->index, 0, FALSE);
  if (layer == NULL)
    return;

  ex_column_copy (&renumbered, layer);
  renumbered.rows = layer->rows != NULL ? g_memdup2 (layer->rows, layer->n * sizeof *layer->rows) : NULL;
  ex_column_renumber (&renumbered, self->customer, self->segment, self->reason, self->order, ex_names_length (self->customers));
  g_assert_true (ex_column_lay (to, &renumbered, over, self->segments, self->reasons, change));
  ex_column_clear (&renumbered);
}

static inline ExLedger *
merge_ledgers (const ExLedger *base, const ExLedger *layer, ExOver over, ExLedgerMerge *rows)
{
  Merged self = { ex_names_copy (base->customers), ex_names_copy (base->segments), ex_names_copy (base->reasons) };
  guint i = 0, k = 0, n = ex_ledger_n_columns (base), m = ex_ledger_n_columns (layer);
  GArray *columns = ex_columns_new ();
  ExColumnChange change = { 0 };

  self.customer = ex_names_map (self.customers, layer->customers);
  self.segment = ex_names_map (self.segments, layer->segments);
  self.reason = ex_names_map (self.reasons, layer->reasons);
  self.order = g_new0 (guint32, ex_names_length (self.customers));
  while (i < n || k < m)
    {
      int below = i < n ? ex_ledger_get_period (base, i).index : G_MAXINT, above = k < m ? ex_ledger_get_period (layer, k).index : G_MAXINT;
      ExColumn column;

      lay_column (&self, below <= above ? ex_ledger_get_column (base, i) : NULL, above <= below ? ex_ledger_get_column (layer, k) : NULL, over, &column,
                  &change);
      g_array_append_val (columns, column);
      i += below <= above;
      k += above <= below;
    }
  g_free (self.customer);
  g_free (self.segment);
  g_free (self.reason);
  g_free (self.order);
  *rows = change.rows;

  return ex_ledger_take (base->kind, base->grain, self.customers, self.segments, self.reasons, columns);
}
