#include "config.h"

#include "review-fixture.h"

/* From drafting to signed, each step by whose it is; the board's by HR. */
static void
test_the_life_of_a_review (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "c" };
  ExStore *store = fixture->store;

  for (int state = EX_REVIEW_AGREED; state <= (int) EX_REVIEW_SIGNED; state++)
    for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
      {
        g_autoptr (ExReview) review = NULL;

        set_today (state < (int) EX_REVIEW_SELF_ASSESSED ? "2026-02-01" : "2027-01-10");
        switch (state)
          {
          case EX_REVIEW_AGREED:
            bring_to (store, leaders[i], EX_REVIEW_AGREED);
            break;
          case EX_REVIEW_SELF_ASSESSED:
            advance_to (store, EX_PHASE_ASSESS);
            must_rate_all (store, leaders[i], leaders[i], EX_ROLE_SELF, leaders[i], 4);
            must_take (store, leaders[i], leaders[i], EX_STEP_SELF_ASSESS, NULL);
            break;
          case EX_REVIEW_ASSESSED:
            must_rate_all (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_ROLE_MANAGER, reviewer_of (leaders[i]), 3);
            must_take (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_STEP_ASSESS, NULL);
            break;
          case EX_REVIEW_SIGNED:
          default:
            advance_to (store, EX_PHASE_SIGN);
            must_take (store, actor_for (reviewer_of (leaders[i])), leaders[i], EX_STEP_SIGN, NULL);
            must_take (store, leaders[i], leaders[i], EX_STEP_DISSENT, " I see it otherwise. ");
            must_take (store, leaders[i], leaders[i], EX_STEP_SIGN, NULL);
            break;
          }
        assert_state (store, leaders[i], (ExReviewState) state);
      }

  g_autoptr (ExReview) review = review_of (store, "c");
  g_assert_cmpuint (review->steps, ==, 6);
  g_assert_cmpstr (review->reviewer_id, ==, "b");
  g_assert_cmpstr (review->assessed_by, ==, "b");
  g_assert_cmpstr (review->reviewer_signed, ==, "b");
  g_assert_cmpstr (review->leader_signed, ==, "c");
  g_assert_cmpstr (review->dissent, ==, "I see it otherwise.");
  g_assert_cmpuint (review->day, ==, ex_day_new (2027, 1, 10));
  g_autoptr (ExReview) top = review_of (store, "a");
  g_assert_cmpstr (top->reviewer_signed, ==, EX_BOARD);
  g_assert_cmpstr (top->assessed_by, ==, EX_BOARD);
  g_assert_null (top->reviewer_id);
  assert_last_action (store, "Sign a review: Cy");
  assert_sound (store);
}

/* Undone to the first and done again: the same rows each time. */
static void
test_everything_is_undone_and_redone (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (dumps, dump_reviews (store));
  advance_to (store, EX_PHASE_RUN);
  g_ptr_array_add (dumps, dump_reviews (store));
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;

      switch (i)
        {
        case 0:
          must_take (store, "HR", "a", EX_STEP_AGREE, NULL);
          break;
        case 1:
          must_take (store, "HR", "b", EX_STEP_AGREE, NULL);
          break;
        case 2:
          must_take (store, "HR", "d", EX_STEP_EXCUSE, "Ill since March");
          break;
        case 3:
          g_assert_true (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "Bob is away", "a", &error));
          break;
        case 4:
        default:
          must_take (store, "HR", "b", EX_STEP_SEND_BACK, "Targets are too low");
          break;
        }
      g_assert_no_error (error);
      g_ptr_array_add (dumps, dump_reviews (store));
    }
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *there = NULL;

      undo (store);
      there = dump_reviews (store);
      g_assert_cmpstr (there, ==, g_ptr_array_index (dumps, i - 1));
    }
  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *there = NULL;

      redo (store);
      there = dump_reviews (store);
      g_assert_cmpstr (there, ==, g_ptr_array_index (dumps, i));
    }
  assert_sound (store);
}

/* --- who may ------------------------------------------------------------------------------------------------------------------------ */

static void
test_only_whose_it_is_may (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor; const char *leader; ExStep step; const char *says; } cases[] = {
    { "a", "a", EX_STEP_AGREE, "HR does this" },
    { "c", "b", EX_STEP_AGREE, "reviewed by Ann" },
    { "d", "b", EX_STEP_AGREE, "reviewed by Ann" },
    { "b", "b", EX_STEP_AGREE, "reviewed by Ann" },
    { "a", "b", EX_STEP_EXCUSE, "Only HR" },
    { "a", "b", EX_STEP_MOVE, "Only HR" },
    { "a", "b", EX_STEP_SELF_ASSESS, "Only Bob" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    must_not_take (fixture->store, cases[i].actor, cases[i].leader, cases[i].step, "Because", cases[i].says);
}

/* --- the gates, by their words ------------------------------------------------------------------------------------------------------- */

static void
test_nobody_is_agreed_below_one_who_is_not (Fixture *fixture, gconstpointer data)
{
  must_not_take (fixture->store, "a", "b", EX_STEP_AGREE, NULL, "Ann’s own objectives are not agreed yet");
  must_take (fixture->store, "HR", "a", EX_STEP_AGREE, NULL);
  must_not_take (fixture->store, "b", "c", EX_STEP_AGREE, NULL, "Bob’s own objectives are not agreed yet");
  must_take (fixture->store, "a", "b", EX_STEP_AGREE, NULL);
  must_take (fixture->store, "b", "c", EX_STEP_AGREE, NULL);
}

static void
change_weight (ExStore *store, const char *id, int weight)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = ex_objective_find (store->db, id, &error);

  objective->weight = weight;
  ex_store_save_objective (store, objective, &error);
  g_assert_no_error (error);
}

static void
test_weights_are_exactly_a_whole (Fixture *fixture, gconstpointer data)
{
  static const struct { int weight; const char *says; } cases[] = { { 3999, "99.99 %" }, { 4001, "100.01 %" }, { 0, "60 %" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      change_weight (fixture->store, "a1", cases[i].weight);
      must_not_take (fixture->store, "HR", "a", EX_STEP_AGREE, NULL, cases[i].says);
    }
  change_weight (fixture->store, "a1", 4000);
  must_take (fixture->store, "HR", "a", EX_STEP_AGREE, NULL);
}

static void
test_a_gate_says_everything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = make_good_objective ("b1", "b", "Objective 1", 3900, NULL);

  g_clear_pointer (&objective->unit, g_free);
  g_clear_pointer (&objective->local_reason, g_free);
  g_array_set_size (objective->links, 0);
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  g_assert_true (ex_store_remove_objective (fixture->store, "b2", &error));
  g_assert_false (take (fixture->store, "a", "b", EX_STEP_AGREE, NULL, &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  static const char * const says[] = { "Ann’s own", "Only 2 objectives", "has no unit", "not linked", "no objective above it", "Weights total 64 %" };
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    if (strstr (error->message, says[i]) == NULL)
      g_error ("not said: %s, but: %s", says[i], error->message);
}

static void
test_nobody_rates_before_themselves (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  bring_to (store, "a", EX_REVIEW_AGREED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  bring_to (store, "c", EX_REVIEW_AGREED);
  bring_to (store, "d", EX_REVIEW_AGREED);
  advance_to (store, EX_PHASE_ASSESS);
  must_not_rate (store, "b", "c1", EX_ROLE_MANAGER, "b", 3, "Bob has submitted no self-assessment yet");
  must_not_rate (store, "HR", "c1", EX_ROLE_MANAGER, "b", 3, "Bob has submitted no self-assessment yet");
  must_rate_all (store, "b", "b", EX_ROLE_SELF, "b", 5);
  must_not_rate (store, "b", "c1", EX_ROLE_MANAGER, "b", 3, "Bob has submitted no self-assessment yet");
  must_take (store, "b", "b", EX_STEP_SELF_ASSESS, NULL);
  must_rate_all (store, "b", "c", EX_ROLE_MANAGER, "b", 3);
  must_not_take (store, "b", "c", EX_STEP_ASSESS, NULL, "Cy has submitted no self-assessment yet");
}

static void
test_self_assessment_needs_its_phase_and_its_words (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_AGREED);
  must_not_rate (store, "a", "a1", EX_ROLE_SELF, "a", 4, "from “Assess” on");
  must_not_take (store, "a", "a", EX_STEP_SELF_ASSESS, NULL, "opens in “Assess”");
  advance_to (store, EX_PHASE_ASSESS);
  must_rate_all (store, "a", "a", EX_ROLE_SELF, "a", 4);
  g_assert_true (rate (store, "a", "a2", EX_ROLE_SELF, "a", 4, "  ", &error));
  must_not_take (store, "a", "a", EX_STEP_SELF_ASSESS, NULL, "no comment beside");
  g_assert_true (rate (store, "a", "a2", EX_ROLE_SELF, "a", 0, NULL, &error));
  must_not_take (store, "a", "a", EX_STEP_SELF_ASSESS, NULL, "no self rating");
  g_assert_true (rate (store, "HR", "a2", EX_ROLE_SELF, "a", 2, "For her", &error));
  must_take (store, "HR", "a", EX_STEP_SELF_ASSESS, NULL);
  must_not_rate (store, "a", "a1", EX_ROLE_SELF, "a", 5, "is submitted and does not change");
}

static void
test_signing_goes_from_the_top (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  bring_to (store, "a", EX_REVIEW_ASSESSED);
  bring_to (store, "b", EX_REVIEW_ASSESSED);
  must_not_take (store, "HR", "a", EX_STEP_SIGN, NULL, "opens in “Sign”");
  advance_to (store, EX_PHASE_SIGN);
  must_not_take (store, "a", "b", EX_STEP_SIGN, NULL, "Ann");
  must_not_take (store, "a", "a", EX_STEP_SIGN, NULL, "HR does this");
  must_take (store, "HR", "a", EX_STEP_SIGN, NULL);
  must_not_take (store, "HR", "a", EX_STEP_SIGN, NULL, "reason");
  must_not_take (store, "HR", "a", EX_STEP_SIGN, "   ", "reason");
  must_take (store, "a", "a", EX_STEP_SIGN, NULL);
  must_take (store, "HR", "b", EX_STEP_SIGN, "Ann is on leave");
  must_take (store, "HR", "b", EX_STEP_SIGN, "Bob does not answer");
  g_autoptr (ExReview) review = review_of (store, "b");
  g_assert_cmpstr (review->reviewer_signed, ==, "HR");
  g_assert_cmpstr (review->leader_signed, ==, "HR");
  g_assert_cmpstr (review->why, ==, "Bob does not answer");
  must_not_take (store, "HR", "b", EX_STEP_SEND_BACK, "Too late", "signed");
  must_not_take (store, "b", "b", EX_STEP_DISSENT, "No", "signed");
  must_take (store, "HR", "b", EX_STEP_REOPEN, "A figure was wrong");
  assert_state (store, "b", EX_REVIEW_ASSESSED);
  assert_sound (store);
}

static void
test_steps_back_need_a_reason (Fixture *fixture, gconstpointer data)
{
  static const ExStep steps[] = { EX_STEP_EXCUSE, EX_STEP_SEND_BACK, EX_STEP_REOPEN, EX_STEP_MOVE };

  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      must_not_take (fixture->store, "HR", "a", steps[i], NULL, "reason");
      must_not_take (fixture->store, "HR", "a", steps[i], " \t ", "reason");
    }
}

static void
test_what_was_confirmed_is_what_is_assessed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  set_today ("2027-01-10");
  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  must_rate_all (store, "HR", "a", EX_ROLE_MANAGER, EX_BOARD, 3);
  save_check_in (store, "a1", "2026-12-01", 86);
  must_not_take (store, "HR", "a", EX_STEP_ASSESS, NULL, "“Objective 1” was confirmed as not measured and is now 86 %");
  must_rate_all (store, "HR", "a", EX_ROLE_MANAGER, EX_BOARD, 3);
  must_take (store, "HR", "a", EX_STEP_ASSESS, NULL);
}

/* --- those who are not there -------------------------------------------------------------------------------------------------------- */

static void
test_an_excused_manager_is_passed_over (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  bring_to (store, "a", EX_REVIEW_AGREED);
  must_take (store, "HR", "b", EX_STEP_EXCUSE, "On leave until December");
  must_not_take (store, "b", "c", EX_STEP_AGREE, NULL, "reviewed by Ann");
  must_not_take (store, "a", "b", EX_STEP_AGREE, NULL, "excused");
  must_take (store, "a", "c", EX_STEP_AGREE, NULL);
  must_take (store, "HR", "b", EX_STEP_REOPEN, "Back early");
  must_take (store, "a", "b", EX_STEP_AGREE, NULL);
  g_autoptr (ExReview) review = review_of (store, "c");
  g_assert_cmpstr (review->reviewer_id, ==, "a"); /* agreed with her, and stays there */
}

static void
test_a_departed_manager_is_passed_over (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) bob = make_leader ("b", "Bob", "a");

  bob->to = ex_day_new (2026, 3, 31);
  g_assert_true (ex_store_save_leader (store, bob, &error));
  bring_to (store, "a", EX_REVIEW_AGREED);
  must_not_take (store, "b", "c", EX_STEP_AGREE, NULL, "Bob’s own objectives are not agreed yet"); /* still there in January */
  set_today ("2026-04-01");
  must_not_take (store, "b", "c", EX_STEP_AGREE, NULL, "reviewed by Ann");
  must_take (store, "a", "c", EX_STEP_AGREE, NULL);
}

static void
test_a_review_moves_with_what_was_said (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;

  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "b", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "d", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "c", EX_REVIEW_SELF_ASSESSED);
  g_assert_true (rate (store, "b", "c1", EX_ROLE_MANAGER, "b", 1, "Half done", &error));
  act_as (store, "HR");
  g_assert_false (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "New team", "nobody", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nobody");
  g_assert_false (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "New team", "c", &error));
  assert_refused (&error, "their own reviewer");
  g_assert_false (ex_store_take_step (store, "fy26", "b", EX_STEP_MOVE, "New team", "c", &error));
  assert_refused (&error, "below");
  g_assert_true (ex_store_take_step (store, "fy26", "c", EX_STEP_MOVE, "New team", "d", &error));
  g_assert_no_error (error);
  assert_last_action (store, "Move to another reviewer: Cy");
  must_not_rate (store, "b", "c2", EX_ROLE_MANAGER, "b", 2, "reviewed by Dee");
  must_rate_all (store, "d", "c", EX_ROLE_MANAGER, "d", 4);
  must_take (store, "d", "c", EX_STEP_ASSESS, NULL);
  g_assert_cmpint (count (store, "SELECT rating FROM ratings WHERE objective_id = 'c1' AND rater_id = 'b'"), ==, 1);
  act_as (store, "b"); /* what he gave is still his to see */
  sheet = ex_store_read_sheet (store, "fy26", "c", &error);
  g_assert_no_error (error);
  assert_sound (store);
}

/* --- many at once ------------------------------------------------------------------------------------------------------------------- */

static void
test_many_from_the_top_down_are_one_action (Fixture *fixture, gconstpointer data)
{
  static const char * const all[] = { "c", "b", "d", "a", "b", NULL };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (store);

  act_as (store, "HR");
  g_assert_true (ex_store_take_steps (store, "fy26", all, EX_STEP_AGREE, NULL, NULL, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_actions (store), ==, before + 1);
  assert_last_action (store, "Agree objectives: Ann, Bob, Dee, …");
  assert_state (store, "c", EX_REVIEW_AGREED);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM review_steps"), ==, 0);
  redo (store);
  assert_state (store, "c", EX_REVIEW_AGREED);
  assert_sound (store);
}

static void
test_all_or_none_unless_some_are_left_out (Fixture *fixture, gconstpointer data)
{
  static const char * const all[] = { "a", "b", "c", "d", NULL };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) refused = NULL;

  change_weight (store, "b1", 3999);
  act_as (store, "HR");
  g_assert_false (ex_store_take_steps (store, "fy26", all, EX_STEP_AGREE, NULL, NULL, FALSE, NULL, NULL, NULL, &refused, &error));
  g_assert_null (refused);
  g_assert_nonnull (strstr (error->message, "Cy: Bob’s own objectives"));
  assert_refused (&error, "Bob: Weights total 99.99 %");
  g_assert_cmpint (count (store, "SELECT count(*) FROM review_steps"), ==, 0);
  g_assert_true (ex_store_take_steps (store, "fy26", all, EX_STEP_AGREE, NULL, NULL, TRUE, NULL, NULL, NULL, &refused, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (refused->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (refused, 0), ==, "Bob: Weights total 99.99 %, not 100 %.");
  g_assert_cmpint (count (store, "SELECT count(*) FROM review_steps"), ==, 2);
}

static void
test_many_are_cancelled_whole (Fixture *fixture, gconstpointer data)
{
  static const char * const all[] = { "a", "b", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  act_as (fixture->store, "HR");
  g_assert_false (ex_store_take_steps (fixture->store, "fy26", all, EX_STEP_AGREE, NULL, NULL, TRUE, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM review_steps"), ==, 0);
}

static void
count_progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* So many that the whole company is read at once, a chain among them. */
static void
test_a_hundred_at_once (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0;

  g_strv_builder_add (ids, "a");
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%02u", i);
      g_autofree char *manager = i < 5 && i > 0 ? g_strdup_printf ("x%02u", i - 1) : g_strdup ("a");

      save_leader (store, id, id, manager);
      save_good_objectives (store, id);
      g_strv_builder_add (ids, id);
    }
  all = g_strv_builder_end (ids);
  act_as (store, "HR");
  g_assert_true (ex_store_take_steps (store, "fy26", (const char * const *) all, EX_STEP_AGREE, NULL, NULL, FALSE, count_progress_cb, &last, NULL, NULL,
                                      &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM reviews WHERE state = 'agreed'"), ==, 101);
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/steps/the life of a review", test_the_life_of_a_review);
  add_review_test ("/store/steps/everything is undone and redone", test_everything_is_undone_and_redone);
  add_review_test ("/store/steps/only whose it is may", test_only_whose_it_is_may);
  add_review_test ("/store/steps/nobody is agreed below one who is not", test_nobody_is_agreed_below_one_who_is_not);
  add_review_test ("/store/steps/weights are exactly a whole", test_weights_are_exactly_a_whole);
  add_review_test ("/store/steps/a gate says everything", test_a_gate_says_everything);
  add_review_test ("/store/steps/nobody rates before themselves", test_nobody_rates_before_themselves);
  add_review_test ("/store/steps/a self-assessment needs its phase and its words", test_self_assessment_needs_its_phase_and_its_words);
  add_review_test ("/store/steps/signing goes from the top", test_signing_goes_from_the_top);
  add_review_test ("/store/steps/steps back need a reason", test_steps_back_need_a_reason);
  add_review_test ("/store/steps/what was confirmed is what is assessed", test_what_was_confirmed_is_what_is_assessed);
  add_review_test ("/store/steps/an excused manager is passed over", test_an_excused_manager_is_passed_over);
  add_review_test ("/store/steps/a departed manager is passed over", test_a_departed_manager_is_passed_over);
  add_review_test ("/store/steps/a review moves with what was said", test_a_review_moves_with_what_was_said);
  add_review_test ("/store/steps/many from the top down are one action", test_many_from_the_top_down_are_one_action);
  add_review_test ("/store/steps/all or none unless some are left out", test_all_or_none_unless_some_are_left_out);
  add_review_test ("/store/steps/many are cancelled whole", test_many_are_cancelled_whole);
  add_review_test ("/store/steps/a hundred at once", test_a_hundred_at_once);
  return g_test_run ();
}
