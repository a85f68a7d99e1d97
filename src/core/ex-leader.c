#include "config.h"

#include "ex-leader.h"

#include "ex-blank.h"

#include <glib/gi18n-lib.h>

ExLeader *
ex_leader_new (const char *id,
               const char *name)
{
  ExLeader *self = g_new0 (ExLeader, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->incentive_target = -1;

  return self;
}

ExLeader *
ex_leader_copy (const ExLeader *self)
{
  ExLeader *copy = ex_leader_new (self->id, self->name);

  copy->title = g_strdup (self->title);
  copy->unit = g_strdup (self->unit);
  copy->email = g_strdup (self->email);
  copy->manager_id = g_strdup (self->manager_id);
  copy->incentive_target = self->incentive_target;
  copy->from = self->from;
  copy->to = self->to;

  return copy;
}

void
ex_leader_free (ExLeader *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->email);
  g_free (self->manager_id);
  g_free (self);
}

gboolean
ex_leader_equal (const ExLeader *a,
                 const ExLeader *b)
{
  return g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->unit, b->unit) == 0
         && g_strcmp0 (a->email, b->email) == 0
         && g_strcmp0 (a->manager_id, b->manager_id) == 0
         && a->incentive_target == b->incentive_target
         && a->from == b->from
         && a->to == b->to;
}

GPtrArray *
ex_leader_problems (const ExLeader *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  if (ex_text_is_blank (self->id))
    g_ptr_array_add (problems, g_strdup (_("A leader needs an id that no other leader has.")));
  if (ex_text_is_blank (self->name))
    g_ptr_array_add (problems, g_strdup (_("A leader needs a name.")));
  if (!ex_text_is_blank (self->id) && g_strcmp0 (self->id, self->manager_id) == 0)
    g_ptr_array_add (problems, g_strdup_printf (_("“%s” cannot be their own manager."), self->id));

  if (self->from != EX_DAY_NONE && self->to != EX_DAY_NONE && self->from > self->to)
    {
      char from[EX_DAY_ISO_SIZE], to[EX_DAY_ISO_SIZE];

      ex_day_write (self->from, from);
      ex_day_write (self->to, to);
      g_ptr_array_add (problems, g_strdup_printf (_("The first day in role (%s) is after the last (%s)."), from, to));
    }

  if (self->incentive_target < -1)
    g_ptr_array_add (problems, g_strdup (_("An incentive target cannot be under 0.")));

  return problems;
}
