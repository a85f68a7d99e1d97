/* The table in view as a file: every page's, as it is filtered and ordered, for whom it is meant. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-export-chart.h"
#include "app/ex-export-rows.h"
#include "app/ex-leader-query.h"
#include "app/ex-page.h"
#include "company/ex-asset-growth.h"
#include "company/ex-sample.h"
#include "store/ex-store.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

static char *sample; /* made once, opened often */

static void
make_sample (void)
{
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();
  g_autoptr (GError) error = NULL;
  ExStore *store;

  sample = fresh_path ("sample.exemplar");
  store = ex_store_create (sample, info, &error);
  g_assert_no_error (error);
  g_assert_true (ex_sample_fill (store, &error));
  g_assert_no_error (error);
  ex_store_close (store);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Takes @export; what is in the file. (transfer full) */
static char *
exported (ExWindow *window, ExExport *export)
{
  g_autofree char *path = fresh_path ("table.csv");
  char *text = NULL;

  g_assert_nonnull (export);
  ex_export_save (export, GTK_WIDGET (window), ex_window_get_session (window), path, EX_TABLE_CSV);
  wait_until (exists, path);
  settle (window);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  return text;
}

/* The table of a page that is in view. (transfer full) */
static char *
page_exported (ExWindow *window, const char *page)
{
  ex_window_show_page (window, page);
  settle (window);
  g_test_message ("%s", page);
  return exported (window, ex_page_get_export (EX_PAGE (ex_window_get_page (window, page))));
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; (text = strchr (text, '\n')) != NULL; text++)
    n++;
  return n;
}

static void
assert_begins (const char *text, const char *beginning)
{
  if (!g_str_has_prefix (text, beginning))
    g_error ("“%.300s” does not begin with “%s”", text, beginning);
}

/* --- what there is ---------------------------------------------------------------------------------------------------- */

static void
test_every_page (void)
{
  static const struct { const char *page, *names; guint lines; } pages[] = {
    { "leaders", "id,name,title,unit,email,manager,incentive_target,from,to,objectives,measured,score,team_score\nL001,", 61 },
    { "objectives", "id,leader,title,kind,weight,description,", 201 },
    { "reviews", "leader,name,level,reviewer,state,", 61 },
    { "calibrate", "leader,name,level,reviewer,state,", 0 },
    { "asset", "period,segment,opening_customers,", 0 },
    { "rewards", "leader,target,company_factor,own_factor,proration,reward\n", 61 },
    { "history", "number,at,actor,system_user,action,subject,changes,undoes,undone_by\n2,", 3 },
  };
  ExWindow *window = open_window (sample);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = page_exported (window, pages[i].page);

      assert_begins (text, pages[i].names);
      g_assert_cmpuint (count_lines (text), >, 1);
      if (pages[i].lines > 0)
        g_assert_cmpuint (count_lines (text), ==, pages[i].lines);
    }
  close_window (window);
}

static void
test_asset_views (void)
{
  static const struct { const char *view, *words; guint lines; } views[] = {
    { "periods", "\n2026-09,,", 26 }, /* the latest first */
    { "segments", "\n2025-10/2026-09,", 0 },
    { "claims", "driver,objective,leader,score,claimed_value,", 0 },
    { "summary", "\n2025-10/2026-09,,", 0 },
  };
  ExWindow *window = open_window (sample);
  GtkWidget *page;

  ex_window_show_page (window, "asset");
  settle (window);
  page = ex_window_get_page (window, "asset");
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *stack = NULL;
      g_autofree char *text = NULL;

      for (GtkWidget *bin = find_widget (page, ADW_TYPE_BIN, NULL, NULL); bin != NULL && stack == NULL; bin = gtk_widget_get_parent (bin))
        if (GTK_IS_STACK (bin) && gtk_stack_get_child_by_name (GTK_STACK (bin), "segments") != NULL)
          stack = bin;
      g_assert_nonnull (stack);
      gtk_stack_set_visible_child_name (GTK_STACK (stack), views[i].view);
      settle (window);
      text = exported (window, ex_page_get_export (EX_PAGE (page)));
      if (strstr (text, views[i].words) == NULL)
        g_error ("%s: no “%s” in %.300s", views[i].view, views[i].words, text);
      if (views[i].lines > 0)
        g_assert_cmpuint (count_lines (text), ==, views[i].lines);
    }
  close_window (window);
}

/* --- as it is shown ----------------------------------------------------------------------------------------------------- */

static void
test_searched (void)
{
  ExWindow *window = open_window (sample);
  GtkWidget *page;
  g_autofree char *text = NULL;

  ex_window_show_page (window, "leaders");
  settle (window);
  page = ex_window_get_page (window, "leaders");
  ex_page_set_search (EX_PAGE (page), "Sandvik");
  settle (window);
  text = exported (window, ex_page_get_export (EX_PAGE (page)));
  g_assert_cmpuint (count_lines (text), ==, 2);
  g_assert_nonnull (strstr (text, "Henrik Sandvik"));
  close_window (window);
}

/* Siblings by name, from the last to the first, each above their own. */
static void
test_tree_sorted (void)
{
  ExWindow *window = open_window (sample);
  ExSession *session = ex_window_get_session (window);
  ExQuery query = { .kind = &ex_leader_query, .order = EX_LEADERS_BY_NAME, .descending = TRUE };
  g_autofree char *text = exported (window, ex_export_leaders (session, &query, TRUE));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const ExCompany *company = ex_session_get_company (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  g_assert_cmpuint (count_lines (text), ==, 61);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], ","));
      int leader = ex_company_find_leader (company, id);
      int parent = ex_company_get_tree (company)->parent[leader];

      g_assert_true (parent < 0 || g_hash_table_contains (seen, GINT_TO_POINTER (parent)));
      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (leader)));
    }
  close_window (window);
}

static void
test_one_in_view (void)
{
  ExWindow *window = open_window (sample);
  g_autofree char *of_leader = NULL;
  g_autofree char *of_objective = NULL;

  ex_window_show_page (window, "leaders");
  settle (window);
  ex_page_show (EX_PAGE (ex_window_get_page (window, "leaders")), "leader", "L002");
  of_leader = page_exported (window, "leaders");
  assert_begins (of_leader, "id,leader,title,kind,");
  g_assert_cmpuint (count_lines (of_leader), ==, 5);
  ex_window_show_page (window, "objectives");
  settle (window);
  ex_page_show (EX_PAGE (ex_window_get_page (window, "objectives")), "objective",
                ex_company_get_objective (ex_session_get_company (ex_window_get_session (window)), 0)->id);
  of_objective = page_exported (window, "objectives");
  assert_begins (of_objective, "objective,date,value,confidence,note,next,evidence,leader,recorded\n");
  close_window (window);
}

/* A chart's table, its figures numbers again. */
static void
test_chart (void)
{
  ExWindow *window = open_window (sample);
  const ExAsset *asset = ex_session_get_asset (ex_window_get_session (window));
  g_autoptr (ExChart) chart = ex_asset_growth_chart_new ((ExAsset *) asset, asset->spans, EX_MEASURE_CUSTOMERS, "EUR");
  g_autofree char *text = exported (window, ex_export_chart (chart));
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (count_lines (text), ==, rows->len);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_true (g_regex_match_simple ("^[^,]+,[0-9]+,-?[0-9]+,-?[0-9]+,", lines[i], 0, 0));
  close_window (window);
}

/* --- for whom ------------------------------------------------------------------------------------------------------------ */

static void
test_secrets (void)
{
  ExWindow *window = open_window (sample);
  g_autofree char *leaders = NULL;
  g_autofree char *rewards = NULL;
  g_auto (GStrv) lines = NULL;
  guint paid = 0;

  ex_session_set_actor (ex_window_get_session (window), "L005");
  settle (window);
  leaders = page_exported (window, "leaders");
  lines = g_strsplit (leaders, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    paid += g_regex_match_simple ("^L005,.*,[0-9]+\\.[0-9]{2},", lines[i], 0, 0) ? 1
            : g_regex_match_simple (",[0-9]+\\.[0-9]{2},[0-9]*-?[0-9-]*,", lines[i], 0, 0) ? 100 : 0;
  g_assert_cmpuint (paid, ==, 1);
  rewards = page_exported (window, "rewards");
  g_assert_cmpuint (count_lines (rewards), ==, 2);
  g_assert_nonnull (strstr (rewards, "\nL005,"));
  close_window (window);
}

/* --- and if it cannot be ------------------------------------------------------------------------------------------------- */

static gboolean
has_path (GtkWidget *label, gpointer path)
{
  return gtk_widget_get_mapped (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), path) != NULL;
}

static gboolean
says_so (gpointer window)
{
  return find_widget (window, GTK_TYPE_LABEL, has_path, "/nowhere/table.xlsx") != NULL;
}

static void
test_unwritable (void)
{
  ExWindow *window = open_window (sample);
  ExSession *session = ex_window_get_session (window);
  ExQuery query = { .kind = &ex_leader_query };

  ex_export_save (ex_export_leaders (session, &query, TRUE), GTK_WIDGET (window), session, "/nowhere/table.xlsx", EX_TABLE_XLSX);
  wait_until (says_so, window);
  close_window (window);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Nobody is there any more to be told; the file is written all the same, and then nobody holds the window. */
static void
test_window_closed (void)
{
  gpointer gone;
  ExWindow *window = open_window (sample);
  ExSession *session = ex_window_get_session (window);
  ExQuery query = { .kind = &ex_leader_query };
  g_autofree char *path = fresh_path ("closed.xlsx");

  ex_export_save (ex_export_leaders (session, &query, TRUE), GTK_WIDGET (window), session, path, EX_TABLE_XLSX);
  gone = window;
  g_object_add_weak_pointer (gone, &gone);
  close_window (window);
  wait_until (exists, path);
  wait_until (is_gone, &gone);
  g_unlink (path);
}

/* The action is there where a table is. */
static void
test_action (void)
{
  ExWindow *window = open_window (sample);

  ex_window_show_page (window, "leaders");
  settle (window);
  g_assert_true (ex_page_has_export (EX_PAGE (ex_window_get_page (window, "leaders"))));
  ex_page_show (EX_PAGE (ex_window_get_page (window, "leaders")), "leader", "L002");
  g_assert_true (ex_page_has_export (EX_PAGE (ex_window_get_page (window, "leaders"))));
  ex_window_show_page (window, "my-review");
  settle (window);
  g_assert_false (ex_page_has_export (EX_PAGE (ex_window_get_page (window, "my-review"))));
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  app_init (&argc, &argv);
  make_sample ();

  g_test_add_func ("/export/every-page", test_every_page);
  g_test_add_func ("/export/asset-views", test_asset_views);
  g_test_add_func ("/export/what-is-searched", test_searched);
  g_test_add_func ("/export/tree-in-order", test_tree_sorted);
  g_test_add_func ("/export/one-in-view", test_one_in_view);
  g_test_add_func ("/export/chart", test_chart);
  g_test_add_func ("/export/secrets", test_secrets);
  g_test_add_func ("/export/cannot-be-written", test_unwritable);
  g_test_add_func ("/export/window-closed-meanwhile", test_window_closed);
  g_test_add_func ("/export/action", test_action);

  status = g_test_run ();
  g_free (sample);
  return status;
}
