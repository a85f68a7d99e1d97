#include "config.h"

#include "core/ex-cycle.h"

#include <string.h>

static void
test_defaults_and_copy (void)
{
  const char *tops[] = { "L1", "L2", NULL };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExCycle) copy = NULL;

  g_assert_cmpint (cycle->threshold_score, ==, 5000);
  g_assert_cmpint (cycle->stretch_score, ==, 15000);
  g_assert_cmpint (cycle->late_score, ==, 5000);
  g_assert_nonnull (cycle->tops);
  g_assert_null (cycle->tops[0]);
  g_assert_cmpint (ex_cycle_days (cycle), ==, 365);

  g_strfreev (cycle->tops);
  cycle->tops = g_strdupv ((char **) tops);
  cycle->late_score = 2500;
  copy = ex_cycle_copy (cycle);
  g_assert_cmpstr (copy->name, ==, "FY 2026");
  g_assert_true (g_strv_equal ((const char * const *) copy->tops, tops));
  g_assert_cmpint (copy->late_score, ==, 2500);
  g_assert_cmpuint (copy->last, ==, cycle->last);
}

static void
test_problems (void)
{
  const struct { const char *first, *last; int threshold, stretch, late; guint problems; const char *words; } cases[] = {
    { "2026-01-01", "2026-12-31", 5000, 15000, 5000, 0, NULL },
    { "2026-02-01", "2026-02-28", 0, 10000, 10000, 0, NULL },
    { "2026-12-31", "2026-01-01", 5000, 15000, 5000, 1, "2026-12-31" },
    { "", "2026-12-31", 5000, 15000, 5000, 1, "first and a last day" },
    { "2026-01-15", "2026-12-31", 5000, 15000, 5000, 1, "2026-01-15" },
    { "2026-01-01", "2026-12-30", 5000, 15000, 5000, 1, "2026-12-30" },
    { "2024-01-01", "2024-02-28", 5000, 15000, 5000, 1, "2024-02-28" },
    { "2026-01-01", "2026-12-31", -1, 15000, 5000, 1, "threshold" },
    { "2026-01-01", "2026-12-31", 10001, 9999, 10001, 3, "threshold" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_parse (cases[i].first), ex_day_parse (cases[i].last));
      g_autoptr (GPtrArray) problems = NULL;

      cycle->threshold_score = cases[i].threshold;
      cycle->stretch_score = cases[i].stretch;
      cycle->late_score = cases[i].late;
      problems = ex_cycle_problems (cycle);
      g_assert_cmpuint (problems->len, ==, cases[i].problems);
      if (cases[i].words != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), cases[i].words));
    }
}

static void
test_elapsed (void)
{
  ExDay first = ex_day_new (2026, 1, 1), last = ex_day_new (2026, 12, 31);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", first, last);
  g_autoptr (ExCycle) day = ex_cycle_new ("d", "A day", first, first);

  g_assert_cmpfloat (ex_cycle_elapsed (cycle, first - 1), ==, 0);
  g_assert_cmpfloat (ex_cycle_elapsed (cycle, first), ==, 1.0 / 365);
  g_assert_cmpfloat (ex_cycle_elapsed (cycle, last - 1), ==, 364.0 / 365);
  g_assert_cmpfloat (ex_cycle_elapsed (cycle, last), ==, 1);
  g_assert_cmpfloat (ex_cycle_elapsed (cycle, last + 100), ==, 1);
  g_assert_cmpfloat (ex_cycle_elapsed (day, first), ==, 1);

  for (ExDay d = first; d < last; d++)
    g_assert_cmpfloat (ex_cycle_elapsed (cycle, d), <, ex_cycle_elapsed (cycle, d + 1));
}

static void
test_phases (void)
{
  for (int i = EX_PHASE_PLAN; i <= EX_PHASE_CLOSED; i++)
    {
      ExPhase phase = EX_PHASE_CLOSED;

      g_assert_true (ex_phase_parse (ex_phase_nick (i), &phase));
      g_assert_cmpint (phase, ==, i);
      g_assert_cmpstr (ex_phase_label (i), !=, "");
    }

  g_assert_cmpstr (ex_phase_nick (EX_PHASE_CALIBRATE), ==, "calibrate");
  g_assert_false (ex_phase_parse ("open", NULL));
  g_assert_false (ex_phase_parse (NULL, NULL));
}

static void
test_until (void)
{
  /* The days set, phase by phase, and those that count. */
  const struct { const char *set[EX_N_OPEN_PHASES]; const char *until[EX_N_OPEN_PHASES]; } cases[] = {
    { { "", "", "", "", "" }, { "2026-01-31", "2026-12-31", "2027-01-21", "2027-02-04", "2027-02-18" } },
    { { "2026-02-28", "", "", "", "" }, { "2026-02-28", "2026-12-31", "2027-01-21", "2027-02-04", "2027-02-18" } },
    { { "", "2026-01-15", "", "", "" }, { "2026-01-15", "2026-01-15", "2027-01-21", "2027-02-04", "2027-02-18" } },
    { { "", "", "2027-03-01", "", "" }, { "2026-01-31", "2026-12-31", "2027-03-01", "2027-03-01", "2027-03-01" } },
    { { "", "", "", "", "2027-01-10" }, { "2026-01-31", "2026-12-31", "2027-01-10", "2027-01-10", "2027-01-10" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

      for (int phase = 0; phase < EX_N_OPEN_PHASES; phase++)
        cycle->until[phase] = ex_day_parse (cases[i].set[phase]);
      for (int phase = 0; phase < EX_N_OPEN_PHASES; phase++)
        {
          g_autofree char *until = ex_day_to_iso (ex_cycle_until (cycle, phase));

          g_assert_cmpstr (until, ==, cases[i].until[phase]);
        }
      g_assert_cmpuint (ex_cycle_until (cycle, EX_PHASE_CLOSED), ==, EX_DAY_NONE);
    }
}

static void
test_short_cycle_plans_inside (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "February", ex_day_new (2026, 2, 1), ex_day_new (2026, 2, 28));

  g_assert_cmpuint (ex_cycle_until (cycle, EX_PHASE_PLAN), ==, ex_day_new (2026, 2, 28));
}

static void
test_phase_problems (void)
{
  const struct { const char *set[EX_N_OPEN_PHASES]; guint problems; const char *words; } cases[] = {
    { { "2026-01-31", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31" }, 0, NULL },
    { { "2026-01-01", "", "", "", "2026-01-01" }, 0, NULL },
    { { "2025-12-31", "", "", "", "" }, 1, "2025-12-31, before the cycle begins (2026-01-01)" },
    { { "", "", "2025-12-31", "", "" }, 1, "before the cycle begins" },
    { { "2026-02-01", "2026-01-31", "", "", "" }, 1, "“Run” ends on 2026-01-31, before “Plan”" },
    { { "2026-02-01", "", "", "2026-01-31", "" }, 1, "“Calibrate” ends on 2026-01-31, before “Plan”" },
    { { "2026-05-01", "2026-04-01", "2026-03-01", "2026-02-01", "2026-01-01" }, 4, "2026-04-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
      g_autoptr (GPtrArray) problems = NULL;

      for (int phase = 0; phase < EX_N_OPEN_PHASES; phase++)
        cycle->until[phase] = ex_day_parse (cases[i].set[phase]);
      problems = ex_cycle_problems (cycle);
      g_assert_cmpuint (problems->len, ==, cases[i].problems);
      if (cases[i].words != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), cases[i].words));
    }
}

static void
test_scale (void)
{
  const char *three[] = { "Low", "Middle", "High", NULL };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExCycle) copy = NULL;

  g_assert_cmpint (ex_cycle_n_ratings (cycle), ==, 5);
  g_assert_cmpstr (ex_cycle_rating_word (cycle, 3), ==, "Met");
  g_assert_cmpstr (ex_cycle_rating_word (cycle, 0), ==, "");
  g_assert_cmpstr (ex_cycle_rating_word (cycle, 6), ==, "");

  cycle->scale = g_strdupv ((char **) three);
  copy = ex_cycle_copy (cycle);
  g_assert_cmpint (ex_cycle_n_ratings (copy), ==, 3);
  g_assert_cmpstr (ex_cycle_rating_word (copy, 1), ==, "Low");
  g_assert_cmpstr (ex_cycle_rating_word (copy, 3), ==, "High");
  g_assert_cmpstr (ex_cycle_rating_word (copy, 4), ==, "");
}

/* A word of the scale is as good as its number, as long as it is only one's. */
static void
test_rating_by_its_word (void)
{
  const char *own[] = { "Low", "Größe", "low", "4", NULL };
  const struct { const char *text; int of_program, of_own; } cases[] = {
    { "Met", 3, 0 }, { "far EXCEEDED", 5, 0 }, { "Exceeded", 4, 0 }, { "exceed", 0, 0 }, { "", 0, 0 }, { "3", 0, 0 },
    { "GRÖSSE", 0, 2 }, { "low", 0, 0 }, { "4", 0, 4 },
  };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ex_cycle_find_rating (cycle, cases[i].text), ==, cases[i].of_program);
  cycle->scale = g_strdupv ((char **) own);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ex_cycle_find_rating (cycle, cases[i].text), ==, cases[i].of_own);
}

static void
test_scale_problems (void)
{
  const struct { const char *words; int min; guint problems; const char *sentence; } cases[] = {
    { "a|b", 1, 0, NULL },
    { "1|2|3|4|5|6|7|8|9|10", 12, 0, NULL },
    { "a", 3, 1, "1 points" },
    { "", 3, 1, "0 points" },
    { "1|2|3|4|5|6|7|8|9|10|11", 3, 1, "11 points" },
    { "a||c", 3, 1, "Rating 2" },
    { "a|b| ", 3, 1, "Rating 3" },
    { "a|b", 0, 1, "cannot need 0" },
    { "a|b", 13, 1, "cannot need 13" },
    { "", 13, 2, "0 points" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
      g_autoptr (GPtrArray) problems = NULL;

      cycle->scale = g_strsplit (cases[i].words, "|", -1);
      cycle->min_objectives = cases[i].min;
      problems = ex_cycle_problems (cycle);
      g_assert_cmpuint (problems->len, ==, cases[i].problems);
      if (cases[i].sentence != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), cases[i].sentence));
    }
}

static void
test_board (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  g_assert_cmpstr (ex_cycle_board_name (cycle), ==, "the board");
  cycle->board = g_strdup ("");
  g_assert_cmpstr (ex_cycle_board_name (cycle), ==, "the board");
  g_free (cycle->board);
  cycle->board = g_strdup ("Ruth Adeyemi");
  g_assert_cmpstr (ex_cycle_board_name (cycle), ==, "Ruth Adeyemi");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cycle/scores-have-defaults", test_defaults_and_copy);
  g_test_add_func ("/cycle/problems-are-all-listed", test_problems);
  g_test_add_func ("/cycle/elapsed-counts-the-first-and-the-last-day", test_elapsed);

  g_test_add_func ("/cycle/phases-have-their-words", test_phases);
  g_test_add_func ("/cycle/days-of-phases-not-set-give-way", test_until);
  g_test_add_func ("/cycle/a-short-cycle-plans-inside-it", test_short_cycle_plans_inside);
  g_test_add_func ("/cycle/days-of-phases-rise", test_phase_problems);
  g_test_add_func ("/cycle/a-scale-has-its-words", test_scale);
  g_test_add_func ("/cycle/rating-by-its-word", test_rating_by_its_word);
  g_test_add_func ("/cycle/scale-and-least-objectives-have-bounds", test_scale_problems);
  g_test_add_func ("/cycle/the-board-has-a-name", test_board);

  return g_test_run ();
}
