#include "config.h"

#include "ex-error.h"
#include "ex-leader.h"

#include <glib/gi18n-lib.h>

#define NAMES_SHOWN 12 /* of a long loop: enough to find it */

static gboolean
fill_index (ExTree          *self,
            const GPtrArray *leaders,
            GError         **error)
{
  for (guint i = 0; i < leaders->len; i++)
    {
      const ExLeader *leader = g_ptr_array_index (leaders, i);

      if (!g_hash_table_insert (self->by_id, leader->id, GINT_TO_POINTER ((int) i + 1)))
        {
          g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                       _("Two leaders have the id “%s”: each needs one of their own."), leader->id);
          return FALSE;
        }
    }

  return TRUE;
}

/* From the last to the first, so that each goes before the siblings that are already there. */
static void
fill_family (ExTree          *self,
             const GPtrArray *leaders)
{
  for (guint i = 0; i < self->n; i++)
    {
      const ExLeader *leader = g_ptr_array_index (leaders, i);

      self->parent[i] = leader->manager_id != NULL ? ex_tree_index (self, leader->manager_id) : -1;
      self->first_child[i] = -1;
      self->next_sibling[i] = -1;
    }

  for (guint i = self->n; i-- > 0;)
    {
      int parent = self->parent[i];

      if (parent < 0)
        continue;
      self->next_sibling[i] = self->first_child[parent];
      self->first_child[parent] = (int) i;
    }
}

/* How many leaders were reached from the tops; fewer than all when there is a loop. */
static guint
fill_order (ExTree *self)
{
  guint reached = 0;

  for (guint top = 0; top < self->n; top++)
    {
      if (self->parent[top] >= 0)
        continue;

      for (int i = (int) top; i >= 0; i = ex_tree_next (self, i, (int) top))
        {
          self->level[i] = self->parent[i] >= 0 ? self->level[self->parent[i]] + 1 : 0;
          self->order[reached++] = (guint) i;
        }
    }

  return reached;
}

/* Somebody on a loop, given that there is one: climbing on from any leader who was not reached comes round for ever. */
static int
find_loop (const ExTree *self,
           guint         reached)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->n);
  int i = 0;

  for (guint k = 0; k < reached; k++)
    seen[self->order[k]] = TRUE;
  while (seen[i])
    i++;

  for (guint climbed = 0; climbed < self->n; climbed++)
    i = self->parent[i];

  return i;
}

static void
set_loop_error (GError         **error,
                const ExTree    *self,
                const GPtrArray *leaders,
                int              start)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint length = 0;
  int i = start;

  do
    {
      const ExLeader *leader = g_ptr_array_index (leaders, i);

      if (length++ < NAMES_SHOWN)
        g_string_append_printf (names, "%s (%s) → ", leader->name, leader->id);
      i = self->parent[i];
    }
  while (i != start);

  if (length > NAMES_SHOWN)
    g_string_append (names, "… → ");
  g_string_append (names, ((const ExLeader *) g_ptr_array_index (leaders, start))->name);

  if (length == 1)
    g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                 _("Somebody reports to themselves: %s. They need another manager, or none."), names->str);
  else
    g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                 _("These leaders report to each other in a circle: %s. One of them needs another manager, or none."),
                 names->str);
}

ExTree *
ex_tree_new (const GPtrArray *leaders,
             GError         **error)
{
  g_autoptr (ExTree) self = g_new0 (ExTree, 1);
  guint reached;

  self->n = leaders->len;
  self->parent = g_new (int, self->n);
  self->first_child = g_new (int, self->n);
  self->next_sibling = g_new (int, self->n);
  self->level = g_new0 (guint, self->n);
  self->order = g_new (guint, self->n);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (!fill_index (self, leaders, error))
    return NULL;

  fill_family (self, leaders);
  reached = fill_order (self);
  if (reached < self->n)
    {
      set_loop_error (error, self, leaders, find_loop (self, reached));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ex_tree_free (ExTree *self)
{
  if (self == NULL)
    return;

  g_free (self->parent);
  g_free (self->first_child);
  g_free (self->next_sibling);
  g_free (self->level);
  g_free (self->order);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

int
ex_tree_index (const ExTree *self,
               const char   *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1 : -1;
}

/* Without recursion: a chain may be 10,000 long. */
int
ex_tree_next (const ExTree *self,
              int           index,
              int           top)
{
  if (self->first_child[index] >= 0)
    return self->first_child[index];

  while (index != top && self->next_sibling[index] < 0)
    index = self->parent[index];

  return index == top ? -1 : self->next_sibling[index];
}

gboolean
ex_tree_is_below (const ExTree *self,
                  int           index,
                  int           manager_index)
{
  g_return_val_if_fail (index >= 0 && (guint) index < self->n, FALSE);

  do
    index = self->parent[index];
  while (index >= 0 && index != manager_index);

  return index >= 0;
}
