/* What the ways of bench-paper share: the reviews. */
#pragma once

#include "exchange/ex-document.h"

#include <time.h>

G_BEGIN_DECLS

#define BENCH_CHARTS 4
#define BENCH_POINTS 12
#define BENCH_ROWS 8
#define BENCH_COLUMNS 4

char       *bench_name    (guint i);                        /* of a leader */
double      bench_value   (guint i, guint chart, guint point);
ExChart    *bench_chart   (guint i, guint chart);
char       *bench_cell    (guint i, guint row, guint column);
ExDocument *bench_review  (guint i);
extern const char *const bench_headings[BENCH_COLUMNS];
extern const char *const bench_texts[3];

clock_t     bench_bare       (guint n, const ExPaper *paper, const char *path); /* when it began to draw */
void        bench_write_html (guint n, const char *path);
void        bench_write_roff (guint n, const char *path);

G_END_DECLS
