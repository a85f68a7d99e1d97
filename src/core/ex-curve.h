/* The reward curve: which share of the incentive target a growth of the customer asset pays ("One-company rewards"). */
#pragma once

#include "ex-working.h"

G_BEGIN_DECLS

#define EX_CURVE_MIN 2  /* the fewest points of a curve */
#define EX_CURVE_MAX 12 /* and the most */

/* Both in percent, as they were typed: 2 % -> 50 %. */
typedef struct
{
  double growth;
  double payout;
} ExCurvePoint;

/* A curve is a GArray (element-type ExCurvePoint), growth rising. "2:50,5:100,8:150", percent signs and spaces allowed, a point as
 * decimal sign. (transfer full); NULL with EX_ERROR_INVALID naming the point that is wrong and what would be right. */
GArray *ex_curve_parse     (const char *text, GError **error);
char   *ex_curve_to_string (const GArray *curve); /* (transfer full); reads back by ex_curve_parse() */
/* Two to twelve points, growth strictly rising, payout never falling nor under 0: (transfer full) sentences, empty when fine. */
GPtrArray *ex_curve_problems (const GArray *curve);
/* What @growth pays, both in percent, unrounded: 0 below the first point, linear between, flat after the last. @working may be NULL. */
double  ex_curve_payout    (const GArray *curve, double growth, ExWorking *working);

G_END_DECLS
