/* My Review, as a leader uses it from the first objective to the signature. */
#include "config.h"

#include "app-fixture.h"
#include "review-company.h"

#include "app/ex-page.h"
#include "app/ex-rating-choice.h"
#include "app/ex-rating-row.h"

#include <adwaita.h>
#include <string.h>

/* --- finding and doing --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
page_of (ExWindow *window)
{
  return ex_window_get_page (window, "my-review");
}

static ExReviews *
reviews_of (ExWindow *window)
{
  return ex_session_get_reviews (ex_window_get_session (window));
}

static const ExReview *
review_of (ExWindow *window, const char *leader_id)
{
  ExReviews *reviews = reviews_of (window);

  return ex_reviews_get (reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id));
}

/* Takes the store, closes it, opens the window on it as @actor. */
static ExWindow *
open_as (ExStore *store, const char *actor)
{
  g_autofree char *path = g_strdup (ex_store_get_path (store));
  ExWindow *window;

  ex_store_close (store);
  window = open_window (path);
  ex_session_set_actor (ex_window_get_session (window), actor);
  ex_window_show_page (window, "my-review");
  settle (window);
  return window;
}

static ExStore *
fresh_reviews (void)
{
  g_autofree char *path = fresh_path ("my-review.exemplar");

  return make_reviews (path);
}

static gboolean
has_words (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* Anywhere in a label in view. */
static gboolean
mentions (GtkWidget *root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, has_words, (gpointer) words) != NULL;
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = button_of (root, label);

  g_test_message ("clicking “%s”", label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_row_of (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (ex_rating_row_get_objective (EX_RATING_ROW (widget)), id) == 0;
}

static GtkWidget *
rating_row (GtkWidget *root, const char *objective_id)
{
  GtkWidget *row = find_widget (root, EX_TYPE_RATING_ROW, is_row_of, (gpointer) objective_id);

  g_assert_nonnull (row);
  return row;
}

static GtkTextView *
comment_of (GtkWidget *row)
{
  return GTK_TEXT_VIEW (find_widget (row, GTK_TYPE_TEXT_VIEW, NULL, NULL));
}

static void
type_comment (GtkWidget *row, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (comment_of (row)), text, -1);
}

static char *
typed_comment (GtkWidget *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (comment_of (row));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
reads (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
choose_rating (GtkWidget *row, int rating)
{
  g_autofree char *label = g_strdup_printf ("%d", rating);
  GtkWidget *button = find_widget (row, GTK_TYPE_TOGGLE_BUTTON, reads, label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static const ExMark *
self_mark (ExWindow *window, const char *objective_id)
{
  ExReviews *reviews = reviews_of (window);

  return ex_reviews_get_self (reviews, (guint) ex_company_find_objective (ex_reviews_get_company (reviews), objective_id));
}

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

/* --- rating oneself ---------------------------------------------------------------------------------------------------------------- */

static ExStore *
agreed_in_assess (void)
{
  ExStore *store = fresh_reviews ();

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  bring_review (store, "c", EX_REVIEW_AGREED);
  advance_cycle_to (store, EX_PHASE_ASSESS);
  return store;
}

typedef struct
{
  ExWindow   *window;
  const char *objective;
  int         rating;
  gboolean    commented;
} Kept;

static gboolean
is_kept (gpointer data)
{
  const Kept *kept = data;
  const ExMark *mark = self_mark (kept->window, kept->objective);

  return ex_window_is_settled (kept->window) && mark != NULL && mark->rating == kept->rating && mark->commented == kept->commented;
}

static gboolean
is_not_kept (gpointer data)
{
  const Kept *kept = data;

  return ex_window_is_settled (kept->window) && self_mark (kept->window, kept->objective) == NULL;
}

static void
count_cb (ExSession *session, const ExAction *action, guint *written)
{
  (*written)++;
}

static void
test_draft (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  GtkWidget *row = rating_row (page_of (window), "b1");
  g_autofree char *typed = NULL;
  guint written = 0;

  g_signal_connect (ex_window_get_session (window), "written", G_CALLBACK (count_cb), &written);
  g_assert_true (says (page_of (window), "It is time to rate yourself."));
  choose_rating (row, 4);
  wait_until (is_kept, (&(Kept) { window, "b1", 4, FALSE }));
  g_assert_true (says (row, "Draft kept"));

  /* The words follow a moment after the last key. */
  type_comment (row, "We called every customer");
  wait_until (is_kept, (&(Kept) { window, "b1", 4, TRUE }));
  g_assert_true (rating_row (page_of (window), "b1") == row);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "We called every customer");

  /* Quietly, but undone like anything else. */
  g_assert_cmpuint (written, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_kept, (&(Kept) { window, "b1", 4, FALSE }));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (is_not_kept, (&(Kept) { window, "b1", 0, FALSE }));
  g_clear_pointer (&typed, g_free);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "");
  g_assert_false (ex_rating_row_is_rated (EX_RATING_ROW (row)));
  close_window (window);
}

static gpointer
rename_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExLeader) leader = ex_leader_new ("d", "Dee Lundgren");

  leader->manager_id = g_strdup ("a");
  return GINT_TO_POINTER (ex_store_save_leader (store, leader, error));
}

static void
test_draft_survives (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  GtkWidget *row = rating_row (page_of (window), "b1");
  g_autofree char *typed = NULL;

  /* Something else changes while a sentence is being typed. */
  type_comment (row, "Half a sent");
  ex_session_write_async (ex_window_get_session (window), "Edit a leader", rename_leader, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (window);
  g_assert_true (rating_row (page_of (window), "b1") == row);
  typed = typed_comment (row);
  g_assert_cmpstr (typed, ==, "Half a sent");

  /* To another page and back, at once. */
  ex_window_show_page (window, "overview");
  ex_window_show_page (window, "my-review");
  wait_until (is_kept, (&(Kept) { window, "b1", 0, TRUE }));
  close_window (window);
}

static void
test_submit (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");
  static const char * const ids[] = { "b1", "b2", "b3" };

  /* Not whole: everything that is missing is said. */
  choose_rating (rating_row (page_of (window), "b1"), 4);
  type_comment (rating_row (page_of (window), "b1"), "Good");
  click (page_of (window), "_Hand It In");
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "Answer calls in 30 seconds"));
  g_assert_true (mentions (dialog_of (window), "Fewer complaints"));
  g_assert_false (mentions (dialog_of (window), "Keep one-year contracts"));
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_AGREED);

  /* The last words go with it, without waiting for a pause. */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      choose_rating (rating_row (page_of (window), ids[i]), 3);
      type_comment (rating_row (page_of (window), ids[i]), "As agreed");
    }
  click (page_of (window), "_Hand It In");
  settle (window);
  g_assert_cmpint (review_of (window, "b")->state, ==, EX_REVIEW_SELF_ASSESSED);
  g_assert_null (button_of (page_of (window), "_Hand It In"));
  g_assert_true (says (page_of (window), "How you rated yourself"));
  g_assert_null (find_widget (rating_row (page_of (window), "b1"), GTK_TYPE_TOGGLE_BUTTON, (gboolean (*) (GtkWidget *, gpointer)) gtk_widget_get_mapped, NULL));
  close_window (window);
}

static void
test_reports_shut (void)
{
  ExWindow *window = open_as (agreed_in_assess (), "b");

  g_assert_true (says (page_of (window), "Rate yourself first: then you can assess Cem Kaya."));
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

  g_assert_true (says (page_of (window), "You are assessed. You read it when the cycle comes to signing."));
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
  g_test_add_func ("/app/my-review/without-a-cycle-it-says-what-comes-first", test_no_cycle);
  g_test_add_func ("/app/my-review/who-takes-no-part-is-told-so", test_not_taking_part);
  g_test_add_func ("/app/my-review/who-is-excused-reads-why", test_excused);
  g_test_add_func ("/app/my-review/drafting-lists-what-is-missing-and-mends-it", test_drafting);
  g_test_add_func ("/app/my-review/complete-objectives-wait-for-the-manager", test_complete);
  g_test_add_func ("/app/my-review/a-rating-is-kept-as-it-is-typed-quietly", test_draft);
  g_test_add_func ("/app/my-review/what-is-being-typed-survives-a-refresh", test_draft_survives);
  g_test_add_func ("/app/my-review/handing-in-says-everything-missing-then-takes-the-last-words", test_submit);
  g_test_add_func ("/app/my-review/the-reports-are-shut-until-one-has-rated-oneself", test_reports_shut);
  g_test_add_func ("/app/my-review/the-managers-rating-is-nowhere-before-sign", test_unseen);
  g_test_add_func ("/app/my-review/from-sign-on-it-is-read", test_read_and_sign);
  g_test_add_func ("/app/my-review/a-dissent-then-the-signature-asked-for-twice", test_dissent_and_sign);
  g_test_add_func ("/app/my-review/an-observer-rates-whom-they-were-asked-to", test_observe);
  return g_test_run ();
}
