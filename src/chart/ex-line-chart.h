/* A line over time against what was expected of it: the path from baseline to target, marks at threshold, target and
 * stretch, points, and a forecast with its band. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_LINE_CHART (ex_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExLineChart, ex_line_chart, EX, LINE_CHART, ExChart)

ExChart *ex_line_chart_new (void);
/* x is a Julian day number. Labels of the axis are months or days, in the reader's language. */
void     ex_line_chart_set_range     (ExLineChart *self, double first_day, double last_day);
void     ex_line_chart_set_value_text(ExLineChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
void     ex_line_chart_set_path      (ExLineChart *self, double from, double to, const char *label); /* thin grey, first to last day */
void     ex_line_chart_add_level     (ExLineChart *self, double value, const char *label);           /* "Target 88 %": a horizontal line */
void     ex_line_chart_set_zone      (ExLineChart *self, double low, double high, const char *label);/* a range's inside; NaN: open */
void     ex_line_chart_add_due       (ExLineChart *self, double day, const char *label);             /* a vertical line */
void     ex_line_chart_add_point     (ExLineChart *self, double day, double value, const char *detail);
/* A running aggregate beside the points that made it. */
void     ex_line_chart_add_running   (ExLineChart *self, double day, double value);
/* From (@day, @value) to the last day, with its 80 % band there. */
void     ex_line_chart_set_forecast  (ExLineChart *self, double day, double value, double end, double low, double high, const char *detail);

G_END_DECLS
