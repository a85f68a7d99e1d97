/* The words of a line chart that belong to a line: in a column at the right where the lines end, moved apart where they would
 * touch; or inside the plot where no line runs. */
#include "config.h"

#include "ex-line-chart-private.h"
#include "ex-spread.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From the end of a line to its words. */
#define LEADER 12.0
#define CLEARANCE 2.0
#define DUE_GAP 8.0

/* ---- The column at the right ---- */

typedef struct
{
  char    *text;
  double   value;    /* where its line ends */
  int      priority; /* of words that do not all fit, the lowest goes */
  ExInk    ink;
  gboolean bold;
} EndWord;

static void
end_word_clear (gpointer data)
{
  g_free (((EndWord *) data)->text);
}

static void
add_end (GArray *words, char *text, double value, int priority, ExInk ink)
{
  EndWord word = { text, value, priority, ink, ink == EX_INK_STRONG };

  if (text == NULL || *text == '\0')
    g_free (text);
  else
    g_array_append_val (words, word);
}

static gboolean
ends_at_edge (ExLineChart *self)
{
  GArray *points = ex_line_chart_main (self);
  double day = points->len > 0 ? ex_line_point (points, points->len - 1)->day : -INFINITY;

  return day >= self->last - 0.02 * (self->last - self->first);
}

static double
middle_of_zone (ExLineChart *self)
{
  double low = isnan (self->zone_low) ? self->axis.axis.low : self->zone_low;
  double high = isnan (self->zone_high) ? self->axis.axis.high : self->zone_high;

  return low + (high - low) / 2;
}

static char *
forecast_words (ExLineChart *self)
{
  g_autofree char *value = ex_value_format_text (&self->format, self->forecast.end, 0);

  /* Translators: stands at the end of a dashed line; a value follows. */
  return g_strdup_printf (_("Forecast %s"), value);
}

static GArray *
end_words (ExLineChart *self)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (EndWord));
  GArray *points = ex_line_chart_main (self);

  g_array_set_clear_func (words, end_word_clear);
  if (ends_at_edge (self))
    {
      double value = ex_line_point (points, points->len - 1)->value;

      add_end (words, ex_value_format_text (&self->format, value, 0), value, 3, EX_INK_STRONG);
    }
  else if (self->forecast.set)
    add_end (words, forecast_words (self), self->forecast.end, 2, EX_INK_STRONG);
  for (guint i = 0; i < self->levels->len; i++)
    add_end (words, g_strdup (ex_line_point (self->levels, i)->text), ex_line_point (self->levels, i)->value, 1, EX_INK_DIM);
  if (self->has_zone)
    add_end (words, g_strdup (self->zone_label), middle_of_zone (self), 1, EX_INK_DIM);

  return words;
}

static ExLabel *
end_label (ExLineChart *self, const EndWord *word, double width)
{
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), word->text, EX_AXIS_TEXT_SCALE, word->bold, word->ink);

  ex_label_wrap (label, width, 2, PANGO_ALIGN_LEFT);
  return label;
}

double
ex_line_chart_column_width (ExLineChart *self, double most)
{
  g_autoptr (GArray) words = end_words (self);
  double widest = 0;

  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (ExLabel) label = end_label (self, &g_array_index (words, EndWord, i), most);

      widest = MAX (widest, label->rect.width);
    }

  return words->len > 0 ? widest + LEADER + 2 * CLEARANCE : 0;
}

static void
add_leader (ExLineChart *self, double y, double label_y)
{
  double x = self->area.x + self->area.width;
  ExSpot ends[] = { { x, y }, { x + LEADER - CLEARANCE, label_y } };

  g_array_append_vals (self->leaders, ends, 2);
}

void
ex_line_chart_place_column (ExLineChart *self, double width)
{
  g_autoptr (GArray) words = end_words (self);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_label_free);
  g_autofree ExSpreadItem *items = g_new0 (ExSpreadItem, words->len + 1);
  double x = self->area.x + self->area.width + LEADER;

  for (guint i = 0; i < words->len; i++)
    {
      const EndWord *word = &g_array_index (words, EndWord, i);
      ExLabel *label = end_label (self, word, width - LEADER - CLEARANCE);

      g_ptr_array_add (labels, label);
      items[i] = (ExSpreadItem) { .want = ex_line_chart_y (self, word->value), .size = label->rect.height, .priority = word->priority };
    }
  ex_spread (items, words->len, self->area.y - 0.5 * ex_chart_get_em (EX_CHART (self)), self->area.y + self->area.height + 0.5 * ex_chart_get_em (EX_CHART (self)));
  for (guint i = 0; i < words->len; i++)
    {
      ExLabel *label = labels->pdata[i];

      labels->pdata[i] = NULL;
      if (!items[i].shown)
        ex_label_free (label);
      else if (ex_chart_try_place (EX_CHART (self), label, x, items[i].at - label->rect.height / 2))
        add_leader (self, items[i].want, items[i].at);
    }
}

/* ---- Inside the plot ---- */

static gboolean
meets (const ExRect *rect, const ExSpot *a, const ExSpot *b)
{
  return ex_rect_meets_line (rect, a->x, a->y, b->x, b->y);
}

static gboolean
meets_line (ExLineChart *self, const ExRect *rect)
{
  for (guint i = 0; i < self->line->len; i++)
    if (meets (rect, ex_line_spot (self->line, i), ex_line_spot (self->line, i + 1 < self->line->len ? i + 1 : i)))
      return TRUE;
  for (guint i = 0; !self->crowded && i < self->points->len; i++)
    {
      ExRect dot;

      ex_chart_mark_rect (EX_CHART (self), i, &dot);
      if (ex_rect_overlaps (rect, &dot, 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
meets_forecast (ExLineChart *self, const ExRect *rect)
{
  ExSpot from, end, low, high;

  if (!self->forecast.set)
    return FALSE;
  ex_line_chart_forecast_ends (self, &from, &end, &low, &high);
  return meets (rect, &from, &end) || meets (rect, &from, &low) || meets (rect, &from, &high);
}

static gboolean
meets_path (ExLineChart *self, const ExRect *rect)
{
  ExSpot from, to;

  if (!self->has_path)
    return FALSE;
  ex_line_chart_path_ends (self, &from, &to);
  return meets (rect, &from, &to);
}

static gboolean
meets_level_or_due (ExLineChart *self, const ExRect *rect)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      double y = ex_line_chart_y (self, ex_line_point (self->levels, i)->value);

      if (y >= rect->y && y <= rect->y + rect->height)
        return TRUE;
    }
  for (guint i = 0; i < self->dues->len; i++)
    {
      double x = ex_line_chart_x (self, ex_line_point (self->dues, i)->day);

      if (x >= rect->x && x <= rect->x + rect->width)
        return TRUE;
    }

  return FALSE;
}

/* What words may stand on, from best to worst; never on the line and its dots. */
typedef enum { ON_NOTHING, ON_LEVELS, ON_ANY } Ground;

/* Whether @label's rectangle is in the plot and on no worse ground. Levels step aside for words. */
static gboolean
is_clear (ExLineChart *self, const ExLabel *label, Ground worst)
{
  ExRect rect = { label->rect.x - CLEARANCE, label->rect.y - CLEARANCE, label->rect.width + 2 * CLEARANCE,
                  label->rect.height + 2 * CLEARANCE };

  return rect.x >= self->area.x && rect.x + rect.width <= self->area.x + self->area.width + 2 * CLEARANCE && rect.y >= self->area.y
         && rect.y + rect.height <= self->area.y + self->area.height && ex_chart_is_free (EX_CHART (self), &label->rect)
         && !meets_line (self, &rect) && (worst >= ON_LEVELS || !meets_level_or_due (self, &rect))
         && (worst >= ON_ANY || (!meets_path (self, &rect) && !meets_forecast (self, &rect)));
}

static gboolean
try_places (ExLineChart *self, ExLabel *label, const ExSpot *places, guint n_places, Ground worst)
{
  for (guint i = 0; i < n_places; i++)
    {
      label->rect.x = places[i].x;
      label->rect.y = places[i].y;
      if (!is_clear (self, label, worst))
        continue;
      label->haloed = worst == ON_ANY;
      ex_chart_place (EX_CHART (self), label, places[i].x, places[i].y);
      return TRUE;
    }

  return FALSE;
}

/* Takes @label at the first of its places that is clear; (transfer full) label. */
static gboolean
place_at_first (ExLineChart *self, ExLabel *label, const ExSpot *places, guint n_places)
{
  gboolean placed = try_places (self, label, places, n_places, ON_NOTHING);

  if (!placed)
    ex_label_free (label);
  return placed;
}

static ExLabel *
small_label (ExLineChart *self, const char *text, gboolean bold, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, bold, ink);
}

/* The latest value, around its point. */
static void
place_latest (ExLineChart *self)
{
  GArray *points = ex_line_chart_main (self);
  const ExLinePoint *last = points->len > 0 ? ex_line_point (points, points->len - 1) : NULL;
  g_autofree char *text = NULL;
  ExLabel *label = NULL;
  double x, y, w, h;

  if (last == NULL || (self->beside && ends_at_edge (self)))
    return;
  text = ex_value_format_text (&self->format, last->value, 0);
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, 1, TRUE, EX_INK_STRONG);
  x = ex_line_chart_x (self, last->day);
  y = ex_line_chart_y (self, last->value);
  w = label->rect.width;
  h = label->rect.height;
  {
    const ExSpot places[] = {
      { x - w / 2, y - h - 7 }, { x - w / 2, y + 7 }, { x + 9, y - h / 2 }, { x - w - 2, y - h - 6 }, { x - w - 2, y + 6 },
      { x + 4, y - h - 6 }, { x + 4, y + 6 }, { x - w / 2, y - h - 16 }, { x - w / 2, y + 16 }, { x - w - 10, y - h - 14 },
      { x - w - 10, y + 14 }, { x + 10, y - h - 14 }, { x + 10, y + 14 }, { x - w / 2, y - h - 28 }, { x - w / 2, y + 28 },
    };

    for (Ground worst = ON_NOTHING; worst <= ON_ANY; worst++)
      if (try_places (self, label, places, G_N_ELEMENTS (places), worst))
        return;
    ex_label_free (label);
  }
}

/* Along the path, on the side and at the place where the line that matters leaves room. */
static void
place_path_label (ExLineChart *self)
{
  static const double shares[] = { 0.55, 0.45, 0.65, 0.35, 0.75, 0.25, 0.15, 0.85, 0.05 };
  ExSpot places[2 * G_N_ELEMENTS (shares)];
  ExSpot from, to;
  ExLabel *label = NULL;

  if (!self->has_path || self->path_label == NULL)
    return;
  label = small_label (self, self->path_label, FALSE, EX_INK_DIM);
  ex_line_chart_path_ends (self, &from, &to);
  for (guint i = 0; i < G_N_ELEMENTS (shares) && to.x > from.x; i++)
    {
      double slope = (to.y - from.y) / (to.x - from.x);
      double x = from.x + shares[i] * (to.x - from.x) - label->rect.width / 2;
      double a = from.y + slope * (x - CLEARANCE - from.x);
      double b = from.y + slope * (x + label->rect.width + CLEARANCE - from.x);

      places[2 * i] = (ExSpot) { x, MAX (a, b) + 2 * CLEARANCE };
      places[2 * i + 1] = (ExSpot) { x, MIN (a, b) - label->rect.height - 2 * CLEARANCE };
    }
  place_at_first (self, label, places, to.x > from.x ? G_N_ELEMENTS (places) : 0);
}

/* In a narrow chart the levels' words stand on their lines, at the right or else the left end. */
static void
place_levels_inside (ExLineChart *self)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const ExLinePoint *level = ex_line_point (self->levels, i);
      ExLabel *label = small_label (self, level->text, FALSE, EX_INK_DIM);
      double y = ex_line_chart_y (self, level->value);
      double right = self->area.x + self->area.width - label->rect.width;
      double above = y - label->rect.height - CLEARANCE - 1;
      double below = y + CLEARANCE + 1;
      double left = self->area.x + 2 * CLEARANCE;
      const ExSpot places[] = { { right, above }, { right, below }, { left, above }, { left, below } };

      place_at_first (self, label, places, G_N_ELEMENTS (places));
    }
}

/* Above the plot, where a due day's line begins. */
static void
place_dues (ExLineChart *self)
{
  for (guint i = 0; i < self->dues->len; i++)
    {
      const ExLinePoint *due = ex_line_point (self->dues, i);
      ExLabel *label = NULL;
      double x = ex_line_chart_x (self, due->day);

      if (due->text == NULL)
        continue;
      label = small_label (self, due->text, FALSE, EX_INK_DIM);
      ex_label_wrap (label, self->area.width, 1, PANGO_ALIGN_LEFT);
      x = CLAMP (x - label->rect.width / 2, self->area.x, MAX (self->area.x, self->area.x + self->area.width - label->rect.width));
      ex_chart_try_place_apart (EX_CHART (self), label, x, self->area.y - label->rect.height, DUE_GAP);
    }
}

/* Whether it was cut short. */
static gboolean
is_broken (const ExLabel *label)
{
  return pango_layout_is_ellipsized (label->layout);
}

/* Nothing measured yet: its words stand beside the path, in two lines if need be; only where there is no room at all, on it. */
static gboolean
place_empty_in (ExLineChart *self, double share, Ground worst)
{
  static const ExSpot middles[] = { { 0.5, 0.5 },   { 0.7, 0.75 }, { 0.3, 0.25 }, { 0.7, 0.25 },
                                    { 0.3, 0.75 }, { 0.72, 0.8 }, { 0.28, 0.2 }, { 0.72, 0.2 }, { 0.28, 0.8 } };
  ExSpot places[G_N_ELEMENTS (middles)];
  ExLabel *label = ex_chart_empty_label (EX_CHART (self), share * self->area.width);

  if (label == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    places[i] = (ExSpot) { self->area.x + middles[i].x * self->area.width - label->rect.width / 2,
                           self->area.y + middles[i].y * self->area.height - label->rect.height / 2 };
  if (!is_broken (label) && try_places (self, label, places, G_N_ELEMENTS (places), worst))
    return TRUE;
  ex_label_free (label);

  return FALSE;
}

static void
place_empty (ExLineChart *self)
{
  if (ex_chart_n_marks (EX_CHART (self)) > 0)
    return;
  for (Ground worst = ON_NOTHING; worst <= ON_ANY; worst++)
    if (place_empty_in (self, worst < ON_ANY ? 0.55 : 0.9, worst) || (worst < ON_ANY && place_empty_in (self, 0.45, worst)))
      return;
  ex_chart_place_empty (EX_CHART (self), &self->area);
}

void
ex_line_chart_place_inside (ExLineChart *self)
{
  place_dues (self);
  place_latest (self);
  place_empty (self);
  if (!self->beside)
    place_levels_inside (self);
  place_path_label (self);
}
