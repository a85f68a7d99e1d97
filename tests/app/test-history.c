/* History: all that was done, newest first, a page at a time, each with what it changed and an Undo. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-history-filters.h"
#include "app/ex-history-page.h"
#include "app/ex-history-row.h"
#include "app/ex-leader-chooser.h"
#include "app/ex-page.h"
#include "store/ex-store-reviews.h"

static gboolean
label_reads (GtkWidget *widget, gpointer words)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
shows (gpointer root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, label_reads, (gpointer) words) != NULL;
}

/* @n more edits of Ana, by a store of their own. */
static void
edit_often (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (ExLeader) leader = ex_leader_new ("L1", "Ana Okafor");

      leader->title = g_strdup_printf ("Title %u", i);
      ex_store_save_leader (store, leader, &error);
      g_assert_no_error (error);
    }
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static ExWindow *
open_history (const char *path, GtkListBox **list)
{
  ExWindow *window = open_window (path);

  ex_window_show_page (window, "history");
  settle (window);
  *list = GTK_LIST_BOX (find_widget (ex_window_get_page (window, "history"), GTK_TYPE_LIST_BOX, NULL, NULL));
  g_assert_nonnull (*list);
  return window;
}

static void
test_order (void)
{
  g_autofree char *path = fresh_path ("order.exemplar");
  GtkListBox *list;
  ExWindow *window;

  make_company (path);
  window = open_history (path, &list);
  /* New company, two leaders, a cycle, an objective. */
  g_assert_cmpuint (count_rows (list), ==, 5);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (ex_history_row_get_number (EX_HISTORY_ROW (gtk_list_box_get_row_at_index (list, i))), ==, 5 - i);
  g_assert_true (shows (window, "Today"));
  g_assert_nonnull (gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_null (gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (list, 1)));
  close_window (window);
}

typedef struct
{
  GtkWidget *root;
  const char *words;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return shows (wanted->root, wanted->words);
}

static void
test_expand (void)
{
  g_autofree char *path = fresh_path ("expand.exemplar");
  GtkListBox *list;
  ExWindow *window;
  Wanted wanted = { NULL, "Title: nothing → Title 1" };

  make_company (path);
  edit_often (path, 1);
  window = open_history (path, &list);
  wanted.root = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_false (is_shown (&wanted));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (wanted.root), TRUE);
  wait_until (is_shown, &wanted);
  close_window (window);
}

static gboolean
is_undo (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "edit-undo-symbolic") == 0;
}

static GtkWidget *
undo_button (GtkListBox *list, int index)
{
  return find_widget (GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)), GTK_TYPE_BUTTON, is_undo, NULL);
}

static void
test_undo (void)
{
  g_autofree char *path = fresh_path ("undo.exemplar");
  GtkListBox *list;
  ExWindow *window;

  make_company (path);
  edit_often (path, 2);
  window = open_history (path, &list);
  g_signal_emit_by_name (undo_button (list, 0), "clicked");
  settle (window);
  g_assert_cmpstr (ex_company_get_leader (ex_session_get_company (ex_window_get_session (window)), 0)->title, ==, "Title 1");
  g_assert_cmpuint (count_rows (list), ==, 8);
  /* What was undone offers no second Undo; nor does the company itself. */
  g_assert_false (gtk_widget_get_visible (undo_button (list, 1)));
  g_assert_false (gtk_widget_get_visible (undo_button (list, 7)));
  g_assert_true (gtk_widget_get_visible (undo_button (list, 0)));
  close_window (window);
}

/* Scrolls on, as far as there is something. */
static gboolean
is_complete (gpointer list)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return count_rows (list) == 305;
}

static void
test_pages (void)
{
  g_autofree char *path = fresh_path ("many.exemplar");
  GtkListBox *list;
  ExWindow *window;
  guint before;

  make_company (path);
  edit_often (path, 300);
  window = open_history (path, &list);
  before = count_rows (list);
  g_assert_cmpuint (before, >=, 12);
  g_assert_cmpuint (before, <, 100);
  wait_until (is_complete, list);
  for (int i = 0; i < 305; i++)
    g_assert_cmpint (ex_history_row_get_number (EX_HISTORY_ROW (gtk_list_box_get_row_at_index (list, i))), ==, 305 - i);
  close_window (window);
}

static gboolean
begins_with_45 (gpointer list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  return row != NULL && ex_history_row_get_number (EX_HISTORY_ROW (row)) == 45;
}

/* Another program did more than fits: still no gap between the rows. */
static void
test_many_more (void)
{
  g_autofree char *path = fresh_path ("more.exemplar");
  GtkListBox *list;
  ExWindow *window;
  guint n;

  make_company (path);
  window = open_history (path, &list);
  edit_often (path, 40);
  wait_until (begins_with_45, list);
  settle (window);
  n = count_rows (list);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (ex_history_row_get_number (EX_HISTORY_ROW (gtk_list_box_get_row_at_index (list, (int) i))), ==, 45 - i);
  close_window (window);
}

/* --- filters ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExWindow   *window;
  GtkListBox *list;
  guint       n;
} Rows;

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return count_rows (rows->list) == rows->n;
}

static void
wait_for_rows (ExWindow *window, GtkListBox *list, guint n)
{
  Rows rows = { window, list, n };

  wait_until (has_rows, &rows);
  settle (window);
  g_assert_cmpuint (count_rows (list), ==, n);
}

/* 0: about whom, 1: by whom */
static ExLeaderChooser *
chooser_of (ExWindow *window, int which)
{
  GtkWidget *filters = find_widget (ex_window_get_page (window, "history"), EX_TYPE_HISTORY_FILTERS, NULL, NULL);
  GtkWidget *box = gtk_widget_get_first_child (filters);

  for (; which > 0; which--)
    box = gtk_widget_get_next_sibling (box);
  return EX_LEADER_CHOOSER (find_widget (box, EX_TYPE_LEADER_CHOOSER, NULL, NULL));
}

static GtkDropDown *
page_choice (ExWindow *window)
{
  return GTK_DROP_DOWN (find_widget (ex_window_get_page (window, "history"), GTK_TYPE_DROP_DOWN, NULL, NULL));
}

static void
test_filters (void)
{
  g_autofree char *path = fresh_path ("filters.exemplar");
  GtkListBox *list;
  ExWindow *window;

  make_company (path);
  window = open_history (path, &list);
  wait_for_rows (window, list, 5);
  ex_leader_chooser_choose (chooser_of (window, 0), "L2");
  wait_for_rows (window, list, 2); /* the leader, the objective */
  gtk_drop_down_set_selected (page_choice (window), 4); /* Objectives */
  wait_for_rows (window, list, 1);
  gtk_drop_down_set_selected (page_choice (window), 0);
  ex_leader_chooser_choose (chooser_of (window, 0), NULL);
  wait_for_rows (window, list, 5);
  ex_leader_chooser_choose (chooser_of (window, 1), "HR");
  wait_for_rows (window, list, 5);
  gtk_drop_down_set_selected (page_choice (window), 8); /* Cycle */
  wait_for_rows (window, list, 1);

  /* What is chosen stays over another page, and what is done meanwhile comes when it fits. */
  ex_window_show_page (window, "leaders");
  settle (window);
  edit_often (path, 1);
  ex_window_show_page (window, "history");
  wait_for_rows (window, list, 1);
  gtk_drop_down_set_selected (page_choice (window), 5); /* Leaders */
  wait_for_rows (window, list, 3);
  close_window (window);
}

static gboolean
nothing_fits (gpointer window)
{
  return says (GTK_WIDGET (window), "Nothing fits");
}

static void
test_nothing_fits (void)
{
  g_autofree char *path = fresh_path ("nothing.exemplar");
  GtkListBox *list;
  ExWindow *window;

  make_company (path);
  window = open_history (path, &list);
  ex_leader_chooser_choose (chooser_of (window, 1), "L1");
  wait_until (nothing_fits, window);
  g_signal_emit_by_name (button_of (GTK_WIDGET (window), "_Clear the Filters"), "clicked");
  wait_for_rows (window, list, 5);
  g_assert_null (ex_leader_chooser_get_id (chooser_of (window, 1)));
  close_window (window);
}

/* From the page of a leader, and nothing else is chosen then. */
static void
test_shows_leader (void)
{
  g_autofree char *path = fresh_path ("of-leader.exemplar");
  GtkListBox *list;
  ExWindow *window;

  make_company (path);
  window = open_history (path, &list);
  gtk_drop_down_set_selected (page_choice (window), 8);
  wait_for_rows (window, list, 1);
  gtk_widget_activate_action (GTK_WIDGET (list), "win.show", "(sss)", "history", "leader", "L1");
  wait_for_rows (window, list, 1);
  g_assert_true (shows (list, "Add a leader: Ana Okafor"));
  g_assert_cmpuint (gtk_drop_down_get_selected (page_choice (window)), ==, 0);
  close_window (window);
}

/* --- who looks --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget  *root;
  const char *words;
} Gone;

static gboolean
is_gone (gpointer data)
{
  Gone *gone = data;

  return !shows (gone->root, gone->words);
}

static void
test_hidden (void)
{
  g_autofree char *path = fresh_path ("hidden.exemplar");
  g_autoptr (GError) error = NULL;
  GtkListBox *list;
  ExWindow *window;
  Wanted wanted = { NULL, "Note: Keep an eye on this" };
  Gone gone = { NULL, "Write a private note: Ben Ito" };

  make_company (path);
  {
    g_autoptr (ExStore) store = ex_store_open (path, &error);
    g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);

    ex_store_save_note (store, ((ExCycle *) g_ptr_array_index (cycles, 0))->id, "L2", "Keep an eye on this", &error);
    g_assert_no_error (error);
  }
  window = open_history (path, &list);
  gone.root = GTK_WIDGET (list);
  g_assert_true (shows (list, gone.words));
  wanted.root = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (wanted.root), TRUE);
  wait_until (is_shown, &wanted);

  ex_session_set_actor (ex_window_get_session (window), "L2");
  wait_until (is_gone, &gone);
  settle (window);
  wait_for_rows (window, list, 6);
  wanted = (Wanted) { GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)), "private" };
  g_assert_true (shows (wanted.root, "Write a private note"));
  g_assert_false (gtk_widget_get_visible (undo_button (list, 0)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (wanted.root), TRUE);
  wait_until (is_shown, &wanted);
  g_assert_false (shows (list, "Note: Keep an eye on this"));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/history/newest first, a heading a day", test_order);
  g_test_add_func ("/history/a row opens to what it changed", test_expand);
  g_test_add_func ("/history/undone from its row", test_undo);
  g_test_add_func ("/history/more comes as one scrolls", test_pages);
  g_test_add_func ("/history/no gap after much that others did", test_many_more);
  g_test_add_func ("/history/filters/alone, together, and kept", test_filters);
  g_test_add_func ("/history/filters/when nothing fits they are cleared from there", test_nothing_fits);
  g_test_add_func ("/history/filters/opened for a leader", test_shows_leader);
  g_test_add_func ("/history/hidden from who looks", test_hidden);
  return g_test_run ();
}
