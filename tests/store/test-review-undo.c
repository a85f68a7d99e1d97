/* Undo in the review cycle: what is signed or closed stands, a step that others were built on is refused by the name of what came later,
 * and what is taken back and done again passes its gates again. */
#include "config.h"

#include "review-fixture.h"

#include "store/ex-database.h"

/* The number of the latest action of this name; the subject is somebody's name or in it. */
static gint64
action_of (ExStore *store, const char *name, const char *subject)
{
  g_autoptr (ExStatement) row = ex_database_prepare (store->db, "SELECT max (number) FROM actions WHERE name = $1 AND instr (subject, $2) > 0", NULL);

  ex_statement_bind_text (row, 1, name);
  ex_statement_bind_text (row, 2, subject);
  g_assert_true (ex_statement_step (row, NULL));
  if (ex_statement_is_null (row, 0))
    g_error ("there is no “%s: %s”", name, subject);
  return ex_statement_int (row, 0);
}

/* By HR; refused with @words, and the file is as it was. */
static void
must_not_undo (ExStore *store, gint64 action, const char *words)
{
  g_autofree char *before = dump_reviews (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) undone = NULL;

  act_as (store, EX_STORE_HR);
  undone = ex_store_undo (store, action, &error);
  if (undone != NULL)
    g_error ("action %d was undone; expected: %s", (int) action, words);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, words);
  after = dump_reviews (store);
  g_assert_cmpstr (before, ==, after);
}

static void
must_undo (ExStore *store, gint64 action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) undone = NULL;

  act_as (store, EX_STORE_HR);
  undone = ex_store_undo (store, action, &error);
  g_assert_no_error (error);
}

static void
all_agreed (ExStore *store)
{
  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  bring_to (store, "c", EX_REVIEW_AGREED);
}

static void
self_assess (ExStore *store, const char *leader_id)
{
  must_rate_all (store, leader_id, leader_id, EX_ROLE_SELF, leader_id, 4);
  must_take (store, leader_id, leader_id, EX_STEP_SELF_ASSESS, NULL);
}

static void
assess (ExStore *store, const char *leader_id)
{
  const char *reviewer = reviewer_of (leader_id);

  must_rate_all (store, actor_for (reviewer), leader_id, EX_ROLE_MANAGER, reviewer, 3);
  must_take (store, actor_for (reviewer), leader_id, EX_STEP_ASSESS, NULL);
}

/* a signed, b half signed. */
static void
signed_at_the_top (ExStore *store)
{
  all_agreed (store);
  advance_to (store, EX_PHASE_ASSESS);
  self_assess (store, "a");
  self_assess (store, "b");
  assess (store, "a");
  assess (store, "b");
  advance_to (store, EX_PHASE_SIGN);
  must_take (store, "HR", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "b", EX_STEP_SIGN, NULL);
}

static void
test_agreed_under (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  all_agreed (store);
  must_not_undo (store, action_of (store, "Agree objectives", "Bob"), "because “Agree objectives: Cy” (action");
  must_not_undo (store, action_of (store, "Agree objectives", "Bob"), "came later and builds on it");
  must_undo (store, action_of (store, "Agree objectives", "Cy"));
  must_undo (store, action_of (store, "Agree objectives", "Bob"));
  assert_state (store, "b", EX_REVIEW_DRAFTING);
  assert_sound (store);
}

static void
test_assessed_after (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  all_agreed (store);
  advance_to (store, EX_PHASE_ASSESS);
  self_assess (store, "b");
  must_rate_all (store, "b", "c", EX_ROLE_MANAGER, "b", 3);
  must_not_undo (store, action_of (store, "Submit a self-assessment", "Bob"), "came later and builds on it");
  self_assess (store, "c");
  must_take (store, "b", "c", EX_STEP_ASSESS, NULL);
  must_not_undo (store, action_of (store, "Submit a self-assessment", "Bob"), "because “Assess a review: Cy” (action");
  must_not_undo (store, action_of (store, "Submit a self-assessment", "Cy"), "because “Assess a review: Cy” (action");
}

static void
test_drafts_under_a_step (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  gint64 rating;

  all_agreed (store);
  advance_to (store, EX_PHASE_ASSESS);
  must_rate_all (store, "b", "b", EX_ROLE_SELF, "b", 4);
  rating = n_actions (store);
  must_not_undo (store, action_of (store, "Agree objectives", "Bob"), "came later and builds on it");
  must_take (store, "b", "b", EX_STEP_SELF_ASSESS, NULL);
  must_not_undo (store, rating, "because “Submit a self-assessment: Bob” (action");
  must_undo (store, action_of (store, "Submit a self-assessment", "Bob"));
  must_undo (store, rating);
  assert_sound (store);
}

static void
test_phase_that_opened (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  gint64 to_assess;

  all_agreed (store);
  advance_to (store, EX_PHASE_ASSESS);
  to_assess = n_actions (store);
  must_rate_all (store, "b", "b", EX_ROLE_SELF, "b", 4);
  must_not_undo (store, to_assess, "came later and builds on it");
  must_take (store, "b", "b", EX_STEP_SELF_ASSESS, NULL);
  must_not_undo (store, to_assess, "because “Submit a self-assessment: Bob” (action");
  advance_to (store, EX_PHASE_CALIBRATE);
  must_not_undo (store, to_assess, "because “Advance a cycle");
  must_undo (store, n_actions (store));
  g_assert_cmpint (count (store, "SELECT count (*) FROM cycle_phases WHERE phase = 'assess'"), ==, 1);
}

/* --- signatures ---------------------------------------------------------------------------------------------------------------- */

static void
test_signatures_stand (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  gint64 reopened;

  signed_at_the_top (store);
  must_not_undo (store, action_of (store, "Sign a review", "Ann"), "HR re-opens the review with a reason");
  must_not_undo (store, action_of (store, "Sign a review", "Bob"), "sending the review back, with a reason, takes the signature off");
  must_take (store, "HR", "a", EX_STEP_REOPEN, "A mistake");
  reopened = n_actions (store);
  must_not_undo (store, reopened, "signed anew");
  assert_state (store, "a", EX_REVIEW_ASSESSED);
  assert_sound (store);
}

/* What is under a signature: a check-in, a rating, an objective, a reporting line. */
static void
test_under_a_signature (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  gint64 check_in, line, objective = action_of (store, "Add an objective", "Objective 1");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) title = NULL;

  save_check_in (store, "a1", "2026-01-10", 82);
  check_in = n_actions (store);
  title = ex_objective_find (store->db, "a1", &error);
  g_free (title->title);
  title->title = g_strdup ("Answer sooner");
  g_assert_true (ex_store_save_objective (store, title, &error));
  objective = n_actions (store);
  g_assert_true (ex_store_change_manager (store, "b", NULL, ex_day_new (2026, 6, 1), &error));
  g_assert_true (ex_store_change_manager (store, "b", "a", EX_DAY_NONE, &error));
  line = n_actions (store);
  signed_at_the_top (store);
  must_take (store, "b", "b", EX_STEP_SIGN, NULL);
  must_not_undo (store, check_in, "because “Sign a review: Ann” (action");
  must_not_undo (store, check_in, "what is signed or closed stands until HR re-opens it");
  must_not_undo (store, action_of (store, "Draft a self-assessment", "Ann"), "“Sign a review: Ann”");
  must_not_undo (store, objective, "“Sign a review: Ann”");
  must_not_undo (store, line, "“Sign a review: Bob”");
}

static void
test_an_import_under_a_signature (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  ExCheckInRow row = { .objective_id = "b1", .day = ex_day_new (2026, 1, 10), .value = 82 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof row);
  ExImportInfo info = { .file_name = "check-ins.csv", .digest = "01" };
  g_autoptr (GError) error = NULL;
  gint64 import;

  g_array_append_val (rows, row);
  g_assert_true (ex_store_import_check_ins (store, rows, &info, NULL, &error));
  import = n_actions (store);
  must_undo (store, import);
  redo (store);
  signed_at_the_top (store);
  must_not_undo (store, import, "because “Sign a review: Bob” (action");
  must_take (store, "a", "b", EX_STEP_SEND_BACK, "Once more");
  must_not_undo (store, import, "because “Assess a review: Bob” (action");
}

static void
test_a_close_stands (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 check_in, movements;

  save_check_in (store, "a1", "2026-01-10", 82);
  check_in = n_actions (store);
  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    must_take (store, "HR", leaders[i], EX_STEP_EXCUSE, "Trial");
  advance_to (store, EX_PHASE_SIGN);
  g_assert_true (ex_store_begin (store, "Enter movements", NULL));
  ex_database_execute (store->db, "INSERT INTO movements VALUES ('2026', 5,1,0,0,0,0,6, 50,1,0,0,0,0,51, NULL)", &error);
  ex_database_execute (store->db, "INSERT INTO final_periods VALUES ('2026')", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (store, NULL));
  movements = n_actions (store);
  g_assert_true (ex_store_close_cycle (store, "fy26", &error));
  g_assert_no_error (error);
  must_not_undo (store, n_actions (store), "HR re-opens the cycle with a reason");
  must_not_undo (store, check_in, "because “Close a cycle");
  must_not_undo (store, movements, "stays final");
  g_assert_true (ex_store_reopen_cycle (store, "fy26", "A mistake", &error));
  must_not_undo (store, n_actions (store), "closed again the usual way");
  must_undo (store, check_in);
  assert_sound (store);
}

/* Proposed and accepted, undone twice and done again twice; what was agreed under it cannot be undone in between. */
static void
test_amendments_back_and_forth (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExAmendment) amendment = ex_amendment_new ("fy26", "a", "The market turned");
  g_autoptr (GError) error = NULL;
  g_autofree char *agreed = NULL, *proposed = NULL, *accepted = NULL, *now = NULL;
  ExObjective *objective;

  bring_to (store, "a", EX_REVIEW_AGREED);
  agreed = dump_reviews (store);
  objective = ex_objective_find (store->db, "a1", &error);
  objective->target = 92;
  g_ptr_array_add (amendment->after, objective);
  act_as (store, "a");
  ex_store_propose_amendment (store, amendment, &error);
  g_assert_no_error (error);
  proposed = dump_reviews (store);
  must_not_undo (store, action_of (store, "Agree objectives", "Ann"), "came later and builds on it");
  ex_store_decide_amendment (store, "fy26", "a", 1, EX_AMENDMENT_ACCEPTED, NULL, &error);
  g_assert_no_error (error);
  accepted = dump_reviews (store);
  undo (store);
  now = dump_reviews (store);
  g_assert_cmpstr (now, ==, proposed);
  redo (store);
  g_free (now);
  now = dump_reviews (store);
  g_assert_cmpstr (now, ==, accepted);
  undo (store);
  must_undo (store, n_actions (store) - 4); /* the proposal */
  g_free (now);
  now = dump_reviews (store);
  g_assert_cmpstr (now, ==, agreed);
  assert_sound (store);
}

/* --- redo ------------------------------------------------------------------------------------------------------------------------- */

static void
test_redo_passes_gates_again (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) redone = NULL;
  gint64 undoing;

  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  must_undo (store, action_of (store, "Agree objectives", "Bob"));
  undoing = n_actions (store);
  must_undo (store, action_of (store, "Agree objectives", "Ann"));
  redone = ex_store_undo (store, undoing, &error);
  g_assert_null (redone);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "gate G1");
  must_undo (store, n_actions (store));
  must_undo (store, undoing);
  assert_state (store, "b", EX_REVIEW_AGREED);
  assert_sound (store);
}

/* A step back, an edit and both undone in turn, as Ctrl+Z does; with the edit standing, the step back stands, too. */
static void
test_step_back_after_an_edit (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = NULL;
  gint64 back;

  bring_to (store, "a", EX_REVIEW_AGREED);
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Aim higher");
  back = n_actions (store);
  objective = ex_objective_find (store->db, "a1", &error);
  objective->target = 90;
  g_assert_true (ex_store_save_objective (store, objective, &error));
  must_not_undo (store, back, "came later and builds on it");
  undo (store);
  undo (store);
  assert_state (store, "a", EX_REVIEW_AGREED);
  g_assert_cmpint (count (store, "SELECT target = 88 FROM objectives WHERE id = 'a1'"), ==, 1);
  assert_sound (store);
}

static void
test_a_circle_on_a_past_day (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 undoing;

  g_assert_true (ex_store_change_manager (store, "d", "b", ex_day_new (2026, 3, 10), &error));
  must_undo (store, n_actions (store));
  undoing = n_actions (store);
  g_assert_true (ex_store_change_manager (store, "b", "d", ex_day_new (2026, 3, 1), &error));
  must_not_undo (store, undoing, "came later and builds on it"); /* they would report to each other today */
  g_assert_true (ex_store_change_manager (store, "b", "a", ex_day_new (2026, 4, 1), &error));
  g_assert_no_error (error);
  must_not_undo (store, undoing, "circle");                       /* in March alone */
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/review-undo/agreed, when those under it agreed", test_agreed_under);
  add_review_test ("/store/review-undo/self-assessed, when others were assessed after", test_assessed_after);
  add_review_test ("/store/review-undo/drafts and their step, one after the other", test_drafts_under_a_step);
  add_review_test ("/store/review-undo/a phase that later steps needed", test_phase_that_opened);
  add_review_test ("/store/review-undo/signatures stand", test_signatures_stand);
  add_review_test ("/store/review-undo/what is under a signature stands", test_under_a_signature);
  add_review_test ("/store/review-undo/an import under a signature stands", test_an_import_under_a_signature);
  add_review_test ("/store/review-undo/a close stands, and all in it", test_a_close_stands);
  add_review_test ("/store/review-undo/amendments, back and forth", test_amendments_back_and_forth);
  add_review_test ("/store/review-undo/redo passes the gates again", test_redo_passes_gates_again);
  add_review_test ("/store/review-undo/a step back and an edit after it", test_step_back_after_an_edit);
  add_review_test ("/store/review-undo/a circle on a past day", test_a_circle_on_a_past_day);
  return g_test_run ();
}
