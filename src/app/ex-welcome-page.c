#include "config.h"

#include "ex-welcome-page.h"

#include "ex-settings.h"

#include <glib/gi18n.h>

struct _ExWelcomePage
{
  AdwBin      parent_instance;

  GtkWidget  *sample_button;
  GtkWidget  *recent_title;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (ExWelcomePage, ex_welcome_page, ADW_TYPE_BIN)

static const char *
row_path (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "path");
}

static void
remove_cb (GtkButton *button, ExWelcomePage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  ex_settings_remove_recent (row_path (row));
  ex_welcome_page_refresh (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ExWelcomePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open", "s", row_path (GTK_WIDGET (row)));
}

/* "~/Documents" rather than the whole of it */
static char *
folder_words (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_equal (folder, home))
    return g_strdup (_("Home folder"));
  if (g_str_has_prefix (folder, home) && folder[strlen (home)] == G_DIR_SEPARATOR)
    {
      g_autofree char *rest = g_filename_display_name (folder + strlen (home));
      return g_strconcat ("~", rest, NULL);
    }
  return g_filename_display_name (folder);
}

static GtkWidget *
row_new (ExWelcomePage *self, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *folder = folder_words (path);
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);
  g_autofree char *remove = NULL;
  g_autofree char *title = NULL;

  if (g_str_has_suffix (base, ".exemplar"))
    base[strlen (base) - strlen (".exemplar")] = '\0';
  title = g_markup_escape_text (base, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, base, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);

  remove = g_strdup_printf (_("Remove %s from the list"), base);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

void
ex_welcome_page_refresh (ExWelcomePage *self)
{
  g_auto (GStrv) paths = ex_settings_get_recent ();
  GtkListBoxRow *row;
  guint shown = 0;

  g_return_if_fail (EX_IS_WELCOME_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      {
        gtk_list_box_append (self->recent, row_new (self, paths[i]));
        shown++;
      }
  gtk_widget_set_visible (self->recent_title, shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), shown > 0);
}

/* --- a file dropped --------------------------------------------------------------------------------------------------- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, ExWelcomePage *self)
{
  GSList *files = g_value_get_boxed (value);
  gboolean opened = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open", "s", path);
      opened = TRUE;
    }
  return opened;
}

static void
ex_welcome_page_class_init (ExWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/welcome-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, ExWelcomePage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, ExWelcomePage, recent_title);
  gtk_widget_class_bind_template_child (widget_class, ExWelcomePage, recent);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_welcome_page_init (ExWelcomePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The style highlights .welcome:drop(active). */
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  ex_welcome_page_refresh (self);
}

void
ex_welcome_page_begin (ExWelcomePage *self)
{
  g_return_if_fail (EX_IS_WELCOME_PAGE (self));

  gtk_widget_grab_focus (self->sample_button);
}
