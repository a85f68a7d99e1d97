/* What a cycle pays by, and what it would pay: kept, changed, refused. */
#include "config.h"

#include "reward-fixture.h"

/* --- terms -------------------------------------------------------------------------------------------------------------------- */

static void
test_kept_and_changed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewardTerms) terms = make_terms (EX_MEASURE_VALUE, 123456789);
  g_autoptr (ExRewardTerms) back = NULL;
  g_autoptr (ExRewardTerms) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 actions;

  g_assert_null (ex_store_read_reward_terms (store, "fy26", &error));
  g_assert_no_error (error);
  terms->gate = 1.25;
  terms->cap = 12000;
  g_assert_true (ex_store_save_reward_terms (store, "fy26", terms, &error));
  g_assert_no_error (error);
  assert_last_action (store, "Set what a cycle pays by: FY 2026");
  fixture_open_again (fixture);
  store = fixture->store;
  back = ex_store_read_reward_terms (store, "fy26", &error);
  g_assert_no_error (error);
  g_assert_true (ex_reward_terms_equal (terms, back));

  actions = n_actions (store); /* the same once more is nothing */
  g_assert_true (ex_store_save_reward_terms (store, "fy26", terms, &error));
  g_assert_cmpint (n_actions (store), ==, actions);
  terms->measure = EX_MEASURE_CUSTOMERS;
  terms->pool = -1;
  g_assert_true (ex_store_save_reward_terms (store, "fy26", terms, &error));
  again = ex_store_read_reward_terms (store, "fy26", &error);
  g_assert_true (ex_reward_terms_equal (terms, again));
  undo (store);
  g_clear_pointer (&again, ex_reward_terms_free);
  again = ex_store_read_reward_terms (store, "fy26", &error);
  g_assert_true (ex_reward_terms_equal (back, again));
  assert_sound (store);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExRewardTerms) terms = NULL;

  g_assert_false (ex_store_remove_reward_terms (store, "fy26", &error));
  assert_refused (&error, "Nothing is set");
  save_terms (store, EX_MEASURE_VALUE, -1);
  g_assert_true (ex_store_remove_reward_terms (store, "fy26", &error));
  g_assert_no_error (error);
  assert_last_action (store, "Remove what a cycle pays by: FY 2026");
  g_assert_null (ex_store_read_reward_terms (store, "fy26", NULL));
  undo (store);
  terms = ex_store_read_reward_terms (store, "fy26", NULL);
  g_assert_nonnull (terms);
  redo (store);
  g_assert_null (ex_store_read_reward_terms (store, "fy26", NULL));
  assert_sound (store);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewardTerms) terms = make_terms (EX_MEASURE_VALUE, -1);
  g_autoptr (GError) error = NULL;

  act_as (store, "a");
  g_assert_false (ex_store_save_reward_terms (store, "fy26", terms, &error));
  assert_refused (&error, "Only HR");
  act_as (store, "HR");
  terms->company_share = 4999;
  g_assert_false (ex_store_save_reward_terms (store, "fy26", terms, &error));
  assert_refused (&error, "50 %");
  terms->company_share = 5000;
  g_array_index (terms->curve, ExCurvePoint, 1).payout = 40;
  g_assert_false (ex_store_save_reward_terms (store, "fy26", terms, &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ex_store_save_reward_terms (store, "nothing", terms, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nothing");
  g_assert_null (ex_store_read_reward_terms (store, "fy26", NULL));
}

static void
test_stand_in_a_closed_cycle (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewardTerms) other = make_terms (EX_MEASURE_CUSTOMERS, -1);
  g_autoptr (GError) error = NULL;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  make_final (store, "2026");
  must_close (store);
  g_assert_false (ex_store_save_reward_terms (store, "fy26", other, &error));
  assert_refused (&error, "is closed");
  g_assert_false (ex_store_remove_reward_terms (store, "fy26", &error));
  assert_refused (&error, "is closed");
  must_reopen (store);
  g_assert_true (ex_store_save_reward_terms (store, "fy26", other, &error));
  g_assert_no_error (error);
  assert_sound (store);
}

/* --- as it stands -------------------------------------------------------------------------------------------------------------- */

static void
test_before_growth_is_known (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewards) none = compute (store);
  g_autoptr (ExRewards) rewards = NULL;

  g_assert_null (none);
  save_terms (store, EX_MEASURE_VALUE, -1);
  rewards = compute (store);
  g_assert_cmpuint (rewards->rewards->len, ==, 6);
  g_assert_true (isnan (rewards->growth));
  g_assert_cmpint (rewards->total, ==, 0);
}

/* A third and two thirds: 3 % of growth pays 66.666… %. */
static void
test_to_the_cent (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewards) rewards = NULL;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  rewards = compute (store);
  g_assert_cmpint (reward_of (rewards, "a"), ==, 6483333); /* 0.8 x 2/3 + 0.2 x 0.575 */
  g_assert_cmpint (reward_of (rewards, "b"), ==, 2933333);
  g_assert_cmpint (reward_of (rewards, "c"), ==, 533333);
  g_assert_cmpint (reward_of (rewards, "d"), ==, 1333333);
  g_assert_cmpint (reward_of (rewards, "e"), ==, 396712); /* 181 of 365 days */
  g_assert_cmpint (reward_of (rewards, "f"), ==, 0);
  g_assert_cmpint (ex_rewards_find (rewards, "f")->target, ==, -1);
  g_assert_true (isnan (ex_rewards_find (rewards, "f")->unrounded));
  g_assert_cmpint (ex_rewards_find (rewards, "d")->own_from, ==, EX_OWN_EXCUSED);
  g_assert_cmpint (ex_rewards_find (rewards, "b")->own_from, ==, EX_OWN_SCORE);
  g_assert_cmpint (rewards->total, ==, 6483333 + 2933333 + 533333 + 1333333 + 396712);
}

/* Days in role before: several spells add up. */
static void
test_spells_count (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  ExSpell spell = { ex_day_parse ("2026-01-01"), ex_day_parse ("2026-01-31") };
  g_autoptr (ExRewards) rewards = NULL;
  g_autoptr (ExLeader) leader = NULL;
  g_autoptr (GError) error = NULL;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  g_assert_true (ex_leader_find (store->db, "e", &leader, NULL));
  leader->from = ex_day_parse ("2026-06-01");
  g_assert_true (ex_store_save_leader (store, leader, NULL));
  g_array_append_val (spells, spell);
  g_assert_true (ex_store_save_spells (store, "e", spells, &error));
  g_assert_no_error (error);
  rewards = compute (store);
  g_assert_cmpint (ex_rewards_find (rewards, "e")->days_in_role, ==, 31 + 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_reward_test ("/store/rewards/terms are kept and changed", test_kept_and_changed);
  add_reward_test ("/store/rewards/terms are removed", test_removed);
  add_reward_test ("/store/rewards/terms are refused", test_refused);
  add_reward_test ("/store/rewards/terms stand in a closed cycle", test_stand_in_a_closed_cycle);
  add_reward_test ("/store/rewards/nothing is paid before growth is known", test_before_growth_is_known);
  add_reward_test ("/store/rewards/to the cent", test_to_the_cent);
  add_reward_test ("/store/rewards/spells count", test_spells_count);
  return g_test_run ();
}
