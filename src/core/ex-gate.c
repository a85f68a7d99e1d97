/* The gates of the cascade, but for the first and the last, which have files of their own: what each of them misses. The picture of the
 * states that they stand between is in ex-review.h. */
#include "config.h"

#include "ex-gate.h"

#include "ex-blank.h"
#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

static const char *
name_of (const ExReviews *self,
         int              leader)
{
  return ex_reviews_get_name (self, leader);
}

/* Of what was said last. */
static void
lacks (GPtrArray *missing,
       ExLack     lack)
{
  ((ExMissing *) g_ptr_array_index (missing, missing->len - 1))->lack = lack;
}

/* A scale may have been made shorter since. */
static gboolean
is_rated (const ExReviews *self,
          const ExMark    *mark)
{
  return mark != NULL && mark->rating >= 1 && mark->rating <= ex_cycle_n_ratings (ex_reviews_get_cycle (self));
}

guint
ex_gate_count_self (const ExReviews *self,
                    guint            leader)
{
  guint n = 0, count = 0;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (self), leader, &n);

  for (guint k = 0; k < n; k++)
    {
      const ExMark *mark = ex_reviews_get_self (self, own[k]);

      count += is_rated (self, mark) && mark->commented ? 1 : 0;
    }

  return count;
}

guint
ex_gate_count_first (const ExReviews *self,
                     guint            leader)
{
  guint n = 0, count = 0;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (self), leader, &n);

  for (guint k = 0; k < n; k++)
    {
      const ExMark *mark = ex_reviews_get_first (self, own[k]);

      count += is_rated (self, mark) && mark->confirmed ? 1 : 0;
    }

  return count;
}

GPtrArray *
ex_gate_self_assess (const ExReviews *self,
                     guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();
  ExCompany *company = ex_reviews_get_company (self);
  guint n = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  ex_gate_add_state (missing, self, leader, EX_REVIEW_AGREED);
  ex_gate_add_phase (missing, self, EX_PHASE_ASSESS);

  for (guint k = 0; k < n; k++)
    {
      const ExMark *mark = ex_reviews_get_self (self, own[k]);
      const char *title = ex_company_get_objective (company, own[k])->title;

      if (!is_rated (self, mark))
        {
          ex_missing_add (missing, EX_MEND_SELF, (int) leader, (int) own[k], _("“%s” has no self rating."), title);
          lacks (missing, EX_LACK_RATING);
        }
      if (mark == NULL || !mark->commented)
        {
          ex_missing_add (missing, EX_MEND_SELF, (int) leader, (int) own[k], _("“%s” has no comment beside the self rating."), title);
          lacks (missing, EX_LACK_COMMENT);
        }
    }

  return missing;
}

static void
add_self_first (GPtrArray       *missing,
                const ExReviews *self,
                guint            leader)
{
  int reviewer = ex_reviews_get_reviewer (self, leader);

  ex_gate_add_no_one (missing, self, leader);
  if (ex_gate_waits_above (self, leader, EX_REVIEW_SELF_ASSESSED))
    ex_missing_add (missing, EX_MEND_SELF, reviewer, -1, _("%s has submitted no self-assessment yet: nobody rates others before having rated themselves."),
                    name_of (self, reviewer));
}

GPtrArray *
ex_gate_rate (const ExReviews *self,
              guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();

  ex_gate_add_barred (missing, self, leader);
  if (ex_reviews_get (self, leader)->state >= EX_REVIEW_ASSESSED)
    ex_gate_add_already (missing, self, leader);
  add_self_first (missing, self, leader);

  return missing;
}

static void
add_unrated (GPtrArray       *missing,
             const ExReviews *self,
             guint            leader,
             guint            objective)
{
  const char *title = ex_company_get_objective (ex_reviews_get_company (self), objective)->title;

  if (ex_reviews_get_reviewer (self, leader) != EX_NO_ONE)
    ex_missing_add (missing, EX_MEND_RATINGS, (int) leader, (int) objective, _("“%s” has no rating by %s."), title,
                    ex_reviews_get_reviewer_name (self, leader));
  else
    ex_missing_add (missing, EX_MEND_RATINGS, (int) leader, (int) objective, _("“%s” has no rating."), title);
  lacks (missing, EX_LACK_RATING);
}

static void
add_unconfirmed (GPtrArray       *missing,
                 const ExReviews *self,
                 guint            leader,
                 guint            objective)
{
  ex_missing_add (missing, EX_MEND_RATINGS, (int) leader, (int) objective, _("The actual of “%s” is not confirmed."),
                  ex_company_get_objective (ex_reviews_get_company (self), objective)->title);
  lacks (missing, EX_LACK_ACTUAL);
}

GPtrArray *
ex_gate_assess (const ExReviews *self,
                guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();
  guint n = 0;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (self), leader, &n);

  ex_gate_add_state (missing, self, leader, EX_REVIEW_SELF_ASSESSED);
  add_self_first (missing, self, leader);

  for (guint k = 0; k < n; k++)
    {
      const ExMark *mark = ex_reviews_get_first (self, own[k]);

      if (!is_rated (self, mark))
        add_unrated (missing, self, leader, own[k]);
      if (mark == NULL || !mark->confirmed)
        add_unconfirmed (missing, self, leader, own[k]);
    }

  return missing;
}

static void
add_adjustment (GPtrArray          *missing,
                const ExReviews    *self,
                guint               leader,
                const ExAdjustment *adjustment)
{
  ExCompany *company = ex_reviews_get_company (self);
  int points = ex_cycle_n_ratings (ex_reviews_get_cycle (self));
  int objective = ex_company_find_objective (company, adjustment->objective_id);
  const char *title = objective >= 0 ? ex_company_get_objective (company, (guint) objective)->title : adjustment->objective_id;

  if (objective < 0 || ex_company_find_leader (company, ex_company_get_objective (company, (guint) objective)->leader_id) != (int) leader)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The adjusted objective is none of %s."), name_of (self, (int) leader));
  if (adjustment->rating < 1 || adjustment->rating > points)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, objective, _("The adjusted rating of “%s” is %d: 1 to %d would be right."), title,
                    adjustment->rating, points);
  if (ex_text_is_blank (adjustment->why))
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, objective, _("The adjusted rating of “%s” needs a reason."), title);
  if (ex_text_is_blank (adjustment->agreed_by))
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, objective, _("The adjusted rating of “%s” needs the name of who agreed to it."), title);
}

/* What was signed by one of the two does not change under the signature either. */
GPtrArray *
ex_gate_calibrate (const ExReviews    *self,
                   guint               leader,
                   const ExAdjustment *adjustment)
{
  GPtrArray *missing = ex_missing_list_new ();
  const ExReview *review = ex_reviews_get (self, leader);

  ex_gate_add_state (missing, self, leader, EX_REVIEW_ASSESSED);
  if (review->state == EX_REVIEW_ASSESSED && review->reviewer_signed != NULL)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The reviewer of %s has signed: sending the review back takes the signature off first."),
                    name_of (self, (int) leader));
  if (adjustment != NULL)
    add_adjustment (missing, self, leader, adjustment);

  return missing;
}

GPtrArray *
ex_gate_sign (const ExReviews *self,
              guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();
  int reviewer = ex_reviews_get_reviewer (self, leader);

  ex_gate_add_state (missing, self, leader, EX_REVIEW_ASSESSED);
  ex_gate_add_phase (missing, self, EX_PHASE_SIGN);
  ex_gate_add_no_one (missing, self, leader);
  if (ex_gate_waits_above (self, leader, EX_REVIEW_SIGNED))
    ex_missing_add (missing, EX_MEND_REVIEW, reviewer, -1, _("%s’s own review is not signed yet: that comes first."), name_of (self, reviewer));

  return missing;
}
