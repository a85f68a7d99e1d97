/* Where the columns of a growth chart stand. From the outside in: the key, the words of the axis, the periods under the columns, the columns,
 * and last the words at them, which take what room is left. */
#include "config.h"

#include "ex-growth-chart-private.h"

#include <math.h>

#define BAR_SHARE 0.64
/* Wider columns would be walls; in ems. */
#define WIDEST_SLOT 8.0
#define WORD_GAP 4.0
/* Between a column that reaches the end of the axis and its words there may be a dot of the line. */
#define VALUE_GAP 8.0
/* The axis may grow by this share of itself. */
#define EXTRA_SHARE 0.15
#define THINNEST_BAR 1.5
/* Slots narrower than this have no room for a dot on the line. */
#define SLOT_OF_A_DOT 9.0

/* ---- The axis ---- */

static ExExtent
value_extent (ExGrowthChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;

  ex_extent_add (&extent, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);

      ex_extent_add (&extent, column->gained);
      ex_extent_add (&extent, -column->lost);
      ex_extent_add (&extent, column->low);
      ex_extent_add (&extent, column->high);
    }

  return extent;
}

/* A side so short that no step falls into it gets one, if a little more room is enough for that. TRUE: the extent has grown. */
static gboolean
reach_a_step (ExGrowthChart *self, ExExtent *extent)
{
  const ExAxis *axis = &self->axis.axis;
  gboolean up = axis->n_ticks > 0 && extent->high > 0 && axis->ticks[axis->n_ticks - 1] <= 0;
  gboolean down = axis->n_ticks > 0 && extent->low < 0 && axis->ticks[0] >= 0;
  double most = EXTRA_SHARE * (extent->high - extent->low);

  up = up && axis->step - extent->high <= most;
  down = down && axis->step + extent->low <= most;
  extent->high = up ? axis->step : extent->high;
  extent->low = down ? -axis->step : extent->low;

  return up || down;
}

static void
layout_axis (ExGrowthChart *self)
{
  ExExtent extent = value_extent (self);
  gboolean zeros = extent.low == 0 && extent.high == 0;
  /* Two sides are read from their middle: their steps may be closer together. */
  double height = zeros ? 0 : 1.4 * self->area.height;

  if (zeros)
    extent.high = 1; /* they stand on the base line all the same */
  ex_value_axis_init (&self->axis, EX_CHART (self), &extent, 0, height, &self->format);
  if (zeros)
    ex_value_axis_keep_first (&self->axis);
  else if (reach_a_step (self, &extent))
    ex_value_axis_init (&self->axis, EX_CHART (self), &extent, 0, height, &self->format);
}

/* Room beside the columns for the words of the axis. In a narrow chart hover and table must do. */
static gboolean
reserve_axis (ExGrowthChart *self)
{
  return ex_value_axis_reserve (&self->axis, EX_CHART (self), 18, 0.25, &self->area);
}

/* ---- The columns ---- */

static void
layout_slots (ExGrowthChart *self)
{
  guint n = self->columns->len;

  self->slot = MIN (self->area.width / n, WIDEST_SLOT * ex_chart_get_em (EX_CHART (self)));
  self->start = self->area.x + (self->area.width - self->slot * n) / 2;
}

/* Something small is still there to see. */
static double
bar_height (ExGrowthChart *self, double size)
{
  double base = ex_value_axis_y (&self->axis, 0);

  return size > 0 ? MAX (THINNEST_BAR, base - ex_value_axis_y (&self->axis, size)) : 0;
}

static void
layout_columns (ExGrowthChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));
  double words = ex_chart_measure_height (EX_CHART (self), NULL, EX_AXIS_TEXT_SCALE) + VALUE_GAP;
  double room = self->area.height > 6 * em ? words : MIN (WORD_GAP, self->area.height / 8);
  double width = MAX (0.5, self->slot * BAR_SHARE);
  double base;

  self->axis.top = self->area.y + room;
  self->axis.bottom = self->area.y + self->area.height - (self->axis.axis.low < 0 ? room : 0);
  base = ex_value_axis_y (&self->axis, 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ExGrowthColumn *column = ex_growth_column (self, i);
      double up = bar_height (self, column->gained), down = bar_height (self, column->lost);

      column->middle = self->start + (i + 0.5) * self->slot;
      column->up = (ExRect) { column->middle - width / 2, base - up, width, up };
      column->down = (ExRect) { column->middle - width / 2, base, width, down };
      column->net_y = ex_value_axis_y (&self->axis, column->net);
    }
}

gboolean
ex_growth_shows_points (ExGrowthChart *self)
{
  return self->slot >= SLOT_OF_A_DOT;
}

void
ex_growth_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  gboolean axis;
  double periods;

  self->area = *plot;
  for (guint i = 0; i < EX_GROWTH_N_KEYS; i++)
    self->swatches[i] = (ExRect) { 0 };
  if (self->columns->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  ex_growth_place_key (self);
  layout_axis (self);
  axis = reserve_axis (self);
  layout_slots (self);
  periods = ex_growth_periods_height (self);
  self->area.height -= periods;
  if (periods > 0)
    ex_growth_place_periods (self, self->area.y + self->area.height + WORD_GAP);
  layout_columns (self);
  if (axis)
    ex_value_axis_place (&self->axis, chart, ex_chart_get_rtl (chart) ? self->area.x + self->area.width + WORD_GAP : self->area.x - WORD_GAP,
                         !ex_chart_get_rtl (chart));
  ex_growth_place_gaps (self);
  ex_growth_place_values (self);
}
