/* One bar of ExCoverageBars: the states of a level's reviews, the furthest first, told apart by pattern as well as by colour. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-coverage.h"

G_BEGIN_DECLS

#define EX_TYPE_COVERAGE_BAR (ex_coverage_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExCoverageBar, ex_coverage_bar, EX, COVERAGE_BAR, GtkWidget)

GtkWidget *ex_coverage_bar_new    (void);
void       ex_coverage_bar_set    (ExCoverageBar *self, const guint state[EX_N_REVIEW_STATES]);
/* A small piece of bar in the pattern of @state, for a legend. (transfer floating) */
GtkWidget *ex_coverage_swatch_new (ExReviewState state);

G_END_DECLS
