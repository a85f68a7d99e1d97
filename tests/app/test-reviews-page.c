/* The Reviews page: the tree from the top, coverage, filters, order. */
#include "config.h"

#include "reviews-finding.h"

#include "app/ex-coverage-bars.h"
#include "app/ex-page.h"
#include "app/ex-review-query.h"

/* --- empty ----------------------------------------------------------------------------------------------------------------------- */

static void
test_no_leaders (void)
{
  g_autofree char *path = fresh_path ("nobody.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Fresh", "EUR");
  ExWindow *window = open_reviews (ex_store_create (path, info, NULL), EX_STORE_HR);

  g_assert_true (says (page_of (window), "Nobody to review yet"));
  g_assert_nonnull (button_of (page_of (window), "_Import Leaders…"));
  click (page_of (window), "_Add a Leader…");
  close_dialog (window);
  close_window (window);
}

static void
test_no_cycle (void)
{
  g_autofree char *path = fresh_path ("no-cycle.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Fresh", "EUR");
  ExStore *store = ex_store_create (path, info, NULL);
  g_autoptr (ExLeader) leader = ex_leader_new ("a", "Ana Okafor");
  ExWindow *window;

  g_assert_true (ex_store_save_leader (store, leader, NULL));
  window = open_reviews (store, EX_STORE_HR);
  g_assert_true (says (page_of (window), "No review cycle yet"));
  click (page_of (window), "_New Cycle…");
  wait_until (has_dialog, window);
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  close_window (window);
}

static void
test_nobody (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), "d");

  g_assert_true (says (page_of (window), "Nobody’s review is yours to give"));
  click (page_of (window), "_My Review");
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "my-review");
  close_window (window);
}

/* --- the sentence and the levels -------------------------------------------------------------------------------------------------- */

static ExCoverageBars *
bars_of (ExWindow *window)
{
  return EX_COVERAGE_BARS (find_widget (page_of (window), EX_TYPE_COVERAGE_BARS, NULL, NULL));
}

static GtkWidget *
level_button (ExWindow *window, guint position)
{
  GtkWidget *button = find_widget (GTK_WIDGET (bars_of (window)), GTK_TYPE_TOGGLE_BUTTON, NULL, NULL);

  for (; position > 0 && button != NULL; position--)
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  return button;
}

static void
test_sentence (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_reviews (store, EX_STORE_HR);
  /* Today is the first of July, and planning ended in January: two are still drafting. */
  g_assert_true (says (page_of (window), "2 of 4 reviews are agreed; 2 are overdue."));
  g_assert_true (says (GTK_WIDGET (bars_of (window)), "1 of 1 agreed"));
  g_assert_true (says (GTK_WIDGET (bars_of (window)), "1 of 2 agreed"));
  g_assert_true (says (GTK_WIDGET (bars_of (window)), "0 of 1 agreed"));
  close_window (window);
}

static void
test_sentence_of_manager (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_reviews (store, "b");
  g_assert_true (says (page_of (window), "You have agreed 0 of 1 review; 1 is overdue."));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (bars_of (window))));
  ex_session_set_actor (ex_window_get_session (window), "a");
  settle (window);
  g_assert_true (says (page_of (window), "You have agreed 1 of 2 reviews; 1 is overdue."));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (bars_of (window))));
  close_window (window);
}

static void
test_sentence_by_phase (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_SIGNED);
  take_step (store, EX_STORE_HR, "d", EX_STEP_EXCUSE, "On leave");
  window = open_reviews (store, EX_STORE_HR);
  /* The excused count nowhere. */
  g_assert_true (mentions (page_of (window), "1 of 3 reviews are signed"));
  g_assert_true (says (GTK_WIDGET (bars_of (window)), "1 of 1 signed"));
  close_window (window);
}

static void
test_levels (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  assert_rows (window, "a b d");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (level_button (window, 1)), TRUE);
  assert_rows (window, "b d");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (level_button (window, 2)), TRUE);
  assert_rows (window, "c");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (level_button (window, 1))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (level_button (window, 2)), FALSE);
  assert_rows (window, "a b d");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "level", "2");
  assert_rows (window, "b d");
  close_window (window);
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_tree (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (rows_of (window)), 1);

  assert_rows (window, "a b d");
  gtk_tree_list_row_set_expanded (row, TRUE);
  assert_rows (window, "a b c d");
  /* What is open stays so, whatever is shown in between. */
  ex_page_set_search (EX_PAGE (page_of (window)), "kaya");
  settle (window);
  assert_rows (window, "c");
  ex_page_set_search (EX_PAGE (page_of (window)), "");
  settle (window);
  assert_rows (window, "a b c d");
  close_window (window);
}

/* Nobody who takes part drops out, and nobody else is in the way: a manager who has left before is passed over. */
static void
test_departed (void)
{
  ExStore *store = fresh_reviews ();
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);
  ExLeader *ben = g_ptr_array_index (leaders, 1);
  ExWindow *window;

  g_assert_cmpstr (ben->id, ==, "b");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);

      g_assert_true (ex_store_remove_objective (store, id, NULL));
    }
  ben->to = ex_day_new (2025, 11, 30);
  g_assert_true (ex_store_save_leader (store, ben, NULL));
  window = open_reviews (store, EX_STORE_HR);
  assert_rows (window, "a c d");
  close_window (window);
}

static void
test_viewers (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window = open_reviews (store, "b");

  assert_rows (window, "c");
  ex_session_set_actor (ex_window_get_session (window), "a");
  settle (window);
  assert_rows (window, "b d");
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  settle (window);
  assert_rows (window, "a b d");
  close_window (window);
}

static void
test_moved_report_is_seen (void)
{
  ExStore *store = fresh_reviews ();
  g_autoptr (GError) error = NULL;
  ExWindow *window;

  act_as (store, EX_STORE_HR);
  ex_store_take_step (store, REVIEW_CYCLE, "c", EX_STEP_MOVE, "Works for Dee now", "d", &error);
  g_assert_no_error (error);
  window = open_reviews (store, "d");
  assert_rows (window, "c");
  close_window (window);
}

/* --- filters ------------------------------------------------------------------------------------------------------------------------ */

static GtkDropDown *
state_of (ExWindow *window)
{
  return GTK_DROP_DOWN (find_widget (page_of (window), GTK_TYPE_DROP_DOWN, NULL, NULL));
}

static void
press (ExWindow *window, const char *label, gboolean active)
{
  GtkWidget *button = button_of (page_of (window), label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
}

static void
test_filters (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  take_step (store, EX_STORE_HR, "d", EX_STEP_EXCUSE, "On leave");
  window = open_reviews (store, EX_STORE_HR);
  gtk_drop_down_set_selected (state_of (window), 1 + EX_REVIEW_AGREED);
  assert_rows (window, "a");
  gtk_drop_down_set_selected (state_of (window), 1 + EX_REVIEW_DRAFTING);
  assert_rows (window, "b c");
  gtk_drop_down_set_selected (state_of (window), 1 + EX_QUERY_EXCUSED);
  assert_rows (window, "d");
  press (window, "O_verdue", TRUE);
  assert_rows (window, "");
  g_assert_true (says (page_of (window), "No review fits"));
  click (page_of (window), "_Show All");
  assert_rows (window, "a b d");
  g_assert_false (says (page_of (window), "No review fits"));
  press (window, "O_verdue", TRUE);
  assert_rows (window, "b c");
  close_window (window);
}

static void
test_waiting_for_me (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  window = open_reviews (store, "a");
  press (window, "Waiting for _Me", TRUE);
  assert_rows (window, "b d");
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  settle (window);
  assert_rows (window, "");
  close_window (window);
}

static void
test_board_waits_for_hr (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  press (window, "Waiting for _Me", TRUE);
  assert_rows (window, "a");
  close_window (window);
}

static void
test_sorted (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  window = open_reviews (store, EX_STORE_HR);
  sort_by (window, 0, GTK_SORT_DESCENDING);
  assert_rows (window, "d c b a");
  sort_by (window, 2, GTK_SORT_DESCENDING);
  assert_rows (window, "a b c d");
  sort_by (window, 2, GTK_SORT_ASCENDING);
  assert_rows (window, "b c d a");
  gtk_column_view_sort_by_column (table_of (window), NULL, GTK_SORT_ASCENDING);
  assert_rows (window, "a b d");
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/reviews/without leaders offers to bring them in", test_no_leaders);
  g_test_add_func ("/reviews/without a cycle offers to open one", test_no_cycle);
  g_test_add_func ("/reviews/who reviews nobody is led to their own", test_nobody);
  g_test_add_func ("/reviews/one sentence says how far it is", test_sentence);
  g_test_add_func ("/reviews/a manager's sentence is of their own reviews", test_sentence_of_manager);
  g_test_add_func ("/reviews/the sentence follows the phase, the excused count nowhere", test_sentence_by_phase);
  g_test_add_func ("/reviews/a level's bar shows that level alone", test_levels);
  g_test_add_func ("/reviews/the tree opens from the top and stays open", test_tree);
  g_test_add_func ("/reviews/who is not in role is passed over", test_departed);
  g_test_add_func ("/reviews/a manager sees who is below, HR everybody", test_viewers);
  g_test_add_func ("/reviews/a report that was moved is seen by the new reviewer", test_moved_report_is_seen);
  g_test_add_func ("/reviews/filters by state and by what is overdue, and shows all again", test_filters);
  g_test_add_func ("/reviews/what waits for whoever looks", test_waiting_for_me);
  g_test_add_func ("/reviews/what waits for the board waits for HR", test_board_waits_for_hr);
  g_test_add_func ("/reviews/sorted by a column it is flat", test_sorted);
  return g_test_run ();
}
