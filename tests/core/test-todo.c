/* What is next for a leader and for whoever reviews, and that what is listed can be done. */
#include "config.h"

#include "todo-list.h"

/* --- objectives and agreement ------------------------------------------------------------------------------------------- */

static void
test_set_objectives (void)
{
  Scene none = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene some = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene ready = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene excused = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene gone = make_company (EX_PHASE_PLAN, FEBRUARY);

  assert_list (&none, "cem", NULL, "set-objectives: Set your objectives for FY 2026 [No objectives: this cycle needs at least 3.]\n");

  scene_add_objective (&some, "cem", 1, 5000);
  g_array_set_size (scene_add_objective (&some, "cem", 2, 4000)->links, 0);
  assert_list (&some, "cem", NULL,
               "set-objectives: Complete your objectives for FY 2026 [Only 2 objectives: this cycle needs at least 3. And 2 more.]\n");

  /* The rest is up to Ana. */
  scene_add_objectives (&ready, "cem");
  assert_list (&ready, "cem", NULL, "");

  scene_add_review (&excused, "cem", EX_REVIEW_DRAFTING)->excused = TRUE;
  assert_list (&excused, "cem", NULL, "");

  ((ExLeader *) g_ptr_array_index (gone.leaders, 2))->to = ex_day_new (2025, 6, 30);
  assert_list (&gone, "cem", NULL, "");
}

static void
test_agree (void)
{
  Scene ready = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene behind = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene above = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene excused = make_company (EX_PHASE_PLAN, FEBRUARY);

  /* Dag is ready, Eva is not. */
  scene_add_review (&ready, "ana", EX_REVIEW_AGREED);
  scene_add_review (&ready, "ben", EX_REVIEW_AGREED);
  scene_add_objectives (&ready, "dag");
  scene_add_objective (&ready, "eva", 1, 5000);
  assert_list (&ready, "ben", NULL, "agree: Agree the objectives of Dag\n");

  /* Ben has his own to do first. */
  scene_add_review (&behind, "ana", EX_REVIEW_AGREED);
  scene_add_objectives (&behind, "dag");
  assert_list (&behind, "ben", NULL,
               "set-objectives: Set your objectives for FY 2026 [No objectives: this cycle needs at least 2.]\n"
               "~agree: Agree the objectives of Dag [Your own objectives must be agreed first.]\n");

  /* Ben waits for Ana: there is nothing that he could do. */
  scene_add_objectives (&above, "ben");
  scene_add_objectives (&above, "dag");
  assert_list (&above, "ben", NULL, "");

  scene_add_review (&excused, "ana", EX_REVIEW_AGREED);
  scene_add_review (&excused, "ben", EX_REVIEW_AGREED);
  scene_add_objectives (&excused, "dag");
  scene_add_review (&excused, "dag", EX_REVIEW_DRAFTING)->excused = TRUE;
  assert_list (&excused, "ben", NULL, "");
}

static void
test_agree_for_the_board (void)
{
  Scene scene = make_company (EX_PHASE_PLAN, FEBRUARY);
  Scene named = make_company (EX_PHASE_PLAN, FEBRUARY);

  scene_add_objectives (&scene, "ana");
  assert_list (&scene, NULL, NULL,
               "board: Agree the objectives of Ana for the board\n"
               "chase: Ask about 7 overdue reviews [They wait for the board, Ben and five more.]\n"
               "advance: Advance FY 2026 from “Plan” to “Run” [Its last day was 31 Jan 2026. Reviews that are behind stay where they are.]\n");

  named.cycle->board = g_strdup ("Mr Ito");
  named.today = ex_day_new (2026, 1, 10);
  scene_add_objectives (&named, "ana");
  assert_list (&named, NULL, NULL, "board: Agree the objectives of Ana for Mr Ito\n");
}

static void
test_amendments (void)
{
  Scene one = make_company (EX_PHASE_RUN, FEBRUARY);
  Scene two = make_company (EX_PHASE_RUN, FEBRUARY);
  Scene top = make_company (EX_PHASE_RUN, FEBRUARY);
  guint dag = 3, ana = 0;

  set_all (&one, EX_REVIEW_AGREED);
  g_array_append_val (one.records->amendments, dag);
  assert_list (&one, "ben", NULL, "amendment: Answer the amendment of Dag [Until then the objectives stay as they were agreed.]\n");

  set_all (&two, EX_REVIEW_AGREED);
  g_array_append_val (two.records->amendments, dag);
  g_array_append_val (two.records->amendments, dag);
  assert_list (&two, "ben", NULL, "amendment: Answer the amendments of Dag [Until then the objectives stay as they were agreed.]\n");

  set_all (&top, EX_REVIEW_AGREED);
  g_array_append_val (top.records->amendments, ana);
  assert_list (&top, NULL, NULL, "amendment: Answer the amendment of Ana [Until then the objectives stay as they were agreed.]\n");
}

/* --- assessing ---------------------------------------------------------------------------------------------------------- */

static void
test_rate_yourself_first (void)
{
  Scene scene = make_company (EX_PHASE_ASSESS, JANUARY);
  Scene no_one_waits = make_company (EX_PHASE_ASSESS, JANUARY);
  Scene one_waits = make_company (EX_PHASE_ASSESS, JANUARY);

  scene_add_review (&scene, "ana", EX_REVIEW_AGREED);
  scene_add_review (&scene, "ben", EX_REVIEW_AGREED);
  scene_add_review (&scene, "dag", EX_REVIEW_SELF_ASSESSED);
  scene_add_review (&scene, "eva", EX_REVIEW_AGREED);
  assert_list (&scene, "ben", NULL,
               "self-assess: Rate yourself before your four reports can be assessed [Then you can assess Dag, Eva and two more.]\n"
               "~assess: Assess Dag [Rate yourself first.]\n");

  scene_add_review (&no_one_waits, "cem", EX_REVIEW_AGREED);
  scene_add_objectives (&no_one_waits, "cem");
  scene_measure (&no_one_waits, ex_day_new (2026, 12, 31), 1);
  g_array_index (no_one_waits.readings, ExReading, 0) = g_array_index (no_one_waits.readings, ExReading, 1);
  scene_add_mark (&no_one_waits, "cem-1", EX_ROLE_SELF, "cem", 4);
  assert_list (&no_one_waits, "cem", NULL, "self-assess: Rate yourself [1 of 2 objectives is rated.]\n");

  scene_add_review (&one_waits, "ben", EX_REVIEW_AGREED);
  scene_add_review (&one_waits, "dag", EX_REVIEW_AGREED);
  scene_add_review (&one_waits, "eva", EX_REVIEW_ASSESSED);
  scene_add_review (&one_waits, "flo", EX_REVIEW_SIGNED);
  scene_add_review (&one_waits, "gus", EX_REVIEW_AGREED)->excused = TRUE;
  assert_list (&one_waits, "ben", NULL,
               "self-assess: Rate yourself before your report can be assessed [Then you can assess Dag.]\n");
}

static void
test_assess (void)
{
  Scene scene = make_company (EX_PHASE_ASSESS, JANUARY);
  Scene early = make_company (EX_PHASE_RUN, SEPTEMBER);
  Scene behind = make_company (EX_PHASE_ASSESS, JANUARY);

  scene_add_review (&scene, "ben", EX_REVIEW_SELF_ASSESSED);
  scene_add_review (&scene, "gus", EX_REVIEW_SELF_ASSESSED);
  scene_add_review (&scene, "flo", EX_REVIEW_SELF_ASSESSED);
  scene_add_review (&scene, "eva", EX_REVIEW_AGREED);
  scene_add_objectives (&scene, "flo");
  scene_add_mark (&scene, "flo-1", EX_ROLE_MANAGER, "ben", 4);
  scene_add_mark (&scene, "flo-2", EX_ROLE_MANAGER, "ben", 4);
  scene_add_mark (&scene, "flo-2", EX_ROLE_MANAGER, "ana", 4);
  assert_list (&scene, "ben", NULL, "assess: Assess Flo [All 2 objectives are rated: submit them.]\nassess: Assess Gus\n");

  /* Nobody rates before assess. */
  scene_add_review (&early, "ben", EX_REVIEW_AGREED);
  scene_add_review (&early, "flo", EX_REVIEW_AGREED);
  assert_list (&early, "ben", NULL, "");

  /* Ben's own objectives are ready, and wait for Ana to agree: nothing that he could do. */
  scene_add_objectives (&behind, "ben");
  scene_add_review (&behind, "dag", EX_REVIEW_SELF_ASSESSED);
  assert_list (&behind, "ben", NULL, "");
}

static void
test_observe (void)
{
  Scene open = make_company (EX_PHASE_ASSESS, JANUARY);
  Scene done = make_company (EX_PHASE_ASSESS, JANUARY);
  Scene early = make_company (EX_PHASE_RUN, SEPTEMBER);

  scene_add_review (&open, "cem", EX_REVIEW_SIGNED);
  scene_add_review (&open, "dag", EX_REVIEW_AGREED);
  scene_add_review (&open, "eva", EX_REVIEW_SIGNED);
  scene_add_objectives (&open, "dag");
  scene_add_mark (&open, "dag-1", EX_ROLE_OBSERVER, "cem", 3);
  scene_add_mark (&open, "dag-2", EX_ROLE_OBSERVER, "gus", 3);
  scene_add_observer (&open, "dag", "cem");
  scene_add_observer (&open, "eva", "cem");
  assert_list (&open, "cem", NULL,
               "observe: Rate the objectives of Dag as an observer [Nobody sees what you say: only the mean of at least three observers is shown.]\n");

  scene_add_review (&done, "cem", EX_REVIEW_SIGNED);
  scene_add_review (&done, "dag", EX_REVIEW_AGREED);
  scene_add_objectives (&done, "dag");
  scene_add_mark (&done, "dag-1", EX_ROLE_OBSERVER, "cem", 3);
  scene_add_mark (&done, "dag-2", EX_ROLE_OBSERVER, "cem", 3);
  scene_add_observer (&done, "dag", "cem");
  assert_list (&done, "cem", NULL, "");

  scene_add_review (&early, "cem", EX_REVIEW_SIGNED);
  scene_add_review (&early, "dag", EX_REVIEW_AGREED);
  scene_add_objectives (&early, "dag");
  scene_add_observer (&early, "dag", "cem");
  assert_list (&early, "cem", NULL, "");
}

/* --- signing ------------------------------------------------------------------------------------------------------------ */

static void
test_sign (void)
{
  Scene mine = make_company (EX_PHASE_SIGN, LATE);
  Scene reports = make_company (EX_PHASE_SIGN, LATE);
  Scene early = make_company (EX_PHASE_CALIBRATE, LATE);
  Scene waits = make_company (EX_PHASE_SIGN, LATE);
  Scene board = make_company (EX_PHASE_SIGN, LATE);

  scene_add_review (&mine, "ana", EX_REVIEW_SIGNED);
  scene_add_review (&mine, "ben", EX_REVIEW_ASSESSED)->reviewer_signed = g_strdup ("ana");
  scene_add_review (&mine, "dag", EX_REVIEW_ASSESSED);
  assert_list (&mine, "ben", NULL,
               "sign: Read your review and sign it [Where you do not agree, say so in a dissent first.]\n"
               "~sign-report: Sign the review of Dag [Your own review must be signed first.]\n");

  scene_add_review (&reports, "ben", EX_REVIEW_SIGNED);
  scene_add_review (&reports, "dag", EX_REVIEW_ASSESSED);
  scene_add_review (&reports, "eva", EX_REVIEW_ASSESSED)->reviewer_signed = g_strdup ("ben");
  assert_list (&reports, "ben", NULL, "sign-report: Sign the review of Dag\n");

  scene_add_review (&early, "ben", EX_REVIEW_SIGNED);
  scene_add_review (&early, "dag", EX_REVIEW_ASSESSED);
  assert_list (&early, "ben", NULL, "");

  scene_add_review (&waits, "ben", EX_REVIEW_ASSESSED);
  scene_add_review (&waits, "dag", EX_REVIEW_ASSESSED);
  assert_list (&waits, "ben", NULL, "");

  board.today = ex_day_new (2027, 2, 1);
  set_all (&board, EX_REVIEW_SIGNED);
  ((ExReview *) g_ptr_array_index (board.records->reviews, 0))->state = EX_REVIEW_ASSESSED;
  g_clear_pointer (&((ExReview *) g_ptr_array_index (board.records->reviews, 0))->reviewer_signed, g_free);
  g_clear_pointer (&((ExReview *) g_ptr_array_index (board.records->reviews, 0))->leader_signed, g_free);
  assert_list (&board, NULL, NULL, "board: Sign the review of Ana for the board\n");
}

/* --- properties --------------------------------------------------------------------------------------------------------- */

static ExReviews *
make_random (void)
{
  Scene scene = scene_new ((ExPhase) g_test_rand_int_range (0, 6), ex_day_new (2026, 1, 1) + (ExDay) g_test_rand_int_range (0, 420));

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("l%02u", i);
      g_autofree char *manager = i > 0 ? g_strdup_printf ("l%02u", (guint) g_test_rand_int_range (0, (int) i)) : NULL;
      ExReview *review;

      scene_add_leader (&scene, name, manager);
      if (g_test_rand_int_range (0, 2))
        scene_add_objectives (&scene, name);
      review = scene_add_review (&scene, name, (ExReviewState) g_test_rand_int_range (0, 4));
      review->excused = g_test_rand_int_range (0, 6) == 0;
      if (review->state == EX_REVIEW_ASSESSED && g_test_rand_int_range (0, 2))
        review->reviewer_signed = g_strdup ("HR");
    }

  return scene_finish (&scene);
}

/* What is not blocked can be done at once, and its due days rise; what is blocked stands behind what it waits for. */
static void
test_what_is_listed_can_be_done (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (ExReviews) reviews = make_random ();

      for (int viewer = EX_NOBODY; viewer < 20; viewer++)
        {
          g_autoptr (GPtrArray) list = ex_todo_list (reviews, viewer, NULL);
          gboolean own = FALSE;
          ExDay last = 0;

          for (guint i = 0; i < list->len; i++)
            {
              const ExTodo *todo = g_ptr_array_index (list, i);
              g_autoptr (GPtrArray) missing = NULL;

              g_assert_true (todo->due == EX_DAY_NONE || todo->due >= last);
              last = todo->due != EX_DAY_NONE ? todo->due : G_MAXUINT32;
              own = own || todo->kind == EX_TODO_SET_OBJECTIVES || todo->kind == EX_TODO_SELF_ASSESS || todo->kind == EX_TODO_SIGN;
              if (todo->blocked)
                g_assert_true (own);
              if (todo->kind == EX_TODO_AGREE)
                missing = ex_gate_agree (reviews, (guint) todo->leader);
              if (todo->kind == EX_TODO_ASSESS)
                missing = ex_gate_rate (reviews, (guint) todo->leader);
              if (todo->kind == EX_TODO_SIGN || todo->kind == EX_TODO_SIGN_REPORT)
                missing = ex_gate_sign (reviews, (guint) todo->leader);
              if (missing != NULL)
                g_assert_cmpint (missing->len == 0, ==, !todo->blocked);
            }
        }
    }
}

static void
test_kinds (void)
{
  g_assert_cmpstr (ex_todo_kind_nick (EX_TODO_SET_OBJECTIVES), ==, "set-objectives");
  g_assert_cmpstr (ex_todo_kind_nick (EX_TODO_OBSERVE), ==, "observe");
  g_assert_cmpstr (ex_todo_kind_nick (EX_TODO_CHASE), ==, "chase");
  g_assert_cmpstr (ex_todo_kind_nick (EX_TODO_CLOSE), ==, "close");
  ex_todo_free (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/todo/set-objectives", test_set_objectives);
  g_test_add_func ("/todo/agree", test_agree);
  g_test_add_func ("/todo/agree-for-the-board", test_agree_for_the_board);
  g_test_add_func ("/todo/amendments", test_amendments);
  g_test_add_func ("/todo/rate-yourself-first", test_rate_yourself_first);
  g_test_add_func ("/todo/assess", test_assess);
  g_test_add_func ("/todo/observe", test_observe);
  g_test_add_func ("/todo/sign", test_sign);
  g_test_add_func ("/todo/what-is-listed-can-be-done", test_what_is_listed_can_be_done);
  g_test_add_func ("/todo/kinds", test_kinds);

  return g_test_run ();
}
