/* Movements of customers: the identities in every span, the same answer as a function written straight from the table in the
 * rules, and the cases that have names. */
#include "config.h"

#include "core/ex-error.h"
#include "core/ex-movement.h"
#include "core/ex-quantity.h"

#include <math.h>
#include <string.h>

#define MAX_CUSTOMERS 12
#define MAX_PERIODS   30
#define FIRST_MONTH   (2024 * 12 + 4) /* May: quarters and years start in the middle of it */

typedef struct
{
  gboolean row;
  gint64   value;
  int      segment; /* -1: not said */
  int      reason;
} Cell;

/* A ledger as a plain table. Segment n is called "sN", reason n "rN". */
typedef struct
{
  ExLedgerKind kind;
  ExGrain      grain;
  int          first; /* index of period 0 of the table */
  int          n_customers;
  int          n_periods;
  Cell         cells[MAX_CUSTOMERS][MAX_PERIODS];
} Table;

static ExLedger *
build (const Table *table)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (table->kind, table->grain);

  for (int p = 0; p < table->n_periods; p++)
    for (int c = 0; c < table->n_customers; c++)
      {
        const Cell *cell = &table->cells[c][p];
        g_autofree char *customer = g_strdup_printf ("c%d", c);
        g_autofree char *segment = cell->segment < 0 ? g_strdup ("") : g_strdup_printf ("s%d", cell->segment);
        g_autofree char *reason = cell->reason < 0 ? g_strdup ("") : g_strdup_printf ("r%d", cell->reason);

        if (cell->row)
          g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), table->first + p, EX_DAY_NONE, cell->value, segment,
                                                strlen (segment), reason, strlen (reason)));
      }

  return ex_ledger_builder_end (builder);
}

static void
fill_at_random (Table *table, GRand *random, ExLedgerKind kind, ExGrain grain)
{
  int segments = g_rand_int_range (random, 0, 4), density = g_rand_int_range (random, 1, 10);

  *table = (Table) { kind, grain, FIRST_MONTH / (int) grain, g_rand_int_range (random, 1, MAX_CUSTOMERS + 1),
                     g_rand_int_range (random, 1, MAX_PERIODS + 1) };
  for (int c = 0; c < table->n_customers; c++)
    for (int p = 0; p < table->n_periods; p++)
      table->cells[c][p] = (Cell) {
        g_rand_int_range (random, 0, 10) < density,
        g_rand_int_range (random, -2, 5) * (gint64) 100,
        segments > 0 ? g_rand_int_range (random, -1, segments) : -1,
        g_rand_int_range (random, -2, 3) < 0 ? -1 : g_rand_int_range (random, 0, 3),
      };
}

/* --- the same, straight from the rules ------------------------------------------------------------------------------- */

static const Cell *
cell_at (const Table *table, int customer, int period)
{
  static const Cell none = { FALSE, 0, -1, -1 };

  if (period < table->first || period >= table->first + table->n_periods || !table->cells[customer][period - table->first].row)
    return &none;

  return &table->cells[customer][period - table->first];
}

static gint64
value_over (const Table *table, int customer, int first, int last)
{
  gint64 sum = 0;

  for (int p = first; p <= last; p++)
    sum += cell_at (table, customer, p)->value;

  return MAX (sum, 0);
}

static gboolean
active_before (const Table *table, int customer, int period)
{
  for (int p = table->first; p < period; p++)
    if (cell_at (table, customer, p)->value > 0)
      return TRUE;

  return FALSE;
}

static int
segment_at (const Table *table, int customer, int period)
{
  int segment = -1;

  for (int p = table->first; p <= period; p++)
    if (cell_at (table, customer, p)->segment >= 0)
      segment = cell_at (table, customer, p)->segment;

  return segment;
}

static int
reason_in (const Table *table, int customer, int first, int last)
{
  int reason = -1;

  for (int p = first; p <= last; p++)
    if (cell_at (table, customer, p)->reason >= 0)
      reason = cell_at (table, customer, p)->reason;

  return reason;
}

static void
put (ExCount *count, gint64 value)
{
  count->customers++;
  count->value += value;
}

/* The last period that has a row of anybody. */
static int
last_period (const Table *table)
{
  for (int p = table->first + table->n_periods - 1; p >= table->first; p--)
    for (int c = 0; c < table->n_customers; c++)
      if (cell_at (table, c, p)->row)
        return p;

  return table->first - 1;
}

/* @segment: -2 for the company. @lost: [4] by reason, the last not known; only of the company. */
static ExMovement
by_the_table (const Table *table, int first, int last, int segment, ExCount lost[4])
{
  gboolean recurring = table->kind == EX_LEDGER_RECURRING;
  int length = last - first + 1, end = MIN (last, MAX (last_period (table), first));
  ExMovement m = { 0 };

  for (int c = 0; c < table->n_customers; c++)
    {
      gint64 then = recurring ? value_over (table, c, first - 1, first - 1) : value_over (table, c, first - length, first - 1);
      gint64 now = recurring ? value_over (table, c, end, end) : value_over (table, c, first, last);
      int was_in = segment_at (table, c, first - 1), is_in = segment_at (table, c, last);
      gboolean from = segment == -2 || segment == was_in, to = segment == -2 || segment == is_in;
      int reason = reason_in (table, c, recurring ? first - 1 : first - length, last);

      if (then > 0 && from)
        put (&m.opening, then);
      if (now > 0 && to)
        put (&m.closing, now);
      if (now > 0 && then == 0 && !active_before (table, c, first) && to)
        put (&m.fresh, now);
      if (now > 0 && then == 0 && active_before (table, c, first) && to)
        put (&m.won_back, now);
      if (now > then && then > 0 && to)
        put (&m.expanded, now - then);
      if (now < then && now > 0 && to)
        put (&m.contracted, then - now);
      if (now == then && now > 0 && to)
        put (&m.steady, now);
      if (then > 0 && now == 0 && from)
        put (&m.lost, then);
      if (then > 0 && now > 0 && segment != -2 && was_in != is_in && to)
        put (&m.moved_in, then);
      if (then > 0 && now > 0 && segment != -2 && was_in != is_in && from)
        put (&m.moved_out, then);
      if (then > 0 && now == 0 && lost != NULL)
        put (&lost[reason < 0 ? 3 : reason], then);
    }

  return m;
}

/* --- comparing ------------------------------------------------------------------------------------------------------- */

static void
assert_same (const ExMovement *a, const ExMovement *b)
{
  const ExCount *one = &a->opening, *other = &b->opening;

  for (gsize i = 0; i < sizeof *a / sizeof *one; i++)
    {
      g_assert_cmpint (one[i].customers, ==, other[i].customers);
      g_assert_cmpint (one[i].value, ==, other[i].value);
    }
}

static void
assert_adds_up (const ExMovement *m)
{
  g_assert_cmpint (m->opening.customers + m->fresh.customers + m->won_back.customers - m->lost.customers + m->moved_in.customers
                   - m->moved_out.customers, ==, m->closing.customers);
  g_assert_cmpint (m->opening.value + m->fresh.value + m->won_back.value + m->expanded.value - m->contracted.value - m->lost.value
                   + m->moved_in.value - m->moved_out.value, ==, m->closing.value);
}

static int
number_of (const char *name)
{
  return (int) g_ascii_strtoll (name + 1, NULL, 10);
}

static void
assert_segments (const Table *table, const ExLedger *ledger, const ExSpan *span, int first, int last)
{
  ExMovement sum = { 0 };

  for (guint i = 0; i < span->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, i);
      int number = segment->segment < 0 ? -1 : number_of (ex_ledger_get_segment (ledger, segment->segment));
      ExMovement expected = by_the_table (table, first, last, number, NULL);
      const ExCount *from = &segment->movement.opening;
      ExCount *to = &sum.opening;

      assert_same (&segment->movement, &expected);
      assert_adds_up (&segment->movement);
      for (gsize k = 0; k < sizeof sum / sizeof *to; k++)
        {
          to[k].customers += from[k].customers;
          to[k].value += from[k].value;
        }
    }

  /* Over the company the moves cancel, and the segments are the whole of it. */
  g_assert_cmpint (sum.moved_in.value, ==, sum.moved_out.value);
  g_assert_cmpint (sum.moved_in.customers, ==, sum.moved_out.customers);
  sum.moved_in = sum.moved_out = (ExCount) { 0, 0 };
  assert_same (&sum, &span->movement);
}

static void
assert_reasons (const ExLedger *ledger, const ExSpan *span, const ExCount lost[4])
{
  ExCount found[4] = { 0 };

  for (guint i = 0; i < span->reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (span->reasons, ExLostReason, i);

      found[reason->reason < 0 ? 3 : number_of (ex_ledger_get_reason (ledger, reason->reason))] = reason->lost;
      g_assert_true (reason->reason >= 0 || i == span->reasons->len - 1);
      if (i > 0 && reason->reason >= 0)
        g_assert_cmpint (reason->lost.value, <=, g_array_index (span->reasons, ExLostReason, i - 1).lost.value);
    }
  for (int i = 0; i < 4; i++)
    {
      g_assert_cmpint (found[i].customers, ==, lost[i].customers);
      g_assert_cmpint (found[i].value, ==, lost[i].value);
    }
}

static void
assert_span (const Table *table, const ExLedger *ledger, const ExSpan *span, int first, int last)
{
  ExCount lost[4] = { 0 };
  ExMovement expected = by_the_table (table, first, last, -2, lost);
  gboolean any = FALSE;

  for (int p = first; p <= last; p++)
    for (int c = 0; c < table->n_customers; c++)
      any = any || cell_at (table, c, p)->row;

  g_assert_cmpint (span->empty, ==, !any);
  assert_same (&span->movement, &expected);
  assert_adds_up (&span->movement);
  assert_segments (table, ledger, span, first, last);
  assert_reasons (ledger, span, lost);
}

static void
check_every_grain (const Table *table)
{
  static const ExGrain grains[] = { EX_GRAIN_MONTH, EX_GRAIN_QUARTER, EX_GRAIN_YEAR };
  g_autoptr (ExLedger) ledger = build (table);

  for (gsize g = 0; g < G_N_ELEMENTS (grains); g++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, grains[g], EX_EVERY_SEGMENT, NULL, &error);
      int length = (int) grains[g] / (int) table->grain;

      if (grains[g] < table->grain)
        {
          g_assert_error (error, EX_ERROR, EX_ERROR_INVALID);
          g_assert_null (spans);
          continue;
        }
      g_assert_no_error (error);
      for (guint i = 0; i < spans->len; i++)
        {
          const ExSpan *span = g_ptr_array_index (spans, i);
          const ExSpan *before = i > 0 ? g_ptr_array_index (spans, i - 1) : NULL;

          g_assert_cmpint (span->period.grain, ==, grains[g]);
          assert_span (table, ledger, span, span->period.index * length, span->period.index * length + length - 1);
          if (before != NULL)
            {
              g_assert_cmpint (span->period.index, ==, before->period.index + 1);
              g_assert_cmpint (span->movement.opening.customers, ==, before->movement.closing.customers);
              g_assert_cmpint (span->movement.opening.value, ==, before->movement.closing.value);
            }
        }
      if (ex_ledger_n_columns (ledger) > 0)
        g_assert_cmpint (((ExSpan *) g_ptr_array_index (spans, spans->len - 1))->period.index, ==, last_period (table) / length);
    }
}

static void
test_random_ledgers (gconstpointer data)
{
  ExLedgerKind kind = GPOINTER_TO_INT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (19 + kind);
  static const ExGrain grains[] = { EX_GRAIN_MONTH, EX_GRAIN_MONTH, EX_GRAIN_QUARTER, EX_GRAIN_YEAR };

  for (int round = 0; round < 400; round++)
    {
      Table table;

      fill_at_random (&table, random, kind, grains[round % G_N_ELEMENTS (grains)]);
      /* Whole periods without a row. */
      for (int gap = 0; round % 3 == 0 && gap < 3; gap++)
        for (int c = 0, p = g_rand_int_range (random, 0, table.n_periods); c < table.n_customers; c++)
          table.cells[c][p].row = FALSE;
      check_every_grain (&table);
    }
}

static void
test_any_span (gconstpointer data)
{
  ExLedgerKind kind = GPOINTER_TO_INT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (23 + kind);

  for (int round = 0; round < 400; round++)
    {
      Table table;
      g_autoptr (ExLedger) ledger = NULL;
      g_autoptr (ExSpan) span = NULL;
      g_autoptr (GError) error = NULL;
      int first, last;

      fill_at_random (&table, random, kind, EX_GRAIN_MONTH);
      first = table.first + g_rand_int_range (random, -2, table.n_periods);
      last = first + g_rand_int_range (random, 0, 14);
      ledger = build (&table);
      span = ex_ledger_movement_between (ledger, first, last, EX_EVERY_SEGMENT, NULL, &error);
      g_assert_no_error (error);
      assert_span (&table, ledger, span, first, last);
    }
}

/* --- named cases ----------------------------------------------------------------------------------------------------- */

/* One customer, seven months: what happens in the span of months 3 to 5, whose opening is month 2, or months 0 to 2. */
static void
test_one_customer (void)
{
  static const struct
  {
    ExLedgerKind kind;
    gint64       values[7]; /* 0: no row */
    const char  *expected;
  } cases[] = {
    { EX_LEDGER_RECURRING, { 0, 0, 0, 0, 0, 50 }, "new 50" },
    { EX_LEDGER_RECURRING, { 0, 0, 0, 40, 0, 50 }, "new 50" },
    { EX_LEDGER_RECURRING, { 0, 0, 0, 40, 30, 0 }, "" },
    { EX_LEDGER_RECURRING, { 30, 0, 0, 0, 0, 50 }, "won back 50" },
    { EX_LEDGER_RECURRING, { 0, 0, 30, 0, 0, 50 }, "expanded 20" },
    { EX_LEDGER_RECURRING, { 0, 0, 30, 60, 90, 30 }, "steady 30" },
    { EX_LEDGER_RECURRING, { 0, 0, 30, 60, 90, 10 }, "contracted 20" },
    { EX_LEDGER_RECURRING, { 0, 0, 30, 60, 90, 0 }, "lost 30" },
    { EX_LEDGER_RECURRING, { 0, 0, 30, 0, 0, -5 }, "lost 30" },
    { EX_LEDGER_RECURRING, { 0, 0, -30, 0, 0, 5 }, "new 5" },
    { EX_LEDGER_RECURRING, { 30, 30, 0, 0, 0, 0 }, "" },
    { EX_LEDGER_TRANSACTIONS, { 0, 0, 0, 10, 20, 5 }, "new 35" },
    { EX_LEDGER_TRANSACTIONS, { 5, 5, 5, 10, 20, 5 }, "expanded 20" },
    { EX_LEDGER_TRANSACTIONS, { 0, 15, 0, 0, 0, 15 }, "steady 15" },
    { EX_LEDGER_TRANSACTIONS, { 0, 15, 0, 10, 0, -4 }, "contracted 9" },
    { EX_LEDGER_TRANSACTIONS, { 0, 15, 0, 10, 0, -10 }, "lost 15" },
    { EX_LEDGER_TRANSACTIONS, { 0, 15, -15, 10, 0, 0 }, "won back 10" },
    { EX_LEDGER_TRANSACTIONS, { 0, -15, 0, 10, 0, 0 }, "new 10" },
    { EX_LEDGER_TRANSACTIONS, { 0, 15, -15, 0, 0, 0, 10 }, "" },
  };
  static const char *const names[] = { "opening", "new", "won back", "expanded", "contracted", "steady", "lost" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Table table = { cases[i].kind, EX_GRAIN_MONTH, 2026 * 12, 1, 7 };
      g_autoptr (ExLedger) ledger = NULL;
      g_autoptr (ExSpan) span = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      for (int p = 0; p < 7; p++)
        table.cells[0][p] = (Cell) { cases[i].values[p] != 0 || p == 6, cases[i].values[p], -1, -1 };
      ledger = build (&table);
      span = ex_ledger_movement_between (ledger, 2026 * 12 + 3, 2026 * 12 + 5, EX_COMPANY_ONLY, NULL, NULL);
      for (gsize k = 1; k < G_N_ELEMENTS (names); k++)
        if ((&span->movement.opening)[k].customers > 0)
          g_string_append_printf (found, "%s %d", names[k], (int) (&span->movement.opening)[k].value);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static const ExMovement *
segment_named (const ExLedger *ledger, const ExSpan *span, const char *name)
{
  for (guint i = 0; i < span->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, i);

      if (segment->segment >= 0 ? g_strcmp0 (ex_ledger_get_segment (ledger, segment->segment), name) == 0 : name == NULL)
        return &segment->movement;
    }

  return NULL;
}

/* A customer that changes its segment is never lost and new; the difference in value counts where it went. */
static void
test_a_move_between_segments (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 2, 2,
                  { { { TRUE, 100, 0, -1 }, { TRUE, 130, 1, -1 } }, { { TRUE, 70, 0, -1 }, { TRUE, 0, 1, 2 } } } };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, NULL, NULL);
  const ExSpan *span = g_ptr_array_index (spans, 1);
  const ExMovement *left = segment_named (ledger, span, "s0"), *entered = segment_named (ledger, span, "s1");

  g_assert_cmpint (left->moved_out.customers, ==, 1);
  g_assert_cmpint (left->moved_out.value, ==, 100);
  g_assert_cmpint (left->expanded.value, ==, 0);
  g_assert_cmpint (entered->moved_in.value, ==, 100);
  g_assert_cmpint (entered->expanded.value, ==, 30);
  g_assert_cmpint (entered->fresh.customers, ==, 0);
  /* The second was lost in the month its segment changed: it counts in the segment it left. */
  g_assert_cmpint (left->lost.value, ==, 70);
  g_assert_cmpint (entered->lost.customers, ==, 0);
  g_assert_cmpint (span->movement.moved_in.customers, ==, 0);
  g_assert_null (segment_named (ledger, span, NULL));
}

static void
test_a_segment_never_said_has_its_own_line (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 2, 2,
                  { { { TRUE, 100, -1, -1 }, { TRUE, 100, 0, -1 } }, { { TRUE, 70, 0, -1 }, { TRUE, 70, -1, -1 } } } };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_EVERY_SEGMENT, NULL, NULL);
  const ExMovement *unsaid = segment_named (ledger, g_ptr_array_index (spans, 1), NULL);

  g_assert_nonnull (unsaid);
  g_assert_cmpint (unsaid->opening.value, ==, 100);
  g_assert_cmpint (unsaid->moved_out.value, ==, 100);
  /* Steady both: the one that moved in, and the one whose row says nothing, which stays in the last segment known. */
  g_assert_cmpint (segment_named (ledger, g_ptr_array_index (spans, 1), "s0")->steady.customers, ==, 2);
}

/* A reason from long before is not the reason of this loss. */
static void
test_reasons_are_of_the_span_or_its_opening (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 3, 4,
                  { { { TRUE, 10, -1, 0 }, { TRUE, 10, -1, -1 }, { TRUE, 10, -1, -1 } },
                    { { TRUE, 10, -1, 0 }, { TRUE, 20, -1, -1 }, { TRUE, 20, -1, 1 } },
                    { { TRUE, 40, -1, 0 }, { TRUE, 40, -1, 0 }, { TRUE, 40, -1, 0 }, { TRUE, 0, -1, 2 } } } };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (ExSpan) span = ex_ledger_movement_between (ledger, 2026 * 12 + 3, 2026 * 12 + 3, EX_COMPANY_ONLY, NULL, NULL);

  assert_reasons (ledger, span, (ExCount[]) { { 0, 0 }, { 1, 20 }, { 1, 40 }, { 1, 10 } });
}

static void
test_an_empty_period_is_flagged (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 1, 3, { { { TRUE, 10, -1, -1 }, { FALSE }, { TRUE, 10, -1, -1 } } } };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_COMPANY_ONLY, NULL, NULL);
  const ExSpan *gap = g_ptr_array_index (spans, 1), *after = g_ptr_array_index (spans, 2);

  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_true (gap->empty);
  g_assert_cmpint (gap->movement.opening.value, ==, 10);
  g_assert_cmpint (gap->movement.lost.value, ==, 10);
  g_assert_cmpint (gap->movement.closing.customers, ==, 0);
  g_assert_false (after->empty);
  g_assert_cmpint (after->movement.won_back.value, ==, 10);
}

static void
test_sums_that_overflow_are_refused (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 2, 1, { { { TRUE, G_MAXINT64, -1, -1 } }, { { TRUE, 1, -1, -1 } } } };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_ledger_movements (ledger, EX_GRAIN_MONTH, EX_COMPANY_ONLY, NULL, &error));
  g_assert_error (error, EX_ERROR, EX_ERROR_OVERFLOW);
}

static void
test_an_empty_ledger_has_no_spans (void)
{
  Table table = { EX_LEDGER_RECURRING, EX_GRAIN_MONTH, 2026 * 12, 0, 0 };
  g_autoptr (ExLedger) ledger = build (&table);
  g_autoptr (GPtrArray) spans = ex_ledger_movements (ledger, EX_GRAIN_YEAR, EX_EVERY_SEGMENT, NULL, NULL);

  g_assert_cmpuint (spans->len, ==, 0);
}

/* --- figures --------------------------------------------------------------------------------------------------------- */

/* Published: help.chartmogul.com, learn.profitwell.com, klipfolio.com, quantledger.app, pitchkit.net (2026). */
static void
test_published_rates (void)
{
  ExMovement klipfolio = { .opening = { 100, 200000 }, .contracted = { 2, 1000 }, .lost = { 1, 2000 } };
  ExMovement upgraded = { .opening = { 100, 200000 }, .contracted = { 2, 1000 }, .lost = { 1, 2000 }, .expanded = { 1, 4000 } };
  ExMovement pitchkit = { .fresh = { 0, 20000 }, .expanded = { 0, 8000 }, .lost = { 0, 5000 }, .contracted = { 0, 3000 } };
  ExMovement regained = { .fresh = { 0, 100 }, .won_back = { 0, 50 }, .lost = { 0, 100 } };
  ExMovement quantledger = { .opening = { 100, 0 }, .fresh = { 20, 0 }, .lost = { 10, 0 }, .closing = { 110, 0 } };

  g_assert_cmpfloat_with_epsilon (ex_movement_grr (&klipfolio), 0.985, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_nrr (&upgraded, NULL, "USD"), 1.005, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_quick_ratio (&pitchkit), 3.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_quick_ratio (&regained), 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_growth_value (&(ExMovement) { .opening = { 1, 400 }, .closing = { 1, 500 } }), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_logo_retention (&quantledger), 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (ex_movement_growth_customers (&quantledger), 0.1, 1e-12);
}

static void
test_rates_without_an_opening_are_undefined (void)
{
  ExMovement first = { .fresh = { 5, 500 }, .closing = { 5, 500 } };
  ExMovement nothing = { 0 };

  g_assert_true (isnan (ex_movement_growth_customers (&first)));
  g_assert_true (isnan (ex_movement_growth_value (&first)));
  g_assert_true (isnan (ex_movement_nrr (&first, NULL, "EUR")));
  g_assert_true (isnan (ex_movement_grr (&first)));
  g_assert_true (isnan (ex_movement_logo_retention (&first)));
  g_assert_cmpint (isinf (ex_movement_quick_ratio (&first)), ==, 1);
  g_assert_cmpint (isinf (ex_movement_quick_ratio (&nothing)), ==, 1);
}

static void
test_explanation_names_every_figure (void)
{
  ExMovement m = { { 100, 100000 }, { 10, 9000 }, { 1, 500 }, { 20, 3000 }, { 5, 1000 }, { 60, 50000 }, { 15, 12000 }, { 0 }, { 0 },
                   { 96, 99500 } };
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *text = NULL;

  ex_movement_explain (&m, "EUR", working);
  text = ex_working_to_text (working);
  g_assert_cmpuint (ex_working_length (working), ==, 8);
  g_assert_nonnull (strstr (text, "96"));
  g_assert_nonnull (strstr (text, "10 new"));
  g_assert_nonnull (strstr (text, "90.0 %"));
  g_assert_nonnull (strstr (text, "87.0 %"));
  g_assert_nonnull (strstr (text, "85.0 %"));
}

static void
assert_problem (const ExMovement *m, const ExMovement *previous, const char *words)
{
  g_autoptr (GPtrArray) problems = ex_movement_problems (m, previous, 2);

  g_assert_cmpuint (problems->len, ==, words != NULL ? 1 : 0);
  if (words != NULL && strstr (g_ptr_array_index (problems, 0), words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, (char *) g_ptr_array_index (problems, 0));
}

static void
test_entered_movements_must_add_up (void)
{
  const ExMovement good = { .opening = { 100, 100000 }, .fresh = { 10, 9000 }, .won_back = { 1, 500 }, .expanded = { 2, 3000 },
                            .contracted = { 5, 1000 }, .lost = { 15, 12000 }, .closing = { 96, 99500 } };
  ExMovement bad;

  assert_problem (&good, NULL, NULL);
  bad = good;
  bad.closing.customers = 97;
  assert_problem (&bad, NULL, "a difference of 1.");
  bad = good;
  bad.expanded.value = 3001;
  assert_problem (&bad, NULL, "a difference of -0.01");
  bad = good;
  bad.lost = (ExCount) { -15, -12000 };
  bad.closing = (ExCount) { 126, 123500 };
  assert_problem (&bad, NULL, "below 0");
}

static void
test_entered_movements_open_where_the_last_closed (void)
{
  const ExMovement before = { .opening = { 5, 50 }, .closing = { 5, 50 } };
  const ExMovement after = { .opening = { 5, 50 }, .closing = { 5, 50 } };
  const ExMovement gap = { .opening = { 6, 50 }, .closing = { 6, 50 } };
  const ExMovement value_gap = { .opening = { 5, 75 }, .closing = { 5, 75 } };

  assert_problem (&after, &before, NULL);
  assert_problem (&gap, &before, "Opening customers are 6, but the period before closed with 5: a difference of 1.");
  assert_problem (&value_gap, &before, "The opening value is 0.75, but the period before closed with 0.50: a difference of 0.25.");
}

int
main (int argc, char **argv)
{
  gpointer recurring = GINT_TO_POINTER (EX_LEDGER_RECURRING), transactions = GINT_TO_POINTER (EX_LEDGER_TRANSACTIONS);

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/movement/random/recurring", recurring, test_random_ledgers);
  g_test_add_data_func ("/movement/random/transactions", transactions, test_random_ledgers);
  g_test_add_data_func ("/movement/any-span/recurring", recurring, test_any_span);
  g_test_add_data_func ("/movement/any-span/transactions", transactions, test_any_span);
  g_test_add_func ("/movement/one-customer", test_one_customer);
  g_test_add_func ("/movement/move-between-segments", test_a_move_between_segments);
  g_test_add_func ("/movement/segment-never-said", test_a_segment_never_said_has_its_own_line);
  g_test_add_func ("/movement/reasons-are-of-the-span-or-its-opening", test_reasons_are_of_the_span_or_its_opening);
  g_test_add_func ("/movement/empty-period-is-flagged", test_an_empty_period_is_flagged);
  g_test_add_func ("/movement/overflow-is-refused", test_sums_that_overflow_are_refused);
  g_test_add_func ("/movement/empty-ledger", test_an_empty_ledger_has_no_spans);
  g_test_add_func ("/movement/rates/published", test_published_rates);
  g_test_add_func ("/movement/rates/undefined-without-an-opening", test_rates_without_an_opening_are_undefined);
  g_test_add_func ("/movement/explanation", test_explanation_names_every_figure);
  g_test_add_func ("/movement/entered/must-add-up", test_entered_movements_must_add_up);
  g_test_add_func ("/movement/entered/open-where-the-last-closed", test_entered_movements_open_where_the_last_closed);

  return g_test_run ();
}
