#include "config.h"

#include "ex-report-actions.h"

#include "company/ex-report.h"
#include "ex-alert.h"
#include "ex-print-preview.h"
#include "ex-report-save.h"
#include "ex-review-words.h"
#include "ex-work.h"

#include <glib/gi18n.h>

/* --- what the page in view prints ------------------------------------------------------------------------------------------------ */

/* Pages that print one thing, whatever is in view on them. */
static const struct
{
  const char *page;
  ExReport    report;
} usual[] = {
  { "overview", EX_REPORT_TEAM },
  { "asset", EX_REPORT_ASSET },
  { "rewards", EX_REPORT_REWARDS },
};

/* @leaders: (out) (transfer full) (nullable) of reviews: whose, NULL: everybody's. */
static gboolean
find_report (ExWindow *self, ExReport *report, char ***leaders)
{
  const char *name = ex_window_get_page_name (self);
  gboolean found = FALSE;

  *leaders = NULL;
  if (self->session == NULL || self->page == NULL)
    return FALSE;

  found = ex_page_get_report (EX_PAGE (self->page), report, leaders);
  for (guint i = 0; !found && i < G_N_ELEMENTS (usual); i++)
    if (g_str_equal (usual[i].page, name))
      {
        *report = usual[i].report;
        found = TRUE;
      }
  /* Without a cycle there are customers alone. */
  if (found && *report != EX_REPORT_ASSET && ex_session_get_reviews (self->session) == NULL)
    found = FALSE;
  if (!found)
    g_clear_pointer (leaders, g_strfreev);

  return found;
}

static gboolean
is_one (char **leaders)
{
  return leaders != NULL && leaders[0] != NULL && leaders[1] == NULL;
}

/* --- printing ----------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent;
  ExReport   report;
  char      *leader;
  char      *cycle;
  ExWork    *work;
} Making;

static void
making_free (Making *self)
{
  g_clear_object (&self->parent);
  g_free (self->leader);
  g_free (self->cycle);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static gpointer
make_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Making *self = data;
  g_autoptr (ExReportFacts) facts = ex_report_facts_read (store, self->cycle, ex_day_today (), error);

  if (facts == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return ex_report_make (self->report, store, facts, self->leader, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Making) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExDocument) document = ex_session_call_finish (EX_SESSION (source), result, &error);

  g_clear_pointer (&self->work, ex_work_end);
  /* The window was closed meanwhile, or shows another company. */
  if (EX_WINDOW (self->parent)->session != EX_SESSION (source))
    return;
  if (document != NULL)
    ex_print_preview_show (self->parent, document);
  else
    ex_alert_error (self->parent, _("The document could not be printed"), error);
}

static void
print_report (ExWindow *self, ExReport report, const char *leader)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Making *making = g_new0 (Making, 1);

  making->parent = g_object_ref (GTK_WIDGET (self));
  making->report = report;
  making->leader = g_strdup (leader);
  making->cycle = g_strdup (cycle != NULL ? cycle->name : NULL);
  making->work = ex_work_start (GTK_WIDGET (self), _("Putting the pages together…"), cancellable);
  ex_session_read_async (self->session, make_in_worker, making, NULL, (GDestroyNotify) ex_document_unref, cancellable, made_cb, making);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  g_auto (GStrv) leaders = NULL;
  ExReport report;

  if (!find_report (self, &report, &leaders))
    return;
  if (report == EX_REPORT_REVIEW && !is_one (leaders))
    ex_report_save_ask (widget, self->session, (const char *const *) leaders);
  else
    print_report (self, report, report == EX_REPORT_REVIEW ? leaders[0] : NULL);
}

static void
save_reviews_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExWindow *self = EX_WINDOW (widget);
  g_auto (GStrv) leaders = NULL;
  ExReport report;

  if (find_report (self, &report, &leaders) && report == EX_REPORT_REVIEW)
    ex_report_save_ask (widget, self->session, (const char *const *) leaders);
}

/* --- the folder of what was saved ------------------------------------------------------------------------------------------------------ */

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && EX_WINDOW (widget)->session != NULL)
    ex_window_toast (widget, _("No program could be opened that shows folders"));
}

static void
open_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_variant_get_bytestring (parameter));
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (widget));
}

/* --- menu and header bar ------------------------------------------------------------------------------------------------------------------ */

/* As the menu says it, with a mnemonic. */
static const char *
label_of (ExReport report, gboolean several)
{
  if (several)
    return _("Save Reviews as _PDF…");

  switch (report)
    {
    case EX_REPORT_REVIEW:
      return _("_Print Review…");
    case EX_REPORT_TEAM:
      return _("_Print Team Book…");
    case EX_REPORT_ASSET:
      return _("_Print Asset Report…");
    case EX_REPORT_REWARDS:
    default:
      return _("_Print Reward List…");
    }
}

static char *
without_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

static void
show_in_menu (ExWindow *self, const char *label)
{
  GMenu *menu = G_MENU (self->print_section);
  g_autoptr (GMenuItem) item = NULL;

  g_menu_remove_all (menu);
  if (label == NULL)
    return;
  item = g_menu_item_new (label, "win.print");
  g_menu_item_set_attribute (item, "accel", "s", "<Control>p");
  g_menu_append_item (menu, item);
}

void
ex_report_actions_update (ExWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_auto (GStrv) leaders = NULL;
  ExReport report = EX_REPORT_REVIEW;
  gboolean found = find_report (self, &report, &leaders);
  gboolean several = found && report == EX_REPORT_REVIEW && !is_one (leaders);
  const char *label = found ? label_of (report, several) : NULL;
  g_autofree char *plain = found ? without_mnemonic (label) : NULL;
  /* Translators: what a button does, and its key: "Print Review… (Ctrl+P)" */
  g_autofree char *tooltip = found ? g_strdup_printf (_("%s (Ctrl+P)"), plain) : NULL;

  gtk_widget_action_set_enabled (widget, "win.print", found);
  gtk_widget_action_set_enabled (widget, "win.save-reviews", found && report == EX_REPORT_REVIEW);
  show_in_menu (self, label);
  gtk_widget_set_visible (self->print_button, found);
  if (!found)
    return;
  gtk_button_set_icon_name (GTK_BUTTON (self->print_button), several ? "document-save-symbolic" : "document-print-symbolic");
  gtk_widget_set_tooltip_text (self->print_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->print_button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

void
ex_report_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (window_class, "win.save-reviews", NULL, save_reviews_cb);
  gtk_widget_class_install_action (window_class, "win.open-folder", "ay", open_folder_cb);
}
