#include "config.h"

#include "ex-import-value.h"

#include <string.h>

static int
two_digits (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

static int
four_digits (const char *text)
{
  int high = two_digits (text);
  int low = two_digits (text + 2);

  return high >= 0 && low >= 0 ? high * 100 + low : -1;
}

ExDay
ex_date_quick (const char *text, gsize length)
{
  if (length != 10 || text[4] != '-' || text[7] != '-')
    return EX_DAY_NONE;

  return ex_day_new (four_digits (text), two_digits (text + 5), two_digits (text + 8));
}

/* Digits from *@p on, at most four of them. Returns how many. */
static gsize
take_number (const char **p, const char *end, int *number)
{
  const char *start = *p;

  for (*number = 0; *p < end && g_ascii_isdigit (**p) && *p - start < 5; (*p)++)
    *number = *number * 10 + (**p - '0');

  return (gsize) (*p - start);
}

/* "T08:26:00Z", " 8:26 PM", " 00:00:00.000", or nothing. */
static gboolean
is_time (const char *p, const char *end)
{
  gsize digits, colons = 0;
  int number;

  if (p == end)
    return TRUE;
  if (*p != ' ' && *p != 'T' && *p != 't')
    return FALSE;
  while (p < end && (*p == ' ' || *p == 'T' || *p == 't'))
    p++;

  for (digits = take_number (&p, end, &number); digits >= 1 && digits <= 2 && p < end && *p == ':'; digits = take_number (&p, end, &number))
    {
      colons++;
      p++;
    }
  if (colons < 1 || colons > 2 || digits != 2)
    return FALSE;

  /* Parts of a second, AM or PM, a time zone. */
  while (p < end && strchr ("0123456789.,:+-Z AMPampz", *p) != NULL)
    p++;

  return p == end;
}

static ExDateForm
form_of (char separator, const gsize digits[3])
{
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    return EX_DATE_YEAR_FIRST;
  if (digits[0] > 2 || digits[1] > 2)
    return EX_DATE_NONE;
  if (digits[2] == 4)
    return separator == '.' ? EX_DATE_DOTTED : EX_DATE_YEAR_LAST;

  return digits[2] == 2 ? EX_DATE_SHORT_YEAR : EX_DATE_NONE;
}

ExDateForm
ex_date_split (const char *text, gsize length, int parts[3])
{
  const char *p = text;
  const char *end = text + length;
  gsize digits[3];
  char separator = '\0';

  for (guint i = 0; i < 3; i++)
    {
      digits[i] = take_number (&p, end, &parts[i]);
      if (digits[i] == 0)
        return EX_DATE_NONE;
      if (i == 2)
        break;
      if (p == end || strchr ("-/.", *p) == NULL || (i == 1 && *p != separator))
        return EX_DATE_NONE;
      separator = *p++;
      /* "30. 9. 2026" */
      while (separator == '.' && p < end && *p == ' ')
        p++;
    }

  return is_time (p, end) ? form_of (separator, digits) : EX_DATE_NONE;
}

static gboolean
make_period (ExGrain grain, int year, int part, ExPeriod *period)
{
  int per_year = 12 / (int) grain;

  if (year < 1 || part < 1 || part > per_year)
    return FALSE;
  *period = (ExPeriod) { grain, year * per_year + part - 1 };

  return TRUE;
}

/* "Q3 2026", "Q3/2026", "Q3-2026" */
static gboolean
read_quarter_first (const char *text, gsize length, ExPeriod *period)
{
  if (length != 7 || (text[0] | 0x20) != 'q' || !g_ascii_isdigit (text[1]) || strchr (" /-", text[2]) == NULL)
    return FALSE;

  return make_period (EX_GRAIN_QUARTER, four_digits (text + 3), text[1] - '0', period);
}

/* The first of a month stands for the month, as databases have it; any other day does not. */
static gboolean
read_first_day (const char *text, gsize length, ExPeriod *period)
{
  int parts[3];

  return ex_date_split (text, length, parts) == EX_DATE_YEAR_FIRST && parts[2] == 1 && make_period (EX_GRAIN_MONTH, parts[0], parts[1], period);
}

gboolean
ex_period_read (const char *text, gsize length, ExPeriod *period)
{
  const char *end = text + length;
  const char *p = text + 4;
  int year, part;
  gsize digits;

  if (length < 4)
    return FALSE;
  if (length >= 8)
    return read_first_day (text, length, period);
  if (length == 7 && text[2] == '/')
    return make_period (EX_GRAIN_MONTH, four_digits (text + 3), two_digits (text), period);
  year = four_digits (text);
  if (year < 0)
    return read_quarter_first (text, length, period);
  if (p == end)
    return make_period (EX_GRAIN_YEAR, year, 1, period);

  if (*p == '-' || *p == '/' || *p == ' ')
    p++;
  if (end - p == 2 && (p[0] | 0x20) == 'q' && g_ascii_isdigit (p[1]))
    return make_period (EX_GRAIN_QUARTER, year, p[1] - '0', period);
  if (p == text + 4 || p[-1] == ' ')
    return FALSE;
  digits = take_number (&p, end, &part);

  return p == end && digits >= 1 && digits <= 2 && make_period (EX_GRAIN_MONTH, year, part, period);
}
