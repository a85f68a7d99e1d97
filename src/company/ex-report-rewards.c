/* The reward list on paper: what the cycle pays by, what growth comes to, every statement that may be seen. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-reward-chart.h"
#include "ex-reward-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "–"

/* --- terms --------------------------------------------------------------------------------------------------------------------- */

static void
add_terms (ExDocument *document, const ExRewardTerms *terms, const char *currency)
{
  g_autofree char *curve = ex_reward_words_terms (terms);
  g_autofree char *gate = ex_format_figure (terms->gate, 0);
  g_autofree char *gate_words = g_strdup_printf (_("growth under %s %% pays nothing"), gate);
  g_autofree char *company = ex_format_weight (terms->company_share);
  g_autofree char *own = ex_format_weight (EX_WHOLE_BP - terms->company_share);
  g_autofree char *cap = ex_format_weight (terms->cap);
  g_autofree char *shares = terms->company_share == EX_WHOLE_BP
                              ? g_strdup (_("the whole reward hangs on the company factor"))
                              /* Translators: the company's share, the leader's own, and the most that the own factor may be: percentages */
                              : g_strdup_printf (_("%s by the company factor, %s by the own score, which counts at most %s"), company, own, cap);
  g_autofree char *pool = terms->pool >= 0 ? ex_format_money (terms->pool, currency) : g_strdup (_("none: whatever the curve pays is paid"));
  const char *pairs[] = { _("Curve"), curve, _("Gate"), gate_words, _("Shares"), shares, _("Pool"), pool, NULL };

  ex_document_add_heading (document, 2, _("What the cycle pays by"));
  ex_document_add_facts (document, pairs);
}

static void
add_factor (ExDocument *document, const ExReportFacts *facts, const ExRewards *rewards)
{
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_rewards_explain_factor (rewards, working);
  ex_document_add_heading (document, 2, _("The company factor"));
  ex_report_add_working (document, working);
}

/* Of frozen rewards with the growth that was frozen. */
static void
add_curve (ExDocument *document, const ExReportFacts *facts, const ExRewards *rewards)
{
  ExRewardGrowth growth = ex_reward_growth (facts->asset != NULL ? facts->asset->cycle : NULL, rewards->terms->measure);

  if (rewards->version > 0)
    {
      growth = ex_reward_growth (NULL, rewards->terms->measure);
      growth.growth = rewards->growth;
      growth.so_far = rewards->so_far;
    }
  ex_report_take_chart (document, facts, ex_reward_chart_new (rewards->terms, &growth), 190);
}

/* --- statements ----------------------------------------------------------------------------------------------------------------- */

static void
add_row (ExReportTable *table, const ExRewards *rewards, const ExReward *reward)
{
  g_autofree char *role = ex_format_percent (reward->days > 0 ? (double) reward->days_in_role / reward->days : EX_UNSET);
  g_autofree char *own = ex_format_percent (reward->own_factor);

  ex_report_table_add (table, reward->name != NULL ? reward->name : reward->leader_id);
  ex_report_table_take (table, reward->target >= 0 ? ex_format_money (reward->target, rewards->currency) : g_strdup (DASH));
  ex_report_table_take (table, ex_format_percent (rewards->company_factor));
  /* Translators: a percentage of a review that is not signed yet */
  ex_report_table_take (table, reward->own_from == EX_OWN_SO_FAR ? g_strdup_printf (_("%s so far"), own) : g_steal_pointer (&own));
  ex_report_table_take (table, g_steal_pointer (&role));
  ex_report_table_take (table, reward->target >= 0 && !isnan (reward->unrounded) ? ex_format_money (reward->reward, rewards->currency) : g_strdup (DASH));
}

static gint64
sum_of_targets (const ExRewards *rewards)
{
  gint64 sum = 0;

  for (guint i = 0; i < rewards->rewards->len; i++)
    sum += MAX (0, ((const ExReward *) g_ptr_array_index (rewards->rewards, i))->target);

  return sum;
}

static void
add_total (ExReportTable *table, const ExRewards *rewards)
{
  ex_report_table_add (table, _("All together"));
  ex_report_table_take (table, ex_format_money (sum_of_targets (rewards), rewards->currency));
  ex_report_table_add (table, NULL);
  ex_report_table_add (table, NULL);
  ex_report_table_add (table, NULL);
  ex_report_table_take (table, isnan (rewards->company_factor) ? g_strdup (DASH) : ex_format_money (rewards->total, rewards->currency));
}

/* Whether somebody else's may be seen too: then a total says nothing that is not known. */
static gboolean
sees_all (const ExReportFacts *facts, int viewer)
{
  return viewer == EX_NOBODY || ex_reviews_is_top (facts->reviews, (guint) viewer);
}

static void
add_statements (ExDocument *document, const ExReportFacts *facts, const ExRewards *rewards, int viewer)
{
  g_autoptr (ExReportTable) table = ex_report_table_new ();
  gboolean all = sees_all (facts, viewer);

  ex_report_table_column (table, _("Leader"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Target"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Company factor"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Own factor"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Time in role"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Reward"), 0, EX_ALIGN_END);
  for (guint i = 0; i < rewards->rewards->len; i++)
    {
      const ExReward *reward = g_ptr_array_index (rewards->rewards, i);

      if (reward->leader >= 0 ? ex_reward_is_visible (facts->reviews, viewer, reward->leader) : all)
        add_row (table, rewards, reward);
    }
  if (ex_report_table_n_rows (table) == 0)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("There is no statement to show."));
      return;
    }
  if (all)
    add_total (table, rewards);
  ex_report_table_end (table, document, all);
  if (!all)
    ex_document_add_text (document, EX_TEXT_DIM, _("What somebody else is paid is shown to HR and to the top leaders alone."));
}

static void
add_rewards (ExDocument *document, const ExReportFacts *facts, const ExRewards *rewards, int viewer)
{
  g_autofree char *day = ex_format_day (rewards->day);
  g_autofree char *heading = rewards->version == 0 ? g_strdup (_("Statements as they stand now"))
                                                   /* Translators: the number of a version, and its day */
                                                   : g_strdup_printf (_("Version %u, frozen on %s"), rewards->version, day);

  ex_document_add_heading (document, 2, heading);
  if (rewards != facts->rewards) /* of which the first page says it */
    {
      ex_report_take_text (document, EX_TEXT_BODY, ex_reward_words_factor (rewards));
      if (sees_all (facts, viewer))
        ex_report_take_text (document, EX_TEXT_BODY, ex_reward_words_total (rewards));
    }
  add_statements (document, facts, rewards, viewer);
}

/* --- the whole --------------------------------------------------------------------------------------------------------------------- */

/* What is shown first: what is paid, or would be. */
static void
add_current (ExDocument *document, const ExReportFacts *facts, int viewer)
{
  const ExRewards *rewards = facts->rewards;

  ex_report_take_text (document, EX_TEXT_LEAD, ex_reward_words_factor (rewards));
  if (sees_all (facts, viewer))
    ex_report_take_text (document, EX_TEXT_LEAD, ex_reward_words_total (rewards));
  add_curve (document, facts, rewards);
  add_terms (document, rewards->terms, rewards->currency);
  add_factor (document, facts, rewards);
  add_rewards (document, facts, rewards, viewer);
}

ExDocument *
ex_report_rewards (ExStore *store, const ExReportFacts *facts, GError **error)
{
  const ExCycle *cycle = facts != NULL ? ex_company_get_cycle (facts->company) : NULL;
  g_autoptr (ExDocument) document = NULL;
  g_autofree char *title = NULL;
  int viewer;

  g_return_val_if_fail (store != NULL && facts != NULL, NULL);

  if (!ex_report_need_cycle (facts, error) || !ex_report_find_viewer (store, facts, &viewer, error))
    return NULL;
  if (facts->pay_problem != NULL)
    {
      g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, facts->pay_problem);
      return NULL;
    }

  /* Translators: %s is a cycle */
  title = g_strdup_printf (_("Rewards, %s"), cycle->name);
  document = ex_report_document_new (facts, title);
  ex_document_add_heading (document, 1, title);
  if (facts->rewards != NULL)
    add_current (document, facts, viewer);
  else
    ex_report_take_text (document, EX_TEXT_LEAD, g_strdup_printf (_("%s pays nothing by growth: no reward curve is set."), cycle->name));
  for (guint i = facts->runs->len; i-- > 0;)
    {
      const ExRewards *run = g_ptr_array_index (facts->runs, i);

      if (facts->rewards == NULL || run->version != facts->rewards->version)
        add_rewards (document, facts, run, viewer);
    }

  return g_steal_pointer (&document);
}
