/* The wall: slide by slide by keys, into a chart and down, and the end. */
#include "config.h"

#include "overview-finding.h"

#include "app/ex-overview-filters.h"
#include "app/ex-wall.h"

static ExWall *
find_wall (ExWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (EX_IS_WALL (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static ExWall *
present (ExWindow *window)
{
  ExWall *wall;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL));
  settle (window);
  wall = find_wall (window);
  g_assert_nonnull (wall);
  return wall;
}

static gboolean
press (ExWall *wall, guint key)
{
  return press_key (GTK_WIDGET (wall), key, 0);
}

static gboolean
has_no_wall (gpointer window)
{
  return find_wall (window) == NULL;
}

static void
test_slides (void)
{
  ExWindow *window = open_sample ();
  ExWall *wall = present (window);
  g_autofree char *first = g_strdup (ex_wall_get_sentence (wall));

  g_assert_cmpuint (ex_wall_get_n (wall), ==, EX_N_STORY_PARTS);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 0);
  g_assert_true (says (GTK_WIDGET (wall), "1 of 9"));
  press (wall, GDK_KEY_Right);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 1);
  g_assert_cmpstr (ex_wall_get_sentence (wall), !=, first);
  press (wall, GDK_KEY_space);
  press (wall, GDK_KEY_Page_Down);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 3);
  press (wall, GDK_KEY_Left);
  press (wall, GDK_KEY_Page_Up);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 1);
  press (wall, GDK_KEY_End);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, EX_N_STORY_PARTS - 1);
  press (wall, GDK_KEY_Right); /* stays at the last */
  g_assert_cmpuint (ex_wall_get_place (wall), ==, EX_N_STORY_PARTS - 1);
  press (wall, GDK_KEY_Home);
  g_assert_cmpstr (ex_wall_get_sentence (wall), ==, first);
  press (wall, GDK_KEY_Escape);
  wait_until (has_no_wall, window);
  close_window (window);
}

/* Enter goes in, arrow keys walk, Enter goes down, Backspace up, Escape out and then to the end. */
static void
test_into_a_chart (void)
{
  ExWindow *window = open_sample ();
  ExWall *wall = present (window);
  ExChartView *view;

  for (guint i = 0; i < EX_STORY_HEATMAP; i++)
    press (wall, GDK_KEY_Right);
  view = chart_of (GTK_WIDGET (wall), "ExHeatmapChart");
  g_assert_false (ex_wall_is_inside (wall));
  press (wall, GDK_KEY_Return);
  g_assert_true (ex_wall_is_inside (wall));
  g_assert_false (press (wall, GDK_KEY_Right)); /* the chart's */
  g_assert_cmpuint (ex_wall_get_place (wall), ==, EX_STORY_HEATMAP);
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_LEADER));
  g_assert_cmpuint (ex_wall_get_depth (wall), ==, 1);
  g_assert_false (ex_wall_is_inside (wall));
  view = chart_of (GTK_WIDGET (wall), "ExMultiplesChart");
  press (wall, GDK_KEY_Tab);
  enter_mark (window, view, mark_leading_to (view, EX_TARGET_OBJECTIVE));
  g_assert_cmpuint (ex_wall_get_depth (wall), ==, 2);
  chart_of (GTK_WIDGET (wall), "ExLineChart");
  press (wall, GDK_KEY_BackSpace);
  g_assert_cmpuint (ex_wall_get_depth (wall), ==, 1);
  press (wall, GDK_KEY_Return);
  g_assert_true (ex_wall_is_inside (wall));
  press (wall, GDK_KEY_Escape); /* out of the chart, no further */
  g_assert_false (ex_wall_is_inside (wall));
  g_assert_nonnull (find_wall (window));
  press_key (GTK_WIDGET (wall), GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpuint (ex_wall_get_depth (wall), ==, 0);
  press (wall, GDK_KEY_Escape);
  wait_until (has_no_wall, window);
  close_window (window);
}

/* The filters of the page go with it. */
static void
test_filters (void)
{
  ExWindow *window = open_sample ();
  GtkWidget *filters = find_widget (GTK_WIDGET (overview_of (window)), EX_TYPE_OVERVIEW_FILTERS, NULL, NULL);
  GtkWidget *unit = find_widget (filters, GTK_TYPE_DROP_DOWN, NULL, NULL);
  ExWall *wall;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (unit), 2);
  settle (window);
  wall = present (window);
  g_assert_nonnull (ex_overview_page_get_ask (overview_of (window))->scope->unit);
  {
    g_autofree char *edge = g_strdup_printf ("Northlight Energy · FY 2026 · %s", ex_overview_page_get_ask (overview_of (window))->scope->unit);

    g_assert_true (says (GTK_WIDGET (wall), edge));
  }
  press (wall, GDK_KEY_F11);
  wait_until (has_no_wall, window);
  close_window (window);
}

/* A file without customers begins with what it has. */
static void
test_little_to_show (void)
{
  g_autofree char *path = fresh_path ("little.exemplar");
  ExWindow *window;
  ExWall *wall;

  make_company (path);
  window = open_window (path);
  settle (window);
  wall = present (window);
  g_assert_cmpuint (ex_wall_get_n (wall), <, EX_N_STORY_PARTS);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 0);
  press (wall, GDK_KEY_End);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, ex_wall_get_n (wall) - 1);
  press (wall, GDK_KEY_Escape);
  wait_until (has_no_wall, window);
  close_window (window);
}

/* Right to left, the next one is at the left. */
static void
test_mirrored (void)
{
  ExWindow *window = open_sample ();
  ExWall *wall = present (window);

  gtk_widget_set_direction (GTK_WIDGET (wall), GTK_TEXT_DIR_RTL);
  press (wall, GDK_KEY_Left);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 1);
  press (wall, GDK_KEY_Right);
  g_assert_cmpuint (ex_wall_get_place (wall), ==, 0);
  press (wall, GDK_KEY_Escape);
  wait_until (has_no_wall, window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/wall/slide-by-slide", test_slides);
  g_test_add_func ("/app/wall/into-a-chart-and-down", test_into_a_chart);
  g_test_add_func ("/app/wall/the-filters-go-with-it", test_filters);
  g_test_add_func ("/app/wall/shows-what-there-is", test_little_to_show);
  g_test_add_func ("/app/wall/right-to-left", test_mirrored);
  return g_test_run ();
}
