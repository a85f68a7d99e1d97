/* The Rewards page as HR works on it: the curve and the terms, typed and moved, kept, undone; and what if, which keeps nothing. */
#include "config.h"

#include "rewards-finding.h"

#include "app/ex-curve-points.h"
#include "app/ex-page.h"
#include "app/ex-what-if-panel.h"
#include "store/ex-database.h"
#include "store/ex-store-private.h"

#include <math.h>
#include <string.h>

static char *
make (gboolean with_terms)
{
  g_autoptr (ExRewardTerms) terms = make_terms ();
  char *path = fresh_path ("rewards.exemplar");

  ex_store_close (make_rewards (path, with_terms ? terms : NULL));
  return path;
}

static gboolean
has_terms (gpointer window)
{
  return terms_of (window) != NULL && ex_window_is_settled (window);
}

static gboolean
has_no_terms (gpointer window)
{
  return terms_of (window) == NULL && ex_window_is_settled (window);
}

typedef struct
{
  ExWindow   *window;
  const char *curve;
} Expected;

static gboolean
has_curve (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *text = terms_of (expected->window) != NULL ? ex_curve_to_string (terms_of (expected->window)->curve) : g_strdup ("");

  return g_str_equal (text, expected->curve) && ex_window_is_settled (expected->window);
}

static void
wait_for_curve (ExWindow *window, const char *curve)
{
  Expected expected = { window, curve };

  wait_until (has_curve, &expected);
}

/* --- empty -------------------------------------------------------------------------------------------------------------------- */

static void
test_no_terms_offers_one_thing (void)
{
  g_autofree char *path = make (FALSE);
  ExWindow *window = open_rewards (path);

  g_assert_true (says (rewards_page (window), "No reward curve yet"));
  g_signal_emit_by_name (button_of (rewards_page (window), "_Set the Reward Curve"), "clicked");
  wait_until (has_terms, window);
  settle (window);
  assert_curve_is (window, "2:50,5:100,8:150");
  g_assert_null (button_of (rewards_page (window), "_Set the Reward Curve"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (has_no_terms, window);
  g_assert_true (says (rewards_page (window), "No reward curve yet"));
  close_window (window);
}

/* Another program wrote it: the rewards say so, everything else works, and the curve can be set anew. */
static void
test_unreadable_terms (void)
{
  g_autofree char *path = make (TRUE);
  ExStore *store = ex_store_open (path, NULL);
  ExWindow *window;

  g_assert_true (ex_store_begin (store, "Cheat", NULL));
  g_assert_true (ex_database_execute (store->db, "UPDATE reward_terms SET curve = 'a & <b'", NULL));
  g_assert_true (ex_store_commit (store, NULL));
  ex_store_close (store);
  window = open_rewards (path);
  g_assert_nonnull (ex_session_get_reviews (ex_window_get_session (window)));
  g_assert_true (says (rewards_page (window), "The rewards cannot be shown"));
  g_assert_true (mentions (rewards_page (window), "What a cycle pays by cannot be read: “a & <b” is no point of a curve"));
  g_signal_emit_by_name (button_of (rewards_page (window), "_Set the Reward Curve"), "clicked");
  wait_until (has_terms, window);
  settle (window);
  g_assert_null (ex_session_get_pay_problem (ex_window_get_session (window)));
  g_assert_nonnull (rewards_of (window));
  close_window (window);
}

/* Targets that no sum can hold. */
static void
test_rewards_too_large (void)
{
  g_autofree char *path = make (TRUE);
  ExStore *store = ex_store_open (path, NULL);
  ExWindow *window;

  for (const char *id = "ab"; *id != '\0'; id++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE leaders SET incentive_target = %" G_GINT64_FORMAT " WHERE id = '%c'", G_MAXINT64 - 1, *id);

      g_assert_true (ex_store_begin (store, "Cheat", NULL));
      g_assert_true (ex_database_execute (store->db, sql, NULL));
      g_assert_true (ex_store_commit (store, NULL));
    }
  ex_store_close (store);
  window = open_rewards (path);
  g_assert_nonnull (terms_of (window));
  g_assert_null (rewards_of (window));
  g_assert_true (mentions (rewards_page (window), "too large to be added up"));
  close_window (window);
}

static void
test_terms_can_be_removed (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  g_signal_emit_by_name (button_of (rewards_page (window), "_Remove the Curve"), "clicked");
  wait_until (has_no_terms, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (has_terms, window);
  assert_curve_is (window, "2:50,5:100,8:150");
  close_window (window);
}

/* --- the curve ------------------------------------------------------------------------------------------------------------------ */

static void
test_typed_points_are_kept_as_one_action (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  gint64 before = ex_session_get_undo (ex_window_get_session (window))->number;

  type_into (curve_entry (window, 3), "110");
  wait_for_curve (window, "2:50,5:110,8:150");
  g_assert_cmpint (ex_session_get_undo (ex_window_get_session (window))->number, ==, before + 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_for_curve (window, "2:50,5:100,8:150");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (curve_entry (window, 3))), ==, "100");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wait_for_curve (window, "2:50,5:110,8:150");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (curve_entry (window, 3))), ==, "110");
  close_window (window);
}

/* Without Enter too, a moment later. */
static void
test_typing_is_kept_after_a_moment (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  gtk_editable_set_text (GTK_EDITABLE (curve_entry (window, 0)), "2.5 %");
  wait_for_curve (window, "2.5:50,5:100,8:150");
  close_window (window);
}

static void
test_nonsense_says_what_would_be_right (void)
{
  static const struct { guint entry; const char *typed; const char *said; } cases[] = {
    { 0, "plenty", "Growth is a number of percent, such as 2.5 or −1." },
    { 0, "", "Growth is a number of percent, such as 2.5 or −1." },
    { 3, "x", "The payout is a number of percent, such as 100." },
    { 1, "-5", "Nobody pays back: the payout is 0 % or more." },
    { 2, "1", "Growth has to rise from point to point: over 2 % here, the point before." },
    { 2, "9", "Growth has to rise from point to point: under 8 % here, the next point." },
    { 2, "8", "Growth has to rise from point to point: under 8 % here, the next point." },
    { 3, "20", "More growth never pays less: at least 50 % here, as the point before pays." },
    { 3, "160", "More growth never pays less: at most 150 % here, as the next point pays." },
  };
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *entry = curve_entry (window, cases[i].entry);
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

      type_into (entry, cases[i].typed);
      settle (window);
      g_test_message ("%s", cases[i].typed);
      g_assert_true (says (rewards_page (window), cases[i].said));
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_true (says (rewards_page (window), "Nothing of this is kept until every field is right."));
      assert_curve_is (window, "2:50,5:100,8:150");
      type_into (entry, before);
      g_assert_false (says (rewards_page (window), cases[i].said));
      g_assert_false (says (rewards_page (window), "Nothing of this is kept until every field is right."));
    }
  close_window (window);
}

/* Two points that move past each other: wrong in between, right in the end. */
static void
test_points_can_be_typed_in_any_order (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  type_into (curve_entry (window, 2), "9");
  settle (window);
  assert_curve_is (window, "2:50,5:100,8:150");
  type_into (curve_entry (window, 4), "12");
  wait_for_curve (window, "2:50,9:100,12:150");
  close_window (window);
}

/* As the handles say it when they are dragged or moved by a key. */
static void
test_moved_points_are_kept_when_done (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  GtkWidget *handles = find_widget (rewards_page (window), EX_TYPE_CURVE_HANDLES, NULL, NULL);

  g_signal_emit_by_name (handles, "move", 1, 5.63, 104.4);
  g_signal_emit_by_name (handles, "move", 1, 20.0, 104.4);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (nth_widget (handles, "ExCurveHandle", 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     "Point 2 of 3: growth 7.9 %, pays 104 %"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (curve_entry (window, 2))), ==, "7.9");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (curve_entry (window, 3))), ==, "104");
  assert_curve_is (window, "2:50,5:100,8:150");
  g_signal_emit_by_name (handles, "settled");
  wait_for_curve (window, "2:50,7.9:104,8:150");
  close_window (window);
}

static void
test_points_come_and_go (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  GtkWidget *handles = find_widget (rewards_page (window), EX_TYPE_CURVE_HANDLES, NULL, NULL);

  g_signal_emit_by_name (button_of (rewards_page (window), "Add a _Point"), "clicked");
  wait_for_curve (window, "2:50,3.5:75,5:100,8:150");
  g_signal_emit_by_name (handles, "add", 9.0, 180.0);
  wait_for_curve (window, "2:50,3.5:75,5:100,8:150,9:180");
  g_signal_emit_by_name (handles, "remove", 0);
  wait_for_curve (window, "3.5:75,5:100,8:150,9:180");
  for (guint i = 0; i < 4; i++)
    {
      g_signal_emit_by_name (handles, "remove", 0);
      settle (window);
    }
  wait_for_curve (window, "8:150,9:180");
  close_window (window);
}

/* --- the other terms ----------------------------------------------------------------------------------------------------------------- */

static gboolean
share_is_80 (gpointer window)
{
  return terms_of (window)->company_share == 8000 && ex_window_is_settled (window);
}

static gboolean
has_no_pool (gpointer window)
{
  return terms_of (window)->pool < 0 && ex_window_is_settled (window);
}

static gboolean
is_by_customers (gpointer window)
{
  return terms_of (window)->measure == EX_MEASURE_CUSTOMERS && ex_window_is_settled (window);
}

static void
test_terms_are_kept (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  GtkWidget *form = find_widget (rewards_page (window), EX_TYPE_REWARD_FORM, NULL, NULL);

  type_into (term_entry (window, FIELD_SHARE), "80");
  wait_until (share_is_80, window);
  g_assert_true (says (form, "The other 20 % hang on each leader’s own score."));
  type_into (term_entry (window, FIELD_POOL), "");
  wait_until (has_no_pool, window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button_of (form, "_Customers")), TRUE);
  wait_until (is_by_customers, window);
  close_window (window);
}

static void
test_impossible_terms_are_refused (void)
{
  static const struct { guint field; const char *typed; const char *said; } cases[] = {
    { FIELD_SHARE, "49.99", "At least 50 %: below that most of a reward would hang on oneself, and it would be no one-company reward." },
    { FIELD_SHARE, "101", "At most 100 %: what is left is the own share." },
    { FIELD_SHARE, "60.001", "The company share is a number of percent from 50 to 100, with at most two decimals." },
    { FIELD_SHARE, "", "The company share is a number of percent from 50 to 100, with at most two decimals." },
    { FIELD_GATE, "zero", "The gate is a number of percent, such as 0 or −1.5." },
    { FIELD_CAP, "-1", "The cap is a number of percent, 0 or more, with at most two decimals: 150 unless you say otherwise." },
    { FIELD_POOL, "-1", "The pool is an amount of money, 0 or more; leave it empty for none." },
    { FIELD_POOL, "1.005", "The pool is an amount of money, 0 or more; leave it empty for none." },
  };
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *entry = term_entry (window, cases[i].field);
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

      type_into (entry, cases[i].typed);
      settle (window);
      g_test_message ("%s", cases[i].typed);
      g_assert_true (says (rewards_page (window), cases[i].said));
      g_assert_cmpint (terms_of (window)->company_share, ==, 7000);
      g_assert_cmpint (terms_of (window)->pool, ==, 15000000);
      type_into (entry, before);
      g_assert_false (says (rewards_page (window), cases[i].said));
    }
  close_window (window);
}

static void
test_points_under_the_gate_are_warned_about (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);

  g_assert_false (mentions (rewards_page (window), "▲"));
  type_into (term_entry (window, FIELD_GATE), "4");
  settle (window);
  g_assert_true (mentions (rewards_page (window), "▲"));
  g_assert_true (mentions (rewards_page (window), "lies under the gate of 4 %"));
  close_window (window);
}

/* --- what if --------------------------------------------------------------------------------------------------------------------------- */

static gboolean
says_what_if (gpointer window)
{
  return says (rewards_page (window), "If growth were 6.5 %, every leader’s company factor would be 125.0 %.") && ex_window_is_settled (window);
}

static gboolean
says_what_is (gpointer window)
{
  return mentions (rewards_page (window), "66.7 %") && mentions (rewards_page (window), "as it stands today") && ex_window_is_settled (window);
}

static void
test_what_if_changes_nothing (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  gint64 total = rewards_of (window)->total, before = ex_session_get_undo (ex_window_get_session (window))->number;
  GtkWidget *panel = find_widget (rewards_page (window), EX_TYPE_WHAT_IF_PANEL, NULL, NULL);

  g_assert_true (says (panel, "Only computed: nothing is changed by it."));
  gtk_range_set_value (GTK_RANGE (nth_widget (panel, "GtkScale", 0)), 6.5);
  wait_until (says_what_if, window);
  g_assert_true (mentions (panel, "What if"));
  g_assert_cmpint (rewards_of (window)->total, ==, total);
  g_signal_emit_by_name (button_of (panel, "_Reset"), "clicked");
  wait_until (says_what_is, window);

  type_into (nth_widget (panel, "GtkEntry", 0), "6.5");
  wait_until (says_what_if, window);
  ex_window_show_page (window, "history");
  settle (window);
  ex_window_show_page (window, "rewards");
  wait_until (says_what_is, window);
  g_assert_cmpint (ex_session_get_undo (ex_window_get_session (window))->number, ==, before);
  close_window (window);
}

static gboolean
says_what_it_would_be (gpointer window)
{
  return mentions (rewards_page (window), "what if, only computed") && mentions (rewards_page (window), "The reward of Ben Ito would be ")
         && ex_window_is_settled (window);
}

static void
test_what_if_reaches_the_statement (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  GtkWidget *panel = find_widget (rewards_page (window), EX_TYPE_WHAT_IF_PANEL, NULL, NULL);

  gtk_range_set_value (GTK_RANGE (nth_widget (panel, "GtkScale", 0)), 6.5);
  wait_until (says_what_if, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "b");
  wait_until (says_what_it_would_be, window);
  close_window (window);
}

static void
test_what_if_says_what_would_be_right (void)
{
  g_autofree char *path = make (TRUE);
  ExWindow *window = open_rewards (path);
  GtkWidget *panel = find_widget (rewards_page (window), EX_TYPE_WHAT_IF_PANEL, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (nth_widget (panel, "GtkEntry", 0)), "a lot");
  g_assert_true (says (panel, "Growth is a number of percent from −100 to 1000, such as 4.5."));
  g_signal_emit_by_name (nth_widget (panel, "GtkEntry", 0), "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nth_widget (panel, "GtkEntry", 0))), ==, "3");
  g_assert_true (says_what_is (window));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/rewards-page/no-terms-offers-one-thing", test_no_terms_offers_one_thing);
  g_test_add_func ("/rewards-page/terms-that-cannot-be-read-leave-the-company-open", test_unreadable_terms);
  g_test_add_func ("/rewards-page/rewards-too-large-leave-the-company-open", test_rewards_too_large);
  g_test_add_func ("/rewards-page/terms-can-be-removed", test_terms_can_be_removed);
  g_test_add_func ("/rewards-page/typed-points-are-kept-as-one-action", test_typed_points_are_kept_as_one_action);
  g_test_add_func ("/rewards-page/typing-is-kept-after-a-moment", test_typing_is_kept_after_a_moment);
  g_test_add_func ("/rewards-page/nonsense-says-what-would-be-right", test_nonsense_says_what_would_be_right);
  g_test_add_func ("/rewards-page/points-can-be-typed-in-any-order", test_points_can_be_typed_in_any_order);
  g_test_add_func ("/rewards-page/moved-points-are-kept-when-done", test_moved_points_are_kept_when_done);
  g_test_add_func ("/rewards-page/points-come-and-go", test_points_come_and_go);
  g_test_add_func ("/rewards-page/terms-are-kept", test_terms_are_kept);
  g_test_add_func ("/rewards-page/impossible-terms-are-refused", test_impossible_terms_are_refused);
  g_test_add_func ("/rewards-page/points-under-the-gate-are-warned-about", test_points_under_the_gate_are_warned_about);
  g_test_add_func ("/rewards-page/what-if-changes-nothing", test_what_if_changes_nothing);
  g_test_add_func ("/rewards-page/what-if-reaches-the-statement", test_what_if_reaches_the_statement);
  g_test_add_func ("/rewards-page/what-if-says-what-would-be-right", test_what_if_says_what_would_be_right);

  return g_test_run ();
}
