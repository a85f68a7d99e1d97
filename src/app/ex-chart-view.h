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
/* The mark that has the pointer or the keyboard; -1: none. */
int        ex_chart_view_get_mark       (ExChartView *self);

/* The window's style, as a chart is told it. */
ExTheme    ex_chart_view_get_theme      (void);

/* Properties: chart, show-table. Signal: "mark-activated" (guint mark): clicked, or Enter. Actions: chart.copy, chart.save
 * ("svg", "png", "pdf"), chart.toggle-table. Its size request is small: give it what the page has, or a height-request. */

G_END_DECLS
