#include "config.h"

#include "ex-window-private.h"

#include "ex-overview-work.h"
#include "ex-settings.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ExWindow, ex_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- size ------------------------------------------------------------------------------------------------------------- */

static void
restore_size (ExWindow *self)
{
  GSettings *settings = ex_settings ();

  if (settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
keep_size (ExWindow *self)
{
  GSettings *settings = ex_settings ();
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (self->page != NULL)
    g_settings_set_string (settings, "last-page", ex_window_get_page_name (self));
}

static gboolean
ex_window_close_request (GtkWindow *window)
{
  ExWindow *self = EX_WINDOW (window);

  keep_size (self);
  g_cancellable_cancel (self->opening);
  return GTK_WINDOW_CLASS (ex_window_parent_class)->close_request (window);
}

static void
ex_window_map (GtkWidget *widget)
{
  ExWindow *self = EX_WINDOW (widget);

  if (self->path == NULL && self->session == NULL)
    ex_window_show_welcome (self);
  GTK_WIDGET_CLASS (ex_window_parent_class)->map (widget);
}

/* --- the object ------------------------------------------------------------------------------------------------------- */

static void
search_changed_cb (GtkSearchEntry *entry, ExWindow *self)
{
  if (self->page != NULL)
    ex_page_set_search (EX_PAGE (self->page), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
page_selected_cb (GtkListBox *list, GtkListBoxRow *row, ExWindow *self)
{
  if (row != NULL && self->session != NULL)
    ex_window_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* A click or Enter, not just the arrow keys passing by: the reader has arrived. */
static void
page_activated_cb (GtkListBox *list, GtkListBoxRow *row, ExWindow *self)
{
  ex_split_set_show_sidebar (self->split, FALSE);
  if (self->page != NULL && ex_page_can_go_back (EX_PAGE (self->page)))
    ex_window_go_back (self);
}

static void
ex_window_dispose (GObject *object)
{
  ExWindow *self = EX_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->first_page_id, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->page_stack != NULL)
    ex_window_drop_pages (self);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->focus);
  g_clear_weak_pointer (&self->toast);

  G_OBJECT_CLASS (ex_window_parent_class)->dispose (object);
}

static void
ex_window_finalize (GObject *object)
{
  ExWindow *self = EX_WINDOW (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->focus_text, g_free);

  G_OBJECT_CLASS (ex_window_parent_class)->finalize (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ExWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, opening_box);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, split);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, company_label);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, actor_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, actor_label);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, header_start);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, cycle_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, print_section);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, actor_banner);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, ExWindow, work_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
}

static void
ex_window_class_init (ExWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ex_window_dispose;
  object_class->finalize = ex_window_finalize;
  widget_class->map = ex_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = ex_window_close_request;

  g_type_ensure (EX_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/window.ui");
  bind_parts (widget_class);
  ex_window_install_actions (widget_class);
}

/* A menu's rows are many widgets: they are made when it is opened, not before the window can be seen. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer menu)
{
  gtk_menu_button_set_menu_model (button, menu);
}

static void
ex_window_init (ExWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), fill_menu_cb, self->primary_menu, NULL);

  ex_window_fill_sidebar (self);
  ex_window_init_undo (self);
  ex_window_update_actions (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  restore_size (self);
}

/* --- doors ------------------------------------------------------------------------------------------------------------ */

ExWindow *
ex_window_new (GtkApplication *application)
{
  return g_object_new (EX_TYPE_WINDOW, "application", application, NULL);
}

const char *
ex_window_get_path (ExWindow *self)
{
  g_return_val_if_fail (EX_IS_WINDOW (self), NULL);

  return self->path;
}

ExSession *
ex_window_get_session (ExWindow *self)
{
  g_return_val_if_fail (EX_IS_WINDOW (self), NULL);

  return self->session;
}

gboolean
ex_window_is_settled (ExWindow *self)
{
  g_return_val_if_fail (EX_IS_WINDOW (self), TRUE);

  return self->opening == NULL && self->first_page_id == 0 && (self->session == NULL || !ex_session_is_busy (self->session)) && ex_overview_work_all_idle ();
}

void
ex_window_add_work_bar (ExWindow *self, GtkWidget *bar)
{
  gtk_box_append (self->work_box, bar);
}
