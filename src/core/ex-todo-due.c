#include "config.h"

#include "ex-todo-private.h"

#include "ex-period.h"

#include <glib/gi18n-lib.h>

/* From here on a person says the day, not how many days it is to it. */
#define DAYS_COUNTED 14

/* The first day of the calendar was a Monday. */
static ExDay
end_of_week (ExDay day)
{
  return day + 6 - (day - 1) % 7;
}

static ExDay
end_of_period (ExCadence cadence,
               ExDay     day)
{
  switch (cadence)
    {
    case EX_CADENCE_WEEKLY:
      return end_of_week (day);
    case EX_CADENCE_MONTHLY:
      return ex_period_last_day (ex_period_of_day (EX_GRAIN_MONTH, day));
    case EX_CADENCE_QUARTERLY:
    case EX_CADENCE_NONE:
    default:
      return ex_period_last_day (ex_period_of_day (EX_GRAIN_QUARTER, day));
    }
}

/* Said before it was due that it is not done yet, it is asked for again. */
static ExDay
milestone_due (const ExObjective *objective,
               const ExReading   *reading)
{
  gboolean done = reading->measured && reading->actual == 1;
  gboolean said = reading->measured && reading->last_day >= objective->due;

  return done || said ? EX_DAY_NONE : objective->due;
}

ExDay
ex_check_in_due_between (const ExObjective *objective,
                         const ExReading   *reading,
                         ExDay              first,
                         ExDay              last,
                         ExDay              today)
{
  ExDay start = first;

  if (objective->kind == EX_KIND_MILESTONE)
    return milestone_due (objective, reading);

  if (reading->measured)
    start = MAX (first, end_of_period (objective->cadence, reading->last_day) + 1);
  if (start > MIN (today, last))
    return EX_DAY_NONE;

  return MIN (end_of_period (objective->cadence, start), last);
}

ExDay
ex_check_in_due (const ExObjective *objective,
                 const ExReading   *reading,
                 const ExCycle     *cycle,
                 ExDay              today)
{
  return ex_check_in_due_between (objective, reading, cycle->first, cycle->last, today);
}

static char *
format_by (ExDay due,
           ExDay today)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day, this_year;

  ex_day_split (today, &this_year, NULL, NULL);
  ex_day_split (due, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  g_return_val_if_fail (time != NULL, g_strdup (""));

  /* Translators: a day as g_date_time_format() writes it: "by 15 January". */
  return g_date_time_format (time, year == this_year ? _("by %-d %B") : _("by %-d %B %Y"));
}

char *
ex_due_describe (ExDay due,
                 ExDay today)
{
  int days = (int) ((gint64) due - (gint64) today);

  if (due == EX_DAY_NONE)
    return g_strdup ("");
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -days), -days);
  if (days == 0)
    return g_strdup (_("due today"));
  if (days == 1)
    return g_strdup (_("due tomorrow"));
  if (days < DAYS_COUNTED)
    return g_strdup_printf (ngettext ("due in %d day", "due in %d days", (gulong) days), days);

  return format_by (due, today);
}
