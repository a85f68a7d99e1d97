/* What somebody tries who opens the company's file with SQLite's own shell, references and recursive triggers off as they are there by
 * default, but under an action as the journal asks for: what stands is neither updated, deleted, added to nor replaced. */
#include "config.h"

#include "cheat-fixture.h"
#include "review-fixture.h"

/* a is signed, b assessed and half signed, c agreed, d drafted. */
static void
set_up_stages (ExStore *store)
{
  static const char * const agreed[] = { "a", "b", "c" };
  ExCheckInRow row = { .objective_id = "b2", .day = ex_day_new (2026, 1, 10), .value = 82 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof row);
  ExImportInfo info = { .file_name = "check-ins.csv", .digest = "01" };
  g_autoptr (GError) error = NULL;

  g_array_append_val (rows, row);
  g_assert_true (ex_store_import_check_ins (store, rows, &info, NULL, &error)); /* its number is 1 */
  save_check_in (store, "a1", "2026-01-10", 81);
  save_check_in (store, "b1", "2026-01-10", 81);
  save_check_in (store, "c1", "2026-01-10", 81);
  for (gsize i = 0; i < G_N_ELEMENTS (agreed); i++)
    bring_to (store, agreed[i], EX_REVIEW_AGREED);
  advance_to (store, EX_PHASE_ASSESS);
  for (gsize i = 0; i < 2; i++)
    {
      const char *reviewer = reviewer_of (agreed[i]);

      must_rate_all (store, agreed[i], agreed[i], EX_ROLE_SELF, agreed[i], 4);
      must_take (store, agreed[i], agreed[i], EX_STEP_SELF_ASSESS, NULL);
      must_rate_all (store, actor_for (reviewer), agreed[i], EX_ROLE_MANAGER, reviewer, 3);
      must_take (store, actor_for (reviewer), agreed[i], EX_STEP_ASSESS, NULL);
    }
  g_assert_true (ex_store_begin (store, "More", &error));
  ex_database_execute (store->db, "INSERT INTO adjustments VALUES ('a1', 5, 'So', 'Board'), ('b1', 5, 'So', 'Board');"
                                  "INSERT INTO observers VALUES ('fy26', 'a', 'd'), ('fy26', 'b', 'd');"
                                  "INSERT INTO private_notes VALUES ('fy26', 'a', 'HR', 'Note'), ('fy26', 'b', 'HR', 'Note')", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (store, NULL));
  advance_to (store, EX_PHASE_SIGN);
  must_take (store, "HR", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "b", EX_STEP_SIGN, NULL);
}

#define OBJECTIVES "change only by an amendment"
#define OBJECTIVE_ROW(id, leader, title) \
  "INTO objectives (id, cycle_id, leader_id, title, kind, aggregate, weight) VALUES ('" id "', 'fy26', '" leader "', '" title "', 'number', 'latest', 0)"

static const Cheat on_objectives[] = {
  { "UPDATE objectives SET target = 81 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET baseline = 81 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET threshold = 81 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET stretch = 99 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET low = 1 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET high = 1 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET width = 1 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET due = '2026-05-05' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET weight = 4001 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET aggregate = 'sum' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET kind = 'milestone' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET unit = 'x' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET decimals = 2 WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET source = 'x' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET cadence = 'weekly' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET parent_id = 'a1' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET local_reason = 'x' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET leader_id = 'd', title = 'x' WHERE id = 'c1'", OBJECTIVES },
  { "UPDATE objectives SET leader_id = 'c', title = 'x' WHERE id = 'd1'", OBJECTIVES },
  { "UPDATE objectives SET title = 'x' WHERE id = 'a1'", OBJECTIVES },
  { "UPDATE OR REPLACE objectives SET leader_id = 'c' WHERE id = 'd1'", OBJECTIVES },
  { "DELETE FROM objectives WHERE id = 'c1'", OBJECTIVES },
  { "INSERT " OBJECTIVE_ROW ("c9", "c", "New"), OBJECTIVES },
  { "INSERT OR REPLACE " OBJECTIVE_ROW ("c1", "c", "Objective 1"), OBJECTIVES },
  { "INSERT OR REPLACE " OBJECTIVE_ROW ("c1", "d", "Stolen"), OBJECTIVES },
  { "REPLACE " OBJECTIVE_ROW ("x9", "c", "Objective 1"), OBJECTIVES },
  { "INSERT " OBJECTIVE_ROW ("c1", "c", "x") " ON CONFLICT DO UPDATE SET weight = 0", OBJECTIVES },
  { "INSERT INTO links (objective_id, driver) VALUES ('c1', 'expand')", OBJECTIVES },
  { "UPDATE links SET claim_value = 7 WHERE objective_id = 'c1'", OBJECTIVES },
  { "DELETE FROM links WHERE objective_id = 'c1'", OBJECTIVES },
  { "REPLACE INTO links (objective_id, driver) VALUES ('c1', 'retain')", OBJECTIVES },
};

static void
test_objectives (Fixture *fixture, gconstpointer data)
{
  set_up_stages (fixture->store);
  all_refused (fixture->path, on_objectives, G_N_ELEMENTS (on_objectives));
  assert_sound (fixture->store);
}

#define CHECK_INS "check-ins of a review that is assessed or signed"
#define RATING    "stands once it is submitted"
#define ADJUST    "gate G4"
#define STEPS     "A step that was taken does not change"

static const Cheat on_reviews[] = {
  { "UPDATE check_ins SET value = 88 WHERE objective_id = 'a1'", CHECK_INS },
  { "UPDATE check_ins SET note = 'x' WHERE objective_id = 'b1'", CHECK_INS },
  { "DELETE FROM check_ins WHERE objective_id = 'b1'", CHECK_INS },
  { "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('b1', '2026-02-02', 88, '2026-02-02')", CHECK_INS },
  { "REPLACE INTO check_ins (objective_id, day, value, recorded) VALUES ('a1', '2026-01-10', 88, '2026-02-02')", CHECK_INS },

  { "UPDATE ratings SET rating = 5 WHERE objective_id = 'a1' AND role = 'self'", RATING },
  { "UPDATE ratings SET rating = 5 WHERE objective_id = 'b1' AND role = 'manager'", RATING },
  { "UPDATE ratings SET comment = 'x' WHERE objective_id = 'b1'", RATING },
  { "DELETE FROM ratings WHERE objective_id = 'b1'", RATING },
  { "REPLACE INTO ratings VALUES ('b1', 'manager', 'a', 5, 'x', 1, NULL)", RATING },
  { "INSERT INTO ratings VALUES ('b1', 'manager', 'd', 5, 'x', 1, NULL)", RATING },
  { "INSERT INTO ratings VALUES ('c1', 'manager', 'a', 5, 'x', 1, NULL)", RATING },  /* b reviews */
  { "INSERT INTO ratings VALUES ('c1', 'self', 'b', 5, 'x', 0, NULL)", RATING },
  { "INSERT INTO ratings VALUES ('c1', 'self', 'c', 6, 'x', 0, NULL)", RATING },     /* five points */
  { "INSERT INTO ratings VALUES ('c1', 'self', 'c', 5, 'x', 1, 88)", RATING },       /* confirms their own actual */
  { "INSERT INTO ratings VALUES ('c1', 'observer', 'd', 5, 'x', 0, NULL)", RATING }, /* not named */
  { "INSERT INTO ratings VALUES ('d1', 'self', 'd', 5, 'x', 0, NULL)", RATING },     /* not agreed */

  { "INSERT INTO adjustments VALUES ('a2', 5, 'x', 'x')", ADJUST },
  { "INSERT INTO adjustments VALUES ('b2', 5, 'x', 'x')", ADJUST },
  { "INSERT INTO adjustments VALUES ('c1', 5, 'x', 'x')", ADJUST },
  { "UPDATE adjustments SET rating = 1 WHERE objective_id = 'b1'", ADJUST },
  { "UPDATE adjustments SET why = 'x' WHERE objective_id = 'a1'", ADJUST },
  { "DELETE FROM adjustments WHERE objective_id = 'b1'", ADJUST },
  { "REPLACE INTO adjustments VALUES ('b1', 1, 'x', 'x')", ADJUST },

  { "INSERT INTO observers VALUES ('fy26', 'a', 'c')", "observers of a review that is signed" },
  { "DELETE FROM observers WHERE leader_id = 'a'", "observers of a review that is signed" },
  { "UPDATE observers SET observer_id = 'c' WHERE leader_id = 'b'", "does not change" },
  { "INSERT INTO private_notes VALUES ('fy26', 'a', 'd', 'x')", "notes on a signed review" },
  { "UPDATE private_notes SET note = 'x' WHERE leader_id = 'a'", "notes on a signed review" },
  { "DELETE FROM private_notes WHERE leader_id = 'a'", "notes on a signed review" },
  { "REPLACE INTO private_notes VALUES ('fy26', 'a', 'HR', 'x')", "notes on a signed review" },

  { "UPDATE review_steps SET state = 'agreed', leader_signed = NULL, reviewer_signed = NULL WHERE leader_id = 'a'", STEPS },
  { "UPDATE review_steps SET day = '2026-01-01'", STEPS },
  { "UPDATE review_steps SET why = 'x'", STEPS },
  { "DELETE FROM review_steps WHERE leader_id = 'a'", "" },
  { "DELETE FROM review_steps WHERE leader_id = 'a' AND number = (SELECT max (number) FROM review_steps WHERE leader_id = 'a')", "signature is not taken back" },
  { "DELETE FROM review_steps WHERE leader_id = 'c'", "only taken back by undoing" },
  { "REPLACE INTO review_steps (cycle_id, leader_id, number, step, day, state) VALUES ('fy26', 'c', 1, 'agree', '2026-01-01', 'agreed')", "" },
  { "REPLACE INTO review_steps SELECT cycle_id, leader_id, number, 'reopen', 'x', day, 'assessed', reviewer_id, assessed_by, 0, NULL, NULL FROM reviews WHERE leader_id = 'a'",
    "next number" },
  { "UPDATE cycle_steps SET phase = 'plan', step = 'back', why = 'x'", STEPS },
  { "DELETE FROM cycle_steps WHERE number = 4", "only taken back by undoing" },
  { "DELETE FROM cycle_steps WHERE number = 1", "Only the last step" },
  { "UPDATE cycles SET last_day = '2027-12-31'", "days and the scores of a cycle" },
  { "UPDATE cycles SET first_day = '2025-12-31'", "days and the scores of a cycle" },
  { "UPDATE cycles SET late_score = 10000", "days and the scores of a cycle" },
  { "UPDATE cycles SET stretch_score = 20000", "days and the scores of a cycle" },
  { "UPDATE cycles SET threshold_score = 0", "days and the scores of a cycle" },
  { "DELETE FROM cycles", "is not removed" },
  { "REPLACE INTO cycles (id, name, first_day, last_day) VALUES ('fy26', 'FY 2026', '2026-01-01', '2026-12-31')", "closed cycle" },
  { "REPLACE INTO cycles (id, name, first_day, last_day) VALUES ('x', 'FY 2026', '2026-01-01', '2026-12-31')", "closed cycle" },
  { "INSERT INTO scale_words VALUES ('fy26', 1, 'x')", "scale of a cycle" },
  { "DELETE FROM leaders WHERE id = 'a'", "A leader whose review took steps" },

  /* an action that says it undoes something, and takes away what is not that */
  { "UPDATE actions SET undoes = 1 WHERE digest IS NULL; DELETE FROM review_steps WHERE leader_id = 'c'", "only taken back by undoing" },
  { "UPDATE actions SET undoes = (SELECT max (action) FROM changes WHERE table_name = 'review_steps' AND row_key LIKE '[\"fy26\",\"b\",%') WHERE digest IS NULL;"
    "DELETE FROM review_steps WHERE leader_id = 'b' AND number = (SELECT max (number) FROM review_steps WHERE leader_id = 'b')", "signature is not taken back" },

  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'send-back', 'x', day, 'drafting', reviewer_id, NULL, 0, NULL, NULL FROM reviews WHERE leader_id = 'c';"
    "UPDATE actions SET digest = 'x', chain = 'x' WHERE digest IS NULL; INSERT INTO actions (number, name, actor, system_user, at, salt, undoes)"
    " SELECT max (number) + 1, 'Undo', 'HR', 'x', 0, 'x', max (number) FROM actions; UPDATE open_action SET action = (SELECT max (number) FROM actions);"
    "UPDATE objectives SET target = 81 WHERE id = 'c1'; DELETE FROM review_steps WHERE leader_id = 'c' AND step = 'send-back'", "was changed since" },

  /* a number of an import opened by force, so that rows pass as its own */
  { "UPDATE open_action SET import = 77; INSERT INTO check_ins (objective_id, day, value, recorded, import) VALUES ('b1', '2026-02-02', 88, '2026-02-02', 77);"
    "INSERT INTO imports (number, what, file_name, file_digest, added, total, digest) VALUES (77, 'check_ins', '', '', 1, '88', '')", "The import has rows" },
  { "UPDATE open_action SET import = 77; INSERT INTO check_ins (objective_id, day, value, recorded, import) VALUES ('b1', '2026-02-02', 88, '2026-02-02', 77);"
    "UPDATE open_action SET import = NULL", "The import has rows" },
  { "UPDATE open_action SET import = 77; INSERT INTO objectives (id, cycle_id, leader_id, title, kind, aggregate, weight, import)"
    " VALUES ('c9', 'fy26', 'c', 'New', 'number', 'latest', 0, 77); INSERT INTO imports (number, what, file_name, file_digest, added, total, digest)"
    " VALUES (77, 'objectives', '', '', 1, '0', '')", "The import has rows" },
  { "UPDATE open_action SET import = 1; UPDATE check_ins SET value = 99 WHERE import = 1", "The import has rows" },
  { "UPDATE open_action SET import = 1; DELETE FROM check_ins WHERE import = 1", "The import has rows" },
  { "UPDATE imports SET undone = 1 WHERE number = 1", "The import has rows" },
  { "UPDATE open_action SET import = 77; INSERT INTO links (objective_id, driver, import) VALUES ('c1', 'expand', 77);"
    "INSERT INTO imports (number, what, file_name, file_digest, added, total, digest) VALUES (77, 'objectives', '', '', 1, '0', '')", "The import has rows" },
};

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  set_up_stages (fixture->store);
  all_refused (fixture->path, on_reviews, G_N_ELEMENTS (on_reviews));
  assert_sound (fixture->store);
}

/* --- amendments -------------------------------------------------------------------------------------------------------------------- */

#define AMENDED(weight) \
  "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ('fy26', 'c', 1, 'So', 'c', '2026-05-05');" \
  "INSERT INTO amended_objectives SELECT cycle_id, leader_id, 1, id, aggregate, baseline, threshold, 90, stretch, low, high, width, due, " weight "," \
  " '[{\"driver\":\"retain\",\"value\":1000,\"customers\":null}]', aggregate, baseline, threshold, target, stretch, low, high, width, due, weight," \
  " '[{\"driver\":\"retain\",\"value\":1000,\"customers\":null}]' FROM objectives WHERE id = 'c1';"
#define ACCEPT "UPDATE amendments SET state = 'accepted', decided_by = 'b'"
#define FINISH "UPDATE actions SET digest = 'x', chain = 'x' WHERE digest IS NULL"

static const Cheat on_amendments[] = {
  { AMENDED ("weight") ACCEPT, "when every objective is as it says" },
  { AMENDED ("weight") "UPDATE objectives SET target = 91 WHERE id = 'c1'", OBJECTIVES },
  { AMENDED ("weight") "UPDATE objectives SET target = 90 WHERE id = 'c2'", OBJECTIVES },
  { AMENDED ("weight") "UPDATE objectives SET target = 90 WHERE id = 'c1';" FINISH, "half made" },
  { AMENDED ("weight") "UPDATE links SET claim_value = 1 WHERE objective_id = 'c1';" FINISH, "half made" },
  { AMENDED ("weight") "UPDATE objectives SET target = 90 WHERE id = 'c1'; DELETE FROM links WHERE objective_id = 'c1';" ACCEPT, "when every objective is as it says" },
  { AMENDED ("4001") "UPDATE objectives SET target = 90, weight = 4001 WHERE id = 'c1';" ACCEPT, "could be agreed" },
  { AMENDED ("weight") "UPDATE objectives SET target = 90 WHERE id = 'c1';" ACCEPT "; UPDATE objectives SET target = 95 WHERE id = 'c1'", OBJECTIVES },
  { AMENDED ("weight") "UPDATE amended_objectives SET target = 95", "does not change" },
  { AMENDED ("weight") "DELETE FROM amended_objectives", "An amendment stays" },
  { AMENDED ("weight") "DELETE FROM amendments", "An amendment stays" },
  { AMENDED ("weight") "UPDATE amendments SET state = 'refused', decided_by = 'b'; UPDATE amendments SET state = 'accepted'", "decided once" },
  { AMENDED ("weight") "UPDATE amendments SET state = 'refused', decided_by = 'b'; UPDATE amendments SET state = 'proposed', decided_by = NULL", "decided once" },
  { AMENDED ("weight") "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ('fy26', 'c', 2, 'So', 'c', '2026-05-05')", "one at a time" },
  { AMENDED ("weight") "UPDATE amendments SET why = 'x'", "decided once" },
  { "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ('fy26', 'd', 1, 'So', 'c', '2026-05-05')", "while the review is agreed" },
  { "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ('fy26', 'b', 1, 'So', 'c', '2026-05-05')", "while the review is agreed" },
  { "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day, state, decided_by) VALUES ('fy26', 'c', 1, 'So', 'c', '2026-05-05', 'accepted', 'b')",
    "while the review is agreed" },
  { "INSERT INTO amendments (cycle_id, leader_id, number, why, proposed_by, day) VALUES ('fy26', 'c', 1, 'So', 'c', '2026-05-05');"
    "INSERT INTO amended_objectives SELECT cycle_id, leader_id, 1, id, aggregate, baseline, threshold, 90, stretch, low, high, width, due, weight, '[]',"
    " aggregate, baseline, threshold, 70, stretch, low, high, width, due, weight, '[]' FROM objectives WHERE id = 'c1'", "beside what it is now" },
};

static void
test_amendments (Fixture *fixture, gconstpointer data)
{
  sqlite3 *shell;
  g_autofree char *said = NULL;

  set_up_stages (fixture->store);
  all_refused (fixture->path, on_amendments, G_N_ELEMENTS (on_amendments));
  shell = open_shell (fixture->path); /* and as it should be */
  said = cheat (shell, AMENDED ("weight") "UPDATE objectives SET target = 90 WHERE id = 'c1';" ACCEPT ";" FINISH);
  g_assert_cmpstr (said, ==, NULL);
  sqlite3_close (shell);
}

/* --- closed -------------------------------------------------------------------------------------------------------------------------- */

#define CLOSED "closed cycle"
#define FINAL  "figures of a final period do not change"

static const Cheat on_closed[] = {
  { "UPDATE cycles SET name = 'x'", CLOSED },
  { "UPDATE OR REPLACE cycles SET name = 'FY 2026' WHERE id = 'x'", CLOSED },
  { "REPLACE INTO cycles (id, name, first_day, last_day) VALUES ('y', 'FY 2026', '2027-01-01', '2027-12-31')", CLOSED },
  { "INSERT INTO cycle_plans (cycle_id) VALUES ('fy26')", CLOSED },
  { "INSERT INTO scale_words VALUES ('fy26', 1, 'x')", CLOSED },
  { "INSERT INTO tops VALUES ('fy26', 'b')", CLOSED },
  { "UPDATE objectives SET title = 'x' WHERE id = 'd1'", "closed cycle not at all" },
  { "DELETE FROM objectives WHERE id = 'd1'", "closed cycle not at all" },
  { "INSERT " OBJECTIVE_ROW ("d9", "d", "New"), "closed cycle not at all" },
  { "DELETE FROM links WHERE objective_id = 'd1'", "closed cycle not at all" },
  { "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('d1', '2026-02-02', 88, '2026-02-02')", "closed cycle" },
  { "INSERT INTO observers VALUES ('fy26', 'd', 'c')", CLOSED },
  { "INSERT INTO private_notes VALUES ('fy26', 'd', 'HR', 'x')", CLOSED },
  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'reopen', 'x', day, state, reviewer_id, assessed_by, 0, NULL, NULL FROM reviews WHERE leader_id = 'd'",
    "open cycle" },
  { "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day) VALUES ('fy26', 6, 'back', 'sign', 'x', '2027-01-01')", "A cycle moves" },
  { "DELETE FROM cycle_steps WHERE step = 'close'", "closing of a cycle is not taken back" },
  { "UPDATE cycle_steps SET closing_value = 99 WHERE step = 'close'", STEPS },
  { "DELETE FROM final_periods", "stays final" },
  { "UPDATE movements SET closing_value = 99", FINAL },
  { "DELETE FROM movements", FINAL },
  { "INSERT INTO movements VALUES ('2026-05', 5,1,0,0,0,0,6, 50,1,0,0,0,0,51, NULL)", FINAL },
  { "REPLACE INTO movements VALUES ('2026', 5,1,0,0,0,0,6, 50,1,0,0,0,0,99, NULL)", FINAL },
  { "UPDATE open_action SET import = 77; INSERT INTO ledger_layers VALUES (77, 'recurring', 'month', 0, x'', x'', x'', 0, 0); INSERT INTO ledger_columns VALUES (77, 2026 * 12 + 4, x'', x'', x'', x'', NULL)", FINAL },
  { "UPDATE open_action SET import = 77; INSERT INTO ledger_columns VALUES (77, 2026 * 12 + 4, x'', x'', x'', x'', NULL); INSERT INTO ledger_layers VALUES (77, 'recurring', 'month', 0, x'', x'', x'', 0, 0)", FINAL },
};

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    must_take (store, "HR", leaders[i], EX_STEP_EXCUSE, "Trial");
  advance_to (store, EX_PHASE_SIGN);
  g_assert_true (ex_store_begin (store, "Enter movements", NULL));
  ex_database_execute (store->db, "INSERT INTO movements VALUES ('2026', 5,1,0,0,0,0,6, 50,1,0,0,0,0,51, NULL); INSERT INTO final_periods VALUES ('2026')", &error);
  g_assert_true (ex_store_commit (store, NULL));
  g_assert_true (ex_store_close_cycle (store, "fy26", &error));
  g_assert_no_error (error);
  save_cycle (store, "x", "FY 2027", "2027-01-01", "2027-12-31");
  all_refused (fixture->path, on_closed, G_N_ELEMENTS (on_closed));
  assert_sound (store);
}

/* --- past the triggers -------------------------------------------------------------------------------------------------------------------- */

static void
test_past_triggers (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  set_up_stages (store);
  assert_sound (store);
#define SAYS(sql, words) assert_check_says (store, fixture->path, sql, words)
  SAYS ("UPDATE objectives SET weight = 3999 WHERE id = 'c1'", "The review of Cy in “FY 2026” is beyond drafting, but the weights of its objectives total 99.99 %");
  SAYS ("DELETE FROM links WHERE objective_id = 'a2'", "The review of Ann in “FY 2026” is beyond drafting, but its objective “Objective 2” is linked to no driver");
  SAYS ("UPDATE objectives SET target = baseline WHERE id = 'b3'", "The objective “Objective 3” in “FY 2026” belongs to a review that is beyond drafting, but cannot");
  SAYS ("DELETE FROM review_steps WHERE leader_id = 'b' AND number = 2", "The steps of the review of Bob in “FY 2026” are not numbered");
  SAYS ("UPDATE review_steps SET state = 'assessed' WHERE leader_id = 'c'", "The review of Cy in “FY 2026” went from drafting to assessed by a step");
  SAYS ("DELETE FROM cycle_steps WHERE number = 2", "The steps of the cycle “FY 2026” are not numbered");
  SAYS ("UPDATE cycle_steps SET phase = 'calibrate' WHERE number = 4", "The cycle “FY 2026” was moved by a step that does not lead where it says (step 4)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/cheats/objectives that are agreed", test_objectives);
  add_review_test ("/store/cheats/reviews that are assessed or signed", test_reviews);
  add_review_test ("/store/cheats/amendments by halves", test_amendments);
  add_review_test ("/store/cheats/a closed cycle and its figures", test_closed);
  add_review_test ("/store/cheats/past the triggers, check finds it", test_past_triggers);
  return g_test_run ();
}
