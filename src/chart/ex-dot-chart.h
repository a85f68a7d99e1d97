/* Where everybody stands: a dot each along one axis of values, stacked where they would lie over each other, in groups one under the other. Ten thousand
 * dots shrink, then share a place; each can still be asked. What has no value stands apart. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_DOT_CHART (ex_dot_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExDotChart, ex_dot_chart, EX, DOT_CHART, ExChart)

ExChart *ex_dot_chart_new            (void);
void     ex_dot_chart_set_value_text (ExDotChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
/* Of the axis, where figures are rounder than the values; without it these are written as values are. */
void     ex_dot_chart_set_tick_text  (ExDotChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
/* The axis covers at least this. */
void     ex_dot_chart_set_range      (ExDotChart *self, double low, double high);
/* An upright line through all groups: "Target reached". @label: (nullable). */
void     ex_dot_chart_add_level      (ExDotChart *self, double value, const char *label);
/* What dots without a value are called: "Not measured". */
void     ex_dot_chart_set_none_name  (ExDotChart *self, const char *name);
void     ex_dot_chart_set_heading    (ExDotChart *self, const char *groups, const char *dots); /* for the table: "Unit", "Leader" */
/* @key: (nullable) of the group's name, a mark too. Its number. Each group's median is marked and written. */
guint    ex_dot_chart_add_group      (ExDotChart *self, const char *name, const char *key);
/* @value: NaN: none. @name: whose dot it is; @detail: (nullable) for hover and screen readers; @key: (nullable). */
void     ex_dot_chart_add_dot        (ExDotChart *self, guint group, double value, const char *name, const char *detail, const char *key);

G_END_DECLS
