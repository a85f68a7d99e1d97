#include "config.h"

#include "ex-movement.h"

#include "ex-error.h"
#include "ex-money.h"
#include "ex-span-walk.h"

#include <glib/gi18n-lib.h>

void
ex_span_free (ExSpan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_free (self);
}

/* --- the way ---------------------------------------------------------------------------------------------------------------------- */

/* What the spans of a walk are laid out by. */
typedef struct
{
  const ExLedger      *ledger;
  const ExLedgerMarks *marks;
  int                  begin; /* its first and its last period */
  int                  end;
} Route;

static Route
route_new (const ExLedger *ledger, const ExLedgerMarks *marks)
{
  Route self = { .ledger = ledger, .marks = marks };
  guint n = ex_ledger_n_columns (ledger);

  if (n > 0)
    {
      self.begin = ex_ledger_get_period (ledger, 0).index;
      self.end = ex_ledger_get_period (ledger, n - 1).index;
    }

  return self;
}

static gboolean
has_column (const Route *self, int index)
{
  guint from = 0, to = ex_ledger_n_columns (self->ledger);

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      int found = ex_ledger_get_period (self->ledger, middle).index;

      if (found == index)
        return TRUE;
      if (found < index)
        from = middle + 1;
      else
        to = middle;
    }

  return FALSE;
}

/* A period without data is passed over; one with rows has data, whatever is said of it. */
static gboolean
is_passed (const Route *self, int index)
{
  ExPeriod period = { ex_ledger_get_grain (self->ledger), index };

  return index > self->begin && index < self->end && ex_ledger_marks_is_no_data (self->marks, period) && !has_column (self, index);
}

static gboolean
all_passed (const Route *self, int first, int last)
{
  if (first <= self->begin || last >= self->end)
    return FALSE;

  for (int index = first; index <= last; index++)
    if (!is_passed (self, index))
      return FALSE;

  return TRUE;
}

/* The last period up to @index that is not passed over. */
static int
last_known (const Route *self, int index)
{
  while (is_passed (self, index))
    index--;

  return index;
}

/* The first period of the equal span before one that begins at @first, passing over what has no data. */
static int
equal_before (const Route *self, int first, int length)
{
  int from = first - length;

  while (all_passed (self, from, from + length - 1))
    from -= length;

  return from;
}

static void
add_stage (const Route *self, GArray *stages, ExPeriod period, int first, int last, gboolean wanted)
{
  /* A span that runs on behind the ledger's end closes with the last period that the ledger has. */
  int closing = last_known (self, wanted && self->end >= first ? MIN (last, self->end) : last);
  gboolean transactions = ex_ledger_get_kind (self->ledger) == EX_LEDGER_TRANSACTIONS;
  ExStage stage = { period, first, last, closing, G_MININT, wanted, all_passed (self, first, last), FALSE };

  stage.provisional = ex_ledger_marks_is_provisional (self->marks, period);
  if (wanted)
    stage.reasons_from = transactions ? equal_before (self, first, last - first + 1) : last_known (self, first - 1);
  g_array_append_val (stages, stage);
}

static GArray *
route_of_grain (const Route *self, ExGrain grain)
{
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (ExStage));
  int length = (int) grain / (int) ex_ledger_get_grain (self->ledger);
  gboolean empty = ex_ledger_n_columns (self->ledger) == 0;

  for (int i = self->begin / length; !empty && i <= self->end / length; i++)
    add_stage (self, stages, (ExPeriod) { grain, i }, i * length, (i + 1) * length - 1, TRUE);

  return stages;
}

/* What came before the opening, the opening, the span. */
static GArray *
route_between (const Route *self, int first, int last)
{
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (ExStage));
  ExPeriod period = { ex_ledger_get_grain (self->ledger), last };
  int length = last - first + 1;

  if (ex_ledger_get_kind (self->ledger) == EX_LEDGER_TRANSACTIONS)
    {
      int before = equal_before (self, first, length);

      add_stage (self, stages, period, G_MININT, before - 1, FALSE);
      add_stage (self, stages, period, before, first - 1, FALSE);
    }
  else
    add_stage (self, stages, period, G_MININT, first - 1, FALSE);
  add_stage (self, stages, period, first, last, TRUE);

  return stages;
}

GArray *
ex_span_stages_between (const ExLedger *ledger, const ExLedgerMarks *marks, int first, int last)
{
  Route route = route_new (ledger, marks);

  return route_between (&route, first, last);
}

gboolean
ex_span_is_passed (const ExLedger *ledger, const ExLedgerMarks *marks, int index)
{
  Route route = route_new (ledger, marks);

  return is_passed (&route, index);
}

/* --- the walk ----------------------------------------------------------------------------------------------------------------------- */

static void
set_overflow (GError **error)
{
  g_set_error_literal (error, EX_ERROR, EX_ERROR_OVERFLOW,
                       _("The values of the customer ledger add up to more than can be counted exactly."));
}

static gboolean
check_grains (const ExLedger *ledger, const ExSpanRequest *requests, guint n, GError **error)
{
  ExGrain kept = ex_ledger_get_grain (ledger);

  for (guint i = 0; i < n; i++)
    if (requests[i].grain != 0 && requests[i].grain < kept)
      {
        g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("The customer ledger is kept by %s; it cannot be shown by %s, which is finer."),
                     ex_grain_nick (kept), ex_grain_nick (requests[i].grain));
        return FALSE;
      }

  return TRUE;
}

static void
prepare (const ExLedger *ledger, ExSpanRequest *requests, guint n, const ExLedgerMarks *marks, GPtrArray *walks)
{
  Route route = route_new (ledger, marks);

  for (guint i = 0; i < n; i++)
    {
      GArray *stages = requests[i].grain != 0 ? route_of_grain (&route, requests[i].grain)
                                              : route_between (&route, requests[i].first, requests[i].last);

      g_ptr_array_add (walks, ex_span_walk_new (ledger, stages, &requests[i]));
    }
}

/* What a pass counts beside its spans. */
typedef struct
{
  ExLedgerCensus *census;    /* NULL: nobody asks */
  guint8         *customers; /* 1: has a cell */
} Count;

static gboolean
count_column (Count *self, const ExColumn *column)
{
  gboolean fits = TRUE;

  if (self->census == NULL)
    return TRUE;

  for (guint i = 0; i < column->n; i++)
    {
      guint8 *counted = &self->customers[column->customer[i]];

      self->census->n_customers += !*counted;
      *counted = 1;
      if (column->value[i] > 0)
        fits = ex_money_add (&self->census->total, column->value[i]) && fits;
    }
  self->census->n_cells += column->n;

  return fits;
}

static gboolean
pass (const ExLedger *ledger, GPtrArray *walks, ExColumnFunc each, gpointer data, Count *count, GError **error)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_read_column (ledger, i, error);

      if (column == NULL)
        return FALSE;
      for (guint k = 0; k < walks->len; k++)
        ex_span_walk_push (g_ptr_array_index (walks, k), column);
      if (each != NULL)
        each (column, data);
      fits = count_column (count, column) && fits;
    }

  for (guint k = 0; k < walks->len; k++)
    {
      ExSpanWalk *walk = g_ptr_array_index (walks, k);

      ex_span_walk_end (walk);
      fits = fits && !ex_span_walk_overflowed (walk);
    }
  if (!fits)
    set_overflow (error);

  return fits;
}

gboolean
ex_ledger_walk (const ExLedger *ledger, ExSpanRequest *requests, guint n, const ExLedgerMarks *marks, ExColumnFunc each, gpointer data,
                ExLedgerCensus *census, GError **error)
{
  g_autoptr (GPtrArray) walks = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_walk_free);
  g_autofree guint8 *customers = census != NULL ? g_malloc0 (ex_ledger_n_customers (ledger)) : NULL;
  Count count = { census, customers };
  gboolean good;

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (census != NULL)
    *census = (ExLedgerCensus) { 0 };
  for (guint i = 0; i < n; i++)
    requests[i].spans = NULL;
  if (!check_grains (ledger, requests, n, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    requests[i].spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_span_free);
  prepare (ledger, requests, n, marks, walks);
  good = pass (ledger, walks, each, data, &count, error);
  for (guint i = 0; i < n && !good; i++)
    g_clear_pointer (&requests[i].spans, g_ptr_array_unref);

  return good;
}

GPtrArray *
ex_ledger_movements (const ExLedger *ledger, ExGrain grain, int segment, const ExLedgerMarks *marks, GError **error)
{
  ExSpanRequest request = { .grain = grain, .segment = segment };

  return ex_ledger_walk (ledger, &request, 1, marks, NULL, NULL, NULL, error) ? request.spans : NULL;
}

ExSpan *
ex_ledger_movement_between (const ExLedger *ledger, int first, int last, int segment, const ExLedgerMarks *marks, GError **error)
{
  ExSpanRequest request = { .first = first, .last = last, .segment = segment };
  ExSpan *span;

  g_return_val_if_fail (first <= last, NULL);

  if (!ex_ledger_walk (ledger, &request, 1, marks, NULL, NULL, NULL, error))
    return NULL;
  span = request.spans->len > 0 ? g_ptr_array_steal_index (request.spans, 0) : NULL;
  g_ptr_array_unref (request.spans);

  return span;
}
