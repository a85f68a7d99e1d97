#include "config.h"

#include "exchange/ex-import-value.h"

#include <string.h>

static void
test_forms (void)
{
  static const struct { const char *text; ExNumberForm form; } cases[] = {
    { "12", EX_FORM_PLAIN },           { "-12", EX_FORM_PLAIN },          { "1 234", EX_FORM_PLAIN },         { "(12)", EX_FORM_PLAIN },
    { "12.5", EX_FORM_POINT },         { "0.125", EX_FORM_POINT },        { ".125", EX_FORM_POINT },          { "1234.567", EX_FORM_POINT },
    { "1,234.5", EX_FORM_POINT },      { "1,234,567", EX_FORM_POINT },    { "1,234.567", EX_FORM_POINT },     { "12,5", EX_FORM_COMMA },
    { "0,125", EX_FORM_COMMA },        { "1.234,5", EX_FORM_COMMA },      { "1.234.567", EX_FORM_COMMA },     { "1 234,567", EX_FORM_COMMA },
    { "1.234", EX_FORM_OPEN_POINT },   { "-123.456", EX_FORM_OPEN_POINT }, { "1,234", EX_FORM_OPEN_COMMA },    { "123,456", EX_FORM_OPEN_COMMA },
    { "", EX_FORM_NOT_A_NUMBER },      { "abc", EX_FORM_NOT_A_NUMBER },   { "12a", EX_FORM_NOT_A_NUMBER },    { "-", EX_FORM_NOT_A_NUMBER },
    { ".", EX_FORM_NOT_A_NUMBER },     { "12-", EX_FORM_NOT_A_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ex_number_form (cases[i].text, strlen (cases[i].text)) != cases[i].form)
      g_error ("form of %s", cases[i].text);
}

static void
test_plain (void)
{
  static const struct { const char *text; char decimal; const char *plain; } cases[] = {
    { "12", '.', "12" },
    { "+12", ',', "12" },
    { "12.5", '.', "12.5" },
    { "12,5", ',', "12.5" },
    { "12.", '.', "12" },
    { ".5", '.', "0.5" },
    { "-,5", ',', "-0.5" },
    { "1,234.50", '.', "1234.50" },
    { "1.234,50", ',', "1234.50" },
    { "12,345,678", '.', "12345678" },
    { "1 234,5", ',', "1234.5" },
    { "1\xc2\xa0" "234,5", ',', "1234.5" },
    { "1\xe2\x80\xaf" "234,5", ',', "1234.5" },
    { "1'234.5", '.', "1234.5" },
    { "(1,234.50)", '.', "-1234.50" },
    { "\xe2\x88\x92" "3.5", '.', "-3.5" },
    { "- 3.5", '.', "-3.5" },
    { "12,5", '.', NULL },
    { "12.5", ',', NULL },
    { "1,23,456", '.', NULL },
    { "12,34.5", '.', NULL },
    { "1234,567.5", '.', NULL },
    { "1.2.3", '.', NULL },
    { "1,234,", '.', NULL },
    { ",123", '.', NULL },
    { "--3", '.', NULL },
    { "3-", '.', NULL },
    { "", '.', NULL },
    { ".", '.', NULL },
    { "1e5", '.', NULL },
    { "12345678901234567890123456789012345678901234567890123456789012345", '.', NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char plain[EX_PLAIN_SIZE];
      gboolean good = ex_number_plain (cases[i].text, strlen (cases[i].text), cases[i].decimal, plain);

      if (good != (cases[i].plain != NULL))
        g_error ("plain of %s is %s", cases[i].text, good ? plain : "refused");
      if (good)
        g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

/* The quick way gives the same double, to the last bit, as the slow one. */
static void
test_quick_numbers (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%u.%0*u", g_test_rand_bit () ? "-" : "", (guint) g_test_rand_int_range (0, 1000000),
                                               g_test_rand_int_range (1, 7), (guint) g_test_rand_int_range (0, 1000000));
      double quick;
      guint decimals;

      if (ex_number_quick (text, strlen (text), &quick, &decimals))
        {
          g_assert_cmpfloat (quick, ==, g_ascii_strtod (text, NULL));
          g_assert_cmpuint (decimals, ==, strlen (strchr (text, '.') + 1));
        }
      else
        g_assert_cmpuint (strlen (text), >, 15);
    }
}

static void
test_quick_money (void)
{
  static const struct { const char *text; int exponent; gint64 minor; } cases[] = {
    { "12", 2, 1200 }, { "12.5", 2, 1250 }, { "12.50", 2, 1250 }, { "-0.01", 2, -1 }, { "0", 2, 0 }, { "7", 0, 7 }, { "1.234", 3, 1234 },
    { "999999999999.99", 2, 99999999999999 },
  };
  static const char *refused[] = { "", "-", ".5", "5.", "1.234", "1,2", "12a", "+1", " 1", "1 ", "--1", "1.2.3", "12345678901234567" };
  gint64 minor;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ex_money_quick (cases[i].text, strlen (cases[i].text), cases[i].exponent, &minor));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (ex_money_quick (refused[i], strlen (refused[i]), 2, &minor));
}

static void
test_dates (void)
{
  static const struct { const char *text; ExDateForm form; int parts[3]; } cases[] = {
    { "2026-09-30", EX_DATE_YEAR_FIRST, { 2026, 9, 30 } },
    { "2026/9/3", EX_DATE_YEAR_FIRST, { 2026, 9, 3 } },
    { "2026-09-30T08:26:00Z", EX_DATE_YEAR_FIRST, { 2026, 9, 30 } },
    { "1948-12-08 00:00:00.000", EX_DATE_YEAR_FIRST, { 1948, 12, 8 } },
    { "12/1/2010 8:26", EX_DATE_YEAR_LAST, { 12, 1, 2010 } },
    { "12/1/2010 8:26:10 PM", EX_DATE_YEAR_LAST, { 12, 1, 2010 } },
    { "30-9-2026", EX_DATE_YEAR_LAST, { 30, 9, 2026 } },
    { "30.09.2026", EX_DATE_DOTTED, { 30, 9, 2026 } },
    { "30. 9. 2026", EX_DATE_DOTTED, { 30, 9, 2026 } },
    { "30/9/26", EX_DATE_SHORT_YEAR, { 30, 9, 26 } },
    { "26-09-30", EX_DATE_SHORT_YEAR, { 26, 9, 30 } },
    { "2026-09", EX_DATE_NONE, { 0 } },
    { "2026-09-30x", EX_DATE_NONE, { 0 } },
    { "2026-09-30 noon", EX_DATE_NONE, { 0 } },
    { "2026-09/30", EX_DATE_NONE, { 0 } },
    { "2026-09-30 8", EX_DATE_NONE, { 0 } },
    { "12345-1-1", EX_DATE_NONE, { 0 } },
    { "45000", EX_DATE_NONE, { 0 } },
    { "", EX_DATE_NONE, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int parts[3];

      if (ex_date_split (cases[i].text, strlen (cases[i].text), parts) != cases[i].form)
        g_error ("form of %s", cases[i].text);
      for (guint j = 0; cases[i].form != EX_DATE_NONE && j < 3; j++)
        g_assert_cmpint (parts[j], ==, cases[i].parts[j]);
    }
}

static void
test_quick_dates (void)
{
  for (ExDay day = ex_day_new (1999, 1, 1); day <= ex_day_new (2005, 1, 1); day++)
    {
      g_autofree char *iso = ex_day_to_iso (day);

      g_assert_cmpuint (ex_date_quick (iso, strlen (iso)), ==, day);
    }
  g_assert_cmpuint (ex_date_quick ("2026-02-29", 10), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_date_quick ("2026-13-01", 10), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_date_quick ("2026-1-01x", 10), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_date_quick ("2026-01-1", 9), ==, EX_DAY_NONE);
}

static void
test_periods (void)
{
  static const struct { const char *text; const char *period; } cases[] = {
    { "2026", "2026" },        { "2026-Q3", "2026-Q3" }, { "2026-q3", "2026-Q3" }, { "2026Q3", "2026-Q3" }, { "2026 Q3", "2026-Q3" },
    { "Q3 2026", "2026-Q3" },  { "2026-09", "2026-09" }, { "2026-9", "2026-09" },  { "2026/09", "2026-09" }, { "09/2026", "2026-09" },
    { "2026-Q5", NULL },       { "2026-13", NULL },      { "2026-00", NULL },      { "202609", NULL },      { "26-09", NULL },
    { "2026-09-01", "2026-09" }, { "2026-09-01 00:00:00", "2026-09" }, { "2026-09-02", NULL }, { "01/09/2026", NULL }, { "Sep 2026", NULL },     { "2026-", NULL },        { "", NULL },            { "0000", NULL },
    { "2026 09", NULL },       { "20260", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExPeriod period;
      gboolean good = ex_period_read (cases[i].text, strlen (cases[i].text), &period);
      g_autofree char *text = good ? ex_period_to_string (period) : NULL;

      if (g_strcmp0 (text, cases[i].period) != 0)
        g_error ("%s is read as %s", cases[i].text, text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-value/forms", test_forms);
  g_test_add_func ("/import-value/plain", test_plain);
  g_test_add_func ("/import-value/quick-numbers", test_quick_numbers);
  g_test_add_func ("/import-value/quick-money", test_quick_money);
  g_test_add_func ("/import-value/dates", test_dates);
  g_test_add_func ("/import-value/quick-dates", test_quick_dates);
  g_test_add_func ("/import-value/periods", test_periods);

  return g_test_run ();
}
