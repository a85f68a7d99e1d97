/* The steps of a review: who may take each of them, and what comes of it. */
#include "config.h"

#include "ex-gate.h"

#include "ex-blank.h"
#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

#define HR "HR" /* as a signature */

/* The reviewer's step. (transfer full) */
static char *
forbid_to_others (const ExReviews *self,
                  guint            leader,
                  int              actor)
{
  int reviewer = ex_reviews_get_reviewer (self, leader);
  const char *name = ex_reviews_get_name (self, (int) leader);

  if (actor == reviewer)
    return NULL;
  if (reviewer == EX_NOBODY)
    return g_strdup_printf (_("%s is reviewed by %s: HR does this for them."), name, ex_reviews_get_reviewer_name (self, leader));
  if (reviewer == EX_NO_ONE)
    return g_strdup_printf (_("Nobody reviews %s yet: HR has to name somebody first."), name);

  return g_strdup_printf (_("%s is reviewed by %s: only %s can do this, or HR."), name, ex_reviews_get_name (self, reviewer),
                          ex_reviews_get_name (self, reviewer));
}

/* The leader's own step. (transfer full) */
static char *
forbid_to_all_but (const ExReviews *self,
                   guint            leader,
                   int              actor)
{
  if (actor == (int) leader)
    return NULL;

  return g_strdup_printf (_("Only %s can do this, or HR."), ex_reviews_get_name (self, (int) leader));
}

static char *
forbid_calibrate (const ExReviews *self,
                  guint            leader,
                  int              actor)
{
  if (!ex_reviews_is_top (self, (guint) actor))
    return g_strdup (_("Only HR and the tops of the cycle adjust ratings."));
  if (actor == (int) leader)
    return g_strdup (_("Nobody adjusts their own ratings."));

  return NULL;
}

char *
ex_step_forbids (const ExReviews *self,
                 guint            leader,
                 ExStep           step,
                 int              actor)
{
  if (actor == EX_NOBODY)
    return NULL;

  g_return_val_if_fail (actor >= 0, NULL);

  switch (step)
    {
    case EX_STEP_AGREE:
    case EX_STEP_ASSESS:
    case EX_STEP_SEND_BACK:
      return forbid_to_others (self, leader, actor);
    case EX_STEP_SELF_ASSESS:
    case EX_STEP_DISSENT:
      return forbid_to_all_but (self, leader, actor);
    case EX_STEP_SIGN:
      return ex_reviews_get (self, leader)->reviewer_signed == NULL ? forbid_to_others (self, leader, actor)
                                                                     : forbid_to_all_but (self, leader, actor);
    case EX_STEP_CALIBRATE:
      return forbid_calibrate (self, leader, actor);
    case EX_STEP_EXCUSE:
    case EX_STEP_REOPEN:
    case EX_STEP_MOVE:
    case EX_STEP_OBSERVE:
    default:
      return g_strdup (_("Only HR can do this."));
    }
}

gboolean
ex_step_needs_reason (const ExReviews *self,
                      guint            leader,
                      ExStep           step,
                      int              actor)
{
  gboolean for_board;

  if (step != EX_STEP_SIGN || actor != EX_NOBODY)
    return ex_step_needs_why (step);

  for_board = ex_reviews_get (self, leader)->reviewer_signed == NULL && ex_reviews_get_reviewer (self, leader) == EX_NOBODY;

  return !for_board;
}

/* As the file has it: a leader's id, the board, or HR for somebody who cannot. */
static const char *
signature_of (const ExReviews *self,
              int              signer,
              int              actor)
{
  if (signer == EX_NOBODY)
    return EX_BOARD;
  if (actor == EX_NOBODY)
    return HR;

  return ex_company_get_leader (ex_reviews_get_company (self), (guint) actor)->id;
}

static void
set (char      **field,
     const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
sign (ExReview        *review,
      const ExReviews *self,
      guint            leader,
      int              actor)
{
  if (review->reviewer_signed == NULL)
    {
      set (&review->reviewer_signed, signature_of (self, ex_reviews_get_reviewer (self, leader), actor));
      return;
    }

  set (&review->leader_signed, signature_of (self, (int) leader, actor));
  review->state = EX_REVIEW_SIGNED;
}

static void
reopen (ExReview *review)
{
  if (review->excused)
    {
      review->excused = FALSE;
      g_clear_pointer (&review->excuse, g_free);
      return;
    }

  review->state = EX_REVIEW_ASSESSED;
  g_clear_pointer (&review->reviewer_signed, g_free);
  g_clear_pointer (&review->leader_signed, g_free);
}

static void
send_back (ExReview *review)
{
  if (review->reviewer_signed != NULL)
    {
      g_clear_pointer (&review->reviewer_signed, g_free);
      return;
    }

  if (review->state == EX_REVIEW_ASSESSED)
    g_clear_pointer (&review->assessed_by, g_free);
  review->state--;
}

static void
change (ExReview        *review,
        const ExReviews *self,
        guint            leader,
        ExStep           step,
        int              to,
        int              actor)
{
  ExCompany *company = ex_reviews_get_company (self);
  int reviewer = ex_reviews_get_reviewer (self, leader);
  const char *reviewer_id = reviewer >= 0 ? ex_company_get_leader (company, (guint) reviewer)->id : NULL;

  switch (step)
    {
    case EX_STEP_AGREE:
      review->state = EX_REVIEW_AGREED;
      set (&review->reviewer_id, reviewer_id);
      break;
    case EX_STEP_SELF_ASSESS:
      review->state = EX_REVIEW_SELF_ASSESSED;
      break;
    case EX_STEP_ASSESS:
      review->state = EX_REVIEW_ASSESSED;
      set (&review->assessed_by, reviewer_id != NULL ? reviewer_id : EX_BOARD);
      break;
    case EX_STEP_SIGN:
      sign (review, self, leader, actor);
      break;
    case EX_STEP_DISSENT:
      set (&review->dissent, review->why);
      break;
    case EX_STEP_EXCUSE:
      review->excused = TRUE;
      set (&review->excuse, review->why);
      break;
    case EX_STEP_REOPEN:
      reopen (review);
      break;
    case EX_STEP_SEND_BACK:
      send_back (review);
      break;
    case EX_STEP_MOVE:
      set (&review->reviewer_id, ex_company_get_leader (company, (guint) to)->id);
      break;
    case EX_STEP_CALIBRATE:
    case EX_STEP_OBSERVE:
    default:
      break;
    }
}

ExReview *
ex_step_take (const ExReviews *self,
              guint            leader,
              ExStep           step,
              const char      *why,
              int              to,
              int              actor)
{
  ExReview *review = ex_review_copy (ex_reviews_get (self, leader));

  g_return_val_if_fail (step != EX_STEP_MOVE || to >= 0, review);

  /* Neither moves the review: adjustments and observers are kept by themselves. */
  if (step == EX_STEP_CALIBRATE || step == EX_STEP_OBSERVE)
    return review;

  review->steps++;
  review->day = ex_company_get_today (ex_reviews_get_company (self));
  set (&review->why, ex_text_is_blank (why) ? NULL : why);
  change (review, self, leader, step, to, actor);

  return review;
}
