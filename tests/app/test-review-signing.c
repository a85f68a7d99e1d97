/* One leader's review from the signatures on, its private note, its menu and its amendments. */
#include "config.h"

#include "review-finding.h"

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
  g_assert_null (button_of (GTK_WIDGET (window), "_Undo")); /* nor does the toast offer what would be refused */
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
  g_test_add_func ("/review/signed for the board, for somebody with a reason, and re-opened", test_sign);
  g_test_add_func ("/review/a signed one is only read", test_signed_is_read);
  g_test_add_func ("/review/a private note is its author's", test_note);
  g_test_add_func ("/review/a note follows its leader", test_note_follows);
  g_test_add_func ("/review/HR's menu: sent back, excused, re-opened", test_menu_of_hr);
  g_test_add_func ("/review/an amendment is accepted", test_amendment);
  return g_test_run ();
}
