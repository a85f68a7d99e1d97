#include "config.h"

#include "ex-my-reward.h"

#include "company/ex-reward-words.h"
#include "core/ex-format.h"
#include "ex-reward-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _ExMyReward
{
  GtkWidget  parent_instance;

  GtkWidget *list;
  GtkWidget *row;
  char      *leader_id;
};

G_DEFINE_FINAL_TYPE (ExMyReward, ex_my_reward, GTK_TYPE_WIDGET)

/* --- words -------------------------------------------------------------------------------------------------------------------- */

static char *
title_of (const ExRewards *rewards, const ExReward *reward)
{
  g_autofree char *amount = ex_reward_amount_words (reward, rewards->currency);
  g_autofree char *target = reward->target >= 0 ? ex_format_money (reward->target, rewards->currency) : NULL;

  if (target == NULL)
    return g_strdup (_("No incentive target is set for you, so there is no reward"));
  if (isnan (reward->unrounded))
    return g_strdup_printf (_("Your reward: nothing yet of %s"), target);
  if (rewards->version > 0)
    /* Translators: an amount, and the incentive target */
    return g_strdup_printf (_("Your reward: %s of %s"), amount, target);
  return g_strdup_printf (_("Your reward so far: %s of %s"), amount, target);
}

static char *
subtitle_of (const ExRewards *rewards, const ExReward *reward)
{
  g_autofree char *factor = ex_format_percent (rewards->company_factor);
  g_autofree char *day = ex_format_day (rewards->day);
  g_autofree char *own = ex_reward_words_own (reward);
  g_autofree char *words = isnan (rewards->company_factor) ? g_strdup (_("Growth of the customer asset is not defined yet"))
                           : g_strdup_printf (_("Company factor %s"), factor);

  if (rewards->version > 0)
    /* Translators: "Company factor 62.4 %", the number of a version and its day */
    return g_strdup_printf (_("%s · version %u, frozen on %s"), words, rewards->version, day);
  return own != NULL ? g_strdup_printf ("%s · %s", words, own) : g_steal_pointer (&words);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------ */

static void
activated_cb (ExMyReward *self)
{
  if (self->leader_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(sss)", "rewards", "statement", self->leader_id);
}

static void
ex_my_reward_dispose (GObject *object)
{
  ExMyReward *self = EX_MY_REWARD (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->leader_id, g_free);
  G_OBJECT_CLASS (ex_my_reward_parent_class)->dispose (object);
}

static void
ex_my_reward_class_init (ExMyRewardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_my_reward_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_my_reward_init (ExMyReward *self)
{
  GtkWidget *how = gtk_label_new (_("How?"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your reward"), -1);
  self->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), TRUE);
  gtk_widget_add_css_class (how, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), how);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->row);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ex_my_reward_new (void)
{
  return g_object_new (EX_TYPE_MY_REWARD, NULL);
}

void
ex_my_reward_show (ExMyReward *self, const ExRewards *rewards, const char *leader_id)
{
  const ExReward *reward;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (EX_IS_MY_REWARD (self));

  reward = rewards != NULL && leader_id != NULL ? ex_rewards_find (rewards, leader_id) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), reward != NULL);
  if (reward == NULL)
    return;
  g_free (self->leader_id);
  self->leader_id = g_strdup (leader_id);
  title = title_of (rewards, reward);
  subtitle = subtitle_of (rewards, reward);
  whole = g_strdup_printf ("%s. %s. %s", title, subtitle, _("How?"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

void
ex_my_reward_focus (ExMyReward *self)
{
  g_return_if_fail (EX_IS_MY_REWARD (self));

  gtk_widget_grab_focus (self->row);
}
