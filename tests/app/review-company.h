/* A small company in the middle of a review cycle, for tests and pictures of the window: Ana Okafor (a) over Ben Ito (b) and Dee Lund (d),
 * Cem Kaya (c) under Ben; each with three objectives that can be agreed ("a1", "a2", "a3"); the board reviews Ana. */
#pragma once

#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

#define REVIEW_CYCLE "fy26"

/* Everybody drafting. (transfer full) still open */
ExStore *make_reviews     (const char *path);
/* Brings a leader's review as far as @state, and the cycle with it; those above have to be as far. */
void     bring_review     (ExStore *store, const char *leader_id, ExReviewState state);
void     advance_cycle_to (ExStore *store, ExPhase phase);
void     act_as           (ExStore *store, const char *actor);
void     take_step        (ExStore *store, const char *actor, const char *leader_id, ExStep step, const char *why);
/* All three objectives. @rater_id: leader or EX_BOARD. */
void     rate_all         (ExStore *store, const char *actor, const char *leader_id, ExRole role, const char *rater_id, int rating,
                           const char *comment);
void     check_in         (ExStore *store, const char *objective_id, ExDay day, double value);

G_END_DECLS
