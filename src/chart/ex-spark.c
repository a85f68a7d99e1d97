#include "config.h"

#include "ex-spark.h"

#include "ex-paint.h"

#include <math.h>

#define MARGIN 4.0
#define DOT 3.0

typedef struct
{
  double left, width;
  double bottom, height; /* height of the whole extent */
  double lowest, span;
  double first_day, days;
} Plot;

static void
reach (double value, double *lowest, double *highest)
{
  if (!isfinite (value))
    return;
  *lowest = isnan (*lowest) ? value : MIN (*lowest, value);
  *highest = isnan (*highest) ? value : MAX (*highest, value);
}

gboolean
ex_spark_extent (const ExSpark *self, double *lowest, double *highest)
{
  double room;

  *lowest = *highest = NAN;
  reach (self->from, lowest, highest);
  reach (self->to, lowest, highest);
  reach (self->low, lowest, highest);
  reach (self->high, lowest, highest);
  for (gsize i = 0; i < self->n_points; i++)
    reach (self->points[i].value, lowest, highest);
  if (isnan (*lowest))
    return FALSE;
  if (*highest > *lowest)
    return TRUE;
  room = *lowest != 0 ? fabs (*lowest) * 0.1 : 1;
  *lowest -= room;
  *highest += room;
  return TRUE;
}

static double
x_of (const Plot *plot, double day)
{
  double share = plot->days > 0 ? (day - plot->first_day) / plot->days : 0.5;

  return plot->left + CLAMP (share, 0, 1) * plot->width;
}

/* Halves first: the span of two huge values of different signs is no number. */
static double
y_of (const Plot *plot, double value)
{
  return plot->bottom - (value / 2 - plot->lowest / 2) / plot->span * plot->height;
}

static void
draw_range (const ExSpark *self, cairo_t *cr, const Plot *plot, const ExPalette *palette)
{
  double top = isnan (self->high) ? plot->bottom - plot->height : y_of (plot, self->high);
  double bottom = isnan (self->low) ? plot->bottom : y_of (plot, self->low);
  const ExRect rect = { plot->left, top, plot->width, bottom - top };

  if (isnan (self->low) && isnan (self->high))
    return;
  ex_paint_rect (cr, &rect, &palette->band, EX_FILL_SOLID);
}

static void
draw_points (const ExSpark *self, cairo_t *cr, const Plot *plot, const ExPalette *palette)
{
  const ExSparkPoint *last = &self->points[self->n_points - 1];

  for (gsize i = 0; i < self->n_points; i++)
    cairo_line_to (cr, x_of (plot, self->points[i].day), y_of (plot, self->points[i].value));
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  ex_paint_set_color (cr, &palette->strong);
  cairo_stroke (cr);
  ex_paint_dot (cr, x_of (plot, last->day), y_of (plot, last->value), DOT, &palette->strong);
}

void
ex_spark_draw (const ExSpark *self, cairo_t *cr, double width, double height, ExTheme theme)
{
  const ExPalette *palette = ex_palette_get (theme);
  Plot plot = { MARGIN, MAX (width - 2 * MARGIN, 1), height - MARGIN, MAX (height - 2 * MARGIN, 1) };
  double highest;

  g_return_if_fail (self != NULL && cr != NULL);

  if (!ex_spark_extent (self, &plot.lowest, &highest))
    return;
  plot.span = highest / 2 - plot.lowest / 2;
  plot.first_day = self->first_day;
  plot.days = self->last_day - self->first_day;
  draw_range (self, cr, &plot, palette);
  if (!isnan (self->from) && !isnan (self->to))
    ex_paint_line (cr, plot.left, y_of (&plot, self->from), plot.left + plot.width, y_of (&plot, self->to), 1, &palette->dim);
  if (self->n_points > 0)
    draw_points (self, cr, &plot, palette);
}
