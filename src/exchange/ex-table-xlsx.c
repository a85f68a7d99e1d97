/* A spreadsheet of one table, row after row: libxlsxwriter keeps one row and writes the others to a file of its own, so a million rows take no
 * more memory than one. */
#include "config.h"

#include "ex-table-xlsx.h"

#include "chart/ex-new-file.h"
#include "ex-table-xlsx-cells.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#define SHEET_ROWS 1048576 /* the most that a spreadsheet program opens, the headings' among them */
#define LONGEST_NAME 31    /* of a sheet */
#define NARROWEST 6.0
#define WIDEST 60.0
#define BUTTON 3           /* characters: room for the filter's button beside a heading */

typedef struct
{
  char            *title;
  char            *company;
  char            *currency;
  char            *path;       /* as it was asked for */
  char            *written;    /* where libxlsxwriter writes */
  ExNewFile       *file;
  GCancellable    *cancellable;
  locale_t         plain;      /* numbers with a point, whatever the reader's language */
  ExXlsxCells     *cells;
  lxw_workbook    *book;
  lxw_worksheet   *sheet;
  guint            n_sheets;
  lxw_row_t        row;        /* the next one */
  const ExTableColumn *columns;
  guint            n_columns;
  lxw_col_t        n_shown;
} Xlsx;

/* --- errors ------------------------------------------------------------------------------------------------------------- */

static gboolean
fail (const Xlsx *self, const char *why, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” could not be written: %s."), name, why);

  return FALSE;
}

/* --- sheets ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_shown (const ExTableColumn *column)
{
  return column->heading != NULL || column->title != NULL;
}

/* Figures and their heading stand on the right. */
static gboolean
is_figure (ExTableKind kind)
{
  return kind != EX_CELL_TEXT && kind != EX_CELL_WORD;
}

/* (transfer full) */
static char *
heading_of (const Xlsx *self, const ExTableColumn *column)
{
  const char *words = column->heading != NULL ? _(column->heading) : _(column->title);

  if (column->kind != EX_CELL_MONEY || self->currency == NULL)
    return g_strdup (words);
  /* Translators: the heading of a column of money and its currency: "Incentive target (EUR)" */
  return g_strdup_printf (_("%s (%s)"), words, self->currency);
}

/* What a sheet may be called: not everything. (transfer full) */
static char *
sheet_name (const Xlsx *self)
{
  g_autofree char *number = self->n_sheets > 1 ? g_strdup_printf (" %u", self->n_sheets) : g_strdup ("");
  GString *name = g_string_new (NULL);
  glong room = LONGEST_NAME - (glong) strlen (number);

  for (const char *at = self->title; *at != '\0' && room > 0; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      glong units = c > 0xffff ? 2 : 1;

      if (units > room || g_unichar_iscntrl (c))
        continue;
      g_string_append_unichar (name, c < 0x80 && strchr ("[]:*?/\\'", (int) c) != NULL ? ' ' : c);
      room -= units;
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  /* Excel keeps the name “History” for itself. */
  if (name->len == 0 || g_ascii_strcasecmp (name->str, "history") == 0)
    g_string_append_c (name, '_');
  g_string_append (name, number);

  return g_string_free (name, FALSE);
}

/* The reader's language: its first letter tells. */
static gboolean
runs_from_right (const char *title)
{
  for (; *title != '\0'; title = g_utf8_next_char (title))
    switch (g_unichar_get_script (g_utf8_get_char (title)))
      {
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_HEBREW:
      case G_UNICODE_SCRIPT_SYRIAC:
      case G_UNICODE_SCRIPT_THAANA:
      case G_UNICODE_SCRIPT_NKO:
        return TRUE;
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
        break;
      default:
        return FALSE;
      }

  return FALSE;
}

static void
write_headings (Xlsx *self)
{
  lxw_col_t shown = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (is_shown (&self->columns[i]))
      {
        g_autofree char *heading = heading_of (self, &self->columns[i]);

        ex_xlsx_cells_heading (self->cells, self->sheet, shown, heading, is_figure (self->columns[i].kind));
        ex_xlsx_cells_widen (self->cells, shown, ex_xlsx_width (heading) + BUTTON);
        shown++;
      }
  self->n_shown = shown;
  self->row = 1;
}

static gboolean
begin_sheet (Xlsx *self, GError **error)
{
  g_autofree char *name = NULL;

  self->n_sheets++;
  name = sheet_name (self);
  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    return fail (self, g_strerror (errno != 0 ? errno : ENOMEM), error);

  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  if (runs_from_right (self->title))
    worksheet_right_to_left (self->sheet);
  write_headings (self);

  return TRUE;
}

static void
end_sheet (Xlsx *self)
{
  g_autofree char *all = g_strdup_printf ("A1:XFD%d", SHEET_ROWS);

  for (lxw_col_t i = 0; i < self->n_shown; i++)
    worksheet_set_column (self->sheet, i, i, CLAMP (ex_xlsx_cells_get_width (self->cells, i) + 2, NARROWEST, WIDEST), NULL);
  if (self->n_shown > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->row - 1, self->n_shown - 1);
  /* An id such as 007 is meant as it stands. */
  worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all);
}

/* --- the workbook ------------------------------------------------------------------------------------------------------- */

static void
describe (Xlsx *self)
{
  lxw_doc_properties properties = { .title = self->title, .company = self->company, .author = self->company, .created = time (NULL),
                                    .comments = "Exemplar " EX_VERSION };

  workbook_set_properties (self->book, &properties);
}

static gboolean
xlsx_begin (gpointer data, const ExTableColumn *columns, guint n_columns, GError **error)
{
  Xlsx *self = data;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE };

  self->columns = columns;
  self->n_columns = n_columns;
  self->book = workbook_new_opt (self->written, &options);
  if (self->book == NULL)
    return fail (self, g_strerror (ENOMEM), error);
  self->cells = ex_xlsx_cells_new (self->book, n_columns);
  describe (self);

  return begin_sheet (self, error);
}

static gboolean
xlsx_row (gpointer data, const ExTableCell *cells, guint n_columns, GError **error)
{
  Xlsx *self = data;
  lxw_col_t shown = 0;
  locale_t readers;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->row == SHEET_ROWS)
    {
      end_sheet (self);
      if (!begin_sheet (self, error))
        return FALSE;
    }

  /* libxlsxwriter writes numbers by printf(). */
  readers = uselocale (self->plain);
  for (guint i = 0; i < n_columns; i++)
    if (is_shown (&self->columns[i]))
      ex_xlsx_cells_write (self->cells, self->sheet, self->row, shown++, &cells[i]);
  uselocale (readers);
  self->row++;
  if (self->sheet->file != NULL && ferror (self->sheet->file))
    return fail (self, g_strerror (errno != 0 ? errno : ENOSPC), error);

  return TRUE;
}

/* The system's reason says more than the library's, which also tells of it on standard error. */
static const char *
reason_of (lxw_error result, int number)
{
  if (number != 0)
    return g_strerror (number);

  return g_strerror (result == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : EIO);
}

/* What stands at the path and is no file gets the bytes. */
static gboolean
copy_into_place (Xlsx *self, GError **error)
{
  g_autoptr (GMappedFile) made = g_mapped_file_new (self->written, FALSE, error);

  if (made == NULL)
    return FALSE;
  ex_new_file_write (self->file, g_mapped_file_get_contents (made), g_mapped_file_get_length (made));

  return TRUE;
}

static gboolean
xlsx_end (gpointer data, GError **error)
{
  Xlsx *self = data;
  gboolean full = FALSE;
  lxw_error result;
  locale_t readers;
  int number;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  end_sheet (self);
  for (lxw_worksheet *sheet = STAILQ_FIRST (self->book->worksheets); sheet != NULL; sheet = STAILQ_NEXT (sheet, list_pointers))
    full = full || (sheet->file != NULL && fflush (sheet->file) != 0);
  if (full)
    return fail (self, g_strerror (errno), error);

  readers = uselocale (self->plain);
  errno = 0;
  result = workbook_close (g_steal_pointer (&self->book));
  number = errno;
  uselocale (readers);
  if (result != LXW_NO_ERROR)
    return fail (self, reason_of (result, number), error);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (ex_new_file_get_beside (self->file) == NULL && !copy_into_place (self, error))
    return FALSE;

  return ex_new_file_close (g_steal_pointer (&self->file), error);
}

static void
xlsx_free (gpointer data)
{
  Xlsx *self = data;

  g_clear_pointer (&self->cells, ex_xlsx_cells_free);
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  if (self->file == NULL || ex_new_file_get_beside (self->file) == NULL)
    g_unlink (self->written);
  g_clear_pointer (&self->file, ex_new_file_abandon);
  g_clear_object (&self->cancellable);
  if (self->plain != (locale_t) 0)
    freelocale (self->plain);
  g_free (self->title);
  g_free (self->company);
  g_free (self->currency);
  g_free (self->path);
  g_free (self->written);
  g_free (self);
}

static const ExTableSink xlsx_sink = { xlsx_begin, xlsx_row, xlsx_end, xlsx_free };

/* Where it is written: beside its place, or, where that is no file, elsewhere. (transfer full) */
static char *
find_room (ExNewFile *file, GError **error)
{
  g_autofree char *path = NULL;
  int fd;

  if (ex_new_file_get_beside (file) != NULL)
    return g_strdup (ex_new_file_get_beside (file));

  fd = g_file_open_tmp ("exemplar-XXXXXX.xlsx", &path, error);
  if (fd < 0)
    return NULL;
  close (fd);

  return g_steal_pointer (&path);
}

ExTable *
ex_table_new_xlsx (const ExTableColumn *columns, const ExTableAbout *about, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExNewFile) file = ex_new_file_open (path, error);
  g_autofree char *written = file != NULL ? find_room (file, error) : NULL;
  Xlsx *self;

  if (written == NULL)
    return NULL;

  self = g_new0 (Xlsx, 1);
  self->title = g_strdup (about->title);
  self->company = g_strdup (about->company);
  self->currency = g_strdup (about->currency);
  self->path = g_strdup (path);
  self->written = g_steal_pointer (&written);
  self->file = g_steal_pointer (&file);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);

  return ex_table_new (columns, &xlsx_sink, self);
}
