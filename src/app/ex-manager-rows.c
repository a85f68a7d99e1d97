#include "config.h"

#include "ex-manager-rows.h"

#include "ex-alert.h"
#include "ex-leader-days.h"
#include "ex-manager-dialog.h"
#include "ex-row-group.h"

#include <glib/gi18n.h>

struct _ExManagerRows
{
  AdwPreferencesGroup *group;
  ExSession           *session;
  gulong               changed; /* handler on session */
  GCancellable        *reading;
  char                *id;
  GPtrArray           *lines;   /* (element-type ExLine) latest first; NULL: not read yet */
};

/* --- rows ------------------------------------------------------------------------------------------------------------------- */

/* (transfer none) who it is, now or before */
static const char *
name_of (ExManagerRows *self, const char *id)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = id != NULL ? ex_company_find_leader (company, id) : -1;

  return index >= 0 ? ex_company_get_leader (company, (guint) index)->name : id != NULL ? id : _("Nobody");
}

static void
add_line (ExManagerRows *self, const ExLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (name_of (self, line->manager_id), -1);
  g_autofree char *days = ex_line_describe (line, ex_day_today ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  ex_row_group_add (self->group, row);
}

static void
show_lines (ExManagerRows *self)
{
  ex_row_group_clear (self->group);
  for (guint i = 0; i < self->lines->len; i++)
    add_line (self, g_ptr_array_index (self->lines, i));
}

/* --- reading ------------------------------------------------------------------------------------------------------------------ */

static gpointer
read_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, error);
  g_autoptr (GPtrArray) past = leaders != NULL ? ex_store_list_past_managers (store, data, error) : NULL;

  for (guint i = 0; past != NULL && i < leaders->len; i++)
    if (g_str_equal (((const ExLeader *) g_ptr_array_index (leaders, i))->id, data))
      return ex_lines_new (g_ptr_array_index (leaders, i), past);
  return past != NULL ? g_ptr_array_new () : NULL;
}

/* Freed meanwhile: then the reading was cancelled, and @data is not looked at. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ExManagerRows *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      lines = ex_session_call_finish (EX_SESSION (source), result, NULL);
      return;
    }
  lines = ex_session_call_finish (EX_SESSION (source), result, &error);
  if (lines == NULL)
    {
      ex_alert_error (GTK_WIDGET (self->group), _("The reporting lines could not be read"), error);
      return;
    }
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  show_lines (self);
}

static void
read_lines (ExManagerRows *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ex_session_read_async (self->session, read_in_worker, g_strdup (self->id), g_free, (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb, self);
}

/* --- making -------------------------------------------------------------------------------------------------------------------- */

static void
change_cb (ExManagerRows *self)
{
  const ExLine *latest = self->lines != NULL && self->lines->len > 0 ? g_ptr_array_index (self->lines, 0) : NULL;

  if (latest != NULL)
    ex_manager_dialog_present (GTK_WIDGET (self->group), self->session, self->id, latest->manager_id);
}

ExManagerRows *
ex_manager_rows_new (AdwPreferencesGroup *group, ExSession *session, const char *leader_id)
{
  ExManagerRows *self = g_new0 (ExManagerRows, 1);
  GtkWidget *change = gtk_button_new_with_mnemonic (_("Chan_ge…"));
  gboolean is_hr = g_str_equal (ex_session_get_actor (session), EX_STORE_HR);

  self->group = group;
  self->session = g_object_ref (session);
  self->id = g_strdup (leader_id);
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (change, is_hr ? _("Report to somebody else, from a day on") : _("Only HR changes who reports to whom"));
  gtk_widget_set_sensitive (change, is_hr);
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change whom they report to"), -1);
  g_signal_connect_swapped (change, "clicked", G_CALLBACK (change_cb), self);
  adw_preferences_group_set_header_suffix (group, change);
  self->changed = g_signal_connect_swapped (session, "changed", G_CALLBACK (read_lines), self);
  read_lines (self);
  return self;
}

void
ex_manager_rows_free (ExManagerRows *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_signal_handler (&self->changed, self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->id);
  g_free (self);
}
