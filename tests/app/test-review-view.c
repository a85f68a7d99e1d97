/* One leader's review as its reviewer and HR work with it: agreed, shut, assessed, for somebody else. */
#include "config.h"

#include "review-finding.h"

/* --- who and what ---------------------------------------------------------------------------------------------------------------------- */

static void
test_head (void)
{
  ExWindow *window = open_review (at_state ("a", EX_REVIEW_AGREED), EX_STORE_HR, "b");

  g_assert_true (says (view_of (window), "Ben Ito"));
  g_assert_true (says (view_of (window), "drafting"));
  g_assert_true (says (view_of (window), "reviewed by"));
  g_assert_nonnull (find_widget (view_of (window), GTK_TYPE_LABEL, label_has_words, "Ana Okafor"));
  g_assert_true (says (view_of (window), "Ready to be agreed; waiting for Ana Okafor."));
  g_assert_true (mentions (view_of (window), "overdue"));
  g_assert_true (says (view_of (window), "None: the objectives are being drafted."));
  close_window (window);
}

static void
test_own (void)
{
  ExWindow *window = open_review (at_state ("a", EX_REVIEW_AGREED), "b", "b");

  g_assert_cmpstr (ex_window_get_page_name (window), ==, "my-review");
  close_window (window);
}

static void
test_back (void)
{
  ExWindow *window = open_review (at_state ("a", EX_REVIEW_AGREED), EX_STORE_HR, "b");

  g_assert_true (ex_page_can_go_back (EX_PAGE (page_of (window))));
  g_assert_cmpstr (ex_page_get_title (EX_PAGE (page_of (window))), ==, "Review");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_false (ex_page_can_go_back (EX_PAGE (page_of (window))));
  assert_rows (window, "a b d");
  /* Enter, or a double click. */
  g_signal_emit_by_name (table_of (window), "activate", 2u);
  settle (window);
  g_assert_true (says (view_of (window), "Dee Lund"));
  close_window (window);
}

/* --- agree --------------------------------------------------------------------------------------------------------------------------------- */

static void
test_agree (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_AGREED);
  ExWindow *window;

  window = open_review (store, "a", "b");
  assert_menu (window, "Assign _Objectives…, Remind by Mai_l");
  click (view_of (window), "_Agree");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_AGREED }));
  g_assert_null (button_of (view_of (window), "_Agree"));
  assert_menu (window, "_Send Back…, Remind by Mai_l");
  g_assert_true (says (view_of (window), "Objectives agreed"));
  g_assert_true (mentions (view_of (window), "by Ana Okafor"));
  close_window (window);
}

static void
test_refused (void)
{
  ExWindow *window = open_review (fresh_reviews (), "a", "b");

  click (view_of (window), "_Agree");
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "The review of Ben Ito cannot be agreed yet"));
  close_dialog (window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_DRAFTING);
  close_window (window);
}

/* Whoever looks from further up, or from beside, can do nothing. */
static void
test_reader (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_AGREED), "a", "c");

  g_assert_null (button_of (view_of (window), "_Agree"));
  assert_menu (window, "Remind by Mai_l");
  close_window (window);
}

/* --- assess ---------------------------------------------------------------------------------------------------------------------------------- */

/* Ben has rated nobody, not even Ben: Cem's review is shut, with the sentence why and the way there. */
static void
test_shut (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_SELF_ASSESSED);
  ExWindow *window;

  bring_review (store, "b", EX_REVIEW_AGREED);
  bring_review (store, "c", EX_REVIEW_SELF_ASSESSED);
  window = open_review (store, "b", "c");
  g_assert_true (mentions (view_of (window), "Rate yourself first: then you can assess Cem"));
  g_assert_false (is_open (window, "c1"));
  click (view_of (window), "A_ssess");
  wait_until (has_dialog, window);
  close_dialog (window);
  g_assert_cmpint (review_of (window, "c")->state, ==, EX_REVIEW_SELF_ASSESSED);
  click (view_of (window), "_Rate Yourself");
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "my-review");
  close_window (window);
}

/* What is being typed when the button is pressed is part of it. */
static void
test_assess (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_SELF_ASSESSED), "a", "b");

  g_assert_null (button_of (view_of (window), "_Rate Yourself"));
  g_assert_true (is_open (window, "b1"));
  g_assert_true (mentions (rating_row (window, "b1"), "As I see it"));
  rate (window, "b1", 2);
  settle (window);
  click (view_of (window), "A_ssess");
  wait_until (has_dialog, window);
  g_assert_false (mentions (dialog_of (window), "Keep one-year contracts"));
  g_assert_true (mentions (dialog_of (window), "Fewer complaints"));
  close_dialog (window);
  rate (window, "b2", 2);
  rate (window, "b3", 2);
  click (view_of (window), "A_ssess");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_ASSESSED }));
  g_assert_false (is_open (window, "b1"));
  /* Self 4, manager 2. */
  g_assert_true (mentions (view_of (window), "The self ratings of Ben Ito are 2.00 points above those of Ana Okafor."));
  close_window (window);
}

static gpointer
check_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  check_in (store, "b1", ex_day_today () - 1, 61);
  return GINT_TO_POINTER (1);
}

/* A check-in that comes after the actual was confirmed: the row asks anew, and looking alone writes nothing. */
static void
test_confirmed_anew (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_SELF_ASSESSED), "a", "b");
  GtkCheckButton *check;
  gint64 written;

  rate (window, "b1", 2);
  settle (window);
  check = GTK_CHECK_BUTTON (find_widget (rating_row (window, "b1"), GTK_TYPE_CHECK_BUTTON, NULL, NULL));
  g_assert_true (gtk_check_button_get_active (check));
  ex_session_write_async (ex_window_get_session (window), "Check in", check_in_worker, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (window);
  g_assert_false (gtk_check_button_get_active (check));
  written = ex_session_get_undo (ex_window_get_session (window))->number;
  ex_window_show_page (window, "leaders");
  settle (window);
  ex_window_show_page (window, "reviews");
  settle (window);
  g_assert_cmpint (ex_session_get_undo (ex_window_get_session (window))->number, ==, written);
  gtk_check_button_set_active (check, TRUE);
  settle (window);
  g_assert_cmpint (ex_session_get_undo (ex_window_get_session (window))->number, >, written);
  g_assert_true (gtk_check_button_get_active (check));
  close_window (window);
}

static void
test_hidden_until_assessed (void)
{
  ExStore *store = at_state ("ab", EX_REVIEW_SELF_ASSESSED);
  ExWindow *window;

  rate_all (store, "a", "b", EX_ROLE_MANAGER, "a", 2, "A draft of Ana’s");
  window = open_review (store, EX_STORE_HR, "b");
  g_assert_false (mentions (view_of (window), "A draft of Ana’s"));
  g_assert_false (is_open (window, "b1"));
  g_assert_false (mentions (view_of (window), "points above"));
  close_window (window);
}

static void
test_on_behalf (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_SELF_ASSESSED), EX_STORE_HR, "b");

  g_assert_false (is_open (window, "b1"));
  g_assert_true (gtk_widget_activate_action (view_of (window), "review.behalf", NULL));
  settle (window);
  g_assert_true (mentions (view_of (window), "You write the ratings of Ana Okafor."));
  g_assert_true (is_open (window, "b1"));
  rate (window, "b1", 3);
  rate (window, "b2", 3);
  rate (window, "b3", 3);
  click (view_of (window), "A_ssess");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_ASSESSED }));
  g_assert_cmpstr (review_of (window, "b")->assessed_by, ==, "a");
  close_window (window);
}

static void
test_submit_on_behalf (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_SELF_ASSESSED);
  ExWindow *window;

  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_review (store, EX_STORE_HR, "b");
  g_assert_true (gtk_widget_activate_action (view_of (window), "review.behalf", NULL));
  settle (window);
  rate (window, "b1", 3);
  rate (window, "b2", 3);
  rate (window, "b3", 3);
  click (view_of (window), "_Submit for Ben Ito");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_SELF_ASSESSED }));
  g_assert_false (mentions (view_of (window), "You write the ratings"));
  close_window (window);
}

/* The board has no page of its own: HR rates and signs for it. */
static void
test_board (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_SELF_ASSESSED);
  ExWindow *window = open_review (store, EX_STORE_HR, "a");

  g_assert_true (says (view_of (window), "the board"));
  g_assert_true (is_open (window, "a1"));
  rate (window, "a1", 3);
  rate (window, "a2", 3);
  rate (window, "a3", 3);
  click (view_of (window), "A_ssess");
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_ASSESSED }));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/review/says who, where it stands, whom it waits for and since when", test_head);
  g_test_add_func ("/review/one's own is on one's own page", test_own);
  g_test_add_func ("/review/back to the list, and by Enter to another", test_back);
  g_test_add_func ("/review/agreed by who reviews", test_agree);
  g_test_add_func ("/review/a refusal lists what is missing", test_refused);
  g_test_add_func ("/review/who does not review only reads", test_reader);
  g_test_add_func ("/review/shut until the reviewer has rated themself", test_shut);
  g_test_add_func ("/review/assessed with what is being typed", test_assess);
  g_test_add_func ("/review/an actual is confirmed anew after a check-in", test_confirmed_anew);
  g_test_add_func ("/review/a reviewer's draft is nobody else's", test_hidden_until_assessed);
  g_test_add_func ("/review/HR rates for a reviewer who cannot", test_on_behalf);
  g_test_add_func ("/review/HR submits for a leader who cannot", test_submit_on_behalf);
  g_test_add_func ("/review/HR rates for the board", test_board);
  return g_test_run ();
}
