#include "config.h"

#include "ex-review.h"

#include "ex-nick.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char * const review_state_nicks[] = { "drafting", "agreed", "self-assessed", "assessed", "signed" };
static const char * const review_state_labels[] = { N_("drafting"), N_("agreed"), N_("self-assessed"), N_("assessed"), N_("signed") };
static const char * const step_nicks[] = { "agree", "self-assess", "assess", "calibrate", "sign", "dissent", "excuse", "reopen", "send-back", "move",
                                           "observe" };
/* Translators: what a button says: a step of a review. */
static const char * const step_labels[] = { N_("Agree"), N_("Self-assess"), N_("Assess"), N_("Calibrate"), N_("Sign"), N_("Dissent"), N_("Excuse"),
                                            N_("Re-open"), N_("Send back"), N_("Move"), N_("Ask observers") };
static const char * const role_nicks[] = { "self", "manager", "observer" };

EX_DEFINE_NICKS (ExReviewState, review_state)
EX_DEFINE_LABELS (ExReviewState, review_state)
EX_DEFINE_NICKS (ExStep, step)
EX_DEFINE_LABELS (ExStep, step)
EX_DEFINE_NICKS (ExRole, role)

gboolean
ex_step_needs_why (ExStep step)
{
  switch (step)
    {
    case EX_STEP_DISSENT:
    case EX_STEP_EXCUSE:
    case EX_STEP_REOPEN:
    case EX_STEP_SEND_BACK:
    case EX_STEP_MOVE:
      return TRUE;
    case EX_STEP_AGREE:
    case EX_STEP_SELF_ASSESS:
    case EX_STEP_ASSESS:
    case EX_STEP_CALIBRATE:
    case EX_STEP_SIGN:
    case EX_STEP_OBSERVE:
    default:
      return FALSE;
    }
}

ExReview *
ex_review_new (const char *cycle_id,
               const char *leader_id)
{
  ExReview *self = g_new0 (ExReview, 1);

  self->cycle_id = g_strdup (cycle_id);
  self->leader_id = g_strdup (leader_id);
  self->state = EX_REVIEW_DRAFTING;
  self->day = EX_DAY_NONE;

  return self;
}

ExReview *
ex_review_copy (const ExReview *self)
{
  ExReview *copy = g_new (ExReview, 1);

  *copy = *self;
  copy->cycle_id = g_strdup (self->cycle_id);
  copy->leader_id = g_strdup (self->leader_id);
  copy->why = g_strdup (self->why);
  copy->excuse = g_strdup (self->excuse);
  copy->reviewer_id = g_strdup (self->reviewer_id);
  copy->assessed_by = g_strdup (self->assessed_by);
  copy->reviewer_signed = g_strdup (self->reviewer_signed);
  copy->leader_signed = g_strdup (self->leader_signed);
  copy->dissent = g_strdup (self->dissent);

  return copy;
}

void
ex_review_free (ExReview *self)
{
  if (self == NULL)
    return;

  g_free (self->cycle_id);
  g_free (self->leader_id);
  g_free (self->why);
  g_free (self->excuse);
  g_free (self->reviewer_id);
  g_free (self->assessed_by);
  g_free (self->reviewer_signed);
  g_free (self->leader_signed);
  g_free (self->dissent);
  g_free (self);
}

void
ex_review_step_free (ExReviewStep *self)
{
  if (self == NULL)
    return;

  g_free (self->why);
  g_free (self->reviewer_id);
  g_free (self->reviewer_signed);
  g_free (self->leader_signed);
  g_free (self->actor);
  g_free (self);
}

ExRating *
ex_rating_new (const char *objective_id,
               ExRole      role,
               const char *rater_id)
{
  ExRating *self = g_new0 (ExRating, 1);

  self->objective_id = g_strdup (objective_id);
  self->role = role;
  self->rater_id = g_strdup (rater_id);
  self->actual = EX_UNSET;

  return self;
}

ExRating *
ex_rating_copy (const ExRating *self)
{
  ExRating *copy = g_new (ExRating, 1);

  *copy = *self;
  copy->objective_id = g_strdup (self->objective_id);
  copy->rater_id = g_strdup (self->rater_id);
  copy->comment = g_strdup (self->comment);

  return copy;
}

void
ex_rating_free (ExRating *self)
{
  if (self == NULL)
    return;

  g_free (self->objective_id);
  g_free (self->rater_id);
  g_free (self->comment);
  g_free (self);
}

gboolean
ex_rating_confirms (const ExRating  *self,
                    const ExReading *reading)
{
  if (!self->confirmed)
    return FALSE;
  if (!reading->measured || isnan (self->actual))
    return reading->measured == !isnan (self->actual);
  return reading->so_far || ex_values_equal (self->actual, reading->actual);
}

ExAdjustment *
ex_adjustment_new (const char *objective_id,
                   int         rating,
                   const char *why,
                   const char *agreed_by)
{
  ExAdjustment *self = g_new0 (ExAdjustment, 1);

  self->objective_id = g_strdup (objective_id);
  self->rating = rating;
  self->why = g_strdup (why);
  self->agreed_by = g_strdup (agreed_by);

  return self;
}

void
ex_adjustment_free (ExAdjustment *self)
{
  if (self == NULL)
    return;

  g_free (self->objective_id);
  g_free (self->why);
  g_free (self->agreed_by);
  g_free (self);
}
