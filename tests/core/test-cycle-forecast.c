/* Where the customer asset of a cycle is heading, and what holds for the asset of any cycle over any ledger. */
#include "config.h"

#include "core/ex-cycle-asset.h"

#include <math.h>
#include <string.h>

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static void
add (ExLedgerBuilder *builder, const char *customer, int period, gint64 value, const char *segment)
{
  g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), period, EX_DAY_NONE, value, segment,
                                        segment != NULL ? strlen (segment) : 0, NULL, 0));
}

/* One customer whose value in months from December 2025 on is as given; -1: no row. */
static ExLedger *
one_customer (ExLedgerKind kind, const gint64 *values, guint n)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);

  for (guint i = 0; i < n; i++)
    if (values[i] >= 0)
      add (builder, "Ann", MONTH (2025, 12) + i, values[i], NULL);
  return ex_ledger_builder_end (builder);
}

static ExCycle *
year_2026 (void)
{
  return ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
}

/* The figures with doubts come from a computation of its own, with tabled t values (3.077683537 and 1.475884049). */
static const struct
{
  const char  *name;
  gint64       values[14];
  guint        n;
  gboolean     known;
  double       closing, low, high, growth;
} lines[] = {
  { "two closings are not enough", { 100, 110 }, 2, FALSE, NAN, NAN, NAN, NAN },
  { "a line without a doubt", { 100, 110, 120, 130 }, 4, TRUE, 220, 220, 220, 1.2 },
  { "falls below nobody", { 300, 200, 100, 50 }, 4, TRUE, 0, 0, 0, -1 },
  { "three closings, the opening among them", { 100, 110, 105 }, 3, TRUE, 132.5, 0, 280.700928618, 0.325 },
  { "a line with doubts", { 1000, 1100, 1080, 1190, 1250, 1230, 1300 }, 7, TRUE, 1591.785714286, 1490.835397256, 1692.736031316, 0.591785714 },
  { "over: nothing to look ahead to", { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 }, 13, FALSE, NAN, NAN, NAN, NAN },
};

static void
assert_close (double is, double should)
{
  if (isnan (should))
    g_assert_true (isnan (is));
  else
    g_assert_cmpfloat_with_epsilon (is, should, 1e-6 * MAX (1, fabs (should)));
}

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (ExLedger) ledger = one_customer (EX_LEDGER_RECURRING, lines[i].values, lines[i].n);
      g_autoptr (ExCycle) cycle = year_2026 ();
      g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);
      const ExAssetForecast *forecast = &asset->forecast[EX_MEASURE_VALUE];

      g_test_message ("%s", lines[i].name);
      g_assert_cmpint (forecast->known, ==, lines[i].known);
      assert_close (forecast->closing, lines[i].closing);
      assert_close (forecast->low, lines[i].low);
      assert_close (forecast->high, lines[i].high);
      assert_close (forecast->growth, lines[i].growth);
      if (lines[i].known)
        assert_close (asset->forecast[EX_MEASURE_CUSTOMERS].closing, 1);
    }
}

/* What is entered for the same months says the same. */
static void
test_entered (void)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  g_autoptr (ExCycle) cycle = year_2026 ();
  g_autoptr (ExCycleAsset) asset = NULL;
  const gint64 *values = lines[4].values;

  for (guint i = 1; i < lines[4].n; i++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_MONTH, MONTH (2025, 12) + i } };

      entered.movement.opening = (ExCount) { 1, values[i - 1] };
      entered.movement.closing = (ExCount) { 1, values[i] };
      g_array_append_val (movements, entered);
    }
  asset = ex_cycle_asset_from_movements (movements, NULL, cycle, NULL);
  g_assert_true (asset->so_far && asset->forecast[EX_MEASURE_VALUE].known);
  assert_close (asset->forecast[EX_MEASURE_VALUE].closing, lines[4].closing);
  assert_close (asset->forecast[EX_MEASURE_VALUE].low, lines[4].low);
  assert_close (asset->forecast[EX_MEASURE_VALUE].growth, lines[4].growth);
}

static void
test_provisional_and_no_data (void)
{
  /* January is missing, and May is not complete: 100, 120, 130, 140 lie on a line to 220. */
  const gint64 values[] = { 100, -1, 120, 130, 140, 900 };
  g_autoptr (ExLedger) ledger = one_customer (EX_LEDGER_RECURRING, values, G_N_ELEMENTS (values));
  g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
  ExPeriod january = { EX_GRAIN_MONTH, MONTH (2026, 1) };
  g_autoptr (ExCycle) cycle = year_2026 ();
  g_autoptr (ExCycleAsset) asset = NULL;

  marks->complete_to = ex_day_new (2026, 5, 30);
  g_array_append_val (marks->no_data, january);
  asset = ex_cycle_asset_from_ledger (ledger, marks, cycle, NULL);
  g_assert_cmpint (asset->last.index, ==, MONTH (2026, 4));
  assert_close (asset->forecast[EX_MEASURE_VALUE].closing, 220);
  assert_close (asset->forecast[EX_MEASURE_VALUE].low, 220);
  assert_close (asset->movement.opening.value, 100);
}

/* December is missing: the opening is November's 100, and with January's 120 and February's 130 it lies on a line to 230. */
static void
test_opening_before_no_data (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
  ExPeriod december = { EX_GRAIN_MONTH, MONTH (2025, 12) };
  g_autoptr (ExCycle) cycle = year_2026 ();
  g_autoptr (ExCycleAsset) asset = NULL;

  add (builder, "Ann", MONTH (2025, 11), 100, NULL);
  add (builder, "Ann", MONTH (2026, 1), 120, NULL);
  add (builder, "Ann", MONTH (2026, 2), 130, NULL);
  ledger = ex_ledger_builder_end (builder);
  g_array_append_val (marks->no_data, december);
  asset = ex_cycle_asset_from_ledger (ledger, marks, cycle, NULL);
  assert_close (asset->forecast[EX_MEASURE_VALUE].closing, 230);
  assert_close (asset->forecast[EX_MEASURE_VALUE].low, 230);
  assert_close (asset->forecast[EX_MEASURE_VALUE].growth, 1.3);
}

/* There is a line to look along, but no growth of the cycle: what it opened with is not known. */
static void
test_begun_inside (void)
{
  const gint64 values[] = { -1, 100, 110, 120, 130 };
  g_autoptr (ExLedger) ledger = one_customer (EX_LEDGER_RECURRING, values, G_N_ELEMENTS (values));
  g_autoptr (ExCycle) cycle = year_2026 ();
  g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);

  g_assert_false (asset->opening_known);
  g_assert_cmpint (asset->first.index, ==, MONTH (2026, 2));
  assert_close (asset->forecast[EX_MEASURE_VALUE].closing, 210);
  g_assert_true (isnan (asset->forecast[EX_MEASURE_VALUE].growth));
}

/* Ann buys for 100 a month: the year will come to 1200, against 1200 in the year before. */
static void
test_transactions (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExCycle) cycle = year_2026 ();
  g_autoptr (ExCycleAsset) asset = NULL;

  for (int month = MONTH (2025, 1); month <= MONTH (2026, 4); month++)
    add (builder, "Ann", month, month < MONTH (2026, 1) ? 50 : 100, NULL);
  add (builder, "Bob", MONTH (2026, 2), 10, NULL);
  add (builder, "Bob", MONTH (2026, 3), -10, NULL);
  ledger = ex_ledger_builder_end (builder);
  asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);
  /* Sums after each month: 100, 210, 300, 400: 152.5 in January and 99 a month from 103; the opening of four months is 200, that of the year 600. */
  g_assert_cmpint (asset->movement.opening.value, ==, 200);
  assert_close (asset->forecast[EX_MEASURE_VALUE].closing, 252.5 + 99 * 9.5);
  assert_close (asset->forecast[EX_MEASURE_VALUE].growth, (252.5 + 99 * 9.5) / 600 - 1);
  assert_close (asset->forecast[EX_MEASURE_CUSTOMERS].closing, 1.25 - 0.1 * 9.5);
}

/* --- any ledger, any cycle ------------------------------------------------------------------------------------------------------------ */

static ExLedger *
random_ledger (ExLedgerKind kind, int first, int n_periods)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);
  const char *segments[] = { NULL, "A", "B", "C" };
  int n_customers = g_test_rand_int_range (1, 20);

  for (int period = 0; period < n_periods; period++)
    for (int customer = 0; customer < n_customers; customer++)
      {
        char name[] = { 'c', 'a' + customer, 0 };

        if (g_test_rand_int_range (0, 3) > 0 || (customer == 0 && (period == 0 || period == n_periods - 1)))
          add (builder, name, first + period, g_test_rand_int_range (-20, 200), segments[g_test_rand_int_range (0, 4)]);
      }
  return ex_ledger_builder_end (builder);
}

static void
assert_identities (const ExMovement *m)
{
  g_autoptr (GPtrArray) problems = ex_movement_problems (m, NULL, 2);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
add_segment (ExCount *sum, const ExCount *term)
{
  sum->customers += term->customers;
  sum->value += term->value;
}

static void
assert_segments (const ExCycleAsset *asset)
{
  ExCount opening = { 0 }, closing = { 0 }, lost = { 0 };

  for (guint i = 0; i < asset->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (asset->segments, ExSegmentMovement, i);

      assert_identities (&segment->movement);
      g_assert_true (segment->movement.opening.customers > 0 || segment->movement.closing.customers > 0);
      add_segment (&opening, &segment->movement.opening);
      add_segment (&closing, &segment->movement.closing);
      add_segment (&lost, &segment->movement.lost);
    }
  g_assert_cmpmem (&opening, sizeof opening, &asset->movement.opening, sizeof opening);
  g_assert_cmpmem (&closing, sizeof closing, &asset->movement.closing, sizeof closing);
  g_assert_cmpmem (&lost, sizeof lost, &asset->movement.lost, sizeof lost);
}

/* The closings that a forecast is made from, one span at a time: the slow way. */
static double
forecast_slowly (const ExLedger *ledger, const ExCycleAsset *asset)
{
  gboolean transactions = ex_ledger_get_kind (ledger) == EX_LEDGER_TRANSACTIONS;
  int from = asset->first.index - (transactions ? 0 : 1);
  double n = 0, x_sum = 0, y_sum = 0, xx = 0, xy = 0, slope;

  for (int i = from; i <= asset->last.index; i++)
    {
      g_autoptr (ExSpan) span = ex_ledger_movement_between (ledger, transactions ? from : i, i, EX_COMPANY_ONLY, NULL, NULL);
      double x = i - from, y = span->movement.closing.value;

      n++;
      x_sum += x;
      y_sum += y;
      xx += x * x;
      xy += x * y;
    }
  slope = (n * xy - x_sum * y_sum) / (n * xx - x_sum * x_sum);
  return MAX (0, (y_sum - slope * x_sum) / n + slope * (asset->end.index - from));
}

static void
test_any (void)
{
  for (int round = 0; round < 2000; round++)
    {
      ExLedgerKind kind = g_test_rand_bit () ? EX_LEDGER_RECURRING : EX_LEDGER_TRANSACTIONS;
      int n = g_test_rand_int_range (1, 20), from = g_test_rand_int_range (-2, n + 2), length = g_test_rand_int_range (1, 14);
      g_autoptr (ExLedger) ledger = random_ledger (kind, MONTH (2025, 1), n);
      g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
      g_autoptr (ExCycle) cycle = NULL;
      g_autoptr (ExCycleAsset) asset = NULL;
      g_autoptr (ExSpan) span = NULL;

      cycle = ex_cycle_new ("c", "c", ex_period_first_day ((ExPeriod) { EX_GRAIN_MONTH, MONTH (2025, 1) + from }),
                            ex_period_last_day ((ExPeriod) { EX_GRAIN_MONTH, MONTH (2025, 1) + from + length - 1 }));
      if (g_test_rand_bit ())
        marks->complete_to = ex_period_last_day ((ExPeriod) { EX_GRAIN_MONTH, MONTH (2025, 1) + g_test_rand_int_range (0, n) });
      asset = ex_cycle_asset_from_ledger (ledger, marks, cycle, NULL);
      span = ex_ledger_movement_between (ledger, asset->first.index, asset->last.index, EX_COMPANY_ONLY, NULL, NULL);
      g_assert_cmpmem (&asset->movement, sizeof asset->movement, &span->movement, sizeof span->movement);
      assert_identities (&asset->movement);
      assert_segments (asset);
      g_assert_cmpint (asset->last.index, <=, asset->end.index);
      g_assert_cmpint (asset->so_far, ==, asset->last.index < asset->end.index);
      if (asset->has_before)
        {
          assert_identities (&asset->before);
          g_assert_cmpmem (&asset->before.closing, sizeof (ExCount), &asset->movement.opening, sizeof (ExCount));
        }
      if (asset->forecast[EX_MEASURE_VALUE].known)
        assert_close (asset->forecast[EX_MEASURE_VALUE].closing, forecast_slowly (ledger, asset));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/cycle-forecast/least-squares-through-the-closings", test_lines);
  g_test_add_func ("/core/cycle-forecast/of-entered-movements", test_entered);
  g_test_add_func ("/core/cycle-forecast/not-by-what-is-provisional-or-no-data", test_provisional_and_no_data);
  g_test_add_func ("/core/cycle-forecast/an-opening-before-a-period-of-no-data", test_opening_before_no_data);
  g_test_add_func ("/core/cycle-forecast/of-a-ledger-that-begins-inside", test_begun_inside);
  g_test_add_func ("/core/cycle-forecast/of-transactions-by-their-running-sums", test_transactions);
  g_test_add_func ("/core/cycle-asset/any-ledger-any-cycle", test_any);
  return g_test_run ();
}
