#include "config.h"

#include "ex-review-view-private.h"

#include "ex-alert.h"
#include "ex-amendment-row.h"
#include "ex-rating-others.h"
#include "ex-review-steps.h"
#include "ex-review-words.h"
#include "ex-row-group.h"

#include <glib/gi18n.h>

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExReviewView, ex_review_view, GTK_TYPE_WIDGET)

int
ex_review_view_get_leader (ExReviewView *self)
{
  ExReviews *reviews = self->session != NULL ? ex_session_get_reviews (self->session) : NULL;
  int leader = reviews != NULL && self->id != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), self->id) : -1;

  return leader >= 0 && ex_reviews_takes_part (reviews, (guint) leader) ? leader : -1;
}

/* --- what is read of it --------------------------------------------------------------------------------------------------------------------- */

static void
show_ratings (ExReviewView *self, guint leader)
{
  guint n;
  ExRole role;
  const char *rater = ex_review_view_get_rater (self, leader, &role);

  ex_company_leader_objectives (ex_session_get_company (self->session), leader, &n);
  gtk_widget_set_visible (self->no_objectives, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ratings), n > 0);
  ex_rating_list_show (self->ratings, self->session, role, rater, self->detail, ex_review_view_is_editable (self, leader));
}

static void
show_amendments (ExReviewView *self)
{
  const GPtrArray *amendments = self->detail->sheet->amendments;

  ex_row_group_clear (self->amendments);
  for (guint i = 0; i < amendments->len; i++)
    ex_row_group_add (self->amendments, ex_amendment_row_new (self->session, g_ptr_array_index (amendments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->amendments), amendments->len > 0);
}

static void
show_steps (ExReviewView *self, guint leader)
{
  const GPtrArray *steps = self->detail->sheet->steps;
  ExReviews *reviews = ex_session_get_reviews (self->session);

  ex_row_group_clear (self->steps);
  for (guint i = 0; i < steps->len; i++)
    ex_row_group_add (self->steps, ex_review_step_row_new (reviews, leader, g_ptr_array_index (steps, i),
                                                           i > 0 ? g_ptr_array_index (steps, i - 1) : NULL));
  if (steps->len == 0)
    ex_row_group_add_hint (self->steps, _("None: the objectives are being drafted."));
}

static void
show_words (ExReviewView *self, guint leader)
{
  const ExReviews *reviews = ex_session_get_reviews (self->session);
  const ExReview *review = ex_reviews_get (reviews, leader);
  const char *name = ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  g_autofree char *who = g_strdup_printf (_("%s does not agree"), name);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->words)) != NULL)
    gtk_box_remove (GTK_BOX (self->words), child);
  if (review->dissent != NULL)
    gtk_box_append (GTK_BOX (self->words), ex_rating_line_new (who, "", review->dissent));
  gtk_widget_set_visible (self->words, review->dissent != NULL);
}

static void
show_detail (ExReviewView *self, guint leader)
{
  int viewer = ex_review_viewer (self->session);
  gboolean notes = viewer != EX_NO_ONE && viewer != (int) leader;

  show_ratings (self, leader);
  show_amendments (self);
  show_steps (self, leader);
  gtk_widget_set_visible (GTK_WIDGET (self->note), notes);
  if (notes)
    ex_review_note_show (self->note, self->session, self->id, self->detail->sheet->note,
                         ex_reviews_get_cycle (ex_session_get_reviews (self->session))->phase != EX_PHASE_CLOSED);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExReviewView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewDetail) detail = ex_review_detail_read_finish (EX_SESSION (source), result, &error);
  int leader = ex_review_view_get_leader (self);

  if (error != NULL)
    {
      if (self->session != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        ex_alert_error (GTK_WIDGET (self), _("The review could not be read"), error);
      return;
    }
  if (detail == NULL || leader < 0 || g_strcmp0 (detail->leader_id, self->id) != 0)
    return;
  g_clear_pointer (&self->detail, ex_review_detail_free);
  self->detail = g_steal_pointer (&detail);
  show_detail (self, (guint) leader);
}

static void
stop_reading (ExReviewView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
show_company (ExReviewView *self)
{
  int leader = ex_review_view_get_leader (self);

  stop_reading (self);
  if (leader < 0)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  ex_review_view_show_head (self, (guint) leader);
  ex_review_view_show_actions (self, (guint) leader);
  show_words (self, (guint) leader);
  self->reading = g_cancellable_new ();
  ex_review_detail_read_async (self->session, self->id, self->reading, read_cb, g_object_ref (self));
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------------------- */

static void
ex_review_view_dispose (GObject *object)
{
  ExReviewView *self = EX_REVIEW_VIEW (object);

  ex_review_view_show (self, NULL, NULL);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_review_view_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, name);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, trail);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, dots);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, due);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, waits);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, flags);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, buttons);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, next);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, more);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, shut);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, shut_words);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, shut_button);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, facts);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, gaps);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, words);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, amendments);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, behalf);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, ratings);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, no_objectives);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, note);
  gtk_widget_class_bind_template_child (widget_class, ExReviewView, steps);
}

static void
ex_review_view_class_init (ExReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_review_view_dispose;
  signals[GONE] = g_signal_new ("gone", EX_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (EX_TYPE_REVIEW_DOTS);
  g_type_ensure (EX_TYPE_REVIEW_NOTE);
  g_type_ensure (EX_TYPE_RATING_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/review-view.ui");
  bind_parts (widget_class);
  ex_review_view_install_actions (widget_class);
}

static void
ex_review_view_init (ExReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Another leader, or nobody: nothing of the one before may stay, and what was typed is written. */
static void
leave (ExReviewView *self)
{
  ex_rating_list_flush (self->ratings);
  ex_review_note_flush (self->note);
  self->on_behalf = FALSE;
  g_clear_pointer (&self->detail, ex_review_detail_free);
  ex_row_group_clear (self->amendments);
  ex_row_group_clear (self->steps);
  gtk_widget_set_visible (GTK_WIDGET (self->ratings), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
ex_review_view_show (ExReviewView *self, ExSession *session, const char *leader_id)
{
  char *copy;

  g_return_if_fail (EX_IS_REVIEW_VIEW (self));

  copy = g_strdup (leader_id);
  stop_reading (self);
  if (self->scroller != NULL && g_strcmp0 (self->id, leader_id) != 0)
    leave (self);
  if (self->session != NULL)
    {
      g_clear_signal_handler (&self->changed, self->session);
      g_clear_signal_handler (&self->busy, self->session);
      self->step_waits = FALSE;
    }
  g_set_object (&self->session, session);
  g_free (self->id);
  self->id = copy;
  if (session == NULL || leader_id == NULL)
    return;
  self->changed = g_signal_connect_object (session, "changed", G_CALLBACK (show_company), self, G_CONNECT_SWAPPED);
  show_company (self);
  if (ex_review_view_get_leader (self) >= 0 && !gtk_widget_grab_focus (GTK_WIDGET (self->next)))
    gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}
