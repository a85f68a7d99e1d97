/* The customer ledger: rows of a customer, a period or a day, and a value. */
#include "config.h"

#include "core/ex-money.h"
#include "ex-held-rows.h"
#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ExLedgerBuilder *builder;
  ExLedgerKind     kind;
  ExGrain          grain;
  gboolean         dated;     /* the file has days, not periods */
  gboolean         folded;    /* a period was finer than the grain */
  char             last[16];  /* the period read last, as text: most follow one of the same */
  gsize            last_length;
  int              last_index;
  ExDay            first_day; /* of all rows; EX_DAY_NONE: none yet */
  ExDay            last_day;
  gint64           total;     /* of the values that count */
  ExHeldRows      *held;      /* rows of final periods; NULL: there are none */
} State;

/* A ledger is of one kind and one grain from its first import on. */
static gboolean
check_ledger (ExImportRun *run)
{
  const ExLedger *ledger = run->context->ledger;
  const ExImportOptions *options = run->options;

  if (ledger == NULL)
    return TRUE;

  if (options->grain != 0 && options->grain != ex_ledger_get_grain (ledger))
    ex_import_fail (run, 1, 1, _("The company’s ledger is kept by %s; it cannot take periods by %s."), ex_grain_nick (ex_ledger_get_grain (ledger)),
                    ex_grain_nick (options->grain));
  if (options->kind >= 0 && options->kind != (int) ex_ledger_get_kind (ledger))
    ex_import_fail (run, 1, 1, _("The company’s ledger is kept as %s; it cannot take %s."), ex_ledger_kind_nick (ex_ledger_get_kind (ledger)),
                    ex_ledger_kind_nick ((ExLedgerKind) options->kind));

  return !run->plan->fatal;
}

/* Of a column of periods: the finest that is in it. What is coarser than that cannot be told apart, and is refused row by row. */
static ExGrain
find_grain (ExImportRun *run)
{
  g_autoptr (ExCsvReader) reader = ex_csv_reader_copy (run->reader);
  int column = run->plan->field_column[EX_CUSTOMER_PERIOD];
  ExGrain finest = EX_GRAIN_YEAR;
  gboolean any = FALSE;
  ExPeriod period;

  ex_csv_reader_next (reader, NULL); /* the heading */
  while (finest != EX_GRAIN_MONTH && ex_csv_reader_next (reader, NULL))
    {
      ExField cell = { "", 0 };

      if ((guint) column < ex_csv_reader_n_fields (reader))
        cell = ex_import_trim (ex_csv_reader_get_field (reader, (guint) column));
      if (!ex_period_read (cell.text, cell.length, &period))
        continue;
      any = TRUE;
      finest = MIN (finest, period.grain);
    }

  return any ? finest : EX_GRAIN_MONTH;
}

static void
choose_form (ExImportRun *run, State *state)
{
  const ExLedger *ledger = run->context->ledger;

  if (run->options->kind >= 0)
    state->kind = (ExLedgerKind) run->options->kind;
  else if (ledger != NULL)
    state->kind = ex_ledger_get_kind (ledger);
  else
    state->kind = state->dated ? EX_LEDGER_TRANSACTIONS : EX_LEDGER_RECURRING;

  if (run->options->grain != 0)
    state->grain = run->options->grain;
  else if (ledger != NULL)
    state->grain = ex_ledger_get_grain (ledger);
  else
    state->grain = state->dated ? EX_GRAIN_MONTH : find_grain (run);
}

static gboolean
check_columns (ExImportRun *run)
{
  gboolean period = ex_import_has (run, EX_CUSTOMER_PERIOD);
  gboolean date = ex_import_has (run, EX_CUSTOMER_DATE);

  if (period && date)
    ex_import_fail (run, run->line, (guint) run->plan->field_column[EX_CUSTOMER_DATE] + 1,
                    _("The columns “%s” and “%s” both say when; leave one out (--map period= or --map date=)."),
                    ex_import_heading (run, EX_CUSTOMER_PERIOD), ex_import_heading (run, EX_CUSTOMER_DATE));
  else if (!period && !date)
    {
      g_autofree char *headings = g_strjoinv ("”, “", run->plan->columns);

      ex_import_fail (run, run->line, 1, _("No column is period or date, and customers need one of them; the columns are “%s”."), headings);
    }

  return period != date;
}

static gboolean
begin (ExImportRun *run)
{
  State *state;

  if (!check_columns (run) || !check_ledger (run))
    return FALSE;

  state = g_new0 (State, 1);
  state->dated = ex_import_has (run, EX_CUSTOMER_DATE);
  choose_form (run, state);
  state->builder = ex_ledger_builder_new (state->kind, state->grain);
  if (run->context->locks.final != NULL && run->context->locks.final->len > 0)
    state->held = ex_held_rows_new (state->kind, state->grain, run->context->locks.final, run->context->ledger,
                                    run->options->replace ? EX_OVER_PERIOD : run->options->add ? EX_OVER_ADDS : EX_OVER_CELLS);
  run->state = state;
  ex_import_note (run, state->kind == EX_LEDGER_RECURRING ? _("Taken as recurring values, kept by %s.") : _("Taken as transactions, kept by %s."),
                  ex_grain_nick (state->grain));

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  ex_ledger_builder_free (state->builder);
  ex_held_rows_free (state->held);
  g_clear_pointer (&run->state, g_free);
}

static void
refuse_empty (ExImportRun *run, guint field)
{
  ex_import_refuse (run, (int) field, _("%s is empty, and every row needs one."), ex_import_heading (run, field));
}

static gboolean
read_day (ExImportRun *run, ExDay *day, int *index)
{
  State *state = run->state;

  switch (ex_import_day (run, EX_CUSTOMER_DATE, day))
    {
    case EX_CELL_GOOD:
      *index = ex_period_of_day (state->grain, *day).index;
      return TRUE;
    case EX_CELL_EMPTY:
      refuse_empty (run, EX_CUSTOMER_DATE);
      return FALSE;
    case EX_CELL_BAD:
    default:
      return FALSE;
    }
}

static gboolean
read_new_period (ExImportRun *run, ExField cell, int *index)
{
  State *state = run->state;
  ExPeriod period;
  ExCell result = ex_import_period (run, EX_CUSTOMER_PERIOD, &period);

  if (result == EX_CELL_EMPTY)
    refuse_empty (run, EX_CUSTOMER_PERIOD);
  if (result != EX_CELL_GOOD)
    return FALSE;
  if (period.grain > state->grain)
    {
      ex_import_refuse (run, EX_CUSTOMER_PERIOD, _("%s: “%s” is longer than a %s, by which the ledger is kept."),
                        ex_import_heading (run, EX_CUSTOMER_PERIOD), ex_import_shown (run, EX_CUSTOMER_PERIOD), ex_grain_nick (state->grain));
      return FALSE;
    }

  state->folded |= period.grain < state->grain;
  *index = ex_period_coarsen (period, state->grain).index;
  if (cell.length <= sizeof state->last)
    {
      memcpy (state->last, cell.text, cell.length);
      state->last_length = cell.length;
      state->last_index = *index;
    }

  return TRUE;
}

static gboolean
read_period (ExImportRun *run, int *index)
{
  State *state = run->state;
  ExField cell = ex_import_cell_quick (run, EX_CUSTOMER_PERIOD);

  if (cell.length == 0 || cell.length != state->last_length || memcmp (cell.text, state->last, cell.length) != 0)
    return read_new_period (run, cell, index);
  *index = state->last_index;

  return TRUE;
}

static void
take_day (State *state, ExDay day)
{
  if (state->first_day == EX_DAY_NONE || day < state->first_day)
    state->first_day = day;
  state->last_day = MAX (state->last_day, day);
}

/* A sum over all of it is the largest that will ever be asked for: where that can be counted, every span can. */
static gboolean
add_to_total (ExImportRun *run, gint64 value)
{
  State *state = run->state;

  if (value <= 0 || ex_money_add (&state->total, value))
    return TRUE;

  ex_import_refuse (run, EX_CUSTOMER_VALUE, _("%s: with “%s” the values of the file add up to more than can be counted exactly. Is their unit right?"),
                    ex_import_heading (run, EX_CUSTOMER_VALUE), ex_import_shown (run, EX_CUSTOMER_VALUE));

  return FALSE;
}

/* FALSE when the sum overflows. */
static gboolean
add_row (ExImportRun *run, ExField customer, int index, ExDay day, gint64 value, ExField segment, ExField reason)
{
  State *state = run->state;

  if (state->held != NULL && ex_held_rows_cover (state->held, index))
    return ex_held_rows_add (state->held, run->line, customer, index, day, value, segment, reason);

  return ex_ledger_builder_add (state->builder, customer.text, customer.length, index, day, value, segment.text, segment.length, reason.text,
                                reason.length);
}

static void
read_row (ExImportRun *run)
{
  State *state = run->state;
  ExField customer = ex_import_cell_quick (run, EX_CUSTOMER_CUSTOMER);
  ExField segment = ex_import_cell_quick (run, EX_CUSTOMER_SEGMENT);
  ExField reason = ex_import_cell_quick (run, EX_CUSTOMER_LOST_REASON);
  ExDay day = EX_DAY_NONE;
  gint64 value = 0;
  int index = 0;

  if (customer.length == 0)
    refuse_empty (run, EX_CUSTOMER_CUSTOMER);
  if (state->dated)
    read_day (run, &day, &index);
  else
    read_period (run, &index);
  if (ex_import_money (run, EX_CUSTOMER_VALUE, &value) == EX_CELL_EMPTY)
    ex_import_refuse (run, EX_CUSTOMER_VALUE, _("%s is empty; write 0 when the customer was worth nothing."), ex_import_heading (run, EX_CUSTOMER_VALUE));

  if (run->bad || !add_to_total (run, value))
    return;
  if (!add_row (run, customer, index, day, value, segment, reason))
    ex_import_refuse (run, EX_CUSTOMER_VALUE, _("%s: with “%s” the values of this customer and period add up to more than can be kept."),
                      ex_import_heading (run, EX_CUSTOMER_VALUE), ex_import_shown (run, EX_CUSTOMER_VALUE));
  else if (day != EX_DAY_NONE)
    take_day (state, day);
}

/* Imported again later, the file with the rest of the period replaces this one; until then its figures are too low. */
static void
warn_of_parts (ExImportRun *run)
{
  State *state = run->state;
  ExPeriod first, last;
  char day[EX_DAY_ISO_SIZE];

  if (state->first_day == EX_DAY_NONE)
    return;

  first = ex_period_of_day (state->grain, state->first_day);
  last = ex_period_of_day (state->grain, state->last_day);
  if (state->first_day > ex_period_first_day (first))
    {
      g_autofree char *name = ex_period_to_string (first);

      ex_day_write (state->first_day, day);
      ex_import_warn_at (run, 1, EX_CUSTOMER_DATE, _("The file has its first row on %s: the period %s may be there only in part."), day, name);
    }
  if (state->last_day < ex_period_last_day (last))
    {
      g_autofree char *name = ex_period_to_string (last);

      ex_day_write (state->last_day, day);
      ex_import_warn_at (run, 1, EX_CUSTOMER_DATE, _("The file has its last row on %s: the period %s may be there only in part."), day, name);
    }
}

static void
end (ExImportRun *run)
{
  State *state = run->state;
  g_autoptr (GError) failure = NULL;

  warn_of_parts (run);
  if (state->held != NULL && !ex_held_rows_check (state->held, run, &failure))
    ex_import_fail (run, run->line, 1, "%s", failure->message);
  if (state->folded)
    ex_import_note (run, _("Periods shorter than a %s were added up."), ex_grain_nick (state->grain));
  run->plan->ledger = ex_ledger_builder_end (state->builder);
}

const ExImportKind ex_import_customers_kind = { begin, read_row, NULL, end, clear };
