/* What the tests of reviews share, over store-fixture.h: Ann above Bob above Cy, and Ann above Dee; everybody with objectives that can be
 * agreed; and short words for steps. */
#pragma once

#include "store-fixture.h"

#include "core/ex-quantity.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-tables.h"

static inline void
act_as (ExStore *store, const char *actor)
{
  g_autoptr (GError) error = NULL;

  ex_store_set_actor (store, actor, &error);
  g_assert_no_error (error);
}

/* The time that passes in a test: a day of 2026. */
static inline void
set_today (const char *day)
{
  g_setenv ("EXEMPLAR_TODAY", day, TRUE);
}

static inline ExObjective *
make_good_objective (const char *id, const char *leader_id, const char *title, int weight, const char *parent_id)
{
  ExObjective *objective = ex_objective_new (id, "fy26", leader_id, title, EX_KIND_NUMBER);
  ExLink link = { EX_DRIVER_RETAIN, 1000, EX_CLAIM_NONE };

  objective->unit = g_strdup ("%");
  objective->source = g_strdup ("Telephone system");
  objective->cadence = EX_CADENCE_MONTHLY;
  objective->baseline = 80;
  objective->target = 88;
  objective->weight = weight;
  objective->parent_id = g_strdup (parent_id);
  objective->local_reason = parent_id == NULL ? g_strdup ("Of this region alone") : NULL;
  g_array_append_val (objective->links, link);
  return objective;
}

/* "a1", "a2", "a3" for the leader a, of 40, 35 and 25 %. */
static inline void
save_good_objectives (ExStore *store, const char *leader_id)
{
  static const int weights[] = { 4000, 3500, 2500 };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", leader_id, i + 1);
      g_autofree char *title = g_strdup_printf ("Objective %u", i + 1);
      g_autoptr (ExObjective) objective = make_good_objective (id, leader_id, title, weights[i], NULL);
      g_autoptr (GError) error = NULL;

      ex_store_save_objective (store, objective, &error);
      g_assert_no_error (error);
    }
}

static inline void
reviews_set_up (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };

  set_today ("2026-01-15");
  fixture_set_up_company (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    save_good_objectives (fixture->store, leaders[i]);
}

static inline gboolean
take (ExStore *store, const char *actor, const char *leader_id, ExStep step, const char *why, GError **error)
{
  act_as (store, actor);
  return ex_store_take_step (store, "fy26", leader_id, step, why, NULL, error);
}

static inline void
must_take (ExStore *store, const char *actor, const char *leader_id, ExStep step, const char *why)
{
  g_autoptr (GError) error = NULL;

  if (!take (store, actor, leader_id, step, why, &error))
    g_error ("%s as %s of %s: %s", ex_step_nick (step), actor, leader_id, error->message);
}

/* Refused with @words, and nothing is written. */
static inline void
must_not_take (ExStore *store, const char *actor, const char *leader_id, ExStep step, const char *why, const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (store);

  if (take (store, actor, leader_id, step, why, &error))
    g_error ("%s as %s of %s was not refused", ex_step_nick (step), actor, leader_id);
  assert_refused (&error, words);
  g_assert_cmpint (n_actions (store), ==, before);
}

static inline void
advance_to (ExStore *store, ExPhase phase)
{
  act_as (store, EX_STORE_HR);
  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);

      if (cycle->phase >= phase)
        return;
      ex_store_advance_cycle (store, "fy26", &error);
      g_assert_no_error (error);
    }
}

static inline gboolean
rate (ExStore *store, const char *actor, const char *objective_id, ExRole role, const char *rater_id, int rating, const char *comment, GError **error)
{
  g_autoptr (ExRating) said = ex_rating_new (objective_id, role, rater_id);

  said->rating = rating;
  said->comment = g_strdup (comment);
  said->confirmed = role == EX_ROLE_MANAGER;
  act_as (store, actor);
  return ex_store_save_rating (store, said, error);
}

static inline void
must_not_rate (ExStore *store, const char *actor, const char *objective_id, ExRole role, const char *rater_id, int rating, const char *words)
{
  g_autoptr (GError) error = NULL;

  if (rate (store, actor, objective_id, role, rater_id, rating, "x", &error))
    g_error ("rating %s as %s was not refused", objective_id, actor);
  assert_refused (&error, words);
}

/* All three objectives of a leader. */
static inline void
must_rate_all (ExStore *store, const char *actor, const char *leader_id, ExRole role, const char *rater_id, int rating)
{
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", leader_id, i);
      g_autoptr (GError) error = NULL;

      rate (store, actor, id, role, rater_id, rating, role == EX_ROLE_SELF ? "As I see it" : "As they see it", &error);
      g_assert_no_error (error);
    }
}

static inline const char *
reviewer_of (const char *leader_id)
{
  return strcmp (leader_id, "a") == 0 ? EX_BOARD : strcmp (leader_id, "c") == 0 ? "b" : "a";
}

/* "" stands for the board, which HR acts for. */
static inline const char *
actor_for (const char *reviewer_id)
{
  return *reviewer_id == '\0' ? EX_STORE_HR : reviewer_id;
}

/* Brings a review as far as @state, each step by whose it is; those above have to be as far. */
static inline void
bring_to (ExStore *store, const char *leader_id, ExReviewState state)
{
  const char *reviewer = reviewer_of (leader_id);

  if (state >= EX_REVIEW_AGREED)
    must_take (store, actor_for (reviewer), leader_id, EX_STEP_AGREE, NULL);
  if (state >= EX_REVIEW_SELF_ASSESSED)
    {
      advance_to (store, EX_PHASE_ASSESS);
      must_rate_all (store, leader_id, leader_id, EX_ROLE_SELF, leader_id, 4);
      must_take (store, leader_id, leader_id, EX_STEP_SELF_ASSESS, NULL);
    }
  if (state >= EX_REVIEW_ASSESSED)
    {
      must_rate_all (store, actor_for (reviewer), leader_id, EX_ROLE_MANAGER, reviewer, 3);
      must_take (store, actor_for (reviewer), leader_id, EX_STEP_ASSESS, NULL);
    }
  if (state >= EX_REVIEW_SIGNED)
    {
      advance_to (store, EX_PHASE_SIGN);
      must_take (store, actor_for (reviewer), leader_id, EX_STEP_SIGN, NULL);
      must_take (store, leader_id, leader_id, EX_STEP_SIGN, NULL);
    }
}

static inline ExReview *
review_of (ExStore *store, const char *leader_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;

  act_as (store, EX_STORE_HR);
  sheet = ex_store_read_sheet (store, "fy26", leader_id, &error);
  g_assert_no_error (error);
  return ex_review_copy (sheet->review);
}

static inline void
assert_state (ExStore *store, const char *leader_id, ExReviewState state)
{
  g_autoptr (ExReview) review = review_of (store, leader_id);

  g_assert_cmpstr (ex_review_state_nick (review->state), ==, ex_review_state_nick (state));
}

/* Every row of the review's tables, as text. */
static inline char *
dump_reviews (ExStore *store)
{
  static const char * const tables[] = {
    "cycle_plans", "scale_words", "cycle_steps", "review_steps", "ratings", "adjustments", "observers", "private_notes", "amendments",
    "amended_objectives", "templates", "past_managers", "final_periods", "leaders", "objectives", "links", "cycles", "tops",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", tables[i]);
      g_autoptr (ExStatement) rows = NULL;

      if (strcmp (tables[i], "final_periods") == 0)
        rows = ex_database_prepare (store->db, "SELECT * FROM final_periods ORDER BY 1", NULL);
      else if (strcmp (tables[i], "tops") == 0)
        rows = ex_database_prepare (store->db, "SELECT * FROM tops ORDER BY 1, 2", NULL);
      else
        rows = ex_database_prepare (store->db, sql, NULL);
      g_assert_nonnull (rows);
      while (ex_statement_step (rows, NULL))
        {
          g_string_append_printf (text, "%s:", tables[i]);
          for (int column = 0; column < ex_statement_n_columns (rows); column++)
            {
              const char *value = ex_statement_text (rows, column);

              g_string_append_printf (text, " %s", value != NULL ? value : "NULL");
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

#define add_review_test(path, function) g_test_add (path, Fixture, NULL, reviews_set_up, function, fixture_tear_down)
