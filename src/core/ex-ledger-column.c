#include "config.h"

#include "ex-ledger-column.h"

#include "ex-money.h"

#include <string.h>

void
ex_column_init (ExColumn *self, int index, guint n, gboolean with_rows)
{
  *self = (ExColumn) {
    .index = index,
    .n = n,
    .customer = g_new (guint32, n),
    .value = g_new (gint64, n),
    .segment = g_new (gint32, n),
    .reason = g_new (gint32, n),
    .rows = with_rows ? g_new (guint32, n) : NULL,
  };
}

void
ex_column_copy (ExColumn *self, const ExColumn *from)
{
  ex_column_init (self, from->index, from->n, FALSE);
  if (from->n == 0)
    return;

  memcpy (self->customer, from->customer, from->n * sizeof (guint32));
  memcpy (self->value, from->value, from->n * sizeof (gint64));
  memcpy (self->segment, from->segment, from->n * sizeof (gint32));
  memcpy (self->reason, from->reason, from->n * sizeof (gint32));
}

void
ex_column_clear (ExColumn *self)
{
  g_clear_pointer (&self->customer, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->segment, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->rows, g_free);
  self->n = 0;
}

/* --- order ---------------------------------------------------------------------------------------------------------------------- */

static void
move_cell (ExColumn *to, guint at, const ExColumn *from, guint cell)
{
  to->customer[at] = from->customer[cell];
  to->value[at] = from->value[cell];
  to->segment[at] = from->segment[cell];
  to->reason[at] = from->reason[cell];
  if (to->rows != NULL)
    to->rows[at] = from->rows[cell];
}

/* A counting sort, as the numbers are dense over the whole ledger. */
void
ex_column_sort (ExColumn *self, guint32 *order, guint n_customers)
{
  ExColumn sorted;
  guint at = 0;

  ex_column_init (&sorted, self->index, self->n, self->rows != NULL);
  for (guint i = 0; i < self->n; i++)
    order[self->customer[i]] = i + 1;

  for (guint32 customer = 0; customer < n_customers; customer++)
    if (order[customer] != 0)
      {
        move_cell (&sorted, at++, self, order[customer] - 1);
        order[customer] = 0;
      }

  ex_column_clear (self);
  *self = sorted;
}

static void
renumber (gint32 *numbers, guint n, const guint32 *others)
{
  for (guint i = 0; others != NULL && i < n; i++)
    if (numbers[i] >= 0)
      numbers[i] = (gint32) others[numbers[i]];
}

void
ex_column_renumber (ExColumn *self, const guint32 *customers, const guint32 *segments, const guint32 *reasons, guint32 *order,
                    guint n_customers)
{
  gboolean rising = TRUE;

  renumber (self->segment, self->n, segments);
  renumber (self->reason, self->n, reasons);
  for (guint i = 0; customers != NULL && i < self->n; i++)
    {
      self->customer[i] = customers[self->customer[i]];
      rising = rising && (i == 0 || self->customer[i] > self->customer[i - 1]);
    }
  if (!rising)
    ex_column_sort (self, order, n_customers);
}

/* --- over each other -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExColumn *base;
  const ExColumn *layer;
  ExColumn       *to;
  ExOver          over;
  ExColumnChange *change;
  gboolean        fits;
} Lay;

static guint
rows_of (const ExColumn *column, guint cell)
{
  return column->rows != NULL ? column->rows[cell] : 1;
}

/* The change of all values can be more than one number holds; it is for people to read. */
static void
add_value (ExColumnChange *change, gint64 value, gint64 before)
{
  if (!ex_money_add (&change->value, value))
    change->value = value > 0 ? G_MAXINT64 : G_MININT64;
  if (before == G_MININT64 || !ex_money_add (&change->value, -before))
    change->value = before > 0 ? G_MININT64 : G_MAXINT64;
}

static void
take_gone (Lay *self, guint cell)
{
  if (self->over != EX_OVER_PERIOD)
    {
      move_cell (self->to, self->to->n++, self->base, cell);
      return;
    }
  self->change->gone++;
  add_value (self->change, 0, self->base->value[cell]);
}

static void
take_fresh (Lay *self, guint cell)
{
  move_cell (self->to, self->to->n++, self->layer, cell);
  self->change->fresh++;
  self->change->rows.added += rows_of (self->layer, cell);
  add_value (self->change, self->layer->value[cell], 0);
}

static void
take_both (Lay *self, guint i, guint k)
{
  const ExColumn *base = self->base;
  ExColumn *to = self->to;
  guint at = to->n;

  move_cell (to, to->n++, self->layer, k);
  if (self->over == EX_OVER_ADDS)
    {
      self->fits = ex_money_add (&to->value[at], base->value[i]) && self->fits;
      to->segment[at] = to->segment[at] < 0 ? base->segment[i] : to->segment[at];
      to->reason[at] = to->reason[at] < 0 ? base->reason[i] : to->reason[at];
    }

  if (to->value[at] == base->value[i] && to->segment[at] == base->segment[i] && to->reason[at] == base->reason[i])
    {
      self->change->rows.unchanged += rows_of (self->layer, k);
      return;
    }
  self->change->changed++;
  self->change->rows.changed += rows_of (self->layer, k);
  add_value (self->change, to->value[at], base->value[i]);
}

gboolean
ex_column_lay (ExColumn *base, const ExColumn *layer, ExOver over, ExColumnChange *change)
{
  ExColumnChange ignored = { 0 };
  ExColumn merged;
  Lay self = { base, layer, &merged, over, change != NULL ? change : &ignored, TRUE };
  guint i = 0, k = 0;

  ex_column_init (&merged, base->index, base->n + layer->n, FALSE);
  merged.n = 0;
  while (i < base->n || k < layer->n)
    {
      gint64 below = i < base->n ? (gint64) base->customer[i] : G_MAXINT64;
      gint64 above = k < layer->n ? (gint64) layer->customer[k] : G_MAXINT64;

      if (below < above)
        take_gone (&self, i++);
      else if (above < below)
        take_fresh (&self, k++);
      else
        take_both (&self, i++, k++);
    }
  ex_column_clear (base);
  *base = merged;

  return self.fits;
}
