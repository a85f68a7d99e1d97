/* Rewards as people meet them: who sees whose, statements line by line, frozen versions, closing, and earlier times in the role. */
#include "config.h"

#include "rewards-finding.h"

#include "app/ex-day-entry.h"
#include "app/ex-leader-dialog.h"
#include "app/ex-page.h"
#include "core/ex-format.h"

#include <string.h>

static char *
make_open (void)
{
  g_autoptr (ExRewardTerms) terms = make_terms ();
  char *path = fresh_path ("people.exemplar");

  ex_store_close (make_rewards (path, terms));
  return path;
}

/* Closed with a pool of 150,000, opened again. */
static char *
make_versions (guint versions, gboolean closed)
{
  g_autoptr (ExRewardTerms) terms = make_terms ();
  g_autoptr (GError) error = NULL;
  char *path = fresh_path ("versions.exemplar");
  ExStore *store = make_rewards (path, terms);

  finish_year (store);
  close_with_rewards (store);
  for (guint i = 1; i < versions || !closed; i++)
    {
      ex_store_reopen_cycle (store, REVIEW_CYCLE, "A curve that was agreed otherwise", &error);
      g_assert_no_error (error);
      terms->pool += 5000000;
      ex_store_save_reward_terms (store, REVIEW_CYCLE, terms, &error);
      g_assert_no_error (error);
      if (!closed && i == versions)
        break;
      ex_store_close_cycle (store, REVIEW_CYCLE, &error);
      g_assert_no_error (error);
    }
  ex_store_close (store);
  return path;
}

static void
become (ExWindow *window, const char *actor)
{
  ex_session_set_actor (ex_window_get_session (window), actor);
  settle (window);
}

static gboolean
is_visible (ExWindow *window, GType type)
{
  GtkWidget *widget = find_widget (rewards_page (window), type, NULL, NULL);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* --- who sees whose --------------------------------------------------------------------------------------------------------------- */

static void
test_hr_and_tops_see_all (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);

  g_assert_true (is_visible (window, EX_TYPE_REWARD_TABLE));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));
  become (window, "a");
  g_assert_true (is_visible (window, EX_TYPE_REWARD_TABLE));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));
  g_assert_null (button_of (rewards_page (window), "Add a _Point"));
  g_assert_null (button_of (rewards_page (window), "_Remove the Curve"));
  close_window (window);
}

static void
test_leader_sees_only_their_own (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);
  g_autofree char *total = ex_format_money (rewards_of (window)->total, "EUR");

  g_assert_true (mentions (rewards_page (window), total));
  become (window, "b");
  g_assert_false (is_visible (window, EX_TYPE_REWARD_TABLE));
  g_assert_true (is_visible (window, EX_TYPE_MY_REWARD));
  g_assert_false (mentions (rewards_page (window), total));
  g_assert_false (mentions (rewards_page (window), "Ana Okafor"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "a");
  settle (window);
  g_assert_false (is_visible (window, EX_TYPE_STATEMENT_VIEW));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "b");
  settle (window);
  g_assert_true (is_visible (window, EX_TYPE_STATEMENT_VIEW));
  close_window (window);
}

/* A statement in view is closed when somebody else comes to the keyboard. */
static void
test_statement_is_not_left_open_for_others (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "a");
  settle (window);
  g_assert_true (is_visible (window, EX_TYPE_STATEMENT_VIEW));
  become (window, "b");
  g_assert_false (is_visible (window, EX_TYPE_STATEMENT_VIEW));
  close_window (window);
}

static void
test_my_review_leads_to_the_statement (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);
  const ExReward *reward = ex_rewards_find (rewards_of (window), "c");
  g_autofree char *amount = ex_format_money (reward->reward, "EUR");
  g_autofree char *target = ex_format_money (2000000, "EUR");
  g_autofree char *title = g_strdup_printf ("Your reward so far: %s of %s", amount, target);
  GtkWidget *own, *list;

  ex_window_show_page (window, "my-review");
  settle (window);
  own = find_widget (ex_window_get_page (window, "my-review"), EX_TYPE_MY_REWARD, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (own));
  become (window, "c");
  g_assert_true (gtk_widget_get_visible (own));
  g_assert_true (says (own, title));
  list = find_widget (own, GTK_TYPE_LIST_BOX, NULL, NULL);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  settle (window);
  g_assert_cmpstr (ex_window_get_page_name (window), ==, "rewards");
  g_assert_true (is_visible (window, EX_TYPE_STATEMENT_VIEW));
  g_assert_true (mentions (rewards_page (window), amount));
  close_window (window);
}

/* On the Leaders page too, and in its editor. */
static void
test_targets_of_others_are_not_shown (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);
  g_autofree char *target = ex_format_money (12000000, "EUR");
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "leaders", "leader", "a");
  settle (window);
  g_assert_true (says (ex_window_get_page (window, "leaders"), target));
  become (window, "b");
  g_assert_false (says (ex_window_get_page (window, "leaders"), target));
  ex_leader_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "a", NULL);
  dialog = dialog_of (window);
  g_assert_false (gtk_widget_get_mapped (row_titled (dialog, "_Incentive target, in EUR")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ex_leader_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "b", NULL);
  dialog = dialog_of (window);
  g_assert_true (gtk_widget_get_mapped (row_titled (dialog, "_Incentive target, in EUR")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

/* --- statements ------------------------------------------------------------------------------------------------------------------------ */

static void
test_statement_ends_in_the_minor_unit (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);
  const ExReward *reward = ex_rewards_find (rewards_of (window), "b");
  g_autofree char *amount = ex_format_money (reward->reward, "EUR");
  GtkWidget *table = find_widget (rewards_page (window), EX_TYPE_REWARD_TABLE, NULL, NULL);

  /* 80,000 x (70 % x 66.666... % + 30 % x own factor of 40 %) x 365 of 365 days */
  g_assert_cmpint (reward->reward, ==, 4693333);
  g_signal_emit_by_name (table, "statement", "b");
  settle (window);
  g_assert_true (says (find_widget (rewards_page (window), EX_TYPE_STATEMENT_VIEW, NULL, NULL), amount));
  g_assert_true (ex_page_can_go_back (EX_PAGE (rewards_page (window))));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (is_visible (window, EX_TYPE_REWARD_TABLE));
  close_window (window);
}

typedef struct
{
  char    *text;
  gboolean read;
} Clip;

static void
clip_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Clip *clip = data;

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  clip->read = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Clip *) data)->read;
}

static void
test_statement_is_copied (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);
  Clip clip = { NULL, FALSE };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "b");
  settle (window);
  g_signal_emit_by_name (button_of (rewards_page (window), "_Copy"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, clip_cb, &clip);
  wait_until (is_read, &clip);
  g_assert_nonnull (clip.text);
  g_assert_true (g_str_has_prefix (clip.text, "Ben Ito\n"));
  g_assert_nonnull (strstr (clip.text, "Company factor"));
  g_assert_nonnull (strstr (clip.text, "46,933.33"));
  g_free (clip.text);
  close_window (window);
}

static guint
n_rows (ExWindow *window)
{
  GtkWidget *view = find_widget (rewards_page (window), GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static void
test_table_is_searched (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window = open_rewards (path);

  g_assert_cmpuint (n_rows (window), ==, 4);
  ex_page_set_search (EX_PAGE (rewards_page (window)), "ito");
  g_assert_cmpuint (n_rows (window), ==, 1);
  g_assert_true (says (rewards_page (window), "1 of 4 statements"));
  ex_page_set_search (EX_PAGE (rewards_page (window)), "nobody of that name");
  g_assert_true (says (rewards_page (window), "Nobody fits"));
  ex_page_set_search (EX_PAGE (rewards_page (window)), "");
  g_assert_true (says (rewards_page (window), "4 statements"));
  g_assert_true (says (rewards_page (window), "1 leader has no incentive target, and no reward."));
  close_window (window);
}

/* --- frozen ------------------------------------------------------------------------------------------------------------------------------ */

static gboolean
holds (GtkWidget *entry, gpointer text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text);
}

static void
test_frozen_without_a_pool (void)
{
  g_autoptr (ExRewardTerms) terms = make_terms ();
  g_autofree char *path = fresh_path ("no-pool.exemplar");
  ExStore *store;
  ExWindow *window;

  terms->pool = -1;
  store = make_rewards (path, terms);
  finish_year (store);
  close_with_rewards (store);
  ex_store_close (store);
  window = open_rewards (path);
  g_assert_nonnull (find_widget (rewards_page (window), GTK_TYPE_ENTRY, holds, (gpointer) "–"));
  g_assert_false (says (find_widget (rewards_page (window), EX_TYPE_REWARD_FORM, NULL, NULL), "EUR"));
  close_window (window);
}

static void
test_closed_cycle_is_frozen (void)
{
  g_autofree char *path = make_versions (2, TRUE);
  ExWindow *window = open_rewards (path);
  GtkDropDown *versions = GTK_DROP_DOWN (find_widget (rewards_page (window), GTK_TYPE_DROP_DOWN, NULL, NULL));
  GPtrArray *runs = ex_session_get_reward_runs (ex_window_get_session (window));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *pool = ex_format_money (20000000, "EUR");

  g_assert_cmpuint (runs->len, ==, 2);
  first = ex_format_money (((ExRewards *) g_ptr_array_index (runs, 0))->total, "EUR");
  second = ex_format_money (((ExRewards *) g_ptr_array_index (runs, 1))->total, "EUR");
  g_assert_cmpstr (first, !=, second);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));
  g_assert_true (mentions (rewards_page (window), "version 2, frozen on"));
  g_assert_true (mentions (rewards_page (window), "FY 2026 is closed: its rewards are frozen"));
  g_assert_true (mentions (rewards_page (window), second));
  g_assert_nonnull (find_widget (rewards_page (window), GTK_TYPE_ENTRY, holds, (gpointer) pool)); /* grouped, as money is */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (versions)), ==, 2);
  gtk_drop_down_set_selected (versions, 1);
  settle (window);
  g_assert_true (mentions (rewards_page (window), "version 1, frozen on"));
  g_assert_true (mentions (rewards_page (window), first));
  g_assert_true (mentions (rewards_page (window), "This is what an earlier close paid."));
  close_window (window);
}

/* What the first close paid is still to be seen, and is not what the cycle pays. */
static void
test_last_close_paid_nothing (void)
{
  g_autofree char *path = make_versions (1, FALSE);
  ExStore *store = ex_store_open (path, NULL);
  ExWindow *window;

  g_assert_true (ex_store_remove_reward_terms (store, REVIEW_CYCLE, NULL));
  g_assert_true (ex_store_close_cycle (store, REVIEW_CYCLE, NULL));
  ex_store_close (store);
  window = open_rewards (path);
  g_assert_null (ex_session_get_rewards (ex_window_get_session (window)));
  g_assert_true (says (rewards_page (window), "Nothing was paid by growth"));
  g_signal_emit_by_name (button_of (rewards_page (window), "See What Was _Paid"), "clicked");
  settle (window);
  g_assert_true (mentions (rewards_page (window), "version 1, frozen on"));
  g_assert_true (mentions (rewards_page (window), "The last close had no reward curve, and paid nothing by growth."));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (rewards_page (window), GTK_TYPE_DROP_DOWN, NULL, NULL)), 0);
  settle (window);
  g_assert_true (says (rewards_page (window), "Nothing was paid by growth"));
  close_window (window);
}

static void
test_reopened_cycle_says_what_comes (void)
{
  g_autofree char *path = make_versions (1, FALSE);
  ExWindow *window = open_rewards (path);
  GtkDropDown *versions = GTK_DROP_DOWN (find_widget (rewards_page (window), GTK_TYPE_DROP_DOWN, NULL, NULL));

  g_assert_true (mentions (rewards_page (window), "the next close makes version 2."));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));
  gtk_drop_down_set_selected (versions, 1);
  settle (window);
  g_assert_true (mentions (rewards_page (window), "version 1, frozen on"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (curve_entry (window, 0))));
  close_window (window);
}

static void
test_leader_sees_their_frozen_statement (void)
{
  g_autofree char *path = make_versions (1, TRUE);
  ExWindow *window = open_rewards (path);

  become (window, "c");
  g_assert_true (mentions (rewards_page (window), "Your reward: "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "rewards", "statement", "c");
  settle (window);
  g_assert_true (mentions (rewards_page (window), "version 1, frozen on"));
  close_window (window);
}

/* --- closing ----------------------------------------------------------------------------------------------------------------------------- */

static void
test_closing_says_what_it_pays (void)
{
  g_autofree char *path = make_versions (1, FALSE);
  ExWindow *window = open_rewards (path);
  g_autofree char *total = ex_format_money (rewards_of (window)->total, "EUR");
  g_autofree char *pool = ex_format_money (20000000, "EUR");
  g_autofree char *words = g_strdup_printf ("Closing computes and freezes 4 statements: %s of the pool of %s. They become version 2", total, pool);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-cycle", NULL);
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), words));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  close_window (window);
}

static void
test_closing_without_a_curve_says_so (void)
{
  g_autofree char *path = make_versions (1, FALSE);
  ExStore *store = ex_store_open (path, NULL);
  ExWindow *window;

  g_assert_true (ex_store_remove_reward_terms (store, REVIEW_CYCLE, NULL));
  ex_store_close (store);
  window = open_rewards (path);
  g_assert_nonnull (button_of (rewards_page (window), "See What Was _Paid"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-cycle", NULL);
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "No reward curve is set, so closing pays nothing by growth."));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  g_signal_emit_by_name (button_of (rewards_page (window), "See What Was _Paid"), "clicked");
  settle (window);
  g_assert_true (mentions (rewards_page (window), "version 1, frozen on"));
  close_window (window);
}

static void
test_reopening_says_what_stays (void)
{
  g_autofree char *path = make_versions (1, TRUE);
  ExWindow *window = open_rewards (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.reopen-cycle", NULL);
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "Version 1 of the rewards stays as it was frozen; the next close makes version 2 beside it."));
  gtk_window_destroy (GTK_WINDOW (dialog_of (window)));
  close_window (window);
}

/* --- earlier times in the role --------------------------------------------------------------------------------------------------------------- */

static gboolean
has_spell (gpointer window)
{
  GArray *spells = g_hash_table_lookup (ex_session_get_spells (ex_window_get_session (window)), "b");

  return spells != NULL && spells->len == 1 && ex_window_is_settled (window);
}

static gboolean
has_no_spell (gpointer window)
{
  GArray *spells = g_hash_table_lookup (ex_session_get_spells (ex_window_get_session (window)), "b");

  return (spells == NULL || spells->len == 0) && ex_window_is_settled (window);
}

static void
start_role (const char *path, const char *id, ExDay from)
{
  ExStore *store = ex_store_open (path, NULL);
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);

  for (guint i = 0; i < leaders->len; i++)
    {
      ExLeader *leader = g_ptr_array_index (leaders, i);

      if (!g_str_equal (leader->id, id))
        continue;
      leader->from = from;
      g_assert_true (ex_store_save_leader (store, leader, NULL));
    }
  ex_store_close (store);
}

static void
test_earlier_times_are_kept (void)
{
  g_autofree char *path = make_open ();
  ExWindow *window;
  GtkWidget *dialog, *from, *to;

  start_role (path, "b", ex_day_new (2026, 7, 1));
  window = open_rewards (path);
  g_assert_cmpint (ex_rewards_find (rewards_of (window), "b")->days_in_role, ==, 184);
  ex_leader_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), "b", NULL);
  dialog = dialog_of (window);
  g_signal_emit_by_name (button_of (dialog, "A_dd"), "clicked");
  from = nth_widget (dialog, "ExDayEntry", 2);
  to = nth_widget (dialog, "ExDayEntry", 3);
  ex_day_entry_set_day (EX_DAY_ENTRY (from), ex_day_new (2026, 1, 1));
  ex_day_entry_set_day (EX_DAY_ENTRY (to), ex_day_new (2026, 7, 10));
  settle (window);
  g_assert_true (has_no_spell (window));
  g_assert_true (mentions (dialog, "2026"));
  ex_day_entry_set_day (EX_DAY_ENTRY (to), ex_day_new (2026, 1, 31));
  wait_until (has_spell, window);
  g_assert_cmpint (ex_rewards_find (rewards_of (window), "b")->days_in_role, ==, 184 + 31);
  g_assert_true (says (dialog, "In the role on 215 of 365 days of FY 2026."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (has_no_spell, window);
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/rewards-people/hr-and-tops-see-all", test_hr_and_tops_see_all);
  g_test_add_func ("/rewards-people/a-leader-sees-only-their-own", test_leader_sees_only_their_own);
  g_test_add_func ("/rewards-people/a-statement-is-not-left-open-for-others", test_statement_is_not_left_open_for_others);
  g_test_add_func ("/rewards-people/my-review-leads-to-the-statement", test_my_review_leads_to_the_statement);
  g_test_add_func ("/rewards-people/targets-of-others-are-not-shown", test_targets_of_others_are_not_shown);
  g_test_add_func ("/rewards-people/a-statement-ends-in-the-minor-unit", test_statement_ends_in_the_minor_unit);
  g_test_add_func ("/rewards-people/a-statement-is-copied", test_statement_is_copied);
  g_test_add_func ("/rewards-people/the-table-is-searched", test_table_is_searched);
  g_test_add_func ("/rewards-people/a-closed-cycle-is-frozen", test_closed_cycle_is_frozen);
  g_test_add_func ("/rewards-people/a-frozen-version-without-a-pool-says-so", test_frozen_without_a_pool);
  g_test_add_func ("/rewards-people/the-last-close-says-what-is-paid", test_last_close_paid_nothing);
  g_test_add_func ("/rewards-people/a-re-opened-cycle-says-what-comes", test_reopened_cycle_says_what_comes);
  g_test_add_func ("/rewards-people/a-leader-sees-their-frozen-statement", test_leader_sees_their_frozen_statement);
  g_test_add_func ("/rewards-people/closing-says-what-it-pays", test_closing_says_what_it_pays);
  g_test_add_func ("/rewards-people/closing-without-a-curve-says-so", test_closing_without_a_curve_says_so);
  g_test_add_func ("/rewards-people/re-opening-says-what-stays", test_reopening_says_what_stays);
  g_test_add_func ("/rewards-people/earlier-times-in-the-role-are-kept", test_earlier_times_are_kept);

  return g_test_run ();
}
