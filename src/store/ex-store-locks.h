/* What of a company's file is past changing, read once for a whole import. */
#pragma once

#include "core/ex-review-lock.h"
#include "ex-store.h"

G_BEGIN_DECLS

typedef struct _ExStoreLocks ExStoreLocks;

/* (transfer full) NULL on @error. */
ExStoreLocks       *ex_store_read_locks  (ExStore *self, GError **error);
void                ex_store_locks_free  (ExStoreLocks *self);
/* Of a leader in a cycle. (nullable) (transfer none) NULL: the review is being drafted, and the cycle is open. */
const ExReviewLock *ex_store_locks_find  (const ExStoreLocks *self, const char *cycle_id, const char *leader_id);

/* Whether this very check-in is there: value, confidence and words; the day it was recorded does not count. FALSE also on failure. */
gboolean            ex_store_has_check_in (ExStore *self, const ExCheckInRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExStoreLocks, ex_store_locks_free)

G_END_DECLS
