/* The chart of one objective: its check-ins against the path from baseline to target, with its forecast. */
#pragma once

#include "chart/ex-line-chart.h"
#include "core/ex-forecast.h"

G_BEGIN_DECLS

/* @points sorted by day. @reading and @forecast are of the same points. The title is the finding in words. (transfer full) */
ExChart *ex_objective_chart_new (const ExObjective *objective, const ExCycle *cycle, const ExPoint *points, gsize n_points,
                                 const ExReading *reading, const ExForecast *forecast);

G_END_DECLS
