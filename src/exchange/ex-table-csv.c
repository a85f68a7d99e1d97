#include "config.h"

#include "ex-table-file.h"

#include "chart/ex-new-file.h"
#include "ex-csv-writer.h"
#include "ex-table-xlsx.h"

#include <string.h>

static const char *const nicks[] = { "csv", "xlsx" };

typedef struct
{
  const ExTableColumn *columns;
  GCancellable        *cancellable;
  ExNewFile           *file;
  GString             *line;
} Csv;

gboolean
ex_table_format_parse (const char *path, ExTableFormat *format)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (nicks); i++)
    if (g_ascii_strcasecmp (dot != NULL ? dot + 1 : path, nicks[i]) == 0)
      {
        *format = (ExTableFormat) i;
        return TRUE;
      }

  return FALSE;
}

const char *
ex_table_format_nick (ExTableFormat format)
{
  return nicks[format];
}

static guint
last_named (const ExTableColumn *columns, guint n_columns)
{
  guint last = n_columns - 1;

  while (columns[last].name == NULL)
    last--;

  return last;
}

void
ex_table_append_csv_names (GString *csv, const ExTableColumn *columns, guint n_columns)
{
  guint last = last_named (columns, n_columns);

  for (guint i = 0; i <= last; i++)
    if (columns[i].name != NULL)
      ex_csv_append (csv, columns[i].name, FALSE, i == last);
}

void
ex_table_append_csv_row (GString *csv, const ExTableColumn *columns, const ExTableCell *cells, guint n_columns)
{
  guint last = last_named (columns, n_columns);

  for (guint i = 0; i <= last; i++)
    {
      const ExTableCell *cell = &cells[i];
      gboolean text = cell->kind == EX_CELL_TEXT || cell->kind == EX_CELL_WORD;

      if (columns[i].name == NULL)
        continue;
      if (cell->none)
        g_string_append_c (csv, i == last ? '\n' : ',');
      else if (text)
        ex_csv_append (csv, cell->text->str, cell->kind == EX_CELL_TEXT, i == last);
      else
        {
          /* Figures and days have nothing that needs quotes. */
          ex_cell_append_plain (cell, csv);
          g_string_append_c (csv, i == last ? '\n' : ',');
        }
    }
}

static gboolean
write_line (Csv *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* What went wrong is known where the file is closed. */
  if (ex_new_file_write (self->file, self->line->str, self->line->len))
    return TRUE;

  ex_new_file_close (g_steal_pointer (&self->file), error);

  return FALSE;
}

static gboolean
csv_begin (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error)
{
  Csv *self = data;

  self->columns = columns;
  g_string_truncate (self->line, 0);
  ex_table_append_csv_names (self->line, columns, n_columns);

  return write_line (self, error);
}

static gboolean
csv_row (gpointer data, const ExTableCell *cells, guint n_columns, GError **error)
{
  Csv *self = data;

  g_string_truncate (self->line, 0);
  ex_table_append_csv_row (self->line, self->columns, cells, n_columns);

  return write_line (self, error);
}

static gboolean
csv_end (gpointer data, GError **error)
{
  Csv *self = data;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) && ex_new_file_close (g_steal_pointer (&self->file), error);
}

static void
csv_free (gpointer data)
{
  Csv *self = data;

  g_clear_pointer (&self->file, ex_new_file_abandon);
  g_clear_object (&self->cancellable);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static const ExTableSink csv_sink = { csv_begin, csv_row, csv_end, csv_free };

static ExTable *
new_csv (const ExTableColumn *columns, const char *path, GCancellable *cancellable, GError **error)
{
  ExNewFile *file = ex_new_file_open (path, error);
  Csv *self;

  if (file == NULL)
    return NULL;

  self = g_new0 (Csv, 1);
  self->file = file;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->line = g_string_new (NULL);

  return ex_table_new (columns, &csv_sink, self);
}

ExTable *
ex_table_new_file (const ExTableColumn *columns, const ExTableAbout *about, const char *path, ExTableFormat format, GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (columns != NULL && about != NULL && path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return format == EX_TABLE_XLSX ? ex_table_new_xlsx (columns, about, path, cancellable, error) : new_csv (columns, path, cancellable, error);
}
