#include "config.h"

#include "ex-export.h"

#include "ex-alert.h"
#include "ex-file-dialog.h"
#include "ex-window.h"
#include "ex-work.h"

#include <glib/gi18n.h>

#define LONGEST_PART 60 /* characters of a company's or a page's name in a file's */

struct _ExExport
{
  char                *title;
  const ExTableColumn *columns;
  ExExportFill         fill;
  gpointer             data;
  GDestroyNotify       destroy;

  GtkWidget           *parent;
  ExSession           *session;  /* (nullable) */
  char                *company;
  char                *currency;
  char                *path;
  ExTableFormat        format;
  ExWork              *work;
};

ExExport *
ex_export_new (const char *title, const ExTableColumn *columns, ExExportFill fill, gpointer data, GDestroyNotify destroy)
{
  ExExport *self = g_new0 (ExExport, 1);

  self->title = g_strdup (title);
  self->columns = columns;
  self->fill = fill;
  self->data = data;
  self->destroy = destroy;
  return self;
}

void
ex_export_free (ExExport *self)
{
  if (self == NULL)
    return;
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free (self->title);
  g_free (self->company);
  g_free (self->currency);
  g_free (self->path);
  g_free (self);
}

/* --- writing ---------------------------------------------------------------------------------------------------------- */

static gboolean
write_table (ExExport *self, ExStore *store, GCancellable *cancellable, GError **error)
{
  ExTableAbout about = { self->title, self->company, self->currency };
  g_autoptr (ExTable) table = ex_table_new_file (self->columns, &about, self->path, self->format, cancellable, error);
  ExExportRun run = { table, store, cancellable, ex_work_progress, self->work };

  return table != NULL && self->fill (&run, self->data, error) && ex_table_end (table, error);
}

static gpointer
write_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (write_table (data, store, cancellable, error));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_table (data, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
say_done (ExExport *self)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: the name of a file */
  g_autofree char *words = g_strdup_printf (_("Saved “%s”"), name);

  ex_window_toast (self->parent, words);
}

/* Nobody need be told of what they left off themselves. */
static void
end (ExExport *self, const GError *error)
{
  g_clear_pointer (&self->work, ex_work_end);
  if (gtk_widget_get_root (self->parent) == NULL)
    return;
  if (error == NULL)
    say_done (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ex_alert_error (self->parent, _("The table could not be exported"), error);
}

static void
written_in_worker_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExExport) self = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  end (self, error);
}

static void
written_in_thread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExExport) self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end (self, error);
}

static void
take_place (ExExport *self, GtkWidget *parent, ExSession *session)
{
  const ExCompanyInfo *info = session != NULL ? ex_company_get_info (ex_session_get_company (session)) : NULL;

  if (self->parent != NULL)
    return;
  self->parent = g_object_ref (parent);
  self->session = session != NULL ? g_object_ref (session) : NULL;
  self->company = g_strdup (info != NULL ? info->name : NULL);
  self->currency = g_strdup (info != NULL ? info->currency : NULL);
}

void
ex_export_save (ExExport *self, GtkWidget *parent, ExSession *session, const char *path, ExTableFormat format)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL && GTK_IS_WIDGET (parent) && path != NULL);

  take_place (self, parent, session);
  self->path = g_strdup (path);
  self->format = format;
  self->work = ex_work_start (parent, _("Exporting the table…"), cancellable);
  if (session != NULL)
    {
      ex_session_read_async (session, write_in_worker, self, NULL, NULL, cancellable, written_in_worker_cb, self);
      return;
    }
  task = g_task_new (NULL, cancellable, written_in_thread_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

/* --- where it goes ---------------------------------------------------------------------------------------------------- */

/* Without what no file name may have. (transfer full) */
static char *
name_part (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *part = g_utf8_substring (valid, 0, MIN (LONGEST_PART, g_utf8_strlen (valid, -1)));

  return g_strstrip (g_strdelimit (part, "/\\:*?\"<>|\n\t", '-'));
}

/* "Northlight Energy – Leaders – 2026-11-22.xlsx" (transfer full) */
static char *
file_name (const ExExport *self, ExTableFormat format)
{
  g_autofree char *company = self->company != NULL ? name_part (self->company) : NULL;
  g_autofree char *title = name_part (self->title);
  g_autofree char *day = ex_day_to_iso (ex_day_today ());

  return g_strdup_printf ("%s%s%s – %s.%s", company != NULL ? company : "", company != NULL ? " – " : "", title, day, ex_table_format_nick (format));
}

/* A name that was typed without an ending gets the one that was asked for, unless there is such a file: nobody has agreed to lose it.
 * (transfer full) (nullable): that was said. */
static char *
complete_path (ExExport *self, const char *path)
{
  g_autofree char *complete = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (ex_table_format_parse (path, &self->format))
    return g_strdup (path);
  complete = g_strdup_printf ("%s.%s", path, ex_table_format_nick (self->format));
  if (!g_file_test (complete, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&complete);

  base = g_path_get_basename (complete);
  name = g_filename_display_name (base);
  words = g_strdup_printf (_("There is a file “%s” already. Choose it by its whole name if it is to be replaced."), name);
  ex_alert_show (self->parent, _("The table could not be exported"), words);
  return NULL;
}

static void
say_elsewhere (ExExport *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *words = g_strdup_printf (_("“%s” is not on this computer: choose a folder that is."), name);

  ex_alert_show (self->parent, _("The table could not be exported"), words);
}

static void
chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExExport *self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *complete = path != NULL ? complete_path (self, path) : NULL;

  if (file != NULL && path == NULL)
    say_elsewhere (self, file);
  if (complete != NULL)
    ex_export_save (self, self->parent, self->session, complete, self->format);
  else
    ex_export_free (self);
}

void
ex_export_ask (ExExport *self, GtkWidget *parent, ExSession *session, ExTableFormat format)
{
  g_autofree char *name = NULL;

  g_return_if_fail (self != NULL && GTK_IS_WIDGET (parent));

  take_place (self, parent, session);
  self->format = format;
  name = file_name (self, format);
  ex_file_dialog_save (parent, format == EX_TABLE_XLSX ? _("Export as Spreadsheet") : _("Export as CSV"), name,
                       format == EX_TABLE_XLSX ? EX_FILES_SPREADSHEET : EX_FILES_TABLE, chosen_cb, self, NULL);
}
