#include "config.h"

#include "ex-money.h"

#include "ex-decimal.h"
#include "ex-error.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ISO 4217, active codes that have a minor unit of 0, 2 or 3 digits (not CLF and UYW, which have 4, and not metals and
 * units of account, which have none). ANG and BGN went out of use recently: files from before still name them. */
static const char * const codes[] = {
  "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
  "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CLP",
  "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD",
  "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR",
  "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK",
  "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK",
  "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR",
  "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS",
  "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH",
  "UGX", "USD", "USN", "UYI", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF",
  "YER", "ZAR", "ZMW", "ZWG", NULL
};

static const char whole_codes[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
static const char mill_codes[] = "BHD IQD JOD KWD LYD OMR TND";

static int
compare_codes (const void *key,
               const void *element)
{
  return strcmp (key, *(const char * const *) element);
}

int
ex_currency_exponent (const char *code)
{
  if (code == NULL || bsearch (code, codes, G_N_ELEMENTS (codes) - 1, sizeof codes[0], compare_codes) == NULL)
    return -1;

  if (strstr (whole_codes, code) != NULL)
    return 0;

  return strstr (mill_codes, code) != NULL ? 3 : 2;
}

const char * const *
ex_currency_codes (void)
{
  return codes;
}

static void
set_too_fine_error (GError    **error,
                    const char *text,
                    int         exponent)
{
  if (exponent == 0)
    g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                 _("“%s” has decimals, but the currency has none: a whole amount would be right."), text);
  else
    g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                 ngettext ("“%s” has more decimals than the currency, which has %d.",
                           "“%s” has more decimals than the currency, which has %d.", (gulong) exponent),
                 text, exponent);
}

gboolean
ex_money_parse (const char *text,
                int         exponent,
                gint64     *minor,
                GError    **error)
{
  g_return_val_if_fail (text != NULL && minor != NULL, FALSE);
  g_return_val_if_fail (exponent >= 0 && exponent <= 3, FALSE);

  switch (ex_decimal_parse (text, strlen (text), exponent, minor))
    {
    case EX_DECIMAL_OK:
      return TRUE;
    case EX_DECIMAL_TOO_FINE:
      set_too_fine_error (error, text, exponent);
      return FALSE;
    case EX_DECIMAL_OVERFLOW:
      g_set_error (error, EX_ERROR, EX_ERROR_OVERFLOW, _("“%s” is a larger amount than can be kept."), text);
      return FALSE;
    case EX_DECIMAL_NOT_A_NUMBER:
    default:
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("“%s” is not an amount: digits, with a point before the decimals, would be right."), text);
      return FALSE;
    }
}

char *
ex_money_to_string (gint64 minor,
                    int    exponent)
{
  return ex_decimal_to_string (minor, exponent, FALSE);
}

gboolean
ex_money_from_double (double  major,
                      int     exponent,
                      gint64 *minor)
{
  static const double scales[] = { 1, 10, 100, 1000 };
  double scaled;

  g_return_val_if_fail (exponent >= 0 && exponent <= 3, FALSE);

  scaled = ex_round_half_away (major * scales[exponent], 0);

  /* 2^63 is the first that does not fit; the comparison refuses NaN as well. */
  if (!(scaled >= -0x1p63 && scaled < 0x1p63))
    return FALSE;

  *minor = (gint64) scaled;

  return TRUE;
}
