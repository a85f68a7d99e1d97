#include "config.h"

#include "store-fixture.h"

/* "CUSTOMER PERIOD VALUE SEGMENT REASON" a cell; - for not said. */
static ExLedger *
make_ledger_of (ExLedgerKind kind, ExGrain grain, const char * const *cells)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, grain);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) part = g_strsplit (cells[i], " ", 5);
      gboolean has_segment = strcmp (part[3], "-") != 0, has_reason = strcmp (part[4], "-") != 0;
      ExPeriod period;

      g_assert_true (ex_period_parse (part[1], &period));
      g_assert_true (ex_ledger_builder_add (builder, part[0], strlen (part[0]), period.index, EX_DAY_NONE, g_ascii_strtoll (part[2], NULL, 10),
                                            part[3], has_segment ? strlen (part[3]) : 0, part[4], has_reason ? strlen (part[4]) : 0));
    }
  return ex_ledger_builder_end (builder);
}

#define make_ledger(...) make_ledger_of (EX_LEDGER_RECURRING, EX_GRAIN_MONTH, (const char * const[]) { __VA_ARGS__, NULL })

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Every cell in one line each, by period and name: what a ledger says, whatever its numbers are. */
static char *
describe (const ExLedger *ledger)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);
      ExPeriod period = { ex_ledger_get_grain (ledger), column->index };
      g_autofree char *name = ex_period_to_string (period);

      for (guint k = 0; k < column->n; k++)
        g_ptr_array_add (lines, g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %s %s", ex_ledger_get_customer (ledger, column->customer[k]), name,
                                                 column->value[k],
                                                 column->segment[k] < 0 ? "-" : ex_ledger_get_segment (ledger, (guint) column->segment[k]),
                                                 column->reason[k] < 0 ? "-" : ex_ledger_get_reason (ledger, (guint) column->reason[k])));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("|", (char **) lines->pdata);
  return g_steal_pointer (&text);
}

static void
assert_ledger (ExStore *store, const char *cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLedger) ledger = ex_store_read_ledger (store, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = ledger != NULL ? describe (ledger) : g_strdup ("none");
  g_assert_cmpstr (said, ==, cells);
}

static void
import (ExStore *store, ExLedger *layer, gboolean add, const char *digest, ExImportCounts *counts)
{
  ExImportInfo info = { .file_name = "customers.csv", .digest = digest };
  g_autoptr (GError) error = NULL;

  ex_store_import_ledger (store, layer, add, &info, counts, &error);
  g_assert_no_error (error);
}

static void
test_no_ledger_is_none (Fixture *fixture, gconstpointer data)
{
  assert_ledger (fixture->store, "none");
}

static void
test_a_layer_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = make_ledger ("acme 2026-01 9223372036854775802 Gold -", "acme 2026-03 0 - moved", "Bäcker 2026-01 -1 - -",
                                            "客户 2026-02 5 Silver price");
  ExImportCounts counts;

  import (fixture->store, layer, FALSE, "d1", &counts);
  g_assert_cmpuint (counts.added, ==, 4);
  g_assert_cmpuint (counts.changed + counts.unchanged, ==, 0);
  assert_last_action (fixture->store, "Import customers: customers.csv");
  fixture_open_again (fixture);
  assert_ledger (fixture->store, "Bäcker 2026-01 -1 - -|acme 2026-01 9223372036854775802 Gold -|acme 2026-03 0 - moved|客户 2026-02 5 Silver price");
  assert_sound (fixture->store);
}

static void
test_the_later_layer_wins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) first = make_ledger ("a 2026-01 10 x -", "b 2026-01 20 x -");
  g_autoptr (ExLedger) second = make_ledger ("c 2026-01 1 y -", "a 2026-01 11 y gone", "b 2026-01 20 x -", "a 2026-02 12 - -");
  ExImportCounts counts;

  import (fixture->store, first, FALSE, "d1", &counts);
  import (fixture->store, second, FALSE, "d2", &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  assert_ledger (fixture->store, "a 2026-01 11 y gone|a 2026-02 12 - -|b 2026-01 20 x -|c 2026-01 1 y -");
}

static void
test_the_same_file_twice_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = make_ledger ("a 2026-01 10 x -", "b 2026-01 20 x -");
  ExImportCounts counts;
  gint64 before;

  import (fixture->store, layer, FALSE, "d1", &counts);
  before = n_actions (fixture->store);
  import (fixture->store, layer, FALSE, "d1", &counts);
  g_assert_cmpuint (counts.unchanged, ==, 2);
  g_assert_cmpuint (counts.added + counts.changed, ==, 0);
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM ledger_layers"), ==, 1);
}

static void
test_add_adds_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) first = make_ledger ("a 2026-01 10 x -");
  g_autoptr (ExLedger) second = make_ledger ("a 2026-01 5 x -", "b 2026-01 7 - -");
  ExImportInfo info = { .file_name = "more.csv", .digest = "d2" };
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;

  import (fixture->store, first, FALSE, "d1", &counts);
  import (fixture->store, second, TRUE, "d2", &counts);
  assert_ledger (fixture->store, "a 2026-01 15 x -|b 2026-01 7 - -");
  g_assert_false (ex_store_import_ledger (fixture->store, second, TRUE, &info, &counts, &error));
  assert_refused (&error, "already added on");
  assert_ledger (fixture->store, "a 2026-01 15 x -|b 2026-01 7 - -");
  undo (fixture->store);
  assert_ledger (fixture->store, "a 2026-01 10 x -");
  import (fixture->store, second, TRUE, "d2", &counts); /* taken back, it may come again */
  assert_ledger (fixture->store, "a 2026-01 15 x -|b 2026-01 7 - -");
  assert_sound (fixture->store);
}

static void
test_what_was_imported_is_not_added_to_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = make_ledger ("a 2026-01 10 x -");
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d1" };
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;

  import (fixture->store, layer, FALSE, "d1", &counts);
  g_assert_false (ex_store_import_ledger (fixture->store, layer, TRUE, &info, &counts, &error));
  assert_refused (&error, "as import 1");
}

static void
test_overflow_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = make_ledger ("a 2026-01 9223372036854775807 x -");
  ExImportInfo info = { .file_name = "more.csv", .digest = "d2" };
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;
  gint64 before;

  import (fixture->store, layer, FALSE, "d1", &counts);
  before = n_actions (fixture->store);
  g_assert_false (ex_store_import_ledger (fixture->store, layer, TRUE, &info, &counts, &error));
  assert_refused (&error, "more than can be kept");
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_another_kind_or_grain_is_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { ExLedgerKind kind; ExGrain grain; const char *cell, *says; } cases[] = {
    { EX_LEDGER_TRANSACTIONS, EX_GRAIN_MONTH, "a 2026-01 1 - -", "recurring values by month, but this was read as transactions by month" },
    { EX_LEDGER_RECURRING, EX_GRAIN_QUARTER, "a 2026-Q1 1 - -", "read as recurring values by quarter" },
    { EX_LEDGER_TRANSACTIONS, EX_GRAIN_YEAR, "a 2026 1 - -", "read as transactions by year" },
  };
  g_autoptr (ExLedger) first = make_ledger ("a 2026-01 10 x -");
  ExImportCounts counts;

  import (fixture->store, first, FALSE, "d1", &counts);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExLedger) layer = make_ledger_of (cases[i].kind, cases[i].grain, (const char * const[]) { cases[i].cell, NULL });
      ExImportInfo info = { .file_name = "other.csv", .digest = "d2" };
      g_autoptr (GError) error = NULL;

      g_assert_false (ex_store_import_ledger (fixture->store, layer, FALSE, &info, &counts, &error));
      assert_refused (&error, cases[i].says);
    }
  assert_ledger (fixture->store, "a 2026-01 10 x -");

  /* with the first taken back, the next sets the kind */
  undo (fixture->store);
  {
    g_autoptr (ExLedger) layer = make_ledger_of (EX_LEDGER_TRANSACTIONS, EX_GRAIN_YEAR, (const char * const[]) { "a 2026 1 - -", NULL });

    import (fixture->store, layer, FALSE, "d3", &counts);
    assert_ledger (fixture->store, "a 2026 1 - -");
  }
}

static void
test_undo_takes_a_layer_away_and_redo_brings_it_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) first = make_ledger ("a 2026-01 10 x -");
  g_autoptr (ExLedger) second = make_ledger ("a 2026-01 11 y -", "b 2026-02 3 - -");
  ExImportCounts counts;
  gint64 version;

  import (fixture->store, first, FALSE, "d1", &counts);
  version = ex_store_get_ledger_version (fixture->store);
  import (fixture->store, second, FALSE, "d2", &counts);
  g_assert_cmpint (ex_store_get_ledger_version (fixture->store), !=, version);
  version = ex_store_get_ledger_version (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (ex_store_get_ledger_version (fixture->store), !=, version);
  assert_ledger (fixture->store, "a 2026-01 10 x -");
  assert_sound (fixture->store);
  redo (fixture->store);
  assert_ledger (fixture->store, "a 2026-01 11 y -|b 2026-02 3 - -");
  undo (fixture->store);
  undo (fixture->store);
  assert_ledger (fixture->store, "none");
  redo (fixture->store);
  assert_ledger (fixture->store, "a 2026-01 10 x -");
  assert_sound (fixture->store);

  version = ex_store_get_ledger_version (fixture->store);
  save_leader (fixture->store, "z", "Zoe", NULL);
  g_assert_cmpint (ex_store_get_ledger_version (fixture->store), ==, version);
}

static void
test_cancelled_import_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = make_ledger ("a 2026-01 10 x -");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d1", .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (fixture->store);

  g_cancellable_cancel (cancellable);
  g_assert_false (ex_store_import_ledger (fixture->store, layer, FALSE, &info, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  assert_ledger (fixture->store, "none");
}

/* The triggers keep layers as they are, so the damage is done behind their back. */
static void
test_damage_is_told (Fixture *fixture, gconstpointer data)
{
  static const char * const damages[] = {
    "UPDATE ledger_columns SET amounts = x'00'",
    "UPDATE ledger_columns SET customers = x'0000'",
    "UPDATE ledger_columns SET customers = x'09000000'",
    "UPDATE ledger_columns SET segments = x'05000000'",
    "UPDATE ledger_layers SET customers = x'61'",
  };
  g_autoptr (ExLedger) layer = make_ledger ("a 2026-01 10 x -");
  ExImportCounts counts;

  import (fixture->store, layer, FALSE, "d1", &counts);
  g_assert_true (ex_database_execute (fixture->store->db, "DROP TRIGGER ledger_columns_update; DROP TRIGGER ledger_layers_update", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ex_database_execute (fixture->store->db, "BEGIN", NULL));
      g_assert_true (ex_database_execute (fixture->store->db, damages[i], NULL));
      fixture->store->depth = 1; /* read inside of it */
      g_assert_null (ex_store_read_ledger (fixture->store, &error));
      assert_error_says (&error, EX_STORE_ERROR_DAMAGED, "Import 1 of the customer ledger is damaged");
      fixture->store->depth = 0;
      ex_database_rollback (fixture->store->db);
    }
}

/* Whatever the layers, what is read is what a plain table of the last word for each cell says. */
static void
test_random_layers_merge_like_a_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *expected = NULL;
  GHashTableIter iter;
  gpointer key, value;

  for (int layer = 0; layer < 12; layer++)
    {
      g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (ExLedger) ledger = NULL;
      g_autofree char *digest = g_strdup_printf ("d%d", layer);
      ExImportCounts counts;

      for (int i = 0; i < 30; i++)
        {
          g_autofree char *customer = g_strdup_printf ("c%d", g_test_rand_int_range (0, 20));
          ExPeriod period = { EX_GRAIN_MONTH, 2026 * 12 + g_test_rand_int_range (0, 6) };
          g_autofree char *name = ex_period_to_string (period);
          g_autofree char *cell = g_strdup_printf ("%s %s", customer, name);
          gint64 amount = g_test_rand_int_range (-5, 100);

          if (!g_hash_table_add (seen, g_strdup (cell)))
            continue;
          g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), period.index, EX_DAY_NONE, amount, "s", 1, NULL, 0));
          g_hash_table_insert (table, g_strdup (cell), g_strdup_printf ("%s %" G_GINT64_FORMAT " s -", cell, amount));
        }
      ledger = ex_ledger_builder_end (builder);
      import (fixture->store, ledger, FALSE, digest, &counts);
    }
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_ptr_array_add (lines, value);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  expected = g_strjoinv ("|", (char **) lines->pdata);
  assert_ledger (fixture->store, expected);
  assert_sound (fixture->store);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/ledger/no-ledger-is-none", test_no_ledger_is_none);
  add ("/store/ledger/a-layer-comes-back", test_a_layer_comes_back);
  add ("/store/ledger/the-later-layer-wins", test_the_later_layer_wins);
  add ("/store/ledger/the-same-file-twice-changes-nothing", test_the_same_file_twice_changes_nothing);
  add ("/store/ledger/add-adds-once", test_add_adds_once);
  add ("/store/ledger/what-was-imported-is-not-added-to-itself", test_what_was_imported_is_not_added_to_itself);
  add ("/store/ledger/overflow-is-refused", test_overflow_is_refused);
  add ("/store/ledger/another-kind-or-grain-is-refused", test_another_kind_or_grain_is_refused);
  add ("/store/ledger/undo-takes-a-layer-away-and-redo-brings-it-back", test_undo_takes_a_layer_away_and_redo_brings_it_back);
  add ("/store/ledger/cancelled-import-leaves-nothing", test_cancelled_import_leaves_nothing);
  add ("/store/ledger/damage-is-told", test_damage_is_told);
  add ("/store/ledger/random-layers-merge-like-a-table", test_random_layers_merge_like_a_table);
  return g_test_run ();
}
