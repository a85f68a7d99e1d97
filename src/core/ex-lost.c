#include "config.h"

#include "ex-lost.h"

#include "ex-error.h"
#include "ex-money.h"
#include "ex-span-walk.h"

#include <glib/gi18n-lib.h>

#define NEVER G_MININT

/* What a pass remembers of a customer. */
typedef struct
{
  gint64 before;
  gint64 now;
  gint32 segment;
  gint32 reason;
  gint32 reason_period;
  gint32 last_active;
  gint32 gone;          /* the first row since that says that they are not there; NEVER */
} Customer;

typedef struct
{
  const ExLedger      *ledger;
  const ExLedgerMarks *marks;
  const ExStage       *opening;
  const ExStage       *span;
  gboolean             transactions;
  Customer            *customers;
  gboolean             overflow;
} Pass;

static gboolean
counts (const Pass *self, const ExStage *stage, int index)
{
  return index >= stage->first && index <= stage->last && (self->transactions || index == stage->closing);
}

static void
take_cell (Pass *self, Customer *customer, const ExColumn *column, guint i)
{
  if (column->value[i] > 0)
    {
      customer->last_active = column->index;
      customer->gone = NEVER;
    }
  else if (customer->gone == NEVER)
    customer->gone = column->index;
  if (column->segment[i] >= 0 && column->index <= self->opening->last)
    customer->segment = column->segment[i];
  if (column->reason[i] >= 0)
    {
      customer->reason = column->reason[i];
      customer->reason_period = column->index;
    }
}

static void
take_column (Pass *self, const ExColumn *column)
{
  gboolean opens = counts (self, self->opening, column->index);
  gboolean closes = counts (self, self->span, column->index);

  for (guint i = 0; i < column->n; i++)
    {
      Customer *customer = &self->customers[column->customer[i]];

      take_cell (self, customer, column, i);
      if ((opens && !ex_money_add (&customer->before, column->value[i])) || (closes && !ex_money_add (&customer->now, column->value[i])))
        self->overflow = TRUE;
    }
}

static gboolean
read_columns (Pass *self, GError **error)
{
  for (guint i = 0; i < ex_ledger_n_columns (self->ledger) && ex_ledger_get_period (self->ledger, i).index <= self->span->last; i++)
    {
      const ExColumn *column = ex_ledger_read_column (self->ledger, i, error);

      if (column == NULL)
        return FALSE;
      take_column (self, column);
    }
  if (self->overflow)
    g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW, _("The values of the customer ledger add up to more than can be counted exactly."));

  return !self->overflow;
}

/* The period after @index that is not passed over. */
static int
next_known (const ExLedger *ledger, const ExLedgerMarks *marks, int index)
{
  do
    index++;
  while (ex_span_is_passed (ledger, marks, index));

  return index;
}

static GArray *
collect (const Pass *self)
{
  GArray *lost = g_array_new (FALSE, FALSE, sizeof (ExLost));

  for (guint i = 0; i < ex_ledger_n_customers (self->ledger); i++)
    {
      const Customer *customer = &self->customers[i];
      gboolean known = customer->reason >= 0 && customer->reason_period >= self->span->reasons_from;
      ExLost one = { i, customer->segment, customer->before, customer->last_active, known ? customer->reason : -1 };

      if (customer->before <= 0 || customer->now > 0)
        continue;
      if (customer->gone != NEVER && customer->gone == next_known (self->ledger, self->marks, customer->last_active))
        one.last = customer->gone;
      g_array_append_val (lost, one);
    }

  return lost;
}

GArray *
ex_ledger_list_lost (const ExLedger *ledger, int first, int last, const ExLedgerMarks *marks, GError **error)
{
  g_autoptr (GArray) stages = NULL;
  g_autofree Customer *customers = NULL;
  Pass self = { .ledger = ledger, .marks = marks };
  guint n;

  g_return_val_if_fail (ledger != NULL && first <= last, NULL);

  n = ex_ledger_n_customers (ledger);
  stages = ex_span_stages_between (ledger, marks, first, last);
  self.opening = &g_array_index (stages, ExStage, stages->len - 2);
  self.span = &g_array_index (stages, ExStage, stages->len - 1);
  self.transactions = ex_ledger_get_kind (ledger) == EX_LEDGER_TRANSACTIONS;
  self.customers = customers = g_new0 (Customer, n);
  for (guint i = 0; i < n; i++)
    {
      customers[i].segment = customers[i].reason = -1;
      customers[i].last_active = customers[i].gone = NEVER;
    }
  if (self.span->no_data)
    return g_array_new (FALSE, FALSE, sizeof (ExLost));

  return read_columns (&self, error) ? collect (&self) : NULL;
}
