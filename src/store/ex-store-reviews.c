/* Reviews as they stand: all of a cycle, or those around one leader. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-private.h"

ExReviews *
ex_store_read_reviews (ExStore   *self,
                       ExCompany *company,
                       GError   **error)
{
  g_autoptr (ExReviewRecords) records = NULL;
  gboolean filled;

  g_return_val_if_fail (self != NULL && company != NULL, NULL);

  if (ex_company_get_cycle (company) == NULL || !ex_store_begin_read (self, error))
    return NULL;
  records = ex_review_records_new ();
  filled = ex_review_rows_fill (self->db, company, -1, records, error);
  ex_store_end_read (self);
  return filled ? ex_reviews_new (company, g_steal_pointer (&records)) : NULL;
}

ExReviews *
ex_store_read_review (ExStore    *self,
                      const char *cycle_id,
                      const char *leader_id,
                      GError    **error)
{
  const char *actor[] = { NULL, NULL };
  ExReviews *reviews;

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, NULL);

  actor[0] = ex_store_get_actor (self);
  if (!ex_store_begin_read (self, error))
    return NULL;
  reviews = ex_small_reviews_read (self, cycle_id, leader_id, actor, error);
  ex_store_end_read (self);
  return reviews;
}
