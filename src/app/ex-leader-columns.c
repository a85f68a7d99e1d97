#include "config.h"

#include "ex-leader-columns.h"

#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-leader-query.h"

#include <glib/gi18n.h>

#define NAME_CHARS 18 /* asked for at least */

static const ExLeader *
leader_of (gpointer item)
{
  g_autoptr (ExRow) row = ex_leader_tree_row (item);

  return ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row));
}

static const ExStanding *
standing_of (gpointer item)
{
  g_autoptr (ExRow) row = ex_leader_tree_row (item);

  return ex_company_get_standing (ex_row_get_company (row), ex_row_get_index (row));
}

static char *
title_text (gpointer item, gpointer data)
{
  return g_strdup (leader_of (item)->title);
}

static char *
unit_text (gpointer item, gpointer data)
{
  return g_strdup (leader_of (item)->unit);
}

char *
ex_leader_objectives_text (const ExStanding *standing)
{
  g_autofree char *measured = ex_format_integer (standing->measured);
  g_autofree char *all = ex_format_integer (standing->objectives);

  if (standing->objectives == 0)
    return g_strdup ("–");
  /* Translators: of a leader's objectives, "3 of 4 measured" */
  return g_strdup_printf (_("%s of %s measured"), measured, all);
}

static char *
objectives_text (gpointer item, gpointer data)
{
  return ex_leader_objectives_text (standing_of (item));
}

static char *
score_text (gpointer item, gpointer data)
{
  return ex_format_percent (standing_of (item)->score);
}

static char *
team_score_text (gpointer item, gpointer data)
{
  return ex_format_percent (standing_of (item)->team_score);
}

/* --- the name, with what opens the reports --------------------------------------------------------------------------------- */

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  ex_columns_tip_ellipsized (GTK_LABEL (label));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
toggled_cb (GtkTreeListRow *row, GParamSpec *pspec, ExLeaderTree *tree)
{
  ex_leader_tree_toggled (tree, row);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExLeaderTree *tree)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_tree_expander_get_child (expander);
  gpointer row = gtk_list_item_get_item (item);
  const char *name = leader_of (row)->name;

  gtk_label_set_text (GTK_LABEL (label), name);
  ex_columns_name_row (item, name);
  gtk_tree_expander_set_list_row (expander, GTK_IS_TREE_LIST_ROW (row) ? row : NULL);
  if (GTK_IS_TREE_LIST_ROW (row))
    g_signal_connect (row, "notify::expanded", G_CALLBACK (toggled_cb), tree);
}

static void
unbind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExLeaderTree *tree)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  gpointer row = gtk_list_item_get_item (item);

  if (GTK_IS_TREE_LIST_ROW (row))
    g_signal_handlers_disconnect_by_func (row, toggled_cb, tree);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static GtkListItemFactory *
name_factory (ExLeaderTree *tree)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), tree);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_name_cb), tree);
  return factory;
}

GtkColumnViewColumn *
ex_leader_columns_append_name (GtkColumnView *view, int sort, ExLeaderTree *tree)
{
  GtkColumnViewColumn *column = ex_columns_append (view, _("Name"), sort, FALSE, name_factory (tree));

  gtk_column_view_column_set_expand (column, TRUE);
  return column;
}

void
ex_leader_columns_append (GtkColumnView *view, ExLeaderTree *tree)
{
  GtkColumnViewColumn *column;

  ex_leader_columns_append_name (view, EX_LEADERS_BY_NAME, tree);
  column = ex_columns_append_text (view, _("Title"), EX_LEADERS_BY_TITLE, FALSE, title_text, NULL);
  gtk_column_view_column_set_expand (column, TRUE);
  column = ex_columns_append_text (view, _("Unit"), EX_LEADERS_BY_UNIT, FALSE, unit_text, NULL);
  gtk_column_view_column_set_fixed_width (column, 150);
  gtk_column_view_column_set_resizable (column, TRUE);
  ex_columns_set_least_width (column, 50);
  column = ex_columns_append_text (view, _("Objectives"), EX_LEADERS_BY_OBJECTIVES, TRUE, objectives_text, NULL);
  ex_columns_set_least_width (column, 34);
  ex_columns_append_text (view, _("Score"), EX_LEADERS_BY_SCORE, TRUE, score_text, NULL);
  ex_columns_append_text (view, _("Team score"), EX_LEADERS_BY_TEAM_SCORE, TRUE, team_score_text, NULL);
}
