#include "config.h"

#include "ex-my-reports.h"

#include "core/ex-gate.h"
#include "ex-my-review-words.h"
#include "ex-review-dots.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExMyReports
{
  GtkWidget  parent_instance;

  ExSession *session;

  GtkBox    *box;
  GtkWidget *reports_section;
  GtkLabel  *sentence;
  GtkListBox *reports;
  GtkWidget *observed_section;
  GtkListBox *observed;
};

G_DEFINE_FINAL_TYPE (ExMyReports, ex_my_reports, GTK_TYPE_WIDGET)

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
row_new (const ExReviews *reviews, guint leader, const char *subtitle, const char *page, const char *what)
{
  const ExLeader *record = ex_company_get_leader (ex_reviews_get_company (reviews), leader);
  const ExReview *review = ex_reviews_get (reviews, leader);
  GtkWidget *row = adw_action_row_new (), *dots = ex_review_dots_new ();
  g_autofree char *title = g_markup_escape_text (record->name, -1);
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  ex_review_dots_set (EX_REVIEW_DOTS (dots), review->state, review->excused);
  gtk_widget_set_valign (dots, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dots);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", page, what, record->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, record->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

static gboolean
show_reports (ExMyReports *self, const ExReviews *reviews, guint leader)
{
  g_autofree char *shut = ex_my_review_shut (reviews, leader);
  const guint *reports;
  guint n;

  clear (self->reports);
  reports = ex_reviews_get_reports (reviews, (int) leader, &n);
  for (guint i = 0; i < n; i++)
    {
      int waiting_for;
      g_autofree char *summary = ex_review_summary (reviews, reports[i], &waiting_for);

      gtk_list_box_append (self->reports, row_new (reviews, reports[i], summary, "reviews", "leader"));
    }
  gtk_label_set_text (self->sentence, shut != NULL ? shut : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), shut != NULL);
  gtk_widget_set_visible (self->reports_section, n > 0);
  return n > 0;
}

static char *
describe_observed (const ExReviews *reviews, guint viewer, guint leader)
{
  guint n, rated = 0;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (reviews), leader, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_marks;
      const ExMark *marks = ex_reviews_get_marks (reviews, own[i], &n_marks);

      for (guint j = 0; j < n_marks; j++)
        rated += marks[j].role == EX_ROLE_OBSERVER && marks[j].rater == (int) viewer && marks[j].rating > 0;
    }
  return g_strdup_printf (ngettext ("You have rated %u of %u objective.", "You have rated %u of %u objectives.", n), rated, n);
}

static gboolean
show_observed (ExMyReports *self, const ExReviews *reviews, guint viewer)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  gboolean any = FALSE;

  clear (self->observed);
  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    if (ex_reviews_observes (reviews, viewer, i))
      {
        g_autofree char *words = describe_observed (reviews, viewer, i);

        gtk_list_box_append (self->observed, row_new (reviews, i, words, "my-review", "observe"));
        any = TRUE;
      }
  gtk_widget_set_visible (self->observed_section, any);
  return any;
}

void
ex_my_reports_show (ExMyReports *self, ExSession *session, guint leader)
{
  ExReviews *reviews;
  gboolean reports, observed;

  g_return_if_fail (EX_IS_MY_REPORTS (self));
  g_return_if_fail (EX_IS_SESSION (session));

  g_set_object (&self->session, session);
  reviews = ex_session_get_reviews (session);
  reports = show_reports (self, reviews, leader);
  observed = show_observed (self, reviews, leader);
  gtk_widget_set_visible (GTK_WIDGET (self), reports || observed);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------- */

static void
ex_my_reports_dispose (GObject *object)
{
  ExMyReports *self = EX_MY_REPORTS (object);

  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_my_reports_parent_class)->dispose (object);
}

static void
ex_my_reports_class_init (ExMyReportsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_my_reports_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/my-reports.ui");
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, box);
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, reports_section);
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, reports);
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, observed_section);
  gtk_widget_class_bind_template_child (widget_class, ExMyReports, observed);
}

static void
ex_my_reports_init (ExMyReports *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
