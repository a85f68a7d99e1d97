/* Lines across many cells at once. In pixels they are a tile that repeats, which is twenty times as quick; where the drawing may be enlarged, as in SVG and PDF,
 * they are lines, behind one clip. */
#include "config.h"

#include "ex-heatmap-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* Across what is not measured: apart, and leaning the other way than what is behind. */
#define UNMEASURED_STEP -5.0

static void
add_rects (cairo_t *cr, const GArray *rects)
{
  for (guint i = 0; i < rects->len; i++)
    {
      const ExRect *rect = &g_array_index (rects, ExRect, i);

      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
    }
}

static void
paint_clipped (cairo_t *cr, const GArray *rects, double step, double width, const ExColor *color)
{
  ExRect all;

  cairo_save (cr);
  add_rects (cr, rects);
  cairo_path_extents (cr, &all.x, &all.y, &all.width, &all.height); /* the far corner */
  all.width -= all.x;
  all.height -= all.y;
  cairo_clip (cr);
  ex_paint_hatch (cr, &all, step, width, color);
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
static cairo_pattern_t *
tile_new (cairo_t *cr, double step, double width, const ExColor *color, double scale)
{
  int size = MAX (2, (int) round (fabs (step) * scale));
  cairo_surface_t *tile = cairo_surface_create_similar_image (cairo_get_group_target (cr), CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *on = cairo_create (tile);
  cairo_pattern_t *pattern = NULL;
  cairo_matrix_t matrix;

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
ex_heatmap_paint_lines (cairo_t *cr, const GArray *rects, double step, double width, const ExColor *color)
{
  double scale = scale_of_pixels (cr);
  cairo_pattern_t *tile = NULL;

  if (rects->len == 0)
    return;
  if (scale == 0)
    {
      paint_clipped (cr, rects, step, width, color);
      return;
    }
  tile = tile_new (cr, step, width, color, scale);
  cairo_set_source (cr, tile);
  add_rects (cr, rects);
  cairo_fill (cr);
  cairo_pattern_destroy (tile);
}

void
ex_heatmap_paint_unmeasured (cairo_t *cr, const GArray *rects, const ExPalette *palette)
{
  ex_heatmap_paint_lines (cr, rects, UNMEASURED_STEP, 1, &palette->neutral);
}
