#include "config.h"

#include "company/ex-target.h"
#include "company/ex-team-chart.h"

#include "tests/core/random-team.h"

#include <string.h>

/* Ana over Ben and Cem (Sales); Ben over Dag (Service) and Eva (Sales), who is excused. Ana has one objective, at 50 %, retain; Ben two under it: retain at
 * 20 % and expand, not measured; Cem one that hangs in the air, acquire at 90 %; Dag one that says why it is local, not measured. */
static Scene
make_scene (ExPhase phase)
{
  Scene scene = scene_new (phase, ex_day_new (2026, 12, 31));
  const struct { const char *name, *manager, *unit; } leaders[] = {
    { "Ana", NULL, NULL }, { "Ben", "ana", "Sales" }, { "Cem", "ana", "Sales" }, { "Dag", "ben", "Service" }, { "Eva", "ben", "Sales" },
  };
  const struct { const char *leader; guint number; int weight; ExDriver driver; double score; const char *parent; gboolean local; } objectives[] = {
    { "ana", 1, 10000, EX_DRIVER_RETAIN, 0.5, NULL, FALSE },          { "ben", 1, 6000, EX_DRIVER_RETAIN, 0.2, "ana-1", FALSE },
    { "ben", 2, 4000, EX_DRIVER_EXPAND, EX_UNSET, "ana-1", FALSE },   { "cem", 1, 10000, EX_DRIVER_ACQUIRE, 0.9, "gone", FALSE },
    { "dag", 1, 10000, EX_DRIVER_RETAIN, EX_UNSET, NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    scene_add_leader (&scene, leaders[i].name, leaders[i].manager)->unit = g_strdup (leaders[i].unit);
  for (gsize i = 0; i < G_N_ELEMENTS (objectives); i++)
    {
      ExObjective *objective = scene_add_objective (&scene, objectives[i].leader, objectives[i].number, objectives[i].weight);

      g_array_index (objective->links, ExLink, 0).driver = objectives[i].driver;
      objective->parent_id = g_strdup (objectives[i].parent);
      if (!objectives[i].local)
        g_clear_pointer (&objective->local_reason, g_free);
      if (isnan (objectives[i].score))
        continue;
      scene_measure (&scene, scene.today, 35);
      g_array_index (scene.readings, ExReading, scene.readings->len - 1).score = objectives[i].score;
      g_array_index (scene.readings, ExReading, scene.readings->len - 1).status = EX_STATUS_AT_RISK;
    }
  scene_add_review (&scene, "eva", EX_REVIEW_DRAFTING)->excused = TRUE;

  return scene;
}

/* One of the marks of this key says it: the name of a row is a mark too. */
static void
assert_mark (ExChart    *chart,
             const char *key,
             const char *text)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    {
      g_autofree char *words = ex_chart_mark_text (chart, mark);

      if (g_strcmp0 (ex_chart_mark_key (chart, mark), key) != 0)
        continue;
      if (strcmp (words, text) == 0)
        return;
      g_string_append_printf (said, "\n%s", words);
    }

  g_error ("No mark of %s says “%s”, but:%s", key, text, said->str);
}

static void
assert_titles (ExChart    *chart,
               const char *title,
               const char *subtitle)
{
  g_assert_cmpstr (ex_chart_get_title (chart), ==, title);
  g_assert_cmpstr (ex_chart_get_subtitle (chart), ==, subtitle);
}

/* --- heatmap ----------------------------------------------------------------------------------------------------------------- */

/* Figures of one column stand under each other with one decimal, whole ones too: 50.0 %, never 50 %. */
static void
assert_describes (ExChart    *chart,
                  const char *words)
{
  g_autofree char *description = ex_chart_describe (chart);

  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, words));
}

static void
test_heatmap_of_leaders (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) chart = ex_team_heatmap_new (&team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, 0);

  assert_titles (chart, "Retain is furthest behind: 35.0 % on average over 2 leaders",
                 "Scores of leaders by driver, in percent of the target · 5 leaders · as of 31 Dec 2026");
  assert_mark (chart, "cell leader ben driver retain", "Ben, Retain: 20.0 %, 1 of 1 objective measured");
  assert_mark (chart, "cell leader ben driver expand", "Ben, Expand: not measured, 0 of 1 objective measured");
  assert_mark (chart, "cell leader cem driver acquire", "Cem, Acquire: 90.0 %, 1 of 1 objective measured");
  assert_mark (chart, "leader ben", "Ben: 12.0 %, 1 of 2 objectives measured");
  assert_describes (chart, "Cem, Acquire: 90.0 %");
}

static void
test_heatmap_of_groups (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) units = ex_team_heatmap_new (&team, EX_GRID_BY_UNIT, EX_GRID_BY_DRIVER, 0);
  g_autoptr (ExChart) levels = ex_team_heatmap_new (&team, EX_GRID_BY_LEVEL, EX_GRID_BY_DRIVER, 0);

  assert_mark (units, "unit Sales", "Sales: 51.0 %, the mean of 2 of 2 leaders; 2 of 3 objectives measured");
  assert_mark (units, "cell unit  driver retain", "No unit, Retain: 50.0 %, the mean of 1 of 1 leader; 1 of 1 objective measured");
  assert_mark (levels, "cell level 3 driver retain", "Level 3, Retain: not measured, 0 of 1 objective measured");
  g_assert_cmpstr (ex_chart_get_title (levels), ==, ex_chart_get_title (units));
}

static void
test_heatmap_narrowed (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) few = ex_team_heatmap_new (&team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, 2);
  g_autoptr (ExChart) retain = NULL, nobody = NULL;

  g_assert_cmpstr (ex_chart_get_subtitle (few), ==,
                   "Scores of leaders by driver, in percent of the target · 2 of 5 leaders are drawn, those nearest the top · as of 31 Dec 2026");
  scope->driver = EX_DRIVER_RETAIN;
  retain = ex_team_heatmap_new (&team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, 0);
  assert_titles (retain, "Retain stands at 35.0 % on average over 2 leaders",
                 "Scores of leaders by driver, in percent of the target · driver Retain · 3 leaders · 2 leaders without such objectives are left out · "
                 "as of 31 Dec 2026");
  scope->driver = EX_DRIVER_WIN_BACK;
  nobody = ex_team_heatmap_new (&team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, 0);
  g_assert_null (ex_chart_get_title (nobody));
}

/* --- ratings ----------------------------------------------------------------------------------------------------------------- */

/* Ben rates himself 4 and is rated 3 and 2; Cem rates himself 3, and is rated so; Dag has rated himself alone. */
static ExReviews *
make_rated (ExPhase phase)
{
  Scene scene = make_scene (phase);

  scene_add_review (&scene, "ben", EX_REVIEW_ASSESSED)->assessed_by = g_strdup ("ana");
  scene_add_review (&scene, "cem", EX_REVIEW_ASSESSED)->assessed_by = g_strdup ("ana");
  scene_add_review (&scene, "dag", EX_REVIEW_SELF_ASSESSED);
  scene_add_mark (&scene, "ben-1", EX_ROLE_SELF, "ben", 4);
  scene_add_mark (&scene, "ben-2", EX_ROLE_SELF, "ben", 4);
  scene_add_mark (&scene, "ben-1", EX_ROLE_MANAGER, "ana", 3);
  scene_add_mark (&scene, "ben-2", EX_ROLE_MANAGER, "ana", 2);
  scene_add_mark (&scene, "cem-1", EX_ROLE_SELF, "cem", 3);
  scene_add_mark (&scene, "cem-1", EX_ROLE_MANAGER, "ana", 3);
  scene_add_mark (&scene, "dag-1", EX_ROLE_SELF, "dag", 5);

  return scene_finish (&scene);
}

static void
test_talk_walk (void)
{
  g_autoptr (ExReviews) reviews = make_rated (EX_PHASE_ASSESS);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) chart = ex_team_talk_walk_new (&team, 0);
  g_autoptr (ExChart) widest = ex_team_talk_walk_new (&team, 1);

  assert_titles (chart, "1 of 2 leaders rates themselves more than half a point above their manager",
                 "Weighted means of ratings, on the scale from 1 to 5 · 3 leaders · 1 leader has no ratings yet · as it stands now");
  assert_mark (chart, "leader ben", "Ben: self 4.00, manager 2.60, gap +1.40");
  assert_mark (chart, "leader cem", "Cem: self 3.00, manager 3.00, gap 0.00");
  assert_mark (chart, "leader dag", "Dag: self 5.00, no rating by the manager to be seen");
  g_assert_cmpstr (ex_chart_get_title (widest), ==, ex_chart_get_title (chart));
  g_assert_nonnull (strstr (ex_chart_get_subtitle (widest), "1 of 3 leaders are drawn, those with the widest gaps"));
}

/* Ben sees his own words and not yet the manager's; of Cem nothing; of Dag, who reports to him, what he has said. */
static void
test_what_may_be_seen (void)
{
  g_autoptr (ExReviews) reviews = make_rated (EX_PHASE_ASSESS);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, ex_company_find_leader (ex_reviews_get_company (reviews), "ben") };
  g_autoptr (ExChart) chart = ex_team_talk_walk_new (&team, 0);
  g_autoptr (ExChart) ratings = ex_team_spread_new (&team, EX_SPREAD_RATINGS, EX_SPREAD_TOGETHER);
  g_autoptr (ExChart) own = ex_leader_talk_walk_new (reviews, team.viewer, (guint) team.viewer);

  g_assert_null (ex_chart_get_title (chart));
  assert_mark (chart, "leader ben", "Ben: self 4.00, no rating by the manager to be seen");
  assert_mark (chart, "leader dag", "Dag: self 5.00, no rating by the manager to be seen");
  g_assert_nonnull (strstr (ex_chart_get_subtitle (chart), "2 leaders have ratings that you may not see"));
  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    g_assert_cmpstr (ex_chart_mark_key (chart, mark), !=, "leader cem");
  g_assert_nonnull (strstr (ex_chart_get_subtitle (ratings), "2 more are left out, whose ratings you may not see"));
  g_assert_null (ex_chart_get_title (own));
  assert_mark (own, "objective ben-1", "ben-1: self 4, no rating by the manager to be seen");
}

/* From sign on the leader sees what the manager gave. */
static void
test_one_leader (void)
{
  g_autoptr (ExReviews) reviews = make_rated (EX_PHASE_SIGN);
  int ben = ex_company_find_leader (ex_reviews_get_company (reviews), "ben");
  g_autoptr (ExChart) chart = ex_leader_talk_walk_new (reviews, ben, (guint) ben);

  g_assert_cmpstr (ex_chart_get_title (chart), ==, "Ben rates 2 of 2 objectives higher than the manager does");
  assert_mark (chart, "objective ben-1", "ben-1: self 4, manager 3, gap +1.00");
  assert_mark (chart, "objective ben-2", "ben-2: self 4, manager 2, gap +2.00");
}

static void
test_spread (void)
{
  g_autoptr (ExReviews) reviews = make_rated (EX_PHASE_ASSESS);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) scores = ex_team_spread_new (&team, EX_SPREAD_SCORES, EX_SPREAD_BY_UNIT);
  g_autoptr (ExChart) ratings = ex_team_spread_new (&team, EX_SPREAD_RATINGS, EX_SPREAD_BY_LEVEL);

  assert_titles (scores, "Half of 3 leaders score 50.0 % or more",
                 "Scores, a dot a leader, by unit · 5 leaders · 2 of them are not measured · as of 31 Dec 2026");
  assert_mark (scores, "leader cem", "Cem: 90.0 %, 1 of 1 objective measured");
  assert_mark (scores, "leader dag", "Dag: not measured, 0 of 1 objective measured");
  assert_mark (scores, "leader eva", "Eva: no objectives");
  assert_titles (ratings, "2 leaders are rated 2.60 to 3.00 on average",
                 "Means of the final ratings, a dot a leader, by level · 4 leaders · 2 of them are not rated yet · as it stands now");
  assert_mark (ratings, "leader ben", "Ben: final ratings 2.60 on average");
  assert_describes (scores, "No unit 50.0 %");
  assert_describes (ratings, "3.00");
}

/* The median says little of two, and nothing where all stand at the same; what the title says, the subtitle does not repeat. */
static void
test_spread_of_few (void)
{
  const struct { const double scores[3]; const char *title; } cases[] = {
    { { 50, 50, 50 }, "All 3 leaders score 50.0 %" },
    { { 50, 90, EX_UNSET }, "2 leaders score 50.0 % to 90.0 %" },
    { { 50, 50, EX_UNSET }, "All 2 leaders score 50.0 %" },
    { { 50, 50, 60 }, "Half of 3 leaders score 50.0 % or more" },
    { { 50, EX_UNSET, EX_UNSET }, "1 leader scores 50.0 %" },
    { { EX_UNSET, EX_UNSET, EX_UNSET }, "Nothing is measured yet" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
      g_autoptr (ExReviews) reviews = NULL;
      g_autoptr (ExScope) scope = ex_scope_new ();
      ExTeam team = { NULL, scope, EX_NOBODY };
      g_autoptr (ExChart) chart = NULL;

      for (guint k = 0; k < 3; k++)
        {
          const char *names[] = { "ana", "ben", "cem" };

          scene_add_leader (&scene, names[k], k > 0 ? "ana" : NULL);
          scene_add_objective (&scene, names[k], 1, 100);
          if (isnan (cases[i].scores[k]))
            continue;
          scene_measure (&scene, scene.today, 35);
          g_array_index (scene.readings, ExReading, scene.readings->len - 1).score = cases[i].scores[k];
        }
      reviews = scene_finish (&scene);
      team.reviews = reviews;
      chart = ex_team_spread_new (&team, EX_SPREAD_SCORES, EX_SPREAD_BY_LEVEL);
      g_assert_cmpstr (ex_chart_get_title (chart), ==, cases[i].title);
      g_assert_true ((strstr (ex_chart_get_subtitle (chart), "not measured") != NULL) == (i == 1 || i == 2 || i == 4));
    }
}

static void
test_spread_of_nobody (void)
{
  Scene empty = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  g_autoptr (ExReviews) reviews = scene_finish (&empty);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) chart = ex_team_spread_new (&team, EX_SPREAD_SCORES, EX_SPREAD_BY_LEVEL);

  assert_describes (chart, "No leaders in this cycle yet");
}

/* --- coverage, cascade --------------------------------------------------------------------------------------------------------- */

static void
test_coverage (void)
{
  g_autoptr (ExReviews) reviews = make_rated (EX_PHASE_ASSESS);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) all = ex_team_coverage_new (&team);
  g_autoptr (ExChart) second = NULL;

  assert_titles (all, "Level 1 has not agreed its review yet",
                 "Level by level from the top: reviews agreed and signed, objectives measured and linked to a driver · 4 leaders · "
                 "1 who is excused is left out · as it stands now");
  assert_mark (all, "level 2", "Level 2: 2 of 2 reviews agreed");
  scope->level = 2;
  second = ex_team_coverage_new (&team);
  g_assert_cmpstr (ex_chart_get_title (second), ==, "All 2 reviews are agreed, and 2 of 3 objectives are measured");
  g_clear_object (&second);
  scope->level = 9;
  second = ex_team_coverage_new (&team);
  g_assert_null (ex_chart_get_title (second));
  g_clear_object (&second);
}

static void
test_nothing_agreed (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) all = ex_team_coverage_new (&team);
  g_autoptr (ExChart) top = NULL;

  g_assert_cmpstr (ex_chart_get_title (all), ==, "None of the 4 reviews is agreed yet");
  scope->level = 1;
  top = ex_team_coverage_new (&team);
  g_assert_cmpstr (ex_chart_get_title (top), ==, "The 1 review is not agreed yet");
}

static void
test_cascade (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  g_autoptr (ExScope) scope = ex_scope_new ();
  ExTeam team = { reviews, scope, EX_NOBODY };
  g_autoptr (ExChart) all = ex_team_cascade_new (&team, NULL);
  g_autoptr (ExChart) top = ex_team_cascade_new (&team, "ana-1");
  g_autoptr (ExChart) leaf = ex_team_cascade_new (&team, "ben-1");

  assert_titles (all, "1 of 5 objectives hangs in the air",
                 "Objectives under those that they serve, as wide as they weigh, coloured by status · 5 objectives · 5 leaders · as of 31 Dec 2026");
  assert_mark (all, "objective ben-1", "ben-1, Ben: At risk, score 20.0 %, weight 60 %; under “ana-1”");
  assert_mark (all, "objective cem-1", "cem-1, Cem: At risk, score 90.0 %, weight 100 %; hangs in the air: under no objective, and no reason is given");
  assert_mark (all, "objective dag-1", "dag-1, Dag: not measured, weight 100 %; under none, because: It is theirs alone.");
  assert_mark (all, "objective ana-1", "ana-1, Ana: At risk, score 50.0 %, weight 100 %");
  g_assert_cmpstr (ex_chart_get_title (top), ==, "2 objectives hang on “ana-1”");
  g_assert_cmpstr (ex_chart_get_title (leaf), ==, "Nothing hangs on “ben-1”");
}

/* A file that was tampered with may have a circle: it is drawn, and ends. */
static void
test_circle (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExChart) chart = NULL;

  ((ExObjective *) g_ptr_array_index (scene.objectives, 0))->parent_id = g_strdup ("ben-1");
  reviews = scene_finish (&scene);
  chart = ex_team_cascade_new (&(ExTeam) { reviews, scope, EX_NOBODY }, "ana-1");
  g_assert_cmpstr (ex_chart_get_title (chart), ==, "3 objectives hang on “ana-1”");
}

static void
test_multiples (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  const ExCompany *company = ex_reviews_get_company (reviews);
  g_autoptr (GHashTable) points = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (ExPoint));
  ExPoint point = { ex_day_new (2026, 3, 31), 33 };
  g_autoptr (ExChart) chart = NULL, nobody = NULL;

  g_array_append_val (list, point);
  g_hash_table_insert (points, GUINT_TO_POINTER ((guint) ex_company_find_objective (company, "ben-1")), list);
  chart = ex_leader_multiples_new (reviews, (guint) ex_company_find_leader (company, "ben"), points);
  assert_titles (chart, "Ben: 0 of 2 objectives on track",
                 "Every objective against what is expected of it, each in its own unit · 1 of 2 measured · as of 31 Dec 2026");
  assert_mark (chart, "objective ben-1", "ben-1. 31 Mar 2026: 33 %");
  nobody = ex_leader_multiples_new (reviews, (guint) ex_company_find_leader (company, "eva"), NULL);
  g_assert_cmpuint (ex_chart_n_marks (nobody), ==, 0);
}

/* --- words -------------------------------------------------------------------------------------------------------------------- */

static void
test_words (void)
{
  Scene scene = make_scene (EX_PHASE_RUN);
  g_autoptr (ExReviews) reviews = scene_finish (&scene);
  const struct { ExScope scope; const char *words, *status; } cases[] = {
    { { NULL, 0, NULL, EX_ANY_DRIVER, NULL }, NULL, "Objectives of 5 leaders: 0 on track, 3 at risk, 0 off track, 2 without data." },
    { { "Sales", 2, NULL, EX_DRIVER_RETAIN, NULL }, "Sales, level 2, driver Retain",
      "Objectives of 2 leaders: 0 on track, 1 at risk, 0 off track, 0 without data." },
    { { "", 0, "ana", EX_ANY_DRIVER, "" }, "Ana and everybody below, without a unit, without a stage",
      "Objectives of 1 leader: 0 on track, 1 at risk, 0 off track, 0 without data." },
    { { NULL, 0, "eva", EX_ANY_DRIVER, NULL }, "Eva and everybody below", "1 leader, and no objectives yet." },
    { { NULL, 0, NULL, EX_ANY_DRIVER, "Use" }, "stage “Use”", "5 leaders, and no objectives yet." },
    { { NULL, 9, NULL, EX_ANY_DRIVER, NULL }, "level 9", "No leader matches the filters." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExTeam team = { reviews, &cases[i].scope, EX_NOBODY };
      g_autofree char *words = ex_scope_words (&cases[i].scope, reviews);
      g_autofree char *status = ex_team_words_status (&team);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (status, ==, cases[i].status);
    }
}

/* --- any company ---------------------------------------------------------------------------------------------------------------- */

/* Every mark has words, and its key, if it has one, leads somewhere. */
static void
assert_whole (ExChart *chart)
{
  g_autofree char *description = ex_chart_describe (chart);

  g_assert_true (g_utf8_validate (description, -1, NULL));
  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, mark);
      const char *key = ex_chart_mark_key (chart, mark);
      ExTarget target;

      g_assert_true (text != NULL && *text != '\0');
      g_assert_true (key == NULL || ex_target_parse (key, &target));
      if (key != NULL)
        ex_target_clear (&target);
    }
  g_object_unref (chart);
}

static void
test_any_company (void)
{
  for (guint32 seed = 0; seed < 150; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Scene scene = team_new (rand);
      g_autoptr (ExReviews) reviews = scene_finish (&scene);
      g_autoptr (ExScope) part = team_scope (rand, reviews);
      guint n = ex_company_n_leaders (ex_reviews_get_company (reviews));
      ExTeam team = { reviews, part, n > 0 ? team_random (rand, -1, (int) n - 1) : EX_NOBODY };

      assert_whole (ex_team_heatmap_new (&team, (ExGridRows) (seed % 3), (ExGridColumns) (seed % 2), seed % 7));
      assert_whole (ex_team_talk_walk_new (&team, seed % 5));
      assert_whole (ex_team_coverage_new (&team));
      assert_whole (ex_team_spread_new (&team, (ExSpreadOf) (seed % 2), (ExSpreadBy) (seed % 3)));
      assert_whole (ex_team_cascade_new (&team, NULL));
      for (guint leader = 0; leader < n; leader++)
        {
          assert_whole (ex_leader_talk_walk_new (reviews, team.viewer, leader));
          assert_whole (ex_leader_multiples_new (reviews, leader, NULL));
        }
      g_free (ex_team_words_status (&team));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/team-charts/heatmap-of-leaders", test_heatmap_of_leaders);
  g_test_add_func ("/team-charts/heatmap-of-groups", test_heatmap_of_groups);
  g_test_add_func ("/team-charts/heatmap-narrowed", test_heatmap_narrowed);
  g_test_add_func ("/team-charts/talk-walk", test_talk_walk);
  g_test_add_func ("/team-charts/what-may-be-seen", test_what_may_be_seen);
  g_test_add_func ("/team-charts/one-leader", test_one_leader);
  g_test_add_func ("/team-charts/spread", test_spread);
  g_test_add_func ("/team-charts/spread-of-nobody", test_spread_of_nobody);
  g_test_add_func ("/team-charts/spread-of-few", test_spread_of_few);
  g_test_add_func ("/team-charts/coverage", test_coverage);
  g_test_add_func ("/team-charts/nothing-agreed", test_nothing_agreed);
  g_test_add_func ("/team-charts/cascade", test_cascade);
  g_test_add_func ("/team-charts/circle", test_circle);
  g_test_add_func ("/team-charts/multiples", test_multiples);
  g_test_add_func ("/team-charts/words", test_words);
  g_test_add_func ("/team-charts/any-company", test_any_company);

  return g_test_run ();
}
