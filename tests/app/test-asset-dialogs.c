/* What HR says of the customer asset: why customers left, what a customer is worth, how far it is complete, movements entered by hand. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-asset-claims.h"
#include "app/ex-claim-table.h"
#include "app/ex-lost-row.h"
#include "app/ex-period-bar.h"
#include "store/ex-store-asset.h"

#define MAY (2026 * 12 + 4)

/* May to July: "goes" and "leaves" are gone in June, "stays" is there; August is empty, September has one again. */
static void
fill_ledger (const char *path)
{
  static const ExImportInfo info = { .file_name = "customers.csv", .digest = "d1" };
  static const struct { const char *customer; int period; gint64 value; const char *reason; } rows[] = {
    { "stays", MAY, 100000, "" }, { "stays", MAY + 1, 120000, "" }, { "stays", MAY + 2, 120000, "" }, { "stays", MAY + 4, 90000, "" },
    { "goes", MAY, 70000, "" }, { "leaves", MAY, 30000, "" }, { "told", MAY, 20000, "Price" }, { "comes", MAY + 1, 30000, "" },
    { "comes", MAY + 2, 30000, "" }, { "comes", MAY + 4, 30000, "" },
  };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (GError) error = NULL;
  ExImportCounts counts = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ex_ledger_builder_add (builder, rows[i].customer, strlen (rows[i].customer), rows[i].period, EX_DAY_NONE, rows[i].value, "Homes", 5, rows[i].reason,
                           strlen (rows[i].reason));
  ledger = ex_ledger_builder_end (builder);
  store = ex_store_open (path, &error);
  g_assert_no_error (error);
  ex_store_import_ledger (store, ledger, FALSE, &info, &counts, &error);
  g_assert_no_error (error);
}

static ExWindow *
ledger_window (void)
{
  g_autofree char *path = fresh_path ("asset.exemplar");
  ExWindow *window;

  make_company (path);
  fill_ledger (path);
  window = open_window (path);
  ex_window_show_page (window, "asset");
  settle (window);
  return window;
}

static const ExAsset *
asset_of (ExWindow *window)
{
  return ex_session_get_asset (ex_window_get_session (window));
}

static void
show (ExWindow *window, const char *what, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "asset", what, id));
  settle (window);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* --- why customers left ------------------------------------------------------------------------------------------------------ */

static gboolean
is_row_of (GtkWidget *row, gpointer customer)
{
  return g_str_equal (ex_lost_row_get_customer (EX_LOST_ROW (row)), customer);
}

static gboolean
has_rows (gpointer window)
{
  GtkWidget *dialog = dialog_of (window);

  return dialog != NULL && ex_window_is_settled (window) && find_widget (dialog, EX_TYPE_LOST_ROW, is_row_of, (gpointer) "leaves") != NULL;
}

static double
known (ExWindow *window)
{
  return ex_reasons_known (asset_of (window)->cycle->reasons, EX_MEASURE_CUSTOMERS);
}

static gboolean
is_known_more (gpointer window)
{
  return ex_window_is_settled (window) && known (window) > 0.5;
}

static gboolean
is_known_less (gpointer window)
{
  return ex_window_is_settled (window) && known (window) < 0.5;
}

static gboolean
says_one (gpointer window)
{
  return says (dialog_of (window), "Of 1 customer it is not known why they left.");
}

static gboolean
says_two (gpointer window)
{
  return says (dialog_of (window), "Of 2 customers it is not known why they left.");
}

static void
test_say_why (void)
{
  ExWindow *window = ledger_window ();
  GtkWidget *row, *first, *entry;

  g_assert_cmpfloat_with_epsilon (known (window), 1.0 / 3, 1e-9);
  show (window, "say-why", "");
  wait_until (has_rows, window);
  g_assert_true (says_two (window));

  /* The largest first, and nobody whose reason is known. */
  first = find_widget (dialog_of (window), EX_TYPE_LOST_ROW, NULL, NULL);
  g_assert_cmpstr (ex_lost_row_get_customer (EX_LOST_ROW (first)), ==, "goes");
  g_assert_null (find_widget (dialog_of (window), EX_TYPE_LOST_ROW, is_row_of, (gpointer) "told"));
  row = find_widget (dialog_of (window), EX_TYPE_LOST_ROW, is_row_of, (gpointer) "leaves");
  entry = find_widget (row, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Moved away");
  g_signal_emit_by_name (entry, "activate");
  wait_until (is_known_more, window);
  g_assert_cmpfloat_with_epsilon (known (window), 2.0 / 3, 1e-9);
  wait_until (says_one, window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  wait_until (is_known_less, window);
  wait_until (says_two, window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  close_window (window);
}

/* --- what a customer is worth ------------------------------------------------------------------------------------------------- */

static gboolean
has_terms (gpointer window)
{
  return ex_window_is_settled (window) && asset_of (window)->margin == 2250;
}

static void
test_lifetime (void)
{
  ExWindow *window = ledger_window ();
  GtkWidget *dialog, *save;

  g_assert_cmpint (asset_of (window)->margin, ==, -1);
  show (window, "lifetime", "");
  dialog = dialog_of (window);
  save = button_of (dialog, "_Save");
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Margin: percent of the value that stays")), "22.5");
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Discount a month, percent")), "101");
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Discount a month, percent")), "0.4");
  click (save);
  wait_until (has_terms, window);
  g_assert_cmpint (asset_of (window)->discount, ==, 40);
  close_window (window);
}

/* --- marks ---------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
bar_of (ExWindow *window)
{
  GtkWidget *bar = find_widget (ex_window_get_page (window, "asset"), EX_TYPE_PERIOD_BAR, NULL, NULL);

  g_assert_nonnull (bar);
  return bar;
}

static gboolean
is_complete_to_july (gpointer window)
{
  return ex_window_is_settled (window) && asset_of (window)->marks->complete_to == ex_day_new (2026, 7, 31);
}

static gboolean
is_without_data (gpointer window)
{
  return ex_window_is_settled (window) && asset_of (window)->marks->no_data->len == 1;
}

static gboolean
can_be_final (gpointer bar)
{
  return button_of (bar, "Mark Sep 2026 _Final") != NULL && gtk_widget_is_sensitive (button_of (bar, "Mark Sep 2026 _Final"));
}

static gboolean
cannot_be_final (gpointer bar)
{
  return button_of (bar, "Mark Sep 2026 _Final") != NULL && !gtk_widget_is_sensitive (button_of (bar, "Mark Sep 2026 _Final"));
}

/* What is not complete cannot be final; an empty month counts as nobody active until it is said that there is only no data. */
static void
test_marks (void)
{
  ExWindow *window = ledger_window ();
  const ExSpan *august;

  show (window, "final", "2026-09");
  wait_until (can_be_final, bar_of (window));
  show (window, "final", "2026-07");
  g_assert_true (gtk_widget_activate_action (bar_of (window), "period.complete", NULL));
  wait_until (is_complete_to_july, window);
  show (window, "final", "2026-09");
  wait_until (cannot_be_final, bar_of (window));

  august = g_ptr_array_index (asset_of (window)->spans, 3);
  g_assert_true (august->empty);
  g_assert_cmpint (august->movement.closing.customers, ==, 0);
  show (window, "final", "2026-08");
  g_assert_true (gtk_widget_activate_action (bar_of (window), "period.no-data", NULL));
  wait_until (is_without_data, window);
  august = g_ptr_array_index (asset_of (window)->spans, 3);
  g_assert_true (august->no_data);
  close_window (window);
}

/* --- movements entered by hand ------------------------------------------------------------------------------------------------------ */

static gboolean
is_named (GtkWidget *widget, gpointer name)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name) == NULL;
}

static GtkWidget *
figure_of (GtkWidget *dialog, const char *name)
{
  GtkWidget *entry = find_widget (dialog, GTK_TYPE_ENTRY, is_named, (gpointer) name);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (figure_of (dialog, name)), text);
}

static gboolean
has_one (gpointer window)
{
  return ex_window_is_settled (window) && asset_of (window) != NULL && asset_of (window)->spans->len == 1;
}

static gboolean
has_two (gpointer window)
{
  return ex_window_is_settled (window) && asset_of (window) != NULL && asset_of (window)->spans->len == 2;
}

static gboolean
can_add (gpointer dialog)
{
  GtkWidget *button = button_of (dialog, "_Add Feb 2026");

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
can_remove (gpointer dialog)
{
  GtkWidget *button = button_of (dialog, "_Remove Feb 2026");

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
is_placeholder (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), "2026-09, 2026-Q3 or 2026") == 0;
}

static void
test_movements (void)
{
  g_autofree char *path = fresh_path ("entered.exemplar");
  ExWindow *window;
  GtkWidget *dialog;

  make_company (path);
  window = open_window (path);
  ex_window_show_page (window, "asset");
  settle (window);
  show (window, "enter", "");
  dialog = dialog_of (window);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (dialog, GTK_TYPE_ENTRY, is_placeholder, NULL)), "2026-01");
  type (dialog, "Opening, Customers", "100");
  type (dialog, "Opening, Value", "1000.00");
  type (dialog, "New, Customers", "10");
  type (dialog, "New, Value", "120.50");
  type (dialog, "Lost, Customers", "4");
  type (dialog, "Lost, Value", "70");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (figure_of (dialog, "Closing, Customers"))), ==, "106");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (figure_of (dialog, "Closing, Value"))), ==, "1050.50");

  /* A closing that is said is held against what it comes to. */
  type (dialog, "Closing, Customers", "107");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Save")));
  type (dialog, "Closing, Customers", "106");
  g_assert_true (says (dialog, "It adds up."));
  click (button_of (dialog, "_Save"));
  wait_until (has_one, window);
  wait_until (can_add, dialog);

  /* The next one opens with that closing, which nobody can change here. */
  click (button_of (dialog, "_Add Feb 2026"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (figure_of (dialog, "Opening, Customers"))), ==, "106");
  g_assert_false (gtk_widget_is_sensitive (figure_of (dialog, "Opening, Customers")));
  type (dialog, "Lost, Customers", "6");
  type (dialog, "Lost, Value", "50.50");
  click (button_of (dialog, "_Save"));
  wait_until (has_two, window);
  wait_until (can_remove, dialog);
  g_assert_true (asset_of (window)->entered);
  g_assert_cmpint (((ExSpan *) g_ptr_array_index (asset_of (window)->spans, 1))->movement.closing.value, ==, 100000);
  click (button_of (dialog, "_Remove Feb 2026"));
  wait_until (has_one, window);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (says (ex_window_get_page (window, "asset"), "So far we gained 10 customers and lost 4."));
  close_window (window);
}

/* --- claims --------------------------------------------------------------------------------------------------------------------------- */

static void
claim (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, NULL, &error);
  ExObjective *objective = g_ptr_array_index (objectives, 0);
  ExLink link = { EX_DRIVER_RETAIN, 5000000, EX_CLAIM_NONE };

  g_array_append_val (objective->links, link);
  ex_store_save_objective (store, objective, &error);
  g_assert_no_error (error);
}

/* A claim leads to its objective. */
static void
test_claims (void)
{
  g_autofree char *path = fresh_path ("claims.exemplar");
  ExWindow *window;
  GtkWidget *view, *table;
  GListModel *rows;
  g_autoptr (ExClaimRow) row = NULL;

  make_company (path);
  fill_ledger (path);
  claim (path);
  window = open_window (path);
  ex_window_show_page (window, "asset");
  show (window, "claims", "");
  view = find_widget (ex_window_get_page (window, "asset"), EX_TYPE_ASSET_CLAIMS, NULL, NULL);
  g_assert_true (says (view, "Nothing can be proven yet."));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button_of (ex_window_get_page (window, "asset"), "_Value")), TRUE);
  settle (window);
  table = find_widget (view, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (ex_claim_row_get_objective (row)->id, ==, "O1");
  g_signal_emit_by_name (table, "activate", 0);
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "objectives");
  close_window (window);
}

/* --- who may say it ----------------------------------------------------------------------------------------------------------------- */

static gboolean
offers_say_why (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "asset.say-why") == 0 && gtk_widget_is_visible (widget);
}

static gboolean
has_tooltip (GtkWidget *widget, gpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* By its tooltip, wherever it is in the window. */
static gboolean
is_offered (ExWindow *window, const char *tooltip)
{
  GtkWidget *button = find_widget (GTK_WIDGET (window), GTK_TYPE_WIDGET, has_tooltip, (gpointer) tooltip);

  return button != NULL && gtk_widget_is_visible (button);
}

static void
assert_offers (ExWindow *window, gboolean offers)
{
  g_assert_cmpint (is_offered (window, "Set the margin and the discount rate"), ==, offers);
  g_assert_cmpint (is_offered (window, "Bring in customers or movements from a file, or by hand"), ==, offers);
  g_assert_cmpint (find_widget (ex_window_get_page (window, "asset"), GTK_TYPE_BUTTON, offers_say_why, NULL) != NULL, ==, offers);
}

static void
test_leaders (void)
{
  ExWindow *window = ledger_window ();

  assert_offers (window, TRUE);
  ex_session_set_actor (ex_window_get_session (window), "L1");
  settle (window);
  assert_offers (window, FALSE);
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  settle (window);
  assert_offers (window, TRUE);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/asset-dialogs/a-reason-that-is-said-is-kept-and-can-be-taken-back", test_say_why);
  g_test_add_func ("/app/asset-dialogs/margin-and-discount-are-percentages-and-both-or-none", test_lifetime);
  g_test_add_func ("/app/asset-dialogs/what-is-not-complete-cannot-be-final", test_marks);
  g_test_add_func ("/app/asset-dialogs/movements-by-hand-add-up-or-are-not-kept", test_movements);
  g_test_add_func ("/app/asset-dialogs/a-claim-leads-to-its-objective", test_claims);
  g_test_add_func ("/app/asset-dialogs/leaders-are-not-offered-what-hr-says", test_leaders);
  return g_test_run ();
}
