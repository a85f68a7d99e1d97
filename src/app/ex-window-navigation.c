/* The pages of a window: the sidebar that lists them, the header bar of the one in view, the way back. */
#include "config.h"

#include "ex-window-private.h"

#include "ex-export-actions.h"
#include "ex-report-actions.h"
#include "ex-tab-leaves.h"

#include <glib/gi18n.h>

static GtkWidget *
sidebar_row_new (const ExPageInfo *info, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", info->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_(info->title));
  g_autofree char *tooltip = g_strdup_printf (_("Alt+%u"), index + 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, info->name);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->title), -1);
  return row;
}

/* Slid in: the keyboard begins at the page that is shown. */
static void
sidebar_shown_cb (ExWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);

  if (ex_split_get_show_sidebar (self->split) && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ex_window_fill_sidebar (ExWindow *self)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->page_list, sidebar_row_new (&pages[i], i));
  /* Passing over the rows would show every page on the way. */
  ex_tab_leaves (GTK_WIDGET (self->page_list));
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (sidebar_shown_cb), self, G_CONNECT_SWAPPED);
}

/* --- the header bar --------------------------------------------------------------------------------------------------- */

static const char *
page_title (ExWindow *self)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);
  const char *title = ex_page_get_title (EX_PAGE (self->page));
  int index = ex_pages_find (ex_window_get_page_name (self));

  return title != NULL ? title : _(pages[index].title);
}

/* Headers stay where they are and are shown by turns: one taken out and put in again would lose its place with assistive
 * technology. */
static void
set_page_header (ExWindow *self, GtkWidget *header)
{
  if (header != NULL && gtk_widget_get_parent (header) == NULL)
    gtk_box_append (self->header_start, header);
  for (GtkWidget *w = gtk_widget_get_first_child (GTK_WIDGET (self->header_start)); w != NULL; w = gtk_widget_get_next_sibling (w))
    gtk_widget_set_visible (w, w == header);
}

void
ex_window_update_header (ExWindow *self)
{
  gboolean has_search = self->page != NULL && ex_page_has_search (EX_PAGE (self->page));
  gboolean inside = self->page != NULL && ex_page_can_go_back (EX_PAGE (self->page));

  set_page_header (self, self->page != NULL ? ex_page_get_header (EX_PAGE (self->page)) : NULL);
  adw_window_title_set_title (self->title, self->page != NULL ? page_title (self) : "");
  gtk_widget_set_visible (self->back_button, inside);
  gtk_widget_set_visible (self->search_button, has_search && !inside);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", inside);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", has_search && !inside);
  if (!has_search || inside)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_search_bar_set_key_capture_widget (self->search_bar, has_search && !inside ? self->page : NULL);
  ex_report_actions_update (self);
  ex_export_actions_update (self);
}

void
ex_window_go_back (ExWindow *self)
{
  if (self->page == NULL || !ex_page_can_go_back (EX_PAGE (self->page)))
    return;
  ex_page_go_back (EX_PAGE (self->page));
  ex_window_update_header (self);
}

/* --- pages ------------------------------------------------------------------------------------------------------------ */

static void
navigated_cb (ExPage *page, ExWindow *self)
{
  if (GTK_WIDGET (page) == self->page)
    ex_window_update_header (self);
}

GtkWidget *
ex_window_get_page (ExWindow *self, const char *name)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);
  GtkWidget *page;
  int index;

  g_return_val_if_fail (EX_IS_WINDOW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  index = ex_pages_find (name);
  if (self->session == NULL || index < 0)
    return NULL;
  page = gtk_stack_get_child_by_name (self->page_stack, name);
  if (page != NULL)
    return page;

  page = g_object_new (pages[index].get_type (), NULL);
  gtk_stack_add_titled (self->page_stack, page, name, _(pages[index].title));
  g_signal_connect_object (page, "navigated", G_CALLBACK (navigated_cb), self, 0);
  ex_page_set_session (EX_PAGE (page), self->session);
  return page;
}

void
ex_window_drop_pages (ExWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->header_start))) != NULL)
    gtk_box_remove (self->header_start, child);
  self->page = NULL;
  gtk_search_bar_set_key_capture_widget (self->search_bar, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, child);
}

static void
select_row (ExWindow *self, const char *name)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->page_list, ex_pages_find (name));

  if (row != NULL && gtk_list_box_get_selected_row (self->page_list) != row)
    gtk_list_box_select_row (self->page_list, row);
}

/* The focus follows: along the sidebar when it is there, else from the page that goes to the one that comes. */
static void
move_focus (ExWindow *self, GtkWidget *from)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page_list)))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->page_list)));
  else if (from != NULL && gtk_widget_is_ancestor (focus, from))
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

void
ex_window_show_page (ExWindow *self, const char *name)
{
  GtkWidget *before = self->page;
  GtkWidget *page;

  g_return_if_fail (EX_IS_WINDOW (self));

  page = ex_window_get_page (self, name);
  if (page == NULL || page == self->page)
    return;
  /* A search belongs to the page that it was typed for. */
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (self->page != NULL && ex_page_has_search (EX_PAGE (self->page)))
    ex_page_set_search (EX_PAGE (self->page), "");
  self->page = page;
  gtk_stack_set_visible_child (self->page_stack, page);
  select_row (self, name);
  ex_window_update_header (self);
  move_focus (self, before);
}

const char *
ex_window_get_page_name (ExWindow *self)
{
  const char *name;

  g_return_val_if_fail (EX_IS_WINDOW (self), NULL);

  name = self->page != NULL ? gtk_stack_get_visible_child_name (self->page_stack) : NULL;
  return name != NULL ? name : "";
}
