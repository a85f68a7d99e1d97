/* The end of a review on paper: what it pays, who has signed it, and what the leader said against it. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "ex-reward-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- the reward -------------------------------------------------------------------------------------------------------------------- */

static char *
sentence_of (const ExRewards *rewards, const ExReward *reward)
{
  g_autofree char *amount = ex_format_money (reward->reward, rewards->currency);
  g_autofree char *target = reward->target >= 0 ? ex_format_money (reward->target, rewards->currency) : NULL;

  if (target == NULL)
    return g_strdup (_("No incentive target is set, so there is no reward."));
  if (isnan (reward->unrounded))
    return g_strdup_printf (_("Nothing is paid yet of %s: growth is not defined."), target);
  if (rewards->version > 0)
    /* Translators: what is paid, and the incentive target */
    return g_strdup_printf (_("The reward is %s of %s."), amount, target);

  return g_strdup_printf (_("The reward so far is %s of %s."), amount, target);
}

static void
add_working (ExDocument *document, const ExRewards *rewards, const ExReward *reward)
{
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_rewards_explain (rewards, reward, working);
  ex_report_add_working (document, working);
}

void
ex_report_add_statement (ExDocument *document, const ExReviewPaper *paper)
{
  const ExReportFacts *facts = paper->facts;
  const ExLeader *leader = ex_company_get_leader (facts->company, paper->leader);
  const ExReward *reward = facts->rewards != NULL ? ex_rewards_find (facts->rewards, leader->id) : NULL;
  char *own;

  if (reward == NULL || !ex_reward_is_visible (facts->reviews, paper->viewer, (int) paper->leader))
    return;

  ex_document_add_heading (document, 2, _("Reward statement"));
  ex_report_take_text (document, EX_TEXT_BODY, sentence_of (facts->rewards, reward));
  if (reward->target < 0)
    return;
  own = ex_reward_words_own (reward);
  ex_report_take_text (document, EX_TEXT_DIM, own);
  add_working (document, facts->rewards, reward);
}

/* --- signatures ------------------------------------------------------------------------------------------------------------------------ */

/* The step that gave the signature that stands: the first of the last stretch of steps that have it. */
static const ExReviewStep *
find_signing (const ExReviewSheet *sheet, gboolean by_leader)
{
  const ExReviewStep *found = NULL;

  for (guint i = 0; i < sheet->steps->len; i++)
    {
      const ExReviewStep *step = g_ptr_array_index (sheet->steps, i);
      const char *who = by_leader ? step->leader_signed : step->reviewer_signed;

      if (who == NULL)
        found = NULL;
      else if (found == NULL)
        found = step;
    }

  return found;
}

static char *
note_of (const ExReviewSheet *sheet, gboolean by_leader, const char *name)
{
  const char *who = by_leader ? sheet->review->leader_signed : sheet->review->reviewer_signed;
  const ExReviewStep *step = who != NULL ? find_signing (sheet, by_leader) : NULL;
  g_autofree char *day = step != NULL ? ex_format_day (step->day) : NULL;

  if (step == NULL)
    return NULL;
  if (strcmp (who, EX_STORE_HR) != 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("Signed on %s"), day);
  if (step->why == NULL)
    /* Translators: HR signed for somebody who could not: a name, and a day */
    return g_strdup_printf (_("Signed by HR for %s on %s"), name, day);

  return g_strdup_printf (_("Signed by HR for %s on %s: %s"), name, day, step->why);
}

/* Who has signed need not be who reviews now. A leader's index, EX_NOBODY, EX_NO_ONE. */
static int
find_signer (const ExReviewPaper *paper)
{
  const char *id = paper->sheet->review->reviewer_signed;
  int signer;

  if (id == NULL || strcmp (id, EX_STORE_HR) == 0)
    return ex_reviews_get_reviewer (paper->facts->reviews, paper->leader);
  if (*id == '\0')
    return EX_NOBODY;
  signer = ex_company_find_leader (paper->facts->company, id);

  return signer >= 0 ? signer : ex_reviews_get_reviewer (paper->facts->reviews, paper->leader);
}

void
ex_report_add_signing (ExDocument *document, const ExReviewPaper *paper)
{
  const ExReviewSheet *sheet = paper->sheet;
  int signer = find_signer (paper);
  g_autofree char *name = signer != EX_NO_ONE ? ex_report_words_name (paper->facts->reviews, signer) : g_strdup (_("Reviewer"));
  const char *names[] = { name, ex_company_get_leader (paper->facts->company, paper->leader)->name };
  g_autofree char *reviewer = note_of (sheet, FALSE, ex_reviews_get_name (paper->facts->reviews, signer));
  g_autofree char *leader = note_of (sheet, TRUE, names[1]);
  const char *notes[] = { reviewer, leader };

  if (sheet->review->excused || !ex_reviews_takes_part (paper->facts->reviews, paper->leader))
    return;

  ex_document_add_heading (document, 2, _("Signatures"));
  if (sheet->review->dissent != NULL)
    {
      /* Translators: %s is a name */
      ex_report_take_text (document, EX_TEXT_BODY, g_strdup_printf (_("%s does not agree, and says:"), names[1]));
      ex_document_add_text (document, EX_TEXT_QUOTE, sheet->review->dissent);
    }
  ex_document_add_signatures (document, names, notes, 2);
}
