/* Private to the small multiples: what stands on the sheet (ex-multiples-chart.c) and where (ex-multiples-layout.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-multiples-chart.h"

G_BEGIN_DECLS

typedef struct
{
  ExChart *chart;
  char    *key;    /* (nullable) */
  char    *title;  /* of the chart; (nullable) */
  gulong   changed;
  guint    first;  /* its first mark */
  guint    n_marks;
  ExRect   rect;   /* as laid out: what its title leaves */
  ExRect   whole;  /* with the title */
} ExPanel;

struct _ExMultiplesChart
{
  ExChart   parent_instance;

  GArray   *panels; /* (element-type ExPanel) */
  gboolean  counted;
  gboolean  busy;   /* passes its own font and direction on: no change of the panels' */
  guint     n_marks;
  guint     n_columns; /* as laid out */
};

#define ex_panel(self, i) (&g_array_index ((self)->panels, ExPanel, (i)))

void   ex_multiples_chart_layout         (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
double ex_multiples_chart_natural_height (ExChart *chart, double width);

G_END_DECLS
