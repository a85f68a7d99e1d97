#include "config.h"

#include "ex-my-review-page.h"

#include "ex-alert.h"
#include "ex-my-objectives.h"
#include "ex-my-reports.h"
#include "ex-my-review-words.h"
#include "ex-my-reward.h"
#include "ex-observe-view.h"
#include "ex-review-detail.h"
#include "ex-review-signing.h"
#include "ex-self-assessment.h"
#include "ex-todo-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExMyReviewPage
{
  GtkWidget         parent_instance;

  ExSession        *session;
  ExReviewDetail   *detail;   /* of who is at the keyboard; NULL: not read yet */
  GCancellable     *reading;
  char             *actor;    /* as whom the page stands */
  char             *cycle_id; /* and of which cycle */
  char             *observed; /* the leader of the second level; NULL: the page itself */
  char             *wanted;   /* brought into view as soon as it is there */

  GtkStack         *stack;
  GtkScrolledWindow *scroller;
  GtkBox           *content;
  GtkLabel         *caption;
  GtkLabel         *sentence;
  GtkLabel         *reason;
  GtkWidget        *choose_actor;
  GtkWidget        *todo_section;
  GtkLabel         *todo_heading;
  ExTodoList       *todo;
  ExMyObjectives   *objectives;
  ExMyReward       *reward;
  ExReviewSigning  *signing;
  ExSelfAssessment *self_assessment;
  ExMyReports      *reports;
  ExObserveView    *observe;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExMyReviewPage, ex_my_review_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

/* -1: HR, or somebody who has gone. */
static int
leader_of (ExMyReviewPage *self)
{
  return ex_company_find_leader (ex_session_get_company (self->session), ex_session_get_actor (self->session));
}

/* --- bringing something into view ------------------------------------------------------------------------------------------------ */

static gboolean
bring (ExMyReviewPage *self, const char *what)
{
  if (g_str_equal (what, "objectives") || g_str_equal (what, "amendments"))
    ex_my_objectives_focus (self->objectives, g_str_equal (what, "amendments"));
  else if (g_str_equal (what, "self-assessment") || g_str_equal (what, "self"))
    ex_self_assessment_focus (self->self_assessment);
  else if (g_str_equal (what, "reward"))
    ex_my_reward_focus (self->reward);
  else if (g_str_equal (what, "sign"))
    ex_review_signing_focus (self->signing);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->todo), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* The viewport follows the focus as soon as everything has its place, which is after the next layout. */
static gboolean
bring_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (widget);
  g_autofree char *what = g_steal_pointer (&self->wanted);

  if (what != NULL && self->observed == NULL)
    bring (self, what);
  return G_SOURCE_REMOVE;
}

static void
bring_wanted (ExMyReviewPage *self)
{
  if (self->wanted != NULL && (self->detail != NULL || leader_of (self) < 0))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_cb, NULL, NULL);
}

/* --- what is shown ------------------------------------------------------------------------------------------------------------------ */

/* HR has no review of its own here, but a list of what is next. */
static void
show_hr (ExMyReviewPage *self, const ExCycle *cycle)
{
  gtk_label_set_text (self->caption, cycle->name);
  gtk_label_set_text (self->sentence, _("You are HR here."));
  gtk_label_set_text (self->reason, _("The review of a leader is on this page for the leader. Say who you are to work on your own."));
  gtk_label_set_text (self->todo_heading, _("Next for HR"));
}

static void
show_leader_words (ExMyReviewPage *self, ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  g_autofree char *caption = ex_my_review_caption (reviews, leader);
  g_autofree char *sentence = ex_my_review_sentence (reviews, leader);

  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->reason, review->excused && review->excuse != NULL ? review->excuse : "");
  gtk_label_set_text (self->todo_heading, _("Next for you"));
}

/* What there is to read and sign comes before the objectives that it is about. */
static void
order_sections (ExMyReviewPage *self)
{
  gboolean reads = gtk_widget_get_visible (GTK_WIDGET (self->signing));
  GtkWidget *objectives = GTK_WIDGET (self->objectives), *signing = GTK_WIDGET (self->signing);

  gtk_box_reorder_child_after (self->content, reads ? signing : objectives, self->todo_section);
  gtk_box_reorder_child_after (self->content, GTK_WIDGET (self->self_assessment), reads ? signing : objectives);
  gtk_box_reorder_child_after (self->content, reads ? objectives : signing, GTK_WIDGET (self->self_assessment));
  gtk_box_reorder_child_after (self->content, GTK_WIDGET (self->reward), objectives);
}

static void
show_sections (ExMyReviewPage *self, ExReviews *reviews, int leader)
{
  gboolean takes_part = leader >= 0 && ex_reviews_takes_part (reviews, (guint) leader);

  gtk_widget_set_visible (self->choose_actor, leader < 0);
  /* Earlier spells in the role are paid too, of whoever has none of the objectives any more. */
  ex_my_reward_show (self->reward, leader >= 0 ? ex_session_get_rewards (self->session) : NULL, ex_session_get_actor (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->objectives), takes_part);
  if (takes_part)
    {
      ex_my_objectives_show (self->objectives, self->session, (guint) leader, self->detail);
      ex_review_signing_show (self->signing, self->session, (guint) leader);
      ex_self_assessment_show (self->self_assessment, self->session, (guint) leader, self->detail);
      order_sections (self);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->signing), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->self_assessment), FALSE);
    }
  if (leader >= 0)
    ex_my_reports_show (self->reports, self->session, (guint) leader);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->reports), FALSE);
}

static void
show_all (ExMyReviewPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int leader = leader_of (self);

  if (leader >= 0)
    show_leader_words (self, reviews, (guint) leader);
  else
    show_hr (self, ex_reviews_get_cycle (reviews));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *gtk_label_get_text (self->reason) != '\0');
  ex_todo_list_show (self->todo, self->session);
  show_sections (self, reviews, leader);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExMyReviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewDetail) detail = ex_review_detail_read_finish (EX_SESSION (source), result, &error);
  ExReviews *reviews;
  int leader;

  if (self->session == NULL)
    return;
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("Your review could not be read"), error);
  reviews = ex_session_get_reviews (self->session);
  leader = leader_of (self);
  if (detail == NULL || reviews == NULL || leader < 0 || g_strcmp0 (detail->leader_id, ex_session_get_actor (self->session)) != 0)
    return;
  g_clear_pointer (&self->detail, ex_review_detail_free);
  self->detail = g_steal_pointer (&detail);
  show_sections (self, reviews, leader);
  bring_wanted (self);
}

/* Another person, another cycle: nothing of what was read holds. */
static void
forget (ExMyReviewPage *self, const char *cycle_id)
{
  const char *actor = ex_session_get_actor (self->session);

  if (g_strcmp0 (self->actor, actor) == 0 && g_strcmp0 (self->cycle_id, cycle_id) == 0)
    return;
  g_clear_pointer (&self->detail, ex_review_detail_free);
  g_free (self->actor);
  self->actor = g_strdup (actor);
  g_free (self->cycle_id);
  self->cycle_id = g_strdup (cycle_id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static const char *
child_name (ExMyReviewPage *self)
{
  if (ex_session_get_reviews (self->session) == NULL)
    return "empty";
  return self->observed != NULL ? "observe" : "content";
}

static void
show_company (ExMyReviewPage *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_stack_set_visible_child_name (self->stack, child_name (self));
  if (reviews == NULL)
    return;
  forget (self, ex_reviews_get_cycle (reviews)->id);
  show_all (self);
  if (self->observed != NULL)
    ex_observe_view_show (self->observe, self->session, self->observed);
  if (leader_of (self) < 0)
    {
      bring_wanted (self);
      return;
    }
  self->reading = g_cancellable_new ();
  ex_review_detail_read_async (self->session, ex_session_get_actor (self->session), self->reading, read_cb, g_object_ref (self));
}

/* --- the second level: observing somebody ------------------------------------------------------------------------------------------- */

static void
observe (ExMyReviewPage *self, const char *leader_id)
{
  g_autofree char *id = g_strdup (leader_id);

  g_free (self->observed);
  self->observed = g_steal_pointer (&id);
  ex_observe_view_show (self->observe, self->session, self->observed);
  if (ex_session_get_reviews (self->session) != NULL)
    gtk_stack_set_visible_child_name (self->stack, child_name (self));
  ex_page_navigated (EX_PAGE (self));
}

static void
observed_gone_cb (ExMyReviewPage *self)
{
  if (self->observed != NULL)
    observe (self, NULL);
}

static const char *
ex_my_review_page_get_title (ExPage *page)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (page);
  ExCompany *company = self->session != NULL ? ex_session_get_company (self->session) : NULL;
  int leader = company != NULL && self->observed != NULL ? ex_company_find_leader (company, self->observed) : -1;

  return leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : NULL;
}

static gboolean
ex_my_review_page_can_go_back (ExPage *page)
{
  return EX_MY_REVIEW_PAGE (page)->observed != NULL;
}

static void
ex_my_review_page_go_back (ExPage *page)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (page);

  observe (self, NULL);
  bring (self, "todo");
}

/* --- the page ------------------------------------------------------------------------------------------------------------------------- */

static void
ex_my_review_page_set_session (ExPage *page, ExSession *session)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static void
ex_my_review_page_show (ExPage *page, const char *what, const char *id)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (page);

  if (g_str_equal (what, "observe"))
    {
      observe (self, id);
      return;
    }
  if (self->observed != NULL)
    observe (self, NULL);
  g_free (self->wanted);
  self->wanted = g_strdup (what);
  bring_wanted (self);
}

/* One's own; that of whom one observes is not theirs to print. */
static gboolean
ex_my_review_page_get_report (ExPage *page, ExReport *report, char ***leaders)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (page);
  const char *own[] = { ex_session_get_actor (self->session), NULL };

  if (self->observed != NULL || leader_of (self) < 0)
    return FALSE;
  *report = EX_REPORT_REVIEW;
  *leaders = g_strdupv ((char **) own);
  return TRUE;
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_my_review_page_set_session;
  iface->show = ex_my_review_page_show;
  iface->get_title = ex_my_review_page_get_title;
  iface->can_go_back = ex_my_review_page_can_go_back;
  iface->go_back = ex_my_review_page_go_back;
  iface->get_report = ex_my_review_page_get_report;
}

static void
ex_my_review_page_dispose (GObject *object)
{
  ExMyReviewPage *self = EX_MY_REVIEW_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->detail, ex_review_detail_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->cycle_id, g_free);
  g_clear_pointer (&self->observed, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_my_review_page_parent_class)->dispose (object);
}

static void
ex_my_review_page_class_init (ExMyReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_my_review_page_dispose;
  g_type_ensure (EX_TYPE_TODO_LIST);
  g_type_ensure (EX_TYPE_MY_OBJECTIVES);
  g_type_ensure (EX_TYPE_SELF_ASSESSMENT);
  g_type_ensure (EX_TYPE_REVIEW_SIGNING);
  g_type_ensure (EX_TYPE_MY_REPORTS);
  g_type_ensure (EX_TYPE_MY_REWARD);
  g_type_ensure (EX_TYPE_OBSERVE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/my-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, caption);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, reason);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, choose_actor);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, todo_section);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, todo_heading);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, todo);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, objectives);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, reward);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, signing);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, self_assessment);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, reports);
  gtk_widget_class_bind_template_child (widget_class, ExMyReviewPage, observe);
}

static void
ex_my_review_page_init (ExMyReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->observe, "gone", G_CALLBACK (observed_gone_cb), self);
}
