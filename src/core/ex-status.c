#include "config.h"

#include "ex-status.h"

#include "ex-format.h"
#include "ex-nick.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

#define ON_TRACK_WITHIN 0.10 /* of expected progress */
#define AT_RISK_WITHIN 0.25  /* of expected progress, and of a range's width */
#define SLACK 1e-9

static const char * const nicks[] = { "no data", "on track", "at risk", "off track" };
static const char * const labels[] = { N_("No data"), N_("On track"), N_("At risk"), N_("Off track") };
static const char * const shapes[] = { "–", "●", "▲", "■" };

const char *
ex_status_nick (ExStatus status)
{
  g_return_val_if_fail ((gsize) status < G_N_ELEMENTS (nicks), NULL);

  return nicks[status];
}

const char *
ex_status_label (ExStatus status)
{
  g_return_val_if_fail ((gsize) status < G_N_ELEMENTS (labels), NULL);

  return _(labels[status]);
}

const char *
ex_status_shape (ExStatus status)
{
  g_return_val_if_fail ((gsize) status < G_N_ELEMENTS (shapes), NULL);

  return shapes[status];
}

/* @shortfall: expected less actual, as a fraction of the way from baseline to target. */
static ExStatus
grade_shortfall (double shortfall)
{
  if (shortfall <= ON_TRACK_WITHIN + SLACK)
    return EX_STATUS_ON_TRACK;

  return shortfall <= AT_RISK_WITHIN + SLACK ? EX_STATUS_AT_RISK : EX_STATUS_OFF_TRACK;
}

/* Where the straight line stands on the day that is read: 0 on the first day, 1 on the last. */
static double
get_expected (const ExCycle *cycle,
              ExDay          read_on)
{
  if (cycle->last <= cycle->first || read_on >= cycle->last)
    return 1;

  return read_on <= cycle->first ? 0 : (double) (read_on - cycle->first) / (cycle->last - cycle->first);
}

/* A sum runs from 0 to the target: what there is so far against what there should be so far. */
static ExStatus
judge_sum (const ExObjective *objective,
           const ExCycle     *cycle,
           const ExReading   *reading,
           ExWorking         *working)
{
  double expected = objective->target * get_expected (cycle, reading->read_on);
  double scale = fabs (objective->target != 0 ? objective->target : objective->target - objective->baseline);
  double direction = objective->target > objective->baseline ? 1 : -1;
  double shortfall = (expected - reading->aggregate) * direction / scale;
  ExStatus status = grade_shortfall (shortfall);

  if (working != NULL)
    {
      g_autofree char *sum = ex_format_figure (reading->aggregate, objective->decimals);
      g_autofree char *line = ex_format_figure (expected, objective->decimals);
      g_autofree char *gap = ex_format_percent_change (-shortfall);
      g_autofree char *day = ex_format_day (reading->read_on);

      ex_working_add (working, _("Status"), ex_status_label (status), _("sum %s, expected %s by %s: %s of the target"),
                      sum, line, day, gap);
    }

  return status;
}

static ExStatus
judge_number (const ExObjective *objective,
              const ExCycle     *cycle,
              const ExReading   *reading,
              ExWorking         *working)
{
  double expected = get_expected (cycle, reading->read_on);
  ExStatus status;

  if (isnan (reading->progress))
    {
      /* No way to go: there or not there; and without a target nothing can be said. */
      if (isnan (objective->target) || isnan (objective->baseline))
        return EX_STATUS_NO_DATA;
      return ex_values_equal (reading->actual, objective->target) ? EX_STATUS_ON_TRACK : EX_STATUS_OFF_TRACK;
    }

  if (objective->aggregate == EX_AGGREGATE_SUM)
    return judge_sum (objective, cycle, reading, working);

  status = grade_shortfall (expected - reading->progress);

  if (working != NULL)
    {
      g_autofree char *progress = ex_format_percent (reading->progress);
      g_autofree char *line = ex_format_percent (expected);
      g_autofree char *day = ex_format_day (reading->read_on);

      ex_working_add (working, _("Status"), ex_status_label (status), _("progress %s, expected %s by %s"), progress, line, day);
    }

  return status;
}

static ExStatus
judge_range (const ExObjective *objective,
             const ExReading   *reading,
             ExWorking         *working)
{
  double distance = ex_range_distance (objective->low, objective->high, reading->actual);
  double width = ex_range_width (objective->low, objective->high, objective->width);
  ExStatus status = EX_STATUS_OFF_TRACK;

  if (isnan (objective->low) && isnan (objective->high))
    return EX_STATUS_NO_DATA;

  if (distance <= 0)
    status = EX_STATUS_ON_TRACK;
  else if (distance <= width * (AT_RISK_WITHIN + SLACK))
    status = EX_STATUS_AT_RISK;

  if (working != NULL)
    {
      g_autofree char *far = ex_format_figure (distance, objective->decimals);
      g_autofree char *quarter = ex_format_figure (width * AT_RISK_WITHIN, objective->decimals);

      if (distance <= 0)
        ex_working_add (working, _("Status"), ex_status_label (status), _("inside the range"));
      else
        ex_working_add (working, _("Status"), ex_status_label (status), _("%s outside the range; a quarter width is %s"), far, quarter);
    }

  return status;
}

/* What is done is known for good, and what is overdue and not done needs no check-in to be late. */
static gboolean
judge_milestone (const ExObjective *objective,
                 const ExReading   *reading,
                 ExDay              done,
                 ExStatus          *status,
                 ExWorking         *working)
{
  gboolean has_due = objective->due != EX_DAY_NONE;
  const char *how;

  if (done != EX_DAY_NONE)
    {
      *status = !has_due || done <= objective->due ? EX_STATUS_ON_TRACK : EX_STATUS_AT_RISK;
      how = *status == EX_STATUS_ON_TRACK ? _("done on time") : _("done late");
    }
  else if (has_due && reading->read_on > objective->due)
    {
      *status = EX_STATUS_OFF_TRACK;
      how = _("overdue and not done");
    }
  else
    return FALSE;

  ex_working_add (working, _("Status"), ex_status_label (*status), "%s", how);

  return TRUE;
}

static gboolean
is_stale (const ExObjective *objective,
          const ExCycle     *cycle,
          const ExReading   *reading,
          ExWorking         *working)
{
  double longest = 1.5 * MIN (ex_cadence_days (objective->cadence), ex_cycle_days (cycle) / 2.0);
  gint64 days = (gint64) reading->read_on - reading->last_day;
  g_autofree char *limit = NULL;
  g_autofree char *last = NULL;

  if (reading->measured && days <= longest)
    return FALSE;
  if (working == NULL)
    return TRUE;

  if (!reading->measured)
    {
      ex_working_add (working, _("Status"), ex_status_label (EX_STATUS_NO_DATA), _("no check-in"));
      return TRUE;
    }

  limit = ex_format_figure (longest, 0);
  last = ex_format_day (reading->last_day);
  ex_working_add (working, _("Status"), ex_status_label (EX_STATUS_NO_DATA),
                  ngettext ("last check-in %s, %d day before: more than 1.5 cadences (%s days)",
                            "last check-in %s, %d days before: more than 1.5 cadences (%s days)", (gulong) days),
                  last, (int) days, limit);

  return TRUE;
}

ExStatus
ex_status_judge (const ExObjective *objective,
                 const ExCycle     *cycle,
                 const ExReading   *reading,
                 ExDay              done,
                 ExWorking         *working)
{
  ExStatus status;

  if (objective->kind == EX_KIND_MILESTONE && judge_milestone (objective, reading, done, &status, working))
    return status;
  if (is_stale (objective, cycle, reading, working))
    return EX_STATUS_NO_DATA;

  switch (objective->kind)
    {
    case EX_KIND_NUMBER:
      return judge_number (objective, cycle, reading, working);
    case EX_KIND_RANGE:
      return judge_range (objective, reading, working);
    case EX_KIND_MILESTONE:
    default:
      ex_working_add (working, _("Status"), ex_status_label (EX_STATUS_ON_TRACK), "%s", _("not due yet"));
      return EX_STATUS_ON_TRACK;
    }
}
