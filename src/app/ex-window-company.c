/* Opening a company in the window, and what the window says of it: name, cycles, who is at the keyboard. */
#include "config.h"

#include "ex-window-private.h"

#include "ex-alert.h"
#include "ex-cycle-menu.h"
#include "ex-settings.h"
#include "ex-welcome-page.h"

#include <glib/gi18n.h>

/* --- who is at the keyboard ------------------------------------------------------------------------------------------- */

static const char *
actor_name (ExWindow *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_leader (company, ex_session_get_actor (self->session));

  return index >= 0 ? ex_company_get_leader (company, index)->name : _("HR");
}

static void
update_actor (ExWindow *self)
{
  const char *name = actor_name (self);
  /* Translators: who is at the keyboard: "I am Ana Okafor" */
  g_autofree char *words = g_strdup_printf (_("I am %s"), name);

  gtk_label_set_text (self->actor_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->actor_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Asked once a file, and only where there is somebody to be. */
static void
update_actor_banner (ExWindow *self)
{
  g_autofree char *actor = ex_settings_get_actor (self->path);
  gboolean ask = actor == NULL && ex_company_n_leaders (ex_session_get_company (self->session)) > 0
                 && g_object_get_data (G_OBJECT (self), "ex-actor-dismissed") == NULL;

  gtk_revealer_set_reveal_child (self->actor_banner, ask);
}

void
ex_window_set_actor (ExWindow *self, const char *actor)
{
  ex_session_set_actor (self->session, actor);
  ex_settings_set_actor (self->path, actor);
  update_actor (self);
  update_actor_banner (self);
  ex_window_update_actions (self);
}

void
ex_window_dismiss_actor (ExWindow *self)
{
  ex_window_set_actor (self, EX_STORE_HR);
  g_object_set_data (G_OBJECT (self), "ex-actor-dismissed", GINT_TO_POINTER (1));
  update_actor_banner (self);
}

/* --- what the window says --------------------------------------------------------------------------------------------- */

void
ex_window_changed_cb (ExSession *session, ExWindow *self)
{
  const char *name = ex_company_get_info (ex_session_get_company (session))->name;

  gtk_label_set_text (self->company_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->company_label), self->path);
  gtk_window_set_title (GTK_WINDOW (self), name);
  update_actor (self);
  ex_cycle_menu_show (GTK_MENU_BUTTON (self->cycle_button), session);
  ex_window_update_actions (self);
  update_actor_banner (self);
  ex_window_update_undo (self);
}

void
ex_window_show_welcome (ExWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = g_object_new (EX_TYPE_WELCOME_PAGE, NULL);
      gtk_stack_add_titled (self->root_stack, self->welcome, "welcome", _("Welcome"));
    }
  ex_welcome_page_refresh (EX_WELCOME_PAGE (self->welcome));
  gtk_stack_set_visible_child (self->root_stack, self->welcome);
  ex_welcome_page_begin (EX_WELCOME_PAGE (self->welcome));
}

/* --- opening ---------------------------------------------------------------------------------------------------------- */

static const char *
first_page (void)
{
  guint n;
  const ExPageInfo *pages = ex_pages (&n);
  static char *last;

  g_clear_pointer (&last, g_free);
  if (ex_settings () != NULL)
    last = g_settings_get_string (ex_settings (), "last-page");
  return last != NULL && ex_pages_find (last) >= 0 ? last : pages[0].name;
}

static gboolean
show_first_page_cb (gpointer data)
{
  ExWindow *self = data;

  self->first_page_id = 0;
  /* An action may have been quicker. */
  if (self->page == NULL)
    ex_window_show_page (self, first_page ());
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->page_list)));
  return G_SOURCE_REMOVE;
}

/* A sample is explored, not kept: the program made it in a folder of that name. */
static gboolean
is_sample (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return g_str_has_prefix (path, g_get_tmp_dir ()) && g_str_has_prefix (name, "exemplar-sample-");
}

void
ex_window_take_session (ExWindow *self, ExSession *session)
{
  g_autofree char *actor = ex_settings_get_actor (self->path);

  g_assert (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (ex_window_changed_cb), self, 0);
  g_signal_connect_object (session, "written", G_CALLBACK (ex_window_written_cb), self, 0);
  if (actor != NULL)
    ex_session_set_actor (session, actor);
  ex_window_changed_cb (session, self);
  gtk_stack_set_visible_child_full (self->root_stack, "company", GTK_STACK_TRANSITION_TYPE_NONE);
  self->first_page_id = g_idle_add (show_first_page_cb, self);
  if (!is_sample (self->path))
    ex_settings_add_recent (self->path);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExSession) session = ex_session_open_finish (result, &error);

  g_clear_object (&self->opening);
  gtk_spinner_stop (self->spinner);
  if (session != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    {
      ex_window_take_session (self, session);
      return;
    }
  g_clear_pointer (&self->path, g_free);
  ex_window_show_welcome (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ex_alert_show (GTK_WIDGET (self), _("The company could not be opened"), error->message);
}

/* Only when it takes a while is there anything to look at. */
static gboolean
show_opening_cb (gpointer data)
{
  ExWindow *self = data;

  if (self->opening != NULL)
    {
      gtk_spinner_start (self->spinner);
      gtk_widget_set_visible (self->opening_box, TRUE);
      gtk_stack_set_visible_child_name (self->root_stack, "opening");
    }
  return G_SOURCE_REMOVE;
}

static void
begin_opening (ExWindow *self, const char *path, const char *words)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf ("%s %s", words, name);

  g_assert (self->session == NULL && self->opening == NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  self->opening = g_cancellable_new ();
  gtk_label_set_text (self->opening_label, text);
  gtk_widget_set_visible (self->opening_box, FALSE);
  /* A window that comes up with a file never shows the welcome of one without. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_stack_set_visible_child_full (self->root_stack, "opening", GTK_STACK_TRANSITION_TYPE_NONE);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 300, show_opening_cb, g_object_ref (self), g_object_unref);
}

void
ex_window_open (ExWindow *self, const char *path)
{
  g_return_if_fail (EX_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  begin_opening (self, path, _("Opening"));
  ex_session_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

void
ex_window_create (ExWindow *self, const char *path, const ExCompanyInfo *info, gboolean sample)
{
  g_return_if_fail (EX_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  begin_opening (self, path, _("Making"));
  ex_session_create_async (path, info, sample, self->opening, opened_cb, g_object_ref (self));
}
