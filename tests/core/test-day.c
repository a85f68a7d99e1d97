#include "config.h"

#include "core/ex-day.h"

static void
test_round_trip_of_every_day (void)
{
  ExDay last = ex_day_new (2450, 12, 31);

  for (ExDay day = ex_day_new (1890, 1, 1); day <= last; day++)
    {
      char iso[EX_DAY_ISO_SIZE];
      int year, month, day_of_month;
      GDate date;

      ex_day_write (day, iso);
      g_assert_cmpuint (ex_day_parse (iso), ==, day);

      ex_day_split (day, &year, &month, &day_of_month);
      g_assert_cmpuint (ex_day_new (year, month, day_of_month), ==, day);

      /* GLib's own calendar is the witness. */
      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      g_assert_cmpint (g_date_get_year (&date), ==, year);
      g_assert_cmpint (g_date_get_month (&date), ==, month);
      g_assert_cmpint (g_date_get_day (&date), ==, day_of_month);
    }
}

static void
test_ends_of_the_calendar (void)
{
  g_assert_cmpuint (ex_day_new (1, 1, 1), ==, 1);
  g_assert_cmpuint (ex_day_parse ("0001-01-01"), ==, 1);
  g_assert_cmpuint (ex_day_parse ("9999-12-31"), ==, ex_day_new (9999, 12, 31));
  g_assert_cmpuint (ex_day_new (10000, 1, 1), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_day_new (0, 12, 31), ==, EX_DAY_NONE);

  for (int year = 1; year <= 9999; year++)
    {
      ExDay first = ex_day_new (year, 1, 1);
      int back;

      ex_day_split (first, &back, NULL, NULL);
      g_assert_cmpint (back, ==, year);
      ex_day_split (ex_day_new (year, 12, 31), &back, NULL, NULL);
      g_assert_cmpint (back, ==, year);
      if (year > 1)
        g_assert_cmpuint (ex_day_new (year - 1, 12, 31) + 1, ==, first);
    }
}

static void
test_what_is_no_day (void)
{
  const char *bad[] = {
    NULL, "", "2026", "2026-09", "2026-09-3", "2026-9-30", "26-09-30", "2026-09-31", "2026-02-29", "1900-02-29", "2026-00-10",
    "2026-13-01", "2026-01-00", "2026/09/30", "30-09-2026", "2026-09-30 ", " 2026-09-30", "2026-09-30T00:00", "+026-09-30",
    "0000-01-01", "20260930", "2026-0a-30", "２026-09-30",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpuint (ex_day_parse (bad[i]), ==, EX_DAY_NONE);

  g_assert_cmpuint (ex_day_new (2026, 4, 31), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_day_new (2100, 2, 29), ==, EX_DAY_NONE);
  g_assert_cmpuint (ex_day_parse ("2000-02-29"), !=, EX_DAY_NONE);
  g_assert_cmpuint (ex_day_parse ("2028-02-29"), !=, EX_DAY_NONE);
}

static void
test_none_is_written_as_nothing (void)
{
  g_autofree char *iso = ex_day_to_iso (EX_DAY_NONE);
  g_autofree char *day = ex_day_to_iso (ex_day_new (2026, 9, 30));
  int year = 7, month = 7, day_of_month = 7;

  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (day, ==, "2026-09-30");
  ex_day_split (EX_DAY_NONE, &year, &month, &day_of_month);
  g_assert_cmpint (year + month + day_of_month, ==, 0);
}

static void
test_today_can_be_set (void)
{
  g_autoptr (GDateTime) now = NULL;

  g_setenv ("EXEMPLAR_TODAY", "2026-09-30", TRUE);
  g_assert_cmpuint (ex_day_today (), ==, ex_day_new (2026, 9, 30));

  /* What is no day is as if it were not set. */
  g_setenv ("EXEMPLAR_TODAY", "tomorrow", TRUE);
  now = g_date_time_new_now_local ();
  g_assert_cmpint (ABS ((int) ex_day_today () - (int) ex_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                                                                 g_date_time_get_day_of_month (now))), <=, 1);
  g_unsetenv ("EXEMPLAR_TODAY");
  g_assert_cmpuint (ex_day_today (), >=, ex_day_new (2024, 1, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/every-day-reads-back-as-it-was-written", test_round_trip_of_every_day);
  g_test_add_func ("/day/the-calendar-goes-from-year-1-to-9999", test_ends_of_the_calendar);
  g_test_add_func ("/day/what-is-no-day-is-refused", test_what_is_no_day);
  g_test_add_func ("/day/no-day-is-written-as-nothing", test_none_is_written_as_nothing);
  g_test_add_func ("/day/today-can-be-set-from-outside", test_today_can_be_set);

  return g_test_run ();
}
