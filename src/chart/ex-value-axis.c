#include "config.h"

#include "ex-value-axis.h"

#include "ex-paint.h"

#define WORD_GAP 4.0

static gboolean
fill_texts (ExValueAxis *self, const ExValueFormat *format)
{
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < self->axis.n_ticks; i++)
    {
      g_autofree char *text = ex_value_format_text (format, self->axis.ticks[i], self->axis.step);

      if (i > 0 && g_strcmp0 (text, g_ptr_array_index (self->texts, i - 1)) == 0)
        return FALSE;
      g_ptr_array_add (self->texts, g_steal_pointer (&text));
    }

  return TRUE;
}

void
ex_value_axis_init (ExValueAxis *self, ExChart *chart, const ExExtent *extent, double margin, double height,
                    const ExValueFormat *format)
{
  double em = ex_chart_get_em (chart);

  ex_value_axis_clear (self);
  ex_axis_init (&self->axis, extent, margin, (guint) CLAMP (height / (3.4 * em), 2, 7));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  while (!fill_texts (self, format))
    ex_axis_coarsen (&self->axis);
}

void
ex_value_axis_keep_first (ExValueAxis *self)
{
  self->axis.n_ticks = MIN (self->axis.n_ticks, 1);
  g_ptr_array_set_size (self->texts, (int) self->axis.n_ticks);
}

void
ex_value_axis_clear (ExValueAxis *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

double
ex_value_axis_width (const ExValueAxis *self, ExChart *chart)
{
  double widest = 0;

  for (guint i = 0; i < self->texts->len; i++)
    widest = MAX (widest, ex_chart_measure (g_ptr_array_index (self->texts, i), chart));

  return widest;
}

gboolean
ex_value_axis_reserve (const ExValueAxis *self, ExChart *chart, double least_ems, double most, ExRect *area)
{
  double width = ex_value_axis_width (self, chart) + 2 * WORD_GAP;

  if (area->width < least_ems * ex_chart_get_em (chart) || width > most * area->width)
    return FALSE;
  if (!ex_chart_get_rtl (chart))
    area->x += width;
  area->width -= width;

  return TRUE;
}

double
ex_value_axis_y (const ExValueAxis *self, double value)
{
  return self->bottom - (self->bottom - self->top) * ex_axis_map (&self->axis, value);
}

void
ex_value_axis_place (const ExValueAxis *self, ExChart *chart, double x, gboolean before)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      ExLabel *label = ex_label_new (ex_chart_get_text_context (chart), g_ptr_array_index (self->texts, i),
                                     EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);

      ex_chart_try_place (chart, label, before ? x - label->rect.width : x,
                          ex_value_axis_y (self, self->axis.ticks[i]) - label->rect.height / 2);
    }
}

void
ex_value_axis_draw (const ExValueAxis *self, ExChart *chart, cairo_t *cr, double x0, double x1, const ExPalette *palette)
{
  for (guint i = 0; i < self->axis.n_ticks; i++)
    ex_paint_rule (cr, x0, x1, ex_value_axis_y (self, self->axis.ticks[i]), &palette->grid, ex_chart_get_labels (chart));
}
