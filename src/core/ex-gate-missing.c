/* What is missing, in sentences; and the conditions that several gates share. */
#include "config.h"

#include "ex-gate.h"

#include "ex-blank.h"
#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

void
ex_missing_free (ExMissing *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

GPtrArray *
ex_missing_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_missing_free);
}

void
ex_missing_add (GPtrArray  *missing,
                ExMend      mend,
                int         leader,
                int         objective,
                const char *format,
                ...)
{
  ExMissing *self = g_new0 (ExMissing, 1);
  va_list args;

  va_start (args, format);
  self->text = g_strdup_vprintf (format, args);
  va_end (args);
  self->mend = mend;
  self->leader = leader;
  self->objective = objective;

  g_ptr_array_add (missing, self);
}

char *
ex_missing_to_text (const GPtrArray *missing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    {
      const ExMissing *one = g_ptr_array_index (missing, i);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", one->text);
    }

  return g_string_free (text, FALSE);
}

static const char *
name_of (const ExReviews *self,
         int              leader)
{
  return ex_reviews_get_name (self, leader);
}

void
ex_gate_add_barred (GPtrArray       *missing,
                    const ExReviews *self,
                    guint            leader)
{
  const ExReview *review = ex_reviews_get (self, leader);
  const char *name = name_of (self, (int) leader);

  if (ex_reviews_get_cycle (self)->phase == EX_PHASE_CLOSED)
    ex_missing_add (missing, EX_MEND_CYCLE, EX_NOBODY, -1, _("The cycle is closed: HR has to re-open it first."));
  if (!ex_reviews_takes_part (self, leader))
    ex_missing_add (missing, EX_MEND_NOWHERE, (int) leader, -1, _("%s is not in role on any day of the cycle."), name);
  if (review->excused)
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("%s is excused (%s): HR has to re-open the review first."), name,
                    review->excuse != NULL ? review->excuse : "");
}

static void
add_not_yet (GPtrArray       *missing,
             const ExReviews *self,
             guint            leader,
             ExReviewState    from)
{
  const char *name = name_of (self, (int) leader);

  switch (from)
    {
    case EX_REVIEW_AGREED:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The objectives of %s are not agreed yet."), name);
      break;
    case EX_REVIEW_SELF_ASSESSED:
      ex_missing_add (missing, EX_MEND_SELF, (int) leader, -1, _("%s has submitted no self-assessment yet."), name);
      break;
    case EX_REVIEW_DRAFTING:
    case EX_REVIEW_ASSESSED:
    case EX_REVIEW_SIGNED:
    default:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The review of %s is not assessed yet."), name);
      break;
    }
}

void
ex_gate_add_already (GPtrArray       *missing,
                     const ExReviews *self,
                     guint            leader)
{
  const char *name = name_of (self, (int) leader);

  switch (ex_reviews_get (self, leader)->state)
    {
    case EX_REVIEW_AGREED:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The objectives of %s are agreed already."), name);
      break;
    case EX_REVIEW_SELF_ASSESSED:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("%s has submitted the self-assessment already."), name);
      break;
    case EX_REVIEW_ASSESSED:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The review of %s is assessed already."), name);
      break;
    case EX_REVIEW_DRAFTING:
    case EX_REVIEW_SIGNED:
    default:
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The review of %s is signed: nothing in it changes until HR re-opens it."), name);
      break;
    }
}

void
ex_gate_add_state (GPtrArray       *missing,
                   const ExReviews *self,
                   guint            leader,
                   ExReviewState    from)
{
  ExReviewState state = ex_reviews_get (self, leader)->state;

  ex_gate_add_barred (missing, self, leader);
  if (state < from)
    add_not_yet (missing, self, leader, from);
  if (state > from)
    ex_gate_add_already (missing, self, leader);
}

void
ex_gate_add_no_one (GPtrArray       *missing,
                    const ExReviews *self,
                    guint            leader)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (self));

  if (ex_reviews_get_reviewer (self, leader) != EX_NO_ONE)
    return;

  if (tree->parent[leader] < 0)
    ex_missing_add (missing, EX_MEND_CYCLE, (int) leader, -1, _("%s: no manager, and not named as a top."), name_of (self, (int) leader));
  else
    ex_missing_add (missing, EX_MEND_CYCLE, (int) leader, -1, _("Nobody above %s is there to review: name one of them as a top, or move the review."),
                    name_of (self, (int) leader));
}

void
ex_gate_add_phase (GPtrArray       *missing,
                   const ExReviews *self,
                   ExPhase          from)
{
  ExPhase phase = ex_reviews_get_cycle (self)->phase;

  if (phase < from)
    ex_missing_add (missing, EX_MEND_CYCLE, EX_NOBODY, -1, _("The cycle is in “%s”: this opens in “%s”."), ex_phase_label (phase), ex_phase_label (from));
}

gboolean
ex_gate_waits_above (const ExReviews *self,
                     guint            leader,
                     ExReviewState    least)
{
  int reviewer = ex_reviews_get_reviewer (self, leader);

  return reviewer >= 0 && ex_reviews_get (self, (guint) reviewer)->state < least;
}

void
ex_gate_add_why (GPtrArray  *missing,
                 guint       leader,
                 const char *why)
{
  if (ex_text_is_blank (why))
    ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("A reason is needed, in a sentence."));
}
