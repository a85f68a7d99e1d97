/* Private to the base of all charts: its state, shared by what is set and drawn (ex-chart.c), the title above it (ex-chart-heading.c) and the
 * marks (ex-chart-marks.c). Subclasses know only ex-chart-private.h. */
#pragma once

#include "ex-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  char         *title;
  char         *subtitle;
  char         *empty_text;
  char         *family;
  double        size;
  gboolean      rtl;
  gboolean      bare;   /* somebody else writes its title */
  GPtrArray    *keys;   /* (nullable) (element-type utf8) by mark, as far as they were set; NULL where none was */

  ExFrame       frame;  /* the last drawn one; its width is 0 before any */
  gboolean      valid;  /* the rest is the layout of frame */
  PangoContext *context;
  GPtrArray    *labels; /* (element-type ExLabel) */
  guint         n_headings; /* of the labels, the first */
  ExRect        plot;   /* what the title leaves */
} ExChartPrivate;

ExChartPrivate *ex_chart_priv (ExChart *self);

gboolean ex_chart_ensure_layout   (ExChart *self); /* FALSE: nothing was drawn yet */
void     ex_chart_ensure_context  (ExChart *self); /* words can be measured, laid out or not */
/* Places title and subtitle, and finds what they leave to the plot. */
void     ex_chart_layout_headings (ExChart *self);

G_END_DECLS
