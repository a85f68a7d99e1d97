/* Private to the distribution: what is drawn (ex-distribution-chart.c) and where it stands (ex-distribution-layout.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-distribution-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char    *title;
  guint   *before;  /* [n_points] (nullable) */
  guint   *after;   /* [n_points] */
  double   total_before, total_after;

  /* as laid out */
  ExRect   cell;    /* its part of the picture */
  ExRect   area;    /* of the bars, without the words above and underneath */
  double   slot;    /* what a point of the scale has of the width */
  double   start;   /* the left edge of the leftmost slot */
} ExDistributionGroup;

struct _ExDistributionChart
{
  ExChart    parent_instance;

  char     **points;
  guint      n_points;
  char      *before_name;
  char      *after_name;
  GPtrArray *groups;   /* (element-type ExDistributionGroup) */
  gboolean   paired;   /* some group has a before */

  /* as laid out */
  ExRect     before_swatch, after_swatch; /* of the legend; no width: there is none */
  double     highest;  /* the largest share of all bars, over 0 */
};

#define ex_distribution_group(self, i) ((ExDistributionGroup *) g_ptr_array_index ((self)->groups, (i)))

/* The bar of a point; no height where nobody has it. */
ExRect ex_distribution_bar          (ExDistributionChart *self, const ExDistributionGroup *group, guint point, gboolean before);
/* The left edge of the slot of a point. */
double ex_distribution_slot_x       (ExDistributionChart *self, const ExDistributionGroup *group, guint point);
/* As set, else plain words. */
const char *ex_distribution_before_name (ExDistributionChart *self);
const char *ex_distribution_after_name  (ExDistributionChart *self);
void   ex_distribution_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
