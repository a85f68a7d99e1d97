#include "config.h"

#include "ex-icicle-chart-private.h"
#include "ex-paint.h"

#include <math.h>

/* A joined cell from this width on shows how its parts stand; in a narrower one they run together. */
#define WIDE_ENOUGH_TO_SPLIT 8.0
#define LOOSE_STRENGTH 0.12

/* ---- Tones ---- */

static const ExColor *
tone_color (const ExPalette *palette, ExTone tone)
{
  switch (tone)
    {
    case EX_TONE_GOOD:
      return &palette->gained;
    case EX_TONE_WATCH:
    case EX_TONE_BAD:
      return &palette->lost;
    case EX_TONE_NONE:
    default:
      return &palette->neutral;
    }
}

/* How much of its colour a tone has: what is behind stands out, the rest steps back. */
static double
tone_strength (ExTone tone)
{
  static const double strengths[EX_N_TONES] = { 0.22, 0.34, 0.42, 1.0 };

  return strengths[tone];
}

ExInk
ex_icicle_ink (const ExPalette *palette, ExTone tone, gboolean loose)
{
  return tone == EX_TONE_BAD && !loose ? EX_INK_PAPER : EX_INK_TEXT;
}

gboolean
ex_icicle_is_hatched (const ExPalette *palette, ExTone tone, gboolean loose)
{
  return loose || (palette->hatch && tone == EX_TONE_WATCH);
}

/* Opaque: what can be seen through is drawn more slowly, on screen and by printers. */
static ExColor
mixed (const ExColor *color, const ExColor *ground, double share)
{
  return (ExColor) { ground->red + (color->red - ground->red) * share, ground->green + (color->green - ground->green) * share,
                     ground->blue + (color->blue - ground->blue) * share, 1 };
}

static void
fill_tone (cairo_t *cr, const ExRect *rect, const ExPalette *palette, ExTone tone, gboolean loose)
{
  ExColor lines = *tone_color (palette, tone), pale = mixed (&lines, &palette->background, loose ? LOOSE_STRENGTH : tone_strength (tone));

  ex_paint_rect (cr, rect, &pale, EX_FILL_SOLID);
  if (loose)
    {
      lines.alpha = 0.45;
      if (rect->width > 3)
        ex_paint_hatch (cr, rect, -7, 1, &lines);
    }
  else if (ex_icicle_is_hatched (palette, tone, loose) && rect->width > 3)
    {
      lines.alpha = 0.5;
      ex_paint_hatch (cr, rect, 7, 1, &lines);
    }
}

/* So narrow a cell that its parts cannot be told apart: all their tones in one. */
static void
draw_blended (cairo_t *cr, const ExRect *rect, const ExIcicleCell *cell, double whole, const ExPalette *palette)
{
  ExColor blend = { 0, 0, 0, 1 };

  for (guint i = 0; i < EX_N_TONES; i++)
    {
      ExColor pale = mixed (tone_color (palette, (ExTone) i), &palette->background, cell->loose ? LOOSE_STRENGTH : tone_strength ((ExTone) i));

      blend.red += pale.red * cell->tones[i] / whole;
      blend.green += pale.green * cell->tones[i] / whole;
      blend.blue += pale.blue * cell->tones[i] / whole;
    }
  ex_paint_rect (cr, rect, &blend, EX_FILL_SOLID);
}

static void
draw_joined (ExIcicleChart *self, cairo_t *cr, const ExRect *rect, const ExIcicleCell *cell, const ExPalette *palette)
{
  static const ExTone in_order[] = { EX_TONE_BAD, EX_TONE_WATCH, EX_TONE_NONE, EX_TONE_GOOD };
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double whole = 0, passed = 0;

  for (guint i = 0; i < EX_N_TONES; i++)
    whole += cell->tones[i];
  if (rect->width < WIDE_ENOUGH_TO_SPLIT)
    {
      draw_blended (cr, rect, cell, whole, palette);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      double from = round (passed / whole * rect->width), to = round ((passed + cell->tones[in_order[i]]) / whole * rect->width);
      ExRect part = { rtl ? rect->x + rect->width - to : rect->x + from, rect->y, to - from, rect->height };

      passed += cell->tones[in_order[i]];
      if (to > from)
        fill_tone (cr, &part, palette, in_order[i], cell->loose);
    }
}

/* ---- Shapes ---- */

static void
draw_shape (cairo_t *cr, const ExIcicleSwatch *shape, const ExPalette *palette)
{
  const ExRect *rect = &shape->rect;
  double middle = rect->y + rect->height / 2;
  const ExColor *color = ex_paint_ink (palette, ex_icicle_ink (palette, shape->tone, shape->loose));

  ex_paint_set_color (cr, color);
  switch (shape->tone)
    {
    case EX_TONE_GOOD:
      ex_paint_dot (cr, rect->x + rect->width / 2, middle, rect->width / 2, color);
      return;
    case EX_TONE_WATCH:
      cairo_move_to (cr, rect->x, rect->y + rect->height);
      cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height);
      cairo_line_to (cr, rect->x + rect->width / 2, rect->y);
      cairo_close_path (cr);
      break;
    case EX_TONE_BAD:
      cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, rect->width - 1, rect->height - 1);
      break;
    case EX_TONE_NONE:
    default:
      cairo_rectangle (cr, rect->x, round (middle) - 1, rect->width, 2);
      break;
    }
  cairo_fill (cr);
}

static void
draw_swatch (cairo_t *cr, const ExIcicleSwatch *swatch, const ExPalette *palette)
{
  ExIcicleSwatch shape = *swatch;
  double inset = 0.24 * swatch->rect.width;

  fill_tone (cr, &swatch->rect, palette, swatch->tone, swatch->loose);
  if (swatch->loose)
    return;
  shape.rect = (ExRect) { swatch->rect.x + inset, swatch->rect.y + inset, swatch->rect.width - 2 * inset, swatch->rect.height - 2 * inset };
  draw_shape (cr, &shape, palette);
}

/* ---- The whole ---- */

/* A stem through the rows that something skips, so that it is seen to hang where it does. */
static void
draw_stem (ExIcicleChart *self, cairo_t *cr, const ExIcicleView *view, const ExIcicleItem *item, const ExRect *rect, const ExPalette *palette)
{
  double height = ex_icicle_row_height (self, view);
  guint from = item->parent >= 0 ? ex_icicle_item (self, item->parent)->row + 1 : item->row;
  double x = floor (rect->x + rect->width / 2) + 0.5;

  if (from < item->row)
    ex_paint_line (cr, x, MAX (self->area.y, self->area.y + (from - view->top) * height), x, rect->y, 1, &palette->neutral);
}

static void
draw_cells (ExIcicleChart *self, cairo_t *cr, const ExIcicleView *view, GArray *cells, const guint *cell_start, const ExPalette *palette)
{
  for (guint row = 0; row < self->n_rows; row++)
    for (guint i = cell_start[row + 1]; i-- > cell_start[row];) /* one that is no pixel wide lies on the next */
      {
        const ExIcicleCell *cell = &g_array_index (cells, ExIcicleCell, i);
        const ExIcicleItem *item = ex_icicle_item (self, self->members[cell->first]);
        ExRect rect = ex_icicle_cell_rect (self, view, row, cell);

        draw_stem (self, cr, view, item, &rect, palette);
        if (cell->count > 1)
          draw_joined (self, cr, &rect, cell, palette);
        else
          fill_tone (cr, &rect, palette, item->tone, item->loose);
      }
}

/* Words on hatching are read on a piece of paper of their own. */
static void
draw_papers (ExIcicleChart *self, cairo_t *cr, const ExPalette *palette)
{
  ExColor paper = palette->background;

  paper.alpha = 0.8;
  for (guint i = 0; i < self->papers->len; i++)
    ex_paint_rect (cr, &g_array_index (self->papers, ExRect, i), &paper, EX_FILL_SOLID);
}

void
ex_icicle_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);

  if (self->items->len == 0)
    return;
  draw_cells (self, cr, &self->view, self->cells, self->cell_start, palette);
  draw_papers (self, cr, palette);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_shape (cr, &g_array_index (self->shapes, ExIcicleSwatch, i), palette);
  for (guint i = 0; i < self->swatches->len; i++)
    draw_swatch (cr, &g_array_index (self->swatches, ExIcicleSwatch, i), palette);
}

/* ---- Motion ---- */

static double
between (double from, double to, double t)
{
  return from + (to - from) * t;
}

/* From the part that was seen to the one that is: without the names, which would only flicker. */
void
ex_icicle_chart_draw_motion (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t)
{
  ExIcicleChart *self = EX_ICICLE_CHART (chart);
  ExIcicleView view = { between (self->before.left, self->view.left, t), between (self->before.right, self->view.right, t),
                        between (self->before.top, self->view.top, t), between (self->before.bottom, self->view.bottom, t) };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ExIcicleCell));
  g_autofree guint *cell_start = g_new0 (guint, self->n_rows + 1);
  GPtrArray *labels = ex_chart_get_labels (chart);

  if (self->items->len == 0)
    return;
  ex_icicle_find_cells (self, &view, cells, cell_start);
  cairo_save (cr);
  cairo_rectangle (cr, self->area.x, self->area.y, self->area.width, self->area.height);
  cairo_clip (cr);
  draw_cells (self, cr, &view, cells, cell_start, palette);
  cairo_restore (cr);
  for (guint i = 0; i < self->swatches->len; i++)
    draw_swatch (cr, &g_array_index (self->swatches, ExIcicleSwatch, i), palette);
  for (guint i = ex_chart_n_headings (chart); i < self->n_fixed; i++)
    ex_label_draw (g_ptr_array_index (labels, i), cr, palette);
}
