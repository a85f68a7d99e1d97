/* Why customers left, said later: a file of customers without values. What is there to be said is in the ledger that stands. */
#include "config.h"

#include "core/ex-lost.h"
#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ExGrain grain;
  GArray *lines; /* (element-type guint) of the rows of plan->reasons */
} State;

/* --- rows ---------------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_columns (ExImportRun *run)
{
  if (ex_import_has (run, EX_CUSTOMER_PERIOD) && ex_import_has (run, EX_CUSTOMER_DATE))
    ex_import_fail (run, run->line, (guint) run->plan->field_column[EX_CUSTOMER_DATE] + 1,
                    _("The columns “%s” and “%s” both say when; leave one out (--map period= or --map date=)."),
                    ex_import_heading (run, EX_CUSTOMER_PERIOD), ex_import_heading (run, EX_CUSTOMER_DATE));
  else if (run->context->ledger == NULL)
    ex_import_fail (run, run->line, 1,
                    _("Without a column value this is a file of reasons, and there is no customer ledger yet whose customers they could be of; "
                      "import the customers with their values first."));

  return !run->plan->fatal;
}

static gboolean
begin (ExImportRun *run)
{
  State *state;

  if (!check_columns (run))
    return FALSE;

  state = g_new0 (State, 1);
  state->grain = ex_ledger_get_grain (run->context->ledger);
  state->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  run->state = state;
  run->plan->strings = g_string_chunk_new (4096);
  run->plan->reasons = g_array_new (FALSE, TRUE, sizeof (ExReasonRow));
  ex_import_note (run, _("No column is value, so the file is read as reasons why customers left."));

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  g_array_unref (state->lines);
  g_clear_pointer (&run->state, g_free);
}

static void
read_period (ExImportRun *run, ExPeriod *period)
{
  State *state = run->state;

  if (ex_import_period (run, EX_CUSTOMER_PERIOD, period) != EX_CELL_GOOD)
    *period = (ExPeriod) { 0, 0 };
  else if (period->grain < state->grain)
    *period = ex_period_coarsen (*period, state->grain);
}

static void
read_day (ExImportRun *run, ExPeriod *period)
{
  State *state = run->state;
  ExDay day;

  if (ex_import_day (run, EX_CUSTOMER_DATE, &day) == EX_CELL_GOOD)
    *period = ex_period_of_day (state->grain, day);
}

static const char *
keep (ExImportRun *run, ExField text)
{
  g_autofree char *terminated = g_strndup (text.text, text.length);

  return g_string_chunk_insert_const (run->plan->strings, terminated);
}

/* A row without a reason says nothing, and is none of what is refused. */
static void
read_row (ExImportRun *run)
{
  State *state = run->state;
  ExField customer = ex_import_cell (run, EX_CUSTOMER_CUSTOMER);
  ExField reason = ex_import_cell (run, EX_CUSTOMER_LOST_REASON);
  ExReasonRow row = { 0 };

  if (customer.length == 0)
    ex_import_refuse (run, EX_CUSTOMER_CUSTOMER, _("%s is empty, and every row needs one."), ex_import_heading (run, EX_CUSTOMER_CUSTOMER));
  if (ex_import_has (run, EX_CUSTOMER_DATE))
    read_day (run, &row.period);
  else
    read_period (run, &row.period);
  if (run->bad || reason.length == 0)
    return;

  row.customer = keep (run, customer);
  row.reason = keep (run, reason);
  g_array_append_val (run->plan->reasons, row);
  g_array_append_val (state->lines, run->line);
}

/* --- against the ledger ---------------------------------------------------------------------------------------------------------------- */

static guint
line_of (ExImportRun *run, guint i)
{
  return g_array_index (((State *) run->state)->lines, guint, i);
}

/* Name -> number + 1 of the customers that are named; texts are kept once, so that the pointer is the name. */
static GHashTable *
find_numbers (ExImportRun *run)
{
  const ExLedger *ledger = run->context->ledger;
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->plan->reasons->len; i++)
    g_hash_table_insert (numbers, (gpointer) g_array_index (run->plan->reasons, ExReasonRow, i).customer, NULL);
  for (guint i = 0; i < ex_ledger_n_customers (ledger); i++)
    {
      gpointer name;

      if (g_hash_table_lookup_extended (numbers, ex_ledger_get_customer (ledger, i), &name, NULL))
        g_hash_table_replace (numbers, name, GUINT_TO_POINTER (i + 1));
    }

  return numbers;
}

static void
refuse_unknown (ExImportRun *run, guint i)
{
  const ExReasonRow *row = &g_array_index (run->plan->reasons, ExReasonRow, i);

  ex_import_refuse_at (run, line_of (run, i), EX_CUSTOMER_CUSTOMER, _("%s: “%s” is not in the customer ledger."),
                       ex_import_heading (run, EX_CUSTOMER_CUSTOMER), row->customer);
}

static gboolean
is_final (ExImportRun *run, ExPeriod period)
{
  const GArray *final = run->context->locks.final;

  for (guint i = 0; final != NULL && i < final->len; i++)
    {
      ExPeriod one = g_array_index (final, ExPeriod, i);

      if (ex_period_first_day (one) <= ex_period_last_day (period) && ex_period_last_day (one) >= ex_period_first_day (period))
        return TRUE;
    }

  return FALSE;
}

static void
check_answer (ExImportRun *run, guint i, const ExLossQuery *query)
{
  const ExReasonRow *row = &g_array_index (run->plan->reasons, ExReasonRow, i);
  const char *heading = ex_import_heading (run, EX_CUSTOMER_CUSTOMER);
  ExPeriod loss = { ((State *) run->state)->grain, query->loss };
  ExPeriod when = query->answer == EX_LOSS_FOUND ? loss : row->period;
  g_autofree char *label = when.grain != 0 ? ex_period_to_label (when, TRUE) : NULL;

  if (query->answer == EX_LOSS_NO_ROWS)
    refuse_unknown (run, i);
  else if (query->answer == EX_LOSS_NOT_YET)
    ex_import_refuse_at (run, line_of (run, i), EX_CUSTOMER_CUSTOMER, _("%s: “%s” was not a customer yet in %s."), heading, row->customer, label);
  else if (query->answer == EX_LOSS_STILL_THERE)
    ex_import_refuse_at (run, line_of (run, i), EX_CUSTOMER_CUSTOMER, _("%s: “%s” has not left, so there is no reason to give."), heading, row->customer);
  else if (is_final (run, loss))
    ex_import_refuse_at (run, line_of (run, i), EX_CUSTOMER_CUSTOMER, _("%s: “%s” was lost in %s, which is final: its customer figures do not change."),
                         heading, row->customer, label);
}

/* Two rows of one loss: the same words are said once. */
static void
check_repeated (ExImportRun *run, guint i, const ExLossQuery *query, GHashTable *said)
{
  const ExReasonRow *row = &g_array_index (run->plan->reasons, ExReasonRow, i);
  g_autofree char *key = g_strdup_printf ("%u %d", query->customer, query->last);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (said, key));
  const ExReasonRow *before = first > 0 ? &g_array_index (run->plan->reasons, ExReasonRow, first - 1) : NULL;

  if (before == NULL)
    g_hash_table_insert (said, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
  else if (strcmp (before->reason, row->reason) != 0)
    ex_import_refuse_at (run, line_of (run, i), EX_CUSTOMER_LOST_REASON, _("%s: line %u says “%s” of the same loss of “%s”; only one of them can be kept."),
                         ex_import_heading (run, EX_CUSTOMER_LOST_REASON), line_of (run, first - 1), before->reason, row->customer);
}

/* (element-type ExLossQuery) of every row whose customer is known; @rows: which rows those are. */
static GArray *
make_queries (ExImportRun *run, GArray *rows)
{
  GArray *queries = g_array_new (FALSE, TRUE, sizeof (ExLossQuery));
  g_autoptr (GHashTable) numbers = find_numbers (run);

  for (guint i = 0; i < run->plan->reasons->len; i++)
    {
      const ExReasonRow *row = &g_array_index (run->plan->reasons, ExReasonRow, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, row->customer));
      ExLossQuery query = { .customer = number - 1, .period = row->period };

      if (number == 0)
        {
          refuse_unknown (run, i);
          continue;
        }
      g_array_append_val (queries, query);
      g_array_append_val (rows, i);
    }

  return queries;
}

static void
check_all (ExImportRun *run)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) queries = make_queries (run, rows);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  if (!ex_ledger_find_losses (run->context->ledger, run->context->marks, (ExLossQuery *) (gpointer) queries->data, queries->len, &error))
    {
      ex_import_fail (run, 1, 1, "%s", error->message);
      return;
    }
  for (guint k = 0; k < rows->len; k++)
    {
      guint i = g_array_index (rows, guint, k);
      const ExLossQuery *query = &g_array_index (queries, ExLossQuery, k);

      check_answer (run, i, query);
      if (query->answer == EX_LOSS_FOUND && !ex_import_is_refused (run, line_of (run, i)))
        check_repeated (run, i, query, said);
    }
}

static void
end (ExImportRun *run)
{
  GArray *reasons = run->plan->reasons;
  guint n = 0;

  check_all (run);
  for (guint i = 0; i < reasons->len; i++)
    if (!ex_import_is_refused (run, line_of (run, i)))
      g_array_index (reasons, ExReasonRow, n++) = g_array_index (reasons, ExReasonRow, i);
  g_array_set_size (reasons, n);
}

const ExImportKind ex_import_reasons_kind = { begin, read_row, NULL, end, clear };
