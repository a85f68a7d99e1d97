/* Rewards over thousands of random companies: what must hold whatever the figures are. */
#include "config.h"

#include "reward-scene.h"

#define MOST 12 /* leaders of a random company */

typedef struct
{
  SceneLeader leaders[MOST];
  char        ids[MOST][8];
  char        from[MOST][EX_DAY_ISO_SIZE];
  gsize       n;
} Company;

static void
random_company (Company *self)
{
  static const ExReviewState states[] = { EX_REVIEW_DRAFTING, EX_REVIEW_ASSESSED, EX_REVIEW_SIGNED };

  self->n = (gsize) g_test_rand_int_range (1, MOST + 1);
  for (gsize i = 0; i < self->n; i++)
    {
      int kind = g_test_rand_int_range (0, 10);

      g_snprintf (self->ids[i], sizeof self->ids[i], "L%d", (int) (i * 7919 % 10007));
      ex_day_write (ex_day_new (2026, 1, 1) + (ExDay) g_test_rand_int_range (0, 365), self->from[i]);
      self->leaders[i] = (SceneLeader) {
        .id = self->ids[i],
        .target = kind == 0 ? NO_TARGET : kind == 1 ? g_test_rand_int_range (0, 5) : g_test_rand_int_range (0, 20000000),
        .score = kind == 2 ? EX_UNSET : g_test_rand_int_range (0, 15001) / 10000.0,
        .state = states[g_test_rand_int_range (0, 3)],
        .excused = kind == 3,
        .from = kind < 6 ? self->from[i] : NULL,
      };
    }
}

static ExRewardTerms *
random_terms (void)
{
  static const char *const curves[] = { "2:50,5:100,8:150", "-10:0,0:80,0.5:81,20:300", "0:0,1:100", "-3:33.33,7:66.67,9.5:66.67" };
  ExRewardTerms *terms = scene_terms (curves[g_test_rand_int_range (0, G_N_ELEMENTS (curves))]);

  terms->company_share = g_test_rand_bit () ? EX_WHOLE_BP : g_test_rand_int_range (EX_MIN_COMPANY_SHARE, EX_WHOLE_BP + 1);
  terms->cap = g_test_rand_bit () ? 15000 : g_test_rand_int_range (0, 20000);
  terms->gate = g_test_rand_int_range (-500, 300) / 100.0;
  terms->measure = g_test_rand_bit () ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;

  return terms;
}

static ExRewards *
compute (const Company *company, const ExRewardTerms *terms, gint64 closing, const ExWhatIf *what_if)
{
  g_autoptr (ExReviews) reviews = scene_reviews (company->leaders, company->n);
  ExCycleAsset asset = scene_asset (1000000, closing);
  g_autoptr (GError) error = NULL;
  ExRewards *rewards = ex_rewards_new (reviews, terms, &asset, NULL, what_if, &error);

  g_assert_no_error (error);

  return rewards;
}

static void
test_never_falls_when_growth_rises (void)
{
  for (int round = 0; round < 3000; round++)
    {
      Company company;
      g_autoptr (ExRewardTerms) terms = random_terms ();
      gint64 less = g_test_rand_int_range (800000, 1300000);
      gint64 more = less + g_test_rand_int_range (0, round % 2 == 0 ? 3 : 100000);
      g_autoptr (ExRewards) before = NULL;
      g_autoptr (ExRewards) after = NULL;

      random_company (&company);
      before = compute (&company, terms, less, NULL);
      after = compute (&company, terms, more, NULL);
      for (guint i = 0; i < before->rewards->len; i++)
        {
          const ExReward *low = g_ptr_array_index (before->rewards, i);
          const ExReward *high = g_ptr_array_index (after->rewards, i);

          g_assert_cmpint (high->rounded, >=, low->rounded);
          g_assert_false (high->unrounded < low->unrounded);
        }
    }
}

static void
test_never_falls_when_the_own_score_rises (void)
{
  for (int round = 0; round < 3000; round++)
    {
      Company company;
      g_autoptr (ExRewardTerms) terms = random_terms ();
      gint64 closing = g_test_rand_int_range (800000, 1300000);
      g_autoptr (ExRewards) before = NULL;
      g_autoptr (ExRewards) after = NULL;

      random_company (&company);
      before = compute (&company, terms, closing, NULL);
      for (gsize i = 0; i < company.n; i++)
        if (!isnan (company.leaders[i].score))
          company.leaders[i].score += g_test_rand_int_range (0, 3000) / 10000.0;
      after = compute (&company, terms, closing, NULL);
      for (guint i = 0; i < before->rewards->len; i++)
        g_assert_cmpint (((ExReward *) g_ptr_array_index (after->rewards, i))->rounded, >=, ((ExReward *) g_ptr_array_index (before->rewards, i))->rounded);
    }
}

/* Cut, the parts are the pool exactly, each within a minor unit of its share; not cut, they are what they were. */
static void
test_parts_are_the_pool (void)
{
  for (int round = 0; round < 5000; round++)
    {
      Company company;
      g_autoptr (ExRewardTerms) terms = random_terms ();
      gint64 closing = g_test_rand_int_range (950000, 1300000);
      g_autoptr (ExRewards) uncut = NULL;
      g_autoptr (ExRewards) rewards = NULL;
      gint64 sum = 0;

      random_company (&company);
      uncut = compute (&company, terms, closing, NULL);
      terms->pool = (gint64) (uncut->total * g_test_rand_double_range (0, 1.1));
      rewards = compute (&company, terms, closing, NULL);
      for (guint i = 0; i < rewards->rewards->len; i++)
        {
          const ExReward *reward = g_ptr_array_index (rewards->rewards, i);

          sum += reward->reward;
          g_assert_cmpint (reward->reward, >=, 0);
          if (!isnan (reward->unrounded) && rewards->cut < 1)
            g_assert_cmpfloat (fabs (reward->reward - reward->unrounded * rewards->cut), <=, 1);
        }
      g_assert_cmpint (sum, ==, MIN (terms->pool, uncut->total));
      g_assert_cmpint (rewards->total, ==, sum);
      g_assert_cmpint (rewards->uncut, ==, uncut->uncut);
    }
}

static void
shuffle (Company *self)
{
  /* The first is the top and stays. */
  for (gsize i = self->n; i-- > 2;)
    {
      gsize k = (gsize) g_test_rand_int_range (1, (gint32) i + 1);
      SceneLeader leader = self->leaders[i];

      self->leaders[i] = self->leaders[k];
      self->leaders[k] = leader;
    }
}

static void
test_order_changes_nothing (void)
{
  for (int round = 0; round < 2000; round++)
    {
      Company company;
      g_autoptr (ExRewardTerms) terms = random_terms ();
      gint64 closing = g_test_rand_int_range (950000, 1300000);
      g_autoptr (ExRewards) before = NULL;
      g_autoptr (ExRewards) after = NULL;

      random_company (&company);
      /* All the same, so that ties are settled by the identifier. */
      if (round % 2 == 0)
        for (gsize i = 0; i < company.n; i++)
          company.leaders[i] = (SceneLeader) { company.ids[i], 1000003, 0.7, EX_REVIEW_SIGNED, FALSE, NULL, NULL };
      terms->pool = g_test_rand_int_range (0, 5000000);
      before = compute (&company, terms, closing, NULL);
      shuffle (&company);
      after = compute (&company, terms, closing, NULL);
      for (guint i = 0; i < before->rewards->len; i++)
        {
          const ExReward *reward = g_ptr_array_index (before->rewards, i);

          g_assert_cmpint (ex_rewards_find (after, reward->leader_id)->reward, ==, reward->reward);
        }
    }
}

static void
test_what_if_nothing_changed (void)
{
  for (int round = 0; round < 2000; round++)
    {
      Company company;
      g_autoptr (ExRewardTerms) terms = random_terms ();
      gint64 closing = g_test_rand_int_range (800000, 1300000);
      ExWhatIf nothing = { EX_UNSET, 1 };
      g_autoptr (ExRewards) real = NULL;
      g_autoptr (ExRewards) wished = NULL;
      g_autoptr (ExRewards) typed = NULL;

      random_company (&company);
      terms->pool = g_test_rand_bit () ? -1 : g_test_rand_int_range (0, 5000000);
      real = compute (&company, terms, closing, NULL);
      wished = compute (&company, terms, closing, &nothing);
      /* The slider put where growth already is. */
      nothing.growth = real->growth;
      typed = compute (&company, terms, closing, &nothing);
      for (guint i = 0; i < real->rewards->len; i++)
        {
          const ExReward *a = g_ptr_array_index (real->rewards, i);
          const ExReward *b = g_ptr_array_index (wished->rewards, i);
          const ExReward *c = g_ptr_array_index (typed->rewards, i);

          g_assert_cmpint (a->reward, ==, b->reward);
          g_assert_cmpint (a->reward, ==, c->reward);
        }
    }
}

/* Whole percents of everything: the same in integers, where a half is a half. */
static void
test_against_integers (void)
{
  for (int round = 0; round < 20000; round++)
    {
      gint64 target = g_test_rand_int_range (0, 100000000);
      int score = g_test_rand_int_range (0, 15001), share = g_test_rand_int_range (5000, 10001), growth = g_test_rand_int_range (0, 1000);
      SceneLeader leader = { "a", target, score / 10000.0, EX_REVIEW_SIGNED, FALSE, NULL, NULL };
      g_autoptr (ExReviews) reviews = scene_reviews (&leader, 1);
      g_autoptr (ExRewardTerms) terms = scene_terms ("0:0,10:100");
      g_autoptr (ExRewards) rewards = NULL;
      /* In units of 1 / 10^8: growth in hundredths of a percent pays ten times as much. */
      __int128 exact = (__int128) target * ((__int128) share * growth * 10 + (__int128) (10000 - share) * score);
      gint64 expected = (gint64) ((exact + 50000000) / 100000000);

      terms->company_share = share;
      rewards = scene_rewards (reviews, terms, 1000000, 1000000 + growth * 100);
      g_assert_cmpint (rewards->total, ==, expected);
    }
}

static void
test_ten_thousand_statements (void)
{
  const gsize n = 10000;
  g_autofree SceneLeader *leaders = g_new0 (SceneLeader, n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExRewardTerms) terms = scene_terms ("2:50,5:100,8:150");
  g_autoptr (ExRewards) rewards = NULL;
  double seconds;

  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("L%05d", (int) i));
      leaders[i] = (SceneLeader) { g_ptr_array_index (ids, i), 1000000 + (gint64) i, 0.5 + (double) i / 20000, EX_REVIEW_SIGNED, FALSE, NULL, NULL };
    }
  reviews = scene_reviews (leaders, n);
  terms->company_share = 7000;
  terms->pool = 5000000000;

  g_test_timer_start ();
  rewards = scene_rewards (reviews, terms, 1000, 1061);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "10,000 statements in %.3f s", seconds);
  g_assert_cmpuint (rewards->rewards->len, ==, n);
  g_assert_cmpint (rewards->total, ==, 5000000000);
  /* With sanitizers and other work beside it; by itself it is far less. */
  g_assert_cmpfloat (seconds, <, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reward/random/never-falls-when-growth-rises", test_never_falls_when_growth_rises);
  g_test_add_func ("/reward/random/never-falls-when-the-own-score-rises", test_never_falls_when_the_own_score_rises);
  g_test_add_func ("/reward/random/parts-are-the-pool", test_parts_are_the_pool);
  g_test_add_func ("/reward/random/order-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/reward/random/what-if-nothing-changed-is-what-is", test_what_if_nothing_changed);
  g_test_add_func ("/reward/random/as-integers-have-it", test_against_integers);
  g_test_add_func ("/reward/ten-thousand-statements", test_ten_thousand_statements);

  return g_test_run ();
}
