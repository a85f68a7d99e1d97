/* Reporting lines with their dates. */
#include "config.h"

#include "review-fixture.h"

static void
change (ExStore *store, const char *leader, const char *manager, const char *from)
{
  g_autoptr (GError) error = NULL;

  act_as (store, "HR");
  if (!ex_store_change_manager (store, leader, manager, ex_day_parse (from), &error))
    g_error ("%s under %s from %s: %s", leader, manager, from, error->message);
}

static void
must_not_change (ExStore *store, const char *leader, const char *manager, const char *from, const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (store);

  act_as (store, "HR");
  g_assert_false (ex_store_change_manager (store, leader, manager, ex_day_parse (from), &error));
  assert_refused (&error, words);
  g_assert_cmpint (n_actions (store), ==, before);
}

/* As a company is read on the day: "" for nobody. */
static void
assert_manager (ExStore *store, const char *leader, const char *day, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (store, NULL, ex_day_parse (day), &error);
  const ExLeader *record;

  g_assert_no_error (error);
  record = ex_company_get_leader (company, (guint) ex_company_find_leader (company, leader));
  g_assert_cmpstr (record->manager_id != NULL ? record->manager_id : "", ==, expected);
}

/* The rows as "until=manager, ..., latest". */
static void
assert_lines (ExStore *store, const char *leader, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) past = ex_store_list_past_managers (store, leader, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ExLeader) record = NULL;

  for (guint i = 0; i < past->len; i++)
    {
      const ExPastManager *one = g_ptr_array_index (past, i);
      char iso[EX_DAY_ISO_SIZE];

      ex_day_write (one->until, iso);
      g_string_append_printf (text, "%s=%s ", iso, one->manager_id != NULL ? one->manager_id : "-");
    }
  g_assert_true (ex_leader_find (store->db, leader, &record, &error));
  g_string_append (text, record->manager_id != NULL ? record->manager_id : "-");
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_from_a_day_on (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  change (store, "c", "d", "2026-07-01");
  assert_last_action (store, "Change a manager: Cy");
  assert_lines (store, "c", "2026-06-30=b d");
  assert_manager (store, "c", "2026-06-30", "b");
  assert_manager (store, "c", "2026-07-01", "d");
  assert_manager (store, "c", "2025-03-01", "b"); /* the cycle's first day at the earliest */
  assert_manager (store, "c", "2030-01-01", "d"); /* its last at the latest */
  undo (store);
  assert_lines (store, "c", "b");
  redo (store);
  assert_lines (store, "c", "2026-06-30=b d");
  assert_sound (store);
}

static void
test_the_lines_of_a_life (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *manager, *from, *lines; } cases[] = {
    { "d", "2026-07-01", "2026-06-30=b d" },
    { "a", "2026-10-01", "2026-06-30=b 2026-09-30=d a" },
    { "a", "2026-10-01", "2026-06-30=b 2026-09-30=d a" },                  /* the same again */
    { "b", "2026-04-01", "b" },                                            /* what was to come is replaced, and it is the same one before */
    { "d", "2026-07-01", "2026-06-30=b d" },
    { NULL, "2026-09-01", "2026-06-30=b 2026-08-31=d -" },
    { "b", "2026-09-01", "2026-06-30=b 2026-08-31=d b" },                  /* on the day of a change: another one then */
    { "b", "2026-07-01", "b" },
    { "d", "", "d" },                                                      /* a correction: as if always */
    { "b", "2026-07-01", "2026-06-30=d b" },
    { "a", "", "2026-06-30=d a" },                                         /* the past stays */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = g_strdup_printf ("case %u", i);

      g_test_message ("%s", message);
      change (fixture->store, "c", cases[i].manager, cases[i].from);
      assert_lines (fixture->store, "c", cases[i].lines);
    }
  assert_sound (fixture->store);
}

static void
test_before_the_first_day_is_always (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) cy = make_leader ("c", "Cy", "b");
  g_autoptr (GError) error = NULL;

  cy->from = ex_day_new (2026, 3, 1);
  g_assert_true (ex_store_save_leader (fixture->store, cy, &error));
  change (fixture->store, "c", "d", "2026-07-01");
  change (fixture->store, "c", "a", "2026-03-01");
  assert_lines (fixture->store, "c", "a");
}

static void
test_no_circle_on_any_day (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExLeader) bob = make_leader ("b", "Bob", "c");
  g_autoptr (GError) error = NULL;

  must_not_change (store, "a", "c", "2026-07-01", "circle");
  must_not_change (store, "c", "c", "2026-07-01", "cannot report to themselves");
  must_not_change (store, "c", "nobody", "2026-07-01", "is nobody here");
  change (store, "c", "a", "2026-07-01"); /* Cy no longer under Bob: Bob may go under Cy, but not before */
  must_not_change (store, "b", "c", "2026-06-01", "Until 2026-06-30: ");
  must_not_change (store, "b", "c", "", "Until 2026-06-30: ");
  g_assert_false (ex_store_save_leader (store, bob, &error));
  assert_refused (&error, "Until 2026-06-30: ");
  change (store, "b", "c", "2026-07-01");
  assert_manager (store, "b", "2026-12-01", "c");
  assert_manager (store, "c", "2026-06-01", "b");
  assert_sound (store);
}

static void
test_only_hr (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act_as (fixture->store, "b");
  g_assert_false (ex_store_change_manager (fixture->store, "b", NULL, EX_DAY_NONE, &error));
  assert_refused (&error, "Only HR");
  act_as (fixture->store, "HR");
  g_assert_false (ex_store_change_manager (fixture->store, "zoe", NULL, EX_DAY_NONE, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "zoe");
}

/* In mid-cycle: until agreed the reviewer is the manager of the day; then whoever agreed, until HR moves it. */
static void
test_reviews_follow_the_lines (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  change (store, "c", "d", "2026-03-01");
  set_today ("2026-02-28");
  must_take (store, "b", "c", EX_STEP_AGREE, NULL);
  set_today ("2026-03-01");
  must_not_take (store, "d", "c", EX_STEP_SEND_BACK, "Mine now", "reviewed by Bob");
  must_take (store, "a", "d", EX_STEP_AGREE, NULL);
  act_as (store, "HR");
  g_assert_true (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "New manager since March", "d", &error));
  g_assert_no_error (error);
  must_take (store, "d", "c", EX_STEP_SEND_BACK, "Anew");
  must_not_take (store, "b", "c", EX_STEP_AGREE, NULL, "reviewed by Dee");
  must_take (store, "d", "c", EX_STEP_AGREE, NULL);
  assert_sound (store);
}

static guint
n_flags (ExStore *store, const char *leader_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviews) reviews = ex_store_read_review (store, "fy26", leader_id, &error);
  g_autoptr (GPtrArray) flags = NULL;

  g_assert_no_error (error);
  flags = ex_reviews_get_flags (reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id));

  return flags->len;
}

/* HR's own choice is nothing to mend; a review that followed the lines is, once they change. */
static void
test_a_move_elsewhere_is_meant (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  bring_to (store, "c", EX_REVIEW_AGREED);
  bring_to (store, "d", EX_REVIEW_AGREED);
  act_as (store, "HR");
  g_assert_true (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "Knows the market", "d", &error));
  g_assert_cmpuint (n_flags (store, "c"), ==, 0);
  g_assert_true (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "Back to the line", "b", &error));
  g_assert_cmpuint (n_flags (store, "c"), ==, 0);
  change (store, "c", "d", "2026-03-01");
  set_today ("2026-03-01");
  g_assert_cmpuint (n_flags (store, "c"), ==, 1);
}

/* Nobody drops out of a cycle silently: not by days in role that leave it, through the store or around it. */
static void
test_days_in_role_do_not_leave_a_review_that_has_begun (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) inside = make_leader ("b", "Bob", "a");
  g_autoptr (ExLeader) outside = make_leader ("b", "Bob", "a");

  inside->to = ex_day_parse ("2026-06-30");
  outside->to = ex_day_parse ("2025-12-31");
  act_as (store, "HR");
  g_assert_true (ex_store_save_leader (store, outside, &error)); /* nothing has begun */
  undo (store);
  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  act_as (store, "HR");
  g_assert_true (ex_store_save_leader (store, inside, &error));
  g_assert_false (ex_store_save_leader (store, outside, &error));
  assert_refused (&error, "The review of Bob in “FY 2026” has begun");
  g_assert_true (ex_store_begin (store, "Around", &error));
  g_assert_false (ex_database_execute (store->db, "UPDATE leaders SET to_day = '2025-12-31' WHERE id = 'b'", &error));
  g_clear_error (&error);
  ex_store_rollback (store);
  must_take (store, "HR", "b", EX_STEP_EXCUSE, "Left before it began");
  g_assert_true (ex_store_save_leader (store, outside, &error));
  g_assert_no_error (error);
  assert_sound (store);
}

/* Not agreed yet: on the day of the change the review is the new manager's by itself. */
static void
test_drafts_change_hands_by_themselves (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "d", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  change (store, "c", "d", "2026-03-01");
  must_not_take (store, "d", "c", EX_STEP_AGREE, NULL, "reviewed by Bob");
  set_today ("2026-03-01");
  must_not_take (store, "b", "c", EX_STEP_AGREE, NULL, "reviewed by Dee");
  must_take (store, "d", "c", EX_STEP_AGREE, NULL);
}

static void
test_who_goes_leaves_no_hole (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  change (store, "c", "d", "2026-03-01");
  g_assert_true (ex_store_remove_leader (store, "b", &error));
  g_assert_no_error (error);
  assert_lines (store, "c", "2026-02-28=a d");
  undo (store);
  assert_lines (store, "c", "2026-02-28=b d");
  g_assert_true (ex_store_remove_leader (store, "c", &error));
  g_assert_cmpint (count (store, "SELECT count(*) FROM past_managers"), ==, 0);
  assert_sound (store);
}

/* A file that was tampered with can still be opened: the circle is left out. */
static void
test_a_circle_in_the_file_is_left_out (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (store, "Tamper", &error));
  g_assert_true (ex_database_execute (store->db, "INSERT INTO past_managers VALUES ('b', '2026-06-30', 'c')", &error));
  g_assert_true (ex_store_commit (store, &error));
  assert_manager (store, "b", "2026-02-01", "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/managers/from a day on", test_from_a_day_on);
  add_review_test ("/store/managers/the lines of a life", test_the_lines_of_a_life);
  add_review_test ("/store/managers/before the first day is always", test_before_the_first_day_is_always);
  add_review_test ("/store/managers/no circle on any day", test_no_circle_on_any_day);
  add_review_test ("/store/managers/only HR", test_only_hr);
  add_review_test ("/store/managers/reviews follow the lines", test_reviews_follow_the_lines);
  add_review_test ("/store/managers/days in role do not leave a review that has begun", test_days_in_role_do_not_leave_a_review_that_has_begun);
  add_review_test ("/store/managers/a move elsewhere is meant", test_a_move_elsewhere_is_meant);
  add_review_test ("/store/managers/drafts change hands by themselves", test_drafts_change_hands_by_themselves);
  add_review_test ("/store/managers/who goes leaves no hole", test_who_goes_leaves_no_hole);
  add_review_test ("/store/managers/a circle in the file is left out", test_a_circle_in_the_file_is_left_out);
  return g_test_run ();
}
