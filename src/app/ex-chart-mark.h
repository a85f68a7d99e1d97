/* The one thing in a chart that can have the keyboard: it is moved to the mark in question and takes its words, so that a
 * screen reader reads what the arrow keys reach. It draws nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_CHART_MARK (ex_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (ExChartMark, ex_chart_mark, EX, CHART_MARK, GtkWidget)

GtkWidget *ex_chart_mark_new      (void);
/* @whole: it stands for the whole chart, not for one mark of it; @leads: Enter goes somewhere. */
void       ex_chart_mark_set_text (ExChartMark *self, const char *text, gboolean whole, gboolean leads);

G_END_DECLS
