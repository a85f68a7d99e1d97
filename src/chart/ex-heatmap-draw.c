/* How a heatmap is painted: tone by tone, then what is hatched, then signs and figures; at rest, and on the way to another order. */
#include "config.h"

#include "ex-heatmap-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* Lower or narrower cells stand without a gap, and without the sign that they are measured in part. */
#define ROOM_OF_GAP 5.0
#define ROOM_OF_WIDE_GAP 16.0
#define ROOM_OF_SIGN 8.0
#define LARGEST_SIGN 6.0
#define SIGN_INSET 2.0
#define TICK 5.0

typedef struct
{
  guint  row, column;
  ExRect rect; /* on whole pixels */
  int    step;
} Painted;

static double
gap_of (double size)
{
  return size >= ROOM_OF_WIDE_GAP ? 2 : size >= ROOM_OF_GAP ? 1 : 0;
}

static double
place_of (ExHeatmapChart *self, guint row, double t)
{
  double before = ex_heatmap_row (self, row)->before, now = ex_heatmap_row (self, row)->place;

  return t < 1 ? before + (now - before) * t : now;
}

/* The cell without its gaps, on whole pixels: no seam shows between two that touch. */
static ExRect
painted_rect (ExHeatmapChart *self, double place, guint column)
{
  ExRect rect = ex_heatmap_rect (self, place, (int) column);
  double gap_x = gap_of (rect.width), gap_y = gap_of (rect.height);
  double left = round (rect.x), top = round (rect.y);
  double right = MAX (round (rect.x + rect.width), left + 1), bottom = MAX (round (rect.y + rect.height), top + 1);

  return (ExRect) { left, top, right - left - (right - left > gap_x ? gap_x : 0), bottom - top - (bottom - top > gap_y ? gap_y : 0) };
}

/* ---- Signs ---- */

/* A corner turned over, at the end of reading, inside the cell: at its very edge it would look cut off. */
void
ex_heatmap_paint_partly (cairo_t *cr, const ExRect *rect, gboolean rtl, const ExColor *ink)
{
  double size = MIN (LARGEST_SIGN, MIN (rect->width, rect->height) / 2.5);
  double x = rtl ? rect->x + SIGN_INSET : rect->x + rect->width - SIGN_INSET, y = rect->y + SIGN_INSET;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, rtl ? x + size : x - size, y);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  ex_paint_set_color (cr, ink);
  cairo_fill (cr);
}

/* ---- The cells ---- */

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return ((const Painted *) a)->step - ((const Painted *) b)->step;
}

/* Whether something of a row is in the part that is asked for. */
static gboolean
is_seen (ExHeatmapChart *self, cairo_t *cr, guint row, double t)
{
  ExRect rect = ex_heatmap_rect (self, place_of (self, row, t), -1);
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return rect.y <= bottom + 1 && rect.y + rect.height >= top - 1;
}

static void
collect_row (ExHeatmapChart *self, guint row, double place, GArray *painted, GArray *hatched)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const ExHeatmapCell *cell = ex_heatmap_cell (self, row, i);
      Painted one = { row, i, { 0 }, 0 };

      if (cell->kind == EX_CELL_NONE)
        continue;
      one.rect = painted_rect (self, place, i);
      if (cell->kind == EX_CELL_NOT_MEASURED)
        {
          g_array_append_val (hatched, one.rect);
          continue;
        }
      one.step = ex_heatmap_step (self, cell->value);
      g_array_append_val (painted, one);
    }
}

/* The cells of @n rows that have a value, by tone; those that are not measured into @hatched. (transfer full) (element-type Painted) */
static GArray *
collect_cells (ExHeatmapChart *self, cairo_t *cr, guint first, guint n, double t, GArray *hatched)
{
  GArray *painted = g_array_sized_new (FALSE, FALSE, sizeof (Painted), n * self->n_columns);

  for (guint i = first; i < first + n; i++)
    if (is_seen (self, cr, i, t))
      collect_row (self, i, place_of (self, i, t), painted, hatched);
  g_array_sort (painted, compare_cb);

  return painted;
}

static void
paint_tones (cairo_t *cr, const GArray *painted, const ExHeatmapTone *tones)
{
  for (guint i = 0; i < painted->len; i++)
    {
      const Painted *one = &g_array_index (painted, Painted, i);

      cairo_rectangle (cr, one->rect.x, one->rect.y, one->rect.width, one->rect.height);
      if (i + 1 < painted->len && g_array_index (painted, Painted, i + 1).step == one->step)
        continue;
      ex_paint_set_color (cr, &tones[EX_HEATMAP_STEPS + one->step].fill);
      cairo_fill (cr);
    }
}

/* What is behind, the closer the further. */
static void
paint_hatches (cairo_t *cr, const GArray *painted, const ExHeatmapTone *tones)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (ExRect));

  for (guint i = 0; i < painted->len; i++)
    {
      const Painted *one = &g_array_index (painted, Painted, i);
      double apart = ex_heatmap_hatch_of (one->step);

      if (apart == 0)
        break;
      g_array_append_val (rects, one->rect);
      if (i + 1 < painted->len && ex_heatmap_hatch_of (g_array_index (painted, Painted, i + 1).step) == apart)
        continue;
      ex_heatmap_paint_lines (cr, rects, apart, 0.7, &tones[EX_HEATMAP_STEPS + one->step].ink);
      g_array_set_size (rects, 0);
    }
}

static void
paint_figures (ExHeatmapChart *self, cairo_t *cr, const GArray *painted, const ExHeatmapTone *tones)
{
  for (guint i = 0; i < painted->len; i++)
    {
      const Painted *one = &g_array_index (painted, Painted, i);
      const ExLabel *figure = ex_heatmap_figure (self, ex_heatmap_cell_text (self, ex_heatmap_cell (self, one->row, one->column)));

      if (figure->rect.width > one->rect.width)
        continue;
      ex_paint_set_color (cr, &tones[EX_HEATMAP_STEPS + one->step].ink);
      cairo_move_to (cr, one->rect.x + (one->rect.width - figure->rect.width) / 2 - figure->x_offset,
                     one->rect.y + (one->rect.height - figure->rect.height) / 2);
      pango_cairo_show_layout (cr, figure->layout);
    }
}

static void
paint_signs (ExHeatmapChart *self, cairo_t *cr, const GArray *painted, const ExHeatmapTone *tones)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));

  for (guint i = 0; i < painted->len; i++)
    {
      const Painted *one = &g_array_index (painted, Painted, i);

      if (ex_heatmap_cell (self, one->row, one->column)->kind == EX_CELL_PARTLY && MIN (one->rect.width, one->rect.height) >= ROOM_OF_SIGN)
        ex_heatmap_paint_partly (cr, &one->rect, rtl, &tones[EX_HEATMAP_STEPS + one->step].ink);
    }
}

/* Where not every row is named: from the name to the middle of its row. */
static void
paint_ticks (ExHeatmapChart *self, cairo_t *cr, double t, const ExPalette *palette)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double edge = rtl ? self->area.x + self->area.width - self->names + 1 : self->area.x + self->names - 1;

  for (guint i = 0; i < self->rows->len && self->thinned; i++)
    {
      double y = floor (self->area.y + (place_of (self, i, t) + 0.5) * self->row) + 0.5;

      if (ex_heatmap_row (self, i)->label != NULL)
        ex_paint_line (cr, edge, y, rtl ? edge + TICK : edge - TICK, y, 1, &palette->dim);
    }
}

static void
paint_cells (ExHeatmapChart *self, cairo_t *cr, guint first, guint n, const ExHeatmapTone *tones, const ExPalette *palette, double t)
{
  g_autoptr (GArray) hatched = g_array_new (FALSE, FALSE, sizeof (ExRect));
  g_autoptr (GArray) painted = collect_cells (self, cr, first, n, t, hatched);

  paint_tones (cr, painted, tones);
  ex_heatmap_paint_unmeasured (cr, hatched, palette);
  if (ex_heatmap_is_hatched (self, palette))
    paint_hatches (cr, painted, tones);
  paint_signs (self, cr, painted, tones);
  if (self->figures > 0)
    paint_figures (self, cr, painted, tones);
}

/* All at once; on their way each row over those that it passes. */
static void
paint (ExHeatmapChart *self, cairo_t *cr, const ExPalette *palette, double t)
{
  ExHeatmapTone tones[EX_HEATMAP_TONES];
  guint n = self->rows->len, at_once = t < 1 ? 1 : n;

  if (n == 0)
    return;
  ex_heatmap_tones (palette, ex_heatmap_contrast (EX_CHART (self)), tones);
  for (guint i = 0; i < n; i += at_once)
    paint_cells (self, cr, i, at_once, tones, palette, t);
  paint_ticks (self, cr, t, palette);
  ex_heatmap_legend_draw (self, cr, palette);
}

void
ex_heatmap_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  paint (EX_HEATMAP_CHART (chart), cr, palette, 1);
}

/* The names go with their rows; all other words stay. */
static void
paint_words (ExHeatmapChart *self, cairo_t *cr, const ExPalette *palette, double t)
{
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ExHeatmapRow *row = ex_heatmap_row (self, i);

      if (row->label == NULL)
        continue;
      g_hash_table_add (names, row->label);
      cairo_save (cr);
      cairo_translate (cr, 0, (place_of (self, i, t) - row->place) * self->row);
      ex_label_draw (row->label, cr, palette);
      cairo_restore (cr);
    }
  for (guint i = ex_chart_n_headings (EX_CHART (self)); i < labels->len; i++)
    if (!g_hash_table_contains (names, g_ptr_array_index (labels, i)))
      ex_label_draw (g_ptr_array_index (labels, i), cr, palette);
}

void
ex_heatmap_chart_draw_motion (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t)
{
  paint (EX_HEATMAP_CHART (chart), cr, palette, t);
  paint_words (EX_HEATMAP_CHART (chart), cr, palette, t);
}

/* A ring around the mark; and for a cell a line back to its row's name. */
void
ex_heatmap_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);
  ExRect rect, name;
  guint place;
  int column;

  if (!ex_heatmap_mark_spot (self, (guint) mark, &place, &column))
    return;
  rect = ex_heatmap_rect (self, place, column);
  name = ex_heatmap_rect (self, place, -1);
  if (column >= 0)
    ex_paint_rule (cr, MIN (name.x, rect.x), MAX (name.x + name.width, rect.x + rect.width), rect.y + rect.height - 1, &palette->dim, NULL);
  ex_paint_ring (cr, &rect, palette);
}
