/* The sentences of the Overview, and the charts that go with them. */
#include "config.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-words.h"
#include "company/ex-objective-chart.h"
#include "core/ex-quantity.h"

static ExMovement
movement (gint64 opening, gint64 fresh, gint64 won_back, gint64 lost, gint64 opening_value, gint64 closing_value)
{
  ExMovement m = { 0 };

  m.opening = (ExCount) { opening, opening_value };
  m.fresh.customers = fresh;
  m.won_back.customers = won_back;
  m.lost.customers = lost;
  m.closing = (ExCount) { opening + fresh + won_back - lost, closing_value };
  return m;
}

static void
test_customers (void)
{
  const struct { ExMovement m; const char *words; } cases[] = {
    { movement (6589, 1200, 4, 1869, 1, 1), "We gained 1,204 customers and lost 1,869." },
    { movement (10, 1, 0, 2, 1, 1), "We gained 1 customer and lost 2." },
    { movement (10, 3, 0, 0, 1, 1), "We gained 3 customers and lost none." },
    { movement (10, 0, 0, 3, 1, 1), "We gained no customers and lost 3." },
    { movement (10, 0, 0, 0, 1, 1), "We gained no customers and lost none." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_asset_words_customers (&cases[i].m);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_value (void)
{
  const struct { ExMovement m; ExLedgerKind kind; ExGrain grain; const char *begin; const char *end; } cases[] = {
    { movement (1, 0, 0, 0, 1000000, 884000), EX_LEDGER_RECURRING, EX_GRAIN_MONTH, "The customer asset shrank by 11.6 %, to ", " a month." },
    { movement (1, 0, 0, 0, 1000000, 1050000), EX_LEDGER_RECURRING, EX_GRAIN_QUARTER, "The customer asset grew by 5.0 %, to ", " a quarter." },
    { movement (1, 0, 0, 0, 1000000, 1000000), EX_LEDGER_RECURRING, EX_GRAIN_YEAR, "The customer asset is unchanged, at ", " a year." },
    { movement (0, 1, 0, 0, 0, 1000000), EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH, "The customer asset is ", "nothing before to compare it with." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_asset_words_value (&cases[i].m, "EUR", cases[i].kind, cases[i].grain);

      g_test_message ("%s", words);
      g_assert_true (g_str_has_prefix (words, cases[i].begin));
      g_assert_true (g_str_has_suffix (words, cases[i].end));
    }
}

static void
test_waterfall (void)
{
  ExMovement m = movement (100, 20, 0, 30, 100000, 90000);
  g_autoptr (ExChart) customers = ex_asset_chart_new (&m, EX_MEASURE_CUSTOMERS, "EUR", "2026");
  g_autofree char *lost = ex_chart_mark_text (customers, 2);

  /* Won back did not happen: opening, new, lost, closing. */
  g_assert_cmpuint (ex_chart_n_marks (customers), ==, 4);
  g_assert_cmpstr (ex_chart_get_title (customers), ==, "Losses outran gains");
  g_assert_true (g_str_has_prefix (lost, "Lost: 30 customers"));
}

static void
test_objective (void)
{
  g_autoptr (ExObjective) objective = ex_objective_new ("o", "c", "l", "Calls", EX_KIND_NUMBER);
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "c", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  const ExPoint points[] = { { ex_day_new (2026, 1, 31), 82 }, { ex_day_new (2026, 2, 28), 83 }, { ex_day_new (2026, 3, 31), 84 } };
  ExReading reading;
  ExForecast forecast;
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (ExChart) old = NULL, calls = NULL, empty = NULL;

  objective->unit = g_strdup ("%");
  objective->baseline = 80;
  objective->target = 88;
  reading = ex_objective_read (objective, cycle, points, 3, ex_day_new (2026, 4, 1), NULL);
  forecast = ex_forecast (objective, cycle, points, 3, NULL);
  chart = ex_objective_chart_new (objective, cycle, points, 3, &reading, &forecast);
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "On track: at 84 %, toward 88 %");
  reading = ex_objective_read (objective, cycle, points, 3, ex_day_new (2026, 9, 1), NULL);
  old = ex_objective_chart_new (objective, cycle, points, 3, &reading, &forecast);
  g_assert_cmpstr (ex_chart_get_title (old), ==, "No data since 31 Mar 2026: at 84 %, toward 88 %");
  g_free (objective->unit);
  objective->unit = g_strdup ("calls");
  calls = ex_objective_chart_new (objective, cycle, points, 3, &reading, &forecast);
  g_assert_cmpstr (ex_chart_get_title (calls), ==, "No data since 31 Mar 2026: at 84, toward 88 calls");
  g_assert_cmpuint (ex_chart_n_marks (chart), >=, 4); /* three check-ins and the forecast */

  reading = ex_objective_read (objective, cycle, NULL, 0, ex_day_new (2026, 4, 1), NULL);
  forecast = ex_forecast (objective, cycle, NULL, 0, NULL);
  empty = ex_objective_chart_new (objective, cycle, NULL, 0, &reading, &forecast);
  g_assert_cmpstr (ex_chart_get_title (empty), ==, "Not measured yet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/asset-words/customers-in-whole-numbers", test_customers);
  g_test_add_func ("/company/asset-words/the-value-and-what-it-is-per", test_value);
  g_test_add_func ("/company/asset-words/the-waterfall-leaves-out-what-did-not-happen", test_waterfall);
  g_test_add_func ("/company/asset-words/the-objective’s-line-says-its-finding", test_objective);
  return g_test_run ();
}
