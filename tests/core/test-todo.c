#include "config.h"

#include "core/ex-todo.h"

#include "review-scene.h"

#include <string.h>

/* FY 2026 is the calendar year: plan until 31 Jan 2026, assess until 21 Jan 2027, sign until 18 Feb 2027. */
#define FEBRUARY ex_day_new (2026, 2, 10)
#define SEPTEMBER ex_day_new (2026, 9, 28)
#define JANUARY ex_day_new (2027, 1, 13)
#define LATE ex_day_new (2027, 2, 11)

/* "kind: text [detail]", a line each; blocked ones behind a "~". (transfer full) */
static char *
print_list (const ExReviews    *reviews,
            const char         *viewer,
            const ExCloseFacts *facts)
{
  int index = viewer != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), viewer) : EX_NOBODY;
  g_autoptr (GPtrArray) list = ex_todo_list (reviews, index, facts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const ExTodo *todo = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s: %s", todo->blocked ? "~" : "", ex_todo_kind_nick (todo->kind), todo->text);
      if (todo->detail != NULL)
        g_string_append_printf (text, " [%s]", todo->detail);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Takes the scene; @viewer: NULL: HR */
static void
assert_list (Scene              *scene,
             const char         *viewer,
             const ExCloseFacts *facts,
             const char         *expected)
{
  g_autoptr (ExReviews) reviews = scene_finish (scene);
  g_autofree char *text = print_list (reviews, viewer, facts);

  g_assert_cmpstr (text, ==, expected);
}

/* Ana, the top, over Ben and Cem; Ben over Dag, Eva, Flo, Gus. */
static Scene
make_company (ExPhase phase,
              ExDay   today)
{
  Scene scene = scene_new (phase, today);

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_leader (&scene, "Ben", "ana");
  scene_add_leader (&scene, "Cem", "ana");
  scene_add_leader (&scene, "Dag", "ben");
  scene_add_leader (&scene, "Eva", "ben");
  scene_add_leader (&scene, "Flo", "ben");
  scene_add_leader (&scene, "Gus", "ben");

  return scene;
}

static void
set_all (Scene         *scene,
         ExReviewState  state)
{
  for (guint i = 0; i < scene->leaders->len; i++)
    scene_add_review (scene, ((const ExLeader *) g_ptr_array_index (scene->leaders, i))->id, state);
}

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

/* --- check-ins ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExCadence   cadence;
  const char *last;     /* check-in; NULL: none */
  const char *today;
  const char *due;      /* NULL: nothing */
  const char *text;     /* in the list; NULL: it is not in it */
} Due;

static const Due dues[] = {
  { EX_CADENCE_MONTHLY, NULL, "2026-01-01", "2026-01-31", "Record January for “dag-1”" },
  { EX_CADENCE_MONTHLY, NULL, "2026-09-28", "2026-01-31", "Record January for “dag-1”" },
  { EX_CADENCE_MONTHLY, "2026-08-31", "2026-08-31", NULL, NULL },
  { EX_CADENCE_MONTHLY, "2026-08-01", "2026-08-31", NULL, NULL },
  { EX_CADENCE_MONTHLY, "2026-08-31", "2026-09-01", "2026-09-30", "Record September for “dag-1”" },
  { EX_CADENCE_MONTHLY, "2026-08-31", "2026-10-05", "2026-09-30", "Record September for “dag-1”" },
  { EX_CADENCE_MONTHLY, "2026-11-30", "2027-01-10", "2026-12-31", "Record December 2026 for “dag-1”" },
  { EX_CADENCE_MONTHLY, "2026-12-31", "2027-01-10", NULL, NULL },
  { EX_CADENCE_MONTHLY, NULL, "2025-12-31", NULL, NULL },                        /* the cycle has not begun */
  { EX_CADENCE_WEEKLY, NULL, "2026-01-02", "2026-01-04", "Record the week to 4 Jan 2026 for “dag-1”" }, /* Thursday to Sunday */
  { EX_CADENCE_WEEKLY, "2026-01-04", "2026-01-04", NULL, NULL },
  { EX_CADENCE_WEEKLY, "2026-01-04", "2026-01-05", "2026-01-11", "Record the week to 11 Jan 2026 for “dag-1”" },
  { EX_CADENCE_WEEKLY, "2026-12-27", "2027-01-10", "2026-12-31", "Record the week to 31 Dec 2026 for “dag-1”" }, /* the cycle ends in it */
  { EX_CADENCE_QUARTERLY, "2026-06-30", "2026-09-28", "2026-09-30", "Record Q3 for “dag-1”" },
  { EX_CADENCE_QUARTERLY, "2026-07-01", "2026-09-28", NULL, NULL },
  { EX_CADENCE_QUARTERLY, "2026-09-30", "2027-01-10", "2026-12-31", "Record Q4 2026 for “dag-1”" },
  { EX_CADENCE_NONE, "2026-06-30", "2026-09-28", "2026-09-30", "Record Q3 for “dag-1”" },
};

static void
test_check_in_due (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      const Due *item = &dues[i];
      Scene scene = make_company (EX_PHASE_RUN, ex_day_parse (item->today));
      g_autofree char *expected = item->text != NULL ? g_strdup_printf ("check-in: %s\n", item->text) : g_strdup ("");
      ExObjective *objective = scene_add_objective (&scene, "dag", 1, 10000);
      ExDay due = item->due != NULL ? ex_day_parse (item->due) : EX_DAY_NONE;

      set_all (&scene, EX_REVIEW_AGREED);
      objective->cadence = item->cadence;
      if (item->last != NULL)
        scene_measure (&scene, ex_day_parse (item->last), 35);
      g_assert_cmpuint (ex_check_in_due (objective, &g_array_index (scene.readings, ExReading, 0), scene.cycle, scene.today), ==, due);
      assert_list (&scene, "dag", NULL, expected);
    }
}

/* Whatever the day and the last check-in, the due day is the end of a period without one, in the cycle; one on that day settles it. */
static void
test_check_in_due_settles (void)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  g_autoptr (ExObjective) objective = ex_objective_new ("o", "c", "l", "Title", EX_KIND_NUMBER);

  for (guint i = 0; i < 5000; i++)
    {
      ExDay today = cycle->first + (ExDay) g_test_rand_int_range (0, 400);
      ExReading reading = { .measured = g_test_rand_int_range (0, 5) > 0 };
      ExDay due;

      objective->cadence = (ExCadence) g_test_rand_int_range (0, 4);
      reading.last_day = reading.measured ? cycle->first + (ExDay) g_test_rand_int_range (0, 365) : EX_DAY_NONE;
      due = ex_check_in_due (objective, &reading, cycle, today);
      if (due == EX_DAY_NONE)
        {
          g_assert_true (reading.measured);
          continue;
        }
      g_assert_true (due > reading.last_day && due >= cycle->first && due <= cycle->last);
      reading = (ExReading) { .measured = TRUE, .last_day = due };
      g_assert_true (ex_check_in_due (objective, &reading, cycle, today) == EX_DAY_NONE
                     || ex_check_in_due (objective, &reading, cycle, today) > due);
    }
}

static void
test_milestones (void)
{
  const struct { const char *today; double said; const char *said_on; gboolean is_due; gboolean is_listed; } cases[] = {
    { "2026-03-01", EX_UNSET, NULL, TRUE, FALSE },          /* far off */
    { "2026-05-31", EX_UNSET, NULL, TRUE, TRUE },
    { "2026-06-30", 0, "2026-04-30", TRUE, TRUE },          /* not done yet, it was said before */
    { "2026-07-15", EX_UNSET, NULL, TRUE, TRUE },
    { "2026-06-30", 1, "2026-04-30", FALSE, FALSE },
    { "2026-07-15", 0, "2026-06-30", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene = make_company (EX_PHASE_RUN, ex_day_parse (cases[i].today));
      ExObjective *objective = scene_add_objective (&scene, "dag", 1, 10000);

      set_all (&scene, EX_REVIEW_AGREED);
      objective->kind = EX_KIND_MILESTONE;
      objective->due = ex_day_new (2026, 6, 30);
      if (cases[i].said_on != NULL)
        scene_measure (&scene, ex_day_parse (cases[i].said_on), cases[i].said);
      g_assert_cmpuint (ex_check_in_due (objective, &g_array_index (scene.readings, ExReading, 0), scene.cycle, scene.today), ==,
                        cases[i].is_due ? objective->due : EX_DAY_NONE);
      assert_list (&scene, "dag", NULL, cases[i].is_listed ? "check-in: Say whether “dag-1” is done\n" : "");
    }
}

/* From agreed reviews, up to assess, while they are not assessed. */
static void
test_when_check_ins_are_asked_for (void)
{
  const struct { ExPhase phase; ExReviewState state; gboolean asked; } cases[] = {
    { EX_PHASE_PLAN, EX_REVIEW_AGREED, TRUE }, { EX_PHASE_RUN, EX_REVIEW_AGREED, TRUE }, { EX_PHASE_ASSESS, EX_REVIEW_SELF_ASSESSED, TRUE },
    { EX_PHASE_ASSESS, EX_REVIEW_ASSESSED, FALSE }, { EX_PHASE_CALIBRATE, EX_REVIEW_SELF_ASSESSED, FALSE }, { EX_PHASE_SIGN, EX_REVIEW_SELF_ASSESSED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene = make_company (cases[i].phase, SEPTEMBER);
      g_autoptr (ExReviews) reviews = NULL;
      g_autofree char *text = NULL;

      scene_add_objective (&scene, "dag", 1, 10000);
      set_all (&scene, cases[i].state);
      reviews = scene_finish (&scene);
      text = print_list (reviews, "dag", NULL);
      g_assert_cmpint (strstr (text, "check-in:") != NULL, ==, cases[i].asked);
    }
}

/* Of who joined in the middle, nothing is asked from before; of who left, nothing from after. */
static void
test_check_ins_of_who_came_and_went (void)
{
  Scene joined = make_company (EX_PHASE_RUN, SEPTEMBER);
  Scene left = make_company (EX_PHASE_RUN, SEPTEMBER);

  scene_add_objective (&joined, "dag", 1, 10000);
  set_all (&joined, EX_REVIEW_AGREED);
  ((ExLeader *) g_ptr_array_index (joined.leaders, 3))->from = ex_day_new (2026, 8, 15);
  assert_list (&joined, "dag", NULL, "check-in: Record August for “dag-1”\n");

  scene_add_objective (&left, "dag", 1, 10000);
  scene_measure (&left, ex_day_new (2026, 6, 30), 35);
  set_all (&left, EX_REVIEW_AGREED);
  ((ExLeader *) g_ptr_array_index (left.leaders, 3))->to = ex_day_new (2026, 6, 30);
  assert_list (&left, "dag", NULL, "");
}

static void
test_order (void)
{
  Scene scene = make_company (EX_PHASE_RUN, SEPTEMBER);
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *titles[] = { "Zeal", "Ardour", "Tempo" };

  for (guint i = 0; i < 3; i++)
    {
      ExObjective *objective = scene_add_objective (&scene, "dag", i, 1000);

      g_free (objective->title);
      objective->title = g_strdup (titles[i]);
      scene_measure (&scene, ex_day_new (2026, i == 2 ? 7 : 8, 31), 35);
    }
  set_all (&scene, EX_REVIEW_AGREED);
  reviews = scene_finish (&scene);
  list = ex_todo_list (reviews, 3, NULL);

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((const ExTodo *) list->pdata[0])->text, ==, "Record August for “Tempo”");
  g_assert_cmpint (((const ExTodo *) list->pdata[0])->overdue, ==, 28);
  g_assert_cmpuint (((const ExTodo *) list->pdata[0])->due, ==, ex_day_new (2026, 8, 31));
  g_assert_cmpint (((const ExTodo *) list->pdata[0])->objective, ==, 2);
  g_assert_cmpint (((const ExTodo *) list->pdata[0])->leader, ==, 3);
  g_assert_cmpstr (((const ExTodo *) list->pdata[1])->text, ==, "Record September for “Ardour”");
  g_assert_cmpint (((const ExTodo *) list->pdata[1])->overdue, ==, 0);
  g_assert_cmpstr (((const ExTodo *) list->pdata[2])->text, ==, "Record September for “Zeal”");
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
test_due_in_words (void)
{
  const struct { const char *due; const char *today; const char *words; } cases[] = {
    { "2026-09-30", "2026-09-28", "due in 2 days" }, { "2026-09-30", "2026-09-30", "due today" }, { "2026-09-30", "2026-09-29", "due tomorrow" },
    { "2026-09-30", "2026-10-01", "1 day overdue" }, { "2026-09-30", "2026-10-03", "3 days overdue" }, { "2026-01-15", "2026-01-02", "due in 13 days" },
    { "2026-01-15", "2026-01-01", "by 15 January" }, { "2027-01-15", "2026-10-01", "by 15 January 2027" }, { "2027-01-05", "2026-12-31", "due in 5 days" },
    { "2025-01-15", "2026-01-15", "365 days overdue" },
  };
  g_autofree char *none = ex_due_describe (EX_DAY_NONE, SEPTEMBER);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_due_describe (ex_day_parse (cases[i].due), ex_day_parse (cases[i].today));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (none, ==, "");
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
  g_test_add_func ("/todo/check-in-due", test_check_in_due);
  g_test_add_func ("/todo/check-in-due-settles", test_check_in_due_settles);
  g_test_add_func ("/todo/milestones", test_milestones);
  g_test_add_func ("/todo/when-check-ins-are-asked-for", test_when_check_ins_are_asked_for);
  g_test_add_func ("/todo/check-ins-of-who-came-and-went", test_check_ins_of_who_came_and_went);
  g_test_add_func ("/todo/order", test_order);
  g_test_add_func ("/todo/rate-yourself-first", test_rate_yourself_first);
  g_test_add_func ("/todo/assess", test_assess);
  g_test_add_func ("/todo/observe", test_observe);
  g_test_add_func ("/todo/sign", test_sign);
  g_test_add_func ("/todo/who-reviews", test_who_reviews);
  g_test_add_func ("/todo/nobody-above-is-there", test_nobody_above_is_there);
  g_test_add_func ("/todo/chase", test_chase);
  g_test_add_func ("/todo/advance", test_advance);
  g_test_add_func ("/todo/close", test_close);
  g_test_add_func ("/todo/nothing-after-closed", test_nothing_after_closed);
  g_test_add_func ("/todo/what-is-listed-can-be-done", test_what_is_listed_can_be_done);
  g_test_add_func ("/todo/due-in-words", test_due_in_words);
  g_test_add_func ("/todo/kinds", test_kinds);

  return g_test_run ();
}
