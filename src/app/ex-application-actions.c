/* The program's actions and every key. The window's own actions are in ex-window-actions.c. */
#include "config.h"

#include "ex-application.h"

#include "ex-pages.h"
#include "ex-settings.h"
#include "ex-window.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *action;
  const char *keys[4];
} Keys;

/* Ctrl+Z and Ctrl+Shift+Z are not here: text that is being edited comes first (ex-window-undo.c). */
static const Keys keys[] = {
  { "win.open",         { "<Control>o", NULL } },
  { "win.new-company",  { "<Control>n", NULL } },
  { "app.new-window",   { "<Control><Shift>n", NULL } },
  { "win.search",       { "<Control>f", NULL } },
  { "win.print",        { "<Control>p", NULL } },
  { "win.export('xlsx')", { "<Control>e", NULL } },
  { "win.back",         { "<Alt>Left", "Back", NULL } },
  { "win.present",      { "F11", NULL } },
  { "win.sidebar",      { "F9", NULL } },
  { "win.choose-actor", { "<Control>i", NULL } },
  { "win.shortcuts",    { "<Control>question", "<Control><Shift>question", NULL } },
  { "app.about",        { "F1", NULL } },
  { "window.close",     { "<Control>w", NULL } },
  { "app.quit",         { "<Control>q", NULL } },
};

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  gtk_window_present (GTK_WINDOW (ex_window_new (GTK_APPLICATION (application))));
}

static void
sample_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  ex_application_sample (EX_APPLICATION (application), gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  ex_application_open (EX_APPLICATION (application), g_variant_get_string (parameter, NULL),
                       gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  gtk_show_about_dialog (window,
                         "program-name", _("Exemplar"),
                         "logo-icon-name", EX_APPLICATION_ID,
                         "version", EX_VERSION,
                         "comments", _("Customer objectives in every leader’s review, starting at the top."),
                         "copyright", _("Copyright the authors of Exemplar"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "title", _("About Exemplar"),
                         NULL);
}

/* Windows are closed one by one, so that each keeps what it has to keep. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "sample", .activate = sample_cb },
  { .name = "open", .activate = open_cb, .parameter_type = "s" },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
add_page_keys (GtkApplication *application)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  for (guint i = 0; i < n && i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page('%s')", pages[i].name);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i + 1);

      gtk_application_set_accels_for_action (application, action, (const char *[]) { key, NULL });
    }
}

void
ex_application_install_actions (ExApplication *self)
{
  g_return_if_fail (EX_IS_APPLICATION (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (ex_settings () != NULL)
    {
      g_autoptr (GAction) scheme = g_settings_create_action (ex_settings (), "color-scheme");
      g_action_map_add_action (G_ACTION_MAP (self), scheme);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  add_page_keys (GTK_APPLICATION (self));
}
