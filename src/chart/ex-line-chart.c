#include "config.h"

#include "ex-line-chart.h"

#include "ex-day-axis.h"
#include "ex-line-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The pointer finds a mark from this many pixels away. */
#define REACH 20.0
#define MARK_RADIUS 5.0

G_DEFINE_FINAL_TYPE (ExLineChart, ex_line_chart, EX_TYPE_CHART)

static void
point_clear (gpointer data)
{
  g_clear_pointer (&((ExLinePoint *) data)->text, g_free);
}

static GArray *
points_new (void)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (ExLinePoint));

  g_array_set_clear_func (points, point_clear);
  return points;
}

static void
add (ExLineChart *self, GArray *points, double day, double value, const char *text)
{
  ExLinePoint point = { day, ex_axis_tame (value), g_strdup (text) };

  g_array_append_val (points, point);
  self->sorted = FALSE;
  ex_chart_changed (EX_CHART (self));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  double x = ((const ExLinePoint *) a)->day;
  double y = ((const ExLinePoint *) b)->day;

  return x < y ? -1 : x > y;
}

void
ex_line_chart_sort (ExLineChart *self)
{
  if (self->sorted)
    return;
  g_array_sort (self->points, compare_days);
  g_array_sort (self->running, compare_days);
  self->sorted = TRUE;
}

GArray *
ex_line_chart_main (ExLineChart *self)
{
  return self->running->len > 0 ? self->running : self->points;
}

/* ---- Marks: the points in time, then the forecast ---- */

static guint
ex_line_chart_n_marks (ExChart *chart)
{
  ExLineChart *self = EX_LINE_CHART (chart);

  return self->points->len + (self->forecast.set ? 1 : 0);
}

static ExSpot
mark_spot (ExLineChart *self, guint mark)
{
  ExSpot spot;

  ex_line_chart_sort (self);
  if (mark < self->points->len)
    {
      const ExLinePoint *point = ex_line_point (self->points, mark);

      return (ExSpot) { ex_line_chart_x (self, point->day), ex_line_chart_y (self, point->value) };
    }
  ex_line_chart_forecast_ends (self, NULL, &spot, NULL, NULL);
  return spot;
}

static gboolean
ex_line_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExSpot spot = mark_spot (EX_LINE_CHART (chart), mark);

  *rect = (ExRect) { spot.x - MARK_RADIUS, spot.y - MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS };
  return TRUE;
}

/* The first mark that is not left of @x. */
static guint
first_mark_from (ExLineChart *self, double x)
{
  guint low = 0;
  guint high = ex_line_chart_n_marks (EX_CHART (self));

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (mark_spot (self, middle).x < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The nearest mark, sideways distance counting most: the pointer need not be on the line to read it. */
static int
ex_line_chart_hit (ExChart *chart, double x, double y)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  guint n = ex_line_chart_n_marks (chart);
  double nearest = INFINITY;
  int found = -1;

  if (x < self->area.x - REACH || x > self->area.x + self->area.width + REACH || y < self->area.y - REACH
      || y > self->area.y + self->area.height + REACH)
    return -1;
  for (guint i = first_mark_from (self, x - REACH); i < n; i++)
    {
      ExSpot spot = mark_spot (self, i);
      double dx = spot.x - x;
      double dy = (spot.y - y) / 4;

      if (dx > REACH)
        break;
      if (dx * dx + dy * dy >= nearest)
        continue;
      nearest = dx * dx + dy * dy;
      found = (int) i;
    }

  return found;
}

static char *
forecast_text (ExLineChart *self)
{
  g_autofree char *value = ex_value_format_text (&self->format, self->forecast.end, 0);
  g_autofree char *low = ex_value_format_text (&self->format, self->forecast.low, 0);
  g_autofree char *high = ex_value_format_text (&self->format, self->forecast.high, 0);

  if (self->forecast.detail != NULL)
    return g_strdup (self->forecast.detail);
  /* Translators: three values; the second and third are the ends of an interval. */
  return g_strdup_printf (_("Forecast %s, probably between %s and %s"), value, low, high);
}

static char *
ex_line_chart_mark_text (ExChart *chart, guint mark)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  const ExLinePoint *point = NULL;
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;

  ex_line_chart_sort (self);
  if (mark >= self->points->len)
    return forecast_text (self);
  point = ex_line_point (self->points, mark);
  if (point->text != NULL)
    return g_strdup (point->text);
  day = ex_day_axis_text (point->day);
  value = ex_value_format_text (&self->format, point->value, 0);
  /* Translators: a date and a value. */
  return g_strdup_printf (C_("point", "%1$s: %2$s"), day, value);
}

/* ---- In words ---- */

static void
add_row (GPtrArray *rows, const char *day, const char *value, const char *detail)
{
  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { day, value, detail, NULL }));
}

static GPtrArray *
ex_line_chart_table (ExChart *chart)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  ex_line_chart_sort (self);
  add_row (rows, _("Date"), _("Value"), _("Details"));
  for (guint i = 0; i < self->points->len; i++)
    {
      const ExLinePoint *point = ex_line_point (self->points, i);
      g_autofree char *day = ex_day_axis_text (point->day);
      g_autofree char *value = ex_value_format_text (&self->format, point->value, 0);

      add_row (rows, day, value, point->text != NULL ? point->text : "");
    }
  if (self->forecast.set)
    {
      g_autofree char *day = ex_day_axis_text (self->has_range ? self->last_day : self->forecast.day);
      g_autofree char *value = ex_value_format_text (&self->format, self->forecast.end, 0);
      g_autofree char *words = forecast_text (self);

      add_row (rows, day, value, words);
    }

  return rows;
}

/* Of more than two values, the highest and the lowest: what the eye sees at once. Of done and not done there is nothing to say. */
static void
describe_extremes (ExLineChart *self, GString *text)
{
  guint n = self->points->len, highest = 0, lowest = 0;
  gboolean between = FALSE;

  for (guint i = 1; i < n; i++)
    {
      if (ex_line_point (self->points, i)->value > ex_line_point (self->points, highest)->value)
        highest = i;
      if (ex_line_point (self->points, i)->value < ex_line_point (self->points, lowest)->value)
        lowest = i;
    }
  for (guint i = 0; i < n; i++)
    {
      double value = ex_line_point (self->points, i)->value;

      between = between || (value < ex_line_point (self->points, highest)->value && value > ex_line_point (self->points, lowest)->value);
    }
  if (between && highest != n - 1)
    {
      g_autofree char *point = ex_line_chart_mark_text (EX_CHART (self), highest);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Highest: %s."), point);
    }
  if (between && lowest != n - 1)
    {
      g_autofree char *point = ex_line_chart_mark_text (EX_CHART (self), lowest);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Lowest: %s."), point);
    }
}

static void
describe_points (ExLineChart *self, GString *text)
{
  guint n = self->points->len;
  g_autofree char *first = ex_day_axis_text (ex_line_point (self->points, 0)->day);
  g_autofree char *last = ex_day_axis_text (ex_line_point (self->points, n - 1)->day);
  g_autofree char *latest = ex_line_chart_mark_text (EX_CHART (self), n - 1);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Line chart with %u point.", "Line chart with %u points.", n), n);
  g_string_append_c (text, ' ');
  if (n > 1)
    {
      /* Translators: two dates. */
      g_string_append_printf (text, _("From %s to %s."), first, last);
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (text, _("Latest: %s."), latest);
  describe_extremes (self, text);
}

static char *
ex_line_chart_describe (ExChart *chart)
{
  ExLineChart *self = EX_LINE_CHART (chart);
  GString *text = g_string_new (NULL);

  ex_line_chart_sort (self);
  if (self->points->len > 0)
    describe_points (self, text);
  for (guint i = 0; i < self->levels->len; i++)
    g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", ex_line_point (self->levels, i)->text);
  if (self->has_zone && self->zone_label != NULL)
    g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", self->zone_label);
  if (self->forecast.set)
    {
      g_autofree char *forecast = forecast_text (self);

      g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", forecast);
    }

  return g_string_free (text, FALSE);
}

/* ---- The class ---- */

static void
ex_line_chart_finalize (GObject *object)
{
  ExLineChart *self = EX_LINE_CHART (object);

  ex_value_format_clear (&self->format);
  ex_value_axis_clear (&self->axis);
  g_clear_pointer (&self->path_label, g_free);
  g_clear_pointer (&self->zone_label, g_free);
  g_clear_pointer (&self->forecast.detail, g_free);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->dues, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->running, g_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->line, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->leaders, g_array_unref);

  G_OBJECT_CLASS (ex_line_chart_parent_class)->finalize (object);
}

static void
ex_line_chart_class_init (ExLineChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_line_chart_finalize;

  chart_class->layout = ex_line_chart_layout;
  chart_class->draw = ex_line_chart_draw;
  chart_class->draw_hover = ex_line_chart_draw_hover;
  chart_class->hit = ex_line_chart_hit;
  chart_class->n_marks = ex_line_chart_n_marks;
  chart_class->mark_text = ex_line_chart_mark_text;
  chart_class->mark_rect = ex_line_chart_mark_rect;
  chart_class->table = ex_line_chart_table;
  chart_class->describe = ex_line_chart_describe;
}

static void
ex_line_chart_init (ExLineChart *self)
{
  self->levels = points_new ();
  self->dues = points_new ();
  self->points = points_new ();
  self->running = points_new ();
  self->line = g_array_new (FALSE, FALSE, sizeof (ExSpot));
  self->columns = g_array_new (FALSE, FALSE, sizeof (ExRect));
  self->leaders = g_array_new (FALSE, FALSE, sizeof (ExSpot));
}

ExChart *
ex_line_chart_new (void)
{
  return g_object_new (EX_TYPE_LINE_CHART, NULL);
}

void
ex_line_chart_set_range (ExLineChart *self, double first_day, double last_day)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  self->has_range = isfinite (first_day) && isfinite (last_day) && first_day <= last_day;
  self->first_day = first_day;
  self->last_day = last_day;
  ex_chart_changed (EX_CHART (self));
}

void
ex_line_chart_set_value_text (ExLineChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_line_chart_set_path (ExLineChart *self, double from, double to, const char *label)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  self->has_path = isfinite (from) && isfinite (to);
  self->path_from = ex_axis_tame (from);
  self->path_to = ex_axis_tame (to);
  g_free (self->path_label);
  self->path_label = g_strdup (label);
  ex_chart_changed (EX_CHART (self));
}

void
ex_line_chart_add_level (ExLineChart *self, double value, const char *label)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));
  g_return_if_fail (label != NULL);

  if (isfinite (value))
    add (self, self->levels, 0, value, label);
}

void
ex_line_chart_set_zone (ExLineChart *self, double low, double high, const char *label)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  self->has_zone = isfinite (low) || isfinite (high);
  self->zone_low = isfinite (low) ? ex_axis_tame (low) : NAN;
  self->zone_high = isfinite (high) ? ex_axis_tame (high) : NAN;
  g_free (self->zone_label);
  self->zone_label = g_strdup (label);
  ex_chart_changed (EX_CHART (self));
}

void
ex_line_chart_add_due (ExLineChart *self, double day, const char *label)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  if (isfinite (day))
    add (self, self->dues, day, 0, label);
}

/* A value that is no number has no place on a line: it is passed over, here and in the running line. */
void
ex_line_chart_add_point (ExLineChart *self, double day, double value, const char *detail)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  if (isfinite (day) && isfinite (value))
    add (self, self->points, day, value, detail);
}

void
ex_line_chart_add_running (ExLineChart *self, double day, double value)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  if (isfinite (day) && isfinite (value))
    add (self, self->running, day, value, NULL);
}

void
ex_line_chart_set_forecast (ExLineChart *self, double day, double value, double end, double low, double high, const char *detail)
{
  g_return_if_fail (EX_IS_LINE_CHART (self));

  g_free (self->forecast.detail);
  self->forecast = (ExLineForecast) {
    .set = isfinite (day) && isfinite (value) && isfinite (end),
    .day = day,
    .value = ex_axis_tame (value),
    .end = ex_axis_tame (end),
    /* an interval that is not known is drawn as none */
    .low = isnan (low) ? end : ex_axis_tame (low),
    .high = isnan (high) ? end : ex_axis_tame (high),
    .detail = g_strdup (detail),
  };
  ex_chart_changed (EX_CHART (self));
}
