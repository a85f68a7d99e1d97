/* What each step of a review misses: that of a gate, or the conditions of a step that has none. */
#include "config.h"

#include "ex-gate.h"

#include "ex-blank.h"
#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
miss_dissent (const ExReviews *self,
              guint            leader,
              const char      *why)
{
  GPtrArray *missing = ex_missing_list_new ();

  ex_gate_add_state (missing, self, leader, EX_REVIEW_ASSESSED);
  ex_gate_add_phase (missing, self, EX_PHASE_SIGN);
  if (ex_text_is_blank (why))
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("A dissent needs its words."));

  return missing;
}

static void
add_signed (GPtrArray       *missing,
            const ExReviews *self,
            guint            leader)
{
  if (ex_reviews_get (self, leader)->state == EX_REVIEW_SIGNED)
    ex_gate_add_already (missing, self, leader);
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
