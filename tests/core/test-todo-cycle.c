/* What is next for HR, who runs the cycle. */
#include "config.h"

#include "todo-list.h"

/* --- HR ----------------------------------------------------------------------------------------------------------------- */

static void
test_who_reviews (void)
{
  Scene scene = make_company (EX_PHASE_RUN, FEBRUARY);

  scene.today = ex_day_new (2026, 1, 20);
  set_all (&scene, EX_REVIEW_AGREED);
  g_ptr_array_add (scene.leaders, ex_leader_new ("zoe", "Zoe"));
  /* Of Dag, Cem was named and Ben is the manager; Eva’s reviewer has left; Flo's is right; Gus is signed: it is over. */
  for (guint i = 3; i < 7; i++)
    ((ExReview *) g_ptr_array_index (scene.records->reviews, i))->reviewer_id = g_strdup (i == 5 ? "ben" : i == 4 ? "hal" : "cem");
  ((ExReview *) g_ptr_array_index (scene.records->reviews, 6))->state = EX_REVIEW_SIGNED;
  scene_add_leader (&scene, "Hal", "ana")->to = ex_day_new (2025, 12, 31);
  assert_list (&scene, NULL, NULL,
               "tops: Say who reviews Zoe [No manager, and not named as a top of FY 2026.]\n"
               "move: Move the review of Dag to Ben [Cem reviews, and is not the manager any more.]\n"
               "move: Move the review of Eva to Ben [Hal was to review, and is not there.]\n");
}

static void
test_nobody_above_is_there (void)
{
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 1, 20));
  ExLeader *root = ex_leader_new ("ana", "Ana");

  root->to = ex_day_new (2025, 12, 31);
  g_ptr_array_add (scene.leaders, root);
  scene_add_leader (&scene, "Ben", "ana");
  assert_list (&scene, NULL, NULL, "tops: Say who reviews Ben [Nobody above is there, or named as a top of FY 2026.]\n");
}

static void
test_chase (void)
{
  Scene scene = make_company (EX_PHASE_ASSESS, ex_day_new (2027, 1, 25));
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const ExTodo *todo;

  set_all (&scene, EX_REVIEW_ASSESSED);
  ((ExReview *) g_ptr_array_index (scene.records->reviews, 1))->state = EX_REVIEW_AGREED;
  ((ExReview *) g_ptr_array_index (scene.records->reviews, 3))->state = EX_REVIEW_SELF_ASSESSED;
  ((ExReview *) g_ptr_array_index (scene.records->reviews, 4))->state = EX_REVIEW_AGREED;
  ((ExReview *) g_ptr_array_index (scene.records->reviews, 4))->excused = TRUE;
  reviews = scene_finish (&scene);
  list = ex_todo_list (reviews, EX_NOBODY, NULL);

  g_assert_cmpuint (list->len, ==, 2);
  todo = g_ptr_array_index (list, 0);
  g_assert_cmpint (todo->kind, ==, EX_TODO_CHASE);
  /* Ben for himself, and for Dag: he is named once. */
  g_assert_cmpstr (todo->text, ==, "Ask about 2 overdue reviews");
  g_assert_cmpstr (todo->detail, ==, "They wait for Ben.");
  g_assert_cmpint (todo->overdue, ==, 4);
  g_assert_cmpint (todo->leader, ==, EX_NOBODY);
  todo = g_ptr_array_index (list, 1);
  g_assert_cmpint (todo->kind, ==, EX_TODO_ADVANCE);
  g_assert_cmpint (todo->overdue, ==, 4);
}

static void
test_advance (void)
{
  const struct { ExPhase phase; const char *today; const char *text; } cases[] = {
    { EX_PHASE_PLAN, "2026-01-31", "" },
    { EX_PHASE_RUN, "2026-12-31", "" },
    { EX_PHASE_RUN, "2027-01-01", "Advance FY 2026 from “Run” to “Assess”" },
    { EX_PHASE_CALIBRATE, "2027-02-05", "Advance FY 2026 from “Calibrate” to “Sign”" },
    { EX_PHASE_SIGN, "2027-12-31", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene = make_company (cases[i].phase, ex_day_parse (cases[i].today));
      g_autoptr (ExReviews) reviews = NULL;
      g_autoptr (GPtrArray) list = NULL;

      set_all (&scene, EX_REVIEW_SIGNED);
      reviews = scene_finish (&scene);
      list = ex_todo_list (reviews, EX_NOBODY, NULL);
      g_assert_cmpuint (list->len, ==, *cases[i].text != '\0' ? 1 : 0);
      if (list->len > 0)
        g_assert_cmpstr (((const ExTodo *) list->pdata[0])->text, ==, cases[i].text);
    }
}

static void
test_close (void)
{
  char *months[] = { (char *) "October", (char *) "November", (char *) "December", (char *) "January", NULL };
  const ExCloseFacts ready = { .has_ledger = TRUE, .opening_known = TRUE, .opening_customers = 10, .closing_customers = 12, .opening_value = 1 };
  ExCloseFacts facts[4] = { ready, ready, ready, { 0 } };
  const char *expected[] = {
    "close: Close FY 2026 [Every review is signed or excused, and the customer asset is final.]\n",
    "final: Mark the customers of FY 2026 as final [October, November and two more are not final yet.]\n",
    "final: Bring in the customers from before FY 2026 [Without them nobody knows how the customer asset grew, and the cycle cannot be closed.]\n",
    "final: Bring in the customers of FY 2026 [Without them nobody knows how the customer asset grew, and the cycle cannot be closed.]\n",
  };

  facts[1].not_final = months;
  facts[2].opening_known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      Scene scene = make_company (EX_PHASE_SIGN, LATE);
      Scene running = make_company (EX_PHASE_RUN, SEPTEMBER);

      set_all (&scene, EX_REVIEW_SIGNED);
      assert_list (&scene, NULL, &facts[i], expected[i]);
      set_all (&running, EX_REVIEW_SIGNED);
      assert_list (&running, NULL, &facts[i], "");
    }
}

static void
test_nothing_after_closed (void)
{
  const char * const viewers[] = { "ana", "ben", "dag", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      Scene scene = make_company (EX_PHASE_CLOSED, LATE);

      scene_add_objectives (&scene, "dag");
      assert_list (&scene, viewers[i], NULL, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/todo/who-reviews", test_who_reviews);
  g_test_add_func ("/todo/nobody-above-is-there", test_nobody_above_is_there);
  g_test_add_func ("/todo/chase", test_chase);
  g_test_add_func ("/todo/advance", test_advance);
  g_test_add_func ("/todo/close", test_close);
  g_test_add_func ("/todo/nothing-after-closed", test_nothing_after_closed);

  return g_test_run ();
}
