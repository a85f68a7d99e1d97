/* One-company rewards, case by case: figures worked out by hand. */
#include "config.h"

#include "reward-scene.h"

#define EXAMPLE "2:50,5:100,8:150"

/* One leader with 10,000.00 for the whole cycle, growth from 1,000 to @closing. */
typedef struct
{
  const char *name;
  gint64      closing;
  int         company_share, cap;
  double      gate;
  SceneLeader leader;
  gint64      reward; /* -1: none */
  double      company_factor, own_factor;
} Case;

#define SCORED(score) { "a", 1000000, score, EX_REVIEW_SIGNED, FALSE, NULL, NULL }

static const Case cases[] = {
  { "the example of the rules", 1030, 10000, 15000, 0, SCORED (0.9), 666667, 2 / 3.0, 0.9 },
  { "at the first point", 1020, 10000, 15000, 0, SCORED (0.9), 500000, 0.5, 0.9 },
  { "under the first point", 1019, 10000, 15000, 0, SCORED (0.9), 0, 0, 0.9 },
  { "flat after the last", 1900, 10000, 15000, 0, SCORED (0.9), 1500000, 1.5, 0.9 },
  { "at the gate", 1030, 10000, 15000, 3, SCORED (0.9), 666667, 2 / 3.0, 0.9 },
  { "under the gate", 1029, 10000, 15000, 3, SCORED (0.9), 0, 0, 0.9 },
  { "under the gate the own share pays nothing either", 1029, 5000, 15000, 3, SCORED (0.9), 0, 0, 0.9 },
  { "under the first point the own share pays", 1010, 5000, 15000, 0, SCORED (0.9), 450000, 0, 0.9 },
  { "negative growth is under the gate of 0", 990, 5000, 15000, 0, SCORED (0.9), 0, 0, 0.9 },
  { "no growth is not", 1000, 5000, 15000, 0, SCORED (0.9), 450000, 0, 0.9 },
  { "80 : 20", 1050, 8000, 15000, 0, SCORED (0.5), 900000, 1, 0.5 },
  { "50 : 50", 1050, 5000, 15000, 0, SCORED (0.5), 750000, 1, 0.5 },
  { "capped", 1050, 5000, 12000, 0, SCORED (1.5), 1100000, 1, 1.2 },
  { "at the cap", 1050, 5000, 15000, 0, SCORED (1.5), 1250000, 1, 1.5 },
  { "a cap of nothing", 1050, 5000, 0, 0, SCORED (1.5), 500000, 1, 0 },
  { "not yet signed", 1050, 5000, 15000, 0, { "a", 1000000, 0.5, EX_REVIEW_ASSESSED, FALSE, NULL, NULL }, 750000, 1, 0.5 },
  { "excused", 1080, 5000, 12000, 0, { "a", 1000000, 0.5, EX_REVIEW_DRAFTING, TRUE, NULL, NULL }, 1500000, 1.5, 1.5 },
  { "without objectives", 1080, 5000, 12000, 0, { "a", 1000000, NAN, EX_REVIEW_DRAFTING, FALSE, NULL, NULL }, 1500000, 1.5, 1.5 },
  { "no target", 1050, 5000, 15000, 0, { "a", NO_TARGET, 0.5, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, -1, 1, 0.5 },
  { "a target of nothing", 1050, 5000, 15000, 0, { "a", 0, 0.5, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, 0, 1, 0.5 },
  { "half the year", 1050, 10000, 15000, 0, { "a", 36500, 0.5, EX_REVIEW_SIGNED, FALSE, "2026-07-01", NULL }, 18400, 1, 0.5 },
  { "a day", 1050, 10000, 15000, 0, { "a", 36500, 0.5, EX_REVIEW_SIGNED, FALSE, "2026-12-31", NULL }, 100, 1, 0.5 },
  /* 2.5 cents and 0.5 cents: away from zero, though 0.05 and 1.05 are no doubles. */
  { "half a cent", 1050, 5000, 15000, 0, { "a", 1, 0, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, 1, 1, 0 },
  { "two cents and a half", 1050, 5000, 15000, 0, { "a", 5, 0, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, 3, 1, 0 },
  { "half a cent by a score that is no double", 1050, 5000, 15000, 0, { "a", 10, 0.1 + 0.2, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, 7, 1, 0.3 },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ExReviews) reviews = scene_reviews (&one->leader, 1);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExRewards) rewards = NULL;
  const ExReward *reward;

  terms->company_share = one->company_share;
  terms->cap = one->cap;
  terms->gate = one->gate;
  rewards = scene_rewards (reviews, terms, 1000, one->closing);

  reward = ex_rewards_find (rewards, "a");
  g_assert_nonnull (reward);
  g_assert_cmpfloat_with_epsilon (rewards->company_factor, one->company_factor, 1e-12);
  g_assert_cmpfloat_with_epsilon (reward->own_factor, one->own_factor, 1e-12);
  if (one->reward < 0)
    g_assert_true (isnan (reward->unrounded));
  else
    g_assert_cmpint (reward->reward, ==, one->reward);
  g_assert_cmpint (rewards->total, ==, MAX (one->reward, 0));
  g_assert_cmpfloat (rewards->cut, ==, 1);
}

static void
test_where_the_own_factor_comes_from (void)
{
  const SceneLeader leaders[] = {
    { "a", 100, 0.5, EX_REVIEW_SIGNED, FALSE, NULL, NULL },  { "b", 100, 0.5, EX_REVIEW_ASSESSED, FALSE, NULL, NULL },
    { "c", 100, 0.5, EX_REVIEW_SIGNED, TRUE, NULL, NULL },   { "d", 100, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
    { "e", 100, 0.5, EX_REVIEW_AGREED, FALSE, NULL, "2025-12-31" },
  };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, G_N_ELEMENTS (leaders));
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExRewards) rewards = scene_rewards (reviews, terms, 100, 105);
  ExOwnFactor back;

  g_assert_cmpuint (rewards->rewards->len, ==, 4);
  g_assert_cmpint (ex_rewards_find (rewards, "a")->own_from, ==, EX_OWN_SCORE);
  g_assert_cmpint (ex_rewards_find (rewards, "b")->own_from, ==, EX_OWN_SO_FAR);
  g_assert_cmpint (ex_rewards_find (rewards, "c")->own_from, ==, EX_OWN_EXCUSED);
  g_assert_cmpint (ex_rewards_find (rewards, "d")->own_from, ==, EX_OWN_NO_SCORE);
  g_assert_null (ex_rewards_find (rewards, "e"));
  g_assert_true (ex_own_factor_parse ("so-far", &back) && back == EX_OWN_SO_FAR);
  g_assert_cmpstr (ex_own_factor_nick (EX_OWN_NO_SCORE), ==, "no-score");
}

/* Who came back after the cycle is paid for the spell inside it. */
static void
test_spells (void)
{
  const SceneLeader leader = { "a", 36500, NAN, EX_REVIEW_DRAFTING, FALSE, "2027-01-01", NULL };
  g_autoptr (ExReviews) reviews = scene_reviews (&leader, 1);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (GHashTable) spells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GArray *own = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  ExSpell spell = { ex_day_new (2026, 1, 1), ex_day_new (2026, 1, 10) };
  ExCycleAsset asset = scene_asset (100, 105);
  g_autoptr (ExRewards) rewards = NULL;

  g_array_append_val (own, spell);
  g_hash_table_insert (spells, (gpointer) "a", own);
  rewards = ex_rewards_new (reviews, terms, &asset, spells, NULL, NULL);
  g_assert_cmpint (ex_rewards_find (rewards, "a")->days_in_role, ==, 10);
  g_assert_cmpint (ex_rewards_find (rewards, "a")->reward, ==, 1000);
}

/* Customers and value grow differently; the cycle chooses. */
static void
test_measure (void)
{
  const SceneLeader leader = SCORED (0.5);
  g_autoptr (ExReviews) reviews = scene_reviews (&leader, 1);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  ExCycleAsset asset = scene_asset (1000, 1050);
  g_autoptr (ExRewards) by_value = NULL;
  g_autoptr (ExRewards) by_customers = NULL;

  asset.movement.closing.customers = 1020;
  by_value = ex_rewards_new (reviews, terms, &asset, NULL, NULL, NULL);
  terms->measure = EX_MEASURE_CUSTOMERS;
  by_customers = ex_rewards_new (reviews, terms, &asset, NULL, NULL, NULL);
  g_assert_cmpint (by_value->total, ==, 1000000);
  g_assert_cmpint (by_customers->total, ==, 500000);
  g_assert_cmpint (by_customers->closing, ==, 1020);
}

static void
test_undefined_growth (void)
{
  const SceneLeader leaders[] = { SCORED (0.5), { "b", 100, NAN, EX_REVIEW_DRAFTING, FALSE, NULL, NULL } };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, 2);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  ExCycleAsset outside = scene_asset (1000, 1050);
  ExCycleAsset nobody = scene_asset (0, 1050);
  const ExCycleAsset *assets[] = { NULL, &outside, &nobody };

  outside.in_cycle = FALSE;
  terms->company_share = 5000;
  for (gsize i = 0; i < G_N_ELEMENTS (assets); i++)
    {
      g_autoptr (ExRewards) rewards = ex_rewards_new (reviews, terms, assets[i], NULL, NULL, NULL);
      g_autoptr (ExWorking) working = ex_working_new ();
      const ExReward *reward = ex_rewards_find (rewards, "a");

      g_assert_true (isnan (rewards->growth));
      g_assert_true (isnan (rewards->company_factor));
      g_assert_false (rewards->gated);
      g_assert_true (isnan (reward->unrounded));
      g_assert_cmpfloat (reward->own_factor, ==, 0.5);
      g_assert_true (isnan (ex_rewards_find (rewards, "b")->own_factor));
      g_assert_cmpint (rewards->total, ==, 0);
      ex_rewards_explain (rewards, reward, working);
      g_assert_cmpstr (ex_working_get (working, ex_working_length (working) - 1)->result, ==, "–");
    }
}

/* 100, 100 and 50 of a pool of 100: 40, 40, 20. With 101 one cent is left over. */
static void
test_pool (void)
{
  const SceneLeader leaders[] = {
    { "c", 100, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
    { "b", 100, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
    { "a", 50, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
    { "n", NO_TARGET, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
  };
  const struct { gint64 pool, a, b, c; double cut; } pools[] = {
    { -1, 50, 100, 100, 1 },  { 1000, 50, 100, 100, 1 }, { 250, 50, 100, 100, 1 }, { 100, 20, 40, 40, 0.4 },
    { 101, 20, 41, 40, 0.404 }, { 249, 50, 100, 99, 0.996 }, { 1, 0, 1, 0, 0.004 },  { 0, 0, 0, 0, 0 },
  };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, G_N_ELEMENTS (leaders));
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);

  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      g_autoptr (ExRewards) rewards = NULL;

      terms->pool = pools[i].pool;
      rewards = scene_rewards (reviews, terms, 100, 105);
      g_test_message ("pool %" G_GINT64_FORMAT, pools[i].pool);
      g_assert_cmpint (rewards->uncut, ==, 250);
      g_assert_cmpint (ex_rewards_find (rewards, "a")->reward, ==, pools[i].a);
      g_assert_cmpint (ex_rewards_find (rewards, "b")->reward, ==, pools[i].b);
      g_assert_cmpint (ex_rewards_find (rewards, "c")->reward, ==, pools[i].c);
      g_assert_cmpint (ex_rewards_find (rewards, "a")->rounded, ==, 50);
      g_assert_cmpint (ex_rewards_find (rewards, "n")->reward, ==, 0);
      g_assert_cmpfloat_with_epsilon (rewards->cut, pools[i].cut, 1e-12);
      g_assert_cmpint (rewards->total, ==, pools[i].pool >= 0 ? MIN (pools[i].pool, 250) : 250);
    }
}

static void
test_rounding (void)
{
  const struct { double unrounded; gint64 rounded; } roundings[] = {
    { 0.5, 1 }, { 1.5, 2 }, { 2.5, 3 }, { 0.49999, 0 }, { 1234567.5, 1234568 }, { 1234567.4999, 1234567 },
    { 1000000.5 - 1e-8, 1000000 }, { 0, 0 }, { -0.5, -1 }, { 0x1p53, 9007199254740992 }, { 1e30, G_MAXINT64 }, { -1e30, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roundings); i++)
    g_assert_cmpint (ex_reward_round (roundings[i].unrounded), ==, roundings[i].rounded);
  g_assert_cmpint (ex_reward_round (EX_UNSET), ==, 0);
}

static void
test_overflow (void)
{
  const SceneLeader one[] = { { "a", G_MAXINT64, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL } };
  const SceneLeader two[] = {
    { "a", G_MAXINT64 / 2 + 10, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, { "b", G_MAXINT64 / 2 + 10, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
  };
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExReviews) of_one = scene_reviews (one, 1);
  g_autoptr (ExReviews) of_two = scene_reviews (two, 2);
  ExCycleAsset most = scene_asset (100, 110);
  ExCycleAsset all = scene_asset (100, 105);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_null (ex_rewards_new (of_one, terms, &most, NULL, NULL, &first));
  g_assert_error (first, EX_ERROR, EX_ERROR_OVERFLOW);
  g_assert_null (ex_rewards_new (of_two, terms, &all, NULL, NULL, &second));
  g_assert_error (second, EX_ERROR, EX_ERROR_OVERFLOW);
  g_assert_nonnull (strstr (second->message, "b"));
}

static void
test_terms (void)
{
  const struct { const char *tweak, *words; } problems[] = {
    { "", NULL }, { "share 4999", "no one-company reward" }, { "share 0", "no one-company reward" }, { "share 5000", NULL }, { "share 10001", "more than the whole" },
    { "cap -1", "under 0 %" }, { "cap 0", NULL }, { "pool -2", "less than nothing" }, { "pool 0", NULL }, { "gate nan", "The gate" },
    { "no curve", "2 to 12 points" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
      g_autoptr (GPtrArray) found = NULL;
      const char *number = strchr (problems[i].tweak, ' ');

      if (g_str_has_prefix (problems[i].tweak, "share"))
        terms->company_share = atoi (number);
      if (g_str_has_prefix (problems[i].tweak, "cap"))
        terms->cap = atoi (number);
      if (g_str_has_prefix (problems[i].tweak, "pool"))
        terms->pool = atoi (number);
      if (g_str_has_prefix (problems[i].tweak, "gate"))
        terms->gate = EX_UNSET;
      if (g_str_has_prefix (problems[i].tweak, "no curve"))
        g_array_set_size (terms->curve, 0);

      found = ex_reward_terms_problems (terms);
      g_test_message ("%s", problems[i].tweak);
      g_assert_cmpuint (found->len, ==, problems[i].words != NULL ? 1 : 0);
      if (problems[i].words != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (found, 0), problems[i].words));
    }
}

static void
test_warnings (void)
{
  g_autoptr (ExRewardTerms) terms = scene_terms ("-5:0,0:50,5:100");
  g_autoptr (ExRewardTerms) nothing = scene_terms ("0:0,5:0");
  g_autoptr (ExRewardTerms) copy = ex_reward_terms_copy (terms);
  g_autoptr (GPtrArray) by_default = ex_reward_terms_warnings (terms);
  g_autoptr (GPtrArray) of_nothing = ex_reward_terms_warnings (nothing);
  g_autoptr (GPtrArray) of_all = NULL;

  g_assert_cmpuint (by_default->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (by_default, 0), "under the gate of 0"));
  g_assert_cmpuint (of_nothing->len, ==, 1);
  g_assert_true (ex_reward_terms_equal (terms, copy));
  terms->gate = 10;
  of_all = ex_reward_terms_warnings (terms);
  g_assert_cmpuint (of_all->len, ==, 3);
  g_assert_false (ex_reward_terms_equal (terms, copy));
}

static void
test_company_factor (void)
{
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExWorking) working = ex_working_new ();

  g_assert_cmpfloat_with_epsilon (ex_company_factor (terms, 0.03, working), 2 / 3.0, 1e-15);
  g_assert_cmpstr (ex_working_get (working, ex_working_length (working) - 1)->result, ==, "66.67 %");
  g_assert_true (isnan (ex_company_factor (terms, EX_UNSET, NULL)));
  terms->gate = 7;
  g_assert_true (ex_growth_is_gated (terms, 0.0699));
  g_assert_false (ex_growth_is_gated (terms, 0.07));
  g_assert_false (ex_growth_is_gated (terms, EX_UNSET));
  g_assert_cmpfloat (ex_company_factor (terms, 0.0699, NULL), ==, 0);
}

static void
assert_lines (const ExRewards *rewards, const char *leader, const char *const *lines)
{
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) spaces = NULL;

  ex_rewards_explain (rewards, ex_rewards_find (rewards, leader), working);
  words = ex_working_to_text (working);
  spaces = g_strsplit (words, "\302\240", -1);
  text = g_strjoinv (" ", spaces);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("“%s” is not in\n%s", lines[i], text);
}

static void
test_explains (void)
{
  const SceneLeader leaders[] = {
    { "a", 1000000, 0.9, EX_REVIEW_SIGNED, FALSE, "2026-07-01", NULL }, { "b", 2000000, NAN, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
    { "n", NO_TARGET, 0.9, EX_REVIEW_SIGNED, FALSE, NULL, NULL },
  };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, G_N_ELEMENTS (leaders));
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExRewards) rewards = NULL;
  g_autoptr (ExRewards) cut = NULL;
  g_autoptr (ExRewards) gated = NULL;

  terms->company_share = 8000;
  rewards = scene_rewards (reviews, terms, 1000, 1030);
  /* 10,000 x (0.8 x 66.67 % + 0.2 x 90 %) x 184 / 365 = 3,595.9817... */
  assert_lines (rewards, "a", (const char *const[]) { "(10.30 € − 10.00 €) ÷ 10.00 €", "3 %", "50 + (3 − 2) ÷ (5 − 2) × (100 − 50)", "66.67 %",
                                                     "90 %", "at most 150 %", "company 80 % × 66.67 % + own 20 % × 90 %", "71.33 %",
                                                     "184 of 365 days", "target 10,000.00 €", "3,595.981735", "3,595.98 €", NULL });
  assert_lines (rewards, "b", (const char *const[]) { "no objectives: the company factor", "13,333.333333", "13,333.33 €", NULL });
  assert_lines (rewards, "n", (const char *const[]) { "no incentive target is set", NULL });

  terms->pool = 1000000;
  cut = scene_rewards (reviews, terms, 1000, 1030);
  assert_lines (cut, "a", (const char *const[]) { "3,595.98 €", "all together 16,929.31 €, more than the pool of 10,000.00 €", "59.07 %", "2,124.1", NULL });
  g_assert_cmpint (ex_rewards_find (cut, "a")->reward + ex_rewards_find (cut, "b")->reward, ==, 1000000);

  terms->gate = 5;
  gated = scene_rewards (reviews, terms, 1000, 1030);
  assert_lines (gated, "a", (const char *const[]) { "3 % is under 5 %: every reward is 0", "not reached", "0.00 €", NULL });
}

/* The same lines from figures alone, as a frozen run has them. */
static void
test_explains_frozen (void)
{
  const SceneLeader leader = { "a", 1000000, 0.9, EX_REVIEW_SIGNED, FALSE, "2026-07-01", NULL };
  g_autoptr (ExReviews) reviews = scene_reviews (&leader, 1);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  g_autoptr (ExRewards) rewards = NULL;
  g_autoptr (ExRewards) frozen = ex_rewards_new_empty (ex_reward_terms_copy (terms), "EUR");
  g_autoptr (ExWorking) lines = ex_working_new ();
  g_autoptr (ExWorking) frozen_lines = ex_working_new ();
  g_autofree char *text = NULL;
  g_autofree char *frozen_text = NULL;
  ExReward *copy;

  rewards = scene_rewards (reviews, terms, 999, 1033);
  frozen->first = rewards->first;
  frozen->last = rewards->last;
  frozen->opening = rewards->opening;
  frozen->closing = rewards->closing;
  frozen->growth = rewards->growth;
  frozen->company_factor = rewards->company_factor;
  frozen->uncut = frozen->total = rewards->uncut;
  copy = g_memdup2 (ex_rewards_find (rewards, "a"), sizeof *copy);
  copy->leader = -1;
  copy->leader_id = g_strdup ("a");
  copy->name = g_strdup ("a");
  g_ptr_array_add (frozen->rewards, copy);

  ex_rewards_explain (rewards, ex_rewards_find (rewards, "a"), lines);
  ex_rewards_explain (frozen, copy, frozen_lines);
  text = ex_working_to_text (lines);
  frozen_text = ex_working_to_text (frozen_lines);
  g_assert_cmpstr (text, ==, frozen_text);
}

static void
test_what_if (void)
{
  const SceneLeader leaders[] = { SCORED (0.8) };
  const struct { double growth, factor; gint64 reward; } wishes[] = {
    { NAN, 1, 900000 }, { 0.08, 1, 1150000 }, { NAN, 1.25, 1000000 }, { NAN, 0, 500000 }, { NAN, 10, 1250000 }, { -0.01, 1, 0 }, { 0.07, 0.5, 866667 },
  };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, 1);
  g_autoptr (ExRewardTerms) terms = scene_terms (EXAMPLE);
  ExCycleAsset asset = scene_asset (1000, 1050);

  terms->company_share = 5000;
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      ExWhatIf what_if = { wishes[i].growth, wishes[i].factor };
      g_autoptr (ExRewards) rewards = ex_rewards_new (reviews, terms, &asset, NULL, &what_if, NULL);

      g_assert_cmpint (rewards->total, ==, wishes[i].reward);
    }
}

static void
test_who_sees_what (void)
{
  const SceneLeader leaders[] = { SCORED (1), { "b", 1, 1, EX_REVIEW_SIGNED, FALSE, NULL, NULL }, { "c", 1, 1, EX_REVIEW_SIGNED, FALSE, NULL, NULL } };
  g_autoptr (ExReviews) reviews = scene_reviews (leaders, 3);

  g_assert_true (ex_reward_is_visible (reviews, EX_NOBODY, 1));
  g_assert_true (ex_reward_is_visible (reviews, 0, 1));
  g_assert_true (ex_reward_is_visible (reviews, 1, 1));
  g_assert_false (ex_reward_is_visible (reviews, 1, 2));
  g_assert_false (ex_reward_is_visible (reviews, 1, 0));
  g_assert_false (ex_reward_is_visible (reviews, EX_NO_ONE, 0));
  g_assert_false (ex_reward_is_visible (reviews, 2, -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/reward/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/reward/own-factor-comes-from", test_where_the_own_factor_comes_from);
  g_test_add_func ("/reward/spells-add-up", test_spells);
  g_test_add_func ("/reward/by-value-or-by-customers", test_measure);
  g_test_add_func ("/reward/undefined-growth-pays-nothing-yet", test_undefined_growth);
  g_test_add_func ("/reward/pool-cuts-by-one-ratio", test_pool);
  g_test_add_func ("/reward/rounds-half-away", test_rounding);
  g_test_add_func ("/reward/overflow-is-refused", test_overflow);
  g_test_add_func ("/reward/terms-are-refused", test_terms);
  g_test_add_func ("/reward/terms-are-warned-about", test_warnings);
  g_test_add_func ("/reward/company-factor", test_company_factor);
  g_test_add_func ("/reward/explained-line-by-line", test_explains);
  g_test_add_func ("/reward/frozen-explains-the-same", test_explains_frozen);
  g_test_add_func ("/reward/what-if", test_what_if);
  g_test_add_func ("/reward/who-sees-what", test_who_sees_what);

  return g_test_run ();
}
