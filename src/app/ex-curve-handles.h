/* What takes hold of a reward curve: a handle over every point of its chart, dragged with the pointer or moved with the arrow keys, and read by a
 * screen reader. It changes nothing by itself: whoever shows it hears what is wanted. */
#pragma once

#include <gtk/gtk.h>

#include "chart/ex-curve-chart.h"
#include "core/ex-curve.h"

G_BEGIN_DECLS

#define EX_TYPE_CURVE_HANDLES (ex_curve_handles_get_type ())
G_DECLARE_FINAL_TYPE (ExCurveHandles, ex_curve_handles, EX, CURVE_HANDLES, GtkWidget)

/* An overlay of the ExChartView that shows @chart, of the same size. (nullable) */
void       ex_curve_handles_set_chart  (ExCurveHandles *self, ExCurveChart *chart);
/* (nullable) (element-type ExCurvePoint): none are shown. Where the points are now; keeps the focus and a drag that goes on. */
void       ex_curve_handles_set_points (ExCurveHandles *self, const GArray *curve);
gboolean   ex_curve_handles_is_dragging (ExCurveHandles *self);
/* The keyboard goes on at that point. */
void       ex_curve_handles_focus      (ExCurveHandles *self, guint index);

/* Signals:
 *   "move" (guint index, double growth, double payout): that is wanted of the point; it need not be possible;
 *   "add" (double growth, double payout): a double click beside the points;
 *   "remove" (guint index): Delete;
 *   "settled" (): a drag has ended, or the keyboard has gone elsewhere. */

G_END_DECLS
