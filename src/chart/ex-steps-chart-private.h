/* Private to the steps: what is drawn (ex-steps-chart.c) and where it stands (ex-steps-layout.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-steps-chart.h"

G_BEGIN_DECLS

typedef struct
{
  guint  done, of;
  char  *detail; /* (nullable) */
  char  *key;    /* (nullable) */
  /* as laid out */
  ExRect cell;   /* with the figures */
  ExRect bar;
  ExRect check;  /* no width: none */
  gboolean is_marked_inside; /* the check stands on the bar */
} ExStepsBar;

typedef struct
{
  char   *name;
  char   *note; /* (nullable) */
  char   *key;  /* (nullable) */
  GArray *bars; /* (element-type ExStepsBar), one a step */
  ExRect  head; /* as laid out: of the name */
} ExStepsRow;

struct _ExStepsChart
{
  ExChart    parent_instance;

  char     **steps;
  guint      n_steps;
  char      *heading; /* (nullable) */
  GPtrArray *rows;    /* (element-type ExStepsRow) from the top */

  /* as laid out */
  ExRect     area;    /* of the rows */
  double     row;     /* the height of one */
};

#define ex_steps_row(self, i) ((ExStepsRow *) g_ptr_array_index ((self)->rows, (i)))
#define ex_steps_bar(row, i) (&g_array_index ((row)->bars, ExStepsBar, (i)))

gboolean ex_steps_is_full     (const ExStepsBar *bar);
char    *ex_steps_count_text  (const ExStepsBar *bar); /* "9 of 12", "–"; (transfer full) */
void     ex_steps_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
