#include "config.h"

#include "ex-paint.h"

#include <math.h>

const ExColor *
ex_paint_ink (const ExPalette *palette, ExInk ink)
{
  switch (ink)
    {
    case EX_INK_DIM:
      return &palette->dim;
    case EX_INK_GAINED:
      return &palette->gained;
    case EX_INK_LOST:
      return &palette->lost;
    case EX_INK_STRONG:
      return &palette->strong;
    case EX_INK_PAPER:
      return &palette->background;
    case EX_INK_TEXT:
    default:
      return &palette->text;
    }
}

void
ex_paint_set_color (cairo_t *cr, const ExColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
outline (cairo_t *cr, const ExRect *rect, const ExColor *color)
{
  double line = MIN (1.5, MIN (rect->width, rect->height));

  cairo_rectangle (cr, rect->x + line / 2, rect->y + line / 2, rect->width - line, rect->height - line);
  cairo_set_line_width (cr, line);
  ex_paint_set_color (cr, color);
  cairo_stroke (cr);
}

void
ex_paint_rect (cairo_t *cr, const ExRect *rect, const ExColor *color, ExFill fill)
{
  ExColor pale = *color;

  pale.alpha *= fill == EX_FILL_SOLID ? 1.0 : fill == EX_FILL_HATCHED ? 0.30 : 0.15;
  ex_paint_set_color (cr, &pale);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
  if (fill == EX_FILL_SOLID)
    return;

  if (fill == EX_FILL_HATCHED)
    ex_paint_hatch (cr, rect, 7, 2, color);
  else
    ex_paint_hatch (cr, rect, -9, 1, color);
  outline (cr, rect, color);
}

void
ex_paint_line (cairo_t *cr, double x0, double y0, double x1, double y1, double width, const ExColor *color)
{
  ex_paint_set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/* Where the next word in the way begins, at or after @x; its end in @end. */
static double
next_word (GPtrArray *labels, double x, double y, double *end)
{
  double nearest = INFINITY;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      const ExRect *rect = &((ExLabel *) g_ptr_array_index (labels, i))->rect;

      if (y < rect->y - 1 || y > rect->y + rect->height + 1 || rect->x + rect->width <= x || rect->x >= nearest)
        continue;
      nearest = rect->x;
      *end = rect->x + rect->width;
    }

  return nearest;
}

void
ex_paint_rule (cairo_t *cr, double x0, double x1, double y, const ExColor *color, GPtrArray *labels)
{
  const double gap = 3;

  y = floor (y) + 0.5; /* on the pixel: a hairline, not a blur */
  while (x0 < x1)
    {
      double end = x1;
      double word = next_word (labels, x0, y, &end);

      if (word - gap > x0)
        ex_paint_line (cr, x0, y, MIN (word - gap, x1), y, 1, color);
      x0 = isinf (word) ? x1 : end + gap;
    }
}

void
ex_paint_dot (cairo_t *cr, double x, double y, double radius, const ExColor *color)
{
  ex_paint_set_color (cr, color);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
ex_paint_ring (cairo_t *cr, const ExRect *rect, const ExPalette *palette)
{
  const double gap = 2;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x - gap - 1, rect->y - gap - 1, rect->width + 2 * gap + 2, rect->height + 2 * gap + 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  ex_paint_set_color (cr, &palette->text);
  cairo_stroke (cr);
  cairo_restore (cr);
}
