/* Which figures the Rewards page has in view: as they stand, or as a close has frozen them. */
#include "config.h"

#include "ex-rewards-page-private.h"

#include "ex-rewards-words.h"

static ExRewards *
find_run (ExRewardsPage *self, guint version)
{
  GPtrArray *runs = ex_session_get_reward_runs (self->session);

  for (guint i = 0; i < runs->len; i++)
    if (((ExRewards *) g_ptr_array_index (runs, i))->version == version)
      return g_ptr_array_index (runs, i);
  return NULL;
}

ExRewards *
ex_rewards_page_get_frozen (ExRewardsPage *self)
{
  GPtrArray *runs = ex_session_get_reward_runs (self->session);
  /* The version may be one of another cycle: then it is none. */
  ExRewards *chosen = self->version > 0 ? find_run (self, self->version) : NULL;

  if (chosen == NULL && ex_reviews_get_cycle (ex_session_get_reviews (self->session))->phase == EX_PHASE_CLOSED)
    return ex_rewards_find_paid (runs);
  return chosen;
}

static void
add_version (GPtrArray *labels, GArray *versions, ExRewards *run)
{
  guint version = run != NULL ? run->version : 0;

  g_ptr_array_add (labels, ex_rewards_version (run));
  g_array_append_val (versions, version);
}

/* The list is left as it is while it says the same: choosing in it brings one here. */
static void
set_versions (ExRewardsPage *self, GPtrArray *labels, guint selected)
{
  GListModel *shown = gtk_drop_down_get_model (self->version_list);
  gboolean same = shown != NULL && g_list_model_get_n_items (shown) == labels->len - 1;

  for (guint i = 0; same && i + 1 < labels->len; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i), g_ptr_array_index (labels, i));
  if (!same)
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char * const *) labels->pdata);

      gtk_drop_down_set_model (self->version_list, G_LIST_MODEL (model));
    }
  if (gtk_drop_down_get_selected (self->version_list) != selected)
    gtk_drop_down_set_selected (self->version_list, selected);
}

/* The latest first. */
void
ex_rewards_page_show_versions (ExRewardsPage *self)
{
  GPtrArray *runs = ex_session_get_reward_runs (self->session);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  ExRewards *run = ex_rewards_page_get_frozen (self);
  guint selected = 0;

  self->filling = TRUE;
  g_array_set_size (self->versions, 0);
  /* The last close may have paid nothing, after one that did. */
  if (ex_reviews_get_cycle (ex_session_get_reviews (self->session))->phase != EX_PHASE_CLOSED || ex_rewards_find_paid (runs) == NULL)
    add_version (labels, self->versions, NULL);
  for (guint i = runs->len; i > 0; i--)
    {
      if (g_ptr_array_index (runs, i - 1) == (gpointer) run)
        selected = self->versions->len;
      add_version (labels, self->versions, g_ptr_array_index (runs, i - 1));
    }
  g_ptr_array_add (labels, NULL);
  set_versions (self, labels, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->version_list), self->versions->len > 1);
  self->filling = FALSE;
}

void
ex_rewards_page_version_chosen (ExRewardsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->version_list);

  if (self->filling || selected >= self->versions->len)
    return;
  self->version = g_array_index (self->versions, guint, selected);
  ex_what_if_panel_reset (ex_reward_editor_get_what_if (self->editor));
  ex_rewards_page_show_company (self);
}

/* The terms were taken away after a re-opening: what was paid is still there. */
void
ex_rewards_page_see_paid (ExRewardsPage *self)
{
  GPtrArray *runs = ex_session_get_reward_runs (self->session);

  if (runs->len > 0)
    self->version = ((ExRewards *) g_ptr_array_index (runs, runs->len - 1))->version;
  ex_rewards_page_show_company (self);
}
