/* The chart view over charts of rows and columns: ways, heights, motion, and what a copy holds. */
#include "config.h"

#include "chart-view-fixture.h"

#include "chart/ex-heatmap-chart.h"

#include <adwaita.h>

/* Ana leads somewhere, Ben has nothing to retain. */
static ExChart *
heatmap (void)
{
  static const char *const names[] = { "Ana", "Ben", "Chiara" };
  ExChart *chart = ex_heatmap_chart_new ((const char *[]) { "Acquire", "Retain", NULL });
  ExHeatmapChart *self = EX_HEATMAP_CHART (chart);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ex_heatmap_chart_add_row (self, names[i], 0, i == 0 ? "leader ana" : NULL);
      ex_heatmap_chart_set_cell (self, i, 0, EX_CELL_MEASURED, 0.3 * i, NULL, NULL);
      ex_heatmap_chart_set_cell (self, i, 1, i == 1 ? EX_CELL_NONE : EX_CELL_MEASURED, 0.5, NULL, "cell");
    }
  return chart;
}

/* ---- Rows and columns ---- */

static void
show_heatmap (Fixture *fixture)
{
  g_autoptr (ExChart) chart = heatmap ();

  ex_chart_view_set_chart (fixture->view, chart);
  wait_for ("the heatmap in its window", is_laid_out, fixture);
}

static void
walk_heatmap (Fixture *fixture, guint right, guint left)
{
  const struct { guint key; int expected; } walk[] = {
    { GDK_KEY_Down, 0 }, { GDK_KEY_Down, 3 }, { right, 4 },       { GDK_KEY_Down, 6 }, { right, 7 },           { GDK_KEY_Up, 2 },
    { GDK_KEY_Up, 2 },   { right, 2 },        { left, 1 },        { left, 0 },         { left, 0 },            { GDK_KEY_Page_Down, 5 },
    { GDK_KEY_End, 7 },  { GDK_KEY_Home, 0 }, { GDK_KEY_End, 7 }, { GDK_KEY_Page_Up, 2 }, { GDK_KEY_Escape, -1 }, { GDK_KEY_Up, 7 },
  };

  show_heatmap (fixture);
  tab_to_chart (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      g_assert_true (press (fixture, walk[i].key, 0));
      g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, walk[i].expected);
    }
}

static void
the_arrows_go_up_and_down_a_table (Fixture *fixture, gconstpointer data)
{
  walk_heatmap (fixture, GDK_KEY_Right, GDK_KEY_Left);
}

static void
right_to_left_its_columns_turn (Fixture *fixture, gconstpointer data)
{
  walk_heatmap (fixture, GDK_KEY_Left, GDK_KEY_Right);
}

static void
up_and_down_are_the_page_s_where_nothing_stands_there (Fixture *fixture, gconstpointer data)
{
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  g_assert_false (press (fixture, GDK_KEY_Up, 0));
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 0);
}

static void
assert_description (GtkWidget *widget, const char *text)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
a_mark_that_leads_somewhere_says_so (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  show_heatmap (fixture);
  point_at (fixture, 0);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (view)), ==, "pointer");
  point_at (fixture, 1);
  g_assert_null (gtk_widget_get_cursor (view));
  point_at (fixture, 2);
  g_assert_nonnull (gtk_widget_get_cursor (view));
  move_pointer (fixture, 1, -5);
  g_assert_null (gtk_widget_get_cursor (view));

  tab_to_chart (fixture);
  assert_description (mark_of (fixture), "The arrow keys go from mark to mark");
  press (fixture, GDK_KEY_Home, 0);
  assert_description (mark_of (fixture), "Press Enter to open");
  press (fixture, GDK_KEY_Right, 0);
  assert_description (mark_of (fixture), "");
  g_signal_handlers_disconnect_by_func (fixture->view, activated_cb, fixture);
  press (fixture, GDK_KEY_Home, 0);
  assert_description (mark_of (fixture), ""); /* nobody goes there */
}

static int
height_of (Fixture *fixture, int width)
{
  int least = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

static void
rows_ask_for_their_room (Fixture *fixture, gconstpointer data)
{
  ExChart *chart = NULL;
  int three, bars = height_of (fixture, 500);

  show_heatmap (fixture);
  chart = ex_chart_view_get_chart (fixture->view);
  three = height_of (fixture, 500);
  for (guint i = 0; i < 37; i++)
    ex_heatmap_chart_add_row (EX_HEATMAP_CHART (chart), "Another", 0, NULL);
  g_assert_cmpint (height_of (fixture, 500), ==, (int) ex_chart_natural_height (chart, 500, FALSE));
  g_assert_cmpint (height_of (fixture, 500), >, three + 37 * 20);
  ex_chart_set_title (chart, "A finding", "Of so many");
  g_assert_cmpint (height_of (fixture, 500), ==, (int) ex_chart_natural_height (chart, 500, FALSE));
  ex_chart_view_set_natural (fixture->view, FALSE);
  g_assert_cmpint (height_of (fixture, 500), ==, bars);
  g_assert_cmpint (gtk_widget_get_request_mode (GTK_WIDGET (fixture->view)), ==, GTK_SIZE_REQUEST_CONSTANT_SIZE);
}

static gboolean
is_scaled (gpointer data)
{
  Fixture *fixture = data;
  ExChart *chart = ex_chart_view_get_chart (fixture->view);
  ExRect first, last;

  return ex_chart_mark_rect (chart, 0, &first) && ex_chart_mark_rect (chart, 7, &last)
         && last.x + last.width < gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 1.9;
}

static void
at_a_larger_scale_everything_is_where_it_is_seen (Fixture *fixture, gconstpointer data)
{
  ExChart *chart = NULL;
  graphene_rect_t bounds;
  ExRect rect;
  int usual;

  show_heatmap (fixture);
  chart = ex_chart_view_get_chart (fixture->view);
  usual = height_of (fixture, 400);
  ex_chart_view_set_scale (fixture->view, 2);
  g_assert_cmpint (ABS (height_of (fixture, 800) - 2 * usual), <=, 2);
  wait_for ("the larger chart", is_scaled, fixture);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (ex_chart_mark_rect (chart, i, &rect));
      move_pointer (fixture, 2 * rect.x + rect.width, 2 * rect.y + rect.height);
      g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, (int) i);
    }
  move_pointer (fixture, -5, -5);
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_End, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->view));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_compute_bounds (mark_of (fixture), GTK_WIDGET (fixture->view), &bounds));
    }
  while (ABS (bounds.origin.x - 2 * rect.x) > 2);
  g_assert_cmpfloat (ABS (bounds.size.height - 2 * rect.height), <=, 3);
}

static gboolean
is_tall (gpointer data)
{
  return gtk_widget_get_height (GTK_WIDGET (((Fixture *) data)->view)) > 2000;
}

/* The view is all that the page has. */
static gboolean
is_seen (Fixture *fixture, GtkWidget *scroller)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), (guint) ex_chart_view_get_mark (fixture->view), &rect));
  return rect.y >= gtk_adjustment_get_value (place)
         && rect.y + rect.height <= gtk_adjustment_get_value (place) + gtk_adjustment_get_page_size (place);
}

static gboolean
card_is_seen (gpointer data)
{
  GtkWidget *card = card_of (data), *scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_child_visible (card) && gtk_widget_compute_bounds (card, scroller, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

static void
the_page_scrolls_to_the_mark_that_is_walked_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (fixture->view));

  show_heatmap (fixture);
  for (guint i = 0; i < 97; i++)
    ex_heatmap_chart_add_row (EX_HEATMAP_CHART (ex_chart_view_get_chart (fixture->view)), "Another", 0, NULL);
  g_object_ref (fixture->view);
  gtk_box_remove (GTK_BOX (box), GTK_WIDGET (fixture->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  g_object_unref (fixture->view);
  wait_for ("the rows' room", is_tall, fixture);
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  for (guint i = 0; i < 60; i++)
    {
      press (fixture, GDK_KEY_Down, 0);
      g_assert_true (is_seen (fixture, scroller));
    }
  press (fixture, GDK_KEY_End, 0);
  g_assert_true (is_seen (fixture, scroller));
  press (fixture, GDK_KEY_Home, 0);
  g_assert_true (is_seen (fixture, scroller));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 1000);
  for (guint i = 0; i < 40; i++) /* whichever row is at the edge */
    {
      ExRect rect;

      g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), (guint) ex_chart_view_get_mark (fixture->view), &rect));
      move_pointer (fixture, rect.x + 5, 1005 + i);
      for (guint j = 0; j < 5; j++)
        g_main_context_iteration (NULL, FALSE);
      wait_for ("the card where it is seen", card_is_seen, fixture);
    }
}

static gboolean
stands_still (gpointer data)
{
  return !ex_chart_has_motion (ex_chart_view_get_chart (((Fixture *) data)->view));
}

static void
rows_glide_where_the_desktop_has_animations (Fixture *fixture, gconstpointer data)
{
  ExHeatmapChart *chart = NULL;

  show_heatmap (fixture);
  chart = EX_HEATMAP_CHART (ex_chart_view_get_chart (fixture->view));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  ex_heatmap_chart_set_order (chart, EX_HEATMAP_BY_SIZE, 0);
  g_assert_false (stands_still (fixture));
  wait_for ("the end of the motion", stands_still, fixture);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ex_heatmap_chart_set_order (chart, EX_HEATMAP_BY_TREE, -1);
  g_assert_true (stands_still (fixture));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);

  ex_heatmap_chart_set_order (chart, EX_HEATMAP_BY_SIZE, 0);
  ex_chart_view_set_chart (fixture->view, NULL); /* in the midst of it */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

typedef struct
{
  GInputStream *stream;
  gboolean      done;
} Read;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Read *read = data;

  read->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  read->done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Read *) data)->done;
}

static void
assert_pastes (Fixture *fixture, const char *type, const char *start)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  Read read = { NULL, FALSE };
  char bytes[64] = "";

  gdk_clipboard_read_async (clipboard, (const char *[]) { type, NULL }, G_PRIORITY_DEFAULT, NULL, read_cb, &read);
  wait_for (type, is_read, &read);
  g_assert_nonnull (read.stream);
  g_assert_cmpint (g_input_stream_read (read.stream, bytes, sizeof bytes - 1, NULL, NULL), >, 10);
  g_assert_true (g_str_has_prefix (bytes, start));
  g_object_unref (read.stream);
}

static void
a_copy_pastes_into_drawings_letters_and_texts (Fixture *fixture, gconstpointer data)
{
  ExRect before, after;
  ExChart *chart = ex_chart_view_get_chart (fixture->view);

  g_assert_true (ex_chart_mark_rect (chart, 2, &before));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL);
  assert_pastes (fixture, "image/svg+xml", "<?xml");
  assert_pastes (fixture, "application/pdf", "%PDF-");
  assert_pastes (fixture, "image/png", "\x89PNG");
  assert_pastes (fixture, "text/plain;charset=utf-8", "Losses outran gains");
  g_assert_true (ex_chart_mark_rect (chart, 2, &after));
  g_assert_cmpfloat (before.x, ==, after.x); /* marks are still found where the window shows them */
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/chart-rows/the-arrows-go-up-and-down-a-table", NULL, the_arrows_go_up_and_down_a_table);
  ADD ("/chart-rows/right-to-left-its-columns-turn", "rtl", right_to_left_its_columns_turn);
  ADD ("/chart-rows/up-and-down-are-the-pages-where-nothing-stands-there", NULL, up_and_down_are_the_page_s_where_nothing_stands_there);
  ADD ("/chart-rows/a-mark-that-leads-somewhere-says-so", NULL, a_mark_that_leads_somewhere_says_so);
  ADD ("/chart-rows/rows-ask-for-their-room", NULL, rows_ask_for_their_room);
  ADD ("/chart-rows/at-a-larger-scale-everything-is-where-it-is-seen", NULL, at_a_larger_scale_everything_is_where_it_is_seen);
  ADD ("/chart-rows/the-page-scrolls-to-the-mark-that-is-walked-to", NULL, the_page_scrolls_to_the_mark_that_is_walked_to);
  ADD ("/chart-rows/rows-glide-where-the-desktop-has-animations", NULL, rows_glide_where_the_desktop_has_animations);
  ADD ("/chart-rows/a-copy-pastes-into-drawings-letters-and-texts", NULL, a_copy_pastes_into_drawings_letters_and_texts);

  return g_test_run ();
}
