/* Private to the curve: what is drawn (ex-curve-chart.c), where it stands (ex-curve-layout.c, its words ex-curve-labels.c), the drawing
 * itself (ex-curve-draw.c), and what is at the pointer (ex-curve-find.c). */
#pragma once

#include "ex-curve-chart.h"
#include "ex-value-axis.h"

G_BEGIN_DECLS

#define EX_CURVE_DOT 4.0
#define EX_CURVE_HANDLE 6.5
#define EX_CURVE_SPOT_DOT 6.0

typedef struct
{
  guint    index;  /* of a point as it was given; of a spot its ExCurveSpot */
  gboolean spot;
  gboolean shown;
  double   growth;
  double   payout;
  double   low, high; /* NaN: not said */
  char    *label;     /* of a spot */
  char    *detail;    /* (nullable) */
  double   x, y;      /* as laid out */
  int      beyond;    /* its growth is out of the picture: -1 to the left, 1 to the right; drawn at the edge */
} ExCurveMark;

struct _ExCurveChart
{
  ExChart       parent_instance;

  ExValueFormat format;
  char         *growth_name;
  char         *payout_name;
  GArray       *points;  /* (element-type ExCurveMark) those that can be drawn, by growth */
  ExCurveMark   spots[EX_N_CURVE_SPOTS];
  double        gate;    /* NaN: none */
  char         *gate_label;
  double        range_low, range_high, range_payout; /* NaN: as the data says */
  gboolean      editable;
  int           active;

  GPtrArray    *marks;   /* points and spots, by growth; empty without points. (element-type ExCurveMark) */

  /* as laid out */
  ExRect        area;    /* of the curve */
  ExAxis        growth;
  ExValueAxis   payout;
};

#define ex_curve_point(self, i) (&g_array_index ((self)->points, ExCurveMark, (i)))
#define ex_curve_mark(self, i) ((ExCurveMark *) g_ptr_array_index ((self)->marks, (i)))

double ex_curve_x             (ExCurveChart *self, double growth);
double ex_curve_y             (ExCurveChart *self, double payout);
/* What the points say at @growth, gate or not. */
double ex_curve_value         (ExCurveChart *self, double growth);
/* Growth from which on something is paid: the first point, or the gate. */
double ex_curve_start         (ExCurveChart *self);
/* "3 %" */
char  *ex_curve_text          (ExCurveChart *self, double value, double step);
void   ex_curve_place_labels  (ExCurveChart *self);
int    ex_curve_chart_hit     (ExChart *chart, double x, double y);
void   ex_curve_chart_layout  (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void   ex_curve_chart_draw    (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void   ex_curve_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark);

G_END_DECLS
