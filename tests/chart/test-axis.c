#include "config.h"

#include "chart/ex-axis.h"
#include "chart/ex-day-axis.h"
#include "chart/ex-spread.h"

#include <math.h>
#include <string.h>

static ExExtent
extent_of (double a, double b)
{
  ExExtent extent = EX_EXTENT_INIT;

  ex_extent_add (&extent, a);
  ex_extent_add (&extent, b);
  return extent;
}

static void
round_numbers_are_marked (void)
{
  static const struct { double low, high; guint most; double step, first; guint n; } cases[] = {
    { 0, 100, 6, 20, 0, 6 },
    { 0, 100, 5, 50, 0, 3 },
    { 0, 7043, 6, 2000, 0, 4 },
    { 0, 0.7, 8, 0.1, 0, 8 },
    { 80.2, 90.3, 6, 2, 82, 5 },
    { -50, 50, 5, 20, -40, 5 },
    { -9, -1, 5, 2, -8, 4 },
    { 1e-9, 5e-9, 5, 1e-9, 1e-9, 5 },
    { 0, 3, 3, 2, 0, 2 },
    { 0, 10, 1, 20, 0, 1 },
    { 0, 10, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExExtent extent = extent_of (cases[i].low, cases[i].high);
      ExAxis axis;

      ex_axis_init (&axis, &extent, 0, cases[i].most);
      g_assert_cmpint (axis.kind, ==, EX_EXTENT_PROPER);
      g_assert_cmpuint (axis.n_ticks, ==, cases[i].n);
      if (cases[i].n == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (axis.step, cases[i].step, cases[i].step * 1e-9);
      g_assert_cmpfloat_with_epsilon (axis.ticks[0], cases[i].first, cases[i].step * 1e-9);
    }
}

static void
degenerate_ranges_are_named (void)
{
  static const struct { double a, b; ExExtentKind kind; } cases[] = {
    { NAN, NAN, EX_EXTENT_EMPTY },      { INFINITY, NAN, EX_EXTENT_EMPTY }, { 5, NAN, EX_EXTENT_SINGLE },
    { 0, 0, EX_EXTENT_SINGLE },         { -3, -3, EX_EXTENT_SINGLE },       { 1e15, 1e15 + 0.125, EX_EXTENT_SINGLE },
    { 1e308, -1e308, EX_EXTENT_PROPER }, { 1, 1.001, EX_EXTENT_PROPER },     { 5e-324, 5e-324, EX_EXTENT_SINGLE },
    { 1.7e308, 1.7e308, EX_EXTENT_SINGLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExExtent extent = extent_of (cases[i].a, cases[i].b);
      ExAxis axis;

      ex_axis_init (&axis, &extent, 0.05, 6);
      g_assert_cmpint (axis.kind, ==, cases[i].kind);
      g_assert_true (isfinite (axis.low) && isfinite (axis.high) && axis.low < axis.high);
      g_assert_true (cases[i].kind != EX_EXTENT_EMPTY || axis.n_ticks == 0);
      if (cases[i].kind == EX_EXTENT_SINGLE)
        {
          double middle = ex_axis_map (&axis, extent.low);

          g_assert_cmpfloat (middle, >, 0.4);
          g_assert_cmpfloat (middle, <, 0.6);
        }
    }
}

static void
every_range_is_well_marked (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-200, 200));
      ExExtent extent = extent_of (g_test_rand_double_range (-1, 1) * size, g_test_rand_double_range (-1, 1) * size);
      guint most = (guint) g_test_rand_int_range (2, 13);
      ExAxis axis;

      ex_axis_init (&axis, &extent, 0.05, most);
      g_assert_cmpuint (axis.n_ticks, <=, most);
      g_assert_cmpuint (axis.n_ticks, >=, 1);
      for (guint j = 0; j < axis.n_ticks; j++)
        {
          double digits = axis.step / pow (10, floor (log10 (axis.step) + 1e-9));

          g_assert_true (fabs (digits - 1) < 1e-6 || fabs (digits - 2) < 1e-6 || fabs (digits - 5) < 1e-6);
          g_assert_cmpfloat (axis.ticks[j], >=, axis.low - axis.step * 1e-6);
          g_assert_cmpfloat (axis.ticks[j], <=, axis.high + axis.step * 1e-6);
          g_assert_cmpfloat_with_epsilon (axis.ticks[j] / axis.step, round (axis.ticks[j] / axis.step), 1e-6);
          g_assert_true (j == 0 || axis.ticks[j] > axis.ticks[j - 1]);
        }
    }
}

static void
coarsening_ends_without_ticks (void)
{
  ExExtent extent = extent_of (0, 10);
  double step = 0;
  ExAxis axis;

  ex_axis_init (&axis, &extent, 0, 12);
  for (guint i = 0; axis.n_ticks > 0; i++)
    {
      g_assert_cmpuint (i, <, 20);
      g_assert_cmpfloat (axis.step, >, step);
      step = axis.step;
      ex_axis_coarsen (&axis);
    }
}

static void
bars_keep_their_base (void)
{
  ExExtent up = extent_of (0, 50), down = extent_of (-50, 0);
  ExAxis axis;

  ex_axis_init (&axis, &up, 0.05, 5);
  g_assert_cmpfloat (axis.low, ==, 0);
  g_assert_cmpfloat (axis.high, ==, 52.5);
  ex_axis_init (&axis, &down, 0.05, 5);
  g_assert_cmpfloat (axis.high, ==, 0);
  g_assert_cmpfloat (ex_axis_map (&axis, axis.low), ==, 0);
  g_assert_cmpfloat (ex_axis_map (&axis, 0), ==, 1);
  g_assert_cmpfloat (ex_axis_map (&axis, 1e308), ==, 2);
  g_assert_cmpfloat_with_epsilon (ex_axis_unmap (&axis, ex_axis_map (&axis, -12)), -12, 1e-9);
}

/* ---- Days ---- */

static double
seven_a_letter (const char *text, gpointer data)
{
  return 7.0 * g_utf8_strlen (text, -1);
}

static double
julian (int day, int month, int year)
{
  GDate date;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
days_are_marked_as_finely_as_they_fit (void)
{
  static const struct { int d1, m1, y1, d2, m2, y2; double width; guint n; const char *first, *second; } cases[] = {
    { 1, 1, 2026, 31, 12, 2026, 700, 12, "Jan", "Feb" },
    { 1, 1, 2026, 31, 12, 2026, 250, 6, "Jan", "Mar" },
    { 1, 1, 2026, 31, 12, 2026, 160, 4, "Jan", "Apr" },
    { 1, 1, 2026, 31, 12, 2026, 90, 2, "Jan", "Jul" },
    { 15, 6, 2026, 14, 6, 2027, 700, 12, "Jul", "Aug" },
    { 1, 1, 2026, 31, 3, 2026, 800, 13, "1 Jan", "8 Jan" },
    { 1, 1, 2026, 31, 3, 2026, 700, 7, "1 Jan", "15 Jan" },
    { 1, 1, 2026, 8, 1, 2026, 700, 8, "1 Jan", "2 Jan" },
    { 1, 1, 2020, 31, 12, 2029, 520, 10, "2020", "2021" },
    { 1, 1, 2020, 31, 12, 2029, 280, 5, "2020", "2022" },
    { 1, 1, 1000, 31, 12, 2999, 520, 10, "1000", "1200" },
    { 5, 5, 2026, 5, 5, 2026, 500, 0, NULL, NULL },
    { 1, 1, 2026, 31, 12, 2026, 0, 0, NULL, NULL },
    { 31, 12, 2026, 1, 1, 2026, 500, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double first = julian (cases[i].d1, cases[i].m1, cases[i].y1), last = julian (cases[i].d2, cases[i].m2, cases[i].y2);
      g_autoptr (GArray) ticks = ex_day_axis_ticks (first, last, cases[i].width, 8, seven_a_letter, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpuint (ticks->len, ==, cases[i].n);
      if (cases[i].n < 2)
        continue;
      g_assert_cmpstr (g_array_index (ticks, ExDayTick, 0).text, ==, cases[i].first);
      g_assert_cmpstr (g_array_index (ticks, ExDayTick, 1).text, ==, cases[i].second);
    }
}

static void
the_year_stands_where_it_begins (void)
{
  g_autoptr (GArray) ticks = ex_day_axis_ticks (julian (1, 10, 2026), julian (30, 4, 2027), 600, 8, seven_a_letter, NULL);

  g_assert_cmpuint (ticks->len, ==, 7);
  g_assert_cmpstr (g_array_index (ticks, ExDayTick, 0).context, ==, "2026");
  g_assert_null (g_array_index (ticks, ExDayTick, 1).context);
  g_assert_cmpstr (g_array_index (ticks, ExDayTick, 3).text, ==, "Jan");
  g_assert_cmpstr (g_array_index (ticks, ExDayTick, 3).context, ==, "2027");
}

static void
words_of_days_never_touch (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double first = g_test_rand_double_range (1, 800000), span = pow (10, g_test_rand_double_range (0, 5.5));
      double width = g_test_rand_double_range (20, 2400), end = -INFINITY;
      g_autoptr (GArray) ticks = ex_day_axis_ticks (first, first + span, width, 8, seven_a_letter, NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          const ExDayTick *tick = &g_array_index (ticks, ExDayTick, j);
          double x = (tick->day - first) / span * width, half = seven_a_letter (tick->text, NULL) / 2;

          g_assert_cmpfloat (tick->day, >=, first);
          g_assert_cmpfloat (tick->day, <=, first + span);
          g_assert_cmpfloat (x - half, >, end + 7.9);
          end = x + half;
        }
    }
}

static void
wild_days_do_no_harm (void)
{
  static const double cases[][2] = { { -1e9, 1e9 }, { NAN, 5 }, { 5, NAN }, { 1, 23936000 }, { 23935999, 23936000 }, { 1e300, 2e300 }, { 0.5, 0.6 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ticks = ex_day_axis_ticks (cases[i][0], cases[i][1], 500, 8, seven_a_letter, NULL);
      g_autofree char *text = ex_day_axis_text (cases[i][0]);

      g_assert_cmpuint (ticks->len, <, 200);
      g_assert_nonnull (text);
    }
}

/* ---- Words in a column ---- */

static void
words_in_a_column_part_by_as_little_as_it_takes (void)
{
  ExSpreadItem items[] = { { 50, 10, 1 }, { 52, 10, 1 }, { 90, 10, 1 } };

  ex_spread (items, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (items[0].at, 46, 1e-9);
  g_assert_cmpfloat_with_epsilon (items[1].at, 56, 1e-9);
  g_assert_cmpfloat_with_epsilon (items[2].at, 90, 1e-9);
}

/* Two that part meet a third: then all three stand where they want to be on average. */
static void
words_that_part_push_the_next (void)
{
  ExSpreadItem items[] = { { 20, 10, 1 }, { 33, 10, 1 }, { 34, 10, 1 } };

  ex_spread (items, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (items[0].at, 19, 1e-9);
  g_assert_cmpfloat_with_epsilon (items[1].at, 29, 1e-9);
  g_assert_cmpfloat_with_epsilon (items[2].at, 39, 1e-9);
}

static void
without_room_the_least_goes (void)
{
  ExSpreadItem items[] = { { 5, 10, 2 }, { 5, 10, 1 }, { 5, 10, 3 } };

  ex_spread (items, 3, 0, 20);
  g_assert_true (items[0].shown && !items[1].shown && items[2].shown);
  ex_spread (items, 3, 0, 5);
  g_assert_false (items[0].shown || items[1].shown || items[2].shown);
}

static void
words_in_a_column_never_touch (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      ExSpreadItem items[8];
      guint n = (guint) g_test_rand_int_range (0, 9);

      for (guint j = 0; j < n; j++)
        items[j] = (ExSpreadItem) { .want = g_test_rand_double_range (-20, 220), .size = g_test_rand_double_range (5, 40), .priority = (int) j };
      ex_spread (items, n, 0, 200);
      for (guint j = 0; j < n; j++)
        {
          if (!items[j].shown)
            continue;
          g_assert_cmpfloat (items[j].at - items[j].size / 2, >=, -1e-6);
          g_assert_cmpfloat (items[j].at + items[j].size / 2, <=, 200 + 1e-6);
          for (guint k = 0; k < j; k++)
            if (items[k].shown)
              {
                g_assert_cmpfloat (fabs (items[j].at - items[k].at), >=, (items[j].size + items[k].size) / 2 - 1e-6);
                g_assert_true ((items[j].want < items[k].want) == (items[j].at < items[k].at) || items[j].want == items[k].want);
              }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/round-numbers-are-marked", round_numbers_are_marked);
  g_test_add_func ("/axis/degenerate-ranges-are-named", degenerate_ranges_are_named);
  g_test_add_func ("/axis/every-range-is-well-marked", every_range_is_well_marked);
  g_test_add_func ("/axis/coarsening-ends-without-ticks", coarsening_ends_without_ticks);
  g_test_add_func ("/axis/bars-keep-their-base", bars_keep_their_base);
  g_test_add_func ("/axis/days-are-marked-as-finely-as-they-fit", days_are_marked_as_finely_as_they_fit);
  g_test_add_func ("/axis/the-year-stands-where-it-begins", the_year_stands_where_it_begins);
  g_test_add_func ("/axis/words-of-days-never-touch", words_of_days_never_touch);
  g_test_add_func ("/axis/wild-days-do-no-harm", wild_days_do_no_harm);
  g_test_add_func ("/spread/words-in-a-column-part-by-as-little-as-it-takes", words_in_a_column_part_by_as_little_as_it_takes);
  g_test_add_func ("/spread/words-that-part-push-the-next", words_that_part_push_the_next);
  g_test_add_func ("/spread/without-room-the-least-goes", without_room_the_least_goes);
  g_test_add_func ("/spread/words-in-a-column-never-touch", words_in_a_column_never_touch);

  return g_test_run ();
}
