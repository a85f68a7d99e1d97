/* The check-in dialog: ten seconds by keyboard, evidence, late ones, and none any more. */
#include "config.h"

#include "my-review-finding.h"

#include "app/ex-check-in-dialog.h"
#include "app/ex-evidence.h"

static GtkWidget *
check_in_dialog (ExWindow *window, const char *id)
{
  ex_check_in_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), objective_of (window, id), NULL);
  wait_until (has_dialog, window);
  return dialog_of (window);
}

/* The value has the keyboard, Enter checks in. */
static void
test_keyboard (void)
{
  ExWindow *window = open_as (fresh_reviews (), "b");
  GtkWidget *dialog = check_in_dialog (window, "b1");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, row_titled (dialog, "_Value (%)")));
  gtk_editable_set_text (GTK_EDITABLE (focus), "84");
  g_signal_emit_by_name (focus, "activate");
  wait_until (has_no_dialog, window);
  g_assert_true (reading_of (window, "b1")->measured);
  g_assert_cmpfloat (reading_of (window, "b1")->actual, ==, 84);
  close_window (window);
}

/* June is asked for on 1 July: what is typed is true for June, or it would be passed over. */
static void
test_due_period (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog;

  check_in (store, "b1", ex_day_new (2026, 5, 31), 82);
  window = open_as (store, "b");
  dialog = check_in_dialog (window, "b1");
  type (dialog, "_Value (%)", "84");
  gtk_widget_activate_default (dialog);
  wait_until (has_no_dialog, window);
  g_assert_cmpuint (reading_of (window, "b1")->last_day, ==, ex_day_new (2026, 6, 30));
  close_window (window);
}

static gboolean
has_evidence (gpointer row)
{
  return *gtk_editable_get_text (GTK_EDITABLE (row)) != '\0';
}

static void
test_evidence (void)
{
  g_autofree char *path = fresh_path ("report.txt");
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ExWindow *window = open_as (fresh_reviews (), "b");
  GtkWidget *dialog = check_in_dialog (window, "b1");
  GtkWidget *row = row_titled (dialog, "_Evidence: a link, or a file’s name");
  g_autofree char *expected = ex_evidence_text (name, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  /* Of "abc", as FIPS 180 has it. */
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  ex_evidence_take_file (ADW_ENTRY_ROW (row), file);
  wait_until (has_evidence, row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, expected);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, window);
  close_window (window);
}

static void
test_late (void)
{
  ExWindow *window;
  GtkWidget *dialog;

  g_setenv ("EXEMPLAR_TODAY", "2027-01-05", TRUE);
  window = open_as (fresh_reviews (), "b");
  dialog = check_in_dialog (window, "b1");
  g_assert_true (mentions (dialog, "this check-in is marked as late, and needs a reason."));
  type (dialog, "_Value (%)", "84");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Check In")));
  type (dialog, "_Note: why it comes after the cycle’s last day", "Billing closed late");
  g_assert_true (gtk_widget_is_sensitive (button_of (dialog, "_Check In")));
  gtk_widget_activate_default (dialog);
  wait_until (has_no_dialog, window);
  g_assert_true (reading_of (window, "b1")->measured);
  close_window (window);
  g_setenv ("EXEMPLAR_TODAY", "2026-07-01", TRUE);
}

static void
test_shut (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog;

  bring_review (store, "a", EX_REVIEW_ASSESSED);
  window = open_as (store, "a");
  dialog = check_in_dialog (window, "a1");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_true (mentions (dialog, "The review of Ana Okafor is assessed"));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/check-in/a-value-and-enter", test_keyboard);
  g_test_add_func ("/app/check-in/a-period-that-is-over-comes-first", test_due_period);
  g_test_add_func ("/app/check-in/of-a-file-name-and-fingerprint-are-kept", test_evidence);
  g_test_add_func ("/app/check-in/a-late-one-says-so-and-needs-a-reason", test_late);
  g_test_add_func ("/app/check-in/none-any-more-once-assessed", test_shut);
  return g_test_run ();
}
