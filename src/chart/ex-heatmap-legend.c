/* What a heatmap's colours and signs mean, in one line: the scale as cells with figures, then those signs that there are. */
#include "config.h"

#include "ex-heatmap-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In ems. */
#define LINE 1.5
#define GAP_BELOW 0.5
#define GAP_BETWEEN 1.2
#define BARE_BLOCK 1.1
#define PADDING 0.9
#define SWATCH 1.5
#define SWATCH_GAP 0.4
#define SCALE 0.85

static gboolean
has_kind (ExHeatmapChart *self, ExCellKind kind)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, ExHeatmapCell, i).kind == kind)
      return TRUE;

  return FALSE;
}

static gboolean
has_values (ExHeatmapChart *self)
{
  return has_kind (self, EX_CELL_MEASURED) || has_kind (self, EX_CELL_PARTLY);
}

double
ex_heatmap_legend_height (ExHeatmapChart *self)
{
  gboolean needed = has_values (self) || has_kind (self, EX_CELL_NOT_MEASURED);

  return needed ? (LINE + GAP_BELOW) * ex_chart_get_em (EX_CHART (self)) : 0;
}

void
ex_heatmap_legend_clear (ExHeatmapLegend *self)
{
  for (guint i = 0; i < EX_HEATMAP_TONES; i++)
    g_clear_pointer (&self->texts[i], ex_label_free);
  *self = (ExHeatmapLegend) { 0 };
}

/* @x: from where reading begins. */
static ExRect
box_at (ExHeatmapChart *self, const ExRect *area, double x, double width)
{
  double height = LINE * ex_chart_get_em (EX_CHART (self));

  return (ExRect) { ex_chart_get_rtl (EX_CHART (self)) ? area->x + area->width - x - width : area->x + x, area->y, width, height };
}

static double
value_of_block (ExHeatmapChart *self, int block)
{
  const int middle = EX_HEATMAP_STEPS;
  double far = block < middle ? self->middle - self->low : self->high - self->middle;

  return self->middle + far * (block - middle) / middle;
}

/* The figures of the ends and the middle; those of a side without extent are left out, and so are its blocks. */
static void
make_texts (ExHeatmapChart *self, int first, int last)
{
  const int ends[] = { first, EX_HEATMAP_STEPS, last };
  const ExValueFormat *format = self->scale_format.func != NULL ? &self->scale_format : &self->format;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = ex_value_format_text (format, value_of_block (self, ends[i]), 0);
      ExLabel **label = &self->legend.texts[ends[i]];

      if (*label == NULL)
        *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, SCALE, FALSE, EX_INK_TEXT);
    }
}

/* As wide as what is written on it, else narrow; without room for the narrow ones these are left out. */
static double
lay_blocks (ExHeatmapChart *self, const ExRect *area, int first, int last, double bare)
{
  double em = ex_chart_get_em (EX_CHART (self)), x = 0;

  for (int i = first; i <= last; i++)
    {
      const ExLabel *text = self->legend.texts[i];
      double width = text != NULL ? text->rect.width + PADDING * em : bare;

      self->legend.blocks[i] = box_at (self, area, x, width);
      x += width;
    }

  return x;
}

/* Its width, 0: there is no room for it. */
static double
place_scale (ExHeatmapChart *self, const ExRect *area)
{
  const int middle = EX_HEATMAP_STEPS;
  int first = self->low < self->middle ? 0 : middle, last = self->middle < self->high ? EX_HEATMAP_TONES - 1 : middle;
  double width;

  if (!has_values (self))
    return 0;
  make_texts (self, first, last);
  width = lay_blocks (self, area, first, last, BARE_BLOCK * ex_chart_get_em (EX_CHART (self)));
  if (width > area->width)
    width = lay_blocks (self, area, first, last, 0);
  if (width > area->width)
    {
      ex_heatmap_legend_clear (&self->legend);
      return 0;
    }
  for (int i = first; i <= last; i++)
    if (self->legend.texts[i] != NULL)
      {
        ExRect *text = &self->legend.texts[i]->rect;

        text->x = self->legend.blocks[i].x + (self->legend.blocks[i].width - text->width) / 2;
        text->y = area->y + (self->legend.blocks[i].height - text->height) / 2;
      }

  return width;
}

/* A sign and its words at @x; where the next may stand, or @x again when there was no room. */
static double
place_sign (ExHeatmapChart *self, const ExRect *area, double x, const char *words, ExRect *box)
{
  ExChart *chart = EX_CHART (self);
  double em = ex_chart_get_em (chart), from = x > 0 ? x + GAP_BETWEEN * em : 0;
  ExLabel *label = ex_label_new (ex_chart_get_text_context (chart), words, SCALE, FALSE, EX_INK_DIM);
  double end = from + (SWATCH + SWATCH_GAP) * em + label->rect.width;
  ExRect words_box;

  if (end > area->width)
    {
      ex_label_free (label);
      return x;
    }
  *box = box_at (self, area, from, SWATCH * em);
  words_box = box_at (self, area, from + (SWATCH + SWATCH_GAP) * em, label->rect.width);
  ex_chart_place (chart, label, words_box.x, words_box.y + (words_box.height - label->rect.height) / 2);

  return end;
}

void
ex_heatmap_legend_place (ExHeatmapChart *self, const ExRect *area)
{
  double x = place_scale (self, area);

  if (has_kind (self, EX_CELL_NOT_MEASURED))
    x = place_sign (self, area, x, _("not measured"), &self->legend.hatched);
  if (has_kind (self, EX_CELL_PARTLY))
    place_sign (self, area, x, _("measured in part"), &self->legend.partly);
}

static void
draw_block (ExHeatmapChart *self, cairo_t *cr, int i, const ExHeatmapTone *tone, gboolean hatched)
{
  const ExRect *block = &self->legend.blocks[i];
  ExLabel *text = self->legend.texts[i];
  double lines = ex_heatmap_hatch_of (i - EX_HEATMAP_STEPS);

  if (block->width == 0)
    return;
  ex_paint_rect (cr, &(ExRect) { round (block->x), round (block->y), round (block->x + block->width) - round (block->x), round (block->height) },
                 &tone->fill, EX_FILL_SOLID);
  if (hatched && text == NULL && lines > 0)
    ex_paint_hatch (cr, block, lines, 0.7, &tone->ink);
  if (text == NULL)
    return;
  ex_paint_set_color (cr, &tone->ink);
  cairo_move_to (cr, text->rect.x - text->x_offset, text->rect.y);
  pango_cairo_show_layout (cr, text->layout);
}

void
ex_heatmap_legend_draw (ExHeatmapChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExHeatmapTone tones[EX_HEATMAP_TONES];
  const ExHeatmapLegend *legend = &self->legend;

  ex_heatmap_tones (palette, ex_heatmap_contrast (EX_CHART (self)), tones);
  for (int i = 0; i < EX_HEATMAP_TONES; i++)
    draw_block (self, cr, i, &tones[i], ex_heatmap_is_hatched (self, palette));
  if (legend->hatched.width > 0)
    {
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (ExRect));

      g_array_append_val (rects, legend->hatched);
      ex_heatmap_paint_unmeasured (cr, rects, palette);
    }
  if (legend->partly.width > 0)
    {
      ex_paint_rect (cr, &legend->partly, &tones[EX_HEATMAP_STEPS].fill, EX_FILL_SOLID);
      ex_heatmap_paint_partly (cr, &legend->partly, ex_chart_get_rtl (EX_CHART (self)), &tones[EX_HEATMAP_STEPS].ink);
    }
}
