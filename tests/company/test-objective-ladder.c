#include "config.h"

#include "company/ex-objective-ladder.h"
#include "core/ex-quantity.h"

#define U EX_UNSET

static ExCycle *
make_cycle (void)
{
  return ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
}

static ExObjective *
make (ExKind kind)
{
  ExObjective *self = ex_objective_new ("o", "c", "l", "", kind); /* a draft without a title has a ladder too */

  self->unit = g_strdup ("%");

  return self;
}

static void
assert_words (const ExObjective *objective,
              const ExReading   *reading,
              const char        *expected)
{
  g_autoptr (ExCycle) cycle = make_cycle ();
  g_autoptr (ExChart) chart = ex_objective_ladder_new (objective, reading, cycle);
  g_autofree char *words = ex_chart_describe (chart);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_numbers (void)
{
  const struct { double baseline, threshold, target, stretch; const char *words; } cases[] = {
    { 30, U, 40, U, "Baseline: 30 %, scores 0 %; Target: 40 %, scores 100 %." },
    { 30, 35, 40, 50, "Baseline: 30 %, scores 0 %; Threshold: 35 %, scores 50 %; Target: 40 %, scores 100 %; Stretch: 50 %, scores 150 %." },
    { 12, U, 9.5, 7, "Baseline: 12 %, scores 0 %; Target: 9.5 %, scores 100 %; Stretch: 7 %, scores 150 %." },
    { U, U, U, U, "Baseline and target are not set yet." },
    { U, U, 40, U, "The baseline is not set yet: where the number stands today." },
    { 30, U, U, U, "The target is not set yet: where the number should be at the end." },
    { 40, U, 40, U, "Baseline and target are not apart yet: there is nothing to climb." },
    { 30, 45, 40, U, "The ladder crosses itself: threshold (45) and target (40). Baseline, threshold, target and stretch must all move the same way." },
    { 30, U, 40, 40, "The ladder stands still: target and stretch are both 40. Each point must be better than the one before." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = make (EX_KIND_NUMBER);

      objective->baseline = cases[i].baseline;
      objective->threshold = cases[i].threshold;
      objective->target = cases[i].target;
      objective->stretch = cases[i].stretch;
      assert_words (objective, NULL, cases[i].words);
    }
}

static void
test_ranges (void)
{
  const struct { double low, high, width; const char *words; } cases[] = {
    { -5, 5, U, "Too low: −15 %, scores 0 %; Lowest: −5 %, scores 100 %; Highest: 5 %, scores 100 %; Too high: 15 %, scores 0 %." },
    { -5, 5, 2, "Too low: −7 %, scores 0 %; Lowest: −5 %, scores 100 %; Highest: 5 %, scores 100 %; Too high: 7 %, scores 0 %." },
    { U, 20, 10, "Highest: 20 %, scores 100 %; Too high: 30 %, scores 0 %." },
    { 90, U, 10, "Too low: 80 %, scores 0 %; Lowest: 90 %, scores 100 %." },
    { U, U, U, "The range is not set yet." },
    { U, 20, U, "The range is open on one side, and its width is not set yet." },
    { 20, 20, U, "The two ends of the range are not apart yet." },
    { 30, 20, U, "The low end of the range (30) and the high end (20) cross: low must be under high." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = make (EX_KIND_RANGE);

      objective->low = cases[i].low;
      objective->high = cases[i].high;
      objective->width = cases[i].width;
      assert_words (objective, NULL, cases[i].words);
    }
}

static void
test_milestones (void)
{
  g_autoptr (ExObjective) objective = make (EX_KIND_MILESTONE);
  const ExReading done = { .measured = TRUE, .actual = 1, .score = 1 };

  assert_words (objective, NULL, "The due date is not set yet.");
  objective->due = ex_day_new (2026, 6, 30);
  assert_words (objective, &done, "First day: 1 Jan 2026, scores 100 %; Due: 30 Jun 2026, scores 100 %; Last day: 31 Dec 2026, scores 50 %.");
  objective->due = ex_day_new (2026, 12, 31);
  assert_words (objective, NULL, "First day: 1 Jan 2026, scores 100 %; Due: 31 Dec 2026, scores 100 %.");
  objective->due = ex_day_new (2027, 1, 1);
  assert_words (objective, NULL, "The due date 2027-01-01 is outside the cycle: a day from 2026-01-01 to 2026-12-31 would be right.");
}

static void
test_where_it_stands (void)
{
  g_autoptr (ExObjective) objective = make (EX_KIND_NUMBER);
  ExReading reading = { .measured = TRUE, .actual = 36, .score = 0.6 };

  objective->baseline = 30;
  objective->target = 40;
  assert_words (objective, &reading, "Baseline: 30 %, scores 0 %; Now: 36 %, scores 60.0 %; Target: 40 %, scores 100 %.");
  reading.so_far = TRUE;
  reading.actual = 41;
  reading.score = 1;
  assert_words (objective, &reading, "Baseline: 30 %, scores 0 %; Target: 40 %, scores 100 %; At this pace: 41 %, scores 100.0 %.");
  reading.measured = FALSE;
  assert_words (objective, &reading, "Baseline: 30 %, scores 0 %; Target: 40 %, scores 100 %.");
}

/* The picture and the rule say the same: what a rung scores is what its value scores. */
static void
test_scores_are_the_rule_s (void)
{
  g_autoptr (ExCycle) cycle = make_cycle ();

  cycle->threshold_score = 3000;
  cycle->stretch_score = 12000;
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (ExObjective) objective = make (EX_KIND_NUMBER);
      g_autoptr (ExChart) chart = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      int way = g_test_rand_int_range (0, 2) ? 1 : -1;
      const double *values[] = { &objective->baseline, &objective->threshold, &objective->target, &objective->stretch };

      objective->baseline = g_test_rand_int_range (-50, 50);
      objective->threshold = objective->baseline + way * g_test_rand_int_range (1, 5);
      objective->target = objective->threshold + way * g_test_rand_int_range (1, 20);
      objective->stretch = objective->target + way * g_test_rand_int_range (1, 20);
      chart = ex_objective_ladder_new (objective, NULL, cycle);
      rows = ex_chart_table (chart);
      g_assert_cmpuint (rows->len, ==, 5);
      for (guint k = 0; k < 4; k++)
        {
          double score = ex_score_number (objective->baseline, objective->threshold, objective->target, objective->stretch, 0.3, 1.2, *values[k], NULL);
          g_autofree char *expected = g_strdup_printf ("%.0f %%", score * 100);

          g_assert_cmpstr (((char **) rows->pdata[k + 1])[2], ==, expected);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/objective-ladder/numbers", test_numbers);
  g_test_add_func ("/objective-ladder/ranges", test_ranges);
  g_test_add_func ("/objective-ladder/milestones", test_milestones);
  g_test_add_func ("/objective-ladder/where-it-stands", test_where_it_stands);
  g_test_add_func ("/objective-ladder/scores-are-the-rule-s", test_scores_are_the_rule_s);

  return g_test_run ();
}
