/* The curve in long double: of this folder only. */
#pragma once

#include "ex-curve.h"

G_BEGIN_DECLS

/* The decimal (nine digits behind the point) that @value was before it became a double, where there is one that near. */
long double ex_decimal_meant (double value);
/* What @growth pays, both in percent. Exact where @growth is: a point is reached, not nearly reached. */
long double ex_curve_read    (const GArray *curve, long double growth);
void        ex_curve_explain (const GArray *curve, long double growth, ExWorking *working);

G_END_DECLS
