#include "config.h"

#include <string.h>

#include "exchange/ex-problem.h"

static void
test_sorted_by_line (void)
{
  g_autoptr (ExProblems) problems = ex_problems_new ();
  g_autofree char *text = NULL;

  ex_problems_add (problems, 7, 2, "seven %d", 7);
  ex_problems_add (problems, 3, 4, "three, later column");
  ex_problems_warn (problems, 5, 1, "mind this");
  ex_problems_add (problems, 3, 1, "three");
  text = ex_problems_to_text (problems, "a.csv");

  g_assert_cmpstr (text, ==,
                   "a.csv:3:1: three\na.csv:3:4: three, later column\na.csv:5:1: warning: mind this\na.csv:7:2: seven 7\n");
  g_assert_cmpuint (problems->errors, ==, 3);
  g_assert_cmpuint (problems->warnings, ==, 1);
}

static void
test_same_place_keeps_order (void)
{
  g_autoptr (ExProblems) problems = ex_problems_new ();
  g_autofree char *text = NULL;

  ex_problems_add (problems, 1, 1, "first");
  ex_problems_add (problems, 1, 1, "second");
  text = ex_problems_to_text (problems, "a");
  g_assert_cmpstr (text, ==, "a:1:1: first\na:1:1: second\n");
}

static void
test_first_thousand_kept (void)
{
  g_autoptr (ExProblems) problems = ex_problems_new ();
  g_autofree char *text = NULL;
  const ExProblem *last;

  /* Backwards, so that each one pushes out a later one. */
  for (guint line = 1500; line >= 1; line--)
    ex_problems_add (problems, line, 1, "%u", line);
  ex_problems_warn (problems, 2000, 1, "kept beside them");

  g_assert_cmpuint (problems->errors, ==, 1500);
  g_assert_cmpuint (problems->kept->len, ==, EX_PROBLEMS_KEPT + 1);
  last = g_ptr_array_index (problems->kept, EX_PROBLEMS_KEPT - 1);
  g_assert_cmpuint (last->line, ==, 1000);

  /* An earlier error pushes out the last error, not the warning behind it. */
  ex_problems_add (problems, 1, 1, "again");
  last = g_ptr_array_index (problems->kept, EX_PROBLEMS_KEPT - 1);
  g_assert_cmpuint (last->line, ==, 999);

  text = ex_problems_to_text (problems, "a.csv");
  g_assert_nonnull (strstr (text, "a.csv:2000:1: warning: kept beside them\n"));
  g_assert_true (g_str_has_suffix (text, "a.csv: and 501 more problems\n"));
}

static void
test_one_more (void)
{
  g_autoptr (ExProblems) problems = ex_problems_new ();
  g_autofree char *text = NULL;

  for (guint line = 1; line <= EX_PROBLEMS_KEPT + 1; line++)
    ex_problems_warn (problems, line, 1, "%u", line);
  text = ex_problems_to_text (problems, "a.csv");
  g_assert_true (g_str_has_suffix (text, "a.csv: and 1 more warning\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/sorted-by-line", test_sorted_by_line);
  g_test_add_func ("/problem/same-place-keeps-order", test_same_place_keeps_order);
  g_test_add_func ("/problem/first-thousand-kept", test_first_thousand_kept);
  g_test_add_func ("/problem/one-more", test_one_more);

  return g_test_run ();
}
