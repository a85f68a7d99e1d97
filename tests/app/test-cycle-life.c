/* One cycle from an empty company to a closed one, through the window: HR, the first leader and one who reports to her, each doing what is
 * theirs; and what is refused on the way. */
#include "config.h"

#include "cycle-finding.h"

#include "app/ex-leader-dialog.h"
#include "app/ex-objective-dialog.h"
#include "app/ex-rating-row.h"

#define ANA "L001"
#define BEN "L002"

/* --- acting ------------------------------------------------------------------------------------------------------------------------- */

static void
be (ExWindow *window, const char *actor)
{
  ex_session_set_actor (ex_window_get_session (window), actor);
  settle (window);
}

/* The page, with what is to be seen on it. */
static GtkWidget *
go (ExWindow *window, const char *page, const char *what, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", page, what, id);
  settle (window);
  return ex_window_get_page (window, page);
}

static ExReviewState
state_in (ExWindow *window, const char *leader_id)
{
  return review_of (window, leader_id)->state;
}

typedef struct { ExWindow *window; const char *leader; ExReviewState state; } State;

static gboolean
is_so_far (gpointer data)
{
  const State *wanted = data;

  return ex_window_is_settled (wanted->window) && state_in (wanted->window, wanted->leader) == wanted->state;
}

static void
wait_for_state (ExWindow *window, const char *leader_id, ExReviewState state)
{
  State wanted = { window, leader_id, state };

  wait_until (is_so_far, &wanted);
}

/* The dialog that follows a button, and its answer. */
static void
answer (ExWindow *window, const char *label)
{
  wait_until (has_dialog, window);
  click (dialog_of (window), label);
  wait_until (has_no_dialog, window);
  settle (window);
}

/* --- planning ------------------------------------------------------------------------------------------------------------------------- */

static void
add_leader (ExWindow *window, const char *name, const char *manager)
{
  ex_leader_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), NULL, manager);
  wait_until (has_dialog, window);
  type_into (dialog_of (window), "_Name", name);
  tab_and_press (dialog_of (window), "_Add");
  wait_until (has_no_dialog, window);
  settle (window);
}

static void
add_cycle (ExWindow *window)
{
  run (window, "win.new-cycle");
  wait_until (has_dialog, window);
  type_into (dialog_of (window), "_Name", "FY 2026");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_widget (row_titled (dialog_of (window), "Least number of _objectives"), GTK_TYPE_SPIN_BUTTON, NULL,
                                                           NULL)), 1);
  tab_and_press (dialog_of (window), "_Add");
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Plan");
}

static void
choose (GtkWidget *dialog, const char *row, guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (row_titled (dialog, row), GTK_TYPE_DROP_DOWN, NULL, NULL)), position);
}

static void
add_objective (ExWindow *window, const char *leader_id)
{
  GtkWidget *dialog;

  ex_objective_dialog_present (GTK_WIDGET (window), ex_window_get_session (window), NULL, leader_id);
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  type_into (dialog, "_Title", "Keep one-year contracts");
  type_into (dialog, "_Weight in the review, in percent", "100");
  type_into (dialog, "_Unit", "%");
  type_into (dialog, "_Source of the data", "Billing");
  choose (dialog, "_Checked", 2);
  type_into (dialog, "_Baseline", "80");
  type_into (dialog, "Ta_rget", "88");
  type_into (dialog, "Why it has _no parent", "Both of us keep them");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row_titled (dialog, "Retain")), TRUE);
  click (dialog, "_Add");
  wait_until (has_no_dialog, window);
  settle (window);
}

/* Ben's cannot be agreed before Ana's is. */
static void
agree (ExWindow *window)
{
  GtkWidget *page;

  be (window, ANA);
  page = go (window, "reviews", "leader", BEN);
  click (page, "_Agree");
  wait_until (has_dialog, window);
  close_dialog (window);
  g_assert_cmpint (state_in (window, BEN), ==, EX_REVIEW_DRAFTING);

  be (window, EX_STORE_HR);
  click (go (window, "reviews", "leader", ANA), "_Agree");
  wait_for_state (window, ANA, EX_REVIEW_AGREED);
  be (window, ANA);
  click (go (window, "reviews", "leader", BEN), "_Agree");
  wait_for_state (window, BEN, EX_REVIEW_AGREED);
}

static void
advance (ExWindow *window, const char *label)
{
  be (window, EX_STORE_HR);
  run (window, "win.advance-cycle");
  wait_until (has_dialog, window);
  tab_and_press (dialog_of (window), "_Advance");
  wait_until (has_no_dialog, window);
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, label);
}

/* --- assessing -------------------------------------------------------------------------------------------------------------------------- */

static gboolean
reads_rating (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
rate (GtkWidget *page, int rating)
{
  GtkWidget *row = find_widget (page, EX_TYPE_RATING_ROW, NULL, NULL);
  g_autofree char *label = g_strdup_printf ("%d", rating);
  GtkWidget *check;

  g_assert_nonnull (row);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (row, GTK_TYPE_TEXT_VIEW, NULL, NULL))), "As it looks", -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (row, GTK_TYPE_TOGGLE_BUTTON, reads_rating, label)), TRUE);
  check = find_widget (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  if (check != NULL && gtk_widget_get_mapped (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
rate_oneself (ExWindow *window, const char *leader_id)
{
  GtkWidget *page;

  be (window, leader_id);
  page = go (window, "my-review", "self-assessment", "");
  rate (page, 4);
  settle (window);
  click (page, "_Submit");
  wait_for_state (window, leader_id, EX_REVIEW_SELF_ASSESSED);
}

/* Nobody rates others before having rated themself. */
static void
assess (ExWindow *window)
{
  GtkWidget *page;

  rate_oneself (window, BEN);
  be (window, ANA);
  page = go (window, "reviews", "leader", BEN);
  click (page, "A_ssess");
  wait_until (has_dialog, window);
  close_dialog (window);
  g_assert_cmpint (state_in (window, BEN), ==, EX_REVIEW_SELF_ASSESSED);

  rate_oneself (window, ANA);
  be (window, EX_STORE_HR);
  page = go (window, "reviews", "leader", ANA);
  rate (page, 3);
  settle (window);
  click (page, "A_ssess");
  wait_for_state (window, ANA, EX_REVIEW_ASSESSED);
  be (window, ANA);
  page = go (window, "reviews", "leader", BEN);
  rate (page, 2);
  settle (window);
  click (page, "A_ssess");
  wait_for_state (window, BEN, EX_REVIEW_ASSESSED);
}

static void
calibrate (ExWindow *window)
{
  GtkWidget *page = go (window, "calibrate", "leader", BEN), *dialog;
  const char *objective;

  g_assert_true (says (page, "Ben Ito"));
  objective = ex_company_get_objective (ex_session_get_company (ex_window_get_session (window)),
                                        *ex_company_leader_objectives (ex_session_get_company (ex_window_get_session (window)), 1, &(guint) { 0 }))->id;
  gtk_widget_activate_action (part_of (page, "ExCalibrateView"), "calibrate.adjust", "s", objective);
  wait_until (has_dialog, window);
  dialog = dialog_of (window);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (dialog, GTK_TYPE_DROP_DOWN, NULL, NULL)), 2); /* 5, 4, 3 */
  type_into (dialog, "Rea_son", "Held against the others");
  type_into (dialog, "A_greed by, name", "The board");
  tab_and_press (dialog, "_Adjust");
  wait_until (has_no_dialog, window);
  settle (window);
}

/* --- signing, from the top ------------------------------------------------------------------------------------------------------------- */

typedef struct { ExWindow *window; const char *leader; } Signing;

static gboolean
has_reviewers_signature (gpointer data)
{
  const Signing *signing = data;

  return ex_window_is_settled (signing->window) && review_of (signing->window, signing->leader)->reviewer_signed != NULL;
}

static void
sign_as_reviewer (ExWindow *window, const char *actor, const char *leader_id)
{
  Signing signing = { window, leader_id };

  be (window, actor);
  click (go (window, "reviews", "leader", leader_id), "_Sign");
  answer (window, "_Sign");
  wait_until (has_reviewers_signature, &signing);
}

static void
sign_oneself (ExWindow *window, const char *leader_id)
{
  be (window, leader_id);
  click (go (window, "my-review", "sign", ""), "_Sign…");
  answer (window, "_Sign");
  wait_for_state (window, leader_id, EX_REVIEW_SIGNED);
}

/* --- closing ---------------------------------------------------------------------------------------------------------------------------- */

static gpointer
import_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExImportInfo info = { .file_name = "movements.csv", .digest = "d" };

  for (int quarter = 0; quarter < 4; quarter++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_QUARTER, 2026 * 4 + quarter } };

      entered.movement.opening = (ExCount) { 10 + 2 * quarter, 1000 + 200 * quarter };
      entered.movement.fresh = (ExCount) { 2, 200 };
      entered.movement.closing = (ExCount) { 12 + 2 * quarter, 1200 + 200 * quarter };
      g_array_append_val (movements, entered);
    }
  return GINT_TO_POINTER (ex_store_import_movements (store, movements, &info, NULL, error));
}

static void
refuse_to_close (ExWindow *window, const char *because)
{
  run (window, "win.close-cycle");
  wait_until (has_dialog, window);
  g_assert_true (mentions (dialog_of (window), "FY 2026 cannot be closed yet"));
  g_assert_true (mentions (dialog_of (window), because));
  close_dialog (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Sign");
}

static void
close_cycle (ExWindow *window)
{
  GtkWidget *page;

  be (window, EX_STORE_HR);
  refuse_to_close (window, "ledger");
  ex_session_write_async (ex_window_get_session (window), "Import movements", import_in_worker, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (window);
  refuse_to_close (window, "final");
  page = go (window, "asset", "final", "");
  click (page, "Mark _All of FY 2026 Final");
  settle (window);

  /* Asked once more, and not undone by Ctrl+Z: it is opened again, with a reason. */
  run (window, "win.close-cycle");
  answer (window, "_Cancel");
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Sign");
  run (window, "win.close-cycle");
  answer (window, "_Close the Cycle");
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Closed");
}

static void
stay_closed (ExWindow *window)
{
  static const char * const actions[] = { "win.advance-cycle", "win.back-cycle", "win.close-cycle" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (is_enabled (window, actions[i]));
  run (window, "win.edit-cycle");
  wait_until (has_dialog, window);
  wait_for_words (dialog_of (window), "This cycle is closed");
  g_assert_null (button_of (dialog_of (window), "_Save"));
  close_dialog (window);
  click (go (window, "asset", "final", "2026-Q3"), "_Open Q3 2026 Again");
  settle (window);
  g_assert_true (mentions (ex_window_get_page (window, "asset"), "Q3 2026 is final"));
}

static void
test_life (void)
{
  g_autofree char *path = fresh_path ("life.exemplar");
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Life", "EUR");
  ExStore *store = ex_store_create (path, info, NULL);
  ExWindow *window;

  g_assert_nonnull (store);
  ex_store_close (store);
  window = open_window (path);
  add_leader (window, "Ana Okafor", NULL);
  add_leader (window, "Ben Ito", ANA);
  add_cycle (window);
  add_objective (window, ANA);
  add_objective (window, BEN);
  agree (window);
  advance (window, "FY 2026 · Run");
  advance (window, "FY 2026 · Assess");
  assess (window);
  advance (window, "FY 2026 · Calibrate");
  calibrate (window);
  advance (window, "FY 2026 · Sign");
  sign_as_reviewer (window, EX_STORE_HR, ANA);
  sign_oneself (window, ANA);
  sign_as_reviewer (window, ANA, BEN);
  sign_oneself (window, BEN);
  close_cycle (window);
  stay_closed (window);
  run (window, "win.reopen-cycle");
  give_reason (window, "A quarter was missing", "_Re-open");
  settle (window);
  g_assert_cmpstr (cycle_label (window), ==, "FY 2026 · Sign");
  g_assert_cmpint (state_in (window, BEN), ==, EX_REVIEW_SIGNED);
  close_window (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cycle-life/from an empty company to a closed cycle", test_life);
  return g_test_run ();
}
