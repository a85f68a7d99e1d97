#include "config.h"

#include "ex-format.h"

#include "ex-decimal.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

#define MINUS "\342\210\222" /* U+2212 */
#define DASH "\342\200\223"  /* U+2013 */
#define INFINITE "\342\210\236" /* U+221E */

/* What localeconv() says is in the locale's own encoding. @converted: to be freed. */
static const char *
to_utf8 (const char *text,
         char      **converted)
{
  if (g_utf8_validate (text, -1, NULL))
    return text;

  *converted = g_locale_to_utf8 (text, -1, NULL, NULL, NULL);

  return *converted != NULL ? *converted : " ";
}

/* The C locale groups nothing; people there read English. */
static const char *
get_separator (const struct lconv *conv)
{
  if (*conv->thousands_sep != '\0')
    return conv->thousands_sep;

  return strcmp (conv->decimal_point, ".") == 0 ? "," : "";
}

/* TRUE when a separator goes before the digit that has @rest digits from itself to the end. @grouping is as localeconv()
 * has it: sizes from the right, the last one repeating, CHAR_MAX ending it. */
static gboolean
starts_group (gsize       rest,
              const char *grouping)
{
  gsize size = 3;

  for (gsize end = 0; end < rest; end += size)
    {
      if (*grouping == CHAR_MAX)
        return FALSE;
      if (*grouping > 0)
        size = (gsize) *grouping++;
      if (end + size == rest)
        return TRUE;
    }

  return FALSE;
}

/* @digits: @length of them. Returns the end of what was written. */
static char *
write_grouped (char       *end,
               const char *digits,
               gsize       length,
               const char *separator,
               const char *grouping)
{
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && starts_group (length - i, grouping))
        end = g_stpcpy (end, separator);
      *end++ = digits[i];
    }
  *end = '\0';

  return end;
}

char *
ex_format_decimal (const char *text)
{
  const struct lconv *conv = localeconv ();
  g_autofree char *own_separator = NULL, *own_point = NULL;
  const char *separator = to_utf8 (get_separator (conv), &own_separator);
  const char *point = to_utf8 (conv->decimal_point, &own_point);
  gsize digits, length;
  char *formatted, *end;

  g_return_val_if_fail (text != NULL, NULL);

  /* At most a separator a digit. */
  length = strlen (text);
  end = formatted = g_malloc (length * (1 + strlen (separator)) + strlen (point) + sizeof MINUS);
  if (*text == '-')
    {
      end = g_stpcpy (end, MINUS);
      text++;
    }

  digits = strspn (text, "0123456789");
  end = write_grouped (end, text, digits, separator, conv->grouping);

  if (text[digits] == '.')
    {
      end = g_stpcpy (end, point);
      g_stpcpy (end, text + digits + 1);
    }

  return formatted;
}

char *
ex_format_integer (gint64 value)
{
  g_autofree char *text = ex_decimal_to_string (value, 0, FALSE);

  return ex_format_decimal (text);
}

/* As files have it. @value: rounded to @decimals. printf() is a few times slower than whole numbers are, and there are many to show. */
static char *
write_rounded (double value,
               int    decimals)
{
  static const double scales[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  char text[400], format[8]; /* 309 digits at most before the point */

  /* So far a double keeps every digit. */
  if (fabs (value) * scales[decimals] < 1e15)
    return ex_decimal_to_string (llround (value * scales[decimals]), decimals, FALSE);

  g_snprintf (format, sizeof format, "%%.%df", decimals);

  return g_strdup (g_ascii_formatd (text, sizeof text, format, value));
}

char *
ex_format_number (double value,
                  int    decimals)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, NULL);

  if (isnan (value))
    return g_strdup (DASH);
  if (isinf (value))
    return g_strdup (value < 0 ? MINUS INFINITE : INFINITE);

  text = write_rounded (ex_round_half_away (value, decimals), decimals);

  return ex_format_decimal (text);
}

static gboolean
ends_within (double value,
             int    decimals)
{
  return ex_values_equal (ex_round_half_away (value, decimals), value);
}

/* TRUE when the last of @decimals, once rounded, is a 0. */
static gboolean
ends_in_zero (double value,
              int    decimals)
{
  return ex_round_half_away (value, decimals) == ex_round_half_away (value, decimals - 1);
}

char *
ex_format_figure (double value,
                  int    decimals)
{
  int needed = decimals;

  if (!isfinite (value) || value == 0)
    return ex_format_number (value, decimals);

  while (needed < 9 && !ends_within (value, needed))
    needed++;
  if (needed > MAX (decimals, 4))
    {
      int four_digits = 3 - (int) floor (log10 (fabs (value)));

      needed = MIN (needed, CLAMP (four_digits, MAX (decimals, 2), 9));
      while (needed > decimals && ends_in_zero (value, needed))
        needed--;
    }

  return ex_format_number (value, needed);
}

char *
ex_format_value (double      value,
                 int         decimals,
                 const char *unit)
{
  g_autofree char *number = ex_format_number (value, decimals);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);

  return g_strconcat (number, " ", unit, NULL);
}

static char *
with_percent_sign (const char *number)
{
  /* Translators: a percentage, "68.4 %". */
  return g_strdup_printf (_("%s %%"), number);
}

char *
ex_format_percent (double fraction)
{
  g_autofree char *number = ex_format_number (fraction * 100, 1);

  return isnan (fraction) ? g_steal_pointer (&number) : with_percent_sign (number);
}

char *
ex_format_percent_change (double fraction)
{
  g_autofree char *percent = ex_format_percent (fraction);

  if (ex_round_half_away (fraction * 100, 1) > 0)
    return g_strconcat ("+", percent, NULL);

  return g_steal_pointer (&percent);
}

char *
ex_format_weight (int basis_points)
{
  g_autofree char *text = ex_decimal_to_string (basis_points, 2, TRUE);
  g_autofree char *number = ex_format_decimal (text);

  return with_percent_sign (number);
}

char *
ex_format_day (ExDay day)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day_of_month;

  if (day == EX_DAY_NONE)
    return g_strdup ("");

  ex_day_split (day, &year, &month, &day_of_month);
  time = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  g_return_val_if_fail (time != NULL, g_strdup (""));

  /* Translators: a day as g_date_time_format() writes it, "30 Sep 2026". */
  return g_date_time_format (time, _("%-d %b %Y"));
}

char *
ex_format_day_relative (ExDay day,
                        ExDay today)
{
  int days = (int) ((gint64) day - (gint64) today);

  switch (days)
    {
    case 0:
      return g_strdup (_("today"));
    case 1:
      return g_strdup (_("tomorrow"));
    case -1:
      return g_strdup (_("yesterday"));
    default:
      if (days > 0)
        return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
      return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
    }
}
