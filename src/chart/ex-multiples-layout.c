/* Where the panels of a sheet stand: in as many columns as give them the best shape. */
#include "config.h"

#include "ex-multiples-chart-private.h"

#include <math.h>

/* Width to height of the panel that is liked best. */
#define BEST_SHAPE 1.6
#define MOST_COLUMNS 4
#define TITLE_LINES 2
/* All in ems. */
#define COLUMN_GAP 2.0
#define ROW_GAP 1.4
#define TITLE_GAP 0.35
/* How wide a panel likes to be when there is as much height as it wants. */
#define GOOD_WIDTH 24.0

/* ---- The grid ---- */

/* How far a panel's shape is from the one that is liked; empty places count too. */
static double
badness (guint n, guint n_columns, double width, double height, double em)
{
  guint n_rows = (n + n_columns - 1) / n_columns;
  double w = (width - (n_columns - 1) * COLUMN_GAP * em) / n_columns;
  double h = (height - (n_rows - 1) * ROW_GAP * em) / n_rows - 1.6 * em;

  if (w <= 0 || h <= 0)
    return 1e6 + n_rows;

  return fabs (log (w / h / BEST_SHAPE)) + (double) (n_rows * n_columns - n) / n;
}

static guint
choose_columns (guint n, double width, double height, double em)
{
  guint best = 1;

  for (guint columns = 2; columns <= MIN (n, MOST_COLUMNS); columns++)
    if (badness (n, columns, width, height, em) < badness (n, best, width, height, em))
      best = columns;

  return best;
}

/* ---- Layout ---- */

static ExLabel *
title_label (ExMultiplesChart *self, const ExPanel *panel, double width, guint lines)
{
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), panel->title != NULL ? panel->title : "", 1, TRUE, EX_INK_TEXT);

  ex_label_wrap (label, width, (int) lines, PANGO_ALIGN_LEFT);
  return label;
}

/* The titles of a row begin on one line, and so do the panels under them. */
static double
place_titles (ExMultiplesChart *self, guint first, guint n, double height)
{
  double highest = 0;

  for (guint i = first; i < first + n; i++)
    {
      ExPanel *p = ex_panel (self, i);
      ExLabel *label = NULL;

      if (p->title == NULL || *p->title == '\0')
        continue;
      label = title_label (self, p, p->whole.width, height > 9 * ex_chart_get_em (EX_CHART (self)) ? TITLE_LINES : 1);
      if (label->rect.height > 0.4 * height)
        {
          ex_label_free (label);
          continue;
        }
      highest = MAX (highest, label->rect.height);
      ex_chart_try_place (EX_CHART (self), label, ex_chart_get_rtl (EX_CHART (self)) ? p->whole.x + p->whole.width - label->rect.width : p->whole.x,
                      p->whole.y);
    }

  return highest;
}

static void
layout_row (ExMultiplesChart *self, guint first, const ExRect *row, double gap)
{
  guint n = MIN (self->n_columns, self->panels->len - first);
  double width = (row->width - (self->n_columns - 1) * gap) / self->n_columns, head;

  for (guint i = 0; i < n; i++)
    {
      double start = i * (width + gap);

      ex_panel (self, first + i)->whole = (ExRect) { floor (ex_chart_get_rtl (EX_CHART (self)) ? row->x + row->width - start - width : row->x + start),
                                                  row->y, floor (width), row->height };
    }
  head = place_titles (self, first, n, row->height);
  if (head > 0)
    head = ceil (head + TITLE_GAP * ex_chart_get_em (EX_CHART (self)));
  for (guint i = 0; i < n; i++)
    {
      const ExRect *whole = &ex_panel (self, first + i)->whole;

      ex_panel (self, first + i)->rect = (ExRect) { whole->x, whole->y + head, whole->width, whole->height - head };
    }
}

/* Panels speak as the whole does. */
static void
pass_on (ExMultiplesChart *self, ExChart *chart)
{
  const PangoFontDescription *font = pango_context_get_font_description (ex_chart_get_text_context (EX_CHART (self)));

  ex_chart_set_font (chart, pango_font_description_get_family (font), (double) pango_font_description_get_size (font) / PANGO_SCALE);
  ex_chart_set_rtl (chart, ex_chart_get_rtl (EX_CHART (self)));
}

void
ex_multiples_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  const ExFrame *frame = ex_chart_get_frame (chart);
  double em = ex_chart_get_em (chart), row_gap, column_gap;
  guint n = self->panels->len, n_rows;

  if (n == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }
  self->n_columns = choose_columns (n, plot->width, plot->height, em);
  n_rows = (n + self->n_columns - 1) / self->n_columns;
  row_gap = n_rows > 1 ? MIN (ROW_GAP * em, 0.1 * plot->height / (n_rows - 1)) : 0;
  column_gap = self->n_columns > 1 ? MIN (COLUMN_GAP * em, 0.1 * plot->width / (self->n_columns - 1)) : 0;
  self->busy = TRUE;
  for (guint row = 0; row < n_rows; row++)
    {
      double height = (plot->height - (n_rows - 1) * row_gap) / n_rows;
      ExRect rect = { plot->x, floor (plot->y + row * (height + row_gap)), plot->width, floor (height) };

      layout_row (self, row * self->n_columns, &rect, column_gap);
    }
  for (guint i = 0; i < n; i++)
    {
      ExPanel *p = ex_panel (self, i);

      pass_on (self, p->chart);
      ex_chart_layout (p->chart, p->rect.width, p->rect.height, frame->theme, FALSE);
    }
  self->busy = FALSE;
}

/* As high as its panels like to be, in as many columns as the width gives room for. */
double
ex_multiples_chart_natural_height (ExChart *chart, double width)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  double em = ex_chart_get_em (chart);
  guint n = self->panels->len;
  guint n_columns = CLAMP ((guint) (width / (GOOD_WIDTH * em)), 1, MIN (MAX (n, 1), MOST_COLUMNS));
  guint n_rows = n_columns > 0 ? (n + n_columns - 1) / n_columns : 0;
  double w = (width - (n_columns - 1) * COLUMN_GAP * em) / n_columns;

  return n == 0 ? 0 : n_rows * (w / BEST_SHAPE + 2 * em) + (n_rows - 1) * ROW_GAP * em;
}
