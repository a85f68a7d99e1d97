/* Properties of the ledger in its file, over random rows: however they are ordered, split, imported again or taken back, the answers are the same to
 * the byte. */
#include "config.h"

#include "core/ex-money.h"
#include "store-fixture.h"
#include "store/ex-store-asset.h"

#define ROUNDS 60
#define FIRST (2024 * 12 + 10)

typedef struct
{
  char   customer[8];
  char   segment[8]; /* "": not said */
  char   reason[8];
  int    period;
  ExDay  day;        /* EX_DAY_NONE: of a ledger of periods */
  gint64 value;
} Row;

static void
fill_name (char *to, const char *letter, int n, gboolean may_miss)
{
  int number = g_test_rand_int_range (may_miss ? -2 : 0, n);

  g_snprintf (to, 8, "%s%d", letter, number);
  if (number < 0)
    *to = '\0';
}

/* Few customers and values, so that rows meet and tie. */
static GArray *
random_rows (gboolean dated)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  int n = g_test_rand_int_range (1, 80);

  for (int i = 0; i < n; i++)
    {
      Row row = { .period = FIRST + g_test_rand_int_range (0, 6), .value = g_test_rand_int_range (-3, 9) };

      if (g_test_rand_int_range (0, 5) == 0)
        row.period += 9; /* a gap */
      fill_name (row.customer, "c", 9, FALSE);
      fill_name (row.segment, "s", 4, TRUE);
      fill_name (row.reason, "r", 3, TRUE);
      row.day = dated ? ex_period_first_day ((ExPeriod) { EX_GRAIN_MONTH, row.period }) + (ExDay) g_test_rand_int_range (0, 4) : EX_DAY_NONE;
      g_array_append_val (rows, row);
    }

  return rows;
}

static void
shuffle (GArray *rows)
{
  for (guint i = rows->len; i > 1; i--)
    {
      guint k = (guint) g_test_rand_int_range (0, (gint32) i);
      Row row = g_array_index (rows, Row, i - 1);

      g_array_index (rows, Row, i - 1) = g_array_index (rows, Row, k);
      g_array_index (rows, Row, k) = row;
    }
}

/* The rows whose number leaves @part when divided by @parts, or of a whole file. */
static ExLedger *
build (const GArray *rows, ExLedgerKind kind, const int *part_of, int part)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (part_of == NULL || part_of[i] == part)
        g_assert_true (ex_ledger_builder_add (builder, row->customer, strlen (row->customer), row->period, row->day, row->value, row->segment,
                                              strlen (row->segment), row->reason, strlen (row->reason)));
    }

  return ex_ledger_builder_end (builder);
}

static void
import (ExStore *store, ExLedger *layer, ExOver over, ExImportCounts *counts)
{
  static int number;
  g_autofree char *digest = g_strdup_printf ("%d", number++);
  ExImportInfo info = { .file_name = "rows.csv", .digest = digest };
  g_autoptr (GError) error = NULL;

  ex_store_import_ledger (store, layer, over, &info, counts, &error);
  g_assert_no_error (error);
}

static void
describe_count (GString *text, const ExCount *count)
{
  g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, count->customers, count->value);
}

static void
describe_movement (GString *text, const char *name, const ExMovement *m)
{
  const ExCount *counts = &m->opening;

  g_string_append (text, name);
  for (gsize i = 0; i < sizeof *m / sizeof *counts; i++)
    describe_count (text, &counts[i]);
  g_string_append_c (text, '\n');
}

/* Every answer there is, in names: numbers are the file's own affair. */
static char *
answers (ExStore *store)
{
  static const ExGrain grains[] = { EX_GRAIN_MONTH, EX_GRAIN_QUARTER, EX_GRAIN_YEAR };
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLedger) ledger = ex_store_open_ledger (store, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize g = 0; g < G_N_ELEMENTS (grains) && ledger != NULL; g++)
    {
      g_autoptr (GPtrArray) spans = ex_store_read_spans (store, grains[g], EX_EVERY_SEGMENT, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < spans->len; i++)
        {
          const ExSpan *span = g_ptr_array_index (spans, i);
          g_autofree char *name = ex_period_to_string (span->period);

          describe_movement (text, name, &span->movement);
          for (guint k = 0; k < span->segments->len; k++)
            {
              const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, k);

              describe_movement (text, segment->segment < 0 ? "-" : ex_ledger_get_segment (ledger, (guint) segment->segment), &segment->movement);
            }
          for (guint k = 0; k < span->reasons->len; k++)
            {
              const ExLostReason *reason = &g_array_index (span->reasons, ExLostReason, k);

              g_string_append (text, reason->reason < 0 ? "?" : ex_ledger_get_reason (ledger, (guint) reason->reason));
              describe_count (text, &reason->lost);
              g_string_append_c (text, '\n');
            }
        }
    }

  return g_string_free (text, FALSE);
}

/* Everything that was imported goes again: the store is as new to whoever asks, though layers that do not count lie in it. */
static void
take_all_back (ExStore *store, int n)
{
  g_autofree char *left = NULL;

  while (n-- > 0)
    undo (store);
  left = answers (store);
  g_assert_cmpstr (left, ==, "");
}

static void
test_rows_in_any_order_and_split_in_any_way (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) rows = random_rows (round % 2 == 0);
      ExLedgerKind kind = round % 3 == 0 ? EX_LEDGER_TRANSACTIONS : EX_LEDGER_RECURRING;
      g_autoptr (ExLedger) whole = build (rows, kind, NULL, 0);
      g_autofree int *part_of = g_new (int, rows->len);
      g_autofree char *expected = NULL;
      g_autofree char *split = NULL;
      int parts = g_test_rand_int_range (1, 5), n = 0;

      import (fixture->store, whole, EX_OVER_CELLS, NULL);
      expected = answers (fixture->store);
      take_all_back (fixture->store, 1);

      shuffle (rows);
      for (guint i = 0; i < rows->len; i++)
        part_of[i] = g_test_rand_int_range (0, parts);
      for (int part = 0; part < parts; part++)
        {
          g_autoptr (ExLedger) layer = build (rows, kind, part_of, part);
          ExImportCounts counts = { 0 };

          if (ex_ledger_n_columns (layer) > 0)
            import (fixture->store, layer, EX_OVER_ADDS, &counts);
          n += counts.added + counts.changed > 0;
        }
      split = answers (fixture->store);
      g_assert_cmpstr (split, ==, expected);
      take_all_back (fixture->store, n);
    }
  assert_sound (fixture->store);
}

static void
test_twice_changes_nothing_and_undo_takes_it_away (Fixture *fixture, gconstpointer data)
{
  static const ExOver overs[] = { EX_OVER_CELLS, EX_OVER_ADDS, EX_OVER_PERIOD };

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) rows = random_rows (round % 2 == 0);
      g_autoptr (GArray) more = random_rows (round % 2 == 0);
      g_autoptr (ExLedger) first = build (rows, EX_LEDGER_RECURRING, NULL, 0);
      g_autoptr (ExLedger) second = build (more, EX_LEDGER_RECURRING, NULL, 0);
      g_autoptr (ExLedger) again = NULL;
      g_autofree char *before = NULL;
      g_autofree char *twice = NULL;
      g_autofree char *after = NULL;
      ExImportCounts counts;

      import (fixture->store, first, EX_OVER_CELLS, NULL);
      before = answers (fixture->store);
      shuffle (rows);
      again = build (rows, EX_LEDGER_RECURRING, NULL, 0);
      import (fixture->store, again, EX_OVER_CELLS, &counts);
      twice = answers (fixture->store);
      g_assert_cmpstr (twice, ==, before);
      g_assert_cmpuint (counts.added + counts.changed, ==, 0);

      import (fixture->store, second, overs[round % 3], &counts);
      if (counts.added + counts.changed + counts.removed > 0)
        undo (fixture->store);
      after = answers (fixture->store);
      g_assert_cmpstr (after, ==, before);
      take_all_back (fixture->store, 1);
    }
}

/* A file that replaces: its periods are as if nothing had been there, the others as they were. */
static void
test_a_period_is_replaced (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) rows = random_rows (FALSE);
      g_autoptr (GArray) more = random_rows (FALSE);
      g_autoptr (ExLedger) first = build (rows, EX_LEDGER_RECURRING, NULL, 0);
      g_autoptr (ExLedger) second = build (more, EX_LEDGER_RECURRING, NULL, 0);
      g_autoptr (ExLedger) left = NULL;
      g_autofree int *part_of = g_new0 (int, rows->len);
      g_autofree char *replaced = NULL;
      g_autofree char *expected = NULL;
      ExImportCounts counts;

      for (guint i = 0; i < rows->len; i++)
        for (guint k = 0; k < more->len; k++)
          if (g_array_index (rows, Row, i).period == g_array_index (more, Row, k).period)
            part_of[i] = 1;
      left = build (rows, EX_LEDGER_RECURRING, part_of, 0);
      import (fixture->store, first, EX_OVER_CELLS, NULL);
      import (fixture->store, second, EX_OVER_PERIOD, &counts);
      replaced = answers (fixture->store);
      take_all_back (fixture->store, 1 + (counts.added + counts.changed + counts.removed > 0));
      if (ex_ledger_n_columns (left) > 0)
        import (fixture->store, left, EX_OVER_CELLS, NULL);
      import (fixture->store, second, EX_OVER_CELLS, NULL);
      expected = answers (fixture->store);
      g_assert_cmpstr (replaced, ==, expected);
      take_all_back (fixture->store, 1 + (ex_ledger_n_columns (left) > 0));
    }
}

static void
test_what_a_correction_changed_is_said (Fixture *fixture, gconstpointer data)
{
  Row rows[] = { { "a", "s", "", FIRST, EX_DAY_NONE, 1000 }, { "b", "s", "", FIRST, EX_DAY_NONE, 500 } };
  Row more[] = { { "a", "s", "", FIRST, EX_DAY_NONE, 1200 }, { "c", "s", "", FIRST, EX_DAY_NONE, 100000 }, { "c", "s", "", FIRST + 1, EX_DAY_NONE, 7 } };
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  ExImportInfo info = { .file_name = "more.csv", .digest = "more", .notes = notes };
  g_autoptr (ExLedger) first = NULL;
  g_autoptr (ExLedger) second = NULL;

  g_array_append_vals (one, rows, G_N_ELEMENTS (rows));
  g_array_append_vals (other, more, G_N_ELEMENTS (more));
  first = build (one, EX_LEDGER_RECURRING, NULL, 0);
  second = build (other, EX_LEDGER_RECURRING, NULL, 0);
  import (fixture->store, first, EX_OVER_CELLS, NULL);
  g_assert_true (ex_store_import_ledger (fixture->store, second, EX_OVER_CELLS, &info, NULL, NULL));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (notes, 0), ==, "2024-11: 1 changed, 1 new, value +1,002.00 €");
  g_ptr_array_set_size (notes, 0);
  g_assert_true (ex_store_import_ledger (fixture->store, first, EX_OVER_PERIOD, &info, NULL, NULL));
  g_assert_cmpstr (g_ptr_array_index (notes, 0), ==, "2024-11: 1 changed, 0 new, 1 gone, value −1,002.00 €");
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/ledger-rows/in-any-order-and-split-in-any-way", test_rows_in_any_order_and_split_in_any_way);
  add ("/store/ledger-rows/twice-changes-nothing-and-undo-takes-it-away", test_twice_changes_nothing_and_undo_takes_it_away);
  add ("/store/ledger-rows/a-period-is-replaced", test_a_period_is_replaced);
  add ("/store/ledger-rows/what-a-correction-changed-is-said", test_what_a_correction_changed_is_said);
  return g_test_run ();
}
