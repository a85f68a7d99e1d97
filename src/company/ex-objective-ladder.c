#include "config.h"

#include "ex-objective-ladder.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- what it lacks ----------------------------------------------------------------------------------------------------- */

static const char *
describe_number_gap (const ExObjective *objective)
{
  if (isnan (objective->baseline) && isnan (objective->target))
    return _("Baseline and target are not set yet.");
  if (isnan (objective->baseline))
    return _("The baseline is not set yet: where the number stands today.");
  if (isnan (objective->target))
    return _("The target is not set yet: where the number should be at the end.");

  return ex_values_equal (objective->baseline, objective->target) ? _("Baseline and target are not apart yet: there is nothing to climb.") : NULL;
}

static const char *
describe_range_gap (const ExObjective *objective)
{
  if (isnan (objective->low) && isnan (objective->high))
    return _("The range is not set yet.");
  if (ex_values_equal (objective->low, objective->high))
    return _("The two ends of the range are not apart yet.");

  return isnan (ex_range_width (objective->low, objective->high, objective->width))
           ? _("The range is open on one side, and its width is not set yet.") : NULL;
}

static const char *
describe_gap (const ExObjective *objective)
{
  switch (objective->kind)
    {
    case EX_KIND_NUMBER:
      return describe_number_gap (objective);
    case EX_KIND_RANGE:
      return describe_range_gap (objective);
    case EX_KIND_MILESTONE:
    default:
      return objective->due == EX_DAY_NONE ? _("The due date is not set yet.") : NULL;
    }
}

/* What is wrong with the ladder, and nothing else of the objective. (transfer full) (nullable) */
static char *
describe_problem (const ExObjective *objective,
                  const ExCycle     *cycle)
{
  g_autoptr (ExObjective) bare = ex_objective_new ("", "", "", "-", objective->kind);
  g_autoptr (GPtrArray) problems = NULL;

  bare->decimals = CLAMP (objective->decimals, 0, 9);
  bare->baseline = objective->baseline;
  bare->threshold = objective->threshold;
  bare->target = objective->target;
  bare->stretch = objective->stretch;
  bare->low = objective->low;
  bare->high = objective->high;
  bare->width = objective->width;
  bare->due = objective->due;
  problems = ex_objective_problems (bare, cycle);

  return problems->len > 0 ? g_strdup (g_ptr_array_index (problems, 0)) : NULL;
}

/* --- the rungs --------------------------------------------------------------------------------------------------------- */

static char *
format_value (const ExObjective *objective,
              double             value)
{
  g_autofree char *figure = ex_format_figure (value, CLAMP (objective->decimals, 0, 9));

  return objective->unit != NULL ? g_strconcat (figure, " ", objective->unit, NULL) : g_steal_pointer (&figure);
}

/* Scores in basis points. */
static void
add_rung (ExChart    *chart,
          const char *label,
          double      value,
          const char *value_text,
          int         before,
          int         after)
{
  g_autofree char *score = ex_format_weight (MAX (before, after));

  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), label, value, value_text, (double) before / EX_WHOLE_BP, (double) after / EX_WHOLE_BP, score);
}

static void
add_value (ExChart           *chart,
           const ExObjective *objective,
           const char        *label,
           double             value,
           int                before,
           int                after)
{
  g_autofree char *text = NULL;

  if (isnan (value))
    return;

  text = format_value (objective, value);
  add_rung (chart, label, value, text, before, after);
}

static void
add_day (ExChart    *chart,
         const char *label,
         ExDay       day,
         int         before,
         int         after)
{
  g_autofree char *text = ex_format_day (day);

  add_rung (chart, label, day, text, before, after);
}

static void
add_range (ExChart           *chart,
           const ExObjective *objective)
{
  double width = ex_range_width (objective->low, objective->high, objective->width);

  add_value (chart, objective, _("Too low"), objective->low - width, 0, 0);
  add_value (chart, objective, _("Lowest"), objective->low, EX_WHOLE_BP, EX_WHOLE_BP);
  add_value (chart, objective, _("Highest"), objective->high, EX_WHOLE_BP, EX_WHOLE_BP);
  add_value (chart, objective, _("Too high"), objective->high + width, 0, 0);
}

/* Done on its due day it is in time, the day after late, and after the cycle not at all. */
static void
add_milestone (ExChart           *chart,
               const ExObjective *objective,
               const ExCycle     *cycle)
{
  gboolean can_be_late = objective->due < cycle->last;

  add_day (chart, _("First day"), cycle->first, EX_WHOLE_BP, EX_WHOLE_BP);
  add_day (chart, _("Due"), objective->due, EX_WHOLE_BP, can_be_late ? cycle->late_score : 0);
  if (can_be_late)
    add_day (chart, _("Last day"), cycle->last, cycle->late_score, 0);
}

static void
add_rungs (ExChart           *chart,
           const ExObjective *objective,
           const ExCycle     *cycle)
{
  switch (objective->kind)
    {
    case EX_KIND_NUMBER:
      add_value (chart, objective, _("Baseline"), objective->baseline, 0, 0);
      add_value (chart, objective, _("Threshold"), objective->threshold, 0, cycle->threshold_score);
      add_value (chart, objective, _("Target"), objective->target, EX_WHOLE_BP, EX_WHOLE_BP);
      add_value (chart, objective, _("Stretch"), objective->stretch, cycle->stretch_score, cycle->stretch_score);
      break;
    case EX_KIND_RANGE:
      add_range (chart, objective);
      break;
    case EX_KIND_MILESTONE:
    default:
      add_milestone (chart, objective, cycle);
      break;
    }
}

/* A milestone's check-in says whether it is done, not where on the ladder. */
static void
add_actual (ExChart           *chart,
            const ExObjective *objective,
            const ExReading   *reading)
{
  g_autofree char *text = NULL;
  g_autofree char *score = NULL;

  if (reading == NULL || !reading->measured || objective->kind == EX_KIND_MILESTONE)
    return;

  text = format_value (objective, reading->actual);
  score = ex_format_percent (reading->score);
  ex_ladder_chart_set_actual (EX_LADDER_CHART (chart), reading->so_far ? _("At this pace") : _("Now"), reading->actual, text, reading->score, score);
}

ExChart *
ex_objective_ladder_new (const ExObjective *objective,
                         const ExReading   *reading,
                         const ExCycle     *cycle)
{
  ExChart *chart = ex_ladder_chart_new ();
  const char *gap = describe_gap (objective);
  g_autofree char *problem = gap == NULL ? describe_problem (objective, cycle) : NULL;

  if (gap != NULL || problem != NULL)
    {
      ex_chart_set_empty_text (chart, gap != NULL ? gap : problem);
      return chart;
    }

  add_rungs (chart, objective, cycle);
  add_actual (chart, objective, reading);

  return chart;
}
