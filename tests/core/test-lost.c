/* Who left, one by one: the same as the movements count, and the loss that somebody means. */
#include "config.h"

#include "core/ex-lost.h"
#include "core/ex-movement.h"

#include <string.h>

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static void
add (ExLedgerBuilder *builder, const char *customer, int period, gint64 value, const char *segment, const char *reason)
{
  g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), period, EX_DAY_NONE, value, segment, segment != NULL ? strlen (segment) : 0,
                                        reason, reason != NULL ? strlen (reason) : 0));
}

/* --- against the movements ------------------------------------------------------------------------------------------------------- */

static ExLedger *
random_ledger (ExLedgerKind kind)
{
  static const char * const words[] = { NULL, "A", "B", "C" };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (kind, EX_GRAIN_MONTH);
  int first = MONTH (2024, 1), n = g_test_rand_int_range (2, 14);

  add (builder, "x", first, 5, NULL, NULL);
  for (int c = 0; c < 12; c++)
    for (int p = 0; p < n; p++)
      {
        g_autofree char *name = g_strdup_printf ("c%d", c);

        if (p % 5 != 3 && g_test_rand_int_range (0, 100) < 55)
          add (builder, name, first + p, g_test_rand_int_range (-1, 5) * 100, words[g_test_rand_int_range (0, 4)],
               g_test_rand_int_range (0, 5) == 0 ? words[g_test_rand_int_range (1, 4)] : NULL);
      }
  add (builder, "x", first + n, 5, NULL, NULL);
  return ex_ledger_builder_end (builder);
}

static ExLedgerMarks *
random_marks (void)
{
  ExLedgerMarks *marks = ex_ledger_marks_new ();

  for (int p = 3; p < 14; p += 5)
    {
      ExPeriod period = { EX_GRAIN_MONTH, MONTH (2024, 1) + p };

      if (g_test_rand_int_range (0, 2) == 0)
        g_array_append_val (marks->no_data, period);
    }
  return marks;
}

static gint64
value_of_reason (const GArray *lost, int reason)
{
  gint64 sum = 0;

  for (guint i = 0; i < lost->len; i++)
    if (g_array_index (lost, ExLost, i).reason == reason)
      sum += g_array_index (lost, ExLost, i).value;
  return sum;
}

static void
assert_same (const ExLedger *ledger, const ExLedgerMarks *marks, int first, int last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lost = ex_ledger_list_lost (ledger, first, last, marks, &error);
  g_autoptr (ExSpan) span = ex_ledger_movement_between (ledger, first, last, EX_EVERY_SEGMENT, marks, &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lost->len; i++)
    {
      const ExLost *one = &g_array_index (lost, ExLost, i);

      g_assert_cmpint (one->value, >, 0);
      g_assert_cmpint (one->last, <=, last);
      sum += one->value;
    }
  g_assert_cmpint (lost->len, ==, span->movement.lost.customers);
  g_assert_cmpint (sum, ==, span->movement.lost.value);
  for (guint i = 0; i < span->reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (span->reasons, ExLostReason, i);

      g_assert_cmpint (value_of_reason (lost, reason->reason), ==, reason->lost.value);
    }
  for (guint i = 0; i < span->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, i);
      gint64 of_segment = 0;

      for (guint k = 0; k < lost->len; k++)
        if (g_array_index (lost, ExLost, k).segment == segment->segment)
          of_segment += g_array_index (lost, ExLost, k).value;
      g_assert_cmpint (of_segment, ==, segment->movement.lost.value);
    }
}

static void
test_as_counted (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (ExLedger) ledger = random_ledger (round % 2 == 0 ? EX_LEDGER_RECURRING : EX_LEDGER_TRANSACTIONS);
      g_autoptr (ExLedgerMarks) marks = round % 3 == 0 ? NULL : random_marks ();
      int first = MONTH (2024, 1) + g_test_rand_int_range (0, 14);

      assert_same (ledger, marks, first, first + g_test_rand_int_range (0, 5));
    }
}

/* Asked for the period in which somebody is lost, it is that loss, and the row that a list of it names. */
static void
test_each_loss_is_found (void)
{
  guint n = 0;

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (ExLedger) ledger = random_ledger (EX_LEDGER_RECURRING);
      g_autoptr (ExLedgerMarks) marks = round % 3 == 0 ? NULL : random_marks ();
      int end = ex_ledger_get_period (ledger, ex_ledger_n_columns (ledger) - 1).index;

      for (int period = MONTH (2024, 2); period <= end; period++)
        {
          g_autoptr (GArray) lost = ex_ledger_list_lost (ledger, period, period, marks, NULL);

          for (guint i = 0; i < lost->len; i++, n++)
            {
              const ExLost *one = &g_array_index (lost, ExLost, i);
              ExLossQuery queries[] = { { .customer = one->customer, .period = { EX_GRAIN_MONTH, period } },
                                        { .customer = one->customer, .period = { EX_GRAIN_MONTH, one->last } } };

              g_assert_true (ex_ledger_find_losses (ledger, marks, queries, G_N_ELEMENTS (queries), NULL));
              for (guint k = 0; k < G_N_ELEMENTS (queries); k++)
                {
                  g_assert_cmpint (queries[k].answer, ==, EX_LOSS_FOUND);
                  g_assert_cmpint (queries[k].loss, ==, period);
                  g_assert_cmpint (queries[k].last, ==, one->last);
                }
            }
        }
    }
  g_assert_cmpuint (n, >, 1000);
}

/* --- by name ------------------------------------------------------------------------------------------------------------------------- */

/* Bob is there in January and February, gone in March, back in May, gone in June; Cyd says himself in March, by a row of 0, that he left;
 * Ann stays from April on. Nobody has a row in July, which is without data, and Ann has one in August. */
static ExLedger *
known_ledger (void)
{
  static const int bob[] = { 1, 2, 5 };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);

  for (gsize i = 0; i < G_N_ELEMENTS (bob); i++)
    add (builder, "Bob", MONTH (2026, bob[i]), 100, NULL, NULL);
  add (builder, "Cyd", MONTH (2026, 2), 70, NULL, NULL);
  add (builder, "Cyd", MONTH (2026, 3), 0, NULL, NULL);
  for (int month = 4; month <= 8; month++)
    if (month != 7)
      add (builder, "Ann", MONTH (2026, month), 10, NULL, NULL);
  add (builder, "Dan", MONTH (2026, 6), 10, NULL, NULL);
  return ex_ledger_builder_end (builder);
}

static guint32
number_of (const ExLedger *ledger, const char *name)
{
  for (guint i = 0; i < ex_ledger_n_customers (ledger); i++)
    if (strcmp (ex_ledger_get_customer (ledger, i), name) == 0)
      return i;
  g_assert_not_reached ();
}

static const struct { const char *name; const char *period; ExLossAnswer answer; int loss; int last; } cases[] = {
  { "Bob", NULL, EX_LOSS_FOUND, 6, 5 },
  { "Bob", "2026-01", EX_LOSS_FOUND, 3, 2 },
  { "Bob", "2026-02", EX_LOSS_FOUND, 3, 2 },
  { "Bob", "2026-03", EX_LOSS_FOUND, 3, 2 },
  { "Bob", "2026-04", EX_LOSS_FOUND, 3, 2 },  /* still gone */
  { "Bob", "2026-05", EX_LOSS_FOUND, 6, 5 },
  { "Bob", "2026-08", EX_LOSS_FOUND, 6, 5 },
  { "Bob", "2026-Q1", EX_LOSS_FOUND, 3, 2 },
  { "Bob", "2026", EX_LOSS_FOUND, 6, 5 },
  { "Bob", "2025-12", EX_LOSS_NOT_YET, 0, 0 },
  { "Cyd", NULL, EX_LOSS_FOUND, 3, 3 },       /* the row that says so keeps the reason */
  { "Cyd", "2026-02", EX_LOSS_FOUND, 3, 3 },
  { "Ann", NULL, EX_LOSS_STILL_THERE, 0, 0 },
  { "Ann", "2026-05", EX_LOSS_STILL_THERE, 0, 0 },
  { "Ann", "2026-Q1", EX_LOSS_NOT_YET, 0, 0 },
  { "Dan", NULL, EX_LOSS_FOUND, 8, 6 },       /* July is passed over */
  { "Dan", "2026-07", EX_LOSS_FOUND, 8, 6 },
};

static void
test_known_losses (void)
{
  g_autoptr (ExLedger) ledger = known_ledger ();
  g_autoptr (ExLedgerMarks) marks = ex_ledger_marks_new ();
  const ExPeriod july = { EX_GRAIN_MONTH, MONTH (2026, 7) };

  g_array_append_val (marks->no_data, july);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExLossQuery query = { .customer = number_of (ledger, cases[i].name) };

      if (cases[i].period != NULL)
        g_assert_true (ex_period_parse (cases[i].period, &query.period));
      g_assert_true (ex_ledger_find_losses (ledger, marks, &query, 1, NULL));
      g_test_message ("%s %s", cases[i].name, cases[i].period);
      g_assert_cmpint (query.answer, ==, cases[i].answer);
      if (query.answer != EX_LOSS_FOUND)
        continue;
      g_assert_cmpint (query.loss, ==, MONTH (2026, cases[i].loss));
      g_assert_cmpint (query.last, ==, MONTH (2026, cases[i].last));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/lost/are those that the movements count, with their segments and reasons", test_as_counted);
  g_test_add_func ("/core/lost/a loss is found by its period and by the last one before it", test_each_loss_is_found);
  g_test_add_func ("/core/lost/the loss that is meant", test_known_losses);
  return g_test_run ();
}
