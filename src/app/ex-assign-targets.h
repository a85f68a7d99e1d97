/* To whom objectives are handed out: those who were selected, everybody, a level, a unit. */
#pragma once

#include "core/ex-reviews.h"

G_BEGIN_DECLS

typedef struct
{
  char   *label;     /* "3 selected leaders", "Level 2", "Sales" */
  GArray *leaders;   /* (element-type guint) whose objectives are drafts and may be given by who looks */
  guint   left_out;  /* how many of them are not: their objectives are agreed, or they are excused, or somebody else's */
} ExAssignTarget;

/* @selected: NULL-terminated ids, may be empty. @viewer: of ex_review_viewer(). (transfer full) (element-type ExAssignTarget) those who were
 * selected first, then everybody, level by level, unit by unit. */
GPtrArray *ex_assign_targets_new (const ExReviews *reviews, const char * const *selected, int viewer);

/* How many objectives it makes: those of @templates (element-type ExTemplate) that a leader has not got by their title. */
guint      ex_assign_count       (const ExReviews *reviews, const GArray *leaders, const GPtrArray *templates);

G_END_DECLS
