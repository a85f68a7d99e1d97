#include "config.h"

#include "core/ex-error.h"
#include "core/ex-money.h"

#include <math.h>
#include <string.h>

static void
test_currencies (void)
{
  const struct { const char *code; int exponent; } cases[] = {
    { "EUR", 2 }, { "USD", 2 }, { "GBP", 2 }, { "CHF", 2 }, { "JPY", 0 }, { "KRW", 0 }, { "ISK", 0 }, { "CLP", 0 }, { "UGX", 0 },
    { "XOF", 0 }, { "VND", 0 }, { "BHD", 3 }, { "KWD", 3 }, { "TND", 3 }, { "IQD", 3 }, { "LYD", 3 }, { "ZMW", 2 }, { "AED", 2 },
    { "XYZ", -1 }, { "eur", -1 }, { "", -1 }, { "EU", -1 }, { "EURO", -1 }, { "XAU", -1 }, { "CLF", -1 }, { "UYW", -1 }, { NULL, -1 },
    { "BIF CLP", -1 },
  };
  const char * const *codes = ex_currency_codes ();
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ex_currency_exponent (cases[i].code), ==, cases[i].exponent);

  for (; codes[n] != NULL; n++)
    {
      g_assert_cmpuint (strlen (codes[n]), ==, 3);
      g_assert_cmpint (ex_currency_exponent (codes[n]), >=, 0);
      if (n > 0)
        g_assert_cmpint (strcmp (codes[n - 1], codes[n]), <, 0);
    }
  g_assert_cmpuint (n, >=, 155);
}

static void
test_reads_amounts (void)
{
  const struct { const char *text; int exponent; gint64 minor; } cases[] = {
    { "1234.5", 2, 123450 }, { "0", 2, 0 }, { "-0.01", 2, -1 }, { "+5", 2, 500 }, { ".5", 2, 50 }, { "5.", 2, 500 }, { "1234", 0, 1234 },
    { "1234.000", 0, 1234 }, { "1.2340", 3, 1234 }, { "12.3400000", 2, 1234 }, { "007", 2, 700 },
    { "92233720368547758.07", 2, G_MAXINT64 }, { "-92233720368547758.08", 2, G_MININT64 }, { "9223372036854775807", 0, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = -7;

      g_assert_true (ex_money_parse (cases[i].text, cases[i].exponent, &minor, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
}

static void
test_refuses_amounts (void)
{
  const struct { const char *text; int exponent; ExError code; const char *words; } cases[] = {
    { "", 2, EX_ERROR_INVALID, "not an amount" }, { "-", 2, EX_ERROR_INVALID, "not an amount" },
    { ".", 2, EX_ERROR_INVALID, "not an amount" }, { "1,5", 2, EX_ERROR_INVALID, "not an amount" },
    { "1 000", 2, EX_ERROR_INVALID, "not an amount" }, { " 1", 2, EX_ERROR_INVALID, "not an amount" },
    { "1e3", 2, EX_ERROR_INVALID, "not an amount" }, { "€5", 2, EX_ERROR_INVALID, "not an amount" },
    { "1.2.3", 2, EX_ERROR_INVALID, "not an amount" }, { "nan", 2, EX_ERROR_INVALID, "not an amount" },
    { "--1", 2, EX_ERROR_INVALID, "not an amount" }, { "1.005", 2, EX_ERROR_INVALID, "more decimals" },
    { "1.5", 0, EX_ERROR_INVALID, "currency has none" }, { "1.2345", 3, EX_ERROR_INVALID, "more decimals" },
    { "92233720368547758.08", 2, EX_ERROR_OVERFLOW, "larger" }, { "-92233720368547758.09", 2, EX_ERROR_OVERFLOW, "larger" },
    { "9223372036854775808", 0, EX_ERROR_OVERFLOW, "larger" }, { "99999999999999999999999", 2, EX_ERROR_OVERFLOW, "larger" },
    { "9223372036854775807", 2, EX_ERROR_OVERFLOW, "larger" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = -7;

      g_assert_false (ex_money_parse (cases[i].text, cases[i].exponent, &minor, &error));
      g_assert_error (error, EX_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_nonnull (strstr (error->message, cases[i].text));
    }
}

static void
test_reads_back (void)
{
  const gint64 edges[] = { 0, 1, -1, 9, 10, 99, 100, 101, -100, G_MAXINT64, G_MININT64, G_MAXINT64 - 1, G_MININT64 + 1 };

  for (int exponent = 0; exponent <= 3; exponent++)
    for (int i = 0; i < 20000; i++)
      {
        gint64 minor = (gint64) ((guint64) g_random_int () << 32 | g_random_int ()) >> g_test_rand_int_range (0, 63);
        g_autofree char *text = NULL;
        gint64 back;

        if (i < (int) G_N_ELEMENTS (edges))
          minor = edges[i];
        text = ex_money_to_string (minor, exponent);
        g_assert_true (ex_money_parse (text, exponent, &back, NULL));
        g_assert_cmpint (back, ==, minor);
      }
}

static void
test_writes (void)
{
  const struct { gint64 minor; int exponent; const char *text; } cases[] = {
    { 123450, 2, "1234.50" }, { 0, 2, "0.00" }, { -1, 2, "-0.01" }, { -123, 2, "-1.23" }, { 5, 3, "0.005" }, { 7, 0, "7" }, { -7, 0, "-7" },
    { G_MININT64, 2, "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ex_money_to_string (cases[i].minor, cases[i].exponent);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sums_are_checked (void)
{
  gint64 sum = G_MAXINT64 - 1;

  g_assert_true (ex_money_add (&sum, 1));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (ex_money_add (&sum, 1));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  sum = G_MININT64;
  g_assert_false (ex_money_add (&sum, -1));
  g_assert_cmpint (sum, ==, G_MININT64);
  g_assert_true (ex_money_add (&sum, G_MAXINT64));
  g_assert_cmpint (sum, ==, -1);
}

static void
test_from_double (void)
{
  const struct { double major; int exponent; gint64 minor; } cases[] = {
    { 1.005, 2, 101 }, { -1.005, 2, -101 }, { 12480, 2, 1248000 }, { 0.5, 0, 1 }, { 0.4999, 0, 0 }, { 2.5, 0, 3 }, { 1.0005, 3, 1001 },
    { 1.115, 2, 112 }, { 4.35, 2, 435 }, { -0.004, 2, 0 }, { 9007199254740992.0, 0, 9007199254740992 },
  };
  gint64 minor = -7;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ex_money_from_double (cases[i].major, cases[i].exponent, &minor));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }

  minor = -7;
  g_assert_false (ex_money_from_double (NAN, 2, &minor));
  g_assert_false (ex_money_from_double (INFINITY, 2, &minor));
  g_assert_false (ex_money_from_double (1e17, 2, &minor));
  g_assert_false (ex_money_from_double (-1e17, 2, &minor));
  g_assert_false (ex_money_from_double (0x1p63, 0, &minor));
  g_assert_cmpint (minor, ==, -7);
  g_assert_true (ex_money_from_double (-0x1p63, 0, &minor));
  g_assert_cmpint (minor, ==, G_MININT64);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/currencies-have-0-2-or-3-digits", test_currencies);
  g_test_add_func ("/money/reads-amounts", test_reads_amounts);
  g_test_add_func ("/money/refuses-what-is-no-amount", test_refuses_amounts);
  g_test_add_func ("/money/amounts-read-back", test_reads_back);
  g_test_add_func ("/money/writes-all-digits", test_writes);
  g_test_add_func ("/money/sums-are-checked-for-overflow", test_sums_are_checked);
  g_test_add_func ("/money/computed-amounts-round-half-away", test_from_double);

  return g_test_run ();
}
