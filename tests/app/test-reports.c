/* Reports from the window: what each page prints, and reviews saved as PDF. */
#include "config.h"

#include "reviews-finding.h"

#include "app/ex-page.h"
#include "app/ex-report-save.h"

#include <glib/gstdio.h>

/* --- what a page prints --------------------------------------------------------------------------------------------------------------- */

static gboolean
is_print_button (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.print") == 0;
}

/* NULL: there is nothing to print. */
static const char *
print_tooltip (ExWindow *window)
{
  GtkWidget *button = find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, is_print_button, NULL);

  return button != NULL && gtk_widget_get_visible (button) ? gtk_widget_get_tooltip_text (button) : NULL;
}

static void
assert_prints (ExWindow *window, const char *page, const char *tooltip)
{
  ex_window_show_page (window, page);
  settle (window);
  g_test_message ("%s", page);
  g_assert_cmpstr (print_tooltip (window), ==, tooltip);
}

static void
test_pages (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  assert_prints (window, "overview", "Print Team Book… (Ctrl+P)");
  assert_prints (window, "asset", "Print Asset Report… (Ctrl+P)");
  assert_prints (window, "rewards", "Print Reward List… (Ctrl+P)");
  assert_prints (window, "reviews", "Save Reviews as PDF… (Ctrl+P)");
  assert_prints (window, "my-review", NULL); /* HR has none */
  assert_prints (window, "leaders", NULL);
  assert_prints (window, "history", NULL);
  ex_page_show (EX_PAGE (ex_window_get_page (window, "reviews")), "leader", "b");
  assert_prints (window, "reviews", "Print Review… (Ctrl+P)");
  ex_session_set_actor (ex_window_get_session (window), "a");
  assert_prints (window, "my-review", "Print Review… (Ctrl+P)");
  close_window (window);
}

/* One that is selected is printed, several are saved. */
static void
test_selected (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  g_auto (GStrv) ids = NULL;
  ExReport report;

  select_leader (window, "b");
  g_assert_cmpstr (print_tooltip (window), ==, "Print Review… (Ctrl+P)");
  select_leader (window, "d");
  g_assert_cmpstr (print_tooltip (window), ==, "Save Reviews as PDF… (Ctrl+P)");
  g_assert_true (ex_page_get_report (EX_PAGE (page_of (window)), &report, &ids));
  g_assert_cmpint (report, ==, EX_REPORT_REVIEW);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "b");
  g_assert_cmpstr (ids[1], ==, "d");
  close_window (window);
}

static void
test_preview (void)
{
  static const char *const pages[] = { "overview", "asset", "rewards" };
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      ex_window_show_page (window, pages[i]);
      settle (window);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL));
      wait_until (has_dialog, window);
      gtk_window_close (GTK_WINDOW (dialog_of (window)));
      wait_until (has_no_dialog, window);
    }
  close_window (window);
}

/* --- reviews as PDF ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  ExWindow   *window;
  const char *words;
} Said;

static gboolean
is_said (gpointer data)
{
  const Said *said = data;

  return mentions (GTK_WIDGET (said->window), said->words);
}

static gboolean
is_gone (gpointer weak)
{
  return *(gpointer *) weak == NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_saved (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  ExSession *session = ex_window_get_session (window);
  const char *ids[] = { "a", "c", NULL };
  g_autofree char *file = fresh_path ("reviews.pdf");
  g_autofree char *folder = fresh_path ("reviews");
  Said all = { window, "4 reviews saved" }, two = { window, "2 reviews saved" };

  ex_report_save_reviews_to (page_of (window), session, NULL, ex_paper_default (), file);
  wait_until (is_said, &all);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_assert_nonnull (button_of (GTK_WIDGET (window), "Open Folder"));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  ex_report_save_reviews_to (page_of (window), session, ids, ex_paper_default (), folder);
  wait_until (is_said, &two);
  g_assert_cmpuint (count_files (folder), ==, 2);
  close_window (window);
}

static void
test_not_saved (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  Said nowhere = { window, "no-such-folder" };

  ex_report_save_reviews_to (page_of (window), ex_window_get_session (window), NULL, ex_paper_default (), "/no-such-folder/reviews.pdf");
  wait_until (is_said, &nowhere);
  close_window (window);
}

/* Keeps the worker from its next job until it is let go. */
static gpointer
wait_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GMutex *gate = data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  return gate;
}

/* What is being put together finds nobody to show it to; what is being saved is cancelled with the window that could cancel it. */
static void
test_closed_meanwhile (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  g_autofree char *file = fresh_path ("late.pdf");
  gpointer weak = window;
  GMutex gate;

  ex_window_show_page (window, "overview");
  settle (window);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  ex_session_read_async (ex_window_get_session (window), wait_in_worker, &gate, NULL, NULL, NULL, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  ex_report_save_reviews_to (GTK_WIDGET (window), ex_window_get_session (window), NULL, ex_paper_default (), file);
  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  g_mutex_unlock (&gate);
  wait_until (is_gone, &weak);
  g_mutex_clear (&gate);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_asked (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save-reviews", NULL));
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  g_assert_true (mentions (dialog, "4 reviews, managers before those who report to them."));
  g_assert_nonnull (row_titled (dialog, "_One file"));
  g_assert_nonnull (row_titled (dialog, "A file _each"));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/reports/each-page-says-what-it-prints", test_pages);
  g_test_add_func ("/app/reports/one-selected-is-printed-several-are-saved", test_selected);
  g_test_add_func ("/app/reports/printing-opens-the-preview", test_preview);
  g_test_add_func ("/app/reports/reviews-saved-in-a-file-and-in-a-folder", test_saved);
  g_test_add_func ("/app/reports/not-saved-is-said-with-the-reason", test_not_saved);
  g_test_add_func ("/app/reports/how-to-save-is-asked", test_asked);
  g_test_add_func ("/app/reports/a-window-closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
