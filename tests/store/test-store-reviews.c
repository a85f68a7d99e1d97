/* Reviews as they are read: all of a cycle, those around one leader, and the sheet of one as far as who acts may see it. */
#include "config.h"

#include "review-fixture.h"

static ExReviews *
read_all (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (store, NULL, ex_day_today (), &error);
  ExReviews *reviews;

  g_assert_no_error (error);
  reviews = ex_store_read_reviews (store, company, &error);
  g_assert_no_error (error);
  return reviews;
}

static guint
index_of (ExReviews *reviews, const char *id)
{
  int index = ex_company_find_leader (ex_reviews_get_company (reviews), id);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

static void
test_all_of_a_cycle (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (ExReviews) empty = read_all (store);
  g_autoptr (ExReviews) reviews = NULL;
  const ExMark *mark;
  guint a, b;

  g_assert_cmpint (ex_reviews_get (empty, 0)->state, ==, EX_REVIEW_DRAFTING);
  bring_to (store, "a", EX_REVIEW_ASSESSED);
  bring_to (store, "b", EX_REVIEW_AGREED);
  must_take (store, "HR", "d", EX_STEP_EXCUSE, "Long ill");
  reviews = read_all (store);
  a = index_of (reviews, "a");
  b = index_of (reviews, "b");
  g_assert_cmpint (ex_reviews_get (reviews, a)->state, ==, EX_REVIEW_ASSESSED);
  g_assert_cmpuint (ex_reviews_get (reviews, a)->steps, ==, 3);
  g_assert_true (ex_reviews_is_top (reviews, a)); /* the only one without a manager */
  g_assert_cmpint (ex_reviews_get_reviewer (reviews, b), ==, a);
  g_assert_cmpstr (ex_reviews_get (reviews, index_of (reviews, "d"))->excuse, ==, "Long ill");
  mark = ex_reviews_get_self (reviews, (guint) ex_company_find_objective (ex_reviews_get_company (reviews), "a2"));
  g_assert_cmpint (mark->rating, ==, 4);
  g_assert_true (mark->commented);
  mark = ex_reviews_get_first (reviews, (guint) ex_company_find_objective (ex_reviews_get_company (reviews), "a2"));
  g_assert_cmpint (mark->rater, ==, EX_NOBODY);
  g_assert_true (mark->confirmed);
  g_assert_cmpfloat (ex_reviews_mean_first (reviews, a), ==, 3);
}

static void
test_a_company_without_a_cycle_has_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_store_read_company (fixture->store, NULL, ex_day_today (), &error);

  g_assert_null (ex_store_read_reviews (fixture->store, company, &error));
  g_assert_no_error (error);
}

/* --- around one ------------------------------------------------------------------------------------------------------------------- */

static void
assert_same_missing (ExReviews *all, ExReviews *small, const char *id)
{
  static const ExStep steps[] = { EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_CALIBRATE, EX_STEP_SIGN, EX_STEP_DISSENT,
                                  EX_STEP_EXCUSE, EX_STEP_REOPEN, EX_STEP_SEND_BACK, EX_STEP_OBSERVE };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) of_all = ex_step_missing (all, index_of (all, id), steps[i], "Because", EX_NO_ONE);
      g_autoptr (GPtrArray) of_small = ex_step_missing (small, index_of (small, id), steps[i], "Because", EX_NO_ONE);
      g_autofree char *one = ex_missing_to_text (of_all);
      g_autofree char *other = ex_missing_to_text (of_small);

      g_assert_cmpstr (one, ==, other);
    }
  g_assert_cmpstr (ex_reviews_get_reviewer_name (all, index_of (all, id)), ==, ex_reviews_get_reviewer_name (small, index_of (small, id)));
  g_assert_cmpuint (ex_reviews_get_level (all, index_of (all, id)), ==, ex_reviews_get_level (small, index_of (small, id)));
}

static void
take_something (ExStore *store, GRand *chance)
{
  static const char * const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  static const ExStep steps[] = { EX_STEP_AGREE, EX_STEP_AGREE, EX_STEP_AGREE, EX_STEP_SELF_ASSESS, EX_STEP_ASSESS, EX_STEP_SIGN, EX_STEP_EXCUSE,
                                  EX_STEP_REOPEN, EX_STEP_SEND_BACK, EX_STEP_MOVE };
  const char *id = ids[g_rand_int_range (chance, 0, G_N_ELEMENTS (ids))];
  const char *other = ids[g_rand_int_range (chance, 0, G_N_ELEMENTS (ids))];
  ExStep step = steps[g_rand_int_range (chance, 0, G_N_ELEMENTS (steps))];

  act_as (store, "HR");
  if (g_rand_int_range (chance, 0, 20) == 0)
    ex_store_change_manager (store, id, other, g_rand_boolean (chance) ? ex_day_new (2026, 2, 1) : ex_day_new (2025, 12, 1), NULL);
  if (step == EX_STEP_SELF_ASSESS || step == EX_STEP_ASSESS)
    for (guint i = 1; i <= 3; i++)
      {
        g_autofree char *objective = g_strdup_printf ("%s%u", id, i);
        g_autoptr (ExReviews) small = ex_store_read_review (store, "fy26", id, NULL);
        int reviewer = ex_reviews_get_reviewer (small, index_of (small, id));
        const char *rater = reviewer < 0 ? EX_BOARD : ex_company_get_leader (ex_reviews_get_company (small), (guint) reviewer)->id;

        rate (store, "HR", objective, step == EX_STEP_ASSESS ? EX_ROLE_MANAGER : EX_ROLE_SELF, step == EX_STEP_ASSESS ? rater : id, 3, "So", NULL);
      }
  ex_store_take_step (store, "fy26", id, step, "Because", step == EX_STEP_MOVE ? other : NULL, NULL);
}

/* Whatever happened: for one leader the handful answers as the whole does. */
static void
test_the_handful_answers_as_the_whole (Fixture *fixture, gconstpointer data)
{
  static const char * const more[][2] = { { "e", "c" }, { "f", "c" }, { "g", "d" }, { "h", NULL } };
  ExStore *store = fixture->store;
  GRand *chance = g_rand_new_with_seed (20260115);

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      save_leader (store, more[i][0], more[i][0], more[i][1]);
      save_good_objectives (store, more[i][0]);
    }
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (ExReviews) all = NULL;

      if (round == 10 || round == 20)
        advance_to (store, EX_PHASE_ASSESS);
      if (round == 40)
        advance_to (store, EX_PHASE_SIGN);
      for (guint i = 0; i < 4; i++)
        take_something (store, chance);
      all = read_all (store);
      for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (all)); i++)
        {
          const char *id = ex_company_get_leader (ex_reviews_get_company (all), i)->id;
          g_autoptr (GError) error = NULL;
          g_autoptr (ExReviews) small = ex_store_read_review (store, "fy26", id, &error);

          g_assert_no_error (error);
          assert_same_missing (all, small, id);
        }
    }
  g_assert_cmpint (count (store, "SELECT count(*) FROM review_steps"), >, 20);
  g_rand_free (chance);
  assert_sound (store);
}

static void
test_nobody_is_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_store_read_review (fixture->store, "fy26", "zoe", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "zoe");
  g_assert_null (ex_store_read_sheet (fixture->store, "fy99", "a", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "fy99");
}

/* --- the sheet ----------------------------------------------------------------------------------------------------------------------- */

/* How many ratings of each role, comments, observers, and whether the note is there: as @actor sees them. */
static void
assert_sees (ExStore *store, const char *actor, const char *leader, guint self, guint manager, guint adjustments, guint comments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;
  guint seen[3] = { 0 };

  act_as (store, actor);
  sheet = ex_store_read_sheet (store, "fy26", leader, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (sheet->ratings, i);

      g_assert_true (rating->role != EX_ROLE_OBSERVER || strcmp (rating->rater_id, actor) == 0);
      seen[rating->role]++;
    }
  if (seen[EX_ROLE_SELF] != self || seen[EX_ROLE_MANAGER] != manager || sheet->adjustments->len != adjustments || sheet->comments->len != comments)
    g_error ("%s sees of %s: self %u, manager %u, adjustments %u, comments %u", actor, leader, seen[EX_ROLE_SELF], seen[EX_ROLE_MANAGER],
             sheet->adjustments->len, sheet->comments->len);
  g_assert_true ((sheet->observers != NULL) == (strcmp (actor, "HR") == 0));
  for (guint i = 0; i < sheet->comments->len; i++)
    g_assert_null (((ExRating *) g_ptr_array_index (sheet->comments, i))->rater_id);
}

static void
adjust (ExStore *store, const char *actor, const char *objective, int rating, const char *why, const char *agreed_by, GError **error)
{
  g_autoptr (ExAdjustment) adjustment = ex_adjustment_new (objective, rating, why, agreed_by);

  act_as (store, actor);
  ex_store_adjust (store, adjustment, error);
}

static void
test_ratings_are_shown_in_their_time (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "b", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "c", EX_REVIEW_AGREED);
  must_rate_all (store, "c", "c", EX_ROLE_SELF, "c", 5);
  assert_sees (store, "c", "c", 3, 0, 0, 0); /* a draft is the writer's alone */
  assert_sees (store, "b", "c", 0, 0, 0, 0);
  assert_sees (store, "HR", "c", 0, 0, 0, 0);
  must_take (store, "c", "c", EX_STEP_SELF_ASSESS, NULL);
  assert_sees (store, "b", "c", 3, 0, 0, 0);
  assert_sees (store, "a", "c", 3, 0, 0, 0);
  assert_sees (store, "HR", "c", 3, 0, 0, 0);
  assert_sees (store, "d", "c", 0, 0, 0, 0);
  must_rate_all (store, "b", "c", EX_ROLE_MANAGER, "b", 2);
  assert_sees (store, "b", "c", 3, 3, 0, 0);
  assert_sees (store, "HR", "c", 3, 0, 0, 0);
  must_take (store, "b", "c", EX_STEP_ASSESS, NULL);
  assert_sees (store, "HR", "c", 3, 3, 0, 0);
  assert_sees (store, "a", "c", 3, 3, 0, 0);
  assert_sees (store, "c", "c", 3, 0, 0, 0);
  advance_to (store, EX_PHASE_CALIBRATE);
  adjust (store, "HR", "c1", 3, "Same as elsewhere", "Ann", &error);
  g_assert_no_error (error);
  assert_last_action (store, "Adjust a rating: Cy");
  assert_sees (store, "c", "c", 3, 0, 0, 0);
  assert_sees (store, "d", "c", 0, 0, 0, 0);
  advance_to (store, EX_PHASE_SIGN);
  assert_sees (store, "c", "c", 3, 3, 1, 0);
  assert_sees (store, "d", "c", 0, 0, 0, 0);
  assert_sound (store);
}

/* HR writes for the board, and has to see what it writes. */
static void
test_what_the_board_says_is_entered_by_hr (Fixture *fixture, gconstpointer data)
{
  bring_to (fixture->store, "a", EX_REVIEW_SELF_ASSESSED);
  must_rate_all (fixture->store, "HR", "a", EX_ROLE_MANAGER, EX_BOARD, 4);
  assert_sees (fixture->store, "HR", "a", 3, 3, 0, 0);
  assert_sees (fixture->store, "a", "a", 3, 0, 0, 0);
  must_not_rate (fixture->store, "a", "a1", EX_ROLE_MANAGER, EX_BOARD, 5, "HR does this");
}

static void
test_observers_are_a_mean_and_no_names (Fixture *fixture, gconstpointer data)
{
  static const char * const two[] = { "c", "d", NULL };
  static const char * const four[] = { "c", "d", "e", "f", "c", NULL };
  static const char * const own[] = { "a", "c", "d", NULL };
  static const char * const reviewer[] = { "c", "d", "a", NULL };
  static const char * const nobody[] = { "c", "d", "zoe", NULL };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;

  save_leader (store, "e", "Eve", "a");
  save_leader (store, "f", "Fay", "a");
  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "b", EX_REVIEW_SELF_ASSESSED);
  act_as (store, "a");
  g_assert_false (ex_store_set_observers (store, "fy26", "b", four, &error));
  assert_refused (&error, "Only HR");
  act_as (store, "HR");
  g_assert_false (ex_store_set_observers (store, "fy26", "b", two, &error));
  assert_refused (&error, "2 observers are too few");
  g_assert_false (ex_store_set_observers (store, "fy26", "a", own, &error));
  assert_refused (&error, "cannot observe themselves");
  g_assert_false (ex_store_set_observers (store, "fy26", "b", reviewer, &error));
  assert_refused (&error, "rates as the reviewer");
  g_assert_false (ex_store_set_observers (store, "fy26", "b", nobody, &error));
  assert_refused (&error, "zoe");
  g_assert_true (ex_store_set_observers (store, "fy26", "b", four, &error));
  g_assert_no_error (error);
  assert_last_action (store, "Name observers: Bob");

  must_not_rate (store, "a", "b1", EX_ROLE_OBSERVER, "a", 3, "has not named this observer");
  must_not_rate (store, "d", "b1", EX_ROLE_OBSERVER, "c", 3, "Observers give their own ratings");
  must_rate_all (store, "c", "b", EX_ROLE_OBSERVER, "c", 2);
  must_rate_all (store, "d", "b", EX_ROLE_OBSERVER, "d", 3);
  must_rate_all (store, "a", "b", EX_ROLE_MANAGER, "a", 3);
  must_take (store, "a", "b", EX_STEP_ASSESS, NULL);
  assert_sees (store, "HR", "b", 3, 3, 0, 0); /* two are not enough */
  must_rate_all (store, "e", "b", EX_ROLE_OBSERVER, "e", 4);
  assert_sees (store, "HR", "b", 3, 3, 0, 9);
  assert_sees (store, "a", "b", 3, 3, 0, 9);
  assert_sees (store, "b", "b", 3, 0, 0, 0);
  advance_to (store, EX_PHASE_SIGN);
  assert_sees (store, "b", "b", 3, 3, 0, 9);
  act_as (store, "b");
  sheet = ex_store_read_sheet (store, "fy26", "b", &error);
  g_assert_cmpuint (sheet->n_answered, ==, 3);
  act_as (store, "HR");
  g_assert_true (ex_store_set_observers (store, "fy26", "b", NULL, &error));
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings WHERE role = 'observer'"), ==, 0);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings WHERE role = 'observer'"), ==, 9);
  assert_sound (store);
}

static void
test_a_note_is_the_authors_alone (Fixture *fixture, gconstpointer data)
{
  static const char * const others[] = { "b", "HR", "c", "d" };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviewSheet) own = NULL;

  act_as (store, "a");
  g_assert_true (ex_store_save_note (store, "fy26", "b", " Ask about Hamburg ", &error));
  own = ex_store_read_sheet (store, "fy26", "b", &error);
  g_assert_cmpstr (own->note, ==, "Ask about Hamburg");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (ExReviewSheet) sheet = NULL;

      act_as (store, others[i]);
      sheet = ex_store_read_sheet (store, "fy26", "b", &error);
      g_assert_null (sheet->note);
    }
  act_as (store, "b");
  g_assert_false (ex_store_save_note (store, "fy26", "b", "Myself", &error));
  assert_refused (&error, "somebody else’s review");
  act_as (store, "d");
  g_assert_false (ex_store_save_note (store, "fy26", "b", "Gossip", &error));
  assert_refused (&error, "Private notes on Bob");
  act_as (store, "a");
  g_assert_true (ex_store_save_note (store, "fy26", "b", "", &error));
  g_assert_cmpint (count (store, "SELECT count(*) FROM private_notes"), ==, 0);
  assert_sound (store);
}

/* --- calibration ---------------------------------------------------------------------------------------------------------------------- */

static void
test_the_first_rating_stays (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *actor; int rating; const char *why, *agreed_by, *says; } cases[] = {
    { "HR", 4, "", "Ann", "reason" },
    { "HR", 4, "As elsewhere", "", "agreed" },
    { "HR", 6, "As elsewhere", "Ann", "1 to 5 would be right" },
    { "b", 4, "As elsewhere", "Ann", "Only HR and the tops" },
  };
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_to (store, "a", EX_REVIEW_SELF_ASSESSED);
  bring_to (store, "b", EX_REVIEW_SELF_ASSESSED);
  adjust (store, "HR", "b1", 4, "As elsewhere", "Ann", &error);
  assert_refused (&error, "not assessed yet");
  must_rate_all (store, "a", "b", EX_ROLE_MANAGER, "a", 3);
  must_take (store, "a", "b", EX_STEP_ASSESS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      adjust (store, cases[i].actor, "b1", cases[i].rating, cases[i].why, cases[i].agreed_by, &error);
      assert_refused (&error, cases[i].says);
    }
  adjust (store, "a", "b1", 4, "As elsewhere", "Ann and the board", &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT rating FROM adjustments WHERE objective_id = 'b1'"), ==, 4);
  g_assert_cmpint (count (store, "SELECT rating FROM ratings WHERE objective_id = 'b1' AND role = 'manager'"), ==, 3);
  adjust (store, "HR", "b1", 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT count(*) FROM adjustments"), ==, 0);
  must_not_rate (store, "a", "b1", EX_ROLE_MANAGER, "a", 5, "assessed already");
  adjust (store, "HR", "b1", 5, "As elsewhere", "Ann", &error);
  must_take (store, "a", "b", EX_STEP_SEND_BACK, "Anew"); /* and with it what was adjusted */
  g_assert_cmpint (count (store, "SELECT count(*) FROM adjustments"), ==, 0);
  undo (store);
  g_assert_cmpint (count (store, "SELECT rating FROM adjustments"), ==, 5);
  assert_sound (store);
}

static void
test_drafts_come_and_go (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 before;

  bring_to (store, "a", EX_REVIEW_AGREED);
  advance_to (store, EX_PHASE_ASSESS);
  g_assert_true (rate (store, "a", "a1", EX_ROLE_SELF, "a", 0, "Not sure yet", &error));
  g_assert_cmpint (count (store, "SELECT rating IS NULL FROM ratings"), ==, 1);
  before = n_actions (store);
  g_assert_true (rate (store, "a", "a1", EX_ROLE_SELF, "a", 0, "Not sure yet", &error));
  g_assert_cmpint (n_actions (store), ==, before); /* nothing changed, nothing to undo */
  g_assert_true (rate (store, "a", "a1", EX_ROLE_SELF, "a", 0, " ", &error));
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings"), ==, 0);
  must_not_rate (store, "a", "a1", EX_ROLE_SELF, "a", 6, "from 1 to 5");
  must_not_rate (store, "a", "a1", EX_ROLE_SELF, "a", -1, "from 1 to 5");
  must_not_rate (store, "a", "b1", EX_ROLE_SELF, "a", 3, "not agreed yet");
  g_assert_false (rate (store, "a", "zz", EX_ROLE_SELF, "a", 3, NULL, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "zz");
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM ratings"), ==, 1);
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_review_test ("/store/reviews/all of a cycle", test_all_of_a_cycle);
  g_test_add ("/store/reviews/a company without a cycle has none", Fixture, NULL, fixture_set_up, test_a_company_without_a_cycle_has_none,
              fixture_tear_down);
  add_review_test ("/store/reviews/the handful answers as the whole", test_the_handful_answers_as_the_whole);
  add_review_test ("/store/reviews/nobody is not found", test_nobody_is_not_found);
  add_review_test ("/store/reviews/ratings are shown in their time", test_ratings_are_shown_in_their_time);
  add_review_test ("/store/reviews/what the board says is entered by HR", test_what_the_board_says_is_entered_by_hr);
  add_review_test ("/store/reviews/observers are a mean and no names", test_observers_are_a_mean_and_no_names);
  add_review_test ("/store/reviews/a note is the author's alone", test_a_note_is_the_authors_alone);
  add_review_test ("/store/reviews/the first rating stays", test_the_first_rating_stays);
  add_review_test ("/store/reviews/drafts come and go", test_drafts_come_and_go);
  return g_test_run ();
}
