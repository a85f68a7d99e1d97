/* Private to the Pareto chart: what is drawn (ex-pareto-chart.c) and where it stands (ex-pareto-layout.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-pareto-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;
  char    *value_text; /* (nullable) */
  char    *detail;     /* (nullable) */
  char    *key;        /* (nullable) */
  double   value;
  double   share;      /* of the whole */
  double   reached;    /* of the whole, with all that are larger; the unknown: 1 */
  gboolean unknown;
  guint    stands_for; /* bars: 1, unless it is the rest */
  ExRect   rect;       /* as laid out; of a joined one its part of the joined bar */
} ExParetoBar;

struct _ExParetoChart
{
  ExChart       parent_instance;

  GArray       *bars;    /* (element-type ExParetoBar), the largest first, the unknown last */
  ExValueFormat format;
  guint         added;   /* the place of the bar that was added last */
  gboolean      gained;  /* what is counted is no loss */

  /* as laid out */
  ExRect        area;    /* of the rows */
  double        row;     /* the height of one, with the gap to the next */
  double        base;    /* where bars begin */
  guint         alone;   /* so many have a row of their own, from the first */
  guint         joined;  /* the next so many share one */
};

#define ex_pareto_bar(self, i) (&g_array_index ((self)->bars, ExParetoBar, (i)))

char *ex_pareto_value_text  (ExParetoChart *self, const ExParetoBar *bar); /* all: (transfer full) */
/* The joined ones together: "12 others", and what they are worth. */
char *ex_pareto_joined_name (ExParetoChart *self);
char *ex_pareto_joined_text (ExParetoChart *self);
/* "41 %"; never 0 % nor 100 % for what is more than nothing and less than all. */
char *ex_pareto_share_text  (double share);
guint ex_pareto_n_rows      (ExParetoChart *self);
/* The row of bar @i. */
guint ex_pareto_row_of      (ExParetoChart *self, guint i);
void  ex_pareto_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
