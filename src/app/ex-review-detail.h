/* A leader's review in words, and the check-ins behind its lines: read in the worker's thread, as far as the session's actor may see. */
#pragma once

#include "ex-session.h"
#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

typedef struct
{
  char          *leader_id;
  ExReviewSheet *sheet;
  GHashTable    *check_ins; /* objective id -> GPtrArray (element-type ExCheckIn) by day, of all of the leader's objectives */
} ExReviewDetail;

void            ex_review_detail_free        (ExReviewDetail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviewDetail, ex_review_detail_free)

/* Of the cycle in view. */
void            ex_review_detail_read_async  (ExSession *session, const char *leader_id, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
ExReviewDetail *ex_review_detail_read_finish (ExSession *session, GAsyncResult *result, GError **error);

/* (nullable) (transfer none) @rater_id NULL: of that role, whoever gave it. */
const ExRating *ex_review_detail_find_rating (const ExReviewDetail *self, const char *objective_id, ExRole role, const char *rater_id);
/* (nullable) (transfer none) */
const ExAdjustment *ex_review_detail_find_adjustment (const ExReviewDetail *self, const char *objective_id);
/* (nullable) (transfer none) (element-type ExCheckIn) */
GPtrArray      *ex_review_detail_get_check_ins (const ExReviewDetail *self, const char *objective_id);

G_END_DECLS
