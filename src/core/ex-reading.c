#include "config.h"

#include "ex-score.h"

#include "ex-format.h"
#include "ex-quantity.h"
#include "ex-status.h"

#include <glib/gi18n-lib.h>

#define FIGURES_SHOWN 8 /* of a long series: more would not be read */

/* Neumaier's sum: what each addition loses is kept and added at the end. */
static double
add_up (const ExPoint *points,
        gsize          n,
        double         scale)
{
  double sum = 0, lost = 0;

  for (gsize i = 0; i < n; i++)
    {
      double value = points[i].value * scale;
      double next = sum + value;

      lost += fabs (sum) >= fabs (value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }

  return isfinite (sum) ? sum + lost : sum;
}

double
ex_aggregate_points (ExAggregate    aggregate,
                     const ExPoint *points,
                     gsize          n)
{
  double value;

  g_return_val_if_fail (points != NULL && n > 0, EX_UNSET);

  value = points[n - 1].value;

  switch (aggregate)
    {
    case EX_AGGREGATE_SUM:
      return add_up (points, n, 1);
    case EX_AGGREGATE_MEAN:
      value = add_up (points, n, 1) / (double) n;
      return isfinite (value) ? value : add_up (points, n, 1.0 / (double) n);
    case EX_AGGREGATE_MINIMUM:
      for (gsize i = 0; i < n; i++)
        value = MIN (value, points[i].value);
      return value;
    case EX_AGGREGATE_MAXIMUM:
      for (gsize i = 0; i < n; i++)
        value = MAX (value, points[i].value);
      return value;
    case EX_AGGREGATE_LATEST:
    default:
      return value;
    }
}

ExDay
ex_milestone_done (const ExPoint *points,
                   gsize          n)
{
  ExDay done = EX_DAY_NONE;

  while (n-- > 0 && points[n].value == 1)
    done = points[n].day;

  return done;
}

/* "4 + 5 + 3", "4, 5, 3"; the first and the last of a long series. */
static char *
list_figures (const ExPoint *points,
              gsize          n,
              const char    *separator,
              int            decimals)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *figure = NULL;

      if (n > FIGURES_SHOWN && i == FIGURES_SHOWN / 2)
        {
          g_string_append_printf (list, "%s…", separator);
          i = n - FIGURES_SHOWN / 2;
        }

      figure = ex_format_figure (points[i].value, decimals);
      g_string_append_printf (list, "%s%s", i > 0 ? separator : "", figure);
    }

  return g_string_free (list, FALSE);
}

static void
explain_aggregate (const ExObjective *objective,
                   const ExPoint     *points,
                   gsize              n,
                   double             aggregate,
                   ExWorking         *working)
{
  g_autofree char *result = ex_format_value (aggregate, objective->decimals, objective->unit);
  gboolean adds = objective->aggregate == EX_AGGREGATE_SUM || objective->aggregate == EX_AGGREGATE_MEAN;
  g_autofree char *list = list_figures (points, n, adds ? " + " : ", ", objective->decimals);
  g_autofree char *day = ex_format_day (points[n - 1].day);
  g_autofree char *count = ex_format_integer ((gint64) n);

  switch (objective->aggregate)
    {
    case EX_AGGREGATE_SUM:
      ex_working_add (working, _("Sum of the check-ins"), result, "%s", list);
      break;
    case EX_AGGREGATE_MEAN:
      ex_working_add (working, _("Mean of the check-ins"), result, "(%s) ÷ %s", list, count);
      break;
    case EX_AGGREGATE_MINIMUM:
      ex_working_add (working, _("Smallest of the check-ins"), result, "%s", list);
      break;
    case EX_AGGREGATE_MAXIMUM:
      ex_working_add (working, _("Largest of the check-ins"), result, "%s", list);
      break;
    case EX_AGGREGATE_LATEST:
    default:
      ex_working_add (working, _("Latest check-in"), result, "%s", day);
      break;
    }
}

/* A sum so far says little beside a target for the whole cycle: it is read as if it went on like this. */
static void
put_on_whole_cycle (const ExObjective *objective,
                    const ExCycle     *cycle,
                    ExReading         *reading,
                    ExWorking         *working)
{
  int days = (int) (reading->read_on - cycle->first) + 1;

  reading->so_far = TRUE;
  reading->actual = reading->aggregate / ex_cycle_elapsed (cycle, reading->read_on);

  if (working != NULL)
    {
      g_autofree char *sum = ex_format_figure (reading->aggregate, objective->decimals);
      g_autofree char *result = ex_format_value (reading->actual, objective->decimals, objective->unit);

      /* Translators: a sum, the days that have passed, the days of the cycle: "120 ÷ (122 ÷ 365 days)". */
      ex_working_add (working, _("So far, put on the whole cycle"), result, _("%s ÷ (%d ÷ %d days)"),
                      sum, days, ex_cycle_days (cycle));
    }
}

static void
read_progress (const ExObjective *objective,
               ExReading         *reading,
               ExWorking         *working)
{
  double way = objective->target - objective->baseline;

  if (isnan (way) || ex_values_equal (objective->target, objective->baseline))
    return;

  reading->progress = (reading->actual - objective->baseline) / way;

  if (working != NULL)
    {
      g_autofree char *actual = ex_format_figure (reading->actual, objective->decimals);
      g_autofree char *baseline = ex_format_figure (objective->baseline, objective->decimals);
      g_autofree char *target = ex_format_figure (objective->target, objective->decimals);
      g_autofree char *result = ex_format_percent (reading->progress);

      ex_working_add (working, _("Progress"), result, "(%s − %s) ÷ (%s − %s)", actual, baseline, target, baseline);
    }
}

static void
read_measure (const ExObjective *objective,
              const ExCycle     *cycle,
              const ExPoint     *points,
              gsize              n,
              ExReading         *reading,
              ExWorking         *working)
{
  reading->aggregate = reading->actual = ex_aggregate_points (objective->aggregate, points, n);
  if (working != NULL)
    explain_aggregate (objective, points, n, reading->aggregate, working);

  if (objective->aggregate == EX_AGGREGATE_SUM && reading->read_on < cycle->last)
    put_on_whole_cycle (objective, cycle, reading, working);

  if (objective->kind == EX_KIND_RANGE)
    {
      reading->score = ex_score_range (objective->low, objective->high, objective->width, reading->actual, working);
      return;
    }

  reading->score = ex_score_number (objective->baseline, objective->threshold, objective->target, objective->stretch,
                                    (double) cycle->threshold_score / EX_WHOLE_BP, (double) cycle->stretch_score / EX_WHOLE_BP,
                                    reading->actual, working);
  read_progress (objective, reading, working);
}

const ExPoint *
ex_points_inside (const ExCycle *cycle,
                  const ExPoint *points,
                  gsize          n,
                  gsize         *n_inside)
{
  while (n > 0 && points[n - 1].day > cycle->last)
    n--;
  while (n > 0 && points->day < cycle->first)
    {
      points++;
      n--;
    }

  *n_inside = n;

  return points;
}

ExReading
ex_objective_read (const ExObjective *objective,
                   const ExCycle     *cycle,
                   const ExPoint     *all_points,
                   gsize              n_points,
                   ExDay              today,
                   ExWorking         *working)
{
  gsize n;
  const ExPoint *points = ex_points_inside (cycle, all_points, n_points, &n);
  ExDay last_day = n > 0 ? points[n - 1].day : EX_DAY_NONE;
  ExDay done = EX_DAY_NONE;
  ExReading reading = {
    .n_points = (guint) n,
    .measured = n > 0,
    .read_on = MIN (cycle->last, MAX (today, last_day)),
    .last_day = last_day,
    .aggregate = EX_UNSET,
    .actual = EX_UNSET,
    .progress = EX_UNSET,
  };

  if (n == 0)
    {
      g_autofree char *zero = ex_format_percent (0);

      ex_working_add (working, _("Score"), zero, "%s", _("not measured: no check-in yet"));
    }
  else if (objective->kind == EX_KIND_MILESTONE)
    {
      done = ex_milestone_done (points, n);
      reading.aggregate = reading.actual = points[n - 1].value;
      reading.score = ex_score_milestone (objective->due, done, (double) cycle->late_score / EX_WHOLE_BP, working);
    }
  else
    read_measure (objective, cycle, points, n, &reading, working);

  reading.status = ex_status_judge (objective, cycle, &reading, done, working);

  return reading;
}
