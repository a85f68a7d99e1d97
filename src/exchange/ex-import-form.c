/* The form of numbers and days in a file: found from the first cell in it that leaves no doubt. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* TRUE when the cell told, and nothing more need be read. */
typedef gboolean (* Look) (ExImportRun *run, ExField cell, guint line);

/* Shows the cells of every column of @type to @look, over the whole file, by a reader of its own. */
static void
survey (ExImportRun *run, ExFieldType type, Look look)
{
  g_autoptr (ExCsvReader) reader = ex_csv_reader_copy (run->reader);

  ex_csv_reader_next (reader, NULL); /* the heading */
  while (ex_csv_reader_next (reader, NULL))
    for (guint field = 0; field < run->n_fields; field++)
      {
        int column = run->plan->field_column[field];

        if (column < 0 || (guint) column >= ex_csv_reader_n_fields (reader) || ex_import_field_type (run->plan->what, field) != type)
          continue;
        if (look (run, ex_import_trim (ex_csv_reader_get_field (reader, (guint) column)), ex_csv_reader_get_line (reader)))
          return;
      }
}

static gboolean
look_at_number (ExImportRun *run, ExField cell, guint line)
{
  ExNumberForm form;

  /* What stands around the digits, such as a currency or a percent sign, does not matter here. */
  while (cell.length > 0 && !g_ascii_isdigit (cell.text[cell.length - 1]) && cell.text[cell.length - 1] != ')')
    cell.length--;
  while (cell.length > 0 && strchr ("0123456789.,-(", cell.text[0]) == NULL)
    {
      cell.text++;
      cell.length--;
    }

  form = ex_number_form (cell.text, cell.length);
  if (form != EX_FORM_POINT && form != EX_FORM_COMMA)
    return FALSE;
  run->decimal = form == EX_FORM_POINT ? '.' : ',';
  run->decimal_line = line;

  return TRUE;
}

void
ex_import_find_decimal (ExImportRun *run)
{
  run->decimal = '?';
  survey (run, EX_TYPE_NUMBER, look_at_number);
}

/* Takes what stands before the next semicolon off @rest. FALSE: nothing is left. */
static gboolean
next_of_list (ExField *rest, ExField *part)
{
  const char *end;

  if (rest->text == NULL)
    return FALSE;
  end = memchr (rest->text, ';', rest->length);
  *part = ex_import_trim ((ExField) { rest->text, end != NULL ? (gsize) (end - rest->text) : rest->length });
  *rest = end != NULL ? (ExField) { end + 1, rest->length - (gsize) (end + 1 - rest->text) } : (ExField) { NULL, 0 };

  return TRUE;
}

static gboolean
look_at_date (ExImportRun *run, ExField cell, guint line)
{
  ExField part;
  int parts[3] = { 0, 0, 0 };
  gboolean tells = FALSE;

  while (!tells && next_of_list (&cell, &part))
    tells = ex_date_split (part.text, part.length, parts) == EX_DATE_YEAR_LAST && (parts[0] > 12) != (parts[1] > 12);
  if (!tells)
    return FALSE;
  run->date_order = parts[0] > 12 ? EX_DATE_ORDER_DMY : EX_DATE_ORDER_MDY;
  run->date_line = line;

  return TRUE;
}

static void
find_date_order (ExImportRun *run)
{
  survey (run, EX_TYPE_DATE, look_at_date);
}

static const char *
order_words (ExDateOrder order)
{
  switch (order)
    {
    case EX_DATE_ORDER_DMY:
      return _("day/month/year");
    case EX_DATE_ORDER_MDY:
      return _("month/day/year");
    default:
      return _("year-month-day");
    }
}

static void
refuse_day (ExImportRun *run, guint field)
{
  if (run->date_line > 0)
    ex_import_refuse (run, (int) field, _("%s: “%s” is no day read as %s, the order that line %u shows."), ex_import_heading (run, field),
                      ex_import_shown (run, field), order_words (run->date_order), run->date_line);
  else if (run->date_order != EX_DATE_ORDER_FIND)
    ex_import_refuse (run, (int) field, _("%s: “%s” is no day read as %s."), ex_import_heading (run, field), ex_import_shown (run, field),
                      order_words (run->date_order));
  else
    ex_import_refuse (run, (int) field, _("%s: “%s” is no day; write it like 2026-09-30."), ex_import_heading (run, field),
                      ex_import_shown (run, field));
}

/* Said once: the same answer settles every date of the file. */
static void
fail_open_order (ExImportRun *run, guint field, const int parts[3])
{
  run->bad = TRUE;
  if (run->date_open)
    return;

  run->date_open = TRUE;
  ex_import_fail (run, run->line, (guint) run->plan->field_column[field] + 1,
                  _("%s: “%s” may be %04d-%02d-%02d or %04d-%02d-%02d, and no date in the file tells which; "
                    "say the order of day, month and year (--date-order dmy or mdy)."),
                  ex_import_heading (run, field), ex_import_shown (run, field), parts[2], parts[1], parts[0], parts[2], parts[0], parts[1]);
}

/* EX_DAY_NONE: no such day, or none that can be told; *@open: the latter, and it was said. */
static ExDay
resolve (ExImportRun *run, guint field, ExDateForm form, const int parts[3], gboolean *open)
{
  *open = FALSE;
  if (form == EX_DATE_YEAR_FIRST)
    return ex_day_new (parts[0], parts[1], parts[2]);
  if (form == EX_DATE_DOTTED && run->date_order != EX_DATE_ORDER_MDY)
    return run->date_order == EX_DATE_ORDER_YMD ? EX_DAY_NONE : ex_day_new (parts[2], parts[1], parts[0]);
  if (form != EX_DATE_YEAR_LAST && form != EX_DATE_DOTTED)
    return EX_DAY_NONE;

  if (run->date_order == EX_DATE_ORDER_FIND && !run->date_open)
    find_date_order (run);
  if (run->date_order == EX_DATE_ORDER_FIND && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1])
    {
      fail_open_order (run, field, parts);
      *open = TRUE;
      return EX_DAY_NONE;
    }

  if (run->date_order == EX_DATE_ORDER_YMD)
    return EX_DAY_NONE;

  return run->date_order == EX_DATE_ORDER_MDY ? ex_day_new (parts[2], parts[0], parts[1]) : ex_day_new (parts[2], parts[1], parts[0]);
}

/* A year far off is a slip of the keyboard, and would make a ledger of thousands of empty periods. */
static ExCell
check_year (ExImportRun *run, guint field, gboolean good)
{
  if (good)
    return EX_CELL_GOOD;

  ex_import_refuse (run, (int) field, _("%s: the year of “%s” is not between %d and %d."), ex_import_heading (run, field),
                    ex_import_shown (run, field), FIRST_YEAR, LAST_YEAR);

  return EX_CELL_BAD;
}

static ExCell
read_day (ExImportRun *run, guint field, ExField cell, ExDay *day)
{
  ExDateForm form;
  gboolean open;
  int parts[3];

  if (cell.length == 0)
    return EX_CELL_EMPTY;

  *day = ex_date_quick (cell.text, cell.length);
  if (*day == EX_DAY_NONE)
    {
      form = ex_date_split (cell.text, cell.length, parts);
      if (form == EX_DATE_SHORT_YEAR)
        {
          ex_import_refuse (run, (int) field, _("%s: “%s” has a year of two digits; write all four."), ex_import_heading (run, field),
                            ex_import_shown (run, field));
          return EX_CELL_BAD;
        }
      *day = resolve (run, field, form, parts, &open);
      if (*day == EX_DAY_NONE && !open)
        refuse_day (run, field);
      if (*day == EX_DAY_NONE)
        return EX_CELL_BAD;
    }

  return check_year (run, field, *day >= ex_day_new (FIRST_YEAR, 1, 1) && *day <= ex_day_new (LAST_YEAR, 12, 31));
}

ExCell
ex_import_day (ExImportRun *run, guint field, ExDay *day)
{
  return read_day (run, field, ex_import_cell (run, field), day);
}

ExCell
ex_import_days (ExImportRun *run, guint field, GArray *days)
{
  ExField rest = ex_import_cell (run, field), part;

  if (rest.length == 0)
    return EX_CELL_EMPTY;
  while (next_of_list (&rest, &part))
    {
      ExDay day = EX_DAY_NONE;

      if (read_day (run, field, part, &day) == EX_CELL_BAD)
        return EX_CELL_BAD;
      g_array_append_val (days, day);
    }

  return EX_CELL_GOOD;
}

ExCell
ex_import_period (ExImportRun *run, guint field, ExPeriod *period)
{
  ExField cell = ex_import_cell (run, field);
  int year;

  if (cell.length == 0)
    return EX_CELL_EMPTY;
  if (!ex_period_read (cell.text, cell.length, period))
    {
      int parts[3];

      if (ex_date_split (cell.text, cell.length, parts) != EX_DATE_NONE && run->plan->what == EX_IMPORT_CUSTOMERS)
        {
          ex_import_refuse (run, (int) field, _("%s: “%s” is a day, not a period; read the column as date (--map date=COLUMN)."),
                            ex_import_heading (run, field), ex_import_shown (run, field));
          return EX_CELL_BAD;
        }
      ex_import_refuse (run, (int) field, _("%s: “%s” is no period; write it like 2026-09, 2026-Q3 or 2026."), ex_import_heading (run, field),
                        ex_import_shown (run, field));
      return EX_CELL_BAD;
    }

  year = period->index * (int) period->grain / 12;

  return check_year (run, field, year >= FIRST_YEAR && year <= LAST_YEAR);
}
