/* Each figure that is read from a movement, by its name: what it is, how people read it, and why. */
#include "config.h"

#include "core/ex-movement.h"

#include <math.h>
#include <string.h>

static const ExMovement usual = { { 100, 100000 }, { 10, 9000 },  { 1, 500 }, { 20, 3000 }, { 5, 1000 },
                                  { 60, 50000 },   { 15, 12000 }, { 0, 0 },   { 0, 0 },     { 96, 99500 } };

static const struct
{
  ExRate      rate;
  double      value;
  const char *text;
  const char *why;
} rates[] = {
  { EX_RATE_GROWTH_CUSTOMERS, -0.04, "−4.0 %", "Growth in customers: (96 − 100) ÷ 100 = −4.0 %\n" },
  { EX_RATE_GROWTH_VALUE, -0.005, "−0.5 %", "Growth in value: (995.00 € − 1,000.00 €) ÷ 1,000.00 € = −0.5 %\n" },
  { EX_RATE_NRR, 0.9, "90.0 %", "Net revenue retention: (1,000.00 € + 30.00 € − 10.00 € − 120.00 €) ÷ 1,000.00 € = 90.0 %\n" },
  { EX_RATE_GRR, 0.87, "87.0 %", "Gross revenue retention: (1,000.00 € − 10.00 € − 120.00 €) ÷ 1,000.00 € = 87.0 %\n" },
  { EX_RATE_LOGO_RETENTION, 0.85, "85.0 %", "Customer retention: 1 − 15 ÷ 100 = 85.0 %\n" },
  { EX_RATE_QUICK_RATIO, 125.0 / 130, "0.96", "Quick ratio: (90.00 € + 5.00 € + 30.00 €) ÷ (10.00 € + 120.00 €) = 0.96\n" },
};

static char *
explain (const ExMovement *m, ExRate rate)
{
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_movement_explain_rate (m, rate, "EUR", working);
  g_assert_cmpuint (ex_working_length (working), ==, 1);
  return ex_working_to_text (working);
}

static void
test_rates (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (rates), ==, EX_N_RATES);
  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *text = ex_movement_rate_text (&usual, rates[i].rate);
      g_autofree char *why = explain (&usual, rates[i].rate);

      g_assert_cmpfloat_with_epsilon (ex_movement_rate (&usual, rates[i].rate), rates[i].value, 1e-15);
      g_assert_cmpstr (text, ==, rates[i].text);
      g_assert_cmpstr (why, ==, rates[i].why);
      g_assert_true (g_str_has_prefix (why, ex_rate_label (rates[i].rate)));
    }
}

static void
test_undefined (void)
{
  const ExMovement first = { .fresh = { 5, 500 }, .closing = { 5, 500 } };

  for (int rate = 0; rate < EX_RATE_QUICK_RATIO; rate++)
    {
      g_autofree char *text = ex_movement_rate_text (&first, rate);
      g_autofree char *why = explain (&first, rate);

      g_assert_true (isnan (ex_movement_rate (&first, rate)));
      g_assert_cmpstr (text, ==, "–");
      g_assert_nonnull (strstr (why, rate == EX_RATE_GROWTH_CUSTOMERS || rate == EX_RATE_LOGO_RETENTION ? "no customers at the start"
                                                                                                         : "no value at the start"));
    }
}

static void
test_no_losses (void)
{
  const ExMovement gained = { .opening = { 5, 500 }, .fresh = { 5, 500 }, .closing = { 10, 1000 } };
  const ExMovement still = { .opening = { 5, 500 }, .steady = { 5, 500 }, .closing = { 5, 500 } };
  g_autofree char *gained_text = ex_movement_rate_text (&gained, EX_RATE_QUICK_RATIO);
  g_autofree char *still_text = ex_movement_rate_text (&still, EX_RATE_QUICK_RATIO);
  g_autofree char *why = explain (&gained, EX_RATE_QUICK_RATIO);

  g_assert_cmpstr (gained_text, ==, "no losses");
  g_assert_cmpstr (still_text, ==, "no losses");
  g_assert_nonnull (strstr (why, "÷ (0.00 € + 0.00 €) = no losses"));
}

/* 10^15 major units, and one minor unit more: doubles alone could not tell. */
static void
test_large (void)
{
  const gint64 large = G_GINT64_CONSTANT (100000000000000000);
  ExMovement m = { .opening = { 1, large }, .expanded = { 1, 1 }, .closing = { 1, large + 1 } };

  g_assert_cmpfloat (ex_movement_growth_value (&m), ==, 1e-17);
  m.opening.value = G_MAXINT64;
  m.closing.value = 0;
  m.lost.value = G_MAXINT64;
  g_assert_cmpfloat (ex_movement_growth_value (&m), ==, -1);
  m.expanded.value = 0;
  g_assert_cmpfloat (ex_movement_nrr (&m, NULL, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/movement-explain/each-rate-has-its-working", test_rates);
  g_test_add_func ("/movement-explain/undefined-says-why", test_undefined);
  g_test_add_func ("/movement-explain/no-losses", test_no_losses);
  g_test_add_func ("/movement-explain/large-values", test_large);
  return g_test_run ();
}
