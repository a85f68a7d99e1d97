#include "config.h"

#include "chart-view-fixture.h"

#include "chart/ex-line-chart.h"

#include <adwaita.h>

#include <string.h>

/* ---- The rules ---- */

static void
the_keyboard_walks_from_mark_to_mark (Fixture *fixture, gconstpointer data)
{
  static const struct { guint key; int expected; } walk[] = {
    { GDK_KEY_Right, 0 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Right, 2 }, { GDK_KEY_Left, 1 },      { GDK_KEY_End, 3 },
    { GDK_KEY_Right, 3 }, { GDK_KEY_Home, 0 },  { GDK_KEY_Left, 0 },  { GDK_KEY_Page_Down, 3 }, { GDK_KEY_Page_Up, 0 },
    { GDK_KEY_Escape, -1 }, { GDK_KEY_Left, 3 },
  };

  tab_to_chart (fixture);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      g_assert_true (press (fixture, walk[i].key, 0));
      g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, walk[i].expected);
    }
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0)); /* a second one is for whoever is around the chart */
  g_assert_false (press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_a, 0));
}

static void
right_to_left_the_arrows_turn (Fixture *fixture, gconstpointer data)
{
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 1);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 0);
}

static void
time_runs_left_to_right_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = ex_line_chart_new ();

  for (guint i = 0; i < 3; i++)
    ex_line_chart_add_point (EX_LINE_CHART (chart), 739617 + i, i, NULL);
  ex_chart_view_set_chart (fixture->view, chart);
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 1);
}

static void
assert_label (GtkWidget *widget, const char *expected)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  if (wrong != NULL)
    g_error ("accessible label is %s, not %s", wrong, expected);
}

static void
a_screen_reader_hears_the_chart_and_each_mark (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = ex_chart_describe (ex_chart_view_get_chart (fixture->view));

  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_IMG));
  assert_label (GTK_WIDGET (fixture->view), whole);
  assert_label (mark_of (fixture), whole);
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Right, 0);
  assert_label (mark_of (fixture), "Opening: 1,000 customers");
  press (fixture, GDK_KEY_End, 0);
  assert_label (mark_of (fixture), "Closing: 800 customers");
  press (fixture, GDK_KEY_Escape, 0);
  assert_label (mark_of (fixture), whole);
}

static gboolean
describes_new_title (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *whole = ex_chart_describe (ex_chart_view_get_chart (fixture->view));
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL, whole);

  return wrong == NULL && g_str_has_prefix (whole, "Gains outran losses");
}

static void
a_changed_chart_is_heard_anew (Fixture *fixture, gconstpointer data)
{
  ex_chart_set_title (ex_chart_view_get_chart (fixture->view), "Gains outran losses", NULL);
  wait_for ("the new words", describes_new_title, fixture);
}

static void
the_focus_moves_to_the_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *mark = mark_of (fixture);
  graphene_rect_t bounds;
  ExRect rect;

  tab_to_chart (fixture);
  press (fixture, GDK_KEY_End, 0);
  g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), 3, &rect));
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->view));
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_compute_bounds (mark, GTK_WIDGET (fixture->view), &bounds));
    }
  while (ABS (bounds.origin.x - rect.x) > 2);
  g_assert_cmpfloat (ABS (bounds.origin.y - rect.y), <=, 2);
  g_assert_cmpfloat (ABS (bounds.size.width - rect.width), <=, 3);
}

static void
hovering_shows_the_words_beside_the_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = card_of (fixture);

  g_assert_false (gtk_widget_get_child_visible (card) && gtk_widget_get_width (card) > 1 && ex_chart_view_get_mark (fixture->view) >= 0);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ex_chart_mark_text (ex_chart_view_get_chart (fixture->view), i);
      graphene_rect_t bounds;
      ExRect rect;

      point_at (fixture, i);
      g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, (int) i);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (card)), ==, text);
      wait_for ("the card", is_allocated, card);
      for (guint j = 0; j < 20; j++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
      g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), i, &rect));
      g_assert_false (bounds.origin.x < rect.x + rect.width && rect.x < bounds.origin.x + bounds.size.width
                      && bounds.origin.y < rect.y + rect.height && rect.y < bounds.origin.y + bounds.size.height);
    }
  move_pointer (fixture, 1, 1);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, -1);
}

static void
the_pointer_leaves_the_keyboard_its_mark (Fixture *fixture, gconstpointer data)
{
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  point_at (fixture, 2);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 2);
  g_signal_emit_by_name (controller_of (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 0);
  gtk_widget_grab_focus (fixture->before);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, -1);
}

static void
enter_activates_the_mark (Fixture *fixture, gconstpointer data)
{
  tab_to_chart (fixture);
  g_assert_false (press (fixture, GDK_KEY_Return, 0)); /* the whole is no mark */
  press (fixture, GDK_KEY_End, 0);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpuint (fixture->activated, ==, 1);
  g_assert_cmpint (fixture->last, ==, 3);
}

static gboolean
has_focus_inside (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_has_focus (widget);
}

static void
the_menu_key_opens_the_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = NULL, *first = NULL;

  tab_to_chart (fixture);
  press (fixture, GDK_KEY_Home, 0);
  g_assert_true (press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->view)); /* the other one is the button's */
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  wait_for ("the menu", is_allocated, menu);
  wait_for ("the focus in the menu", has_focus_inside, menu);
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_DOWN));
  g_assert_true (has_focus_inside (menu)); /* on to the next item, not back to the chart */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != first);
  gtk_popover_popdown (GTK_POPOVER (menu));
  wait_for ("the focus back on the mark", has_focus, mark_of (fixture));
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (card_of (fixture))), ==, "Opening: 1,000 customers");
  g_assert_true (press (fixture, GDK_KEY_Menu, 0));
}

static void
the_table_takes_the_place_of_the_drawing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = NULL;

  tab_to_chart (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL);
  g_assert_true (ex_chart_view_get_show_table (fixture->view));
  table = child_of_type (GTK_WIDGET (fixture->view), "GtkColumnView");
  g_assert_nonnull (table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)))), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table))), ==, 3);
  move_pointer (fixture, 100, 200);
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL);
  g_assert_false (ex_chart_view_get_show_table (fixture->view));
  g_assert_null (child_of_type (GTK_WIDGET (fixture->view), "GtkColumnView"));
  g_assert_true (gtk_widget_get_visible (mark_of (fixture)));
}

typedef struct
{
  char       *text;
  GdkTexture *texture;
} Copied;

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Copied *) data)->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
texture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Copied *) data)->texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_copied (gpointer data)
{
  return ((Copied *) data)->text != NULL && ((Copied *) data)->texture != NULL;
}

static void
a_copy_is_a_picture_and_text (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  Copied copied = { NULL, NULL };

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &copied);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, &copied);
  wait_for ("the clipboard", is_copied, &copied);
  g_assert_cmpstr (copied.text, ==, "Losses outran gains\nCustomers\nMovement\tValue\tDetails\nOpening\t1,000\tOpening: 1,000 customers\n"
                                    "New\t+400\tNew: 400 customers\nLost\t−600\tLost: 600 customers\nClosing\t800\tClosing: 800 customers\n");
  g_assert_cmpint (gdk_texture_get_width (copied.texture), >=, 1600);
  g_free (copied.text);
  g_object_unref (copied.texture);
}

static void
no_chart_does_no_harm (Fixture *fixture, gconstpointer data)
{
  tab_to_chart (fixture);
  press (fixture, GDK_KEY_End, 0);
  ex_chart_view_set_show_table (fixture->view, TRUE);
  ex_chart_view_set_chart (fixture->view, NULL);
  g_assert_false (ex_chart_view_get_show_table (fixture->view));
  g_assert_cmpint (ex_chart_view_get_mark (fixture->view), ==, -1);
  move_pointer (fixture, 100, 100);
  g_assert_false (press (fixture, GDK_KEY_Right, 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.toggle-table", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "chart.copy", NULL);
  g_assert_false (ex_chart_view_get_show_table (fixture->view));
}

static void
the_drawing_follows_style_and_font (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  ExRect before, after;

  g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), 0, &before));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (ex_chart_mark_rect (ex_chart_view_get_chart (fixture->view), 0, &after));
    }
  while (after.height >= before.height - 5); /* larger words leave less for the bars */
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/chart-view/keyboard-walks-from-mark-to-mark", NULL, the_keyboard_walks_from_mark_to_mark);
  ADD ("/chart-view/right-to-left-the-arrows-turn", "rtl", right_to_left_the_arrows_turn);
  ADD ("/chart-view/time-runs-left-to-right-everywhere", "rtl", time_runs_left_to_right_everywhere);
  ADD ("/chart-view/a-screen-reader-hears-the-chart-and-each-mark", NULL, a_screen_reader_hears_the_chart_and_each_mark);
  ADD ("/chart-view/a-changed-chart-is-heard-anew", NULL, a_changed_chart_is_heard_anew);
  ADD ("/chart-view/the-focus-moves-to-the-mark", NULL, the_focus_moves_to_the_mark);
  ADD ("/chart-view/hovering-shows-the-words-beside-the-mark", NULL, hovering_shows_the_words_beside_the_mark);
  ADD ("/chart-view/the-pointer-leaves-the-keyboard-its-mark", NULL, the_pointer_leaves_the_keyboard_its_mark);
  ADD ("/chart-view/enter-activates-the-mark", NULL, enter_activates_the_mark);
  ADD ("/chart-view/the-menu-key-opens-the-menu", NULL, the_menu_key_opens_the_menu);
  ADD ("/chart-view/the-table-takes-the-place-of-the-drawing", NULL, the_table_takes_the_place_of_the_drawing);
  ADD ("/chart-view/a-copy-is-a-picture-and-text", NULL, a_copy_is_a_picture_and_text);
  ADD ("/chart-view/no-chart-does-no-harm", NULL, no_chart_does_no_harm);
  ADD ("/chart-view/the-drawing-follows-style-and-font", NULL, the_drawing_follows_style_and_font);

  return g_test_run ();
}
