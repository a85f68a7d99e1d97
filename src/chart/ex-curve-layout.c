/* Where the points of a reward curve stand: the range of growth and payout, the axes and their words. */
#include "config.h"

#include "ex-curve-chart-private.h"

#include <math.h>

#define WORD_GAP 4.0
/* From the ground to the words of growth: for the lower half of a dot. */
#define TICK_GAP 7.0
/* The flat parts left and right of the points, as shares of the growth between them. */
#define FLAT_LEFT 0.10
#define FLAT_RIGHT 0.16
/* Over the highest payout, for its words. */
#define HEADROOM 1.18
/* A growth further out than this many times what the points span is drawn at the edge: its words say where it is. */
#define FARTHEST 1.0

/* ---- The range ---- */

static void
extend (ExExtent *extent, double value, const ExExtent *limit)
{
  if (!isnan (value))
    ex_extent_add (extent, CLAMP (value, limit->low, limit->high));
}

static ExExtent
growth_extent (ExCurveChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;
  ExExtent core, limit;
  double span;

  for (guint i = 0; i < self->points->len; i++)
    ex_extent_add (&extent, ex_curve_point (self, i)->growth);
  ex_extent_add (&extent, self->gate);
  core = extent;
  span = ex_extent_kind (&core) == EX_EXTENT_PROPER ? core.high - core.low : MAX (1, fabs (core.high));
  limit = (ExExtent) { core.low - FARTHEST * span, core.high + FARTHEST * span, TRUE };
  for (guint i = 0; i < EX_N_CURVE_SPOTS; i++)
    if (self->spots[i].shown)
      {
        extend (&extent, self->spots[i].growth, &limit);
        extend (&extent, self->spots[i].low, &limit);
        extend (&extent, self->spots[i].high, &limit);
      }
  span = extent.high > extent.low ? extent.high - extent.low : span;
  extent.low = MIN (extent.low, core.low - FLAT_LEFT * span) - 0.03 * span;
  extent.high = MAX (extent.high, core.high + FLAT_RIGHT * span) + 0.03 * span;

  return extent;
}

static ExExtent
payout_extent (ExCurveChart *self)
{
  ExExtent extent = { 0, 100, TRUE };

  if (!isnan (self->range_payout))
    return (ExExtent) { 0, self->range_payout, TRUE };
  for (guint i = 0; i < self->points->len; i++)
    ex_extent_add (&extent, ex_curve_point (self, i)->payout);
  extent.low = 0; /* a payout under 0 is a mistake that stands at 0 until it is mended */
  extent.high *= HEADROOM;

  return extent;
}

/* ---- The axes ---- */

/* Round values of growth, coarser until all their words differ. */
static void
layout_growth (ExCurveChart *self)
{
  ExExtent extent = growth_extent (self);
  double em = ex_chart_get_em (EX_CHART (self));
  gboolean same = TRUE;

  if (!isnan (self->range_low))
    extent = (ExExtent) { self->range_low, self->range_high, TRUE };
  ex_axis_init (&self->growth, &extent, 0, (guint) CLAMP (self->area.width / (5 * em), 2, 12));
  while (same && self->growth.n_ticks > 1)
    {
      same = FALSE;
      for (guint i = 1; i < self->growth.n_ticks && !same; i++)
        {
          g_autofree char *a = ex_curve_text (self, self->growth.ticks[i - 1], self->growth.step);
          g_autofree char *b = ex_curve_text (self, self->growth.ticks[i], self->growth.step);

          same = g_str_equal (a, b);
        }
      if (same)
        ex_axis_coarsen (&self->growth);
    }
}

double
ex_curve_x (ExCurveChart *self, double growth)
{
  return self->area.x + self->area.width * CLAMP (ex_axis_map (&self->growth, growth), 0, 1);
}

double
ex_curve_y (ExCurveChart *self, double payout)
{
  return CLAMP (ex_value_axis_y (&self->payout, payout), self->payout.top, self->payout.bottom);
}

static void
layout_payout (ExCurveChart *self)
{
  ExExtent extent = payout_extent (self);

  ex_value_axis_init (&self->payout, EX_CHART (self), &extent, 0, self->area.height, &self->format);
}

/* Room beside the curve for the words of the payout. */
static gboolean
reserve_payout (ExCurveChart *self)
{
  return ex_value_axis_reserve (&self->payout, EX_CHART (self), 20, 0.25, &self->area);
}

/* Over the axis. Its line is the area's headroom. */
static void
place_payout_name (ExCurveChart *self, const ExRect *plot)
{
  ExChart *chart = EX_CHART (self);
  ExLabel *label;

  if (self->payout_name == NULL || plot->height < 11 * ex_chart_get_em (chart))
    return;
  label = ex_label_new (ex_chart_get_text_context (chart), self->payout_name, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
  ex_label_wrap (label, plot->width, 1, PANGO_ALIGN_LEFT);
  self->area.y += label->rect.height + WORD_GAP;
  self->area.height -= label->rect.height + WORD_GAP;
  ex_chart_try_place (chart, label, ex_chart_get_rtl (chart) ? plot->x + plot->width - label->rect.width : plot->x, plot->y);
}

static void
place_growth_ticks (ExCurveChart *self, double y)
{
  ExChart *chart = EX_CHART (self);
  double apart = 0.6 * ex_chart_get_em (chart);

  for (guint i = 0; i < self->growth.n_ticks; i++)
    {
      g_autofree char *text = ex_curve_text (self, self->growth.ticks[i], self->growth.step);
      g_autoptr (ExLabel) label = ex_label_new (ex_chart_get_text_context (chart), text, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
      double x = ex_curve_x (self, self->growth.ticks[i]) - label->rect.width / 2;
      double high = self->area.x + self->area.width - label->rect.width;
      ExRect room;

      x = CLAMP (x, self->area.x, MAX (self->area.x, high));
      room = (ExRect) { x, y, label->rect.width + apart, label->rect.height };
      room.width = MIN (room.width, ex_chart_get_frame (chart)->width - x);
      if (label->rect.width <= self->area.width && ex_chart_is_free (chart, &room))
        ex_chart_place (chart, g_steal_pointer (&label), x, y);
    }
}

/* A line under the curve for the words of growth; FALSE: there is no height for it. */
static gboolean
reserve_growth (ExCurveChart *self)
{
  double line = ex_chart_measure_height (EX_CHART (self), NULL, EX_AXIS_TEXT_SCALE) + TICK_GAP;

  if (self->area.height < 3.5 * line)
    return FALSE;
  self->area.height -= line;

  return TRUE;
}

static void
place_marks (ExCurveChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      ExCurveMark *mark = ex_curve_mark (self, i);

      mark->x = ex_curve_x (self, mark->growth);
      mark->y = ex_curve_y (self, mark->payout);
      mark->beyond = mark->growth < self->growth.low ? -1 : mark->growth > self->growth.high ? 1 : 0;
    }
}

void
ex_curve_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  gboolean words_beside, words_below;
  double dot = MIN (EX_CURVE_SPOT_DOT, plot->height / 8);

  self->area = *plot;
  if (self->marks->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  place_payout_name (self, plot);
  words_below = reserve_growth (self);
  layout_payout (self);
  words_beside = reserve_payout (self);
  layout_growth (self);
  self->payout.top = self->area.y + dot;
  self->payout.bottom = self->area.y + self->area.height - (words_below ? 0 : dot);
  place_marks (self);

  if (words_beside)
    ex_value_axis_place (&self->payout, chart,
                         ex_chart_get_rtl (chart) ? self->area.x + self->area.width + WORD_GAP : self->area.x - WORD_GAP,
                         !ex_chart_get_rtl (chart));
  if (words_below)
    place_growth_ticks (self, self->area.y + self->area.height + TICK_GAP);
  ex_curve_place_labels (self);
}
