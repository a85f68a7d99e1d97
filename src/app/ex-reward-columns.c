#include "config.h"

#include "ex-reward-columns.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-columns.h"
#include "ex-review-words.h"
#include "ex-reward-rows.h"

#include <glib/gi18n.h>
#include <math.h>

char *
ex_reward_proration_words (const ExReward *reward)
{
  if (reward->days_in_role == reward->days)
    return ex_format_weight (EX_WHOLE_BP);
  /* Translators: days in the role, of how many days in all */
  return g_strdup_printf (_("%d of %d days"), reward->days_in_role, reward->days);
}

char *
ex_reward_amount_words (const ExReward *reward, const char *currency)
{
  return reward->target < 0 || isnan (reward->unrounded) ? g_strdup ("–") : ex_format_money (reward->reward, currency);
}

gboolean
ex_reward_sees_pay (ExSession *session, guint leader)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  int viewer = ex_review_viewer (session);

  if (viewer == EX_NOBODY || viewer == (int) leader)
    return TRUE;
  return viewer >= 0 && reviews != NULL && ex_reward_is_visible (reviews, viewer, (int) leader);
}

static char *
name_text (gpointer item, gpointer data)
{
  const ExReward *reward = ex_reward_row_get (item);

  return g_strdup (reward->name != NULL ? reward->name : reward->leader_id);
}

static char *
target_text (gpointer item, gpointer data)
{
  const ExReward *reward = ex_reward_row_get (item);

  return reward->target >= 0 ? ex_format_money (reward->target, ex_reward_row_get_rewards (item)->currency) : g_strdup ("–");
}

static char *
company_factor_text (gpointer item, gpointer data)
{
  return ex_format_percent (ex_reward_row_get_rewards (item)->company_factor);
}

static char *
own_factor_text (gpointer item, gpointer data)
{
  return ex_format_percent (ex_reward_row_get (item)->own_factor);
}

static char *
proration_text (gpointer item, gpointer data)
{
  return ex_reward_proration_words (ex_reward_row_get (item));
}

static char *
reward_text (gpointer item, gpointer data)
{
  return ex_reward_amount_words (ex_reward_row_get (item), ex_reward_row_get_rewards (item)->currency);
}

void
ex_reward_columns_append (GtkColumnView *view)
{
  GtkColumnViewColumn *column;

  column = ex_columns_append_text (view, _("Leader"), EX_REWARD_BY_NAME, FALSE, name_text, NULL);
  gtk_column_view_column_set_expand (column, TRUE);
  ex_columns_append_text (view, _("Target"), EX_REWARD_BY_TARGET, TRUE, target_text, NULL);
  column = ex_columns_append_text (view, _("Company factor"), EX_REWARD_BY_COMPANY_FACTOR, TRUE, company_factor_text, NULL);
  ex_columns_set_least_width (column, 36);
  column = ex_columns_append_text (view, _("Own factor"), EX_REWARD_BY_OWN_FACTOR, TRUE, own_factor_text, NULL);
  ex_columns_set_least_width (column, 28);
  column = ex_columns_append_text (view, _("In the role"), EX_REWARD_BY_PRORATION, TRUE, proration_text, NULL);
  ex_columns_set_least_width (column, 32);
  ex_columns_append_text (view, _("Reward"), EX_REWARD_BY_REWARD, TRUE, reward_text, NULL);
}
