/* Private to the floor: lines across what is told apart without colour. */
#pragma once

#include "ex-label.h"

G_BEGIN_DECLS

/* Lines across @rect, @step apart from left to right; a negative step leans the other way. */
void             ex_paint_hatch    (cairo_t *cr, const ExRect *rect, double step, double width, const ExColor *color);
/* The same as a tile that repeats, for many areas at once or one of any shape: (transfer full) (nullable): in SVG and PDF, where it would not be sharp. */
cairo_pattern_t *ex_hatch_tile_new (cairo_t *cr, double step, double width, const ExColor *color);

G_END_DECLS
