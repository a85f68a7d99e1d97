#include "config.h"

#include "core/ex-score-grid.h"

#include "random-team.h"

#include <string.h>

/* Sets the score of the objective that was added last. */
static void
score (Scene *scene,
       double value)
{
  scene_measure (scene, scene->today, 35);
  g_array_index (scene->readings, ExReading, scene->readings->len - 1).score = value;
}

static void
link_to (ExObjective *objective,
         ExDriver     driver)
{
  ExLink link = { driver, EX_CLAIM_NONE, EX_CLAIM_NONE };

  g_array_append_val (objective->links, link);
}

/* Ana: retain 60 % at 0.5, retain and expand 40 % at 1.0. Ben (Sales): retain 50 % at 0.2, retain 30 % not measured, no driver 20 % at 1.
 * Cem (Sales): acquire, not measured. Dag (Sales): no objectives. */
static ExReviews *
make_reviews (void)
{
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_leader (&scene, "Ben", "ana")->unit = g_strdup ("Sales");
  scene_add_leader (&scene, "Cem", "ana")->unit = g_strdup ("Sales");
  scene_add_leader (&scene, "Dag", "ben")->unit = g_strdup ("Sales");
  scene_add_objective (&scene, "ana", 1, 6000);
  score (&scene, 0.5);
  link_to (scene_add_objective (&scene, "ana", 2, 4000), EX_DRIVER_EXPAND);
  score (&scene, 1.0);
  scene_add_objective (&scene, "ben", 1, 5000)->stage = g_strdup ("Use");
  score (&scene, 0.2);
  scene_add_objective (&scene, "ben", 2, 3000);
  g_array_set_size (scene_add_objective (&scene, "ben", 3, 2000)->links, 0);
  score (&scene, 1.0);
  g_array_index (scene_add_objective (&scene, "cem", 1, 10000)->links, ExLink, 0).driver = EX_DRIVER_ACQUIRE;

  return scene_finish (&scene);
}

typedef struct
{
  const char *row, *column; /* "": the total */
  guint       objectives, measured, leaders, counted;
  double      score;
} Case;

static guint
find_name (char      **names,
           const char *name)
{
  guint i = 0;

  while (names[i] != NULL && strcmp (names[i], name) != 0)
    i++;
  g_assert_nonnull (names[i]);

  return i;
}

static void
assert_same (double a,
             double b)
{
  g_assert_cmpint (isnan (a), ==, isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-12);
}

static void
check (ExGridRows     rows,
       ExGridColumns  columns,
       const Case    *cases,
       gsize          n)
{
  g_autoptr (ExReviews) reviews = make_reviews ();
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExScoreGrid) grid = ex_score_grid_new (reviews, scope, rows, columns);

  for (gsize i = 0; i < n; i++)
    {
      const ExGridCell *cell = ex_score_grid_cell (grid, find_name (grid->rows, cases[i].row), find_name (grid->columns, cases[i].column));

      g_assert_cmpuint (cell->objectives, ==, cases[i].objectives);
      g_assert_cmpuint (cell->measured, ==, cases[i].measured);
      g_assert_cmpuint (cell->leaders, ==, cases[i].leaders);
      g_assert_cmpuint (cell->counted, ==, cases[i].counted);
      assert_same (cell->score, cases[i].score);
    }
}

static void
test_leaders (void)
{
  const Case cases[] = {
    { "ana", "retain", 2, 2, 1, 1, 0.7 },          { "ana", "expand", 1, 1, 1, 1, 1.0 },
    { "ana", "", 2, 2, 1, 1, 0.7 },                { "ana", "acquire", 0, 0, 0, 0, EX_UNSET },
    { "ben", "retain", 2, 1, 1, 1, 0.1 / 0.8 },    { "ben", "", 3, 2, 1, 1, 0.3 },
    { "cem", "acquire", 1, 0, 1, 0, EX_UNSET },    { "cem", "", 1, 0, 1, 0, EX_UNSET },
    { "dag", "", 0, 0, 0, 0, EX_UNSET },           { "dag", "win back", 0, 0, 0, 0, EX_UNSET },
  };

  check (EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, cases, G_N_ELEMENTS (cases));
}

static void
test_units_and_levels (void)
{
  const Case units[] = {
    { "Sales", "retain", 2, 1, 1, 1, 0.125 }, { "Sales", "", 4, 2, 2, 1, 0.3 }, { "Sales", "acquire", 1, 0, 1, 0, EX_UNSET }, { "", "", 2, 2, 1, 1, 0.7 },
  };
  const Case levels[] = { { "1", "retain", 2, 2, 1, 1, 0.7 }, { "2", "", 4, 2, 2, 1, 0.3 }, { "3", "", 0, 0, 0, 0, EX_UNSET } };

  check (EX_GRID_BY_UNIT, EX_GRID_BY_DRIVER, units, G_N_ELEMENTS (units));
  check (EX_GRID_BY_LEVEL, EX_GRID_BY_DRIVER, levels, G_N_ELEMENTS (levels));
}

/* Those without a stage stand last, under the same name as the total. */
static void
test_stages (void)
{
  g_autoptr (ExReviews) reviews = make_reviews ();
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExScoreGrid) grid = ex_score_grid_new (reviews, scope, EX_GRID_BY_LEADER, EX_GRID_BY_STAGE);
  guint ben = find_name (grid->rows, "ben");

  g_assert_cmpuint (grid->n_columns, ==, 3);
  g_assert_cmpstr (grid->columns[1], ==, "Use");
  g_assert_cmpstr (grid->columns[2], ==, "");
  assert_same (ex_score_grid_cell (grid, ben, 1)->score, 0.2);
  assert_same (ex_score_grid_cell (grid, ben, 2)->score, 0.4);
  assert_same (ex_score_grid_cell (grid, ben, 0)->score, 0.3);
}

/* Under a driver the total is over its objectives alone. */
static void
test_in_a_scope (void)
{
  g_autoptr (ExReviews) reviews = make_reviews ();
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExScoreGrid) grid = NULL;

  scope->driver = EX_DRIVER_RETAIN;
  grid = ex_score_grid_new (reviews, scope, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER);
  g_assert_cmpuint (grid->n_columns, ==, 2);
  g_assert_cmpstr (grid->columns[1], ==, "retain");
  assert_same (ex_score_grid_cell (grid, find_name (grid->rows, "ben"), 0)->score, 0.125);
}

/* Every objective may have a stage of its own: those with the most have a column, the others count in the total alone. */
static void
test_many_stages (void)
{
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExScoreGrid) grid = NULL;

  scene_add_leader (&scene, "Ana", NULL);
  for (guint i = 0; i < 100; i++)
    {
      scene_add_objective (&scene, "ana", i + 1, 100)->stage = g_strdup_printf ("Stage %02u", i / 3 * 3 == 30 ? 30 : i);
      score (&scene, 0.5);
    }
  reviews = scene_finish (&scene);
  grid = ex_score_grid_new (reviews, scope, EX_GRID_BY_LEADER, EX_GRID_BY_STAGE);

  g_assert_cmpuint (grid->n_columns, ==, EX_GRID_MOST_STAGES + 1);
  g_assert_cmpuint (grid->left_out, ==, 98 - EX_GRID_MOST_STAGES);
  g_assert_cmpuint (ex_score_grid_cell (grid, 0, 0)->objectives, ==, 100);
  g_assert_cmpuint (ex_score_grid_cell (grid, 0, find_name (grid->columns, "Stage 30"))->objectives, ==, 3);
  assert_same (ex_score_grid_cell (grid, 0, 0)->score, 0.5);
}

static void
test_empty (void)
{
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();

  for (int rows = EX_GRID_BY_LEADER; rows <= EX_GRID_BY_LEVEL; rows++)
    for (int columns = EX_GRID_BY_DRIVER; columns <= EX_GRID_BY_STAGE; columns++)
      {
        g_autoptr (ExScoreGrid) grid = ex_score_grid_new (reviews, scope, (ExGridRows) rows, (ExGridColumns) columns);

        g_assert_cmpuint (grid->n_rows, ==, 0);
        g_assert_cmpuint (grid->n_columns, ==, columns == EX_GRID_BY_DRIVER ? 5 : 1);
      }
}

/* --- against a plain second computation ------------------------------------------------------------------------------------ */

static gboolean
is_in (const ExScoreGrid *grid,
       guint              column,
       const ExObjective *objective)
{
  if (column == 0)
    return TRUE;
  if (grid->columns_are == EX_GRID_BY_STAGE)
    return g_strcmp0 (objective->stage != NULL ? objective->stage : "", grid->columns[column]) == 0;
  for (guint i = 0; i < objective->links->len; i++)
    if (g_str_equal (ex_driver_nick (g_array_index (objective->links, ExLink, i).driver), grid->columns[column]))
      return TRUE;

  return FALSE;
}

/* A leader's cell, from all objectives there are. */
static ExGridCell
plain_cell (const ExReviews   *reviews,
            const ExScope     *scope,
            const ExScoreGrid *grid,
            guint              leader,
            guint              column)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  ExGridCell cell = { .score = EX_UNSET };
  double sum = 0, whole = 0;

  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, i);
      const ExReading *reading = ex_company_get_reading (company, i);

      if (!g_str_equal (objective->leader_id, ex_company_get_leader (company, leader)->id) || !ex_scope_takes_objective (scope, reviews, i)
          || !is_in (grid, column, objective))
        continue;
      cell.objectives++;
      cell.measured += reading->measured ? 1 : 0;
      sum += objective->weight * (reading->measured ? reading->score : 0);
      whole += objective->weight;
    }
  if (column == 0 && ex_scope_is_all_objectives (scope))
    whole = EX_WHOLE_BP;
  if (cell.measured > 0 && whole > 0)
    cell.score = sum / whole;

  return cell;
}

static gboolean
is_of_row (const ExReviews   *reviews,
           const ExScoreGrid *grid,
           guint              row,
           guint              leader)
{
  const ExLeader *record = ex_company_get_leader (ex_reviews_get_company (reviews), leader);
  g_autofree char *level = g_strdup_printf ("%u", ex_reviews_get_level (reviews, leader));

  if (grid->rows_are == EX_GRID_BY_LEADER)
    return g_str_equal (record->id, grid->rows[row]);
  if (grid->rows_are == EX_GRID_BY_UNIT)
    return g_str_equal (record->unit != NULL ? record->unit : "", grid->rows[row]);

  return g_str_equal (level, grid->rows[row]);
}

/* What the lines of the working come to is said in the last one. */
static void
assert_explained (const ExScoreGrid *grid,
                  const ExReviews   *reviews,
                  const ExScope     *scope,
                  guint              row,
                  guint              column,
                  guint              lines)
{
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_score_grid_explain (grid, reviews, scope, row, column, working);
  g_assert_cmpuint (ex_working_length (working), ==, MIN (lines, 21) + 1);
}

static void
compare_cell (const ExScoreGrid *grid,
              const ExReviews   *reviews,
              const ExScope     *scope,
              guint              row,
              guint              column)
{
  const ExGridCell *cell = ex_score_grid_cell (grid, row, column);
  guint objectives = 0, measured = 0, leaders = 0, counted = 0;
  double sum = 0;

  for (guint leader = 0; leader < ex_company_n_leaders (ex_reviews_get_company (reviews)); leader++)
    {
      ExGridCell one;

      if (!ex_scope_takes_leader (scope, reviews, leader) || !is_of_row (reviews, grid, row, leader))
        continue;
      one = plain_cell (reviews, scope, grid, leader, column);
      objectives += one.objectives;
      measured += one.measured;
      leaders += one.objectives > 0 ? 1 : 0;
      counted += isnan (one.score) ? 0 : 1;
      sum += isnan (one.score) ? 0 : one.score;
    }
  g_assert_cmpuint (cell->objectives, ==, objectives);
  g_assert_cmpuint (cell->measured, ==, measured);
  g_assert_cmpuint (cell->leaders, ==, leaders);
  g_assert_cmpuint (cell->counted, ==, counted);
  assert_same (cell->score, counted > 0 ? sum / counted : EX_UNSET);
  assert_explained (grid, reviews, scope, row, column, grid->rows_are == EX_GRID_BY_LEADER ? objectives : leaders);
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Scene scene = team_new (rand);
      g_autoptr (ExReviews) reviews = scene_finish (&scene);
      g_autoptr (ExScope) part = team_scope (rand, reviews);
      g_autoptr (ExScoreGrid) grid = ex_score_grid_new (reviews, part, (ExGridRows) (seed % 3), (ExGridColumns) (seed / 3 % 2));

      for (guint row = 0; row < grid->n_rows; row++)
        for (guint column = 0; column < grid->n_columns; column++)
          compare_cell (grid, reviews, part, row, column);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score-grid/leaders", test_leaders);
  g_test_add_func ("/score-grid/units-and-levels", test_units_and_levels);
  g_test_add_func ("/score-grid/stages", test_stages);
  g_test_add_func ("/score-grid/in-a-scope", test_in_a_scope);
  g_test_add_func ("/score-grid/many-stages", test_many_stages);
  g_test_add_func ("/score-grid/empty", test_empty);
  g_test_add_func ("/score-grid/random", test_random);

  return g_test_run ();
}
