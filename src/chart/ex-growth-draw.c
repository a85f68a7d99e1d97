#include "config.h"

#include "ex-growth-chart-private.h"
#include "ex-paint.h"

#include <math.h>

#define DOT 3.0
/* In narrower bars a hatch would be a blur; up and down tell them apart. */
#define LEAST_HATCHED 6.0

static double
on_pixel (double y)
{
  return floor (y) + 0.5;
}

static void
dash (cairo_t *cr)
{
  const double dashes[] = { 4, 3 };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

/* A forecast: its outline is broken. */
static void
draw_expected (cairo_t *cr, const ExRect *rect, const ExColor *color)
{
  ex_paint_hatch (cr, rect, -9, 1, color);
  cairo_save (cr);
  dash (cr);
  cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, MAX (0.5, rect->width - 1), MAX (0.5, rect->height - 1));
  cairo_set_line_width (cr, 1);
  ex_paint_set_color (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bar (cairo_t *cr, const ExRect *rect, ExGrowthKind kind, gboolean lost, const ExPalette *palette)
{
  const ExColor *color = lost ? &palette->lost : &palette->gained;

  if (rect->height <= 0)
    return;
  if (kind == EX_GROWTH_FORECAST)
    draw_expected (cr, rect, color);
  else
    ex_paint_rect (cr, rect, color,
                   kind == EX_GROWTH_PROVISIONAL ? EX_FILL_OPEN : palette->hatch && lost && rect->width >= LEAST_HATCHED ? EX_FILL_HATCHED : EX_FILL_SOLID);
}

/* Nothing is known there: a shade through the whole height. */
static void
draw_gaps (ExGrowthChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExColor pale = palette->neutral;

  pale.alpha = 0.13;
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint length = ex_growth_gap_length (self, i);
      ExRect rect = { self->start + i * self->slot, self->area.y, length * self->slot, self->area.height };

      if (length > 0)
        ex_paint_rect (cr, &rect, &pale, EX_FILL_SOLID);
    }
}

/* Where a forecast may come to lie. */
static void
draw_whisker (ExGrowthChart *self, cairo_t *cr, const ExGrowthColumn *column, const ExPalette *palette)
{
  double low = ex_value_axis_y (&self->axis, column->low), high = ex_value_axis_y (&self->axis, column->high);
  double reach = MIN (4, column->up.width / 2);

  if (isnan (column->low) || isnan (column->high))
    return;
  ex_paint_line (cr, column->middle, low, column->middle, high, 1.25, &palette->dim);
  ex_paint_line (cr, column->middle - reach, low, column->middle + reach, low, 1.25, &palette->dim);
  ex_paint_line (cr, column->middle - reach, high, column->middle + reach, high, 1.25, &palette->dim);
}

/* The net: a line in the colour of words, with an edge in that of the ground, so that it is seen across the bars. */
static void
trace_line (ExGrowthChart *self, cairo_t *cr, gboolean expected)
{
  gboolean open = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *a = ex_growth_column (self, i), *b = a + 1;

      if (!ex_growth_is_joined (self, i) || (b->kind == EX_GROWTH_FORECAST) != expected)
        {
          open = FALSE;
          continue;
        }
      if (!open)
        cairo_move_to (cr, a->middle, a->net_y);
      cairo_line_to (cr, b->middle, b->net_y);
      open = TRUE;
    }
}

static void
stroke_line (cairo_t *cr, double width, const ExColor *color)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width);
  ex_paint_set_color (cr, color);
  cairo_stroke (cr);
}

static void
draw_line (ExGrowthChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExColor edge = palette->background;

  edge.alpha = 0.75;
  trace_line (self, cr, FALSE);
  stroke_line (cr, 4, &edge);
  trace_line (self, cr, FALSE);
  stroke_line (cr, 2, &palette->text);
  cairo_save (cr);
  trace_line (self, cr, TRUE);
  dash (cr);
  stroke_line (cr, 1.5, &palette->dim);
  cairo_restore (cr);
}

static void
draw_points (ExGrowthChart *self, cairo_t *cr, const ExPalette *palette)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);
      gboolean alone = !ex_growth_is_joined (self, i) && (i == 0 || !ex_growth_is_joined (self, i - 1));
      gboolean firm = column->kind == EX_GROWTH_COMPLETE;

      if (column->kind == EX_GROWTH_NO_DATA || !(alone || ex_growth_shows_points (self)))
        continue;
      ex_paint_dot (cr, column->middle, column->net_y, DOT + 1.25, &palette->background);
      ex_paint_dot (cr, column->middle, column->net_y, DOT, firm ? &palette->text : &palette->dim);
      if (!firm)
        ex_paint_dot (cr, column->middle, column->net_y, DOT - 1.5, &palette->background);
    }
}

static void
draw_key (ExGrowthChart *self, cairo_t *cr, const ExPalette *palette)
{
  const ExRect *net = &self->swatches[EX_GROWTH_KEY_NET];

  if (net->width == 0)
    return;
  draw_bar (cr, &self->swatches[EX_GROWTH_KEY_GAINED], EX_GROWTH_COMPLETE, FALSE, palette);
  draw_bar (cr, &self->swatches[EX_GROWTH_KEY_LOST], EX_GROWTH_COMPLETE, TRUE, palette);
  ex_paint_line (cr, net->x, net->y + net->height / 2, net->x + net->width, net->y + net->height / 2, 2, &palette->text);
  ex_paint_dot (cr, net->x + net->width / 2, net->y + net->height / 2, DOT, &palette->text);
  if (self->swatches[EX_GROWTH_KEY_PROVISIONAL].width > 0)
    ex_paint_rect (cr, &self->swatches[EX_GROWTH_KEY_PROVISIONAL], &palette->dim, EX_FILL_OPEN);
  if (self->swatches[EX_GROWTH_KEY_FORECAST].width > 0)
    draw_expected (cr, &self->swatches[EX_GROWTH_KEY_FORECAST], &palette->dim);
}

void
ex_growth_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  double left = self->area.x, right = self->area.x + self->area.width;

  if (self->columns->len == 0)
    return;

  draw_key (self, cr, palette);
  draw_gaps (self, cr, palette);
  ex_value_axis_draw (&self->axis, chart, cr, left, right, palette);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);

      draw_bar (cr, &column->up, column->kind, FALSE, palette);
      draw_bar (cr, &column->down, column->kind, TRUE, palette);
      draw_whisker (self, cr, column, palette);
    }
  ex_paint_rule (cr, left, right, on_pixel (ex_value_axis_y (&self->axis, 0)), &palette->dim, NULL);
  if (self->only != NULL)
    return;
  draw_line (self, cr, palette);
  draw_points (self, cr, palette);
}
