#include "config.h"

#include "core/ex-error.h"
#include "core/ex-quantity.h"

#include <string.h>

static void
test_rounds_half_away (void)
{
  const struct { double value; int decimals; double expected; } cases[] = {
    { 0.5, 0, 1 }, { -0.5, 0, -1 }, { 1.5, 0, 2 }, { 2.5, 0, 3 }, { -2.5, 0, -3 }, { 0.49999999, 0, 0 }, { -0.4, 0, 0 },
    { 1.005, 2, 1.01 }, { -1.005, 2, -1.01 }, { 2.675, 2, 2.68 }, { 1.015, 2, 1.02 }, { 8.345, 2, 8.35 }, { 66.65, 1, 66.7 },
    { 66.666666, 1, 66.7 }, { 0.05, 1, 0.1 }, { 0.15, 1, 0.2 }, { 0.25, 1, 0.3 }, { 0.35, 1, 0.4 }, { 68.45, 1, 68.5 },
    { 1.0049999, 2, 1.0 }, { 123456789.125, 2, 123456789.13 }, { 1e17, 2, 1e17 }, { 1e-12, 9, 0 }, { 0, 3, 0 },
    { 4503599627370495.5, 0, 4503599627370496.0 }, { 1234567890123.4, 0, 1234567890123.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (ex_round_half_away (cases[i].value, cases[i].decimals), ==, cases[i].expected);

  g_assert_true (isnan (ex_round_half_away (NAN, 2)));
  g_assert_true (isinf (ex_round_half_away (INFINITY, 2)));
}

/* k + a half, for any k and any number of decimals, goes away from zero; a little less does not. */
static void
test_every_half_goes_away (void)
{
  for (int i = 0; i < 20000; i++)
    {
      int decimals = g_test_rand_int_range (0, 5);
      int k = g_test_rand_int_range (0, 10000000);
      double scale = pow (10, decimals);
      double half = (k + 0.5) / scale;

      g_assert_cmpfloat (ex_round_half_away (half, decimals), ==, (k + 1) / scale);
      g_assert_cmpfloat (ex_round_half_away (-half, decimals), ==, -(k + 1) / scale);
      g_assert_cmpfloat (ex_round_half_away ((k + 0.4999) / scale, decimals), ==, k / scale);
    }
}

static void
test_values_equal (void)
{
  g_assert_true (ex_values_equal (0.1 + 0.2, 0.3));
  g_assert_true (ex_values_equal (1e12, 1e12 + 1));
  g_assert_true (ex_values_equal (0, 0));
  g_assert_true (ex_values_equal (-5, -5));
  g_assert_true (ex_values_equal (INFINITY, INFINITY));
  g_assert_false (ex_values_equal (1, 1 + 2e-9));
  g_assert_false (ex_values_equal (0, 1e-300));
  g_assert_false (ex_values_equal (5, -5));
  g_assert_false (ex_values_equal (NAN, 1));
  g_assert_false (ex_values_equal (NAN, NAN));
}

static void
test_basis_points (void)
{
  const struct { const char *text; int expected; const char *back; } good[] = {
    { "12.5", 1250, "12.5" }, { "12.5 %", 1250, "12.5" }, { "12.5%", 1250, "12.5" }, { "100", 10000, "100" }, { "0", 0, "0" },
    { "33.34", 3334, "33.34" }, { " 40 ", 4000, "40" }, { "40\302\240%", 4000, "40" }, { "-2", -200, "-2" }, { "+5", 500, "5" },
    { "12.500", 1250, "12.5" }, { ".5", 50, "0.5" }, { "-0.05", -5, "-0.05" }, { "150", 15000, "150" },
  };
  const char *bad[] = { "", " ", "%", "12.345", "12,5", "abc", "1e2", "12 5", "--1", "1.2.3", "0x10", "nan", "99999999999", ".", "%5" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      int found = -1;

      g_assert_true (ex_basis_points_parse (good[i].text, &found, &error));
      g_assert_no_error (error);
      g_assert_cmpint (found, ==, good[i].expected);
      back = ex_basis_points_to_string (found);
      g_assert_cmpstr (back, ==, good[i].back);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      int found = -1;

      g_assert_false (ex_basis_points_parse (bad[i], &found, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == EX_ERROR);
      g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_cmpint (found, ==, -1);
    }

  for (int points = -20000; points <= 20000; points++)
    {
      g_autofree char *text = ex_basis_points_to_string (points);
      int back = 0;

      g_assert_true (ex_basis_points_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, points);
    }
}

static void
test_shares_of_a_whole (void)
{
  const double thirds[] = { 1, 1, 1 };
  const char *ids[] = { "c", "a", "b" };
  const double some[] = { 0, 2, 0, 1 };
  const double noisy[] = { 0.1, 0.3 };
  gint64 shares[4];

  ex_largest_remainder (10000, thirds, NULL, 3, shares);
  g_assert_cmpint (shares[0], ==, 3334);
  g_assert_cmpint (shares[1], ==, 3333);
  g_assert_cmpint (shares[2], ==, 3333);

  /* Ties go to the smaller id. */
  ex_largest_remainder (10000, thirds, ids, 3, shares);
  g_assert_cmpint (shares[0], ==, 3333);
  g_assert_cmpint (shares[1], ==, 3334);
  g_assert_cmpint (shares[2], ==, 3333);

  /* Who has no part gets nothing. */
  ex_largest_remainder (10, some, NULL, 4, shares);
  g_assert_cmpint (shares[0], ==, 0);
  g_assert_cmpint (shares[1], ==, 7);
  g_assert_cmpint (shares[2], ==, 0);
  g_assert_cmpint (shares[3], ==, 3);

  /* 0.5 and 1.5: a tie, although doubles say 0.1 + 0.3 is not quite 0.4. */
  ex_largest_remainder (2, noisy, NULL, 2, shares);
  g_assert_cmpint (shares[0], ==, 1);
  g_assert_cmpint (shares[1], ==, 1);

  ex_largest_remainder (-10, thirds, NULL, 3, shares);
  g_assert_cmpint (shares[0], ==, -4);
  g_assert_cmpint (shares[1], ==, -3);
  g_assert_cmpint (shares[2], ==, -3);
}

/* The shares sum to the whole, and none is a unit or more away from its exact part. */
static void
test_shares_always_add_up (void)
{
  for (int round = 0; round < 5000; round++)
    {
      int n = g_test_rand_int_range (1, 40);
      gint64 whole = (gint64) g_test_rand_double_range (0, round % 2 ? 1e4 : 1e12);
      g_autofree double *parts = g_new (double, n);
      g_autofree gint64 *shares = g_new (gint64, n);
      double sum = 0;
      gint64 total = 0;

      for (int i = 0; i < n; i++)
        sum += parts[i] = i > 0 && g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_double_range (0.001, 1000);

      ex_largest_remainder (whole, parts, NULL, (gsize) n, shares);
      for (int i = 0; i < n; i++)
        {
          total += shares[i];
          g_assert_cmpfloat (fabs ((double) shares[i] - (double) whole * parts[i] / sum), <, 1.001);
          if (parts[i] == 0)
            g_assert_cmpint (shares[i], ==, 0);
        }
      g_assert_cmpint (total, ==, whole);
    }
}

static void
test_shares_of_the_largest_whole (void)
{
  const double parts[] = { 1, 2, 3, 0.1, 7 };
  gint64 shares[5], total = 0;

  ex_largest_remainder (G_MAXINT64, parts, NULL, 5, shares);
  for (int i = 0; i < 5; i++)
    total += shares[i];
  g_assert_cmpint (total, ==, G_MAXINT64);
}

static void
test_numbers_of_files (void)
{
  const struct { const char *text; double value; } good[] = {
    { "0", 0 }, { "12", 12 }, { "-12.5", -12.5 }, { "+3", 3 }, { ".5", 0.5 }, { "5.", 5 }, { "1e3", 1000 }, { "1.5E-3", 0.0015 },
  };
  const char *bad[] = { NULL, "", " 1", "1 ", "1,5", "inf", "-inf", "nan", "0x10", "1e999", "1.2.3", "--1", "1e", "e5", ".", "-", "12 %" };
  double value = -7;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ex_number_parse (good[i].text, &value));
      g_assert_cmpfloat (value, ==, good[i].value);
    }

  value = -7;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (ex_number_parse (bad[i], &value));
      g_assert_cmpfloat (value, ==, -7);
    }
}

static void
test_numbers_read_back (void)
{
  const struct { double value; const char *text; } named[] = {
    { 0.1, "0.1" }, { 84.1, "84.1" }, { -0.0, "0" }, { 1, "1" }, { 1e15, "1e+15" }, { NAN, "" }, { 1.0 / 3, "0.3333333333333333" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *text = ex_number_to_string (named[i].value);

      g_assert_cmpstr (text, ==, named[i].text);
    }

  for (int i = 0; i < 50000; i++)
    {
      union { guint64 bits; double value; } random;
      g_autofree char *text = NULL;
      double back;

      random.bits = (guint64) g_random_int () << 32 | g_random_int ();
      if (!isfinite (random.value))
        continue;
      text = ex_number_to_string (random.value);
      g_assert_true (ex_number_parse (text, &back));
      g_assert_true (back == random.value);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantity/rounds-half-away-from-zero", test_rounds_half_away);
  g_test_add_func ("/quantity/every-half-goes-away-from-zero", test_every_half_goes_away);
  g_test_add_func ("/quantity/values-are-equal-within-1e-9", test_values_equal);
  g_test_add_func ("/quantity/percentages-are-kept-as-basis-points", test_basis_points);
  g_test_add_func ("/quantity/shares-go-to-the-largest-remainder", test_shares_of_a_whole);
  g_test_add_func ("/quantity/shares-always-add-up-to-the-whole", test_shares_always_add_up);
  g_test_add_func ("/quantity/shares-of-the-largest-whole-add-up", test_shares_of_the_largest_whole);
  g_test_add_func ("/quantity/numbers-of-files-are-strict", test_numbers_of_files);
  g_test_add_func ("/quantity/numbers-read-back-bit-for-bit", test_numbers_read_back);

  return g_test_run ();
}
