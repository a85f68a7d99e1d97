/* What weighs most: bars lying one under the other, the largest first, with their value at the end and the share that they reach together.
 * What finds no room is joined in one bar; what is not known stands last, hatched. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_PARETO_CHART (ex_pareto_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExParetoChart, ex_pareto_chart, EX, PARETO_CHART, ExChart)

ExChart *ex_pareto_chart_new            (void);
/* In any order: they are sorted by @value (>= 0), equals as they were added. @value_text: (nullable) at the bar's end, NULL: as
 * set_value_text() writes it; @detail: (nullable) for hover and screen readers. */
void     ex_pareto_chart_add_bar        (ExParetoChart *self, const char *name, double value, const char *value_text, const char *detail);
/* What @n smaller bars are worth together, behind all others but the unknown: thousands of bars would be slow, and nobody sees them. At most one. */
void     ex_pareto_chart_set_rest       (ExParetoChart *self, guint n, const char *name, double value, const char *value_text, const char *detail);
/* What is not known: always last, and in no share but the whole. At most one. */
void     ex_pareto_chart_set_unknown    (ExParetoChart *self, const char *name, double value, const char *value_text, const char *detail);
/* Names the bar that was added last, the rest or the unknown too, wherever it is sorted to. */
void     ex_pareto_chart_set_key        (ExParetoChart *self, const char *key);
/* FALSE, as at first: the bars are losses, and coloured so. */
void     ex_pareto_chart_set_gained     (ExParetoChart *self, gboolean gained);
/* Also writes what several bars are worth together. */
void     ex_pareto_chart_set_value_text (ExParetoChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
