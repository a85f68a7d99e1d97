/* Cycles in the window: the editor, bringing objectives along, the header bar's menu and the steps behind it. */
#include "config.h"

#include "cycle-finding.h"

#include "app/ex-advance-dialog.h"
#include "app/ex-bring-list.h"
#include "app/ex-cycle-track.h"
#include "app/ex-laggards.h"
#include "app/ex-pages.h"

/* --- the editor -------------------------------------------------------------------------------------------------------------- */

/* (transfer full) a company without a cycle and with these leaders, closed */
static char *
empty_company (guint n_leaders)
{
  g_autofree char *path = fresh_path ("empty.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Empty", "EUR");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_create (path, info, &error);

  g_assert_no_error (error);
  for (guint i = 1; i <= n_leaders; i++)
    {
      g_autofree char *id = g_strdup_printf ("L%u", i);
      g_autoptr (ExLeader) leader = ex_leader_new (id, i == 1 ? "Ana Okafor" : "Ben Ito");

      leader->manager_id = i > 1 ? g_strdup ("L1") : NULL;
      ex_store_save_leader (store, leader, &error);
      g_assert_no_error (error);
    }
  return g_steal_pointer (&path);
}

static GtkWidget *
dialog_after (ExWindow *window, const char *action)
{
  run (window, action);
  wait_until (has_dialog, window);
  return dialog_of (window);
}

static void
test_first (void)
{
  g_autofree char *path = empty_company (2);
  ExWindow *window = open_window (path);
  GtkWidget *dialog;

  g_assert_cmpstr (cycle_label (window), ==, "No cycle yet");
  g_assert_false (is_enabled (window, "win.edit-cycle"));
  g_assert_false (is_enabled (window, "win.advance-cycle"));
  dialog = dialog_after (window, "win.new-cycle");
  /* Nothing to bring along; the only leader without a manager is the top; the program's five words. */
  g_assert_null (button_of (dialog, "_Next"));
  g_assert_nonnull (row_titled (dialog, "Ana Okafor"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_titled (dialog, "3"))), ==, "Met");
  type_into (dialog, "_Name", "FY 2026");
  click (dialog, "_Add");
  wait_until (has_no_dialog, window);

  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Plan");
  g_assert_cmpuint (cycle_in (window)->first, ==, ex_day_new (2026, 1, 1));
  g_assert_cmpuint (cycle_in (window)->last, ==, ex_day_new (2026, 12, 31));
  g_assert_cmpstr (cycle_in (window)->tops[0], ==, "L1");
  g_assert_null (cycle_in (window)->scale);
  g_assert_cmpint (cycle_in (window)->min_objectives, ==, 3);
  take_back (window);
  g_assert_cmpstr (cycle_label (window), ==, "No cycle yet");
  close_window (window);
}

/* What is typed, and what is said of it; the button waits. */
static void
test_wrong (void)
{
  static const struct { const char *row; const char *text; const char *said; } cases[] = {
    { "_Name", "", "needs a name" },
    { "Score at the _threshold, in percent (0 to 100)", "lots", "is not a percentage" },
    { "Score at the _threshold, in percent (0 to 100)", "100.5", "from 0 % to 100 %" },
    { "Score at the _threshold, in percent (0 to 100)", "33.333", "is not a percentage" },
    { "Score at the _stretch, in percent (at least 100)", "99", "at least 100 %" },
    { "Score of a _milestone done late, in percent (0 to 100)", "-1", "from 0 % to 100 %" },
    { "2", "  ", "Rating 2 of the scale has no words" },
  };
  g_autofree char *path = empty_company (2);
  ExWindow *window = open_window (path);
  GtkWidget *dialog = dialog_after (window, "win.new-cycle");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row_titled (dialog, cases[i].row))));

      g_test_message ("“%s” is “%s”", cases[i].row, cases[i].text);
      g_assert_true (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
      type_into (dialog, cases[i].row, cases[i].text);
      wait_for_words (dialog, cases[i].said);
      g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
      type_into (dialog, cases[i].row, before);
    }
  /* An end before the beginning. */
  ex_month_entry_set_day (EX_MONTH_ENTRY (find_widget (row_titled (dialog, "_Last month"), EX_TYPE_MONTH_ENTRY, NULL, NULL)), ex_day_new (2025, 3, 1));
  type_into (dialog, "_Name", "Backwards");
  wait_for_words (dialog, "is after its last");
  gtk_window_close (GTK_WINDOW (dialog));
  close_window (window);
}

static GtkWidget *
tooltip_button (GtkWidget *root, const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0 ? child : tooltip_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_adder (GtkWidget *widget, gpointer data)
{
  return ADW_IS_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (widget)));
}

static void
test_scale (void)
{
  g_autofree char *path = empty_company (1);
  ExWindow *window = open_window (path);
  GtkWidget *dialog = dialog_after (window, "win.new-cycle");
  GtkWidget *add = find_widget (dialog, GTK_TYPE_BUTTON, is_adder, NULL);

  for (guint i = 5; i < 10; i++)
    {
      g_assert_true (gtk_widget_is_sensitive (add));
      g_signal_emit_by_name (add, "clicked");
    }
  g_assert_false (gtk_widget_is_sensitive (add));
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog, "_Add")));
  for (guint i = 10; i > 2; i--)
    {
      g_autofree char *remove = g_strdup_printf ("Remove rating %u", i);

      g_signal_emit_by_name (tooltip_button (dialog, remove), "clicked");
    }
  g_assert_false (gtk_widget_is_sensitive (tooltip_button (dialog, "Remove rating 1")));
  type_into (dialog, "1, the lowest", "No");
  type_into (dialog, "2, the highest", "Yes");
  tab_and_press (dialog, "_Add");
  wait_until (has_no_dialog, window);
  g_assert_cmpint (ex_cycle_n_ratings (cycle_in (window)), ==, 2);
  g_assert_cmpstr (ex_cycle_rating_word (cycle_in (window), 2), ==, "Yes");
  close_window (window);
}

static ExWindow *
open_cycle (ExStore *store, const char *actor)
{
  ExWindow *window = open_reviews (store, actor);

  settle (window);
  return window;
}

static void
test_edit (void)
{
  ExWindow *window = open_cycle (fresh_reviews (), EX_STORE_HR);
  GtkWidget *dialog = dialog_after (window, "win.edit-cycle");

  type_into (dialog, "_Board, by name (“the board” unless you say)", "Supervisory Board");
  type_into (dialog, "Score at the _threshold, in percent (0 to 100)", "40.5 %");
  click (dialog, "_Save");
  wait_until (has_no_dialog, window);
  g_assert_cmpstr (cycle_in (window)->board, ==, "Supervisory Board");
  g_assert_cmpint (cycle_in (window)->threshold_score, ==, 4050);
  take_back (window);
  g_assert_null (cycle_in (window)->board);
  close_window (window);
}

/* A leader reads it, and moves nothing. */
static void
test_leader (void)
{
  static const char * const actions[] = { "win.new-cycle", "win.advance-cycle", "win.back-cycle", "win.close-cycle", "win.reopen-cycle" };
  ExWindow *window = open_cycle (fresh_reviews (), "b");
  GtkWidget *dialog;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (is_enabled (window, actions[i]));
  dialog = dialog_after (window, "win.edit-cycle");
  wait_for_words (dialog, "Only HR changes a cycle");
  g_assert_null (button_of (dialog, "_Save"));
  g_assert_false (gtk_widget_is_sensitive (row_titled (dialog, "_Name")));
  tab_and_press (dialog, "_Close");
  wait_until (has_no_dialog, window);
  close_window (window);
}

/* --- the next one -------------------------------------------------------------------------------------------------------------- */

static gboolean
has_list (gpointer window)
{
  GtkWidget *list = dialog_of (window) != NULL ? part_of (dialog_of (window), "ExBringList") : NULL;

  return list != NULL && ex_bring_list_n_all (EX_BRING_LIST (list)) > 0 && ex_window_is_settled (window);
}

static void
test_bring (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog;
  ExBringList *list;
  ExCompany *company;

  check_in (store, "a1", ex_day_new (2026, 6, 30), 84);
  window = open_cycle (store, EX_STORE_HR);
  dialog = dialog_after (window, "win.new-cycle");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_titled (dialog, "_Name"))), ==, "FY 2027");
  click (dialog, "_Next");
  wait_until (has_list, window);
  list = EX_BRING_LIST (part_of (dialog, "ExBringList"));
  g_assert_cmpuint (ex_bring_list_n_chosen (list), ==, 12);
  g_assert_true (says (dialog, "12 of 12 objectives come along."));
  g_assert_true (mentions (dialog, "Reached: 84 %, the new baseline. The target stays 88 %."));

  click (dialog, "_None");
  g_assert_true (says (dialog, "0 of 12 objectives come along."));
  ex_bring_list_search (list, "okafor");
  click (dialog, "_All");
  g_assert_true (says (dialog, "3 of 12 objectives come along."));
  ex_bring_list_search (list, "");
  /* There and back: what was chosen stays. */
  tab_and_press (dialog, "_Back");
  tab_and_press (dialog, "_Next");
  g_assert_true (says (dialog, "3 of 12 objectives come along."));
  click (dialog, "_Add");
  wait_until (has_no_dialog, window);
  settle (window);

  g_assert_cmpstr (cycle_label (window), ==, "FY 2027 · Plan");
  company = ex_session_get_company (ex_window_get_session (window));
  g_assert_cmpuint (ex_company_n_objectives (company), ==, 3);
  for (guint i = 0; i < 3; i++)
    if (g_str_equal (ex_company_get_objective (company, i)->title, "Keep one-year contracts"))
      g_assert_cmpfloat (ex_company_get_objective (company, i)->baseline, ==, 84);
  /* The cycle and what came with it are one step. */
  take_back (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Plan");
  g_assert_cmpuint (ex_session_get_cycles (ex_window_get_session (window))->len, ==, 1);
  close_window (window);
}

/* --- the header bar ------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
open_menu (ExWindow *window)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (cycle_button (window)));
  settle (window);
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (cycle_button (window))));
}

static void
test_menu (void)
{
  ExStore *store = fresh_reviews ();
  g_autoptr (ExCycle) last = ex_cycle_new ("fy25", "FY_2025", ex_day_new (2025, 1, 1), ex_day_new (2025, 12, 31));
  ExWindow *window;
  GtkWidget *menu;

  g_assert_true (ex_store_save_cycle (store, last, NULL));
  window = open_cycle (store, EX_STORE_HR);
  menu = open_menu (window);
  g_assert_nonnull (part_of (menu, "ExCycleTrack"));
  g_assert_true (says (menu, "Advance to Run…"));
  g_assert_true (says (menu, "FY_2025 · Plan"));
  g_assert_false (mentions (menu, "Only HR moves a cycle"));
  gtk_widget_activate_action (menu, "cycle.show", "s", "FY_2025");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (cycle_button (window)));
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY_2025 · Plan");
  close_window (window);

  window = open_cycle (fresh_reviews (), "b");
  menu = open_menu (window);
  g_assert_true (mentions (menu, "Only HR moves a cycle on. You are viewing as Ben Ito."));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (cycle_button (window)));
  close_window (window);
}

static void
test_advance (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  GtkWidget *dialog, *row;

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  window = open_cycle (store, EX_STORE_HR);
  dialog = dialog_after (window, "win.advance-cycle");
  g_assert_true (says (dialog, "2 of 4 reviews are not agreed yet."));
  g_assert_true (mentions (dialog, "Nobody is held up"));
  row = row_titled (dialog, "Level 2");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (row_titled (row, "Dee Lund"));
  tab_and_press (dialog, "_Advance");
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Run");
  take_back (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Plan");

  /* Cancelled, nothing moves. */
  dialog_after (window, "win.advance-cycle");
  close_dialog (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Plan");
  close_window (window);
}

static void
test_back (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  advance_cycle_to (store, EX_PHASE_ASSESS);
  window = open_cycle (store, EX_STORE_HR);
  run (window, "win.back-cycle");
  give_reason (window, "Two units begin later", "_Take Back");
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Run");
  g_assert_false (is_enabled (window, "win.close-cycle"));
  close_window (window);
}

/* What is missing is told, whole; nothing is closed. */
static void
test_close_refused (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;

  bring_review (store, "a", EX_REVIEW_SIGNED);
  window = open_cycle (store, EX_STORE_HR);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Sign");
  run (window, "win.close-cycle");
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "FY 2026 cannot be closed yet"));
  g_assert_true (mentions (dialog_of (window), "Ben Ito"));
  g_assert_true (mentions (dialog_of (window), "Cem Kaya"));
  g_assert_true (mentions (dialog_of (window), "Dee Lund"));
  close_dialog (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Sign");
  close_window (window);
}

/* --- words ------------------------------------------------------------------------------------------------------------------------ */

static void
test_track (void)
{
  static const struct { ExPhase phase; int year, month, day; const char *said; } cases[] = {
    { EX_PHASE_PLAN, 2026, 1, 30, "“Plan” lasts until 31 Jan 2026, tomorrow." },
    { EX_PHASE_PLAN, 2026, 1, 31, "“Plan” lasts until 31 Jan 2026, today." },
    { EX_PHASE_PLAN, 2026, 2, 1, "“Plan” was to last until 31 Jan 2026, 1 day ago." },
    { EX_PHASE_ASSESS, 2026, 7, 1, "“Assess” lasts until 21 Jan 2027, in 204 days." },
    { EX_PHASE_CLOSED, 2027, 3, 1, "Closed: nothing in it changes any more." },
  };
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      cycle->phase = cases[i].phase;
      words = ex_cycle_track_describe (cycle, ex_day_new (cases[i].year, cases[i].month, cases[i].day));
      g_assert_cmpstr (words, ==, cases[i].said);
    }
}

static void
test_laggards (void)
{
  ExStore *store = fresh_reviews ();
  ExWindow *window;
  g_autoptr (GPtrArray) laggards = NULL;
  guint leaders;

  bring_review (store, "a", EX_REVIEW_ASSESSED);
  bring_review (store, "b", EX_REVIEW_SELF_ASSESSED);
  take_step (store, EX_STORE_HR, "d", EX_STEP_EXCUSE, "On leave");
  window = open_cycle (store, EX_STORE_HR);
  laggards = ex_laggards_find (ex_session_get_reviews (ex_window_get_session (window)));
  /* The excused are not counted; self-assessed is not assessed. */
  g_assert_cmpuint (ex_laggards_count (laggards, &leaders), ==, 2);
  g_assert_cmpuint (leaders, ==, 3);
  g_assert_cmpuint (laggards->len, ==, 3);
  g_assert_cmpuint (((ExLaggards *) g_ptr_array_index (laggards, 0))->level, ==, 1);
  g_assert_cmpuint (((ExLaggards *) g_ptr_array_index (laggards, 0))->behind->len, ==, 0);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cycle/the first one starts with the only leader without a manager", test_first);
  g_test_add_func ("/cycle/what is wrong is said while it is typed", test_wrong);
  g_test_add_func ("/cycle/a scale has two to ten words", test_scale);
  g_test_add_func ("/cycle/an open one is edited", test_edit);
  g_test_add_func ("/cycle/a leader reads it and moves nothing", test_leader);
  g_test_add_func ("/cycle/the next one brings objectives along", test_bring);
  g_test_add_func ("/cycle/the menu shows where it stands and switches", test_menu);
  g_test_add_func ("/cycle/advancing lists who is behind and refuses nothing", test_advance);
  g_test_add_func ("/cycle/going back takes a reason", test_back);
  g_test_add_func ("/cycle/closing tells everything that is missing", test_close_refused);
  g_test_add_func ("/cycle/where it stands in days", test_track);
  g_test_add_func ("/cycle/laggards are who is there and not far enough", test_laggards);
  return g_test_run ();
}
