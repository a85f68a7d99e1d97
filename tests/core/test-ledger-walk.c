/* Walks through a ledger: columns that come one by one, periods without data, what is provisional, one segment or all, and the check of it all. */
#include "config.h"

#include "core/ex-error.h"
#include "core/ex-ledger-check.h"
#include "core/ex-ledger-private.h"

#include <string.h>

#define FIRST (2024 * 12)
#define ROUNDS 300

/* Rows of few customers over @months, none in the month @hole (-1: nowhere); months behind @gone come a month earlier (-1: none do). */
static ExLedger *
random_ledger (guint32 seed, ExLedgerKind kind, int months, int hole, gboolean without)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);

  for (int month = 0; month < months; month++)
    for (int i = 0; i < 12; i++)
      {
        g_autofree char *customer = g_strdup_printf ("c%d", i);
        g_autofree char *segment = g_strdup_printf ("s%d", g_rand_int_range (chance, 0, 3));
        g_autofree char *reason = g_strdup_printf ("r%d", g_rand_int_range (chance, 0, 3));
        gint64 value = g_rand_int_range (chance, -1, 6);
        gboolean says = g_rand_boolean (chance), there = g_rand_int_range (chance, 0, 3) > 0;

        /* The first and the last month are always there, so that the ledger is as long as it is. */
        if (month == hole || (!there && month > 0 && month < months - 1))
          continue;
        ex_ledger_builder_add (builder, customer, strlen (customer), FIRST + month - (without && month > hole), EX_DAY_NONE, value, segment,
                               says ? strlen (segment) : 0, reason, value <= 0 ? strlen (reason) : 0);
      }

  return ex_ledger_builder_end (builder);
}

/* --- columns that come one by one ---------------------------------------------------------------------------------------------- */

static gboolean
load_copy (gpointer data, guint i, ExColumn *column, GError **error)
{
  ex_column_copy (column, ex_ledger_get_column (data, i));

  return TRUE;
}

static gboolean
load_nothing (gpointer data, guint i, ExColumn *column, GError **error)
{
  g_set_error_literal (error, EX_ERROR, EX_ERROR_INVALID, "gone");

  return FALSE;
}

static ExNames *
copy_names (gpointer data, GError **error)
{
  return ex_names_copy (ex_ledger_get_customers (data));
}

static void
let_go (gpointer data)
{
  ex_ledger_unref (data);
}

static const ExLedgerSource copies = { load_copy, copy_names, let_go }, nothings = { load_nothing, copy_names, let_go };

static ExLedger *
lazy_of (ExLedger *ledger, const ExLedgerSource *source)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      int index = ex_ledger_get_period (ledger, i).index;

      g_array_append_val (indices, index);
    }

  return ex_ledger_new_lazy (ex_ledger_get_kind (ledger), ex_ledger_get_grain (ledger), ex_ledger_n_customers (ledger),
                             ex_names_copy (ex_ledger_get_segments (ledger)), ex_names_copy (ex_ledger_get_reasons (ledger)), indices, source,
                             ex_ledger_ref (ledger));
}

static void
assert_same_spans (GPtrArray *one, GPtrArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const ExSpan *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      g_assert_cmpmem (&a->movement, sizeof a->movement, &b->movement, sizeof b->movement);
      g_assert_cmpuint (a->segments->len, ==, b->segments->len);
      for (guint k = 0; k < a->segments->len; k++)
        {
          const ExSegmentMovement *of_a = &g_array_index (a->segments, ExSegmentMovement, k), *of_b = &g_array_index (b->segments, ExSegmentMovement, k);

          g_assert_cmpint (of_a->segment, ==, of_b->segment);
          g_assert_cmpmem (&of_a->movement, sizeof of_a->movement, &of_b->movement, sizeof of_b->movement);
        }
      g_assert_cmpuint (a->reasons->len, ==, b->reasons->len);
    }
}

static void
test_columns_one_by_one (void)
{
  for (guint round = 0; round < ROUNDS / 5; round++)
    {
      g_autoptr (ExLedger) ledger = random_ledger (round, round % 2, 9, 4, FALSE);
      g_autoptr (ExLedger) lazy = lazy_of (ledger, &copies);
      g_autoptr (ExLedger) loaded = ex_ledger_load (lazy, NULL);
      ExSpanRequest requests[] = { { .grain = EX_GRAIN_QUARTER, .segment = EX_EVERY_SEGMENT },
                                   { .first = FIRST + 2, .last = FIRST + 5, .segment = EX_COMPANY_ONLY } };
      g_autoptr (GPtrArray) expected = ex_ledger_movements (ledger, EX_GRAIN_QUARTER, EX_EVERY_SEGMENT, NULL, NULL);
      g_autoptr (ExSpan) between = ex_ledger_movement_between (ledger, FIRST + 2, FIRST + 5, EX_COMPANY_ONLY, NULL, NULL);
      ExLedgerCensus census;

      g_assert_true (ex_ledger_walk (lazy, requests, 2, NULL, NULL, NULL, &census, NULL));
      assert_same_spans (requests[0].spans, expected);
      g_assert_cmpmem (&((ExSpan *) g_ptr_array_index (requests[1].spans, 0))->movement, sizeof (ExMovement), &between->movement, sizeof (ExMovement));
      g_assert_cmpuint (census.n_cells, ==, ex_ledger_n_cells (ledger));
      g_assert_cmpuint (census.n_customers, ==, ex_ledger_n_customers (ledger));
      g_assert_cmpuint (ex_ledger_n_cells (loaded), ==, census.n_cells);
      g_assert_cmpstr (ex_ledger_get_customer (lazy, 0), ==, ex_ledger_get_customer (ledger, 0));
      g_ptr_array_unref (requests[0].spans);
      g_ptr_array_unref (requests[1].spans);
    }
}

static void
test_a_column_that_cannot_be_read (void)
{
  g_autoptr (ExLedger) ledger = random_ledger (1, EX_LEDGER_RECURRING, 3, -1, FALSE);
  g_autoptr (ExLedger) lazy = lazy_of (ledger, &nothings);
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_ledger_movements (lazy, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, NULL, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
}

/* --- marks ------------------------------------------------------------------------------------------------------------------------ */

/* A month without data is as if it had never been: the month after it is compared with the one before. */
static void
test_no_data_is_passed_over (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      int hole = 1 + (int) (round % 6);
      g_autoptr (ExLedger) ledger = random_ledger (round, round % 2, 8, hole, FALSE);
      g_autoptr (ExLedger) without = random_ledger (round, round % 2, 8, hole, TRUE);
      g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
      ExPeriod period = { EX_GRAIN_MONTH, FIRST + hole };
      g_autoptr (GPtrArray) spans = NULL;
      g_autoptr (GPtrArray) expected = NULL;

      g_array_append_val (marks->no_data, period);
      spans = ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, marks, NULL);
      expected = ex_ledger_movements (without, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, NULL, NULL);
      g_assert_cmpuint (spans->len, ==, expected->len + 1);
      g_assert_true (((ExSpan *) g_ptr_array_index (spans, (guint) hole))->no_data);
      g_assert_false (((ExSpan *) g_ptr_array_index (spans, (guint) hole))->empty);
      g_assert_cmpint (((ExSpan *) g_ptr_array_index (spans, (guint) hole))->movement.opening.customers, ==, 0);
      g_ptr_array_remove_index (spans, (guint) hole);
      assert_same_spans (spans, expected);
      g_assert_true (ex_ledger_check (ledger, marks, NULL, NULL));
    }
}

static void
test_a_quarter_closes_with_its_last_month_that_has_data (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
  g_autoptr (GPtrArray) spans = NULL;
  ExPeriod march = { EX_GRAIN_MONTH, FIRST + 2 };
  const ExSpan *span;

  for (int month = 0; month < 6; month++)
    if (month != 2)
      ex_ledger_builder_add (builder, "a", 1, FIRST + month, EX_DAY_NONE, 100 + month, "", 0, "", 0);
  ledger = ex_ledger_builder_end (builder);
  g_array_append_val (marks->no_data, march);
  marks->complete_to = ex_day_new (2024, 5, 31);
  spans = ex_ledger_movements (ledger, EX_GRAIN_QUARTER, EX_COMPANY_ONLY, marks, NULL);
  span = g_ptr_array_index (spans, 0);
  g_assert_cmpint (span->movement.closing.value, ==, 101);
  g_assert_false (span->provisional);
  span = g_ptr_array_index (spans, 1);
  g_assert_cmpint (span->movement.opening.value, ==, 101);
  g_assert_cmpint (span->movement.expanded.value, ==, 4);
  g_assert_true (span->provisional);
}

/* --- segments --------------------------------------------------------------------------------------------------------------------- */

static void
test_one_segment_is_that_of_all (void)
{
  for (guint round = 0; round < ROUNDS / 5; round++)
    {
      g_autoptr (ExLedger) ledger = random_ledger (round, round % 2, 7, -1, FALSE);
      g_autoptr (GPtrArray) all = ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, NULL, NULL);

      for (int number = -1; number < (int) ex_ledger_n_segments (ledger); number++)
        {
          g_autoptr (GPtrArray) one = ex_ledger_movements (ledger, EX_GRAIN_MONTH, number, NULL, NULL);

          for (guint i = 0; i < all->len; i++)
            {
              const GArray *every = ((ExSpan *) g_ptr_array_index (all, i))->segments, *only = ((ExSpan *) g_ptr_array_index (one, i))->segments;
              const ExSegmentMovement *found = NULL;

              for (guint k = 0; k < every->len; k++)
                if (g_array_index (every, ExSegmentMovement, k).segment == number)
                  found = &g_array_index (every, ExSegmentMovement, k);
              g_assert_cmpuint (only->len, ==, found != NULL);
              if (found != NULL)
                g_assert_cmpmem (&g_array_index (only, ExSegmentMovement, 0).movement, sizeof (ExMovement), &found->movement, sizeof (ExMovement));
            }
        }
    }
}

/* --- the check -------------------------------------------------------------------------------------------------------------------- */

static void
test_random_ledgers_hold_together (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (ExLedger) ledger = random_ledger (round, round % 2, 1 + (int) (round % 9), -1, FALSE);
      g_autoptr (GError) error = NULL;

      ex_ledger_check (ledger, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_what_cannot_be_counted_is_told (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_YEAR);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  ex_ledger_builder_add (builder, "a", 1, 2026, EX_DAY_NONE, G_MAXINT64 - 1, "", 0, "", 0);
  ex_ledger_builder_add (builder, "b", 1, 2026, EX_DAY_NONE, 2, "", 0, "", 0);
  ledger = ex_ledger_builder_end (builder);
  g_assert_false (ex_ledger_check (ledger, NULL, NULL, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_OVERFLOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger-walk/columns-one-by-one", test_columns_one_by_one);
  g_test_add_func ("/ledger-walk/a-column-that-cannot-be-read", test_a_column_that_cannot_be_read);
  g_test_add_func ("/ledger-walk/no-data-is-passed-over", test_no_data_is_passed_over);
  g_test_add_func ("/ledger-walk/a-quarter-closes-with-its-last-month-that-has-data", test_a_quarter_closes_with_its_last_month_that_has_data);
  g_test_add_func ("/ledger-walk/one-segment-is-that-of-all", test_one_segment_is_that_of_all);
  g_test_add_func ("/ledger-walk/random-ledgers-hold-together", test_random_ledgers_hold_together);
  g_test_add_func ("/ledger-walk/what-cannot-be-counted-is-told", test_what_cannot_be_counted_is_told);

  return g_test_run ();
}
