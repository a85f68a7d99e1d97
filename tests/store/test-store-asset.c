/* The customer asset as it is read from the file: from ledgers that others wrote (../shared/data, where it is at hand) and from small ones. What
 * must come out was computed by another program. */
#include "config.h"

#include "store-fixture.h"

#include "core/ex-ledger-lazy.h"
#include "core/ex-money.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"

#include <math.h>

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static const ExImportInfo info = { .file_name = "customers.csv", .digest = "0123" };

/* --- ledgers ----------------------------------------------------------------------------------------------------------------------- */

static void
import_ledger (ExStore *store, ExLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;

  ex_store_import_ledger (store, ledger, EX_OVER_CELLS, &info, &counts, &error);
  g_assert_no_error (error);
}

/* Lines of customer, period or day, value, and perhaps segment and reason: none of these files quotes. */
static void
add_line (ExLedgerBuilder *builder, ExGrain grain, const char *line)
{
  g_auto (GStrv) part = g_strsplit (line, ",", 5);
  guint n = g_strv_length (part);
  const char *segment = n > 3 ? part[3] : "", *reason = n > 4 ? part[4] : "";
  ExPeriod period;
  ExDay day = ex_day_parse (part[1]);
  gint64 value;

  if (day != EX_DAY_NONE)
    period = ex_period_of_day (grain, day);
  else
    g_assert_true (ex_period_parse (part[1], &period));
  g_assert_true (ex_money_parse (part[2], 2, &value, NULL));
  g_assert_true (ex_ledger_builder_add (builder, part[0], strlen (part[0]), period.index, day, value, segment, strlen (segment), reason,
                                        strlen (reason)));
}

/* FALSE, and the test is skipped, where the file is not. */
static gboolean
import_real (ExStore *store, const char *name, ExLedgerKind kind, ExGrain grain)
{
  const char *root = g_getenv ("EX_SOURCE_DIR");
  g_autofree char *path = root != NULL ? g_build_filename (root, "..", "shared", "data", "ledger", name, NULL) : NULL;
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, grain);
  g_autoptr (ExLedger) ledger = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the real files are not here (../shared/data)");
      return FALSE;
    }
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_line (builder, grain, lines[i]);
  ledger = ex_ledger_builder_end (builder);
  import_ledger (store, ledger);
  return TRUE;
}

static ExAsset *
read_asset (ExStore *store, const char *first, const char *last)
{
  g_autoptr (ExCycle) cycle = first != NULL ? ex_cycle_new ("c", "c", ex_day_parse (first), ex_day_parse (last)) : NULL;
  g_autoptr (GError) error = NULL;
  ExAsset *asset = ex_store_read_asset (store, cycle, NULL, &error);

  g_assert_no_error (error);
  return asset;
}

static void
complete_to (ExStore *store, const char *day)
{
  g_autoptr (GError) error = NULL;

  ex_store_set_complete_to (store, ex_day_parse (day), &error);
  g_assert_no_error (error);
}

static void
no_data (ExStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  ExPeriod period;

  g_assert_true (ex_period_parse (name, &period));
  ex_store_set_no_data (store, period, TRUE, &error);
  g_assert_no_error (error);
}

static const ExSpan *
span_of (const ExAsset *asset, const char *name)
{
  ExPeriod period;

  g_assert_true (ex_period_parse (name, &period));
  return ex_asset_find_span (asset, period);
}

/* What became of customers: opening, new, won back, expanded, contracted, lost, closing. */
static void
assert_movement (const ExMovement *m, const ExCount expected[7])
{
  const ExCount is[] = { m->opening, m->fresh, m->won_back, m->expanded, m->contracted, m->lost, m->closing };

  for (int i = 0; i < 7; i++)
    {
      g_assert_cmpint (is[i].customers, ==, expected[i].customers);
      g_assert_cmpint (is[i].value, ==, expected[i].value);
    }
}

static void
assert_close (double is, double should)
{
  g_assert_cmpfloat_with_epsilon (is, should, 1e-8 * MAX (1, fabs (should)));
}

/* Every period's span is what the rules make of the whole ledger in memory. */
static void
assert_spans (ExStore *store, const ExAsset *asset)
{
  g_autoptr (ExLedger) lazy = ex_store_open_ledger (store, NULL, NULL);
  g_autoptr (ExLedger) ledger = ex_ledger_load (lazy, NULL);
  g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, asset->grain, EX_COMPANY_ONLY, asset->marks, NULL);

  g_assert_cmpuint (asset->spans->len, ==, spans->len);
  for (guint i = 0; i < spans->len; i++)
    {
      const ExSpan *is = g_ptr_array_index (asset->spans, i), *should = g_ptr_array_index (spans, i);

      g_assert_cmpint (is->period.index, ==, should->period.index);
      g_assert_cmpmem (&is->movement, sizeof is->movement, &should->movement, sizeof should->movement);
      g_assert_cmpint (is->provisional, ==, should->provisional);
      g_assert_cmpint (is->no_data, ==, should->no_data);
      g_assert_cmpuint (is->segments->len, ==, 0);
    }
}

/* --- files of others --------------------------------------------------------------------------------------------------------------- */

static void
test_telco (Fixture *fixture, gconstpointer data)
{
  const ExCount expected[] = { { 6589, 43637940 }, { 454, 1973720 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 1869, 13913085 }, { 5174, 31698575 } };
  const struct { const char *segment; gint64 lost; } lost[] = { { "Month-to-Month", 1655 }, { "One Year", 166 }, { "Two Year", 48 } };
  g_autoptr (ExAsset) asset = NULL;
  const ExCycleAsset *cycle;
  const ExLostReason *largest;

  if (!import_real (fixture->store, "telco.csv", EX_LEDGER_RECURRING, EX_GRAIN_QUARTER))
    return;
  asset = read_asset (fixture->store, "2019-07-01", "2019-09-30");
  cycle = asset->cycle;
  g_assert_true (!asset->entered && asset->kind == EX_LEDGER_RECURRING && asset->grain == EX_GRAIN_QUARTER);
  g_assert_cmpuint (asset->n_rows, ==, 13632);
  g_assert_cmpuint (asset->n_customers, ==, 7043);
  assert_movement (&cycle->movement, expected);
  assert_movement (&span_of (asset, "2019-Q3")->movement, expected);
  assert_spans (fixture->store, asset);
  g_assert_true (cycle->in_cycle && cycle->opening_known && !cycle->so_far && !cycle->has_before);
  assert_close (ex_cycle_asset_growth (cycle, EX_MEASURE_CUSTOMERS), (5174.0 - 6589) / 6589);
  assert_close (ex_cycle_asset_growth (cycle, EX_MEASURE_VALUE), (316985.75 - 436379.40) / 436379.40);

  g_assert_cmpuint (cycle->segments->len, ==, G_N_ELEMENTS (lost));
  for (guint i = 0; i < cycle->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (cycle->segments, ExSegmentMovement, i);

      g_assert_cmpstr (ex_asset_segment_name (asset, segment->segment), ==, lost[i].segment);
      g_assert_cmpint (segment->movement.lost.customers, ==, lost[i].lost);
    }
  largest = &g_array_index (cycle->reasons, ExLostReason, 0);
  g_assert_cmpstr (ex_asset_reason_name (asset, largest->reason), ==, "Competitor had better devices");
  g_assert_cmpint (largest->lost.customers, ==, 313);
  g_assert_cmpint (largest->lost.value, ==, 2407320);
  g_assert_cmpuint (cycle->reasons->len, ==, 20);
  assert_close (ex_reasons_known (cycle->reasons, EX_MEASURE_VALUE), 1);
}

static void
test_subscriptions (Fixture *fixture, gconstpointer data)
{
  const ExCount half[] = { { 22, 113500 }, { 15, 60500 }, { 1, 4000 }, { 1, 5500 }, { 2, 4000 }, { 10, 54000 }, { 28, 125500 } };
  const ExCount before[] = { { 12, 58500 }, { 11, 52500 }, { 0, 0 }, { 3, 6000 }, { 1, 1000 }, { 1, 2500 }, { 22, 113500 } };
  g_autoptr (ExAsset) asset = NULL;

  if (!import_real (fixture->store, "subscriptions.csv", EX_LEDGER_RECURRING, EX_GRAIN_MONTH))
    return;
  asset = read_asset (fixture->store, "2019-07-01", "2019-12-31");
  g_assert_cmpuint (asset->n_rows, ==, 352);
  g_assert_cmpuint (asset->n_customers, ==, 55);
  assert_spans (fixture->store, asset);
  assert_movement (&asset->cycle->movement, half);
  g_assert_true (asset->cycle->has_before && asset->cycle->opening_known && !asset->cycle->so_far);
  assert_movement (&asset->cycle->before, before);
  g_assert_false (asset->cycle->forecast[EX_MEASURE_VALUE].known);
  g_assert_cmpint (span_of (asset, "2018-09")->movement.closing.value, ==, 34000);
  g_assert_cmpint (span_of (asset, "2020-01")->movement.lost.customers, ==, 28);
}

/* July to October are complete, so that is as far as the second half of 2019 goes. */
static void
test_provisional (Fixture *fixture, gconstpointer data)
{
  const ExCount so_far[] = { { 22, 113500 }, { 16, 69500 }, { 1, 2500 }, { 1, 2500 }, { 2, 4000 }, { 3, 16000 }, { 36, 168000 } };
  const ExCount before[] = { { 13, 62500 }, { 9, 44500 }, { 1, 7500 }, { 1, 2500 }, { 1, 1000 }, { 1, 2500 }, { 22, 113500 } };
  g_autoptr (ExAsset) asset = NULL;
  const ExAssetForecast *value, *customers;

  if (!import_real (fixture->store, "subscriptions.csv", EX_LEDGER_RECURRING, EX_GRAIN_MONTH))
    return;
  complete_to (fixture->store, "2019-11-29");
  fixture_open_again (fixture);
  asset = read_asset (fixture->store, "2019-07-01", "2019-12-31");
  assert_spans (fixture->store, asset);
  g_assert_false (span_of (asset, "2019-10")->provisional);
  g_assert_true (span_of (asset, "2019-11")->provisional);
  g_assert_true (asset->cycle->so_far && asset->cycle->in_cycle);
  g_assert_cmpint (asset->cycle->last.index, ==, MONTH (2019, 10));
  g_assert_cmpint (asset->cycle->end.index, ==, MONTH (2019, 12));
  assert_movement (&asset->cycle->movement, so_far);
  assert_movement (&asset->cycle->before, before);
  value = &asset->cycle->forecast[EX_MEASURE_VALUE];
  customers = &asset->cycle->forecast[EX_MEASURE_CUSTOMERS];
  assert_close (value->closing, 185000);
  assert_close (value->low, 156245.72977296196);
  assert_close (value->high, 213754.27022703804);
  assert_close (value->growth, 185000.0 / 113500 - 1);
  assert_close (customers->closing, 41.4);
  assert_close (customers->low, 36.95288822913933);
}

/* November and December 2017 are missing: everybody left, unless there is no data of them. */
static void
test_no_data (Fixture *fixture, gconstpointer data)
{
  const ExCount left[] = { { 0, 0 }, { 1, 7000 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 1, 7000 } };
  const ExCount passed[] = { { 2, 5000 }, { 1, 7000 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 2, 5000 }, { 1, 7000 } };
  g_autoptr (ExAsset) empty = NULL;
  g_autoptr (ExAsset) asset = NULL;

  if (!import_real (fixture->store, "subscriptions.csv", EX_LEDGER_RECURRING, EX_GRAIN_MONTH))
    return;
  empty = read_asset (fixture->store, "2018-01-01", "2018-03-31");
  g_assert_true (span_of (empty, "2017-11")->empty && !span_of (empty, "2017-11")->no_data);
  g_assert_cmpint (span_of (empty, "2017-11")->movement.lost.customers, ==, 2);
  assert_movement (&empty->cycle->movement, left);
  g_assert_true (isnan (ex_cycle_asset_growth (empty->cycle, EX_MEASURE_VALUE)));

  no_data (fixture->store, "2017-11");
  no_data (fixture->store, "2017-12");
  asset = read_asset (fixture->store, "2018-01-01", "2018-03-31");
  assert_spans (fixture->store, asset);
  g_assert_cmpuint (asset->marks->no_data->len, ==, 2);
  g_assert_true (span_of (asset, "2017-11")->no_data);
  g_assert_cmpint (span_of (asset, "2017-11")->movement.lost.customers, ==, 0);
  assert_movement (&asset->cycle->movement, passed);
  assert_close (ex_cycle_asset_growth (asset->cycle, EX_MEASURE_VALUE), 0.4);
}

/* Purchases of July to September of the half year from July on, against those of the half year before. */
static void
test_transactions (Fixture *fixture, gconstpointer data)
{
  const ExCount quarter[] = { { 524, 3362963 }, { 0, 0 }, { 204, 1040033 }, { 103, 557820 }, { 107, 601442 }, { 310, 1660643 }, { 418, 2698731 } };
  const ExCount before[] = { { 2349, 11249861 }, { 0, 0 }, { 0, 0 }, { 260, 1110897 }, { 259, 1826449 }, { 1825, 7171346 }, { 524, 3362963 } };
  g_autoptr (ExAsset) asset = NULL;
  const ExAssetForecast *value, *customers;

  if (!import_real (fixture->store, "cdnow_sample.csv", EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH))
    return;
  complete_to (fixture->store, "1997-09-30");
  asset = read_asset (fixture->store, "1997-07-01", "1997-12-31");
  assert_spans (fixture->store, asset);
  g_assert_cmpuint (asset->n_customers, ==, 2357);
  assert_movement (&asset->cycle->movement, quarter);
  assert_movement (&asset->cycle->before, before);
  value = &asset->cycle->forecast[EX_MEASURE_VALUE];
  customers = &asset->cycle->forecast[EX_MEASURE_CUSTOMERS];
  assert_close (value->closing, 5140300.333333333);
  assert_close (value->low, 4601199.61);
  assert_close (value->growth, 5140300.333333333 / 14612824 - 1);
  assert_close (customers->closing, 746);
  assert_close (customers->growth, 746.0 / 2349 - 1);
}

/* --- small ones ----------------------------------------------------------------------------------------------------------------------- */

static void
import_lines (ExStore *store, const char * const *lines)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  for (; *lines != NULL; lines++)
    add_line (builder, EX_GRAIN_MONTH, *lines);
  ledger = ex_ledger_builder_end (builder);
  import_ledger (store, ledger);
}

static const char * const small[] = {
  "Ann,2026-01,10.00,North,", "Bob,2026-01,5.00,South,", "Cyd,2026-01,4.00,,", "Ann,2026-02,12.00,North,", "Cyd,2026-02,4.00,,",
  "Ann,2026-03,12.00,South,", "Dan,2026-03,1.00,North,", NULL
};

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_null (read_asset (fixture->store, "2026-01-01", "2026-12-31"));
  g_assert_null (read_asset (fixture->store, NULL, NULL));
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  const ExCount expected[] = { { 3, 1900 }, { 1, 100 }, { 0, 0 }, { 1, 200 }, { 0, 0 }, { 2, 900 }, { 2, 1300 } };
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (ExAsset) latest = NULL;
  g_autoptr (GError) error = NULL;

  import_lines (fixture->store, small);
  ex_store_set_lifetime_terms (fixture->store, 4000, 150, &error);
  g_assert_no_error (error);
  asset = read_asset (fixture->store, "2026-02-01", "2026-03-31");
  assert_movement (&asset->cycle->movement, expected);
  g_assert_cmpint (asset->margin, ==, 4000);
  g_assert_cmpint (asset->discount, ==, 150);
  g_assert_cmpuint (asset->n_rows, ==, 7);
  g_assert_cmpuint (asset->n_customers, ==, 4);
  g_assert_cmpuint (asset->cycle->segments->len, ==, 3);
  g_assert_cmpint (g_array_index (asset->cycle->segments, ExSegmentMovement, 2).segment, ==, -1);
  latest = read_asset (fixture->store, NULL, NULL);
  g_assert_false (latest->cycle->in_cycle);
  g_assert_cmpint (latest->cycle->first.index, ==, MONTH (2026, 3));
  undo (fixture->store);
  undo (fixture->store);
  g_assert_null (read_asset (fixture->store, NULL, NULL));
}

static void
test_final (Fixture *fixture, gconstpointer data)
{
  ExPeriod january = { EX_GRAIN_MONTH, MONTH (2026, 1) };
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (GError) error = NULL;

  import_lines (fixture->store, small);
  ex_store_set_final (fixture->store, january, TRUE, &error);
  g_assert_no_error (error);
  asset = read_asset (fixture->store, NULL, NULL);
  g_assert_true (ex_ledger_marks_is_final (asset->marks, january));
  g_assert_false (ex_ledger_marks_is_final (asset->marks, (ExPeriod) { EX_GRAIN_QUARTER, 2026 * 4 }));
}

static void
test_given_reasons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExAsset) before = NULL;
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (GError) error = NULL;

  import_lines (fixture->store, small);
  before = read_asset (fixture->store, "2026-02-01", "2026-03-31");
  assert_close (ex_reasons_known (before->cycle->reasons, EX_MEASURE_VALUE), 0);
  ex_store_give_reason (fixture->store, "Bob", NULL, "moved", &error);
  g_assert_no_error (error);
  asset = read_asset (fixture->store, "2026-02-01", "2026-03-31");
  assert_close (ex_reasons_known (asset->cycle->reasons, EX_MEASURE_VALUE), 5.0 / 9);
  assert_close (ex_reasons_known (asset->cycle->reasons, EX_MEASURE_CUSTOMERS), 0.5);
  g_assert_cmpstr (ex_asset_reason_name (asset, g_array_index (asset->cycle->reasons, ExLostReason, 0).reason), ==, "moved");
}

/* --- movements that were entered ----------------------------------------------------------------------------------------------------- */

static void
enter_quarters (ExStore *store)
{
  gint64 standing = 100;

  for (int quarter = 0; quarter < 6; quarter++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_QUARTER, 2025 * 4 + quarter } };
      g_autoptr (GError) error = NULL;

      entered.movement.opening = (ExCount) { standing, standing * 100 };
      entered.movement.fresh = (ExCount) { 10, 1000 };
      entered.movement.lost = (ExCount) { 4, 400 };
      standing += 6;
      entered.movement.closing = (ExCount) { standing, standing * 100 };
      ex_store_save_movement (store, &entered, &error);
      g_assert_no_error (error);
    }
}

static void
test_entered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GError) error = NULL;

  enter_quarters (fixture->store);
  complete_to (fixture->store, "2026-05-31");
  asset = read_asset (fixture->store, "2026-01-01", "2026-12-31");
  g_assert_true (asset->entered && asset->kind == EX_LEDGER_RECURRING && asset->grain == EX_GRAIN_QUARTER);
  g_assert_cmpuint (asset->spans->len, ==, 6);
  g_assert_true (span_of (asset, "2026-Q2")->provisional);
  g_assert_true (asset->cycle->so_far && asset->cycle->opening_known && asset->cycle->has_before);
  g_assert_cmpint (asset->cycle->last.index, ==, 2026 * 4);
  g_assert_cmpint (asset->cycle->movement.closing.customers, ==, 130);
  assert_close (ex_cycle_asset_growth (asset->cycle, EX_MEASURE_VALUE), 6.0 / 124);
  years = ex_store_read_spans (fixture->store, EX_GRAIN_YEAR, EX_COMPANY_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (((ExSpan *) g_ptr_array_index (years, 0))->movement.fresh.customers, ==, 40);
  g_assert_cmpint (((ExSpan *) g_ptr_array_index (years, 0))->movement.closing.customers, ==, 124);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  import_lines (fixture->store, small);
  g_cancellable_cancel (cancellable);
  g_assert_null (ex_store_read_asset (fixture->store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define add_test(name, function) g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/asset/a-quarter-of-a-telephone-company", test_telco);
  add_test ("/store/asset/half-a-year-of-subscriptions-and-the-one-before", test_subscriptions);
  add_test ("/store/asset/what-is-not-complete-is-provisional", test_provisional);
  add_test ("/store/asset/periods-of-no-data-are-passed-over", test_no_data);
  add_test ("/store/asset/purchases", test_transactions);
  add_test ("/store/asset/nothing-kept-is-no-asset", test_nothing);
  add_test ("/store/asset/segments-terms-and-counts", test_small);
  add_test ("/store/asset/final-periods", test_final);
  add_test ("/store/asset/reasons-given-later-go-before-the-ledger", test_given_reasons);
  add_test ("/store/asset/entered-movements", test_entered);
  add_test ("/store/asset/cancelled", test_cancelled);
  return g_test_run ();
}
