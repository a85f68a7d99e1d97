/* What the charts of the team share. Of this folder only. */
#pragma once

#include "ex-team-chart.h"

G_BEGIN_DECLS

/* --- names, all (transfer full) --- */
char *ex_team_unit_name   (const char *unit);          /* (nullable), "": "No unit" */
char *ex_team_level_name  (guint level);               /* "Level 2"; 0: "Under no top" */
char *ex_team_column_name (const ExScoreGrid *grid, guint column);
/* "46 leaders", "3 objectives" */
char *ex_team_leaders     (guint n);
char *ex_team_objectives  (guint n);
/* Values with one decimal, so that they stand under each other; whole at the steps of an axis or a legend. */
char *ex_team_percent_text (double value, gpointer data);
char *ex_team_tick_text    (double value, gpointer data);
/* Ratings: "3", but "3.40"; and means: */
char *ex_team_rating_text  (double value, gpointer data);
char *ex_team_mean_text    (double value, gpointer data); /* "3.00", so that they stand under each other */
/* "+1.20", "−0.40" */
char *ex_team_gap_text     (double gap);

/* --- subtitles: phrases with a sign between them --- */
typedef struct _ExPhrases ExPhrases;

ExPhrases *ex_phrases_new      (const char *first);    /* what is drawn */
void       ex_phrases_take     (ExPhrases *self, char *phrase);          /* (transfer full) (nullable) */
void       ex_phrases_add_scope (ExPhrases *self, const ExTeam *team);
void       ex_phrases_add_day   (ExPhrases *self, const ExReviews *reviews); /* that scores are read on */
char      *ex_phrases_finish   (ExPhrases *self);      /* frees it; (transfer full) */

/* --- ratings --- */
typedef enum { EX_VIEW_SELF, EX_VIEW_MANAGER, EX_VIEW_OBSERVERS, EX_VIEW_FINAL } ExView;

/* What @viewer may see of what was said of an objective of @leader's; EX_UNSET: nothing, or not theirs to see. */
double   ex_team_rating   (const ExReviews *reviews, int viewer, guint leader, guint objective, ExView view);
/* Weighted mean over the leader's objectives in the scope; EX_UNSET when one of them lacks it. */
double   ex_team_mean     (const ExTeam *team, guint leader, ExView view);
/* Whether ratings are there of a kind that the viewer may not see: then a chart says so. */
gboolean ex_team_is_veiled (const ExReviews *reviews, int viewer, guint leader);
/* The names of the points of the cycle's scale. (transfer container) NULL-terminated */
const char **ex_team_scale (const ExCycle *cycle);

typedef struct
{
  double value[3];   /* by ExView: self, manager, observers; EX_UNSET: not given, or not to be seen */
  double gap;        /* of self to the one farthest from it; EX_UNSET: there is no pair */
} ExViews;

ExViews  ex_views_of       (double self, double manager, double observers);
/* "Ana Okafor: self 4.20, manager 3.00, gap +1.20; ..." (transfer full) */
char    *ex_views_describe (const ExViews *self, const char *name, char *(* text) (double value, gpointer data));

G_END_DECLS
