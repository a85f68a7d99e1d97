#include "config.h"

#include "ex-bring-words.h"

#include "core/ex-format.h"
#include "ex-leader-days.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
value_text (const ExObjective *objective, double value)
{
  return ex_format_value (value, objective->decimals, objective->unit);
}

/* "84.1 % was reached" or "not measured", and what that makes of the baseline. */
static char *
describe_baseline (const ExObjective *next, const ExReading *reading)
{
  g_autofree char *baseline = value_text (next, next->baseline);

  if (reading->measured)
    /* Translators: %s is a value with its unit, of an objective of the cycle before */
    return g_strdup_printf (_("Reached: %s, the new baseline."), baseline);
  if (isnan (next->baseline))
    return g_strdup (_("Not measured: the baseline has to be set."));
  return g_strdup_printf (_("Not measured: the baseline stays %s."), baseline);
}

static char *
describe_number (const ExObjective *next, const ExReading *reading)
{
  g_autofree char *first = describe_baseline (next, reading);
  g_autofree char *target = value_text (next, next->target);

  if (isnan (next->target))
    return g_strdup_printf ("%s %s", first, _("The target has to be set anew."));
  /* Translators: the first %s is a whole sentence */
  return g_strdup_printf (_("%s The target stays %s."), first, target);
}

static char *
describe_range (const ExObjective *next)
{
  g_autofree char *low = value_text (next, next->low);
  g_autofree char *high = value_text (next, next->high);

  if (isnan (next->low))
    return g_strdup_printf (_("Stays at most %s."), high);
  if (isnan (next->high))
    return g_strdup_printf (_("Stays at least %s."), low);
  return g_strdup_printf (_("Stays within %s and %s."), low, high);
}

static char *
describe_milestone (const ExObjective *next)
{
  g_autofree char *due = ex_format_day (next->due);

  return next->due != EX_DAY_NONE ? g_strdup_printf (_("Due anew on %s."), due) : g_strdup (_("The due date has to be set."));
}

char *
ex_bring_describe (const ExObjective *objective, const ExReading *reading, const ExCycle *from, const ExCycle *to)
{
  g_autoptr (ExObjective) next = ex_objective_carry (objective, reading, from, to, NULL);

  switch (next->kind)
    {
    case EX_KIND_RANGE:
      return describe_range (next);
    case EX_KIND_MILESTONE:
      return describe_milestone (next);
    case EX_KIND_NUMBER:
    default:
      return describe_number (next, reading);
    }
}

char *
ex_bring_forbidden (const ExLeader *leader, const ExCycle *to)
{
  gboolean left = leader->to != EX_DAY_NONE && leader->to < to->first;
  g_autofree char *day = ex_format_day (left ? leader->to : leader->from);

  if (ex_leader_days_in_cycle (to, leader) > 0)
    return NULL;
  /* Translators: %s is a day: the leader's last one in the role, or the first */
  return left ? g_strdup_printf (_("Stays behind: in the role until %s only."), day) : g_strdup_printf (_("Stays behind: in the role from %s only."), day);
}
