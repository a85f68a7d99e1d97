#include "config.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <locale.h>
#include <string.h>

#define NB "\302\240" /* no-break space */

/* Takes @found. */
static void
assert_text (char       *found,
             const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_numbers (void)
{
  assert_text (ex_format_integer (0), "0");
  assert_text (ex_format_integer (999), "999");
  assert_text (ex_format_integer (1204), "1,204");
  assert_text (ex_format_integer (-1234567), "−1,234,567");
  assert_text (ex_format_integer (G_MININT64), "−9,223,372,036,854,775,808");
  assert_text (ex_format_number (84.1, 2), "84.10");
  assert_text (ex_format_number (1234567.891, 1), "1,234,567.9");
  assert_text (ex_format_number (-0.04, 1), "0.0");
  assert_text (ex_format_number (-0.05, 1), "−0.1");
  assert_text (ex_format_number (999.95, 1), "1,000.0");
  assert_text (ex_format_number (1.005, 2), "1.01");
  assert_text (ex_format_number (NAN, 2), "–");
  assert_text (ex_format_number (INFINITY, 2), "∞");
  assert_text (ex_format_number (-INFINITY, 2), "−∞");
  g_free (ex_format_number (1e308, 9));
}

/* Without the separators, and with the minus sign of files. */
static char *
make_plain (const char *formatted)
{
  g_auto (GStrv) groups = g_strsplit (formatted, ",", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  return g_str_has_prefix (joined, "−") ? g_strconcat ("-", joined + strlen ("−"), NULL) : g_steal_pointer (&joined);
}

/* Small ones are written as whole numbers, large ones by printf(): no digit tells which. */
static void
test_numbers_as_printf (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double value = ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-10, 70));
      int decimals = g_test_rand_int_range (0, 10);
      g_autofree char *formatted = ex_format_number (value, decimals);
      g_autofree char *plain = make_plain (formatted);
      g_autofree char *expected = g_strdup_printf ("%.*f", decimals, ex_round_half_away (value, decimals));

      g_assert_cmpstr (plain, ==, expected);
    }
}

static void
test_values (void)
{
  assert_text (ex_format_value (84.1, 1, "%"), "84.1 %");
  assert_text (ex_format_value (12, 0, "calls"), "12 calls");
  assert_text (ex_format_value (12, 0, ""), "12");
  assert_text (ex_format_value (12, 0, NULL), "12");
  assert_text (ex_format_value (NAN, 0, "calls"), "– calls");
}

static void
test_figures_show_what_they_have (void)
{
  assert_text (ex_format_figure (84.1, 0), "84.1");
  assert_text (ex_format_figure (84, 0), "84");
  assert_text (ex_format_figure (84, 2), "84.00");
  assert_text (ex_format_figure (0.0625, 0), "0.0625");
  assert_text (ex_format_figure (250.0 / 3, 0), "83.33");
  assert_text (ex_format_figure (0.000123456789, 0), "0.0001235");
  assert_text (ex_format_figure (1e6 / 7, 0), "142,857.143");
  assert_text (ex_format_figure (0, 0), "0");
  assert_text (ex_format_figure (NAN, 0), "–");
}

static void
test_percentages (void)
{
  assert_text (ex_format_percent (0.684), "68.4 %");
  assert_text (ex_format_percent (2.0 / 3), "66.7 %");
  assert_text (ex_format_percent (1), "100.0 %");
  assert_text (ex_format_percent (-0.116), "−11.6 %");
  assert_text (ex_format_percent (-0.0001), "0.0 %");
  assert_text (ex_format_percent (NAN), "–");
  assert_text (ex_format_percent_change (0.032), "+3.2 %");
  assert_text (ex_format_percent_change (-0.116), "−11.6 %");
  assert_text (ex_format_percent_change (0), "0.0 %");
  assert_text (ex_format_percent_change (0.0001), "0.0 %");
  assert_text (ex_format_percent_change (NAN), "–");
  assert_text (ex_format_weight (3334), "33.34 %");
  assert_text (ex_format_weight (4000), "40 %");
  assert_text (ex_format_weight (1250), "12.5 %");
  assert_text (ex_format_weight (0), "0 %");
}

static void
test_money (void)
{
  assert_text (ex_format_money (1248000, "EUR"), "12,480.00" NB "€");
  assert_text (ex_format_money (1248000, "USD"), "$12,480.00");
  assert_text (ex_format_money (1248000, "GBP"), "£12,480.00");
  assert_text (ex_format_money (12480, "JPY"), "¥12,480");
  assert_text (ex_format_money (-5, "EUR"), "−0.05" NB "€");
  assert_text (ex_format_money (-5, "USD"), "−$0.05");
  assert_text (ex_format_money (1248000, "CHF"), "12,480.00" NB "CHF");
  assert_text (ex_format_money (1234, "KWD"), "1.234" NB "KWD");
  assert_text (ex_format_money (G_MININT64, "EUR"), "−92,233,720,368,547,758.08" NB "€");
}

static void
test_short_money (void)
{
  assert_text (ex_format_money_short (120000000, "EUR"), "1.2" NB "M" NB "€");
  assert_text (ex_format_money_short (98000000, "EUR"), "980" NB "k" NB "€");
  assert_text (ex_format_money_short (43640000, "EUR"), "436.4" NB "k" NB "€");
  assert_text (ex_format_money_short (99995000, "EUR"), "1" NB "M" NB "€");
  assert_text (ex_format_money_short (99994000, "EUR"), "999.9" NB "k" NB "€");
  assert_text (ex_format_money_short (-320000000, "EUR"), "−3.2" NB "M" NB "€");
  assert_text (ex_format_money_short (120000000, "USD"), "$1.2" NB "M");
  assert_text (ex_format_money_short (250000000000, "EUR"), "2.5" NB "bn" NB "€");
  assert_text (ex_format_money_short (2500, "JPY"), "¥2.5" NB "k");
  assert_text (ex_format_money_short (81200, "EUR"), "812" NB "€");
  assert_text (ex_format_money_short (99960, "EUR"), "1" NB "k" NB "€");
  assert_text (ex_format_money_short (1250, "EUR"), "12.50" NB "€");
  assert_text (ex_format_money_short (0, "EUR"), "0" NB "€");
}

static void
test_days (void)
{
  ExDay today = ex_day_new (2026, 9, 30);

  assert_text (ex_format_day (today), "30 Sep 2026");
  assert_text (ex_format_day (ex_day_new (2027, 1, 5)), "5 Jan 2027");
  assert_text (ex_format_day (EX_DAY_NONE), "");
  assert_text (ex_format_day_relative (today, today), "today");
  assert_text (ex_format_day_relative (today + 1, today), "tomorrow");
  assert_text (ex_format_day_relative (today - 1, today), "yesterday");
  assert_text (ex_format_day_relative (today + 2, today), "in 2 days");
  assert_text (ex_format_day_relative (today - 3, today), "3 days ago");
}

/* Run last: it leaves the C locale. */
static void
test_other_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale on this machine");
      return;
    }

  assert_text (ex_format_number (1234567.891, 2), "1.234.567,89");
  assert_text (ex_format_money (1248000, "USD"), "12.480,00" NB "$");
  assert_text (ex_format_percent (-0.116), "−11,6 %");
  setlocale (LC_ALL, "C");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/numbers-are-grouped", test_numbers);
  g_test_add_func ("/format/digits-are-those-of-printf", test_numbers_as_printf);
  g_test_add_func ("/format/values-carry-their-unit", test_values);
  g_test_add_func ("/format/figures-show-the-digits-they-have", test_figures_show_what_they_have);
  g_test_add_func ("/format/percentages-have-one-decimal", test_percentages);
  g_test_add_func ("/format/money-carries-its-currency", test_money);
  g_test_add_func ("/format/short-money-fits-an-axis", test_short_money);
  g_test_add_func ("/format/days-as-people-say-them", test_days);
  g_test_add_func ("/format/follows-the-locale", test_other_locale);

  return g_test_run ();
}
