/* A random company for what is computed over whole teams: a forest of leaders, some without a unit, some who take no part, some excused; objectives with
 * none, one or several drivers, with and without a stage, measured or not. Of tests alone: every function is static. */
#pragma once

#include "core/ex-scope.h"
#include "review-scene.h"

static inline int
team_random (GRand *rand,
             int    low,
             int    high)
{
  return g_rand_int_range (rand, low, high + 1);
}

static inline void
team_add_objective (Scene      *scene,
                    GRand      *rand,
                    const char *leader,
                    guint       number)
{
  static const char *const stages[] = { NULL, "Use", "Aware", "Delight", "Buy" };
  ExObjective *objective = scene_add_objective (scene, leader, number, team_random (rand, 0, 9) == 0 ? 0 : team_random (rand, 1, 6000));
  ExReading *reading = &g_array_index (scene->readings, ExReading, scene->readings->len - 1);

  g_array_set_size (objective->links, 0);
  for (int n = team_random (rand, 0, 3); n > 0; n--)
    {
      ExLink link = { (ExDriver) team_random (rand, 0, EX_N_DRIVERS - 1), EX_CLAIM_NONE, EX_CLAIM_NONE };

      g_array_append_val (objective->links, link);
    }
  objective->stage = g_strdup (stages[team_random (rand, 0, G_N_ELEMENTS (stages) - 1)]);
  if (team_random (rand, 0, 2) > 0)
    {
      scene_measure (scene, scene->today, 35);
      reading->score = g_rand_double_range (rand, 0, 1.5);
      reading->status = (ExStatus) team_random (rand, EX_STATUS_ON_TRACK, EX_STATUS_OFF_TRACK);
    }
}

static inline Scene
team_new (GRand *rand)
{
  static const char *const units[] = { NULL, "Sales", "Service", "Ärger" };
  Scene scene = scene_new (EX_PHASE_RUN, ex_day_new (2026, 6, 30));
  int n = team_random (rand, 0, 30);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("l%d", i);
      g_autofree char *manager = i > 0 && team_random (rand, 0, 9) > 0 ? g_strdup_printf ("l%d", team_random (rand, 0, i - 1)) : NULL;
      ExLeader *leader = NULL;

      if (manager == NULL && i > 0 && team_random (rand, 0, 1) == 0)
        {
          leader = ex_leader_new (name, name); /* under no top */
          g_ptr_array_add (scene.leaders, leader);
        }
      else
        leader = scene_add_leader (&scene, name, manager);
      leader->unit = g_strdup (units[team_random (rand, 0, G_N_ELEMENTS (units) - 1)]);
      if (team_random (rand, 0, 9) == 0)
        leader->to = ex_day_new (2025, 12, 31);
      if (team_random (rand, 0, 9) == 0)
        scene_add_review (&scene, name, EX_REVIEW_DRAFTING)->excused = TRUE;
      for (int k = team_random (rand, 0, 5); k > 0; k--)
        team_add_objective (&scene, rand, name, (guint) k);
    }

  return scene;
}

/* Any part of it, or all. */
static inline ExScope *
team_scope (GRand           *rand,
            const ExReviews *reviews)
{
  static const char *const units[] = { "", "Sales", "Service", "Nowhere" }, *const stages[] = { "", "Use", "Delight" };
  guint n = ex_company_n_leaders (ex_reviews_get_company (reviews));
  ExScope *scope = ex_scope_new ();

  if (team_random (rand, 0, 2) == 0)
    scope->unit = g_strdup (units[team_random (rand, 0, G_N_ELEMENTS (units) - 1)]);
  if (team_random (rand, 0, 2) == 0)
    scope->level = (guint) team_random (rand, 1, 4);
  if (team_random (rand, 0, 2) == 0)
    scope->driver = team_random (rand, 0, EX_N_DRIVERS - 1);
  if (team_random (rand, 0, 2) == 0)
    scope->stage = g_strdup (stages[team_random (rand, 0, G_N_ELEMENTS (stages) - 1)]);
  if (n > 0 && team_random (rand, 0, 2) == 0)
    scope->under = g_strdup (ex_company_get_leader (ex_reviews_get_company (reviews), (guint) team_random (rand, 0, (int) n - 1))->id);

  return scope;
}
