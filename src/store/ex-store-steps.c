/* Steps of reviews: one, or the same of many from the top down. */
#include "config.h"

#include "ex-store-reviews.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"
#include "ex-take-step.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char * const names[] = {
  [EX_STEP_AGREE] = N_("Agree objectives"),
  [EX_STEP_SELF_ASSESS] = N_("Submit a self-assessment"),
  [EX_STEP_ASSESS] = N_("Assess a review"),
  [EX_STEP_SIGN] = N_("Sign a review"),
  [EX_STEP_DISSENT] = N_("Add a dissent"),
  [EX_STEP_EXCUSE] = N_("Excuse from a cycle"),
  [EX_STEP_REOPEN] = N_("Re-open a review"),
  [EX_STEP_SEND_BACK] = N_("Send back a review"),
  [EX_STEP_MOVE] = N_("Move to another reviewer"),
};

const char *
ex_take_step_name (ExStep step)
{
  return step < G_N_ELEMENTS (names) ? names[step] : NULL;
}

/* --- what was confirmed ------------------------------------------------------------------------------------------------------- */

static char *
words_of_actual (const ExObjective *objective,
                 double             actual)
{
  if (isnan (actual))
    return g_strdup (_("not measured"));
  return ex_format_value (actual, objective->decimals, objective->unit);
}

static void
check_objective (const ExReviews *reviews,
                 guint            objective,
                 const char      *rater_id,
                 const GPtrArray *ratings,
                 GPtrArray       *problems)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  const ExObjective *record = ex_company_get_objective (company, objective);
  const ExReading *reading = ex_company_get_reading (company, objective);

  for (guint i = 0; i < ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (ratings, i);
      g_autofree char *was = NULL;
      g_autofree char *is = NULL;

      if (rating->role != EX_ROLE_MANAGER || !rating->confirmed || g_strcmp0 (rating->rater_id, rater_id) != 0
          || ex_rating_confirms (rating, reading))
        continue;
      was = words_of_actual (record, rating->actual);
      is = words_of_actual (record, reading->measured ? reading->actual : EX_UNSET);
      /* Translators: two figures, or "not measured": "was confirmed as 84 % and is now 86 %". */
      ex_refuse (problems, _("The actual of “%s” was confirmed as %s and is now %s; confirm it again."), record->title, was, is);
    }
}

/* A check-in may have come after the actual was confirmed. */
static gboolean
check_confirmed (ExStore         *self,
                 const ExReviews *reviews,
                 guint            leader,
                 GError         **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  const ExCompany *company = ex_reviews_get_company (reviews);
  int reviewer = ex_reviews_get_reviewer (reviews, leader);
  const char *rater_id = reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : EX_BOARD;
  guint n = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);

      if (!ex_rating_rows_list (self->db, ex_company_get_objective (company, own[i])->id, ratings, error))
        return FALSE;
      check_objective (reviews, own[i], rater_id, ratings, problems);
    }
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* --- one step ------------------------------------------------------------------------------------------------------------------- */

static gboolean
find_target (const ExReviews *reviews,
             const char      *to,
             int             *target,
             GError         **error)
{
  *target = EX_NO_ONE;
  if (to == NULL)
    return TRUE;
  *target = ex_company_find_leader (ex_reviews_get_company (reviews), to);
  if (*target >= 0)
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s”."), to);
  return FALSE;
}

/* What was adjusted belongs to the assessment that is taken back: a new one starts without. */
static gboolean
drop_adjustments (ExStore        *self,
                  const ExReview *before,
                  const ExReview *after,
                  GError        **error)
{
  g_autoptr (ExStatement) statement = NULL;
  GError *failure = NULL;

  if (before->state != EX_REVIEW_ASSESSED || after->state >= EX_REVIEW_ASSESSED)
    return TRUE;
  statement = ex_database_prepare (self->db,
                                   "DELETE FROM adjustments WHERE objective_id IN (SELECT id FROM objectives WHERE cycle_id = $1 AND leader_id = $2)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, before->cycle_id);
  ex_statement_bind_text (statement, 2, before->leader_id);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
write_step (ExStore         *self,
            const ExReviews *reviews,
            guint            leader,
            const ExTakeStep *what,
            int              to,
            int              actor,
            GError         **error)
{
  g_autoptr (ExReview) after = ex_step_take (reviews, leader, what->step, what->why, to, actor);
  GError *failure = NULL;

  after->steps = ex_reviews_get (reviews, leader)->steps + 1;
  after->day = ex_day_today ();
  if (!drop_adjustments (self, ex_reviews_get (reviews, leader), after, error))
    return FALSE;
  if (ex_review_rows_insert (self->db, after, what->step, what->why, &failure))
    return TRUE;
  return ex_store_explain_trigger (failure, error);
}

/* Everything at once, also that HR signs for a person without saying why. (transfer full) */
static GPtrArray *
list_missing (const ExReviews  *reviews,
              guint             leader,
              const ExTakeStep *what,
              int               to,
              int               actor)
{
  GPtrArray *missing = ex_step_missing (reviews, leader, what->step, what->why, to);
  int signer = ex_reviews_get (reviews, leader)->reviewer_signed == NULL ? ex_reviews_get_reviewer (reviews, leader) : (int) leader;
  ExMissing *one;

  if (what->step != EX_STEP_SIGN || what->why != NULL || signer < 0 || !ex_step_needs_reason (reviews, leader, what->step, actor))
    return missing;

  one = g_new0 (ExMissing, 1);
  one->text = g_strdup_printf (_("Give a reason: you sign for %s, and the reason stays with the signature."), ex_reviews_get_name (reviews, signer));
  one->mend = EX_MEND_REVIEW;
  one->leader = (int) leader;
  one->objective = -1;
  g_ptr_array_add (missing, one);
  return missing;
}

gboolean
ex_take_step (ExStore          *self,
              const ExReviews  *reviews,
              guint             leader,
              const ExTakeStep *what,
              GError          **error)
{
  int actor, to;

  return ex_small_reviews_find_actor (self, reviews, &actor, error)
         && find_target (reviews, what->to, &to, error)
         && ex_store_accept_actor (ex_step_forbids (reviews, leader, what->step, actor), error)
         && ex_store_accept_missing (list_missing (reviews, leader, what, to, actor), error)
         && (what->step != EX_STEP_ASSESS || check_confirmed (self, reviews, leader, error))
         && write_step (self, reviews, leader, what, to, actor, error);
}

char *
ex_take_step_reason (const char *why)
{
  g_autofree char *stripped = g_strstrip (g_strdup (why != NULL ? why : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static gboolean
take_one (ExStore          *self,
          const char       *cycle_id,
          const char       *leader_id,
          const ExTakeStep *what,
          GError          **error)
{
  const char *others[] = { self->actor, what->to, NULL };
  g_autoptr (ExReviews) reviews = ex_small_reviews_read (self, cycle_id, leader_id, others, error);
  guint leader;

  if (reviews == NULL)
    return FALSE;
  leader = (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id);
  ex_store_set_subject (self, ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name);
  return ex_take_step (self, reviews, leader, what, error);
}

gboolean
ex_store_take_step (ExStore    *self,
                    const char *cycle_id,
                    const char *leader_id,
                    ExStep      step,
                    const char *why,
                    const char *to,
                    GError    **error)
{
  g_autofree char *reason = ex_take_step_reason (why);
  ExTakeStep what = { step, reason, to };

  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, FALSE);
  g_return_val_if_fail (ex_take_step_name (step) != NULL, FALSE);

  if (!ex_store_begin (self, ex_take_step_name (step), error))
    return FALSE;
  if (!take_one (self, cycle_id, leader_id, &what, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
