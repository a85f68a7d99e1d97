/* What is refused, in words, once a review is agreed, assessed or signed, or its cycle closed. */
#include "config.h"

#include "review-fixture.h"

static ExObjective *
find (ExStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  ExObjective *objective = ex_objective_find (store->db, id, &error);

  g_assert_no_error (error);
  return objective;
}

static void
must_not_save (ExStore *store, const ExObjective *objective, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_save_objective (store, objective, &error));
  assert_refused (&error, words);
}

static void
test_agreed_objectives_stand (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExObjective) target = NULL;
  g_autoptr (ExObjective) source = NULL;
  g_autoptr (ExObjective) title = NULL;
  g_autoptr (ExObjective) fourth = make_good_objective ("a4", "a", "Objective 4", 0, NULL);
  g_autoptr (ExObjective) moved = NULL;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  target = find (store, "a1");
  target->target = 90;
  must_not_save (store, target, "The review of Ann is agreed: ladder, weight");
  source = find (store, "a1");
  g_free (source->source);
  source->source = g_strdup ("Guesses");
  must_not_save (store, source, "The review of Ann is agreed");
  must_not_save (store, fourth, "no objective is added");
  moved = find (store, "b1");
  g_free (moved->leader_id);
  moved->leader_id = g_strdup ("a");
  g_free (moved->title);
  moved->title = g_strdup ("From below");
  must_not_save (store, moved, "no objective is added");
  g_assert_false (ex_store_remove_objective (store, "a1", &error));
  assert_refused (&error, "none of its objectives is removed");
  title = find (store, "a1");
  g_free (title->title);
  title->title = g_strdup ("Answer sooner");
  g_assert_true (ex_store_save_objective (store, title, &error));
  g_assert_no_error (error);
  save_check_in (store, "a1", "2026-01-10", 82);
}

static void
test_an_agreed_child_holds_its_parent (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) child = find (store, "b1");

  child->parent_id = g_strdup ("a1");
  g_assert_true (ex_store_save_objective (store, child, &error));
  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Anew");
  g_assert_false (ex_store_remove_objective (store, "a1", &error));
  assert_refused (&error, "“Objective 1” is the parent of an objective of Bob that is agreed");
  g_assert_true (ex_store_remove_objective (store, "a2", &error));
  g_assert_no_error (error);
}

static void
test_assessed_check_ins_stand (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("a1", ex_day_new (2026, 1, 12), 84);
  g_autoptr (GError) error = NULL;

  save_check_in (store, "a1", "2026-01-10", 82);
  bring_to (store, "a", EX_REVIEW_ASSESSED);
  g_assert_false (ex_store_save_check_in (store, check_in, &error));
  assert_refused (&error, "The review of Ann is assessed: its check-ins do not change.");
  g_assert_false (ex_store_remove_check_in (store, "a1", ex_day_new (2026, 1, 10), &error));
  assert_refused (&error, "The review of Ann is assessed: its check-ins do not change.");
  save_check_in (store, "b1", "2026-01-12", 84);
}

static void
test_signed_reviews_stand (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExObjective) title = NULL;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_SIGNED);
  title = find (store, "a1");
  g_free (title->title);
  title->title = g_strdup ("Answer sooner");
  must_not_save (store, title, "The review of Ann is signed: its objectives do not change.");
  must_not_rate (store, "a", "a1", EX_ROLE_SELF, "a", 5, "The review of Ann is signed");
  must_not_rate (store, "HR", "a1", EX_ROLE_MANAGER, EX_BOARD, 5, "The review of Ann is signed");
  act_as (store, "HR");
  g_assert_false (ex_store_save_note (store, "fy26", "a", "Late thought", &error));
  assert_refused (&error, "The review of Ann is signed");
  g_assert_null (ex_store_undo (store, 0, &error)); /* not past a signature */
  g_assert_nonnull (error);
  g_clear_error (&error);
  assert_state (store, "a", EX_REVIEW_SIGNED);
  assert_sound (store);
}

static void
test_leaders_who_had_a_part_stay (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  static const char * const three[] = { "b", "c", "d", NULL };
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  g_assert_false (ex_store_remove_leader (store, "a", &error));
  assert_refused (&error, "Ann has a review in “FY 2026” that took its course");
  act_as (store, "HR");
  g_assert_true (ex_store_set_observers (store, "fy26", "a", three, &error));
  g_assert_false (ex_store_remove_leader (store, "d", &error));
  assert_refused (&error, "Dee is asked to observe Ann");
  g_assert_true (ex_store_set_observers (store, "fy26", "a", NULL, &error));
  g_assert_true (ex_store_remove_leader (store, "d", &error));
  g_assert_no_error (error);
  undo (store);
  must_take (store, "a", "b", EX_STEP_AGREE, NULL);
  must_take (store, "b", "c", EX_STEP_AGREE, NULL);
  must_take (store, "HR", "b", EX_STEP_SEND_BACK, "Anew");
  g_assert_false (ex_store_remove_leader (store, "b", &error));
  assert_refused (&error, "Bob has a review");
  assert_sound (store);
}

static void
test_a_cycle_is_measured_by_one_rule (Fixture *fixture, gconstpointer data)
{
  static const char * const four[] = { "no", "hardly", "mostly", "yes", NULL };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);

  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  act_as (store, "HR");
  cycle->scale = g_strdupv ((char **) four);
  g_assert_false (ex_store_save_cycle (store, cycle, &error));
  assert_refused (&error, "The scale of “FY 2026” stands");
  g_clear_pointer (&cycle->scale, g_strfreev);
  cycle->stretch_score = 16000;
  g_assert_true (ex_store_save_cycle (store, cycle, &error));
  must_rate_all (store, "HR", "a", EX_ROLE_MANAGER, EX_BOARD, 3);
  must_take (store, "HR", "a", EX_STEP_ASSESS, NULL);
  cycle->stretch_score = 17000;
  g_assert_false (ex_store_save_cycle (store, cycle, &error));
  assert_refused (&error, "The days and the scores of “FY 2026” stand: the review of Ann is assessed");
  cycle->stretch_score = 16000;
  cycle->min_objectives = 2;
  g_assert_true (ex_store_save_cycle (store, cycle, &error));
  g_assert_no_error (error);
}

/* Sent all the way back, an objective goes with what was said of it. */
static void
test_a_draft_is_free_again (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Anew");
  must_take (store, "HR", "a", EX_STEP_SEND_BACK, "Anew");
  assert_state (store, "a", EX_REVIEW_DRAFTING);
  g_assert_true (ex_store_remove_objective (store, "a1", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings"), ==, 2);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings"), ==, 3);
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/locks/agreed objectives stand", test_agreed_objectives_stand);
  add_review_test ("/store/locks/an agreed child holds its parent", test_an_agreed_child_holds_its_parent);
  add_review_test ("/store/locks/assessed check-ins stand", test_assessed_check_ins_stand);
  add_review_test ("/store/locks/signed reviews stand", test_signed_reviews_stand);
  add_review_test ("/store/locks/leaders who had a part stay", test_leaders_who_had_a_part_stay);
  add_review_test ("/store/locks/a cycle is measured by one rule", test_a_cycle_is_measured_by_one_rule);
  add_review_test ("/store/locks/a draft is free again", test_a_draft_is_free_again);
  return g_test_run ();
}
