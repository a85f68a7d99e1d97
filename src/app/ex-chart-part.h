/* A chart on a page: its room is there before it is, it stays until the next one is made, and where there is nothing to draw it says what will be there and offers the one thing
 * to do. A mark that is activated goes where its key leads, by the action "trail.go". */
#pragma once

#include "ex-chart-view.h"

G_BEGIN_DECLS

#define EX_TYPE_CHART_PART (ex_chart_part_get_type ())
G_DECLARE_FINAL_TYPE (ExChartPart, ex_chart_part, EX, CHART_PART, GtkWidget)

/* @height: of a chart that asks for none of its own. */
GtkWidget   *ex_chart_part_new         (int height);
ExChartView *ex_chart_part_get_view    (ExChartPart *self);
void         ex_chart_part_set_chart   (ExChartPart *self, ExChart *chart);
/* In place of a chart. @label: (nullable) of a button that activates @action with @target (nullable, floating). */
void         ex_chart_part_set_nothing (ExChartPart *self, const char *words, const char *label, const char *action, GVariant *target);
/* (nullable) a line under the chart. */
void         ex_chart_part_set_note    (ExChartPart *self, const char *words);

G_END_DECLS
