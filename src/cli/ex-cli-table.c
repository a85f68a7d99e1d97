#include "config.h"

#include "ex-cli-table.h"

#include "exchange/ex-table-file.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define LONGEST_SHOWN 48
#define DEEPEST 24       /* levels that are still told apart: a chain of thousands must not push its names out of sight */
#define PRINTED 65536    /* bytes that are put together before they are printed */

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

  for (gsize i = 0; (format == EX_CLI_CSV || format == EX_CLI_JSON) && i < G_N_ELEMENTS (categories); i++)
    setlocale (categories[i], "C");
}

/* --- for people --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char    *shown;
  gboolean number; /* stands on the right */
} Shown;

typedef struct
{
  const ExTableColumn *columns;
  guint                n_columns;
  GArray              *cells; /* (element-type Shown) row after row */
} Text;

static void
shown_clear (gpointer data)
{
  g_free (((Shown *) data)->shown);
}

/* One long title must not push every other column off the screen. (transfer full) */
static char *
clip (const char *text)
{
  /* A name out of somebody's file must not steer the terminal. */
  GString *shown = g_string_new (NULL);
  guint length = 0;

  for (; *text != '\0' && ++length <= LONGEST_SHOWN; text = g_utf8_next_char (text))
    g_string_append_unichar (shown, g_unichar_iscntrl (g_utf8_get_char (text)) ? 0xfffd : g_utf8_get_char (text));
  if (*text != '\0')
    {
      g_string_truncate (shown, (gsize) (g_utf8_prev_char (shown->str + shown->len) - shown->str));
      g_string_append (shown, "…");
    }

  return g_string_free (shown, FALSE);
}

static char *
cell_to_shown (const ExTableCell *cell)
{
  g_autofree char *clipped = NULL;

  if (cell->kind != EX_CELL_TEXT || cell->none)
    return ex_cell_to_shown (cell);
  clipped = clip (cell->text->str);

  return g_strdup_printf ("%*s%s", 2 * (int) MIN (cell->indent, DEEPEST), "", clipped);
}

static gboolean
text_begin (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error)
{
  Text *self = data;

  self->columns = columns;
  self->n_columns = n_columns;

  return TRUE;
}

static gboolean
text_row (gpointer data, const ExTableCell *cells, guint n_columns, GError **error)
{
  Text *self = data;

  for (guint i = 0; i < n_columns; i++)
    {
      Shown shown = { self->columns[i].title != NULL ? cell_to_shown (&cells[i]) : NULL, cells[i].number };

      g_array_append_val (self->cells, shown);
    }

  return TRUE;
}

static guint
n_rows (const Text *self)
{
  return self->cells->len / self->n_columns;
}

static const Shown *
shown_at (const Text *self, guint row, guint column)
{
  return &g_array_index (self->cells, Shown, row * self->n_columns + column);
}

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
column_width (const Text *self, guint column)
{
  guint width = width_of (_(self->columns[column].title));

  for (guint row = 0; row < n_rows (self); row++)
    width = MAX (width, width_of (shown_at (self, row, column)->shown));

  return width;
}

/* Figures and their heading stand on the right. */
static gboolean
column_is_number (const Text *self, guint column)
{
  for (guint row = 0; row < n_rows (self); row++)
    if (!shown_at (self, row, column)->number)
      return FALSE;

  return n_rows (self) > 0;
}

static gboolean
text_end (gpointer data, GError **error)
{
  Text *self = data;
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autofree gboolean *right = g_new0 (gboolean, self->n_columns);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      {
        widths[i] = column_width (self, i);
        right[i] = column_is_number (self, i);
        append_padded (text, _(self->columns[i].title), widths[i], right[i]);
        g_string_append (text, "  ");
      }
  end_line (text);

  for (guint row = 0; row < n_rows (self); row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        if (self->columns[i].title != NULL)
          {
            append_padded (text, shown_at (self, row, i)->shown, widths[i], right[i]);
            g_string_append (text, "  ");
          }
      end_line (text);
    }
  ex_cli_answer (text->str);

  return TRUE;
}

static void
text_free (gpointer data)
{
  Text *self = data;

  g_array_unref (self->cells);
  g_free (self);
}

static const ExTableSink text_sink = { text_begin, text_row, text_end, text_free };

/* --- for programs ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExTableColumn *columns;
  GString             *text;  /* not printed yet */
  GString             *plain;
  gboolean             any;   /* row so far */
} Printed;

static void
print (Printed *self, gsize at_least)
{
  if (self->text->len == 0 || self->text->len < at_least)
    return;
  ex_cli_answer (self->text->str);
  g_string_truncate (self->text, 0);
}

static gboolean
csv_begin (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error)
{
  Printed *self = data;

  self->columns = columns;
  ex_table_append_csv_names (self->text, columns, n_columns);

  return TRUE;
}

static gboolean
csv_row (gpointer data, const ExTableCell *cells, guint n_columns, GError **error)
{
  Printed *self = data;

  ex_table_append_csv_row (self->text, self->columns, cells, n_columns);
  print (self, PRINTED);

  return TRUE;
}

static gboolean
csv_end (gpointer data, GError **error)
{
  print (data, 0);

  return TRUE;
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
append_json_cell (Printed *self, const ExTableCell *cell)
{
  g_string_truncate (self->plain, 0);
  if (!ex_cell_append_plain (cell, self->plain))
    g_string_append (self->text, "null");
  else if (cell->number)
    g_string_append (self->text, self->plain->str);
  else
    append_json_string (self->text, self->plain->str);
}

static gboolean
json_begin (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error)
{
  Printed *self = data;

  self->columns = columns;
  g_string_append_c (self->text, '[');

  return TRUE;
}

static gboolean
json_row (gpointer data, const ExTableCell *cells, guint n_columns, GError **error)
{
  Printed *self = data;
  const char *before = "";

  g_string_append (self->text, self->any ? ",\n {" : "\n {");
  for (guint i = 0; i < n_columns; i++)
    if (self->columns[i].name != NULL)
      {
        g_string_append (self->text, before);
        append_json_string (self->text, self->columns[i].name);
        g_string_append (self->text, ": ");
        append_json_cell (self, &cells[i]);
        before = ", ";
      }
  g_string_append_c (self->text, '}');
  self->any = TRUE;
  print (self, PRINTED);

  return TRUE;
}

static gboolean
json_end (gpointer data, GError **error)
{
  Printed *self = data;

  g_string_append (self->text, "\n]\n");
  print (self, 0);

  return TRUE;
}

static void
printed_free (gpointer data)
{
  Printed *self = data;

  g_string_free (self->text, TRUE);
  g_string_free (self->plain, TRUE);
  g_free (self);
}

static const ExTableSink csv_sink = { csv_begin, csv_row, csv_end, printed_free };
static const ExTableSink json_sink = { json_begin, json_row, json_end, printed_free };

/* --- all of them -------------------------------------------------------------------------------------------------------- */

ExTable *
ex_cli_table_new (const ExTableColumn *columns, ExCliFormat format)
{
  Printed *printed;
  Text *text;

  g_assert (format != EX_CLI_SHEET);

  if (format == EX_CLI_TEXT)
    {
      text = g_new0 (Text, 1);
      text->cells = g_array_new (FALSE, FALSE, sizeof (Shown));
      g_array_set_clear_func (text->cells, shown_clear);
      return ex_table_new (columns, &text_sink, text);
    }

  printed = g_new0 (Printed, 1);
  printed->text = g_string_new (NULL);
  printed->plain = g_string_new (NULL);

  return ex_table_new (columns, format == EX_CLI_CSV ? &csv_sink : &json_sink, printed);
}

ExCliStatus
ex_cli_table_answer (ExTable *table)
{
  g_autoptr (GError) error = NULL;

  if (ex_table_end (table, &error))
    return EX_CLI_DONE;

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? ex_cli_refuse (_("cancelled; nothing was written."))
                                                                   : ex_cli_refuse ("%s", error->message);
}
