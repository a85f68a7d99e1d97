#include "config.h"

#include "ex-leader-rows.h"

#include "core/ex-format.h"
#include "ex-figure.h"
#include "ex-leader-columns.h"
#include "ex-status-badge.h"
#include "ex-why-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

static GtkWidget *
row_new (const char *title, const char *subtitle, const char *page, const char *what, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  if (subtitle_markup != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", page, what, id);
  return row;
}

static void
add_figure (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  ex_figure_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

GtkWidget *
ex_leader_objective_row_new (const ExCompany *company, guint index)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExReading *reading = ex_company_get_reading (company, index);
  g_autofree char *weight = ex_format_weight (objective->weight);
  g_autofree char *words = g_strdup_printf (_("Weight %s"), weight);
  g_autofree char *score = reading->measured ? ex_format_percent (reading->score) : g_strdup ("–");
  GtkWidget *row = row_new (objective->title, words, "objectives", "objective", objective->id);
  GtkWidget *badge = ex_status_badge_new ();

  ex_status_badge_set_status (EX_STATUS_BADGE (badge), reading->status);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  add_figure (row, score);
  return row;
}

GtkWidget *
ex_leader_report_row_new (const ExCompany *company, guint index)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExStanding *standing = ex_company_get_standing (company, index);
  g_autofree char *measured = ex_leader_objectives_text (standing);
  g_autofree char *score = ex_format_percent (standing->score);
  GtkWidget *row = row_new (leader->name, leader->title, "leaders", "leader", leader->id);

  if (standing->objectives > 0)
    {
      GtkWidget *label = gtk_label_new (measured);

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  add_figure (row, score);
  return row;
}

char *
ex_leader_role_text (const ExLeader *leader)
{
  g_autofree char *from = ex_format_day (leader->from);
  g_autofree char *to = ex_format_day (leader->to);

  if (leader->from != EX_DAY_NONE && leader->to != EX_DAY_NONE)
    return g_strdup_printf (_("%s to %s"), from, to);
  if (leader->from != EX_DAY_NONE)
    return g_strdup_printf (_("since %s"), from);
  if (leader->to != EX_DAY_NONE)
    return g_strdup_printf (_("until %s"), to);
  return NULL;
}

GtkWidget *
ex_leader_figure_new (const char *value, const char *of, const ExWorking *working)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *why = ex_why_button_new ();

  ex_figure_set_text (GTK_LABEL (label), value);
  /* All facts can be copied; and a GtkFlowBox holds Tab for ever at one that cannot take the focus. */
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  ex_why_button_set_working (EX_WHY_BUTTON (why), of, working);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), why);
  return box;
}
