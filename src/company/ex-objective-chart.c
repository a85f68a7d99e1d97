#include "config.h"

#include "ex-objective-chart.h"

#include "core/ex-format.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the axis needs to write a value; outlives the objective. */
typedef struct
{
  int   decimals;
  char *unit;
} ValueForm;

/* A long unit would stand at every line of the grid; the levels at the right edge say it. */
static char *
value_text (double value, gpointer data)
{
  const ValueForm *form = data;
  gboolean is_short = form->unit != NULL && g_utf8_strlen (form->unit, -1) <= 2;

  return is_short ? ex_format_value (value, form->decimals, form->unit) : ex_format_number (value, form->decimals);
}

static char *
done_text (double value, gpointer data)
{
  return g_strdup (value >= 0.5 ? _("Done") : _("Not done"));
}

static void
value_form_free (gpointer data)
{
  ValueForm *form = data;
  g_free (form->unit);
  g_free (form);
}

static void
add_level (ExLineChart *chart, const ExObjective *objective, const char *name, double value)
{
  g_autofree char *amount = ex_format_value (value, objective->decimals, objective->unit);
  g_autofree char *label = g_strdup_printf ("%s %s", name, amount);

  if (!isnan (value))
    ex_line_chart_add_level (chart, value, label);
}

static void
key_point (ExLineChart *chart, const ExObjective *objective, ExDay day)
{
  g_autofree char *iso = ex_day_to_iso (day);
  g_autofree char *key = ex_target_key (EX_TARGET_CHECK_IN, objective->id, iso);

  ex_chart_set_mark_key (EX_CHART (chart), ex_chart_n_marks (EX_CHART (chart)) - 1, key);
}

static void
add_points (ExLineChart *chart, const ExObjective *objective, const ExPoint *points, gsize n_points)
{
  gboolean running = objective->kind != EX_KIND_MILESTONE && objective->aggregate != EX_AGGREGATE_LATEST;

  for (gsize i = 0; i < n_points; i++)
    {
      g_autofree char *day = ex_format_day (points[i].day);
      g_autofree char *value = objective->kind == EX_KIND_MILESTONE ? done_text (points[i].value, NULL)
                                                                    : ex_format_value (points[i].value, objective->decimals, objective->unit);
      g_autofree char *detail = g_strdup_printf ("%s: %s", day, value);

      if (running)
        {
          double so_far = ex_aggregate_points (objective->aggregate, points, i + 1);
          g_autofree char *amount = ex_format_value (so_far, objective->decimals, objective->unit);
          g_autofree char *longer = g_strdup_printf (_("%s (%s so far: %s)"), detail, ex_aggregate_label (objective->aggregate), amount);

          ex_line_chart_add_point (chart, points[i].day, points[i].value, longer);
          ex_line_chart_add_running (chart, points[i].day, so_far);
        }
      else
        ex_line_chart_add_point (chart, points[i].day, points[i].value, detail);
      key_point (chart, objective, points[i].day);
    }
}

static void
add_forecast (ExLineChart *chart, const ExObjective *objective, const ExCycle *cycle, const ExPoint *points, gsize n_points,
              const ExForecast *forecast)
{
  double from = points[n_points - 1].day;
  double start = forecast->intercept + forecast->slope * (from - cycle->first);
  g_autofree char *value = ex_format_value (forecast->value, objective->decimals, objective->unit);
  g_autofree char *low = ex_format_value (forecast->low, objective->decimals, objective->unit);
  g_autofree char *high = ex_format_value (forecast->high, objective->decimals, objective->unit);
  g_autofree char *detail = g_strdup_printf (_("Forecast for the last day: %s, with 80 %% confidence between %s and %s"), value, low, high);

  if (from < cycle->last)
    ex_line_chart_set_forecast (chart, from, start, forecast->value, forecast->low, forecast->high, detail);
}

static void
add_ladder (ExLineChart *chart, const ExObjective *objective, const ExCycle *cycle)
{
  switch (objective->kind)
    {
    case EX_KIND_NUMBER:
      if (!isnan (objective->baseline) && !isnan (objective->target))
        ex_line_chart_set_path (chart, objective->aggregate == EX_AGGREGATE_SUM ? 0 : objective->baseline, objective->target, _("Expected"));
      add_level (chart, objective, _("Threshold"), objective->threshold);
      add_level (chart, objective, _("Target"), objective->target);
      add_level (chart, objective, _("Stretch"), objective->stretch);
      break;
    case EX_KIND_RANGE:
      ex_line_chart_set_zone (chart, objective->low, objective->high, _("Inside the range"));
      add_level (chart, objective, _("Low"), objective->low);
      add_level (chart, objective, _("High"), objective->high);
      break;
    case EX_KIND_MILESTONE:
      if (objective->due != EX_DAY_NONE)
        {
          g_autofree char *day = ex_format_day (objective->due);
          g_autofree char *label = g_strdup_printf (_("Due %s"), day);
          ex_line_chart_add_due (chart, objective->due, label);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A value that is too old to judge by says how old it is. */
static char *
status_words (const ExReading *reading)
{
  g_autofree char *day = ex_format_day (reading->last_day);

  if (reading->status == EX_STATUS_NO_DATA && *day != '\0')
    /* Translators: %s is a day; a colon and the latest value follow */
    return g_strdup_printf (_("No data since %s"), day);

  return g_strdup (ex_status_label (reading->status));
}

/* The finding in words: where it stands, against what; a long unit is said once. */
static char *
title_of (const ExObjective *objective, const ExReading *reading)
{
  ValueForm form = { objective->decimals, objective->unit };
  gboolean alone = objective->kind == EX_KIND_RANGE || isnan (objective->target);
  g_autofree char *status = status_words (reading);
  g_autofree char *actual = alone ? ex_format_value (reading->aggregate, objective->decimals, objective->unit) : value_text (reading->aggregate, &form);
  g_autofree char *target = ex_format_value (objective->target, objective->decimals, objective->unit);

  if (!reading->measured)
    return g_strdup (_("Not measured yet"));
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (reading->aggregate >= 0.5 ? _("Done") : _("Not done yet"));
  if (alone)
    /* Translators: a status such as "On track", then a value */
    return g_strdup_printf (_("%s: at %s"), status, actual);
  if (reading->so_far)
    /* Translators: a status such as "On track", the sum so far, the target */
    return g_strdup_printf (_("%s: %s so far, toward %s by the end"), status, actual, target);
  /* Translators: a status such as "On track", a value, the target */
  return g_strdup_printf (_("%s: at %s, toward %s"), status, actual, target);
}

ExChart *
ex_objective_chart_new (const ExObjective *objective, const ExCycle *cycle, const ExPoint *points, gsize n_points,
                        const ExReading *reading, const ExForecast *forecast)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);
  g_autofree char *title = title_of (objective, reading);

  ex_chart_set_title (chart, title, objective->title);
  ex_chart_set_empty_text (chart, _("No check-ins yet"));
  ex_line_chart_set_range (line, cycle->first, cycle->last);
  if (objective->kind == EX_KIND_MILESTONE)
    ex_line_chart_set_value_text (line, done_text, NULL, NULL);
  else
    {
      ValueForm *form = g_new0 (ValueForm, 1);
      form->decimals = objective->decimals;
      form->unit = g_strdup (objective->unit);
      ex_line_chart_set_value_text (line, value_text, form, value_form_free);
    }
  add_ladder (line, objective, cycle);
  add_points (line, objective, points, n_points);
  if (forecast->known && n_points > 0)
    add_forecast (line, objective, cycle, points, n_points, forecast);
  return chart;
}
