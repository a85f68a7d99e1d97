#include "config.h"

#include "ex-review-words.h"

#include "core/ex-format.h"
#include "store/ex-store.h"

#include <glib/gi18n.h>

int
ex_review_viewer (ExSession *session)
{
  const char *actor;
  int leader;

  g_return_val_if_fail (EX_IS_SESSION (session), EX_NO_ONE);

  actor = ex_session_get_actor (session);
  if (actor == NULL || g_str_equal (actor, EX_STORE_HR))
    return EX_NOBODY;
  leader = ex_company_find_leader (ex_session_get_company (session), actor);
  return leader >= 0 ? leader : EX_NO_ONE;
}

ExReviewState
ex_reviews_goal (const ExReviews *reviews)
{
  switch (ex_reviews_get_cycle (reviews)->phase)
    {
    case EX_PHASE_ASSESS:
    case EX_PHASE_CALIBRATE:
      return EX_REVIEW_ASSESSED;
    case EX_PHASE_SIGN:
    case EX_PHASE_CLOSED:
      return EX_REVIEW_SIGNED;
    case EX_PHASE_PLAN:
    case EX_PHASE_RUN:
    default:
      return EX_REVIEW_AGREED;
    }
}

/* --- the page's sentence ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint all;     /* who take part and are not excused */
  guint there;   /* of them, at the goal or further */
  guint overdue;
  guint excused;
} Count;

/* A leader counts the reviews that are theirs to give. */
static Count
count (const ExReviews *reviews, int viewer)
{
  ExReviewState goal = ex_reviews_goal (reviews);
  Count result = { 0 };

  for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (reviews)); i++)
    {
      const ExReview *review = ex_reviews_get (reviews, i);

      if (!ex_reviews_takes_part (reviews, i) || (viewer != EX_NOBODY && ex_reviews_get_reviewer (reviews, i) != viewer))
        continue;
      result.excused += review->excused;
      if (review->excused)
        continue;
      result.all++;
      result.there += review->state >= goal;
      result.overdue += ex_review_overdue (reviews, i) > 0;
    }
  return result;
}

static char *
whole_text (ExReviewState goal, guint all)
{
  g_autofree char *every = ex_format_integer (all);

  if (goal == EX_REVIEW_SIGNED)
    return g_strdup_printf (ngettext ("The review is signed", "All %s reviews are signed", all), every);
  if (goal == EX_REVIEW_ASSESSED)
    return g_strdup_printf (ngettext ("The review is assessed", "All %s reviews are assessed", all), every);
  return g_strdup_printf (ngettext ("The review is agreed", "All %s reviews are agreed", all), every);
}

static char *
progress_text (ExReviewState goal, guint there, guint all)
{
  g_autofree char *some = ex_format_integer (there);
  g_autofree char *every = ex_format_integer (all);

  if (there == all)
    return whole_text (goal, all);
  if (goal == EX_REVIEW_SIGNED)
    return g_strdup_printf (ngettext ("%s of %s review is signed", "%s of %s reviews are signed", all), some, every);
  if (goal == EX_REVIEW_ASSESSED)
    return g_strdup_printf (ngettext ("%s of %s review is assessed", "%s of %s reviews are assessed", all), some, every);
  return g_strdup_printf (ngettext ("%s of %s review is agreed", "%s of %s reviews are agreed", all), some, every);
}

static char *
own_progress_text (ExReviewState goal, guint there, guint all)
{
  g_autofree char *some = ex_format_integer (there);
  g_autofree char *every = ex_format_integer (all);

  if (goal == EX_REVIEW_SIGNED)
    return g_strdup_printf (ngettext ("%s of the %s review that you give is signed", "%s of the %s reviews that you give are signed", all),
                            some, every);
  if (goal == EX_REVIEW_ASSESSED)
    return g_strdup_printf (ngettext ("You have assessed %s of %s review", "You have assessed %s of %s reviews", all), some, every);
  return g_strdup_printf (ngettext ("You have agreed %s of %s review", "You have agreed %s of %s reviews", all), some, every);
}

char *
ex_reviews_sentence (const ExReviews *reviews, int viewer)
{
  Count found;
  ExReviewState goal;
  g_autofree char *progress = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *excused = NULL;

  g_return_val_if_fail (reviews != NULL, NULL);

  found = count (reviews, viewer);
  goal = ex_reviews_goal (reviews);
  if (found.all == 0)
    return g_strdup (viewer == EX_NOBODY ? _("Nobody takes part in this cycle.") : _("Nobody’s review is yours to give."));
  progress = viewer == EX_NOBODY ? progress_text (goal, found.there, found.all) : own_progress_text (goal, found.there, found.all);
  if (found.overdue > 0)
    {
      overdue = ex_format_integer (found.overdue);
      /* Translators: "7 of 60 reviews are agreed; 3 are overdue." */
      return g_strdup_printf (ngettext ("%s; %s is overdue.", "%s; %s are overdue.", found.overdue), progress, overdue);
    }
  if (found.excused > 0)
    {
      excused = ex_format_integer (found.excused);
      /* Translators: "All 58 reviews are signed; 2 are excused." */
      return g_strdup_printf (ngettext ("%s; %s is excused.", "%s; %s are excused.", found.excused), progress, excused);
    }
  /* Translators: closes a sentence, "7 of 60 reviews are agreed." */
  return g_strdup_printf (_("%s."), progress);
}

/* --- steps ---------------------------------------------------------------------------------------------------------------------- */

/* A name is never first: where it is written from right to left, it would turn the sentence round. */
char *
ex_review_cannot_text (ExStep step, const char *name)
{
  static const char *const formats[] = {
    [EX_STEP_AGREE] = N_("The review of %s cannot be agreed yet"),
    [EX_STEP_SELF_ASSESS] = N_("The self-assessment of %s cannot be submitted yet"),
    [EX_STEP_ASSESS] = N_("The review of %s cannot be assessed yet"),
    [EX_STEP_CALIBRATE] = N_("The ratings of %s cannot be adjusted"),
    [EX_STEP_SIGN] = N_("The review of %s cannot be signed yet"),
    [EX_STEP_DISSENT] = N_("The review of %s takes no dissent now"),
    [EX_STEP_EXCUSE] = N_("You cannot excuse %s"),
    [EX_STEP_REOPEN] = N_("The review of %s cannot be re-opened"),
    [EX_STEP_SEND_BACK] = N_("The review of %s cannot be sent back"),
    [EX_STEP_MOVE] = N_("The review of %s cannot be moved"),
    [EX_STEP_OBSERVE] = N_("Nobody can observe %s now"),
  };

  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail ((gsize) step < G_N_ELEMENTS (formats), NULL);

  parts = g_strsplit (_(formats[step]), "%s", 2);
  return g_strjoinv (name, parts);
}

char *
ex_review_done_text (ExStep step, guint n)
{
  g_autofree char *number = ex_format_integer (n);

  switch (step)
    {
    case EX_STEP_AGREE:
      return g_strdup_printf (ngettext ("%s review agreed", "%s reviews agreed", n), number);
    case EX_STEP_ASSESS:
      return g_strdup_printf (ngettext ("%s review assessed", "%s reviews assessed", n), number);
    case EX_STEP_SIGN:
      return g_strdup_printf (ngettext ("%s review signed", "%s reviews signed", n), number);
    case EX_STEP_EXCUSE:
      return g_strdup_printf (ngettext ("%s review excused", "%s reviews excused", n), number);
    case EX_STEP_REOPEN:
      return g_strdup_printf (ngettext ("%s review re-opened", "%s reviews re-opened", n), number);
    case EX_STEP_SEND_BACK:
      return g_strdup_printf (ngettext ("%s review sent back", "%s reviews sent back", n), number);
    case EX_STEP_MOVE:
      return g_strdup_printf (ngettext ("%s review moved", "%s reviews moved", n), number);
    default:
      return g_strdup_printf (ngettext ("%s review changed", "%s reviews changed", n), number);
    }
}

const char *
ex_review_action_name (ExStep step, gboolean several)
{
  static const char *const names[][2] = {
    [EX_STEP_AGREE] = { N_("Agree objectives"), N_("Agree reviews") },
    [EX_STEP_SELF_ASSESS] = { N_("Submit a self-assessment"), N_("Submit self-assessments") },
    [EX_STEP_ASSESS] = { N_("Assess a review"), N_("Assess reviews") },
    [EX_STEP_CALIBRATE] = { N_("Adjust a rating"), N_("Adjust ratings") },
    [EX_STEP_SIGN] = { N_("Sign a review"), N_("Sign reviews") },
    [EX_STEP_DISSENT] = { N_("Add a dissent"), N_("Add dissents") },
    [EX_STEP_EXCUSE] = { N_("Excuse from a cycle"), N_("Excuse leaders") },
    [EX_STEP_REOPEN] = { N_("Re-open a review"), N_("Re-open reviews") },
    [EX_STEP_SEND_BACK] = { N_("Send back a review"), N_("Send reviews back") },
    [EX_STEP_MOVE] = { N_("Move to another reviewer"), N_("Move reviews") },
    [EX_STEP_OBSERVE] = { N_("Name observers"), N_("Name observers") },
  };

  g_return_val_if_fail ((gsize) step < G_N_ELEMENTS (names), NULL);

  return names[step][several];
}
