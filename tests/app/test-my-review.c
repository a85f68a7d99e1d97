/* My Review, as a leader finds it from the first objective to the signature. */
#include "config.h"

#include "my-review-finding.h"

#include "app/ex-todo-list.h"

/* --- states of the page ------------------------------------------------------------------------------------------------------------- */

static void
test_hr (void)
{
  ExWindow *window = open_as (fresh_reviews (), EX_STORE_HR);

  g_assert_true (says (page_of (window), "You are HR here."));
  g_assert_nonnull (button_of (page_of (window), "I _am …"));
  g_assert_false (mentions (page_of (window), "Your objectives"));
  ex_session_set_actor (ex_window_get_session (window), "b");
  settle (window);
  g_assert_null (button_of (page_of (window), "I _am …"));
  g_assert_true (says (page_of (window), "Your objectives"));
  close_window (window);
}

static guint
count_todo (ExWindow *window)
{
  GtkWidget *list = gtk_widget_get_first_child (find_widget (page_of (window), EX_TYPE_TODO_LIST, NULL, NULL));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static void
show_more_todo (ExWindow *window)
{
  GtkWidget *list = gtk_widget_get_first_child (find_widget (page_of (window), EX_TYPE_TODO_LIST, NULL, NULL));

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) count_todo (window) - 1)));
  settle (window);
}

/* A company of hundreds without managers: the window goes on answering. */
static void
test_long_list (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  guint n;

  for (guint i = 0; i < 230; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);
      g_autoptr (ExLeader) leader = ex_leader_new (id, id);

      g_assert_true (ex_store_save_leader (store, leader, NULL));
    }
  window = open_as (store, EX_STORE_HR);
  n = ex_session_get_todo (ex_window_get_session (window))->len;
  g_assert_cmpuint (n, >, 230);
  g_assert_cmpuint (count_todo (window), ==, 8 + 1);
  g_assert_true (mentions (page_of (window), "more."));
  show_more_todo (window);
  g_assert_cmpuint (count_todo (window), ==, 208 + 1);
  g_assert_true (mentions (page_of (window), "Show all"));
  show_more_todo (window);
  g_assert_cmpuint (count_todo (window), ==, n);
  close_window (window);
}

static void
test_no_cycle (void)
{
  g_autofree char *path = fresh_path ("no-cycle.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Fresh", "EUR");

  ex_store_close (ex_store_create (path, info, NULL));
  {
    ExWindow *window = open_window (path);

    ex_window_show_page (window, "my-review");
    settle (window);
    g_assert_true (says (page_of (window), "No review cycle yet"));
    close_window (window);
  }
}

static void
test_not_taking_part (void)
{
  ExStore *store = fresh_reviews ();
  g_autoptr (ExLeader) leader = ex_leader_new ("e", "Eva Gone");
  ExWindow *window;

  leader->manager_id = g_strdup ("a");
  leader->to = ex_day_new (2025, 6, 30);
  g_assert_true (ex_store_save_leader (store, leader, NULL));
  window = open_as (store, "e");
  g_assert_true (says (page_of (window), "You take no part in FY 2026."));
  g_assert_false (mentions (page_of (window), "Your objectives"));
  close_window (window);
}

static void
test_excused (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  take_step (store, EX_STORE_HR, "b", EX_STEP_EXCUSE, "On parental leave");
  window = open_as (store, "b");
  g_assert_true (says (page_of (window), "You are excused from FY 2026."));
  g_assert_true (says (page_of (window), "On parental leave"));
  close_window (window);
}

/* --- drafting -------------------------------------------------------------------------------------------------------------------------- */

static void
test_drafting (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  g_assert_true (ex_store_remove_objective (store, "b3", NULL));
  window = open_as (store, "b");
  g_assert_true (says (page_of (window), "Your objectives for FY 2026 are not complete yet."));
  g_assert_true (says (page_of (window), "Before they can be agreed"));
  g_assert_nonnull (button_of (page_of (window), "_Add an Objective…"));

  /* Weights first, in one click. */
  click (page_of (window), "_Spread the Weights");
  settle (window);
  {
    ExCompany *company = ex_session_get_company (ex_window_get_session (window));

    g_assert_cmpint (ex_company_get_standing (company, (guint) ex_company_find_leader (company, "b"))->weight, ==, 10000);
  }
  g_assert_null (button_of (page_of (window), "_Spread the Weights"));

  click (page_of (window), "_Add an Objective…");
  wait_until (has_dialog, window);
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
  close_window (window);
}

static void
test_complete (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_AGREED);
  window = open_as (store, "b");
  g_assert_true (says (page_of (window), "Your objectives for FY 2026 are complete: Ana Okafor can agree them."));
  g_assert_false (mentions (page_of (window), "Before they can be agreed"));
  close_window (window);
}

/* --- what is next --------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_titled (GtkWidget *widget, gpointer words)
{
  const char *title = ADW_IS_PREFERENCES_ROW (widget) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) : NULL;

  return title != NULL && strstr (title, words) != NULL;
}

/* Enter on a row. */
static void
activate_todo (ExWindow *window, const char *words)
{
  GtkWidget *row = find_widget (page_of (window), ADW_TYPE_ACTION_ROW, is_titled, (gpointer) words);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (row));
}

static gboolean
is_at_first_rating (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *row = rating_row (page_of (window), "b1");

  return focus != NULL && row != NULL && gtk_widget_is_ancestor (focus, row);
}

static void
test_todo (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");

  activate_todo (window, "“Keep one-year contracts”");
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "Check In"));
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);

  /* To the first objective that has no rating yet. */
  activate_todo (window, "Rate yourself");
  wait_until (is_at_first_rating, window);
  close_window (window);
}

/* --- what is hidden, and when it is shown ------------------------------------------------------------------------------------------ */

static ExStore *
assessed (void)
{
  ExStore *store = fresh_reviews ();

  bring_review (store, "a", EX_REVIEW_ASSESSED);
  bring_review (store, "b", EX_REVIEW_ASSESSED);
  act_as (store, "a");
  g_assert_true (ex_store_save_note (store, REVIEW_CYCLE, "b", "A secret of the manager", NULL));
  return store;
}

static void
test_unseen (void)
{
  ExWindow *window = open_as (assessed (), "b");

  g_assert_true (says (page_of (window), "You are assessed. You see your ratings as soon as the cycle is in Sign."));
  g_assert_true (mentions (page_of (window), "As I see it"));
  g_assert_false (mentions (page_of (window), "As it looks from above"));
  g_assert_false (mentions (page_of (window), "A secret of the manager"));
  g_assert_false (mentions (page_of (window), "Ana Okafor: 2"));
  close_window (window);
}

static void
test_read_and_sign (void)
{
  ExStore *store = assessed ();
  ExWindow *window;

  advance_cycle_to (store, EX_PHASE_SIGN);
  window = open_as (store, "b");
  g_assert_true (says (page_of (window), "Your review is there to read. Ana Okafor signs it first, then you."));
  g_assert_true (mentions (page_of (window), "As it looks from above"));
  g_assert_true (says (page_of (window), "You rate yourself 2.0 above Ana Okafor."));
  g_assert_false (mentions (page_of (window), "A secret of the manager"));
  g_assert_null (button_of (page_of (window), "_Sign…"));
  close_window (window);
}

static void
fill_reason (GtkWidget *dialog, const char *words)
{
  GtkTextView *text = GTK_TEXT_VIEW (find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), words, -1);
}

static void
test_dissent_and_sign (void)
{
  ExStore *store = assessed ();
  ExWindow *window;

  advance_cycle_to (store, EX_PHASE_SIGN);
  take_step (store, EX_STORE_HR, "a", EX_STEP_SIGN, NULL);
  take_step (store, "a", "a", EX_STEP_SIGN, NULL);
  take_step (store, "a", "b", EX_STEP_SIGN, NULL);
  window = open_as (store, "b");
  g_assert_true (says (page_of (window), "Read your review, and sign it."));

  click (page_of (window), "Add a _Dissent…");
  wait_until (has_dialog, window);
  fill_reason (dialog_of (window), "The market halved");
  click (dialog_of (window), "_Add the Dissent");
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_true (says (page_of (window), "The market halved"));

  /* The one thing here that is asked for twice. */
  click (page_of (window), "_Sign…");
  wait_until (has_dialog, window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_ASSESSED);
  click (dialog_of (window), "_Sign");
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_SIGNED);
  g_assert_true (says (page_of (window), "Your review of FY 2026 is signed."));
  g_assert_null (button_of (page_of (window), "_Sign…"));
  close_window (window);
}

/* --- observing ----------------------------------------------------------------------------------------------------------------------- */

static void
test_observe (void)
{
  ExStore *store = agreed_in_assess ();
  const char *observers[] = { "d", "c", "e", NULL };
  g_autoptr (ExLeader) eva = ex_leader_new ("e", "Eva Roth");
  ExWindow *window;
  GtkWidget *row;

  act_as (store, EX_STORE_HR);
  eva->manager_id = g_strdup ("a");
  g_assert_true (ex_store_save_leader (store, eva, NULL));
  g_assert_true (ex_store_set_observers (store, REVIEW_CYCLE, "b", observers, NULL));
  window = open_as (store, "d");
  g_assert_true (says (page_of (window), "Whom you observe"));
  ex_page_show (EX_PAGE (page_of (window)), "observe", "b");
  settle (window);
  g_assert_true (ex_page_can_go_back (EX_PAGE (page_of (window))));
  row = rating_row (page_of (window), "b1");
  choose_rating (row, 5);
  settle (window);
  ex_page_go_back (EX_PAGE (page_of (window)));
  settle (window);
  g_assert_true (says (page_of (window), "You have rated 1 of 3 objectives."));

  /* Whom nobody asked does not get there. */
  ex_page_show (EX_PAGE (page_of (window)), "observe", "c");
  settle (window);
  g_assert_false (ex_page_can_go_back (EX_PAGE (page_of (window))));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/my-review/hr-is-told-who-it-is-and-what-is-next", test_hr);
  g_test_add_func ("/app/my-review/a-long-list-comes-in-pieces", test_long_list);
  g_test_add_func ("/app/my-review/without-a-cycle-it-says-what-comes-first", test_no_cycle);
  g_test_add_func ("/app/my-review/who-takes-no-part-is-told-so", test_not_taking_part);
  g_test_add_func ("/app/my-review/who-is-excused-reads-why", test_excused);
  g_test_add_func ("/app/my-review/drafting-lists-what-is-missing-and-mends-it", test_drafting);
  g_test_add_func ("/app/my-review/complete-objectives-wait-for-the-manager", test_complete);
  g_test_add_func ("/app/my-review/what-is-next-opens-what-it-asks-for", test_todo);
  g_test_add_func ("/app/my-review/the-managers-rating-is-nowhere-before-sign", test_unseen);
  g_test_add_func ("/app/my-review/from-sign-on-it-is-read", test_read_and_sign);
  g_test_add_func ("/app/my-review/a-dissent-then-the-signature-asked-for-twice", test_dissent_and_sign);
  g_test_add_func ("/app/my-review/an-observer-rates-whom-they-were-asked-to", test_observe);
  return g_test_run ();
}
