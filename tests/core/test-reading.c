#include "config.h"

#include "core/ex-quantity.h"
#include "core/ex-score.h"

#include <string.h>

#define U EX_UNSET
#define NEAR 1e-12

/* The cycle of 2026; day 1 is 1 January, day 365 the last. */
static ExDay
day_of_cycle (int number)
{
  return ex_day_new (2026, 1, 1) + (ExDay) number - 1;
}

static ExCycle *
make_cycle (void)
{
  return ex_cycle_new ("c", "FY 2026", day_of_cycle (1), day_of_cycle (365));
}

static ExObjective *
make_number (ExAggregate aggregate,
             double      baseline,
             double      target)
{
  ExObjective *self = ex_objective_new ("o", "c", "l", "Calls answered", EX_KIND_NUMBER);

  self->aggregate = aggregate;
  self->baseline = baseline;
  self->target = target;
  self->cadence = EX_CADENCE_MONTHLY;

  return self;
}

/* One check-in on day @number, read on day @today. */
static ExReading
read_one (const ExObjective *objective,
          int                number,
          double             value,
          int                today)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  ExPoint point = { day_of_cycle (number), value };

  return ex_objective_read (objective, cycle, &point, 1, day_of_cycle (today), NULL);
}

static void
test_aggregates (void)
{
  const ExPoint points[] = { { 1, 4 }, { 2, 9 }, { 3, 2 }, { 4, 5 } };
  const ExPoint noisy[] = { { 1, 1e16 }, { 2, 1 }, { 3, 1 }, { 4, -1e16 } };
  const ExPoint huge[] = { { 1, 1.5e308 }, { 2, 1.5e308 } };
  const struct { ExAggregate aggregate; double after[4]; } cases[] = {
    { EX_AGGREGATE_LATEST, { 4, 9, 2, 5 } }, { EX_AGGREGATE_SUM, { 4, 13, 15, 20 } }, { EX_AGGREGATE_MEAN, { 4, 6.5, 5, 5 } },
    { EX_AGGREGATE_MINIMUM, { 4, 4, 2, 2 } }, { EX_AGGREGATE_MAXIMUM, { 4, 9, 9, 9 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n = 1; n <= 4; n++)
      g_assert_cmpfloat (ex_aggregate_points (cases[i].aggregate, points, n), ==, cases[i].after[n - 1]);

  /* Additions lose nothing, and a mean of large numbers is no infinity. */
  g_assert_cmpfloat (ex_aggregate_points (EX_AGGREGATE_SUM, noisy, 4), ==, 2);
  g_assert_cmpfloat (ex_aggregate_points (EX_AGGREGATE_MEAN, noisy, 4), ==, 0.5);
  g_assert_cmpfloat (ex_aggregate_points (EX_AGGREGATE_MEAN, huge, 2), ==, 1.5e308);
}

/* The scores of threshold, stretch and a late milestone are the cycle's, not always those it begins with. */
static void
test_scores_of_the_cycle (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExObjective) number = make_number (EX_AGGREGATE_LATEST, 0, 10);
  g_autoptr (ExObjective) milestone = ex_objective_new ("m", "c", "l", "Move", EX_KIND_MILESTONE);
  const struct { double value; double score; } cases[] = { { 5, 0.2 }, { 7.5, 0.6 }, { 15, 1.4 }, { 20, 1.8 }, { 30, 1.8 } };
  ExPoint done = { day_of_cycle (200), 1 };

  cycle->threshold_score = 2000;
  cycle->stretch_score = 18000;
  cycle->late_score = 7500;
  number->threshold = 5;
  number->stretch = 20;
  milestone->due = day_of_cycle (100);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExPoint point = { day_of_cycle (300), cases[i].value };
      ExReading reading = ex_objective_read (number, cycle, &point, 1, day_of_cycle (365), NULL);

      g_assert_cmpfloat_with_epsilon (reading.score, cases[i].score, NEAR);
    }
  g_assert_cmpfloat_with_epsilon (ex_objective_read (milestone, cycle, &done, 1, day_of_cycle (365), NULL).score, 0.75, NEAR);
}

static void
test_not_measured (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST, 80, 88);
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExWorking) working = ex_working_new ();
  ExReading reading = ex_objective_read (objective, cycle, NULL, 0, day_of_cycle (100), working);

  g_assert_false (reading.measured);
  g_assert_cmpuint (reading.n_points, ==, 0);
  g_assert_cmpfloat (reading.score, ==, 0);
  g_assert_true (isnan (reading.actual) && isnan (reading.aggregate) && isnan (reading.progress));
  g_assert_cmpint (reading.status, ==, EX_STATUS_NO_DATA);
  g_assert_cmpuint (reading.last_day, ==, EX_DAY_NONE);
  g_assert_cmpuint (reading.read_on, ==, day_of_cycle (100));
  g_assert_nonnull (strstr (ex_working_get (working, 0)->how, "not measured"));
}

static void
test_read_on (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST, 80, 88);

  g_assert_cmpuint (read_one (objective, 100, 84, 120).read_on, ==, day_of_cycle (120));
  g_assert_cmpuint (read_one (objective, 100, 84, 90).read_on, ==, day_of_cycle (100)); /* not before the last check-in */
  g_assert_cmpuint (read_one (objective, 100, 84, 500).read_on, ==, day_of_cycle (365));
}

static void
test_only_the_cycle_counts (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_SUM, 0, 100);
  g_autoptr (ExCycle) cycle = make_cycle ();
  const ExPoint points[] = {
    { day_of_cycle (0), 1000 }, { day_of_cycle (1), 10 }, { day_of_cycle (365), 20 }, { day_of_cycle (366), 4000 },
  };
  ExReading reading = ex_objective_read (objective, cycle, points, 4, day_of_cycle (400), NULL);

  g_assert_cmpuint (reading.n_points, ==, 2);
  g_assert_cmpfloat (reading.aggregate, ==, 30);
  g_assert_cmpuint (reading.last_day, ==, day_of_cycle (365));

  reading = ex_objective_read (objective, cycle, points, 1, day_of_cycle (400), NULL);
  g_assert_false (reading.measured);
  reading = ex_objective_read (objective, cycle, points + 3, 1, day_of_cycle (400), NULL);
  g_assert_false (reading.measured);
}

static void
test_progress (void)
{
  const struct { double baseline, target, actual, expected; } cases[] = {
    { 80, 88, 84, 0.5 }, { 80, 88, 76, -0.5 }, { 80, 88, 96, 2 }, { 12, 8, 9, 0.75 }, { 12, 8, 13, -0.25 }, { -4, 4, 0, 0.5 },
  };
  g_autoptr (ExObjective) same = make_number (EX_AGGREGATE_LATEST, 80, 80);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST, cases[i].baseline, cases[i].target);

      g_assert_cmpfloat_with_epsilon (read_one (objective, 10, cases[i].actual, 10).progress, cases[i].expected, NEAR);
    }

  g_assert_true (isnan (read_one (same, 10, 80, 10).progress));
  g_assert_cmpint (read_one (same, 10, 80, 10).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (read_one (same, 10, 81, 10).status, ==, EX_STATUS_OFF_TRACK);
}

/* 73 of 365 days are a fifth of the cycle. */
static void
test_sum_so_far (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_SUM, 0, 1000);
  ExReading so_far = read_one (objective, 73, 180, 73);
  ExReading at_end = read_one (objective, 73, 180, 365);

  g_assert_true (so_far.so_far);
  g_assert_cmpfloat (so_far.aggregate, ==, 180);
  g_assert_cmpfloat_with_epsilon (so_far.actual, 900, 1e-9);
  g_assert_cmpfloat_with_epsilon (so_far.score, 0.9, NEAR);
  g_assert_cmpfloat_with_epsilon (so_far.progress, 0.9, NEAR);

  g_assert_false (at_end.so_far);
  g_assert_cmpfloat (at_end.actual, ==, 180);
  g_assert_cmpfloat_with_epsilon (at_end.score, 0.18, NEAR);
}

/* Day 183 is half of the way from the first day to the last. */
static void
test_status_of_a_number (void)
{
  const struct { double value; ExStatus status; } cases[] = {
    { 100, EX_STATUS_ON_TRACK }, { 50, EX_STATUS_ON_TRACK }, { 40, EX_STATUS_ON_TRACK }, { 39.999, EX_STATUS_AT_RISK },
    { 25, EX_STATUS_AT_RISK }, { 24.999, EX_STATUS_OFF_TRACK }, { 0, EX_STATUS_OFF_TRACK }, { -50, EX_STATUS_OFF_TRACK },
  };
  g_autoptr (ExObjective) rising = make_number (EX_AGGREGATE_LATEST, 0, 100);
  g_autoptr (ExObjective) falling = make_number (EX_AGGREGATE_MEAN, 0, -100);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (read_one (rising, 183, cases[i].value, 183).status, ==, cases[i].status);
      g_assert_cmpint (read_one (falling, 183, -cases[i].value, 183).status, ==, cases[i].status);
    }

  /* On the first day nothing is expected yet; on the last all of it. */
  g_assert_cmpint (read_one (rising, 1, 0, 1).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (read_one (rising, 365, 90, 365).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (read_one (rising, 365, 75, 365).status, ==, EX_STATUS_AT_RISK);
}

/* Exactly 10 or 25 points behind is still within, whatever doubles make of tenths. */
static void
test_status_at_the_edge (void)
{
  for (int k = -500; k <= 500; k++)
    {
      g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST, k / 10.0, (k + 10) / 10.0);

      g_assert_cmpint (read_one (objective, 183, (k + 4) / 10.0, 183).status, ==, EX_STATUS_ON_TRACK);
      g_assert_cmpint (read_one (objective, 183, (10 * k + 25) / 100.0, 183).status, ==, EX_STATUS_AT_RISK);
      g_assert_cmpint (read_one (objective, 183, (100 * k + 249) / 1000.0, 183).status, ==, EX_STATUS_OFF_TRACK);
    }
}

static void
test_status_of_a_sum (void)
{
  const struct { double baseline, target, sum; ExStatus status; } cases[] = {
    { 0, 1000, 500, EX_STATUS_ON_TRACK }, { 0, 1000, 400, EX_STATUS_ON_TRACK }, { 0, 1000, 399, EX_STATUS_AT_RISK },
    { 0, 1000, 250, EX_STATUS_AT_RISK }, { 0, 1000, 249, EX_STATUS_OFF_TRACK }, { 800, 1000, 500, EX_STATUS_ON_TRACK },
    { 800, 1000, 249, EX_STATUS_OFF_TRACK }, /* the line is from 0, not from the baseline */
    { 200, 100, 50, EX_STATUS_ON_TRACK }, { 200, 100, 0, EX_STATUS_ON_TRACK }, { 200, 100, 60, EX_STATUS_ON_TRACK },
    { 200, 100, 61, EX_STATUS_AT_RISK }, { 200, 100, 75, EX_STATUS_AT_RISK }, { 200, 100, 76, EX_STATUS_OFF_TRACK },
    { 50, 0, 5, EX_STATUS_ON_TRACK }, { 50, 0, 6, EX_STATUS_AT_RISK }, { 50, 0, 13, EX_STATUS_OFF_TRACK },
    { -200, -100, -50, EX_STATUS_ON_TRACK }, { -200, -100, -61, EX_STATUS_AT_RISK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_SUM, cases[i].baseline, cases[i].target);

      g_assert_cmpint (read_one (objective, 183, cases[i].sum, 183).status, ==, cases[i].status);
    }
}

static void
test_no_data (void)
{
  const struct { ExCadence cadence; int longest; } cases[] = {
    { EX_CADENCE_WEEKLY, 10 }, { EX_CADENCE_MONTHLY, 45 }, { EX_CADENCE_QUARTERLY, 136 },
  };
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_LATEST, 0, 100);
  g_autoptr (ExCycle) month = ex_cycle_new ("m", "June", ex_day_new (2026, 6, 1), ex_day_new (2026, 6, 30));
  ExPoint point = { ex_day_new (2026, 6, 2), 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      objective->cadence = cases[i].cadence;
      g_assert_cmpint (read_one (objective, 50, 100, 50 + cases[i].longest).status, ==, EX_STATUS_ON_TRACK);
      g_assert_cmpint (read_one (objective, 50, 100, 50 + cases[i].longest + 1).status, ==, EX_STATUS_NO_DATA);
    }

  /* A cadence counts at most as half the cycle: 15 of 30 days, so 22. */
  g_assert_cmpint (ex_objective_read (objective, month, &point, 1, ex_day_new (2026, 6, 24), NULL).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (ex_objective_read (objective, month, &point, 1, ex_day_new (2026, 6, 25), NULL).status, ==, EX_STATUS_NO_DATA);
}

static void
test_status_of_a_range (void)
{
  g_autoptr (ExObjective) range = ex_objective_new ("r", "c", "l", "Stock", EX_KIND_RANGE);

  range->low = 10;
  range->high = 18;
  range->cadence = EX_CADENCE_MONTHLY;
  g_assert_cmpint (read_one (range, 10, 10, 10).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (read_one (range, 10, 18, 10).status, ==, EX_STATUS_ON_TRACK);
  g_assert_cmpint (read_one (range, 10, 20, 10).status, ==, EX_STATUS_AT_RISK);
  g_assert_cmpint (read_one (range, 10, 8, 10).status, ==, EX_STATUS_AT_RISK);
  g_assert_cmpint (read_one (range, 10, 20.01, 10).status, ==, EX_STATUS_OFF_TRACK);
  g_assert_cmpfloat (read_one (range, 10, 20, 10).score, ==, 0.75);
  g_assert_true (isnan (read_one (range, 10, 20, 10).progress));

  range->high = U;
  g_assert_cmpint (read_one (range, 10, 9.9, 10).status, ==, EX_STATUS_OFF_TRACK);
  range->width = 4;
  g_assert_cmpint (read_one (range, 10, 9, 10).status, ==, EX_STATUS_AT_RISK);
}

/* @marks: one check-in each tenth day from day 10, '1' done, '0' not. */
static ExReading
read_milestone (const char *marks,
                int         today)
{
  g_autoptr (ExObjective) milestone = ex_objective_new ("m", "c", "l", "Portal", EX_KIND_MILESTONE);
  g_autoptr (ExCycle) cycle = make_cycle ();
  ExPoint points[40];
  gsize n = strlen (marks);

  milestone->due = day_of_cycle (60);
  milestone->cadence = EX_CADENCE_WEEKLY;
  milestone->aggregate = EX_AGGREGATE_SUM; /* of another kind: ignored */
  for (gsize i = 0; i < n; i++)
    points[i] = (ExPoint) { day_of_cycle (10 * ((int) i + 1)), marks[i] - '0' };

  return ex_objective_read (milestone, cycle, points, n, day_of_cycle (today), NULL);
}

static void
test_milestones (void)
{
  const struct { const char *marks; int today; ExStatus status; double score; } cases[] = {
    { "", 30, EX_STATUS_NO_DATA, 0 }, { "", 60, EX_STATUS_NO_DATA, 0 }, { "", 61, EX_STATUS_OFF_TRACK, 0 },
    { "00", 25, EX_STATUS_ON_TRACK, 0 }, { "00", 31, EX_STATUS_NO_DATA, 0 }, { "000000", 60, EX_STATUS_ON_TRACK, 0 },
    { "000000", 61, EX_STATUS_OFF_TRACK, 0 }, { "001", 300, EX_STATUS_ON_TRACK, 1 }, { "000001", 300, EX_STATUS_ON_TRACK, 1 },
    { "0000001", 300, EX_STATUS_AT_RISK, 0.5 }, { "0010001", 300, EX_STATUS_AT_RISK, 0.5 }, { "0011111", 300, EX_STATUS_ON_TRACK, 1 },
    { "0011110", 300, EX_STATUS_OFF_TRACK, 0 }, { "10", 25, EX_STATUS_ON_TRACK, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExReading reading = read_milestone (cases[i].marks, cases[i].today);

      g_assert_cmpint (reading.status, ==, cases[i].status);
      g_assert_cmpfloat (reading.score, ==, cases[i].score);
      g_assert_false (reading.so_far);
    }
}

static void
test_one_day_cycle (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_SUM, 0, 100);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("d", "A day", 740000, 740000);
  ExPoint point = { 740000, 90 };
  ExReading reading = ex_objective_read (objective, cycle, &point, 1, 740000, NULL);

  g_assert_false (reading.so_far);
  g_assert_cmpfloat (reading.score, ==, 0.9);
  g_assert_cmpint (reading.status, ==, EX_STATUS_ON_TRACK);
}

static void
test_working_shows_all (void)
{
  g_autoptr (ExObjective) objective = make_number (EX_AGGREGATE_SUM, 0, 1000);
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *text = NULL;
  const ExPoint points[] = { { day_of_cycle (31), 80 }, { day_of_cycle (59), 60.5 }, { day_of_cycle (73), 39.5 } };

  objective->unit = g_strdup ("calls");
  ex_objective_read (objective, cycle, points, 3, day_of_cycle (73), working);
  text = ex_working_to_text (working);
  g_assert_cmpstr (text, ==,
                   "Sum of the check-ins: 80 + 60.5 + 39.5 = 180 calls\n"
                   "So far, put on the whole cycle: 180 ÷ (73 ÷ 365 days) = 900 calls\n"
                   "Score, from baseline to target: 0.0 % + (900 − 0) ÷ (1,000 − 0) × 100.0 % = 90.0 %\n"
                   "Progress: (900 − 0) ÷ (1,000 − 0) = 90.0 %\n"
                   "Status: sum 180, expected 197.8 by 14 Mar 2026: −1.8 % of the target = On track\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/check-ins-become-one-actual", test_aggregates);
  g_test_add_func ("/reading/scores-are-those-of-the-cycle", test_scores_of_the_cycle);
  g_test_add_func ("/reading/without-a-check-in-it-is-not-measured", test_not_measured);
  g_test_add_func ("/reading/is-on-the-earlier-of-today-and-the-last-day", test_read_on);
  g_test_add_func ("/reading/only-check-ins-of-the-cycle-count", test_only_the_cycle_counts);
  g_test_add_func ("/reading/progress-has-no-bounds", test_progress);
  g_test_add_func ("/reading/a-sum-so-far-is-put-on-the-whole-cycle", test_sum_so_far);
  g_test_add_func ("/status/number-within-10-and-25-points", test_status_of_a_number);
  g_test_add_func ("/status/exactly-at-the-edge-is-within", test_status_at_the_edge);
  g_test_add_func ("/status/sum-is-held-against-a-line-from-0", test_status_of_a_sum);
  g_test_add_func ("/status/no-data-after-one-and-a-half-cadences", test_no_data);
  g_test_add_func ("/status/range-within-a-quarter-width", test_status_of_a_range);
  g_test_add_func ("/status/milestone-by-its-due-date", test_milestones);
  g_test_add_func ("/reading/a-cycle-of-one-day-ends-at-once", test_one_day_cycle);
  g_test_add_func ("/reading/working-shows-every-step", test_working_shows_all);

  return g_test_run ();
}
