/* Rewards in sentences, and the curve that they are read from. */
#include "config.h"

#include "company/ex-reward-chart.h"
#include "company/ex-reward-words.h"
#include "core/ex-quantity.h"

#include <math.h>
#include <string.h>

static ExRewardTerms *
terms (const char *curve)
{
  ExRewardTerms *self = ex_reward_terms_new ();

  g_clear_pointer (&self->curve, g_array_unref);
  self->curve = curve != NULL ? ex_curve_parse (curve, NULL) : g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  g_assert_nonnull (self->curve);
  return self;
}

/* One leader with a target of 20,000.00, who is paid by @growth. */
static ExRewards *
rewards (double growth, gboolean so_far)
{
  ExRewards *self = ex_rewards_new_empty (terms ("2:50,5:100,8:150"), "EUR");
  ExReward *one = g_new0 (ExReward, 1);

  self->growth = growth;
  self->so_far = so_far;
  self->company_factor = ex_company_factor (self->terms, growth, NULL);
  self->gated = ex_growth_is_gated (self->terms, growth);
  one->target = 2000000;
  g_ptr_array_add (self->rewards, one);
  return self;
}

static void
test_factor (void)
{
  const struct { double growth; gboolean so_far; ExMeasure measure; const char *words; } cases[] = {
    { 0.03, FALSE, EX_MEASURE_VALUE, "The customer asset grew by 3.0 %: every leader’s company factor is 66.7 %." },
    { 0.03, TRUE, EX_MEASURE_VALUE, "So far the customer asset grew by 3.0 %: every leader’s company factor would be 66.7 %." },
    { 0.09, FALSE, EX_MEASURE_CUSTOMERS, "The number of customers grew by 9.0 %: every leader’s company factor is 150.0 %." },
    { 0, FALSE, EX_MEASURE_VALUE, "The customer asset is unchanged: every leader’s company factor is 0.0 %." },
    { 0, TRUE, EX_MEASURE_CUSTOMERS, "So far there are as many customers as before: every leader’s company factor would be 0.0 %." },
    { -0.012, FALSE, EX_MEASURE_VALUE, "The customer asset shrank by 1.2 %, which is under the gate of 0 %: nothing is paid." },
    { -0.012, TRUE, EX_MEASURE_CUSTOMERS, "So far the number of customers shrank by 1.2 %, which is under the gate of 0 %: nothing would be paid." },
    { EX_UNSET, FALSE, EX_MEASURE_VALUE, "Growth of the customer asset is not known yet, and so is what it pays." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExRewards) it = rewards (cases[i].growth, cases[i].so_far);
      g_autofree char *words = NULL;

      it->terms->measure = cases[i].measure;
      words = ex_reward_words_factor (it);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static char *
total_words (gint64 total, gint64 uncut, gint64 pool, double cut, gboolean so_far)
{
  g_autoptr (ExRewards) it = rewards (0.03, so_far);

  it->total = total;
  it->uncut = uncut;
  it->cut = cut;
  it->terms->pool = pool;
  return ex_reward_words_total (it);
}

static void
test_total (void)
{
  g_autofree char *all = total_words (1333333, 1333333, -1, 1, FALSE);
  g_autofree char *pool = total_words (1333333, 1333333, 5000000, 1, FALSE);
  g_autofree char *so_far = total_words (1333333, 1333333, 5000000, 1, TRUE);
  g_autofree char *cut = total_words (1000000, 1250000, 1000000, 0.8, FALSE);
  g_autoptr (ExRewards) unknown = rewards (EX_UNSET, FALSE);
  g_autoptr (ExRewards) without = rewards (0.03, FALSE);
  g_autofree char *unknown_words = ex_reward_words_total (unknown);
  g_autofree char *without_words = NULL;

  g_assert_true (g_str_has_prefix (all, "Rewards come to ") && g_str_has_suffix (all, " in all.") && strstr (all, "13,333.33") != NULL);
  g_assert_true (g_str_has_prefix (pool, "Rewards come to ") && strstr (pool, " of a pool of ") != NULL && strstr (pool, "50,000.00") != NULL);
  g_assert_true (g_str_has_prefix (so_far, "Rewards would come to "));
  g_assert_true (strstr (cut, "12,500.00") != NULL && strstr (cut, "10,000.00") != NULL && g_str_has_suffix (cut, "cuts each to 80.0 % of it."));
  g_assert_cmpstr (unknown_words, ==, "There is no pool: whatever the curve pays is paid.");
  ((ExReward *) without->rewards->pdata[0])->target = -1;
  without_words = ex_reward_words_total (without);
  g_assert_cmpstr (without_words, ==, "Nobody has an incentive target yet, so there is nothing to pay.");
}

static void
test_what_if (void)
{
  const struct { double growth, factor; gint64 total, now; const char *begin, *middle; } cases[] = {
    { 0.05, 1, 3000000, 2000000, "What if: growth of 5.0 % would pay ", "more than now. Nothing is changed by asking." },
    { 0.01, 1.1, 1000000, 2000000, "What if: growth of 1.0 % and every score 10.0 % higher would pay ", "less than now. Nothing is changed by asking." },
    { EX_UNSET, 0.8, 2000000, 2000000, "What if: every score 20.0 % lower would pay ", "the same as now. Nothing is changed by asking." },
    { EX_UNSET, 1, 2000000, 2000000, "What if: nothing is different", "from how it is." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExRewards) if_so = rewards (0.05, FALSE);
      g_autoptr (ExRewards) now = rewards (0.03, FALSE);
      const ExWhatIf what_if = { cases[i].growth, cases[i].factor };
      g_autofree char *words = NULL;

      if_so->total = cases[i].total;
      now->total = cases[i].now;
      words = ex_reward_words_what_if (if_so, now, &what_if);
      g_test_message ("%s", words);
      g_assert_true (g_str_has_prefix (words, cases[i].begin));
      g_assert_true (g_str_has_suffix (words, cases[i].middle));
    }
}

static void
test_terms (void)
{
  g_autoptr (ExRewardTerms) some = terms ("2:50,5:100,8.5:150");
  g_autoptr (ExRewardTerms) none = terms (NULL);
  g_autofree char *words = ex_reward_words_terms (some);
  g_autofree char *nothing = ex_reward_words_terms (none);

  g_assert_cmpstr (words, ==, "Paid by growth in value: 2 % pays 50 %, 5 % pays 100 %, 8.5 % and more pays 150 %.");
  g_assert_cmpstr (nothing, ==, "There is no reward curve yet: this cycle pays nothing by growth.");
}

static void
test_own (void)
{
  const struct { gint64 target; ExOwnFactor from; const char *words; } cases[] = {
    { 100, EX_OWN_SCORE, NULL },
    { 100, EX_OWN_SO_FAR, "Not signed yet: the score so far counts." },
    { 100, EX_OWN_EXCUSED, "Excused: the company factor counts for the own share too." },
    { 100, EX_OWN_NO_SCORE, "Without objectives: the company factor counts for the own share too." },
    { -1, EX_OWN_SCORE, "No incentive target is set, so there is no reward." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ExReward reward = { .target = cases[i].target, .own_from = cases[i].from };
      g_autofree char *words = ex_reward_words_own (&reward);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* --- the curve as a chart ---------------------------------------------------------------------------------------------- */

static void
test_chart (void)
{
  g_autoptr (ExRewardTerms) it = terms ("2:50,5:100,8:150");
  ExRewardGrowth growth = { 0.03, TRUE, 0.044, 0.029, 0.059, 0.07 };
  g_autoptr (ExChart) chart = ex_reward_chart_new (it, &growth);
  const char *const expected[] = {
    "Point 1: growth of 2 % pays 50 %",
    "Growth so far: +3.0 %, which would pay 66.7 %",
    "Forecast for the cycle’s end: growth of +4.4 %, with 80 % confidence between +2.9 % and +5.9 %, which would pay 90.0 %",
    "Point 2: growth of 5 % pays 100 %",
    "What if growth were +7.0 %: it would pay 133.3 %",
    "Point 3: growth of 8 % pays 150 %",
  };

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_chart_titles (void)
{
  g_autoptr (ExRewardTerms) some = terms ("2:50,5:100,8:150");
  g_autoptr (ExRewardTerms) none = terms (NULL);
  ExRewardGrowth growth = { 0.03, TRUE, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET };
  g_autoptr (ExChart) chart = ex_reward_chart_new (some, &growth);

  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Growth of 3.0 % so far would pay 66.7 %");
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 4);
  growth.so_far = FALSE;
  ex_reward_chart_update (chart, some, &growth);
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Growth of 3.0 % pays 66.7 %");
  growth.growth = -0.116;
  ex_reward_chart_update (chart, some, &growth);
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Growth of −11.6 % is under 0 %: nothing is paid");
  growth.growth = EX_UNSET;
  ex_reward_chart_update (chart, some, &growth);
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Growth is not known yet");
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 3);
  ex_reward_chart_update (chart, none, &growth);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 0);
}

static void
test_growth (void)
{
  ExCycleAsset asset = { .in_cycle = TRUE, .opening_known = TRUE, .so_far = TRUE };
  ExRewardGrowth growth = ex_reward_growth (NULL, EX_MEASURE_VALUE);

  g_assert_true (isnan (growth.growth) && isnan (growth.forecast) && isnan (growth.what_if));
  asset.movement.opening = (ExCount) { 1000, 100000 };
  asset.movement.closing = (ExCount) { 1030, 99000 };
  asset.forecast[EX_MEASURE_CUSTOMERS] = (ExAssetForecast) { TRUE, 1100, 1050, 1150, 0.1 };
  growth = ex_reward_growth (&asset, EX_MEASURE_CUSTOMERS);
  g_assert_cmpfloat_with_epsilon (growth.growth, 0.03, 1e-9);
  g_assert_cmpfloat_with_epsilon (growth.forecast, 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (growth.forecast_low, 0.05, 1e-9);
  g_assert_cmpfloat_with_epsilon (growth.forecast_high, 0.15, 1e-9);
  growth = ex_reward_growth (&asset, EX_MEASURE_VALUE);
  g_assert_cmpfloat_with_epsilon (growth.growth, -0.01, 1e-9);
  g_assert_true (isnan (growth.forecast));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/reward-words/growth-and-the-company-factor", test_factor);
  g_test_add_func ("/company/reward-words/the-total-against-the-pool", test_total);
  g_test_add_func ("/company/reward-words/what-if-says-that-nothing-is-changed", test_what_if);
  g_test_add_func ("/company/reward-words/the-terms-in-one-sentence", test_terms);
  g_test_add_func ("/company/reward-words/where-the-own-factor-is-from", test_own);
  g_test_add_func ("/company/reward-chart/points-today-forecast-and-what-if", test_chart);
  g_test_add_func ("/company/reward-chart/the-title-is-the-finding", test_chart_titles);
  g_test_add_func ("/company/reward-chart/growth-and-its-forecast-from-the-asset", test_growth);
  return g_test_run ();
}
