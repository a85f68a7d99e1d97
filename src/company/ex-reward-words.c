#include "config.h"

#include "ex-reward-words.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* ---- Growth and the company factor ---- */

static char *
growth_of_value (double growth, gboolean so_far, const char *percent)
{
  if (growth == 0)
    return g_strdup (so_far ? _("So far the customer asset is unchanged") : _("The customer asset is unchanged"));
  if (growth > 0)
    /* Translators: %s is a percentage; the sentence goes on. */
    return g_strdup_printf (so_far ? _("So far the customer asset grew by %s") : _("The customer asset grew by %s"), percent);

  return g_strdup_printf (so_far ? _("So far the customer asset shrank by %s") : _("The customer asset shrank by %s"), percent);
}

static char *
growth_of_customers (double growth, gboolean so_far, const char *percent)
{
  if (growth == 0)
    return g_strdup (so_far ? _("So far there are as many customers as before") : _("There are as many customers as before"));
  if (growth > 0)
    return g_strdup_printf (so_far ? _("So far the number of customers grew by %s") : _("The number of customers grew by %s"), percent);

  return g_strdup_printf (so_far ? _("So far the number of customers shrank by %s") : _("The number of customers shrank by %s"), percent);
}

char *
ex_reward_words_factor (const ExRewards *rewards)
{
  double growth = rewards->growth;
  g_autofree char *percent = ex_format_percent (fabs (growth));
  g_autofree char *factor = ex_format_percent (rewards->company_factor);
  g_autofree char *moved = NULL;

  if (isnan (growth) || isnan (rewards->company_factor))
    return g_strdup (_("Growth of the customer asset is not known yet, and so is what it pays."));

  moved = rewards->terms->measure == EX_MEASURE_CUSTOMERS ? growth_of_customers (growth, rewards->so_far, percent)
                                                          : growth_of_value (growth, rewards->so_far, percent);
  if (rewards->gated)
    {
      g_autofree char *gate = ex_format_figure (rewards->terms->gate, 0);

      /* Translators: "The customer asset shrank by 1.2 %", and the gate, a number of percent. */
      return g_strdup_printf (rewards->so_far ? _("%s, which is under the gate of %s %%: nothing would be paid.")
                                              : _("%s, which is under the gate of %s %%: nothing is paid."), moved, gate);
    }

  /* Translators: "The customer asset grew by 3.0 %", and the company factor, a percentage. */
  return g_strdup_printf (rewards->so_far ? _("%s: every leader’s company factor would be %s.") : _("%s: every leader’s company factor is %s."),
                          moved, factor);
}

/* ---- The total ---- */

static gboolean
has_targets (const ExRewards *rewards)
{
  for (guint i = 0; i < rewards->rewards->len; i++)
    if (((const ExReward *) g_ptr_array_index (rewards->rewards, i))->target >= 0)
      return TRUE;

  return FALSE;
}

char *
ex_reward_words_total (const ExRewards *rewards)
{
  g_autofree char *total = ex_format_money (rewards->total, rewards->currency);
  g_autofree char *uncut = ex_format_money (rewards->uncut, rewards->currency);
  g_autofree char *pool = rewards->terms->pool >= 0 ? ex_format_money (rewards->terms->pool, rewards->currency) : NULL;
  g_autofree char *cut = ex_format_percent (rewards->cut);

  if (rewards->rewards->len == 0)
    return g_strdup (_("Nobody takes part in this cycle yet."));
  if (!has_targets (rewards))
    return g_strdup (_("Nobody has an incentive target yet, so there is nothing to pay."));
  if (isnan (rewards->company_factor))
    return pool != NULL ? g_strdup_printf (_("The pool is %s."), pool) : g_strdup (_("There is no pool: whatever the curve pays is paid."));
  if (pool == NULL)
    /* Translators: %s is an amount of money. */
    return g_strdup_printf (rewards->so_far ? _("Rewards would come to %s in all.") : _("Rewards come to %s in all."), total);
  if (rewards->cut < 1)
    /* Translators: two amounts of money, then a percentage. */
    return g_strdup_printf (_("Rewards would come to %s; the pool of %s cuts each to %s of it."), uncut, pool, cut);

  /* Translators: two amounts of money. */
  return g_strdup_printf (rewards->so_far ? _("Rewards would come to %s of a pool of %s.") : _("Rewards come to %s of a pool of %s."), total, pool);
}

/* ---- What if ---- */

/* "growth of 5.0 % and every score 10 % higher" */
static char *
condition (const ExWhatIf *what_if)
{
  double change = what_if->score_factor - 1;
  gboolean scores = !ex_values_equal (what_if->score_factor, 1);
  g_autofree char *growth = ex_format_percent (what_if->growth);
  g_autofree char *percent = ex_format_percent (fabs (change));

  if (!scores)
    return g_strdup_printf (_("growth of %s"), growth);
  if (isnan (what_if->growth))
    return g_strdup_printf (change > 0 ? _("every score %s higher") : _("every score %s lower"), percent);

  /* Translators: growth, and by how much scores are higher or lower, both percentages. */
  return g_strdup_printf (change > 0 ? _("growth of %s and every score %s higher") : _("growth of %s and every score %s lower"), growth, percent);
}

char *
ex_reward_words_what_if (const ExRewards *if_so, const ExRewards *now, const ExWhatIf *what_if)
{
  g_autofree char *when = NULL, *total = NULL, *difference = NULL;
  gint64 more = if_so->total - now->total;

  if (isnan (what_if->growth) && ex_values_equal (what_if->score_factor, 1))
    return g_strdup (_("What if: nothing is different from how it is."));

  when = condition (what_if);
  total = ex_format_money (if_so->total, if_so->currency);
  difference = ex_format_money (ABS (more), if_so->currency);
  if (isnan (now->company_factor))
    /* Translators: "growth of 5.0 %", then an amount of money. */
    return g_strdup_printf (_("What if: %s would pay %s in all. Nothing is changed by asking."), when, total);
  if (more == 0)
    return g_strdup_printf (_("What if: %s would pay %s in all, the same as now. Nothing is changed by asking."), when, total);

  /* Translators: "growth of 5.0 %", what it would pay in all, and how much that is more (less) than now. */
  return g_strdup_printf (more > 0 ? _("What if: %s would pay %s in all, %s more than now. Nothing is changed by asking.")
                                   : _("What if: %s would pay %s in all, %s less than now. Nothing is changed by asking."), when, total, difference);
}

/* ---- The terms ---- */

static char *
point_words (const ExCurvePoint *point, gboolean last)
{
  g_autofree char *growth = ex_format_figure (point->growth, 0);
  g_autofree char *payout = ex_format_figure (point->payout, 0);

  /* Translators: growth and what it pays, as numbers of percent; parts of a list. */
  return g_strdup_printf (last ? _("%s %% and more pays %s %%") : _("%s %% pays %s %%"), growth, payout);
}

char *
ex_reward_words_terms (const ExRewardTerms *terms)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (terms->curve == NULL || terms->curve->len == 0)
    return g_strdup (_("There is no reward curve yet: this cycle pays nothing by growth."));

  for (guint i = 0; i < terms->curve->len; i++)
    {
      g_autofree char *point = point_words (&g_array_index (terms->curve, ExCurvePoint, i), i + 1 == terms->curve->len);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", point);
    }

  /* Translators: %s is a list, "2 % pays 50 %, 5 % and more pays 100 %". */
  return g_strdup_printf (terms->measure == EX_MEASURE_CUSTOMERS ? _("Paid by growth in customers: %s.") : _("Paid by growth in value: %s."), list->str);
}

char *
ex_reward_words_own (const ExReward *reward)
{
  if (reward->target < 0)
    return g_strdup (_("No incentive target is set, so there is no reward."));

  switch (reward->own_from)
    {
    case EX_OWN_SO_FAR:
      return g_strdup (_("Not signed yet: the score so far counts."));
    case EX_OWN_EXCUSED:
      return g_strdup (_("Excused: the company factor counts for the own share too."));
    case EX_OWN_NO_SCORE:
      return g_strdup (_("Without objectives: the company factor counts for the own share too."));
    case EX_OWN_SCORE:
    default:
      return NULL;
    }
}
