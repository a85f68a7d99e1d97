/* The charts of the whole team, or of the part of it that a scope takes. Titles are findings in words; marks carry keys (ex-target.h). They read only what does not
 * change, so any thread may make them. All (transfer full). */
#pragma once

#include "chart/ex-chart.h"
#include "core/ex-score-grid.h"

G_BEGIN_DECLS

typedef struct
{
  const ExReviews *reviews;
  const ExScope   *scope;
  int              viewer; /* who looks: a leader's index, EX_NOBODY: HR. What they may not see is not drawn, and the subtitle says so */
} ExTeam;

/* Leaders (or units, or levels) by driver or stage. With more leaders than @most (0: all) those nearest the top, and the subtitle says how many there are. */
ExChart *ex_team_heatmap_new   (const ExTeam *team, ExGridRows rows, ExGridColumns columns, guint most);
/* Who talks, who walks: self against manager against observers, as means of the leader's ratings. @most: the widest gaps, 0: all. */
ExChart *ex_team_talk_walk_new (const ExTeam *team, guint most);
/* Level by level from the top: agreed, measured, linked, signed. */
ExChart *ex_team_coverage_new  (const ExTeam *team);

typedef enum { EX_SPREAD_SCORES, EX_SPREAD_RATINGS } ExSpreadOf;
typedef enum { EX_SPREAD_BY_LEVEL, EX_SPREAD_BY_UNIT, EX_SPREAD_TOGETHER } ExSpreadBy;
/* Every leader a dot: scores, or the means of final ratings. */
ExChart *ex_team_spread_new    (const ExTeam *team, ExSpreadOf of, ExSpreadBy by);
/* Objectives under their parents. @focus: (nullable) id of the objective to begin at. */
ExChart *ex_team_cascade_new   (const ExTeam *team, const char *focus);

/* One leader's ratings, objective by objective: self against manager against observers. */
ExChart *ex_leader_talk_walk_new (const ExReviews *reviews, int viewer, guint leader);
/* All of one leader's objectives with their lines on one sheet. @points: by objective index, (element-type ExPoint) or NULL: none. */
ExChart *ex_leader_multiples_new (const ExReviews *reviews, guint leader, GHashTable *points);

/* "Scores of 46 leaders: 31 objectives on track, 9 at risk, 6 off track, 4 without data." (transfer full) */
char    *ex_team_words_status  (const ExTeam *team);
/* What a scope takes, in words: "Sales, level 2, retain"; NULL: everything. (transfer full) */
char    *ex_scope_words        (const ExScope *scope, const ExReviews *reviews);

G_END_DECLS
