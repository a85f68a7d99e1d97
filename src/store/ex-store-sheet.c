/* One leader's review with all its words, as far as who acts may see them. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-amendment-rows.h"
#include "ex-column.h"
#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <string.h>

void
ex_review_sheet_free (ExReviewSheet *self)
{
  if (self == NULL)
    return;
  ex_review_free (self->review);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->adjustments, g_ptr_array_unref);
  g_clear_pointer (&self->amendments, g_ptr_array_unref);
  g_clear_pointer (&self->observers, g_ptr_array_unref);
  g_free (self->note);
  g_free (self);
}

typedef struct
{
  ExStore         *store;
  const ExReviews *reviews;
  const ExCompany *company;
  guint            leader;
  int              actor;
  gboolean         sees_self;
  gboolean         sees_manager;
  const char      *counts;   /* whose ratings as the manager count: leader id or EX_BOARD; NULL: nobody's */
  ExReviewSheet   *sheet;
} Reading;

/* Who assessed, or while nobody has, who reviews. */
static const char *
find_counting (const Reading *self)
{
  const ExReview *review = ex_reviews_get (self->reviews, self->leader);
  int reviewer = ex_reviews_get_reviewer (self->reviews, self->leader);

  if (review->assessed_by != NULL)
    return review->assessed_by;
  if (reviewer == EX_NOBODY)
    return EX_BOARD;
  return reviewer >= 0 ? ex_company_get_leader (self->company, (guint) reviewer)->id : NULL;
}

/* HR enters what the board says, and so sees it while it does. Of a reviewer who was replaced, what was left half done is theirs alone. */
static gboolean
sees_rating (const Reading  *self,
             const ExRating *rating)
{
  gboolean own = strcmp (rating->rater_id, self->store->actor) == 0;

  switch (rating->role)
    {
    case EX_ROLE_SELF:
      return self->sees_self;
    case EX_ROLE_MANAGER:
      return own || (self->sees_manager && g_strcmp0 (rating->rater_id, self->counts) == 0)
             || (self->actor == EX_NOBODY && strcmp (rating->rater_id, EX_BOARD) == 0);
    case EX_ROLE_OBSERVER:
    default:
      return own;
    }
}

static ExRating *
without_name (const ExRating *rating)
{
  ExRating *copy = ex_rating_copy (rating);

  g_clear_pointer (&copy->rater_id, g_free);
  copy->rating = 0; /* beside the words, it would tell who gave which */
  return copy;
}

static int
compare_comments (gconstpointer a,
                  gconstpointer b)
{
  const ExRating *first = *(ExRating * const *) a, *second = *(ExRating * const *) b;
  int order = strcmp (first->objective_id, second->objective_id);

  return order != 0 ? order : g_strcmp0 (first->comment, second->comment);
}

/* Only of those who are asked: HR may have asked others since. */
static gboolean
is_asked (const Reading  *self,
          const ExRating *rating)
{
  int rater = ex_company_find_leader (self->company, rating->rater_id);

  return rater >= 0 && ex_reviews_observes (self->reviews, (guint) rater, self->leader);
}

static void
share_out (Reading         *self,
           const GPtrArray *all)
{
  gboolean comments = self->sees_manager && self->sheet->n_answered >= EX_LEAST_OBSERVERS;

  for (guint i = 0; i < all->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (all, i);

      if (sees_rating (self, rating))
        g_ptr_array_add (self->sheet->ratings, ex_rating_copy (rating));
      if (comments && rating->role == EX_ROLE_OBSERVER && rating->comment != NULL && is_asked (self, rating))
        g_ptr_array_add (self->sheet->comments, without_name (rating));
    }
}

static gboolean
read_ratings (Reading *self,
              GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  guint n = 0;
  const guint *own = ex_company_leader_objectives (self->company, self->leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = ex_company_get_objective (self->company, own[i])->id;
      ExAdjustment *adjustment = NULL;

      if (!ex_rating_rows_list (self->store->db, id, all, error))
        return FALSE;
      if (self->sees_manager && !ex_adjustment_row_find (self->store->db, id, &adjustment, error))
        return FALSE;
      if (adjustment != NULL)
        g_ptr_array_add (self->sheet->adjustments, adjustment);
    }
  share_out (self, all);
  g_ptr_array_sort (self->sheet->comments, compare_comments);
  return TRUE;
}

static gboolean
read_note (Reading    *self,
           const char *cycle_id,
           const char *leader_id,
           GError    **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  row = ex_database_prepare (self->store->db, "SELECT note FROM private_notes WHERE cycle_id = $1 AND leader_id = $2 AND author_id = $3", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle_id);
  ex_statement_bind_text (row, 2, leader_id);
  ex_statement_bind_text (row, 3, self->store->actor);
  found = ex_row_find (row, error);
  if (found == 1)
    self->sheet->note = ex_column_dup_text (row, 0);
  return found >= 0;
}

static void
list_observers (Reading *self)
{
  guint n = 0;
  const ExObserver *observers = ex_reviews_get_observers (self->reviews, self->leader, &n);

  if (self->sees_manager || self->actor == EX_NOBODY)
    ex_reviews_mean_observers (self->reviews, self->leader, &self->sheet->n_answered);
  if (self->actor != EX_NOBODY)
    return;
  self->sheet->observers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->sheet->observers, g_strdup (ex_company_get_leader (self->company, observers[i].observer)->id));
}

static gboolean
fill_sheet (Reading    *self,
            const char *cycle_id,
            const char *leader_id,
            GError    **error)
{
  ExReviewSheet *sheet = self->sheet;

  self->sees_self = ex_reviews_sees_self (self->reviews, self->actor, self->leader);
  self->sees_manager = ex_reviews_sees_manager (self->reviews, self->actor, self->leader);
  self->counts = find_counting (self);
  sheet->review = ex_review_copy (ex_reviews_get (self->reviews, self->leader));
  sheet->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  sheet->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);
  sheet->adjustments = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_adjustment_free);
  list_observers (self);
  sheet->steps = ex_review_rows_steps (self->store->db, cycle_id, leader_id, error);
  if (sheet->steps == NULL)
    return FALSE;
  sheet->amendments = ex_amendment_rows_list (self->store->db, cycle_id, leader_id, error);
  return sheet->amendments != NULL && read_ratings (self, error) && read_note (self, cycle_id, leader_id, error);
}

/* @leader: index in the company of @reviews, which may be small or whole. */
static ExReviewSheet *
read_sheet_of (ExStore         *self,
               const ExReviews *reviews,
               guint            leader,
               GError         **error)
{
  g_autoptr (ExReviewSheet) sheet = NULL;
  Reading reading = { .store = self, .reviews = reviews, .leader = leader };

  if (!ex_small_reviews_find_actor (self, reviews, &reading.actor, error))
    return NULL;
  sheet = g_new0 (ExReviewSheet, 1);
  reading.company = ex_reviews_get_company (reviews);
  reading.sheet = sheet;
  if (!fill_sheet (&reading, ex_reviews_get_cycle (reviews)->id, ex_company_get_leader (reading.company, leader)->id, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

static ExReviewSheet *
read_sheet (ExStore    *self,
            const char *cycle_id,
            const char *leader_id,
            GError    **error)
{
  const char *others[] = { self->actor, NULL };
  g_autoptr (ExReviews) reviews = ex_small_reviews_read (self, cycle_id, leader_id, others, error);

  return reviews != NULL ? read_sheet_of (self, reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id), error) : NULL;
}

ExReviewSheet *
ex_store_read_sheet (ExStore    *self,
                     const char *cycle_id,
                     const char *leader_id,
                     GError    **error)
{
  ExReviewSheet *sheet;

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  sheet = read_sheet (self, cycle_id, leader_id, error);
  ex_store_end_read (self);
  return sheet;
}

ExReviewSheet *
ex_store_read_sheet_of (ExStore         *self,
                        const ExReviews *reviews,
                        guint            leader,
                        GError         **error)
{
  ExReviewSheet *sheet;

  g_return_val_if_fail (self != NULL && reviews != NULL, NULL);
  g_return_val_if_fail (leader < ex_company_n_leaders (ex_reviews_get_company (reviews)), NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  sheet = read_sheet_of (self, reviews, leader, error);
  ex_store_end_read (self);
  return sheet;
}
