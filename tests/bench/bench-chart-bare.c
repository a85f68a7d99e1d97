#include "config.h"

#include "bench-chart-bare.h"

#include "chart/ex-curve-chart-private.h"
#include "chart/ex-distribution-chart-private.h"
#include "chart/ex-dumbbell-chart-private.h"
#include "chart/ex-growth-chart-private.h"
#include "chart/ex-icicle-chart-private.h"
#include "chart/ex-ladder-chart-private.h"
#include "chart/ex-multiples-chart.h"

#include <math.h>
#include <string.h>

#define WIDTH 1200.0
#define GRID_LINES 6

struct _Bare
{
  ExChart *chart;
  void  (* marks) (const Bare *self, cairo_t *cr);
  ExRect  *rects;  /* of the marks */
  guint    n;
};

/* ---- Strokes ---- */

static void
ink (cairo_t *cr, double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
}

static void
box (cairo_t *cr, const ExRect *rect)
{
  cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

static void
dot (cairo_t *cr, double x, double y, double radius, double gray)
{
  ink (cr, gray);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
line (cairo_t *cr, double x0, double y0, double x1, double y1, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
hatch (cairo_t *cr, const ExRect *rect, double step)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += step)
    {
      cairo_move_to (cr, x, rect->y);
      cairo_line_to (cr, x + rect->height, rect->y + rect->height);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* ---- Marks of many charts ---- */

static void
draw_rects (const Bare *self, cairo_t *cr)
{
  for (guint i = 0; i < self->n; i++)
    box (cr, &self->rects[i]);
}

static void
draw_dots (const Bare *self, cairo_t *cr)
{
  for (guint i = 0; i < self->n; i++)
    dot (cr, self->rects[i].x + self->rects[i].width / 2, self->rects[i].y + self->rects[i].height / 2, self->rects[i].width / 2, 0.4);
}

static void
draw_line (const Bare *self, cairo_t *cr)
{
  ExMultiplesChart *sheet = EX_IS_MULTIPLES_CHART (self->chart) ? EX_MULTIPLES_CHART (self->chart) : NULL;

  draw_dots (self, cr);
  for (guint i = 0; i < self->n; i++)
    {
      double x = self->rects[i].x + self->rects[i].width / 2, y = self->rects[i].y + self->rects[i].height / 2;

      if (sheet != NULL && i > 0 && ex_multiples_chart_panel_of (sheet, i) != ex_multiples_chart_panel_of (sheet, i - 1))
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* ---- Marks of one ---- */

static void
trace_net (ExGrowthChart *chart, cairo_t *cr)
{
  for (guint i = 0; i < chart->columns->len; i++)
    cairo_line_to (cr, ex_growth_column (chart, i)->middle, ex_growth_column (chart, i)->net_y);
}

/* Two bars a period, the net with its rim across them. */
static void
draw_growth (const Bare *self, cairo_t *cr)
{
  ExGrowthChart *chart = EX_GROWTH_CHART (self->chart);

  for (guint i = 0; i < chart->columns->len; i++)
    {
      box (cr, &ex_growth_column (chart, i)->up);
      box (cr, &ex_growth_column (chart, i)->down);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.75);
  cairo_set_line_width (cr, 4);
  trace_net (chart, cr);
  cairo_stroke (cr);
  ink (cr, 0.1);
  cairo_set_line_width (cr, 2);
  trace_net (chart, cr);
  cairo_stroke (cr);
  for (guint i = 0; i < chart->columns->len; i++)
    {
      dot (cr, ex_growth_column (chart, i)->middle, ex_growth_column (chart, i)->net_y, 4.25, 1);
      dot (cr, ex_growth_column (chart, i)->middle, ex_growth_column (chart, i)->net_y, 3, 0.1);
    }
}

/* An outlined, hatched bar and a full one a point. */
static void
draw_ratings (const Bare *self, cairo_t *cr)
{
  ExDistributionChart *chart = EX_DISTRIBUTION_CHART (self->chart);

  for (guint i = 0; i < chart->groups->len; i++)
    for (guint j = 0; j < chart->n_points; j++)
      {
        ExRect before = ex_distribution_bar (chart, ex_distribution_group (chart, i), j, TRUE);
        ExRect after = ex_distribution_bar (chart, ex_distribution_group (chart, i), j, FALSE);

        ink (cr, 0.5);
        hatch (cr, &before, 9);
        cairo_rectangle (cr, before.x, before.y, before.width, before.height);
        cairo_stroke (cr);
        box (cr, &after);
      }
}

/* A bar, a dot, a ring and a diamond with its rim a row. */
static void
draw_dumbbells (const Bare *self, cairo_t *cr)
{
  ExDumbbellChart *chart = EX_DUMBBELL_CHART (self->chart);

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const double *values = ex_dumbbell_row (chart, i)->values;
      double x[3], y = ex_dumbbell_y (chart, i), radius = chart->radius;

      for (guint j = 0; j < 3; j++)
        x[j] = ex_dumbbell_x (chart, values[j]);
      box (cr, &(ExRect) { MIN (x[0], MIN (x[1], x[2])), y - 2, MAX (x[0], MAX (x[1], x[2])) - MIN (x[0], MIN (x[1], x[2])), 4 });
      cairo_arc (cr, x[1], y, radius, 0, 2 * G_PI);
      ink (cr, 1);
      cairo_fill_preserve (cr);
      ink (cr, 0.1);
      cairo_set_line_width (cr, 1.8);
      cairo_stroke (cr);
      dot (cr, x[0], y, radius * 0.86, 0.4);
      cairo_move_to (cr, x[2], y - radius);
      cairo_line_to (cr, x[2] + radius, y);
      cairo_line_to (cr, x[2], y + radius);
      cairo_line_to (cr, x[2] - radius, y);
      cairo_close_path (cr);
      ink (cr, 1);
      cairo_stroke_preserve (cr);
      ink (cr, 0.1);
      cairo_fill (cr);
    }
}

/* The parts, and the shapes in them. */
static void
draw_cascade (const Bare *self, cairo_t *cr)
{
  ExIcicleChart *chart = EX_ICICLE_CHART (self->chart);

  draw_rects (self, cr);
  for (guint i = 0; i < chart->shapes->len; i++)
    {
      const ExIcicleSwatch *shape = &g_array_index (chart->shapes, ExIcicleSwatch, i);
      const ExRect *rect = &shape->rect;

      ink (cr, 0.1);
      if (shape->tone == EX_TONE_GOOD)
        cairo_arc (cr, rect->x + rect->width / 2, rect->y + rect->height / 2, rect->width / 2, 0, 2 * G_PI);
      else if (shape->tone == EX_TONE_WATCH)
        {
          cairo_move_to (cr, rect->x, rect->y + rect->height);
          cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height);
          cairo_line_to (cr, rect->x + rect->width / 2, rect->y);
        }
      else
        cairo_rectangle (cr, rect->x, rect->y, rect->width, shape->tone == EX_TONE_BAD ? rect->height : 2);
      cairo_fill (cr);
    }
}

static void
trace_curve (ExCurveChart *chart, cairo_t *cr)
{
  cairo_move_to (cr, chart->area.x, ex_curve_y (chart, 0));
  cairo_line_to (cr, ex_curve_point (chart, 0)->x, ex_curve_y (chart, 0));
  for (guint i = 0; i < chart->points->len; i++)
    cairo_line_to (cr, ex_curve_point (chart, i)->x, ex_curve_point (chart, i)->y);
  cairo_line_to (cr, chart->area.x + chart->area.width, ex_curve_point (chart, chart->points->len - 1)->y);
}

/* The curve, what is under it between two values, hatched, a stem for each spot. */
static void
draw_curve (const Bare *self, cairo_t *cr)
{
  ExCurveChart *chart = EX_CURVE_CHART (self->chart);
  const ExCurveMark *forecast = &chart->spots[EX_CURVE_FORECAST];
  double from = ex_curve_x (chart, forecast->low), to = ex_curve_x (chart, forecast->high), bottom = ex_curve_y (chart, 0);

  cairo_save (cr);
  cairo_rectangle (cr, from, chart->area.y, to - from, bottom - chart->area.y);
  cairo_clip (cr);
  trace_curve (chart, cr);
  cairo_line_to (cr, chart->area.x + chart->area.width, bottom);
  cairo_set_source_rgba (cr, 0.1, 0.4, 0.8, 0.2);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  hatch (cr, &(ExRect) { from, chart->area.y, to - from, bottom - chart->area.y }, 6);
  cairo_restore (cr);
  for (guint i = 0; i < 2; i++)
    line (cr, chart->spots[i].x, chart->spots[i].y, chart->spots[i].x, bottom, 1.5);
  trace_curve (chart, cr);
  ink (cr, 0.1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  for (guint i = 0; i < 2; i++)
    draw_dots (self, cr); /* each with a rim */
}

/* The curve, what is climbed of it, a stem for each rung. */
static void
draw_ladder (const Bare *self, cairo_t *cr)
{
  ExLadderChart *chart = EX_LADDER_CHART (self->chart);
  double bottom = ex_ladder_y (chart, 0), x = chart->actual.x;

  cairo_move_to (cr, chart->area.x, bottom);
  for (guint i = 0; i < chart->marks->len && ex_ladder_mark (chart, i)->x <= x; i++)
    cairo_line_to (cr, ex_ladder_mark (chart, i)->x, ex_ladder_mark (chart, i)->y);
  cairo_line_to (cr, x, bottom);
  cairo_set_source_rgba (cr, 0.1, 0.4, 0.8, 0.2);
  cairo_fill (cr);
  ink (cr, 0.4);
  for (guint i = 0; i < chart->marks->len; i++)
    line (cr, ex_ladder_mark (chart, i)->x, ex_ladder_mark (chart, i)->y, ex_ladder_mark (chart, i)->x, bottom, 1);
  draw_line (self, cr);
}

/* ---- What all have ---- */

static void
draw_grid (cairo_t *cr, guint n_panels)
{
  ink (cr, 0.9);
  for (guint i = 0; i < GRID_LINES * n_panels; i++)
    line (cr, 60, 100.5 + 90 * (i % GRID_LINES), 60 + (WIDTH - 120) / n_panels, 100.5 + 90 * (i % GRID_LINES), 1);
}

static void
draw_words (ExChart *chart, cairo_t *cr)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    {
      const ExLabel *label = g_ptr_array_index (labels, i);

      ink (cr, 0.2);
      cairo_move_to (cr, label->rect.x - label->x_offset, label->rect.y);
      pango_cairo_show_layout (cr, label->layout);
    }
}

void
bare_draw (const Bare *self, cairo_t *cr)
{
  ExMultiplesChart *sheet = EX_IS_MULTIPLES_CHART (self->chart) ? EX_MULTIPLES_CHART (self->chart) : NULL;

  ink (cr, 1);
  cairo_paint (cr);
  draw_grid (cr, sheet != NULL ? ex_multiples_chart_n_panels (sheet) : 1);
  self->marks (self, cr);
  draw_words (self->chart, cr);
  for (guint i = 0; sheet != NULL && i < ex_multiples_chart_n_panels (sheet); i++)
    draw_words (ex_multiples_chart_get_panel (sheet, i), cr);
}

Bare *
bare_new (const char *name, ExChart *chart)
{
  static const struct { const char *name; void (* marks) (const Bare *self, cairo_t *cr); } own[] = {
    { "growth", draw_growth },     { "dumbbell", draw_dumbbells }, { "distribution", draw_dots }, { "ratings", draw_ratings }, { "line", draw_line },
    { "multiples", draw_line },    { "cascade", draw_cascade },    { "reward-curve", draw_curve }, { "ladder", draw_ladder },
  };
  Bare *self = g_new0 (Bare, 1);

  self->chart = chart;
  self->marks = draw_rects;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (strcmp (own[i].name, name) == 0)
      self->marks = own[i].marks;
  self->n = ex_chart_n_marks (chart);
  self->rects = g_new0 (ExRect, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    ex_chart_mark_rect (chart, i, &self->rects[i]);

  return self;
}

void
bare_free (Bare *self)
{
  g_free (self->rects);
  g_free (self);
}
