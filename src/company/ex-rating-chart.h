/* How the ratings of objectives are distributed, by unit or by level: as they were first given, and after calibration. */
#pragma once

#include "chart/ex-distribution-chart.h"
#include "core/ex-reviews.h"

G_BEGIN_DECLS

typedef enum { EX_RATINGS_BY_UNIT, EX_RATINGS_BY_LEVEL } ExRatingGroups;

/* Of the assessed reviews whose ratings @viewer may see (a leader's index, EX_NOBODY: HR). The title says how many were adjusted.
 * (transfer full) */
ExChart *ex_rating_chart_new (const ExReviews *reviews, int viewer, ExRatingGroups groups);

G_END_DECLS
