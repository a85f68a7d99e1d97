/* Where the steps stand: in a row the name with its note, then a cell a step: the bar, and the count beside it, all bars of one length and all counts
 * in line; where cells are too narrow for that, the count over the bar. */
#include "config.h"

#include "ex-steps-chart-private.h"

#include <math.h>

#define WORD_GAP 6.0
#define LINE_GAP 3.0
#define SMALL_SCALE 0.8
/* In ems. */
#define HIGHEST_ROW 4.0
#define THICKEST_BAR 0.85
#define THINNEST_BAR 0.45
#define SHORTEST_BAR 3.0 /* beside its count */
#define CHECK 0.8
#define CELL_GAP 1.4
#define ROOM_OF_NAMES 4.5 /* of steps, in the height */
#define NAMES_SHARE 0.34

typedef enum { COUNTS_NONE, COUNTS_BESIDE, COUNTS_ABOVE } Counts;

typedef struct
{
  double names;  /* widths */
  double cell;   /* with the gap to the next */
  double gap;
  double count;
  double check;
  double line;   /* the height of a line of counts */
  Counts counts;
} Columns;

static ExLabel *
new_label (ExStepsChart *self, const char *text, double scale, gboolean bold, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, bold, ink);
}

/* A rectangle that begins @x after the beginning of the rows. */
static ExRect
rect_at (ExStepsChart *self, double x, double y, double width, double height)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));

  return (ExRect) { rtl ? self->area.x + self->area.width - x - width : self->area.x + x, y, width, height };
}

static void
place_at (ExStepsChart *self, ExLabel *label, double x, double y)
{
  ExRect rect = rect_at (self, x, y, label->rect.width, label->rect.height);

  ex_chart_try_place (EX_CHART (self), label, rect.x, rect.y);
}

/* ---- The columns ---- */

static double
measure_names (ExStepsChart *self)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ExStepsRow *row = ex_steps_row (self, i);
      g_autoptr (ExLabel) name = new_label (self, row->name, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_TEXT);
      g_autoptr (ExLabel) note = new_label (self, row->note, SMALL_SCALE, FALSE, EX_INK_DIM);

      widest = MAX (widest, MAX (name->rect.width, note->rect.width));
    }

  return MIN (ceil (widest) + 1, NAMES_SHARE * self->area.width);
}

static void
measure_counts (ExStepsChart *self, Columns *columns)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint step = 0; step < self->n_steps; step++)
      {
        g_autofree char *text = ex_steps_count_text (ex_steps_bar (ex_steps_row (self, i), step));
        g_autoptr (ExLabel) label = new_label (self, text, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_TEXT);

        columns->count = MAX (columns->count, ceil (label->rect.width));
        columns->line = MAX (columns->line, label->rect.height);
      }
}

static Columns
choose_columns (ExStepsChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self)), room, words;
  gboolean beside, above;
  Columns columns = { .names = measure_names (self), .check = CHECK * em };

  measure_counts (self, &columns);
  columns.cell = MAX (1, (self->area.width - columns.names - 2 * WORD_GAP) / self->n_steps);
  columns.gap = MIN (CELL_GAP * em, 0.15 * columns.cell);
  room = columns.cell - columns.gap;
  words = columns.count + columns.check + 2 * WORD_GAP;
  beside = self->row >= columns.line && room >= SHORTEST_BAR * em + words;
  above = self->row >= columns.line + LINE_GAP + 1.5 * THINNEST_BAR * em && room >= columns.count;
  /* a bar shorter than its words is longer under them */
  if (beside && (room >= 2 * words || !above))
    columns.counts = COUNTS_BESIDE;
  else if (above)
    columns.counts = COUNTS_ABOVE;

  return columns;
}

/* Where cell @step begins, counted from the beginning of the row. */
static double
cell_start (const Columns *columns, guint step)
{
  return columns->names + 2 * WORD_GAP + step * columns->cell;
}

/* ---- The rows ---- */

static void
layout_beside (ExStepsChart *self, ExStepsBar *bar, const Columns *columns, double x, double y)
{
  g_autofree char *text = ex_steps_count_text (bar);
  ExLabel *label = new_label (self, text, EX_AXIS_TEXT_SCALE, FALSE, bar->of == 0 ? EX_INK_DIM : EX_INK_TEXT);
  double thickness = MIN (THICKEST_BAR * ex_chart_get_em (EX_CHART (self)), 0.6 * self->row);
  double room = columns->cell - columns->gap - columns->count - columns->check - 2 * WORD_GAP, middle = y + self->row / 2;

  bar->bar = rect_at (self, x, middle - thickness / 2, room, thickness);
  place_at (self, label, x + room + WORD_GAP + columns->count - label->rect.width, middle - label->rect.height / 2);
  if (ex_steps_is_full (bar))
    bar->check = rect_at (self, x + columns->cell - columns->gap - columns->check, middle - columns->check / 2, columns->check, columns->check);
}

static void
layout_above (ExStepsChart *self, ExStepsBar *bar, const Columns *columns, double x, double y)
{
  g_autofree char *text = ex_steps_count_text (bar);
  ExLabel *label = new_label (self, text, EX_AXIS_TEXT_SCALE, FALSE, bar->of == 0 ? EX_INK_DIM : EX_INK_TEXT);
  double thickness = THINNEST_BAR * ex_chart_get_em (EX_CHART (self)), both = columns->line + LINE_GAP + thickness;
  double top = y + (self->row - both) / 2, room = columns->cell - columns->gap, width = label->rect.width;

  bar->bar = rect_at (self, x, top + columns->line + LINE_GAP, room, thickness);
  place_at (self, label, x, top);
  if (ex_steps_is_full (bar) && width + WORD_GAP + columns->check <= room)
    bar->check = rect_at (self, x + width + WORD_GAP, top + (columns->line - columns->check) / 2, columns->check, columns->check);
}

static void
layout_bar (ExStepsChart *self, ExStepsBar *bar, const Columns *columns, double x, double y)
{
  double room = columns->cell - columns->gap, thickness = MAX (0.6 * self->row, 1);

  thickness = MIN (thickness, THICKEST_BAR * ex_chart_get_em (EX_CHART (self)));
  bar->cell = rect_at (self, x, y + MIN (2, 0.1 * self->row), room, self->row - 2 * MIN (2, 0.1 * self->row));
  bar->check = (ExRect) { 0 };
  bar->is_marked_inside = FALSE;
  if (columns->counts == COUNTS_BESIDE)
    layout_beside (self, bar, columns, x, y);
  else if (columns->counts == COUNTS_ABOVE)
    layout_above (self, bar, columns, x, y);
  else
    {
      bar->bar = rect_at (self, x, y + (self->row - thickness) / 2, room, thickness);
      bar->is_marked_inside = ex_steps_is_full (bar) && thickness >= 8 && room > 2 * thickness;
      if (bar->is_marked_inside)
        bar->check = rect_at (self, x + room - thickness - 2, bar->bar.y + 1, thickness - 2, thickness - 2);
    }
}

/* The note under the name, or beside it where a row has but one line. */
static void
layout_head (ExStepsChart *self, ExStepsRow *row, const Columns *columns, double y)
{
  ExLabel *name = new_label (self, row->name, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_TEXT);
  ExLabel *note = row->note != NULL ? new_label (self, row->note, SMALL_SCALE, FALSE, EX_INK_DIM) : NULL;
  double height, below = 0;

  ex_label_wrap (name, columns->names, 1, PANGO_ALIGN_LEFT);
  height = name->rect.height;
  if (note != NULL)
    ex_label_wrap (note, columns->names, 2, PANGO_ALIGN_LEFT);
  if (note != NULL && height + note->rect.height > self->row)
    ex_label_wrap (note, columns->names, 1, PANGO_ALIGN_LEFT);
  row->head = rect_at (self, 0, y + MIN (2, 0.1 * self->row), MAX (columns->names, 4), self->row - 2 * MIN (2, 0.1 * self->row));
  below = note != NULL && height + note->rect.height <= self->row ? note->rect.height : 0;
  if (note != NULL && below == 0 && name->rect.width + WORD_GAP + note->rect.width > columns->names)
    g_clear_pointer (&note, ex_label_free);
  y += (self->row - height - below) / 2;
  if (note != NULL)
    place_at (self, note, below > 0 ? 0 : name->rect.width + WORD_GAP, below > 0 ? y + height : y + (height - note->rect.height) / 2);
  place_at (self, name, 0, y);
}

/* ---- The names of the steps ---- */

static gboolean
has_longer_word (ExStepsChart *self, guint step, double scale, double width)
{
  /* in bold they are a little wider */
  return ex_text_longest_word (ex_chart_get_text_context (EX_CHART (self)), self->steps[step], scale * 1.1) > width;
}

static ExLabel *
step_label (ExStepsChart *self, guint step, double width)
{
  double scale = EX_AXIS_TEXT_SCALE;
  ExLabel *label;

  /* where a word of any is too long, all are smaller; one that is still too long is better shortened than broken */
  for (guint i = 0; i < self->n_steps; i++)
    if (has_longer_word (self, i, EX_AXIS_TEXT_SCALE, width))
      scale = SMALL_SCALE;
  label = new_label (self, self->steps[step], scale, TRUE, EX_INK_TEXT);
  ex_label_wrap (label, width, has_longer_word (self, step, scale, width) ? 1 : 2, PANGO_ALIGN_LEFT);
  return label;
}

/* Roughly what a step will have of the width: its name decides how high the rows can be. */
static double
reserve_names (ExStepsChart *self)
{
  double height = 0, width = (self->area.width * (1 - NAMES_SHARE) - 2 * WORD_GAP) / self->n_steps * 0.85;

  if (self->area.height < ROOM_OF_NAMES * ex_chart_get_em (EX_CHART (self)))
    return 0;
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autoptr (ExLabel) label = step_label (self, i, width);

      height = MAX (height, label->rect.height);
    }
  self->area.y += height + LINE_GAP;
  self->area.height -= height + LINE_GAP;

  return height;
}

static void
place_names (ExStepsChart *self, const Columns *columns, double height)
{
  for (guint i = 0; i < self->n_steps && height > 0; i++)
    {
      ExLabel *label = step_label (self, i, columns->cell - columns->gap);

      place_at (self, label, cell_start (columns, i), self->area.y - LINE_GAP - label->rect.height);
    }
}

void
ex_steps_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  Columns columns;
  double height;

  self->area = *plot;
  if (self->rows->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  height = reserve_names (self);
  self->row = MIN (self->area.height / self->rows->len, HIGHEST_ROW * ex_chart_get_em (chart));
  columns = choose_columns (self);
  place_names (self, &columns, height);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ExStepsRow *row = ex_steps_row (self, i);
      double y = self->area.y + i * self->row;

      layout_head (self, row, &columns, y);
      for (guint step = 0; step < self->n_steps; step++)
        layout_bar (self, ex_steps_bar (row, step), &columns, cell_start (&columns, step), y);
    }
}
