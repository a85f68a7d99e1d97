/* A chart of each kind with the data that it is timed with, which is also written down for the peers. */
#pragma once

#include "chart/ex-chart.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* the file's too */
  ExChart  *(*make) (FILE *data); /* (transfer full); @data: (nullable) numbers and words, a row a mark, with tabs between */
} BenchChart;

extern const BenchChart bench_charts[];
extern const guint n_bench_charts;

/* The large ones. */
ExChart *bench_line_of    (guint n, FILE *data);
ExChart *bench_heatmap_of (guint n_rows, guint n_columns, FILE *data);
ExChart *bench_dots_of    (guint n, FILE *data);
ExChart *bench_icicle_of  (guint n, FILE *data);

G_END_DECLS
