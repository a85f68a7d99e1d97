#include "config.h"

#include "ex-template.h"

#include "ex-blank.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

ExTemplate *
ex_template_new (const char *id,
                 const char *title)
{
  ExTemplate *self = g_new0 (ExTemplate, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

ExTemplate *
ex_template_copy (const ExTemplate *self)
{
  ExTemplate *copy = g_new (ExTemplate, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->unit = g_strdup (self->unit);
  copy->source = g_strdup (self->source);
  copy->stage = g_strdup (self->stage);

  return copy;
}

void
ex_template_free (ExTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->stage);
  g_free (self);
}

GPtrArray *
ex_template_problems (const ExTemplate *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  if (ex_text_is_blank (self->title))
    g_ptr_array_add (problems, g_strdup (_("A template needs a title.")));
  if (self->decimals < 0 || self->decimals > 9)
    g_ptr_array_add (problems, g_strdup_printf (_("%d decimals cannot be shown: 0 to 9 would be right."), self->decimals));
  if (self->kind != EX_KIND_NUMBER && self->falls)
    g_ptr_array_add (problems, g_strdup (_("Only a number can be better when it is lower: a range and a milestone have no direction.")));

  return problems;
}

ExObjective *
ex_template_make_objective (const ExTemplate *self,
                            const char       *cycle_id,
                            const char       *leader_id)
{
  g_autofree char *id = ex_objective_make_id (cycle_id, leader_id, self->title);
  ExObjective *objective = ex_objective_new (id, cycle_id, leader_id, self->title, self->kind);

  objective->description = g_strdup (self->description);
  objective->unit = g_strdup (self->unit);
  objective->decimals = self->decimals;
  objective->aggregate = self->aggregate;
  objective->source = g_strdup (self->source);
  objective->cadence = self->cadence;
  objective->stage = g_strdup (self->stage);
  if (self->has_driver)
    {
      ExLink link = { self->driver, EX_CLAIM_NONE, EX_CLAIM_NONE };

      g_array_append_val (objective->links, link);
    }

  return objective;
}

ExTemplate *
ex_template_from_objective (const ExObjective *objective,
                            const char        *id)
{
  ExTemplate *self = ex_template_new (id, objective->title);

  self->description = g_strdup (objective->description);
  self->kind = objective->kind;
  self->unit = g_strdup (objective->unit);
  self->decimals = objective->decimals;
  self->aggregate = objective->aggregate;
  self->falls = objective->kind == EX_KIND_NUMBER && objective->target < objective->baseline;
  self->source = g_strdup (objective->source);
  self->cadence = objective->cadence;
  self->stage = g_strdup (objective->stage);
  self->has_driver = objective->links->len > 0;
  if (self->has_driver)
    self->driver = g_array_index (objective->links, ExLink, 0).driver;
  self->own = TRUE;

  return self;
}

void
ex_objectives_spread_weights (GPtrArray *objectives)
{
  g_autofree double *parts = g_new (double, objectives->len);
  g_autofree const char **ids = g_new (const char *, objectives->len);
  g_autofree gint64 *shares = g_new (gint64, objectives->len);

  if (objectives->len == 0)
    return;

  for (guint i = 0; i < objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);

      parts[i] = 1;
      ids[i] = objective->id;
    }

  ex_largest_remainder (EX_WHOLE_BP, parts, ids, objectives->len, shares);

  for (guint i = 0; i < objectives->len; i++)
    ((ExObjective *) g_ptr_array_index (objectives, i))->weight = (int) shares[i];
}

/* --- into the next cycle ----------------------------------------------------------------------------------------------- */

/* Which way the old ladder climbed: its first two points that differ say; 0: it had none. */
static int
find_direction (const ExObjective *objective)
{
  const double points[] = { objective->baseline, objective->threshold, objective->target, objective->stretch };
  double last = EX_UNSET;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      if (isnan (points[i]))
        continue;
      if (!isnan (last) && !ex_values_equal (points[i], last))
        return points[i] > last ? 1 : -1;
      last = points[i];
    }

  return 0;
}

static void
unset_unless_better (double  *point,
                     double   baseline,
                     int      direction,
                     gboolean may_equal)
{
  if (isnan (*point) || (may_equal && ex_values_equal (*point, baseline)))
    return;
  if (ex_values_equal (*point, baseline) || (*point - baseline) * direction <= 0)
    *point = EX_UNSET;
}

/* What has been reached already is no aim any more: the leader sets it anew. */
static void
carry_ladder (ExObjective     *next,
              const ExReading *reading)
{
  int direction = find_direction (next);

  if (next->kind != EX_KIND_NUMBER || reading == NULL || !reading->measured || !isfinite (reading->actual))
    return;

  next->baseline = reading->actual;
  if (direction == 0)
    return;

  unset_unless_better (&next->threshold, next->baseline, direction, TRUE);
  unset_unless_better (&next->target, next->baseline, direction, FALSE);
  unset_unless_better (&next->stretch, next->baseline, direction, FALSE);
}

/* A day at the end of a leap year's cycle would fall behind the end of the next. */
static ExDay
carry_due (ExDay          due,
           const ExCycle *from,
           const ExCycle *to)
{
  gint64 moved = (gint64) due - from->first + to->first;

  return due != EX_DAY_NONE ? (ExDay) CLAMP (moved, (gint64) to->first, (gint64) to->last) : EX_DAY_NONE;
}

ExObjective *
ex_objective_carry (const ExObjective *objective,
                    const ExReading   *reading,
                    const ExCycle     *from,
                    const ExCycle     *to,
                    GHashTable        *ids)
{
  ExObjective *next = ex_objective_copy (objective);
  const char *parent = ids != NULL && objective->parent_id != NULL ? g_hash_table_lookup (ids, objective->parent_id) : NULL;

  g_free (next->id);
  g_free (next->cycle_id);
  g_free (next->parent_id);
  next->id = ex_objective_make_id (to->id, objective->leader_id, objective->title);
  next->cycle_id = g_strdup (to->id);
  next->parent_id = g_strdup (parent);
  next->due = carry_due (objective->due, from, to);
  carry_ladder (next, reading);

  return next;
}
