#include "config.h"

#include "ex-objective-rows.h"

#include "core/ex-format.h"
#include "ex-figure.h"
#include "ex-status-badge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SUFFIX_CHARS 30 /* a unit may be of any length */

GtkWidget *
ex_objective_fact_new (const char *name, GtkWidget *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (name);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_halign (value, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), value);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

GtkWidget *
ex_objective_fact_text_new (const char *name, const char *value)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (g_ascii_isdigit (*value))
    ex_figure_set_text (GTK_LABEL (label), value);
  else
    gtk_label_set_text (GTK_LABEL (label), value);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SUFFIX_CHARS);
  gtk_widget_add_css_class (label, "numeric");
  return ex_objective_fact_new (name, label);
}

static void
add_suffix_text (AdwActionRow *row, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  ex_figure_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (g_utf8_strlen (text, -1) > SUFFIX_CHARS)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), SUFFIX_CHARS);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

static void
set_title (GtkWidget *row, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
}

static char *
value_text (const ExCheckIn *check_in, const ExObjective *objective)
{
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (check_in->value >= 0.5 ? _("Done") : _("Not done"));
  return ex_format_value (check_in->value, objective->decimals, objective->unit);
}

/* "Late · confidence 7 of 10 · note · next: …": what there is of it. */
static char *
details_text (const ExCheckIn *check_in, const ExCycle *cycle)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (cycle != NULL && ex_check_in_is_late (check_in, cycle))
    g_ptr_array_add (parts, g_strdup (_("recorded late")));
  if (check_in->confidence > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("confidence %d of 10"), check_in->confidence));
  if (check_in->note != NULL)
    g_ptr_array_add (parts, g_strdup (check_in->note));
  if (check_in->next != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("next: %s"), check_in->next));
  if (check_in->evidence != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("evidence: %s"), check_in->evidence));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

GtkWidget *
ex_objective_check_in_row_new (const ExCheckIn *check_in, const ExObjective *objective, const ExCycle *cycle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ex_format_day (check_in->day);
  g_autofree char *value = value_text (check_in, objective);
  g_autofree char *details = details_text (check_in, cycle);
  g_autofree char *markup = g_markup_escape_text (details, -1);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Correct the check-in of %s"), day);

  set_title (row, day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  add_suffix_text (ADW_ACTION_ROW (row), value, "body");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "objective.correct");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "u", check_in->day);
  gtk_widget_set_tooltip_text (edit, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (edit, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), edit);
  return row;
}

GtkWidget *
ex_objective_link_row_new (const ExLink *link, const char *currency)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = link->value != EX_CLAIM_NONE ? ex_format_money (link->value, currency) : NULL;
  g_autofree char *number = link->customers != EX_CLAIM_NONE ? ex_format_integer (link->customers) : NULL;
  g_autofree char *customers = number != NULL
                               ? g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) ABS (link->customers)), number) : NULL;

  set_title (row, ex_driver_label (link->driver));
  if (value == NULL && customers == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("No claim yet of how much it brings a year"));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Claimed improvement a year over the span before"));
  if (customers != NULL)
    add_suffix_text (ADW_ACTION_ROW (row), customers, "body");
  if (value != NULL)
    add_suffix_text (ADW_ACTION_ROW (row), value, "body");
  return row;
}

GtkWidget *
ex_objective_child_row_new (const ExCompany *company, guint index)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExReading *reading = ex_company_get_reading (company, index);
  int leader = ex_company_find_leader (company, objective->leader_id);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = ex_status_badge_new ();
  g_autofree char *score = reading->measured ? ex_format_percent (reading->score) : g_strdup (_("not measured"));

  set_title (row, objective->title);
  if (leader >= 0)
    {
      g_autofree char *markup = g_markup_escape_text (ex_company_get_leader (company, leader)->name, -1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
    }
  ex_status_badge_set_status (EX_STATUS_BADGE (badge), reading->status);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  add_suffix_text (ADW_ACTION_ROW (row), score, "body");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", "objectives", "objective", objective->id);
  return row;
}
