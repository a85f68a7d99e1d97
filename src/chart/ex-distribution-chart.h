/* How many have each point of a scale, before and after, for one group or for several side by side. Bars are shares of their group, on one
 * scale for all, so that small groups and large ones compare; the figures at them are how many. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_DISTRIBUTION_CHART (ex_distribution_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExDistributionChart, ex_distribution_chart, EX, DISTRIBUTION_CHART, ExChart)

/* @points: the words of the scale from the lowest up, NULL-terminated, at least one. */
ExChart *ex_distribution_chart_new (const char * const *points);
/* What the outlined bars are and what the filled ones: "First ratings", "After calibration". */
void     ex_distribution_chart_set_names  (ExDistributionChart *self, const char *before, const char *after);
/* @before: (nullable) without it only the filled bars are drawn; both as many as the scale has points. */
void     ex_distribution_chart_add_group  (ExDistributionChart *self, const char *title, const guint *before, const guint *after);

G_END_DECLS
