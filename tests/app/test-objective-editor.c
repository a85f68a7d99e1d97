/* The editor of an objective: what it says while somebody types, parents, weights, and changes once it is agreed. */
#include "config.h"

#include "my-review-finding.h"

#include "app/ex-objective-dialog.h"
#include "app/ex-parent-chooser.h"

#include <math.h>

/* --- finding and doing --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
edit (ExWindow *window, const char *id, const char *leader_id)
{
  ex_objective_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), id, leader_id);
  wait_until (has_dialog, window);
  return dialog_of (window);
}

static void
close_dialog (ExWindow *window)
{
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
}

/* --- while typing ------------------------------------------------------------------------------------------------------------------- */

static void
test_hints (void)
{
  ExWindow *window = open_as (fresh_reviews (), "b");
  GtkWidget *dialog = edit (window, NULL, "b");

  type (dialog, "_Title", "Win calls");
  g_assert_true (says (row_titled (dialog, "_Unit"), "still needed"));
  g_assert_true (says (row_titled (dialog, "_Source of the data"), "still needed"));
  g_assert_true (says (row_titled (dialog, "_Baseline"), "still needed"));
  g_assert_true (says (row_titled (dialog, "_Weight in the review, in percent"), "the review has 100 %"));
  type (dialog, "_Unit", "calls");
  g_assert_false (says (row_titled (dialog, "_Unit"), "still needed"));
  type (dialog, "_Baseline", "10");
  type (dialog, "Ta_rget", "10");
  g_assert_true (says (row_titled (dialog, "Ta_rget"), "the same as the baseline"));
  type (dialog, "Ta_rget", "20");
  g_assert_false (says (row_titled (dialog, "Ta_rget"), "the same as the baseline"));
  type (dialog, "_Weight in the review, in percent", "10");
  g_assert_true (says (row_titled (dialog, "_Weight in the review, in percent"), "the review has 10 % too much"));
  g_assert_true (says (row_titled (dialog, "Why it has _no parent"), "still needed"));
  type (dialog, "Why it has _no parent", "Only here");
  g_assert_false (says (row_titled (dialog, "Why it has _no parent"), "still needed"));
  /* Whose it is does not change one's own. */
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "_Leader")));
  close_dialog (window);
  close_window (window);
}

static void
test_parents (void)
{
  ExWindow *window = open_as (fresh_reviews (), "c");
  GtkWidget *dialog = edit (window, "c3", NULL);
  ExParentChooser *chooser = EX_PARENT_CHOOSER (find_widget (dialog, EX_TYPE_PARENT_CHOOSER, NULL, NULL));

  /* Of Ben, then of Ana; not of Dee beside. */
  g_assert_cmpuint (ex_parent_chooser_n (chooser), ==, 6);
  g_assert_null (ex_parent_chooser_get_id (chooser));
  ex_parent_chooser_choose (chooser, "b2");
  settle (window);
  g_assert_cmpstr (objective_of (window, "c3")->parent_id, ==, "b2");
  close_dialog (window);
  close_window (window);
}

static void
test_top (void)
{
  ExWindow *window = open_as (fresh_reviews (), "a");
  GtkWidget *dialog = edit (window, NULL, "a");

  type (dialog, "_Title", "Keep them all");
  g_assert_false (says (row_titled (dialog, "Why it has _no parent"), "still needed"));
  close_dialog (window);
  close_window (window);
}

static void
test_remove (void)
{
  ExWindow *window = open_as (fresh_reviews (), "b");
  GtkWidget *dialog = edit (window, "b3", NULL);

  click (dialog, "_Remove This Objective");
  wait_until (has_no_dialog, window);
  g_assert_null (objective_of (window, "b3"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle (window);
  g_assert_nonnull (objective_of (window, "b3"));
  close_window (window);
}

/* --- once it is agreed --------------------------------------------------------------------------------------------------------------- */

static ExStore *
agreed (void)
{
  ExStore *store = fresh_reviews ();

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  return store;
}

static void
give_reason (ExWindow *window, GtkWidget *dialog, const char *words)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (dialog) && gtk_widget_get_mapped (l->data))
      {
        GtkTextView *text = GTK_TEXT_VIEW (find_widget (l->data, GTK_TYPE_TEXT_VIEW, NULL, NULL));

        gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), words, -1);
        click (l->data, "_Propose");
        return;
      }
  g_assert_not_reached ();
}

static void
test_amend (void)
{
  ExWindow *window = open_as (agreed (), "b");
  GtkWidget *dialog = edit (window, "b1", NULL);
  ExReviews *reviews;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Propose an Amendment");
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "_Unit")));
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "_Source of the data")));
  g_assert_true (gtk_widget_is_sensitive (row_titled (dialog, "Ta_rget")));
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Propose…")));

  /* One weight alone leaves the review without its 100 %. */
  type (dialog, "_Weight in the review, in percent", "50");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Propose…")));
  type (dialog, "Fewer complaints", "15");
  type (dialog, "Ta_rget", "86");
  g_assert_true (says (dialog, "It can be proposed: Ana Okafor decides."));
  click (dialog, "_Propose…");
  give_reason (window, dialog, "The contract base halved");
  wait_until (has_no_dialog, window);

  /* Nothing has changed but that it is proposed. */
  g_assert_cmpfloat (objective_of (window, "b1")->target, ==, 88);
  reviews = ex_session_get_reviews (ex_window_get_session (window));
  g_assert_cmpuint (ex_reviews_n_amendments (reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), "b")), ==, 1);

  /* One at a time. */
  dialog = edit (window, "b2", NULL);
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "Ta_rget")));
  g_assert_null (button_of (dialog, "_Propose…"));
  g_assert_true (mentions (dialog, "An amendment is proposed already"));
  close_dialog (window);

  /* The words of it change at once. */
  dialog = edit (window, "b2", NULL);
  type (dialog, "_Title", "Answer in 30 seconds");
  close_dialog (window);
  settle (window);
  g_assert_cmpstr (objective_of (window, "b2")->title, ==, "Answer in 30 seconds");
  close_window (window);
}

static void
test_decide (void)
{
  ExStore *store = agreed ();
  g_autoptr (ExAmendment) amendment = ex_amendment_new (REVIEW_CYCLE, "b", "The base halved");
  g_autoptr (GPtrArray) objectives = ex_store_list_objectives (store, REVIEW_CYCLE, NULL);
  ExWindow *window;
  GtkWidget *page;

  for (guint i = 0; i < objectives->len; i++)
    if (g_str_equal (((ExObjective *) g_ptr_array_index (objectives, i))->id, "b1"))
      g_ptr_array_add (amendment->after, ex_objective_copy (g_ptr_array_index (objectives, i)));
  ((ExObjective *) g_ptr_array_index (amendment->after, 0))->target = 86;
  act_as (store, "b");
  g_assert_true (ex_store_propose_amendment (store, amendment, NULL));

  /* Who proposed it reads it, before and after; accepting is not theirs. */
  window = open_as (store, "b");
  ex_window_show_page (window, "my-review");
  settle (window);
  page = ex_window_get_page (window, "my-review");
  g_assert_true (says (page, "The base halved"));
  g_assert_true (mentions (page, "Target 88"));
  g_assert_null (button_of (page, "_Accept"));
  g_assert_nonnull (button_of (page, "_Withdraw"));

  ex_session_set_actor (ex_window_get_session (window), EX_STORE_HR);
  settle (window);
  ex_session_set_actor (ex_window_get_session (window), "b");
  settle (window);
  click (page, "_Withdraw");
  settle (window);
  g_assert_true (mentions (page, "withdrawn"));
  g_assert_cmpfloat (objective_of (window, "b1")->target, ==, 88);
  close_window (window);
}

static void
test_shut (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog;

  bring_review (store, "a", EX_REVIEW_ASSESSED);
  window = open_as (store, "a");
  dialog = edit (window, "a1", NULL);
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "_Title")));
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "Ta_rget")));
  g_assert_null (button_of (dialog, "_Propose…"));
  g_assert_null (button_of (dialog, "_Remove This Objective"));
  close_dialog (window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/objective-editor/says-beside-each-field-what-is-still-needed", test_hints);
  g_test_add_func ("/app/objective-editor/offers-the-objectives-above", test_parents);
  g_test_add_func ("/app/objective-editor/a-top-needs-no-parent", test_top);
  g_test_add_func ("/app/objective-editor/a-draft-is-removed-and-comes-back", test_remove);
  g_test_add_func ("/app/objective-editor/what-is-agreed-changes-by-a-proposal", test_amend);
  g_test_add_func ("/app/objective-editor/a-proposal-is-read-and-withdrawn", test_decide);
  g_test_add_func ("/app/objective-editor/nothing-changes-once-assessed", test_shut);
  return g_test_run ();
}
