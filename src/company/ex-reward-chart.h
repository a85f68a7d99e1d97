/* The reward curve as a chart, with today's growth, its forecast and a what-if on it. */
#pragma once

#include "chart/ex-curve-chart.h"
#include "core/ex-reward.h"

G_BEGIN_DECLS

/* Fractions; EX_UNSET: not shown. */
typedef struct
{
  double   growth;
  gboolean so_far;       /* the cycle is not over */
  double   forecast;     /* growth at its end */
  double   forecast_low; /* with 80 % confidence between these */
  double   forecast_high;
  double   what_if;
} ExRewardGrowth;

/* Growth so far and its forecast over a cycle. @asset: (nullable) none, then nothing is shown. No what-if. */
ExRewardGrowth ex_reward_growth        (const ExCycleAsset *asset, ExMeasure measure);

/* (transfer full) */
ExChart       *ex_reward_chart_new     (const ExRewardTerms *terms, const ExRewardGrowth *growth);
/* The same chart for other terms or another growth: while a point is dragged, or a slider. */
void           ex_reward_chart_update  (ExChart *chart, const ExRewardTerms *terms, const ExRewardGrowth *growth);

G_END_DECLS
