#include "config.h"

#include "ex-file-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget     *parent;
  ExFileChosen   chosen;
  gpointer       data;
  GDestroyNotify destroy;
} Choice;

static Choice *
choice_new (GtkWidget *parent, ExFileChosen chosen, gpointer data, GDestroyNotify destroy)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->chosen = chosen;
  choice->data = data;
  choice->destroy = destroy;
  return choice;
}

static void
choice_end (Choice *choice, GFile *file)
{
  choice->chosen (choice->parent, file, choice->data);
  if (choice->destroy != NULL)
    choice->destroy (choice->data);
  g_object_unref (choice->parent);
  g_free (choice);
}

static GtkWindow *
window_of (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkFileFilter *
filter_new (const char *name, const char * const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

/* (transfer full) (element-type GtkFileFilter): what is meant, then everything, since file names keep no promises. */
static GListStore *
filters_new (ExFiles files)
{
  static const char * const company[] = { "exemplar", NULL };
  static const char * const table[] = { "csv", "tsv", "txt", NULL };
  static const char * const spreadsheet[] = { "xlsx", NULL };
  static const char * const picture[] = { "svg", "png", "pdf", NULL };
  static const char * const pdf[] = { "pdf", NULL };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (files == EX_FILES_COMPANY)
    filter = filter_new (_("Companies"), company);
  else if (files == EX_FILES_TABLE)
    filter = filter_new (_("Tables as CSV"), table);
  else if (files == EX_FILES_SPREADSHEET)
    filter = filter_new (_("Spreadsheets"), spreadsheet);
  else if (files == EX_FILES_PICTURE)
    filter = filter_new (_("Pictures"), picture);
  else if (files == EX_FILES_PDF)
    filter = filter_new (_("PDF Files"), pdf);
  if (filter != NULL)
    g_list_store_append (filters, filter);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return filters;
}

#if GTK_CHECK_VERSION (4, 10, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  choice_end (data, file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  choice_end (data, file);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  choice_end (data, file);
}

static void
run (Choice *choice, GtkFileChooserAction action, const char *title, const char *name, ExFiles files)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = filters_new (files);

  gtk_file_dialog_set_title (dialog, title);
  if (action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    {
      gtk_file_dialog_select_folder (dialog, window_of (choice->parent), NULL, folder_chosen_cb, choice);
      return;
    }
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, window_of (choice->parent), NULL, saved_cb, choice);
    }
  else
    gtk_file_dialog_open (dialog, window_of (choice->parent), NULL, opened_cb, choice);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  choice_end (data, file);
  g_object_unref (dialog);
}

static void
run (Choice *choice, GtkFileChooserAction action, const char *title, const char *name, ExFiles files)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, window_of (choice->parent), action, NULL, NULL);
  g_autoptr (GListStore) filters = filters_new (files);

  for (guint i = 0; action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER && i < g_list_model_get_n_items (G_LIST_MODEL (filters)); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (G_LIST_MODEL (filters), i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

void
ex_file_dialog_open (GtkWidget *parent, const char *title, ExFiles files, ExFileChosen chosen, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (chosen != NULL);

  run (choice_new (parent, chosen, data, destroy), GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, files);
}

void
ex_file_dialog_save (GtkWidget *parent, const char *title, const char *name, ExFiles files, ExFileChosen chosen, gpointer data,
                     GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (name != NULL);
  g_return_if_fail (chosen != NULL);

  run (choice_new (parent, chosen, data, destroy), GTK_FILE_CHOOSER_ACTION_SAVE, title, name, files);
}

void
ex_file_dialog_choose_folder (GtkWidget *parent, const char *title, ExFileChosen chosen, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (chosen != NULL);

  run (choice_new (parent, chosen, data, destroy), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, NULL, EX_FILES_ANY);
}
