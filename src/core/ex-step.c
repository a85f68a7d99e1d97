/* The steps of a review: what each of them misses, who may take it, and what comes of it. */
#include "config.h"

#include "ex-gate.h"

#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

#define HR "HR" /* as a signature */

static GPtrArray *
miss_dissent (const ExReviews *self,
              guint            leader,
              const char      *why)
{
  GPtrArray *missing = ex_missing_list_new ();

  ex_gate_add_state (missing, self, leader, EX_REVIEW_ASSESSED);
  ex_gate_add_phase (missing, self, EX_PHASE_SIGN);
  if (ex_words_are_blank (why))
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("A dissent needs its words."));

  return missing;
}

static void
add_signed (GPtrArray       *missing,
            const ExReviews *self,
            guint            leader)
{
  if (ex_reviews_get (self, leader)->state == EX_REVIEW_SIGNED)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The review of %s is signed: nothing in it changes until HR re-opens it."),
                    ex_reviews_get_name (self, (int) leader));
}

/* Of excuse and of naming observers. */
static GPtrArray *
miss_unsigned (const ExReviews *self,
               guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();

  ex_gate_add_barred (missing, self, leader);
  add_signed (missing, self, leader);

  return missing;
}

static GPtrArray *
miss_reopen (const ExReviews *self,
             guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();
  const ExReview *review = ex_reviews_get (self, leader);
  const char *name = ex_reviews_get_name (self, (int) leader);

  if (ex_reviews_get_cycle (self)->phase == EX_PHASE_CLOSED)
    ex_missing_add (missing, EX_MEND_CYCLE, EX_NOBODY, -1, _("The cycle is closed: HR has to re-open it first."));
  if (!ex_reviews_takes_part (self, leader))
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("%s is not in role on any day of the cycle."), name);
  if (!review->excused && review->state != EX_REVIEW_SIGNED)
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("The review of %s is neither signed nor excused: there is nothing to re-open."), name);

  return missing;
}

static GPtrArray *
miss_send_back (const ExReviews *self,
                guint            leader)
{
  GPtrArray *missing = miss_unsigned (self, leader);

  if (ex_reviews_get (self, leader)->state == EX_REVIEW_DRAFTING)
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("The objectives of %s are still drafts: there is nothing to send back."),
                    ex_reviews_get_name (self, (int) leader));
  if (ex_reviews_get (self, leader)->state == EX_REVIEW_AGREED && ex_reviews_n_amendments (self, leader) > 0)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("An amendment of %s is open: accept, refuse or withdraw it first."),
                    ex_reviews_get_name (self, (int) leader));

  return missing;
}

/* Somebody who has gone is passed over for the next above, who can then be named for good. */
static gboolean
reviews_already (const ExReviews *self,
                 guint            leader,
                 int              to)
{
  const ExReview *review = ex_reviews_get (self, leader);
  int named = review->reviewer_id != NULL ? ex_company_find_leader (ex_reviews_get_company (self), review->reviewer_id) : -1;

  return to == ex_reviews_get_reviewer (self, leader) && (named < 0 || named == to);
}

static void
add_new_reviewer (GPtrArray       *missing,
                  const ExReviews *self,
                  guint            leader,
                  int              to)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (self));
  const char *name = ex_reviews_get_name (self, (int) leader);
  const char *other = ex_reviews_get_name (self, to);

  if (to == (int) leader)
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("%s cannot be their own reviewer."), name);
  else if (ex_tree_is_below (tree, to, (int) leader) || ex_reviews_is_reviewed_under (self, (guint) to, leader))
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("%s is below %s, and cannot review upward."), other, name);
  else if (reviews_already (self, leader, to))
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("%s reviews %s already."), other, name);

  if (!ex_reviews_is_there (self, (guint) to))
    ex_missing_add (missing, EX_MEND_NOWHERE, to, -1, _("%s is not in role now, or excused: a reviewer has to be there."), other);
}

static GPtrArray *
miss_move (const ExReviews *self,
           guint            leader,
           int              to)
{
  GPtrArray *missing = miss_unsigned (self, leader);

  if (ex_reviews_is_top (self, leader))
    ex_missing_add (missing, EX_MEND_CYCLE, (int) leader, -1, _("%s is one of the tops of the cycle, whom the board reviews."),
                    ex_reviews_get_name (self, (int) leader));

  if (to == EX_NOBODY)
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("The board reviews only the tops of the cycle: name a leader as the new reviewer."));
  else if (to < 0)
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("Name the new reviewer."));
  else
    add_new_reviewer (missing, self, leader, to);

  return missing;
}

GPtrArray *
ex_step_missing (const ExReviews *self,
                 guint            leader,
                 ExStep           step,
                 const char      *why,
                 int              to)
{
  GPtrArray *missing;

  switch (step)
    {
    case EX_STEP_AGREE:
      return ex_gate_agree (self, leader);
    case EX_STEP_SELF_ASSESS:
      return ex_gate_self_assess (self, leader);
    case EX_STEP_ASSESS:
      return ex_gate_assess (self, leader);
    case EX_STEP_CALIBRATE:
      return ex_gate_calibrate (self, leader, NULL);
    case EX_STEP_SIGN:
      return ex_gate_sign (self, leader);
    case EX_STEP_DISSENT:
      return miss_dissent (self, leader, why);
    case EX_STEP_OBSERVE:
      return miss_unsigned (self, leader);
    case EX_STEP_EXCUSE:
      missing = miss_unsigned (self, leader);
      break;
    case EX_STEP_REOPEN:
      missing = miss_reopen (self, leader);
      break;
    case EX_STEP_SEND_BACK:
      missing = miss_send_back (self, leader);
      break;
    case EX_STEP_MOVE:
    default:
      missing = miss_move (self, leader, to);
      break;
    }

  ex_gate_add_why (missing, leader, why);

  return missing;
}

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
  set (&review->why, ex_words_are_blank (why) ? NULL : why);
  change (review, self, leader, step, to, actor);

  return review;
}
