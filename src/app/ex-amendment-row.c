#include "config.h"

#include "ex-amendment-row.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-alert.h"
#include "ex-reason-dialog.h"
#include "ex-review-steps.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

/* --- deciding --------------------------------------------------------------------------------------------------------------------- */

/* What the buttons of a row need; belongs to the row. */
typedef struct
{
  ExSession *session;
  char      *cycle_id;
  char      *leader_id;
  guint      number;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->session);
  g_free (place->cycle_id);
  g_free (place->leader_id);
  g_free (place);
}

typedef struct
{
  char            *cycle_id;
  char            *leader_id;
  guint            number;
  ExAmendmentState state;
  char            *answer;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_free (decision->cycle_id);
  g_free (decision->leader_id);
  g_free (decision->answer);
  g_free (decision);
}

static gpointer
decide (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Decision *decision = data;

  return GINT_TO_POINTER (ex_store_decide_amendment (store, decision->cycle_id, decision->leader_id, decision->number, decision->state,
                                                     decision->answer, error));
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL)
    ex_alert_error (row, _("The amendment stands as it was"), error);
}

static void
write_decision (GtkWidget *row, ExAmendmentState state, const char *answer)
{
  static const char * const names[] = { NULL, N_("Accept an amendment"), N_("Refuse an amendment"), N_("Withdraw an amendment") };
  const Place *place = g_object_get_data (G_OBJECT (row), "place");
  Decision *decision = g_new0 (Decision, 1);

  decision->cycle_id = g_strdup (place->cycle_id);
  decision->leader_id = g_strdup (place->leader_id);
  decision->number = place->number;
  decision->state = state;
  decision->answer = g_strdup (answer);
  ex_session_write_async (place->session, names[state], decide, decision, decision_free, NULL, NULL, decided_cb, g_object_ref (row));
}

static void
accept_cb (GtkWidget *row)
{
  write_decision (row, EX_AMENDMENT_ACCEPTED, NULL);
}

static void
withdraw_cb (GtkWidget *row)
{
  write_decision (row, EX_AMENDMENT_WITHDRAWN, NULL);
}

static void
answered_cb (GtkWidget *row, const char *why, gpointer data)
{
  write_decision (row, EX_AMENDMENT_REFUSED, why);
}

static void
decline_cb (GtkWidget *row)
{
  ex_reason_dialog_present (row, _("Refuse the amendment?"), _("The objectives stay as they were agreed. What you say is shown beside the proposal."),
                            _("_Refuse"), answered_cb, NULL, NULL);
}

/* --- what is shown ------------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
text_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static char *
describe_head (ExReviews *reviews, const ExAmendment *amendment)
{
  g_autofree char *day = ex_format_day (amendment->day);
  const char *who = ex_review_name_of (reviews, amendment->proposed_by);

  switch (amendment->state)
    {
    case EX_AMENDMENT_ACCEPTED:
      /* Translators: who proposed a change of objectives, the day, who accepted it */
      return g_strdup_printf (_("Proposed by %s on %s, accepted by %s"), who, day, ex_review_name_of (reviews, amendment->decided_by));
    case EX_AMENDMENT_REFUSED:
      return g_strdup_printf (_("Proposed by %s on %s, refused by %s"), who, day, ex_review_name_of (reviews, amendment->decided_by));
    case EX_AMENDMENT_WITHDRAWN:
      return g_strdup_printf (_("Proposed by %s on %s, withdrawn"), who, day);
    case EX_AMENDMENT_PROPOSED:
    default:
      return g_strdup_printf (_("Proposed by %s on %s, not decided yet"), who, day);
    }
}

static void
add_differences (GtkBox *box, ExReviews *reviews, const ExAmendment *amendment)
{
  const char *currency = ex_company_get_info (ex_reviews_get_company (reviews))->currency;

  for (guint i = 0; i < amendment->before->len; i++)
    {
      const ExObjective *before = g_ptr_array_index (amendment->before, i);
      g_autoptr (GPtrArray) lines = ex_objective_list_differences (before, g_ptr_array_index (amendment->after, i), currency);

      gtk_box_append (box, text_new (before->title, "heading"));
      for (guint j = 0; j < lines->len; j++)
        gtk_box_append (box, text_new (g_ptr_array_index (lines, j), "numeric"));
    }
}

static void
add_button (GtkWidget *buttons, GtkWidget *row, const char *label, const char *style_class, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style_class != NULL)
    gtk_widget_add_css_class (button, style_class);
  g_signal_connect_swapped (button, "clicked", clicked, row);
  gtk_box_append (GTK_BOX (buttons), button);
}

static void
add_buttons (GtkBox *box, GtkWidget *row, ExSession *session, const ExAmendment *amendment)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  ExCompany *company = ex_reviews_get_company (reviews);
  const char *id = ex_session_get_actor (session);
  int actor = ex_company_find_leader (company, id), leader = ex_company_find_leader (company, amendment->leader_id);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *forbids = NULL;

  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (box, buttons);
  if (leader < 0)
    return;
  forbids = ex_step_forbids (reviews, (guint) leader, EX_STEP_AGREE, actor >= 0 ? actor : EX_NOBODY);
  if (forbids == NULL)
    {
      add_button (buttons, row, _("_Accept"), "suggested-action", G_CALLBACK (accept_cb));
      add_button (buttons, row, _("_Refuse…"), NULL, G_CALLBACK (decline_cb));
    }
  if (g_strcmp0 (id, amendment->proposed_by) == 0)
    add_button (buttons, row, _("_Withdraw"), NULL, G_CALLBACK (withdraw_cb));
}

GtkWidget *
ex_amendment_row_new (ExSession *session, const ExAmendment *amendment)
{
  ExReviews *reviews;
  GtkWidget *row, *box;
  Place *place;
  g_autofree char *head = NULL;

  g_return_val_if_fail (EX_IS_SESSION (session) && amendment != NULL, NULL);

  reviews = ex_session_get_reviews (session);
  head = describe_head (reviews, amendment);
  row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", head, "use-markup", FALSE, "activatable", FALSE, "focusable", FALSE, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  place = g_new0 (Place, 1);
  *place = (Place) { g_object_ref (session), g_strdup (amendment->cycle_id), g_strdup (amendment->leader_id), amendment->number };
  g_object_set_data_full (G_OBJECT (row), "place", place, place_free);

  gtk_widget_add_css_class (box, "amendment");
  gtk_box_append (GTK_BOX (box), text_new (head, "caption"));
  gtk_box_append (GTK_BOX (box), text_new (amendment->why, "quote"));
  add_differences (GTK_BOX (box), reviews, amendment);
  if (amendment->answer != NULL)
    gtk_box_append (GTK_BOX (box), text_new (amendment->answer, "quote"));
  if (amendment->state == EX_AMENDMENT_PROPOSED)
    add_buttons (GTK_BOX (box), row, session, amendment);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
