/* The words at the points of a reward curve: each beside its dot, where neither the curve nor another word is. */
#include "config.h"

#include "ex-curve-chart-private.h"

#include <math.h>

#define DOT_GAP 5.0
#define CLEARANCE 1.5
#define APART 6.0
/* The least width for words at the points, in ems. */
#define ROOM_OF_POINTS 20.0
/* Of a curve of more points, the axes say enough. */
#define MOST_WORDED 40

typedef struct { double x, y; } Place;

/* ---- What is in the way ---- */

static gboolean
meets_curve (ExCurveChart *self, const ExRect *rect)
{
  guint n = self->points->len;
  const ExCurveMark *first = ex_curve_point (self, 0), *last = ex_curve_point (self, n - 1);
  double bottom = ex_curve_y (self, 0), start = ex_curve_x (self, ex_curve_start (self));

  if (ex_rect_meets_line (rect, self->area.x, bottom, start, bottom) || ex_rect_meets_line (rect, start, bottom, start, first->y)
      || ex_rect_meets_line (rect, last->x, last->y, self->area.x + self->area.width, last->y))
    return TRUE;
  for (guint i = 0; i + 1 < n; i++)
    {
      const ExCurveMark *a = ex_curve_point (self, i), *b = ex_curve_point (self, i + 1);

      if (ex_rect_meets_line (rect, a->x, a->y, b->x, b->y))
        return TRUE;
    }

  return FALSE;
}

static gboolean
meets_dot (ExCurveChart *self, const ExRect *rect)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      ExRect dot;

      ex_chart_mark_rect (EX_CHART (self), i, &dot);
      if (ex_rect_overlaps (rect, &dot, 0))
        return TRUE;
    }

  return FALSE;
}

/* Of a spot, or the edge of the gate. */
static gboolean
meets_stem (ExCurveChart *self, const ExRect *rect)
{
  double gate = isnan (self->gate) ? -1 : ex_curve_x (self, self->gate);

  if (gate >= rect->x && gate <= rect->x + rect->width)
    return TRUE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExCurveMark *mark = ex_curve_mark (self, i);

      if (mark->spot && ex_rect_meets_line (rect, mark->x, mark->y, mark->x, ex_curve_y (self, 0)))
        return TRUE;
    }

  return FALSE;
}

/* What words may stand on, from best to worst. */
typedef enum { ON_NOTHING, ON_STEMS, ON_CURVE } Ground;

static gboolean
is_clear (ExCurveChart *self, const ExRect *label, Ground worst)
{
  ExRect rect = { label->x - CLEARANCE, label->y - CLEARANCE, label->width + 2 * CLEARANCE, label->height + 2 * CLEARANCE };
  double right = self->area.x + self->area.width;
  double apart = MAX (self->area.x, label->x - APART); /* two words side by side are not one */
  ExRect room = { apart, label->y, MIN (right, label->x + label->width + APART) - apart, label->height };

  return label->x >= self->area.x && label->x + label->width <= right && label->y >= self->area.y
         && label->y + label->height <= self->payout.bottom && ex_chart_is_free (EX_CHART (self), &room) && !meets_dot (self, &rect)
         && (worst >= ON_CURVE || !meets_curve (self, &rect)) && (worst >= ON_STEMS || !meets_stem (self, &rect));
}

/* Takes @label, at the first of its places that is clear. */
static gboolean
place_at_first (ExCurveChart *self, ExLabel *label, const Place *places, guint n_places, Ground worst)
{
  for (guint ground = ON_NOTHING; ground <= worst; ground++)
    for (guint i = 0; i < n_places; i++)
      {
        label->rect.x = places[i].x;
        label->rect.y = places[i].y;
        if (!is_clear (self, &label->rect, (Ground) ground))
          continue;
        ex_chart_place (EX_CHART (self), label, places[i].x, places[i].y);
        return TRUE;
      }
  ex_label_free (label);

  return FALSE;
}

/* ---- The words ---- */

/* A curve only rises: the room is above at the left, and below at the right. A spot looks below first, a point above. */
static gboolean
place_beside (ExCurveChart *self, const ExCurveMark *mark, ExLabel *label, gboolean below_first, Ground worst)
{
  double w = label->rect.width, h = label->rect.height;
  double off = EX_CURVE_SPOT_DOT + DOT_GAP;
  double low = self->area.x, high = MAX (low, self->area.x + self->area.width - w);
  double right = mark->x + off, left = mark->x - off - w, middle = CLAMP (mark->x - w / 2, low, high);
  double above = mark->y - off - h, below = mark->y + off;
  const Place over[] = { { left, mark->y - h - 2 }, { left, above }, { middle, above }, { left, mark->y - h / 2 }, { left, above - h } };
  const Place under[] = { { right, mark->y + 2 }, { right, below }, { right, mark->y - h / 2 }, { middle, below }, { right, below + h } };
  Place places[G_N_ELEMENTS (over) + G_N_ELEMENTS (under)];

  for (guint i = 0; i < G_N_ELEMENTS (over); i++)
    {
      places[i] = below_first ? under[i] : over[i];
      places[i + G_N_ELEMENTS (over)] = below_first ? over[i] : under[i];
    }

  return place_at_first (self, label, places, G_N_ELEMENTS (places), worst);
}

static gboolean
place_spot (ExCurveChart *self, const ExCurveMark *spot)
{
  gboolean today = spot->index == EX_CURVE_TODAY;
  ExLabel *label;

  if (!spot->shown || spot->label == NULL)
    return TRUE;
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), spot->label, EX_AXIS_TEXT_SCALE, today, EX_INK_STRONG);
  if (label->rect.width > 0.45 * self->area.width)
    ex_label_wrap (label, 0.45 * self->area.width, 2, ex_chart_get_rtl (EX_CHART (self)) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return place_beside (self, spot, label, TRUE, today ? ON_CURVE : ON_STEMS);
}

static void
place_point (ExCurveChart *self, const ExCurveMark *point)
{
  g_autofree char *growth = ex_curve_text (self, point->growth, 0);
  g_autofree char *payout = ex_curve_text (self, point->payout, 0);
  g_autofree char *text = g_strdup_printf ("%s → %s", growth, payout);

  place_beside (self, point,
                ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, (int) point->index == self->active, EX_INK_TEXT),
                FALSE, ON_STEMS);
}

static ExLabel *
new_gate_label (ExCurveChart *self)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), self->gate_label, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
}

/* In the shaded part, near its top; beside it where that is too narrow for all of it. */
static void
place_gate (ExCurveChart *self)
{
  double x = isnan (self->gate) ? 0 : ex_curve_x (self, self->gate);
  double room = x - self->area.x - 4 * CLEARANCE;
  ExLabel *label;

  if (isnan (self->gate) || self->gate_label == NULL || self->gate <= self->growth.low)
    return;
  label = new_gate_label (self);
  if (room > 5 * ex_chart_get_em (EX_CHART (self)))
    ex_label_wrap (label, room, 3, PANGO_ALIGN_LEFT);
  if (pango_layout_is_ellipsized (label->layout))
    {
      ex_label_free (label);
      label = new_gate_label (self);
    }
  {
    double left = x - 2 * CLEARANCE - label->rect.width, right = x + 2 * CLEARANCE;
    const Place places[] = { { left, self->payout.top }, { right, self->payout.top }, { left, self->payout.top + 2 * label->rect.height } };

    place_at_first (self, label, places, G_N_ELEMENTS (places), ON_NOTHING);
  }
}

/* What growth is of: over the far end of its axis, where a curve that rises leaves room. */
static void
place_growth_name (ExCurveChart *self)
{
  ExLabel *label;
  Place place;

  if (self->growth_name == NULL)
    return;
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), self->growth_name, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
  if (label->rect.width > 0.5 * self->area.width)
    ex_label_wrap (label, 0.5 * self->area.width, 1, PANGO_ALIGN_LEFT);
  place = (Place) { self->area.x + self->area.width - label->rect.width, self->payout.bottom - label->rect.height - 2 * CLEARANCE };
  place_at_first (self, label, &place, 1, ON_NOTHING);
}

/* In a small picture a word would be nearer to a neighbour than to its own point. */
static void
place_points (ExCurveChart *self)
{
  if (self->area.width < ROOM_OF_POINTS * ex_chart_get_em (EX_CHART (self)) || self->points->len > MOST_WORDED)
    return;
  for (guint i = 0; i < self->points->len; i++)
    if ((int) ex_curve_point (self, i)->index == self->active)
      place_point (self, ex_curve_point (self, i));
  for (guint i = 0; i < self->points->len; i++)
    if ((int) ex_curve_point (self, i)->index != self->active)
      place_point (self, ex_curve_point (self, i));
}

void
ex_curve_place_labels (ExCurveChart *self)
{
  static const ExCurveSpot order[] = { EX_CURVE_TODAY, EX_CURVE_WHAT_IF, EX_CURVE_FORECAST };

  /* A forecast beside a growth without words would be taken for it. */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (!place_spot (self, &self->spots[order[i]]))
      break;
  place_points (self);
  place_gate (self);
  place_growth_name (self);
}
