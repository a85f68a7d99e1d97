/* What can be done with the review in view: the next step as its button, everything else in a menu. */
#include "config.h"

#include "ex-review-view-private.h"

#include "core/ex-gate.h"
#include "ex-assign-dialog.h"
#include "ex-observers-dialog.h"
#include "ex-review-actions.h"
#include "ex-review-remind.h"
#include "ex-review-words.h"

#include <glib/gi18n.h>

/* --- whose ratings -------------------------------------------------------------------------------------------------------------------------- */

/* While a leader has not submitted, HR may do it for them; everything else is about the ratings of who reviews. */
const char *
ex_review_view_get_rater (ExReviewView *self, guint leader, ExRole *role)
{
  const ExReviews *reviews = ex_session_get_reviews (self->session);
  const ExReview *review = ex_reviews_get (reviews, leader);
  int reviewer = ex_reviews_get_reviewer (reviews, leader);

  *role = EX_ROLE_MANAGER;
  if (review->state == EX_REVIEW_AGREED && self->on_behalf)
    {
      *role = EX_ROLE_SELF;
      return self->id;
    }
  if (review->assessed_by != NULL)
    return review->assessed_by;
  return reviewer >= 0 ? ex_company_get_leader (ex_reviews_get_company (reviews), (guint) reviewer)->id : EX_BOARD;
}

/* Whether HR could write for somebody who has a part of their own in it now. */
static gboolean
can_stand_in (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  ExPhase phase = ex_reviews_get_cycle (reviews)->phase;

  if (ex_review_viewer (self->session) != EX_NOBODY || review->excused || phase == EX_PHASE_CLOSED)
    return FALSE;
  if (review->state == EX_REVIEW_AGREED)
    return phase >= EX_PHASE_ASSESS;
  return review->state == EX_REVIEW_SELF_ASSESSED && ex_reviews_get_reviewer (reviews, leader) >= 0;
}

gboolean
ex_review_view_is_editable (ExReviewView *self, guint leader)
{
  const ExReviews *reviews = ex_session_get_reviews (self->session);
  const ExReview *review = ex_reviews_get (reviews, leader);
  int viewer = ex_review_viewer (self->session);
  g_autoptr (GPtrArray) missing = NULL;

  if (viewer == EX_NO_ONE || review->excused || ex_reviews_get_cycle (reviews)->phase == EX_PHASE_CLOSED)
    return FALSE;
  if (review->state == EX_REVIEW_AGREED)
    return self->on_behalf;
  if (review->state != EX_REVIEW_SELF_ASSESSED)
    return FALSE;
  if (ex_reviews_get_reviewer (reviews, leader) != viewer && !self->on_behalf)
    return FALSE;
  missing = ex_gate_rate (reviews, leader);
  return missing->len == 0;
}

/* --- the next step ----------------------------------------------------------------------------------------------------------------------------- */

static gboolean
find_next (ExReviewView *self, const ExReviews *reviews, guint leader, ExStep *step)
{
  static const ExStep steps[EX_N_REVIEW_STATES] = { EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_SIGN, EX_STEP_REOPEN };
  ExReviewState state = ex_reviews_get (reviews, leader)->state;
  ExPhase phase = ex_reviews_get_cycle (reviews)->phase;

  *step = steps[state];
  if (state == EX_REVIEW_SIGNED || (state == EX_REVIEW_ASSESSED && phase < EX_PHASE_SIGN) || (state == EX_REVIEW_AGREED && phase < EX_PHASE_ASSESS))
    return FALSE;
  return ex_review_step_applies (reviews, leader, *step, ex_review_viewer (self->session));
}

/* A name in a label that has a mnemonic. (transfer full) */
static char *
plain_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* (transfer full) with mnemonic */
static char *
next_label (const ExReviews *reviews, guint leader, ExStep step, int viewer)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  g_autofree char *plain = plain_name (ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name);

  switch (step)
    {
    case EX_STEP_AGREE:
      return g_strdup (_("_Agree"));
    case EX_STEP_SELF_ASSESS:
      return g_strdup_printf (_("_Submit for %s"), plain);
    case EX_STEP_ASSESS:
      return g_strdup (_("A_ssess"));
    case EX_STEP_SIGN:
    default:
      return viewer == EX_NOBODY && review->reviewer_signed != NULL ? g_strdup_printf (_("_Sign for %s"), plain) : g_strdup (_("_Sign"));
    }
}

static void
show_next (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  gboolean any = find_next (self, reviews, leader, &self->step);
  g_autofree char *label = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", any);
  gtk_widget_set_visible (GTK_WIDGET (self->next), any);
  if (!any)
    return;
  label = next_label (reviews, leader, self->step, ex_review_viewer (self->session));
  gtk_button_set_label (self->next, label);
}

static void
take_now (ExReviewView *self)
{
  const char *ids[] = { self->id, NULL };

  self->step_waits = FALSE;
  g_clear_signal_handler (&self->busy, self->session);
  if (ex_review_view_get_leader (self) >= 0)
    ex_review_actions_take (GTK_WIDGET (self), self->session, self->step, ids);
}

static void
busy_cb (ExReviewView *self)
{
  if (self->step_waits && !ex_session_is_busy (self->session))
    take_now (self);
}

/* What is still being typed counts: the gate is asked when it is kept. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewView *self = EX_REVIEW_VIEW (widget);

  if (self->session == NULL || self->step_waits)
    return;
  ex_rating_list_flush (self->ratings);
  ex_review_note_flush (self->note);
  if (!ex_session_is_busy (self->session))
    {
      take_now (self);
      return;
    }
  self->step_waits = TRUE;
  self->busy = g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
}

/* --- the menu -------------------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *action;
  const char *label;
  ExStep      step;
} Item;

static const Item items[] = {
  { "review.send-back", N_("_Send Back…"), EX_STEP_SEND_BACK },
  { "review.reopen", N_("Re-o_pen…"), EX_STEP_REOPEN },
  { "review.excuse", N_("_Excuse…"), EX_STEP_EXCUSE },
  { "review.move", N_("_Move to Another Reviewer…"), EX_STEP_MOVE },
  { "review.observers", N_("O_bservers…"), EX_STEP_OBSERVE },
  { "review.adjust", N_("_Calibrate…"), EX_STEP_CALIBRATE },
  { "review.assign", N_("Assign _Objectives…"), EX_STEP_AGREE },
};

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewView *self = EX_REVIEW_VIEW (widget);
  const char *ids[] = { self->id, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (g_str_equal (items[i].action, name) && ex_review_view_get_leader (self) >= 0)
      ex_review_actions_take (widget, self->session, items[i].step, ids);
}

static void
observers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_observers_dialog_present (widget, EX_REVIEW_VIEW (widget)->session, EX_REVIEW_VIEW (widget)->id);
}

static void
adjust_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show", "(sss)", "calibrate", "leader", EX_REVIEW_VIEW (widget)->id);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *ids[] = { EX_REVIEW_VIEW (widget)->id, NULL };

  ex_assign_dialog_present (widget, EX_REVIEW_VIEW (widget)->session, ids);
}

static void
remind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *ids[] = { EX_REVIEW_VIEW (widget)->id, NULL };

  ex_review_remind (widget, EX_REVIEW_VIEW (widget)->session, ids);
}

static void
behalf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReviewView *self = EX_REVIEW_VIEW (widget);

  if (ex_review_view_get_leader (self) < 0)
    return;
  self->on_behalf = !self->on_behalf;
  self->behalf_of = ex_reviews_get (ex_session_get_reviews (self->session), (guint) ex_review_view_get_leader (self))->state;
  ex_review_view_show (self, self->session, self->id);
}

/* For whom HR could write. */
static const char *
behalf_name (const ExReviews *reviews, guint leader)
{
  if (ex_reviews_get (reviews, leader)->state == EX_REVIEW_AGREED)
    return ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  return ex_reviews_get_reviewer_name (reviews, leader);
}

static char *
behalf_label (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  g_autofree char *plain = plain_name (behalf_name (reviews, leader));

  return g_strdup_printf (self->on_behalf ? _("Stop _Rating for %s") : _("_Rate for %s"), plain);
}

static void
show_menu (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  int viewer = ex_review_viewer (self->session);
  gboolean waits = ex_review_step_applies (reviews, leader, EX_STEP_OBSERVE, EX_NOBODY) && viewer != EX_NO_ONE;
  g_autofree char *behalf = behalf_label (self, reviews, leader);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      gboolean applies = ex_review_step_applies (reviews, leader, items[i].step, viewer);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), items[i].action, applies);
      if (applies)
        g_menu_append (menu, _(items[i].label), items[i].action);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.remind", waits);
  if (waits)
    g_menu_append (menu, _("Remind by Mai_l"), "review.remind");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.behalf", can_stand_in (self, reviews, leader));
  if (can_stand_in (self, reviews, leader))
    g_menu_append (menu, behalf, "review.behalf");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->more, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* --- shut ------------------------------------------------------------------------------------------------------------------------------------------- */

/* Nobody rates others before having rated themself: the sentence stands where the ratings would be. */
static void
show_shut (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  int viewer = ex_review_viewer (self->session);
  gboolean theirs = viewer != EX_NO_ONE && ex_reviews_get_reviewer (reviews, leader) == viewer;
  const ExReview *review = ex_reviews_get (reviews, leader);
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *words = NULL;
  gboolean own = FALSE;

  gtk_widget_set_visible (self->shut, FALSE);
  if (!(theirs || self->on_behalf) || review->excused || ex_reviews_get_cycle (reviews)->phase < EX_PHASE_ASSESS
      || review->state > EX_REVIEW_SELF_ASSESSED || review->state == EX_REVIEW_DRAFTING)
    return;
  missing = ex_gate_rate (reviews, leader);
  if (missing->len == 0)
    return;
  for (guint i = 0; i < missing->len; i++)
    own = own || ((const ExMissing *) g_ptr_array_index (missing, i))->leader == viewer;
  if (own && missing->len == 1)
    words = g_strdup_printf (_("Rate yourself first: then you can assess %s."), ex_reviews_get_name (reviews, (int) leader));
  else
    words = ex_missing_to_text (missing);
  gtk_label_set_text (self->shut_words, g_strchomp (words));
  gtk_widget_set_visible (self->shut_button, viewer >= 0 && own);
  gtk_widget_set_visible (self->shut, TRUE);
}

static void
show_behalf (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  g_autofree char *words = g_strdup_printf (_("You write the ratings of %s. What is drafted and not submitted you cannot see: what you write takes its place."),
                                            behalf_name (reviews, leader));

  gtk_label_set_text (self->behalf, words);
  gtk_widget_set_visible (GTK_WIDGET (self->behalf), self->on_behalf);
}

/* --- doors ------------------------------------------------------------------------------------------------------------------------------------------ */

void
ex_review_view_show_actions (ExReviewView *self, guint leader)
{
  const ExReviews *reviews = ex_session_get_reviews (self->session);

  self->on_behalf = self->on_behalf && can_stand_in (self, reviews, leader) && ex_reviews_get (reviews, leader)->state == self->behalf_of;
  show_next (self, reviews, leader);
  show_menu (self, reviews, leader);
  show_shut (self, reviews, leader);
  show_behalf (self, reviews, leader);
  gtk_widget_set_visible (self->buttons, gtk_widget_get_visible (GTK_WIDGET (self->next)) || gtk_widget_get_visible (self->more));
}

void
ex_review_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "review.send-back", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "review.reopen", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "review.excuse", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "review.move", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "review.observers", NULL, observers_action);
  gtk_widget_class_install_action (widget_class, "review.adjust", NULL, adjust_action);
  gtk_widget_class_install_action (widget_class, "review.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "review.remind", NULL, remind_action);
  gtk_widget_class_install_action (widget_class, "review.behalf", NULL, behalf_action);
}
