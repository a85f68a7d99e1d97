#include "config.h"

#include "ex-evidence.h"

#include "ex-alert.h"
#include "ex-file-dialog.h"

#include <glib/gi18n.h>

#define BLOCK (256 * 1024)

char *
ex_evidence_text (const char *name, const char *sha256)
{
  /* Translators: a file's name and its fingerprint */
  return g_strdup_printf (_("%s (SHA-256 %s)"), name, sha256);
}

/* --- the fingerprint, in a thread ------------------------------------------------------------------------------------------------ */

static char *
read_digest (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, cancellable, error)) > 0)
    g_checksum_update (checksum, block, n);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static void
digest_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (data);
  g_autofree char *digest = read_digest (data, cancellable, &error);

  if (digest != NULL)
    g_task_return_pointer (task, ex_evidence_text (name, digest), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *row = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_widget_get_root (row) == NULL)
    return;
  gtk_widget_set_sensitive (row, TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else
    ex_alert_error (row, _("The file could not be read"), error);
}

void
ex_evidence_take_file (AdwEntryRow *row, GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));
  g_return_if_fail (G_IS_FILE (file));

  /* A long file is not read to its end for a dialog that has gone. */
  g_signal_connect_object (row, "destroy", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  task = g_task_new (row, cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  g_task_run_in_thread (task, digest_thread);
}

/* --- picked or dropped --------------------------------------------------------------------------------------------------------------- */

static void
chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  if (file != NULL && gtk_widget_get_root (parent) != NULL)
    ex_evidence_take_file (ADW_ENTRY_ROW (parent), file);
}

static void
pick_cb (AdwEntryRow *row)
{
  ex_file_dialog_open (GTK_WIDGET (row), _("Choose the Evidence"), EX_FILES_ANY, chosen_cb, NULL, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AdwEntryRow *row)
{
  GFile *file = G_VALUE_HOLDS (value, G_TYPE_FILE) ? g_value_get_object (value) : NULL;

  if (file == NULL)
    return FALSE;
  ex_evidence_take_file (row, file);
  return TRUE;
}

void
ex_evidence_attach (AdwEntryRow *row, GtkWidget *drop)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  gtk_widget_set_tooltip_text (button, _("Choose a file: its name and fingerprint are kept, the file itself is not copied"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a file as evidence"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (pick_cb), row, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (row, button);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (drop, GTK_EVENT_CONTROLLER (target));
}
