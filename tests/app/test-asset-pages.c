/* Overview and Customer Asset on the sample company: what they say is what the ledger says. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-asset-periods.h"
#include "app/ex-asset-segments.h"
#include "app/ex-chart-view.h"
#include "app/ex-movement-rows.h"
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
  g_assert_nonnull (ex_session_get_asset (ex_window_get_session (window)));
  asset = ex_session_get_asset (ex_window_get_session (window))->cycle;
  g_assert_nonnull (asset);
  g_assert_true (asset->in_cycle);
  sentence = asset->so_far ? ex_asset_words_customers_so_far (&asset->movement) : ex_asset_words_customers (&asset->movement);
  g_assert_true (says (page, sentence));
  g_assert_true (says (page, "Where leaders stand"));

  chart = find_widget (page, EX_TYPE_CHART_VIEW, NULL, NULL);
  g_assert_cmpuint (ex_chart_n_marks (ex_chart_view_get_chart (EX_CHART_VIEW (chart))), ==, 5);
  close_window (window);
}

static void
show (ExWindow *window, const char *what, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "asset", what, id));
  settle (window);
}

/* Of the view that is filled: the tables of periods, of segments. */
static GListModel *
rows_of (GtkWidget *page, GType type)
{
  GtkWidget *view = find_widget (page, type, NULL, NULL);
  GtkWidget *table = view != NULL ? find_widget (view, GTK_TYPE_COLUMN_VIEW, NULL, NULL) : NULL;

  g_assert_nonnull (table);
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static gboolean
is_by_year (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page, EX_TYPE_ASSET_PERIODS)) == 3;
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
  GListModel *rows;
  GtkWidget *page;
  GtkWidget *grain;

  ex_window_show_page (window, "asset");
  show (window, "periods", "");
  page = ex_window_get_page (window, "asset");
  rows = rows_of (page, EX_TYPE_ASSET_PERIODS);
  spans = ex_session_get_asset (ex_window_get_session (window))->spans;
  g_assert_cmpuint (spans->len, >=, 24);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, spans->len);

  /* Latest first, and every row holds to the identity. */
  for (guint i = 0; i < spans->len; i++)
    {
      g_autoptr (ExMovementRow) row = g_list_model_get_item (rows, i);
      const ExMovement *m = &row->movement;
      const ExSpan *span = g_ptr_array_index (spans, spans->len - 1 - i);

      g_assert_cmpint (row->period.index, ==, span->period.index);
      g_assert_cmpint (m->opening.customers + m->fresh.customers + m->won_back.customers - m->lost.customers, ==, m->closing.customers);
    }

  grain = find_widget (find_widget (page, EX_TYPE_ASSET_PERIODS, NULL, NULL), GTK_TYPE_DROP_DOWN, is_drop_down_of, GUINT_TO_POINTER (3));
  g_assert_nonnull (grain);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (grain), 2);
  wait_until (is_by_year, page);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (grain), 0);
  settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, spans->len);
  close_window (window);
}

/* Side by side they are the company: their openings, and what came and went, add up to its own. */
static void
test_segments (void)
{
  ExWindow *window = sample_window ();
  const ExCycleAsset *cycle;
  ExMovement sum = { 0 };
  gint64 last = G_MAXINT64;
  GListModel *rows;

  ex_window_show_page (window, "asset");
  show (window, "segments", "");
  cycle = ex_session_get_asset (ex_window_get_session (window))->cycle;
  rows = rows_of (ex_window_get_page (window, "asset"), EX_TYPE_ASSET_SEGMENTS);
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (ExMovementRow) row = g_list_model_get_item (rows, i);

      sum.opening.customers += row->movement.opening.customers;
      sum.fresh.value += row->movement.fresh.value;
      sum.lost.value += row->movement.lost.value;
      sum.closing.value += row->movement.closing.value;
      g_assert_cmpint (row->movement.closing.customers, <=, last);
      last = row->movement.closing.customers;
    }
  g_assert_cmpint (sum.opening.customers, ==, cycle->movement.opening.customers);
  g_assert_cmpint (sum.fresh.value, ==, cycle->movement.fresh.value);
  g_assert_cmpint (sum.lost.value, ==, cycle->movement.lost.value);
  g_assert_cmpint (sum.closing.value, ==, cycle->movement.closing.value);
  close_window (window);
}

/* One period in place of the cycle: sentences, charts and segments are of that period. */
static void
test_period (void)
{
  ExWindow *window = sample_window ();
  g_autofree char *sentence = NULL;
  GtkWidget *page;
  const ExAsset *asset;
  const ExSpan *span;
  g_autofree char *id = NULL;

  ex_window_show_page (window, "asset");
  settle (window);
  page = ex_window_get_page (window, "asset");
  asset = ex_session_get_asset (ex_window_get_session (window));
  span = g_ptr_array_index (asset->spans, 10);
  id = ex_period_to_string (span->period);
  sentence = ex_asset_words_customers (&span->movement);
  g_assert_false (says (page, sentence));
  show (window, "period", id);
  g_assert_true (says (page, sentence));
  show (window, "period", "2025");
  g_assert_false (says (page, sentence));
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
  g_test_add_func ("/app/asset-pages/segments-add-up-to-the-company", test_segments);
  g_test_add_func ("/app/asset-pages/one-period-is-looked-at-in-place-of-the-cycle", test_period);
  g_test_add_func ("/app/asset-pages/an-empty-company-is-told-what-will-be-here", test_empty);
  return g_test_run ();
}
