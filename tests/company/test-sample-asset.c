/* The sample's customer asset and what hangs on it: a span before to compare with, claims of every fate, rewards that the pool cuts. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-sample.h"
#include "core/ex-claims.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <math.h>

typedef struct
{
  ExCycle   *cycle;
  ExCompany *company;
  ExAsset   *asset;
} Sample;

static void
sample_clear (Sample *self)
{
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->asset, ex_asset_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static void
fill (Fixture *fixture, Sample *sample)
{
  g_autoptr (GError) error = NULL;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
  sample->cycle = ex_store_find_cycle (fixture->store, NULL, &error);
  sample->company = ex_store_read_company (fixture->store, NULL, ex_day_parse ("2026-10-15"), &error);
  sample->asset = ex_store_read_asset (fixture->store, sample->cycle, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_year_to_compare_with (Fixture *fixture, gconstpointer data)
{
  g_auto (Sample) sample = { 0 };
  const ExCycleAsset *cycle;

  fill (fixture, &sample);
  cycle = sample.asset->cycle;
  g_assert_true (cycle->in_cycle && cycle->opening_known && cycle->has_before && !cycle->so_far);
  g_assert_cmpint (cycle->movement.opening.customers, ==, 2321);
  g_assert_cmpint (cycle->movement.closing.customers, ==, 2195);
  g_assert_cmpint (cycle->movement.lost.customers, ==, 538);
  g_assert_cmpint (cycle->before.lost.customers, ==, 304);
  g_assert_cmpuint (cycle->segments->len, >=, 4);
  g_assert_cmpint (sample.asset->margin, ==, 2200);
  g_assert_cmpint (sample.asset->discount, ==, 40);
  g_assert_cmpint (sample.asset->marks->complete_to, ==, ex_day_parse ("2026-09-30"));
  g_assert_cmpuint (sample.asset->marks->final->len, ==, 9);
}

/* Some proven, a third of one, two that moved the other way. */
static void
test_claims_of_every_fate (Fixture *fixture, gconstpointer data)
{
  g_auto (Sample) sample = { 0 };
  g_autoptr (ExClaims) claims = NULL;

  fill (fixture, &sample);
  claims = ex_claims_new (sample.company, sample.asset->cycle);
  g_assert_cmpint (claims->drivers[EX_DRIVER_ACQUIRE].proof[EX_MEASURE_CUSTOMERS].proof, ==, EX_PROOF_SHARE);
  g_assert_cmpfloat (claims->drivers[EX_DRIVER_ACQUIRE].proof[EX_MEASURE_CUSTOMERS].proven, >=, 1);
  g_assert_cmpint (claims->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].proof, ==, EX_PROOF_OTHER_WAY);
  g_assert_cmpint (claims->drivers[EX_DRIVER_EXPAND].proof[EX_MEASURE_VALUE].proof, ==, EX_PROOF_SHARE);
  g_assert_cmpfloat (claims->drivers[EX_DRIVER_EXPAND].proof[EX_MEASURE_VALUE].proven, <=, 1.0 / 3);
  g_assert_cmpfloat (claims->drivers[EX_DRIVER_EXPAND].proof[EX_MEASURE_VALUE].proven, >, 0.3);
  g_assert_cmpint (claims->drivers[EX_DRIVER_WIN_BACK].proof[EX_MEASURE_VALUE].proof, ==, EX_PROOF_SHARE);
  g_assert_cmpfloat (claims->drivers[EX_DRIVER_WIN_BACK].proof[EX_MEASURE_VALUE].proven, >=, 1);
}

/* The sum goes over the pool, and the parts are the pool to the cent. */
static void
test_rewards_that_are_cut (Fixture *fixture, gconstpointer data)
{
  g_auto (Sample) sample = { 0 };
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExRewards) rewards = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  fill (fixture, &sample);
  reviews = ex_store_read_reviews (fixture->store, sample.company, &error);
  rewards = ex_store_compute_rewards (fixture->store, reviews, sample.asset, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rewards->rewards->len, ==, 60);
  g_assert_false (rewards->gated);
  g_assert_cmpint (rewards->uncut, >, rewards->terms->pool);
  g_assert_cmpint (rewards->total, ==, 55000000);
  for (guint i = 0; i < rewards->rewards->len; i++)
    sum += ((ExReward *) g_ptr_array_index (rewards->rewards, i))->reward;
  g_assert_cmpint (sum, ==, rewards->total);
  g_assert_cmpint (ex_rewards_find (rewards, "L041")->target, ==, -1);
  g_assert_cmpint (ex_rewards_find (rewards, "L022")->days_in_role, ==, 273); /* left on 30 June */
  g_assert_cmpint (ex_rewards_find (rewards, "L022")->own_from, ==, EX_OWN_EXCUSED);
}

/* Reasons said later are counted, and some are still not known. */
static void
test_reasons_said_later (Fixture *fixture, gconstpointer data)
{
  g_auto (Sample) sample = { 0 };
  double known;

  fill (fixture, &sample);
  known = ex_reasons_known (sample.asset->cycle->reasons, EX_MEASURE_CUSTOMERS);
  g_assert_cmpfloat (known, >, 0.97);
  g_assert_cmpfloat (known, <, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/sample-asset/a year to compare with", test_a_year_to_compare_with);
  fixture_add ("/sample-asset/claims of every fate", test_claims_of_every_fate);
  fixture_add ("/sample-asset/rewards that are cut to the pool", test_rewards_that_are_cut);
  fixture_add ("/sample-asset/reasons said later", test_reasons_said_later);

  return g_test_run ();
}
