#include "config.h"

#include "ex-running-closings.h"

#include "ex-error.h"
#include "ex-money.h"

#include <glib/gi18n-lib.h>

struct _ExRunningClosings
{
  gint64   *sums;     /* of each customer since the span's first period */
  GArray   *closings; /* (element-type ExClosing) every period of the span */
  guint     next;     /* closing that is not passed yet */
  ExCount   count;    /* so far */
  ExGrain   grain;
  const ExLedgerMarks *marks;
  gboolean  overflow;
};

ExRunningClosings *
ex_running_closings_new (const ExCycleSpans  *spans,
                         const ExLedgerMarks *marks,
                         guint                n_customers)
{
  ExRunningClosings *self = g_new0 (ExRunningClosings, 1);

  self->sums = g_new0 (gint64, n_customers);
  self->grain = spans->grain;
  self->marks = marks;
  self->closings = g_array_new (FALSE, FALSE, sizeof (ExClosing));
  for (int i = spans->now.first; i <= spans->now.last; i++)
    {
      ExClosing closing = { .index = i };

      g_array_append_val (self->closings, closing);
    }
  return self;
}

void
ex_running_closings_free (ExRunningClosings *self)
{
  if (self == NULL)
    return;
  g_free (self->sums);
  g_clear_pointer (&self->closings, g_array_unref);
  g_free (self);
}

/* Periods before @index stay at what they came to: nothing was bought in between. */
static void
pass (ExRunningClosings *self,
      int                index)
{
  for (; self->next < self->closings->len && g_array_index (self->closings, ExClosing, self->next).index < index; self->next++)
    g_array_index (self->closings, ExClosing, self->next).count = self->count;
}

static void
add (ExRunningClosings *self,
     guint32            customer,
     gint64             value)
{
  gint64 before = self->sums[customer], now = before;

  if (!ex_money_add (&now, value) || !ex_money_add (&self->count.value, MAX (now, 0) - MAX (before, 0)))
    self->overflow = TRUE;
  self->count.customers += (now > 0) - (before > 0);
  self->sums[customer] = now;
}

void
ex_running_closings_take (ExRunningClosings *self,
                          const ExColumn    *column)
{
  if (self->closings->len == 0 || column->index < g_array_index (self->closings, ExClosing, 0).index
      || column->index > g_array_index (self->closings, ExClosing, self->closings->len - 1).index)
    return;
  pass (self, column->index);
  for (guint i = 0; i < column->n; i++)
    add (self, column->customer[i], column->value[i]);
}

GArray *
ex_running_closings_end (ExRunningClosings *self,
                         GError           **error)
{
  pass (self, G_MAXINT);
  if (self->overflow)
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW,
                           _("The values of the customer ledger add up to more than can be counted exactly."));
      return NULL;
    }
  for (guint i = self->closings->len; i > 0; i--)
    if (ex_ledger_marks_is_no_data (self->marks, (ExPeriod) { self->grain, g_array_index (self->closings, ExClosing, i - 1).index }))
      g_array_remove_index (self->closings, i - 1);
  return g_steal_pointer (&self->closings);
}
