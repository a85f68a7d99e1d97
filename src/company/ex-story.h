/* The Overview as a story: its charts, one after the other, each under the question that it answers. The page, the wall and the book of the team tell the same one.
 * What is read does not change, so any thread may make the charts. */
#pragma once

#include "core/ex-claims.h"
#include "core/ex-reward.h"
#include "ex-target.h"
#include "ex-team-chart.h"

#include "chart/ex-heatmap-chart.h"

G_BEGIN_DECLS

typedef enum
{
  EX_STORY_WATERFALL,
  EX_STORY_GROWTH,
  EX_STORY_REASONS,
  EX_STORY_HEATMAP,
  EX_STORY_SPREAD,
  EX_STORY_TALK_WALK,
  EX_STORY_COVERAGE,
  EX_STORY_CASCADE,
  EX_STORY_REWARD,
} ExStoryPart;
#define EX_N_STORY_PARTS 9

/* What is asked: filters, period, and how the charts show it. */
typedef struct
{
  ExScope       *scope;
  ExPeriod       period;  /* grain 0: the whole cycle */
  ExMeasure      measure;
  ExGridRows     rows;    /* of the heatmap */
  ExGridColumns  columns;
  ExHeatmapOrder order;
  ExSpreadOf     of;      /* of the distribution */
  ExSpreadBy     by;
} ExStoryAsk;

ExStoryAsk *ex_story_ask_new      (void); /* everything, over the cycle, in customers */
ExStoryAsk *ex_story_ask_copy     (const ExStoryAsk *self);
void        ex_story_ask_free     (ExStoryAsk *self);
gboolean    ex_story_ask_is_whole (const ExStoryAsk *self); /* no filter, no period */
/* Only what a mark is about: a unit, a level, a driver, a stage, a cell of the heatmap, a period; the rest stays as it was asked. */
void        ex_story_ask_narrow   (ExStoryAsk *self, const ExTarget *about);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExStoryAsk, ex_story_ask_free)

/* What there is to tell of: (transfer none) all, by whoever holds it. */
typedef struct
{
  const ExReviews     *reviews;  /* (nullable) no cycle yet; objectives as they stood on the last day of what is looked at */
  const ExReviews     *now;      /* (nullable) as everything stands now: ratings, coverage and the cascade have no past */
  const ExAsset       *asset;    /* (nullable) no customers yet */
  const ExMovement    *movement; /* (nullable) of the customers, over the span that is looked at */
  const GArray        *reasons;  /* (nullable) (element-type ExLostReason) of the span */
  const GPtrArray     *spans;    /* (nullable) (element-type ExSpan) the periods of the span */
  const char          *span;     /* in words, "Oct 2025 to Sep 2026" */
  gboolean             so_far;   /* it is not over, or not complete */
  const ExRewardTerms *terms;    /* (nullable) */
  const char          *currency;
  int                  viewer;   /* who looks: a leader's index, EX_NOBODY: HR */
  guint                most;     /* rows of a chart at most; 0: all */
} ExStoryFacts;

const char *ex_story_question  (ExStoryPart part); /* translated: "How it came about" */
/* Whether filters take anything from it: the customer ledger knows neither units nor levels, drivers or stages. */
gboolean    ex_story_is_scoped (ExStoryPart part);
/* NULL: there is nothing to draw yet. (transfer full) */
ExChart    *ex_story_make      (ExStoryPart part, const ExStoryFacts *facts, const ExStoryAsk *ask);
/* What will be there once there is something to draw, in a sentence. (transfer none) */
const char *ex_story_nothing   (ExStoryPart part, const ExStoryFacts *facts, const ExStoryAsk *ask);

/* The claims of the objectives that are asked for, held against the ledger. NULL: no cycle yet. (transfer full) */
ExClaims   *ex_story_claims    (const ExStoryFacts *facts, const ExStoryAsk *ask);

G_END_DECLS
