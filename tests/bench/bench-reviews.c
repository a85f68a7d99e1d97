/* How quick the review cycle is on a large company: bench-reviews FILE, which is written to. A line each, TAB between: what, our
 * milliseconds, those of the bare SQL of the same effect on plain tables without a journal, gates or reading into records. */
#include "config.h"

#include "core/ex-gate.h"
#include "store/ex-database.h"
#include "store/ex-store-private.h"
#include "store/ex-store-reviews.h"

#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 50 /* of saving one rating */

typedef struct
{
  ExStore    *store;
  ExDatabase *bare;
  char       *cycle_id;
  GPtrArray  *leaders;
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

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
report (const char *name, double ours, double bare)
{
  printf ("%s\t%.3f\t%.3f\n", name, ours, bare);
  fflush (stdout);
}

/* --- bare ---------------------------------------------------------------------------------------------------------------------- */

static double
time_script (ExDatabase *database, const char *script)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ex_database_execute (database, script, &error);
  fail_on (error);
  return since (start);
}

/* Every row and column. */
static void
step_through (ExDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) rows = ex_database_prepare (database, sql, &error);

  fail_on (error);
  while (ex_statement_step (rows, &error))
    for (int column = 0; column < ex_statement_n_columns (rows); column++)
      ex_statement_text (rows, column);
  fail_on (error);
}

/* Plain tables with the keys that a query needs. */
static ExDatabase *
open_bare (const char *path, const char *company)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS company", company);
  g_autoptr (GError) error = NULL;
  ExDatabase *bare = ex_database_open (path, TRUE, &error);

  fail_on (error);
  time_script (bare, attach);
  time_script (bare,
               "CREATE TABLE leaders AS SELECT id, manager_id FROM company.leaders;"
               "CREATE UNIQUE INDEX leaders_id ON leaders (id);"
               "CREATE TABLE objectives AS SELECT * FROM company.objectives;"
               "CREATE INDEX objectives_leader ON objectives (leader_id);"
               "CREATE TABLE links AS SELECT objective_id, driver FROM company.links;"
               "CREATE INDEX links_objective ON links (objective_id);"
               "CREATE TABLE steps (leader_id TEXT, state TEXT, PRIMARY KEY (leader_id)) WITHOUT ROWID;"
               "CREATE TABLE ratings (objective_id TEXT, role TEXT, rater_id TEXT, rating INTEGER, comment TEXT, confirmed INTEGER,"
               " PRIMARY KEY (objective_id, role, rater_id)) WITHOUT ROWID;"
               "DETACH company");
  return bare;
}

/* --- agreeing all ----------------------------------------------------------------------------------------------------------------- */

static GStrv
list_ids (const Bench *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->leaders->len; i++)
    g_strv_builder_add (ids, ((ExLeader *) g_ptr_array_index (self->leaders, i))->id);
  return g_strv_builder_end (ids);
}

#define MISSING                                                                                                                       \
  "(SELECT count (*) FROM objectives o WHERE o.leader_id = l.id) < 3"                                                                 \
  " OR (SELECT sum (weight) FROM objectives o WHERE o.leader_id = l.id) IS NOT 10000"                                                 \
  " OR EXISTS (SELECT 1 FROM objectives o WHERE o.leader_id = l.id AND (o.unit IS NULL OR o.source IS NULL OR o.cadence IS NULL"      \
  "  OR o.baseline = o.target OR (o.parent_id IS NULL AND o.local_reason IS NULL AND l.manager_id IS NOT NULL)"                       \
  "  OR NOT EXISTS (SELECT 1 FROM links k WHERE k.objective_id = o.id)))"

static void
bench_agree (Bench *self)
{
  g_auto (GStrv) ids = list_ids (self);
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double ours, bare;

  ex_store_take_steps (self->store, self->cycle_id, (const char * const *) ids, EX_STEP_AGREE, NULL, NULL, TRUE, NULL, NULL, NULL, &refused, &error);
  fail_on (error);
  ours = since (start);
  if (refused->len > 0)
    fprintf (stderr, "%u refused: %s\n", refused->len, (char *) g_ptr_array_index (refused, 0));
  bare = time_script (self->bare, "INSERT INTO steps SELECT id, 'agreed' FROM leaders l WHERE NOT (" MISSING ")");
  report ("agree 10,000 reviews at once", ours, bare);
}

/* --- advancing --------------------------------------------------------------------------------------------------------------------- */

/* What every review still misses, and whom it waits for. */
static void
list_laggards (ExReviews *reviews)
{
  guint n = ex_company_n_leaders (ex_reviews_get_company (reviews)), waiting = 0;

  for (guint i = 0; i < n; i++)
    {
      int whom;
      g_autofree char *summary = ex_review_summary (reviews, i, &whom);

      waiting += whom != EX_NO_ONE;
    }
  if (waiting < n)
    fprintf (stderr, "only %u of %u wait\n", waiting, n);
}

/* To assess: the step, and what it lists. The company, in which the step changed nothing but the phase, is read beside the clock. */
static void
bench_advance (Bench *self)
{
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;
  double ours, bare;

  ex_store_advance_cycle (self->store, self->cycle_id, &error);
  fail_on (error);
  start = g_get_monotonic_time ();
  ex_store_advance_cycle (self->store, self->cycle_id, &error);
  fail_on (error);
  ours = since (start);
  company = ex_store_read_company (self->store, NULL, ex_day_today (), &error);
  fail_on (error);
  start = g_get_monotonic_time ();
  reviews = ex_store_read_reviews (self->store, company, &error);
  fail_on (error);
  list_laggards (reviews);
  ours += since (start);

  start = g_get_monotonic_time ();
  step_through (self->bare,
                "SELECT l.id, " MISSING ", (SELECT count (*) FROM objectives o JOIN ratings r ON r.objective_id = o.id AND r.role = 'self'"
                " WHERE o.leader_id = l.id) FROM leaders l");
  bare = since (start);
  report ("advance a cycle of 10,000 reviews", ours, bare);
}

/* --- ratings ------------------------------------------------------------------------------------------------------------------------ */

static ExRating *
make_rating (const ExObjective *objective, ExRole role, const char *rater_id, int rating)
{
  ExRating *said = ex_rating_new (objective->id, role, rater_id);

  said->rating = rating;
  said->comment = g_strdup ("Nearly there: the last quarter brought most of it, as we said it would.");
  said->confirmed = role == EX_ROLE_MANAGER;
  return said;
}

/* All self ratings, as one action past the checks of the rules: to have something to read. */
static void
fill_ratings (Bench *self, const GPtrArray *objectives)
{
  g_autoptr (GError) error = NULL;

  ex_store_begin (self->store, "Fill", &error);
  fail_on (error);
  for (guint i = 0; i < objectives->len; i++)
    {
      g_autoptr (ExStatement) one = ex_database_prepare (self->store->db,
                                                         "INSERT INTO ratings (objective_id, role, rater_id, rating, comment) VALUES ($1, 'self', $2, 4,"
                                                         " 'Nearly there: the last quarter brought most of it, as we said it would.')",
                                                         &error);
      const ExObjective *objective = g_ptr_array_index (objectives, i);

      fail_on (error);
      ex_statement_bind_text (one, 1, objective->id);
      ex_statement_bind_text (one, 2, objective->leader_id);
      ex_statement_run (one, &error);
      fail_on (error);
    }
  ex_store_commit (self->store, &error);
  fail_on (error);
}

static void
copy_ratings (Bench *self)
{
  time_script (self->bare,
               "INSERT INTO ratings SELECT id, 'self', leader_id, 4, 'Nearly there: the last quarter brought most of it, as we said it would.', 0"
               " FROM objectives");
}

static double
time_rating (Bench *self, const ExObjective *objective, const char *rater_id)
{
  g_autoptr (ExRating) said = make_rating (objective, EX_ROLE_MANAGER, rater_id, 3);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ex_store_save_rating (self->store, said, &error);
  fail_on (error);
  return since (start);
}

static double
time_bare_rating (Bench *self, const ExObjective *objective, const char *rater_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) insert = NULL;
  gint64 start = g_get_monotonic_time ();

  insert = ex_database_prepare (self->bare,
                                "INSERT INTO ratings VALUES ($1, 'manager', $2, 3, $3, 1)"
                                " ON CONFLICT DO UPDATE SET rating = excluded.rating, comment = excluded.comment",
                                &error);
  fail_on (error);
  ex_statement_bind_text (insert, 1, objective->id);
  ex_statement_bind_text (insert, 2, rater_id);
  ex_statement_bind_text (insert, 3, "Nearly there: the last quarter brought most of it, as we said it would.");
  ex_statement_run (insert, &error);
  fail_on (error);
  return since (start);
}

/* By the top of those who report to it. */
static void
bench_ratings (Bench *self, const GPtrArray *objectives)
{
  const char *top = ((ExLeader *) g_ptr_array_index (self->leaders, 0))->id;
  double ours[ROUNDS], bare[ROUNDS];
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ex_store_take_step (self->store, self->cycle_id, top, EX_STEP_SELF_ASSESS, NULL, NULL, &error);
  fail_on (error);
  for (guint round = 0; n < ROUNDS; round++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, 5 + round % 40); /* five each of eight reports */

      bare[n] = time_bare_rating (self, objective, top);
      ours[n++] = time_rating (self, objective, top);
    }
  report ("save a rating", median (ours, ROUNDS), median (bare, ROUNDS));
}

/* --- reading ------------------------------------------------------------------------------------------------------------------------ */

static void
bench_read (Bench *self)
{
  double ours[5], bare[5];
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (self->store, NULL, ex_day_today (), &error);

  fail_on (error);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (ExReviews) reviews = ex_store_read_reviews (self->store, company, &error);

      fail_on (error);
      ours[i] = since (start);
      start = g_get_monotonic_time ();
      step_through (self->bare, "SELECT leader_id, state FROM steps");
      step_through (self->bare, "SELECT objective_id, role, rater_id, rating, comment IS NOT NULL, confirmed FROM ratings");
      bare[i] = since (start);
    }
  report ("read all reviews", median (ours, G_N_ELEMENTS (ours)), median (bare, G_N_ELEMENTS (bare)));
}

static void
run (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (self->store, NULL, &error);
  g_autoptr (GPtrArray) objectives = NULL;

  fail_on (error);
  self->cycle_id = cycle->id;
  self->leaders = ex_store_list_leaders (self->store, &error);
  fail_on (error);
  objectives = ex_store_list_objectives (self->store, cycle->id, &error);
  fail_on (error);
  bench_agree (self);
  bench_advance (self);
  fill_ratings (self, objectives);
  copy_ratings (self);
  bench_ratings (self, objectives);
  bench_read (self);
  g_ptr_array_unref (self->leaders);
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
  path = g_strconcat (argv[1], ".bare", NULL);
  bench.store = ex_store_open (argv[1], &error);
  fail_on (error);
  bench.bare = open_bare (path, argv[1]);
  run (&bench);
  ex_store_close (bench.store);
  ex_database_close (bench.bare);
  return 0;
}
