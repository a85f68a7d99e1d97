#include "config.h"

#include "core/ex-coverage.h"

#include "review-scene.h"

static Scene
start (void)
{
  return scene_new (EX_PHASE_PLAN, ex_day_new (2026, 2, 1));
}

/* Ana over Ben and Cem; Ben over Dag and Eva; nobody over Flo, who is no top. */
static Scene
make_company (void)
{
  Scene scene = start ();

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_leader (&scene, "Ben", "ana");
  scene_add_leader (&scene, "Cem", "ana");
  scene_add_leader (&scene, "Dag", "ben");
  scene_add_leader (&scene, "Eva", "ben");
  g_ptr_array_add (scene.leaders, ex_leader_new ("flo", "Flo"));

  return scene;
}

static void
assert_sentence (const GArray *levels,
                 const char   *sentence)
{
  g_autofree char *text = ex_coverage_describe (levels);

  g_assert_cmpstr (text, ==, sentence);
}

static void
test_level_by_level (void)
{
  Scene scene = make_company ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;
  const ExCoverage *row;

  scene_add_review (&scene, "ana", EX_REVIEW_SIGNED);
  scene_add_review (&scene, "ben", EX_REVIEW_ASSESSED);
  scene_add_review (&scene, "cem", EX_REVIEW_AGREED);
  scene_add_review (&scene, "eva", EX_REVIEW_DRAFTING)->excused = TRUE;
  scene_add_objective (&scene, "ben", 1, 5000);
  scene_measure (&scene, scene.today, 35);
  g_array_set_size (scene_add_objective (&scene, "ben", 2, 5000)->links, 0);
  scene_add_objective (&scene, "cem", 1, 5000);
  scene_add_objective (&scene, "eva", 1, 5000);
  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);

  g_assert_cmpuint (levels->len, ==, 4);
  row = &g_array_index (levels, ExCoverage, 0);
  g_assert_cmpuint (row->level, ==, 1);
  g_assert_cmpuint (row->leaders, ==, 1);
  g_assert_cmpuint (row->agreed, ==, 1);
  g_assert_cmpuint (row->signed_, ==, 1);
  g_assert_cmpuint (row->state[EX_REVIEW_SIGNED], ==, 1);

  row = &g_array_index (levels, ExCoverage, 1);
  g_assert_cmpuint (row->level, ==, 2);
  g_assert_cmpuint (row->leaders, ==, 2);
  g_assert_cmpuint (row->agreed, ==, 2);
  g_assert_cmpuint (row->signed_, ==, 0);
  g_assert_cmpuint (row->state[EX_REVIEW_ASSESSED], ==, 1);
  g_assert_cmpuint (row->state[EX_REVIEW_AGREED], ==, 1);
  g_assert_cmpuint (row->objectives, ==, 3);
  g_assert_cmpuint (row->measured, ==, 1);
  g_assert_cmpuint (row->linked, ==, 2);

  /* Eva is excused: she and her objective count nowhere else. */
  row = &g_array_index (levels, ExCoverage, 2);
  g_assert_cmpuint (row->level, ==, 3);
  g_assert_cmpuint (row->leaders, ==, 1);
  g_assert_cmpuint (row->excused, ==, 1);
  g_assert_cmpuint (row->agreed, ==, 0);
  g_assert_cmpuint (row->objectives, ==, 0);

  row = &g_array_index (levels, ExCoverage, 3);
  g_assert_cmpuint (row->level, ==, 0);
  g_assert_cmpuint (row->leaders, ==, 1);
  assert_sentence (levels, "The leader of the first level has an agreed review; of the second 2 of 2; of the third 0 of 1; under no top 0 of 1.");
}

static void
test_total_is_the_sum (void)
{
  Scene scene = make_company ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;
  ExCoverage total;

  scene_add_review (&scene, "ana", EX_REVIEW_AGREED);
  scene_add_review (&scene, "dag", EX_REVIEW_SIGNED);
  scene_add_review (&scene, "cem", EX_REVIEW_DRAFTING)->excused = TRUE;
  scene_add_objectives (&scene, "dag");
  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);
  total = ex_coverage_total (levels);

  g_assert_cmpuint (total.leaders, ==, 5);
  g_assert_cmpuint (total.excused, ==, 1);
  g_assert_cmpuint (total.agreed, ==, 2);
  g_assert_cmpuint (total.signed_, ==, 1);
  g_assert_cmpuint (total.objectives, ==, 2);
  g_assert_cmpuint (total.linked, ==, 2);
  g_assert_cmpuint (total.state[EX_REVIEW_DRAFTING], ==, 3);
}

/* Who was in role on no day of the cycle takes no part; who left in the middle does. */
static void
test_who_takes_part (void)
{
  Scene scene = start ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_leader (&scene, "Ben", "ana")->to = ex_day_new (2025, 12, 31);
  scene_add_leader (&scene, "Cem", "ana")->to = ex_day_new (2026, 1, 1);
  scene_add_leader (&scene, "Dag", "ana")->from = ex_day_new (2027, 1, 1);
  scene_add_leader (&scene, "Eva", "dag");
  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);

  g_assert_cmpuint (levels->len, ==, 3);
  g_assert_cmpuint (g_array_index (levels, ExCoverage, 1).leaders, ==, 1);
  g_assert_cmpuint (g_array_index (levels, ExCoverage, 2).level, ==, 3);
  assert_sentence (levels, "The leader of the first level has no agreed review yet; of the second 0 of 1; of the third 0 of 1.");
}

/* A company of @width leaders a level, of whom @agreed[level] are agreed. */
static void
assert_levels (guint        width,
               const guint *agreed,
               guint        n,
               const char  *sentence)
{
  Scene scene = start ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;

  for (guint level = 0; level < n; level++)
    for (guint i = 0; i < width; i++)
      {
        g_autofree char *name = g_strdup_printf ("l%u-%u", level, i);
        g_autofree char *manager = level > 0 ? g_strdup_printf ("l%u-%u", level - 1, i) : NULL;

        scene_add_leader (&scene, name, manager);
        if (i < agreed[level])
          scene_add_review (&scene, name, EX_REVIEW_AGREED);
      }

  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);
  assert_sentence (levels, sentence);
}

static void
test_sentence (void)
{
  const guint none[] = { 0, 0, 0, 0, 0 }, some[] = { 4, 3, 2, 1, 0 }, all[] = { 4, 4, 4, 4, 4 }, one[] = { 1, 0, 0 }, few[] = { 3, 0, 0 };

  assert_levels (4, none, 1, "None of the 4 leaders of the first level has an agreed review yet.");
  assert_levels (4, one, 1, "1 of the 4 leaders of the first level has an agreed review.");
  assert_levels (4, few, 1, "3 of the 4 leaders of the first level have agreed reviews.");
  assert_levels (4, some, 2, "All 4 leaders of the first level have agreed reviews; of the second 3 of 4.");
  assert_levels (4, some, 5, "All 4 leaders of the first level have agreed reviews; of the second 3 of 4; of the third 2 of 4; further down 1 of 8.");
  assert_levels (4, all, 5, "All 20 leaders, on every level, have agreed reviews.");
  assert_levels (0, none, 1, "Nobody takes part in this cycle yet.");
  assert_levels (1, one, 1, "The leader of the first level has an agreed review.");
}

static void
test_sentence_without_a_top (void)
{
  Scene scene = start ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;

  g_ptr_array_add (scene.leaders, ex_leader_new ("flo", "Flo"));
  g_ptr_array_add (scene.leaders, ex_leader_new ("gus", "Gus"));
  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);
  assert_sentence (levels, "0 of 2 leaders have agreed reviews.");
}

static void
test_everybody_excused (void)
{
  Scene scene = start ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GArray) levels = NULL;

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_review (&scene, "ana", EX_REVIEW_DRAFTING)->excused = TRUE;
  reviews = scene_finish (&scene);
  levels = ex_coverage_new (reviews);
  assert_sentence (levels, "Everybody is excused.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/level-by-level", test_level_by_level);
  g_test_add_func ("/coverage/total-is-the-sum", test_total_is_the_sum);
  g_test_add_func ("/coverage/who-takes-part", test_who_takes_part);
  g_test_add_func ("/coverage/sentence", test_sentence);
  g_test_add_func ("/coverage/sentence-without-a-top", test_sentence_without_a_top);
  g_test_add_func ("/coverage/everybody-excused", test_everybody_excused);

  return g_test_run ();
}
