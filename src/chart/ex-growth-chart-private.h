/* Private to the growth chart: what is drawn (ex-growth-chart.c), where it stands (ex-growth-layout.c, its words ex-growth-labels.c and
 * ex-growth-values.c), and the drawing itself (ex-growth-draw.c). */
#pragma once

#include "ex-growth-chart.h"
#include "ex-value-axis.h"

G_BEGIN_DECLS

typedef struct
{
  ExGrowthKind kind;
  char   *label;
  char   *context;     /* (nullable) */
  char   *gained_text; /* (nullable) */
  char   *lost_text;   /* (nullable) */
  char   *net_text;    /* (nullable) */
  char   *detail;      /* (nullable) */
  double  gained, lost, net;
  double  low, high;   /* NaN: not said */
  ExRect  up, down;    /* as laid out; the height of what did not happen is 0 */
  double  middle;
  double  net_y;
} ExGrowthColumn;

/* The key over the columns, from the left. */
typedef enum { EX_GROWTH_KEY_GAINED, EX_GROWTH_KEY_LOST, EX_GROWTH_KEY_NET, EX_GROWTH_KEY_PROVISIONAL, EX_GROWTH_KEY_FORECAST } ExGrowthKey;
#define EX_GROWTH_N_KEYS 5

struct _ExGrowthChart
{
  ExChart       parent_instance;

  GArray       *columns; /* (element-type ExGrowthColumn) by time */
  ExValueFormat format;
  char         *only;    /* (nullable) what is counted, when it is one side alone */

  /* as laid out */
  ExValueAxis   axis;
  ExRect        area;    /* where columns stand, with the room for the words at them */
  double        slot;    /* the width that a column shares with the gap to the next */
  double        start;   /* the left edge of the first slot */
  ExRect        swatches[EX_GROWTH_N_KEYS]; /* of width 0: not shown */
};

#define ex_growth_column(self, i) (&g_array_index ((self)->columns, ExGrowthColumn, (i)))

char    *ex_growth_text_gained  (ExGrowthChart *self, const ExGrowthColumn *column); /* all: (transfer full) */
char    *ex_growth_text_lost    (ExGrowthChart *self, const ExGrowthColumn *column);
char    *ex_growth_text_net     (ExGrowthChart *self, const ExGrowthColumn *column);
gboolean ex_growth_has_kind     (ExGrowthChart *self, ExGrowthKind kind);
/* Whether the line of the net goes from column @i to the next. */
gboolean ex_growth_is_joined    (ExGrowthChart *self, guint i);
gboolean ex_growth_shows_points (ExGrowthChart *self);

void     ex_growth_place_key    (ExGrowthChart *self);                /* the area loses its line */
void     ex_growth_place_periods (ExGrowthChart *self, double y);
double   ex_growth_periods_height (ExGrowthChart *self);
void     ex_growth_place_values (ExGrowthChart *self);
void     ex_growth_place_gaps   (ExGrowthChart *self);
/* The stretch of columns without data that begins at @i; 0: none does. */
guint    ex_growth_gap_length   (ExGrowthChart *self, guint i);

void     ex_growth_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void     ex_growth_chart_draw   (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
