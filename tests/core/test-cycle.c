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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cycle/scores-have-defaults", test_defaults_and_copy);
  g_test_add_func ("/cycle/problems-are-all-listed", test_problems);
  g_test_add_func ("/cycle/elapsed-counts-the-first-and-the-last-day", test_elapsed);

  return g_test_run ();
}
