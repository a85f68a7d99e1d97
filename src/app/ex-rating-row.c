#include "config.h"

#include "ex-rating-row.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-objective-words.h"
#include "ex-rating-choice.h"
#include "ex-rating-draft.h"
#include "ex-rating-others.h"
#include "ex-review-steps.h"
#include "ex-spark-line.h"
#include "ex-status-badge.h"

#include <glib/gi18n.h>

#define KEPT_SECONDS 4

struct _ExRatingRow
{
  GtkWidget       parent_instance;

  ExSession      *session;
  char           *objective_id;
  char           *rater_id;
  ExRole          role;
  double          actual;   /* that a manager confirms; EX_UNSET: not measured */
  gboolean        editable;
  gboolean        filling;
  ExRatingDraft  *draft;    /* NULL while it is only read */
  guint           kept_id;  /* the word that it is kept goes away */

  GtkWidget      *box;
  GtkLabel       *title;
  ExStatusBadge  *status;
  GtkLabel       *facts;
  ExSparkLine    *spark;
  GtkBox         *others;
  GtkWidget      *own;
  GtkBox         *choice_box;
  GtkLabel       *choice_label;
  ExRatingChoice *choice;
  GtkWidget      *comment_label;
  GtkTextView    *comment;
  GtkCheckButton *confirmed;
  GtkLabel       *state;
};

G_DEFINE_FINAL_TYPE (ExRatingRow, ex_rating_row, GTK_TYPE_WIDGET)

/* --- the fields ------------------------------------------------------------------------------------------------------------------ */

static ExRating *
read_fields (gpointer data)
{
  ExRatingRow *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->comment);
  ExRating *rating = ex_rating_new (self->objective_id, self->role, self->rater_id);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  rating->rating = ex_rating_choice_get_rating (self->choice);
  rating->comment = *text != '\0' ? g_steal_pointer (&text) : NULL;
  rating->confirmed = self->role == EX_ROLE_MANAGER && gtk_check_button_get_active (self->confirmed);
  rating->actual = rating->confirmed ? self->actual : EX_UNSET;
  return rating;
}

static void
fill_fields (ExRatingRow *self, const ExRating *rating)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->comment);
  const char *comment = rating->comment != NULL ? rating->comment : "";
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  self->filling = TRUE;
  ex_rating_choice_set_rating (self->choice, rating->rating);
  if (!g_str_equal (shown, comment))
    gtk_text_buffer_set_text (buffer, comment, -1);
  gtk_check_button_set_active (self->confirmed, rating->confirmed);
  self->filling = FALSE;
}

static void
chosen_cb (ExRatingRow *self)
{
  if (self->filling || self->draft == NULL)
    return;
  ex_rating_draft_changed (self->draft);
  ex_rating_draft_flush (self->draft);
}

static void
confirmed_cb (ExRatingRow *self)
{
  chosen_cb (self);
}

static void
typed_cb (ExRatingRow *self)
{
  if (!self->filling && self->draft != NULL)
    ex_rating_draft_changed (self->draft);
}

static void
left_cb (ExRatingRow *self)
{
  ex_rating_row_flush (self);
}

/* --- quietly ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
kept_over_cb (gpointer data)
{
  ExRatingRow *self = data;

  self->kept_id = 0;
  gtk_label_set_text (self->state, "");
  return G_SOURCE_REMOVE;
}

static void
say_state (ExRatingRow *self, const char *words, gboolean failed)
{
  gtk_label_set_text (self->state, words);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
}

static void
told_cb (ExDraftState state, const GError *error, gpointer data)
{
  ExRatingRow *self = data;

  g_clear_handle_id (&self->kept_id, g_source_remove);
  if (state == EX_DRAFT_FAILED)
    {
      /* Translators: %s says why */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), error->message);
      say_state (self, words, TRUE);
      return;
    }
  if (state != EX_DRAFT_KEPT)
    {
      say_state (self, "", FALSE);
      return;
    }
  say_state (self, _("Draft saved"), FALSE);
  self->kept_id = g_timeout_add_seconds (KEPT_SECONDS, kept_over_cb, self);
}

/* --- what is shown ------------------------------------------------------------------------------------------------------------------- */

static void
show_facts (ExRatingRow *self, const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *aim = ex_objective_describe_aim (objective);
  g_autofree char *actual = ex_objective_describe_actual (objective, reading);
  g_autofree char *score = ex_objective_describe_score (reading);
  g_autofree char *weight = ex_format_weight (objective->weight);
  /* Translators: of an objective: from where to where it is to go, where it is, its score, its weight */
  g_autofree char *facts = reading->measured ? g_strdup_printf (_("%s, now %s · score %s · weight %s"), aim, actual, score, weight)
                                             /* Translators: the same of one without a figure: from where to where, "not measured yet", its weight */
                                             : g_strdup_printf (_("%s · %s · weight %s"), aim, score, weight);

  gtk_label_set_text (self->title, objective->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), objective->description);
  ex_status_badge_set_status (self->status, reading->status);
  gtk_label_set_text (self->facts, facts);
}

static void
show_confirmation (ExRatingRow *self, const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *actual = ex_objective_describe_actual (objective, reading);
  /* Translators: a value: "The actual 84.1 % is right" */
  g_autofree char *words = !reading->measured ? g_strdup (_("It is right that nothing was measured"))
                           : objective->kind == EX_KIND_MILESTONE ? g_strdup_printf (_("The actual is right: %s"), actual)
                                                                  : g_strdup_printf (_("The actual %s is right"), actual);

  self->actual = reading->measured ? reading->actual : EX_UNSET;
  gtk_check_button_set_label (self->confirmed, words);
  gtk_widget_set_visible (GTK_WIDGET (self->confirmed), self->role == EX_ROLE_MANAGER);
}

/* What can no longer be written is read as a line like those of the others. */
static void
set_editable (ExRatingRow *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_visible (self->own, editable);
}

static void
show_others (ExRatingRow *self, guint objective, const ExReviewDetail *detail)
{
  gboolean any = FALSE;

  if (detail != NULL)
    any = ex_rating_others_fill (self->others, self->session, objective, self->role, self->editable ? self->rater_id : NULL, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->others), any);
}

/* As the fields have it: what was confirmed before a check-in came has to be looked at again. (transfer full) */
static ExRating *
as_it_stands (ExRatingRow *self, const ExRating *draft, const ExReading *reading)
{
  ExRating *stands = draft != NULL ? ex_rating_copy (draft) : ex_rating_new (self->objective_id, self->role, self->rater_id);

  stands->confirmed = ex_rating_confirms (stands, reading);
  return stands;
}

static void
show_draft (ExRatingRow *self, const ExRating *draft, const ExReading *reading)
{
  g_autoptr (ExRating) stands = as_it_stands (self, draft, reading);

  if (!self->editable)
    g_clear_pointer (&self->draft, ex_rating_draft_free);
  else if (self->draft == NULL)
    {
      fill_fields (self, stands);
      self->draft = ex_rating_draft_new (self->session, stands, read_fields, told_cb, self);
    }
  else if (ex_rating_draft_offer (self->draft, stands))
    fill_fields (self, stands);
}

void
ex_rating_row_show (ExRatingRow *self, guint objective, const ExRating *draft, const ExReviewDetail *detail, gboolean editable)
{
  ExCompany *company;
  const ExObjective *record;
  const ExReading *reading;

  g_return_if_fail (EX_IS_RATING_ROW (self));

  company = ex_session_get_company (self->session);
  record = ex_company_get_objective (company, objective);
  reading = ex_company_get_reading (company, objective);
  g_return_if_fail (g_str_equal (record->id, self->objective_id));

  show_facts (self, record, reading);
  show_confirmation (self, record, reading);
  set_editable (self, editable);
  show_draft (self, draft, reading);
  show_others (self, objective, detail);
  ex_spark_line_show (self->spark, record, ex_company_get_cycle (company), ex_review_detail_get_check_ins (detail, record->id));
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_rating_row_unmap (GtkWidget *widget)
{
  ex_rating_row_flush (EX_RATING_ROW (widget));
  GTK_WIDGET_CLASS (ex_rating_row_parent_class)->unmap (widget);
}

static void
ex_rating_row_dispose (GObject *object)
{
  ExRatingRow *self = EX_RATING_ROW (object);

  g_clear_handle_id (&self->kept_id, g_source_remove);
  g_clear_pointer (&self->draft, ex_rating_draft_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_rating_row_parent_class)->dispose (object);
}

static void
ex_rating_row_finalize (GObject *object)
{
  ExRatingRow *self = EX_RATING_ROW (object);

  g_free (self->objective_id);
  g_free (self->rater_id);
  G_OBJECT_CLASS (ex_rating_row_parent_class)->finalize (object);
}

static void
ex_rating_row_class_init (ExRatingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_rating_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_rating_row_finalize;
  widget_class->unmap = ex_rating_row_unmap;
  g_type_ensure (EX_TYPE_STATUS_BADGE);
  g_type_ensure (EX_TYPE_SPARK_LINE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, box);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, title);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, status);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, facts);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, spark);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, others);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, own);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, choice_box);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, choice_label);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, comment_label);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, comment);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, confirmed);
  gtk_widget_class_bind_template_child (widget_class, ExRatingRow, state);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
}

static void
ex_rating_row_init (ExRatingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->comment), focus);
}

/* HR may write for somebody. */
static char *
label_of (ExRatingRow *self)
{
  if (g_strcmp0 (ex_session_get_actor (self->session), self->rater_id) == 0)
    return g_strdup (_("Your rating"));
  return g_strdup_printf (_("Rating by %s"), ex_review_name_of (ex_session_get_reviews (self->session), self->rater_id));
}

GtkWidget *
ex_rating_row_new (ExSession *session, guint objective, ExRole role, const char *rater_id, const ExRating *draft, gboolean editable)
{
  ExRatingRow *self;
  ExCompany *company;
  const ExObjective *record;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (EX_IS_SESSION (session) && rater_id != NULL, NULL);

  self = g_object_new (EX_TYPE_RATING_ROW, NULL);
  company = ex_session_get_company (session);
  record = ex_company_get_objective (company, objective);
  self->session = g_object_ref (session);
  self->objective_id = g_strdup (record->id);
  self->rater_id = g_strdup (rater_id);
  self->role = role;
  label = label_of (self);
  gtk_label_set_text (self->choice_label, label);
  /* Translators: whose rating it is, and an objective's title: "Your rating: Keep one-year contracts" */
  name = g_strdup_printf (_("%s: %s"), label, record->title);
  self->choice = EX_RATING_CHOICE (ex_rating_choice_new (ex_company_get_cycle (company), name));
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->choice_box, GTK_WIDGET (self->choice));
  ex_rating_row_show (self, objective, draft, NULL, editable);
  return GTK_WIDGET (self);
}

const char *
ex_rating_row_get_objective (ExRatingRow *self)
{
  g_return_val_if_fail (EX_IS_RATING_ROW (self), NULL);

  return self->objective_id;
}

gboolean
ex_rating_row_is_rated (ExRatingRow *self)
{
  g_return_val_if_fail (EX_IS_RATING_ROW (self), FALSE);

  return ex_rating_choice_get_rating (self->choice) > 0;
}

void
ex_rating_row_flush (ExRatingRow *self)
{
  g_return_if_fail (EX_IS_RATING_ROW (self));

  if (self->draft != NULL)
    ex_rating_draft_flush (self->draft);
}

void
ex_rating_row_focus (ExRatingRow *self)
{
  g_return_if_fail (EX_IS_RATING_ROW (self));

  gtk_widget_child_focus (self->editable ? GTK_WIDGET (self->choice) : GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
