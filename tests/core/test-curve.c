/* The reward curve: what is read, what is refused, what is paid. */
#include "config.h"

#include "core/ex-curve.h"
#include "core/ex-error.h"
#include "core/ex-quantity.h"

#include <string.h>

static GArray *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  GArray *curve = ex_curve_parse (text, &error);

  g_assert_no_error (error);

  return curve;
}

static void
test_payout (void)
{
  const struct { const char *curve; double growth, payout; } cases[] = {
    { "2:50,5:100,8:150", 3, 200 / 3.0 }, /* the rules' example */
    { "2:50,5:100,8:150", 3.2, 70 },
    { "2:50,5:100,8:150", 2, 50 },
    { "2:50,5:100,8:150", 1.999999999, 0 },
    { "2:50,5:100,8:150", 5, 100 },
    { "2:50,5:100,8:150", 6.5, 125 },
    { "2:50,5:100,8:150", 8, 150 },
    { "2:50,5:100,8:150", 8.1, 150 },
    { "2:50,5:100,8:150", 1e6, 150 },
    { "2:50,5:100,8:150", 0, 0 },
    { "2:50,5:100,8:150", -100, 0 },
    { "-5:10,-1:20", -3, 15 },
    { "-5:10,-1:20", -5, 10 },
    { "-5:10,-1:20", -5.1, 0 },
    { "0:0,1:0", 0.5, 0 },
    { "0:100,1:100", 0.5, 100 },
    { "0.1:1,0.2:2,0.3:3", 0.3, 3 },
    { "0:0,0.000001:100", 0.0000005, 50 },
    { "1:0,2:10,3:20,4:30,5:40,6:50,7:60,8:70,9:80,10:90,11:100,12:110", 11.5, 105 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) curve = parse (cases[i].curve);

      g_test_message ("%s at %g", cases[i].curve, cases[i].growth);
      g_assert_cmpfloat_with_epsilon (ex_curve_payout (curve, cases[i].growth, NULL), cases[i].payout, 1e-9);
    }
}

/* 7 % as 0.07 x 100 is a little more than 7, 29 % a little less: both are the point. */
static void
test_points_are_reached_through_noise (void)
{
  for (int percent = -99; percent < 1000; percent++)
    {
      g_autofree char *text = g_strdup_printf ("%d:40,%d:80", percent, percent + 10);
      g_autoptr (GArray) curve = parse (text);

      g_assert_cmpfloat (ex_curve_payout (curve, (percent / 100.0) * 100, NULL), ==, 40);
      g_assert_cmpfloat (ex_curve_payout (curve, ((percent + 10) / 100.0) * 100, NULL), ==, 80);
    }
}

static void
test_undefined_growth_pays_nothing_defined (void)
{
  g_autoptr (GArray) curve = parse ("2:50,5:100");

  g_assert_true (isnan (ex_curve_payout (curve, EX_UNSET, NULL)));
}

static void
test_reads (void)
{
  const struct { const char *text, *back; } cases[] = {
    { "2:50,5:100,8:150", "2:50,5:100,8:150" },
    { " 2 % : 50 % , 5%:100% ,8:150 ", "2:50,5:100,8:150" },
    { "2\302\240%:50\302\240%,5:100", "2:50,5:100" },
    { "-1.5:0,+2.25:12.5", "-1.5:0,2.25:12.5" },
    { "\342\210\2223:0,\342\210\2221 %:5", "-3:0,-1:5" },
    { "0:0,0.1:33.333333", "0:0,0.1:33.333333" },
    { "1:5,2:5", "1:5,2:5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) curve = parse (cases[i].text);
      g_autofree char *back = ex_curve_to_string (curve);

      g_assert_cmpstr (back, ==, cases[i].back);
    }
}

static void
test_refuses (void)
{
  const struct { const char *text, *words; } cases[] = {
    { "", "this one has 0" },
    { "2:50", "2 to 12 points" },
    { "1:1,2:2,3:3,4:4,5:5,6:6,7:7,8:8,9:9,10:10,11:11,12:12,13:13", "this one has 13" },
    { "5:50,2:100", "does not rise from 5" },
    { "2:50,2:100", "does not rise from 2" },
    { "2:100,5:50", "payout falls from 2" },
    { "2:-5,5:50", "less than nothing" },
    { "2,5:50", "“2” is no point" },
    { "2:50,", "“” is no point" },
    { "2:50;5:100", "payout in “2:50;5:100”" },
    { "x:50,5:100", "growth in “x:50”" },
    { "2:,5:100", "payout in “2:”" },
    { ":50,5:100", "growth in “:50”" },
    { "2:50:60,5:100", "payout in “2:50:60”" },
    { "nan:50,5:100", "growth in “nan:50”" },
    { "2:inf,5:100", "payout in “2:inf”" },
    { "0x2:50,5:100", "growth in “0x2:50”" },
    { "1e300:50,5:100", "growth in “1e300:50”" },
    { "2:5 0,5:100", "payout in “2:5 0”" },
    { "2%%:50,5:100", "growth in “2%%:50”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) curve = ex_curve_parse (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (curve);
      g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].words, error->message);
    }
}

static void
test_problems_of_what_was_not_typed (void)
{
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  const ExCurvePoint points[] = { { 1, 10 }, { NAN, 20 } };
  g_autoptr (GPtrArray) none = ex_curve_problems (NULL);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpuint (none->len, ==, 1);
  g_array_append_vals (curve, points, 2);
  problems = ex_curve_problems (curve);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_explains (void)
{
  const struct { double growth; const char *how, *result; } cases[] = {
    { 3, "50 + (3 − 2) ÷ (5 − 2) × (100 − 50)", "66.67" },
    { 3.2, "50 + (3.2 − 2) ÷ (5 − 2) × (100 − 50)", "70" },
    { 1, "under the first point", "0" },
    { 9, "from the last point on", "150" },
  };
  g_autoptr (GArray) curve = parse ("2:50,5:100,8:150");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExWorking) working = ex_working_new ();

      ex_curve_payout (curve, cases[i].growth, working);
      g_assert_cmpuint (ex_working_length (working), ==, 1);
      g_assert_true (g_str_has_prefix (ex_working_get (working, 0)->how, cases[i].how));
      g_assert_true (g_str_has_prefix (ex_working_get (working, 0)->result, cases[i].result));
    }
}

static GArray *
random_curve (void)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  int n = g_test_rand_int_range (EX_CURVE_MIN, EX_CURVE_MAX + 1);
  ExCurvePoint point = { g_test_rand_int_range (-2000, 1000) / 100.0, g_test_rand_int_range (0, 5000) / 100.0 };

  for (int i = 0; i < n; i++)
    {
      g_array_append_val (curve, point);
      point.growth = ex_round_half_away (point.growth + g_test_rand_int_range (1, 700) / 100.0, 2);
      point.payout = ex_round_half_away (point.payout + g_test_rand_int_range (0, 8000) / 100.0, 2);
    }

  return curve;
}

/* Never falls, stays between its first and last payout, hits every point, reads back. */
static void
test_random_curves (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GArray) curve = random_curve ();
      g_autofree char *text = ex_curve_to_string (curve);
      g_autoptr (GArray) again = parse (text);
      double a = g_test_rand_double_range (-30, 100);
      double b = g_test_rand_double_range (-30, 100);

      g_assert_cmpmem (curve->data, curve->len * sizeof (ExCurvePoint), again->data, again->len * sizeof (ExCurvePoint));
      g_assert_cmpfloat (ex_curve_payout (curve, MIN (a, b), NULL), <=, ex_curve_payout (curve, MAX (a, b), NULL));
      for (guint k = 0; k < curve->len; k++)
        {
          const ExCurvePoint *point = &g_array_index (curve, ExCurvePoint, k);

          g_assert_cmpfloat (ex_curve_payout (curve, point->growth, NULL), ==, point->payout);
          g_assert_cmpfloat (ex_curve_payout (curve, point->growth + 1e-7, NULL), >=, point->payout);
          g_assert_cmpfloat (ex_curve_payout (curve, point->growth - 1e-7, NULL), <=, point->payout);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/curve/pays/what-its-points-say", test_payout);
  g_test_add_func ("/curve/pays/a-point-that-is-reached", test_points_are_reached_through_noise);
  g_test_add_func ("/curve/pays/nothing-defined-for-undefined-growth", test_undefined_growth_pays_nothing_defined);
  g_test_add_func ("/curve/reads-what-was-typed", test_reads);
  g_test_add_func ("/curve/refuses-and-says-what-is-right", test_refuses);
  g_test_add_func ("/curve/refuses-points-that-are-no-numbers", test_problems_of_what_was_not_typed);
  g_test_add_func ("/curve/explains-its-segment", test_explains);
  g_test_add_func ("/curve/never-falls", test_random_curves);

  return g_test_run ();
}
