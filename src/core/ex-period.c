#include "config.h"

#include "ex-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  ExGrain     grain;
  const char *nick;
} grains[] = {
  { EX_GRAIN_MONTH, "month" },
  { EX_GRAIN_QUARTER, "quarter" },
  { EX_GRAIN_YEAR, "year" },
};

gboolean
ex_grain_parse (const char *nick,
                ExGrain    *grain)
{
  for (gsize i = 0; nick != NULL && i < G_N_ELEMENTS (grains); i++)
    if (g_ascii_strcasecmp (nick, grains[i].nick) == 0)
      {
        *grain = grains[i].grain;
        return TRUE;
      }

  return FALSE;
}

const char *
ex_grain_nick (ExGrain grain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grains); i++)
    if (grains[i].grain == grain)
      return grains[i].nick;

  g_return_val_if_reached (NULL);
}

/* Periods of @grain in a year. */
static int
per_year (ExGrain grain)
{
  return 12 / (int) grain;
}

static int
year_of (ExPeriod period)
{
  return period.index / per_year (period.grain);
}

/* 0 for the first of the year. */
static int
part_of (ExPeriod period)
{
  return period.index % per_year (period.grain);
}

gboolean
ex_period_parse (const char *text,
                 ExPeriod   *period)
{
  gsize length = text != NULL ? strlen (text) : 0;
  ExGrain grain;
  int year = 0, part;

  if (length < 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      year = year * 10 + (text[i] - '0');
    }

  if (length == 4)
    {
      grain = EX_GRAIN_YEAR;
      part = 1;
    }
  else if (length == 7 && text[4] == '-' && g_ascii_toupper (text[5]) == 'Q' && g_ascii_isdigit (text[6]))
    {
      grain = EX_GRAIN_QUARTER;
      part = text[6] - '0';
    }
  else if (length == 7 && text[4] == '-' && g_ascii_isdigit (text[5]) && g_ascii_isdigit (text[6]))
    {
      grain = EX_GRAIN_MONTH;
      part = (text[5] - '0') * 10 + (text[6] - '0');
    }
  else
    return FALSE;

  if (year < 1 || part < 1 || part > per_year (grain))
    return FALSE;

  *period = (ExPeriod) { grain, year * per_year (grain) + part - 1 };

  return TRUE;
}

ExPeriod
ex_period_of_day (ExGrain grain,
                  ExDay   day)
{
  int year, month;

  g_return_val_if_fail (day != EX_DAY_NONE, ((ExPeriod) { grain, 0 }));

  ex_day_split (day, &year, &month, NULL);

  return (ExPeriod) { grain, year * per_year (grain) + (month - 1) / (int) grain };
}

char *
ex_period_to_string (ExPeriod period)
{
  switch (period.grain)
    {
    case EX_GRAIN_MONTH:
      return g_strdup_printf ("%04d-%02d", year_of (period), part_of (period) + 1);
    case EX_GRAIN_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year_of (period), part_of (period) + 1);
    case EX_GRAIN_YEAR:
      return g_strdup_printf ("%04d", year_of (period));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
month_to_label (ExPeriod period,
                gboolean with_year)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year_of (period), part_of (period) + 1, 1, 0, 0, 0);

  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a month as g_date_time_format() writes it; "Sep 2026" and "Sep". */
  return g_date_time_format (time, with_year ? _("%b %Y") : _("%b"));
}

char *
ex_period_to_label (ExPeriod period,
                    gboolean with_year)
{
  switch (period.grain)
    {
    case EX_GRAIN_MONTH:
      return month_to_label (period, with_year);
    case EX_GRAIN_QUARTER:
      if (with_year)
        /* Translators: a quarter of a year, "Q3 2026". */
        return g_strdup_printf (_("Q%d %d"), part_of (period) + 1, year_of (period));
      /* Translators: a quarter of a year, "Q3". */
      return g_strdup_printf (_("Q%d"), part_of (period) + 1);
    case EX_GRAIN_YEAR:
      return g_strdup_printf ("%d", year_of (period));
    default:
      g_return_val_if_reached (NULL);
    }
}

ExDay
ex_period_first_day (ExPeriod period)
{
  return ex_day_new (year_of (period), part_of (period) * (int) period.grain + 1, 1);
}

ExDay
ex_period_last_day (ExPeriod period)
{
  int year = year_of (period);
  int last_month = (part_of (period) + 1) * (int) period.grain;

  /* The last day of December 9999 has no next day to come before. */
  if (last_month == 12)
    return ex_day_new (year, 12, 31);

  return ex_day_new (year, last_month + 1, 1) - 1;
}

ExPeriod
ex_period_coarsen (ExPeriod period,
                   ExGrain  grain)
{
  g_return_val_if_fail (grain >= period.grain, period);

  return (ExPeriod) { grain, period.index * (int) period.grain / (int) grain };
}

gboolean
ex_period_is_within (ExPeriod      period,
                     const GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      ExPeriod one = g_array_index (periods, ExPeriod, i);

      if (one.grain >= period.grain && ex_period_coarsen (period, one.grain).index == one.index)
        return TRUE;
    }
  return FALSE;
}
