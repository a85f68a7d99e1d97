/* How far down something has come: a row a level, from the top, a bar a step filled as far as it is done, with the counts at it. Where a level is empty
 * it says so. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_STEPS_CHART (ex_steps_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExStepsChart, ex_steps_chart, EX, STEPS_CHART, ExChart)

typedef struct
{
  guint       done, of;  /* done <= of; of 0: there is nothing to do: "–" */
  const char *detail;    /* (nullable) for hover and screen readers */
  const char *key;       /* (nullable) */
} ExStepsCell;

/* @steps: names of the columns, NULL-terminated: "Agreed", "Measured", "Linked", "Signed". */
ExChart *ex_steps_chart_new         (const char *const *steps);
void     ex_steps_chart_set_heading (ExStepsChart *self, const char *rows);           /* for the table: "Level" */
/* From the top down. @name: "Level 1"; @note: (nullable) under it, "4 leaders"; @cells: one a step; @key: (nullable) of the row's name, a mark too. */
void     ex_steps_chart_add_row     (ExStepsChart *self, const char *name, const char *note, const ExStepsCell *cells, const char *key);

G_END_DECLS
