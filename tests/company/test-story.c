/* The Overview's story: every part is made of the sample or says what will be there; what is asked narrows to what a mark is about. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-movement-chart.h"
#include "company/ex-sample.h"
#include "company/ex-story.h"
#include "core/ex-quantity.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

typedef struct
{
  ExCompany     *company;
  ExReviews     *reviews;
  ExAsset       *asset;
  ExRewardTerms *terms;
  ExStoryFacts   facts;
} Sample;

static void
fill (Fixture *fixture, Sample *self)
{
  g_autoptr (GError) error = NULL;
  const ExCycle *cycle;

  ex_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
  self->company = ex_store_read_company (fixture->store, NULL, ex_day_parse ("2026-09-30"), &error);
  g_assert_no_error (error);
  cycle = ex_company_get_cycle (self->company);
  self->reviews = ex_store_read_reviews (fixture->store, self->company, &error);
  self->asset = ex_store_read_asset (fixture->store, cycle, NULL, &error);
  self->terms = ex_store_read_reward_terms (fixture->store, cycle->id, &error);
  g_assert_no_error (error);
  self->facts = (ExStoryFacts) {
    .reviews = self->reviews, .now = self->reviews, .asset = self->asset, .movement = &self->asset->cycle->movement, .reasons = self->asset->cycle->reasons,
    .spans = self->asset->spans, .span = "FY 2026", .terms = self->terms, .currency = "EUR", .viewer = EX_NOBODY, .most = 20,
  };
}

static void
clear (Sample *self)
{
  ex_reviews_unref (self->reviews);
  ex_company_unref (self->company);
  ex_asset_unref (self->asset);
  ex_reward_terms_free (self->terms);
}

static void
test_every_part (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (ExStoryAsk) ask = ex_story_ask_new ();
  const ExStoryFacts nothing = { .currency = "EUR", .viewer = EX_NOBODY };
  Sample sample = { 0 };

  fill (fixture, &sample);
  for (guint part = 0; part < EX_N_STORY_PARTS; part++)
    {
      g_autoptr (ExChart) chart = ex_story_make (part, &sample.facts, ask);
      g_autoptr (ExChart) none = ex_story_make (part, &nothing, ask);

      g_assert_nonnull (chart);
      g_assert_nonnull (ex_chart_get_title (chart));
      g_assert_null (none);
      g_assert_cmpstr (ex_story_question (part), !=, "");
      g_assert_cmpstr (ex_story_nothing (part, &nothing, ask), !=, "");
    }
  /* what matches no filter is no chart, the cascade neither */
  ask->scope->unit = g_strdup ("No such unit");
  for (guint part = 0; part < EX_N_STORY_PARTS; part++)
    {
      g_autoptr (ExChart) none = ex_story_make (part, &sample.facts, ask);

      g_assert_true ((none == NULL) == ex_story_is_scoped (part));
    }
  clear (&sample);
}

static void
test_narrowed (void)
{
  static const struct { ExTarget about; const char *unit; guint level; const char *under; int driver; const char *stage; } cases[] = {
    { { .kind = EX_TARGET_UNIT, .id = "Sales" }, "Sales", 0, NULL, EX_ANY_DRIVER, NULL },
    { { .kind = EX_TARGET_LEVEL, .id = "2" }, NULL, 2, NULL, EX_ANY_DRIVER, NULL },
    { { .kind = EX_TARGET_DRIVER, .id = "win back" }, NULL, 0, NULL, EX_DRIVER_WIN_BACK, NULL },
    { { .kind = EX_TARGET_STAGE, .id = "Leave" }, NULL, 0, NULL, EX_ANY_DRIVER, "Leave" },
    { { .kind = EX_TARGET_CELL, .row_kind = EX_TARGET_LEADER, .id = "a", .extra = "retain" }, NULL, 0, "a", EX_DRIVER_RETAIN, NULL },
    { { .kind = EX_TARGET_CELL, .row_kind = EX_TARGET_UNIT, .id = "", .by_stage = TRUE, .extra = "Join" }, "", 0, NULL, EX_ANY_DRIVER, "Join" },
    { { .kind = EX_TARGET_CELL, .row_kind = EX_TARGET_LEVEL, .id = "1", .extra = "" }, NULL, 1, NULL, EX_ANY_DRIVER, NULL },
    { { .kind = EX_TARGET_DRIVER, .id = "no such driver" }, NULL, 0, NULL, EX_ANY_DRIVER, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExStoryAsk) ask = ex_story_ask_new ();

      ex_story_ask_narrow (ask, &cases[i].about);
      g_assert_cmpstr (ask->scope->unit, ==, cases[i].unit);
      g_assert_cmpuint (ask->scope->level, ==, cases[i].level);
      g_assert_cmpstr (ask->scope->under, ==, cases[i].under);
      g_assert_cmpint (ask->scope->driver, ==, cases[i].driver);
      g_assert_cmpstr (ask->scope->stage, ==, cases[i].stage);
    }
}

/* Claims of what is asked for: a driver's are the whole company's of it, a unit's no more than all. */
static void
test_claims (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (ExStoryAsk) ask = ex_story_ask_new ();
  g_autoptr (ExClaims) all = NULL;
  g_autoptr (ExClaims) unit = NULL;
  Sample sample = { 0 };

  fill (fixture, &sample);
  all = ex_story_claims (&sample.facts, ask);
  ask->scope->unit = g_strdup ("Customer Care");
  unit = ex_story_claims (&sample.facts, ask);
  g_assert_cmpuint (unit->drivers[EX_DRIVER_RETAIN].claims->len, >, 0);
  g_assert_cmpuint (unit->drivers[EX_DRIVER_RETAIN].claims->len, <, all->drivers[EX_DRIVER_RETAIN].claims->len);
  g_assert_cmpfloat (unit->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].change, ==, all->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].change);
  clear (&sample);
}

static void
test_one_movement (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const movements[] = { "opening", "new", "won_back", "expanded", "contracted", "lost", "closing" };
  Sample sample = { 0 };
  gint64 lost = 0;

  fill (fixture, &sample);
  for (gsize i = 0; i < G_N_ELEMENTS (movements); i++)
    {
      g_autoptr (ExChart) periods = ex_movement_chart_periods (sample.asset, sample.asset->spans, movements[i], EX_MEASURE_VALUE, "EUR");
      g_autoptr (ExChart) segments = ex_movement_chart_segments (sample.asset, sample.asset->cycle->segments, movements[i], EX_MEASURE_CUSTOMERS, "EUR", "FY 2026");

      g_assert_cmpuint (ex_chart_n_marks (periods), ==, sample.asset->spans->len);
      g_assert_nonnull (ex_chart_mark_key (periods, 0));
      g_assert_true (segments == NULL || ex_chart_n_marks (segments) > 0);
    }
  for (guint i = 0; i < sample.asset->cycle->segments->len; i++)
    lost += ex_movement_find (&g_array_index (sample.asset->cycle->segments, ExSegmentMovement, i).movement, "lost")->customers;
  g_assert_cmpint (lost, ==, ex_movement_find (&sample.asset->cycle->movement, "lost")->customers);
  g_assert_null (ex_movement_find (&sample.asset->cycle->movement, "no such movement"));
  clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/story/every-part-is-made-or-says-what-will-be-there", test_every_part);
  g_test_add_func ("/story/narrowed-to-what-a-mark-is-about", test_narrowed);
  fixture_add ("/story/claims-of-what-is-asked-for", test_claims);
  fixture_add ("/story/one-movement-by-period-and-segment", test_one_movement);
  return g_test_run ();
}
