/* Where a score is computed: the ladder, the range, the milestone; and the reading of an objective on a day. */
#pragma once

#include "ex-objective.h"
#include "ex-working.h"

G_BEGIN_DECLS

typedef enum { EX_STATUS_NO_DATA, EX_STATUS_ON_TRACK, EX_STATUS_AT_RISK, EX_STATUS_OFF_TRACK } ExStatus;

const char *ex_status_nick  (ExStatus status); /* "no data", "on track", "at risk", "off track" */
const char *ex_status_label (ExStatus status); /* translated */
const char *ex_status_shape (ExStatus status); /* "–", "●", "▲", "■" */

/* Everything there is to say of an objective on a day. */
typedef struct
{
  guint    n_points;   /* check-ins counted */
  gboolean measured;   /* n_points > 0 */
  ExDay    read_on;    /* the earlier of today and the cycle's last day, not before the last check-in */
  ExDay    last_day;   /* of the last check-in; EX_DAY_NONE: none */
  double   aggregate;  /* the running aggregate: the sum so far, the mean, ...; EX_UNSET: not measured */
  double   actual;     /* what the ladder reads: a sum / elapsed share, else the aggregate */
  gboolean so_far;     /* a sum before the cycle's end: actual is put on the whole cycle */
  double   progress;   /* (actual - baseline) / (target - baseline), unbounded; EX_UNSET where undefined */
  double   score;      /* fraction; 0 when not measured */
  ExStatus status;
} ExReading;

/* The score of a *number* at @actual, as a fraction. Threshold and stretch may be EX_UNSET; the scores are fractions.
 * The ladder must be in order (ex_objective_problems()); with baseline = target: 1 when reached exactly, else 0. */
double ex_score_number    (double baseline, double threshold, double target, double stretch,
                           double threshold_score, double stretch_score, double actual, ExWorking *working);
/* 1 inside; falls linearly to 0 at one full width outside. low or high may be EX_UNSET (open). */
double ex_score_range     (double low, double high, double width, double actual, ExWorking *working);
/* How far @actual is outside low..high, 0 inside; and the width that counts, EX_UNSET when there is none. */
double ex_range_distance  (double low, double high, double actual);
double ex_range_width     (double low, double high, double width);
/* @done: the day it was done, EX_DAY_NONE when it is not. */
double ex_score_milestone (ExDay due, ExDay done, double late_score, ExWorking *working);

/* The running aggregate over the first @n points. @n > 0. */
double ex_aggregate_points (ExAggregate aggregate, const ExPoint *points, gsize n);

/* The first of @points inside the cycle, and how many are: the others count for nothing. */
const ExPoint *ex_points_inside (const ExCycle *cycle, const ExPoint *points, gsize n, gsize *n_inside);

/* @points sorted by day. @working (nullable) gets the lines. */
ExReading ex_objective_read  (const ExObjective *objective, const ExCycle *cycle,
                              const ExPoint *points, gsize n_points, ExDay today, ExWorking *working);
/* The day a milestone was done: the first of the run of 1s that ends at the last point; EX_DAY_NONE: not done. */
ExDay     ex_milestone_done  (const ExPoint *points, gsize n);

G_END_DECLS
