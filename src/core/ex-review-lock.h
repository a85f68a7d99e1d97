/* What does not change any more in a review as it stands, in a sentence: the same for an edit and for a row of an import. */
#pragma once

#include "ex-review.h"

G_BEGIN_DECLS

typedef struct
{
  char         *leader_name;
  char         *cycle_name;
  ExReviewState state;
  gboolean      closed;   /* the cycle is */
} ExReviewLock;

ExReviewLock *ex_review_lock_new  (const char *leader_name, const char *cycle_name, ExReviewState state, gboolean closed);
void          ex_review_lock_free (ExReviewLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviewLock, ex_review_lock_free)

/* Why an objective of the leader does not become @after; @before NULL: it would be added, @after NULL: removed. NULL: it may, or nothing
 * of it changes. An amendment goes its own way. (transfer full) */
char *ex_review_lock_objective (const ExReviewLock *self, const ExObjective *before, const ExObjective *after);
/* Why no check-in of the leader's objectives is added, changed or removed. NULL: it may. (transfer full) */
char *ex_review_lock_check_in  (const ExReviewLock *self);

G_END_DECLS
