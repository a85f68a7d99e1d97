#include "config.h"

#include "ex-day-axis.h"
#include "ex-line-chart-private.h"
#include "ex-paint.h"

#include <math.h>

#define DOT 3.5
#define SMALL_DOT 2.5
/* A line of more is drawn a little less smoothly: three times as quickly. */
#define MANY_POINTS 200

static double
on_pixel (double y)
{
  return floor (y) + 0.5;
}

static void
draw_zone (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  double low = isnan (self->zone_low) ? self->axis.bottom : ex_line_chart_y (self, self->zone_low);
  double high = isnan (self->zone_high) ? self->axis.top : ex_line_chart_y (self, self->zone_high);
  ExRect rect = { self->area.x, high, self->area.width, low - high };
  ExColor pale = palette->neutral;

  if (!self->has_zone)
    return;
  pale.alpha = 0.14;
  ex_paint_rect (cr, &rect, &pale, EX_FILL_SOLID);
  if (!isnan (self->zone_low))
    ex_paint_line (cr, rect.x, on_pixel (low), rect.x + rect.width, on_pixel (low), 1, &palette->neutral);
  if (!isnan (self->zone_high))
    ex_paint_line (cr, rect.x, on_pixel (high), rect.x + rect.width, on_pixel (high), 1, &palette->neutral);
}

static void
draw_frame (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  double bottom = on_pixel (self->area.y + self->area.height);

  ex_paint_line (cr, self->area.x, bottom, self->area.x + self->area.width, bottom, 1, &palette->neutral);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const ExDayTick *tick = &g_array_index (self->ticks, ExDayTick, i);
      double x = on_pixel (ex_line_chart_x (self, tick->day));

      if (tick->text != NULL)
        ex_paint_line (cr, x, bottom, x, bottom + 4, 1, &palette->neutral);
    }
}

static void
draw_levels (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  for (guint i = 0; i < self->levels->len; i++)
    ex_paint_rule (cr, self->area.x, self->area.x + self->area.width,
                   ex_line_chart_y (self, ex_line_point (self->levels, i)->value), &palette->neutral,
                   ex_chart_get_labels (EX_CHART (self)));
  for (guint i = 0; i + 1 < self->leaders->len; i += 2)
    {
      const ExSpot *a = ex_line_spot (self->leaders, i);
      const ExSpot *b = ex_line_spot (self->leaders, i + 1);

      ex_paint_line (cr, a->x, on_pixel (a->y), b->x, on_pixel (b->y), 1, &palette->neutral);
    }
}

static void
draw_dues (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  const double dashes[] = { 2, 3 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < self->dues->len; i++)
    {
      double x = on_pixel (ex_line_chart_x (self, ex_line_point (self->dues, i)->day));

      ex_paint_line (cr, x, self->area.y, x, self->area.y + self->area.height, 1, &palette->dim);
    }
  cairo_restore (cr);
}

static void
draw_path (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExSpot from, to;

  if (!self->has_path)
    return;
  ex_line_chart_path_ends (self, &from, &to);
  ex_paint_line (cr, from.x, from.y, to.x, to.y, 1.25, &palette->neutral);
}

static void
draw_band (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExSpot from, low, high;
  ExColor line = palette->strong;

  ex_line_chart_forecast_ends (self, &from, NULL, &low, &high);
  cairo_save (cr);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, high.x, high.y);
  cairo_line_to (cr, low.x, low.y);
  cairo_close_path (cr);
  ex_paint_set_color (cr, &palette->band);
  cairo_fill_preserve (cr);
  if (palette->hatch)
    {
      ExRect box = { from.x, MIN (from.y, high.y), high.x - from.x, MAX (from.y, low.y) - MIN (from.y, high.y) };

      line.alpha = 0.5;
      cairo_clip (cr);
      ex_paint_hatch (cr, &box, 6, 0.75, &line);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
draw_forecast (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  const double dashes[] = { 6, 4 };
  ExSpot from, end;

  if (!self->forecast.set)
    return;
  draw_band (self, cr, palette);
  ex_line_chart_forecast_ends (self, &from, &end, NULL, NULL);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  ex_paint_line (cr, from.x, from.y, end.x, end.y, 2, &palette->strong);
  cairo_restore (cr);
}

/* One by one: together they would be a shape with thousands of corners, and take twenty times as long. */
static void
draw_columns (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  ex_paint_set_color (cr, &palette->strong);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExRect *column = &g_array_index (self->columns, ExRect, i);

      cairo_rectangle (cr, column->x, column->y, column->width, column->height);
      cairo_fill (cr);
    }
}

static void
draw_line (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  if (self->columns->len > 0)
    {
      draw_columns (self, cr, palette);
      return;
    }
  if (self->line->len == 0)
    return;
  cairo_save (cr);
  for (guint i = 0; i < self->line->len; i++)
    cairo_line_to (cr, ex_line_spot (self->line, i)->x, ex_line_spot (self->line, i)->y);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2);
  if (self->line->len > MANY_POINTS)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  ex_paint_set_color (cr, &palette->strong);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What was measured; where a running figure is the line that matters, small and grey behind it. */
static void
draw_dots (ExLineChart *self, cairo_t *cr, const ExPalette *palette)
{
  gboolean behind = self->running->len > 0;
  guint first = self->crowded ? self->points->len - MIN (self->points->len, 1) : 0;

  for (guint i = first; i < self->points->len; i++)
    {
      const ExLinePoint *point = ex_line_point (self->points, i);

      ex_paint_dot (cr, ex_line_chart_x (self, point->day), ex_line_chart_y (self, point->value), behind ? SMALL_DOT : DOT,
                    behind ? &palette->neutral : &palette->strong);
    }
  if (behind && self->line->len > 0)
    ex_paint_dot (cr, ex_line_spot (self->line, self->line->len - 1)->x, ex_line_spot (self->line, self->line->len - 1)->y, DOT,
                  &palette->strong);
}

/* The plot and half a dot around it, on whole pixels: anything else would have to be mixed with what is outside. */
static void
clip_to_area (ExLineChart *self, cairo_t *cr)
{
  double left = floor (self->area.x - DOT), top = floor (self->area.y - DOT);

  cairo_rectangle (cr, left, top, ceil (self->area.x + self->area.width + DOT) - left, ceil (self->area.y + self->area.height + DOT) - top);
  cairo_clip (cr);
}

void
ex_line_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExLineChart *self = EX_LINE_CHART (chart);

  if (self->axis.axis.kind == EX_EXTENT_EMPTY && !self->has_range)
    return;

  ex_value_axis_draw (&self->axis, chart, cr, self->area.x, self->area.x + self->area.width, palette);
  draw_zone (self, cr, palette);
  draw_frame (self, cr, palette);
  draw_levels (self, cr, palette);
  draw_dues (self, cr, palette);
  draw_path (self, cr, palette);

  cairo_save (cr);
  clip_to_area (self, cr);
  draw_forecast (self, cr, palette);
  draw_line (self, cr, palette);
  draw_dots (self, cr, palette);
  cairo_restore (cr);
}

void
ex_line_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  ExRect rect;
  double x;

  ex_chart_mark_rect (chart, mark, &rect);
  x = on_pixel (rect.x + rect.width / 2);
  ex_paint_line (cr, x, self->area.y, x, self->area.y + self->area.height, 1, &palette->neutral);
  ex_paint_dot (cr, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width / 2 + 1.5, &palette->text);
  ex_paint_dot (cr, rect.x + rect.width / 2, rect.y + rect.height / 2, DOT, &palette->background);
}
