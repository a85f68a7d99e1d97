#include "config.h"

#include "ex-table.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"

#include <math.h>

struct _ExTable
{
  const ExTableColumn *columns;
  guint                n_columns;
  const ExTableSink   *sink;
  gpointer             data;
  ExTableCell              *cells;  /* of the row that is being put together; their strings are used again by the next */
  guint                next;   /* cell */
  guint64              n_rows;
  gboolean             begun;
  gboolean             ended;
  GError              *error;  /* why it is over */
};

ExTable *
ex_table_new (const ExTableColumn *columns, const ExTableSink *sink, gpointer data)
{
  ExTable *self = g_new0 (ExTable, 1);

  self->columns = columns;
  while (columns[self->n_columns].name != NULL || columns[self->n_columns].title != NULL || columns[self->n_columns].heading != NULL)
    self->n_columns++;
  self->sink = sink;
  self->data = data;
  self->cells = g_new0 (ExTableCell, self->n_columns);

  return self;
}

static void
free_string (GString *string)
{
  if (string != NULL)
    g_string_free (string, TRUE);
}

void
ex_table_free (ExTable *self)
{
  if (self == NULL)
    return;

  if (self->sink->free != NULL)
    self->sink->free (self->data);
  for (guint i = 0; i < self->n_columns; i++)
    {
      free_string (self->cells[i].text);
      free_string (self->cells[i].shown);
      free_string (self->cells[i].unit);
    }
  g_free (self->cells);
  g_clear_error (&self->error);
  g_free (self);
}

guint64
ex_table_n_rows (const ExTable *self)
{
  return self->n_rows;
}

gboolean
ex_table_is_over (const ExTable *self)
{
  return self->error != NULL;
}

static void
begin (ExTable *self)
{
  if (self->begun || self->error != NULL)
    return;
  self->begun = TRUE;
  if (self->sink->begin != NULL && !self->sink->begin (self->data, self->columns, self->n_columns, &self->error))
    g_assert (self->error != NULL);
}

gboolean
ex_table_end (ExTable *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->ended, FALSE);
  g_return_val_if_fail (self->next == 0, FALSE);

  begin (self);
  self->ended = TRUE;
  if (self->error == NULL && self->sink->end != NULL && !self->sink->end (self->data, &self->error))
    g_assert (self->error != NULL);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/* --- cells -------------------------------------------------------------------------------------------------------------- */

/* The next cell, empty. */
static ExTableCell *
next_cell (ExTable *self, ExTableKind kind, gboolean number)
{
  ExTableCell *cell = &self->cells[self->next];

  cell->kind = kind;
  cell->none = FALSE;
  cell->number = number;
  cell->code = FALSE;
  cell->change = FALSE;
  cell->decimals = 0;
  cell->indent = 0;
  cell->has_shown = FALSE;

  return cell;
}

static void
done (ExTable *self)
{
  if (++self->next < self->n_columns)
    return;

  self->next = 0;
  self->n_rows++;
  begin (self);
  if (self->error == NULL && !self->sink->row (self->data, self->cells, self->n_columns, &self->error))
    g_assert (self->error != NULL);
}

static void
set_string (GString **string, const char *text)
{
  if (*string == NULL)
    *string = g_string_new (text);
  else
    g_string_assign (*string, text);
}

static void
set_shown (ExTableCell *cell, const char *shown)
{
  cell->has_shown = shown != NULL;
  if (shown != NULL)
    set_string (&cell->shown, shown);
}

void
ex_table_indented (ExTable *self, const char *text, guint level)
{
  ExTableCell *cell = next_cell (self, EX_CELL_TEXT, FALSE);

  cell->none = text == NULL;
  cell->indent = level;
  if (text != NULL)
    set_string (&cell->text, text);
  done (self);
}

void
ex_table_text (ExTable *self, const char *text)
{
  ex_table_indented (self, text, 0);
}

static void
add_word (ExTable *self, const char *word, const char *shown, gboolean code)
{
  ExTableCell *cell = next_cell (self, EX_CELL_WORD, FALSE);

  cell->none = word == NULL;
  cell->code = code;
  if (word != NULL)
    set_string (&cell->text, word);
  set_shown (cell, shown);
  done (self);
}

void
ex_table_word (ExTable *self, const char *word, const char *shown)
{
  add_word (self, word, shown, FALSE);
}

void
ex_table_code (ExTable *self, const char *word, const char *shown)
{
  add_word (self, word, shown, TRUE);
}

void
ex_table_integer_shown (ExTable *self, gint64 number, const char *shown)
{
  ExTableCell *cell = next_cell (self, EX_CELL_INTEGER, TRUE);

  cell->integer = number;
  set_shown (cell, shown);
  done (self);
}

void
ex_table_integer (ExTable *self, gint64 number)
{
  ex_table_integer_shown (self, number, NULL);
}

void
ex_table_number (ExTable *self, double number, int decimals, const char *unit)
{
  ExTableCell *cell;

  if (isnan (number))
    {
      ex_table_none (self);
      return;
    }

  cell = next_cell (self, EX_CELL_NUMBER, TRUE);
  cell->real = number;
  cell->decimals = (gint8) decimals;
  cell->change = FALSE;
  set_string (&cell->unit, unit != NULL ? unit : "");
  done (self);
}

void
ex_table_real_shown (ExTable *self, double number, int decimals, const char *shown)
{
  ExTableCell *cell;

  g_return_if_fail (shown != NULL);

  /* The sum takes the sign from a zero. */
  cell = next_cell (self, EX_CELL_NUMBER, TRUE);
  cell->real = ex_round_half_away (number, decimals) + 0.0;
  cell->decimals = (gint8) decimals;
  set_string (&cell->unit, "");
  set_shown (cell, shown);
  done (self);
}

void
ex_table_money (ExTable *self, gint64 minor, const char *currency)
{
  ExTableCell *cell = next_cell (self, EX_CELL_MONEY, TRUE);

  cell->integer = minor;
  cell->decimals = (gint8) MAX (ex_currency_exponent (currency), 0);
  set_string (&cell->unit, currency);
  done (self);
}

void
ex_table_percent (ExTable *self, int basis_points)
{
  ExTableCell *cell = next_cell (self, EX_CELL_PERCENT, TRUE);

  cell->integer = basis_points;
  done (self);
}

void
ex_table_rate (ExTable *self, double fraction, gboolean change)
{
  ExTableCell *cell;

  if (!isfinite (fraction))
    {
      ex_table_none (self);
      return;
    }

  cell = next_cell (self, EX_CELL_RATE, TRUE);
  cell->real = fraction;
  cell->change = change;
  done (self);
}

void
ex_table_day (ExTable *self, ExDay day)
{
  ExTableCell *cell = next_cell (self, EX_CELL_DATE, FALSE);

  cell->none = day == EX_DAY_NONE;
  cell->integer = (gint64) day;
  done (self);
}

void
ex_table_time (ExTable *self, gint64 seconds)
{
  next_cell (self, EX_CELL_TIME, FALSE)->integer = seconds;
  done (self);
}

void
ex_table_boolean (ExTable *self, gboolean yes)
{
  next_cell (self, EX_CELL_BOOLEAN, TRUE)->integer = yes ? 1 : 0;
  done (self);
}

void
ex_table_list (ExTable *self, const char *plain, gboolean number)
{
  ExTableCell *cell = next_cell (self, EX_CELL_WORD, number);

  set_string (&cell->text, plain);
  done (self);
}

void
ex_table_blank (ExTable *self, const char *shown)
{
  ExTableCell *cell = next_cell (self, EX_CELL_NUMBER, TRUE);

  cell->none = TRUE;
  set_shown (cell, shown);
  done (self);
}

void
ex_table_none (ExTable *self)
{
  ex_table_blank (self, "–");
}
