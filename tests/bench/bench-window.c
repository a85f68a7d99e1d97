/* How soon the window is there, and how long it ever keeps people waiting. On a display of its own:
 *   bench-window first-frame FILE         two medians in milliseconds: the window with FILE, and an empty AdwApplicationWindow
 *   bench-window holds FILE CUSTOMERS     a line each: what was done, the longest hold of the main loop in milliseconds, and the same of
 *                                         a bare GTK table of that size; TAB between
 *   bench-window opens FILE               a line: how long the Reviews page takes from the click to its picture, in milliseconds, and the
 *                                         longest hold of a bare GTK table of that size that comes up */
#include "config.h"

#include "app/ex-application.h"
#include "app/ex-window.h"
#include "company/ex-import.h"

#include "bench-hold.h"

#include <adwaita.h>

#include <stdlib.h>
#include <string.h>

#define ROUNDS 15

/* --- first frame --------------------------------------------------------------------------------------------------------- */

static gint64 started; /* by the parent's clock, before this program was executed; microseconds */

static void
report_cb (GdkFrameClock *clock, gpointer data)
{
  g_print ("%.3f\n", (double) (g_get_monotonic_time () - started) / 1000);
  exit (0);
}

/* As soon as the window has a surface, its first frame ends the program. */
static void
watch_cb (GtkWidget *window, gpointer data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_connect (gdk_surface_get_frame_clock (surface), "after-paint", G_CALLBACK (report_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  g_signal_connect (window, "map", G_CALLBACK (watch_cb), NULL);
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *path, char *program)
{
  g_autoptr (GtkApplication) application = NULL;
  char *argv[] = { program, (char *) path, NULL };

  started = g_ascii_strtoll (g_getenv ("EXEMPLAR_BENCH_START"), NULL, 10);
  if (path)
    application = GTK_APPLICATION (ex_application_new ());
  else
    {
      application = GTK_APPLICATION (adw_application_new ("org.exemplar.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
    }
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), path ? 2 : 1, argv);
}

/* One start, in milliseconds. @path: NULL for the empty window. */
static double
time_start (const char *program, const char *path)
{
  const char *argv[] = { program, path ? "child" : "empty", path, NULL };
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_setenv ("EXEMPLAR_BENCH_START", now, TRUE);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("The window was not opened: %s", error->message);
  return g_ascii_strtod (output, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
compare_first_frames (const char *program, const char *path)
{
  double ours[ROUNDS], empty[ROUNDS];

  time_start (program, path); /* once for the disk's cache */
  time_start (program, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = time_start (program, path);
      empty[i] = time_start (program, NULL);
    }
  qsort (ours, ROUNDS, sizeof (double), compare_doubles);
  qsort (empty, ROUNDS, sizeof (double), compare_doubles);
  g_print ("%.3f %.3f\n", ours[ROUNDS / 2], empty[ROUNDS / 2]);
}

/* --- holds ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_settled (gpointer window)
{
  return ex_window_is_settled (window);
}

/* (nullable): the first widget of a type in a tree that is in view. */
static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      {
        GtkWidget *found = find_widget (child, type);

        if (found)
          return found;
      }
  return NULL;
}

static void
sort_by_every_column (ExWindow *window, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_sorter (column))
        continue;
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      bench_settle (is_settled, window);
    }
}

static void
search (ExWindow *window, GtkEditable *entry)
{
  static const char *const texts[] = { "1", "12", "123", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (entry, texts[i]);
      bench_wait (250);
      bench_settle (is_settled, window);
    }
}

/* The page by its @name, called @words, which should have @rows rows. */
static void
try_page (ExWindow *window, const char *name, const char *words, guint rows)
{
  static const char *const deeds[] = { "opened", "searched", "sorted", "scrolled" };
  double ours[BENCH_N_DEEDS], bare[BENCH_N_DEEDS];
  GtkWidget *page, *view, *entry;

  bench_hold_start ();
  ex_window_show_page (window, name);
  bench_settle (is_settled, window);
  ours[BENCH_OPENED] = bench_hold_end ();

  page = ex_window_get_page (window, name);
  if (!page)
    g_error ("There is no page %s to measure.", name);
  view = find_widget (page, GTK_TYPE_COLUMN_VIEW);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  bench_settle (is_settled, window);
  entry = find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  g_assert (view != NULL && entry != NULL);

  bench_hold_start ();
  search (window, GTK_EDITABLE (entry));
  ours[BENCH_SEARCHED] = bench_hold_end ();
  bench_hold_start ();
  sort_by_every_column (window, GTK_COLUMN_VIEW (view));
  ours[BENCH_SORTED] = bench_hold_end ();
  bench_hold_start ();
  bench_scroll (view);
  bench_settle (is_settled, window);
  ours[BENCH_SCROLLED] = bench_hold_end ();

  bench_bare_table (rows, g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view))), bare);
  for (guint i = 0; i < BENCH_N_DEEDS; i++)
    g_print ("%s, %u rows: %s\t%.1f\t%.1f\n", words, rows, deeds[i], ours[i], bare[i]);
}

static gpointer
import_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  ExImportOptions options = { .kind = -1, .cancellable = cancellable };
  g_autoptr (ExImportPlan) plan = NULL;

  return GINT_TO_POINTER (ex_import_file (store, EX_IMPORT_CUSTOMERS, data, NULL, &options, FALSE, &plan, NULL, error));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ex_session_call_finish (EX_SESSION (source), result, &error))
    g_error ("The ledger was not imported: %s", error ? error->message : "it has problems");
  *(gboolean *) data = TRUE;
}

/* Meanwhile Customer Asset is in view; at the end it fills a table of the ledger's periods. */
static void
try_import (ExWindow *window, const char *customers)
{
  double ours, bare[BENCH_N_DEEDS];
  gboolean done = FALSE;

  bench_hold_start ();
  ex_session_write_async (ex_window_get_session (window), "Import customers", import_in_worker, g_strdup (customers), g_free, NULL, NULL,
                          imported_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  bench_settle (is_settled, window);
  ours = bench_hold_end ();
  bench_bare_table (20, 8, bare);
  g_print ("meanwhile a ledger of a million rows comes in\t%.1f\t%.1f\n", ours, bare[BENCH_SORTED]);
}

/* A window with @path, settled. The application is made once. */
static GtkWindow *
open_file (const char *path)
{
  static ExApplication *application;
  GtkWindow *window;

  application = ex_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    g_error ("There is no application without a message bus.");
  ex_application_open (application, path, NULL);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_assert (EX_IS_WINDOW (window));
  bench_settle (is_settled, window);
  return window;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* From the click to the picture. */
static void
measure_opening (const char *path)
{
  GtkWindow *window = open_file (path);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  double bare[BENCH_N_DEEDS];
  gint64 start, end;

  bench_wait (500);
  start = g_get_monotonic_time ();
  ex_window_show_page (EX_WINDOW (window), "reviews");
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  end = g_get_monotonic_time ();
  bench_hold_watch (GTK_WIDGET (window));
  bench_bare_table (10000, 7, bare);
  g_print ("Reviews, 10,000 leaders: from the click to the picture\t%.1f\t%.1f\n", (double) (end - start) / 1000, bare[BENCH_OPENED]);
}

static void
measure_holds (const char *path, const char *customers)
{
  GtkWindow *window = open_file (path);

  bench_hold_watch (GTK_WIDGET (window));
  try_page (EX_WINDOW (window), "leaders", "Leaders", 10000);
  try_page (EX_WINDOW (window), "reviews", "Reviews", 10000);
  try_page (EX_WINDOW (window), "objectives", "Objectives", 50000);
  ex_window_show_page (EX_WINDOW (window), "asset");
  bench_settle (is_settled, window);
  try_import (EX_WINDOW (window), customers);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "first-frame"))
    compare_first_frames (argv[0], argv[2]);
  else if (argc >= 2 && (g_str_equal (argv[1], "child") || g_str_equal (argv[1], "empty")))
    return run_child (argc == 3 ? argv[2] : NULL, argv[0]);
  else if (argc == 4 && g_str_equal (argv[1], "holds"))
    measure_holds (argv[2], argv[3]);
  else if (argc == 3 && g_str_equal (argv[1], "opens"))
    measure_opening (argv[2]);
  else
    {
      g_printerr ("Usage: %s first-frame FILE | holds FILE CUSTOMERS | opens FILE\n", argv[0]);
      return 2;
    }
  return 0;
}
