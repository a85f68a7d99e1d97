/* What is out of step in a review: never stored, so that it goes away when it is mended. */
#include "config.h"

#include "ex-reviews.h"

#include "ex-reviews-private.h"

#include <glib/gi18n-lib.h>

/* The steps that were taken while whoever reviews had taken theirs, and no longer have. */
static void
add_undone_above (GPtrArray       *flags,
                  const ExReviews *self,
                  guint            leader)
{
  const ExReview *review = self->reviews[leader];
  int reviewer = self->lines[leader].reviewer;
  int assessor = ex_reviews_find_rater (self, review->assessed_by);

  if (reviewer >= 0 && review->state >= EX_REVIEW_AGREED && self->reviews[reviewer]->state < EX_REVIEW_AGREED)
    g_ptr_array_add (flags, g_strdup_printf (_("Agreed, though %s’s own objectives are not agreed any more."),
                                             ex_reviews_get_name (self, reviewer)));

  if (assessor >= 0 && review->state >= EX_REVIEW_ASSESSED && !self->reviews[assessor]->excused
      && self->reviews[assessor]->state < EX_REVIEW_SELF_ASSESSED)
    g_ptr_array_add (flags, g_strdup_printf (_("Assessed by %s, who has no self-assessment any more."), ex_reviews_get_name (self, assessor)));

  if (reviewer >= 0 && review->reviewer_signed != NULL && self->reviews[reviewer]->state < EX_REVIEW_SIGNED)
    g_ptr_array_add (flags, g_strdup_printf (_("Signed, though %s’s own review is not signed any more."), ex_reviews_get_name (self, reviewer)));
}

/* HR's own choice, and still there. */
static gboolean
is_meant (const ExReviews *self,
          guint            leader)
{
  const ExReview *review = self->reviews[leader];

  return review->elsewhere && self->lines[leader].reviewer == ex_reviews_find_rater (self, review->reviewer_id);
}

/* A signed review has nobody to be moved to any more. */
static void
add_other_reviewer (GPtrArray       *flags,
                    const ExReviews *self,
                    guint            leader)
{
  const ExReviewLine *line = &self->lines[leader];
  gboolean another = line->reviewer != line->manager && !is_meant (self, leader);

  if (self->reviews[leader]->state == EX_REVIEW_SIGNED)
    return;

  if (another && line->manager == EX_NO_ONE)
    g_ptr_array_add (flags, g_strdup_printf (_("Reviewed by %s, though no manager is there."), ex_reviews_get_name (self, line->reviewer)));
  else if (another)
    g_ptr_array_add (flags, g_strdup_printf (_("Reviewed by %s, though %s is the manager of the day."), ex_reviews_get_name (self, line->reviewer),
                                             ex_reviews_get_name (self, line->manager)));

  if (line->reviewer >= 0 && ex_reviews_is_reviewed_under (self, leader, leader))
    g_ptr_array_add (flags, g_strdup_printf (_("Reviewed by %s in a circle that comes back here: one of the reviews in it must move to another reviewer."),
                                             ex_reviews_get_name (self, line->reviewer)));
}

GPtrArray *
ex_reviews_get_flags (const ExReviews *self,
                      guint            leader)
{
  GPtrArray *flags = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (leader < ex_company_n_leaders (self->company), flags);

  if (!self->lines[leader].takes_part || self->reviews[leader]->excused)
    return flags;

  add_undone_above (flags, self, leader);
  add_other_reviewer (flags, self, leader);

  return flags;
}
