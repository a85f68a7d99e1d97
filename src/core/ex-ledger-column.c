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
  self->origins = from->origins != NULL ? g_memdup2 (from->origins, from->n * sizeof (ExOrigin)) : NULL;
}

void
ex_column_clear (ExColumn *self)
{
  g_clear_pointer (&self->customer, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->segment, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->origins, g_free);
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
  if (to->origins != NULL && from->origins != NULL)
    to->origins[at] = from->origins[cell];
  else if (to->origins != NULL)
    to->origins[at] = (ExOrigin) { EX_DAY_NONE, EX_DAY_NONE, from->value[cell], from->value[cell] };
}

/* A counting sort, as the numbers are dense over the whole ledger. */
void
ex_column_sort (ExColumn *self, guint32 *order, guint n_customers)
{
  ExColumn sorted;
  guint at = 0;

  ex_column_init (&sorted, self->index, self->n, self->rows != NULL);
  sorted.origins = self->origins != NULL ? g_new (ExOrigin, self->n) : NULL;
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

/* --- who said it -------------------------------------------------------------------------------------------------------------------- */

gboolean
ex_said_wins (const ExNames *names, const ExSaid *old, const ExSaid *new)
{
  if (new->name < 0 || old->name < 0)
    return new->name >= 0;
  if (new->day != old->day)
    return new->day > old->day;
  if (new->value != old->value)
    return new->value > old->value;

  return new->name != old->name && strcmp (ex_names_get (names, (guint) new->name), ex_names_get (names, (guint) old->name)) < 0;
}

ExSaid
ex_column_get_segment_said (const ExColumn *self, guint cell)
{
  if (self->origins == NULL)
    return (ExSaid) { self->segment[cell], EX_DAY_NONE, self->value[cell] };

  return (ExSaid) { self->segment[cell], self->origins[cell].segment_day, self->origins[cell].segment_value };
}

ExSaid
ex_column_get_reason_said (const ExColumn *self, guint cell)
{
  if (self->origins == NULL)
    return (ExSaid) { self->reason[cell], EX_DAY_NONE, self->value[cell] };

  return (ExSaid) { self->reason[cell], self->origins[cell].reason_day, self->origins[cell].reason_value };
}

void
ex_column_set_said (ExColumn *self, guint cell, const ExSaid *segment, const ExSaid *reason)
{
  self->segment[cell] = segment->name;
  self->reason[cell] = reason->name;
  if (self->origins != NULL)
    self->origins[cell] = (ExOrigin) { segment->day, reason->day, segment->value, reason->value };
}

void
ex_column_need_origins (ExColumn *self, guint allocated)
{
  if (self->origins != NULL)
    return;

  self->origins = g_new (ExOrigin, allocated);
  for (guint i = 0; i < self->n; i++)
    self->origins[i] = (ExOrigin) { EX_DAY_NONE, EX_DAY_NONE, self->value[i], self->value[i] };
}

void
ex_column_settle_origins (ExColumn *self)
{
  gboolean plain = TRUE;

  if (self->origins == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    {
      ExOrigin *origin = &self->origins[i];

      if (self->segment[i] < 0)
        {
          origin->segment_day = self->reason[i] >= 0 ? origin->reason_day : EX_DAY_NONE;
          origin->segment_value = self->value[i];
        }
      if (self->reason[i] < 0)
        {
          origin->reason_day = origin->segment_day;
          origin->reason_value = self->value[i];
        }
      plain = plain && origin->segment_day == EX_DAY_NONE && origin->reason_day == EX_DAY_NONE && origin->segment_value == self->value[i]
              && origin->reason_value == self->value[i];
    }
  if (plain)
    g_clear_pointer (&self->origins, g_free);
}

/* --- over each other -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExColumn *base;
  const ExColumn *layer;
  ExColumn       *to;
  ExOver          over;
  const ExNames  *segments;
  const ExNames  *reasons;
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

/* Cell @at, which the layer's cell was put into, takes what was there before. */
static void
add_to (Lay *self, guint at, guint i, guint k)
{
  ExSaid segment = ex_column_get_segment_said (self->base, i), new_segment = ex_column_get_segment_said (self->layer, k);
  ExSaid reason = ex_column_get_reason_said (self->base, i), new_reason = ex_column_get_reason_said (self->layer, k);

  self->fits = ex_money_add (&self->to->value[at], self->base->value[i]) && self->fits;
  ex_column_set_said (self->to, at, ex_said_wins (self->segments, &segment, &new_segment) ? &new_segment : &segment,
                      ex_said_wins (self->reasons, &reason, &new_reason) ? &new_reason : &reason);
}

static gboolean
is_same_said (const ExSaid *one, const ExSaid *other)
{
  return one->name == other->name && (one->name < 0 || (one->day == other->day && one->value == other->value));
}

/* In all that anybody can see; and where more can be added to, in who said it. */
static gboolean
is_same_cell (const Lay *self, guint i, guint at)
{
  ExSaid old_segment = ex_column_get_segment_said (self->base, i), segment = ex_column_get_segment_said (self->to, at);
  ExSaid old_reason = ex_column_get_reason_said (self->base, i), reason = ex_column_get_reason_said (self->to, at);

  if (self->to->value[at] != self->base->value[i] || segment.name != old_segment.name || reason.name != old_reason.name)
    return FALSE;

  return (self->base->origins == NULL && self->over != EX_OVER_ADDS) || (is_same_said (&old_segment, &segment) && is_same_said (&old_reason, &reason));
}

static void
take_both (Lay *self, guint i, guint k)
{
  guint at = self->to->n;

  move_cell (self->to, self->to->n++, self->layer, k);
  if (self->over == EX_OVER_ADDS)
    add_to (self, at, i, k);
  if (is_same_cell (self, i, at))
    {
      self->change->rows.unchanged += rows_of (self->layer, k);
      return;
    }
  self->change->changed++;
  self->change->rows.changed += rows_of (self->layer, k);
  add_value (self->change, self->to->value[at], self->base->value[i]);
}

gboolean
ex_column_lay (ExColumn *base, const ExColumn *layer, ExOver over, const ExNames *segments, const ExNames *reasons, ExColumnChange *change)
{
  ExColumnChange ignored = { 0 };
  ExColumn merged;
  Lay self = { base, layer, &merged, over, segments, reasons, change != NULL ? change : &ignored, TRUE };
  guint i = 0, k = 0;

  ex_column_init (&merged, base->index, base->n + layer->n, FALSE);
  if (over == EX_OVER_ADDS || base->origins != NULL || layer->origins != NULL)
    merged.origins = g_new (ExOrigin, base->n + layer->n);
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
  ex_column_settle_origins (&merged);
  ex_column_clear (base);
  *base = merged;

  return self.fits;
}

gboolean
ex_column_cell_stays (const ExColumn *base, guint i, const ExColumn *layer, guint k, ExOver over, const ExNames *segments,
                      const ExNames *reasons)
{
  guint32 customer;
  gint64 value;
  gint32 segment, reason;
  ExOrigin origin;
  ExColumn cell = { layer->index, 0, &customer, &value, &segment, &reason, NULL, &origin };
  Lay self = { base, layer, &cell, over, segments, reasons, NULL, TRUE };

  move_cell (&cell, 0, layer, k);
  if (over == EX_OVER_ADDS)
    add_to (&self, 0, i, k);

  return self.fits && is_same_cell (&self, i, 0);
}
