#include "config.h"

#include "ex-table-xlsx-cells.h"

#include "core/ex-quantity.h"

#include <math.h>
#include <string.h>

#define LONGEST_TEXT 32767    /* UTF-16 units in a cell */
#define DAY_ZERO 693594       /* 30 December 1899, from which spreadsheets count days */
#define FIRST_DAY 61          /* 1 March 1900: they take 1900 for a leap year, and disagree on what was before */
#define LAST_DAY 2958465      /* 31 December 9999 */
#define SECONDS_A_DAY 86400.0
#define DEEPEST 15            /* indents that they know */
#define MOST_DECIMALS 9
#define WHOLE_PERCENT 100

typedef enum { FORMAT_TEXT, FORMAT_WORDS, FORMAT_TRUTH, FORMAT_PERCENT, FORMAT_FINE_PERCENT, FORMAT_CHANGE, FORMAT_DATE, FORMAT_TIME, N_FORMATS } Format;

typedef struct
{
  double characters; /* of texts and headings */
  double largest;    /* magnitude of its figures */
  double behind;     /* characters behind the figures' whole digits */
} Width;

struct _ExXlsxCells
{
  lxw_format *formats[N_FORMATS];
  lxw_format *indents[DEEPEST + 1];
  lxw_format *decimals[MOST_DECIMALS + 1];
  lxw_format *heading;
  lxw_format *right_heading;
  Width      *widths;
  GString    *text; /* room to clean one in */
};

/* --- formats ------------------------------------------------------------------------------------------------------------ */

static lxw_format *
new_format (lxw_workbook *book, const char *code)
{
  lxw_format *format = workbook_add_format (book);

  if (code != NULL)
    format_set_num_format (format, code);

  return format;
}

/* Figures stand on the right, and off the text in the next column. */
static lxw_format *
push_right (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_indent (format, 1);

  return format;
}

static lxw_format *
new_heading (lxw_workbook *book, gboolean right)
{
  lxw_format *format = workbook_add_format (book);

  format_set_bold (format);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);

  return right ? push_right (format) : format;
}

ExXlsxCells *
ex_xlsx_cells_new (lxw_workbook *book, guint n_columns)
{
  /* Text is text even after somebody has edited it. */
  static const char *const codes[] = { "@", "@", NULL, "0.0\" \"%", "0.00\" \"%", "+0.0\" \"%;-0.0\" \"%;0.0\" \"%", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd hh:mm:ss" };
  ExXlsxCells *self = g_new0 (ExXlsxCells, 1);

  for (guint i = 0; i < N_FORMATS; i++)
    self->formats[i] = i == FORMAT_TEXT ? new_format (book, codes[i]) : push_right (new_format (book, codes[i]));
  for (guint i = 1; i <= DEEPEST; i++)
    {
      self->indents[i] = new_format (book, "@");
      format_set_indent (self->indents[i], (uint8_t) i);
    }
  for (guint i = 0; i <= MOST_DECIMALS; i++)
    {
      g_autofree char *code = g_strdup_printf ("#,##0%s%.*s", i > 0 ? "." : "", i, "000000000");

      self->decimals[i] = push_right (new_format (book, code));
    }
  self->heading = new_heading (book, FALSE);
  self->right_heading = new_heading (book, TRUE);
  self->widths = g_new0 (Width, n_columns);
  self->text = g_string_new (NULL);

  return self;
}

void
ex_xlsx_cells_free (ExXlsxCells *self)
{
  g_free (self->widths);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* --- widths ------------------------------------------------------------------------------------------------------------- */

double
ex_xlsx_width (const char *text)
{
  double width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += c < 0x80 ? 1 : g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

void
ex_xlsx_cells_widen (ExXlsxCells *self, lxw_col_t column, double width)
{
  self->widths[column].characters = MAX (self->widths[column].characters, width);
}

static inline void
widen_figure (ExXlsxCells *self, lxw_col_t column, double value, double behind)
{
  Width *width = &self->widths[column];

  width->largest = MAX (width->largest, fabs (value));
  width->behind = MAX (width->behind, behind);
}

double
ex_xlsx_cells_get_width (const ExXlsxCells *self, lxw_col_t column)
{
  const Width *width = &self->widths[column];
  double digits = width->largest >= 1 ? floor (log10 (width->largest)) + 1 : 1;
  double figures = width->behind > 0 || width->largest > 0 ? 2 + digits + floor ((digits - 1) / 3) + width->behind : 0;

  return MAX (width->characters, figures);
}

/* --- text --------------------------------------------------------------------------------------------------------------- */

/* "_x0041_": spreadsheets read it as the character of that number. */
static gboolean
looks_like_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;

  return at[6] == '_';
}

/* What XML cannot have is left out, a line ends in one way, and the longest are cut. */
static void
clean (GString *clean_text, const char *text)
{
  guint units = 0;

  g_string_truncate (clean_text, 0);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char_validated (at, -1);
      gunichar kept = c == '\r' ? '\n' : c;

      if ((c == '\n' && at > text && at[-1] == '\r') || (kept < 0x20 && kept != '\n' && kept != '\t') || c == 0xfffe || c == 0xffff)
        continue;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        kept = 0xfffd;
      units += kept > 0xffff ? 2 : 1;
      if (units >= LONGEST_TEXT)
        {
          g_string_append (clean_text, "…");
          return;
        }
      if (looks_like_escape (at))
        g_string_append (clean_text, "_x005F"), units += 6;
      g_string_append_unichar (clean_text, kept);
    }
}

/* Most are short and plain, and stay as they are: their length is then their width. */
static gboolean
is_plain (const char *text, gsize length)
{
  if (length >= LONGEST_TEXT)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 || (guchar) text[i] >= 0x7f || text[i] == '_')
      return FALSE;

  return TRUE;
}

static void
write_text (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, gsize length, lxw_format *format, guint indent)
{
  if (length == 0)
    return;
  if (is_plain (text, length))
    {
      ex_xlsx_cells_widen (self, column, (double) (length + indent));
      worksheet_write_string (sheet, row, column, text, format);
      return;
    }

  clean (self->text, text);
  ex_xlsx_cells_widen (self, column, ex_xlsx_width (self->text->str) + indent);
  worksheet_write_string (sheet, row, column, self->text->str, format);
}

void
ex_xlsx_cells_heading (ExXlsxCells *self, lxw_worksheet *sheet, lxw_col_t column, const char *heading, gboolean right)
{
  worksheet_write_string (sheet, 0, column, heading, right ? self->right_heading : self->heading);
}

/* --- figures and days --------------------------------------------------------------------------------------------------- */

static void
write_figure (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double value, int decimals)
{
  int places = CLAMP (decimals, 0, MOST_DECIMALS);

  if (!isfinite (value))
    return;
  widen_figure (self, column, value, places > 0 ? places + 1 : 0);
  worksheet_write_number (sheet, row, column, value, self->decimals[places]);
}

static void
write_share (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double fraction, Format format)
{
  widen_figure (self, column, fraction * WHOLE_PERCENT, format == FORMAT_FINE_PERCENT ? 5 : 4);
  worksheet_write_number (sheet, row, column, fraction, self->formats[format]);
}

/* One that spreadsheets do not agree on is written in words. */
static void
write_days (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double days, const ExTableCell *cell)
{
  if (days >= FIRST_DAY && days < LAST_DAY + 1)
    {
      ex_xlsx_cells_widen (self, column, cell->kind == EX_CELL_TIME ? 19 : 10);
      worksheet_write_number (sheet, row, column, days, self->formats[cell->kind == EX_CELL_TIME ? FORMAT_TIME : FORMAT_DATE]);
      return;
    }

  g_string_truncate (self->text, 0);
  ex_cell_append_plain (cell, self->text);
  ex_xlsx_cells_widen (self, column, (double) self->text->len);
  worksheet_write_string (sheet, row, column, self->text->str, self->formats[FORMAT_TEXT]);
}

/* Of the day and hour here, as a clock shows it: a spreadsheet knows no time zones. */
static void
write_time (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ExTableCell *cell)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (cell->integer);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  gint64 seconds = cell->integer + (local != NULL ? g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND : 0);

  write_days (self, sheet, row, column, (double) seconds / SECONDS_A_DAY + 25569, cell); /* 1 January 1970 */
}

/* What is not there: in the words that people are given for it, if there are any. */
static void
write_none (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ExTableCell *cell)
{
  if (cell->has_shown && !g_str_equal (cell->shown->str, "–"))
    write_text (self, sheet, row, column, cell->shown->str, cell->shown->len, self->formats[cell->number ? FORMAT_WORDS : FORMAT_TEXT], 0);
}

void
ex_xlsx_cells_write (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ExTableCell *cell)
{
  static const double scales[] = { 1, 10, 100, 1000 };
  guint indent = MIN (cell->indent, DEEPEST);

  if (cell->none)
    {
      write_none (self, sheet, row, column, cell);
      return;
    }

  switch (cell->kind)
    {
    case EX_CELL_TEXT:
      write_text (self, sheet, row, column, cell->text->str, cell->text->len, indent > 0 ? self->indents[indent] : self->formats[FORMAT_TEXT], indent);
      break;
    case EX_CELL_WORD:
      {
        const GString *words = cell->has_shown && !cell->code ? cell->shown : cell->text;

        write_text (self, sheet, row, column, words->str, words->len, self->formats[cell->number ? FORMAT_WORDS : FORMAT_TEXT], 0);
      }
      break;
    case EX_CELL_INTEGER:
      write_figure (self, sheet, row, column, (double) cell->integer, 0);
      break;
    case EX_CELL_NUMBER:
      /* One with words of its own is exact in files, and rounded for people. */
      write_figure (self, sheet, row, column, cell->real, cell->has_shown ? MIN (cell->decimals, 2) : cell->decimals);
      break;
    case EX_CELL_MONEY:
      write_figure (self, sheet, row, column, (double) cell->integer / scales[CLAMP (cell->decimals, 0, 3)], cell->decimals);
      break;
    case EX_CELL_PERCENT:
      write_share (self, sheet, row, column, (double) cell->integer / EX_WHOLE_BP, cell->integer % 10 != 0 ? FORMAT_FINE_PERCENT : FORMAT_PERCENT);
      break;
    case EX_CELL_RATE:
      write_share (self, sheet, row, column, ex_round_half_away (cell->real, 6) + 0.0, cell->change ? FORMAT_CHANGE : FORMAT_PERCENT);
      break;
    case EX_CELL_DATE:
      write_days (self, sheet, row, column, (double) cell->integer - DAY_ZERO, cell);
      break;
    case EX_CELL_TIME:
      write_time (self, sheet, row, column, cell);
      break;
    case EX_CELL_BOOLEAN:
      worksheet_write_boolean (sheet, row, column, cell->integer != 0, self->formats[FORMAT_TRUTH]);
      break;
    default:
      g_assert_not_reached ();
    }
}
