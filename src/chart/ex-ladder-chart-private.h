/* Private to the ladder: what is drawn (ex-ladder-chart.c) and where it stands (ex-ladder-layout.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-ladder-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char    *label;
  char    *value_text;
  char    *score_text;
  double   value;
  double   before;   /* the score just left of it */
  double   after;    /* and just right of it */
  double   score;    /* of the value itself: where its dot stands */
  gboolean actual;   /* no rung: where the value stands now */
  double   x, y;     /* as laid out: its dot */
} ExLadderMark;

struct _ExLadderChart
{
  ExChart   parent_instance;

  GArray   *rungs;   /* (element-type ExLadderMark), as they were added */
  ExLadderMark actual;
  gboolean  has_actual;

  /* The marks of the chart: rungs, with the actual among them by place; empty when the ladder cannot be drawn. (element-type ExLadderMark) */
  GPtrArray *marks;

  /* as laid out */
  ExRect    area;    /* of the curve */
};

#define ex_ladder_rung(self, i) (&g_array_index ((self)->rungs, ExLadderMark, (i)))
#define ex_ladder_mark(self, i) ((ExLadderMark *) g_ptr_array_index ((self)->marks, (i)))

double ex_ladder_x              (ExLadderChart *self, double value);
double ex_ladder_y              (ExLadderChart *self, double score);
void   ex_ladder_chart_layout   (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
