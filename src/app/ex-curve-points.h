/* Editing a reward curve by hand so that it stays one: growth strictly rising, payout never falling. A move that would pass a neighbour stops there. */
#pragma once

#include "core/ex-curve.h"

G_BEGIN_DECLS

/* What a drag or an arrow key moves by, in percent; Shift with an arrow key moves by the larger one. */
#define EX_CURVE_GROWTH_STEP 0.1
#define EX_CURVE_GROWTH_LEAP 1.0
#define EX_CURVE_PAYOUT_STEP 1.0
#define EX_CURVE_PAYOUT_LEAP 10.0

#define ex_curve_point(curve, i) (&g_array_index ((curve), ExCurvePoint, (i)))

GArray  *ex_curve_points_copy   (const GArray *curve); /* (transfer full) */
/* As near to (@growth, @payout), rounded to a step, as the neighbours allow. FALSE: the point stays where it was. */
gboolean ex_curve_points_move   (GArray *curve, guint index, double growth, double payout);
/* The new point's index; -1: there are twelve, or no room for one at that growth. */
int      ex_curve_points_add    (GArray *curve, double growth, double payout);
/* In the middle of the widest stretch, on the line: the curve pays what it paid until the point is moved. -1 as above. */
int      ex_curve_points_split  (GArray *curve);
/* FALSE: two points are left. */
gboolean ex_curve_points_remove (GArray *curve, guint index);

G_END_DECLS
