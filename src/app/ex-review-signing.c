#include "config.h"

#include "ex-review-signing.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-alert.h"
#include "ex-figure.h"
#include "ex-my-review-words.h"
#include "ex-reason-dialog.h"
#include "ex-review-actions.h"
#include "ex-review-steps.h"
#include "ex-why-button.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _ExReviewSigning
{
  GtkWidget    parent_instance;

  ExSession   *session;
  char        *leader_id;

  GtkWidget   *box;
  GtkListBox  *means;
  GtkWidget   *gap_box;
  GtkLabel    *gaps;
  ExWhyButton *why;
  GtkWidget   *dissent_box;
  GtkLabel    *dissent;
  GtkLabel    *signatures;
  GtkWidget   *buttons;
  GtkWidget   *dissent_button;
  GtkWidget   *sign;
};

G_DEFINE_FINAL_TYPE (ExReviewSigning, ex_review_signing, GTK_TYPE_WIDGET)

/* --- dissent, signature ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *cycle_id;
  char *leader_id;
  char *words;
} Dissent;

static void
dissent_free (gpointer data)
{
  Dissent *dissent = data;

  g_free (dissent->cycle_id);
  g_free (dissent->leader_id);
  g_free (dissent->words);
  g_free (dissent);
}

static gpointer
add_dissent (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Dissent *dissent = data;

  return GINT_TO_POINTER (ex_store_take_step (store, dissent->cycle_id, dissent->leader_id, EX_STEP_DISSENT, dissent->words, NULL, error));
}

static void
dissented_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL && gtk_widget_get_root (self) != NULL)
    ex_alert_error (self, _("The dissent could not be added"), error);
}

static void
dissent_chosen_cb (GtkWidget *widget, const char *why, gpointer data)
{
  ExReviewSigning *self = EX_REVIEW_SIGNING (widget);
  Dissent *dissent;

  if (self->session == NULL)
    return;
  dissent = g_new0 (Dissent, 1);
  dissent->cycle_id = g_strdup (ex_company_get_cycle (ex_session_get_company (self->session))->id);
  dissent->leader_id = g_strdup (self->leader_id);
  dissent->words = g_strdup (why);
  ex_session_write_async (self->session, N_("Add a dissent"), add_dissent, dissent, dissent_free, NULL, NULL, dissented_cb, g_object_ref (self));
}

static void
dissent_cb (ExReviewSigning *self)
{
  ex_reason_dialog_present (GTK_WIDGET (self), _("Where do you not agree?"),
                            _("Your words stay in the review, beside the ratings, for whoever reads it. They change no rating."),
                            _("_Add the Dissent"), dissent_chosen_cb, NULL, NULL);
}

static void
sign_cb (ExReviewSigning *self)
{
  const char *ids[] = { self->leader_id, NULL };

  ex_review_actions_take (GTK_WIDGET (self), self->session, EX_STEP_SIGN, ids);
}

/* --- what is shown -------------------------------------------------------------------------------------------------------------------- */

static void
add_mean (ExReviewSigning *self, const char *who, const char *detail, double mean)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *figure = ex_format_number (mean, 1);
  g_autofree char *title = g_markup_escape_text (who, -1);

  if (isnan (mean))
    {
      g_object_unref (g_object_ref_sink (row));
      g_object_unref (g_object_ref_sink (label));
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  ex_figure_set_text (GTK_LABEL (label), figure);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->means, row);
}

static void
show_means (ExReviewSigning *self, ExReviews *reviews, guint leader)
{
  guint n_answered = 0;
  double observed = ex_reviews_mean_observers (reviews, leader, &n_answered);
  double first = ex_reviews_mean_first (reviews, leader), last = ex_reviews_mean_final (reviews, leader);
  /* Translators: how many observers gave ratings */
  g_autofree char *observers = g_strdup_printf (ngettext ("%u answered", "%u answered", n_answered), n_answered);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->means, 0)) != NULL)
    gtk_list_box_remove (self->means, GTK_WIDGET (row));
  add_mean (self, _("You, of yourself"), NULL, ex_reviews_mean_self (reviews, leader));
  add_mean (self, ex_reviews_get_reviewer_name (reviews, leader), _("The first rating"), first);
  if (fabs (last - first) > 1e-9)
    add_mean (self, _("After calibration"), _("The reason stands beside the objective"), last);
  add_mean (self, _("Your observers"), observers, observed);
  gtk_widget_set_visible (GTK_WIDGET (self->means), gtk_list_box_get_row_at_index (self->means, 0) != NULL);
}

static void
show_gaps (ExReviewSigning *self, ExReviews *reviews, guint leader)
{
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autoptr (GPtrArray) lines = ex_my_review_gaps (reviews, leader, working);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->gap_box, lines->len > 0);
  g_ptr_array_add (lines, NULL);
  words = g_strjoinv (" ", (char **) lines->pdata);
  gtk_label_set_text (self->gaps, words);
  ex_why_button_set_working (self->why, _("The gap between talk and walk"), working);
}

static void
show_signatures (ExReviewSigning *self, ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  const char *reviewer = ex_reviews_get_reviewer_name (reviews, leader);
  g_autofree char *day = ex_format_day (review->day);
  g_autofree char *words = NULL;

  if (review->leader_signed != NULL && review->reviewer_signed != NULL)
    /* Translators: the day, then who signed */
    words = g_strdup_printf (_("Signed by %s and %s, on %s. Nothing in it changes any more."), ex_review_name_of (reviews, review->reviewer_signed),
                             ex_review_name_of (reviews, review->leader_signed), day);
  else if (review->reviewer_signed != NULL)
    words = g_strdup_printf (_("%s has signed. It is your turn."), ex_review_name_of (reviews, review->reviewer_signed));
  else
    words = g_strdup_printf (_("Not signed yet: %s signs first, then you."), reviewer);
  gtk_label_set_text (self->signatures, words);
}

static void
show_buttons (ExReviewSigning *self, ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  gboolean dissents = ex_review_step_applies (reviews, leader, EX_STEP_DISSENT, (int) leader)
                      && ex_reviews_get_cycle (reviews)->phase == EX_PHASE_SIGN && review->leader_signed == NULL;
  gboolean signs = dissents && review->reviewer_signed != NULL;

  gtk_button_set_label (GTK_BUTTON (self->dissent_button), review->dissent != NULL ? _("_Replace the Dissent…") : _("Add a _Dissent…"));
  gtk_widget_set_visible (self->dissent_button, dissents);
  gtk_widget_set_visible (self->sign, signs);
  gtk_widget_set_visible (self->buttons, dissents || signs);
  gtk_label_set_text (self->dissent, review->dissent != NULL ? review->dissent : "");
  gtk_widget_set_visible (self->dissent_box, review->dissent != NULL);
}

void
ex_review_signing_show (ExReviewSigning *self, ExSession *session, guint leader)
{
  ExReviews *reviews;
  const ExReview *review;
  gboolean shown;

  g_return_if_fail (EX_IS_REVIEW_SIGNING (self));
  g_return_if_fail (EX_IS_SESSION (session));

  reviews = ex_session_get_reviews (session);
  review = ex_reviews_get (reviews, leader);
  g_set_object (&self->session, session);
  g_free (self->leader_id);
  self->leader_id = g_strdup (ex_company_get_leader (ex_session_get_company (session), leader)->id);
  shown = review->state >= EX_REVIEW_ASSESSED && !review->excused && ex_reviews_sees_manager (reviews, (int) leader, leader);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  show_means (self, reviews, leader);
  show_gaps (self, reviews, leader);
  show_signatures (self, reviews, leader);
  show_buttons (self, reviews, leader);
}

void
ex_review_signing_focus (ExReviewSigning *self)
{
  g_return_if_fail (EX_IS_REVIEW_SIGNING (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->sign) ? self->sign : self->dissent_button);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------- */

static void
ex_review_signing_dispose (GObject *object)
{
  ExReviewSigning *self = EX_REVIEW_SIGNING (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  G_OBJECT_CLASS (ex_review_signing_parent_class)->dispose (object);
}

static void
ex_review_signing_class_init (ExReviewSigningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_signing_dispose;
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/review-signing.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, box);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, means);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, gap_box);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, gaps);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, why);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, dissent_box);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, dissent);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, signatures);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, buttons);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, dissent_button);
  gtk_widget_class_bind_template_child (widget_class, ExReviewSigning, sign);
  gtk_widget_class_bind_template_callback (widget_class, dissent_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
ex_review_signing_init (ExReviewSigning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
