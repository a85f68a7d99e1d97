/* The gates as triggers, by SQL, as another program would come to them: for each gate everything is there and it opens; then every single
 * thing alone is taken away, and it does not. (That the rules say the same is in test-gates-rules.c.) */
#include "config.h"

#include "review-fixture.h"

typedef struct
{
  const char *spoil; /* NULL: nothing */
  const char *words; /* of the refusal; NULL: the gate's */
} Reason;

/* In an action that is rolled back. @attempt after @spoil is refused with @words; NULL: let through. */
static void
attempt (ExStore *store, const char *spoil, const char *attempt, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (store, "Try", NULL));
  ex_database_execute (store->db, spoil != NULL ? spoil : "", &error);
  if (error != NULL)
    g_error ("%s: %s", spoil, error->message);
  ex_database_execute (store->db, attempt, &error);
  if (words == NULL && error != NULL)
    g_error ("after “%s”: %s", spoil != NULL ? spoil : "", error->message);
  if (words != NULL && error == NULL)
    g_error ("let through after “%s”: %s", spoil, attempt);
  if (words != NULL)
    assert_refused (&error, words);
  ex_store_rollback (store);
}

static void
each_alone (ExStore *store, const Reason *reasons, gsize n, const char *step, const char *gate)
{
  attempt (store, NULL, step, NULL);
  for (gsize i = 0; i < n; i++)
    attempt (store, reasons[i].spoil, step, reasons[i].words != NULL ? reasons[i].words : gate);
}

#define EACH_ALONE(store, reasons, step, gate) each_alone (store, reasons, G_N_ELEMENTS (reasons), step, gate)

/* The next step of a leader, with all else as it was. */
#define NEXT_ROW(leader, step, why, state) \
  "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, '" step "', " why ", '2026-12-31', " state \
  ", reviewer_id, assessed_by, excused, reviewer_signed, leader_signed FROM reviews WHERE leader_id = '" leader "'"
#define EXCUSE(leader) "INSERT INTO review_steps SELECT 'fy26', '" leader "', coalesce (max (number), 0) + 1, 'excuse', 'Ill', '2026-02-01'," \
  " coalesce (max (state), 'drafting'), max (reviewer_id), max (assessed_by), 1, max (reviewer_signed), NULL" \
  " FROM reviews WHERE leader_id = '" leader "'"
#define CLOSED "DROP TRIGGER cycle_steps_fit; DROP TRIGGER cycle_steps_close;" \
  "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 9, 'close', 'closed', '2027-01-01')"
#define GONE(leader) "DROP TRIGGER leaders_lock_days; UPDATE leaders SET from_day = '2027-01-01' WHERE id = '" leader "'"
#define SHORT_SCALE "DROP TRIGGER scale_words_lock_insert; INSERT INTO scale_words VALUES ('fy26', 1, 'No'), ('fy26', 2, 'Yes')"

/* --- G1 ---------------------------------------------------------------------------------------------------------------------------- */

static const Reason agree_reasons[] = {
  { "UPDATE objectives SET weight = 3999 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET weight = 4001 WHERE id = 'b1'", NULL },
  { "INSERT INTO cycle_plans (cycle_id, min_objectives) VALUES ('fy26', 4)", NULL },
  { "DELETE FROM links WHERE objective_id = 'b3'", NULL },
  { "UPDATE objectives SET unit = NULL WHERE id = 'b2'", NULL },
  { "UPDATE objectives SET unit = ' ' || char (9) WHERE id = 'b2'", NULL },
  { "UPDATE objectives SET source = NULL WHERE id = 'b2'", NULL },
  { "UPDATE objectives SET cadence = NULL WHERE id = 'b2'", NULL },
  { "UPDATE objectives SET title = ' ' WHERE id = 'b2'", NULL },
  { "UPDATE objectives SET baseline = NULL WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET target = NULL WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET target = 80 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET target = 80.00000001 WHERE id = 'b1'", NULL }, /* within one in a thousand million */
  { "UPDATE objectives SET threshold = 79 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET threshold = 88 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET stretch = 87 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET stretch = 88 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'range' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'range', low = 5 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'range', low = 5, high = 5 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'range', low = 6, high = 5 WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'milestone' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'milestone', due = '2027-01-01' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET kind = 'milestone', due = '2026-02-30' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET local_reason = NULL WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET local_reason = ' ' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET parent_id = 'b1' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET parent_id = 'd1' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET parent_id = 'c1' WHERE id = 'b1'", NULL },
  { "UPDATE objectives SET parent_id = 'nobody' WHERE id = 'b1'", NULL },
  { "DELETE FROM links WHERE objective_id LIKE 'b%'; DELETE FROM objectives WHERE leader_id = 'b'", NULL },
  { NEXT_ROW ("a", "send-back", "'No'", "'drafting'"), NULL },
  { "UPDATE leaders SET manager_id = NULL WHERE id = 'b'", NULL }, /* two without a manager, and no top is named */
  { "UPDATE leaders SET to_day = '2026-01-10' WHERE id = 'a'; UPDATE leaders SET manager_id = 'd' WHERE id = 'a'; INSERT INTO tops VALUES ('fy26', 'c')", NULL },
  { GONE ("b"), NULL },
  { CLOSED, NULL },
  { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, excused) VALUES ('fy26', 'b', 1, 'excuse', 'Ill', '2026-02-01', 'drafting', 1)", NULL },
};

static void
test_agree (Fixture *fixture, gconstpointer data)
{
  static const char step[] = "INSERT INTO review_steps (cycle_id, leader_id, number, step, day, state, reviewer_id)"
                             " VALUES ('fy26', 'b', (SELECT coalesce (max (number), 0) + 1 FROM review_steps WHERE leader_id = 'b'), 'agree', '2026-02-01', 'agreed', 'a')";
  static const char good[][160] = {
    "UPDATE objectives SET parent_id = 'a1', local_reason = NULL WHERE id = 'b1'",
    "UPDATE objectives SET threshold = 80, stretch = 90 WHERE id = 'b1'",
    "UPDATE objectives SET baseline = 9, threshold = 8, target = 7, stretch = 6 WHERE id = 'b1'",
    "UPDATE objectives SET kind = 'range', low = 5, width = 1 WHERE id = 'b1'",
    "UPDATE objectives SET kind = 'milestone', due = '2026-12-31', unit = NULL WHERE id = 'b1'",
    "INSERT INTO cycle_plans (cycle_id, min_objectives) VALUES ('fy26', 1)",
  };

  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  EACH_ALONE (fixture->store, agree_reasons, step, "gate G1");
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    attempt (fixture->store, good[i], step, NULL);
  bring_to (fixture->store, "b", EX_REVIEW_AGREED);
  attempt (fixture->store, NULL, step, "gate G1");
}

/* --- G2 ---------------------------------------------------------------------------------------------------------------------------- */

static const Reason self_reasons[] = {
  { "DELETE FROM ratings WHERE objective_id = 'b2'", NULL },
  { "UPDATE ratings SET rating = NULL WHERE objective_id = 'b2'", NULL },
  { "UPDATE ratings SET comment = NULL WHERE objective_id = 'b2'", NULL },
  { "UPDATE ratings SET comment = ' ' WHERE objective_id = 'b2'", NULL },
  { SHORT_SCALE, NULL },
  { "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day) VALUES ('fy26', 3, 'back', 'run', 'Too soon', '2026-12-31')", NULL },
  { NEXT_ROW ("b", "send-back", "'No'", "'drafting'"), NULL },
  { EXCUSE ("b"), NULL },
  { GONE ("b"), NULL },
  { CLOSED, NULL },
};

static void
test_self_assess (Fixture *fixture, gconstpointer data)
{
  static const char step[] = NEXT_ROW ("b", "self-assess", "NULL", "'self-assessed'");

  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  bring_to (fixture->store, "b", EX_REVIEW_AGREED);
  advance_to (fixture->store, EX_PHASE_ASSESS);
  must_rate_all (fixture->store, "b", "b", EX_ROLE_SELF, "b", 4);
  EACH_ALONE (fixture->store, self_reasons, step, "gate G2");
  must_take (fixture->store, "b", "b", EX_STEP_SELF_ASSESS, NULL);
  attempt (fixture->store, NULL, step, "gate G2");
}

/* --- G3 ---------------------------------------------------------------------------------------------------------------------------- */

static const Reason assess_reasons[] = {
  { "DELETE FROM ratings WHERE objective_id = 'b2' AND role = 'manager'", NULL },
  { "UPDATE ratings SET rating = NULL WHERE objective_id = 'b2' AND role = 'manager'", NULL },
  { "UPDATE ratings SET confirmed = 0 WHERE objective_id = 'b2' AND role = 'manager'", NULL },
  { SHORT_SCALE, NULL },
  { NEXT_ROW ("a", "send-back", "'No'", "'agreed'"), NULL },
  { NEXT_ROW ("b", "send-back", "'No'", "'agreed'"), NULL },
  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'move', 'Away', '2026-12-31', state, 'd', assessed_by, excused, reviewer_signed,"
    " leader_signed FROM reviews WHERE leader_id = 'b'", NULL }, /* who has rated nothing, and neither themself */
  { EXCUSE ("b"), NULL },
  { GONE ("b"), NULL },
  { CLOSED, NULL },
};

static void
self_assess (ExStore *store, const char *leader_id)
{
  must_rate_all (store, leader_id, leader_id, EX_ROLE_SELF, leader_id, 4);
  must_take (store, leader_id, leader_id, EX_STEP_SELF_ASSESS, NULL);
}

static void
set_up_assess (ExStore *store)
{
  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  advance_to (store, EX_PHASE_ASSESS);
  self_assess (store, "a");
  self_assess (store, "b");
  must_rate_all (store, "a", "b", EX_ROLE_MANAGER, "a", 3);
}

static const char assess_step[] =
  "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'assess', NULL, '2026-12-31', 'assessed', reviewer_id, 'a', excused, NULL, NULL"
  " FROM reviews WHERE leader_id = 'b'";

static void
test_assess (Fixture *fixture, gconstpointer data)
{
  set_up_assess (fixture->store);
  EACH_ALONE (fixture->store, assess_reasons, assess_step, "gate G3");
  must_take (fixture->store, "a", "b", EX_STEP_ASSESS, NULL);
  attempt (fixture->store, NULL, assess_step, "gate G3");
}

/* --- G4 ---------------------------------------------------------------------------------------------------------------------------- */

static const Reason calibrate_reasons[] = {
  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'send-back', 'No', '2026-12-31', 'self-assessed', reviewer_id, NULL, 0, NULL, NULL"
    " FROM reviews WHERE leader_id = 'b'", NULL },
  { "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 3, 'advance', 'calibrate', '2026-12-31'), ('fy26', 4, 'advance', 'sign', '2026-12-31');"
    "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', NULL, '2026-12-31', 'assessed', reviewer_id, '', 0, '', NULL FROM reviews WHERE leader_id = 'a';"
    "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', NULL, '2026-12-31', 'signed', reviewer_id, '', 0, '', 'a' FROM reviews WHERE leader_id = 'a';"
    "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', NULL, '2026-12-31', 'assessed', reviewer_id, 'a', 0, 'a', NULL FROM reviews WHERE leader_id = 'b'", NULL },
  { SHORT_SCALE, NULL },
  { EXCUSE ("b"), NULL },
  { CLOSED, NULL },
};

static void
set_up_assessed (ExStore *store)
{
  set_up_assess (store);
  must_rate_all (store, "HR", "a", EX_ROLE_MANAGER, "", 3);
  must_take (store, "HR", "a", EX_STEP_ASSESS, NULL);
  must_take (store, "a", "b", EX_STEP_ASSESS, NULL);
}

static void
test_calibrate (Fixture *fixture, gconstpointer data)
{
  static const char adjust[] = "INSERT INTO adjustments VALUES ('b1', 4, 'As elsewhere', 'Ann')";

  set_up_assessed (fixture->store);
  EACH_ALONE (fixture->store, calibrate_reasons, adjust, "gate G4");
  attempt (fixture->store, NULL, "INSERT INTO adjustments VALUES ('b1', 4, ' ', 'Ann')", "gate G4");
  attempt (fixture->store, NULL, "INSERT INTO adjustments VALUES ('b1', 4, 'As elsewhere', ' ')", "gate G4");
  attempt (fixture->store, NULL, "INSERT INTO adjustments VALUES ('b1', 6, 'As elsewhere', 'Ann')", "gate G4");
  attempt (fixture->store, adjust, "UPDATE adjustments SET why = ' '", "gate G4");
}

/* --- G5 ---------------------------------------------------------------------------------------------------------------------------- */

#define SIGN_B(why, state, by, by_leader) \
  "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', " why ", '2026-12-31', '" state "', reviewer_id, 'a', 0, " by ", " by_leader \
  " FROM reviews WHERE leader_id = 'b'"

static const Reason sign_reasons[] = {
  { "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day) VALUES ('fy26', 5, 'back', 'calibrate', 'Too soon', '2026-12-31')", NULL },
  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'reopen', 'Again', '2026-12-31', 'assessed', reviewer_id, '', 0, NULL, NULL"
    " FROM reviews WHERE leader_id = 'a'", NULL },
  { EXCUSE ("b"), NULL },
  { GONE ("b"), NULL },
  { CLOSED, NULL },
};

static void
test_sign (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  static const struct { const char *sql, *words; } wrong[] = {
    { SIGN_B ("NULL", "assessed", "'b'", "NULL"), "The signatures are not those" },
    { SIGN_B ("NULL", "assessed", "''", "NULL"), "The signatures are not those" },
    { SIGN_B ("NULL", "signed", "'a'", "'b'"), "does not lead to where" },
    { SIGN_B ("NULL", "assessed", "'HR'", "NULL"), "say why" },
    { SIGN_B ("' '", "assessed", "'HR'", "NULL"), "say why" },
    { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 2, 'sign', NULL, '2026-12-31', 'assessed', reviewer_id, 'a', 0, 'a', NULL"
      " FROM reviews WHERE leader_id = 'b'", "next number" },
    { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', NULL, '2026-12-31', 'assessed', 'd', 'a', 0, 'a', NULL"
      " FROM reviews WHERE leader_id = 'b'", "does not lead to where" },
    { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'sign', NULL, '2026-12-31', 'assessed', 'a', 'd', 0, 'a', NULL"
      " FROM reviews WHERE leader_id = 'b'", "does not lead to where" },
  };

  set_up_assessed (store);
  advance_to (store, EX_PHASE_SIGN);
  attempt (store, NULL, SIGN_B ("NULL", "assessed", "'a'", "NULL"), "gate G5"); /* the top is not signed */
  must_take (store, "HR", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "a", EX_STEP_SIGN, NULL);
  EACH_ALONE (store, sign_reasons, SIGN_B ("NULL", "assessed", "'a'", "NULL"), "gate G5");
  attempt (store, NULL, SIGN_B ("'On leave'", "assessed", "'HR'", "NULL"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    attempt (store, NULL, wrong[i].sql, wrong[i].words);

  must_take (store, "a", "b", EX_STEP_SIGN, NULL);
  EACH_ALONE (store, sign_reasons, SIGN_B ("NULL", "signed", "'a'", "'b'"), "gate G5");
  attempt (store, NULL, SIGN_B ("'Ill'", "signed", "'a'", "'HR'"), NULL);
  attempt (store, NULL, SIGN_B ("NULL", "signed", "'a'", "'HR'"), "say why");
  attempt (store, NULL, SIGN_B ("NULL", "signed", "'a'", "'a'"), "The signatures are not those");
  attempt (store, NULL, SIGN_B ("NULL", "signed", "'HR'", "'b'"), "The signatures are not those");
  must_take (store, "b", "b", EX_STEP_SIGN, NULL);
  attempt (store, NULL, SIGN_B ("NULL", "signed", "'a'", "'b'"), "gate G5");
}

/* --- G6 ---------------------------------------------------------------------------------------------------------------------------- */

static const Reason close_reasons[] = {
  { "INSERT INTO review_steps SELECT cycle_id, leader_id, number + 1, 'reopen', 'Back', '2026-12-31', state, reviewer_id, assessed_by, 0, NULL, NULL"
    " FROM reviews WHERE leader_id = 'c'", NULL },
  { "INSERT INTO leaders (id, name, manager_id, to_day) VALUES ('x', 'Xia', 'a', '2026-01-01')", NULL }, /* there for a day */
  { "DELETE FROM final_periods WHERE period = '2026-Q2'", NULL },
  { "DELETE FROM final_periods; DELETE FROM movements", NULL },
  { "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day) VALUES ('fy26', 5, 'back', 'calibrate', 'Too soon', '2026-12-31')", "closed" },
};

#define CLOSE(figures) "INSERT INTO cycle_steps VALUES ('fy26', (SELECT max (number) + 1 FROM cycle_steps), 'close', 'closed', NULL, '2027-01-01', " figures ")"

static void
test_close (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    must_take (store, "HR", leaders[i], EX_STEP_EXCUSE, "Trial");
  advance_to (store, EX_PHASE_SIGN);
  g_assert_true (ex_store_begin (store, "Enter movements", NULL));
  ex_database_execute (store->db, "INSERT INTO movements SELECT '2026-Q' || value, 5,1,0,0,0,0,6, 50,1,0,0,0,0,51, NULL FROM"
                                  " (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3 UNION SELECT 4);"
                                  "INSERT INTO final_periods SELECT period FROM movements;"
                                  "INSERT INTO leaders (id, name, manager_id, to_day) VALUES ('y', 'Yan', 'a', '2025-12-31')", &error); /* gone before */
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (store, NULL));
  EACH_ALONE (store, close_reasons, CLOSE ("5, 6, 50, 51"), "gate G6");
  attempt (store, NULL, CLOSE ("0, 6, 50, 51"), NULL);
  attempt (store, NULL, CLOSE ("0, 6, 0, 51"), "growth is not defined");
  attempt (store, NULL, CLOSE ("NULL, NULL, NULL, NULL"), "growth is not defined");
}

/* --- the steps without a gate ----------------------------------------------------------------------------------------------------- */

static void
test_other_steps (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  static const struct { const char *sql, *words; } steps[] = {
    { NEXT_ROW ("a", "send-back", "'No'", "'drafting'"), NULL },
    { NEXT_ROW ("a", "send-back", "' '", "'drafting'"), "say why" },
    { NEXT_ROW ("a", "send-back", "'No'", "'self-assessed'"), "does not lead to where" },
    { NEXT_ROW ("a", "reopen", "'No'", "'agreed'"), "Only a signed or an excused review" },
    { NEXT_ROW ("a", "dissent", "'No'", "'agreed'"), "A dissent is written" },
    { NEXT_ROW ("a", "move", "'No'", "'agreed'"), "A review moves" },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id) VALUES ('fy26', 'c', 1, 'move', 'So', '2026-02-01', 'drafting', 'd')", NULL },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id) VALUES ('fy26', 'c', 1, 'move', 'So', '2026-02-01', 'drafting', 'b')", "A review moves" },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id) VALUES ('fy26', 'c', 1, 'move', 'So', '2026-02-01', 'drafting', 'c')", "A review moves" },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id) VALUES ('fy26', 'b', 1, 'move', 'So', '2026-02-01', 'drafting', 'c')", "A review moves" },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state) VALUES ('fy26', 'nobody', 1, 'excuse', 'So', '2026-02-01', 'drafting')", "of a leader in a cycle" },
    { "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state) VALUES ('fy99', 'b', 1, 'excuse', 'So', '2026-02-01', 'drafting')", "of a leader in a cycle" },
    { "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 1, 'advance', 'assess', '2026-02-01')", "A cycle moves to the next phase" },
    { "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 2, 'advance', 'run', '2026-02-01')", "next number" },
    { "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 1, 'close', 'closed', '2026-02-01')", "" },
    { "INSERT INTO cycle_steps (cycle_id, number, step, phase, day, opening_value) VALUES ('fy26', 1, 'advance', 'run', '2026-02-01', 1)", "Closing writes down" },
    { "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day) VALUES ('fy26', 1, 'back', 'plan', 'x', '2026-02-01')", "A cycle moves to the next phase" },
  };

  bring_to (store, "a", EX_REVIEW_AGREED);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    attempt (store, NULL, steps[i].sql, steps[i].words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/gates/G1 agree: every reason alone", test_agree);
  add_review_test ("/store/gates/G2 self-assess: every reason alone", test_self_assess);
  add_review_test ("/store/gates/G3 assess: every reason alone", test_assess);
  add_review_test ("/store/gates/G4 calibrate: every reason alone", test_calibrate);
  add_review_test ("/store/gates/G5 sign: every reason alone", test_sign);
  add_review_test ("/store/gates/G6 close: every reason alone", test_close);
  add_review_test ("/store/gates/the other steps have conditions", test_other_steps);
  return g_test_run ();
}
