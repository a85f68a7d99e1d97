/* How quick rewards are in a large company: bench-rewards FILE, which is written to. A line each, TAB between: what, our milliseconds, those
 * of the bare SQL of the same effect on a plain table, without a journal, gates or a company that is read; "" where there is none. */
#include "config.h"

#include "core/ex-quantity.h"
#include "store/ex-database.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-private.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 5

typedef struct
{
  ExStore   *store;
  ExCycle   *cycle;
  ExReviews *reviews;
  ExAsset   *asset;
} Bench;

static void
fail_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
report (const char *name, double ours, double bare)
{
  if (isnan (bare))
    printf ("%s\t%.3f\t\n", name, ours);
  else
    printf ("%s\t%.3f\t%.3f\n", name, ours, bare);
  fflush (stdout);
}

/* --- a company that is about to close --------------------------------------------------------------------------------------------------- */

/* The quarters of the cycle: by movements, which is no more work to read than a ledger's figures. */
static void
enter_movements (Bench *self)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExImportInfo info = { .file_name = "movements.csv", .digest = "bench" };
  g_autoptr (GError) error = NULL;
  int first = ex_period_of_day (EX_GRAIN_QUARTER, self->cycle->first).index;

  for (int i = 0; i < 4; i++)
    {
      ExEnteredMovement quarter = { .period = { EX_GRAIN_QUARTER, first + i } };

      quarter.movement.opening = (ExCount) { 50000 + 500 * i, 5000000000 + 40000000 * (gint64) i };
      quarter.movement.fresh = (ExCount) { 500, 40000000 };
      quarter.movement.steady = quarter.movement.opening;
      quarter.movement.closing = (ExCount) { 50500 + 500 * i, 5040000000 + 40000000 * (gint64) i };
      g_array_append_val (movements, quarter);
    }
  ex_store_import_movements (self->store, movements, &info, NULL, &error);
  fail_on (error);
  for (int i = 0; i < 4; i++)
    {
      ex_store_set_final (self->store, (ExPeriod) { EX_GRAIN_QUARTER, first + i }, TRUE, &error);
      fail_on (error);
    }
}

static void
set_terms (Bench *self)
{
  g_autoptr (ExRewardTerms) terms = ex_reward_terms_new ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&terms->curve, g_array_unref);
  terms->curve = ex_curve_parse ("0:25,2:50,5:100,8:150", &error);
  terms->company_share = 7000;
  terms->pool = 5000000000;
  ex_store_save_reward_terms (self->store, self->cycle->id, terms, &error);
  fail_on (error);
}

/* Ten thousand signatures would be another benchmark. */
static void
excuse_all (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self->store, &error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (ExCycle) now = NULL;

  fail_on (error);
  for (guint i = 0; i < leaders->len; i++)
    g_ptr_array_add (ids, ((ExLeader *) g_ptr_array_index (leaders, i))->id);
  g_ptr_array_add (ids, NULL);
  ex_store_take_steps (self->store, self->cycle->id, (const char * const *) ids->pdata, EX_STEP_EXCUSE, "Trial", NULL, FALSE, NULL, NULL, NULL, NULL, &error);
  fail_on (error);
  for (now = ex_store_find_cycle (self->store, NULL, &error); now->phase < EX_PHASE_SIGN; now = ex_store_find_cycle (self->store, NULL, &error))
    {
      ex_store_advance_cycle (self->store, self->cycle->id, &error);
      fail_on (error);
      ex_cycle_free (now);
    }
}

static void
read_all (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (self->store, NULL, ex_day_today (), &error);

  fail_on (error);
  self->reviews = ex_store_read_reviews (self->store, company, &error);
  fail_on (error);
  self->asset = ex_store_read_asset (self->store, self->cycle, NULL, &error);
  fail_on (error);
}

/* --- what is timed ------------------------------------------------------------------------------------------------------------------------- */

static ExRewards *
compute (Bench *self)
{
  g_autoptr (GError) error = NULL;
  ExRewards *rewards = ex_store_compute_rewards (self->store, self->reviews, self->asset, &error);

  fail_on (error);
  return rewards;
}

static void
explain (const ExRewards *rewards)
{
  for (guint i = 0; i < rewards->rewards->len; i++)
    {
      g_autoptr (ExWorking) working = ex_working_new ();

      ex_rewards_explain (rewards, g_ptr_array_index (rewards->rewards, i), working);
    }
}

/* From the company, the reviews and the asset as they are in memory to the working of every statement, line by line. */
static void
bench_statements (Bench *self)
{
  double best = G_MAXDOUBLE, computed = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (ExRewards) rewards = compute (self);

      computed = MIN (computed, since (start));
      explain (rewards);
      best = MIN (best, since (start));
    }
  report ("compute 10,000 rewards", computed, EX_UNSET);
  report ("10,000 statements with their working", best, EX_UNSET);
}

/* The same rows, into a plain table of the same columns, durable as ours are. */
static double
time_bare (const char *path, const ExRewards *rewards)
{
  g_autoptr (GError) error = NULL;
  ExDatabase *bare = ex_database_open (path, TRUE, &error);
  gint64 start;
  double took;

  fail_on (error);
  ex_database_execute (bare, "CREATE TABLE statements (cycle_id TEXT, version INTEGER, leader_id TEXT, target INTEGER, own_score REAL, own_factor REAL,"
                             " own_from TEXT, days_in_role INTEGER, days INTEGER, unrounded REAL, reward INTEGER, PRIMARY KEY (cycle_id, version, leader_id))",
                       &error);
  fail_on (error);
  start = g_get_monotonic_time ();
  ex_database_begin (bare, &error);
  for (guint i = 0; i < rewards->rewards->len; i++)
    {
      g_autoptr (ExStatement) insert = ex_database_prepare (bare, "INSERT INTO statements VALUES ('c', 1, $1, $2, $3, $4, 'excused', $5, $6, $7, $8)", &error);
      const ExReward *reward = g_ptr_array_index (rewards->rewards, i);

      ex_statement_bind_text_static (insert, 1, reward->leader_id, -1);
      ex_statement_bind_int (insert, 2, reward->target);
      ex_statement_bind_double (insert, 3, reward->own_score);
      ex_statement_bind_double (insert, 4, reward->own_factor);
      ex_statement_bind_int (insert, 5, reward->days_in_role);
      ex_statement_bind_int (insert, 6, reward->days);
      ex_statement_bind_double (insert, 7, reward->unrounded);
      ex_statement_bind_int (insert, 8, reward->reward);
      ex_statement_run (insert, &error);
      fail_on (error);
    }
  ex_database_commit (bare, &error);
  fail_on (error);
  took = since (start);
  ex_database_close (bare);
  return took;
}

/* Closing reads the company with its 1.2 million check-ins, asks the gate of ten thousand reviews, computes, and writes. */
static void
bench_close (Bench *self, const char *path)
{
  g_autoptr (ExRewards) rewards = compute (self);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  double bare = time_bare (path, rewards), ours;
  gint64 start = g_get_monotonic_time ();

  ex_store_close_cycle (self->store, self->cycle->id, &error);
  fail_on (error);
  ours = since (start);
  report ("close a cycle and freeze 10,000 statements", ours, bare);
  start = g_get_monotonic_time ();
  runs = ex_store_list_reward_runs (self->store, self->cycle->id, &error);
  fail_on (error);
  if (runs->len != 1 || ((ExRewards *) g_ptr_array_index (runs, 0))->total != rewards->total)
    fprintf (stderr, "what was frozen is not what was computed\n");
  report ("read 10,000 frozen statements", since (start), EX_UNSET);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FILE\n", argv[0]);
      return 2;
    }
  path = g_strconcat (argv[1], ".plain", NULL);
  bench.store = ex_store_open (argv[1], &error);
  fail_on (error);
  bench.cycle = ex_store_find_cycle (bench.store, NULL, &error);
  fail_on (error);
  enter_movements (&bench);
  set_terms (&bench);
  excuse_all (&bench);
  read_all (&bench);
  bench_statements (&bench);
  bench_close (&bench, path);
  ex_reviews_unref (bench.reviews);
  ex_asset_unref (bench.asset);
  ex_cycle_free (bench.cycle);
  ex_store_close (bench.store);
  return 0;
}
