/* The Objectives page, one objective, its editor and its check-ins, as a person uses them. */
#include "config.h"

#include "app-fixture.h"

#include "app/ex-chart-view.h"
#include "app/ex-page.h"
#include "store/ex-store.h"

#include <adwaita.h>
#include <math.h>

/* --- finding things ---------------------------------------------------------------------------------------------------------- */

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = button_of (root, label);

  g_test_message ("clicking “%s”", label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static ExWindow *
window_on_objectives (void)
{
  g_autofree char *path = fresh_path ("objectives.exemplar");
  ExWindow *window;

  make_company (path);
  window = open_window (path);
  ex_window_show_page (window, "objectives");
  settle (window);
  return window;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
show_objective (ExWindow *window)
{
  GtkWidget *page = ex_window_get_page (window, "objectives");
  GtkWidget *chart;

  ex_page_show (EX_PAGE (page), "objective", "O1");
  settle (window);
  chart = find_widget (page, EX_TYPE_CHART_VIEW, NULL, NULL);
  wait_until (is_mapped, chart);
  return page;
}

static const ExReading *
reading_of (ExWindow *window)
{
  ExCompany *company = ex_session_get_company (ex_window_get_session (window));
  int index = ex_company_find_objective (company, "O1");

  g_assert_cmpint (index, >=, 0);
  return ex_company_get_reading (company, (guint) index);
}

static const ExObjective *
objective_of (ExWindow *window)
{
  ExCompany *company = ex_session_get_company (ex_window_get_session (window));

  return ex_company_get_objective (company, (guint) ex_company_find_objective (company, "O1"));
}

/* --- the table ------------------------------------------------------------------------------------------------------------------ */

static void
test_table (void)
{
  ExWindow *window = window_on_objectives ();
  GtkWidget *page = ex_window_get_page (window, "objectives");
  GtkWidget *table = find_widget (page, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  g_assert_true (says (page, "1 objective"));
  ex_page_set_search (EX_PAGE (page), "contracts");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  ex_page_set_search (EX_PAGE (page), "no such words");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_true (says (page, "0 of 1 objectives"));
  ex_page_set_search (EX_PAGE (page), "");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);

  g_signal_emit_by_name (table, "activate", 0);
  g_assert_true (ex_page_can_go_back (EX_PAGE (page)));
  ex_page_go_back (EX_PAGE (page));
  g_assert_false (ex_page_can_go_back (EX_PAGE (page)));
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
  ex_window_show_page (window, "objectives");
  settle (window);
  g_assert_true (says (ex_window_get_page (window, "objectives"), "No objectives yet"));
  close_window (window);
}

/* --- check-ins ------------------------------------------------------------------------------------------------------------------- */

static void
test_check_in (void)
{
  ExWindow *window = window_on_objectives ();
  GtkWidget *page = show_objective (window);
  GtkWidget *dialog;

  g_assert_false (reading_of (window)->measured);
  click (page, "_Check In…");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Value (%)")), "forty");
  g_assert_false (gtk_widget_get_sensitive (button_of (dialog, "_Check In")));
  g_assert_true (says (dialog, "“forty” is not a number."));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Value (%)")), "50");
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Note")), "Half-way");
  click (dialog, "_Check In");
  wait_until (has_no_dialog, window);

  g_assert_true (reading_of (window)->measured);
  g_assert_cmpfloat (reading_of (window)->actual, ==, 50);
  g_assert_cmpfloat (fabs (reading_of (window)->score - 0.5), <, 1e-12);
  g_assert_true (says (page, "Half-way"));

  /* Ctrl+Z takes it back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_false (reading_of (window)->measured);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  settle (window);
  g_assert_true (reading_of (window)->measured);
  close_window (window);
}

/* --- the editor -------------------------------------------------------------------------------------------------------------------- */

static void
test_edit (void)
{
  ExWindow *window = window_on_objectives ();
  GtkWidget *page = show_objective (window);
  GtkWidget *dialog;
  GtkWidget *target;

  click (page, "_Edit…");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  target = row_titled (dialog, "Ta_rget");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (target)), ==, "60");

  /* What crosses is refused while typing, and not saved. */
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "Stretch, if an_y")), "50");
  g_signal_emit_by_name (target, "entry-activated");
  settle (window);
  g_assert_true (isnan (objective_of (window)->stretch));

  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "Stretch, if an_y")), "80");
  gtk_editable_set_text (GTK_EDITABLE (target), "70");
  g_signal_emit_by_name (target, "entry-activated");
  settle (window);
  g_assert_cmpfloat (objective_of (window)->target, ==, 70);
  g_assert_cmpfloat (objective_of (window)->stretch, ==, 80);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, window);
  close_window (window);
}

static void
test_add (void)
{
  ExWindow *window = window_on_objectives ();
  GtkWidget *dialog;
  ExCompany *company;

  ex_page_show (EX_PAGE (ex_window_get_page (window, "objectives")), "add", "L2");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  g_assert_false (gtk_widget_get_sensitive (button_of (dialog, "_Add")));
  gtk_editable_set_text (GTK_EDITABLE (row_titled (dialog, "_Title")), "Calls to lost customers");
  click (dialog, "_Add");
  wait_until (has_no_dialog, window);

  company = ex_session_get_company (ex_window_get_session (window));
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 2);
  close_window (window);
}

static void
test_remove (void)
{
  ExWindow *window = window_on_objectives ();
  GtkWidget *page = show_objective (window);

  gtk_widget_activate_action (find_widget (page, EX_TYPE_CHART_VIEW, NULL, NULL), "objective.remove", NULL);
  settle (window);
  g_assert_cmpuint (ex_company_n_objectives (ex_session_get_company (ex_window_get_session (window))), ==, 0);
  g_assert_false (ex_page_can_go_back (EX_PAGE (page)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_cmpuint (ex_company_n_objectives (ex_session_get_company (ex_window_get_session (window))), ==, 1);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/objectives-page/the-table-is-searched-and-opens-one", test_table);
  g_test_add_func ("/app/objectives-page/an-empty-company-is-told-what-comes-next", test_empty);
  g_test_add_func ("/app/objectives-page/a-check-in-is-recorded-and-undone", test_check_in);
  g_test_add_func ("/app/objectives-page/an-edit-is-saved-field-by-field", test_edit);
  g_test_add_func ("/app/objectives-page/one-is-added", test_add);
  g_test_add_func ("/app/objectives-page/one-is-removed-and-comes-back", test_remove);
  return g_test_run ();
}
