/* Private to the floor: the upright axis of values, with its words and its grid. */
#pragma once

#include "ex-axis.h"
#include "ex-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  ExAxis     axis;
  GPtrArray *texts; /* (element-type utf8), one a tick; no two neighbours the same */
  double     top;   /* where axis.high is drawn */
  double     bottom;
} ExValueAxis;

/* @height: what the axis will have, roughly: it decides how many ticks there are. */
void   ex_value_axis_init  (ExValueAxis *self, ExChart *chart, const ExExtent *extent, double margin, double height,
                            const ExValueFormat *format);
void   ex_value_axis_keep_first (ExValueAxis *self); /* for a range without extent: no tick but the first */
void   ex_value_axis_clear (ExValueAxis *self);
double ex_value_axis_width (const ExValueAxis *self, ExChart *chart); /* of the widest word */
/* Takes room for the words, and a gap at either side, from the side of @area where reading begins. FALSE and nothing taken: @area is narrower than
 * @least_ems, or they would take more than @most of its width (a fraction). */
gboolean ex_value_axis_reserve (const ExValueAxis *self, ExChart *chart, double least_ems, double most, ExRect *area);
double ex_value_axis_y     (const ExValueAxis *self, double value);
/* The words, with the side next to the plot at @x: their right end when @before, else their left. */
void   ex_value_axis_place (const ExValueAxis *self, ExChart *chart, double x, gboolean before);
void   ex_value_axis_draw  (const ExValueAxis *self, ExChart *chart, cairo_t *cr, double x0, double x1, const ExPalette *palette);

G_END_DECLS
