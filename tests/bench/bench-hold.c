#include "bench-hold.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static GPollFunc real_poll;
static gint64 awake;    /* since when the main loop has been busy; microseconds */
static gint64 delayed;  /* by then, how long others had kept the processor */
static gint64 drawing;  /* since when GTK has been drawing */
static gint64 drawn;    /* how long it drew in this turn */
static gint64 longest;

/* How long this thread was ready to run and did not, in all; 0 where the kernel does not say. */
static gint64
run_delay (void)
{
  char text[128] = "";
  char *second;
  int fd = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  gssize length = fd >= 0 ? read (fd, text, sizeof text - 1) : 0;

  if (fd >= 0)
    close (fd);
  second = length > 0 ? strchr (text, ' ') : NULL;
  return second ? g_ascii_strtoll (second, NULL, 10) / 1000 : 0;
}

/* A turn of the main loop ends where it waits again. */
static gint
watching_poll (GPollFD *fds, guint n, gint timeout)
{
  gint result;

  if (awake != 0)
    longest = MAX (longest, g_get_monotonic_time () - awake - drawn - (run_delay () - delayed));
  result = real_poll (fds, n, timeout);
  awake = g_get_monotonic_time ();
  delayed = run_delay ();
  drawn = 0;
  return result;
}

/* Ours are connected after GTK's: when they run, its layout, and then its drawing, are done. */
static void
laid_out_cb (GdkFrameClock *clock, gpointer data)
{
  drawing = g_get_monotonic_time ();
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  drawn += g_get_monotonic_time () - drawing;
}

void
bench_hold_watch (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (!real_poll)
    {
      real_poll = g_main_context_get_poll_func (NULL);
      g_main_context_set_poll_func (NULL, watching_poll);
    }
  g_signal_connect (clock, "layout", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect (clock, "paint", G_CALLBACK (painted_cb), NULL);
}

void
bench_hold_start (void)
{
  longest = 0;
}

double
bench_hold_end (void)
{
  return (double) longest / 1000;
}

static gboolean
ring_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
bench_wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, ring_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_settle (BenchIsSettled is_settled, gpointer data)
{
  for (guint quiet = 0; quiet < 20; quiet = !is_settled || is_settled (data) ? quiet + 1 : 0)
    bench_wait (BENCH_FRAME);
}

/* Slowly at first, then to the end. */
void
bench_scroll (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  for (guint step = 0; step < 120; step++)
    {
      double share = step < 60 ? step * 0.001 : (step - 60) / 60.0;

      gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment));
      bench_wait (BENCH_FRAME);
    }
}

/* --- the bare table --------------------------------------------------------------------------------------------------------- */

static GListModel *
make_words (guint n)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (words, g_strdup_printf ("Row %06u of many", i));
  return G_LIST_MODEL (words);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_table (GListModel *words, guint columns)
{
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (words)));

  for (guint i = 0; i < columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

/* What stands in the table is another list, @n rows long. */
static void
show_words (GtkWidget *view, guint n)
{
  g_autoptr (GListModel) words = make_words (n);

  gtk_single_selection_set_model (GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))), words);
  bench_settle (NULL, NULL);
}

void
bench_bare_table (guint rows, guint columns, double holds[BENCH_N_DEEDS])
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new (), *view;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  bench_settle (NULL, NULL);
  bench_hold_watch (window);

  view = make_table (make_words (rows), columns);
  bench_hold_start ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  bench_settle (NULL, NULL);
  holds[BENCH_OPENED] = bench_hold_end ();

  bench_hold_start ();
  for (guint n = rows / 2; n > 100; n /= 10)
    show_words (view, n);
  show_words (view, rows);
  holds[BENCH_SEARCHED] = bench_hold_end ();

  bench_hold_start ();
  for (guint i = 0; i < columns; i++)
    show_words (view, rows);
  holds[BENCH_SORTED] = bench_hold_end ();

  bench_hold_start ();
  bench_scroll (view);
  bench_settle (NULL, NULL);
  holds[BENCH_SCROLLED] = bench_hold_end ();
  gtk_window_destroy (GTK_WINDOW (window));
}
