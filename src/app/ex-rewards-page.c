#include "config.h"

#include "ex-rewards-page-private.h"

#include "company/ex-reward-words.h"
#include "core/ex-quantity.h"
#include "ex-drop-down.h"
#include "ex-export-rows.h"
#include "ex-review-words.h"
#include "ex-rewards-words.h"

#include <glib/gi18n.h>
#include <math.h>

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExRewardsPage, ex_rewards_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* --- who sees what ------------------------------------------------------------------------------------------------------------------ */

gboolean
ex_rewards_page_is_hr (ExRewardsPage *self)
{
  return ex_review_viewer (self->session) == EX_NOBODY;
}

/* HR and the tops. */
static gboolean
sees_all (ExRewardsPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int viewer = ex_review_viewer (self->session);

  return viewer == EX_NOBODY || (viewer >= 0 && ex_reviews_is_top (reviews, (guint) viewer));
}

static gboolean
may_see (ExRewardsPage *self, const ExReward *reward)
{
  int viewer = ex_review_viewer (self->session);

  return sees_all (self) || (viewer >= 0 && reward->leader >= 0 && ex_reward_is_visible (ex_session_get_reviews (self->session), viewer, reward->leader));
}

/* --- which figures are in view -------------------------------------------------------------------------------------------------------- */

const ExRewardTerms *
ex_rewards_page_get_terms (ExRewardsPage *self)
{
  ExRewards *run = ex_rewards_page_get_frozen (self);

  return run != NULL ? run->terms : ex_session_get_reward_terms (self->session);
}

static gboolean
is_asking (ExRewardsPage *self)
{
  ExWhatIf what_if;

  return ex_rewards_page_get_frozen (self) == NULL && ex_what_if_panel_read (ex_reward_editor_get_what_if (self->editor), &what_if);
}

/* --- showing them ------------------------------------------------------------------------------------------------------------------------ */

static void
show_label (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static char *
if_so_words (ExRewardsPage *self, ExRewards *shown)
{
  ExRewards *now = ex_session_get_rewards (self->session);
  const char *actor = ex_session_get_actor (self->session);
  const ExReward *own = ex_rewards_find (shown, actor);
  ExWhatIf what_if;

  ex_what_if_panel_read (ex_reward_editor_get_what_if (self->editor), &what_if);
  if (sees_all (self) && now != NULL)
    return ex_reward_words_what_if (shown, now, &what_if);
  return own != NULL ? ex_rewards_if_own (shown, own, now != NULL ? ex_rewards_find (now, actor) : NULL) : g_strdup ("");
}

static void
show_sentences (ExRewardsPage *self, ExRewards *shown, gboolean asking)
{
  const ExCycle *cycle = ex_reviews_get_cycle (ex_session_get_reviews (self->session));
  g_autofree char *caption = ex_rewards_caption (cycle, shown, asking);
  g_autofree char *sentence = asking ? ex_rewards_if_factor (shown) : ex_reward_words_factor (shown);
  g_autofree char *if_so = asking ? if_so_words (self, shown) : NULL;
  g_autofree char *total = sees_all (self) ? ex_reward_words_total (shown) : NULL;
  g_autofree char *note = ex_rewards_note (cycle, ex_rewards_page_get_frozen (self), ex_session_get_reward_runs (self->session));
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_rewards_explain_factor (shown, working);
  show_label (self->caption, caption);
  show_label (self->sentence, sentence);
  show_label (self->total, total);
  show_label (self->note, note);
  ex_why_button_set_working (self->why, _("Company factor"), working);
  gtk_widget_set_visible (self->to_asset, isnan (shown->growth) && !asking);
  ex_what_if_panel_set_words (ex_reward_editor_get_what_if (self->editor), if_so);
}

static ExRewardGrowth
growth_of (ExRewardsPage *self, ExRewards *shown, const ExRewardTerms *terms)
{
  const ExAsset *asset = ex_session_get_asset (self->session);
  ExRewardGrowth growth = ex_reward_growth (ex_rewards_page_get_frozen (self) == NULL && asset != NULL ? asset->cycle : NULL, terms->measure);
  ExWhatIf what_if;

  if (ex_rewards_page_get_frozen (self) != NULL && shown != NULL)
    growth.growth = shown->growth;
  growth.what_if = is_asking (self) && ex_what_if_panel_read (ex_reward_editor_get_what_if (self->editor), &what_if) ? what_if.growth : EX_UNSET;
  return growth;
}

static void
show_table (ExRewardsPage *self)
{
  gboolean all = sees_all (self);

  gtk_widget_set_visible (GTK_WIDGET (self->table), all && self->shown != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->own), FALSE);
  if (all)
    ex_reward_table_show (self->table, self->shown, ex_session_get_company (self->session));
  else
    {
      ex_reward_table_show (self->table, NULL, NULL);
      ex_my_reward_show (self->own, self->shown, ex_session_get_actor (self->session));
    }
}

static gboolean
table_cb (gpointer data)
{
  ExRewardsPage *self = data;

  self->table_source = 0;
  show_table (self);
  return G_SOURCE_REMOVE;
}

static void
show_statement (ExRewardsPage *self)
{
  const ExReward *reward = self->statement_id != NULL && self->shown != NULL ? ex_rewards_find (self->shown, self->statement_id) : NULL;
  const ExCycle *cycle;

  if (self->statement_id == NULL)
    return;
  if (reward == NULL || !may_see (self, reward))
    {
      ex_rewards_page_show_statement (self, NULL);
      return;
    }
  cycle = ex_reviews_get_cycle (ex_session_get_reviews (self->session));
  ex_statement_view_show (self->statement, self->shown, reward, cycle, g_str_equal (self->statement_id, ex_session_get_actor (self->session)),
                          is_asking (self));
}

/* While a slider moves the words follow at once and ten thousand rows a little later. */
static void
take_rewards (ExRewardsPage *self, ExRewards *rewards, gboolean at_once)
{
  ExRewardGrowth growth;

  ex_rewards_ref (rewards);
  g_clear_pointer (&self->shown, ex_rewards_unref);
  self->shown = rewards;
  growth = growth_of (self, rewards, ex_reward_editor_get_draft (self->editor));
  ex_reward_editor_set_growth (self->editor, &growth);
  ex_what_if_panel_set_now (ex_reward_editor_get_what_if (self->editor), growth.growth, rewards->terms);
  show_sentences (self, rewards, is_asking (self));
  g_clear_handle_id (&self->table_source, g_source_remove);
  if (at_once)
    show_table (self);
  else
    self->table_source = g_timeout_add (EX_REWARDS_TABLE_MS, table_cb, self);
  show_statement (self);
}

static void
answered (ExRewards *rewards, const GError *error, gpointer data)
{
  ExRewardsPage *self = data;

  if (rewards != NULL)
    take_rewards (self, rewards, FALSE);
  else
    show_label (self->total, error->message);
}

/* What stands in the file is there already; a draft and what if are computed. */
void
ex_rewards_page_compute (ExRewardsPage *self)
{
  const ExRewardTerms *draft = ex_reward_editor_get_draft (self->editor), *kept = ex_session_get_reward_terms (self->session);
  ExRewards *now = ex_rewards_page_get_frozen (self) != NULL ? ex_rewards_page_get_frozen (self) : ex_session_get_rewards (self->session);
  ExWhatIf what_if;
  gboolean asking = ex_rewards_page_get_frozen (self) == NULL && ex_what_if_panel_read (ex_reward_editor_get_what_if (self->editor), &what_if);

  if (draft == NULL)
    return;
  if (now != NULL && !asking && (ex_rewards_page_get_frozen (self) != NULL || (kept != NULL && ex_reward_terms_equal (draft, kept))))
    {
      ex_reward_work_forget (self->work);
      take_rewards (self, now, TRUE);
    }
  else
    ex_reward_work_ask (self->work, self->session, draft, asking ? &what_if : NULL);
}

/* --- the page ------------------------------------------------------------------------------------------------------------------------------- */

static void
show_nothing (ExRewardsPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  gboolean hr = ex_rewards_page_is_hr (self), closed = reviews != NULL && ex_reviews_get_cycle (reviews)->phase == EX_PHASE_CLOSED;
  const char *wrong = ex_session_get_pay_problem (self->session);
  g_autofree char *problem = wrong != NULL ? g_markup_escape_text (wrong, -1) : NULL;
  const char *title = reviews == NULL ? _("No cycle yet") : problem != NULL ? _("The rewards cannot be shown")
    : closed ? _("Nothing was paid by growth") : _("No reward curve yet");
  const char *words = reviews == NULL ? _("Every leader’s reward, from one figure for the whole company, will be here. A review cycle comes first.")
    : problem != NULL ? problem
    : closed ? _("This cycle was closed without a reward curve.")
    : hr ? _("Every leader’s reward hangs on the growth of the customer asset. A curve says which growth pays how much; then every statement is here, "
             "and the total against the pool. Without a curve the cycle pays nothing by growth.")
         : _("When HR sets what growth pays, your reward so far will be here, with its working.");

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, words);
  gtk_widget_set_visible (self->set_curve, reviews != NULL && hr && !closed);
  gtk_widget_set_visible (self->new_cycle, reviews == NULL && hr);
  gtk_widget_set_visible (self->see_paid, reviews != NULL && ex_session_get_reward_runs (self->session)->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

void
ex_rewards_page_show_company (ExRewardsPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  const ExRewardTerms *terms = reviews != NULL ? ex_rewards_page_get_terms (self) : NULL;
  gboolean editable;

  if (terms == NULL)
    {
      /* What is still being computed is of what is no more. */
      ex_reward_work_forget (self->work);
      g_clear_handle_id (&self->table_source, g_source_remove);
      g_clear_pointer (&self->shown, ex_rewards_unref);
      ex_rewards_page_show_statement (self, NULL);
      show_nothing (self);
      ex_page_navigated (EX_PAGE (self));
      return;
    }
  editable = ex_rewards_page_is_hr (self) && ex_rewards_page_get_frozen (self) == NULL && ex_reviews_get_cycle (reviews)->phase != EX_PHASE_CLOSED;
  ex_rewards_page_show_versions (self);
  ex_reward_editor_show (self->editor, terms, ex_company_get_info (ex_session_get_company (self->session)), editable);
  gtk_widget_set_visible (GTK_WIDGET (ex_reward_editor_get_what_if (self->editor)), ex_rewards_page_get_frozen (self) == NULL);
  if (self->statement_id == NULL)
    gtk_stack_set_visible_child_name (self->stack, "list");
  ex_rewards_page_compute (self);
  ex_page_navigated (EX_PAGE (self));
}

/* @id: NULL: the page itself. */
void
ex_rewards_page_show_statement (ExRewardsPage *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);
  gboolean was = self->statement_id != NULL;

  g_free (self->statement_id);
  self->statement_id = g_steal_pointer (&wanted);
  if (self->statement_id != NULL)
    show_statement (self);
  if (self->statement_id != NULL)
    gtk_stack_set_visible_child_name (self->stack, "statement");
  else if (was)
    gtk_stack_set_visible_child_name (self->stack, "list");
  ex_page_navigated (EX_PAGE (self));
}

/* --- ExPage ------------------------------------------------------------------------------------------------------------------------------------ */

static void
ex_rewards_page_set_session (ExPage *page, ExSession *session)
{
  ExRewardsPage *self = EX_REWARDS_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) ex_rewards_page_show_company);
}

static void
ex_rewards_page_set_search (ExPage *page, const char *text)
{
  ex_reward_table_set_search (EX_REWARDS_PAGE (page)->table, text);
}

static void
ex_rewards_page_show (ExPage *page, const char *what, const char *id)
{
  ExRewardsPage *self = EX_REWARDS_PAGE (page);

  if (g_str_equal (what, "statement"))
    ex_rewards_page_show_statement (self, id);
  else if (g_str_equal (what, "set") && ex_session_get_reward_terms (self->session) == NULL)
    ex_rewards_page_set_curve (self);
  else if (g_str_equal (what, "set"))
    ex_reward_editor_focus (self->editor);
}

static const char *
ex_rewards_page_get_title (ExPage *page)
{
  return EX_REWARDS_PAGE (page)->statement_id != NULL ? _("Reward Statement") : NULL;
}

static gboolean
ex_rewards_page_can_go_back (ExPage *page)
{
  return EX_REWARDS_PAGE (page)->statement_id != NULL;
}

static void
ex_rewards_page_go_back (ExPage *page)
{
  ExRewardsPage *self = EX_REWARDS_PAGE (page);

  ex_rewards_page_show_statement (self, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->table)))
    ex_reward_table_focus (self->table);
  else
    ex_my_reward_focus (self->own);
}

/* Everybody's as they are searched and sorted; for whom there is no table, their own. */
static ExExport *
ex_rewards_page_get_export (ExPage *page)
{
  ExRewardsPage *self = EX_REWARDS_PAGE (page);
  ExExport *export = self->shown != NULL ? ex_reward_table_get_export (self->table, self->session) : NULL;

  return export == NULL && self->shown != NULL ? ex_export_rewards (self->session, self->shown, NULL, 0, FALSE) : export;
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_rewards_page_set_session;
  iface->set_search = ex_rewards_page_set_search;
  iface->show = ex_rewards_page_show;
  iface->get_title = ex_rewards_page_get_title;
  iface->can_go_back = ex_rewards_page_can_go_back;
  iface->go_back = ex_rewards_page_go_back;
  iface->get_export = ex_rewards_page_get_export;
}

static void
statement_cb (ExRewardsPage *self, const char *leader_id)
{
  ex_rewards_page_show_statement (self, leader_id);
}

static void
ex_rewards_page_dispose (GObject *object)
{
  ExRewardsPage *self = EX_REWARDS_PAGE (object);

  ex_rewards_page_stop_saving (self);
  g_clear_handle_id (&self->table_source, g_source_remove);
  g_clear_pointer (&self->work, ex_reward_work_free);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->shown, ex_rewards_unref);
  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->statement_id, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_rewards_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/rewards-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, set_curve);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, new_cycle);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, see_paid);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, caption);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, version_list);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, why);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, total);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, note);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, to_asset);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, own);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, table);
  gtk_widget_class_bind_template_child (widget_class, ExRewardsPage, statement);
  gtk_widget_class_bind_template_callback (widget_class, ex_rewards_page_version_chosen);
  gtk_widget_class_bind_template_callback (widget_class, ex_rewards_page_see_paid);
  gtk_widget_class_bind_template_callback (widget_class, statement_cb);
  gtk_widget_class_bind_template_callback (widget_class, ex_rewards_page_set_curve);
}

static void
ex_rewards_page_class_init (ExRewardsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_rewards_page_dispose;
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  g_type_ensure (EX_TYPE_MY_REWARD);
  g_type_ensure (EX_TYPE_REWARD_EDITOR);
  g_type_ensure (EX_TYPE_REWARD_TABLE);
  g_type_ensure (EX_TYPE_STATEMENT_VIEW);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ex_rewards_page_init (ExRewardsPage *self)
{
  self->versions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->work = ex_reward_work_new (answered, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_drop_down_set_name (self->version_list, _("Version of the rewards"));
  ex_rewards_page_watch_edits (self);
}
