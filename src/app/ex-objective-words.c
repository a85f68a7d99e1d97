#include "config.h"

#include "ex-objective-words.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
value_text (const ExObjective *objective, double value)
{
  return ex_format_value (value, objective->decimals, objective->unit);
}

static char *
describe_range (const ExObjective *objective)
{
  g_autofree char *low = value_text (objective, objective->low);
  g_autofree char *high = value_text (objective, objective->high);

  if (isnan (objective->low) && isnan (objective->high))
    return g_strdup (_("no range yet"));
  if (isnan (objective->high))
    return g_strdup_printf (_("at least %s"), low);
  if (isnan (objective->low))
    return g_strdup_printf (_("at most %s"), high);
  /* Translators: the two ends of a range: "75 % to 85 %" */
  return g_strdup_printf (_("%s to %s"), low, high);
}

static char *
describe_number (const ExObjective *objective)
{
  g_autofree char *baseline = value_text (objective, objective->baseline);
  g_autofree char *target = value_text (objective, objective->target);

  if (isnan (objective->target))
    return g_strdup (_("no target yet"));
  if (isnan (objective->baseline))
    return g_steal_pointer (&target);
  /* Translators: from baseline to target: "80 % → 88 %" */
  return g_strdup_printf (_("%s → %s"), baseline, target);
}

char *
ex_objective_describe_aim (const ExObjective *objective)
{
  g_autofree char *due = NULL;

  g_return_val_if_fail (objective != NULL, NULL);

  if (objective->kind == EX_KIND_NUMBER)
    return describe_number (objective);
  if (objective->kind == EX_KIND_RANGE)
    return describe_range (objective);
  if (objective->due == EX_DAY_NONE)
    return g_strdup (_("no due date yet"));
  due = ex_format_day (objective->due);
  return g_strdup_printf (_("done by %s"), due);
}

char *
ex_objective_describe_actual (const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (objective != NULL && reading != NULL, NULL);

  if (!reading->measured)
    return g_strdup (_("not measured yet"));
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (reading->actual >= 0.5 ? _("done") : _("not done yet"));
  value = value_text (objective, reading->actual);
  /* Translators: a sum before the cycle's end, put on the whole of it */
  return reading->so_far ? g_strdup_printf (_("%s at this pace"), value) : g_steal_pointer (&value);
}

char *
ex_objective_describe_score (const ExReading *reading)
{
  g_autofree char *score = NULL;

  g_return_val_if_fail (reading != NULL, NULL);

  if (!reading->measured)
    return g_strdup (_("not measured, counts 0 %"));
  score = ex_format_percent (reading->score);
  return reading->so_far ? g_strdup_printf (_("%s so far"), score) : g_steal_pointer (&score);
}
