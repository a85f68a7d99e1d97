/* The customers who left for one reason: by segment as a chart, and the largest of them in a list. */
#pragma once

#include "ex-chart-part.h"
#include "ex-overview-facts.h"

G_BEGIN_DECLS

#define EX_TYPE_LOST_LIST (ex_lost_list_get_type ())
G_DECLARE_FINAL_TYPE (ExLostList, ex_lost_list, EX, LOST_LIST, GtkWidget)

/* @chart: to be shown above the list; taken. */
GtkWidget *ex_lost_list_new  (ExChartPart *chart);
/* @reason: its name, "" for not known. Over the span of @facts. */
void       ex_lost_list_show (ExLostList *self, ExSession *session, const ExOverviewFacts *facts, const char *reason, ExMeasure measure);

G_END_DECLS
