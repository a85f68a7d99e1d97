#include "config.h"

#include "ex-export-chart.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define LONGEST_UNIT 16 /* bytes */
#define MOST_DECIMALS 6

/* A cell that reads as a figure. */
typedef struct
{
  double   value;
  int      decimals;
  char     unit[LONGEST_UNIT]; /* before or behind it: "%", "€", "" */
} Figure;

/* A column is of figures when all of its cells are, of one unit. */
typedef struct
{
  gboolean figures;
  int      decimals;
  gboolean share;    /* in percent */
} Kind;

typedef struct
{
  GPtrArray     *rows;    /* (element-type GStrv) the names first */
  guint          n;
  Kind          *kinds;
  ExTableColumn *columns;
  GPtrArray     *names;   /* of the columns */
} Data;

/* --- figures as people read them ---------------------------------------------------------------------------------------- */

static gboolean
skip (const char **at, const char *what)
{
  if (what == NULL || *what == '\0' || !g_str_has_prefix (*at, what))
    return FALSE;
  *at += strlen (what);
  return TRUE;
}

static gboolean
skip_blank (const char **at)
{
  return skip (at, " ") || skip (at, "\u00a0") || skip (at, "\u202f");
}

/* The digits, with what the reader's locale parts them by. */
static gboolean
read_digits (const char **at, Figure *figure)
{
  const struct lconv *locale = localeconv ();
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean point = FALSE;

  figure->decimals = 0;
  while (**at != '\0')
    {
      const char *before = *at;

      if (g_ascii_isdigit (**at))
        {
          g_string_append_c (digits, *(*at)++);
          figure->decimals += point;
        }
      else if (!point && digits->len > 0 && skip (at, locale->decimal_point))
        {
          point = TRUE;
          g_string_append_c (digits, '.');
        }
      else if (point || digits->len == 0 || !(skip (at, locale->thousands_sep) || skip (at, ",") || skip_blank (at)) || !g_ascii_isdigit (**at))
        {
          *at = before;
          break;
        }
    }
  figure->value = g_ascii_strtod (digits->str, NULL);
  return digits->len > 0 && figure->decimals <= MOST_DECIMALS;
}

/* "−11.6 %", "+€1,204.50": FALSE, it is something else. */
static gboolean
read_figure (const char *text, Figure *figure)
{
  g_autoptr (GString) unit = g_string_new (NULL);
  gboolean minus = FALSE;
  const char *at = text;

  for (; *at != '\0' && !g_ascii_isdigit (*at);)
    if (skip (&at, "-") || skip (&at, "−"))
      minus = TRUE;
    else if (!skip (&at, "+") && !skip_blank (&at))
      {
        const char *next = g_utf8_next_char (at);

        g_string_append_len (unit, at, next - at);
        at = next;
      }
  if (!read_digits (&at, figure))
    return FALSE;
  while (skip_blank (&at))
    ;
  g_string_append (unit, at);
  if (unit->len >= LONGEST_UNIT || strpbrk (unit->str, "0123456789") != NULL)
    return FALSE;
  g_strlcpy (figure->unit, unit->str, LONGEST_UNIT);
  figure->value = minus ? -figure->value : figure->value;
  return TRUE;
}

static gboolean
is_nothing (const char *cell)
{
  return cell == NULL || *cell == '\0' || g_str_equal (cell, "–");
}

/* (nullable) */
static const char *
cell_at (const Data *self, guint row, guint column)
{
  const char * const *cells = g_ptr_array_index (self->rows, row);

  return column < g_strv_length ((char **) cells) ? cells[column] : NULL;
}

/* The first column names the row: a year there is no figure. @unit: of all. */
static void
find_kind (Data *self, guint column, char unit[LONGEST_UNIT])
{
  Kind *kind = &self->kinds[column];
  gboolean any = FALSE;

  *unit = '\0';
  for (guint i = 1; column > 0 && i < self->rows->len; i++)
    {
      const char *cell = cell_at (self, i, column);
      Figure figure;

      if (is_nothing (cell))
        continue;
      if (!read_figure (cell, &figure) || (any && !g_str_equal (unit, figure.unit)))
        return;
      g_strlcpy (unit, figure.unit, LONGEST_UNIT);
      kind->decimals = MAX (kind->decimals, figure.decimals);
      any = TRUE;
    }
  kind->figures = any;
  kind->share = g_str_equal (unit, "%");
}

/* --- the table ---------------------------------------------------------------------------------------------------------- */

static void
make_column (Data *self, guint column)
{
  const char *name = cell_at (self, 0, column);
  char unit[LONGEST_UNIT];
  ExTableColumn *made = &self->columns[column];
  char *heading;

  find_kind (self, column, unit);
  name = name != NULL && *name != '\0' ? name : _("Name");
  /* Translators: the heading of a column and the unit of its figures */
  heading = self->kinds[column].figures && *unit != '\0' && !self->kinds[column].share ? g_strdup_printf (_("%s (%s)"), name, unit) : g_strdup (name);
  g_ptr_array_add (self->names, heading);
  made->name = made->title = heading;
  made->kind = !self->kinds[column].figures ? EX_CELL_TEXT : self->kinds[column].share ? EX_CELL_RATE : EX_CELL_NUMBER;
}

static void
data_free (gpointer data)
{
  Data *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  g_free (self->kinds);
  g_free (self->columns);
  g_free (self);
}

static void
add_cell (ExTable *table, const Kind *kind, const char *cell)
{
  Figure figure;

  if (is_nothing (cell))
    ex_table_blank (table, "");
  else if (!kind->figures || !read_figure (cell, &figure))
    ex_table_text (table, cell);
  else if (kind->share)
    ex_table_rate (table, figure.value / 100, FALSE);
  else
    ex_table_number (table, figure.value, kind->decimals, NULL);
}

static gboolean
fill (const ExExportRun *run, gpointer data, GError **error)
{
  const Data *self = data;

  for (guint i = 1; i < self->rows->len && !ex_table_is_over (run->table); i++)
    for (guint k = 0; k < self->n; k++)
      add_cell (run->table, &self->kinds[k], cell_at (self, i, k));
  return TRUE;
}

ExExport *
ex_export_chart (ExChart *chart)
{
  const char *title = ex_chart_get_title (chart);
  Data *self = g_new0 (Data, 1);

  self->rows = ex_chart_table (chart);
  self->n = self->rows->len > 0 ? g_strv_length (g_ptr_array_index (self->rows, 0)) : 0;
  self->kinds = g_new0 (Kind, self->n + 1);
  self->columns = g_new0 (ExTableColumn, self->n + 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n; i++)
    make_column (self, i);
  return ex_export_new (title != NULL && *title != '\0' ? title : _("Chart"), self->columns, fill, self, data_free);
}
