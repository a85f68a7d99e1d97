#include "config.h"

#include "ex-decimal.h"
#include "ex-format.h"
#include "ex-money.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"          /* U+2212 */
#define NO_BREAK_SPACE "\302\240"     /* U+00A0 */

/* Signs that say which currency it is without doubt; any other shows its code. */
static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" }, { "KRW", "₩" }, { "ILS", "₪" },
  { "VND", "₫" }, { "NGN", "₦" }, { "UAH", "₴" }, { "PHP", "₱" }, { "TRY", "₺" }, { "RUB", "₽" }, { "KZT", "₸" },
  { "GHS", "₵" }, { "PYG", "₲" }, { "CRC", "₡" }, { "GEL", "₾" }, { "AZN", "₼" }, { "MNT", "₮" }, { "PLN", "zł" },
  { "CZK", "Kč" }, { "HUF", "Ft" }, { "AUD", "A$" }, { "CAD", "CA$" }, { "NZD", "NZ$" }, { "HKD", "HK$" },
  { "TWD", "NT$" }, { "MXN", "MX$" }, { "BRL", "R$" }, { "CNY", "CN¥" },
};

static const char *
get_symbol (const char *currency)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_strcmp0 (symbols[i].code, currency) == 0)
      return symbols[i].symbol;

  return currency;
}

static int
get_exponent (const char *currency)
{
  int exponent = ex_currency_exponent (currency);

  return exponent >= 0 ? exponent : 2;
}

/* The C locale does not say where a symbol goes: English then, with dollars, pounds and yen before and the rest after. */
static gboolean
goes_before (const char *symbol)
{
  char place = localeconv ()->p_cs_precedes;

  if (place != CHAR_MAX)
    return place == 1;

  return strstr (symbol, "$") != NULL || strstr (symbol, "£") != NULL || strstr (symbol, "¥") != NULL;
}

static gboolean
stands_apart (const char *symbol,
              gboolean    before)
{
  char space = localeconv ()->p_sep_by_space;

  /* "CHF12" and "12CHF" are hard to read in any language. */
  if (g_ascii_isalpha (symbol[before ? strlen (symbol) - 1 : 0]))
    return TRUE;

  return space != CHAR_MAX ? space == 1 : !before;
}

/* @number: not negative, in the reader's form. */
static char *
place_symbol (const char *number,
              gboolean    negative,
              const char *currency)
{
  const char *symbol = get_symbol (currency);
  const char *sign = negative ? MINUS : "";
  gboolean before;
  const char *space;

  if (symbol == NULL || *symbol == '\0')
    return g_strconcat (sign, number, NULL);

  before = goes_before (symbol);
  space = stands_apart (symbol, before) ? NO_BREAK_SPACE : "";

  return before ? g_strconcat (sign, symbol, space, number, NULL) : g_strconcat (sign, number, space, symbol, NULL);
}

char *
ex_format_money (gint64      minor,
                 const char *currency)
{
  g_autofree char *text = ex_decimal_to_string (minor, get_exponent (currency), FALSE);
  g_autofree char *number = ex_format_decimal (minor < 0 ? text + 1 : text);

  return place_symbol (number, minor < 0, currency);
}

/* One decimal at most; "980", "1.2". */
static char *
format_tenths (double value)
{
  gboolean whole = ex_round_half_away (value, 1) == ex_round_half_away (value, 0);

  return ex_format_number (value, whole ? 0 : 1);
}

char *
ex_format_money_short (gint64      minor,
                       const char *currency)
{
  /* Translators: a thousand, a million, a billion, as in "1.2 M €". */
  const char * const words[] = { NC_("amount", "k"), NC_("amount", "M"), NC_("amount", "bn") };
  double major = fabs ((double) minor) / pow (10, get_exponent (currency));
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;
  gsize word = 0;

  if (ex_round_half_away (major, 0) < 1000)
    {
      number = ex_format_number (major, major < 100 && major != floor (major) ? get_exponent (currency) : 0);
      return place_symbol (number, minor < 0, currency);
    }

  /* What rounds to a thousand thousands is a million. */
  for (major /= 1000; word + 1 < G_N_ELEMENTS (words) && ex_round_half_away (major, 1) >= 1000; word++)
    major /= 1000;

  number = format_tenths (major);
  amount = g_strconcat (number, NO_BREAK_SPACE, g_dpgettext2 (NULL, "amount", words[word]), NULL);

  return place_symbol (amount, minor < 0, currency);
}
