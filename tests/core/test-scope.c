#include "config.h"

#include "core/ex-coverage.h"

#include "random-team.h"

#include <string.h>

/* Ana over Ben (Sales) and Cem (Service); Ben over Dag (Sales) and Eva (no unit); Flo is under no top; Gus left before the cycle. */
static ExReviews *
make_reviews (void)
{
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  const struct { const char *name, *manager, *unit; } leaders[] = {
    { "Ana", NULL, NULL }, { "Ben", "ana", "Sales" }, { "Cem", "ana", "Service" }, { "Dag", "ben", "Sales" }, { "Eva", "ben", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    scene_add_leader (&scene, leaders[i].name, leaders[i].manager)->unit = g_strdup (leaders[i].unit);
  g_ptr_array_add (scene.leaders, ex_leader_new ("flo", "Flo"));
  scene_add_leader (&scene, "Gus", "ben")->to = ex_day_new (2025, 12, 31);
  scene_add_review (&scene, "eva", EX_REVIEW_DRAFTING)->excused = TRUE;

  scene_add_objective (&scene, "ana", 1, 10000)->stage = g_strdup ("Use");
  scene_add_objective (&scene, "ben", 1, 5000)->stage = g_strdup ("Aware");
  g_array_index (scene_add_objective (&scene, "ben", 2, 5000)->links, ExLink, 0).driver = EX_DRIVER_ACQUIRE;
  scene_add_objective (&scene, "dag", 1, 5000)->stage = g_strdup ("After-care");
  g_array_set_size (scene_add_objective (&scene, "dag", 2, 5000)->links, 0);

  return scene_finish (&scene);
}

static void
assert_ids (const ExReviews *reviews,
            const ExScope   *scope,
            const char      *leaders,
            const char      *objectives)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  g_autoptr (GArray) found = ex_scope_leaders (scope, reviews);
  g_autoptr (GArray) own = ex_scope_objectives (scope, reviews);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s ", ex_company_get_leader (company, g_array_index (found, guint, i))->id);
  for (guint i = 0; i < own->len; i++)
    g_string_append_printf (titles, "%s ", ex_company_get_objective (company, g_array_index (own, guint, i))->id);
  g_assert_cmpstr (text->str, ==, leaders);
  g_assert_cmpstr (titles->str, ==, objectives);
}

static void
test_cases (void)
{
  g_autoptr (ExReviews) reviews = make_reviews ();
  const struct { ExScope scope; const char *leaders, *objectives; } cases[] = {
    { { NULL, 0, NULL, EX_ANY_DRIVER, NULL }, "ana ben dag eva cem flo ", "ana-1 ben-1 ben-2 dag-1 dag-2 " },
    { { "Sales", 0, NULL, EX_ANY_DRIVER, NULL }, "ben dag ", "ben-1 ben-2 dag-1 dag-2 " },
    { { "", 0, NULL, EX_ANY_DRIVER, NULL }, "ana eva flo ", "ana-1 " },
    { { "sales", 0, NULL, EX_ANY_DRIVER, NULL }, "", "" },
    { { NULL, 2, NULL, EX_ANY_DRIVER, NULL }, "ben cem ", "ben-1 ben-2 " },
    { { NULL, 9, NULL, EX_ANY_DRIVER, NULL }, "", "" },
    { { NULL, EX_NO_LEVEL, NULL, EX_ANY_DRIVER, NULL }, "flo ", "" },
    { { NULL, 0, "ben", EX_ANY_DRIVER, NULL }, "ben dag eva ", "ben-1 ben-2 dag-1 dag-2 " },
    { { NULL, 0, "cem", EX_ANY_DRIVER, NULL }, "cem ", "" },
    { { NULL, 0, "gus", EX_ANY_DRIVER, NULL }, "", "" },
    { { NULL, 0, "nobody", EX_ANY_DRIVER, NULL }, "", "" },
    { { NULL, 3, "ben", EX_ANY_DRIVER, NULL }, "dag eva ", "dag-1 dag-2 " },
    { { NULL, 0, NULL, EX_DRIVER_RETAIN, NULL }, "ana ben dag eva cem flo ", "ana-1 ben-1 dag-1 " },
    { { NULL, 0, NULL, EX_DRIVER_WIN_BACK, NULL }, "ana ben dag eva cem flo ", "" },
    { { NULL, 0, NULL, EX_ANY_DRIVER, "" }, "ana ben dag eva cem flo ", "ben-2 dag-2 " },
    { { "Sales", 0, NULL, EX_DRIVER_ACQUIRE, "" }, "ben dag ", "ben-2 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_ids (reviews, &cases[i].scope, cases[i].leaders, cases[i].objectives);
}

static void
assert_texts (char      **texts,
              const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", texts);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (texts);
}

static void
test_choices (void)
{
  g_autoptr (ExReviews) reviews = make_reviews ();
  g_autoptr (ExScope) sales = ex_scope_new ();
  g_autoptr (ExReviews) nobody = NULL;
  Scene empty = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));

  sales->unit = g_strdup ("Sales");
  nobody = scene_finish (&empty);
  assert_texts (ex_scope_list_units (reviews), "Sales|Service|");
  assert_texts (ex_scope_list_stages (reviews), "Aware|Use|After-care|");
  assert_texts (ex_scope_list_units_in (sales, reviews), "Sales");
  assert_texts (ex_scope_list_stages_in (sales, reviews), "Aware|After-care|");
  assert_texts (ex_scope_list_units (nobody), "");
  assert_texts (ex_scope_list_stages (nobody), "");
}

/* As people count: Unit 2 before Unit 10. */
static void
test_numbers_in_names (void)
{
  const char *units[] = { "Unit 10", "Unit 2", "Unit 1", "Head office" };
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  g_autoptr (ExReviews) reviews = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *name = g_strdup_printf ("L%u", (guint) i);

      scene_add_leader (&scene, name, i > 0 ? "l0" : NULL)->unit = g_strdup (units[i]);
    }
  reviews = scene_finish (&scene);
  assert_texts (ex_scope_list_units (reviews), "Head office|Unit 1|Unit 2|Unit 10");
}

static void
test_levels_as_keys_have_them (void)
{
  const struct { const char *number; guint level; } cases[] = { { "1", 1 }, { "12", 12 }, { "0", EX_NO_LEVEL }, { "", EX_NO_LEVEL }, { "x", EX_NO_LEVEL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ex_scope_parse_level (cases[i].number), ==, cases[i].level);
}

static void
test_copies_are_equal (void)
{
  g_autoptr (ExScope) all = ex_scope_new ();
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExScope) copy = NULL;

  g_assert_true (ex_scope_is_all (all));
  g_assert_true (ex_scope_is_all_objectives (all));
  scope->unit = g_strdup ("");
  g_assert_false (ex_scope_is_all (scope));
  g_assert_true (ex_scope_is_all_objectives (scope));
  g_assert_false (ex_scope_equal (all, scope));
  scope->stage = g_strdup ("Use");
  scope->under = g_strdup ("ana");
  scope->driver = EX_DRIVER_EXPAND;
  scope->level = 2;
  g_assert_false (ex_scope_is_all_objectives (scope));
  copy = ex_scope_copy (scope);
  g_assert_true (ex_scope_equal (copy, scope));
  copy->driver = EX_ANY_DRIVER;
  g_assert_false (ex_scope_equal (copy, scope));
}

/* One by one it takes those whom it lists, and managers stand before their reports. */
static void
test_lists_are_what_it_takes (void)
{
  for (guint32 seed = 0; seed < 500; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Scene scene = team_new (rand);
      g_autoptr (ExReviews) reviews = scene_finish (&scene);
      g_autoptr (ExScope) part = team_scope (rand, reviews);
      g_autoptr (GArray) leaders = ex_scope_leaders (part, reviews);
      const ExCompany *company = ex_reviews_get_company (reviews);
      const ExTree *tree = ex_company_get_tree (company);
      g_autofree guint *place = g_new0 (guint, tree->n + 1);
      guint taken = 0;

      for (guint i = 0; i < leaders->len; i++)
        place[g_array_index (leaders, guint, i)] = i + 1;
      for (guint i = 0; i < tree->n; i++)
        {
          g_assert_cmpint (ex_scope_takes_leader (part, reviews, i), ==, place[i] > 0);
          taken += place[i] > 0 ? 1 : 0;
          if (place[i] > 0 && tree->parent[i] >= 0 && place[tree->parent[i]] > 0)
            g_assert_cmpuint (place[tree->parent[i]], <, place[i]);
        }
      g_assert_cmpuint (taken, ==, leaders->len);
    }
}

/* Coverage in a scope counts what is in it, and over everything it is coverage. */
static void
test_coverage (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Scene scene = team_new (rand);
      g_autoptr (ExReviews) reviews = scene_finish (&scene);
      g_autoptr (ExScope) part = team_scope (rand, reviews);
      g_autoptr (GArray) levels = ex_coverage_new_in (reviews, part);
      g_autoptr (GArray) leaders = ex_scope_leaders (part, reviews);
      g_autoptr (GArray) objectives = ex_scope_objectives (part, reviews);
      ExCoverage total = ex_coverage_total (levels);
      guint excused = 0, measured = 0, counted = 0;

      for (guint i = 0; i < leaders->len; i++)
        excused += ex_reviews_get (reviews, g_array_index (leaders, guint, i))->excused ? 1 : 0;
      for (guint i = 0; i < objectives->len; i++)
        {
          guint objective = g_array_index (objectives, guint, i);
          const ExCompany *company = ex_reviews_get_company (reviews);
          guint leader = (guint) ex_company_find_leader (company, ex_company_get_objective (company, objective)->leader_id);

          if (ex_reviews_get (reviews, leader)->excused)
            continue;
          counted++;
          measured += ex_company_get_reading (company, objective)->measured ? 1 : 0;
        }
      g_assert_cmpuint (total.leaders + total.excused, ==, leaders->len);
      g_assert_cmpuint (total.excused, ==, excused);
      g_assert_cmpuint (total.objectives, ==, counted);
      g_assert_cmpuint (total.measured, ==, measured);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scope/cases", test_cases);
  g_test_add_func ("/scope/choices", test_choices);
  g_test_add_func ("/scope/numbers-in-names", test_numbers_in_names);
  g_test_add_func ("/scope/levels-as-keys-have-them", test_levels_as_keys_have_them);
  g_test_add_func ("/scope/copies-are-equal", test_copies_are_equal);
  g_test_add_func ("/scope/lists-are-what-it-takes", test_lists_are_what_it_takes);
  g_test_add_func ("/scope/coverage", test_coverage);

  return g_test_run ();
}
