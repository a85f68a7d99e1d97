/* Shows an ExChart: hovered, walked with the arrow keys, read by a screen reader, shown as a table, copied, saved. It follows
 * the window's style (dark, high contrast), font and text direction. */
#pragma once

#include <gtk/gtk.h>

#include "chart/ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_CHART_VIEW (ex_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ExChartView, ex_chart_view, EX, CHART_VIEW, GtkWidget)

GtkWidget *ex_chart_view_new            (void);
void       ex_chart_view_set_chart      (ExChartView *self, ExChart *chart); /* (nullable) chart */
ExChart   *ex_chart_view_get_chart      (ExChartView *self);                 /* (nullable) (transfer none) */
void       ex_chart_view_set_show_table (ExChartView *self, gboolean show_table);
gboolean   ex_chart_view_get_show_table (ExChartView *self);
/* Whether a chart of rows asks for the height that they need at its width, as it does from the start: not where it has to fit, as on a wall. */
void       ex_chart_view_set_natural    (ExChartView *self, gboolean natural);
/* How large the chart is drawn, lines and all, from 0.25 to 16: 1 from the start. */
void       ex_chart_view_set_scale      (ExChartView *self, double scale);
/* The mark that has the pointer or the keyboard; -1: none. */
int        ex_chart_view_get_mark       (ExChartView *self);

/* The window's style, as a chart is told it. */
ExTheme    ex_chart_view_get_theme      (void);

/* Properties: chart, show-table, natural, scale. Signal: "mark-activated" (guint mark): clicked, or Enter; where somebody listens, marks with a key say that they can
 * be opened. Actions: chart.copy, chart.save ("svg", "png", "pdf"), chart.toggle-table. Its size request is small, but for charts of rows: give it what the
 * page has, or a height-request. A change that moves marks is shown as a motion where the desktop has animations. */

G_END_DECLS
