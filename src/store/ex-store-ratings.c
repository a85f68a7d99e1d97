/* What is said of objectives: ratings as they are typed, by the leader, by whoever reviews, by observers. */
#include "config.h"

#include "ex-store-reviews.h"

#include "core/ex-quantity.h"
#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const names[] = {
  [EX_ROLE_SELF] = N_("Draft a self-assessment"),
  [EX_ROLE_MANAGER] = N_("Rate a leader"),
  [EX_ROLE_OBSERVER] = N_("Rate as an observer"),
};

/* The leader whose objectives are rated; the ratings of one mostly come together. */
typedef struct
{
  ExStore   *store;
  ExReviews *reviews;
  guint      leader;
  int        actor;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static const char *
leader_name (const Work *self)
{
  return ex_company_get_leader (ex_reviews_get_company (self->reviews), self->leader)->name;
}

/* FALSE: not there, or another cycle's or leader's. */
static gboolean
covers (const Work *self,
        const char *objective_id)
{
  const ExCompany *company;
  int objective;

  if (self->reviews == NULL)
    return FALSE;
  company = ex_reviews_get_company (self->reviews);
  objective = ex_company_find_objective (company, objective_id);
  return objective >= 0
         && strcmp (ex_company_get_objective (company, (guint) objective)->leader_id, ex_company_get_leader (company, self->leader)->id) == 0;
}

static gboolean
open_work (Work       *self,
           const char *objective_id,
           const char *rater_id,
           GError    **error)
{
  const char *others[] = { self->store->actor, rater_id, NULL };
  GError *failure = NULL;
  g_autoptr (ExObjective) objective = NULL;

  if (covers (self, objective_id))
    return TRUE;
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  objective = ex_objective_find (self->store->db, objective_id, &failure);
  if (objective == NULL)
    {
      if (failure == NULL)
        g_set_error (&failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no objective “%s”."), objective_id);
      g_propagate_error (error, failure);
      return FALSE;
    }
  self->reviews = ex_small_reviews_read (self->store, objective->cycle_id, objective->leader_id, others, error);
  if (self->reviews == NULL)
    return FALSE;
  self->leader = (guint) ex_company_find_leader (ex_reviews_get_company (self->reviews), objective->leader_id);
  ex_store_set_subject (self->store, leader_name (self));
  return ex_small_reviews_find_actor (self->store, self->reviews, &self->actor, error);
}

/* --- who may say it, and when --------------------------------------------------------------------------------------------------- */

static gboolean
check_open (const Work *self,
            GError    **error)
{
  const ExReview *review = ex_reviews_get (self->reviews, self->leader);

  if (ex_reviews_get_cycle (self->reviews)->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed: nothing in it changes until HR re-opens it."),
                                    ex_reviews_get_cycle (self->reviews)->name);
  if (review->excused)
    return ex_store_refuse_because (error, _("%s is excused from this cycle."), leader_name (self));
  if (review->state == EX_REVIEW_SIGNED)
    return ex_store_refuse_because (error, _("The review of %s is signed: nothing in it changes until HR re-opens it."), leader_name (self));
  if (review->state == EX_REVIEW_DRAFTING)
    return ex_store_refuse_because (error, _("The objectives of %s are not agreed yet; they are rated after that."), leader_name (self));
  return TRUE;
}

static gboolean
check_self (const Work     *self,
            const ExRating *rating,
            GError        **error)
{
  const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (self->reviews), self->leader);

  if (strcmp (rating->rater_id, leader->id) != 0)
    return ex_store_refuse_because (error, _("A self rating of %s’s objectives is %s’s own."), leader->name, leader->name);
  if (!ex_store_accept_actor (ex_step_forbids (self->reviews, self->leader, EX_STEP_SELF_ASSESS, self->actor), error))
    return FALSE;
  if (ex_reviews_get (self->reviews, self->leader)->state > EX_REVIEW_AGREED)
    return ex_store_refuse_because (error, _("The self-assessment of %s is submitted and does not change, unless the review is sent back."),
                                    leader->name);
  if (ex_reviews_get_cycle (self->reviews)->phase < EX_PHASE_ASSESS)
    return ex_store_refuse_because (error, _("The cycle is in “%s”: leaders rate themselves from “%s” on."),
                                    ex_phase_label (ex_reviews_get_cycle (self->reviews)->phase), ex_phase_label (EX_PHASE_ASSESS));
  return TRUE;
}

static gboolean
check_manager (const Work     *self,
               const ExRating *rating,
               GError        **error)
{
  const ExCompany *company = ex_reviews_get_company (self->reviews);
  int reviewer = ex_reviews_get_reviewer (self->reviews, self->leader);
  const char *id = reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : EX_BOARD;

  if (!ex_store_accept_missing (ex_gate_rate (self->reviews, self->leader), error)
      || !ex_store_accept_actor (ex_step_forbids (self->reviews, self->leader, EX_STEP_ASSESS, self->actor), error))
    return FALSE;
  if (strcmp (rating->rater_id, id) != 0)
    return ex_store_refuse_because (error, _("%s is reviewed by %s; nobody else’s ratings count."), leader_name (self),
                                    ex_reviews_get_reviewer_name (self->reviews, self->leader));
  return TRUE;
}

static gboolean
check_observer (const Work     *self,
                const ExRating *rating,
                GError        **error)
{
  int rater = ex_company_find_leader (ex_reviews_get_company (self->reviews), rating->rater_id);

  if (rater < 0 || !ex_reviews_observes (self->reviews, (guint) rater, self->leader))
    return ex_store_refuse_because (error, _("HR has not named this observer of %s."), leader_name (self));
  if (self->actor != EX_NOBODY && self->actor != rater)
    return ex_store_refuse_because (error, "%s", _("Observers give their own ratings."));
  if (ex_reviews_get_cycle (self->reviews)->phase < EX_PHASE_ASSESS)
    return ex_store_refuse_because (error, _("The cycle is in “%s”: observers rate from “%s” on."),
                                    ex_phase_label (ex_reviews_get_cycle (self->reviews)->phase), ex_phase_label (EX_PHASE_ASSESS));
  return TRUE;
}

static gboolean
check_rating (const Work     *self,
              const ExRating *rating,
              GError        **error)
{
  int most = ex_cycle_n_ratings (ex_reviews_get_cycle (self->reviews));

  if (!check_open (self, error))
    return FALSE;
  if (rating->rating < 0 || rating->rating > most)
    return ex_store_refuse_because (error, _("A rating of %d is not on this cycle’s scale, which goes from 1 to %d."), rating->rating, most);
  switch (rating->role)
    {
    case EX_ROLE_SELF:
      return check_self (self, rating, error);
    case EX_ROLE_MANAGER:
      return check_manager (self, rating, error);
    case EX_ROLE_OBSERVER:
    default:
      return check_observer (self, rating, error);
    }
}

/* --- writing ------------------------------------------------------------------------------------------------------------------------ */

/* What is confirmed is the actual as it is read now. */
static gboolean
write_rating (const Work     *self,
              const ExRating *rating,
              GError        **error)
{
  const ExCompany *company = ex_reviews_get_company (self->reviews);
  g_autoptr (ExRating) row = ex_rating_copy (rating);
  const ExReading *reading = ex_company_get_reading (company, (guint) ex_company_find_objective (company, rating->objective_id));
  GError *failure = NULL;

  row->confirmed = rating->role == EX_ROLE_MANAGER && rating->confirmed;
  row->actual = row->confirmed && reading->measured ? reading->actual : EX_UNSET;
  if (row->comment != NULL && *g_strstrip (row->comment) == '\0')
    g_clear_pointer (&row->comment, g_free);
  return ex_rating_row_write (self->store->db, row, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
save_all (ExStore         *self,
          const GPtrArray *ratings,
          GError         **error)
{
  g_auto (Work) work = { .store = self };

  for (guint i = 0; i < ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (ratings, i);

      if (!open_work (&work, rating->objective_id, rating->rater_id, error) || !check_rating (&work, rating, error)
          || !write_rating (&work, rating, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_store_save_ratings (ExStore         *self,
                       const GPtrArray *ratings,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && ratings != NULL, FALSE);

  if (ratings->len == 0)
    return TRUE;
  if (!ex_store_begin (self, names[((const ExRating *) g_ptr_array_index (ratings, 0))->role], error))
    return FALSE;
  if (!save_all (self, ratings, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

gboolean
ex_store_save_rating (ExStore        *self,
                      const ExRating *rating,
                      GError        **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && rating != NULL, FALSE);

  g_ptr_array_add (one, (gpointer) rating);
  return ex_store_save_ratings (self, one, error);
}
