/* The Leaders page: the tree and what it remembers, search, one leader, adding, editing and removing them. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-day-entry.h"
#include "app/ex-leader-form.h"
#include "app/ex-leader-tree.h"
#include "app/ex-page.h"
#include "store/ex-store.h"

#include <adwaita.h>

/* --- companies --------------------------------------------------------------------------------------------------------------- */

/* "id<manager" a leader, "" for none above. */
static ExCompany *
company_of (const char * const *lines)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExCompany *company;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "<", 2);
      ExLeader *leader = ex_leader_new (parts[0], parts[0]);

      leader->manager_id = *parts[1] != '\0' ? g_strdup (parts[1]) : NULL;
      g_ptr_array_add (leaders, leader);
    }
  company = ex_company_new (ex_company_info_new ("Test", "EUR"), NULL, ex_day_new (2026, 7, 1), leaders,
                            g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free),
                            g_array_new (FALSE, TRUE, sizeof (ExReading)), &error);
  g_assert_no_error (error);
  return company;
}

static const char * const family[] = { "a<", "b<a", "c<a", "d<b", "e<b", "f<d", "z<", NULL };

/* The visible rows, "a b c z": ids in their order. */
static char *
visible (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autoptr (ExRow) row = ex_leader_tree_row (item);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id);
    }
  return g_string_free (text, FALSE);
}

static void
assert_visible (GListModel *model, const char *wanted)
{
  g_autofree char *found = visible (model);

  g_assert_cmpstr (found, ==, wanted);
}

/* As the expander of the page does it. */
static void
toggle (ExLeaderTree *tree, GListModel *model, const char *id, gboolean open)
{
  guint position = ex_leader_tree_find (tree, id);
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);

  g_assert_nonnull (row);
  gtk_tree_list_row_set_expanded (row, open);
  ex_leader_tree_toggled (tree, row);
}

static void
test_tree_opens (void)
{
  ExLeaderTree *tree = ex_leader_tree_new ();
  g_autoptr (ExCompany) company = company_of (family);
  g_autoptr (GListModel) model = ex_leader_tree_build (tree, company, NULL, NULL);

  assert_visible (model, "a b c z");
  g_assert_cmpuint (ex_leader_tree_find (tree, "c"), ==, 2);
  g_assert_cmpuint (ex_leader_tree_find (tree, "d"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (ex_leader_tree_find (tree, "nobody"), ==, GTK_INVALID_LIST_POSITION);
  ex_leader_tree_free (tree);
}

static void
test_tree_keeps (void)
{
  static const char * const after[] = { "a<", "b<a", "bb<a", "c<a", "d<b", "e<b", "f<d", "y<", "yy<y", "z<", NULL };
  ExLeaderTree *tree = ex_leader_tree_new ();
  g_autoptr (ExCompany) company = company_of (family);
  g_autoptr (ExCompany) later = company_of (after);
  g_autoptr (GListModel) model = ex_leader_tree_build (tree, company, NULL, NULL);
  g_autoptr (GListModel) again = NULL;

  toggle (tree, model, "b", TRUE);
  toggle (tree, model, "d", TRUE);
  assert_visible (model, "a b d f e c z");
  again = ex_leader_tree_build (tree, later, NULL, NULL);
  assert_visible (again, "a b d f e bb c y yy z");

  /* A top that was closed stays closed; and what was open below it is open when it is opened again. */
  toggle (tree, again, "a", FALSE);
  g_clear_object (&again);
  again = ex_leader_tree_build (tree, company, NULL, NULL);
  assert_visible (again, "a z");
  toggle (tree, again, "a", TRUE);
  assert_visible (again, "a b d f e c z");
  ex_leader_tree_free (tree);
}

static void
test_tree_all (void)
{
  ExLeaderTree *tree = ex_leader_tree_new ();
  g_autoptr (ExCompany) company = company_of (family);
  g_autoptr (GListModel) open = NULL;
  g_autoptr (GListModel) closed = NULL;

  ex_leader_tree_open_all (tree, company);
  open = ex_leader_tree_build (tree, company, NULL, NULL);
  assert_visible (open, "a b d f e c z");
  ex_leader_tree_close_all (tree);
  closed = ex_leader_tree_build (tree, company, NULL, NULL);
  assert_visible (closed, "a b c z");
  ex_leader_tree_free (tree);
}

static void
test_tree_order (void)
{
  static const guint backwards[] = { 6, 5, 4, 3, 2, 1, 0 };
  ExLeaderTree *tree = ex_leader_tree_new ();
  g_autoptr (ExCompany) company = company_of (family);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GListModel) model = NULL;

  g_array_append_vals (order, backwards, G_N_ELEMENTS (backwards));
  ex_leader_tree_open_all (tree, company);
  model = ex_leader_tree_build (tree, company, NULL, order);
  assert_visible (model, "z a c b e d f");
  g_assert_cmpuint (ex_leader_tree_find (tree, "f"), ==, 6);
  ex_leader_tree_free (tree);
}

/* A random forest, opened at random: the rows are those whose managers are all open, managers before their reports. */
static void
test_tree_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      ExLeaderTree *tree = ex_leader_tree_new ();
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (ExCompany) company = NULL;
      g_autoptr (GListModel) model = NULL;
      g_autofree gboolean *open = g_new0 (gboolean, 40);
      guint wanted = 0;

      for (guint i = 0; i < 40; i++)
        g_ptr_array_add (lines, i == 0 || g_test_rand_int_range (0, 8) == 0 ? g_strdup_printf ("%02u<", i)
                                : g_strdup_printf ("%02u<%02d", i, g_test_rand_int_range (0, (gint32) i)));
      g_ptr_array_add (lines, NULL);
      company = company_of ((const char * const *) lines->pdata);
      model = ex_leader_tree_build (tree, company, NULL, NULL);
      for (guint i = 0; i < 40; i++)
        {
          const ExTree *family_tree = ex_company_get_tree (company);
          g_autofree char *id = g_strdup_printf ("%02u", i);
          gboolean seen = family_tree->parent[i] < 0 || open[family_tree->parent[i]];

          g_assert_cmpint (ex_leader_tree_find (tree, id) != GTK_INVALID_LIST_POSITION, ==, seen);
          wanted += seen;
          open[i] = seen && family_tree->first_child[i] >= 0 && (family_tree->parent[i] < 0 || g_test_rand_bit ());
          if (open[i] && family_tree->parent[i] >= 0)
            toggle (tree, model, id, TRUE);
        }
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, wanted);
      g_clear_object (&model);
      model = ex_leader_tree_build (tree, company, NULL, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, wanted);
      ex_leader_tree_free (tree);
    }
}

/* Ten thousand open at once, and all of them within a frame or two: anything that grows with the square would take seconds. */
static void
test_tree_large (void)
{
  ExLeaderTree *tree = ex_leader_tree_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (GListModel) model = NULL;
  gint64 start, opened, all;

  for (guint i = 0; i < 10000; i++)
    g_ptr_array_add (lines, i == 0 ? g_strdup ("00000<") : g_strdup_printf ("%05u<%05u", i, (i - 1) / 7));
  g_ptr_array_add (lines, NULL);
  company = company_of ((const char * const *) lines->pdata);

  start = g_get_monotonic_time ();
  model = ex_leader_tree_build (tree, company, NULL, NULL);
  opened = g_get_monotonic_time () - start;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 8);
  g_clear_object (&model);

  start = g_get_monotonic_time ();
  ex_leader_tree_open_all (tree, company);
  model = ex_leader_tree_build (tree, company, NULL, NULL);
  all = g_get_monotonic_time () - start;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 10000);
  g_test_message ("8 rows in %.2f ms, 10,000 in %.2f ms", opened / 1000.0, all / 1000.0);
  g_assert_cmpint (opened, <, 50 * 1000);
  g_assert_cmpint (all, <, 500 * 1000);
  ex_leader_tree_free (tree);
}

static void
test_proposed_ids (void)
{
  static const struct { const char *leaders[5]; const char *proposed; } cases[] = {
    { { NULL }, "L001" },
    { { "L001<", "L002<", NULL }, "L003" },
    { { "L009<", "X1<", NULL }, "L010" },
    { { "P99<", "P7<", NULL }, "P100" },
    { { "ana<", "ben<", NULL }, "L001" },
    { { "17<", "18<", "L001<", NULL }, "19" },
    { { "L001<", "1234567890123456789012345<", NULL }, "L002" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCompany) company = company_of (cases[i].leaders);
      g_autofree char *id = ex_leader_form_propose_id (company);

      g_assert_cmpstr (id, ==, cases[i].proposed);
    }
}

/* --- finding things in the window ------------------------------------------------------------------------------------------------ */

static void
type (GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = row_titled (root, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static ExCompany *
company_in (ExWindow *window)
{
  return ex_session_get_company (ex_window_get_session (window));
}

static const ExLeader *
leader_in (ExWindow *window, const char *id)
{
  int index = ex_company_find_leader (company_in (window), id);

  return index >= 0 ? ex_company_get_leader (company_in (window), (guint) index) : NULL;
}

static void
undo (ExWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
}

/* L1 Ana Okafor, L2 Ben Ito under her, L3 Cem Çelik under Ben. */
static ExWindow *
window_on_leaders (void)
{
  g_autofree char *path = fresh_path ("leaders.exemplar");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) cem = ex_leader_new ("L3", "Cem Çelik");
  ExStore *store;
  ExWindow *window;

  make_company (path);
  store = ex_store_open (path, &error);
  g_assert_no_error (error);
  cem->manager_id = g_strdup ("L2");
  cem->title = g_strdup ("Head of Billing");
  cem->unit = g_strdup ("Finance");
  cem->email = g_strdup ("cem@example.org");
  ex_store_save_leader (store, cem, &error);
  g_assert_no_error (error);
  ex_store_close (store);

  window = open_window (path);
  ex_window_show_page (window, "leaders");
  settle (window);
  return window;
}

static GListModel *
model_of (ExWindow *window)
{
  GtkWidget *table = find_widget (ex_window_get_page (window, "leaders"), GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

/* --- the page ---------------------------------------------------------------------------------------------------------------------- */

static void
test_search (void)
{
  static const struct { const char *text; const char *found; } cases[] = {
    { "BEN", "L2" }, { "okafor", "L1" }, { "billing", "L3" }, { "finance", "L3" }, { "example.org", "L3" }, { "l1", "L1" },
    { "çelik head", "L3" }, { "ÇELIK", "L3" }, { "okafor billing", "" }, { "nobody", "" }, { "", "L1 L2" }, { "  ", "L1 L2" },
  };
  ExWindow *window = window_on_leaders ();
  GtkWidget *page = ex_window_get_page (window, "leaders");

  assert_visible (model_of (window), "L1 L2");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("searching “%s”", cases[i].text);
      ex_page_set_search (EX_PAGE (page), cases[i].text);
      assert_visible (model_of (window), cases[i].found);
    }
  ex_page_set_search (EX_PAGE (page), "finance");
  g_assert_true (says (page, "1 of 3 leaders"));
  ex_page_set_search (EX_PAGE (page), "");
  g_assert_true (says (page, "3 leaders"));
  close_window (window);
}

static void
test_detail (void)
{
  ExWindow *window = window_on_leaders ();
  GtkWidget *page = ex_window_get_page (window, "leaders");

  ex_page_show (EX_PAGE (page), "leader", "L2");
  settle (window);
  g_assert_true (ex_page_can_go_back (EX_PAGE (page)));
  g_assert_cmpstr (ex_page_get_title (EX_PAGE (page)), ==, "Leader");
  g_assert_nonnull (row_titled (page, "Keep one-year contracts"));
  g_assert_nonnull (row_titled (page, "Cem Çelik"));

  /* A leader who goes takes the reader back to the list. */
  gtk_widget_activate_action (find_widget (page, ADW_TYPE_ACTION_ROW, NULL, NULL), "leader.remove", NULL);
  settle (window);
  g_assert_false (ex_page_can_go_back (EX_PAGE (page)));
  close_window (window);
}

static void
test_remove (void)
{
  ExWindow *window = window_on_leaders ();
  GtkWidget *page = ex_window_get_page (window, "leaders");

  ex_page_show (EX_PAGE (page), "leader", "L2");
  settle (window);
  gtk_widget_activate_action (find_widget (page, ADW_TYPE_ACTION_ROW, NULL, NULL), "leader.remove", NULL);
  settle (window);
  g_assert_null (leader_in (window, "L2"));
  g_assert_cmpstr (leader_in (window, "L3")->manager_id, ==, "L1");
  g_assert_cmpuint (ex_company_n_objectives (company_in (window)), ==, 0);
  undo (window);
  g_assert_cmpstr (leader_in (window, "L3")->manager_id, ==, "L2");
  g_assert_cmpuint (ex_company_n_objectives (company_in (window)), ==, 1);
  close_window (window);
}

/* --- the editor -------------------------------------------------------------------------------------------------------------------- */

static void
test_add (void)
{
  ExWindow *window = window_on_leaders ();
  GtkWidget *page = ex_window_get_page (window, "leaders");
  GtkWidget *dialog, *day;

  ex_page_show (EX_PAGE (page), "add", "L2");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  type (dialog, "_Name", "Dana Roy");
  g_assert_true (gtk_widget_is_sensitive (button_of (dialog, "_Add")));

  /* An id that is somebody's would change them. */
  type (dialog, "I_dentifier, the company’s own", "L1");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  type (dialog, "I_dentifier, the company’s own", "L4");
  type (dialog, "_Incentive target, in EUR", "12 apples");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  type (dialog, "_Incentive target, in EUR", "12,500.50");
  g_assert_true (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  day = find_widget (dialog, EX_TYPE_DAY_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (day, GTK_TYPE_ENTRY, NULL, NULL)), "soon");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (day, GTK_TYPE_ENTRY, NULL, NULL)), "2026-02-01");
  g_assert_true (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  g_signal_emit_by_name (button_of (dialog, "_Add"), "clicked");
  wait_until (has_no_dialog, window);

  g_assert_cmpstr (leader_in (window, "L4")->name, ==, "Dana Roy");
  g_assert_cmpstr (leader_in (window, "L4")->manager_id, ==, "L2");
  g_assert_cmpint (leader_in (window, "L4")->incentive_target, ==, 1250050);
  g_assert_cmpuint (leader_in (window, "L4")->from, ==, ex_day_new (2026, 2, 1));
  undo (window);
  g_assert_null (leader_in (window, "L4"));
  close_window (window);
}

static void
test_edit (void)
{
  ExWindow *window = window_on_leaders ();
  GtkWidget *page = ex_window_get_page (window, "leaders");
  GtkWidget *dialog;

  ex_page_show (EX_PAGE (page), "leader", "L3");
  settle (window);
  gtk_widget_activate_action (find_widget (page, ADW_TYPE_ACTION_ROW, NULL, NULL), "leader.edit", NULL);
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  type (dialog, "Job _title", "Head of Payments");
  settle (window);
  g_assert_cmpstr (leader_in (window, "L3")->title, ==, "Head of Payments");

  /* Nothing is saved while it cannot be. */
  type (dialog, "_Name", "  ");
  settle (window);
  g_assert_cmpstr (leader_in (window, "L3")->name, ==, "Cem Çelik");
  type (dialog, "_Name", "Cem Çelik-Roy");
  type (dialog, "_Unit of the company", "");
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, window);
  g_assert_cmpstr (leader_in (window, "L3")->name, ==, "Cem Çelik-Roy");
  g_assert_null (leader_in (window, "L3")->unit);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/leaders/tree/opens to the second level", test_tree_opens);
  g_test_add_func ("/leaders/tree/keeps what is open over a change", test_tree_keeps);
  g_test_add_func ("/leaders/tree/opens and closes everybody", test_tree_all);
  g_test_add_func ("/leaders/tree/siblings follow the order, reports their manager", test_tree_order);
  g_test_add_func ("/leaders/tree/shows whoever's managers are all open", test_tree_random);
  g_test_add_func ("/leaders/tree/ten thousand leaders open fast", test_tree_large);
  g_test_add_func ("/leaders/editor/proposes an id in the manner of the others", test_proposed_ids);
  g_test_add_func ("/leaders/page/search finds in every field, and returns to the tree", test_search);
  g_test_add_func ("/leaders/page/shows one leader, and goes back when they go", test_detail);
  g_test_add_func ("/leaders/page/reports of one who is removed move up, and undo moves them back", test_remove);
  g_test_add_func ("/leaders/editor/adds a leader once nothing is wrong", test_add);
  g_test_add_func ("/leaders/editor/saves field by field", test_edit);
  return g_test_run ();
}
