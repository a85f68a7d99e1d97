/* "chart": what is drawn, and what with. */
#pragma once

#include "chart/ex-heatmap-chart.h"
#include "company/ex-team-chart.h"
#include "ex-cli-show.h"

G_BEGIN_DECLS

/* What a chart can be asked with, beside where it goes. */
typedef enum
{
  EX_CLI_CHART_CYCLE     = 1 << 0,
  EX_CLI_CHART_PERIOD    = 1 << 1,  /* instead of a cycle */
  EX_CLI_CHART_AS_OF     = 1 << 2,  /* of a cycle: as it stood at the end of a period */
  EX_CLI_CHART_MEASURE   = 1 << 3,  /* customers or value */
  EX_CLI_CHART_OF        = 1 << 4,  /* scores or ratings */
  EX_CLI_CHART_GRAIN     = 1 << 5,
  EX_CLI_CHART_OBJECTIVE = 1 << 6,
  EX_CLI_CHART_LEADER    = 1 << 7,
  EX_CLI_CHART_SCOPE     = 1 << 8,  /* unit, level, stage */
  EX_CLI_CHART_DRIVER    = 1 << 9,
  EX_CLI_CHART_BY        = 1 << 10,
  EX_CLI_CHART_GRID      = 1 << 11, /* columns, sort */
} ExCliChartTaken;

typedef struct
{
  ExMeasure      measure;
  ExSpreadOf     of;
  const char    *objective; /* ids, as they were typed; NULL: not given */
  const char    *leader;
  char          *unit;      /* NULL: any */
  char          *stage;
  guint          level;     /* 0: any */
  int            driver;    /* EX_ANY_DRIVER */
  gboolean       has_by;
  ExGridRows     by;
  ExGridColumns  columns;
  ExHeatmapOrder order;
  ExCliShow      show;      /* cycle, period, grain */
} ExCliChartWish;

/* NULL: it was said why not. (transfer full) */
typedef ExChart *(* ExCliChartFunc) (ExStore *store, const ExCliChartWish *wish);

ExChart *ex_cli_chart_waterfall    (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_growth       (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_lost_reasons (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_reward_curve (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_objective    (ExStore *store, const ExCliChartWish *wish);
/* The company in its cycle, as it stood at the end of a --period. NULL: it was said why not. (transfer full) */
ExCompany *ex_cli_chart_read_company (ExStore *store, const ExCliShow *show);

ExChart *ex_cli_chart_heatmap         (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_talk_walk       (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_coverage        (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_distribution    (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_cascade         (ExStore *store, const ExCliChartWish *wish);
ExChart *ex_cli_chart_small_multiples (ExStore *store, const ExCliChartWish *wish);

/* --- how it was asked for (ex-cli-chart-options.c) --- */
typedef struct
{
  char *output, *size, *theme, *cycle, *period, *grain, *measure, *objective, *leader, *unit, *level, *driver, *stage, *by, *columns, *sort, *actor;
} ExCliChartOptions;

void     ex_cli_chart_options_clear (ExCliChartOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExCliChartOptions, ex_cli_chart_options_clear)

/* Parses @argv: *@words is (transfer full). FALSE: *@status says how it ended. */
gboolean ex_cli_chart_options_parse (ExCliChartOptions *self, const ExCliUsage *usage, int argc, char **argv, char ***words, ExCliStatus *status);
/* An option was given that @name, which takes @taken, has no use for: NULL, or the option. */
const char *ex_cli_chart_options_find_idle (const ExCliChartOptions *self, guint taken);
/* Fills @wish, which then borrows from @self but for what ex_cli_chart_wish_clear() frees. FALSE: *@status says what is wrong. */
gboolean ex_cli_chart_options_fill  (const ExCliChartOptions *self, const ExCliUsage *usage, guint taken, ExCliChartWish *wish, ExCliStatus *status);
void     ex_cli_chart_wish_clear    (ExCliChartWish *wish);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExCliChartWish, ex_cli_chart_wish_clear)

G_END_DECLS
