#include "config.h"

#include "ex-application.h"

#include "company/ex-sample.h"
#include "ex-app-resources.h"
#include "ex-settings.h"
#include "ex-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _ExApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ExApplication, ex_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a sample company in a file of its own"), NULL },
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { NULL }
};

/* --- windows ---------------------------------------------------------------------------------------------------------- */

static ExWindow *
find_window (ExApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (EX_IS_WINDOW (l->data) && g_strcmp0 (ex_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

/* One file has one name here, however it was written on the command line. */
static char *
canonical_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *canonical;

  if (real == NULL)
    return g_canonicalize_filename (path, NULL);
  canonical = g_strdup (real);
  free (real);
  return canonical;
}

/* @window when it has no company yet, else a new one. */
static ExWindow *
free_window (ExApplication *self, GtkWindow *window)
{
  if (EX_IS_WINDOW (window) && ex_window_get_path (EX_WINDOW (window)) == NULL)
    return EX_WINDOW (window);
  return ex_window_new (GTK_APPLICATION (self));
}

void
ex_application_open (ExApplication *self, const char *path, GtkWindow *window)
{
  g_autofree char *canonical = canonical_path (path);
  ExWindow *found = find_window (self, canonical);

  if (found == NULL)
    {
      found = free_window (self, window);
      ex_window_open (found, canonical);
    }
  gtk_window_present (GTK_WINDOW (found));
}

void
ex_application_create (ExApplication *self, const char *path, const ExCompanyInfo *info, GtkWindow *window)
{
  ExWindow *found = free_window (self, window);

  ex_window_create (found, path, info, FALSE);
  gtk_window_present (GTK_WINDOW (found));
}

void
ex_application_sample (ExApplication *self, GtkWindow *window)
{
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();
  g_autofree char *folder = g_dir_make_tmp ("exemplar-sample-XXXXXX", NULL);
  g_autofree char *name = g_strdup_printf ("%s.exemplar", info->name);
  g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), name, NULL);
  ExWindow *found = free_window (self, window);

  ex_window_create (found, path, info, TRUE);
  gtk_window_present (GTK_WINDOW (found));
}

/* --- the application -------------------------------------------------------------------------------------------------- */

static void
ex_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (ex_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
ex_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        ex_application_open (EX_APPLICATION (application), path, gtk_application_get_active_window (GTK_APPLICATION (application)));
    }
}

static int
ex_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;
  const char *action = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Exemplar %s\n", EX_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (dict, "sample"))
    action = "sample";
  else if (g_variant_dict_contains (dict, "new-window"))
    action = "new-window";
  if (action == NULL)
    return -1;

  /* The running program does it when there is one. */
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
apply_color_scheme (GSettings *settings, const char *key, gpointer data)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

static void
ex_application_startup (GApplication *application)
{
  GSettings *settings = ex_settings ();

  G_APPLICATION_CLASS (ex_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (EX_APPLICATION_ID);
  ex_application_install_actions (EX_APPLICATION (application));
  if (settings != NULL)
    {
      g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), NULL);
      apply_color_scheme (settings, "color-scheme", NULL);
    }
}

static void
ex_application_class_init (ExApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ex_application_startup;
  application_class->activate = ex_application_activate;
  application_class->open = ex_application_open_files;
  application_class->handle_local_options = ex_application_handle_local_options;
}

static void
ex_application_init (ExApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

ExApplication *
ex_application_new (void)
{
  g_resources_register (ex_app_get_resource ());
  return g_object_new (EX_TYPE_APPLICATION,
                       "application-id", EX_APPLICATION_ID,
                       "resource-base-path", "/org/exemplar/Exemplar",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
