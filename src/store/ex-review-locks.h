/* How a review stands, for whoever wants to change something that hangs on it. The words are core's; the triggers hold the same by
 * themselves. */
#pragma once

#include "core/ex-review-lock.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* Of a leader in a cycle, both there. (transfer full) NULL on @error. */
ExReviewLock *ex_review_lock_read            (ExDatabase *database, const char *cycle_id, const char *leader_id, GError **error);

/* FALSE and @error when it does not happen; @before, @after (nullable) as for ex_review_lock_objective(), both of leaders that are there. */
gboolean      ex_review_locks_accept_objective (ExDatabase *database, const ExObjective *before, const ExObjective *after, GError **error);
gboolean      ex_review_locks_accept_check_in  (ExDatabase *database, const ExObjective *objective, GError **error);
/* Whether a leader, an objective can be removed without a hole in what was agreed, said or signed. */
gboolean      ex_review_locks_accept_removal   (ExDatabase *database, const ExObjective *objective, GError **error);
gboolean      ex_review_locks_accept_departure (ExDatabase *database, const ExLeader *leader, GError **error);
/* Days in role that leave a cycle in which the leader's review has begun. @before as it stands. */
gboolean      ex_review_locks_accept_days      (ExDatabase *database, const ExLeader *before, const ExLeader *leader, GError **error);
/* A cycle that is edited; @before as it stands. */
gboolean      ex_review_locks_accept_cycle     (ExDatabase *database, const ExCycle *before, const ExCycle *cycle, GError **error);

G_END_DECLS
