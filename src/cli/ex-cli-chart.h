/* "chart": what is drawn, and what with. */
#pragma once

#include "chart/ex-chart.h"
#include "ex-cli-show.h"

G_BEGIN_DECLS

typedef struct
{
  ExMeasure   measure;
  const char *objective; /* ids, as they were typed; NULL: not given */
  const char *leader;
  ExCliShow   show;      /* cycle, period, grain */
} ExCliChartWish;

/* NULL: it was said why not. (transfer full) */
typedef ExChart *(* ExCliChartFunc) (ExStore *store, const ExCliChartWish *wish);

ExChart *ex_cli_chart_waterfall    (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_growth       (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_lost_reasons (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_reward_curve (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_objective    (ExStore *store, const ExCliChartWish *wish);

G_END_DECLS
