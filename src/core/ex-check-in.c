#include "config.h"

#include "ex-objective.h"

#include <glib/gi18n-lib.h>
#include <math.h>

ExCheckIn *
ex_check_in_new (const char *objective_id,
                 ExDay       day,
                 double      value)
{
  ExCheckIn *self = g_new0 (ExCheckIn, 1);

  self->objective_id = g_strdup (objective_id);
  self->day = day;
  self->value = value;

  return self;
}

void
ex_check_in_free (ExCheckIn *self)
{
  if (self == NULL)
    return;

  g_free (self->objective_id);
  g_free (self->note);
  g_free (self->next);
  g_free (self->evidence);
  g_free (self);
}

static char *
find_day_problem (const ExCheckIn *self,
                  const ExCycle   *cycle)
{
  char day[EX_DAY_ISO_SIZE], first[EX_DAY_ISO_SIZE], last[EX_DAY_ISO_SIZE];

  if (self->day == EX_DAY_NONE)
    return g_strdup (_("A check-in needs the day that it is true for."));
  if (cycle == NULL || (self->day >= cycle->first && self->day <= cycle->last))
    return NULL;

  ex_day_write (self->day, day);
  ex_day_write (cycle->first, first);
  ex_day_write (cycle->last, last);

  return g_strdup_printf (_("%s is outside the cycle: a day from %s to %s would be right."), day, first, last);
}

gboolean
ex_check_in_is_late (const ExCheckIn *self,
                     const ExCycle   *cycle)
{
  return self->recorded != EX_DAY_NONE && self->recorded > cycle->last;
}

static char *
find_late_problem (const ExCheckIn *self,
                   const ExCycle   *cycle)
{
  g_autofree char *last = NULL;

  if (cycle == NULL || !ex_check_in_is_late (self, cycle) || self->note != NULL)
    return NULL;

  last = ex_day_to_iso (cycle->last);

  return g_strdup_printf (_("The cycle ended on %s: a check-in recorded after that is late, and needs a note that says why."), last);
}

/* @objective, @cycle: (nullable) what is not known is not held against it */
GPtrArray *
ex_check_in_problems (const ExCheckIn   *self,
                      const ExObjective *objective,
                      const ExCycle     *cycle)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  char *day_problem = find_day_problem (self, cycle);
  char *late_problem = find_late_problem (self, cycle);

  if (day_problem != NULL)
    g_ptr_array_add (problems, day_problem);
  if (late_problem != NULL)
    g_ptr_array_add (problems, late_problem);

  if (!isfinite (self->value))
    g_ptr_array_add (problems, g_strdup (_("The value of a check-in must be a finite number.")));
  else if (objective != NULL && objective->kind == EX_KIND_MILESTONE && self->value != 0 && self->value != 1)
    g_ptr_array_add (problems, g_strdup (_("A milestone is 1 (done) or 0 (not done) on a day.")));

  if (self->confidence < 0 || self->confidence > 10)
    g_ptr_array_add (problems, g_strdup (_("Confidence goes from 1 to 10, or is left out.")));

  return problems;
}
