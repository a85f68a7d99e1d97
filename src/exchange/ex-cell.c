/* One cell of a table as programs and as people read it. */
#include "config.h"

#include "ex-table.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MANY_DIGITS 32

/* @places digits behind the point, with which @scaled is an integer: by hand, for printf() takes ten times as long. */
static void
append_scaled (GString *plain, gint64 scaled, int places)
{
  guint64 magnitude = scaled < 0 ? 0 - (guint64) scaled : (guint64) scaled;
  char digits[MANY_DIGITS];
  int at = MANY_DIGITS;

  for (int place = 0; place < places; place++, magnitude /= 10)
    digits[--at] = (char) ('0' + magnitude % 10);
  if (places > 0)
    digits[--at] = '.';
  do
    {
      digits[--at] = (char) ('0' + magnitude % 10);
      magnitude /= 10;
    }
  while (magnitude > 0);
  if (scaled < 0)
    digits[--at] = '-';
  g_string_append_len (plain, digits + at, MANY_DIGITS - at);
}

static void
append_fixed (GString *plain, double value, int places)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE + 400];
  char format[8];
  double scaled = value * pow (10, places);

  if (fabs (scaled) < 0x1p50)
    {
      append_scaled (plain, llrint (scaled), places);
      return;
    }
  g_snprintf (format, sizeof format, "%%.%df", places);
  g_string_append (plain, g_ascii_formatd (text, sizeof text, format, value));
}

static void
append_shortest (GString *plain, double value)
{
  g_autofree char *text = NULL;

  if (fabs (value) < 1e15 && value == trunc (value))
    {
      append_scaled (plain, (gint64) value, 0);
      return;
    }
  text = ex_number_to_string (value);
  g_string_append (plain, text);
}

static void
append_time (GString *plain, gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  g_string_append (plain, text != NULL ? text : "");
}

gboolean
ex_cell_append_plain (const ExTableCell *cell, GString *plain)
{
  char iso[EX_DAY_ISO_SIZE];

  if (cell->none)
    return FALSE;

  switch (cell->kind)
    {
    case EX_CELL_TEXT:
    case EX_CELL_WORD:
      g_string_append_len (plain, cell->text->str, (gssize) cell->text->len);
      break;
    case EX_CELL_INTEGER:
    case EX_CELL_BOOLEAN:
      append_scaled (plain, cell->integer, 0);
      break;
    case EX_CELL_MONEY:
      append_scaled (plain, cell->integer, cell->decimals);
      break;
    case EX_CELL_PERCENT:
      {
        g_autofree char *text = ex_basis_points_to_string ((int) cell->integer);

        g_string_append (plain, text);
      }
      break;
    case EX_CELL_NUMBER:
      if (cell->has_shown)
        append_fixed (plain, cell->real, cell->decimals);
      else
        append_shortest (plain, cell->real);
      break;
    case EX_CELL_RATE:
      /* The sum takes the sign from a zero. */
      append_fixed (plain, ex_round_half_away (cell->real, 6) + 0.0, 6);
      break;
    case EX_CELL_DATE:
      ex_day_write ((ExDay) cell->integer, iso);
      g_string_append (plain, iso);
      break;
    case EX_CELL_TIME:
      append_time (plain, cell->integer);
      break;
    default:
      g_assert_not_reached ();
    }

  return TRUE;
}

static char *
time_to_shown (gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %X") : g_strdup ("");
}

char *
ex_cell_to_shown (const ExTableCell *cell)
{
  if (cell->has_shown)
    return g_strdup (cell->shown->str);
  if (cell->none)
    return g_strdup ("");

  switch (cell->kind)
    {
    case EX_CELL_TEXT:
    case EX_CELL_WORD:
      return g_strdup (cell->text->str);
    case EX_CELL_INTEGER:
      return ex_format_integer (cell->integer);
    case EX_CELL_MONEY:
      return ex_format_money (cell->integer, cell->unit->str);
    case EX_CELL_PERCENT:
      return ex_format_weight ((int) cell->integer);
    case EX_CELL_NUMBER:
      return ex_format_value (cell->real, cell->decimals, cell->unit->str);
    case EX_CELL_RATE:
      return cell->change ? ex_format_percent_change (cell->real) : ex_format_percent (cell->real);
    case EX_CELL_DATE:
      return ex_format_day ((ExDay) cell->integer);
    case EX_CELL_TIME:
      return time_to_shown (cell->integer);
    case EX_CELL_BOOLEAN:
      return g_strdup (cell->integer != 0 ? _("yes") : _("no"));
    default:
      g_assert_not_reached ();
    }
}
