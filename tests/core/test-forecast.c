#include "config.h"

#include "core/ex-forecast.h"
#include "core/ex-quantity.h"

#include <string.h>

static ExCycle *
make_cycle (void)
{
  return ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
}

static ExObjective *
make_number (ExAggregate aggregate)
{
  ExObjective *self = ex_objective_new ("o", "c", "l", "NPS", EX_KIND_NUMBER);

  self->aggregate = aggregate;
  self->baseline = 20;
  self->target = 40;
  self->decimals = 1;
  self->unit = g_strdup ("points");

  return self;
}

static void
test_student (void)
{
  const struct { guint df; double t; } cases[] = {
    { 1, 3.0776835372 }, { 2, 1.8856180832 }, { 3, 1.6377443537 }, { 4, 1.5332062741 }, { 5, 1.4758840488 }, { 6, 1.4397557473 },
    { 7, 1.4149239277 }, { 8, 1.3968153097 }, { 9, 1.3830287384 }, { 10, 1.3721836411 }, { 15, 1.3406056079 }, { 20, 1.3253407070 },
    { 30, 1.3104150254 }, { 40, 1.3030770526 }, { 60, 1.2958210935 }, { 120, 1.2886462341 }, { 1000000, 1.2815524122 }, { G_MAXUINT, 1.2815515658 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ex_student_t_90 (cases[i].df), cases[i].t, 1e-7);

  /* It falls all the way, over the joint of the two methods too. */
  for (guint df = 1; df < 500; df++)
    g_assert_cmpfloat (ex_student_t_90 (df), >, ex_student_t_90 (df + 1));
}

static void
test_exact_line (void)
{
  for (int round = 0; round < 500; round++)
    {
      g_autoptr (ExCycle) cycle = make_cycle ();
      g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST);
      double a = g_test_rand_double_range (-100, 100), b = g_test_rand_double_range (-2, 2);
      ExPoint points[12];
      ExForecast forecast;

      for (int i = 0; i < 12; i++)
        points[i] = (ExPoint) { cycle->first + (ExDay) (i * 20 + g_test_rand_int_range (0, 20)), 0 };
      for (int i = 0; i < 12; i++)
        points[i].value = a + b * (points[i].day - cycle->first);

      forecast = ex_forecast (objective, cycle, points, 12, NULL);
      g_assert_true (forecast.known);
      g_assert_cmpfloat_with_epsilon (forecast.intercept, a, 1e-9);
      g_assert_cmpfloat_with_epsilon (forecast.slope, b, 1e-11);
      g_assert_cmpfloat_with_epsilon (forecast.value, a + b * 364, 1e-9);
      g_assert_cmpfloat_with_epsilon (forecast.high - forecast.low, 0, 1e-8);
    }
}

/* Worked by hand: days 0, 1, 2 at 1, 2, 2 in a cycle of 4 days: slope 0.5, mean 5/3, residual sum of squares 1/6. */
static void
test_worked_case (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "Four days", 1000, 1003);
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST);
  const ExPoint points[] = { { 1000, 1 }, { 1001, 2 }, { 1002, 2 } };
  ExForecast forecast = ex_forecast (objective, cycle, points, 3, NULL);
  double error = sqrt (1.0 / 6) * sqrt (1 + 1.0 / 3 + 4.0 / 2);

  g_assert_true (forecast.known);
  g_assert_cmpfloat_with_epsilon (forecast.slope, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (forecast.intercept, 7.0 / 6, 1e-12);
  g_assert_cmpfloat_with_epsilon (forecast.value, 8.0 / 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (forecast.low, 8.0 / 3 - 3.0776835372 * error, 1e-8);
  g_assert_cmpfloat_with_epsilon (forecast.high, 8.0 / 3 + 3.0776835372 * error, 1e-8);
}

static void
test_runs_through_the_aggregate (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "Ten days", 1000, 1009);
  g_autoptr (ExObjective) sum = make_number (EX_AGGREGATE_SUM);
  g_autoptr (ExObjective) most = make_number (EX_AGGREGATE_MAXIMUM);
  const ExPoint points[] = { { 1000, 5 }, { 1001, 5 }, { 1002, 5 }, { 1003, 5 } };

  g_assert_cmpfloat_with_epsilon (ex_forecast (sum, cycle, points, 4, NULL).value, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (ex_forecast (most, cycle, points, 4, NULL).value, 5, 1e-9);

  for (int aggregate = EX_AGGREGATE_LATEST; aggregate <= (int) EX_AGGREGATE_MAXIMUM; aggregate++)
    {
      ExPoint random[50];
      g_autoptr (GArray) running = NULL;

      for (int i = 0; i < 50; i++)
        random[i] = (ExPoint) { 1000 + (ExDay) i, g_test_rand_double_range (-1e6, 1e6) };
      running = ex_running_aggregate ((ExAggregate) aggregate, random, 50);
      for (gsize n = 1; n <= 50; n++)
        g_assert_cmpfloat (g_array_index (running, ExPoint, n - 1).value, ==, ex_aggregate_points ((ExAggregate) aggregate, random, n));
    }
}

static void
test_needs_three_days (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) number = make_number (EX_AGGREGATE_LATEST);
  g_autoptr (ExObjective) range = ex_objective_new ("r", "c", "l", "Stock", EX_KIND_RANGE);
  g_autoptr (ExWorking) working = ex_working_new ();
  ExPoint points[] = { { cycle->first - 1, 1 }, { cycle->first, 2 }, { cycle->first + 1, 3 }, { cycle->last, 4 }, { cycle->last + 1, 5 } };

  g_assert_true (ex_forecast (number, cycle, points, 4, NULL).known);
  g_assert_true (ex_forecast (number, cycle, points, 5, NULL).known);
  g_assert_false (ex_forecast (number, cycle, points, 3, working).known);
  g_assert_false (ex_forecast (number, cycle, points + 2, 3, NULL).known);
  g_assert_false (ex_forecast (number, cycle, NULL, 0, NULL).known);
  g_assert_false (ex_forecast (range, cycle, points, 5, NULL).known);
  g_assert_true (isnan (ex_forecast (number, cycle, NULL, 0, NULL).value));
  g_assert_nonnull (strstr (ex_working_get (working, 0)->how, "three days"));
}

/* Of many forecasts of a line with normal noise, about four in five catch the value to come. */
static void
test_interval_holds_four_in_five (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST);
  int caught = 0;

  for (int round = 0; round < 4000; round++)
    {
      ExPoint points[6];
      ExForecast forecast;
      double noise[7], actual;

      for (int i = 0; i < 7; i++)
        noise[i] = sqrt (-2 * log (1 - g_test_rand_double ())) * cos (2 * G_PI * g_test_rand_double ());
      for (int i = 0; i < 6; i++)
        points[i] = (ExPoint) { cycle->first + 30 * (ExDay) i, 20 + 0.1 * 30 * i + noise[i] };

      forecast = ex_forecast (objective, cycle, points, 6, NULL);
      actual = 20 + 0.1 * 364 + noise[6];
      caught += actual >= forecast.low && actual <= forecast.high;
    }

  g_assert_cmpint (caught, >, 4000 * 77 / 100);
  g_assert_cmpint (caught, <, 4000 * 83 / 100);
}

static void
test_working (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "Ten days", ex_day_new (2026, 6, 1), ex_day_new (2026, 6, 10));
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST);
  g_autoptr (ExWorking) working = ex_working_new ();
  const ExPoint points[] = { { cycle->first, 20 }, { cycle->first + 1, 21 }, { cycle->first + 2, 22 } };
  g_autofree char *text = NULL;

  ex_forecast (objective, cycle, points, 3, working);
  text = ex_working_to_text (working);
  g_assert_cmpstr (text, ==, "Forecast for 10 Jun 2026: 20.0 + 1.0 a day × 9 days = 29.0 points\n"
                             "In four of five cases: 29.0 ± 3.078 × 0.0 = 29.0 to 29.0 points\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/students-t-is-good-to-1e-6", test_student);
  g_test_add_func ("/forecast/an-exact-line-is-certain", test_exact_line);
  g_test_add_func ("/forecast/a-case-worked-by-hand", test_worked_case);
  g_test_add_func ("/forecast/runs-through-the-running-aggregate", test_runs_through_the_aggregate);
  g_test_add_func ("/forecast/needs-three-days-of-a-number", test_needs_three_days);
  g_test_add_func ("/forecast/four-in-five-fall-into-the-interval", test_interval_holds_four_in_five);
  g_test_add_func ("/forecast/working-shows-the-line", test_working);

  return g_test_run ();
}
