/* What the keyboard alone must reach: Tab goes on everywhere, and what a click on a title does has a key too. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-columns.h"
#include "app/ex-page.h"
#include "app/ex-pages.h"


/* More than there are places to stop at in the small company. */
#define MOST_STOPS 80

static gboolean
is_mapped (GtkWidget *widget, gpointer data)
{
  return gtk_widget_get_mapped (widget);
}

/* From the edge of @page to its other edge; 0: stuck on the way. */
static guint
walk (GtkWidget *page, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *before = NULL;
  guint stops = 0;

  gtk_root_set_focus (root, NULL);
  for (; stops < MOST_STOPS && gtk_widget_child_focus (page, direction); stops++)
    {
      GtkWidget *after = gtk_root_get_focus (root);

      if (after == before)
        {
          g_test_message ("stands still at %s", before != NULL ? G_OBJECT_TYPE_NAME (before) : "nothing");
          return 0;
        }
      before = after;
    }
  return stops < MOST_STOPS ? stops : 0;
}

static void
assert_walks (ExWindow *window, const char *where)
{
  GtkWidget *page;
  guint forward, back;

  settle (window);
  page = find_widget (GTK_WIDGET (window), EX_TYPE_PAGE, is_mapped, NULL);
  g_assert_nonnull (page);
  forward = walk (page, GTK_DIR_TAB_FORWARD);
  back = walk (page, GTK_DIR_TAB_BACKWARD);
  g_test_message ("%s: %u stops forward, %u back", where, forward, back);
  g_assert_cmpuint (forward, >, 0);
  g_assert_cmpuint (back, >, 0);
}

static void
test_tab (void)
{
  g_autofree char *path = fresh_path ("tab.exemplar");
  ExWindow *window;
  guint n;
  const ExPageInfo *pages = ex_pages (&n);

  make_company (path);
  window = open_window (path);
  for (guint i = 0; i < n; i++)
    {
      ex_window_show_page (window, pages[i].name);
      assert_walks (window, pages[i].name);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "objectives", "objective", "O1");
  assert_walks (window, "an objective");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "leaders", "leader", "L2");
  assert_walks (window, "a leader");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "leaders", "leader", "L1");
  assert_walks (window, "a leader of others");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", "L2");
  assert_walks (window, "a review");
  close_window (window);
}

static gboolean
is_sorter (GtkWidget *widget, gpointer data)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), data) == 0;
}

static void
test_sort (void)
{
  g_autofree char *path = fresh_path ("sort.exemplar");
  ExWindow *window;
  GtkWidget *button;
  GtkColumnView *table;
  gboolean descending = FALSE;
  int by = EX_COLUMN_UNSORTED;

  make_company (path);
  window = open_window (path);
  ex_window_show_page (window, "leaders");
  settle (window);
  button = find_widget (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, is_sorter, (gpointer) "view-sort-descending-symbolic");
  table = GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW, is_mapped, NULL));
  g_assert_nonnull (button);
  g_assert_false (ex_columns_get_sort (table, &by, &descending));

  gtk_widget_activate_action (button, "sort.by", "s", "0");
  g_assert_true (ex_columns_get_sort (table, &by, &descending));
  g_assert_cmpint (by, ==, ex_columns_get_key (g_list_model_get_item (gtk_column_view_get_columns (table), 0)));
  g_assert_false (descending);
  gtk_widget_activate_action (button, "sort.order", "s", "descending");
  g_assert_true (ex_columns_get_sort (table, &by, &descending));
  g_assert_true (descending);
  gtk_widget_activate_action (button, "sort.by", "s", "none");
  g_assert_false (ex_columns_get_sort (table, &by, &descending));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/keyboard/Tab goes round every page and never stands still", test_tab);
  g_test_add_func ("/keyboard/a table is sorted without a mouse", test_sort);
  return g_test_run ();
}
