/* Which leaders the Calibrate page lists, and in what order: those who are assessed and whose ratings the viewer may see. */
#pragma once

#include "core/ex-reviews.h"
#include "ex-query.h"

G_BEGIN_DECLS

typedef enum
{
  EX_CALIBRATE_BY_GAP, /* the widest first, whichever way it goes */
  EX_CALIBRATE_BY_NAME,
  EX_CALIBRATE_BY_UNIT,
  EX_CALIBRATE_BY_REVIEWER,
  EX_CALIBRATE_BY_SELF,
  EX_CALIBRATE_BY_FIRST,
  EX_CALIBRATE_BY_ADJUSTED,
  EX_CALIBRATE_BY_SCORE,
} ExCalibrateOrder;

/* Needs @reviews and @parents of the query: ex_calibrate_shown(). */
extern const ExQueryKind ex_calibrate_query;

/* By leader: EX_NOT_SHOWN, or anything else. @n: (out) how many are shown. (transfer full) (element-type int) */
GArray *ex_calibrate_shown      (const ExReviews *reviews, int viewer, guint *n);

/* Whether @viewer calibrates: HR, or a top. */
gboolean ex_calibrate_may       (const ExReviews *reviews, int viewer);

/* The mean with the adjusted ratings; EX_UNSET where none is adjusted. */
double  ex_calibrate_adjusted   (const ExReviews *reviews, guint leader);

G_END_DECLS
