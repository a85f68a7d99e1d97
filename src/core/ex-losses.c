/* The losses of single customers: when each was there is kept as bits, a column one of them, so that many are found in one pass. */
#include "config.h"

#include "ex-lost.h"
#include "ex-span-walk.h"

#define NOBODY G_MAXUINT32

typedef struct
{
  const ExLedger      *ledger;
  const ExLedgerMarks *marks;
  guint                n_columns;
  guint                words;    /* of 64 bits, a customer */
  guint32             *slot;     /* [customers] which of those that are asked for; NOBODY: not asked for */
  guint64             *has_row;  /* [slots * words] */
  guint64             *active;   /* the same: with a value over 0 */
} Presence;

static void
presence_clear (Presence *self)
{
  g_free (self->slot);
  g_free (self->has_row);
  g_free (self->active);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Presence, presence_clear)

static gboolean
bit (const Presence *self, const guint64 *bits, guint slot, guint column)
{
  return (bits[(gsize) slot * self->words + column / 64] >> column % 64) & 1;
}

static void
set_bit (const Presence *self, guint64 *bits, guint slot, guint column)
{
  bits[(gsize) slot * self->words + column / 64] |= G_GUINT64_CONSTANT (1) << column % 64;
}

static void
presence_init (Presence *self, const ExLossQuery *queries, guint n)
{
  guint n_customers = ex_ledger_n_customers (self->ledger), n_slots = 0;

  self->n_columns = ex_ledger_n_columns (self->ledger);
  self->words = self->n_columns / 64 + 1;
  self->slot = g_new (guint32, n_customers);
  for (guint i = 0; i < n_customers; i++)
    self->slot[i] = NOBODY;
  for (guint i = 0; i < n; i++)
    if (self->slot[queries[i].customer] == NOBODY)
      self->slot[queries[i].customer] = n_slots++;
  self->has_row = g_new0 (guint64, (gsize) n_slots * self->words);
  self->active = g_new0 (guint64, (gsize) n_slots * self->words);
}

static gboolean
presence_read (Presence *self, GError **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const ExColumn *column = ex_ledger_read_column (self->ledger, i, error);

      if (column == NULL)
        return FALSE;
      for (guint k = 0; k < column->n; k++)
        {
          guint32 slot = self->slot[column->customer[k]];

          if (slot == NOBODY)
            continue;
          set_bit (self, self->has_row, slot, i);
          if (column->value[k] > 0)
            set_bit (self, self->active, slot, i);
        }
    }

  return TRUE;
}

static int
index_of (const Presence *self, guint column)
{
  return ex_ledger_get_period (self->ledger, column).index;
}

/* The customer, active in @column, is gone in the next period that counts. FALSE: they are there in it, or there is none yet. */
static gboolean
is_loss (const Presence *self, guint slot, guint column, int *loss, int *last)
{
  gboolean next;

  if (column + 1 >= self->n_columns)
    return FALSE;
  *loss = *last = index_of (self, column);
  do
    (*loss)++;
  while (ex_span_is_passed (self->ledger, self->marks, *loss));
  next = index_of (self, column + 1) == *loss;
  if (next && bit (self, self->active, slot, column + 1))
    return FALSE;
  if (next && bit (self, self->has_row, slot, column + 1))
    *last = *loss;

  return TRUE;
}

/* What is asked for, in periods of the ledger's grain. */
typedef struct { int first; int last; gboolean any; } Asked;

static Asked
asked_of (const Presence *self, ExPeriod period)
{
  ExGrain grain = ex_ledger_get_grain (self->ledger);
  Asked asked = { G_MININT, G_MAXINT, period.grain == 0 };

  if (!asked.any)
    {
      asked.first = ex_period_of_day (grain, ex_period_first_day (period)).index;
      asked.last = ex_period_of_day (grain, ex_period_last_day (period)).index;
    }

  return asked;
}

/* A loss: the period, and where a reason is kept. */
typedef struct { int loss; int last; } Loss;

/* What there is to choose from. */
typedef struct
{
  gboolean was;    /* they were there, up to the end of what is asked for */
  Loss     before; /* the latest loss before what is asked for; G_MININT: none, here as below */
  Loss     in;     /* the latest one in it */
  Loss     after;  /* the first one behind it */
  int      active; /* the last period up to its end in which they were there */
} Choice;

static Choice
look (const Presence *self, guint slot, Asked asked)
{
  static const Loss none = { G_MININT, G_MININT };
  Choice choice = { FALSE, none, none, none, G_MININT };

  for (guint i = 0; i < self->n_columns && choice.after.loss == G_MININT; i++)
    {
      Loss one;

      if (!bit (self, self->active, slot, i))
        continue;
      if (index_of (self, i) <= asked.last)
        {
          choice.was = TRUE;
          choice.active = index_of (self, i);
        }
      if (!is_loss (self, slot, i, &one.loss, &one.last))
        continue;
      *(one.loss > asked.last ? &choice.after : one.loss >= asked.first ? &choice.in : &choice.before) = one;
    }

  return choice;
}

static gboolean
any_row (const Presence *self, guint slot)
{
  for (guint i = 0; i < self->words; i++)
    if (self->has_row[(gsize) slot * self->words + i] != 0)
      return TRUE;

  return FALSE;
}

static void
answer (const Presence *self, ExLossQuery *query)
{
  guint slot = self->slot[query->customer];
  Asked asked = asked_of (self, query->period);
  Choice choice = look (self, slot, asked);
  gboolean there = choice.was && choice.active >= MAX (choice.before.loss, choice.in.loss); /* at the end of what is asked for */
  Loss found = choice.in.loss != G_MININT ? choice.in : there ? choice.after : choice.before;

  query->loss = found.loss;
  query->last = found.last;
  if (found.loss != G_MININT)
    query->answer = EX_LOSS_FOUND;
  else if (there)
    query->answer = EX_LOSS_STILL_THERE;
  else
    query->answer = any_row (self, slot) && !asked.any ? EX_LOSS_NOT_YET : EX_LOSS_NO_ROWS;
}

gboolean
ex_ledger_find_losses (const ExLedger *ledger, const ExLedgerMarks *marks, ExLossQuery *queries, guint n, GError **error)
{
  g_auto (Presence) self = { .ledger = ledger, .marks = marks };

  g_return_val_if_fail (ledger != NULL, FALSE);

  presence_init (&self, queries, n);
  if (!presence_read (&self, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    answer (&self, &queries[i]);

  return TRUE;
}
