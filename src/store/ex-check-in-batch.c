#include "config.h"

#include "ex-check-in-batch.h"

#include <string.h>

/* The group of every row, numbered as they turn up. Ids are usually interned, so a pointer seen before is an id seen before; a new
 * pointer is looked up by its text as well. */
static guint32 *
number_groups (ExCheckInBatch *self)
{
  g_autoptr (GHashTable) by_pointer = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 *number = g_new (guint32, MAX (self->n, 1));
  const char *last = NULL;
  guint32 current = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const char *id = self->rows[i].objective_id != NULL ? self->rows[i].objective_id : "";

      if (id != last)
        {
          current = GPOINTER_TO_UINT (g_hash_table_lookup (by_pointer, id));
          if (current == 0)
            current = GPOINTER_TO_UINT (g_hash_table_lookup (by_text, id));
          if (current == 0)
            {
              ExCheckInGroup group = { .objective_id = id };

              g_array_append_val (self->groups, group);
              current = self->groups->len;
              g_hash_table_insert (by_text, (gpointer) id, GUINT_TO_POINTER (current));
            }
          g_hash_table_insert (by_pointer, (gpointer) id, GUINT_TO_POINTER (current));
          last = id;
        }
      number[i] = current - 1;
      g_array_index (self->groups, ExCheckInGroup, current - 1).n++;
    }
  return number;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const ExCheckInGroup *groups = data;

  return strcmp (groups[*(const guint32 *) a].objective_id, groups[*(const guint32 *) b].objective_id);
}

static gboolean
is_sorted (const GArray *groups)
{
  for (guint i = 1; i < groups->len; i++)
    if (strcmp (g_array_index (groups, ExCheckInGroup, i - 1).objective_id, g_array_index (groups, ExCheckInGroup, i).objective_id) > 0)
      return FALSE;
  return TRUE;
}

/* Sorts the groups and gives each its place in the order; *@place is where the next row of a group goes, by its old number. */
static guint32 *
place_groups (ExCheckInBatch *self)
{
  guint n = self->groups->len;
  g_autofree guint32 *rank = g_new (guint32, MAX (n, 1));
  guint32 *place = g_new (guint32, MAX (n, 1));
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (ExCheckInGroup), n);
  guint first = 0;

  for (guint i = 0; i < n; i++)
    rank[i] = i;
  if (!is_sorted (self->groups))
    g_qsort_with_data (rank, (int) n, sizeof *rank, compare_groups, self->groups->data);
  for (guint i = 0; i < n; i++)
    {
      ExCheckInGroup group = g_array_index (self->groups, ExCheckInGroup, rank[i]);

      group.first = first;
      place[rank[i]] = first;
      first += group.n;
      g_array_append_val (sorted, group);
    }
  g_array_unref (self->groups);
  self->groups = sorted;
  return place;
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const ExCheckInRow *rows = data;
  ExDay first = rows[*(const guint32 *) a].day, second = rows[*(const guint32 *) b].day;

  return (first > second) - (first < second);
}

static void
sort_days (ExCheckInBatch *self)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      const ExCheckInGroup *group = &g_array_index (self->groups, ExCheckInGroup, g);
      gboolean sorted = TRUE;

      for (guint i = 1; i < group->n && sorted; i++)
        sorted = ex_check_in_batch_row (self, group, i - 1)->day <= ex_check_in_batch_row (self, group, i)->day;
      if (!sorted)
        g_qsort_with_data (self->order + group->first, (int) group->n, sizeof *self->order, compare_days, (gpointer) self->rows);
    }
}

ExCheckInBatch *
ex_check_in_batch_new (const GArray *rows)
{
  ExCheckInBatch *self = g_new0 (ExCheckInBatch, 1);
  g_autofree guint32 *number = NULL;
  g_autofree guint32 *place = NULL;

  self->rows = (const ExCheckInRow *) (gconstpointer) rows->data;
  self->n = rows->len;
  self->groups = g_array_new (FALSE, FALSE, sizeof (ExCheckInGroup));
  self->order = g_new (guint32, MAX (self->n, 1));
  number = number_groups (self);
  place = place_groups (self);
  for (guint i = 0; i < self->n; i++)
    self->order[place[number[i]]++] = i;
  sort_days (self);
  return self;
}

void
ex_check_in_batch_free (ExCheckInBatch *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->groups->len; i++)
    g_free (g_array_index (self->groups, ExCheckInGroup, i).title);
  g_array_unref (self->groups);
  g_free (self->order);
  g_free (self);
}
