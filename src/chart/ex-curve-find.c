/* What is at a place of the picture, and where something is in it: for the pointer. */
#include "config.h"

#include "ex-curve-chart-private.h"

#include <math.h>

/* A place this near to a point means it; in pixels, or an em with large text. */
#define REACH 14.0

/* The nearest answers, wherever in the picture: the marks are small. */
int
ex_curve_chart_hit (ExChart *chart, double x, double y)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  const ExFrame *frame = ex_chart_get_frame (chart);
  double nearest = INFINITY;
  int hit = -1;

  if (x < 0 || y < self->area.y - EX_CURVE_SPOT_DOT || x > frame->width || y > frame->height)
    return -1;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExCurveMark *mark = ex_curve_mark (self, i);
      double distance = hypot (mark->x - x, mark->y - y);

      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }

  return hit;
}

/* The layout is that of the last drawing even where something has changed since. */
static gboolean
is_laid_out (ExCurveChart *self)
{
  const ExFrame frame = *ex_chart_get_frame (EX_CHART (self));

  if (frame.width == 0)
    return FALSE;
  ex_chart_layout (EX_CHART (self), frame.width, frame.height, frame.theme, frame.background);

  return self->area.width > 0 && self->area.height > 0;
}

int
ex_curve_chart_point_at (ExCurveChart *self, double x, double y)
{
  double nearest;
  int found = -1;

  g_return_val_if_fail (EX_IS_CURVE_CHART (self), -1);

  if (!isfinite (x) || !isfinite (y) || !is_laid_out (self))
    return -1;
  nearest = MAX (REACH, ex_chart_get_em (EX_CHART (self)));
  for (guint i = 0; i < self->points->len; i++)
    {
      const ExCurveMark *point = ex_curve_point (self, i);
      double distance = hypot (point->x - x, point->y - y);

      if (distance > nearest)
        continue;
      nearest = distance;
      found = (int) point->index;
    }

  return found;
}

guint
ex_curve_chart_point_mark (ExCurveChart *self, guint point)
{
  g_return_val_if_fail (EX_IS_CURVE_CHART (self), G_MAXUINT);

  for (guint i = 0; i < self->marks->len; i++)
    if (!ex_curve_mark (self, i)->spot && ex_curve_mark (self, i)->index == point)
      return i;

  return G_MAXUINT;
}

gboolean
ex_curve_chart_unmap (ExCurveChart *self, double x, double y, double *growth, double *payout)
{
  g_return_val_if_fail (EX_IS_CURVE_CHART (self), FALSE);
  g_return_val_if_fail (growth != NULL && payout != NULL, FALSE);

  if (!isfinite (x) || !isfinite (y) || !is_laid_out (self))
    return FALSE;
  *growth = ex_axis_unmap (&self->growth, CLAMP ((x - self->area.x) / self->area.width, 0, 1));
  *payout = ex_axis_unmap (&self->payout.axis, CLAMP ((self->payout.bottom - y) / (self->payout.bottom - self->payout.top), 0, 1));

  return TRUE;
}

gboolean
ex_curve_chart_map (ExCurveChart *self, double growth, double payout, double *x, double *y)
{
  g_return_val_if_fail (EX_IS_CURVE_CHART (self), FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  if (!isfinite (growth) || !isfinite (payout) || !is_laid_out (self))
    return FALSE;
  *x = ex_curve_x (self, growth);
  *y = ex_curve_y (self, payout);

  return TRUE;
}

gboolean
ex_curve_chart_get_range (ExCurveChart *self, double *growth_low, double *growth_high, double *payout_high)
{
  g_return_val_if_fail (EX_IS_CURVE_CHART (self), FALSE);
  g_return_val_if_fail (growth_low != NULL && growth_high != NULL && payout_high != NULL, FALSE);

  if (!is_laid_out (self))
    return FALSE;
  *growth_low = self->growth.low;
  *growth_high = self->growth.high;
  *payout_high = self->payout.axis.high;

  return TRUE;
}
