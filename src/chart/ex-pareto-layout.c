/* Where the bars of a Pareto chart lie: how many have a row of their own, and in a row, from its beginning, the name, the bar, its value, and
 * at the end the share that is reached so far. */
#include "config.h"

#include "ex-pareto-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WORD_GAP 6.0
/* Heights of a row, in ems. */
#define LOWEST_ROW 1.45
#define HIGHEST_ROW 3.2
#define NAMES_MEASURED 20
#define BAR_SHARE 0.7
#define THINNEST_BAR 1.5
/* Of the joined bar, even what is nothing has a place. */
#define LEAST_PART 0.01
#define SMALL_SCALE 0.8
/* Names take at most this share of the width. */
#define NAMES_SHARE 0.38
/* Narrower than so many ems, the share that is reached is left to hover and table. */
#define ROOM_OF_SHARES 24.0

typedef struct
{
  double names;   /* widths; 0: not shown */
  double values;
  double shares;
  double scale;   /* of the words in a row */
} Columns;

/* ---- The rows ---- */

static double
lowest_row (ExParetoChart *self)
{
  double height = LOWEST_ROW * ex_chart_get_em (EX_CHART (self));

  for (guint i = 0; i < MIN (self->bars->len, NAMES_MEASURED); i++)
    height = MAX (height, ex_chart_measure_height (EX_CHART (self), ex_pareto_bar (self, i)->name, EX_AXIS_TEXT_SCALE) + 1);

  return height;
}

/* The unknown keeps its row as long as there are two. */
static void
choose_rows (ExParetoChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));
  guint n = self->bars->len;
  guint room = MAX (1, (guint) floor (self->area.height / lowest_row (self)));
  gboolean unknown = ex_pareto_bar (self, n - 1)->unknown;
  guint known = n - (unknown ? 1 : 0);

  self->alone = n;
  self->joined = 0;
  if (n > room)
    {
      guint kept = room >= 2 && unknown ? 1 : 0;

      self->alone = MIN (known, room - 1 - kept);
      self->joined = n - self->alone - kept;
    }
  self->row = MIN (self->area.height / ex_pareto_n_rows (self), HIGHEST_ROW * em);
}

static double
row_y (ExParetoChart *self, guint row)
{
  return self->area.y + row * self->row;
}

/* ---- The words ---- */

/* What is written in row @row, which begins with bar @i. */
static char *
row_name (ExParetoChart *self, guint i)
{
  return i >= self->alone && i < self->alone + self->joined ? ex_pareto_joined_name (self) : g_strdup (ex_pareto_bar (self, i)->name);
}

static char *
row_value (ExParetoChart *self, guint i)
{
  return i >= self->alone && i < self->alone + self->joined ? ex_pareto_joined_text (self) : ex_pareto_value_text (self, ex_pareto_bar (self, i));
}

static double
row_reached (ExParetoChart *self, guint i)
{
  guint last = i >= self->alone && i < self->alone + self->joined ? self->alone + self->joined - 1 : i;

  return ex_pareto_bar (self, last)->reached;
}

/* The first bar of each row, one after the other. */
static guint
next_row (ExParetoChart *self, guint i)
{
  return i == self->alone && self->joined > 0 ? i + self->joined : i + 1;
}

static ExLabel *
new_label (ExParetoChart *self, const char *text, double scale, gboolean bold, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, bold, ink);
}

static double
width_of (ExParetoChart *self, const char *text, double scale, gboolean bold)
{
  g_autoptr (ExLabel) label = new_label (self, text, scale, bold, EX_INK_TEXT);

  return label->rect.width;
}

/* "Cumulative" over the shares: without it nobody would know what they are. */
static ExLabel *
heading_label (ExParetoChart *self)
{
  return new_label (self, _("Cumulative"), SMALL_SCALE, FALSE, EX_INK_DIM);
}

static Columns
measure_columns (ExParetoChart *self, gboolean shares)
{
  double em = ex_chart_get_em (EX_CHART (self));
  Columns columns = { .scale = self->row < 1.3 * em ? SMALL_SCALE : EX_AXIS_TEXT_SCALE };

  if (self->row < em)
    return columns; /* no words fit between the bars */
  for (guint i = 0; i < self->bars->len; i = next_row (self, i))
    {
      g_autofree char *name = row_name (self, i);
      g_autofree char *value = row_value (self, i);
      g_autofree char *reached = ex_pareto_share_text (row_reached (self, i));

      columns.names = MAX (columns.names, width_of (self, name, columns.scale, FALSE));
      columns.values = MAX (columns.values, width_of (self, value, columns.scale, TRUE));
      columns.shares = MAX (columns.shares, width_of (self, reached, columns.scale, FALSE));
    }
  columns.names = MIN (ceil (columns.names) + 1, NAMES_SHARE * self->area.width);
  if (columns.values > 0.3 * self->area.width)
    columns.values = 0;
  if (shares)
    {
      g_autoptr (ExLabel) heading = heading_label (self);

      columns.shares = MAX (columns.shares, heading->rect.width);
    }
  else
    columns.shares = 0;

  return columns;
}

/* @x: from the beginning of the row; its right end when @before. */
static void
place_in_row (ExParetoChart *self, ExLabel *label, guint row, double x, gboolean before)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double at = rtl ? self->area.x + self->area.width - x : self->area.x + x;
  double left = rtl != before ? label->rect.width : 0; /* of its box, from the place it is put at */

  ex_chart_try_place (EX_CHART (self), label, at - left, row_y (self, row) + (self->row - label->rect.height) / 2);
}

/* The line of the heading, before the rows are chosen. FALSE: no room for a column of shares. */
static gboolean
reserve_heading (ExParetoChart *self)
{
  g_autoptr (ExLabel) label = heading_label (self);
  double em = ex_chart_get_em (EX_CHART (self));

  if (self->area.width < ROOM_OF_SHARES * em || self->bars->len < 2 || self->area.height < 6 * em || label->rect.width > 0.25 * self->area.width)
    return FALSE;
  self->area.y += label->rect.height + 2;
  self->area.height -= label->rect.height + 2;

  return TRUE;
}

static void
place_heading (ExParetoChart *self)
{
  ExLabel *label = heading_label (self);

  ex_chart_try_place (EX_CHART (self), label, ex_chart_get_rtl (EX_CHART (self)) ? self->area.x : self->area.x + self->area.width - label->rect.width,
                      self->area.y - label->rect.height - 2);
}

/* ---- The bars ---- */

static double
longest (ExParetoChart *self)
{
  double joined = 0, most = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      if (i >= self->alone && i < self->alone + self->joined)
        joined += ex_pareto_bar (self, i)->value;
      else
        most = MAX (most, ex_pareto_bar (self, i)->value);
    }

  return MAX (most, joined);
}

/* From the beginning of a row: @from, so much of @room as the value is of the longest. */
static void
layout_bars (ExParetoChart *self, double from, double room)
{
  double most = longest (self), behind = from;
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));

  self->base = rtl ? self->area.x + self->area.width - from : self->area.x + from;
  for (guint i = 0; i < self->bars->len; i++)
    {
      ExParetoBar *bar = ex_pareto_bar (self, i);
      gboolean joined = i >= self->alone && i < self->alone + self->joined;
      double share = most > 0 ? bar->value / most : 0;
      double width = joined ? LEAST_PART + (room - LEAST_PART * self->joined) * share : MAX (THINNEST_BAR, room * share);
      double start = joined ? behind : from;
      double height = self->row * BAR_SHARE;

      behind = joined ? start + width : behind;
      bar->rect = (ExRect) { rtl ? self->area.x + self->area.width - start - width : self->area.x + start,
                             row_y (self, ex_pareto_row_of (self, i)) + (self->row - height) / 2, width, height };
    }
}

static double
row_end (ExParetoChart *self, guint i)
{
  guint last = i >= self->alone && i < self->alone + self->joined ? self->alone + self->joined - 1 : i;
  const ExRect *rect = &ex_pareto_bar (self, last)->rect;

  return ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width - rect->x : rect->x + rect->width - self->area.x;
}

static void
place_row (ExParetoChart *self, guint i, const Columns *columns)
{
  guint row = ex_pareto_row_of (self, i);
  gboolean unknown = ex_pareto_bar (self, i)->unknown;
  g_autofree char *name = row_name (self, i);
  g_autofree char *value = row_value (self, i);
  g_autofree char *reached = ex_pareto_share_text (row_reached (self, i));
  ExLabel *label;

  if (columns->names > 0)
    {
      label = new_label (self, name, columns->scale, FALSE, unknown ? EX_INK_DIM : EX_INK_TEXT);
      ex_label_wrap (label, columns->names, 1, PANGO_ALIGN_LEFT);
      place_in_row (self, label, row, 0, FALSE);
    }
  if (columns->shares > 0)
    place_in_row (self, new_label (self, reached, columns->scale, FALSE, EX_INK_DIM), row, self->area.width, TRUE);
  if (columns->values > 0)
    place_in_row (self, new_label (self, value, columns->scale, TRUE, unknown ? EX_INK_DIM : EX_INK_TEXT), row, row_end (self, i) + WORD_GAP,
                  FALSE);
}

void
ex_pareto_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  Columns columns;
  gboolean shares;
  double from, behind;

  self->area = *plot;
  if (self->bars->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  shares = reserve_heading (self);
  choose_rows (self);
  columns = measure_columns (self, shares);
  if (shares)
    place_heading (self);
  from = columns.names > 0 ? columns.names + WORD_GAP : 0;
  behind = (columns.values > 0 ? columns.values + WORD_GAP : 0) + (columns.shares > 0 ? columns.shares + 2 * WORD_GAP : 0);
  layout_bars (self, from, MAX (THINNEST_BAR, self->area.width - from - behind));
  for (guint i = 0; i < self->bars->len; i = next_row (self, i))
    place_row (self, i, &columns);
}
