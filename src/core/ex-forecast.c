#include "config.h"

#include "ex-forecast.h"

#include "ex-format.h"
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

/* A line through points, about their middle, where the sums lose least. */
typedef struct
{
  guint  n;
  double x_mean;
  double y_mean;
  double x_spread; /* sum of squared distances from x_mean */
  double slope;
  double error;    /* standard deviation of the points around the line */
} Line;

static Line
fit_line (const GArray *points,
          ExDay         first)
{
  Line line = { .n = points->len };
  double product = 0, squares = 0;

  for (guint i = 0; i < line.n; i++)
    {
      const ExPoint *point = &g_array_index (points, ExPoint, i);

      line.x_mean += (double) (point->day - first) / line.n;
      line.y_mean += point->value / line.n;
    }

  for (guint i = 0; i < line.n; i++)
    {
      const ExPoint *point = &g_array_index (points, ExPoint, i);
      double x = (double) (point->day - first) - line.x_mean;

      line.x_spread += x * x;
      product += x * (point->value - line.y_mean);
    }

  line.slope = product / line.x_spread;

  for (guint i = 0; i < line.n; i++)
    {
      const ExPoint *point = &g_array_index (points, ExPoint, i);
      double off = point->value - line.y_mean - line.slope * ((double) (point->day - first) - line.x_mean);

      squares += off * off;
    }

  line.error = sqrt (squares / (line.n - 2));

  return line;
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
  double x, error, t;
  gsize n;
  Line line;

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
  x = (double) (cycle->last - cycle->first) - line.x_mean;
  error = line.error * sqrt (1 + 1.0 / line.n + x * x / line.x_spread);
  t = ex_student_t_90 (line.n - 2);

  forecast.known = TRUE;
  forecast.intercept = line.y_mean - line.slope * line.x_mean;
  forecast.slope = line.slope;
  forecast.value = line.y_mean + line.slope * x;
  forecast.low = forecast.value - t * error;
  forecast.high = forecast.value + t * error;

  if (working != NULL)
    explain_forecast (objective, cycle, &forecast, error, t, working);

  return forecast;
}
