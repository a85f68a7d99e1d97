/* The customer asset as it is looked at, and what a customer is worth as long as they stay. */
#include "config.h"

#include "core/ex-asset.h"
#include "core/ex-quantity.h"

#include <string.h>

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static ExSpan *
make_span (int index)
{
  ExSpan *span = g_new0 (ExSpan, 1);

  span->period = (ExPeriod) { EX_GRAIN_MONTH, index };
  return span;
}

static void
test_asset (void)
{
  g_autoptr (ExAsset) asset = ex_asset_new ();
  g_autoptr (ExAsset) other = ex_asset_ref (asset);

  g_assert_null (ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 1) }));
  for (int month = 3; month <= 5; month++)
    g_ptr_array_add (asset->spans, make_span (MONTH (2026, month)));
  g_assert_true (ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 5) }) == g_ptr_array_index (asset->spans, 2));
  g_assert_null (ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 2) }));
  g_assert_null (ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 6) }));
  g_assert_null (ex_asset_find_span (asset, (ExPeriod) { EX_GRAIN_YEAR, 2026 }));
  g_assert_cmpint (asset->margin, ==, -1);
  g_assert_cmpint (asset->discount, ==, -1);
}

static void
test_names (void)
{
  g_autoptr (ExAsset) asset = ex_asset_new ();

  g_strfreev (asset->segments);
  asset->segments = g_strsplit ("Households Firms", " ", -1);
  g_strfreev (asset->reasons);
  asset->reasons = g_strsplit ("price moved", " ", -1);
  g_assert_cmpstr (ex_asset_segment_name (asset, 1), ==, "Firms");
  g_assert_cmpstr (ex_asset_segment_name (asset, -1), ==, "Without a segment");
  g_assert_cmpstr (ex_asset_reason_name (asset, 0), ==, "price");
  g_assert_cmpstr (ex_asset_reason_name (asset, -1), ==, "Not known");
}

static void
test_reasons_known (void)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  ExLostReason rows[] = { { 1, { 2, 600 } }, { 0, { 1, 150 } }, { -1, { 5, 250 } } };

  g_assert_true (isnan (ex_reasons_known (reasons, EX_MEASURE_VALUE)));
  g_array_append_vals (reasons, rows, G_N_ELEMENTS (rows));
  g_assert_cmpfloat (ex_reasons_known (reasons, EX_MEASURE_VALUE), ==, 0.75);
  g_assert_cmpfloat (ex_reasons_known (reasons, EX_MEASURE_CUSTOMERS), ==, 0.375);
  g_array_set_size (reasons, 2);
  g_assert_cmpfloat (ex_reasons_known (reasons, EX_MEASURE_VALUE), ==, 1);
}

/* --- lifetime value ------------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char  *name;
  gint64       opening, lost, closing, value; /* customers, customers, customers, minor units at the end */
  ExLedgerKind kind;
  guint        periods;
  int          margin, discount; /* basis points */
  double       expected;         /* minor units; NaN: undefined */
  const char  *why;              /* in the working */
} values[] = {
  { "40 % of 100 at 95 % and 1 %", 100, 5, 100, 10000, EX_LEDGER_RECURRING, 1, 4000, 100, 0.4 * 100 * 0.95 / 0.06, "1.0 % − 95.0 %" },
  { "half stay, nothing discounted", 10, 5, 8, 800, EX_LEDGER_RECURRING, 1, 10000, 0, 100, "(1 + 0.0 % − 50.0 %)" },
  { "nobody stays", 10, 10, 4, 400, EX_LEDGER_RECURRING, 1, 5000, 500, 0, "0.0 %" },
  { "nobody leaves, and the rate ends the sum", 10, 0, 10, 1000, EX_LEDGER_RECURRING, 1, 4000, 100, 4000, "100.0 %" },
  { "nobody leaves, nothing discounted: r = 1 + d", 10, 0, 10, 1000, EX_LEDGER_RECURRING, 1, 4000, 0, NAN, "nobody is ever lost" },
  { "no margin", 100, 5, 100, 10000, EX_LEDGER_RECURRING, 1, 0, 100, 0, "0.0 % ×" },
  /* 0.95^3 = 0.857375 stay over three periods */
  { "three periods: the geometric mean", 1000000, 142625, 100, 10000, EX_LEDGER_RECURRING, 3, 4000, 100, 0.4 * 100 * 0.95 / 0.06, "85.7 % ^ (1 ÷ 3)" },
  { "bought over four periods", 10000, 3439, 50, 20000, EX_LEDGER_TRANSACTIONS, 4, 10000, 0, 100 * 0.9 / 0.1, "÷ 50 ÷ 4" },
  { "bought over one", 10, 1, 50, 20000, EX_LEDGER_TRANSACTIONS, 1, 10000, 0, 400 * 0.9 / 0.1, "÷ 50" },
  { "margin not set", 100, 5, 100, 10000, EX_LEDGER_RECURRING, 1, -1, 100, NAN, "not set" },
  { "discount not set", 100, 5, 100, 10000, EX_LEDGER_RECURRING, 1, 4000, -1, NAN, "not set" },
  { "nobody at the start", 0, 0, 100, 10000, EX_LEDGER_RECURRING, 1, 4000, 100, NAN, "at the start" },
  { "nobody at the end", 5, 5, 0, 0, EX_LEDGER_RECURRING, 1, 4000, 100, NAN, "at the end" },
  { "more lost than there were (entered)", 5, 9, 3, 300, EX_LEDGER_RECURRING, 2, 4000, 100, NAN, "more customers were lost" },
};

static void
test_lifetime (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ExMovement m = { .opening.customers = values[i].opening, .lost.customers = values[i].lost, .closing = { values[i].closing, values[i].value } };
      g_autoptr (ExWorking) working = ex_working_new ();
      double is = ex_lifetime_value (&m, values[i].kind, values[i].periods, values[i].margin, values[i].discount, "EUR", working);
      g_autofree char *text = ex_working_to_text (working);

      g_test_message ("%s:\n%s", values[i].name, text);
      if (isnan (values[i].expected))
        g_assert_true (isnan (is));
      else
        g_assert_cmpfloat_with_epsilon (is, values[i].expected, 1e-6 * MAX (1, values[i].expected));
      g_assert_nonnull (strstr (text, values[i].why));
    }
}

/* The closed form is the sum that it stands for: what is left of a customer after 1, 2, 3, ... periods, discounted. */
static void
test_lifetime_is_a_sum (void)
{
  for (int round = 0; round < 2000; round++)
    {
      int opening = g_test_rand_int_range (1, 1000), lost = g_test_rand_int_range (0, opening + 1), discount = g_test_rand_int_range (50, 3000);
      ExMovement m = { .opening.customers = opening, .lost.customers = lost, .closing = { 10, g_test_rand_int_range (0, 100000) } };
      double r = 1 - (double) lost / opening, d = discount / 10000.0, left = 1, sum = 0;

      for (int k = 0; k < 6000; k++)
        {
          left *= r / (1 + d);
          sum += left * m.closing.value / 10.0 * 0.35;
        }
      g_assert_cmpfloat_with_epsilon (ex_lifetime_value (&m, EX_LEDGER_RECURRING, 1, 3500, discount, "EUR", NULL), sum, 1e-6 * MAX (1, sum));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asset/spans-are-found-by-period", test_asset);
  g_test_add_func ("/asset/names", test_names);
  g_test_add_func ("/asset/share-of-losses-whose-reason-is-known", test_reasons_known);
  g_test_add_func ("/asset/lifetime-value", test_lifetime);
  g_test_add_func ("/asset/lifetime-value-is-the-sum-it-stands-for", test_lifetime_is_a_sum);
  return g_test_run ();
}
