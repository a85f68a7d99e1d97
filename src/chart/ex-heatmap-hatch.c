/* Lines across many cells at once: one tile for all of them, or lines behind one clip. */
#include "config.h"

#include "ex-heatmap-chart-private.h"
#include "ex-paint.h"

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

void
ex_heatmap_paint_lines (cairo_t *cr, const GArray *rects, double step, double width, const ExColor *color)
{
  cairo_pattern_t *tile = NULL;

  if (rects->len == 0)
    return;
  tile = ex_hatch_tile_new (cr, step, width, color);
  if (tile == NULL)
    {
      paint_clipped (cr, rects, step, width, color);
      return;
    }
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
