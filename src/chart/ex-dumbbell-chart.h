/* The same thing seen by several: a row each, a dot a view, a bar between the outermost: what one says of oneself against what others say. The
 * widest gap first. Dots differ by shape and fill, not by colour alone. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_DUMBBELL_CHART (ex_dumbbell_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExDumbbellChart, ex_dumbbell_chart, EX, DUMBBELL_CHART, ExChart)

#define EX_MOST_VIEWS 4

/* @views: names, NULL-terminated, two to EX_MOST_VIEWS, of which the first is held against the others: "Self", "Manager", "Observers". */
ExChart *ex_dumbbell_chart_new          (const char *const *views);
/* The whole scale, and its points in words (NULL-terminated, from @low up in steps of 1; nullable: figures). */
void     ex_dumbbell_chart_set_scale    (ExDumbbellChart *self, double low, double high, const char *const *points);
void     ex_dumbbell_chart_set_value_text (ExDumbbellChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
void     ex_dumbbell_chart_set_heading  (ExDumbbellChart *self, const char *rows);   /* for the table: "Leader" */
/* @values: one a view, NaN: not given. Sorted by the distance of the first view from the one farthest from it, widest first; rows without a pair last. @gap_text: (nullable)
 * at the row's end: "+1.2". @detail: (nullable); @key: (nullable). */
void     ex_dumbbell_chart_add_row      (ExDumbbellChart *self, const char *name, const double *values, const char *gap_text, const char *detail, const char *key);

G_END_DECLS
