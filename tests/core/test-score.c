#include "config.h"

#include "core/ex-quantity.h"
#include "core/ex-score.h"

#include <string.h>

#define U EX_UNSET
#define NEAR 1e-12

static double
score (double baseline,
       double threshold,
       double target,
       double stretch,
       double actual)
{
  return ex_score_number (baseline, threshold, target, stretch, 0.5, 1.5, actual, NULL);
}

/* The table of the rules, row by row, rising and falling. */
static void
test_table (void)
{
  const struct { double baseline, threshold, target, stretch, actual, expected; } cases[] = {
    { 80, U, 88, U, 79, 0 }, { 80, U, 88, U, 80, 0 }, { 80, U, 88, U, 84, 0.5 }, { 80, U, 88, U, 84.1, 0.5125 }, { 80, U, 88, U, 88, 1 },
    { 80, U, 88, U, 95, 1 }, { 80, 84, 88, U, 83.9, 0 }, { 80, 84, 88, U, 84, 0.5 }, { 80, 84, 88, U, 86, 0.75 }, { 80, 84, 88, U, 88, 1 },
    { 80, 84, 88, 92, 90, 1.25 }, { 80, 84, 88, 92, 92, 1.5 }, { 80, 84, 88, 92, 100, 1.5 }, { 80, U, 88, 92, 90, 1.25 },
    { 80, 80, 88, U, 80, 0.5 }, { 80, 80, 88, U, 79.9, 0 }, { 80, 80, 88, U, 84, 0.75 },
    { 12, U, 8, U, 13, 0 }, { 12, U, 8, U, 12, 0 }, { 12, U, 8, U, 9, 0.75 }, { 12, U, 8, U, 8, 1 }, { 12, U, 8, U, 2, 1 },
    { 12, 10, 8, 6, 11, 0 }, { 12, 10, 8, 6, 10, 0.5 }, { 12, 10, 8, 6, 9, 0.75 }, { 12, 10, 8, 6, 7, 1.25 }, { 12, 10, 8, 6, 6, 1.5 },
    { 12, 10, 8, 6, 0, 1.5 }, { -10, U, 10, U, 0, 0.5 }, { 0, U, -4, -8, -6, 1.25 }, { 80, U, 80, U, 80, 1 }, { 80, U, 80, U, 81, 0 },
    { 0.1, U, 0.3, U, 0.1 + 0.2, 1 }, { U, U, 88, U, 90, 0 }, { 80, U, U, U, 90, 0 }, { 80, U, 88, U, U, 0 }, { U, 84, 88, U, 86, 0.75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (score (cases[i].baseline, cases[i].threshold, cases[i].target, cases[i].stretch, cases[i].actual),
                                    cases[i].expected, NEAR);
}

static void
test_scores_of_the_cycle (void)
{
  g_assert_cmpfloat (ex_score_number (80, 84, 88, 92, 0, 2, 84, NULL), ==, 0);
  g_assert_cmpfloat (ex_score_number (80, 84, 88, 92, 0, 2, 86, NULL), ==, 0.5);
  g_assert_cmpfloat (ex_score_number (80, 84, 88, 92, 0, 2, 90, NULL), ==, 1.5);
  g_assert_cmpfloat (ex_score_number (80, 84, 88, 92, 1, 1, 84, NULL), ==, 1);
  g_assert_cmpfloat (ex_score_number (80, 84, 88, 92, 1, 1, 99, NULL), ==, 1);
}

static void
test_tolerance (void)
{
  const double in = 5e-10, out = 2e-9;

  g_assert_cmpfloat (score (80, 84, 88, 92, 88 * (1 - in)), ==, 1);
  g_assert_cmpfloat (score (80, 84, 88, 92, 88 * (1 + in)), ==, 1);
  g_assert_cmpfloat (score (80, 84, 88, 92, 88 * (1 - out)), <, 1);
  g_assert_cmpfloat (score (80, 84, 88, 92, 84 * (1 - in)), ==, 0.5);
  g_assert_cmpfloat (score (80, 84, 88, 92, 84 * (1 - out)), ==, 0);
  g_assert_cmpfloat (score (80, 84, 88, 92, 92 * (1 - in)), ==, 1.5);
  g_assert_cmpfloat (score (80, 84, 88, 92, 92 * (1 - out)), <, 1.5);
  g_assert_cmpfloat (ex_score_range (10, 20, U, 20 * (1 + in), NULL), ==, 1);
  g_assert_cmpfloat (ex_score_range (10, 20, U, 20 * (1 + out), NULL), <, 1);
}

typedef struct
{
  double at[4];  /* baseline, threshold, target, stretch */
  double threshold_score;
  double stretch_score;
} Ladder;

static Ladder
make_ladder (void)
{
  double direction = g_test_rand_bit () ? 1 : -1;
  double size = pow (10, g_test_rand_int_range (-4, 6));
  Ladder ladder;

  ladder.at[0] = g_test_rand_double_range (-1, 1) * size;
  for (int i = 1; i < 4; i++)
    ladder.at[i] = ladder.at[i - 1] + direction * g_test_rand_double_range (0.01, 1) * size;
  if (g_test_rand_int_range (0, 3) == 0)
    ladder.at[1] = g_test_rand_bit () ? U : ladder.at[0];
  if (g_test_rand_int_range (0, 3) == 0)
    ladder.at[3] = U;
  ladder.threshold_score = g_test_rand_double_range (0, 1);
  ladder.stretch_score = g_test_rand_double_range (1, 2);

  return ladder;
}

static double
climb (const Ladder *ladder,
       double        actual)
{
  return ex_score_number (ladder->at[0], ladder->at[1], ladder->at[2], ladder->at[3],
                          ladder->threshold_score, ladder->stretch_score, actual, NULL);
}

/* Whatever is better scores at least as much, and the points of the ladder score exactly what they should. */
static void
test_better_never_scores_less (void)
{
  for (int round = 0; round < 3000; round++)
    {
      Ladder ladder = make_ladder ();
      double way = ladder.at[2] - ladder.at[0];
      double last = 0;

      g_assert_cmpfloat (climb (&ladder, ladder.at[2]), ==, 1);
      if (!isnan (ladder.at[1]))
        g_assert_cmpfloat (climb (&ladder, ladder.at[1]), ==, ladder.threshold_score);
      else
        g_assert_cmpfloat (climb (&ladder, ladder.at[0]), ==, 0);
      if (!isnan (ladder.at[3]))
        g_assert_cmpfloat (climb (&ladder, ladder.at[3]), ==, ladder.stretch_score);
      g_assert_cmpfloat (climb (&ladder, ladder.at[0] - way), ==, 0);

      for (int step = -20; step <= 260; step++)
        {
          double found = climb (&ladder, ladder.at[0] + way * step / 100);

          g_assert_cmpfloat (found, >=, last);
          g_assert_cmpfloat (found, <=, isnan (ladder.at[3]) ? 1 : ladder.stretch_score);
          last = found;
        }
    }
}

/* A ladder turned upside down scores the same: lower is better needs no flag. */
static void
test_lower_is_better_mirrors (void)
{
  for (int round = 0; round < 5000; round++)
    {
      Ladder ladder = make_ladder ();
      Ladder mirror = ladder;
      double x = ladder.at[0] + (ladder.at[2] - ladder.at[0]) * g_test_rand_double_range (-0.5, 2.5);

      for (int i = 0; i < 4; i++)
        mirror.at[i] = -ladder.at[i];
      g_assert_cmpfloat (climb (&ladder, x), ==, climb (&mirror, -x));
    }
}

static void
test_range (void)
{
  const struct { double low, high, width, actual, expected; } cases[] = {
    { 10, 20, U, 10, 1 }, { 10, 20, U, 15, 1 }, { 10, 20, U, 20, 1 }, { 10, 20, U, 25, 0.5 }, { 10, 20, U, 30, 0 }, { 10, 20, U, 31, 0 },
    { 10, 20, U, 5, 0.5 }, { 10, 20, U, 0, 0 }, { 10, 20, U, -7, 0 }, { 10, 20, 4, 23, 0.25 }, { 10, 20, 4, 24, 0 }, { 10, U, 5, 9, 0.8 },
    { 10, U, 5, 1e9, 1 }, { 10, U, 5, 5, 0 }, { U, 20, 5, 22, 0.6 }, { U, 20, 5, -1e9, 1 }, { 10, U, U, 9.99, 0 }, { 10, U, U, 10, 1 },
    { 0.1, 0.3, U, 0.1 + 0.2, 1 }, { U, U, U, 5, 0 }, { 10, 20, U, U, 0 }, { 10, 10, U, 10, 1 }, { 10, 10, U, 11, 0 }, { -20, -10, U, -22.5, 0.75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ex_score_range (cases[i].low, cases[i].high, cases[i].width, cases[i].actual, NULL), cases[i].expected, NEAR);
}

static void
test_milestone (void)
{
  ExDay due = ex_day_new (2026, 6, 30);

  g_assert_cmpfloat (ex_score_milestone (due, EX_DAY_NONE, 0.5, NULL), ==, 0);
  g_assert_cmpfloat (ex_score_milestone (due, due - 100, 0.5, NULL), ==, 1);
  g_assert_cmpfloat (ex_score_milestone (due, due, 0.5, NULL), ==, 1);
  g_assert_cmpfloat (ex_score_milestone (due, due + 1, 0.5, NULL), ==, 0.5);
  g_assert_cmpfloat (ex_score_milestone (due, due + 1, 0.25, NULL), ==, 0.25);
}

static void
test_done_is_the_last_unbroken_run (void)
{
  const struct { const char *marks; int done; } cases[] = {
    { "1", 0 }, { "0", -1 }, { "01", 1 }, { "10", -1 }, { "0011", 2 }, { "1101", 3 }, { "111", 0 }, { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExPoint points[8];
      gsize n = strlen (cases[i].marks);

      for (gsize k = 0; k < n; k++)
        points[k] = (ExPoint) { 1000 + (ExDay) k, cases[i].marks[k] - '0' };
      g_assert_cmpuint (ex_milestone_done (points, n), ==, cases[i].done < 0 ? EX_DAY_NONE : 1000 + (ExDay) cases[i].done);
    }
}

static void
test_working_shows_the_row (void)
{
  const struct { double actual; const char *what, *how, *result; } cases[] = {
    { 82, "Score", "82 is worse than the threshold, 84", "0.0 %" }, { 84, "Score", "84 is at the threshold, 84", "50.0 %" },
    { 86, "Score, from threshold to target", "50.0 % + (86 − 84) ÷ (88 − 84) × 50.0 %", "75.0 %" },
    { 88, "Score", "88 is at the target, 88", "100.0 %" },
    { 90, "Score, from target to stretch", "100.0 % + (90 − 88) ÷ (92 − 88) × 50.0 %", "125.0 %" },
    { 93, "Score", "93 is beyond the stretch, 92", "150.0 %" },
  };
  g_autoptr (ExWorking) range = ex_working_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExWorking) working = ex_working_new ();

      ex_score_number (80, 84, 88, 92, 0.5, 1.5, cases[i].actual, working);
      g_assert_cmpuint (ex_working_length (working), ==, 1);
      g_assert_cmpstr (ex_working_get (working, 0)->what, ==, cases[i].what);
      g_assert_cmpstr (ex_working_get (working, 0)->how, ==, cases[i].how);
      g_assert_cmpstr (ex_working_get (working, 0)->result, ==, cases[i].result);
    }

  ex_score_range (10, 20, U, 25, range);
  g_assert_cmpstr (ex_working_get (range, 0)->how, ==, "25 is outside 10 to 20: 1 − 5 ÷ 10");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/number-follows-the-table", test_table);
  g_test_add_func ("/score/threshold-and-stretch-score-what-the-cycle-says", test_scores_of_the_cycle);
  g_test_add_func ("/score/values-are-equal-within-1e-9", test_tolerance);
  g_test_add_func ("/score/better-never-scores-less", test_better_never_scores_less);
  g_test_add_func ("/score/lower-is-better-needs-no-flag", test_lower_is_better_mirrors);
  g_test_add_func ("/score/range-falls-to-0-at-one-width-outside", test_range);
  g_test_add_func ("/score/milestone-on-time-late-or-not", test_milestone);
  g_test_add_func ("/score/a-milestone-is-done-at-the-start-of-its-last-run", test_done_is_the_last_unbroken_run);
  g_test_add_func ("/score/working-shows-the-row-that-applied", test_working_shows_the_row);

  return g_test_run ();
}
