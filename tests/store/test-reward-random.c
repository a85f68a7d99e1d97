/* Random companies that close: what was computed, what was frozen, and what anybody can reckon from the frozen columns alone are the same.
 * The reckoning here shares no line with the program's. */
#include "config.h"

#include "random-company.h"
#include "reward-fixture.h"

#include <math.h>

#define COMPANIES 150

typedef struct
{
  Random    random;
  ExMeasure measure;
  int       own_points; /* of the curve */
  double    growth[12];
  double    payout[12];
} Trial;

/* --- a company ---------------------------------------------------------------------------------------------------------------------- */

static void
append_days (Random *random)
{
  int first = below (random, 364), last = first + below (random, 365 - first);
  char from[EX_DAY_ISO_SIZE], to[EX_DAY_ISO_SIZE];

  ex_day_write (ex_day_new (2026, 1, 1) + (ExDay) first, from);
  ex_day_write (ex_day_new (2026, 1, 1) + (ExDay) last, to);
  g_string_append_printf (random->sql, once_in (random, 3) ? "'%s', NULL" : once_in (random, 3) ? "'%s', '%s'" : "NULL, NULL", from, to);
}

/* Signed with a score, or excused, or out of the cycle. */
static void
append_leader (Random *random, int i)
{
  char id = (char) ('a' + i);

  g_string_append_printf (random->sql, "INSERT INTO leaders (id, name, manager_id, incentive_target, from_day, to_day) VALUES ('%c', 'Leader %c', %s, ", id, id,
                          i == 0 ? "NULL" : "'a'");
  if (once_in (random, 7))
    g_string_append (random->sql, "NULL, ");
  else
    g_string_append_printf (random->sql, "%d, ", once_in (random, 9) ? 0 : below (random, 30000000));
  if (i == 0)
    g_string_append (random->sql, "NULL, NULL");
  else
    append_days (random);
  g_string_append (random->sql, ");");
  if (!once_in (random, 6))
    g_string_append_printf (random->sql,
                            "INSERT INTO objectives (id, cycle_id, leader_id, title, kind, aggregate, weight, baseline, target, stretch)"
                            " VALUES ('o%c', 'fy26', '%c', 'It', 'number', 'latest', 10000, 0, 100, 150);"
                            "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('o%c', '2026-01-10', %d, '2026-01-10');",
                            id, id, id, below (random, 170));
  g_string_append_printf (random->sql, once_in (random, 6)
                          ? "INSERT INTO review_steps VALUES ('fy26', '%c', 1, 'excuse', 'So', '2026-01-11', 'drafting', NULL, NULL, 1, NULL, NULL);"
                          : "INSERT INTO review_steps VALUES ('fy26', '%c', 1, 'sign', NULL, '2026-01-11', 'signed', NULL, '', 0, 'HR', 'HR');", id);
}

static void
append_asset (Random *random)
{
  int opening = 1 + below (random, 5000), closing = MAX (0, opening + (int) (opening * (below (random, 241) - 100) / 1000.0));
  gint64 value = (gint64) opening * 1234, then = (gint64) closing * 1300;

  g_string_append_printf (random->sql,
                          "INSERT INTO movements VALUES ('2026', %d, %d, 0, 0, 0, %d, %d, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 0, 0, 0, %" G_GINT64_FORMAT
                          ", %" G_GINT64_FORMAT ", NULL); INSERT INTO final_periods VALUES ('2026');",
                          opening, MAX (0, closing - opening), MAX (0, opening - closing), closing, value, MAX (0, then - value), MAX (0, value - then), then);
}

static void
append_terms (Trial *self)
{
  Random *random = &self->random;
  double growth = below (random, 100) / 10.0 - 8, payout = below (random, 60);

  self->own_points = 2 + below (random, 11);
  self->measure = once_in (random, 2) ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;
  g_string_append (random->sql, "INSERT INTO reward_terms VALUES ('fy26', '");
  for (int i = 0; i < self->own_points; i++)
    {
      self->growth[i] = growth;
      self->payout[i] = payout;
      g_string_append_printf (random->sql, "%s%.1f:%.2f", i > 0 ? "," : "", growth, payout);
      growth = round (growth * 10 + 1 + below (random, 30)) / 10;
      payout = round (payout * 100 + below (random, 5000)) / 100;
    }
  g_string_append_printf (random->sql, "', '%s', %.1f, ", self->measure == EX_MEASURE_VALUE ? "value" : "customers", once_in (random, 2) ? 0 : below (random, 120) / 10.0 - 9);
  if (once_in (random, 2))
    g_string_append (random->sql, "NULL");
  else
    g_string_append_printf (random->sql, "%d", below (random, 60000000));
  g_string_append_printf (random->sql, ", %d, %d);", once_in (random, 3) ? 10000 : 5000 + below (random, 5000), once_in (random, 4) ? 15000 : below (random, 20000));
}

static char *
trial_sql (Trial *self, guint32 seed)
{
  static const char * const phases[] = { "run", "assess", "calibrate", "sign" };
  int leaders;

  self->random = (Random) { .chance = g_rand_new_with_seed (seed), .sql = g_string_new ("BEGIN;") };
  g_string_append (self->random.sql, "INSERT INTO cycles (id, name, first_day, last_day) VALUES ('fy26', 'FY 2026', '2026-01-01', '2026-12-31');"
                                     "INSERT INTO tops VALUES ('fy26', 'a');");
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_string_append_printf (self->random.sql, "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', %u, 'advance', '%s', '2026-01-12');",
                            i + 1, phases[i]);
  leaders = 1 + below (&self->random, 20);
  for (int i = 0; i < leaders; i++)
    append_leader (&self->random, i);
  append_asset (&self->random);
  append_terms (self);
  g_string_append (self->random.sql, "COMMIT;");
  g_rand_free (self->random.chance);
  return g_string_free (self->random.sql, FALSE);
}

/* --- reckoned from the columns -------------------------------------------------------------------------------------------------------- */

/* In percent, as the typed curve says. */
static long double
curve_at (const Trial *self, long double growth)
{
  int i = 1;

  if (growth < self->growth[0])
    return 0;
  while (i < self->own_points && growth > self->growth[i])
    i++;
  if (i == self->own_points)
    return self->payout[i - 1];
  return self->payout[i - 1] + (self->payout[i] - self->payout[i - 1]) * (growth - self->growth[i - 1]) / (self->growth[i] - self->growth[i - 1]);
}

typedef struct
{
  long double factor;
  gboolean    gated;
  gint64      pool;
  long double company_share, cap;
  gint64      uncut, total;
} Run;

static Run
read_run (const Trial *self, ExDatabase *db)
{
  g_autoptr (ExStatement) row = ex_database_prepare (db, "SELECT gate, coalesce (pool, -1), company_share, cap, opening, closing, factor, uncut, total FROM reward_runs", NULL);
  Run run = { 0 };
  long double growth;

  g_assert_true (ex_statement_step (row, NULL));
  growth = 100.0L * (ex_statement_int (row, 5) - ex_statement_int (row, 4)) / ex_statement_int (row, 4);
  run.gated = growth < ex_statement_double (row, 0) - 1e-12;
  run.factor = run.gated ? 0 : curve_at (self, growth) / 100;
  g_assert_cmpfloat (fabsl (run.factor - ex_statement_double (row, 6)), <, 1e-12);
  run.pool = ex_statement_int (row, 1);
  run.company_share = ex_statement_int (row, 2) / 10000.0L;
  run.cap = ex_statement_int (row, 3) / 10000.0L;
  run.uncut = ex_statement_int (row, 7);
  run.total = ex_statement_int (row, 8);
  return run;
}

static long double
own_factor (const Run *run, ExStatement *row)
{
  const char *from = ex_statement_text (row, 3);

  if (strcmp (from, "excused") == 0 || strcmp (from, "no-score") == 0)
    return run->factor;
  g_assert_cmpstr (from, ==, "score");
  return MIN (ex_statement_double (row, 1), run->cap);
}

/* The unrounded reward; NaN without a target. */
static long double
reckon (const Run *run, ExStatement *row)
{
  long double own = own_factor (run, row);

  g_assert_cmpfloat (fabsl (own - ex_statement_double (row, 2)), <, 1e-12);
  if (ex_statement_is_null (row, 0))
    return NAN;
  if (run->gated)
    return 0;
  return ex_statement_int (row, 0) * (run->company_share * run->factor + (1 - run->company_share) * own) * ex_statement_int (row, 4) / ex_statement_int (row, 5);
}

static void
assert_reckoned (const Trial *self, ExDatabase *db)
{
  Run run = read_run (self, db);
  g_autoptr (ExStatement) rows = ex_database_prepare (db, "SELECT target, own_score, own_factor, own_from, days_in_role, days, unrounded, reward"
                                                          " FROM reward_statements ORDER BY leader_id", NULL);
  g_autoptr (GArray) unrounded = g_array_new (FALSE, FALSE, sizeof (long double));
  g_autoptr (GArray) paid = g_array_new (FALSE, FALSE, sizeof (gint64));
  long double sum = 0;
  gint64 rounded = 0, total = 0;

  while (ex_statement_step (rows, NULL))
    {
      long double reward = reckon (&run, rows);
      gint64 is = ex_statement_int (rows, 7);

      g_assert_true (isnan (reward) == ex_statement_is_null (rows, 7));
      if (isnan (reward))
        continue;
      g_assert_cmpfloat (fabsl (reward - ex_statement_double (rows, 6)), <=, 1e-9L * MAX (1, reward));
      g_array_append_val (unrounded, reward);
      g_array_append_val (paid, is);
      sum += reward;
      rounded += (gint64) floorl (reward * (1 + 1e-13L) + 0.5L);
      total += is;
    }
  g_assert_cmpint (run.uncut, ==, rounded);
  g_assert_cmpint (run.total, ==, total);
  g_assert_cmpint (total, ==, run.pool >= 0 && rounded > run.pool ? run.pool : rounded);
  for (guint i = 0; i < paid->len; i++)
    {
      long double share = g_array_index (unrounded, long double, i) * (total < rounded ? run.pool / sum : 1);

      g_assert_cmpfloat (fabsl (share - g_array_index (paid, gint64, i)), <=, total < rounded ? 1 : 0.5000001L);
    }
}

/* --- all of them ------------------------------------------------------------------------------------------------------------------------- */

static void
test_random (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  guint cut = 0, gated = 0, paid = 0;

  set_today ("2026-01-15");
  for (guint32 seed = 1; seed <= COMPANIES; seed++)
    {
      Trial trial = { 0 };
      g_autofree char *sql = trial_sql (&trial, seed);
      g_autoptr (ExRewards) computed = NULL;
      g_autoptr (GPtrArray) runs = NULL;
      g_autoptr (GError) error = NULL;
      const ExRewards *frozen;

      write_past_triggers (fixture->path, sql);
      computed = compute (store);
      if (!ex_store_close_cycle (store, "fy26", &error))
        g_error ("company %u: %s", seed, error->message);
      runs = list_runs (store, "HR");
      frozen = g_ptr_array_index (runs, 0);
      assert_same_rewards (computed, frozen);
      assert_reckoned (&trial, store->db);
      cut += frozen->cut < 1;
      gated += frozen->gated;
      paid += frozen->total > 0;
    }
  g_assert_cmpuint (cut, >, 10);   /* the trials reach what they are for */
  g_assert_cmpuint (gated, >, 10);
  g_assert_cmpuint (paid, >, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/reward-random/frozen, computed and reckoned are the same", Fixture, NULL, fixture_set_up_company, test_random, fixture_tear_down);
  return g_test_run ();
}
