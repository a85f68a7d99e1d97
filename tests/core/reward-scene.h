/* A company of leaders with a score each, and an asset that opens and closes: what rewards are computed from. */
#pragma once

#include "core/ex-error.h"
#include "core/ex-quantity.h"
#include "core/ex-reward.h"

#include <string.h>

#define NO_TARGET ((gint64) -1)

typedef struct
{
  const char   *id;
  gint64        target;
  double        score;  /* EX_UNSET: no objectives */
  ExReviewState state;
  gboolean      excused;
  const char   *from;   /* NULL: always */
  const char   *to;     /* NULL: open */
} SceneLeader;

static void
scene_add_objective (GPtrArray *objectives, GArray *readings, const SceneLeader *leader)
{
  ExReading reading = { .measured = TRUE, .n_points = 1, .score = leader->score };

  if (isnan (leader->score))
    return;

  g_ptr_array_add (objectives, ex_objective_new (leader->id, "c", leader->id, "All", EX_KIND_NUMBER));
  ((ExObjective *) g_ptr_array_index (objectives, objectives->len - 1))->weight = EX_WHOLE_BP;
  g_array_append_val (readings, reading);
}

static ExLeader *
scene_leader_new (const SceneLeader *leader)
{
  ExLeader *self = ex_leader_new (leader->id, leader->id);

  self->incentive_target = leader->target;
  self->from = leader->from != NULL ? ex_day_parse (leader->from) : EX_DAY_NONE;
  self->to = leader->to != NULL ? ex_day_parse (leader->to) : EX_DAY_NONE;

  return self;
}

/* The first is the top; the cycle is the year 2026. */
static ExReviews *
scene_reviews (const SceneLeader *leaders, gsize n)
{
  GPtrArray *records = g_ptr_array_new ();
  GPtrArray *objectives = g_ptr_array_new ();
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (ExReading));
  ExReviewRecords *reviews = ex_review_records_new ();
  g_autoptr (ExCompany) company = NULL;

  for (gsize i = 0; i < n; i++)
    {
      ExReview *review = ex_review_new ("c", leaders[i].id);

      g_ptr_array_add (records, scene_leader_new (&leaders[i]));
      scene_add_objective (objectives, readings, &leaders[i]);
      review->state = leaders[i].state;
      review->excused = leaders[i].excused;
      g_ptr_array_add (reviews->reviews, review);
    }
  if (n > 0)
    {
      g_strfreev (reviews->tops);
      reviews->tops = g_new0 (char *, 2);
      reviews->tops[0] = g_strdup (leaders[0].id);
    }

  company = ex_company_new (ex_company_info_new ("Test", "EUR"), ex_cycle_new ("c", "2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)),
                            ex_day_new (2026, 12, 31), records, objectives, readings, NULL);
  g_assert_nonnull (company);

  return ex_reviews_new (company, reviews);
}

static ExRewardTerms *
scene_terms (const char *curve)
{
  ExRewardTerms *terms = ex_reward_terms_new ();
  g_autoptr (GError) error = NULL;
  GArray *points = ex_curve_parse (curve, &error);

  g_assert_no_error (error);
  g_array_unref (terms->curve);
  terms->curve = points;

  return terms;
}

/* Of a cycle that is over; opening and closing in minor units, and as many customers. */
static ExCycleAsset
scene_asset (gint64 opening, gint64 closing)
{
  ExCycleAsset asset = { .in_cycle = TRUE, .opening_known = TRUE };

  asset.first = (ExPeriod) { EX_GRAIN_QUARTER, 2026 * 4 };
  asset.last = asset.end = (ExPeriod) { EX_GRAIN_QUARTER, 2026 * 4 + 3 };
  asset.movement.opening = (ExCount) { opening, opening };
  asset.movement.closing = (ExCount) { closing, closing };

  return asset;
}

static G_GNUC_UNUSED ExRewards *
scene_rewards (const ExReviews *reviews, const ExRewardTerms *terms, gint64 opening, gint64 closing)
{
  ExCycleAsset asset = scene_asset (opening, closing);
  g_autoptr (GError) error = NULL;
  ExRewards *rewards = ex_rewards_new (reviews, terms, &asset, NULL, NULL, &error);

  g_assert_no_error (error);

  return rewards;
}
