/* Period by period: gained upward, lost downward, both from zero, and what is left of it as a line. Time runs left to right. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_GROWTH_CHART (ex_growth_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExGrowthChart, ex_growth_chart, EX, GROWTH_CHART, ExChart)

typedef enum
{
  EX_GROWTH_COMPLETE,
  EX_GROWTH_PROVISIONAL, /* hatched */
  EX_GROWTH_NO_DATA,     /* a gap that says so */
  EX_GROWTH_FORECAST,    /* hatched, its line broken; gained or lost is what the net is expected to be */
} ExGrowthKind;

/* Copied. */
typedef struct
{
  const char  *label;       /* under the bars: "Mar" */
  const char  *context;     /* (nullable): what several share, "2026"; written where it begins */
  ExGrowthKind kind;
  double       gained;      /* >= 0 */
  double       lost;        /* >= 0 */
  double       low, high;   /* of a forecast: where the net may lie; NaN: not said */
  const char  *gained_text; /* (nullable) at the bars: "+1,204"; NULL: as the axis writes it */
  const char  *lost_text;   /* (nullable) */
  const char  *net_text;    /* (nullable) */
  const char  *detail;      /* (nullable) for hover and screen readers */
} ExGrowthPeriod;

ExChart *ex_growth_chart_new            (void);
void     ex_growth_chart_add_period     (ExGrowthChart *self, const ExGrowthPeriod *period);
/* Only one side is counted, under this name: the net would say the same again, and there is no key. NULL, as at first: both. */
void     ex_growth_chart_set_only       (ExGrowthChart *self, const char *name);
void     ex_growth_chart_set_value_text (ExGrowthChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
