#include "config.h"

#include "ex-curve-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* With less of the width for each, the dots of a curve that nobody bends would lie on each other. */
#define ROOM_OF_DOT 12.0

static double
on_pixel (double y)
{
  return floor (y) + 0.5;
}

/* Around words on the hatch, the shade alone. */
static void
clear_words (ExCurveChart *self, cairo_t *cr, const ExRect *shade, const ExColor *pale, const ExPalette *palette)
{
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));

  for (guint i = 0; i < labels->len; i++)
    {
      ExRect rect = ((ExLabel *) g_ptr_array_index (labels, i))->rect;

      if (!ex_rect_overlaps (&rect, shade, 0))
        continue;
      rect.x = MAX (shade->x, rect.x - 2);
      rect.width = MIN (shade->x + shade->width, rect.x + rect.width + 4) - rect.x;
      ex_paint_rect (cr, &rect, &palette->background, EX_FILL_SOLID);
      ex_paint_rect (cr, &rect, pale, EX_FILL_SOLID);
    }
}

/* Shaded and hatched: what is paid there is nothing, whatever the points say. */
static void
draw_gate (ExCurveChart *self, cairo_t *cr, const ExPalette *palette)
{
  double x;
  ExRect shade;
  ExColor pale = palette->neutral, line = palette->neutral;

  if (isnan (self->gate) || self->gate <= self->growth.low)
    return;
  x = ex_curve_x (self, self->gate);
  shade = (ExRect) { self->area.x, self->payout.top, x - self->area.x, self->payout.bottom - self->payout.top };
  pale.alpha = 0.10;
  ex_paint_rect (cr, &shade, &pale, EX_FILL_SOLID);
  line.alpha = 0.35;
  ex_paint_hatch (cr, &shade, -12, 0.75, &line);
  clear_words (self, cr, &shade, &pale, palette);
  ex_paint_line (cr, on_pixel (x), shade.y, on_pixel (x), shade.y + shade.height, 1.25, &palette->dim);
}

/* What is really paid, from left to right. */
static void
trace_paid (ExCurveChart *self, cairo_t *cr)
{
  double start = ex_curve_start (self);
  double x = ex_curve_x (self, start);

  cairo_move_to (cr, self->area.x, ex_curve_y (self, 0));
  cairo_line_to (cr, x, ex_curve_y (self, 0));
  cairo_line_to (cr, x, ex_curve_y (self, ex_curve_value (self, start)));
  for (guint i = 0; i < self->points->len; i++)
    if (ex_curve_point (self, i)->growth > start)
      cairo_line_to (cr, ex_curve_point (self, i)->x, ex_curve_point (self, i)->y);
  cairo_line_to (cr, self->area.x + self->area.width, ex_curve_y (self, ex_curve_value (self, INFINITY)));
}

/* Growth between low and high: the payouts over it, and its stretch of the axis. */
static void
draw_interval (ExCurveChart *self, cairo_t *cr, const ExCurveMark *spot, const ExPalette *palette)
{
  ExRect box;
  ExColor line = palette->strong;
  double bottom = ex_curve_y (self, 0);

  if (!spot->shown || isnan (spot->low) || isnan (spot->high))
    return;
  box.x = ex_curve_x (self, MIN (spot->low, spot->high));
  box.width = ex_curve_x (self, MAX (spot->low, spot->high)) - box.x;
  box.y = self->payout.top;
  box.height = bottom - box.y;

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  trace_paid (self, cr);
  cairo_line_to (cr, self->area.x + self->area.width, bottom);
  cairo_close_path (cr);
  ex_paint_set_color (cr, &palette->band);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  line.alpha = palette->hatch ? 0.5 : 0.25;
  ex_paint_hatch (cr, &box, 6, 0.75, &line);
  cairo_restore (cr);
  ex_paint_line (cr, box.x, bottom, box.x + box.width, bottom, 4, &palette->strong);
}

static void
dash (cairo_t *cr, double on, double off)
{
  const double dashes[] = { on, off };

  cairo_set_dash (cr, dashes, 2, 0);
}

/* The points under the gate, which pay nothing. */
static void
draw_unpaid (ExCurveChart *self, cairo_t *cr, const ExPalette *palette)
{
  double start = ex_curve_start (self);

  if (ex_curve_point (self, 0)->growth >= start)
    return;
  cairo_save (cr);
  dash (cr, 4, 3);
  cairo_new_path (cr);
  for (guint i = 0; i < self->points->len && ex_curve_point (self, i)->growth < start; i++)
    cairo_line_to (cr, ex_curve_point (self, i)->x, ex_curve_point (self, i)->y);
  cairo_line_to (cr, ex_curve_x (self, start), ex_curve_y (self, ex_curve_value (self, start)));
  cairo_set_line_width (cr, 1.5);
  ex_paint_set_color (cr, &palette->neutral);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_paid (ExCurveChart *self, cairo_t *cr, const ExPalette *palette)
{
  cairo_new_path (cr);
  trace_paid (self, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  ex_paint_set_color (cr, &palette->text);
  cairo_stroke (cr);
}

static void
draw_stem (ExCurveChart *self, cairo_t *cr, const ExCurveMark *spot, const ExPalette *palette)
{
  cairo_save (cr);
  if (spot->index != EX_CURVE_TODAY)
    dash (cr, 3, 3);
  ex_paint_line (cr, spot->x, spot->y, spot->x, ex_curve_y (self, 0), 1.5, &palette->strong);
  cairo_restore (cr);
  if (spot->index != EX_CURVE_TODAY)
    return;
  cairo_save (cr);
  dash (cr, 1.5, 3);
  ex_paint_line (cr, self->area.x, on_pixel (spot->y), spot->x, on_pixel (spot->y), 1, &palette->strong);
  cairo_restore (cr);
}

static void
draw_point (ExCurveChart *self, cairo_t *cr, const ExCurveMark *point, const ExPalette *palette)
{
  gboolean active = (int) point->index == self->active;
  double radius = active ? EX_CURVE_HANDLE + 1.5 : self->editable ? EX_CURVE_HANDLE : EX_CURVE_DOT;

  ex_paint_dot (cr, point->x, point->y, radius + 1.5, &palette->background);
  ex_paint_dot (cr, point->x, point->y, radius, active ? &palette->strong : &palette->text);
  if (self->editable && !active)
    ex_paint_dot (cr, point->x, point->y, radius - 2, &palette->background);
}

static void
trace_diamond (cairo_t *cr, const ExCurveMark *spot, double radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, spot->x, spot->y - radius);
  cairo_line_to (cr, spot->x + radius, spot->y);
  cairo_line_to (cr, spot->x, spot->y + radius);
  cairo_line_to (cr, spot->x - radius, spot->y);
  cairo_close_path (cr);
}

/* At the edge of the picture: it goes on there. */
static void
trace_arrow (cairo_t *cr, const ExCurveMark *spot, double radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, spot->x, spot->y);
  cairo_line_to (cr, spot->x - spot->beyond * 1.8 * radius, spot->y - radius);
  cairo_line_to (cr, spot->x - spot->beyond * 1.8 * radius, spot->y + radius);
  cairo_close_path (cr);
}

/* Told apart by shape: today is a full dot, the forecast a ring, what if a diamond. */
static void
draw_spot (cairo_t *cr, const ExCurveMark *spot, const ExPalette *palette)
{
  double radius = EX_CURVE_SPOT_DOT;

  if (spot->beyond == 0 && spot->index != EX_CURVE_WHAT_IF)
    {
      ex_paint_dot (cr, spot->x, spot->y, radius + 1.5, &palette->background);
      ex_paint_dot (cr, spot->x, spot->y, radius, &palette->strong);
      if (spot->index == EX_CURVE_FORECAST)
        ex_paint_dot (cr, spot->x, spot->y, radius - 2.5, &palette->background);
      return;
    }

  if (spot->beyond != 0)
    trace_arrow (cr, spot, radius);
  else
    trace_diamond (cr, spot, radius + 1.5);
  ex_paint_set_color (cr, spot->index == EX_CURVE_TODAY ? &palette->strong : &palette->background);
  cairo_fill_preserve (cr);
  ex_paint_set_color (cr, &palette->strong);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
ex_curve_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  double left = self->area.x, right = self->area.x + self->area.width;

  if (self->marks->len == 0)
    return;

  draw_gate (self, cr, palette);
  ex_value_axis_draw (&self->payout, chart, cr, left, right, palette);
  for (guint i = 0; i < EX_N_CURVE_SPOTS; i++)
    draw_interval (self, cr, &self->spots[i], palette);
  ex_paint_rule (cr, left, right, ex_curve_y (self, 0), &palette->dim, NULL);
  for (guint i = 0; i < self->growth.n_ticks; i++)
    {
      double x = on_pixel (ex_curve_x (self, self->growth.ticks[i]));

      ex_paint_line (cr, x, self->payout.bottom, x, self->payout.bottom + 4, 1, &palette->dim);
    }
  for (guint i = 0; i < EX_N_CURVE_SPOTS; i++)
    if (self->spots[i].shown)
      draw_stem (self, cr, &self->spots[i], palette);
  draw_unpaid (self, cr, palette);
  draw_paid (self, cr, palette);
  for (guint i = 0; i < self->points->len; i++)
    if (self->editable || (int) ex_curve_point (self, i)->index == self->active || self->points->len * ROOM_OF_DOT <= self->area.width)
      draw_point (self, cr, ex_curve_point (self, i), palette);
  for (guint i = EX_N_CURVE_SPOTS; i > 0; i--) /* today last, on top */
    if (self->spots[i - 1].shown)
      draw_spot (cr, &self->spots[i - 1], palette);
}

void
ex_curve_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_chart_mark_rect (chart, (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}
