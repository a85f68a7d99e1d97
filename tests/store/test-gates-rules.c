/* The gates of the rules (core/ex-gate.h) and those of the triggers (sql/0002-gates.sql) are the same: over thousands of small companies
 * in any state at all, what the one misses nothing of, the other lets through, and nothing else. */
#include "config.h"

#include "core/ex-blank.h"
#include "core/ex-gate.h"
#include "store/ex-store-reviews.h"

#include "random-company.h"

#ifdef __SANITIZE_ADDRESS__ /* which takes several times as long, and looks for something else */
#define COMPANIES 250
#else
#define COMPANIES 2000
#endif

static const char * const days[] = { "2025-11-01", "2026-01-01", "2026-03-15", "2026-08-01", "2026-12-31", "2027-03-01" };
static const ExStep steps[] = {
  EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_SIGN, EX_STEP_DISSENT, EX_STEP_EXCUSE, EX_STEP_REOPEN, EX_STEP_SEND_BACK, EX_STEP_MOVE,
};

/* How often each was let through and refused: a test of nothing but refusals would prove little. */
typedef struct { guint through, refused; } Tally;

typedef struct
{
  ExStore   *store;
  ExReviews *reviews;
  guint32    seed;
  Tally      steps[EX_STEP_OBSERVE + 1];
  Tally      rate, close;
} Trial;

static void
bind_review (ExStatement *statement, const ExReview *review, ExStep step, const char *why)
{
  ex_statement_bind_text (statement, 1, review->leader_id);
  ex_statement_bind_int (statement, 2, review->steps);
  ex_statement_bind_text (statement, 3, ex_step_nick (step));
  ex_statement_bind_text (statement, 4, why);
  ex_statement_bind_text (statement, 5, ex_review_state_nick (review->state));
  ex_statement_bind_text (statement, 6, review->reviewer_id);
  ex_statement_bind_text (statement, 7, review->assessed_by);
  ex_statement_bind_int (statement, 8, review->excused);
  ex_statement_bind_text (statement, 9, review->reviewer_signed);
  ex_statement_bind_text (statement, 10, review->leader_signed);
}

/* Whether the file takes it; nothing is kept. Takes @statement. (transfer full) what it said, NULL: nothing */
static char *
try_statement (Trial *trial, ExStatement *statement)
{
  g_autoptr (GError) error = NULL;

  if (!ex_statement_run (statement, &error))
    g_assert_cmpint (error->code, ==, EX_STORE_ERROR_REFUSED);
  ex_statement_reset (statement);
  ex_database_execute (trial->store->db, "ROLLBACK TO trial", NULL);
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* @a, @b: (nullable) for $1 and $2. */
static ExStatement *
prepare (Trial *trial, const char *sql, const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  ExStatement *statement = ex_database_prepare (trial->store->db, sql, &error);

  g_assert_no_error (error);
  if (a != NULL)
    ex_statement_bind_text (statement, 1, a);
  if (b != NULL)
    ex_statement_bind_text (statement, 2, b);
  return statement;
}

static char *
try_step (Trial *trial, const ExReview *review, ExStep step, const char *why)
{
  ExStatement *insert = prepare (trial,
                                 "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id, assessed_by, excused,"
                                 " reviewer_signed, leader_signed) VALUES ('fy26', $1, $2, $3, $4, '2026-02-02', $5, $6, $7, $8, $9, $10)", NULL, NULL);

  bind_review (insert, review, step, why);
  return try_statement (trial, insert);
}

static void
compare (Trial *trial, guint leader, const char *what, const GPtrArray *missing, const char *said, Tally *tally)
{
  g_autofree char *text = ex_missing_to_text (missing);

  if ((missing->len == 0) != (said == NULL))
    g_error ("company %u, %s of %s: the rules miss “%s”, the file said “%s”", trial->seed, what,
             ex_company_get_leader (ex_reviews_get_company (trial->reviews), leader)->id, text, said != NULL ? said : "nothing");
  if (said == NULL)
    tally->through++;
  else
    tally->refused++;
}

/* As it would stand after the step, whether the gate passes or not; back of drafting there is nothing, so it would stay there. */
static ExReview *
take_step (Trial *trial, guint leader, ExStep step, const char *why, int to)
{
  const ExReview *review = ex_reviews_get (trial->reviews, leader);
  ExReview *after;

  if (step != EX_STEP_SEND_BACK || review->state > EX_REVIEW_DRAFTING)
    return ex_step_take (trial->reviews, leader, step, why, to, EX_NOBODY);
  after = ex_review_copy (review);
  after->steps++;
  return after;
}

static void
compare_step (Trial *trial, guint leader, ExStep step, int to)
{
  const char *why = step == EX_STEP_SIGN || ex_step_needs_why (step) ? "For a reason" : NULL;
  g_autoptr (GPtrArray) missing = ex_step_missing (trial->reviews, leader, step, why, to);
  g_autoptr (ExReview) after = take_step (trial, leader, step, why, to);
  g_autofree char *said = try_step (trial, after, step, why);

  compare (trial, leader, ex_step_nick (step), missing, said, &trial->steps[step]);
}

/* What the next to review says of a first objective; what is adjusted of it. */
static void
compare_ratings (Trial *trial, guint leader)
{
  ExCompany *company = ex_reviews_get_company (trial->reviews);
  int reviewer = ex_reviews_get_reviewer (trial->reviews, leader);
  const char *rater = reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : "";
  g_autoptr (GPtrArray) rate = ex_gate_rate (trial->reviews, leader);
  g_autoptr (GPtrArray) calibrate = NULL;
  g_autoptr (ExAdjustment) adjustment = NULL;
  g_autofree char *rated = NULL, *adjusted = NULL;
  guint n;
  const guint *own = ex_company_leader_objectives (company, leader, &n);
  const char *id;

  if (n == 0)
    return;
  id = ex_company_get_objective (company, own[0])->id;
  rated = try_statement (trial, prepare (trial, "INSERT INTO ratings VALUES ($1, 'manager', $2, 1, 'So', 0, NULL) ON CONFLICT DO UPDATE SET rating = 1", id, rater));
  compare (trial, leader, "rating", rate, rated, &trial->rate);

  adjustment = ex_adjustment_new (id, 4, "For a reason", "Board");
  calibrate = ex_gate_calibrate (trial->reviews, leader, adjustment);
  adjusted = try_statement (trial, prepare (trial, "INSERT INTO adjustments VALUES ($1, 4, 'For a reason', 'Board')", id, NULL));
  compare (trial, leader, "adjustment", calibrate, adjusted, &trial->steps[EX_STEP_CALIBRATE]);
}

static void
compare_observers (Trial *trial, guint leader)
{
  const char *id = ex_company_get_leader (ex_reviews_get_company (trial->reviews), leader)->id;
  g_autoptr (GPtrArray) missing = ex_step_missing (trial->reviews, leader, EX_STEP_OBSERVE, NULL, EX_NO_ONE);
  g_autofree char *said = try_statement (trial, prepare (trial, "INSERT INTO observers VALUES ('fy26', $1, $2) ON CONFLICT DO NOTHING", id, strcmp (id, "a") == 0 ? "b" : "a"));

  compare (trial, leader, "observers", missing, said, &trial->steps[EX_STEP_OBSERVE]);
}

static void
run (Trial *trial, const char *sql)
{
  g_autoptr (ExStatement) statement = prepare (trial, sql, NULL, NULL);
  g_autoptr (GError) error = NULL;

  ex_statement_run (statement, &error);
  g_assert_no_error (error);
}

/* Rewards by value where there is none, or by customers. */
static void
set_terms (Trial *trial, ExCloseFacts *facts)
{
  if (trial->seed % 4 > 1)
    return;
  facts->pays = TRUE;
  facts->measure = trial->seed % 4 == 0 ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;
  if (ex_reviews_get_cycle (trial->reviews)->phase != EX_PHASE_CLOSED)
    run (trial, facts->measure == EX_MEASURE_VALUE ? "INSERT INTO reward_terms (cycle_id, curve, measure) VALUES ('fy26', '0:0,5:100', 'value')"
                                                   : "INSERT INTO reward_terms (cycle_id, curve, measure) VALUES ('fy26', '0:0,5:100', 'customers')");
}

/* Movements by quarter, all final or all but one; an asset that opens with nothing or is not known is refused by both, and one without the
 * growth that rewards hang on. */
static void
compare_close (Trial *trial)
{
  gboolean has = trial->seed % 7 != 0, final = trial->seed % 5 != 0;
  char *not_final[] = { (char *) "2026-Q3", NULL };
  ExCloseFacts facts = { .has_ledger = has, .not_final = has && !final ? not_final : NULL, .opening_known = trial->seed % 11 != 0,
                         .opening_customers = trial->seed % 13 == 0 ? 0 : 5, .closing_customers = 6 };
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *opening = facts.opening_known ? g_strdup_printf ("%" G_GINT64_FORMAT, facts.opening_customers) : NULL;
  g_autofree char *said = NULL;

  set_terms (trial, &facts);
  missing = ex_gate_close (trial->reviews, &facts);
  if (has)
    run (trial, "INSERT INTO movements SELECT '2026-Q' || value, 1,1,1,1,1,1,1, 1,1,1,1,1,1,1, NULL"
                " FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)");
  run (trial, "INSERT INTO final_periods VALUES ('2026-Q1'), ('2026-Q2'), ('2026-Q4')");
  if (final)
    run (trial, "INSERT INTO final_periods VALUES ('2026-Q3')");
  said = try_statement (trial, prepare (trial,
                                        "INSERT INTO cycle_steps VALUES ('fy26', (SELECT coalesce (max (number), 0) + 1 FROM cycle_steps), 'close', 'closed',"
                                        " NULL, '2027-01-01', CAST ($1 AS INTEGER), 6, 0, 0)", opening, NULL));
  compare (trial, 0, "close", missing, said, &trial->close);
}

static void
compare_all (Trial *trial)
{
  guint n = ex_company_n_leaders (ex_reviews_get_company (trial->reviews));

  for (guint leader = 0; leader < n; leader++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        for (int to = 0; to < (steps[i] == EX_STEP_MOVE ? (int) n : 1); to++)
          compare_step (trial, leader, steps[i], steps[i] == EX_STEP_MOVE ? to : EX_NO_ONE);
      compare_ratings (trial, leader);
      compare_observers (trial, leader);
    }
  compare_close (trial);
}

/* Reporting lines that are a circle on the day are no company; the store keeps them out, and here they are passed over. */
static void
try_company (Trial *trial, const char *path)
{
  const char *today = days[trial->seed % G_N_ELEMENTS (days)];
  g_autofree char *sql = random_company_sql (trial->seed);
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (GError) error = NULL;

  write_past_triggers (path, sql);
  g_setenv ("EXEMPLAR_TODAY", today, TRUE);
  company = ex_store_read_company (trial->store, "FY 2026", ex_day_today (), &error);
  if (company == NULL)
    return;
  trial->reviews = ex_store_read_reviews (trial->store, company, &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_begin (trial->store, "Try", &error));
  ex_database_execute (trial->store->db, "SAVEPOINT trial", NULL);
  compare_all (trial);
  ex_store_rollback (trial->store);
  g_clear_pointer (&trial->reviews, ex_reviews_unref);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  Trial trial = { .store = fixture->store };

  for (trial.seed = 1; trial.seed <= COMPANIES; trial.seed++)
    try_company (&trial, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (trial.steps); i++)
    {
      g_test_message ("%s: %u let through, %u refused", ex_step_nick (i), trial.steps[i].through, trial.steps[i].refused);
      g_assert_cmpuint (trial.steps[i].through, >, 5);
      g_assert_cmpuint (trial.steps[i].refused, >, 100);
    }
  g_assert_cmpuint (trial.rate.through, >, 100);
  g_assert_cmpuint (trial.close.through, >, 0);
}

/* What the rules take for no words at all, the triggers do. */
static void
test_blanks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExStatement) row = ex_database_prepare (fixture->store->db, "SELECT instr (all_of_them, $1) > 0 FROM blanks", NULL);

  for (gunichar c = 1; c <= 0xffff; c++)
    {
      char text[7] = "";

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      ex_statement_bind_text (row, 1, text);
      g_assert_true (ex_statement_step (row, NULL));
      if ((ex_statement_int (row, 0) != 0) != ex_text_is_blank (text))
        g_test_fail_printf ("U+%04X is blank for %s alone", c, ex_text_is_blank (text) ? "the rules" : "the triggers");
      ex_statement_reset (row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/gates/rules and triggers let the same through", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/store/gates/rules and triggers take the same for no words", Fixture, NULL, fixture_set_up, test_blanks, fixture_tear_down);
  return g_test_run ();
}
