/* Private to the waterfall: what is drawn (ex-waterfall-chart.c) and where it stands (ex-waterfall-layout.c). */
#pragma once

#include "ex-value-axis.h"
#include "ex-waterfall-chart.h"

G_BEGIN_DECLS

typedef struct
{
  ExBarRole role;
  char     *label;
  char     *value_text; /* (nullable) */
  char     *detail;     /* (nullable) */
  gboolean  faded;      /* steps back behind the others */
  gboolean  known;      /* FALSE: the value was no number; drawn as nothing, written as "–" */
  double    value;
  double    from;       /* the level that the bar hangs from; of a total 0 */
  double    to;         /* the level that it leads to */
  ExRect    rect;       /* as laid out */
} ExWaterfallBar;

struct _ExWaterfallChart
{
  ExChart       parent_instance;

  GArray       *bars;   /* (element-type ExWaterfallBar), from the opening to the closing */
  gboolean      provisional;
  ExValueFormat format;

  /* as laid out */
  ExValueAxis   axis;
  ExRect        area;   /* where bars stand, with the room for the words at them */
  double        slot;   /* the width that a bar shares with the gap to the next */
  double        start;  /* the left edge of the leftmost slot */
};

#define ex_waterfall_bar(self, i) (&g_array_index ((self)->bars, ExWaterfallBar, (i)))

char *ex_waterfall_value_text   (ExWaterfallChart *self, const ExWaterfallBar *bar); /* (transfer full) */
void  ex_waterfall_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
