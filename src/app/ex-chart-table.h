/* A chart as the table that it was drawn from, or the words of that table for the clipboard. */
#pragma once

#include <gtk/gtk.h>

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* A scroller around the rows of ex_chart_table(). (transfer floating) */
GtkWidget *ex_chart_table_new  (ExChart *chart);
/* Title, subtitle and rows, cells parted by tabs. (transfer full) */
char      *ex_chart_table_text (ExChart *chart);

G_END_DECLS
