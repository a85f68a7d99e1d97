#include "config.h"

#include "ex-my-review-words.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "core/ex-todo-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* --- the sentence at the head --------------------------------------------------------------------------------------------------- */

static char *
sentence_drafting (const ExReviews *reviews, guint leader)
{
  const char *cycle = ex_reviews_get_cycle (reviews)->name;
  g_autoptr (GPtrArray) missing = ex_gate_agree (reviews, leader);
  guint n;

  ex_company_leader_objectives (ex_reviews_get_company (reviews), leader, &n);
  if (n == 0)
    return g_strdup_printf (_("Set your objectives for %s."), cycle);
  if (missing->len > 0)
    return g_strdup_printf (_("Your objectives for %s are not complete yet."), cycle);
  if (ex_reviews_get_reviewer (reviews, leader) == EX_NOBODY)
    return g_strdup_printf (_("Your objectives for %s are complete: they wait for the agreement of %s."), cycle,
                            ex_reviews_get_reviewer_name (reviews, leader));
  return g_strdup_printf (_("Your objectives for %s are complete: %s can agree them."), cycle, ex_reviews_get_reviewer_name (reviews, leader));
}

static char *
sentence_agreed (const ExReviews *reviews, guint leader)
{
  const ExStanding *standing = ex_company_get_standing (ex_reviews_get_company (reviews), leader);
  g_autofree char *score = NULL;

  if (ex_reviews_get_cycle (reviews)->phase >= EX_PHASE_ASSESS)
    return g_strdup (_("It is time to rate yourself."));
  if (standing->measured == 0)
    return g_strdup (_("Your objectives are agreed. Nothing is measured yet."));
  score = ex_format_percent (standing->score);
  /* Translators: a score, then how many objectives are measured of how many */
  return g_strdup_printf (_("You are at %s, with %u of %u objectives measured."), score, standing->measured, standing->objectives);
}

static char *
sentence_assessed (const ExReviews *reviews, guint leader, const ExReview *review)
{
  const char *reviewer = ex_reviews_get_reviewer_name (reviews, leader);

  if (ex_reviews_get_cycle (reviews)->phase < EX_PHASE_SIGN)
    return g_strdup (_("You are assessed. You see your ratings as soon as the cycle is in Sign."));
  if (review->reviewer_signed == NULL)
    return g_strdup_printf (_("Your review is there to read. %s signs it first, then you."), reviewer);
  return g_strdup (_("Read your review, and sign it."));
}

char *
ex_my_review_sentence (const ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  const char *cycle = ex_reviews_get_cycle (reviews)->name;

  if (!ex_reviews_takes_part (reviews, leader))
    return g_strdup_printf (_("You take no part in %s."), cycle);
  if (review->excused)
    return g_strdup_printf (_("You are excused from %s."), cycle);
  switch (review->state)
    {
    case EX_REVIEW_DRAFTING:
      return sentence_drafting (reviews, leader);
    case EX_REVIEW_AGREED:
      return sentence_agreed (reviews, leader);
    case EX_REVIEW_SELF_ASSESSED:
      return g_strdup_printf (_("You have rated yourself. Now it is the turn of %s."), ex_reviews_get_reviewer_name (reviews, leader));
    case EX_REVIEW_ASSESSED:
      return sentence_assessed (reviews, leader, review);
    case EX_REVIEW_SIGNED:
    default:
      return g_strdup_printf (_("Your review of %s is signed."), cycle);
    }
}

char *
ex_my_review_caption (const ExReviews *reviews, guint leader)
{
  const ExCycle *cycle = ex_reviews_get_cycle (reviews);
  const char *reviewer = ex_reviews_get_reviewer_name (reviews, leader);
  g_autofree char *until = ex_format_day (ex_cycle_until (cycle, cycle->phase));
  g_autofree char *phase = cycle->phase == EX_PHASE_CLOSED ? g_strdup (ex_phase_label (cycle->phase))
                                                           /* Translators: a phase of a cycle and its last day */
                                                           : g_strdup_printf (_("%s until %s"), ex_phase_label (cycle->phase), until);

  if (*reviewer == '\0')
    return g_strdup_printf (_("%s · %s · nobody reviews you yet"), cycle->name, phase);
  /* Translators: a cycle, its phase, who reviews */
  return g_strdup_printf (_("%s · %s · reviewed by %s"), cycle->name, phase, reviewer);
}

/* --- what holds the reports' reviews ------------------------------------------------------------------------------------------------ */

/* Whose review is not past @state; NULL: nobody's. (transfer full) */
static char *
name_waiting (const ExReviews *reviews, guint leader, ExReviewState state)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const guint *reports;
  guint n;

  reports = ex_reviews_get_reports (reviews, (int) leader, &n);
  for (guint i = 0; i < n; i++)
    {
      const ExReview *review = ex_reviews_get (reviews, reports[i]);

      if (!review->excused && review->state <= state)
        g_ptr_array_add (names, ex_company_get_leader (ex_reviews_get_company (reviews), reports[i])->name);
    }
  return names->len > 0 ? ex_words_names (names, names->len) : NULL;
}

char *
ex_my_review_shut (const ExReviews *reviews, guint leader)
{
  const ExReview *own = ex_reviews_get (reviews, leader);
  ExPhase phase = ex_reviews_get_cycle (reviews)->phase;
  gboolean drafting = own->state == EX_REVIEW_DRAFTING;
  g_autofree char *names = NULL;

  if (own->excused || !ex_reviews_takes_part (reviews, leader) || phase == EX_PHASE_CLOSED)
    return NULL;
  if (own->state < EX_REVIEW_SELF_ASSESSED && (phase >= EX_PHASE_ASSESS || !drafting))
    {
      names = name_waiting (reviews, leader, EX_REVIEW_SELF_ASSESSED);
      return names != NULL && phase >= EX_PHASE_ASSESS ? g_strdup_printf (_("Rate yourself first: then you can assess %s."), names) : NULL;
    }
  names = drafting ? name_waiting (reviews, leader, EX_REVIEW_DRAFTING) : NULL;
  return names != NULL ? g_strdup_printf (_("Your own objectives come first: once they are agreed, you can agree those of %s."), names) : NULL;
}

/* --- who talks, who walks ------------------------------------------------------------------------------------------------------------ */

static void
add_gap (GPtrArray *lines, double gap, const char *whom)
{
  g_autofree char *figure = ex_format_number (fabs (gap), 1);

  if (isnan (gap))
    return;
  if (fabs (gap) < 0.05)
    g_ptr_array_add (lines, g_strdup_printf (_("You rate yourself as %s does."), whom));
  else if (gap > 0)
    g_ptr_array_add (lines, g_strdup_printf (_("You rate yourself %s above %s."), figure, whom));
  else
    g_ptr_array_add (lines, g_strdup_printf (_("You rate yourself %s below %s."), figure, whom));
}

GPtrArray *
ex_my_review_gaps (const ExReviews *reviews, guint leader, ExWorking *working)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (!ex_reviews_sees_manager (reviews, (int) leader, leader))
    return lines;
  add_gap (lines, ex_reviews_gap_manager (reviews, leader, working), ex_reviews_get_reviewer_name (reviews, leader));
  /* Translators: fills "You rate yourself 0.4 above %s." */
  add_gap (lines, ex_reviews_gap_observers (reviews, leader, working), _("the mean of your observers"));
  return lines;
}
