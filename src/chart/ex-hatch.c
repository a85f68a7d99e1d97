/* Hatching. In pixels it is a tile that repeats, which is twenty times as quick; where the drawing may be enlarged, as in SVG and PDF, it is lines. */
#include "config.h"

#include "ex-hatch.h"

#include "ex-paint.h"

#include <math.h>

static void
paint_lines (cairo_t *cr, const ExRect *rect, double step, double width, const ExColor *color)
{
  double across = fabs (step), up = step > 0 ? -1 : 1;
  double start = step > 0 ? rect->y + rect->height : rect->y;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  /* Each line only as far as it is seen: of a high narrow bar, that is a small part of it. */
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += across)
    {
      double from = MAX (0, rect->x - x) - width, to = MIN (rect->height, rect->x + rect->width - x) + width;

      cairo_move_to (cr, x + from, start + up * from);
      cairo_line_to (cr, x + to, start + up * to);
    }
  cairo_set_line_width (cr, width);
  ex_paint_set_color (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Pixels to a unit, when what is drawn on has pixels that stand upright; else 0. */
static double
scale_of_pixels (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x, &y);

  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx > 0 && matrix.xx * x == matrix.yy * y ? matrix.xx * x : 0;
}

/* A square of the hatching that continues into the next. */
cairo_pattern_t *
ex_hatch_tile_new (cairo_t *cr, double step, double width, const ExColor *color)
{
  double scale = scale_of_pixels (cr);
  int size = MAX (2, (int) round (fabs (step) * scale));
  cairo_surface_t *tile = NULL;
  cairo_pattern_t *pattern = NULL;
  cairo_matrix_t matrix;
  cairo_t *on = NULL;

  if (scale == 0)
    return NULL;
  tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  on = cairo_create (tile);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (on, (i - 1) * size, step > 0 ? 2 * size : -size);
      cairo_line_to (on, (i + 2) * size, step > 0 ? -size : 2 * size);
    }
  cairo_set_line_width (on, width * scale);
  ex_paint_set_color (on, color);
  cairo_stroke (on);
  cairo_destroy (on);

  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_surface_destroy (tile);

  return pattern;
}

void
ex_paint_hatch (cairo_t *cr, const ExRect *rect, double step, double width, const ExColor *color)
{
  cairo_pattern_t *tile = ex_hatch_tile_new (cr, step, width, color);

  if (tile == NULL)
    {
      paint_lines (cr, rect, step, width, color);
      return;
    }
  cairo_set_source (cr, tile);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
  cairo_pattern_destroy (tile);
}
