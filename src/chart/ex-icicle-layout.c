/* The words of an icicle: the names in its parts, those of the rows at the side, and the legend above. */
#include "config.h"

#include "ex-icicle-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* All in ems. */
#define USUAL_ROW 3.4
#define PAD 0.45
#define LEAST_WORDS 2.8
#define ROW_NAMES_LEAST_WIDTH 30.0
#define SHAPE 0.6
#define SHAPE_GAP 0.35
#define SWATCH 1.1
/* Row names take at most this share of the width, the legend this of the height. */
#define ROW_NAMES_SHARE 0.16
#define LEGEND_SHARE 0.2
#define WORD_GAP 8.0
#define MOST_LINES 3
/* In ems: in less, half a word is no use. */
#define ROOM_FOR_HALF_WORDS 7.0

/* ---- Words ---- */

static ExLabel *
new_label (ExIcicleChart *self, const char *text, double scale, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, FALSE, ink);
}

/* At @start pixels from the side where reading begins, of @area. */
static void
place_from_start (ExIcicleChart *self, const ExRect *area, ExLabel *label, double start, double y)
{
  double x = ex_chart_get_rtl (EX_CHART (self)) ? area->x + area->width - start - label->rect.width : area->x + start;

  ex_chart_place (EX_CHART (self), label, x, y);
}

static const char *
row_name (ExIcicleChart *self, guint row)
{
  return self->row_names != NULL && row < g_strv_length (self->row_names) ? self->row_names[row] : NULL;
}

/* The column of row names, taken from the side where reading begins; no width: none. */
static ExRect
reserve_row_names (ExIcicleChart *self)
{
  double most = ROW_NAMES_SHARE * self->area.width, widest = 0;
  ExRect column = self->area;

  column.width = 0;
  if (self->area.width < ROW_NAMES_LEAST_WIDTH * ex_chart_get_em (EX_CHART (self)))
    return column;
  for (guint row = (guint) self->view.top; row < (guint) self->view.bottom; row++)
    {
      const char *name = row_name (self, row);

      if (name != NULL)
        widest = MAX (widest, ex_chart_measure (name, self));
    }
  widest = MIN (ceil (widest) + 1, most);
  if (widest <= 1)
    return column;
  column.width = widest;
  self->area.width -= widest + WORD_GAP;
  if (ex_chart_get_rtl (EX_CHART (self)))
    column.x = self->area.x + self->area.width + WORD_GAP;
  else
    self->area.x += widest + WORD_GAP;

  return column;
}

/* Where words begin in a cell or row of a height: at its top, or in the middle of one that is not much higher than they are. */
static double
first_line (ExIcicleChart *self, double height, const ExLabel *label)
{
  double line = label->rect.height / pango_layout_get_line_count (label->layout), pad = PAD * ex_chart_get_em (EX_CHART (self));

  return height > MOST_LINES * line + 2 * pad || height < label->rect.height + 2 * pad ? MIN (pad, (height - label->rect.height) / 2)
                                                                                        : (height - label->rect.height) / 2;
}

static void
place_row_names (ExIcicleChart *self, const ExRect *column)
{
  double height = ex_icicle_row_height (self, &self->view);

  if (column->width == 0)
    return;
  for (guint row = (guint) self->view.top; row < (guint) self->view.bottom; row++)
    {
      const char *name = row_name (self, row);
      ExLabel *label = name != NULL ? new_label (self, name, EX_AXIS_TEXT_SCALE, EX_INK_DIM) : NULL;

      if (label == NULL)
        continue;
      ex_label_wrap (label, column->width, height > 2.8 * ex_chart_get_em (EX_CHART (self)) ? 2 : 1, PANGO_ALIGN_LEFT);
      if (label->rect.height > height)
        ex_label_free (label);
      else
        place_from_start (self, column, label, 0, self->area.y + (row - self->view.top) * height + first_line (self, height, label));
    }
}

/* ---- The legend ---- */

/* What there is to explain: each tone that occurs and has a name, then what is loose. */
static guint
legend_entries (ExIcicleChart *self, ExIcicleSwatch entries[EX_N_TONES + 1])
{
  static const ExTone tones[] = { EX_TONE_GOOD, EX_TONE_WATCH, EX_TONE_BAD, EX_TONE_NONE };
  gboolean seen[EX_N_TONES] = { FALSE }, loose = FALSE;
  guint n = 0, n_marks = ex_icicle_n_visible (self);

  for (guint i = 0; i < n_marks; i++)
    {
      const ExIcicleItem *item = ex_icicle_item (self, ex_icicle_mark_item (self, i));

      seen[item->tone] = TRUE;
      loose = loose || item->loose;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (seen[tones[i]] && self->tone_names[tones[i]] != NULL)
      entries[n++] = (ExIcicleSwatch) { .tone = tones[i] };
  if (loose && self->loose_name != NULL)
    entries[n++] = (ExIcicleSwatch) { .tone = EX_TONE_NONE, .loose = TRUE };

  return n;
}

/* Lines of swatches with their names, above the rows as in every chart; where there is no room for all, none stands. */
static void
place_legend (ExIcicleChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self)), line = 1.7 * em, swatch = SWATCH * em;
  ExIcicleSwatch entries[EX_N_TONES + 1];
  guint n = legend_entries (self, entries), n_lines = 1;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_label_free);
  double x = 0, height;
  ExRect whole = self->area;

  for (guint i = 0; i < n; i++)
    {
      const char *name = entries[i].loose ? self->loose_name : self->tone_names[entries[i].tone];
      ExLabel *label = new_label (self, name, EX_AXIS_TEXT_SCALE, EX_INK_DIM);
      double width = swatch + SHAPE_GAP * em + label->rect.width;

      if (x > 0 && x + width > whole.width)
        {
          x = 0;
          n_lines++;
        }
      label->rect.x = x;
      label->rect.y = (n_lines - 1) * line;
      x += width + 1.4 * em;
      g_ptr_array_add (labels, label);
      if (width > whole.width)
        return;
    }
  height = n_lines * line + 0.3 * em;
  if (n == 0 || height > LEGEND_SHARE * whole.height)
    return;
  self->area.height = MIN (self->area.height - height, EX_ICICLE_HIGHEST_ROW * em * (self->view.bottom - self->view.top));
  self->area.y += height;
  for (guint i = 0; i < n; i++)
    {
      ExLabel *label = labels->pdata[i];
      double start = label->rect.x, y = whole.y + label->rect.y;

      labels->pdata[i] = NULL;
      entries[i].rect = (ExRect) { ex_chart_get_rtl (EX_CHART (self)) ? whole.x + whole.width - start - swatch : whole.x + start, round (y),
                                   swatch, round (swatch) };
      g_array_append_val (self->swatches, entries[i]);
      place_from_start (self, &whole, label, start + swatch + SHAPE_GAP * em, y + (swatch - label->rect.height) / 2);
    }
}

/* ---- Names in the cells ---- */

/* A shape at the beginning of the first line of @words, or in the middle of a cell that has none. */
static void
add_shape (ExIcicleChart *self, const ExIcicleItem *item, const ExRect *cell, double start, double middle)
{
  double size = round (SHAPE * ex_chart_get_em (EX_CHART (self)));
  double x = ex_chart_get_rtl (EX_CHART (self)) ? cell->x + cell->width - start - size : cell->x + start;
  ExIcicleSwatch shape = { { x, middle - size / 2, size, size }, item->tone, item->loose };

  g_array_append_val (self->shapes, shape);
}

/* Under the words and the shape before them. */
static void
add_paper (ExIcicleChart *self, const ExLabel *label, double shape)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  ExRect paper = { label->rect.x - (rtl ? 2 : shape + 2), label->rect.y, label->rect.width + shape + 4, label->rect.height };

  g_array_append_val (self->papers, paper);
}

static gboolean
breaks_a_word (const ExLabel *label)
{
  const char *text = pango_layout_get_text (label->layout);

  for (int i = 1; i < pango_layout_get_line_count (label->layout); i++)
    {
      int start = pango_layout_get_line_readonly (label->layout, i)->start_index;

      if (start > 0 && !g_ascii_isspace (text[start - 1]) && text[start - 1] != '-')
        return TRUE;
    }

  return FALSE;
}

static void
place_name (ExIcicleChart *self, const PangoFontMetrics *metrics, const ExIcicleItem *item, const ExRect *cell, const ExPalette *palette)
{
  double em = ex_chart_get_em (EX_CHART (self)), shape = round (SHAPE * em);
  double line = (double) pango_font_metrics_get_height ((PangoFontMetrics *) metrics) / PANGO_SCALE * EX_AXIS_TEXT_SCALE;
  double pad = MIN (PAD * em, (cell->height - line) / 2);
  double words = PAD * em + shape + SHAPE_GAP * em, room = cell->width - words - PAD * em;
  ExLabel *label = NULL;
  double y;

  if (room < LEAST_WORDS * em || pad < 0)
    {
      if (cell->width >= shape + 4 && cell->height >= shape + 2)
        add_shape (self, item, cell, (cell->width - shape) / 2, cell->y + cell->height / 2);
      return;
    }
  label = new_label (self, item->name, EX_AXIS_TEXT_SCALE, ex_icicle_ink (palette, item->tone, item->loose));
  if (label->rect.width > room)
    ex_label_wrap (label, room, CLAMP ((int) ((cell->height - PAD * em) / line), 1, MOST_LINES), PANGO_ALIGN_LEFT);
  if (room < ROOM_FOR_HALF_WORDS * em && breaks_a_word (label))
    ex_label_wrap (label, room, 1, PANGO_ALIGN_LEFT);
  if (label->rect.height > cell->height) /* of a script higher than the font's own */
    {
      ex_label_free (label);
      return;
    }
  y = cell->y + first_line (self, cell->height, label);
  add_shape (self, item, cell, PAD * em, y + label->rect.height / pango_layout_get_line_count (label->layout) / 2);
  place_from_start (self, cell, label, words, y);
  if (ex_icicle_is_hatched (palette, item->tone, item->loose))
    add_paper (self, label, shape + SHAPE_GAP * em);
}

static void
place_count (ExIcicleChart *self, const ExIcicleCell *cell, const ExRect *rect)
{
  double em = ex_chart_get_em (EX_CHART (self));
  g_autofree char *text = NULL;
  ExLabel *label = NULL;

  if (rect->width < 4 * em || rect->height < 1.2 * em)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", cell->count), cell->count);
  label = new_label (self, text, EX_AXIS_TEXT_SCALE, EX_INK_TEXT);
  if (label->rect.width + PAD * em > rect->width || label->rect.height > rect->height)
    {
      ex_label_free (label);
      return;
    }
  ex_chart_place (EX_CHART (self), label, rect->x + (rect->width - label->rect.width) / 2, rect->y + (rect->height - label->rect.height) / 2);
  add_paper (self, label, 0);
}

static void
place_names (ExIcicleChart *self, const ExPalette *palette)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  for (guint row = (guint) self->view.top; row < (guint) self->view.bottom; row++)
    for (guint i = self->cell_start[row]; i < self->cell_start[row + 1]; i++)
      {
        const ExIcicleCell *cell = ex_icicle_cell (self, i);
        ExRect rect = ex_icicle_cell_rect (self, &self->view, row, cell);

        if (cell->count > 1)
          place_count (self, cell, &rect);
        else
          place_name (self, metrics, ex_icicle_item (self, self->members[cell->first]), &rect, palette);
      }
  pango_font_metrics_unref (metrics);
}

/* ---- The whole ---- */

double
ex_icicle_chart_natural_height (ExChart *chart, double width)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  ExIcicleView view;

  if (self->items->len == 0)
    return 0;
  ex_icicle_arrange (self);
  view = ex_icicle_view_of (self, self->focus);

  return ex_chart_get_em (chart) * (USUAL_ROW * (view.bottom - view.top) + 2);
}

void
ex_icicle_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  ExRect column;

  self->area = *plot;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->swatches, 0);
  g_array_set_size (self->shapes, 0);
  g_array_set_size (self->papers, 0);
  ex_icicle_arrange (self);
  if (self->items->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  self->view = ex_icicle_view_of (self, self->focus);
  place_legend (self);
  column = reserve_row_names (self);
  self->area = (ExRect) { ceil (self->area.x), ceil (self->area.y), MAX (floor (self->area.width - 1), 1), self->area.height }; /* sharp edges */
  ex_icicle_find_cells (self, &self->view, self->cells, self->cell_start);
  place_row_names (self, &column);
  self->n_fixed = ex_chart_get_labels (chart)->len;
  place_names (self, palette);
}
