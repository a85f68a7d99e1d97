/* Editing the reward curve by hand: whatever is tried, it stays a curve. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-curve-handle.h"
#include "app/ex-curve-points.h"

static GArray *
curve_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  GArray *curve = ex_curve_parse (text, &error);

  g_assert_no_error (error);
  return curve;
}

static void
assert_curve (const GArray *curve, const char *expected)
{
  g_autofree char *text = ex_curve_to_string (curve);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_move (void)
{
  static const struct { const char *what; guint index; double growth; double payout; gboolean moves; const char *after; } cases[] = {
    { "along", 1, 5.5, 100, TRUE, "2:50,5.5:100,8:150" },
    { "up", 1, 5, 120, TRUE, "2:50,5:120,8:150" },
    { "to a tenth and a whole percent", 1, 5.4499, 100.6, TRUE, "2:50,5.4:101,8:150" },
    { "stops at the next point", 1, 12, 100, TRUE, "2:50,7.9:100,8:150" },
    { "stops at the point before", 1, -3, 100, TRUE, "2:50,2.1:100,8:150" },
    { "never pays more than the next", 1, 5, 400, TRUE, "2:50,5:150,8:150" },
    { "never pays less than the one before", 1, 5, 0, TRUE, "2:50,5:50,8:150" },
    { "the first pays nothing at least", 0, 2, -20, TRUE, "2:0,5:100,8:150" },
    { "the first goes below zero growth", 0, -4.5, 50, TRUE, "-4.5:50,5:100,8:150" },
    { "no asset shrinks by more than all of it", 0, -250, 50, TRUE, "-100:50,5:100,8:150" },
    { "the last goes as far as one likes", 2, 40, 300, TRUE, "2:50,5:100,40:300" },
    { "nowhere", 1, 5, 100, FALSE, "2:50,5:100,8:150" },
    { "less than a step", 1, 5.01, 100.2, FALSE, "2:50,5:100,8:150" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) curve = curve_of ("2:50,5:100,8:150");

      g_test_message ("%s", cases[i].what);
      g_assert_true (ex_curve_points_move (curve, cases[i].index, cases[i].growth, cases[i].payout) == cases[i].moves);
      assert_curve (curve, cases[i].after);
    }
}

/* What was typed to the hundredth is not rounded by moving along the other axis. */
static void
test_move_keeps_typed (void)
{
  g_autoptr (GArray) curve = curve_of ("2.25:50.5,5:100");

  g_assert_true (ex_curve_points_move (curve, 0, 2.25, 60));
  assert_curve (curve, "2.25:60,5:100");
  g_assert_true (ex_curve_points_move (curve, 0, 2.35, 60));
  assert_curve (curve, "2.4:60,5:100");
}

static void
test_no_room (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,2.05:60,2.1:70");

  g_assert_false (ex_curve_points_move (curve, 1, 2.3, 60));
  assert_curve (curve, "2:50,2.05:60,2.1:70");
  g_assert_cmpint (ex_curve_points_add (curve, 2.1, 65), ==, -1);
}

static void
test_add (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,5:100,8:150");

  g_assert_cmpint (ex_curve_points_add (curve, 3.04, 75), ==, 1);
  assert_curve (curve, "2:50,3:75,5:100,8:150");
  g_assert_cmpint (ex_curve_points_add (curve, 1, 80), ==, 0);
  assert_curve (curve, "1:50,2:50,3:75,5:100,8:150");
  g_assert_cmpint (ex_curve_points_add (curve, 9, 100), ==, 5);
  assert_curve (curve, "1:50,2:50,3:75,5:100,8:150,9:150");
  g_assert_cmpint (ex_curve_points_add (curve, 5.02, 100), ==, -1);
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (ex_curve_points_add (curve, 10 + i, 150), ==, 6 + i);
  g_assert_cmpuint (curve->len, ==, EX_CURVE_MAX);
  g_assert_cmpint (ex_curve_points_add (curve, 30, 150), ==, -1);
  g_assert_cmpint (ex_curve_points_split (curve), ==, -1);
}

/* A point of the button's changes nothing until it is moved. */
static void
test_split_pays_the_same (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,5:100,9.5:130");
  g_autoptr (GArray) before = ex_curve_points_copy (curve);

  g_assert_cmpint (ex_curve_points_split (curve), ==, 2);
  g_assert_cmpuint (curve->len, ==, 4);
  for (double growth = 0; growth < 12; growth += 0.25)
    g_assert_cmpfloat_with_epsilon (ex_curve_payout (curve, growth, NULL), ex_curve_payout (before, growth, NULL), 1e-6);
}

static void
test_remove (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,5:100,8:150");

  g_assert_true (ex_curve_points_remove (curve, 1));
  assert_curve (curve, "2:50,8:150");
  g_assert_false (ex_curve_points_remove (curve, 0));
  assert_curve (curve, "2:50,8:150");
}

/* Thousands of moves at random: always a curve. */
static void
test_stays_a_curve (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,5:100,8:150");

  for (guint i = 0; i < 20000; i++)
    {
      int verb = g_test_rand_int_range (0, 10);
      g_autoptr (GPtrArray) problems = NULL;

      if (verb == 0)
        ex_curve_points_add (curve, g_test_rand_double_range (-20, 20), g_test_rand_double_range (-50, 300));
      else if (verb == 1)
        ex_curve_points_remove (curve, (guint) g_test_rand_int_range (0, (int) curve->len));
      else if (verb == 2)
        ex_curve_points_split (curve);
      else
        ex_curve_points_move (curve, (guint) g_test_rand_int_range (0, (int) curve->len), g_test_rand_double_range (-20, 20),
                              g_test_rand_double_range (-50, 300));
      problems = ex_curve_problems (curve);
      if (problems->len > 0)
        g_error ("after %u moves: %s", i, (char *) g_ptr_array_index (problems, 0));
    }
}

static void
test_words (void)
{
  g_autoptr (GArray) curve = curve_of ("2:50,5:100,8:150");
  g_autofree char *words = ex_curve_handle_words (curve, 1);

  g_assert_cmpstr (words, ==, "Point 2 of 3: growth 5 %, pays 100 %");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/curve-points/move", test_move);
  g_test_add_func ("/curve-points/move-keeps-what-was-typed", test_move_keeps_typed);
  g_test_add_func ("/curve-points/no-room-between-neighbours", test_no_room);
  g_test_add_func ("/curve-points/add", test_add);
  g_test_add_func ("/curve-points/split-pays-the-same", test_split_pays_the_same);
  g_test_add_func ("/curve-points/remove", test_remove);
  g_test_add_func ("/curve-points/stays-a-curve", test_stays_a_curve);
  g_test_add_func ("/curve-points/words", test_words);

  return g_test_run ();
}
