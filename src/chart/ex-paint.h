/* Private to the floor: strokes and fills that every chart uses. */
#pragma once

#include "ex-hatch.h"
#include "ex-label.h"

G_BEGIN_DECLS

typedef enum
{
  EX_FILL_SOLID,
  EX_FILL_HATCHED, /* told apart without colour */
  EX_FILL_OPEN,    /* provisional: pale, outlined, hatched the other way */
} ExFill;

const ExColor *ex_paint_ink  (const ExPalette *palette, ExInk ink);
void ex_paint_set_color      (cairo_t *cr, const ExColor *color);
void ex_paint_rect           (cairo_t *cr, const ExRect *rect, const ExColor *color, ExFill fill);
void ex_paint_line           (cairo_t *cr, double x0, double y0, double x1, double y1, double width, const ExColor *color);
/* A thin horizontal line that steps aside for words. @labels: (element-type ExLabel) */
void ex_paint_rule           (cairo_t *cr, double x0, double x1, double y, const ExColor *color, GPtrArray *labels);
void ex_paint_dot            (cairo_t *cr, double x, double y, double radius, const ExColor *color);
/* A ring around a mark that has the pointer or the keyboard. */
void ex_paint_ring           (cairo_t *cr, const ExRect *rect, const ExPalette *palette);

G_END_DECLS
