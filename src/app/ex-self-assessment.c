#include "config.h"

#include "ex-self-assessment.h"

#include "core/ex-gate.h"
#include "ex-rating-list.h"
#include "ex-review-actions.h"

#include <glib/gi18n.h>

struct _ExSelfAssessment
{
  GtkWidget     parent_instance;

  ExSession    *session;
  char         *leader_id;
  gboolean      submitting;

  GtkWidget    *box;
  GtkLabel     *heading;
  GtkLabel     *sentence;
  ExRatingList *list;
  GtkWidget    *foot;
  GtkLabel     *progress;
  GtkWidget    *submit;
};

G_DEFINE_FINAL_TYPE (ExSelfAssessment, ex_self_assessment, GTK_TYPE_WIDGET)

/* --- handing in ------------------------------------------------------------------------------------------------------------------- */

static gpointer
look (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (1);
}

/* What was typed last is kept by now, and the gate looks at all of it. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExSelfAssessment) self = data;
  const char *ids[] = { self->leader_id, NULL };

  self->submitting = FALSE;
  if (ex_session_call_finish (EX_SESSION (source), result, NULL) != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ex_review_actions_take (GTK_WIDGET (self), self->session, EX_STEP_SELF_ASSESS, ids);
}

static void
submit_cb (ExSelfAssessment *self)
{
  if (self->submitting)
    return;
  self->submitting = TRUE;
  ex_rating_list_flush (self->list);
  ex_session_read_async (self->session, look, NULL, NULL, NULL, NULL, kept_cb, g_object_ref (self));
}

/* --- what is shown ------------------------------------------------------------------------------------------------------------------ */

static gboolean
is_open (const ExReview *review, const ExCycle *cycle)
{
  return review->state == EX_REVIEW_AGREED && !review->excused && cycle->phase >= EX_PHASE_ASSESS && cycle->phase != EX_PHASE_CLOSED;
}

static void
show_words (ExSelfAssessment *self, ExReviews *reviews, guint leader, gboolean open)
{
  if (open)
    {
      gtk_label_set_text (self->heading, _("Rate yourself"));
      gtk_label_set_text (self->sentence,
                          _("A rating and a comment for each objective. They are saved as you type, and nobody reads them before you submit them."));
    }
  else if (ex_reviews_sees_manager (reviews, (int) leader, leader))
    {
      gtk_label_set_text (self->heading, _("Objective by objective"));
      gtk_label_set_text (self->sentence, _("What you said of yourself, and what was said of you."));
    }
  else
    {
      gtk_label_set_text (self->heading, _("How you rated yourself"));
      gtk_label_set_text (self->sentence, _("As you submitted it. Once it is sent back to you, you can change it."));
    }
}

static void
show_progress (ExSelfAssessment *self, ExReviews *reviews, guint leader)
{
  g_autofree char *words = NULL;
  const guint *own;
  guint n, rated = 0;

  own = ex_company_leader_objectives (ex_reviews_get_company (reviews), leader, &n);
  for (guint i = 0; i < n; i++)
    {
      const ExMark *mark = ex_reviews_get_self (reviews, own[i]);

      rated += mark != NULL && mark->rating > 0 && mark->commented;
    }
  /* Translators: how many objectives have a rating and a comment */
  words = g_strdup_printf (_("%u of %u rated, with a comment"), rated, n);
  gtk_label_set_text (self->progress, words);
}

void
ex_self_assessment_show (ExSelfAssessment *self, ExSession *session, guint leader, const ExReviewDetail *detail)
{
  ExReviews *reviews;
  const ExReview *review;
  const ExCycle *cycle;
  gboolean open, over;

  g_return_if_fail (EX_IS_SELF_ASSESSMENT (self));
  g_return_if_fail (EX_IS_SESSION (session));

  reviews = ex_session_get_reviews (session);
  review = ex_reviews_get (reviews, leader);
  cycle = ex_reviews_get_cycle (reviews);
  g_set_object (&self->session, session);
  g_free (self->leader_id);
  self->leader_id = g_strdup (ex_company_get_leader (ex_session_get_company (session), leader)->id);
  open = is_open (review, cycle);
  over = review->state > EX_REVIEW_AGREED && !review->excused;
  gtk_widget_set_visible (GTK_WIDGET (self), detail != NULL && (open || over));
  if (detail == NULL || !(open || over))
    return;
  show_words (self, reviews, leader, open);
  ex_rating_list_show (self->list, session, EX_ROLE_SELF, self->leader_id, detail, open);
  gtk_widget_set_visible (self->foot, open);
  if (open)
    show_progress (self, reviews, leader);
}

void
ex_self_assessment_focus (ExSelfAssessment *self)
{
  g_return_if_fail (EX_IS_SELF_ASSESSMENT (self));

  ex_rating_list_focus (self->list, NULL);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------ */

static void
ex_self_assessment_dispose (GObject *object)
{
  ExSelfAssessment *self = EX_SELF_ASSESSMENT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  G_OBJECT_CLASS (ex_self_assessment_parent_class)->dispose (object);
}

static void
ex_self_assessment_class_init (ExSelfAssessmentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_self_assessment_dispose;
  g_type_ensure (EX_TYPE_RATING_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/self-assessment.ui");
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, box);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, heading);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, list);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, foot);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, progress);
  gtk_widget_class_bind_template_child (widget_class, ExSelfAssessment, submit);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
ex_self_assessment_init (ExSelfAssessment *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
