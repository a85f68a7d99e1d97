/* Where dumbbells stand: in a row, from its beginning, the name, the scale, and the gap in words; above the rows the points of the scale, and who is
 * who: under these at the first row's own dots where there is room, else above them as a legend. */
#include "config.h"

#include "ex-dumbbell-chart-private.h"
#include "ex-spread.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WORD_GAP 6.0
#define LINE_GAP 3.0
#define SMALL_SCALE 0.8
/* In ems. */
#define HIGHEST_ROW 3.0
#define LARGEST_DOT 0.48
/* Shares of the width that names and gaps take at most. */
#define NAMES_SHARE 0.36
#define GAPS_SHARE 0.2
/* Less than so many ems, and there is no room for gaps, for the words of the scale, for who is who. */
#define ROOM_OF_GAPS 16.0
#define ROOM_OF_POINTS 7.0
#define ROOM_OF_VIEWS 5.0
#define MOST_TICKS 10

static ExLabel *
new_label (ExDumbbellChart *self, const char *text, double scale, gboolean bold, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, bold, ink);
}

double
ex_dumbbell_x (ExDumbbellChart *self, double value)
{
  double share = ex_axis_map (&self->axis, value);

  return ex_chart_get_rtl (EX_CHART (self)) ? self->right - share * (self->right - self->left) : self->left + share * (self->right - self->left);
}

double
ex_dumbbell_y (ExDumbbellChart *self, guint row)
{
  return self->area.y + (row + 0.5) * self->row;
}

/* The dots and what is between them; of a row without any, its name. */
void
ex_dumbbell_mark_rect (ExDumbbellChart *self, guint row, ExRect *rect)
{
  double low = 0, high = 0, x0, x1, radius = self->radius * 1.4, height = MIN (2 * radius, self->row);

  if (ex_dumbbell_ends (self, ex_dumbbell_row (self, row), &low, &high))
    {
      x0 = MIN (ex_dumbbell_x (self, low), ex_dumbbell_x (self, high)) - radius;
      x1 = MAX (ex_dumbbell_x (self, low), ex_dumbbell_x (self, high)) + radius;
    }
  else
    {
      x0 = ex_chart_get_rtl (EX_CHART (self)) ? self->right : self->area.x;
      x1 = ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width : self->left;
    }
  *rect = (ExRect) { x0, ex_dumbbell_y (self, row) - height / 2, MAX (x1 - x0, 1), height };
}

/* ---- The scale ---- */

static void
add_tick (ExDumbbellChart *self, double value, char *text)
{
  g_array_append_val (self->ticks, value);
  g_ptr_array_add (self->texts, text);
}

static void
choose_scale (ExDumbbellChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;
  guint n_points = self->points != NULL ? g_strv_length (self->points) : 0;

  ex_extent_add (&extent, self->low);
  ex_extent_add (&extent, self->high);
  for (guint i = 0; i < self->rows->len; i++)
    for (guint view = 0; view < self->n_views; view++)
      ex_extent_add (&extent, ex_dumbbell_row (self, i)->values[view]);
  ex_axis_init (&self->axis, &extent, isnan (self->low) ? 0.04 : 0, MOST_TICKS);

  g_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < n_points && self->low + i <= self->high + 1e-9; i++)
    add_tick (self, self->low + i, g_strdup (self->points[i]));
  for (guint i = 0; n_points == 0 && i < self->axis.n_ticks; i++)
    add_tick (self, self->axis.ticks[i], ex_value_format_text (&self->format, self->axis.ticks[i], self->axis.step));
}

/* Places a word of the scale at @x, pushed inside its ends, unless another stands too near. */
static void
place_tick (ExDumbbellChart *self, guint i, double bottom, double most, int lines)
{
  ExChart *chart = EX_CHART (self);
  ExLabel *label = new_label (self, g_ptr_array_index (self->texts, i), EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
  double x = ex_dumbbell_x (self, g_array_index (self->ticks, double, i)), em = ex_chart_get_em (chart);
  double first = self->left - self->radius, last = self->right + self->radius;
  ExRect wide;
  double y;

  ex_label_wrap (label, most, lines, lines > 1 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  y = bottom - label->rect.height;
  x = CLAMP (x - label->rect.width / 2, first, MAX (first, last - label->rect.width));
  wide = (ExRect) { x - em / 2, y, label->rect.width + em, label->rect.height };
  wide.x = MAX (wide.x, 0);
  wide.width = MIN (wide.width, ex_chart_get_frame (chart)->width - wide.x);
  if (ex_chart_is_free (chart, &wide))
    ex_chart_place (chart, label, x, y);
  else
    ex_label_free (label);
}

/* The ends of the scale first: they say what it is. */
static void
place_ticks (ExDumbbellChart *self, double bottom, int lines)
{
  guint n = self->ticks->len;
  double most = (self->right - self->left) / 2;

  if (n == 0)
    return;
  place_tick (self, 0, bottom, most, lines);
  if (n > 1)
    place_tick (self, n - 1, bottom, most, lines);
  for (guint i = 1; i + 1 < n; i++)
    place_tick (self, i, bottom, most, lines);
}

/* ---- Who is who ---- */

static gboolean
has_view (ExDumbbellChart *self, guint view)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!isnan (ex_dumbbell_row (self, i)->values[view]))
      return TRUE;

  return FALSE;
}

/* At the dots of the first row, each name over its own. FALSE and nothing placed: they have no room there. */
static gboolean
place_names_of_views (ExDumbbellChart *self, double y)
{
  const ExDumbbellRow *row = ex_dumbbell_row (self, 0);
  ExLabel *labels[EX_MOST_VIEWS] = { NULL };
  ExSpreadItem items[EX_MOST_VIEWS] = { 0 };
  guint n = 0;
  gboolean fit = TRUE;

  for (guint view = 0; view < self->n_views; view++)
    {
      if (isnan (row->values[view]))
        {
          fit = fit && !has_view (self, view);
          continue;
        }
      labels[n] = new_label (self, self->views[view], EX_AXIS_TEXT_SCALE, view == 0, view == 0 ? EX_INK_STRONG : EX_INK_TEXT);
      items[n] = (ExSpreadItem) { .want = ex_dumbbell_x (self, row->values[view]), .size = labels[n]->rect.width + 2 * WORD_GAP, .priority = 1 };
      n++;
    }
  ex_spread (items, n, self->left - 2 * self->radius, self->right + 2 * self->radius);
  for (guint i = 0; i < n; i++)
    fit = fit && items[i].shown && fabs (items[i].at - items[i].want) <= labels[i]->rect.width / 2;
  for (guint i = 0; i < n; i++)
    if (fit)
      ex_chart_try_place (EX_CHART (self), labels[i], items[i].at - labels[i]->rect.width / 2, y);
    else
      ex_label_free (labels[i]);

  return fit && n > 0;
}

static void
place_legend (ExDumbbellChart *self, double y)
{
  ExChart *chart = EX_CHART (self);
  gboolean rtl = ex_chart_get_rtl (chart);
  double em = ex_chart_get_em (chart), sign = rtl ? -1 : 1;
  double x = rtl ? self->area.x + self->area.width : self->area.x;

  for (guint view = 0; view < self->n_views; view++)
    {
      ExLabel *label = NULL;
      double width;

      if (!has_view (self, view))
        continue;
      label = new_label (self, self->views[view], EX_AXIS_TEXT_SCALE, FALSE, EX_INK_TEXT);
      width = label->rect.width;
      self->keys[view] = (ExDumbbellKey) { x + sign * 0.6 * em, y + label->rect.height / 2 };
      x += sign * (1.3 * em + LINE_GAP);
      if (rtl ? x - width < self->area.x : x + width > self->area.x + self->area.width)
        self->keys[view].x = NAN;
      if (!ex_chart_try_place (chart, label, rtl ? x - width : x, y))
        self->keys[view].x = NAN;
      x += sign * (width + 1.2 * em);
    }
}

/* ---- The columns ---- */

/* Of rows too thin for a name each, every so manieth. */
static guint
name_step (ExDumbbellChart *self, double *line)
{
  *line = ex_chart_measure_height (EX_CHART (self), ex_dumbbell_row (self, 0)->name, EX_AXIS_TEXT_SCALE);
  return MAX (1, (guint) ceil ((*line - 0.5) / self->row));
}

static double
measure_column (ExDumbbellChart *self, gboolean gaps)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  double line;
  guint step = name_step (self, &line);

  for (guint i = 0; i < self->rows->len; i += step)
    {
      const ExDumbbellRow *row = ex_dumbbell_row (self, i);
      g_autofree char *text = gaps ? ex_dumbbell_gap_text (self, row) : g_strdup (row->name);
      g_autoptr (ExLabel) label = new_label (self, text, EX_AXIS_TEXT_SCALE, gaps, EX_INK_TEXT);

      g_array_append_val (widths, label->rect.width);
    }

  return ex_chart_column_width (widths);
}

/* @x: from the beginning of the row; of its end when @before. */
static void
place_in_row (ExDumbbellChart *self, ExLabel *label, guint row, double x, gboolean before)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double at = rtl ? self->area.x + self->area.width - x : self->area.x + x;

  ex_chart_try_place (EX_CHART (self), label, at - (rtl != before ? label->rect.width : 0), ex_dumbbell_y (self, row) - label->rect.height / 2);
}

static void
place_rows (ExDumbbellChart *self, double gaps)
{
  double line;
  guint step = name_step (self, &line);

  for (guint i = 0; i < self->rows->len; i += step)
    {
      const ExDumbbellRow *row = ex_dumbbell_row (self, i);
      gboolean pale = isnan (row->gap);
      ExLabel *label = new_label (self, row->name, EX_AXIS_TEXT_SCALE, FALSE, pale ? EX_INK_DIM : EX_INK_TEXT);

      ex_label_wrap (label, self->names, 1, PANGO_ALIGN_LEFT);
      place_in_row (self, label, i, 0, FALSE);
      if (gaps > 0)
        {
          g_autofree char *text = ex_dumbbell_gap_text (self, row);
          ExInk ink = pale || row->gap == 0 ? EX_INK_DIM : row->gap > 0 ? EX_INK_LOST : EX_INK_GAINED;

          label = new_label (self, text, EX_AXIS_TEXT_SCALE, !pale, ink);
          ex_label_wrap (label, gaps, 1, PANGO_ALIGN_LEFT);
          place_in_row (self, label, i, self->area.width, TRUE);
        }
    }
}

/* The width of the gaps' column, 0: none. */
static double
choose_columns (ExDumbbellChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self)), gaps = 0, names = measure_column (self, FALSE);
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double from, behind, pad;

  if (self->area.width >= ROOM_OF_GAPS * em)
    gaps = MIN (measure_column (self, TRUE), GAPS_SHARE * self->area.width);
  self->names = MIN (names, NAMES_SHARE * self->area.width);
  self->radius = MIN (LARGEST_DOT * em, MAX (self->row * 0.3, 0.75));
  pad = 1.4 * self->radius;
  from = self->names + 2 * WORD_GAP + pad;
  behind = pad + (gaps > 0 ? gaps + 2 * WORD_GAP : 0);
  self->left = self->area.x + (rtl ? behind : from);
  self->right = MAX (self->left + 4, self->area.x + self->area.width - (rtl ? from : behind));

  return gaps;
}

static void
place_gap_heading (ExDumbbellChart *self, double y, double width)
{
  ExLabel *label = new_label (self, _("Gap"), EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);
  double x = ex_chart_get_rtl (EX_CHART (self)) ? self->area.x : self->area.x + self->area.width - label->rect.width;

  if (label->rect.width > width + WORD_GAP)
    ex_label_free (label);
  else
    ex_chart_try_place (EX_CHART (self), label, x, y);
}

/* Of the words of the scale: where those at its ends are long, two. */
static int
lines_of_points (ExDumbbellChart *self)
{
  guint n = self->texts->len;
  double most = 0.3 * self->area.width;

  if (n == 0 || self->area.height < 2 * ROOM_OF_POINTS * ex_chart_get_em (EX_CHART (self)))
    return 1;

  return MAX (ex_chart_measure (g_ptr_array_index (self->texts, 0), self), ex_chart_measure (g_ptr_array_index (self->texts, n - 1), self)) > most ? 2 : 1;
}

void
ex_dumbbell_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  double em = ex_chart_get_em (chart), line, gaps, y = plot->y;
  int lines;
  gboolean points = plot->height >= ROOM_OF_POINTS * em, views = plot->height >= ROOM_OF_VIEWS * em;

  self->area = *plot;
  self->keyed = FALSE;
  if (self->rows->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  for (guint i = 0; i < EX_MOST_VIEWS; i++)
    self->keys[i].x = NAN;
  choose_scale (self);
  lines = lines_of_points (self);
  line = MAX (ex_chart_measure_height (chart, self->views[0], EX_AXIS_TEXT_SCALE), ex_chart_measure_height (chart, _("Gap"), EX_AXIS_TEXT_SCALE));
  self->area.y += (points ? lines * line + LINE_GAP : 0) + (views ? line + LINE_GAP : 0);
  self->area.height -= self->area.y - plot->y;
  self->row = MIN (self->area.height / self->rows->len, HIGHEST_ROW * em);
  if (points && self->row < line) /* the first row's words are higher than the row, and stand under the headings */
    {
      double over = MIN ((line - self->row) / 2, self->area.height / 4);

      self->area.y += over;
      self->area.height -= over;
      self->row = self->area.height / self->rows->len;
    }
  gaps = choose_columns (self);
  self->keyed = views && !place_names_of_views (self, plot->y + (points ? lines * line + LINE_GAP : 0));
  if (self->keyed)
    {
      place_legend (self, y);
      y += line + LINE_GAP;
    }
  if (points)
    {
      if (gaps > 0)
        place_gap_heading (self, y + (lines - 1) * line, gaps);
      place_ticks (self, y + lines * line, lines);
    }
  place_rows (self, gaps);
}
