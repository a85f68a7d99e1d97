/* By when a check-in is due, whose it is, and how a day is said. */
#include "config.h"

#include "todo-list.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/todo/check-in-due", test_check_in_due);
  g_test_add_func ("/todo/check-in-due-settles", test_check_in_due_settles);
  g_test_add_func ("/todo/milestones", test_milestones);
  g_test_add_func ("/todo/when-check-ins-are-asked-for", test_when_check_ins_are_asked_for);
  g_test_add_func ("/todo/check-ins-of-who-came-and-went", test_check_ins_of_who_came_and_went);
  g_test_add_func ("/todo/order", test_order);
  g_test_add_func ("/todo/due-in-words", test_due_in_words);

  return g_test_run ();
}
