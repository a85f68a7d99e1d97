/* The small parts that the pages share: a day typed or picked, long work with its Cancel. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-day-entry.h"
#include "app/ex-text-scale.h"
#include "app/ex-tiles.h"
#include "app/ex-work.h"

typedef struct
{
  const char *text;
  ExDay       day;
  gboolean    valid;
} Typed;

static void
test_day_typed (void)
{
  const Typed cases[] = {
    { "2026-09-30", ex_day_new (2026, 9, 30), TRUE },
    { "  2026-09-30 ", ex_day_new (2026, 9, 30), TRUE },
    { "30 Sep 2026", ex_day_new (2026, 9, 30), TRUE },
    { "", EX_DAY_NONE, TRUE },
    { "2026-02-30", EX_DAY_NONE, FALSE },
    { "soon", EX_DAY_NONE, FALSE },
  };
  g_autoptr (GtkWidget) entry = g_object_ref_sink (ex_day_entry_new ());
  GtkWidget *text = find_widget (entry, GTK_TYPE_ENTRY, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (text), "x");
      gtk_editable_set_text (GTK_EDITABLE (text), cases[i].text);
      g_assert_cmpuint (ex_day_entry_get_day (EX_DAY_ENTRY (entry)), ==, cases[i].day);
      g_assert_cmpint (ex_day_entry_is_valid (EX_DAY_ENTRY (entry)), ==, cases[i].valid);
      g_assert_cmpint (gtk_widget_has_css_class (text, "error"), ==, !cases[i].valid);
    }
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_day_set (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (ex_day_entry_new ());
  GtkWidget *text = find_widget (entry, GTK_TYPE_ENTRY, NULL, NULL);
  guint changes = 0;

  g_signal_connect (entry, "notify::day", G_CALLBACK (count_cb), &changes);
  ex_day_entry_set_day (EX_DAY_ENTRY (entry), ex_day_new (2026, 1, 31));
  ex_day_entry_set_day (EX_DAY_ENTRY (entry), ex_day_new (2026, 1, 31));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "31 Jan 2026");
  ex_day_entry_set_day (EX_DAY_ENTRY (entry), EX_DAY_NONE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
}

static gboolean
has_bar (gpointer window)
{
  GtkWidget *bar = find_widget (window, GTK_TYPE_PROGRESS_BAR, NULL, NULL);

  return bar != NULL && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) == 0.5;
}

static gboolean
is_cancel (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Cancel") == 0
         && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) == NULL;
}

static void
test_work (void)
{
  g_autofree char *path = fresh_path ("work.exemplar");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ExWindow *window;
  ExWork *work;

  make_company (path);
  window = open_window (path);
  work = ex_work_start (GTK_WIDGET (window), "Importing leaders.csv…", cancellable);
  ex_work_progress (0.5, work);
  g_assert_null (find_widget (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, NULL, NULL));
  wait_until (has_bar, window);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, is_cancel, NULL), "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  ex_work_end (work);
  g_assert_null (find_widget (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, NULL, NULL));

  /* The window may go before the work does. */
  work = ex_work_start (GTK_WIDGET (window), "Importing leaders.csv…", cancellable);
  close_window (window);
  ex_work_end (work);
}

/* The height of two tiles in a width that is enough for both side by side with text as it comes. */
static int
height_of_two_tiles (void)
{
  g_autoptr (GtkWidget) tiles = g_object_ref_sink (g_object_new (EX_TYPE_TILES, "least-width", 400, "columns", 2, "spacing", 20, NULL));
  int height;

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, -1, 100);
      gtk_widget_set_parent (child, tiles);
    }
  gtk_widget_measure (tiles, GTK_ORIENTATION_VERTICAL, 900, NULL, &height, NULL, NULL);
  return height;
}

static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *usual = NULL;

  g_object_get (settings, "gtk-font-name", &usual, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (height_of_two_tiles (), ==, 100);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  g_assert_cmpint (height_of_two_tiles (), ==, 220);
  g_object_set (settings, "gtk-font-name", "Sans 7", NULL);
  g_assert_cmpint (height_of_two_tiles (), ==, 100);
  g_object_set (settings, "gtk-font-name", usual, "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/widgets/a day is read as it is typed", test_day_typed);
  g_test_add_func ("/widgets/a day is shown as it was set", test_day_set);
  g_test_add_func ("/widgets/long work shows how far it is, and can be cancelled", test_work);
  g_test_add_func ("/widgets/tiles stand below each other where large text needs the width", test_large_text);
  return g_test_run ();
}
