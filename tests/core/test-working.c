#include "config.h"

#include "core/ex-working.h"

static void
test_keeps_lines_in_order (void)
{
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *text = NULL;

  ex_working_add (working, "Progress", "51.2 %", "(%s − %s) ÷ %d", "84.1", "80", 8);
  ex_working_add (working, "Score", "100 %", "%s", "");
  ex_working_add (working, "Remark", "", "100 %% is %s", "odd");

  g_assert_cmpuint (ex_working_length (working), ==, 3);
  g_assert_cmpstr (ex_working_get (working, 0)->what, ==, "Progress");
  g_assert_cmpstr (ex_working_get (working, 0)->how, ==, "(84.1 − 80) ÷ 8");
  g_assert_cmpstr (ex_working_get (working, 0)->result, ==, "51.2 %");
  g_assert_cmpstr (ex_working_get (working, 1)->how, ==, "");

  text = ex_working_to_text (working);
  g_assert_cmpstr (text, ==, "Progress: (84.1 − 80) ÷ 8 = 51.2 %\nScore: 100 %\nRemark: 100 % is odd\n");
}

static void
test_nobody_asked (void)
{
  g_autoptr (ExWorking) empty = ex_working_new ();
  g_autofree char *text = ex_working_to_text (empty);

  ex_working_add (NULL, "Progress", "51.2 %", "%s", "");
  g_assert_cmpstr (text, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/working/keeps-its-lines-in-order", test_keeps_lines_in_order);
  g_test_add_func ("/working/does-nothing-when-nobody-asked", test_nobody_asked);

  return g_test_run ();
}
