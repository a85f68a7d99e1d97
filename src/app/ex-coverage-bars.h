/* How far down the cascade has come: a thin bar a level, from the tops down, each a button that asks for its level alone. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-coverage.h"

G_BEGIN_DECLS

#define EX_TYPE_COVERAGE_BARS (ex_coverage_bars_get_type ())
G_DECLARE_FINAL_TYPE (ExCoverageBars, ex_coverage_bars, EX, COVERAGE_BARS, GtkWidget)

#define EX_EVERY_LEVEL (-1)

/* Emits "chosen" () when the user has pressed a level, or let go of it. */
GtkWidget  *ex_coverage_bars_new       (void);
/* @levels: (transfer none) (element-type ExCoverage). The figure beside a bar counts those who have come to @goal or further. */
void        ex_coverage_bars_show      (ExCoverageBars *self, const GArray *levels, ExReviewState goal);
int         ex_coverage_bars_get_level (ExCoverageBars *self);
void        ex_coverage_bars_set_level (ExCoverageBars *self, int level);

/* "9 of 12 agreed": those of @coverage who have come to @goal or further. (transfer full) */
char       *ex_coverage_goal_text      (const ExCoverage *coverage, ExReviewState goal);

G_END_DECLS
