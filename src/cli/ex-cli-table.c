#include "config.h"

#include "ex-cli-table.h"

#include "core/ex-format.h"
#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-cli.h"
#include "exchange/ex-csv-writer.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define LONGEST_SHOWN 48
#define DEEPEST 24 /* levels that are still told apart: a chain of thousands must not push its names out of sight */

typedef struct
{
  char    *plain;  /* in files; NULL: nothing, undefined */
  char    *shown;  /* to people */
  gboolean number; /* stands on the right; JSON has it without quotes */
  gboolean data;   /* out of the company's data: CSV guards it against spreadsheets */
} Cell;

struct _ExCliTable
{
  const ExCliColumn *columns;
  guint              n_columns;
  GArray            *cells; /* (element-type Cell) row after row */
  gboolean           begun; /* rows before these have been printed */
};

/* Nobody is going to read: what people would be shown is not even put together. */
static gboolean for_programs;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->plain);
  g_free (cell->shown);
}

gboolean
ex_cli_format_parse (const char *nick, ExCliFormat *format)
{
  static const char *const nicks[] = { "text", "csv", "json" };

  *format = EX_CLI_TEXT;
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (nicks); i++)
    if (g_ascii_strcasecmp (nick, nicks[i]) == 0)
      {
        *format = (ExCliFormat) i;
        return TRUE;
      }

  return nick == NULL;
}

void
ex_cli_format_speak (ExCliFormat format)
{
  static const int categories[] = { LC_MESSAGES, LC_TIME, LC_NUMERIC, LC_MONETARY };

  for_programs = format != EX_CLI_TEXT;
  for (gsize i = 0; for_programs && i < G_N_ELEMENTS (categories); i++)
    setlocale (categories[i], "C");
}

ExCliTable *
ex_cli_table_new (const ExCliColumn *columns)
{
  ExCliTable *self = g_new0 (ExCliTable, 1);

  self->columns = columns;
  while (columns[self->n_columns].name != NULL || columns[self->n_columns].title != NULL)
    self->n_columns++;
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);

  return self;
}

void
ex_cli_table_free (ExCliTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_free (self);
}

guint
ex_cli_table_n_rows (const ExCliTable *self)
{
  return self->cells->len / self->n_columns;
}

/* Takes both strings. */
static void
take (ExCliTable *self, char *plain, char *shown, gboolean number, gboolean data)
{
  Cell cell = { plain, shown, number, data };

  g_array_append_val (self->cells, cell);
}

/* One long title must not push every other column off the screen. (transfer full) */
static char *
clip (const char *text)
{
  GString *shown;
  guint length = 0;

  if (text == NULL || for_programs)
    return NULL;

  /* A name out of somebody's file must not steer the terminal. */
  shown = g_string_new (NULL);
  for (; *text != '\0' && ++length <= LONGEST_SHOWN; text = g_utf8_next_char (text))
    g_string_append_unichar (shown, g_unichar_iscntrl (g_utf8_get_char (text)) ? 0xfffd : g_utf8_get_char (text));
  if (*text != '\0')
    {
      g_string_truncate (shown, (gsize) (g_utf8_prev_char (shown->str + shown->len) - shown->str));
      g_string_append (shown, "…");
    }

  return g_string_free (shown, FALSE);
}

void
ex_cli_table_text (ExCliTable *self, const char *text)
{
  take (self, g_strdup (text), clip (text), FALSE, TRUE);
}

void
ex_cli_table_indented (ExCliTable *self, const char *text, guint level)
{
  g_autofree char *clipped = clip (text);

  take (self, g_strdup (text), clipped != NULL ? g_strdup_printf ("%*s%s", 2 * (int) MIN (level, DEEPEST), "", clipped) : NULL, FALSE, TRUE);
}

void
ex_cli_table_word (ExCliTable *self, const char *word, const char *shown)
{
  take (self, g_strdup (word), g_strdup (shown != NULL ? shown : word), FALSE, FALSE);
}

void
ex_cli_table_integer (ExCliTable *self, gint64 number)
{
  take (self, g_strdup_printf ("%" G_GINT64_FORMAT, number), for_programs ? NULL : ex_format_integer (number), TRUE, FALSE);
}

void
ex_cli_table_number (ExCliTable *self, double number, int decimals, const char *unit)
{
  if (isnan (number))
    ex_cli_table_none (self);
  else
    take (self, ex_number_to_string (number), ex_format_value (number, decimals, unit), TRUE, FALSE);
}

void
ex_cli_table_money (ExCliTable *self, gint64 minor, const char *currency)
{
  take (self, ex_money_to_string (minor, ex_currency_exponent (currency)), for_programs ? NULL : ex_format_money (minor, currency), TRUE, FALSE);
}

void
ex_cli_table_percent (ExCliTable *self, int basis_points)
{
  take (self, ex_basis_points_to_string (basis_points), ex_format_weight (basis_points), TRUE, FALSE);
}

void
ex_cli_table_rate (ExCliTable *self, double fraction, gboolean change)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE + 400];

  if (!isfinite (fraction))
    {
      ex_cli_table_none (self);
      return;
    }

  /* The sum takes the sign from a zero. */
  g_ascii_formatd (plain, sizeof plain, "%.6f", ex_round_half_away (fraction, 6) + 0.0);
  if (for_programs)
    take (self, g_strdup (plain), NULL, TRUE, FALSE);
  else
    take (self, g_strdup (plain), change ? ex_format_percent_change (fraction) : ex_format_percent (fraction), TRUE, FALSE);
}

void
ex_cli_table_cell (ExCliTable *self, const char *plain, gboolean number, const char *shown)
{
  take (self, g_strdup (plain), g_strdup (shown), number, FALSE);
}

void
ex_cli_table_none (ExCliTable *self)
{
  take (self, NULL, g_strdup ("–"), TRUE, FALSE);
}

static const Cell *
cell_at (const ExCliTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

/* --- for people --------------------------------------------------------------------------------------------------------- */

/* Columns of a terminal that the text takes. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_padded (GString *line, const char *text, guint width, gboolean right)
{
  guint has = width_of (text);
  int padding = width > has ? (int) (width - has) : 0;

  if (right)
    g_string_append_printf (line, "%*s%s", padding, "", text != NULL ? text : "");
  else
    g_string_append_printf (line, "%s%*s", text != NULL ? text : "", padding, "");
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static guint
column_width (const ExCliTable *self, guint column)
{
  guint width = width_of (_(self->columns[column].title));

  for (guint row = 0; row < ex_cli_table_n_rows (self); row++)
    width = MAX (width, width_of (cell_at (self, row, column)->shown));

  return width;
}

/* Figures and their heading stand on the right. */
static gboolean
column_is_number (const ExCliTable *self, guint column)
{
  for (guint row = 0; row < ex_cli_table_n_rows (self); row++)
    if (!cell_at (self, row, column)->number)
      return FALSE;

  return ex_cli_table_n_rows (self) > 0;
}

static void
write_text (const ExCliTable *self, GString *text)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autofree gboolean *right = g_new0 (gboolean, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      {
        widths[i] = column_width (self, i);
        right[i] = column_is_number (self, i);
        append_padded (text, _(self->columns[i].title), widths[i], right[i]);
        g_string_append (text, "  ");
      }
  end_line (text);

  for (guint row = 0; row < ex_cli_table_n_rows (self); row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        if (self->columns[i].title != NULL)
          {
            append_padded (text, cell_at (self, row, i)->shown, widths[i], right[i]);
            g_string_append (text, "  ");
          }
      end_line (text);
    }
}

/* --- for programs ------------------------------------------------------------------------------------------------------- */

static guint
last_named (const ExCliTable *self)
{
  guint last = self->n_columns - 1;

  while (self->columns[last].name == NULL)
    last--;

  return last;
}

static void
write_csv (const ExCliTable *self, GString *text)
{
  guint last = last_named (self);

  for (guint i = 0; i <= last && !self->begun; i++)
    if (self->columns[i].name != NULL)
      ex_csv_append (text, self->columns[i].name, FALSE, i == last);
  for (guint row = 0; row < ex_cli_table_n_rows (self); row++)
    for (guint i = 0; i <= last; i++)
      if (self->columns[i].name != NULL)
        ex_csv_append (text, cell_at (self, row, i)->plain, cell_at (self, row, i)->data, i == last);
}

static void
append_json_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (; *value != '\0'; value++)
    switch (*value)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *value);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        if ((guchar) *value < 0x20)
          g_string_append_printf (text, "\\u%04x", (guint) (guchar) *value);
        else
          g_string_append_c (text, *value);
      }
  g_string_append_c (text, '"');
}

static void
append_json_cell (GString *text, const Cell *cell)
{
  if (cell->plain == NULL)
    g_string_append (text, "null");
  else if (cell->number)
    g_string_append (text, cell->plain);
  else
    append_json_string (text, cell->plain);
}

static void
write_json (const ExCliTable *self, GString *text)
{
  guint last = last_named (self);

  if (!self->begun)
    g_string_append_c (text, '[');
  for (guint row = 0; row < ex_cli_table_n_rows (self); row++)
    {
      g_string_append (text, row > 0 || self->begun ? ",\n {" : "\n {");
      for (guint i = 0; i <= last; i++)
        if (self->columns[i].name != NULL)
          {
            append_json_string (text, self->columns[i].name);
            g_string_append (text, ": ");
            append_json_cell (text, cell_at (self, row, i));
            g_string_append (text, i == last ? "}" : ", ");
          }
    }
}

void
ex_cli_table_pass (ExCliTable *self, ExCliFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert (format != EX_CLI_TEXT && self->cells->len % self->n_columns == 0);

  if (self->cells->len == 0)
    return;

  if (format == EX_CLI_CSV)
    write_csv (self, text);
  else
    write_json (self, text);
  ex_cli_answer (text->str);
  g_array_set_size (self->cells, 0);
  self->begun = TRUE;
}

void
ex_cli_table_answer (const ExCliTable *self, ExCliFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert (self->cells->len % self->n_columns == 0);

  switch (format)
    {
    case EX_CLI_TEXT:
      write_text (self, text);
      break;
    case EX_CLI_CSV:
      write_csv (self, text);
      break;
    case EX_CLI_JSON:
      write_json (self, text);
      g_string_append (text, "\n]\n");
      break;
    default:
      g_assert_not_reached ();
    }
  ex_cli_answer (text->str);
}
