/* The customer asset period by period, as a chart: gained, lost, what is left of it. */
#pragma once

#include "chart/ex-growth-chart.h"
#include "core/ex-asset.h"

G_BEGIN_DECLS

/* More periods than this are not drawn: the last ones are. */
#define EX_GROWTH_MAX_PERIODS 200

/* @spans: (nullable) (element-type ExSpan) periods of one grain; NULL: all of the asset's. The first period of a ledger, in which everybody
 * would be new, is what the second is compared with, and is not drawn. While the cycle is not over, its forecast goes on from there if the
 * spans are of the asset's grain. (transfer full) */
ExChart *ex_asset_growth_chart_new (const ExAsset *asset, const GPtrArray *spans, ExMeasure measure, const char *currency);

G_END_DECLS
