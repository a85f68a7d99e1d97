/* What HR does with people in a cycle: calibrating, naming observers, changing managers; and the customer figures that a cycle closes on. */
#include "config.h"

#include "cycle-finding.h"

#include "app/ex-adjust-dialog.h"
#include "app/ex-day-entry.h"
#include "app/ex-leader-chooser.h"
#include "app/ex-leader-days.h"
#include "app/ex-leader-dialog.h"
#include "app/ex-manager-dialog.h"
#include "app/ex-observers-dialog.h"

static ExSession *
session_of (ExWindow *window)
{
  return ex_window_get_session (window);
}

static ExReviews *
reviews_in (ExWindow *window)
{
  return ex_session_get_reviews (session_of (window));
}

static guint
index_in (ExWindow *window, const char *leader_id)
{
  return (guint) ex_company_find_leader (ex_session_get_company (session_of (window)), leader_id);
}

/* --- calibrating ---------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
calibrate_page (ExWindow *window)
{
  ex_window_show_page (window, "calibrate");
  settle (window);
  return ex_window_get_page (window, "calibrate");
}

static void
test_calibrate_empty (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  g_assert_true (says (calibrate_page (window), "Nothing is assessed yet"));
  ex_session_set_actor (session_of (window), "b");
  settle (window);
  g_assert_true (says (calibrate_page (window), "HR and the tops calibrate"));
  g_assert_true (mentions (calibrate_page (window), "You are viewing as Ben Ito."));
  ex_session_set_actor (session_of (window), "a");
  settle (window);
  g_assert_true (says (calibrate_page (window), "Nothing is assessed yet"));
  close_window (window);
}

/* Ana, Ben and Dee are assessed; all gave themselves 4 and got 2. */
static ExStore *
assessed_reviews (void)
{
  ExStore *store = fresh_reviews ();

  bring_review (store, "a", EX_REVIEW_ASSESSED);
  bring_review (store, "b", EX_REVIEW_ASSESSED);
  bring_review (store, "d", EX_REVIEW_ASSESSED);
  advance_cycle_to (store, EX_PHASE_CALIBRATE);
  return store;
}

static void
adjust_in (ExWindow *window, guint position, const char *why, const char *agreed_by)
{
  GtkWidget *dialog = dialog_of (window);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (dialog, GTK_TYPE_DROP_DOWN, NULL, NULL)), position);
  type_into (dialog, "Rea_son", why);
  type_into (dialog, "A_greed by, name", agreed_by);
}

static void
test_calibrate (void)
{
  ExWindow *window = open_reviews (assessed_reviews (), EX_STORE_HR);
  GtkWidget *page = calibrate_page (window);
  int objective = ex_company_find_objective (ex_session_get_company (session_of (window)), "b1");

  g_assert_true (mentions (page, "3 of 4 leaders are assessed. 3 see themselves a point or more away"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "calibrate", "leader", "b");
  settle (window);
  g_assert_true (mentions (page, "Reviewer: As it looks from above"));
  gtk_widget_activate_action (part_of (page, "ExCalibrateView"), "calibrate.adjust", "s", "b1");
  wait_until (has_dialog, window);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog_of (window), "_Adjust")));
  g_assert_true (mentions (dialog_of (window), "That is the first rating"));
  adjust_in (window, 1, "", "The board"); /* 5, 4, ... */
  g_assert_true (mentions (dialog_of (window), "Say why"));
  adjust_in (window, 1, "Held back by billing", " ");
  g_assert_true (mentions (dialog_of (window), "who agreed to it"));
  adjust_in (window, 1, "Held back by billing", "The board");
  tab_and_press (dialog_of (window), "_Adjust");
  wait_until (has_no_dialog, window);

  /* The first one stays. */
  g_assert_cmpint (ex_reviews_get_adjusted (reviews_in (window), (guint) objective), ==, 4);
  g_assert_cmpint (ex_reviews_get_first (reviews_in (window), (guint) objective)->rating, ==, 2);
  settle (window);
  g_assert_true (mentions (page, "Held back by billing Agreed by The board."));
  take_back (window);
  g_assert_cmpint (ex_reviews_get_adjusted (reviews_in (window), (guint) objective), ==, 0);
  close_window (window);
}

/* An adjustment is taken away again; a top does it as HR does, but not with their own review. */
static void
test_calibrate_top (void)
{
  ExStore *store = assessed_reviews ();
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new ("d1", 3, "Held against the others", "Ana Okafor");
  ExWindow *window;
  GtkWidget *page;
  int objective;

  act_as (store, EX_STORE_HR);
  g_assert_true (ex_store_adjust (store, adjustment, NULL));
  window = open_reviews (store, "a");
  page = calibrate_page (window);
  objective = ex_company_find_objective (ex_session_get_company (session_of (window)), "d1");
  /* The board's ratings of herself are not out yet. */
  g_assert_true (mentions (page, "2 of 4 leaders are assessed."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "calibrate", "leader", "d");
  settle (window);
  gtk_widget_activate_action (part_of (page, "ExCalibrateView"), "calibrate.adjust", "s", "d1");
  wait_until (has_dialog, window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_titled (dialog_of (window), "Rea_son"))), ==, "Held against the others");
  click (dialog_of (window), "Go _Back to the First Rating");
  wait_until (has_no_dialog, window);
  g_assert_cmpint (ex_reviews_get_adjusted (reviews_in (window), (guint) objective), ==, 0);
  close_window (window);
}

/* --- observers --------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
ask_button (GtkWidget *root, const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0 ? child : ask_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
ask (ExWindow *window, const char *tooltip)
{
  GtkWidget *button = ask_button (dialog_of (window), tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* A store with three more who report to Ana. */
static ExStore *
wide_reviews (void)
{
  static const char * const names[] = { "Eva Frey", "Fay Gold", "Gil Hahn" };
  ExStore *store = fresh_reviews ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autoptr (ExLeader) leader = ex_leader_new (id, names[i]);

      leader->manager_id = g_strdup ("a");
      g_assert_true (ex_store_save_leader (store, leader, NULL));
    }
  return store;
}

static void
test_observers (void)
{
  ExWindow *window = open_reviews (wide_reviews (), EX_STORE_HR);
  GtkWidget *dialog;
  guint n;

  ex_observers_dialog_present (GTK_WIDGET (window), session_of (window), "b");
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  /* Peers and reports are proposed; neither the leader nor the one who reviews. */
  g_assert_nonnull (ask_button (dialog, "Ask Dee Lund"));
  g_assert_nonnull (ask_button (dialog, "Ask Cem Kaya"));
  g_assert_null (ask_button (dialog, "Ask Ana Okafor"));
  g_assert_null (ask_button (dialog, "Ask Ben Ito"));
  ask (window, "Ask Dee Lund");
  ask (window, "Ask Eva Frey");
  g_assert_true (mentions (dialog, "Ask 1 more"));
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Save")));
  ask (window, "Ask Fay Gold");
  g_assert_true (mentions (dialog, "0 of 3 have answered."));
  tab_and_press (dialog, "_Save");
  wait_until (has_no_dialog, window);
  ex_reviews_get_observers (reviews_in (window), index_in (window, "b"), &n);
  g_assert_cmpuint (n, ==, 3);

  /* None is as good as three. */
  ex_observers_dialog_present (GTK_WIDGET (window), session_of (window), "b");
  wait_until (has_dialog, window);
  ask (window, "Do not ask Dee Lund");
  ask (window, "Do not ask Eva Frey");
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog_of (window), "_Save")));
  ask (window, "Do not ask Fay Gold");
  click (dialog_of (window), "_Save");
  wait_until (has_no_dialog, window);
  ex_reviews_get_observers (reviews_in (window), index_in (window, "b"), &n);
  g_assert_cmpuint (n, ==, 0);
  take_back (window);
  ex_reviews_get_observers (reviews_in (window), index_in (window, "b"), &n);
  g_assert_cmpuint (n, ==, 3);
  close_window (window);
}

static void
test_observers_forbidden (void)
{
  ExWindow *window = open_reviews (wide_reviews (), "a");

  ex_observers_dialog_present (GTK_WIDGET (window), session_of (window), "b");
  wait_until (has_dialog, window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog_of (window)));
  close_dialog (window);
  close_window (window);
}

/* --- managers ------------------------------------------------------------------------------------------------------------------------ */

static const char *
manager_in (ExWindow *window, const char *leader_id)
{
  return ex_company_get_leader (ex_session_get_company (session_of (window)), index_in (window, leader_id))->manager_id;
}

static void
change_manager (ExWindow *window, const char *manager_id, const char *day)
{
  GtkWidget *dialog;

  ex_manager_dialog_present (GTK_WIDGET (window), session_of (window), "c", manager_in (window, "c"));
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "C_hange")));
  ex_leader_chooser_choose (EX_LEADER_CHOOSER (find_widget (dialog, EX_TYPE_LEADER_CHOOSER, NULL, NULL)), manager_id);
  if (day != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (find_widget (find_widget (dialog, EX_TYPE_DAY_ENTRY, NULL, NULL), GTK_TYPE_ENTRY, NULL, NULL)), "soon");
      g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "C_hange")));
      ex_day_entry_set_day (EX_DAY_ENTRY (find_widget (dialog, EX_TYPE_DAY_ENTRY, NULL, NULL)), ex_day_parse (day));
    }
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (row_titled (dialog, "_Always (a correction)"), GTK_TYPE_CHECK_BUTTON, NULL, NULL)), TRUE);
  tab_and_press (dialog, "C_hange");
  wait_until (has_no_dialog, window);
}

static void
test_manager (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog;

  change_manager (window, "d", "2026-03-01");
  g_assert_cmpstr (manager_in (window, "c"), ==, "d");
  ex_leader_dialog_present (GTK_WIDGET (window), session_of (window), "c", NULL);
  wait_until (has_dialog, window);
  settle (window);
  dialog = dialog_of (window);
  g_assert_true (says (row_titled (dialog, "Dee Lund"), "since 1 Mar 2026"));
  g_assert_true (says (row_titled (dialog, "Ben Ito"), "until 28 Feb 2026"));
  /* What is edited here never touches whom they report to. */
  type_into (dialog, "Job _title", "Calls and mail");
  close_dialog (window);
  settle (window);
  g_assert_cmpstr (manager_in (window, "c"), ==, "d");
  take_back (window);
  take_back (window);
  g_assert_cmpstr (manager_in (window, "c"), ==, "b");

  /* From a day to come: until then nothing changes for today. */
  change_manager (window, "d", "2026-09-01");
  g_assert_cmpstr (manager_in (window, "c"), ==, "b");
  take_back (window);
  change_manager (window, "a", NULL);
  g_assert_cmpstr (manager_in (window, "c"), ==, "a");
  close_window (window);
}

static void
test_days (void)
{
  static const struct { const char *id; const char *from; const char *to; const char *said; } cases[] = {
    { "c", "", "", "In the role on every day of FY 2026." },
    { "c", "2026-05-03", "", "In the role on 243 of 365 days of FY 2026." },
    { "c", "2026-12-31", "", "In the role on 1 of 365 days of FY 2026." },
    { "c", "", "2025-12-31", "Not in the role on any day of FY 2026, and takes no part in it." },
    { "b", "", "2026-06-30", "In the role on 181 of 365 days of FY 2026. After the last day 1 report goes to the next above, until you move them." },
    { "a", "", "2027-06-30", "In the role on every day of FY 2026. After the last day 2 reports go to the next above, until you move them." },
  };
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExLeader) leader = ex_leader_new (cases[i].id, "");
      g_autofree char *words = NULL;

      leader->from = ex_day_parse (cases[i].from);
      leader->to = ex_day_parse (cases[i].to);
      words = ex_leader_days_describe (ex_session_get_company (session_of (window)), leader, NULL);
      g_assert_cmpstr (words, ==, cases[i].said);
    }
  close_window (window);
}

/* --- final figures ---------------------------------------------------------------------------------------------------------------------- */

static void
enter_movements (ExStore *store)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExImportInfo info = { .file_name = "movements.csv", .digest = "d" };
  g_autoptr (GError) error = NULL;

  for (int quarter = 0; quarter < 4; quarter++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_QUARTER, 2026 * 4 + quarter } };

      entered.movement.opening = (ExCount) { 10 + 2 * quarter, 1000 + 200 * quarter };
      entered.movement.fresh = (ExCount) { 2, 200 };
      entered.movement.closing = (ExCount) { 12 + 2 * quarter, 1200 + 200 * quarter };
      g_array_append_val (movements, entered);
    }
  act_as (store, EX_STORE_HR);
  ex_store_import_movements (store, movements, &info, NULL, &error);
  g_assert_no_error (error);
}

static void
test_final (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *page;

  enter_movements (store);
  window = open_reviews (store, EX_STORE_HR);
  ex_window_show_page (window, "asset");
  settle (window);
  page = ex_window_get_page (window, "asset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "asset", "final", "2026-Q3");
  settle (window);
  g_assert_true (mentions (page, "Q3 2026 is not final: a later import may still change it. A cycle closes on final figures only."));
  click (page, "Mark Q3 2026 _Final");
  settle (window);
  g_assert_true (mentions (page, "Q3 2026 is final: later imports into it are refused."));
  click (page, "Mark _All of FY 2026 Final");
  settle (window);
  g_assert_null (button_of (page, "Mark _All of FY 2026 Final"));
  click (page, "_Open Q3 2026 Again");
  settle (window);
  g_assert_true (mentions (page, "Q3 2026 is not final"));
  take_back (window);
  settle (window);
  g_assert_true (mentions (page, "Q3 2026 is final"));

  /* A leader reads it. */
  ex_session_set_actor (session_of (window), "a");
  settle (window);
  g_assert_true (mentions (page, "Q3 2026 is final"));
  g_assert_null (button_of (page, "_Open Q3 2026 Again"));
  close_window (window);
}

/* --- view as --------------------------------------------------------------------------------------------------------------------------- */

static void
test_view_as (void)
{
  ExWindow *window = open_reviews (fresh_reviews (), EX_STORE_HR);
  GtkWidget *list;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-actor", NULL);
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "a way of looking, not a lock"));
  list = find_widget (dialog_of (window), GTK_TYPE_LIST_BOX, NULL, NULL);
  /* HR, then the first leader, then whoever is below. */
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  wait_until (has_no_dialog, window);
  g_assert_cmpstr (ex_session_get_actor (session_of (window)), ==, "a");
  g_assert_false (is_enabled (window, "win.advance-cycle"));
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cycle-people/calibrating waits for something assessed, and is for HR and the tops", test_calibrate_empty);
  g_test_add_func ("/cycle-people/a rating is adjusted with a reason, and the first one stays", test_calibrate);
  g_test_add_func ("/cycle-people/a top calibrates whom they may see", test_calibrate_top);
  g_test_add_func ("/cycle-people/three observers or none", test_observers);
  g_test_add_func ("/cycle-people/only HR names observers", test_observers_forbidden);
  g_test_add_func ("/cycle-people/a manager changes from a day on, or always was another", test_manager);
  g_test_add_func ("/cycle-people/what the days of a role mean for the cycle", test_days);
  g_test_add_func ("/cycle-people/figures are made final and opened again", test_final);
  g_test_add_func ("/cycle-people/viewing as somebody", test_view_as);
  return g_test_run ();
}
