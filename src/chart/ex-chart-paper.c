/* A chart on paper: in points, in print colours, with the paper's type. It may be on a screen at the same time, so that it is left as it was and
 * nobody is told. */
#include "config.h"

#include "ex-chart.h"

#include "ex-chart-base.h"

/* A chart counts 96 to the inch, paper 72. */
#define SCALE (72.0 / 96)

static void
swap_font (ExChart *self, char **family, double *size)
{
  ExChartPrivate *p = ex_chart_priv (self);
  char *own_family = p->family;
  double own_size = p->size;

  p->family = *family;
  p->size = *size;
  *family = own_family;
  *size = own_size;
  p->valid = FALSE;
}

void
ex_chart_draw_on_paper (ExChart *self, cairo_t *cr, double width, double height, const char *family, double size)
{
  g_autofree char *own = g_strdup (family);
  ExFrame before;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (family != NULL && size > 0);

  before = *ex_chart_get_frame (self);
  swap_font (self, &own, &size);
  cairo_save (cr);
  cairo_scale (cr, SCALE, SCALE);
  ex_chart_draw (self, cr, width / SCALE, height / SCALE, EX_THEME_PRINT, FALSE);
  cairo_restore (cr);
  swap_font (self, &own, &size);
  ex_chart_set_frame (self, &before);
}

double
ex_chart_height_on_paper (ExChart *self, double width, const char *family, double size)
{
  g_autofree char *own = g_strdup (family);
  ExFrame before;
  double height = 0;

  g_return_val_if_fail (EX_IS_CHART (self), 0);
  g_return_val_if_fail (family != NULL && size > 0, 0);

  before = *ex_chart_get_frame (self);
  swap_font (self, &own, &size);
  height = ex_chart_natural_height (self, width / SCALE, FALSE) * SCALE;
  swap_font (self, &own, &size);
  ex_chart_set_frame (self, &before);

  return height;
}
