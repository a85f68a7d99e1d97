/* A line as small as a word, for a row of a list: the points, the path expected of them or the range to stay in, no axis. Whoever shows
 * it says in words what it shows. */
#pragma once

#include <cairo.h>

#include "ex-palette.h"

G_BEGIN_DECLS

typedef struct { double day, value; } ExSparkPoint;

typedef struct
{
  double first_day, last_day; /* the width */
  double from, to;            /* of the path, first to last day; NaN: none */
  double low, high;           /* of a range, NaN: open; both NaN: none */
  const ExSparkPoint *points; /* by day */
  gsize  n_points;
} ExSpark;

void ex_spark_draw (const ExSpark *self, cairo_t *cr, double width, double height, ExTheme theme);

/* What the drawing has to hold; FALSE: nothing. One value alone gets room around it. */
gboolean ex_spark_extent (const ExSpark *self, double *lowest, double *highest);

G_END_DECLS
