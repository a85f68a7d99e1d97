#include "config.h"

#include "ex-span-walk.h"

#include "ex-money.h"

#include <stdlib.h>
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

/* A segment's movement in the span at hand. */
typedef struct
{
  guint32    seen;        /* number of the span that it is of; of another one, it counts as all 0 */
  ExMovement movement;
} Segment;

struct _ExSpanWalk
{
  const ExLedger *ledger;
  ExSpanRequest  *request;
  GArray         *stages;
  guint           stage;     /* the one at hand */
  gboolean        any;       /* it had a row in one of its periods */
  gboolean        transactions;
  Customer       *customers;
  guint32         number;    /* of the stage, from 1 */
  guint32        *open;      /* customers active at the opening */
  guint           n_open;
  guint32        *touched;   /* customers with a row in the span */
  guint           n_touched;
  guint           n_segments;
  Segment        *segments;  /* [n_segments + 1]; the last is of those never said; NULL: none are wanted */
  guint32        *order;     /* [n_segments] their numbers by name; NULL unless all are wanted */
  guint           n_reasons;
  ExCount        *reasons;   /* [n_reasons + 1] of the span; the last is of those not known */
  gboolean        overflow;
};

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *one = a, *other = b;

  return strcmp (ex_ledger_get_segment (data, *one), ex_ledger_get_segment (data, *other));
}

static void
prepare_segments (ExSpanWalk *self)
{
  if (self->request->segment == EX_COMPANY_ONLY)
    return;

  self->segments = g_new0 (Segment, self->n_segments + 1);
  if (self->request->segment != EX_EVERY_SEGMENT)
    return;

  self->order = g_new (guint32, self->n_segments);
  for (guint i = 0; i < self->n_segments; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (gint) self->n_segments, sizeof *self->order, compare_names, (gpointer) self->ledger);
}

ExSpanWalk *
ex_span_walk_new (const ExLedger *ledger, GArray *stages, ExSpanRequest *request)
{
  ExSpanWalk *self = g_new0 (ExSpanWalk, 1);
  guint n = ex_ledger_n_customers (ledger);

  self->ledger = ledger;
  self->request = request;
  self->stages = stages;
  self->number = 1;
  self->transactions = ex_ledger_get_kind (ledger) == EX_LEDGER_TRANSACTIONS;
  self->customers = g_new0 (Customer, n);
  for (guint i = 0; i < n; i++)
    self->customers[i].segment_before = self->customers[i].segment = self->customers[i].reason = -1;
  self->open = g_new (guint32, n);
  self->touched = g_new (guint32, n);
  self->n_segments = ex_ledger_n_segments (ledger);
  self->n_reasons = ex_ledger_n_reasons (ledger);
  self->reasons = g_new0 (ExCount, self->n_reasons + 1);
  prepare_segments (self);

  return self;
}

void
ex_span_walk_free (ExSpanWalk *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->stages);
  g_free (self->customers);
  g_free (self->open);
  g_free (self->touched);
  g_free (self->segments);
  g_free (self->order);
  g_free (self->reasons);
  g_free (self);
}

gboolean
ex_span_walk_overflowed (const ExSpanWalk *self)
{
  return self->overflow;
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------- */

/* A customer's first row in the span. */
static inline void
touch (ExSpanWalk *self, Customer *customer, guint32 number)
{
  customer->seen = self->number;
  customer->now = 0;
  self->touched[self->n_touched++] = number;
}

/* @closes: the column's values stand at the closing of the span, all of them in transactions, those of one period in a recurring
 * ledger. */
static void
take_column (ExSpanWalk *self, const ExColumn *column, gboolean closes)
{
  for (guint i = 0; i < column->n; i++)
    {
      Customer *customer = &self->customers[column->customer[i]];

      if (customer->seen != self->number)
        touch (self, customer, column->customer[i]);
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

/* --- what became of a customer ---------------------------------------------------------------------------------------------------- */

static inline void
count (ExSpanWalk *self, ExCount *to, gint64 value)
{
  to->customers++;
  if (!ex_money_add (&to->value, value))
    self->overflow = TRUE;
}

/* Active at both ends: @m is of the company, or of the segment that the customer is in now. */
static void
count_kept (ExSpanWalk *self, ExMovement *m, const Customer *customer)
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
count_customer (ExSpanWalk *self, const Customer *customer, ExMovement *from, ExMovement *to)
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
segment_of (ExSpanWalk *self, gint32 number)
{
  Segment *segment = &self->segments[number >= 0 ? (guint) number : self->n_segments];

  if (segment->seen != self->number)
    {
      segment->seen = self->number;
      memset (&segment->movement, 0, sizeof segment->movement);
    }

  return &segment->movement;
}

static gboolean
concerns_segments (const ExSpanWalk *self, const Customer *customer)
{
  int wanted = self->request->segment;

  return self->segments != NULL && (customer->before > 0 || customer->now > 0)
         && (wanted == EX_EVERY_SEGMENT || wanted == customer->segment_before || wanted == customer->segment);
}

static void
settle (ExSpanWalk *self, Customer *customer, const ExStage *stage, ExMovement *company)
{
  if (company != NULL)
    {
      count_customer (self, customer, company, company);
      if (concerns_segments (self, customer))
        count_customer (self, customer, segment_of (self, customer->segment_before), segment_of (self, customer->segment));
      if (customer->before > 0 && customer->now <= 0)
        {
          gboolean known = customer->reason >= 0 && customer->reason_period >= stage->reasons_from;

          count (self, &self->reasons[known ? (guint) customer->reason : self->n_reasons], customer->before);
        }
    }

  customer->before = MAX (customer->now, 0);
  customer->segment_before = customer->segment;
  customer->ever = customer->active;
}

/* Everybody who was there at the opening or had a row since. @company NULL: a span that is only passed through. */
static void
settle_all (ExSpanWalk *self, const ExStage *stage, ExMovement *company)
{
  guint n = 0;

  for (guint i = 0; i < self->n_open; i++)
    {
      Customer *customer = &self->customers[self->open[i]];

      if (customer->seen == self->number)
        continue;
      customer->now = 0;
      settle (self, customer, stage, company);
    }

  for (guint i = 0; i < self->n_touched; i++)
    {
      Customer *customer = &self->customers[self->touched[i]];

      settle (self, customer, stage, company);
      if (customer->before > 0)
        self->open[n++] = self->touched[i];
    }
  self->n_open = n;
  self->n_touched = 0;
}

/* --- spans ------------------------------------------------------------------------------------------------------------------------ */

static void
append_segment (ExSpanWalk *self, GArray *segments, int number)
{
  static const ExMovement nothing;
  const Segment *segment = &self->segments[number >= 0 ? (guint) number : self->n_segments];
  ExSegmentMovement row = { number, segment->movement };

  if (segment->seen == self->number && memcmp (&segment->movement, &nothing, sizeof nothing) != 0)
    g_array_append_val (segments, row);
}

/* Those with something in the span, by name, those of whom none was ever said behind them. */
static void
take_segments (ExSpanWalk *self, GArray *segments)
{
  if (self->segments == NULL)
    return;

  if (self->request->segment != EX_EVERY_SEGMENT)
    {
      if (self->request->segment < (int) self->n_segments)
        append_segment (self, segments, self->request->segment);
      return;
    }

  for (guint i = 0; i < self->n_segments; i++)
    append_segment (self, segments, (int) self->order[i]);
  append_segment (self, segments, -1);
}

static int
compare_reasons (gconstpointer a, gconstpointer b, gpointer data)
{
  const ExLostReason *one = a, *other = b;

  if (one->reason < 0 || other->reason < 0)
    return (one->reason < 0) - (other->reason < 0);
  if (one->lost.value != other->lost.value)
    return one->lost.value < other->lost.value ? 1 : -1;
  if (one->lost.customers != other->lost.customers)
    return one->lost.customers < other->lost.customers ? 1 : -1;

  return strcmp (ex_ledger_get_reason (data, (guint) one->reason), ex_ledger_get_reason (data, (guint) other->reason));
}

static void
take_reasons (ExSpanWalk *self, GArray *reasons)
{
  for (guint i = 0; i <= self->n_reasons; i++)
    {
      ExLostReason reason = { i < self->n_reasons ? (int) i : -1, self->reasons[i] };

      if (reason.lost.customers > 0)
        g_array_append_val (reasons, reason);
    }
  g_array_sort_with_data (reasons, compare_reasons, (gpointer) self->ledger);
  memset (self->reasons, 0, (self->n_reasons + 1) * sizeof (ExCount));
}

static void
hand_over (ExSpanWalk *self, ExSpan *span)
{
  if (self->request->take != NULL)
    self->request->take (span, self->request->data);
  else
    g_ptr_array_add (self->request->spans, span);
}

static void
end_stage (ExSpanWalk *self)
{
  const ExStage *stage = &g_array_index (self->stages, ExStage, self->stage);
  ExSpan *span = stage->wanted ? g_new0 (ExSpan, 1) : NULL;

  if (span != NULL)
    {
      span->period = stage->period;
      span->segments = g_array_new (FALSE, FALSE, sizeof (ExSegmentMovement));
      span->reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
      span->empty = !self->any && !stage->no_data;
      span->no_data = stage->no_data;
      span->provisional = stage->provisional;
    }
  if (!stage->no_data)
    settle_all (self, stage, span != NULL ? &span->movement : NULL);
  if (span != NULL)
    {
      take_segments (self, span->segments);
      take_reasons (self, span->reasons);
      hand_over (self, span);
    }
  self->stage++;
  self->number++;
  self->any = FALSE;
}

void
ex_span_walk_push (ExSpanWalk *self, const ExColumn *column)
{
  const ExStage *stage;

  while (self->stage < self->stages->len && column->index > g_array_index (self->stages, ExStage, self->stage).last)
    end_stage (self);
  if (self->stage >= self->stages->len)
    return;

  stage = &g_array_index (self->stages, ExStage, self->stage);
  self->any = self->any || column->index >= stage->first;
  take_column (self, column, self->transactions || column->index == stage->closing);
}

void
ex_span_walk_end (ExSpanWalk *self)
{
  while (self->stage < self->stages->len)
    end_stage (self);
}
