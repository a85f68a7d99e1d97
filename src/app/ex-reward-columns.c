#include "config.h"

#include "ex-reward-columns.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-columns.h"
#include "ex-figure.h"
#include "ex-review-words.h"
#include "ex-reward-rows.h"

#include <glib/gi18n.h>
#include <math.h>

/* "100 %", "183 of 365 days". (transfer full) */
static char *
proration_words (const ExReward *reward)
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
  return proration_words (ex_reward_row_get (item));
}

static char *
reward_text (gpointer item, gpointer data)
{
  return ex_reward_amount_words (ex_reward_row_get (item), ex_reward_row_get_rewards (item)->currency);
}

/* --- cells that follow their row ----------------------------------------------------------------------------------------- */

static void
write_cell (ExRewardRow *row, GtkListItem *item)
{
  ExCellText text = (ExCellText) g_object_get_data (G_OBJECT (item), "text");
  g_autofree char *words = text (row, NULL);

  ex_figure_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer text)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (item), "text", text);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ExRewardRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (write_cell), item);
  write_cell (row, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), write_cell, item);
}

static GtkColumnViewColumn *
append_figure (GtkColumnView *view, const char *title, ExRewardOrder order, ExCellText text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) text);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return ex_columns_append (view, title, (int) order, TRUE, factory);
}

void
ex_reward_columns_append (GtkColumnView *view)
{
  GtkColumnViewColumn *column;

  column = ex_columns_append_text (view, _("Leader"), EX_REWARD_BY_NAME, FALSE, name_text, NULL);
  gtk_column_view_column_set_expand (column, TRUE);
  append_figure (view, _("Incentive target"), EX_REWARD_BY_TARGET, target_text);
  column = append_figure (view, _("Company factor"), EX_REWARD_BY_COMPANY_FACTOR, company_factor_text);
  ex_columns_set_least_width (column, 36);
  column = append_figure (view, _("Own factor"), EX_REWARD_BY_OWN_FACTOR, own_factor_text);
  ex_columns_set_least_width (column, 28);
  column = append_figure (view, _("In the role"), EX_REWARD_BY_PRORATION, proration_text);
  ex_columns_set_least_width (column, 32);
  append_figure (view, _("Reward"), EX_REWARD_BY_REWARD, reward_text);
}
