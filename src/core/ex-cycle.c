#include "config.h"

#include "ex-cycle.h"

#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

ExCycle *
ex_cycle_new (const char *id,
              const char *name,
              ExDay       first,
              ExDay       last)
{
  ExCycle *self = g_new0 (ExCycle, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->first = first;
  self->last = last;
  self->tops = g_new0 (char *, 1);
  self->threshold_score = 5000;
  self->stretch_score = 15000;
  self->late_score = 5000;
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    self->until[i] = EX_DAY_NONE;
  self->min_objectives = 3;

  return self;
}

ExCycle *
ex_cycle_copy (const ExCycle *self)
{
  ExCycle *copy = ex_cycle_new (self->id, self->name, self->first, self->last);

  g_strfreev (copy->tops);
  copy->tops = self->tops != NULL ? g_strdupv (self->tops) : g_new0 (char *, 1);
  copy->threshold_score = self->threshold_score;
  copy->stretch_score = self->stretch_score;
  copy->late_score = self->late_score;
  copy->phase = self->phase;
  memcpy (copy->until, self->until, sizeof copy->until);
  copy->min_objectives = self->min_objectives;
  copy->scale = g_strdupv (self->scale);
  copy->board = g_strdup (self->board);

  return copy;
}

void
ex_cycle_free (ExCycle *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->tops);
  g_strfreev (self->scale);
  g_free (self->board);
  g_free (self);
}

/* The ledger's shortest period is a month: a cycle on period boundaries is on month boundaries, whatever the grain. */
static void
add_boundary_problems (GPtrArray     *problems,
                       const ExCycle *self)
{
  char iso[EX_DAY_ISO_SIZE];
  int day;

  ex_day_split (self->first, NULL, NULL, &day);
  if (day != 1)
    {
      ex_day_write (self->first, iso);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle begins on %s, in the middle of a month: the first day of a month would be right."), iso));
    }

  ex_day_split (self->last + 1, NULL, NULL, &day);
  if (day != 1)
    {
      ex_day_write (self->last, iso);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle ends on %s, in the middle of a month: the last day of a month would be right."), iso));
    }
}

static void
add_period_problems (GPtrArray     *problems,
                     const ExCycle *self)
{
  if (self->first == EX_DAY_NONE || self->last == EX_DAY_NONE)
    {
      g_ptr_array_add (problems, g_strdup (_("A cycle needs a first and a last day.")));
      return;
    }

  if (self->first > self->last)
    {
      char first[EX_DAY_ISO_SIZE], last[EX_DAY_ISO_SIZE];

      ex_day_write (self->first, first);
      ex_day_write (self->last, last);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle’s first day (%s) is after its last (%s)."), first, last));
      return;
    }

  add_boundary_problems (problems, self);
}

GPtrArray *
ex_cycle_problems (const ExCycle *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  if (self->name == NULL || *self->name == '\0')
    g_ptr_array_add (problems, g_strdup (_("A cycle needs a name.")));

  add_period_problems (problems, self);

  if (self->threshold_score < 0 || self->threshold_score > EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score at the threshold must be from 0 % to 100 %.")));
  if (self->stretch_score < EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score at the stretch must be at least 100 %.")));
  if (self->late_score < 0 || self->late_score > EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score of a late milestone must be from 0 % to 100 %.")));

  return problems;
}

int
ex_cycle_days (const ExCycle *self)
{
  return (int) (self->last - self->first) + 1;
}

double
ex_cycle_elapsed (const ExCycle *self,
                  ExDay          day)
{
  if (day < self->first)
    return 0;
  if (day >= self->last)
    return 1;

  return (double) (day - self->first + 1) / ex_cycle_days (self);
}
