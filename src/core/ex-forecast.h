/* The forecast of a number: a least-squares line through the running aggregate, read at the cycle's last day, with its
 * 80 % prediction interval. */
#pragma once

#include "ex-score.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean known;     /* FALSE: fewer than three distinct days, or not a number */
  double   intercept; /* of the line, in units, at the cycle's first day */
  double   slope;     /* units a day */
  double   value;     /* at the cycle's last day */
  double   low;       /* 80 % prediction interval there */
  double   high;
} ExForecast;

ExForecast ex_forecast (const ExObjective *objective, const ExCycle *cycle, const ExPoint *points, gsize n_points, ExWorking *working);

/* What the aggregate came to after each of @points. (transfer full) (element-type ExPoint) */
GArray    *ex_running_aggregate (ExAggregate aggregate, const ExPoint *points, gsize n);

/* The t value with 90 % of Student's distribution below it (80 % between -t and t). @df >= 1. Accurate to 1e-6. */
double     ex_student_t_90 (guint df);

G_END_DECLS
