#include "config.h"

#include "ex-overview-rows.h"

#include "core/ex-format.h"
#include "ex-figure.h"
#include "ex-status-badge.h"

#include <glib/gi18n.h>
#include <math.h>

enum { COLUMN_STATUS, COLUMN_MEASURED, COLUMN_SCORE, COLUMN_TEAM };

static GtkWidget *
row_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  return box;
}

static GtkWidget *
cell (const char *text, float xalign, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (xalign > 0)
    ex_figure_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
append (GtkWidget *box, GtkWidget *child, GtkSizeGroup *group)
{
  if (group != NULL)
    gtk_size_group_add_widget (group, child);
  gtk_box_append (GTK_BOX (box), child);
}

static void
append_figure (GtkWidget *box, const char *text, const char *style_class, GtkSizeGroup *group)
{
  append (box, cell (text, 1, style_class), group);
}

GtkWidget *
ex_overview_leader_heading_new (GtkSizeGroup **groups)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *name = cell (_("Leader"), 0, "caption");

  gtk_widget_set_hexpand (name, TRUE);
  append (box, name, NULL);
  append (box, cell (_("Objectives"), 0, "caption"), groups[COLUMN_STATUS]);
  append_figure (box, _("Measured"), "caption", groups[COLUMN_MEASURED]);
  append_figure (box, _("Score"), "caption", groups[COLUMN_SCORE]);
  append_figure (box, _("Team"), "caption", groups[COLUMN_TEAM]);
  gtk_widget_add_css_class (box, "dim-label");
  gtk_widget_add_css_class (box, "list-heading");
  return box;
}

/* Only the shape has the colour: figures are for reading. */
static GtkWidget *
shape_and_count (ExStatus status, const char *style_class, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *figure = ex_format_integer (count);

  gtk_box_append (GTK_BOX (box), cell (ex_status_shape (status), 0, style_class));
  gtk_box_append (GTK_BOX (box), cell (figure, 0, "numeric"));
  return box;
}

/* "● 2 ▲ 1": every status that occurs, best first, with the words for whoever hovers or listens. */
static GtkWidget *
status_cell (const ExStanding *standing)
{
  static const ExStatus order[] = { EX_STATUS_ON_TRACK, EX_STATUS_AT_RISK, EX_STATUS_OFF_TRACK, EX_STATUS_NO_DATA };
  static const char *classes[] = { "status-on-track", "status-at-risk", "status-off-track", "status-no-data" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = standing->status[order[i]];

      if (count == 0)
        continue;
      gtk_box_append (GTK_BOX (box), shape_and_count (order[i], classes[i], count));
      g_string_append_printf (words, "%s%u %s", words->len > 0 ? ", " : "", count, ex_status_label (order[i]));
    }
  gtk_widget_set_tooltip_text (box, words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  return box;
}

static GtkWidget *
name_cell (const ExLeader *leader, guint level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = cell (leader->name, 0, level == 0 ? "heading" : NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, leader->name);
  gtk_box_append (GTK_BOX (box), name);
  if (leader->title != NULL)
    {
      GtkWidget *title = cell (leader->title, 0, "caption");

      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (title, "dim-label");
      gtk_widget_set_tooltip_text (title, leader->title);
      gtk_box_append (GTK_BOX (box), title);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 18 * level);
  return box;
}

GtkWidget *
ex_overview_leader_row_new (const ExCompany *company, guint index, GtkSizeGroup **groups)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExStanding *standing = ex_company_get_standing (company, index);
  g_autofree char *score = ex_format_percent (standing->score);
  g_autofree char *team = ex_format_percent (standing->team_score);
  g_autofree char *measured = standing->objectives == 0 ? g_strdup (_("no objectives"))
                                                        /* Translators: how many objectives have a check-in, "3 of 4" */
                                                        : g_strdup_printf (_("%u of %u"), standing->measured, standing->objectives);
  GtkWidget *box = row_box ();
  GtkWidget *row = gtk_list_box_row_new ();

  append (box, name_cell (leader, ex_company_get_tree (company)->level[index]), NULL);
  append (box, status_cell (standing), groups[COLUMN_STATUS]);
  append_figure (box, measured, "dim-label", groups[COLUMN_MEASURED]);
  append_figure (box, score, "numeric", groups[COLUMN_SCORE]);
  append_figure (box, team, "numeric", groups[COLUMN_TEAM]);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "leader", g_strdup (leader->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, leader->name, -1);
  return row;
}

GtkWidget *
ex_overview_reason_row_new (const char *reason, const ExCount *lost, double share, const char *currency, GtkSizeGroup **groups)
{
  g_autofree char *customers = ex_format_integer (lost->customers);
  g_autofree char *money = ex_format_money (lost->value, currency);
  g_autofree char *percent = ex_format_percent (share);
  const char *words = reason != NULL ? reason : _("Reason not known");
  GtkWidget *box = row_box ();
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  GtkWidget *name = cell (words, 0, reason != NULL ? NULL : "dim-label");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, words);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "lost");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  append (box, name, groups[0]);
  append (box, bar, NULL);
  append_figure (box, customers, "numeric", groups[1]);
  append_figure (box, percent, "numeric", groups[2]);
  append_figure (box, money, "numeric", groups[3]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}
