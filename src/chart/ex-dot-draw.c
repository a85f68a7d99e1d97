/* Dots on their bases. Few are round; of many, each is a few whole pixels with its corners off, which is as quick to draw as rectangles are; and
 * where they share places, a stack is drawn as the bar it has become. */
#include "config.h"

#include "ex-dot-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* Between neighbours. */
#define GAP 1.0
/* Flatter than this, dots over each other are one bar. */
#define LEAST_FLAT 1.5

static gboolean
share_places (ExDotChart *self)
{
  return self->step < self->size - 1e-9;
}

/* ---- Many: rectangles on whole pixels ---- */

/* A dot of @side pixels: a block with its corners off. */
static void
add_block (cairo_t *cr, double x, double y, double side)
{
  if (side < 4)
    {
      cairo_rectangle (cr, x, y, side, side);
      return;
    }
  cairo_rectangle (cr, x + 1, y, side - 2, 1);
  cairo_rectangle (cr, x, y + 1, side, side - 2);
  cairo_rectangle (cr, x + 1, y + side - 1, side - 2, 1);
}

/* Dots that share places are flat: as many bars over each other as there is room for with a gap between, else one. */
static void
add_flat (ExDotChart *self, cairo_t *cr, double x, double base, double side, guint count)
{
  double gap = MIN (GAP, self->step / 3);

  if (self->step < LEAST_FLAT)
    cairo_rectangle (cr, x, base - count * self->step, side, count * self->step);
  for (guint k = 0; k < count && self->step >= LEAST_FLAT; k++)
    cairo_rectangle (cr, x, base - (k + 1) * self->step + gap, side, self->step - gap);
}

static void
draw_many (ExDotChart *self, cairo_t *cr, const ExDotGroup *group, const ExPalette *palette)
{
  gboolean mass = share_places (self) && self->n_dots > EX_DOTS_MANY; /* without gaps */
  double side = MAX (1, self->size - (mass ? 0 : GAP)), base = floor (group->base);

  for (guint i = 0; i < group->stacks->len; i++)
    {
      const ExDotStack *stack = ex_dot_stack (group, i);
      ExRect rect = ex_dot_chart_dot_rect (self, group, stack->first);
      double x = round (rect.x + rect.width / 2 - side / 2);

      if (mass)
        cairo_rectangle (cr, x, base - stack->count * self->step, side, stack->count * self->step);
      else if (share_places (self))
        add_flat (self, cr, x, base, side, stack->count);
      for (guint k = 0; k < stack->count && !share_places (self); k++)
        add_block (cr, x, base - (k + 1) * self->step, side);
    }
  ex_paint_set_color (cr, &palette->strong);
  cairo_fill (cr);
}

/* ---- Few: circles ---- */

static void
draw_few (ExDotChart *self, cairo_t *cr, const ExDotGroup *group, const ExPalette *palette)
{
  double radius = MAX (0.75, (self->size - GAP) / 2);

  for (guint i = 0; i < group->n_values; i++)
    {
      ExRect rect = ex_dot_chart_dot_rect (self, group, i);

      ex_paint_dot (cr, rect.x + rect.width / 2, rect.y + rect.height / 2, radius, &palette->strong);
    }
}

/* ---- Those without a value: open ---- */

static void
draw_open (ExDotChart *self, cairo_t *cr, const ExDotGroup *group, const ExPalette *palette)
{
  double line = MIN (1.4, self->size / 4), radius = MAX (0.5, (self->size - GAP - line) / 2);

  for (guint i = group->n_values; i < group->dots->len; i++)
    {
      ExRect rect = ex_dot_chart_dot_rect (self, group, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, rect.x + rect.width / 2, rect.y + rect.height / 2, radius, 0, 2 * G_PI);
    }
  cairo_set_line_width (cr, line);
  ex_paint_set_color (cr, &palette->dim);
  cairo_stroke (cr);
}

/* As one hatched block: its full columns, and what is left over. */
static void
draw_open_block (ExDotChart *self, cairo_t *cr, const ExDotGroup *group, const ExPalette *palette)
{
  guint n = group->dots->len - group->n_values, rows = ex_dot_chart_none_rows (self, group);
  ExRect first, last;

  for (guint i = 0; i < n; i = i < n / rows * rows ? n / rows * rows : n)
    {
      guint end = i == 0 && n >= rows ? n / rows * rows : n;
      ExRect whole;

      first = ex_dot_chart_dot_rect (self, group, group->n_values + i);
      last = ex_dot_chart_dot_rect (self, group, group->n_values + end - 1);
      whole.x = MIN (first.x, last.x);
      whole.width = MAX (first.x, last.x) + first.width - whole.x;
      whole.height = MIN (end - i, rows) * self->step;
      whole.y = group->base - whole.height;
      ex_paint_rect (cr, &whole, &palette->dim, EX_FILL_OPEN);
    }
}

/* ---- The rest ---- */

static double
x_at (ExDotChart *self, double value)
{
  return ex_dot_chart_rect_at (self, self->from + ex_dot_chart_along (self, value), 0, 0, 0).x;
}

static void
draw_levels (ExDotChart *self, cairo_t *cr, double bottom, const ExPalette *palette)
{
  const double dashes[] = { 4, 3 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < self->levels->len; i++)
    {
      const ExDotLevel *level = ex_dot_level (self, i);
      double x = floor (x_at (self, level->value)) + 0.5;

      if (!isnan (level->value))
        ex_paint_line (cr, x, level->top, x, bottom, 1.2, &palette->dim);
    }
  cairo_restore (cr);
}

static void
draw_grid (ExDotChart *self, cairo_t *cr, double bottom, const ExPalette *palette)
{
  for (guint i = 0; i < self->axis.axis.n_ticks; i++)
    {
      double x = floor (x_at (self, self->axis.axis.ticks[i])) + 0.5;

      ex_paint_line (cr, x, self->area.y, x, bottom, 1, &palette->grid);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      ExRect base = ex_dot_chart_rect_at (self, self->from - self->size / 2, floor (ex_dot_group (self, i)->base) + 0.5, self->width + self->size, 0);

      ex_paint_line (cr, base.x, base.y, base.x + base.width, base.y, 1, &palette->grid);
    }
}

/* Where the median of a group is marked: from its base up over the highest of its dots. */
static ExRect
median_rect (ExDotChart *self, const ExDotGroup *group)
{
  double most = group->base - group->y - 1, up = CLAMP (self->step * group->highest + 5, 0.7 * most, most);

  if (group->n_values == 1)
    up = 0; /* the dot is its own median */
  return (ExRect) { x_at (self, group->median), group->base - up, 0, up };
}

/* An upright line on a foot, @foot high. It stands behind the dots and hides none; over them and under them it shows. No height: the foot alone. */
static void
draw_median (cairo_t *cr, const ExRect *rect, double foot, const ExPalette *palette)
{
  double bottom = rect->y + rect->height;

  if (rect->height > 0)
    ex_paint_line (cr, rect->x, rect->y, rect->x, bottom, 2, &palette->text);
  ex_paint_set_color (cr, &palette->text);
  cairo_move_to (cr, rect->x, bottom);
  cairo_line_to (cr, rect->x + 0.8 * foot, bottom + foot);
  cairo_line_to (cr, rect->x - 0.8 * foot, bottom + foot);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_medians (ExDotChart *self, cairo_t *cr, const ExPalette *palette)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);
      ExRect rect = median_rect (self, group);

      if (!isnan (group->median))
        draw_median (cr, &rect, MIN (5, group->y + group->height - group->base), palette);
    }
  if (self->median_key.height > 0)
    draw_median (cr, &self->median_key, 4, palette);
}

/* Around a round dot the ring is round, with a rim that sets it off from the neighbours. */
void
ex_dot_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  ExRect rect;
  int dot;

  ex_dot_chart_find (self, (guint) mark, &dot);
  ex_chart_mark_rect (chart, (guint) mark, &rect);
  if (dot < 0 || self->n_dots > EX_DOTS_MANY || share_places (self))
    {
      ex_paint_ring (cr, &rect, palette);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width / 2 + 2, 0, 2 * G_PI);
  ex_paint_set_color (cr, &palette->background);
  cairo_set_line_width (cr, 4.5);
  cairo_stroke_preserve (cr);
  ex_paint_set_color (cr, &palette->text);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
ex_dot_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  gboolean many = self->n_dots > EX_DOTS_MANY || share_places (self);
  const ExDotGroup *last;

  if (self->groups->len == 0)
    return;
  last = ex_dot_group (self, self->groups->len - 1);
  draw_grid (self, cr, last->base, palette);
  draw_levels (self, cr, last->y + last->height, palette);
  draw_medians (self, cr, palette);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);

      if (many)
        draw_many (self, cr, group, palette);
      else
        draw_few (self, cr, group, palette);
      if (many)
        draw_open_block (self, cr, group, palette);
      else
        draw_open (self, cr, group, palette);
    }
}
