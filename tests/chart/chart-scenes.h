/* Charts as they come: good days and bad. The tests hold their rules over all of them, and a program draws them for a person
 * to look at. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  ExChart  *(* make) (void); /* (transfer full) */
} ChartScene;

extern const ChartScene chart_scenes[];
extern const guint n_chart_scenes;

G_END_DECLS
