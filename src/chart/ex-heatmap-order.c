/* The order of a heatmap's rows, the marks that follow from it, and the ways between them. */
#include "config.h"

#include "ex-heatmap-chart-private.h"

#include <math.h>

/* ---- Sorting ---- */

static double
mean_of (ExHeatmapChart *self, guint row)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const ExHeatmapCell *cell = ex_heatmap_cell (self, row, i);

      if (!ex_heatmap_has_value (cell))
        continue;
      sum += cell->value;
      n++;
    }

  return n > 0 ? sum / n : NAN;
}

static double
size_of (ExHeatmapChart *self, guint row)
{
  int column = self->order_column >= 0 ? self->order_column : self->total;
  const ExHeatmapCell *cell = NULL;

  if (column < 0 || column >= (int) self->n_columns)
    return mean_of (self, row);
  cell = ex_heatmap_cell (self, row, (guint) column);

  return ex_heatmap_has_value (cell) ? cell->value : NAN;
}

typedef struct
{
  guint       row;
  double      size;
  const char *name;
} Sorted;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *first = a, *second = b;
  ExHeatmapOrder order = (ExHeatmapOrder) GPOINTER_TO_INT (data);
  int found = 0;

  if (order == EX_HEATMAP_BY_NAME)
    found = g_strcmp0 (first->name, second->name);
  else if (order == EX_HEATMAP_BY_SIZE)
    found = isnan (first->size) || isnan (second->size) ? isnan (first->size) - isnan (second->size)
                                                        : (first->size < second->size) - (first->size > second->size);

  return found != 0 ? found : (int) first->row - (int) second->row;
}

static void
sort_rows (ExHeatmapChart *self)
{
  guint n = self->rows->len;
  g_autofree Sorted *sorted = g_new (Sorted, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    sorted[i] = (Sorted) { i, self->order == EX_HEATMAP_BY_SIZE ? size_of (self, i) : NAN, ex_heatmap_row (self, i)->collate };
  if (self->order != EX_HEATMAP_BY_TREE)
    g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_cb, GINT_TO_POINTER (self->order));

  g_array_set_size (self->places, n);
  for (guint i = 0; i < n; i++)
    {
      ex_heatmap_at (self, i) = sorted[i].row;
      ex_heatmap_row (self, sorted[i].row)->place = i;
    }
}

static void
collect_marks (ExHeatmapChart *self)
{
  guint stride = self->n_columns + 1;

  g_array_set_size (self->marks, 0);
  g_array_set_size (self->spots, self->rows->len * stride);
  for (guint i = 0; i < self->rows->len * stride; i++)
    {
      guint row = ex_heatmap_at (self, i / stride), column = i % stride;
      gboolean is_mark = column == 0 || ex_heatmap_cell (self, row, column - 1)->kind != EX_CELL_NONE;

      g_array_index (self->spots, int, i) = is_mark ? (int) self->marks->len : -1;
      if (is_mark)
        g_array_append_val (self->marks, i);
    }
}

void
ex_heatmap_sort (ExHeatmapChart *self)
{
  if (self->sorted)
    return;
  self->sorted = TRUE;
  sort_rows (self);
  collect_marks (self);
}

/* ---- Motion ---- */

void
ex_heatmap_remember (ExHeatmapChart *self)
{
  ex_heatmap_sort (self);
  for (guint i = 0; i < self->rows->len; i++)
    ex_heatmap_row (self, i)->before = ex_heatmap_row (self, i)->place;
}

/* Nobody has seen what was never drawn. */
void
ex_heatmap_find_moved (ExHeatmapChart *self)
{
  ex_heatmap_sort (self);
  self->moved = FALSE;
  for (guint i = 0; i < self->rows->len && ex_chart_get_frame (EX_CHART (self))->width > 0; i++)
    self->moved |= ex_heatmap_row (self, i)->before != ex_heatmap_row (self, i)->place;
}

/* ---- Marks ---- */

gboolean
ex_heatmap_mark_spot (ExHeatmapChart *self, guint mark, guint *place, int *column)
{
  guint spot;

  ex_heatmap_sort (self);
  if (mark >= self->marks->len)
    return FALSE;
  spot = g_array_index (self->marks, guint, mark);
  *place = spot / (self->n_columns + 1);
  *column = (int) (spot % (self->n_columns + 1)) - 1;

  return TRUE;
}

/* Over what is empty, to the next that is there. */
int
ex_heatmap_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  int stride = (int) self->n_columns + 1, across = 0, down = 0;
  int forward = ex_chart_get_rtl (chart) ? -1 : 1;
  guint place;
  int column;

  if (!ex_heatmap_mark_spot (self, mark, &place, &column))
    return -1;
  if (way == EX_WAY_LEFT || way == EX_WAY_RIGHT)
    across = way == EX_WAY_RIGHT ? forward : -forward;
  else
    down = way == EX_WAY_DOWN ? 1 : -1;
  for (int x = column + 1 + across, y = (int) place + down; x >= 0 && x < stride && y >= 0 && y < (int) self->rows->len; x += across, y += down)
    {
      int found = g_array_index (self->spots, int, y * stride + x);

      if (found >= 0)
        return found;
    }

  return -1;
}
