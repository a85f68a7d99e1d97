#include "config.h"

#include "ex-sort-button.h"

#include "ex-columns.h"

#include <glib/gi18n.h>

/* The states of the two actions: by which column (its place, or this for none), and which way. */
#define UNSORTED "none"
#define ASCENDING "ascending"
#define DESCENDING "descending"

typedef struct
{
  GtkColumnView *view;       /* borrowed: both are on the same page */
  GSimpleAction *by;
  GSimpleAction *order;
} Sort;

static void
sort_free (gpointer data, GClosure *closure)
{
  Sort *sort = data;

  g_object_unref (sort->by);
  g_object_unref (sort->order);
  g_free (sort);
}

static const char *
get_state (GSimpleAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  return g_variant_get_string (state, NULL); /* the action keeps it */
}

/* --- from the view ---------------------------------------------------------------------------------------------------- */

static char *
column_of (GtkColumnView *view, int key)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (ex_columns_get_key (column) == key)
        return g_strdup_printf ("%u", i);
    }
  return g_strdup (UNSORTED);
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, Sort *sort)
{
  gboolean descending = FALSE;
  int key = EX_COLUMN_UNSORTED;
  gboolean sorted = ex_columns_get_sort (sort->view, &key, &descending);
  g_autofree char *by = sorted ? column_of (sort->view, key) : g_strdup (UNSORTED);

  g_simple_action_set_state (sort->by, g_variant_new_string (by));
  g_simple_action_set_state (sort->order, g_variant_new_string (sorted && descending ? DESCENDING : ASCENDING));
  g_simple_action_set_enabled (sort->order, sorted);
}

/* --- to the view ------------------------------------------------------------------------------------------------------ */

static void
sort_view (Sort *sort, const char *by, const char *order)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (!g_str_equal (by, UNSORTED))
    column = g_list_model_get_item (gtk_column_view_get_columns (sort->view), (guint) g_ascii_strtoull (by, NULL, 10));
  gtk_column_view_sort_by_column (sort->view, column, g_str_equal (order, DESCENDING) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
by_cb (GSimpleAction *action, GVariant *value, Sort *sort)
{
  sort_view (sort, g_variant_get_string (value, NULL), get_state (sort->order));
}

static void
order_cb (GSimpleAction *action, GVariant *value, Sort *sort)
{
  sort_view (sort, get_state (sort->by), g_variant_get_string (value, NULL));
}

/* --- the button ------------------------------------------------------------------------------------------------------- */

static GMenuModel *
menu_new (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  g_menu_append (by, _("Usual Order"), "sort.by::" UNSORTED);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *action = g_strdup_printf ("sort.by::%u", i);

      if (gtk_column_view_column_get_sorter (column) != NULL)
        g_menu_append (by, gtk_column_view_column_get_title (column), action);
    }
  g_menu_append (order, _("_Ascending"), "sort.order::" ASCENDING);
  g_menu_append (order, _("_Descending"), "sort.order::" DESCENDING);
  g_menu_append_section (menu, _("Sort by"), G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}

static void
add_actions (GtkWidget *button, GtkColumnView *view)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Sort *sort = g_new (Sort, 1);

  sort->view = view;
  sort->by = g_simple_action_new_stateful ("by", G_VARIANT_TYPE_STRING, g_variant_new_string (UNSORTED));
  sort->order = g_simple_action_new_stateful ("order", G_VARIANT_TYPE_STRING, g_variant_new_string (ASCENDING));
  g_simple_action_set_enabled (sort->order, FALSE);
  g_signal_connect (sort->by, "change-state", G_CALLBACK (by_cb), sort);
  g_signal_connect (sort->order, "change-state", G_CALLBACK (order_cb), sort);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (sort->by));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (sort->order));
  g_signal_connect_data (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb), sort, sort_free, 0);
  gtk_widget_insert_action_group (button, "sort", G_ACTION_GROUP (actions));
}

GtkWidget *
ex_sort_button_new (GtkColumnView *view)
{
  GtkWidget *button;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  button = gtk_menu_button_new ();
  menu = menu_new (view);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-sort-descending-symbolic");
  gtk_widget_set_tooltip_text (button, _("Sort"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort"), -1);
  gtk_widget_add_css_class (button, "flat");
  add_actions (button, view);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  return button;
}
