/* Overview and Customer Asset on the sample company: what they say is what the ledger says. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-asset-table.h"
#include "app/ex-chart-view.h"
#include "app/ex-page.h"
#include "company/ex-asset-words.h"
#include "company/ex-sample.h"
#include "core/ex-format.h"

static ExWindow *
sample_window (void)
{
  g_autofree char *path = fresh_path ("sample.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_sample_info ();
  g_autoptr (GError) error = NULL;
  ExStore *store = ex_store_create (path, info, &error);

  g_assert_no_error (error);
  ex_sample_fill (store, &error);
  g_assert_no_error (error);
  ex_store_close (store);
  return open_window (path);
}

static void
test_overview (void)
{
  ExWindow *window = sample_window ();
  const ExCycleAsset *asset;
  g_autofree char *sentence = NULL;
  GtkWidget *page;
  GtkWidget *chart;

  ex_window_show_page (window, "overview");
  settle (window);
  page = ex_window_get_page (window, "overview");
  asset = ex_session_get_asset (ex_window_get_session (window));
  g_assert_nonnull (asset);
  g_assert_true (asset->in_cycle);
  sentence = ex_asset_words_customers (&asset->movement);
  g_assert_true (says (page, sentence));
  g_assert_true (says (page, "Where leaders stand"));

  chart = find_widget (page, EX_TYPE_CHART_VIEW, NULL, NULL);
  g_assert_cmpuint (ex_chart_n_marks (ex_chart_view_get_chart (EX_CHART_VIEW (chart))), ==, 5);
  close_window (window);
}

static GListModel *
rows_of (GtkWidget *page)
{
  GtkWidget *table = find_widget (page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static gboolean
is_by_year (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page)) == 3;
}

static gboolean
is_drop_down_of (GtkWidget *widget, gpointer n)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

  return model != NULL && g_list_model_get_n_items (model) == GPOINTER_TO_UINT (n);
}

static void
test_asset (void)
{
  ExWindow *window = sample_window ();
  GPtrArray *spans;
  GtkWidget *page;
  GtkWidget *grain;

  ex_window_show_page (window, "asset");
  settle (window);
  page = ex_window_get_page (window, "asset");
  spans = ex_session_get_spans (ex_window_get_session (window));
  g_assert_cmpuint (spans->len, ==, 24);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 24);

  /* Latest first, and every row holds to the identity. */
  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (ExPeriodRow) row = g_list_model_get_item (rows_of (page), i);
      const ExMovement *m = ex_period_row_get_movement (row);
      const ExSpan *span = g_ptr_array_index (spans, 23 - i);

      g_assert_cmpint (ex_period_row_get_period (row).index, ==, span->period.index);
      g_assert_cmpint (m->opening.customers + m->fresh.customers + m->won_back.customers - m->lost.customers, ==, m->closing.customers);
    }

  grain = find_widget (page, GTK_TYPE_DROP_DOWN, is_drop_down_of, GUINT_TO_POINTER (3));
  g_assert_nonnull (grain);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (grain), 2);
  wait_until (is_by_year, page);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (grain), 0);
  settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 24);
  close_window (window);
}

static void
test_empty (void)
{
  g_autofree char *path = fresh_path ("empty.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Nobody", "EUR");
  ExStore *store = ex_store_create (path, info, NULL);
  ExWindow *window;

  g_assert_nonnull (store);
  ex_store_close (store);
  window = open_window (path);
  ex_window_show_page (window, "overview");
  settle (window);
  g_assert_true (says (ex_window_get_page (window, "overview"), "The whole company on one page"));
  ex_window_show_page (window, "asset");
  settle (window);
  g_assert_true (says (ex_window_get_page (window, "asset"), "A company’s customers are its asset"));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/asset-pages/the-overview-says-what-the-ledger-says", test_overview);
  g_test_add_func ("/app/asset-pages/the-table-follows-the-ledger-at-every-grain", test_asset);
  g_test_add_func ("/app/asset-pages/an-empty-company-is-told-what-will-be-here", test_empty);
  return g_test_run ();
}
