#include "config.h"

#include "ex-reviews.h"

#include "ex-reviews-private.h"

ExReviewRecords *
ex_review_records_new (void)
{
  ExReviewRecords *self = g_new0 (ExReviewRecords, 1);

  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_review_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (ExMark));
  self->adjustments = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_adjustment_free);
  self->observers = g_array_new (FALSE, FALSE, sizeof (ExObserver));
  self->amendments = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tops = g_new0 (char *, 1);

  return self;
}

void
ex_review_records_free (ExReviewRecords *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->reviews);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->adjustments);
  g_array_unref (self->observers);
  g_array_unref (self->amendments);
  g_strfreev (self->tops);
  g_free (self);
}

void
ex_slots_init (ExSlots *self,
               guint    n)
{
  self->n = n;
  self->start = g_new0 (guint, n + 1);
}

guint *
ex_slots_close (ExSlots *self)
{
  for (guint i = 0; i < self->n; i++)
    self->start[i + 1] += self->start[i];

  return g_memdup2 (self->start, sizeof *self->start * (self->n + 1));
}

/* The drafts borrow what the company and the cycle own: ten thousand of them cost one allocation. */
static void
fill_reviews (ExReviews *self)
{
  guint n = ex_company_n_leaders (self->company);

  self->reviews = g_new (const ExReview *, n);
  self->drafts = g_new0 (ExReview, n);

  for (guint i = 0; i < n; i++)
    {
      self->drafts[i].cycle_id = self->cycle->id;
      self->drafts[i].leader_id = ex_company_get_leader (self->company, i)->id;
      self->reviews[i] = &self->drafts[i];
    }

  for (guint k = 0; k < self->records->reviews->len; k++)
    {
      const ExReview *review = g_ptr_array_index (self->records->reviews, k);
      int leader = ex_company_find_leader (self->company, review->leader_id);

      if (leader >= 0)
        self->reviews[leader] = review;
    }
}

ExReviews *
ex_reviews_new (ExCompany       *company,
                ExReviewRecords *records)
{
  ExReviews *self;

  g_return_val_if_fail (company != NULL && records != NULL, NULL);
  g_return_val_if_fail (ex_company_get_cycle (company) != NULL, NULL);

  self = g_new0 (ExReviews, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->company = ex_company_ref (company);
  self->cycle = ex_company_get_cycle (company);
  self->records = records;

  fill_reviews (self);
  ex_reviews_fill_lines (self);
  ex_reviews_fill_marks (self);

  return self;
}

ExReviews *
ex_reviews_ref (ExReviews *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ex_reviews_unref (ExReviews *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->reviews);
  g_free (self->drafts);
  g_free (self->lines);
  g_free (self->report_slots.start);
  g_free (self->reports);
  g_free (self->mark_slots.start);
  g_free (self->marks);
  g_free (self->observer_slots.start);
  g_free (self->observers);
  g_free (self->adjusted);
  g_free (self->owners);
  ex_review_records_free (self->records);
  ex_company_unref (self->company);
  g_free (self);
}

ExCompany *
ex_reviews_get_company (const ExReviews *self)
{
  return self->company;
}

const ExCycle *
ex_reviews_get_cycle (const ExReviews *self)
{
  return self->cycle;
}

const ExReview *
ex_reviews_get (const ExReviews *self,
                guint            leader)
{
  g_return_val_if_fail (leader < ex_company_n_leaders (self->company), NULL);

  return self->reviews[leader];
}

int
ex_reviews_find_rater (const ExReviews *self,
                       const char      *id)
{
  int leader;

  if (id == NULL)
    return EX_NO_ONE;
  if (*id == '\0')
    return EX_NOBODY;

  leader = ex_company_find_leader (self->company, id);

  return leader >= 0 ? leader : EX_NO_ONE;
}

/* Drafts are the leader's alone until they are submitted. */
gboolean
ex_reviews_sees_self (const ExReviews *self,
                      int              viewer,
                      guint            leader)
{
  g_return_val_if_fail (leader < ex_company_n_leaders (self->company), FALSE);

  if (viewer == (int) leader)
    return TRUE;
  if (self->reviews[leader]->state < EX_REVIEW_SELF_ASSESSED)
    return FALSE;

  return viewer == EX_NOBODY || viewer == self->lines[leader].reviewer
         || ex_tree_is_below (ex_company_get_tree (self->company), (int) leader, viewer);
}

/* What is being written is its writer's alone (the board's, HR's), and the leader reads nothing before all leaders do. */
gboolean
ex_reviews_sees_manager (const ExReviews *self,
                         int              viewer,
                         guint            leader)
{
  gboolean assessed;

  g_return_val_if_fail (leader < ex_company_n_leaders (self->company), FALSE);

  assessed = self->reviews[leader]->state >= EX_REVIEW_ASSESSED;
  if (viewer == (int) leader)
    return assessed && self->cycle->phase >= EX_PHASE_SIGN;
  if (viewer >= EX_NOBODY && viewer == self->lines[leader].reviewer)
    return TRUE;

  return assessed && (viewer == EX_NOBODY || ex_tree_is_below (ex_company_get_tree (self->company), (int) leader, viewer));
}
