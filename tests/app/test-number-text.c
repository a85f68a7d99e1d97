/* What people type for numbers and money. */
#include "config.h"

#include "app/ex-number-text.h"

#include <locale.h>
#include <math.h>

typedef struct
{
  const char *typed;
  gboolean    good;
  double      value;
} Case;

static void
check (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      double value;

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (ex_number_text_parse (cases[i].typed, &value), ==, cases[i].good);
      if (cases[i].good && isnan (cases[i].value))
        g_assert_true (isnan (value));
      else if (cases[i].good)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "1204.5", TRUE, 1204.5 }, { "1,204.5", TRUE, 1204.5 }, { " 12 ", TRUE, 12 }, { "-3", TRUE, -3 }, { "−3", TRUE, -3 },
    { "1,204,300", TRUE, 1204300 }, { "", TRUE, NAN }, { "  ", TRUE, NAN }, { "1\u00a0204", TRUE, 1204 },
    { "1,5", FALSE, 0 }, { "1,20,300", FALSE, 0 }, { "1.5,000", FALSE, 0 }, { "abc", FALSE, 0 }, { "12 calls", FALSE, 0 },
    { "0x10", FALSE, 0 }, { "nan", FALSE, 0 }, { "inf", FALSE, 0 },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_german (void)
{
  static const Case cases[] = {
    { "1204,5", TRUE, 1204.5 }, { "1.204,5", TRUE, 1204.5 }, { "1.204", TRUE, 1204 }, { "12.5", TRUE, 12.5 },
    { "1,5", TRUE, 1.5 }, { "1.20.300", FALSE, 0 }, { "1,2,3", FALSE, 0 },
  };

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("The German locale is not installed here");
      return;
    }
  check (cases, G_N_ELEMENTS (cases));
  setlocale (LC_NUMERIC, "C");
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      double value = g_test_rand_double_range (-1e9, 1e9);
      double back;
      g_autofree char *text = ex_number_text_format (value);

      g_assert_true (ex_number_text_parse (text, &back));
      g_assert_cmpfloat (back, ==, value);
    }
}

static void
test_money (void)
{
  static const struct { const char *typed; int exponent; gboolean good; gint64 minor; } cases[] = {
    { "1,204.50", 2, TRUE, 120450 }, { "12", 0, TRUE, 12 }, { "0.005", 3, TRUE, 5 },
    { "12.345", 2, FALSE, 0 }, { "", 2, FALSE, 0 }, { "ten", 2, FALSE, 0 }, { "99999999999999999999", 2, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minor = 0;

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (ex_money_text_parse (cases[i].typed, cases[i].exponent, &minor, NULL), ==, cases[i].good);
      if (cases[i].good)
        g_assert_cmpint (minor, ==, cases[i].minor);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/number-text/english-grouping-is-by-three-digits", test_english);
  g_test_add_func ("/app/number-text/german-commas-are-decimal-signs", test_german);
  g_test_add_func ("/app/number-text/what-is-shown-reads-back", test_round_trip);
  g_test_add_func ("/app/number-text/money-has-the-currency’s-decimals", test_money);
  return g_test_run ();
}
