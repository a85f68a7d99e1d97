#include "config.h"

#include "app-fixture.h"

#include "app/ex-print-job.h"
#include "app/ex-print-pages.h"
#include "app/ex-print-preview.h"
#include "app/ex-print-save.h"
#include "app/ex-print-sheet.h"
#include "app/ex-settings.h"
#include "chart/ex-waterfall-chart.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include <string.h>

typedef struct
{
  GtkWidget *parent;
  GtkWidget *button;
  GtkWindow *preview; /* set to NULL when it is gone */
} Fixture;

static ExChart *
waterfall (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "Losses outran gains", "Customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 1000, "1,000", "Opening: 1,000 customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Lost", 600, "−600", "Lost: 600 customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Closing", 400, "400", "Closing: 400 customers");
  return chart;
}

static ExDocument *
document_of (guint n_pages)
{
  ExDocument *document = ex_document_new ("A book", "Northlight Energy", "As of 22 November 2026", "en");
  g_autoptr (ExChart) chart = waterfall ();

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Chapter %u", i + 1);

      if (i > 0)
        ex_document_add_page_break (document);
      ex_document_add_heading (document, 1, heading);
      ex_document_add_text (document, EX_TEXT_BODY, "What is written on this page.");
      ex_document_add_chart (document, chart, 200);
    }
  return document;
}

static gboolean
find_preview (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (fixture->parent != NULL && gtk_window_get_transient_for (l->data) == GTK_WINDOW (fixture->parent) && gtk_widget_get_mapped (l->data)
        && strcmp (G_OBJECT_TYPE_NAME (l->data), "ExPrintPreview") == 0)
      g_set_weak_pointer (&fixture->preview, l->data);
  return fixture->preview != NULL;
}

static ExPrintPages *
pages_of (Fixture *fixture)
{
  return EX_PRINT_PAGES (find_widget (GTK_WIDGET (fixture->preview), EX_TYPE_PRINT_PAGES, NULL, NULL));
}

static ExPrintSheet *
sheet_of (Fixture *fixture, guint page)
{
  GtkWidget *sheet = find_widget (GTK_WIDGET (fixture->preview), EX_TYPE_PRINT_SHEET, NULL, NULL);

  for (guint i = 0; i < page; i++)
    sheet = gtk_widget_get_next_sibling (sheet);
  return EX_PRINT_SHEET (sheet);
}

static gboolean
is_drawn (gpointer data)
{
  Fixture *fixture = data;

  return ex_print_pages_get (pages_of (fixture)) != NULL && ex_print_sheet_is_drawn (sheet_of (fixture, ex_print_pages_get_page (pages_of (fixture))));
}

static void
show (Fixture *fixture, ExDocument *document)
{
  ex_print_preview_show (fixture->button, document);
  wait_until (find_preview, fixture);
  wait_until (is_drawn, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = gtk_window_new ();
  fixture->button = gtk_button_new_with_label ("Print");
  gtk_window_set_default_size (GTK_WINDOW (fixture->parent), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->parent), fixture->button);
  gtk_window_present (GTK_WINDOW (fixture->parent));
  ex_settings_set_paper ("a4");
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWindow **) data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->preview != NULL)
    gtk_window_close (fixture->preview);
  wait_until (is_gone, &fixture->preview); /* nothing keeps it */
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
}

static const char *
subtitle (Fixture *fixture)
{
  GtkWidget *title = find_widget (GTK_WIDGET (fixture->preview), ADW_TYPE_WINDOW_TITLE, NULL, NULL);

  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title));
}

static gboolean
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (pages_of (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      return taken;
    }
  return FALSE;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = document_of (7);

  show (fixture, document);
  g_assert_cmpstr (subtitle (fixture), ==, "1 of 7");
  g_assert_false (ex_print_sheet_is_drawn (sheet_of (fixture, 5))); /* out of sight */

  g_assert_true (press (fixture, GDK_KEY_Page_Down));
  wait_until (is_drawn, fixture);
  g_assert_cmpstr (subtitle (fixture), ==, "2 of 7");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (sheet_of (fixture, 1))));
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (sheet_of (fixture, 0)))); /* one stop of the Tab key */

  g_assert_true (press (fixture, GDK_KEY_End));
  wait_until (is_drawn, fixture);
  g_assert_cmpstr (subtitle (fixture), ==, "7 of 7");
  g_assert_true (press (fixture, GDK_KEY_Page_Down)); /* there is none behind the last */
  g_assert_cmpstr (subtitle (fixture), ==, "7 of 7");

  for (guint i = 6; i > 0; i--) /* none is passed over, none holds on */
    g_assert_true (press (fixture, GDK_KEY_Page_Up));
  wait_until (is_drawn, fixture);
  g_assert_cmpstr (subtitle (fixture), ==, "1 of 7");
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.go", "s", "last"); /* from a button's focus, too */
  g_assert_cmpstr (subtitle (fixture), ==, "7 of 7");
  g_assert_true (press (fixture, GDK_KEY_Home));
  g_assert_cmpstr (subtitle (fixture), ==, "1 of 7");
  g_assert_false (press (fixture, GDK_KEY_a));
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = document_of (3);

  show (fixture, document);
  gtk_test_accessible_assert_property (sheet_of (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  gtk_test_accessible_assert_property (sheet_of (fixture, 2), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 3 of 3");
  gtk_test_accessible_assert_property (sheet_of (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Chapter 1\nWhat is written on this page.\nLosses outran gains. Customers. Waterfall chart with 3 bars. Opening: 1,000; "
                                       "Lost: −600; Closing: 400.");
}

static gboolean
is_letter (gpointer data)
{
  ExPages *pages = ex_print_pages_get (pages_of (data));

  return pages != NULL && ex_pages_get_paper (pages)->height == 792;
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = document_of (2);
  GtkWidget *papers;
  ExPaper paper;

  show (fixture, document);
  g_assert_cmpfloat (ex_pages_get_paper (ex_print_pages_get (pages_of (fixture)))->height, >, 841);
  papers = find_widget (GTK_WIDGET (fixture->preview), GTK_TYPE_DROP_DOWN, NULL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (papers), 1);
  wait_until (is_letter, fixture);
  ex_settings_get_paper (&paper); /* remembered */
  g_assert_cmpfloat (paper.height, ==, 792);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (papers), 0); /* there and back before the pages are there */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (papers), 1);
  wait_until (is_letter, fixture);
  wait_until (is_drawn, fixture);
}

static void
test_chart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = waterfall ();
  g_autofree char *figures = NULL;
  ExPages *pages;

  ex_print_preview_show_chart (fixture->button, chart);
  wait_until (find_preview, fixture);
  wait_until (is_drawn, fixture);
  pages = ex_print_pages_get (pages_of (fixture));
  g_assert_cmpfloat (ex_pages_get_paper (pages)->width, >, ex_pages_get_paper (pages)->height);
  g_assert_cmpuint (ex_pages_n (pages), ==, 2);
  figures = ex_pages_get_text (pages, 1);
  g_assert_nonnull (strstr (figures, "Opening\n1,000"));
}

static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = document_of (300);

  ex_print_preview_show (fixture->button, document);
  wait_until (find_preview, fixture);
  gtk_window_close (fixture->preview); /* while its pages are made */
}

/* ---- Saving and printing ---- */

typedef struct { gboolean done; GError *error; guint steps; GCancellable *cancellable; } Outcome;

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static void
step_cb (double fraction, gpointer data)
{
  Outcome *outcome = data;

  outcome->steps++;
  if (outcome->cancellable != NULL && outcome->steps == 2)
    g_cancellable_cancel (outcome->cancellable);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  ex_print_save_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static ExPages *
pages_new (guint n)
{
  g_autoptr (ExDocument) document = document_of (n);

  return ex_pages_new (document, ex_paper_default ());
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_save (void)
{
  g_autoptr (ExPages) pages = pages_new (5);
  g_autofree char *folder = fresh_path ("saved");
  g_autofree char *path = g_build_filename (folder, "book.pdf", NULL);
  g_autofree char *bytes = NULL;
  Outcome outcome = { 0 };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  ex_print_save_async (pages, "A book", path, NULL, step_cb, saved_cb, &outcome);
  wait_until (is_done, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.steps, ==, 5);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  outcome = (Outcome) { .cancellable = g_cancellable_new () };
  ex_print_save_async (pages, "A book", path, outcome.cancellable, step_cb, saved_cb, &outcome);
  wait_until (is_done, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_files (folder), ==, 0); /* nothing is left behind */
  g_clear_error (&outcome.error);
  g_clear_object (&outcome.cancellable);

  outcome = (Outcome) { 0 };
  ex_print_save_async (pages, "A book", "/nowhere/at all/book.pdf", NULL, step_cb, saved_cb, &outcome);
  wait_until (is_done, &outcome);
  g_assert_nonnull (strstr (outcome.error->message, "/nowhere/at all/book.pdf"));
  g_clear_error (&outcome.error);
}

static void
printed_cb (gpointer data, const GError *error)
{
  Outcome *outcome = data;

  g_assert_no_error (error);
  outcome->done = TRUE;
}

static void
test_print (void)
{
  g_autoptr (ExPages) pages = pages_new (3);
  g_autofree char *path = fresh_path ("printed.pdf");
  g_autofree char *bytes = NULL;
  Outcome outcome = { 0 };

  ex_print_job_run (NULL, pages, "A book", path, printed_cb, &outcome, NULL);
  wait_until (is_done, &outcome);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add ("/print-preview/keys-go-from-page-to-page", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/print-preview/a-screen-reader-reads-a-page", Fixture, NULL, set_up, test_told, tear_down);
  g_test_add ("/print-preview/paper-is-chosen-and-remembered", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/print-preview/a-chart-lies-on-its-side-with-its-figures-behind", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/print-preview/closed-before-the-pages-are-there", Fixture, NULL, set_up, test_closed_early, tear_down);
  g_test_add_func ("/print-preview/saved-whole-or-not-at-all", test_save);
  g_test_add_func ("/print-preview/printed-into-a-file", test_print);

  return g_test_run ();
}
