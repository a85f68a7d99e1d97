/* A curve of payout over growth: its points, the flat parts, the gate under which nothing is paid, and where growth stands today, is heading,
 * or might be. All figures in percent. Its points can be dragged: the chart says which one is at the pointer and what value a place has. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_CURVE_CHART (ex_curve_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExCurveChart, ex_curve_chart, EX, CURVE_CHART, ExChart)

/* Values of growth that are shown on the curve. */
typedef enum { EX_CURVE_TODAY, EX_CURVE_FORECAST, EX_CURVE_WHAT_IF } ExCurveSpot;
#define EX_N_CURVE_SPOTS 3

ExChart *ex_curve_chart_new            (void);
/* Replaces all points: growth rising, payout as it is. 0 is paid below the first, as much as at the last above it. */
void     ex_curve_chart_set_points     (ExCurveChart *self, const double *growth, const double *payout, guint n_points);
/* Growth under @gate pays nothing; NaN: no gate. @label: (nullable) in the shaded part: "Under 0 %: nothing is paid". */
void     ex_curve_chart_set_gate       (ExCurveChart *self, double gate, const char *label);
/* @growth NaN: not shown. @payout: what is paid there; @low, @high: where growth may lie (a forecast), NaN: not said. @label: at the spot,
 * "Today +3.0 %: 66.7 %"; @detail: (nullable) for hover and screen readers. */
void     ex_curve_chart_set_spot       (ExCurveChart *self, ExCurveSpot spot, double growth, double payout, double low, double high,
                                        const char *label, const char *detail);
/* The axes stay at this range whatever the points do, as long as it is set: for dragging. Low and high of NaN: as the data says. */
void     ex_curve_chart_set_range      (ExCurveChart *self, double growth_low, double growth_high, double payout_high);
/* The range as it is now drawn: to be held by set_range(). FALSE before any drawing. */
gboolean ex_curve_chart_get_range      (ExCurveChart *self, double *growth_low, double *growth_high, double *payout_high);
/* Points as handles to take hold of, @active (-1: none) as the one that is held. */
void     ex_curve_chart_set_editable   (ExCurveChart *self, gboolean editable);
void     ex_curve_chart_set_active     (ExCurveChart *self, int active);

/* As drawn last. The point of the curve at a place, -1: none near enough to be meant. */
int      ex_curve_chart_point_at       (ExCurveChart *self, double x, double y);
/* The mark of a point, for ex_chart_mark_rect() and the like: marks are the points and spots together, by growth. */
guint    ex_curve_chart_point_mark     (ExCurveChart *self, guint point);
/* From a place to growth and payout, not rounded, held inside the axes (payout not under 0). FALSE before any drawing. */
gboolean ex_curve_chart_unmap          (ExCurveChart *self, double x, double y, double *growth, double *payout);
gboolean ex_curve_chart_map            (ExCurveChart *self, double growth, double payout, double *x, double *y);

/* How growth and payout are written at the axes and in the words of points; NULL: "3 %". */
void     ex_curve_chart_set_value_text (ExCurveChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
/* What the axes are called: "growth", "payout". */
void     ex_curve_chart_set_axis_names (ExCurveChart *self, const char *growth, const char *payout);

G_END_DECLS
