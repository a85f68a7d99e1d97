/* The customer asset over a cycle: which periods count, and what opens and closes it. */
#include "config.h"

#include "core/ex-cycle-asset.h"
#include "core/ex-entered-movements.h"

#include <math.h>
#include <string.h>

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static void
add (ExLedgerBuilder *builder, const char *customer, int period, gint64 value)
{
  g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), period, EX_DAY_NONE, value, NULL, 0, NULL, 0));
}

/* Ann stays from December 2025 to March 2026, Bob leaves in February, Cyd comes in March. */
static ExLedger *
ledger_new (ExLedgerKind kind)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);

  for (int month = 12; month <= 15; month++)
    add (builder, "Ann", MONTH (2025, month), 1000);
  add (builder, "Bob", MONTH (2025, 12), 500);
  add (builder, "Bob", MONTH (2026, 1), 500);
  add (builder, "Cyd", MONTH (2026, 3), 300);
  return ex_ledger_builder_end (builder);
}

typedef struct
{
  const char *name;
  ExDay       first, last; /* of the cycle; 0: none */
  int         span_first, span_last;
  gboolean    in_cycle;
  gint64      opening, lost, fresh, closing; /* in customers */
} Case;

static void
test_recurring (void)
{
  const Case cases[] = {
    { "opens with the last period before it", ex_day_new (2026, 1, 1), ex_day_new (2026, 3, 31), MONTH (2026, 1), MONTH (2026, 3), TRUE, 2, 1, 1, 2 },
    { "goes as far as the ledger", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31), MONTH (2026, 1), MONTH (2026, 3), TRUE, 2, 1, 1, 2 },
    { "a ledger that begins in it gives its first period as the opening", ex_day_new (2025, 7, 1), ex_day_new (2026, 6, 30), MONTH (2026, 1),
      MONTH (2026, 3), TRUE, 2, 1, 1, 2 },
    { "one month", ex_day_new (2026, 2, 1), ex_day_new (2026, 2, 28), MONTH (2026, 2), MONTH (2026, 2), TRUE, 2, 1, 0, 1 },
    { "a cycle behind the ledger shows its latest period", ex_day_new (2027, 1, 1), ex_day_new (2027, 12, 31), MONTH (2026, 3), MONTH (2026, 3), FALSE, 1, 0, 1, 2 },
    { "no cycle shows the latest period", EX_DAY_NONE, EX_DAY_NONE, MONTH (2026, 3), MONTH (2026, 3), FALSE, 1, 0, 1, 2 },
  };
  g_autoptr (ExLedger) ledger = ledger_new (EX_LEDGER_RECURRING);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = cases[i].first != EX_DAY_NONE ? ex_cycle_new ("c", "c", cases[i].first, cases[i].last) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpint (asset->first.index, ==, cases[i].span_first);
      g_assert_cmpint (asset->last.index, ==, cases[i].span_last);
      g_assert_cmpint (asset->in_cycle, ==, cases[i].in_cycle);
      g_assert_cmpint (asset->movement.opening.customers, ==, cases[i].opening);
      g_assert_cmpint (asset->movement.lost.customers, ==, cases[i].lost);
      g_assert_cmpint (asset->movement.fresh.customers, ==, cases[i].fresh);
      g_assert_cmpint (asset->movement.closing.customers, ==, cases[i].closing);
    }
}

static void
test_transactions (void)
{
  g_autoptr (ExLedger) ledger = ledger_new (EX_LEDGER_TRANSACTIONS);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 2, 1), ex_day_new (2026, 3, 31));
  g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);

  /* February and March against December and January. */
  g_assert_cmpint (asset->movement.opening.value, ==, 3000);
  g_assert_cmpint (asset->movement.closing.value, ==, 2300);
  g_assert_cmpint (asset->movement.lost.value, ==, 1000);
}

static void
test_empty (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = ex_ledger_builder_end (builder);
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_cycle_asset_from_ledger (ledger, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (ex_cycle_asset_from_movements (movements, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_entered (void)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExCycleAsset) asset = NULL;
  gint64 standing = 100;

  for (int quarter = -1; quarter < 3; quarter++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_QUARTER, 2026 * 4 + quarter } };

      entered.movement.opening.customers = standing;
      entered.movement.fresh.customers = 10;
      entered.movement.lost.customers = 4;
      entered.movement.closing.customers = standing += 6;
      g_array_append_val (movements, entered);
    }
  asset = ex_cycle_asset_from_movements (movements, NULL, cycle, NULL);
  g_assert_cmpint (asset->movement.opening.customers, ==, 106);
  g_assert_cmpint (asset->movement.fresh.customers, ==, 30);
  g_assert_cmpint (asset->movement.lost.customers, ==, 12);
  g_assert_cmpint (asset->movement.closing.customers, ==, 124);
  g_assert_true (asset->in_cycle);
}

/* --- what HR says of the periods --------------------------------------------------------------------------------------------------- */

static ExLedgerMarks *
marks_new (const char *complete_to, const char *no_data)
{
  ExLedgerMarks *marks = ex_ledger_marks_new ();
  ExPeriod period;

  if (complete_to != NULL)
    marks->complete_to = ex_day_parse (complete_to);
  if (no_data != NULL)
    {
      g_assert_true (ex_period_parse (no_data, &period));
      g_array_append_val (marks->no_data, period);
    }
  return marks;
}

/* The ledger has December 2025 to March 2026 (and where it is a late one, December is not in it). */
static const struct
{
  const char *name;
  const char *first, *last; /* of the cycle; NULL: none */
  const char *complete_to;
  int         span_first, span_last, end; /* months since December 2025 */
  gboolean    in_cycle, so_far, provisional, opening_known, has_before;
} whole_periods[] = {
  { "over", "2026-01-01", "2026-03-31", NULL, 1, 3, 3, TRUE, FALSE, FALSE, TRUE, FALSE },
  { "going on", "2026-01-01", "2026-12-31", NULL, 1, 3, 12, TRUE, TRUE, FALSE, TRUE, FALSE },
  { "the last month is not complete", "2026-01-01", "2026-03-31", "2026-03-30", 1, 2, 3, TRUE, TRUE, FALSE, TRUE, FALSE },
  { "complete to its last day", "2026-01-01", "2026-03-31", "2026-03-31", 1, 3, 3, TRUE, FALSE, FALSE, TRUE, FALSE },
  { "nothing in the cycle is complete: the latest that is", "2026-03-01", "2026-12-31", "2026-02-28", 2, 2, 2, FALSE, FALSE, FALSE, TRUE, TRUE },
  { "nothing at all is complete: the latest", "2026-01-01", "2026-12-31", "2025-11-30", 3, 3, 3, FALSE, FALSE, TRUE, TRUE, TRUE },
  { "no cycle", NULL, NULL, NULL, 3, 3, 3, FALSE, FALSE, FALSE, TRUE, TRUE },
  { "the cycle begins before the ledger", "2025-06-01", "2026-12-31", NULL, 1, 3, 12, TRUE, TRUE, FALSE, FALSE, FALSE },
  { "the cycle begins with the ledger", "2025-12-01", "2026-12-31", NULL, 1, 3, 12, TRUE, TRUE, FALSE, FALSE, FALSE },
  { "the same span before has an opening", "2026-02-01", "2026-02-28", NULL, 2, 2, 2, TRUE, FALSE, FALSE, TRUE, TRUE },
  { "the same span before has none", "2026-01-01", "2026-01-31", NULL, 1, 1, 1, TRUE, FALSE, FALSE, TRUE, FALSE },
  { "only whole months count", "2026-01-02", "2026-03-30", NULL, 2, 2, 2, TRUE, FALSE, FALSE, TRUE, TRUE },
  { "a cycle without a whole month", "2026-02-02", "2026-02-27", NULL, 3, 3, 3, FALSE, FALSE, FALSE, TRUE, TRUE },
};

static void
test_whole_periods (void)
{
  g_autoptr (ExLedger) ledger = ledger_new (EX_LEDGER_RECURRING);

  for (gsize i = 0; i < G_N_ELEMENTS (whole_periods); i++)
    {
      g_autoptr (ExCycle) cycle = NULL;
      g_autoptr (ExLedgerMarks) marks = marks_new (whole_periods[i].complete_to, NULL);
      g_autoptr (ExCycleAsset) asset = NULL;

      g_test_message ("%s", whole_periods[i].name);
      if (whole_periods[i].first != NULL)
        cycle = ex_cycle_new ("c", "c", ex_day_parse (whole_periods[i].first), ex_day_parse (whole_periods[i].last));
      asset = ex_cycle_asset_from_ledger (ledger, marks, cycle, NULL);
      g_assert_cmpint (asset->first.index, ==, MONTH (2025, 12) + whole_periods[i].span_first);
      g_assert_cmpint (asset->last.index, ==, MONTH (2025, 12) + whole_periods[i].span_last);
      g_assert_cmpint (asset->end.index, ==, MONTH (2025, 12) + whole_periods[i].end);
      g_assert_cmpint (asset->in_cycle, ==, whole_periods[i].in_cycle);
      g_assert_cmpint (asset->so_far, ==, whole_periods[i].so_far);
      g_assert_cmpint (asset->provisional, ==, whole_periods[i].provisional);
      g_assert_cmpint (asset->opening_known, ==, whole_periods[i].opening_known);
      g_assert_cmpint (asset->has_before, ==, whole_periods[i].has_before);
      g_assert_cmpint (isnan (ex_cycle_asset_growth (asset, EX_MEASURE_VALUE)), ==,
                       !whole_periods[i].in_cycle || !whole_periods[i].opening_known);
    }
}

static void
test_growth (void)
{
  g_autoptr (ExLedger) ledger = ledger_new (EX_LEDGER_RECURRING);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 3, 31));
  g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);

  /* From Ann's 10.00 and Bob's 5.00 to Ann's 10.00 and Cyd's 3.00. */
  g_assert_cmpfloat (ex_cycle_asset_growth (asset, EX_MEASURE_CUSTOMERS), ==, 0);
  g_assert_cmpfloat_with_epsilon (ex_cycle_asset_growth (asset, EX_MEASURE_VALUE), -200.0 / 1500, 1e-15);
  asset->movement.opening = (ExCount) { 0, 0 };
  g_assert_true (isnan (ex_cycle_asset_growth (asset, EX_MEASURE_CUSTOMERS)));
  g_assert_true (isnan (ex_cycle_asset_growth (asset, EX_MEASURE_VALUE)));
}

static void
test_before (void)
{
  g_autoptr (ExLedger) ledger = ledger_new (EX_LEDGER_RECURRING);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 3, 1), ex_day_new (2026, 3, 31));
  g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, NULL, cycle, NULL);

  g_assert_true (asset->has_before);
  g_assert_cmpint (asset->before.lost.customers, ==, 1); /* Bob, in February */
  g_assert_cmpint (asset->before.lost.value, ==, 500);
  g_assert_cmpint (asset->movement.lost.customers, ==, 0);
  g_assert_cmpint (asset->movement.fresh.value, ==, 300);
}

/* April to June hold 300, 200 and 100; May is empty: a loss, unless there is no data. */
static void
test_no_data (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExCycle) may = ex_cycle_new ("c", "c", ex_day_new (2026, 5, 1), ex_day_new (2026, 5, 31));
  g_autoptr (ExCycle) june = ex_cycle_new ("c", "c", ex_day_new (2026, 6, 1), ex_day_new (2026, 6, 30));
  g_autoptr (ExLedgerMarks) marks = marks_new (NULL, "2026-05");
  g_autoptr (ExCycleAsset) empty = NULL;
  g_autoptr (ExCycleAsset) passed = NULL;
  g_autoptr (ExCycleAsset) all = NULL;

  add (builder, "Ann", MONTH (2026, 3), 300);
  add (builder, "Ann", MONTH (2026, 4), 300);
  add (builder, "Ann", MONTH (2026, 6), 100);
  ledger = ex_ledger_builder_end (builder);
  empty = ex_cycle_asset_from_ledger (ledger, NULL, june, NULL);
  g_assert_cmpint (empty->movement.opening.customers, ==, 0);
  g_assert_cmpint (empty->movement.won_back.customers, ==, 1);
  g_assert_true (isnan (ex_cycle_asset_growth (empty, EX_MEASURE_VALUE)));
  passed = ex_cycle_asset_from_ledger (ledger, marks, june, NULL);
  g_assert_cmpint (passed->movement.opening.value, ==, 300);
  g_assert_cmpint (passed->movement.contracted.value, ==, 200);
  g_assert_cmpfloat_with_epsilon (ex_cycle_asset_growth (passed, EX_MEASURE_VALUE), -200.0 / 300, 1e-15);
  g_assert_false (passed->has_before); /* May has nothing to say */
  all = ex_cycle_asset_from_ledger (ledger, marks, may, NULL);
  g_assert_cmpint (all->movement.closing.customers, ==, 0);
  g_assert_cmpint (all->movement.lost.customers, ==, 0);
  g_assert_true (isnan (ex_cycle_asset_growth (all, EX_MEASURE_VALUE)));
}

/* Ann buys in January, March and April; of February there is no data, or nobody bought. */
static void
test_transactions_before (void)
{
  const struct { ExDay first, last; gboolean marked, opening_known; gint64 opening; } cases[] = {
    { ex_day_new (2026, 3, 1), ex_day_new (2026, 3, 31), FALSE, TRUE, 0 },
    { ex_day_new (2026, 3, 1), ex_day_new (2026, 3, 31), TRUE, TRUE, 100 }, /* the month before it is passed over */
    { ex_day_new (2026, 3, 1), ex_day_new (2026, 4, 30), TRUE, TRUE, 100 },
    { ex_day_new (2026, 2, 1), ex_day_new (2026, 4, 30), FALSE, FALSE, 100 }, /* three months before February are not in the ledger */
    { ex_day_new (2026, 1, 1), ex_day_new (2026, 1, 31), FALSE, FALSE, 0 },
  };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  add (builder, "Ann", MONTH (2026, 1), 100);
  add (builder, "Ann", MONTH (2026, 3), 150);
  add (builder, "Ann", MONTH (2026, 4), 20);
  ledger = ex_ledger_builder_end (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExLedgerMarks) marks = marks_new (NULL, cases[i].marked ? "2026-02" : NULL);
      g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", cases[i].first, cases[i].last);
      g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_ledger (ledger, marks, cycle, NULL);

      g_assert_cmpint (asset->opening_known, ==, cases[i].opening_known);
      g_assert_cmpint (asset->movement.opening.value, ==, cases[i].opening);
    }
}

/* --- movements that were entered ---------------------------------------------------------------------------------------------------- */

/* Quarters of 2025 and 2026 as far as the second, without those in @gaps (a bit each): 10 come and 4 go in each. */
static GArray *
entered_new (guint gaps)
{
  GArray *movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  gint64 standing = 100;

  for (int quarter = 0; quarter < 6; quarter++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_QUARTER, 2025 * 4 + quarter } };

      entered.movement.opening = (ExCount) { standing, standing * 100 };
      entered.movement.fresh = (ExCount) { 10, 1000 };
      entered.movement.lost = (ExCount) { 4, 400 };
      standing += 6;
      entered.movement.closing = (ExCount) { standing, standing * 100 };
      if ((gaps & (1u << quarter)) == 0)
        g_array_append_val (movements, entered);
    }
  return movements;
}

static void
test_entered_cycle (void)
{
  g_autoptr (GArray) movements = entered_new (0);
  g_autoptr (GArray) gap = entered_new (1 << 2);
  g_autoptr (GArray) late = entered_new (1 << 4);
  g_autoptr (ExCycle) half = ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 6, 30));
  g_autoptr (ExCycle) year = ex_cycle_new ("c", "c", ex_day_new (2025, 1, 1), ex_day_new (2025, 12, 31));
  g_autoptr (ExCycle) earlier = ex_cycle_new ("c", "c", ex_day_new (2024, 7, 1), ex_day_new (2025, 6, 30));
  g_autoptr (ExCycleAsset) asset = ex_cycle_asset_from_movements (movements, NULL, half, NULL);
  g_autoptr (ExCycleAsset) first = ex_cycle_asset_from_movements (movements, NULL, year, NULL);
  g_autoptr (ExCycleAsset) not_all = ex_cycle_asset_from_movements (movements, NULL, earlier, NULL);
  g_autoptr (ExCycleAsset) with_gap = ex_cycle_asset_from_movements (gap, NULL, half, NULL);
  g_autoptr (ExCycleAsset) begun_late = ex_cycle_asset_from_movements (late, NULL, half, NULL);

  g_assert_true (asset->opening_known && asset->has_before && !asset->so_far);
  g_assert_cmpfloat_with_epsilon (ex_cycle_asset_growth (asset, EX_MEASURE_VALUE), 12.0 / 124, 1e-15);
  g_assert_cmpint (asset->before.lost.value, ==, 800);
  g_assert_true (first->opening_known && !first->has_before); /* the first one has an opening of its own */
  g_assert_cmpfloat_with_epsilon (ex_cycle_asset_growth (first, EX_MEASURE_CUSTOMERS), 24.0 / 100, 1e-15);
  g_assert_false (with_gap->has_before);
  g_assert_false (begun_late->opening_known);
  g_assert_true (not_all->in_cycle && !not_all->opening_known);
  g_assert_true (isnan (ex_cycle_asset_growth (begun_late, EX_MEASURE_VALUE)));
}

static void
test_entered_spans (void)
{
  g_autoptr (GArray) movements = entered_new (1 << 2);
  g_autoptr (ExLedgerMarks) marks = marks_new ("2026-03-31", NULL);
  g_autoptr (GPtrArray) quarters = ex_entered_movements_to_spans (movements, EX_GRAIN_QUARTER, marks, NULL);
  g_autoptr (GPtrArray) years = ex_entered_movements_to_spans (movements, EX_GRAIN_YEAR, marks, NULL);
  g_autoptr (GError) error = NULL;
  const ExSpan *gap = g_ptr_array_index (quarters, 2), *year = g_ptr_array_index (years, 0), *going_on = g_ptr_array_index (years, 1);

  g_assert_cmpuint (quarters->len, ==, 6);
  g_assert_true (gap->empty && gap->no_data && gap->movement.closing.customers == 0);
  g_assert_false (((ExSpan *) g_ptr_array_index (quarters, 4))->provisional);
  g_assert_true (((ExSpan *) g_ptr_array_index (quarters, 5))->provisional);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (year->movement.opening.customers, ==, 100);
  g_assert_cmpint (year->movement.fresh.customers, ==, 30);
  g_assert_cmpint (year->movement.lost.value, ==, 1200);
  g_assert_cmpint (year->movement.closing.customers, ==, 124);
  g_assert_true (!year->empty && !year->no_data && !year->provisional);
  g_assert_true (going_on->provisional);
  g_assert_cmpint (going_on->movement.closing.customers, ==, 136);
  g_assert_null (ex_entered_movements_to_spans (movements, EX_GRAIN_MONTH, marks, &error));
  g_assert_nonnull (error);
}

static void
test_overflow (void)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  g_autoptr (GError) error = NULL;

  for (int month = 0; month < 2; month++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_MONTH, MONTH (2026, 1) + month } };

      entered.movement.fresh.value = G_MAXINT64;
      g_array_append_val (movements, entered);
    }
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_assert_null (ex_cycle_asset_from_movements (movements, NULL, cycle, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/cycle-asset/recurring", test_recurring);
  g_test_add_func ("/core/cycle-asset/transactions-compare-equal-spans", test_transactions);
  g_test_add_func ("/core/cycle-asset/nothing-kept-is-no-asset", test_empty);
  g_test_add_func ("/core/cycle-asset/entered-movements-add-up", test_entered);
  g_test_add_func ("/core/cycle-asset/whole-complete-periods", test_whole_periods);
  g_test_add_func ("/core/cycle-asset/growth-to-pay-by", test_growth);
  g_test_add_func ("/core/cycle-asset/the-same-span-before", test_before);
  g_test_add_func ("/core/cycle-asset/periods-of-no-data-are-passed-over", test_no_data);
  g_test_add_func ("/core/cycle-asset/what-transactions-are-compared-with", test_transactions_before);
  g_test_add_func ("/core/cycle-asset/entered-movements-of-a-cycle", test_entered_cycle);
  g_test_add_func ("/core/cycle-asset/entered-movements-join-in-coarser-spans", test_entered_spans);
  g_test_add_func ("/core/cycle-asset/what-cannot-be-counted-is-refused", test_overflow);
  return g_test_run ();
}
