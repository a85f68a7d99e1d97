#include "config.h"

#include "ex-given-reasons.h"

#include "ex-column.h"
#include "ex-ledger-open.h"

#include <string.h>

typedef struct
{
  int     index;
  guint32 customer;
  gint32  reason;
} Given;

struct _ExGivenReasons
{
  GArray *all; /* (element-type Given) by period, then by customer */
};

static int
compare_given (gconstpointer a,
               gconstpointer b)
{
  const Given *one = a, *other = b;

  if (one->index != other->index)
    return one->index < other->index ? -1 : 1;
  return (one->customer > other->customer) - (one->customer < other->customer);
}

/* One row; a customer or a period that the ledger does not know any more, since an import was taken back, waits for it to come again. */
static void
take_row (ExGivenReasons *self,
          ExStatement    *row,
          ExGrain         grain,
          ExNames        *known,
          guint           n_known,
          ExNames        *reasons)
{
  const char *customer = ex_statement_text (row, 0), *reason = ex_statement_text (row, 2);
  ExPeriod period;
  Given given;

  if (!ex_period_parse (ex_statement_text (row, 1), &period) || period.grain != grain)
    return;
  given.index = period.index;
  given.customer = ex_names_intern (known, customer, strlen (customer));
  if (given.customer >= n_known)
    return;
  given.reason = (gint32) ex_names_intern (reasons, reason, strlen (reason));
  g_array_append_val (self->all, given);
}

static gboolean
any (ExDatabase *database,
     gboolean   *found,
     GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT 1 FROM given_reasons LIMIT 1", error);
  int n = row != NULL ? ex_row_find (row, error) : -1;

  *found = n > 0;
  return n >= 0;
}

gboolean
ex_given_reasons_read (ExDatabase      *database,
                       const GArray    *layers,
                       ExGrain          grain,
                       ExNames         *reasons,
                       ExGivenReasons **given,
                       GError         **error)
{
  g_autoptr (ExGivenReasons) self = NULL;
  g_autoptr (ExNames) known = NULL;
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;
  gboolean found;
  guint n_known;

  *given = NULL;
  if (!any (database, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  known = ex_ledger_read_known (database, layers, error);
  rows = known != NULL ? ex_database_prepare (database, "SELECT customer, period, reason FROM given_reasons ORDER BY customer, period", error) : NULL;
  if (rows == NULL)
    return FALSE;
  self = g_new0 (ExGivenReasons, 1);
  self->all = g_array_new (FALSE, FALSE, sizeof (Given));
  n_known = ex_names_length (known);
  while (ex_statement_step (rows, &failure))
    take_row (self, rows, grain, known, n_known, reasons);
  g_array_sort (self->all, compare_given);
  *given = g_steal_pointer (&self);
  return ex_rows_ended (failure, error);
}

void
ex_given_reasons_free (ExGivenReasons *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->all);
  g_free (self);
}

/* Both are sorted by customer. */
void
ex_given_reasons_lay (const ExGivenReasons *self,
                      ExColumn             *column)
{
  guint cell = 0;

  for (guint i = 0; i < self->all->len; i++)
    {
      const Given *given = &g_array_index (self->all, Given, i);

      if (given->index != column->index)
        continue;
      while (cell < column->n && column->customer[cell] < given->customer)
        cell++;
      if (cell < column->n && column->customer[cell] == given->customer)
        column->reason[cell] = given->reason;
    }
}
