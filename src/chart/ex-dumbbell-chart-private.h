/* Private to the dumbbells: what is drawn (ex-dumbbell-chart.c, ex-dumbbell-draw.c) and where it stands (ex-dumbbell-layout.c). */
#pragma once

#include "ex-axis.h"
#include "ex-chart-private.h"
#include "ex-dumbbell-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char   *name;
  char   *gap_text; /* (nullable) */
  char   *detail;   /* (nullable) */
  char   *key;      /* (nullable) */
  double  values[EX_MOST_VIEWS];
  double  gap;      /* of the first view over the one farthest from it; NaN: there is no pair */
} ExDumbbellRow;

/* A view named apart, where no dot has room for its name. */
typedef struct
{
  double x, y;
} ExDumbbellKey;

struct _ExDumbbellChart
{
  ExChart       parent_instance;

  char        **views;
  guint         n_views;
  char        **points;   /* (nullable) the words of the scale */
  double        low, high; /* NaN: as far as the values */
  char         *heading;  /* (nullable) */
  ExValueFormat format;
  GArray       *rows;     /* (element-type ExDumbbellRow), the widest gap first, those without a pair last */

  /* as laid out */
  ExRect        area;     /* of the rows, from the names to the gaps */
  double        row;      /* the height of one */
  double        names;    /* width of the names, 0: not shown */
  double        left, right; /* where the scale ends */
  double        radius;   /* of a dot */
  ExAxis        axis;
  GArray       *ticks;    /* (element-type double) values with a line upward */
  GPtrArray    *texts;    /* (element-type utf8) what the ticks are called */
  gboolean      keyed;    /* keys below are used */
  ExDumbbellKey keys[EX_MOST_VIEWS];
};

#define ex_dumbbell_row(self, i) (&g_array_index ((self)->rows, ExDumbbellRow, (i)))

double ex_dumbbell_x           (ExDumbbellChart *self, double value);
double ex_dumbbell_y           (ExDumbbellChart *self, guint row); /* the middle of a row */
/* The outermost values of a row. FALSE: it has none. */
gboolean ex_dumbbell_ends      (const ExDumbbellChart *self, const ExDumbbellRow *row, double *low, double *high);
/* How far the first stands above (or below) the one farthest from it; NaN: no pair. */
double ex_dumbbell_gap         (const double *values, guint n_views);
char  *ex_dumbbell_gap_text    (ExDumbbellChart *self, const ExDumbbellRow *row); /* (transfer full) "–" without a pair */
void   ex_dumbbell_mark_rect   (ExDumbbellChart *self, guint row, ExRect *rect);
void   ex_dumbbell_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void   ex_dumbbell_chart_draw  (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
