#include "config.h"

#include "ex-rewards-words.h"

#include "core/ex-format.h"
#include "ex-reward-columns.h"

#include <glib/gi18n.h>
#include <math.h>

char *
ex_rewards_caption (const ExCycle *cycle, const ExRewards *rewards, gboolean asking)
{
  g_autofree char *day = ex_format_day (rewards->day);

  if (asking)
    return g_strdup_printf (_("%s · what if, only computed"), cycle->name);
  if (rewards->version == 0)
    return g_strdup_printf (_("%s · as it stands today"), cycle->name);
  /* Translators: a cycle, the number of a version, and the day on which it was frozen */
  return g_strdup_printf (_("%s · version %u, frozen on %s"), cycle->name, rewards->version, day);
}

char *
ex_rewards_version (const ExRewards *rewards)
{
  g_autofree char *day = rewards != NULL ? ex_format_day (rewards->day) : NULL;

  if (rewards == NULL)
    return g_strdup (_("As it stands"));
  /* Translators: the number of a version of the rewards, and its day */
  return g_strdup_printf (_("Version %u, %s"), rewards->version, day);
}

char *
ex_rewards_note (const ExCycle *cycle, const ExRewards *shown, const GPtrArray *runs)
{
  const ExRewards *latest = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  g_autofree char *day = latest != NULL ? ex_format_day (latest->day) : NULL;

  if (latest == NULL && cycle->phase == EX_PHASE_CLOSED)
    return g_strdup_printf (_("%s is closed. It was closed without a reward curve, and paid nothing by growth."), cycle->name);
  if (latest == NULL)
    return NULL;
  if (shown != NULL && shown->version != 0 && shown->version < latest->version)
    return g_strdup_printf (_("This is what an earlier close paid. Version %u of %s came after it."), latest->version, day);
  if (cycle->phase == EX_PHASE_CLOSED && !latest->by_last_close)
    return g_strdup (_("This is what an earlier close paid. The last close had no reward curve, and paid nothing by growth."));
  if (cycle->phase == EX_PHASE_CLOSED)
    return g_strdup_printf (_("%s is closed: its rewards are frozen with their working and do not change. Re-opening the cycle makes a version beside them."),
                            cycle->name);
  /* Translators: a cycle, the number of a version, its day, and the number of the next version */
  return g_strdup_printf (_("%s is open again. Version %u, frozen on %s, stays; the next close makes version %u."), cycle->name, latest->version, day,
                          latest->version + 1);
}

/* --- what if --------------------------------------------------------------------------------------------------------------------- */

char *
ex_rewards_if_factor (const ExRewards *if_so)
{
  g_autofree char *growth = ex_format_percent (if_so->growth);
  g_autofree char *factor = ex_format_percent (if_so->company_factor);

  if (isnan (if_so->growth))
    return g_strdup (_("What if: growth is not defined yet, so nothing would be paid."));
  if (if_so->gated)
    return g_strdup_printf (_("If growth were %s, it would be under the gate: nothing would be paid."), growth);
  return g_strdup_printf (_("If growth were %s, every leader’s company factor would be %s."), growth, factor);
}

char *
ex_rewards_if_own (const ExRewards *if_so, const ExReward *reward, const ExReward *now)
{
  g_autofree char *amount = ex_reward_amount_words (reward, if_so->currency);
  gint64 difference = now != NULL ? reward->reward - now->reward : 0;
  g_autofree char *figure = ex_format_money (ABS (difference), if_so->currency);
  g_autofree char *words = NULL;

  if (difference > 0)
    words = g_strdup_printf (_("Your reward would be %s, %s more."), amount, figure);
  else if (difference < 0)
    words = g_strdup_printf (_("Your reward would be %s, %s less."), amount, figure);
  else
    words = g_strdup_printf (_("Your reward would be %s, as it is."), amount);
  /* Translators: %s is a sentence */
  return g_strdup_printf (_("%s Nothing is changed by it."), words);
}

/* --- closing ------------------------------------------------------------------------------------------------------------------------ */

static char *
amount_words (const ExRewards *rewards)
{
  g_autofree char *total = ex_format_money (rewards->total, rewards->currency);
  g_autofree char *uncut = ex_format_money (rewards->uncut, rewards->currency);
  g_autofree char *pool = rewards->terms->pool >= 0 ? ex_format_money (rewards->terms->pool, rewards->currency) : NULL;

  if (pool == NULL)
    return g_steal_pointer (&total);
  if (rewards->uncut > rewards->terms->pool)
    /* Translators: the pool, twice, and what the rewards came to without it */
    return g_strdup_printf (_("all of the pool of %s, to which %s are cut"), pool, uncut);
  /* Translators: what is paid, of the pool */
  return g_strdup_printf (_("%s of the pool of %s"), total, pool);
}

char *
ex_rewards_closing (const ExRewards *rewards, guint version)
{
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  if (rewards == NULL)
    return g_strdup (_("No reward curve is set, so closing pays nothing by growth. The Rewards page sets one."));
  number = ex_format_integer (rewards->rewards->len);
  amount = amount_words (rewards);
  words = rewards->gated
    ? g_strdup_printf (ngettext ("Growth is under the gate. Closing freezes %s statement, and it pays nothing.",
                                 "Growth is under the gate. Closing freezes %s statements, and they pay nothing.", rewards->rewards->len), number)
    /* Translators: how many statements, and how much: "412,300 € of the pool of 450,000 €" */
    : g_strdup_printf (ngettext ("Closing computes and freezes %s statement: %s.", "Closing computes and freezes %s statements: %s.",
                                 rewards->rewards->len), number, amount);
  if (version > 1)
    /* Translators: %s is a sentence; the number of the version */
    return g_strdup_printf (_("%s They become version %u, beside what was frozen before."), words, version);
  return g_steal_pointer (&words);
}
