/* From an opening to a closing by gains and losses. Bars start at zero or hang between. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_WATERFALL_CHART (ex_waterfall_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExWaterfallChart, ex_waterfall_chart, EX, WATERFALL_CHART, ExChart)

typedef enum { EX_BAR_TOTAL, EX_BAR_GAIN, EX_BAR_LOSS } ExBarRole;

ExChart *ex_waterfall_chart_new (void);
/* @label under the bar; @value_text at it ("+1,204"); @detail for hover and screen readers; @value: of a total its height, else the
 * size of the gain or loss (>= 0). */
void     ex_waterfall_chart_add_bar (ExWaterfallChart *self, ExBarRole role, const char *label, double value, const char *value_text, const char *detail);
/* Hatches the movements and the closing: the period is not complete. */
void     ex_waterfall_chart_set_provisional (ExWaterfallChart *self, gboolean provisional);
/* A bar that is not asked for steps back, pale and outlined; @bar: as they were added, from 0. */
void     ex_waterfall_chart_set_faded (ExWaterfallChart *self, guint bar, gboolean faded);
void     ex_waterfall_chart_set_value_text (ExWaterfallChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
