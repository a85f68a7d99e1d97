#include "config.h"

#include "ex-movement.h"

#include "ex-error.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a walk through the ledger remembers of a customer. One struct, so that a cell costs one cache line. */
typedef struct
{
  gint64  before;         /* value at the opening of the span; 0 or less: not active */
  gint64  now;            /* value at its closing, while the span is walked */
  gint32  segment_before; /* last known at the opening; -1: never said */
  gint32  segment;        /* last known so far */
  gint32  reason;         /* last said; -1: never */
  gint32  reason_period;  /* period in which it was */
  guint32 seen;           /* number of the span that last had a row of this customer */
  guint8  ever;           /* active in some period before the span */
  guint8  active;         /* active in some period up to now */
} Customer;

/* A walk takes spans in order of time, one after the other without a gap, every column once. */
typedef struct
{
  const ExLedger *ledger;
  Customer       *customers;
  guint           next;      /* column */
  guint32         number;    /* of the span, from 1 */
  guint32        *open;      /* customers active at the opening */
  guint           n_open;
  guint32        *touched;   /* customers with a row in the span */
  guint           n_touched;
  gboolean        by_segment;
  ExMovement     *segments;  /* [segments + 1] of the span; the last is of those never said */
  ExCount        *reasons;   /* [reasons + 1] of the span; the last is of those not known */
  gboolean        overflow;
} Walk;

static void
walk_init (Walk *self, const ExLedger *ledger, gboolean by_segment)
{
  guint n = ex_ledger_n_customers (ledger);

  *self = (Walk) { .ledger = ledger, .by_segment = by_segment };
  self->customers = g_new0 (Customer, n);
  for (guint i = 0; i < n; i++)
    self->customers[i].segment_before = self->customers[i].segment = self->customers[i].reason = -1;
  self->open = g_new (guint32, n);
  self->touched = g_new (guint32, n);
  self->segments = g_new0 (ExMovement, ex_ledger_n_segments (ledger) + 1);
  self->reasons = g_new0 (ExCount, ex_ledger_n_reasons (ledger) + 1);
}

static void
walk_clear (Walk *self)
{
  g_free (self->customers);
  g_free (self->open);
  g_free (self->touched);
  g_free (self->segments);
  g_free (self->reasons);
}

static void
count (Walk *self, ExCount *to, gint64 value)
{
  to->customers++;
  if (!ex_money_add (&to->value, value))
    self->overflow = TRUE;
}

/* A customer's first row in the span. */
static void
touch (Walk *self, guint32 number)
{
  Customer *customer = &self->customers[number];

  customer->seen = self->number;
  customer->now = 0;
  self->touched[self->n_touched++] = number;
}

/* @closes: the column's values stand at the closing of the span, all of them in transactions, those of the last period in a
 * recurring ledger. */
static void
take_column (Walk *self, const ExColumn *column, gboolean closes)
{
  for (guint i = 0; i < column->n; i++)
    {
      Customer *customer = &self->customers[column->customer[i]];

      if (customer->seen != self->number)
        touch (self, column->customer[i]);
      if (closes && !ex_money_add (&customer->now, column->value[i]))
        self->overflow = TRUE;
      if (column->value[i] > 0)
        customer->active = TRUE;
      if (column->segment[i] >= 0)
        customer->segment = column->segment[i];
      if (column->reason[i] >= 0)
        {
          customer->reason = column->reason[i];
          customer->reason_period = column->index;
        }
    }
}

/* Active at both ends: @m is of the company, or of the segment that the customer is in now. */
static void
count_kept (Walk *self, ExMovement *m, const Customer *customer)
{
  if (customer->now > customer->before)
    count (self, &m->expanded, customer->now - customer->before);
  else if (customer->now < customer->before)
    count (self, &m->contracted, customer->before - customer->now);
  else
    count (self, &m->steady, customer->now);
}

/* What happened to one customer, counted in @from, where it was, and in @to, where it is. */
static void
count_customer (Walk *self, const Customer *customer, ExMovement *from, ExMovement *to)
{
  gboolean was = customer->before > 0, is = customer->now > 0;

  if (was)
    count (self, &from->opening, customer->before);
  if (is)
    count (self, &to->closing, customer->now);

  if (was && is)
    count_kept (self, to, customer);
  else if (was)
    count (self, &from->lost, customer->before);
  else if (is)
    count (self, customer->ever ? &to->won_back : &to->fresh, customer->now);

  if (was && is && from != to)
    {
      count (self, &from->moved_out, customer->before);
      count (self, &to->moved_in, customer->before);
    }
}

static ExMovement *
segment_of (Walk *self, gint32 number)
{
  return &self->segments[number >= 0 ? number : (gint32) ex_ledger_n_segments (self->ledger)];
}

/* @reasons_from: a reason said earlier is not the reason of this loss. */
static void
settle (Walk *self, guint32 number, ExMovement *company, int reasons_from)
{
  Customer *customer = &self->customers[number];

  if (company != NULL)
    {
      gboolean known = customer->reason >= 0 && customer->reason_period >= reasons_from;

      count_customer (self, customer, company, company);
      if (self->by_segment)
        count_customer (self, customer, segment_of (self, customer->segment_before), segment_of (self, customer->segment));
      if (customer->before > 0 && customer->now <= 0)
        count (self, &self->reasons[known ? customer->reason : (gint32) ex_ledger_n_reasons (self->ledger)], customer->before);
    }

  customer->before = MAX (customer->now, 0);
  customer->segment_before = customer->segment;
  customer->ever = customer->active;
}

/* Everybody who was there at the opening or had a row since. @company NULL: a span that is only passed through. */
static void
settle_all (Walk *self, ExMovement *company, int reasons_from)
{
  guint n = 0;

  for (guint i = 0; i < self->n_open; i++)
    {
      Customer *customer = &self->customers[self->open[i]];

      if (customer->seen == self->number)
        continue;
      customer->now = 0;
      settle (self, self->open[i], company, reasons_from);
    }

  for (guint i = 0; i < self->n_touched; i++)
    {
      settle (self, self->touched[i], company, reasons_from);
      if (self->customers[self->touched[i]].before > 0)
        self->open[n++] = self->touched[i];
    }
  self->n_open = n;
}

/* Takes the columns up to period @last. Returns whether there was one from @first on. A recurring ledger's values are read in
 * period @closing. */
static gboolean
walk_to (Walk *self, int first, int last, int closing, ExMovement *company, int reasons_from)
{
  gboolean transactions = ex_ledger_get_kind (self->ledger) == EX_LEDGER_TRANSACTIONS, any = FALSE;

  self->number++;
  self->n_touched = 0;
  for (; self->next < ex_ledger_n_columns (self->ledger); self->next++)
    {
      const ExColumn *column = ex_ledger_get_column (self->ledger, self->next);

      if (column->index > last)
        break;
      any = any || column->index >= first;
      take_column (self, column, transactions || column->index == closing);
    }
  settle_all (self, company, reasons_from);

  return any;
}

static int
compare_segments (gconstpointer a, gconstpointer b, gpointer data)
{
  const ExSegmentMovement *one = a, *other = b;
  const ExLedger *ledger = data;

  if (one->segment < 0 || other->segment < 0)
    return (one->segment < 0) - (other->segment < 0);

  return strcmp (ex_ledger_get_segment (ledger, one->segment), ex_ledger_get_segment (ledger, other->segment));
}

static int
compare_reasons (gconstpointer a, gconstpointer b, gpointer data)
{
  const ExLostReason *one = a, *other = b;
  const ExLedger *ledger = data;

  if (one->reason < 0 || other->reason < 0)
    return (one->reason < 0) - (other->reason < 0);
  if (one->lost.value != other->lost.value)
    return one->lost.value < other->lost.value ? 1 : -1;
  if (one->lost.customers != other->lost.customers)
    return one->lost.customers < other->lost.customers ? 1 : -1;

  return strcmp (ex_ledger_get_reason (ledger, one->reason), ex_ledger_get_reason (ledger, other->reason));
}

/* Every segment of the ledger, and those of whom none was ever said where there are any. */
static void
take_segments (Walk *self, ExSpan *span)
{
  static const ExMovement nothing;
  int n = (int) ex_ledger_n_segments (self->ledger);

  for (int i = 0; self->by_segment && i <= n; i++)
    {
      ExSegmentMovement segment = { i < n ? i : -1, self->segments[i] };

      if (i < n || memcmp (&self->segments[i], &nothing, sizeof nothing) != 0)
        g_array_append_val (span->segments, segment);
    }
  g_array_sort_with_data (span->segments, compare_segments, (gpointer) self->ledger);
  memset (self->segments, 0, (n + 1) * sizeof (ExMovement));
}

static void
take_reasons (Walk *self, ExSpan *span)
{
  int n = (int) ex_ledger_n_reasons (self->ledger);

  for (int i = 0; i <= n; i++)
    {
      ExLostReason reason = { i < n ? i : -1, self->reasons[i] };

      if (reason.lost.customers > 0)
        g_array_append_val (span->reasons, reason);
    }
  g_array_sort_with_data (span->reasons, compare_reasons, (gpointer) self->ledger);
  memset (self->reasons, 0, (n + 1) * sizeof (ExCount));
}

/* The span from period @first to @last, which the walk stands before. NULL: a sum overflowed. */
static ExSpan *
take_span (Walk *self, ExPeriod period, int first, int last, GError **error)
{
  g_autoptr (ExSpan) span = g_new0 (ExSpan, 1);
  guint n = ex_ledger_n_columns (self->ledger);
  int end = n > 0 ? ex_ledger_get_column (self->ledger, n - 1)->index : last;
  gboolean transactions = ex_ledger_get_kind (self->ledger) == EX_LEDGER_TRANSACTIONS;
  /* A span that runs on behind the ledger's end closes with the last period that the ledger has. */
  int closing = end >= first ? MIN (last, end) : last;
  int opens = transactions ? first - (last - first + 1) : first - 1;

  span->period = period;
  span->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
  span->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  span->empty = !walk_to (self, first, last, closing, &span->movement, opens);
  if (self->overflow)
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW,
                           _("The values of the customer ledger add up to more than can be counted exactly."));
      return NULL;
    }
  take_segments (self, span);
  take_reasons (self, span);

  return g_steal_pointer (&span);
}

GPtrArray *
ex_ledger_movements (const ExLedger *ledger, ExGrain grain, gboolean by_segment, GError **error)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  guint n = ex_ledger_n_columns (ledger);
  int length = (int) grain / (int) ex_ledger_get_grain (ledger);
  Walk walk;

  if (grain < ex_ledger_get_grain (ledger))
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("The customer ledger is kept by %s; it cannot be shown by %s, which is finer."),
                   ex_grain_nick (ex_ledger_get_grain (ledger)), ex_grain_nick (grain));
      return NULL;
    }
  if (n == 0)
    return g_steal_pointer (&spans);

  walk_init (&walk, ledger, by_segment);
  for (int i = ex_ledger_get_column (ledger, 0)->index / length; i <= ex_ledger_get_column (ledger, n - 1)->index / length; i++)
    {
      ExSpan *span = take_span (&walk, (ExPeriod) { grain, i }, i * length, (i + 1) * length - 1, error);

      if (span == NULL)
        break;
      g_ptr_array_add (spans, span);
    }
  n = walk.overflow;
  walk_clear (&walk);

  return n ? NULL : g_steal_pointer (&spans);
}

ExSpan *
ex_ledger_movement_between (const ExLedger *ledger, int first, int last, gboolean by_segment, GError **error)
{
  ExPeriod period = { ex_ledger_get_grain (ledger), last };
  int length = last - first + 1;
  ExSpan *span;
  Walk walk;

  g_return_val_if_fail (first <= last, NULL);

  walk_init (&walk, ledger, by_segment);
  /* What came before the opening, the opening, the span. */
  if (ex_ledger_get_kind (ledger) == EX_LEDGER_TRANSACTIONS)
    walk_to (&walk, G_MININT, first - length - 1, 0, NULL, 0);
  walk_to (&walk, first - length, first - 1, first - 1, NULL, 0);
  span = take_span (&walk, period, first, last, error);
  walk_clear (&walk);

  return span;
}

void
ex_span_free (ExSpan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_free (self);
}
