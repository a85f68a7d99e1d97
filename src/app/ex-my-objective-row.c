#include "config.h"

#include "ex-my-objective-row.h"

#include "core/ex-format.h"
#include "ex-figure.h"
#include "ex-objective-words.h"
#include "ex-spark-line.h"
#include "ex-status-badge.h"

#include <glib/gi18n.h>

static GtkWidget *
text_new (const char *text, float xalign, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/* "retain · under “Keep who we have” (Ana Okafor)" */
static char *
describe_place (ExCompany *company, const ExObjective *objective)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int parent = objective->parent_id != NULL ? ex_company_find_objective (company, objective->parent_id) : -1;

  for (guint i = 0; i < objective->links->len; i++)
    g_ptr_array_add (parts, g_strdup (ex_driver_label (g_array_index (objective->links, ExLink, i).driver)));
  if (parent >= 0)
    {
      const ExObjective *above = ex_company_get_objective (company, (guint) parent);
      int leader = ex_company_find_leader (company, above->leader_id);

      /* Translators: the objective above, and whose it is */
      g_ptr_array_add (parts, g_strdup_printf (_("under “%s” (%s)"), above->title,
                                               leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : ""));
    }
  else if (objective->local_reason != NULL)
    g_ptr_array_add (parts, g_strdup (_("local")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
what_new (ExCompany *company, const ExObjective *objective, const ExReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *under = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *badge = ex_status_badge_new ();
  g_autofree char *place = describe_place (company, objective);

  ex_status_badge_set_status (EX_STATUS_BADGE (badge), reading->status);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), text_new (objective->title, 0, "heading"));
  gtk_box_append (GTK_BOX (under), badge);
  if (*place != '\0')
    {
      GtkWidget *words = text_new (place, 0, "dim-label");

      gtk_label_set_lines (GTK_LABEL (words), 2);
      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (words, place);
      gtk_box_append (GTK_BOX (under), words);
    }
  gtk_widget_add_css_class (under, "caption");
  gtk_box_append (GTK_BOX (box), under);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
figures_new (const ExObjective *objective, const ExReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *actual = ex_objective_describe_actual (objective, reading);
  g_autofree char *aim = ex_objective_describe_aim (objective);
  g_autofree char *score = ex_format_percent (reading->measured ? reading->score : 0);
  g_autofree char *weight = ex_format_weight (objective->weight);
  /* Translators: the score of an objective, and its weight in the review: "51.3 % · weight 40 %" */
  g_autofree char *counts = reading->measured ? g_strdup_printf (_("%s · weight %s"), score, weight)
                                              : g_strdup_printf (_("counts %s · weight %s"), score, weight);
  GtkWidget *now = text_new (NULL, 1, "numeric"), *under = text_new (NULL, 1, "caption"), *below = text_new (NULL, 1, "caption");

  ex_figure_set_text (GTK_LABEL (now), actual);
  ex_figure_set_text (GTK_LABEL (under), aim);
  ex_figure_set_text (GTK_LABEL (below), counts);
  gtk_widget_add_css_class (under, "dim-label");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_add_css_class (under, "numeric");
  gtk_widget_add_css_class (below, "numeric");
  gtk_box_append (GTK_BOX (box), now);
  gtk_box_append (GTK_BOX (box), under);
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
button_for (GtkWidget *button, const char *action, const char *id, const char *name, const char *title)
{
  /* Translators: what a button does, and an objective's title: "Check in: Keep one-year contracts" */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), name, title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
edit_new (const ExObjective *objective, gboolean drafting)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  const char *name = drafting ? _("Edit") : _("Propose an amendment");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  return button_for (button, "my.edit", objective->id, name, objective->title);
}

GtkWidget *
ex_my_objective_row_new (ExSession *session, guint objective, const ExReviewDetail *detail, ExMay may, GtkSizeGroup *figures)
{
  gboolean drafting = (may & EX_MAY_EDIT) != 0;
  ExCompany *company;
  const ExObjective *record;
  const ExReading *reading;
  GtkWidget *row, *box, *spark, *numbers;

  g_return_val_if_fail (EX_IS_SESSION (session), NULL);

  company = ex_session_get_company (session);
  record = ex_company_get_objective (company, objective);
  reading = ex_company_get_reading (company, objective);
  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  spark = ex_spark_line_new ();
  ex_spark_line_show (EX_SPARK_LINE (spark), record, ex_company_get_cycle (company), ex_review_detail_get_check_ins (detail, record->id));
  gtk_widget_add_css_class (box, "my-objective");
  gtk_box_append (GTK_BOX (box), what_new (company, record, reading));
  gtk_box_append (GTK_BOX (box), spark);
  numbers = figures_new (record, reading);
  gtk_size_group_add_widget (figures, numbers);
  gtk_box_append (GTK_BOX (box), numbers);
  if (may & EX_MAY_CHECK_IN)
    gtk_box_append (GTK_BOX (box), button_for (gtk_button_new_with_label (_("Check In")), "my.check-in", record->id, _("Check in"), record->title));
  if (may & (EX_MAY_EDIT | EX_MAY_AMEND))
    gtk_box_append (GTK_BOX (box), edit_new (record, drafting));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", record->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), drafting ? "my.edit" : "my.objective");
  g_object_set_data_full (G_OBJECT (row), "objective", g_strdup (record->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, record->title, -1);
  return row;
}
