/* Scores by leader (or unit, or level) and by driver or stage: the figures behind the heatmap.
 *
 * A leader's cell: sum of weight x score over those of their objectives that are in the column, / sum of those weights; an objective without a check-in counts 0 and is
 * flagged ("2 of 3 measured"); with none of them measured the cell is *not measured*. A unit's or level's cell is the mean of its leaders' cells that are measured,
 * each counted once; where no leader's is, it is not measured. The total column is the leader's own score, and the mean of those. An objective with several drivers
 * stands in each. Source: "A leader's score" in the rules, by column. */
#pragma once

#include "ex-scope.h"

G_BEGIN_DECLS

/* Stages are free text: more than so many have no column of their own, those with the fewest objectives; these count in the total alone. */
#define EX_GRID_MOST_STAGES 24

typedef enum { EX_GRID_BY_LEADER, EX_GRID_BY_UNIT, EX_GRID_BY_LEVEL } ExGridRows;
typedef enum { EX_GRID_BY_DRIVER, EX_GRID_BY_STAGE } ExGridColumns;

typedef struct
{
  guint  objectives; /* in the column; 0: the cell is empty */
  guint  measured;
  guint  leaders;    /* of a unit or level: with objectives in the column */
  guint  counted;    /* of them, measured: those that the mean is over */
  gint64 weight;     /* of the objectives, basis points together */
  double score;      /* a fraction; EX_UNSET: not measured, or empty */
} ExGridCell;

typedef struct
{
  ExGridRows    rows_are;
  ExGridColumns columns_are;
  guint  n_rows, n_columns; /* column 0 is the total */
  guint  left_out;   /* stages without a column */
  char **columns;    /* names, NULL-terminated; of drivers their nicks; [0] is "" */
  char **rows;       /* ids of leaders, names of units ("" without), numbers of levels */
  guint *leaders;    /* by row, when rows are leaders: index in the company */
  ExGridCell *cells; /* [row * n_columns + column] */
} ExScoreGrid;

/* Of the leaders and objectives in @scope. (transfer full) */
ExScoreGrid *ex_score_grid_new     (const ExReviews *reviews, const ExScope *scope, ExGridRows rows, ExGridColumns columns);
void         ex_score_grid_free    (ExScoreGrid *self);
const ExGridCell *ex_score_grid_cell (const ExScoreGrid *self, guint row, guint column);
void         ex_score_grid_explain (const ExScoreGrid *self, const ExReviews *reviews, const ExScope *scope, guint row, guint column, ExWorking *working);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExScoreGrid, ex_score_grid_free)

G_END_DECLS
