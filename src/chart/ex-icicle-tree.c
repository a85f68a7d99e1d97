/* What hangs on what, how wide it is, and in which order it is read. Nothing here is recursive: a parent always stands before what hangs on it, so that
 * one pass from the end adds up and one from the beginning hands out places; a chain of fifty thousand is no deeper than any other. */
#include "config.h"

#include "ex-icicle-chart-private.h"

#include <string.h>

/* Between what hangs together and what hangs in the air, as a share of the whole. */
#define LOOSE_GAP 0.015
/* Not so far down that the picture is all air. */
#define LOWEST_LEVEL 24

/* Where the next one under an item (or at the top) goes. */
typedef struct
{
  double at;
  guint  place;
} Cursor;

static void
add_up (ExIcicleChart *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ExIcicleItem *item = ex_icicle_item (self, i);

      item->row = MIN (item->level, LOWEST_LEVEL);
      if (item->parent >= 0)
        item->row = MAX (item->row, ex_icicle_item (self, item->parent)->row + 1);
      item->width = 0; /* of what hangs on it, so far */
      item->n_under = 1;
    }
  for (guint i = self->items->len; i-- > 0;)
    {
      ExIcicleItem *item = ex_icicle_item (self, i);

      item->width = MAX (item->width, item->weight);
      if (item->parent < 0)
        continue;
      ex_icicle_item (self, item->parent)->width += item->width;
      ex_icicle_item (self, item->parent)->n_under += item->n_under;
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer self)
{
  const ExIcicleItem *x = ex_icicle_item ((ExIcicleChart *) self, *(const guint *) a);
  const ExIcicleItem *y = ex_icicle_item ((ExIcicleChart *) self, *(const guint *) b);

  return x->row < y->row ? -1 : x->row > y->row;
}

/* What stands at the top, the loose ones last, from the top down. (element-type guint) */
static GArray *
roots_in_order (ExIcicleChart *self, guint *n_held)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->items->len; i++)
    {
      const ExIcicleItem *item = ex_icicle_item (self, i);

      if (item->parent < 0)
        g_array_append_val (item->loose ? loose : roots, i);
    }
  *n_held = roots->len;
  g_array_sort_with_data (loose, compare_rows, self);
  g_array_append_vals (roots, loose->data, loose->len);

  return roots;
}

static void
put (ExIcicleItem *item, Cursor *cursor, Cursor *own)
{
  item->at = cursor->at;
  item->place = cursor->place;
  cursor->at += item->width;
  cursor->place += item->n_under;
  *own = (Cursor) { item->at, item->place + 1 };
}

static void
hand_out (ExIcicleChart *self)
{
  guint n_held = 0;
  g_autoptr (GArray) roots = roots_in_order (self, &n_held);
  g_autofree Cursor *cursors = g_new (Cursor, self->items->len + 1);
  Cursor top = { 0, 0 };

  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);

      if (i == n_held && i > 0)
        top.at *= 1 + LOOSE_GAP;
      put (ex_icicle_item (self, root), &top, &cursors[root]);
    }
  self->whole = top.at;
  for (guint i = 0; i < self->items->len; i++)
    {
      ExIcicleItem *item = ex_icicle_item (self, i);

      if (item->parent >= 0)
        put (item, &cursors[item->parent], &cursors[i]);
    }
}

static void
fill_rows (ExIcicleChart *self)
{
  guint n = self->items->len;
  g_autofree guint *next = NULL;

  self->n_rows = 0;
  for (guint i = 0; i < n; i++)
    {
      self->order[ex_icicle_item (self, i)->place] = i;
      self->n_rows = MAX (self->n_rows, ex_icicle_item (self, i)->row + 1);
    }
  self->row_start = g_renew (guint, self->row_start, self->n_rows + 1);
  self->cell_start = g_renew (guint, self->cell_start, self->n_rows + 1);
  memset (self->row_start, 0, (self->n_rows + 1) * sizeof (guint));
  memset (self->cell_start, 0, (self->n_rows + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    self->row_start[ex_icicle_item (self, i)->row + 1]++;
  for (guint row = 0; row < self->n_rows; row++)
    self->row_start[row + 1] += self->row_start[row];
  next = g_memdup2 (self->row_start, (self->n_rows + 1) * sizeof (guint));
  for (guint place = 0; place < n; place++)
    {
      ExIcicleItem *item = ex_icicle_item (self, self->order[place]);

      item->member = next[item->row]++;
      self->members[item->member] = self->order[place];
    }
}

void
ex_icicle_arrange (ExIcicleChart *self)
{
  guint n = self->items->len;

  if (self->arranged)
    return;
  self->order = g_renew (guint, self->order, n + 1);
  self->members = g_renew (guint, self->members, n + 1);
  self->drawn_in = g_renew (guint, self->drawn_in, n + 1);
  memset (self->drawn_in, 0, (n + 1) * sizeof (guint));
  add_up (self);
  hand_out (self);
  fill_rows (self);
  self->arranged = TRUE;
}

ExIcicleView
ex_icicle_view_of (ExIcicleChart *self, int focus)
{
  ExIcicleView view = { 0, MAX (self->whole, 1e-9), G_MAXUINT, 0 };
  guint first = 0, n = self->items->len;

  if (focus >= 0)
    {
      const ExIcicleItem *item = ex_icicle_item (self, focus);

      view.left = item->at;
      view.right = item->at + item->width;
      first = item->place;
      n = item->n_under;
    }
  for (guint i = first; i < first + n; i++)
    {
      guint row = ex_icicle_item (self, self->order[i])->row;

      view.top = MIN (view.top, row);
      view.bottom = MAX (view.bottom, row + 1);
    }

  return view;
}

guint
ex_icicle_member_at (ExIcicleChart *self, guint row, double at)
{
  guint low = self->row_start[row], high = self->row_start[row + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ExIcicleItem *item = ex_icicle_item (self, self->members[middle]);

      if (item->at + item->width <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
ex_icicle_n_visible (ExIcicleChart *self)
{
  ex_icicle_arrange (self);
  return self->focus >= 0 ? ex_icicle_item (self, self->focus)->n_under : self->items->len;
}

guint
ex_icicle_mark_item (ExIcicleChart *self, guint mark)
{
  ex_icicle_arrange (self);
  return self->order[(self->focus >= 0 ? ex_icicle_item (self, self->focus)->place : 0) + mark];
}

int
ex_icicle_mark_of (ExIcicleChart *self, guint item)
{
  guint place = ex_icicle_item (self, item)->place;
  guint first = self->focus >= 0 ? ex_icicle_item (self, self->focus)->place : 0;

  return place >= first && place < first + ex_icicle_n_visible (self) ? (int) (place - first) : -1;
}
