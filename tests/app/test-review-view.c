/* One leader's review as its reviewer and HR work with it. */
#include "config.h"

#include "reviews-finding.h"

#include "app/ex-page.h"
#include "app/ex-rating-choice.h"
#include "app/ex-rating-row.h"
#include "app/ex-review-view.h"

/* --- finding ---------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
view_of (ExWindow *window)
{
  return find_widget (page_of (window), EX_TYPE_REVIEW_VIEW, NULL, NULL);
}

static void
show_review (ExWindow *window, const char *leader_id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", leader_id);
  settle (window);
}

static ExWindow *
open_review (ExStore *store, const char *actor, const char *leader_id)
{
  ExWindow *window = open_reviews (store, actor);

  show_review (window, leader_id);
  return window;
}

static gboolean
is_row_of (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (ex_rating_row_get_objective (EX_RATING_ROW (widget)), id) == 0;
}

static GtkWidget *
rating_row (ExWindow *window, const char *objective_id)
{
  GtkWidget *row = find_widget (view_of (window), EX_TYPE_RATING_ROW, is_row_of, (gpointer) objective_id);

  g_assert_nonnull (row);
  return row;
}

/* Whether the ratings can be written. */
static gboolean
is_open (ExWindow *window, const char *objective_id)
{
  GtkWidget *choice = find_widget (rating_row (window, objective_id), EX_TYPE_RATING_CHOICE, NULL, NULL);

  return choice != NULL && gtk_widget_get_mapped (choice);
}

static gboolean
reads (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
rate (ExWindow *window, const char *objective_id, int rating)
{
  g_autofree char *label = g_strdup_printf ("%d", rating);
  GtkWidget *row = rating_row (window, objective_id);
  GtkWidget *button = find_widget (row, GTK_TYPE_TOGGLE_BUTTON, reads, label);
  GtkWidget *check = find_widget (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (row, GTK_TYPE_TEXT_VIEW, NULL, NULL))), "As it looks", -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (check != NULL && gtk_widget_get_mapped (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

/* The page's own, not one of a figure's. */
static gboolean
reads_more (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "_More") == 0;
}

/* The labels of the menu, ", " between. (transfer full) */
static char *
menu_text (ExWindow *window)
{
  GtkWidget *more = find_widget (view_of (window), GTK_TYPE_MENU_BUTTON, reads_more, NULL);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more));
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (text, FALSE);
}

#define assert_menu(window, wanted)              \
  G_STMT_START                                   \
  {                                              \
    g_autofree char *found = menu_text (window); \
    g_assert_cmpstr (found, ==, wanted);         \
  }                                              \
  G_STMT_END

typedef struct
{
  ExWindow     *window;
  const char   *leader;
  ExReviewState state;
} Wanted;

static gboolean
is_in_state (gpointer data)
{
  const Wanted *wanted = data;

  return ex_window_is_settled (wanted->window) && review_of (wanted->window, wanted->leader)->state == wanted->state;
}

static ExStore *
at_state (const char *leaders, ExReviewState state)
{
  ExStore *store = fresh_reviews ();

  for (guint i = 0; leaders[i] != '\0'; i++)
    {
      const char id[] = { leaders[i], '\0' };

      bring_review (store, id, state);
    }
  return store;
}

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

/* Ben has not rated himself: Cem's review is shut, with the sentence why and the way there. */
static void
test_shut (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_SELF_ASSESSED);
  ExWindow *window;

  bring_review (store, "b", EX_REVIEW_AGREED);
  bring_review (store, "c", EX_REVIEW_SELF_ASSESSED);
  window = open_review (store, "b", "c");
  g_assert_true (mentions (view_of (window), "rated themself") || mentions (view_of (window), "yourself") || mentions (view_of (window), "Ben Ito"));
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

/* --- sign ---------------------------------------------------------------------------------------------------------------------------------------- */

static gboolean
a_has_reviewers_signature (gpointer window)
{
  return ex_window_is_settled (window) && review_of (window, "a")->reviewer_signed != NULL;
}

static void
answer (ExWindow *window, const char *label)
{
  wait_until (has_dialog, window);
  click (dialog_of (window), label);
  wait_until (has_no_dialog, window);
}

static void
test_sign (void)
{
  ExStore *store = at_state ("a", EX_REVIEW_ASSESSED);
  ExWindow *window;

  advance_cycle_to (store, EX_PHASE_SIGN);
  window = open_review (store, EX_STORE_HR, "a");
  /* For the board: asked once, without a reason. */
  click (view_of (window), "_Sign");
  wait_until (has_dialog, window);
  g_assert_true (says (dialog_of (window), "Sign the review of Ana Okafor?"));
  answer (window, "_Cancel");
  g_assert_null (review_of (window, "a")->reviewer_signed);
  click (view_of (window), "_Sign");
  answer (window, "_Sign");
  wait_until (a_has_reviewers_signature, window);
  g_assert_true (says (view_of (window), "Signed by the board as the reviewer"));
  /* For Ana, who cannot: only with a reason. */
  click (view_of (window), "_Sign for Ana Okafor");
  give_reason (window, "Has left the country", "_Sign");
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_SIGNED }));
  g_assert_true (says (view_of (window), "Signed by HR for Ana Okafor"));
  g_assert_true (mentions (view_of (window), "Has left the country"));
  assert_menu (window, "Re-o_pen…");
  g_assert_true (gtk_widget_activate_action (view_of (window), "review.reopen", NULL));
  give_reason (window, "The wrong year", "Re-o_pen");
  wait_until (is_in_state, (&(Wanted) { window, "a", EX_REVIEW_ASSESSED }));
  g_assert_true (says (view_of (window), "Re-opened"));
  close_window (window);
}

static void
test_signed_is_read (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_SIGNED), "a", "b");
  GtkWidget *more = find_widget (view_of (window), GTK_TYPE_MENU_BUTTON, reads_more, NULL);

  g_assert_null (button_of (view_of (window), "_Sign"));
  g_assert_true (more == NULL || !gtk_widget_get_mapped (more));
  g_assert_false (is_open (window, "b1"));
  close_window (window);
}

/* --- the private note ----------------------------------------------------------------------------------------------------------------------------- */

static GtkTextView *
note_of (ExWindow *window)
{
  GtkWidget *note = part_of (view_of (window), "ExReviewNote");

  g_assert_true (gtk_widget_get_mapped (note));
  return GTK_TEXT_VIEW (find_widget (note, GTK_TYPE_TEXT_VIEW, NULL, NULL));
}

static char *
note_text (ExWindow *window)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (note_of (window)), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

static gboolean
note_is_kept (gpointer window)
{
  return ex_window_is_settled (window) && says (view_of (window), "Note saved");
}

static void
test_note (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_AGREED), "a", "b");
  g_autofree char *again = NULL;
  g_autofree char *of_hr = NULL;

  g_assert_true (mentions (view_of (window), "Ben Ito never sees it"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (note_of (window)), "Ready for more", -1);
  wait_until (note_is_kept, window);
  show_review (window, "d");
  show_review (window, "b");
  again = note_text (window);
  g_assert_cmpstr (again, ==, "Ready for more");
  /* Somebody else has their own. */
  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  settle (window);
  of_hr = note_text (window);
  g_assert_cmpstr (of_hr, ==, "");
  close_window (window);
}

/* Typed, and gone at once to another review: neither lost nor put down to the other. */
static void
test_note_follows (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_AGREED), "a", "b");
  g_autofree char *of_b = NULL;
  g_autofree char *of_d = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (note_of (window)), "About Ben", -1);
  show_review (window, "d");
  of_d = note_text (window);
  g_assert_cmpstr (of_d, ==, "");
  show_review (window, "b");
  of_b = note_text (window);
  g_assert_cmpstr (of_b, ==, "About Ben");
  close_window (window);
}

/* --- menus ----------------------------------------------------------------------------------------------------------------------------------------- */

static void
test_menu_of_hr (void)
{
  ExWindow *window = open_review (at_state ("ab", EX_REVIEW_SELF_ASSESSED), EX_STORE_HR, "b");

  assert_menu (window, "_Send Back…, _Excuse…, _Move to Another Reviewer…, O_bservers…, Remind by Mai_l, _Rate for Ana Okafor");
  g_assert_true (gtk_widget_activate_action (view_of (window), "review.send-back", NULL));
  give_reason (window, "The figures of May are wrong", "_Send Back");
  wait_until (is_in_state, (&(Wanted) { window, "b", EX_REVIEW_AGREED }));
  g_assert_true (says (view_of (window), "Sent back: now agreed"));
  g_assert_true (mentions (view_of (window), "The figures of May are wrong"));
  g_assert_true (gtk_widget_activate_action (view_of (window), "review.excuse", NULL));
  give_reason (window, "On leave", "_Excuse");
  settle (window);
  g_assert_true (says (view_of (window), "Excused: On leave"));
  assert_menu (window, "Re-o_pen…");
  close_window (window);
}

/* --- amendments ---------------------------------------------------------------------------------------------------------------------------------------- */

static void
propose (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, REVIEW_CYCLE, &error);
  ExAmendment *amendment = ex_amendment_new (REVIEW_CYCLE, "b", "The market shrank");

  for (guint i = 0; i < objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);
      ExObjective *after;

      if (!g_str_equal (objective->id, "b1"))
        continue;
      after = ex_objective_copy (objective);
      after->target = 85;
      g_ptr_array_add (amendment->after, after);
    }
  act_as (store, "b");
  ex_store_propose_amendment (store, amendment, &error);
  g_assert_no_error (error);
  ex_amendment_free (amendment);
}

static gboolean
target_is_amended (gpointer window)
{
  ExCompany *company = ex_session_get_company (ex_window_get_session (window));
  int index = ex_company_find_objective (company, "b1");

  return ex_window_is_settled (window) && ex_company_get_objective (company, (guint) index)->target == 85;
}

static void
test_amendment (void)
{
  ExStore *store = at_state ("ab", EX_REVIEW_AGREED);
  ExWindow *window;

  propose (store);
  window = open_review (store, "a", "b");
  g_assert_true (mentions (view_of (window), "The market shrank"));
  click (view_of (window), "_Accept");
  wait_until (target_is_amended, window);
  g_assert_null (button_of (view_of (window), "_Accept"));
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
  g_test_add_func ("/review/signed for the board, for somebody with a reason, and re-opened", test_sign);
  g_test_add_func ("/review/a signed one is only read", test_signed_is_read);
  g_test_add_func ("/review/a private note is its author's", test_note);
  g_test_add_func ("/review/a note follows its leader", test_note_follows);
  g_test_add_func ("/review/HR's menu: sent back, excused, re-opened", test_menu_of_hr);
  g_test_add_func ("/review/an amendment is accepted", test_amendment);
  return g_test_run ();
}
