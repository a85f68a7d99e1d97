/* The customer asset over a cycle: which periods count, and what opens and closes it. */
#include "config.h"

#include "core/ex-cycle-asset.h"

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
  g_test_add_func ("/core/cycle-asset/what-cannot-be-counted-is-refused", test_overflow);
  return g_test_run ();
}
