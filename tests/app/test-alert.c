/* What a person is told when something is refused: short things in passing, reasons in a window. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-alert.h"
#include "app/ex-missing-dialog.h"

static gboolean
label_reads (GtkWidget *widget, gpointer words)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
shows (gpointer root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, label_reads, (gpointer) words) != NULL;
}

/* (nullable) the window over @parent */
static AdwMessageDialog *
find_dialog (ExWindow *parent)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (parent))
      return l->data;
  return NULL;
}

static ExWindow *
any_window (void)
{
  ExWindow *window = ex_window_new (GTK_APPLICATION (the_application ()));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

static void
test_short (void)
{
  ExWindow *window = any_window ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The disk <is> full & slow.");

  ex_alert_error (GTK_WIDGET (window), "Heading", error);
  settle (window);
  g_assert_null (find_dialog (window));
  g_assert_true (shows (window, "The disk <is> full & slow."));
  close_window (window);
}

static void
test_reasons (void)
{
  ExWindow *window = any_window ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Two things are missing:\nA unit.\nA <source>.\n");
  AdwMessageDialog *dialog;

  ex_alert_error (GTK_WIDGET (window), "The objective was not saved", error);
  settle (window);
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The objective was not saved");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, "Two things are missing:");
  g_assert_true (shows (dialog, "A unit."));
  g_assert_true (shows (dialog, "A <source>."));
  g_assert_false (shows (dialog, ""));
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

/* Ten thousand reasons are no reason for ten thousand widgets. */
static void
test_many_reasons (void)
{
  ExWindow *window = any_window ();
  g_autoptr (GString) text = g_string_new ("These were left out:");
  AdwMessageDialog *dialog;

  for (guint i = 1; i <= 1300; i++)
    g_string_append_printf (text, "\nReason %u", i);
  ex_alert_show (GTK_WIDGET (window), "Not everybody", text->str);
  settle (window);
  dialog = find_dialog (window);
  g_assert_true (shows (dialog, "Reason 200"));
  g_assert_false (shows (dialog, "Reason 201"));
  g_assert_true (shows (dialog, "and 1,100 more"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

static void
add_missing (GPtrArray *list, const char *text, ExMend mend)
{
  ExMissing *missing = g_new0 (ExMissing, 1);

  *missing = (ExMissing) { .text = g_strdup (text), .mend = mend, .leader = EX_NOBODY, .objective = -1 };
  g_ptr_array_add (list, missing);
}

/* What is not about a review is not lost behind all those that are. */
static void
test_much_missing (void)
{
  ExWindow *window = any_window ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_missing_free);
  g_autoptr (GList) toplevels = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < 260; i++)
    add_missing (missing, "A review is not signed.", EX_MEND_REVIEW);
  add_missing (missing, "There is no ledger.", EX_MEND_ASSET);
  ex_missing_dialog_present (GTK_WIDGET (window), "It cannot be closed yet", missing, NULL);
  settle (window);
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      {
        found = shows (l->data, "There is no ledger.") && shows (l->data, "and 60 more");
        gtk_window_destroy (l->data);
      }
  g_assert_true (found);
  close_window (window);
}

static void
test_cancelled (void)
{
  ExWindow *window = any_window ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled\nby you");

  ex_alert_error (GTK_WIDGET (window), "Heading", error);
  settle (window);
  g_assert_null (find_dialog (window));
  close_window (window);
}

static void
count_cb (GtkWidget *parent, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_ask (void)
{
  ExWindow *window = any_window ();
  guint answers = 0;
  AdwMessageDialog *dialog;

  ex_alert_ask (GTK_WIDGET (window), "Really?", "It is gone then.", "_Remove", TRUE, count_cb, &answers, NULL);
  dialog = find_dialog (window);
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "no");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "no");
  adw_message_dialog_response (dialog, "no");
  g_assert_cmpuint (answers, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));

  ex_alert_ask (GTK_WIDGET (window), "Really?", "It is gone then.", "_Remove", TRUE, count_cb, &answers, NULL);
  dialog = find_dialog (window);
  adw_message_dialog_response (dialog, "yes");
  g_assert_cmpuint (answers, ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/alert/a short error passes by at the foot of the window", test_short);
  g_test_add_func ("/alert/many reasons get a window, one a line", test_reasons);
  g_test_add_func ("/alert/too many reasons are cut and counted", test_many_reasons);
  g_test_add_func ("/alert/of much that is missing, what is no review is not cut", test_much_missing);
  g_test_add_func ("/alert/what was cancelled says nothing", test_cancelled);
  g_test_add_func ("/alert/only yes is an answer", test_ask);
  return g_test_run ();
}
