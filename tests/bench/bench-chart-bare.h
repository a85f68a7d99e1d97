/* The charts once more by bare cairo: the same marks at the same places, and the same words, as plainly as a programmer would draw them who wants this one
 * picture and nothing else. Where marks lie and what is written is taken from a chart that is laid out already. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

typedef struct _Bare Bare;

Bare *bare_new  (const char *name, ExChart *chart); /* @name: as in bench_charts; chart: laid out */
void  bare_free (Bare *self);
void  bare_draw (const Bare *self, cairo_t *cr);

G_END_DECLS
