/* The parts of an icicle in pixels: those too narrow to be seen joined with their neighbours, and the one at a place. */
#include "config.h"

#include "ex-icicle-chart-private.h"

#include <math.h>

/* Narrower, a part is joined with those beside it. */
#define NARROWEST 2.0
#define LEAST_WITH_MORE_AIR 7.0

double
ex_icicle_row_height (ExIcicleChart *self, const ExIcicleView *view)
{
  return MIN (self->area.height / MAX (view->bottom - view->top, 1e-9), EX_ICICLE_HIGHEST_ROW * ex_chart_get_em (EX_CHART (self)));
}

static double
pixel (ExIcicleChart *self, const ExIcicleView *view, double at)
{
  return round ((at - view->left) / (view->right - view->left) * self->area.width);
}

static void
join (ExIcicleCell *cell, const ExIcicleItem *item, double end)
{
  cell->count++;
  cell->width = MAX (cell->width, end - cell->start);
  cell->tones[item->tone] += item->width;
  cell->loose = cell->loose && item->loose;
}

/* Joined are neighbours under the same parent, or under parents that are themselves drawn as one. */
static gboolean
continues (ExIcicleChart *self, const ExIcicleCell *cell, const ExIcicleItem *last, const ExIcicleItem *item, double start)
{
  if (cell->start + cell->width < start - 1 || last->loose != item->loose)
    return FALSE;
  if (last->parent == item->parent)
    return TRUE;

  return last->parent >= 0 && item->parent >= 0 && self->drawn_in[last->parent] == self->drawn_in[item->parent];
}

static void
mark_end (ExIcicleChart *self, ExIcicleCell *cell, const ExIcicleItem *next)
{
  cell->last = ex_icicle_item (self, self->members[cell->first + cell->count - 1])->parent != next->parent;
}

static void
find_row (ExIcicleChart *self, const ExIcicleView *view, guint row, GArray *cells)
{
  guint i = ex_icicle_member_at (self, row, view->left), first = cells->len;
  gboolean open = FALSE; /* the last cell is one of narrow ones and can take more */

  for (; i < self->row_start[row + 1]; i++)
    {
      const ExIcicleItem *item = ex_icicle_item (self, self->members[i]);
      const ExIcicleItem *last = open ? ex_icicle_item (self, self->members[i - 1]) : NULL;
      double start = CLAMP (pixel (self, view, item->at), 0, self->area.width - 1), end = MIN (pixel (self, view, item->at + item->width), self->area.width);
      ExIcicleCell *before = open ? &g_array_index (cells, ExIcicleCell, cells->len - 1) : NULL;
      ExIcicleCell cell = { .first = i, .start = start, .loose = item->loose };

      if (item->at >= view->right)
        break;
      if (before != NULL && end - start < NARROWEST && continues (self, before, last, item, start))
        join (before, item, end);
      else
        {
          join (&cell, item, end);
          if (cells->len > first)
            mark_end (self, &g_array_index (cells, ExIcicleCell, cells->len - 1), item);
          g_array_append_val (cells, cell);
          open = end - start < NARROWEST;
        }
      self->drawn_in[self->members[i]] = cells->len - 1;
    }
}

void
ex_icicle_find_cells (ExIcicleChart *self, const ExIcicleView *view, GArray *cells, guint *cell_start)
{
  g_array_set_size (cells, 0);
  for (guint row = 0; row < self->n_rows; row++)
    {
      cell_start[row] = cells->len;
      if (row + 1 > view->top && row < view->bottom)
        find_row (self, view, row, cells);
    }
  cell_start[self->n_rows] = cells->len;
}

/* On whole pixels, with one of air beside and below, where there is room for that, and more at the end of what hangs together. */
ExRect
ex_icicle_cell_rect (ExIcicleChart *self, const ExIcicleView *view, guint row, const ExIcicleCell *cell)
{
  double height = ex_icicle_row_height (self, view);
  double top = (row - view->top) * height, bottom = top + height;
  double air = cell->last && cell->width >= LEAST_WITH_MORE_AIR ? 3 : cell->width >= 2 ? 1 : 0;
  double width = MAX (cell->width - air, 1);
  double start = cell->start;

  if (height >= 4)
    {
      top = round (top);
      bottom = round (bottom) - 1;
    }
  return (ExRect) { ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width - start - width : self->area.x + start, self->area.y + top,
                    width, bottom - top };
}

int
ex_icicle_item_at (ExIcicleChart *self, double x, double y)
{
  double row = floor (self->view.top + (y - self->area.y) / ex_icicle_row_height (self, &self->view));
  double along = ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width - x : x - self->area.x;
  double at = self->view.left + along / self->area.width * (self->view.right - self->view.left);
  const ExIcicleCell *cell = NULL;
  guint low, high;

  if (row < self->view.top || row >= self->view.bottom || along < 0 || along > self->area.width)
    return -1;
  low = self->cell_start[(guint) row];
  high = self->cell_start[(guint) row + 1];
  while (low < high) /* the first cell that begins behind the place; the one before it is meant */
    {
      guint middle = low + (high - low) / 2;

      if (ex_icicle_cell (self, middle)->start <= along)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->cell_start[(guint) row])
    return -1;
  cell = ex_icicle_cell (self, low - 1);
  if (low - 1 > self->cell_start[(guint) row] && ex_icicle_cell (self, low - 2)->start == cell->start && along < cell->start + 1)
    cell = ex_icicle_cell (self, low - 2); /* no pixel wide, it lies on the first of the next */
  if (along > cell->start + MAX (cell->width, 1))
    return -1;

  return (int) self->members[CLAMP (ex_icicle_member_at (self, (guint) row, at), cell->first, cell->first + cell->count - 1)];
}

const ExIcicleCell *
ex_icicle_cell_of (ExIcicleChart *self, const ExIcicleItem *item)
{
  guint low = self->cell_start[item->row], high = self->cell_start[item->row + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ExIcicleCell *cell = ex_icicle_cell (self, middle);

      if (item->member >= cell->first && item->member < cell->first + cell->count)
        return cell;
      if (item->member < cell->first)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}
