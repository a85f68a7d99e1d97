/* Cells to values, each refused in words when it is not one. */
#include "config.h"

#include "ex-import-run.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_BYTES 80

static gsize
blank_at_start (ExField field)
{
  if (field.length > 0 && (guchar) field.text[0] <= ' ')
    return 1;

  return field.length > 1 && memcmp (field.text, "\xc2\xa0", 2) == 0 ? 2 : 0; /* a no-break space */
}

static gsize
blank_at_end (ExField field)
{
  if (field.length > 0 && (guchar) field.text[field.length - 1] <= ' ')
    return 1;

  return field.length > 1 && memcmp (field.text + field.length - 2, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

/* What ex_csv_append() puts before a formula, so that what was written comes back as it was. */
static gboolean
is_guarded (ExField field)
{
  gsize at = 1;

  if (field.length < 2 || field.text[0] != '\'')
    return FALSE;
  while (at < field.length && field.text[at] == ' ')
    at++;

  return at < field.length && strchr ("=+-@\t\r\n", field.text[at]) != NULL;
}

ExField
ex_import_trim (ExField field)
{
  gsize n;

  while ((n = blank_at_start (field)) > 0)
    {
      field.text += n;
      field.length -= n;
    }
  while ((n = blank_at_end (field)) > 0)
    field.length -= n;

  if (is_guarded (field))
    {
      field.text++;
      field.length--;
    }

  return field;
}

ExField
ex_import_clean (ExImportRun *run, guint field, ExField cell)
{
  cell = ex_import_trim (cell);

  /* What a database writes for nothing. A required cell is left alone: Null is a name, too. */
  if (cell.length == 4 && memcmp (cell.text, "NULL", 4) == 0 && !run->fields[field].required)
    {
      run->nulls = TRUE;
      return (ExField) { "", 0 };
    }

  return cell;
}

ExField
ex_import_cell (ExImportRun *run, guint field)
{
  return ex_import_cell_quick (run, field);
}

const char *
ex_import_shown (ExImportRun *run, guint field)
{
  ExField cell = ex_import_cell (run, field);
  char *out = run->shown[run->next_shown++ % G_N_ELEMENTS (run->shown)];
  gsize length = MIN (cell.length, SHOWN_BYTES);

  /* Not in the middle of a character. */
  while (length < cell.length && length > 0 && ((guchar) cell.text[length] & 0xc0) == 0x80)
    length--;
  memcpy (out, cell.text, length);
  strcpy (out + length, length < cell.length ? "…" : "");
  g_strdelimit (out, "\r\n\t", ' ');

  return out;
}

char *
ex_import_lines (ExImportRun *run, guint field)
{
  ExField cell = ex_import_cell (run, field);

  return cell.length > 0 ? g_strndup (cell.text, cell.length) : NULL;
}

char *
ex_import_text (ExImportRun *run, guint field)
{
  char *text = ex_import_lines (run, field);

  return text != NULL ? g_strdelimit (text, "\r\n\t", ' ') : NULL;
}

static void
refuse_not_a_number (ExImportRun *run, guint field)
{
  ex_import_refuse (run, (int) field, _("%s: “%s” is not a number; write it like 1234.5."), ex_import_heading (run, field),
                    ex_import_shown (run, field));
}

/* 1,234 alone may be two numbers a thousand times apart. */
static void
refuse_ambiguous (ExImportRun *run, guint field, ExField cell, char sign)
{
  g_autoptr (GString) grouped = g_string_new (NULL);
  g_autofree char *decimal = g_strndup (cell.text, cell.length);

  for (gsize i = 0; i < cell.length; i++)
    if (cell.text[i] != sign)
      g_string_append_c (grouped, cell.text[i]);
  g_strdelimit (decimal, ",", '.');

  ex_import_refuse (run, (int) field,
                    _("%s: “%s” may be %s or %s, and no other number in the file tells which; write it without separators of thousands."),
                    ex_import_heading (run, field), ex_import_shown (run, field), grouped->str, decimal);
}

static void
settle_decimal (ExImportRun *run, char decimal)
{
  run->decimal = decimal;
  run->decimal_line = run->line;
}

/* The decimal sign to read this cell with; 0: it cannot be told, which was said. */
static char
choose_decimal (ExImportRun *run, guint field, ExField cell, ExNumberForm form)
{
  gboolean open = form == EX_FORM_OPEN_POINT || form == EX_FORM_OPEN_COMMA;

  if (run->decimal == '\0' && open)
    ex_import_find_decimal (run);
  if (run->decimal == '.' || run->decimal == ',')
    return run->decimal;

  if (form == EX_FORM_POINT || form == EX_FORM_COMMA)
    settle_decimal (run, form == EX_FORM_POINT ? '.' : ',');
  /* Fields apart by semicolons are written where the comma is the decimal sign: there a point may well be one of thousands. */
  else if (form == EX_FORM_OPEN_COMMA || (form == EX_FORM_OPEN_POINT && ex_csv_reader_get_separator (run->reader) == ';'))
    {
      refuse_ambiguous (run, field, cell, form == EX_FORM_OPEN_COMMA ? ',' : '.');
      return '\0';
    }

  return run->decimal == ',' ? ',' : '.';
}

static gboolean
read_plain (ExImportRun *run, guint field, ExField cell, char plain[EX_PLAIN_SIZE])
{
  ExNumberForm form = ex_number_form (cell.text, cell.length);
  char decimal;

  if (form == EX_FORM_NOT_A_NUMBER)
    {
      refuse_not_a_number (run, field);
      return FALSE;
    }

  decimal = choose_decimal (run, field, cell, form);
  if (decimal == '\0')
    return FALSE;
  if (ex_number_plain (cell.text, cell.length, decimal, plain))
    return TRUE;

  if (run->decimal_line == 0)
    refuse_not_a_number (run, field);
  else if (decimal == '.')
    ex_import_refuse (run, (int) field, _("%s: “%s” is not a number with a decimal point, which line %u has; write it like 1234.5."),
                      ex_import_heading (run, field), ex_import_shown (run, field), run->decimal_line);
  else
    ex_import_refuse (run, (int) field, _("%s: “%s” is not a number with a decimal comma, which line %u has; write it like 1234,5."),
                      ex_import_heading (run, field), ex_import_shown (run, field), run->decimal_line);

  return FALSE;
}

/* A point can be read at once where it is known to be the decimal sign, digits alone anywhere. */
static gboolean
is_settled (ExImportRun *run, guint decimals)
{
  return decimals == 0 || run->decimal == '.';
}

/* "84.1 %" */
static ExField
without_percent (ExField cell)
{
  if (cell.length > 1 && cell.text[cell.length - 1] == '%')
    cell.length--;

  return ex_import_trim (cell);
}

ExCell
ex_import_number (ExImportRun *run, guint field, double *value, guint *decimals)
{
  ExField cell = ex_import_cell (run, field);
  char plain[EX_PLAIN_SIZE];
  guint n;

  if (cell.length == 0)
    return EX_CELL_EMPTY;
  if (run->percent)
    cell = without_percent (cell);
  if (!ex_number_quick (cell.text, cell.length, value, &n) || !is_settled (run, n))
    {
      g_autofree char *whole = g_strndup (cell.text, cell.length);

      n = 0;
      /* 1.5E+03, as spreadsheets write what is very large or small. */
      if (strpbrk (whole, "eE") == NULL || !ex_number_parse (whole, value))
        {
          const char *point;

          if (!read_plain (run, field, cell, plain))
            return EX_CELL_BAD;
          *value = g_ascii_strtod (plain, NULL);
          point = strchr (plain, '.');
          n = point != NULL ? (guint) strlen (point + 1) : 0;
        }
    }
  if (decimals != NULL)
    *decimals = n;

  return EX_CELL_GOOD;
}

ExCell
ex_import_integer (ExImportRun *run, guint field, int low, int high, int *value)
{
  ExField cell = ex_import_cell (run, field);
  char plain[EX_PLAIN_SIZE];
  gint64 whole;

  if (cell.length == 0)
    return EX_CELL_EMPTY;
  if (!ex_money_quick (cell.text, cell.length, 0, &whole))
    {
      if (!read_plain (run, field, cell, plain))
        return EX_CELL_BAD;
      if (!ex_money_parse (plain, 0, &whole, NULL))
        {
          ex_import_refuse (run, (int) field, _("%s: “%s” is not a whole number."), ex_import_heading (run, field),
                            ex_import_shown (run, field));
          return EX_CELL_BAD;
        }
    }

  if (whole < low || whole > high)
    {
      if (high == G_MAXINT)
        ex_import_refuse (run, (int) field, _("%s: “%s” is not %d or more."), ex_import_heading (run, field),
                          ex_import_shown (run, field), low);
      else
        ex_import_refuse (run, (int) field, _("%s: “%s” is not from %d to %d."), ex_import_heading (run, field),
                          ex_import_shown (run, field), low, high);
      return EX_CELL_BAD;
    }
  *value = (int) whole;

  return EX_CELL_GOOD;
}

/* "€ 12.50", "12.50 EUR": without the company's own currency; a foreign one stays, and is then no number. */
static ExField
without_currency (ExImportRun *run, ExField cell)
{
  static const struct { const char *sign; const char *codes; } signs[] = {
    { "€", "EUR" }, { "£", "GBP" }, { "¥", "JPY CNY" }, { "$", "USD CAD AUD NZD SGD HKD MXN" }, { "CHF", "CHF" },
  };
  const char *currency = ex_company_get_info (run->context->company)->currency;
  const char *marks[2] = { currency, currency };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (signs[i].codes, currency) != NULL)
      marks[1] = signs[i].sign;

  for (guint i = 0; i < 2; i++)
    {
      gsize length = strlen (marks[i]);

      if (cell.length > length && memcmp (cell.text, marks[i], length) == 0)
        return ex_import_trim ((ExField) { cell.text + length, cell.length - length });
      if (cell.length > length && memcmp (cell.text + cell.length - length, marks[i], length) == 0)
        return ex_import_trim ((ExField) { cell.text, cell.length - length });
    }

  return cell;
}

ExCell
ex_import_money (ExImportRun *run, guint field, gint64 *minor)
{
  const ExCompanyInfo *info = ex_company_get_info (run->context->company);
  ExField cell = ex_import_cell_quick (run, field);
  char plain[EX_PLAIN_SIZE];
  const char *point;

  if (cell.length == 0)
    return EX_CELL_EMPTY;
  if (ex_money_quick (cell.text, cell.length, info->exponent, minor)
      && (run->decimal == '.' || memchr (cell.text, '.', cell.length) == NULL))
    return EX_CELL_GOOD;

  if (!read_plain (run, field, without_currency (run, cell), plain))
    return EX_CELL_BAD;
  if (ex_money_parse (plain, info->exponent, minor, NULL))
    return EX_CELL_GOOD;

  point = strchr (plain, '.');
  if (point != NULL && strlen (point + 1) > (gsize) info->exponent)
    ex_import_refuse (run, (int) field, ngettext ("%s: “%s” has more decimals than the %d that %s has; round it.",
                                                  "%s: “%s” has more decimals than the %d that %s has; round it.", (gulong) info->exponent),
                      ex_import_heading (run, field), ex_import_shown (run, field), info->exponent, info->currency);
  else
    ex_import_refuse (run, (int) field, _("%s: “%s” is more than can be kept."), ex_import_heading (run, field), ex_import_shown (run, field));

  return EX_CELL_BAD;
}

ExCell
ex_import_percent (ExImportRun *run, guint field, int *basis_points)
{
  ExField cell = ex_import_cell (run, field);
  char plain[EX_PLAIN_SIZE];

  if (cell.length == 0)
    return EX_CELL_EMPTY;
  if (!read_plain (run, field, without_percent (cell), plain))
    return EX_CELL_BAD;

  if (!ex_basis_points_parse (plain, basis_points, NULL) || *basis_points < 0 || *basis_points > EX_WHOLE_BP)
    {
      ex_import_refuse (run, (int) field, _("%s: “%s” is not from 0 to 100 percent with at most two decimals."), ex_import_heading (run, field),
                        ex_import_shown (run, field));
      return EX_CELL_BAD;
    }

  return EX_CELL_GOOD;
}
