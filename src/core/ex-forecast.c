#include "config.h"

#include "ex-forecast.h"

#include "ex-format.h"
#include "ex-line.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

#define LEAST_DAYS 3

/* The aggregate as it ran: after each check-in what it came to on that day. (transfer full) (element-type ExPoint) */
GArray *
ex_running_aggregate (ExAggregate    aggregate,
                      const ExPoint *points,
                      gsize          n)
{
  GArray *running = g_array_sized_new (FALSE, FALSE, sizeof (ExPoint), (guint) n);
  double sum = 0, lost = 0;

  for (gsize i = 0; i < n; i++)
    {
      ExPoint point = points[i];
      double before = i > 0 ? g_array_index (running, ExPoint, i - 1).value : point.value;
      double next = sum + point.value;

      /* Neumaier's sum, as in ex_aggregate_points(). */
      lost += fabs (sum) >= fabs (point.value) ? (sum - next) + point.value : (point.value - next) + sum;
      sum = next;

      switch (aggregate)
        {
        case EX_AGGREGATE_SUM:
          point.value = sum + lost;
          break;
        case EX_AGGREGATE_MEAN:
          point.value = (sum + lost) / (double) (i + 1);
          break;
        case EX_AGGREGATE_MINIMUM:
          point.value = MIN (before, point.value);
          break;
        case EX_AGGREGATE_MAXIMUM:
          point.value = MAX (before, point.value);
          break;
        case EX_AGGREGATE_LATEST:
        default:
          break;
        }

      g_array_append_val (running, point);
    }

  return running;
}

/* The running aggregate by days since @first. */
static ExLine
fit_line (const GArray *points,
          ExDay         first)
{
  g_autofree double *x = g_new (double, points->len);
  g_autofree double *y = g_new (double, points->len);

  for (guint i = 0; i < points->len; i++)
    {
      const ExPoint *point = &g_array_index (points, ExPoint, i);

      x[i] = (double) (point->day - first);
      y[i] = point->value;
    }

  return ex_line_fit (x, y, points->len);
}

static guint
count_days (const GArray *points)
{
  guint days = 0;

  for (guint i = 0; i < points->len; i++)
    if (i == 0 || g_array_index (points, ExPoint, i).day != g_array_index (points, ExPoint, i - 1).day)
      days++;

  return days;
}

static void
explain_forecast (const ExObjective *objective,
                  const ExCycle     *cycle,
                  const ExForecast  *forecast,
                  double             error,
                  double             t,
                  ExWorking         *working)
{
  g_autofree char *day = ex_format_day (cycle->last);
  g_autofree char *what = g_strdup_printf (_("Forecast for %s"), day);
  g_autofree char *intercept = ex_format_figure (forecast->intercept, objective->decimals);
  g_autofree char *slope = ex_format_figure (forecast->slope, objective->decimals);
  g_autofree char *value = ex_format_value (forecast->value, objective->decimals, objective->unit);
  g_autofree char *middle = ex_format_figure (forecast->value, objective->decimals);
  g_autofree char *t_text = ex_format_number (t, 3);
  g_autofree char *error_text = ex_format_figure (error, objective->decimals);
  g_autofree char *low = ex_format_number (forecast->low, objective->decimals);
  g_autofree char *high = ex_format_value (forecast->high, objective->decimals, objective->unit);
  g_autofree char *interval = g_strdup_printf (_("%s to %s"), low, high);

  /* Translators: a line read on the last day: where it begins, its slope a day, how many days. */
  ex_working_add (working, what, value, _("%s + %s a day × %d days"), intercept, slope, ex_cycle_days (cycle) - 1);
  ex_working_add (working, _("In four of five cases"), interval, "%s ± %s × %s", middle, t_text, error_text);
}

ExForecast
ex_forecast (const ExObjective *objective,
             const ExCycle     *cycle,
             const ExPoint     *all_points,
             gsize              n_points,
             ExWorking         *working)
{
  ExForecast forecast = { FALSE, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET, EX_UNSET };
  g_autoptr (GArray) running = NULL;
  const ExPoint *points;
  ExLineReading reading;
  ExLine line;
  gsize n;

  if (objective->kind != EX_KIND_NUMBER)
    return forecast;

  points = ex_points_inside (cycle, all_points, n_points, &n);
  running = ex_running_aggregate (objective->aggregate, points, n);
  if (count_days (running) < LEAST_DAYS)
    {
      ex_working_add (working, _("Forecast"), "–", "%s", _("needs check-ins on three days or more"));
      return forecast;
    }

  line = fit_line (running, cycle->first);
  reading = ex_line_read (&line, (double) (cycle->last - cycle->first));

  forecast.known = TRUE;
  forecast.intercept = line.y_mean - line.slope * line.x_mean;
  forecast.slope = line.slope;
  forecast.value = reading.value;
  forecast.low = reading.low;
  forecast.high = reading.high;

  if (working != NULL)
    explain_forecast (objective, cycle, &forecast, reading.error, reading.t, working);

  return forecast;
}
