/* Where everything of a line chart stands: ranges first, then the room for words at the left, right and bottom, then the line,
 * thinned to the pixels that it crosses. */
#include "config.h"

#include "ex-day-axis.h"
#include "ex-line-chart-private.h"

#include <math.h>

#define WORD_GAP 4.0
/* From the words of the value axis to the plot: a dot on the first day needs its half. */
#define AXIS_GAP 8.0
#define DAY_GAP 10.0
/* A dot with the air around it: nearer to each other, on average, dots would hide the line. */
#define DOT_ROOM 7.0
/* The width of a line with more points than pixels. */
#define DENSE_LINE 1.5

double
ex_line_chart_x (ExLineChart *self, double day)
{
  double share = (day - self->first) / (self->last - self->first);

  return self->area.x + self->area.width * CLAMP (share, 0.0, 1.0);
}

double
ex_line_chart_y (ExLineChart *self, double value)
{
  return ex_value_axis_y (&self->axis, value);
}

void
ex_line_chart_path_ends (ExLineChart *self, ExSpot *from, ExSpot *to)
{
  double first = self->has_range ? self->first_day : self->first;
  double last = self->has_range ? self->last_day : self->last;

  *from = (ExSpot) { ex_line_chart_x (self, first), ex_line_chart_y (self, self->path_from) };
  *to = (ExSpot) { ex_line_chart_x (self, last), ex_line_chart_y (self, self->path_to) };
}

void
ex_line_chart_forecast_ends (ExLineChart *self, ExSpot *from, ExSpot *end, ExSpot *low, ExSpot *high)
{
  const ExLineForecast *forecast = &self->forecast;
  double x = ex_line_chart_x (self, self->has_range ? self->last_day : self->last);

  if (from != NULL)
    *from = (ExSpot) { ex_line_chart_x (self, forecast->day), ex_line_chart_y (self, forecast->value) };
  if (end != NULL)
    *end = (ExSpot) { x, ex_line_chart_y (self, forecast->end) };
  if (low != NULL)
    *low = (ExSpot) { x, ex_line_chart_y (self, forecast->low) };
  if (high != NULL)
    *high = (ExSpot) { x, ex_line_chart_y (self, forecast->high) };
}

/* ---- Ranges ---- */

static void
add_values (ExExtent *extent, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    ex_extent_add (extent, ex_line_point (points, i)->value);
}

static ExExtent
value_extent (ExLineChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;
  double reach = 0;

  add_values (&extent, self->points);
  add_values (&extent, self->running);
  add_values (&extent, self->levels);
  if (self->has_path)
    {
      ex_extent_add (&extent, self->path_from);
      ex_extent_add (&extent, self->path_to);
    }
  if (self->has_zone)
    {
      ex_extent_add (&extent, self->zone_low);
      ex_extent_add (&extent, self->zone_high);
    }
  if (self->forecast.set)
    {
      ex_extent_add (&extent, self->forecast.value);
      ex_extent_add (&extent, self->forecast.end);
      /* A band over all bounds would flatten what was measured: it may take as much room again on either side and runs
       * off the plot beyond that. */
      reach = extent.high - extent.low;
      ex_extent_add (&extent, MAX (self->forecast.low, extent.low - reach));
      ex_extent_add (&extent, MIN (self->forecast.high, extent.high + reach));
    }

  return extent;
}

static void
layout_days (ExLineChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;

  if (self->has_range)
    {
      ex_extent_add (&extent, self->first_day);
      ex_extent_add (&extent, self->last_day);
    }
  for (guint i = 0; i < self->points->len; i++)
    ex_extent_add (&extent, ex_line_point (self->points, i)->day);
  for (guint i = 0; i < self->running->len; i++)
    ex_extent_add (&extent, ex_line_point (self->running, i)->day);
  if (self->forecast.set)
    ex_extent_add (&extent, self->forecast.day);

  self->first = extent.low;
  self->last = extent.high;
  if (ex_extent_kind (&extent) != EX_EXTENT_PROPER)
    {
      self->first -= 1; /* one day only: it stands in the middle */
      self->last += 1;
    }
}

/* ---- The words around the plot ---- */

static gboolean
reserve_values (ExLineChart *self)
{
  double width = ex_value_axis_width (&self->axis, EX_CHART (self)) + AXIS_GAP;

  gboolean fits = width <= 0.25 * self->area.width;

  if (!fits)
    width = DOT_ROOM / 2;
  self->area.x += width;
  self->area.width -= width;
  return fits;
}

static void
reserve_column (ExLineChart *self)
{
  double width = 0;

  self->beside = self->area.width >= 24 * ex_chart_get_em (EX_CHART (self));
  if (self->beside)
    width = ex_line_chart_column_width (self, 0.3 * self->area.width);
  self->area.width -= MAX (width, DOT_ROOM / 2);
}

static gboolean
any_context (ExLineChart *self)
{
  for (guint i = 0; i < self->ticks->len; i++)
    if (g_array_index (self->ticks, ExDayTick, i).context != NULL)
      return TRUE;

  return FALSE;
}

/* Months below the plot and the years below these, where there is room. */
static void
reserve_days (ExLineChart *self)
{
  double line = 1.35 * ex_chart_get_em (EX_CHART (self));
  double room = self->area.height;
  guint lines = 0;

  g_clear_pointer (&self->ticks, g_array_unref);
  self->ticks = ex_day_axis_ticks (self->first, self->last, self->area.width, DAY_GAP, ex_chart_measure, self);
  if (self->ticks->len > 0 && room > 3 * line)
    lines = any_context (self) && room > 6 * line ? 2 : 1;
  if (lines > 0)
    self->area.height -= lines * line + WORD_GAP;
  for (guint i = 0; i < self->ticks->len; i++)
    {
      ExDayTick *tick = &g_array_index (self->ticks, ExDayTick, i);

      if (lines < 2)
        g_clear_pointer (&tick->context, g_free);
      if (lines < 1)
        g_clear_pointer (&tick->text, g_free);
    }
}

static void
place_day (ExLineChart *self, const char *text, double x, double y)
{
  ExLabel *label = NULL;

  if (text == NULL)
    return;
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
  /* Not out to the left: the lowest word of the other axis stands there. */
  ex_chart_try_place (EX_CHART (self), label, MAX (self->area.x, x - label->rect.width / 2), y);
}

static void
place_days (ExLineChart *self)
{
  double y = self->area.y + self->area.height + WORD_GAP;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const ExDayTick *tick = &g_array_index (self->ticks, ExDayTick, i);
      double x = ex_line_chart_x (self, tick->day);

      place_day (self, tick->text, x, y);
      place_day (self, tick->context, x, y + 1.3 * ex_chart_get_em (EX_CHART (self)));
    }
}

/* ---- The line ---- */

static void
add_spot (GArray *line, double x, double y)
{
  ExSpot spot = { x, y };
  const ExSpot *before = line->len > 0 ? ex_line_spot (line, line->len - 1) : NULL;

  if (before == NULL || before->x != x || before->y != y)
    g_array_append_val (line, spot);
}

/* So much of the line as is over one pixel. @half: of the line's width. */
static void
add_column (ExLineChart *self, double x, double a, double b, double half)
{
  ExRect column = { x, MIN (a, b) - half, 1, fabs (a - b) + 2 * half };

  g_array_append_val (self->columns, column);
}

/* The pixels that the line passes between two columns: each of these reaches halfway to the other when they are neighbours. */
static void
add_way (ExLineChart *self, ExSpot from, ExSpot to, double half)
{
  double n = to.x - from.x;

  for (double i = 0; i <= n; i++)
    {
      double a = from.y + (to.y - from.y) * CLAMP ((i - 0.5) / n, 0, 1), b = from.y + (to.y - from.y) * CLAMP ((i + 0.5) / n, 0, 1);

      add_column (self, from.x + i, a, b, half);
    }
}

/* The points over one column of pixels, from @i on: where the line comes in, how far it goes, where it leaves. The next point. */
static guint
gather (ExLineChart *self, GArray *points, guint i, ExSpot *in, ExSpot *out, double *low, double *high)
{
  *in = (ExSpot) { ex_line_chart_x (self, ex_line_point (points, i)->day), ex_line_chart_y (self, ex_line_point (points, i)->value) };
  *out = *in;
  *low = *high = in->y;
  for (i++; i < points->len; i++)
    {
      double x = ex_line_chart_x (self, ex_line_point (points, i)->day);

      if (floor (x) != floor (in->x))
        break;
      *out = (ExSpot) { x, ex_line_chart_y (self, ex_line_point (points, i)->value) };
      *low = MIN (*low, out->y);
      *high = MAX (*high, out->y);
    }

  return i;
}

/* Of all points over one column of pixels, the first, lowest, highest and last draw the same line as all of them. */
static void
thin_line (ExLineChart *self, GArray *points)
{
  gboolean dense = points->len >= self->area.width;
  ExSpot in, out, before = { 0 };
  double low, high;

  g_array_set_size (self->line, 0);
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < points->len && !dense; i++)
    add_spot (self->line, ex_line_chart_x (self, ex_line_point (points, i)->day), ex_line_chart_y (self, ex_line_point (points, i)->value));
  for (guint i = 0; i < points->len && dense; before = (ExSpot) { floor (out.x), out.y })
    {
      gboolean first = i == 0;

      i = gather (self, points, i, &in, &out, &low, &high);
      if (!first)
        add_way (self, before, (ExSpot) { floor (in.x), in.y }, DENSE_LINE / 2);
      add_column (self, floor (in.x), low, high, DENSE_LINE / 2);
      add_spot (self->line, in.x, in.y);
      add_spot (self->line, out.x, low);
      add_spot (self->line, out.x, high);
      add_spot (self->line, out.x, out.y);
    }
}

void
ex_line_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  ExExtent extent = value_extent (self);
  double em = ex_chart_get_em (chart);
  double head = self->dues->len > 0 ? 1.5 * em : 0.5 * em; /* half a word of the topmost tick, or the words of due days */
  gboolean values = FALSE;

  ex_line_chart_sort (self);
  g_array_set_size (self->leaders, 0);
  layout_days (self);
  self->area = *plot;
  self->area.y += MIN (head, plot->height / 4);
  self->area.height -= MIN (head, plot->height / 4);
  ex_value_axis_init (&self->axis, chart, &extent, 0.06, self->area.height, &self->format);
  values = reserve_values (self);
  reserve_column (self);
  reserve_days (self);
  self->axis.top = self->area.y;
  self->axis.bottom = self->area.y + self->area.height;
  self->crowded = self->points->len * DOT_ROOM > self->area.width;

  thin_line (self, ex_line_chart_main (self));
  place_days (self);
  if (values)
    ex_value_axis_place (&self->axis, chart, self->area.x - AXIS_GAP, TRUE);
  if (self->beside)
    ex_line_chart_place_column (self, plot->x + plot->width - self->area.x - self->area.width);
  ex_line_chart_place_inside (self);
}
