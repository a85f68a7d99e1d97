#include "config.h"

#include "ex-observe-view.h"

#include "ex-alert.h"
#include "ex-rating-list.h"
#include "ex-review-detail.h"

#include <glib/gi18n.h>

struct _ExObserveView
{
  GtkWidget     parent_instance;

  ExSession    *session;
  char         *leader_id;
  GCancellable *reading;
  gboolean      begun;    /* the keyboard was given its place */

  GtkWidget    *scroller;
  GtkLabel     *sentence;
  GtkLabel     *hint;
  ExRatingList *list;
};

enum { GONE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExObserveView, ex_observe_view, GTK_TYPE_WIDGET)

/* From agreed until signed. */
static gboolean
is_open (ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);

  return review->state >= EX_REVIEW_AGREED && review->state < EX_REVIEW_SIGNED && !review->excused
         && ex_reviews_get_cycle (reviews)->phase != EX_PHASE_CLOSED;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObserveView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewDetail) detail = ex_review_detail_read_finish (EX_SESSION (source), result, &error);
  ExReviews *reviews;
  int leader;

  if (error != NULL && self->session != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The objectives could not be read"), error);
  if (detail == NULL || self->session == NULL || g_strcmp0 (detail->leader_id, self->leader_id) != 0)
    return;
  reviews = ex_session_get_reviews (self->session);
  leader = reviews != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), self->leader_id) : -1;
  if (leader < 0)
    return;
  ex_rating_list_show (self->list, self->session, EX_ROLE_OBSERVER, ex_session_get_actor (self->session), detail, is_open (reviews, (guint) leader));
  if (!self->begun)
    ex_rating_list_focus (self->list, NULL);
  self->begun = TRUE;
}

static void
show_words (ExObserveView *self, const char *name, gboolean open)
{
  g_autofree char *sentence = g_strdup_printf (_("How does %s walk the talk?"), name);

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->hint, open ? _("Rate what you have seen yourself. Nobody reads whose rating it is: the mean of three or more is shown, "
                                           "and words without names. What you type is saved as you type.")
                                       : _("Observing is over, or has not begun: these are the ratings that you gave."));
}

void
ex_observe_view_show (ExObserveView *self, ExSession *session, const char *leader_id)
{
  ExReviews *reviews = session != NULL ? ex_session_get_reviews (session) : NULL;
  ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  int leader, viewer;

  g_return_if_fail (EX_IS_OBSERVE_VIEW (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (g_strcmp0 (self->leader_id, leader_id) != 0)
    {
      self->begun = FALSE;
      g_free (self->leader_id);
      self->leader_id = g_strdup (leader_id);
    }
  g_set_object (&self->session, session);
  if (company == NULL || leader_id == NULL)
    return;
  leader = ex_company_find_leader (company, leader_id);
  viewer = ex_company_find_leader (company, ex_session_get_actor (session));
  if (leader < 0 || viewer < 0 || !ex_reviews_observes (reviews, (guint) viewer, (guint) leader))
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  show_words (self, ex_company_get_leader (company, (guint) leader)->name, is_open (reviews, (guint) leader));
  self->reading = g_cancellable_new ();
  ex_review_detail_read_async (session, leader_id, self->reading, read_cb, g_object_ref (self));
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_observe_view_dispose (GObject *object)
{
  ExObserveView *self = EX_OBSERVE_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  G_OBJECT_CLASS (ex_observe_view_parent_class)->dispose (object);
}

static void
ex_observe_view_class_init (ExObserveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_observe_view_dispose;
  g_type_ensure (EX_TYPE_RATING_LIST);
  signals[GONE] = g_signal_new ("gone", EX_TYPE_OBSERVE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/observe-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObserveView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExObserveView, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExObserveView, hint);
  gtk_widget_class_bind_template_child (widget_class, ExObserveView, list);
}

static void
ex_observe_view_init (ExObserveView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
