#include "config.h"

#include "ex-story-lists.h"

#include "ex-leader-rows.h"
#include "ex-objective-rows.h"
#include "ex-row-group.h"
#include "ex-rows.h"

#include <glib/gi18n.h>

#define AT_ONCE 12

typedef struct
{
  ExStoryListOf of;
  ExCompany    *company;
  GArray       *indexes;
  guint         shown;
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  if (list->company != NULL)
    ex_rows_let_go (list->company);
  g_clear_pointer (&list->indexes, g_array_unref);
  g_free (list);
}

static GtkWidget *
row_new (const List *list, guint index)
{
  switch (list->of)
    {
    case EX_STORY_LEADERS:
      return ex_leader_report_row_new (list->company, index);
    case EX_STORY_OWN:
      return ex_leader_objective_row_new (list->company, index);
    case EX_STORY_OBJECTIVES:
    default:
      return ex_objective_child_row_new (list->company, index);
    }
}

static void fill (GtkWidget *group);

static void
more_cb (GtkWidget *group)
{
  List *list = g_object_get_data (G_OBJECT (group), "list");

  list->shown += 4 * AT_ONCE;
  fill (group);
}

static void
add_more (GtkWidget *group, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (more_cb), group);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  ex_row_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
fill (GtkWidget *group)
{
  List *list = g_object_get_data (G_OBJECT (group), "list");

  ex_row_group_clear (ADW_PREFERENCES_GROUP (group));
  for (guint i = 0; i < MIN (list->shown, list->indexes->len); i++)
    {
      guint index = g_array_index (list->indexes, guint, i);

      ex_row_group_add (ADW_PREFERENCES_GROUP (group), row_new (list, index));
    }
  if (list->indexes->len > list->shown)
    add_more (group, list->indexes->len - list->shown);
  gtk_widget_set_visible (group, list->indexes->len > 0);
}

GtkWidget *
ex_story_list_new (ExStoryListOf of, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  List *list = g_new0 (List, 1);

  list->of = of;
  list->shown = AT_ONCE;
  g_object_set_data_full (G_OBJECT (group), "list", list, list_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_set_visible (group, FALSE);
  return group;
}

void
ex_story_list_show (GtkWidget *group, ExCompany *company, GArray *indexes)
{
  List *list = g_object_get_data (G_OBJECT (group), "list");

  if (list->company != NULL)
    ex_rows_let_go (list->company);
  list->company = ex_company_ref (company);
  g_clear_pointer (&list->indexes, g_array_unref);
  list->indexes = g_array_ref (indexes);
  fill (group);
}
