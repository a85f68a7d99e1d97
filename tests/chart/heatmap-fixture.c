#include "config.h"

#include "heatmap-fixture.h"

#include <math.h>
#include <string.h>

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.0f %%", value * 100);
}

ExHeatmapChart *
heatmap (const char *const *columns, int total)
{
  ExHeatmapChart *self = EX_HEATMAP_CHART (ex_heatmap_chart_new (columns));

  ex_heatmap_chart_set_total_column (self, total);
  ex_heatmap_chart_set_scale (self, 0, 1, 1.5);
  ex_heatmap_chart_set_value_text (self, percent_text, NULL, NULL);
  return self;
}

void
add (ExHeatmapChart *self, const char *name, guint depth, const double *values)
{
  guint row = ex_heatmap_chart_add_row (self, name, depth, name);

  for (guint i = 0; i < self->n_columns; i++)
    {
      ExCellKind kind = isnan (values[i]) ? EX_CELL_NOT_MEASURED : values[i] < 0 ? EX_CELL_NONE : EX_CELL_MEASURED;
      g_autofree char *key = g_strdup_printf ("%s/%s", name, self->columns[i]);

      ex_heatmap_chart_set_cell (self, row, i, kind, values[i], NULL, key);
    }
}

ExHeatmapChart *
team (void)
{
  ExHeatmapChart *self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);

  add (self, "Zoe", 0, (double[]) { 0.5, 0.9, 0.1 });
  add (self, "Åsa", 1, (double[]) { 1.1, -1, 1.1 });
  add (self, "Ben", 1, (double[]) { NAN, NAN, -1 });
  add (self, "Carl", 2, (double[]) { 0.5, 0.2, 0.8 });
  return self;
}

void
draw_on (ExHeatmapChart *self, cairo_surface_t *surface, ExTheme theme, double t)
{
  cairo_t *cr = cairo_create (surface);
  double width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  if (t < 1)
    ex_chart_draw_motion (EX_CHART (self), cr, width, height, theme, t);
  else
    ex_chart_draw (EX_CHART (self), cr, width, height, theme, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

cairo_surface_t *
draw (ExHeatmapChart *self, int width, int height, ExTheme theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  draw_on (self, surface, theme, 1);
  return surface;
}

guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guint8 *line = cairo_image_surface_get_data (surface) + (gsize) cairo_image_surface_get_stride (surface) * (gsize) y;

  return ((const guint32 *) (gconstpointer) line)[(gsize) x] & 0xffffff;
}

gboolean
shows (ExHeatmapChart *self, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));

  for (guint i = 0; i < labels->len; i++)
    if (strstr (pango_layout_get_text (((ExLabel *) g_ptr_array_index (labels, i))->layout), text) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      if (pixel_at (a, x, y) != pixel_at (b, x, y))
        return FALSE;

  return TRUE;
}
