#include "config.h"

#include "ex-heatmap-chart.h"

#include "ex-axis.h"
#include "ex-heatmap-chart-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (ExHeatmapChart, ex_heatmap_chart, EX_TYPE_CHART)

static void
row_clear (gpointer data)
{
  ExHeatmapRow *row = data;

  g_free (row->name);
  g_free (row->key);
  g_free (row->collate);
}

static void
cell_clear (gpointer data)
{
  ExHeatmapCell *cell = data;

  g_free (cell->text);
  g_free (cell->detail);
  g_free (cell->key);
}

gboolean
ex_heatmap_has_value (const ExHeatmapCell *cell)
{
  return cell->kind == EX_CELL_PARTLY || cell->kind == EX_CELL_MEASURED;
}

const char *
ex_heatmap_cell_text (ExHeatmapChart *self, ExHeatmapCell *cell)
{
  if (cell->text == NULL)
    cell->text = ex_value_format_text (&self->format, cell->value, 0);

  return cell->text;
}

static void
forget_texts (ExHeatmapChart *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    g_clear_pointer (&g_array_index (self->cells, ExHeatmapCell, i).text, g_free);
}

/* ---- Marks ---- */

static guint
ex_heatmap_chart_n_marks (ExChart *chart)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);

  ex_heatmap_sort (self);
  return self->marks->len;
}

static const char *
ex_heatmap_chart_mark_key (ExChart *chart, guint mark)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  guint place;
  int column;

  if (!ex_heatmap_mark_spot (self, mark, &place, &column))
    return NULL;
  if (column < 0)
    return ex_heatmap_row (self, ex_heatmap_at (self, place))->key;

  return ex_heatmap_cell (self, ex_heatmap_at (self, place), (guint) column)->key;
}

static gboolean
ex_heatmap_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  guint place;
  int column;

  if (!ex_heatmap_mark_spot (self, mark, &place, &column))
    return FALSE;
  *rect = ex_heatmap_rect (self, place, column);
  return TRUE;
}

/* Every column is as wide as the next, but for the gaps around the total: the first guess is at most two too far. -1: the name, -2: a gap. */
static int
column_at (ExHeatmapChart *self, double x)
{
  int guess = (int) floor ((x - self->names) / self->column);

  if (x < self->names)
    return -1;
  for (int i = MIN (guess, (int) self->n_columns - 1); i >= MAX (0, guess - 2); i--)
    {
      double from = ex_heatmap_column_offset (self, (guint) i);

      if (x >= from && x <= from + self->column)
        return i;
    }

  return -2;
}

static int
ex_heatmap_chart_hit (ExChart *chart, double x, double y)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  double place = self->row > 0 ? floor ((y - self->area.y) / self->row) : -1;
  double from = ex_chart_get_rtl (chart) ? self->area.x + self->area.width - x : x - self->area.x;
  int column;

  ex_heatmap_sort (self);
  if (place < 0 || place >= self->rows->len || from < 0 || from > self->area.width)
    return -1;
  column = column_at (self, from);

  return column < -1 ? -1 : g_array_index (self->spots, int, (guint) place * (self->n_columns + 1) + (guint) (column + 1));
}

static gboolean
ex_heatmap_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

static gboolean
ex_heatmap_chart_has_motion (ExChart *chart)
{
  return EX_HEATMAP_CHART (chart)->moved;
}

static void
ex_heatmap_chart_end_motion (ExChart *chart)
{
  EX_HEATMAP_CHART (chart)->moved = FALSE;
}

/* ---- The object ---- */

static void
ex_heatmap_chart_finalize (GObject *object)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (object);

  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->heading, g_free);
  ex_value_format_clear (&self->format);
  ex_value_format_clear (&self->scale_format);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  ex_heatmap_legend_clear (&self->legend);

  G_OBJECT_CLASS (ex_heatmap_chart_parent_class)->finalize (object);
}

static void
ex_heatmap_chart_class_init (ExHeatmapChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_heatmap_chart_finalize;

  chart_class->layout = ex_heatmap_chart_layout;
  chart_class->draw = ex_heatmap_chart_draw;
  chart_class->draw_hover = ex_heatmap_chart_draw_hover;
  chart_class->hit = ex_heatmap_chart_hit;
  chart_class->n_marks = ex_heatmap_chart_n_marks;
  chart_class->mark_text = ex_heatmap_chart_mark_text;
  chart_class->mark_rect = ex_heatmap_chart_mark_rect;
  chart_class->table = ex_heatmap_chart_table;
  chart_class->describe = ex_heatmap_chart_describe;
  chart_class->mirrored = ex_heatmap_chart_mirrored;
  chart_class->mark_key = ex_heatmap_chart_mark_key;
  chart_class->neighbour = ex_heatmap_chart_neighbour;
  chart_class->natural_height = ex_heatmap_chart_natural_height;
  chart_class->has_motion = ex_heatmap_chart_has_motion;
  chart_class->draw_motion = ex_heatmap_chart_draw_motion;
  chart_class->end_motion = ex_heatmap_chart_end_motion;
}

static void
ex_heatmap_chart_init (ExHeatmapChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (ExHeatmapRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (ExHeatmapCell));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spots = g_array_new (FALSE, FALSE, sizeof (int));
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ex_label_free);
  g_array_set_clear_func (self->rows, row_clear);
  g_array_set_clear_func (self->cells, cell_clear);
  self->total = -1;
  self->order_column = -1;
  self->middle = 0.5;
  self->high = 1;
}

static void
changed (ExHeatmapChart *self)
{
  self->sorted = FALSE;
  ex_chart_changed (EX_CHART (self));
}

static char *
one_line (const char *text)
{
  return g_strdelimit (g_utf8_make_valid (text, -1), "\n\r\t\v\f", ' ');
}

ExChart *
ex_heatmap_chart_new (const char *const *columns)
{
  ExHeatmapChart *self = g_object_new (EX_TYPE_HEATMAP_CHART, NULL);

  g_return_val_if_fail (columns != NULL, EX_CHART (self));

  self->n_columns = g_strv_length ((char **) columns);
  self->columns = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i] = one_line (columns[i]);
  return EX_CHART (self);
}

void
ex_heatmap_chart_set_total_column (ExHeatmapChart *self, int column)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));
  g_return_if_fail (column >= -1 && column < (int) self->n_columns);

  self->total = column;
  changed (self);
}

void
ex_heatmap_chart_set_scale (ExHeatmapChart *self, double low, double middle, double high)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));
  g_return_if_fail (low <= middle && middle <= high);

  self->low = ex_axis_tame (low);
  self->middle = ex_axis_tame (middle);
  self->high = ex_axis_tame (high);
  ex_chart_changed (EX_CHART (self));
}

void
ex_heatmap_chart_set_value_text (ExHeatmapChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  forget_texts (self);
  ex_chart_changed (EX_CHART (self));
}

void
ex_heatmap_chart_set_scale_text (ExHeatmapChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));

  ex_value_format_set (&self->scale_format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_heatmap_chart_set_heading (ExHeatmapChart *self, const char *rows)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));

  g_free (self->heading);
  self->heading = g_strdup (rows);
  ex_chart_changed (EX_CHART (self));
}

guint
ex_heatmap_chart_add_row (ExHeatmapChart *self, const char *name, guint depth, const char *key)
{
  ExHeatmapRow row = { .depth = depth };

  g_return_val_if_fail (EX_IS_HEATMAP_CHART (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  row.name = one_line (name);
  row.key = g_strdup (key);
  row.collate = g_utf8_collate_key_for_filename (row.name, -1);
  row.place = row.before = self->rows->len;
  g_array_append_val (self->rows, row);
  g_array_set_size (self->cells, self->rows->len * self->n_columns);
  self->moved = FALSE; /* it was nowhere before */
  changed (self);

  return self->rows->len - 1;
}

void
ex_heatmap_chart_set_cell (ExHeatmapChart *self, guint row, guint column, ExCellKind kind, double value, const char *detail, const char *key)
{
  ExHeatmapCell *cell = NULL;

  g_return_if_fail (EX_IS_HEATMAP_CHART (self));
  g_return_if_fail (row < self->rows->len && column < self->n_columns);

  cell = ex_heatmap_cell (self, row, column);
  cell_clear (cell);
  cell->kind = isnan (value) && kind > EX_CELL_NOT_MEASURED ? EX_CELL_NOT_MEASURED : kind;
  cell->value = ex_heatmap_has_value (cell) ? ex_axis_tame (value) : NAN;
  cell->text = NULL;
  cell->detail = g_strdup (detail);
  cell->key = g_strdup (key);
  changed (self);
}

void
ex_heatmap_chart_set_order (ExHeatmapChart *self, ExHeatmapOrder order, int column)
{
  g_return_if_fail (EX_IS_HEATMAP_CHART (self));
  g_return_if_fail (column >= -1 && column < (int) self->n_columns);

  if (self->order == order && self->order_column == column)
    return;
  ex_heatmap_remember (self);
  self->order = order;
  self->order_column = column;
  self->sorted = FALSE;
  ex_heatmap_find_moved (self);
  ex_chart_changed (EX_CHART (self));
}
