/* The customer ledger: rows of a file to cells, layers over each other, and back from what was stored. */
#include "config.h"

#include "merged-ledger.h"

#include <stdio.h>
#include <string.h>

#define MONTH (2026 * 12)

static gboolean
add (ExLedgerBuilder *builder, const char *customer, int period, const char *day, gint64 value, const char *segment, const char *reason)
{
  return ex_ledger_builder_add (builder, customer, strlen (customer), period, day != NULL ? ex_day_parse (day) : EX_DAY_NONE, value, segment,
                                segment != NULL ? strlen (segment) : 0, reason, reason != NULL ? strlen (reason) : 0);
}

/* "a=5/North!price": a cell as text; "" when there is none. */
static char *
cell_text (const ExLedger *ledger, const char *customer, int period)
{
  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);

      for (guint j = 0; column->index == period && j < column->n; j++)
        if (g_str_equal (ex_ledger_get_customer (ledger, column->customer[j]), customer))
          return g_strdup_printf ("%s=%" G_GINT64_FORMAT "/%s!%s", customer, column->value[j],
                                  column->segment[j] < 0 ? "" : ex_ledger_get_segment (ledger, column->segment[j]),
                                  column->reason[j] < 0 ? "" : ex_ledger_get_reason (ledger, column->reason[j]));
    }

  return g_strdup ("");
}

static void
assert_cell (const ExLedger *ledger, const char *customer, int period, const char *expected)
{
  g_autofree char *text = cell_text (ledger, customer, period);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sound (const ExLedger *ledger)
{
  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);

      g_assert_cmpuint (column->n, >, 0);
      if (i > 0)
        g_assert_cmpint (column->index, >, ex_ledger_get_column (ledger, i - 1)->index);
      for (guint j = 1; j < column->n; j++)
        g_assert_cmpuint (column->customer[j], >, column->customer[j - 1]);
    }
}

static void
test_rows_add_up (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  g_assert_true (add (builder, "b", MONTH + 1, NULL, 700, NULL, NULL));
  g_assert_true (add (builder, "a", MONTH, NULL, 500, NULL, NULL));
  g_assert_true (add (builder, "b", MONTH, NULL, 1, NULL, NULL));
  g_assert_true (add (builder, "a", MONTH, NULL, -200, NULL, NULL));
  ledger = ex_ledger_builder_end (builder);

  assert_sound (ledger);
  g_assert_cmpuint (ex_ledger_n_columns (ledger), ==, 2);
  g_assert_cmpuint (ex_ledger_n_cells (ledger), ==, 3);
  g_assert_cmpuint (ex_ledger_n_customers (ledger), ==, 2);
  assert_cell (ledger, "a", MONTH, "a=300/!");
  assert_cell (ledger, "b", MONTH, "b=1/!");
  assert_cell (ledger, "b", MONTH + 1, "b=700/!");
  assert_cell (ledger, "a", MONTH + 1, "");
}

static void
test_builder_is_empty_after_end (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_YEAR);
  g_autoptr (ExLedger) first = NULL;
  g_autoptr (ExLedger) second = NULL;

  add (builder, "a", 2026, NULL, 1, "North", "price");
  first = ex_ledger_builder_end (builder);
  second = ex_ledger_builder_end (builder);

  g_assert_cmpuint (ex_ledger_n_cells (first), ==, 1);
  g_assert_cmpuint (ex_ledger_n_cells (second), ==, 0);
  g_assert_cmpuint (ex_ledger_n_segments (second), ==, 0);
  g_assert_cmpint (ex_ledger_get_kind (second), ==, EX_LEDGER_RECURRING);
  g_assert_cmpint (ex_ledger_get_grain (second), ==, EX_GRAIN_YEAR);
}

/* Rows of one cell, each with a word that is once its segment and once its reason; the order in the file must not matter. */
static void
test_segment_and_reason_of_a_period_are_those_of_its_latest_row (void)
{
  static const struct
  {
    struct { const char *day; gint64 value; const char *segment; } rows[3];
    const char *expected;
  } cases[] = {
    { { { "2026-01-10", 1, "North" }, { "2026-01-20", 1, "South" }, { "2026-01-05", 1, "West" } }, "c=3/South!South" },
    { { { "2026-01-10", 1, "North" }, { "2026-01-10", 2, "South" }, { "2026-01-10", 1, "West" } }, "c=4/South!South" },
    { { { "2026-01-10", 2, "West" }, { "2026-01-10", 2, "North" }, { "2026-01-10", 2, "South" } }, "c=6/North!North" },
    { { { NULL, 1, "North" }, { NULL, 3, "South" }, { NULL, 2, "West" } }, "c=6/South!South" },
    { { { NULL, 1, "West" }, { NULL, 1, "East" }, { NULL, 1, "North" } }, "c=3/East!East" },
    { { { "2026-01-10", 1, "North" }, { "2026-01-20", 1, NULL }, { "2026-01-05", 9, "West" } }, "c=11/North!North" },
    { { { "2026-01-10", -5, "North" }, { "2026-01-10", -9, "South" }, { "2026-01-01", 9, "West" } }, "c=-5/North!North" },
    { { { NULL, 1, NULL }, { NULL, 3, NULL }, { NULL, 2, NULL } }, "c=6/!" },
  };
  static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize o = 0; o < G_N_ELEMENTS (orders); o++)
      {
        g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH);
        g_autoptr (ExLedger) ledger = NULL;

        for (int r = 0; r < 3; r++)
          {
            const char *word = cases[i].rows[orders[o][r]].segment;

            add (builder, "c", MONTH, cases[i].rows[orders[o][r]].day, cases[i].rows[orders[o][r]].value, word, word);
          }
        ledger = ex_ledger_builder_end (builder);
        assert_cell (ledger, "c", MONTH, cases[i].expected);
      }
}

static void
test_reason_is_that_of_the_latest_row_that_has_one (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  add (builder, "a", MONTH, "2026-01-20", 1, NULL, "price");
  add (builder, "a", MONTH, "2026-01-10", 1, NULL, "service");
  add (builder, "a", MONTH, "2026-01-30", 1, NULL, NULL);
  add (builder, "b", MONTH, NULL, 1, NULL, "price");
  add (builder, "b", MONTH, NULL, 1, NULL, "service");
  add (builder, "b", MONTH, NULL, 1, NULL, NULL);
  ledger = ex_ledger_builder_end (builder);

  assert_cell (ledger, "a", MONTH, "a=3/!price");
  assert_cell (ledger, "b", MONTH, "b=3/!price");
}

static void
test_a_sum_that_overflows_is_refused (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  g_assert_true (add (builder, "a", MONTH, NULL, G_MAXINT64, "North", NULL));
  g_assert_false (add (builder, "a", MONTH, NULL, 1, "South", "price"));
  ledger = ex_ledger_builder_end (builder);

  assert_cell (ledger, "a", MONTH, "a=9223372036854775807/North!");
  g_assert_null (ex_ledger_get_column (ledger, 0)->rows); /* one row a cell */
}

static void
test_names_differ_by_every_byte (void)
{
  static const char *const names[] = { "a", "A", "ab", "a ", " a", "ä", "0001", "1", "001" };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;

  for (int round = 0; round < 3; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      add (builder, names[(i * 7 + round) % G_N_ELEMENTS (names)], MONTH, NULL, 1, NULL, NULL);
  ledger = ex_ledger_builder_end (builder);

  g_assert_cmpuint (ex_ledger_n_customers (ledger), ==, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s=3/!", names[i]);

      assert_cell (ledger, names[i], MONTH, expected);
    }
}

/* A model of a ledger that is too simple to be wrong: "customer period" -> value and words. */
typedef struct
{
  gint64 value;
  char  *segment;
  char  *reason;
  gint64 segment_top; /* value of the row that gave it */
  gint64 reason_top;
  guint  rows;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->segment);
  g_free (cell->reason);
  g_free (cell);
}

static GHashTable *
model_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cell_free);
}

/* Random rows without days, where a cell's segment and reason are settled by its customer and period alone. */
static ExLedger *
random_ledger (GRand *random, GHashTable *model, guint n_rows, int customers, int periods)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  int stamp = g_rand_int_range (random, 0, 3);

  for (guint i = 0; i < n_rows; i++)
    {
      int c = g_rand_int_range (random, 0, customers), p = g_rand_int_range (random, 0, periods);
      gint64 value = g_rand_int_range (random, -50, 100);
      g_autofree char *customer = g_strdup_printf ("c%d", c);
      g_autofree char *segment = (c + p + stamp) % 3 == 0 ? NULL : g_strdup_printf ("s%d", (c + p + stamp) % 5);
      g_autofree char *reason = (c * p + stamp) % 4 == 0 ? g_strdup_printf ("r%d", (c + stamp) % 3) : NULL;
      char *key = g_strdup_printf ("%s %d", customer, MONTH + p);
      Cell *cell = g_hash_table_lookup (model, key);

      g_assert_true (add (builder, customer, MONTH + p, NULL, value, segment, reason));
      if (cell == NULL)
        {
          cell = g_new0 (Cell, 1);
          cell->segment_top = cell->reason_top = value;
          g_hash_table_insert (model, g_strdup (key), cell);
        }
      cell->segment_top = cell->reason_top = MAX (cell->segment_top, value);
      cell->value += value;
      cell->rows++;
      g_free (cell->segment);
      cell->segment = g_steal_pointer (&segment);
      g_free (cell->reason);
      cell->reason = g_steal_pointer (&reason);
      g_free (key);
    }

  return ex_ledger_builder_end (builder);
}

static const char *
word (const char *text)
{
  return text != NULL ? text : "";
}

static void
assert_is_model (const ExLedger *ledger, GHashTable *model, gboolean with_rows)
{
  assert_sound (ledger);
  g_assert_cmpuint (ex_ledger_n_cells (ledger), ==, g_hash_table_size (model));

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);

      for (guint j = 0; j < column->n; j++)
        {
          g_autofree char *key = g_strdup_printf ("%s %d", ex_ledger_get_customer (ledger, column->customer[j]), column->index);
          const Cell *cell = g_hash_table_lookup (model, key);

          g_assert_nonnull (cell);
          g_assert_cmpint (column->value[j], ==, cell->value);
          g_assert_cmpstr (column->segment[j] < 0 ? "" : ex_ledger_get_segment (ledger, column->segment[j]), ==, word (cell->segment));
          g_assert_cmpstr (column->reason[j] < 0 ? "" : ex_ledger_get_reason (ledger, column->reason[j]), ==, word (cell->reason));
          if (with_rows)
            g_assert_cmpuint (column->rows != NULL ? column->rows[j] : 1, ==, cell->rows);
        }
    }
}

static void
test_random_rows_make_the_cells_of_a_plain_table (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260930);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GHashTable) model = model_new ();
      g_autoptr (ExLedger) ledger = random_ledger (random, model, 1 + round * 40, 1 + round * 5, 1 + round % 13);

      assert_is_model (ledger, model, TRUE);
    }
}

/* Of two rows without a day the larger decides, then the name. */
static gboolean
decides (const char *over, gint64 over_top, const char *under, gint64 under_top)
{
  if (over == NULL || under == NULL)
    return over != NULL;

  return over_top != under_top ? over_top > under_top : strcmp (over, under) < 0;
}

static void
add_models (const Cell *under, Cell *merged)
{
  merged->value += under->value;
  if (!decides (merged->segment, merged->segment_top, under->segment, under->segment_top))
    {
      merged->segment = under->segment;
      merged->segment_top = under->segment_top;
    }
  if (!decides (merged->reason, merged->reason_top, under->reason, under->reason_top))
    {
      merged->reason = under->reason;
      merged->reason_top = under->reason_top;
    }
}

static gboolean
is_same_cell (const Cell *one, const Cell *other, gboolean tops)
{
  return one->value == other->value && g_strcmp0 (one->segment, other->segment) == 0 && g_strcmp0 (one->reason, other->reason) == 0
         && (!tops || ((one->segment == NULL || one->segment_top == other->segment_top)
                       && (one->reason == NULL || one->reason_top == other->reason_top)));
}

/* What merge_ledgers() is to do, on the models. */
static void
merge_models (GHashTable *base, GHashTable *layer, gboolean add_up, ExLedgerMerge *counts)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, layer);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Cell *over = value;
      Cell *under = g_hash_table_lookup (base, key);
      Cell merged = *over;

      if (under == NULL)
        counts->added += over->rows;
      else if (add_up)
        add_models (under, &merged);
      if (under != NULL && is_same_cell (&merged, under, add_up))
        counts->unchanged += over->rows;
      else if (under != NULL)
        counts->changed += over->rows;

      under = g_new0 (Cell, 1);
      *under = merged;
      under->segment = g_strdup (merged.segment);
      under->reason = g_strdup (merged.reason);
      under->rows = 1;
      g_hash_table_replace (base, g_strdup (key), under);
    }
}

static void
test_layers_merge_as_plain_tables_do (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GHashTable) model = model_new ();
      g_autoptr (GHashTable) layer_model = model_new ();
      gboolean add_up = round % 2;
      int customers = 1 + round % 30, periods = 1 + round % 7;
      g_autoptr (ExLedger) base = random_ledger (random, model, 1 + round, customers, periods);
      g_autoptr (ExLedger) layer = random_ledger (random, layer_model, 1 + round / 3, customers + round % 3, periods + round % 2);
      ExLedgerMerge expected = { 0 }, counts = { 0 };
      g_autoptr (ExLedger) merged = merge_ledgers (base, layer, add_up ? EX_OVER_ADDS : EX_OVER_CELLS, &counts);

      merge_models (model, layer_model, add_up, &expected);
      assert_is_model (merged, model, FALSE);
      g_assert_cmpuint (counts.added, ==, expected.added);
      g_assert_cmpuint (counts.changed, ==, expected.changed);
      g_assert_cmpuint (counts.unchanged, ==, expected.unchanged);
    }
}

static void
test_the_same_layer_twice_changes_nothing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GHashTable) model = model_new ();
  g_autoptr (ExLedger) ledger = random_ledger (random, model, 500, 40, 6);
  ExLedgerMerge counts;
  g_autoptr (ExLedger) second = merge_ledgers (ledger, ledger, EX_OVER_CELLS, &counts);

  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.changed, ==, 0);
  g_assert_cmpuint (counts.unchanged, ==, 500);
  assert_is_model (second, model, FALSE);
}

static void
test_kinds_read_and_written (void)
{
  ExLedgerKind kind = EX_LEDGER_RECURRING;

  g_assert_true (ex_ledger_kind_parse ("transactions", &kind));
  g_assert_cmpint (kind, ==, EX_LEDGER_TRANSACTIONS);
  g_assert_true (ex_ledger_kind_parse ("Recurring", &kind));
  g_assert_cmpint (kind, ==, EX_LEDGER_RECURRING);
  g_assert_false (ex_ledger_kind_parse ("rent", &kind));
  g_assert_false (ex_ledger_kind_parse (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/rows-of-one-cell-add-up", test_rows_add_up);
  g_test_add_func ("/ledger/builder-is-empty-after-its-end", test_builder_is_empty_after_end);
  g_test_add_func ("/ledger/segment-and-reason-are-those-of-the-latest-row", test_segment_and_reason_of_a_period_are_those_of_its_latest_row);
  g_test_add_func ("/ledger/reason-is-that-of-the-latest-row-that-has-one", test_reason_is_that_of_the_latest_row_that_has_one);
  g_test_add_func ("/ledger/overflowing-sum-is-refused", test_a_sum_that_overflows_is_refused);
  g_test_add_func ("/ledger/names-differ-by-every-byte", test_names_differ_by_every_byte);
  g_test_add_func ("/ledger/random-rows-make-the-cells-of-a-plain-table", test_random_rows_make_the_cells_of_a_plain_table);
  g_test_add_func ("/ledger/layers-merge-as-plain-tables-do", test_layers_merge_as_plain_tables_do);
  g_test_add_func ("/ledger/same-layer-twice-changes-nothing", test_the_same_layer_twice_changes_nothing);
  g_test_add_func ("/ledger/kinds", test_kinds_read_and_written);

  return g_test_run ();
}
