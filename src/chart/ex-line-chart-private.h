/* Private to the line chart: what is drawn (ex-line-chart.c), where it stands (ex-line-layout.c), the words in the plot
 * (ex-line-labels.c), and the drawing itself (ex-line-draw.c). */
#pragma once

#include "ex-line-chart.h"
#include "ex-value-axis.h"

G_BEGIN_DECLS

typedef struct
{
  double day;
  double value;
  char  *text; /* of a point its detail, of a level or a due day its label; (nullable) */
} ExLinePoint;

typedef struct
{
  double x, y;
} ExSpot;

typedef struct
{
  gboolean set;
  double   day, value;
  double   end, low, high;
  char    *detail; /* (nullable) */
} ExLineForecast;

struct _ExLineChart
{
  ExChart        parent_instance;

  ExValueFormat  format;
  gboolean       has_range;
  double         first_day;
  double         last_day;
  gboolean       has_path;
  double         path_from;
  double         path_to;
  char          *path_label;
  gboolean       has_zone;
  double         zone_low;  /* NaN: open */
  double         zone_high;
  char          *zone_label;
  GArray        *levels;    /* (element-type ExLinePoint): value, text */
  GArray        *dues;      /* (element-type ExLinePoint): day, text */
  GArray        *points;    /* (element-type ExLinePoint), by day once sorted */
  GArray        *running;   /* (element-type ExLinePoint), by day once sorted */
  gboolean       sorted;
  ExLineForecast forecast;

  /* as laid out */
  ExValueAxis    axis;
  double         first;     /* days at the left and right edges of area; first < last */
  double         last;
  ExRect         area;      /* the plot proper, without the words around it */
  gboolean       beside;    /* the levels' words stand in a column at the right */
  gboolean       crowded;   /* too many points for dots */
  GArray        *ticks;     /* (element-type ExDayTick) */
  GArray        *line;      /* (element-type ExSpot): the line that matters, thinned to the pixels */
  GArray        *columns;   /* (element-type ExRect): the same, a pixel wide each, when there are more points than pixels */
  GArray        *leaders;   /* (element-type ExSpot), in pairs: from a line's end to its words */
};

#define ex_line_point(array, i) (&g_array_index ((array), ExLinePoint, (i)))
#define ex_line_spot(array, i) (&g_array_index ((array), ExSpot, (i)))

void    ex_line_chart_sort   (ExLineChart *self);
GArray *ex_line_chart_main   (ExLineChart *self); /* (transfer none): the points of the line that matters */
double  ex_line_chart_x      (ExLineChart *self, double day);
double  ex_line_chart_y      (ExLineChart *self, double value);
/* Where the drawn ends of the path and of the forecast are. */
void    ex_line_chart_path_ends     (ExLineChart *self, ExSpot *from, ExSpot *to);
void    ex_line_chart_forecast_ends (ExLineChart *self, ExSpot *from, ExSpot *end, ExSpot *low, ExSpot *high);

void    ex_line_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
/* The column of words at the right: how wide it has to be, and then the words. */
double  ex_line_chart_column_width (ExLineChart *self, double most);
void    ex_line_chart_place_column (ExLineChart *self, double width);
void    ex_line_chart_place_inside (ExLineChart *self);
void    ex_line_chart_draw   (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void    ex_line_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark);

G_END_DECLS
