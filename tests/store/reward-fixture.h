/* What the tests of rewards share, over review-fixture.h: two who came and went, incentive targets, scores, a ledger that grew by 3 % of its
 * value and doubled its customers, and a cycle brought to its close.
 *
 *   Ann    100,000.00   scores 57.5 %     signed
 *   Bob     40,000.00   100 %             signed
 *   Cy      10,000.00   0 %, not measured signed
 *   Dee     20,000.00                     excused
 *   Eve     12,000.00   left on 30 June   excused
 *   Flo     no target                     excused */
#pragma once

#include "review-fixture.h"

#include "core/ex-reward.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-rewards.h"

static inline void
set_target (ExStore *store, const char *id, gint64 target, const char *last_day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = NULL;

  g_assert_true (ex_leader_find (store->db, id, &leader, &error));
  leader->incentive_target = target;
  if (last_day != NULL)
    leader->to = ex_day_parse (last_day);
  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
}

static inline void
rewards_set_up (Fixture *fixture, gconstpointer data)
{
  ExStore *store;

  reviews_set_up (fixture, data);
  store = fixture->store;
  save_leader (store, "e", "Eve", "a");
  save_leader (store, "f", "Flo", "a");
  set_target (store, "a", 10000000, NULL);
  set_target (store, "b", 4000000, NULL);
  set_target (store, "c", 1000000, NULL);
  set_target (store, "d", 2000000, NULL);
  set_target (store, "e", 1200000, "2026-06-30");
  save_check_in (store, "a1", "2026-01-10", 88); /* 40 % of weight, at target */
  save_check_in (store, "a2", "2026-01-10", 84); /* 35 %, halfway */
  save_check_in (store, "b1", "2026-01-10", 88);
  save_check_in (store, "b2", "2026-01-10", 90);
  save_check_in (store, "b3", "2026-01-10", 88);
}

/* Acme's 1,000.00 from December 2025 on, Zeta's 30.00 from June 2026 on. */
static inline void
import_growth (ExStore *store)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d" };
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  for (int month = -1; month < 12; month++)
    {
      g_assert_true (ex_ledger_builder_add (builder, "Acme", 4, 2026 * 12 + month, EX_DAY_NONE, 100000, NULL, 0, NULL, 0));
      if (month >= 5)
        g_assert_true (ex_ledger_builder_add (builder, "Zeta", 4, 2026 * 12 + month, EX_DAY_NONE, 3000, NULL, 0, NULL, 0));
    }
  ledger = ex_ledger_builder_end (builder);
  act_as (store, "HR");
  g_assert_true (ex_store_import_ledger (store, ledger, FALSE, &info, NULL, &error));
  g_assert_no_error (error);
}

static inline void
make_final (ExStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  ExPeriod period;

  g_assert_true (ex_period_parse (words, &period));
  act_as (store, "HR");
  ex_store_set_final (store, period, TRUE, &error);
  g_assert_no_error (error);
}

/* Three are signed, three excused. */
static inline void
bring_to_sign (ExStore *store)
{
  static const char * const signed_ones[] = { "a", "b", "c" };
  static const char * const excused_ones[] = { "d", "e", "f" };

  for (guint i = 0; i < 3; i++)
    must_take (store, actor_for (reviewer_of (signed_ones[i])), signed_ones[i], EX_STEP_AGREE, NULL);
  for (guint i = 0; i < 3; i++)
    must_take (store, "HR", excused_ones[i], EX_STEP_EXCUSE, "Away");
  advance_to (store, EX_PHASE_ASSESS);
  for (guint i = 0; i < 3; i++)
    {
      const char *reviewer = reviewer_of (signed_ones[i]);

      must_rate_all (store, signed_ones[i], signed_ones[i], EX_ROLE_SELF, signed_ones[i], 4);
      must_take (store, signed_ones[i], signed_ones[i], EX_STEP_SELF_ASSESS, NULL);
      for (guint j = 1; j <= 3; j++)
        {
          g_autofree char *id = g_strdup_printf ("%s%u", signed_ones[i], j);
          g_autoptr (ExRating) said = ex_rating_new (id, EX_ROLE_MANAGER, reviewer);
          g_autoptr (GError) error = NULL;
          g_autoptr (ExStatement) row = ex_database_prepare (store->db, "SELECT value FROM check_ins WHERE objective_id = $1", &error);

          ex_statement_bind_text (row, 1, id);
          said->actual = ex_statement_step (row, NULL) ? ex_statement_double (row, 0) : EX_UNSET;
          said->rating = 3;
          said->confirmed = TRUE;
          act_as (store, actor_for (reviewer));
          ex_store_save_rating (store, said, &error);
          g_assert_no_error (error);
        }
      must_take (store, actor_for (reviewer), signed_ones[i], EX_STEP_ASSESS, NULL);
    }
  advance_to (store, EX_PHASE_SIGN);
  for (guint i = 0; i < 3; i++)
    {
      must_take (store, actor_for (reviewer_of (signed_ones[i])), signed_ones[i], EX_STEP_SIGN, NULL);
      must_take (store, signed_ones[i], signed_ones[i], EX_STEP_SIGN, NULL);
    }
  act_as (store, "HR");
}

/* 2 % pays 50 %, 5 % 100 %, 8 % 150 %; 80 % of it the company's. */
static inline ExRewardTerms *
make_terms (ExMeasure measure, gint64 pool)
{
  ExRewardTerms *terms = ex_reward_terms_new ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&terms->curve, g_array_unref);
  terms->curve = ex_curve_parse ("2:50,5:100,8:150", &error);
  g_assert_no_error (error);
  terms->measure = measure;
  terms->pool = pool;
  terms->company_share = 8000;
  return terms;
}

static inline void
save_terms (ExStore *store, ExMeasure measure, gint64 pool)
{
  g_autoptr (ExRewardTerms) terms = make_terms (measure, pool);
  g_autoptr (GError) error = NULL;

  act_as (store, "HR");
  ex_store_save_reward_terms (store, "fy26", terms, &error);
  g_assert_no_error (error);
}

static inline void
must_close (ExStore *store)
{
  g_autoptr (GError) error = NULL;

  act_as (store, "HR");
  ex_store_close_cycle (store, "fy26", &error);
  g_assert_no_error (error);
}

static inline void
must_reopen (ExStore *store)
{
  g_autoptr (GError) error = NULL;

  act_as (store, "HR");
  ex_store_reopen_cycle (store, "fy26", "A figure was wrong", &error);
  g_assert_no_error (error);
}

/* As things stand. (transfer full) (nullable) */
static inline ExRewards *
compute (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);
  g_autoptr (ExCompany) company = ex_store_read_company (store, "FY 2026", ex_day_today (), &error);
  g_autoptr (ExReviews) reviews = ex_store_read_reviews (store, company, &error);
  g_autoptr (ExAsset) asset = ex_store_read_asset (store, cycle, NULL, &error);
  ExRewards *rewards = ex_store_compute_rewards (store, reviews, asset, &error);

  g_assert_no_error (error);
  return rewards;
}

static inline GPtrArray *
list_runs (ExStore *store, const char *actor)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *runs;

  act_as (store, actor);
  runs = ex_store_list_reward_runs (store, "fy26", &error);
  g_assert_no_error (error);
  act_as (store, "HR");
  return runs;
}

/* Every figure and every line of the working, as text: what is not in it cannot differ unseen. */
static inline char *
dump_rewards (const ExRewards *rewards)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d-%d %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " %a %a %d uncut %" G_GINT64_FORMAT " total %" G_GINT64_FORMAT " cut %a %s\n",
                          rewards->first.index, rewards->last.index, rewards->opening, rewards->closing, rewards->growth, rewards->company_factor,
                          rewards->gated, rewards->uncut, rewards->total, rewards->cut, rewards->currency);
  for (guint i = 0; i < rewards->rewards->len; i++)
    {
      const ExReward *reward = g_ptr_array_index (rewards->rewards, i);
      g_autoptr (ExWorking) working = ex_working_new ();
      g_autofree char *lines = NULL;

      ex_rewards_explain (rewards, reward, working);
      lines = ex_working_to_text (working);
      g_string_append_printf (text, "%d %s %s %" G_GINT64_FORMAT " %a %a %d %d/%d %a %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n%s\n", reward->leader,
                              reward->leader_id, reward->name, reward->target, reward->own_score, reward->own_factor, reward->own_from,
                              reward->days_in_role, reward->days, reward->unrounded, reward->rounded, reward->reward, lines);
    }
  return g_string_free (text, FALSE);
}

static inline void
assert_same_rewards (const ExRewards *a, const ExRewards *b)
{
  g_autofree char *first = dump_rewards (a);
  g_autofree char *second = dump_rewards (b);

  g_assert_cmpstr (first, ==, second);
}

static inline gint64
reward_of (const ExRewards *rewards, const char *id)
{
  const ExReward *reward = ex_rewards_find (rewards, id);

  g_assert_nonnull (reward);
  return reward->reward;
}

#define add_reward_test(path, function) g_test_add (path, Fixture, NULL, rewards_set_up, function, fixture_tear_down)
