#include "config.h"

#include "ex-day.h"

#define LAST_YEAR 9999 /* ISO 8601 in files has four digits */

static const guint16 days_before_month[12] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month (int year,
               int month)
{
  static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/* Days in all the years before @year. */
static guint32
days_before_year (int year)
{
  guint32 before = (guint32) year - 1;

  return before * 365 + before / 4 - before / 100 + before / 400;
}

ExDay
ex_day_new (int year,
            int month,
            int day)
{
  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return EX_DAY_NONE;

  return days_before_year (year) + days_before_month[month - 1]
         + (month > 2 && is_leap_year (year) ? 1 : 0) + (guint32) day;
}

/* By hand, because a million check-ins each have a day to read. -1: not all digits. */
static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

ExDay
ex_day_parse (const char *iso)
{
  int year, month;

  /* Each test stops at the end of a string that is too short. */
  if (iso == NULL
      || (year = read_digits (iso, 4)) < 0 || iso[4] != '-'
      || (month = read_digits (iso + 5, 2)) < 0 || iso[7] != '-'
      || read_digits (iso + 8, 2) < 0 || iso[10] != '\0')
    return EX_DAY_NONE;

  return ex_day_new (year, month, read_digits (iso + 8, 2));
}

ExDay
ex_day_today (void)
{
  ExDay day = ex_day_parse (g_getenv ("EXEMPLAR_TODAY"));
  g_autoptr (GDateTime) now = NULL;

  if (day != EX_DAY_NONE)
    return day;

  now = g_date_time_new_now_local ();

  return ex_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

void
ex_day_split (ExDay day,
              int  *year,
              int  *month,
              int  *day_of_month)
{
  int y = 0, m = 0, d = 0;

  if (day != EX_DAY_NONE)
    {
      /* A first guess that is at most one year off. */
      y = (int) ((guint64) day * 400 / 146097) + 1;
      while (y > 1 && days_before_year (y) >= day)
        y--;
      while (days_before_year (y + 1) < day)
        y++;

      d = (int) (day - days_before_year (y));
      for (m = 1; d > days_in_month (y, m); m++)
        d -= days_in_month (y, m);
    }

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = d;
}

static void
write_digits (char *text,
              int   value,
              int   n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    text[i] = (char) ('0' + value % 10);
}

void
ex_day_write (ExDay day,
              char  iso[EX_DAY_ISO_SIZE])
{
  int year, month, day_of_month;

  ex_day_split (day, &year, &month, &day_of_month);
  if (year < 1 || year > LAST_YEAR)
    {
      iso[0] = '\0';
      return;
    }

  write_digits (iso, year, 4);
  iso[4] = '-';
  write_digits (iso + 5, month, 2);
  iso[7] = '-';
  write_digits (iso + 8, day_of_month, 2);
  iso[10] = '\0';
}

char *
ex_day_to_iso (ExDay day)
{
  char iso[EX_DAY_ISO_SIZE];

  ex_day_write (day, iso);

  return g_strdup (iso);
}
