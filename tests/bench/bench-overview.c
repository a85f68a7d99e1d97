/* How soon the Overview of a large company stands after a change: bench-overview FILE (which is written to), on a display of its own. A line each: what was changed, milliseconds until the last chart was
 * drawn, and the longest hold of the main loop on the way; TAB between. */
#include "config.h"

#include "app/ex-application.h"
#include "app/ex-overview-filters.h"
#include "app/ex-overview-page.h"
#include "app/ex-overview-work.h"
#include "app/ex-window.h"
#include "store/ex-store.h"

#include "bench-hold.h"

#define ROUNDS 5

static gboolean drawn;

static void
painted_cb (GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  drawn = TRUE;
}

static gboolean
is_settled (gpointer window)
{
  return ex_window_is_settled (window);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The @nth filter of the page. */
static GtkDropDown *
filter_of (ExWindow *window, guint nth)
{
  GtkWidget *filter = find (find (ex_window_get_page (window, "overview"), EX_TYPE_OVERVIEW_FILTERS), GTK_TYPE_DROP_DOWN);

  while (nth-- > 0)
    filter = gtk_widget_get_next_sibling (filter);
  return GTK_DROP_DOWN (filter);
}

/* Until everything was made and drawn. */
static double
time_until_drawn (ExWindow *window, gint64 start)
{
  while (!ex_window_is_settled (window))
    g_main_context_iteration (NULL, TRUE);
  drawn = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_change (ExWindow *window, GtkDropDown *filter, guint choice)
{
  gint64 start = g_get_monotonic_time ();

  gtk_drop_down_set_selected (filter, choice);
  return time_until_drawn (window, start);
}

/* --- what is written -------------------------------------------------------------------------------------------------------------------- */

/* A check-in of the cycle's last day, with a note because it may come late. */
static gpointer
save_check_in (ExStore *store, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_check_in (store, data, error));
}

static ExCheckIn *
check_in_new (ExSession *session, guint round)
{
  const ExCompany *company = ex_session_get_company (session);
  const ExObjective *objective = ex_company_get_objective (company, 0);
  ExCheckIn *check_in = ex_check_in_new (objective->id, ex_company_get_cycle (company)->last, objective->kind == EX_KIND_MILESTONE ? round % 2 : 50 + round);

  check_in->note = g_strdup_printf ("Measured once more, round %u", round);
  return check_in;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ex_session_call_finish (EX_SESSION (source), result, &error))
    g_error ("Nothing was written: %s", error->message);
  *(gboolean *) data = TRUE;
}

/* From the call that writes to the picture of what was written. */
static double
time_write (ExWindow *window, guint round)
{
  ExSession *session = ex_window_get_session (window);
  gint64 start = g_get_monotonic_time ();
  gboolean done = FALSE;

  ex_session_write_quietly_async (session, "Record a check-in", save_check_in, check_in_new (session, round), (GDestroyNotify) ex_check_in_free, NULL, NULL,
                                  written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return time_until_drawn (window, start);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
measure (ExWindow *window, const char *name, guint filter)
{
  double times[2 * ROUNDS], hold = 0;
  GtkDropDown *drop_down = filter_of (window, filter);

  for (guint i = 0; i < 2 * ROUNDS; i++)
    {
      bench_hold_start ();
      times[i] = time_change (window, drop_down, i % 2 == 0 ? 2 : 0);
      hold = MAX (hold, i >= 2 ? bench_hold_end () : 0); /* the first time code and fonts are loaded */
      bench_settle (is_settled, window);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare);
  g_print ("%s\t%.1f\t%.1f\n", name, times[ROUNDS], hold);
}

static void
measure_writing (ExWindow *window)
{
  double times[ROUNDS], hold = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      bench_hold_start ();
      times[i] = time_write (window, i);
      hold = MAX (hold, i >= 1 ? bench_hold_end () : 0);
      bench_settle (is_settled, window);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare);
  g_print ("the Overview after a check-in is recorded\t%.1f\t%.1f\n", times[ROUNDS / 2], hold);
}

static void
open_cb (GtkApplication *application, GFile **files, int n_files G_GNUC_UNUSED, const char *hint G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  ExWindow *window = ex_window_new (application);
  g_autofree char *path = g_file_get_path (files[0]);

  g_signal_stop_emission_by_name (application, "open");
  g_application_hold (G_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ex_window_open (window, path);
  while (ex_window_get_session (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ex_window_show_page (window, "overview");
  bench_settle (is_settled, window);
  bench_hold_watch (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), NULL);
  measure (window, "the Overview for another unit", 0);
  measure (window, "the Overview for another level", 1);
  measure (window, "the Overview for another driver", 2);
  measure_writing (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_application_release (G_APPLICATION (application));
}

int
main (int argc, char **argv)
{
  g_autoptr (ExApplication) application = NULL;

  if (argc != 2)
    return 2;
  application = ex_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
