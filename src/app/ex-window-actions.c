/* What a window can be told to do, by menu, key or another page. */
#include "config.h"

#include "ex-window-private.h"

#include "ex-actor-dialog.h"
#include "ex-alert.h"
#include "ex-application.h"
#include "ex-cycle-actions.h"
#include "ex-export-actions.h"
#include "ex-file-dialog.h"
#include "ex-new-company-dialog.h"
#include "ex-overview-page.h"
#include "ex-wall.h"
#include "ex-report-actions.h"
#include "ex-work.h"

#include <glib/gi18n.h>

/* --- files ------------------------------------------------------------------------------------------------------------ */

static void
open_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (parent));

  if (path != NULL && application != NULL)
    ex_application_open (EX_APPLICATION (application), path, GTK_WINDOW (parent));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_file_dialog_open (widget, _("Open a Company"), EX_FILES_COMPANY, open_chosen_cb, NULL, NULL);
}

static void
new_company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (ex_new_company_dialog_new (GTK_WINDOW (widget))));
}

static void
cancel_opening_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (EX_WINDOW (widget)->opening);
}

static gpointer
copy_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_backup (store, data, error));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL)
    ex_alert_error (GTK_WIDGET (self), _("The copy could not be saved"), error);
  else
    ex_window_toast (GTK_WIDGET (self), _("Copy saved"));
}

static void
copy_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExWindow *self = EX_WINDOW (parent);
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL)
    ex_session_read_async (self->session, copy_in_worker, path, g_free, NULL, NULL, copied_cb, g_object_ref (self));
  else
    g_free (path);
}

static void
save_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  const ExCompanyInfo *info = ex_company_get_info (ex_session_get_company (self->session));
  /* Translators: name of a file; %s is the company */
  g_autofree char *file_name = g_strdup_printf (_("%s (copy).exemplar"), info->name);

  ex_file_dialog_save (widget, _("Save a Copy"), file_name, EX_FILES_COMPANY, copy_chosen_cb, NULL, NULL);
}

/* --- check ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  ExWindow *window;
  ExWork   *work;
} Check;

static gpointer
check_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ex_store_check (store, ex_work_progress, data, cancellable, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Check *check = data;
  g_autoptr (ExWindow) self = check->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = ex_session_call_finish (EX_SESSION (source), result, &error);

  ex_work_end (check->work);
  if (problems == NULL)
    ex_alert_error (GTK_WIDGET (self), _("The file could not be checked"), error);
  else if (problems->len == 0)
    ex_window_toast (GTK_WIDGET (self), _("The file is sound: its history and what stands agree"));
  else
    {
      g_autoptr (GString) text = g_string_new (_("The file does not agree with its history:"));

      for (guint i = 0; i < problems->len; i++)
        g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (problems, i));
      ex_alert_show (GTK_WIDGET (self), _("Something is wrong with this file"), text->str);
    }
}

static void
check_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Check *check = g_new0 (Check, 1);

  check->window = g_object_ref (self);
  check->work = ex_work_start (widget, _("Checking the file…"), cancellable);
  ex_session_read_async (self->session, check_in_worker, check->work, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                         checked_cb, check);
}

/* --- undo ------------------------------------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_undo (EX_WINDOW (widget), 0);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_undo (EX_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_redo (EX_WINDOW (widget));
}

/* --- getting about ---------------------------------------------------------------------------------------------------- */

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_show_page (EX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  const char *page, *what, *id;

  g_variant_get (parameter, "(&s&s&s)", &page, &what, &id);
  ex_window_show_page (self, page);
  if (g_str_equal (ex_window_get_page_name (self), page))
    ex_page_show (EX_PAGE (self->page), what, id);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_go_back (EX_WINDOW (widget));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);

  if (ex_split_get_collapsed (self->split))
    ex_split_set_show_sidebar (self->split, !ex_split_get_show_sidebar (self->split));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->page_list), GTK_DIR_TAB_FORWARD);
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/exemplar/Exemplar/ui/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

/* The page's filters go with it to the wall. */
static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, "overview");
  const ExStoryAsk *shown = page != NULL ? ex_overview_page_get_ask (EX_OVERVIEW_PAGE (page)) : NULL;
  g_autoptr (ExStoryAsk) ask = shown != NULL ? ex_story_ask_copy (shown) : ex_story_ask_new ();

  ex_wall_present (GTK_WINDOW (self), self->session, ask);
}

/* --- people ------------------------------------------------------------------------------------------------ */

static void
actor_chosen_cb (const char *actor, gpointer data)
{
  ex_window_set_actor (EX_WINDOW (data), actor);
}

static void
choose_actor_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  GtkWidget *dialog = ex_actor_dialog_new (self->session, actor_chosen_cb, self);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
dismiss_actor_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_window_dismiss_actor (EX_WINDOW (widget));
}

/* Those that need an open company; the others always work. */
static const char * const company_actions[] = {
  "win.page", "win.show", "win.choose-actor", "win.dismiss-actor", "win.save-copy", "win.check",
  "win.undo-action", "win.sidebar", "win.present",
};

void
ex_window_update_actions (ExWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (company_actions); i++)
    gtk_widget_action_set_enabled (widget, company_actions[i], self->session != NULL);
  ex_cycle_actions_update (widget, self->session);
  ex_report_actions_update (self);
  if (self->session == NULL)
    {
      static const char * const others[] = { "win.undo", "win.redo", "win.search", "win.back", "win.export" };

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        gtk_widget_action_set_enabled (widget, others[i], FALSE);
    }
}

void
ex_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.new-company", NULL, new_company_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-action", "x", undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.show", "(sss)", show_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-actor", NULL, choose_actor_cb);
  gtk_widget_class_install_action (widget_class, "win.dismiss-actor", NULL, dismiss_actor_cb);
  ex_cycle_actions_install (widget_class);
  ex_report_actions_install (widget_class);
  ex_export_actions_install (widget_class);
}
