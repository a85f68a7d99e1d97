#include "config.h"

#include "core/ex-period.h"

static const ExGrain grains[] = { EX_GRAIN_MONTH, EX_GRAIN_QUARTER, EX_GRAIN_YEAR };

static void
test_reads_and_writes (void)
{
  const struct { const char *text; ExGrain grain; int index; const char *first, *last, *label, *short_label; } cases[] = {
    { "2026", EX_GRAIN_YEAR, 2026, "2026-01-01", "2026-12-31", "2026", "2026" },
    { "2026-Q1", EX_GRAIN_QUARTER, 2026 * 4, "2026-01-01", "2026-03-31", "Q1 2026", "Q1" },
    { "2026-Q3", EX_GRAIN_QUARTER, 2026 * 4 + 2, "2026-07-01", "2026-09-30", "Q3 2026", "Q3" },
    { "2026-Q4", EX_GRAIN_QUARTER, 2026 * 4 + 3, "2026-10-01", "2026-12-31", "Q4 2026", "Q4" },
    { "2026-09", EX_GRAIN_MONTH, 2026 * 12 + 8, "2026-09-01", "2026-09-30", "Sep 2026", "Sep" },
    { "2024-02", EX_GRAIN_MONTH, 2024 * 12 + 1, "2024-02-01", "2024-02-29", "Feb 2024", "Feb" },
    { "0001-01", EX_GRAIN_MONTH, 12, "0001-01-01", "0001-01-31", "Jan 1", "Jan" },
    { "9999-12", EX_GRAIN_MONTH, 9999 * 12 + 11, "9999-12-01", "9999-12-31", "Dec 9999", "Dec" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExPeriod period;
      g_autofree char *text = NULL, *first = NULL, *last = NULL, *label = NULL, *short_label = NULL;

      g_assert_true (ex_period_parse (cases[i].text, &period));
      g_assert_cmpint (period.grain, ==, cases[i].grain);
      g_assert_cmpint (period.index, ==, cases[i].index);

      text = ex_period_to_string (period);
      first = ex_day_to_iso (ex_period_first_day (period));
      last = ex_day_to_iso (ex_period_last_day (period));
      short_label = ex_period_to_label (period, FALSE);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_cmpstr (short_label, ==, cases[i].short_label);
      if (i != 6) /* g_date_time_format() has its own idea of the year 1 */
        {
          label = ex_period_to_label (period, TRUE);
          g_assert_cmpstr (label, ==, cases[i].label);
        }
    }
}

static void
test_what_is_no_period (void)
{
  const char *bad[] = {
    NULL, "", "26", "202", "20266", "2026-", "2026-9", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-Q", "2026-Q12", "2026Q3",
    "2026-09-30", "Q3 2026", " 2026", "2026 ", "0000", "0000-01", "2026/09", "-2026", "2O26",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      ExPeriod period = { EX_GRAIN_YEAR, -7 };

      g_assert_false (ex_period_parse (bad[i], &period));
      g_assert_cmpint (period.index, ==, -7);
    }
}

/* Periods of a grain follow each other without gap or overlap, and each day is in the period that says so. */
static void
test_periods_tile_the_calendar (void)
{
  for (gsize g = 0; g < G_N_ELEMENTS (grains); g++)
    {
      ExPeriod period = ex_period_of_day (grains[g], ex_day_new (1990, 1, 1));

      for (ExDay day = ex_day_new (1990, 1, 1); day < ex_day_new (2040, 1, 1); day++)
        {
          ExPeriod found = ex_period_of_day (grains[g], day);

          if (found.index != period.index)
            {
              g_assert_cmpint (found.index, ==, period.index + 1);
              g_assert_cmpuint (ex_period_last_day (period), ==, day - 1);
              g_assert_cmpuint (ex_period_first_day (found), ==, day);
              period = found;
            }

          g_assert_cmpuint (ex_period_first_day (found), <=, day);
          g_assert_cmpuint (ex_period_last_day (found), >=, day);
        }
    }
}

static void
test_coarser_holds_finer (void)
{
  for (gsize from = 0; from < G_N_ELEMENTS (grains); from++)
    for (gsize to = from; to < G_N_ELEMENTS (grains); to++)
      for (int i = 0; i < 5000; i++)
        {
          ExDay day = (ExDay) g_test_rand_int_range (400, 3000000);
          ExPeriod fine = ex_period_of_day (grains[from], day);
          ExPeriod coarse = ex_period_coarsen (fine, grains[to]);

          g_assert_cmpint (coarse.grain, ==, grains[to]);
          g_assert_cmpint (coarse.index, ==, ex_period_of_day (grains[to], day).index);
          g_assert_cmpuint (ex_period_first_day (coarse), <=, ex_period_first_day (fine));
          g_assert_cmpuint (ex_period_last_day (coarse), >=, ex_period_last_day (fine));
        }
}

static void
test_within (void)
{
  static const ExPeriod periods[] = { { EX_GRAIN_MONTH, 2026 * 12 }, { EX_GRAIN_QUARTER, 2026 * 4 + 1 }, { EX_GRAIN_YEAR, 2028 } };
  static const struct { const char *period; gboolean within; } within[] = {
    { "2026-01", TRUE }, { "2026-02", FALSE }, { "2026-Q1", FALSE }, { "2026-04", TRUE }, { "2026-06", TRUE }, { "2026-Q2", TRUE },
    { "2026-07", FALSE }, { "2026", FALSE }, { "2028", TRUE }, { "2028-Q4", TRUE }, { "2028-12", TRUE }, { "2029-01", FALSE },
  };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ExPeriod));

  g_array_append_vals (list, periods, G_N_ELEMENTS (periods));
  for (gsize i = 0; i < G_N_ELEMENTS (within); i++)
    {
      ExPeriod period;

      g_assert_true (ex_period_parse (within[i].period, &period));
      if (ex_period_is_within (period, list) != within[i].within)
        g_test_fail_printf ("%s", within[i].period);
    }
}

static void
test_grains_by_name (void)
{
  ExGrain grain;

  for (gsize i = 0; i < G_N_ELEMENTS (grains); i++)
    {
      g_assert_true (ex_grain_parse (ex_grain_nick (grains[i]), &grain));
      g_assert_cmpint (grain, ==, grains[i]);
    }

  g_assert_true (ex_grain_parse ("Quarter", &grain));
  g_assert_false (ex_grain_parse ("week", &grain));
  g_assert_false (ex_grain_parse ("", &grain));
  g_assert_false (ex_grain_parse (NULL, &grain));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/reads-and-writes-years-quarters-and-months", test_reads_and_writes);
  g_test_add_func ("/period/what-is-no-period-is-refused", test_what_is_no_period);
  g_test_add_func ("/period/periods-tile-the-calendar", test_periods_tile_the_calendar);
  g_test_add_func ("/period/a-coarser-period-holds-the-finer", test_coarser_holds_finer);
  g_test_add_func ("/period/in-one-of-several-of-any-length", test_within);
  g_test_add_func ("/period/grains-have-names", test_grains_by_name);

  return g_test_run ();
}
