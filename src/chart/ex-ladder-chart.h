/* What a value scores: the rungs of a ladder from the worst at the left to the best at the right, the score over each, and where the value
 * stands now. Small enough for a form. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_LADDER_CHART (ex_ladder_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExLadderChart, ex_ladder_chart, EX, LADDER_CHART, ExChart)

ExChart *ex_ladder_chart_new (void);
/* From left to right: values all rise, or all fall; two may share a value. Between two rungs the score is linear, from what is @after the one
 * to what is @before the other (fractions, >= 0); where both differ it jumps. @score_text is what the value itself scores: "100 %".
 * Fewer than two different values, or some out of order, draw nothing but the text for an empty chart. */
void     ex_ladder_chart_add_rung   (ExLadderChart *self, const char *label, double value, const char *value_text,
                                     double before, double after, const char *score_text);
/* Where the value stands; may lie beyond the rungs. */
void     ex_ladder_chart_set_actual (ExLadderChart *self, const char *label, double value, const char *value_text,
                                     double score, const char *score_text);

G_END_DECLS
