#include "config.h"

#include "ex-cli-cycle.h"

#include "company/ex-reward-words.h"
#include "core/ex-gate.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

static ExCliStatus
tell_phase (ExStore *store, const ExCycle *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, before->name, &error);

  if (cycle == NULL)
    return ex_cli_refuse ("%s", error->message);
  /* Translators: a cycle and its phase: "“FY 2026” is in assess now." */
  ex_cli_tell (_("“%s” is in %s now."), cycle->name, ex_phase_label (cycle->phase));

  return EX_CLI_DONE;
}

/* What every review should have reached when the phase ends; FALSE: nothing. */
static gboolean
expected_state (ExPhase phase, ExReviewState *state)
{
  switch (phase)
    {
    case EX_PHASE_PLAN:
    case EX_PHASE_RUN:
      *state = EX_REVIEW_AGREED;
      return TRUE;
    case EX_PHASE_ASSESS:
    case EX_PHASE_CALIBRATE:
      *state = EX_REVIEW_ASSESSED;
      return TRUE;
    case EX_PHASE_SIGN:
      *state = EX_REVIEW_SIGNED;
      return TRUE;
    case EX_PHASE_CLOSED:
    default:
      return FALSE;
    }
}

static void
add_laggard (ExTable *table, const ExReviews *reviews, guint index)
{
  const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (reviews), index);
  const ExReview *review = ex_reviews_get (reviews, index);
  guint level = ex_reviews_get_level (reviews, index);
  g_autofree char *summary = ex_review_summary (reviews, index, NULL);

  ex_table_text (table, leader->id);
  ex_table_text (table, leader->name);
  if (level > 0)
    ex_table_integer (table, level);
  else
    ex_table_blank (table, "");
  ex_table_word (table, ex_review_state_nick (review->state), ex_review_state_label (review->state));
  ex_table_text (table, summary);
}

/* (transfer full) those who are not where the phase that ends would have them */
static ExTable *
list_laggards (const ExReviews *reviews, ExCliFormat format)
{
  static const ExTableColumn columns[] = {
    { "leader", N_("Id") }, { "name", N_("Name") }, { "level", N_("Level") }, { "state", N_("State") }, { "missing", N_("Missing") }, EX_TABLE_END,
  };
  ExTable *table = ex_cli_table_new (columns, format);
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExTree *tree = ex_company_get_tree (company);
  ExReviewState state;

  if (!expected_state (ex_reviews_get_cycle (reviews)->phase, &state))
    return table;
  for (guint i = 0; i < tree->n; i++)
    {
      const ExReview *review = ex_reviews_get (reviews, tree->order[i]);

      if (ex_reviews_takes_part (reviews, tree->order[i]) && !review->excused && review->state < state)
        add_laggard (table, reviews, tree->order[i]);
    }

  return table;
}

ExCliStatus
ex_cli_cycle_advance (ExStore *store, const ExCycle *cycle, ExCliFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (store, cycle->name, ex_day_today (), &error);
  g_autoptr (ExReviews) reviews = company != NULL ? ex_store_read_reviews (store, company, &error) : NULL;
  g_autoptr (ExTable) laggards = NULL;
  guint n;

  if (reviews == NULL)
    return ex_cli_refuse ("%s", error->message);
  if (!ex_store_advance_cycle (store, cycle->id, &error))
    return ex_cli_refuse ("%s", error->message);

  /* As they stood before: it is the same reviews. */
  laggards = list_laggards (reviews, format);
  n = (guint) ex_table_n_rows (laggards);
  if (format != EX_CLI_TEXT || n > 0)
    ex_cli_table_answer (laggards);
  if (n > 0)
    ex_cli_tell (ngettext ("%u review is not there yet; it was left as it is.", "%u reviews are not there yet; they were left as they are.", n), n);

  return tell_phase (store, cycle);
}

ExCliStatus
ex_cli_cycle_back (ExStore *store, const ExCycle *cycle, const char *why)
{
  g_autoptr (GError) error = NULL;

  if (!ex_store_back_cycle (store, cycle->id, why, &error))
    return ex_cli_refuse ("%s", error->message);

  return tell_phase (store, cycle);
}

/* What the close has frozen, to whoever may know the sum. */
static void
tell_rewards (ExStore *store, const ExCycle *cycle)
{
  g_autoptr (GPtrArray) runs = ex_store_list_reward_runs (store, cycle->id, NULL);
  const ExRewards *rewards = runs != NULL ? ex_rewards_find_paid (runs) : NULL;
  g_autofree char *words = rewards != NULL ? ex_reward_words_total (rewards) : NULL;
  gboolean all = FALSE;

  if (rewards == NULL || !ex_store_sees_all_pay (store, cycle->id, &all, NULL) || !all)
    return;

  ex_cli_tell (_("Its rewards are frozen, version %u. %s"), rewards->version, words);
}

ExCliStatus
ex_cli_cycle_close (ExStore *store, const ExCycle *cycle)
{
  g_autoptr (GError) error = NULL;

  if (!ex_store_close_cycle (store, cycle->id, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_cli_tell (_("“%s” is closed: nothing in it changes any more."), cycle->name);
  tell_rewards (store, cycle);

  return EX_CLI_DONE;
}

ExCliStatus
ex_cli_cycle_reopen (ExStore *store, const ExCycle *cycle, const char *why)
{
  g_autoptr (GError) error = NULL;

  if (!ex_store_reopen_cycle (store, cycle->id, why, &error))
    return ex_cli_refuse ("%s", error->message);

  return tell_phase (store, cycle);
}
