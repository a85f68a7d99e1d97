#include "config.h"

#include "review-company.h"

#include <string.h>

static void
add_leader (ExStore *store, const char *id, const char *name, const char *title, const char *manager)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = ex_leader_new (id, name);

  leader->title = g_strdup (title);
  leader->manager_id = g_strdup (manager);
  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
}

static void
add_objective (ExStore *store, const char *leader_id, guint number, const char *title, double from, double to, int weight, const char *parent)
{
  g_autofree char *id = g_strdup_printf ("%s%u", leader_id, number);
  g_autoptr (ExObjective) objective = ex_objective_new (id, REVIEW_CYCLE, leader_id, title, EX_KIND_NUMBER);
  g_autoptr (GError) error = NULL;
  ExLink link = { EX_DRIVER_RETAIN, 12000000, 40 };

  objective->unit = g_strdup ("%");
  objective->source = g_strdup ("Billing");
  objective->cadence = EX_CADENCE_MONTHLY;
  objective->baseline = from;
  objective->target = to;
  objective->weight = weight;
  objective->parent_id = g_strdup (parent);
  objective->local_reason = parent == NULL ? g_strdup ("Of this region alone") : NULL;
  g_array_append_val (objective->links, link);
  ex_store_save_objective (store, objective, &error);
  g_assert_no_error (error);
}

static void
add_objectives (ExStore *store, const char *leader_id, const char *above)
{
  g_autofree char *parent = above != NULL ? g_strdup_printf ("%s1", above) : NULL;

  add_objective (store, leader_id, 1, "Keep one-year contracts", 80, 88, 4000, parent);
  add_objective (store, leader_id, 2, "Answer calls in 30 seconds", 70, 90, 3500, parent);
  add_objective (store, leader_id, 3, "Fewer complaints", 12, 6, 2500, NULL);
}

ExStore *
make_reviews (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Northlight", "EUR");
  g_autoptr (ExCycle) cycle = ex_cycle_new (REVIEW_CYCLE, "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  ExStore *store = ex_store_create (path, info, &error);

  g_assert_no_error (error);
  add_leader (store, "a", "Ana Okafor", "Chief executive", NULL);
  add_leader (store, "b", "Ben Ito", "Service", "a");
  add_leader (store, "c", "Cem Kaya", "Calls", "b");
  add_leader (store, "d", "Dee Lund", "Sales", "a");
  ex_store_save_cycle (store, cycle, &error);
  g_assert_no_error (error);
  add_objectives (store, "a", NULL);
  add_objectives (store, "b", "a");
  add_objectives (store, "c", "b");
  add_objectives (store, "d", "a");
  return store;
}

void
act_as (ExStore *store, const char *actor)
{
  g_autoptr (GError) error = NULL;

  ex_store_set_actor (store, actor, &error);
  g_assert_no_error (error);
}

void
take_step (ExStore *store, const char *actor, const char *leader_id, ExStep step, const char *why)
{
  g_autoptr (GError) error = NULL;

  act_as (store, actor);
  ex_store_take_step (store, REVIEW_CYCLE, leader_id, step, why, NULL, &error);
  g_assert_no_error (error);
}

void
advance_cycle_to (ExStore *store, ExPhase phase)
{
  act_as (store, EX_STORE_HR);
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCycle) cycle = ex_store_find_cycle (store, "FY 2026", &error);

      if (cycle->phase >= phase)
        return;
      ex_store_advance_cycle (store, REVIEW_CYCLE, &error);
      g_assert_no_error (error);
    }
}

void
rate_all (ExStore *store, const char *actor, const char *leader_id, ExRole role, const char *rater_id, int rating, const char *comment)
{
  act_as (store, actor);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", leader_id, i);
      g_autoptr (ExRating) said = ex_rating_new (id, role, rater_id);
      g_autoptr (GError) error = NULL;

      said->rating = rating;
      said->comment = g_strdup (comment);
      said->confirmed = role == EX_ROLE_MANAGER;
      ex_store_save_rating (store, said, &error);
      g_assert_no_error (error);
    }
}

void
check_in (ExStore *store, const char *objective_id, ExDay day, double value)
{
  g_autoptr (ExCheckIn) point = ex_check_in_new (objective_id, day, value);
  g_autoptr (GError) error = NULL;

  point->recorded = day;
  point->confidence = 7;
  ex_store_save_check_in (store, point, &error);
  g_assert_no_error (error);
}

static const char *
reviewer_of (const char *leader_id)
{
  return strcmp (leader_id, "a") == 0 ? EX_BOARD : strcmp (leader_id, "c") == 0 ? "b" : "a";
}

void
bring_review (ExStore *store, const char *leader_id, ExReviewState state)
{
  const char *reviewer = reviewer_of (leader_id);
  const char *actor = *reviewer != '\0' ? reviewer : EX_STORE_HR;

  if (state >= EX_REVIEW_AGREED)
    take_step (store, actor, leader_id, EX_STEP_AGREE, NULL);
  if (state >= EX_REVIEW_SELF_ASSESSED)
    {
      advance_cycle_to (store, EX_PHASE_ASSESS);
      rate_all (store, leader_id, leader_id, EX_ROLE_SELF, leader_id, 4, "As I see it");
      take_step (store, leader_id, leader_id, EX_STEP_SELF_ASSESS, NULL);
    }
  if (state >= EX_REVIEW_ASSESSED)
    {
      rate_all (store, actor, leader_id, EX_ROLE_MANAGER, reviewer, 2, "As it looks from above");
      take_step (store, actor, leader_id, EX_STEP_ASSESS, NULL);
    }
  if (state >= EX_REVIEW_SIGNED)
    {
      advance_cycle_to (store, EX_PHASE_SIGN);
      take_step (store, actor, leader_id, EX_STEP_SIGN, NULL);
      take_step (store, leader_id, leader_id, EX_STEP_SIGN, NULL);
    }
}
