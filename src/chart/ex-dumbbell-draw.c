/* Dumbbells: a bar between the outermost views, and a shape a view. Each shape is of another size and leaves the others to be seen where several fall
 * together: an open ring, in it a filled dot, in that a diamond, and over all a cross. */
#include "config.h"

#include "ex-dumbbell-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* Sizes of the shapes, as shares of the radius. */
#define RING 1.28
#define DOT 0.86
#define DIAMOND 0.82
#define CROSS 0.8
#define BAR 0.62 /* thickness */
#define KEY 0.4 /* of a legend, in ems */

static void
draw_ring (cairo_t *cr, double x, double y, double radius, const ExColor *color, const ExPalette *palette)
{
  double line = MIN (1.8, radius * 0.45);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, MAX (radius - line / 2, 0.5), 0, 2 * G_PI);
  ex_paint_set_color (cr, &palette->background);
  cairo_fill_preserve (cr);
  ex_paint_set_color (cr, color);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

/* With a rim in the colour of the paper, so that it shows on a dot as well. */
static void
draw_diamond (cairo_t *cr, double x, double y, double radius, const ExColor *color, const ExPalette *palette)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
  ex_paint_set_color (cr, &palette->background);
  cairo_set_line_width (cr, MIN (2.4, radius * 0.6));
  cairo_stroke_preserve (cr);
  ex_paint_set_color (cr, color);
  cairo_fill (cr);
}

static void
draw_cross (cairo_t *cr, double x, double y, double radius, const ExColor *color, const ExPalette *palette)
{
  double line = MIN (1.8, radius * 0.5);

  cairo_new_path (cr);
  cairo_move_to (cr, x - radius, y - radius);
  cairo_line_to (cr, x + radius, y + radius);
  cairo_move_to (cr, x - radius, y + radius);
  cairo_line_to (cr, x + radius, y - radius);
  ex_paint_set_color (cr, &palette->background);
  cairo_set_line_width (cr, line + 2);
  cairo_stroke_preserve (cr);
  ex_paint_set_color (cr, color);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_view (cairo_t *cr, guint view, double x, double y, double radius, gboolean pale, const ExPalette *palette)
{
  const ExColor *inks[EX_MOST_VIEWS] = { &palette->strong, &palette->text, &palette->text, &palette->dim };
  const ExColor *color = pale ? &palette->neutral : inks[view]; /* weaker, and still to be seen */

  switch (view)
    {
    case 0:
      ex_paint_dot (cr, x, y, radius * DOT, color);
      break;
    case 1:
      draw_ring (cr, x, y, radius * RING, color, palette);
      break;
    case 2:
      draw_diamond (cr, x, y, radius * DIAMOND, color, palette);
      break;
    default:
      draw_cross (cr, x, y, radius * CROSS, color, palette);
      break;
    }
}

/* The ring lies under all, then the first view, then the smaller ones. */
static const guint order[EX_MOST_VIEWS] = { 1, 0, 2, 3 };

static void
draw_bar (ExDumbbellChart *self, cairo_t *cr, const ExDumbbellRow *row, double y, const ExPalette *palette)
{
  double low = 0, high = 0, x0, x1, height = MAX (1, self->radius * BAR);
  ExRect rect;

  if (isnan (row->gap) || row->gap == 0 || !ex_dumbbell_ends (self, row, &low, &high))
    return;
  x0 = MIN (ex_dumbbell_x (self, low), ex_dumbbell_x (self, high));
  x1 = MAX (ex_dumbbell_x (self, low), ex_dumbbell_x (self, high));
  rect = (ExRect) { x0, y - height / 2, x1 - x0, height };
  if (row->gap > 0 || height < 2)
    ex_paint_rect (cr, &rect, row->gap > 0 ? &palette->lost : &palette->gained, EX_FILL_SOLID);
  else /* hollow, and so told from the other without colour */
    {
      ex_paint_set_color (cr, &palette->background);
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      cairo_fill_preserve (cr);
      ex_paint_set_color (cr, &palette->gained);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
    }
}

static void
draw_row (ExDumbbellChart *self, cairo_t *cr, guint i, const ExPalette *palette)
{
  const ExDumbbellRow *row = ex_dumbbell_row (self, i);
  double y = ex_dumbbell_y (self, i);

  draw_bar (self, cr, row, y, palette);
  for (guint k = 0; k < EX_MOST_VIEWS; k++)
    if (order[k] < self->n_views && !isnan (row->values[order[k]]))
      draw_view (cr, order[k], ex_dumbbell_x (self, row->values[order[k]]), y, self->radius, isnan (row->gap), palette);
}

void
ex_dumbbell_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  double bottom = self->area.y + self->row * self->rows->len, last = -INFINITY;

  if (self->rows->len == 0)
    return;
  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = floor (ex_dumbbell_x (self, g_array_index (self->ticks, double, i))) + 0.5;

      ex_paint_line (cr, x, self->area.y, x, bottom, 1, &palette->grid);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (ex_dumbbell_y (self, i) - last < 0.5)
        continue; /* thousands of rows: one a half pixel shows the shape */
      last = ex_dumbbell_y (self, i);
      draw_row (self, cr, i, palette);
    }
  for (guint i = 0; self->keyed && i < self->n_views; i++)
    if (!isnan (self->keys[i].x))
      draw_view (cr, i, self->keys[i].x, self->keys[i].y, KEY * ex_chart_get_em (chart), FALSE, palette);
}
