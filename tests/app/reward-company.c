#include "config.h"

#include "reward-company.h"

#include "store/ex-store-import.h"
#include "store/ex-store-rewards.h"

#define OPENING 10000000 /* minor units, at the end of 2025 */
#define FIRST_CURVE "2:50,5:100,8:150"

static void
set_target (ExStore *store, const char *id, gint64 target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < leaders->len; i++)
    {
      ExLeader *leader = g_ptr_array_index (leaders, i);

      if (!g_str_equal (leader->id, id))
        continue;
      leader->incentive_target = target;
      ex_store_save_leader (store, leader, &error);
      g_assert_no_error (error);
    }
}

/* Each month grows by the same: 50 customers come, 45 go; the value by @gain. */
static void
add_months (ExStore *store, int first, int n, gint64 gain)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = g_strdup_printf ("months %d", first);
  ExImportInfo info = { .file_name = "movements.csv", .digest = digest };

  for (int i = first; i < first + n; i++)
    {
      ExEnteredMovement month = { .period = ex_period_of_day (EX_GRAIN_MONTH, ex_day_new (2026, 1 + i, 1)) };

      month.movement.opening = (ExCount) { 1000 + 5 * i, OPENING + gain * i };
      month.movement.fresh = (ExCount) { 50, 600000 };
      month.movement.lost = (ExCount) { 45, 600000 - gain };
      month.movement.closing = (ExCount) { 1000 + 5 * (i + 1), OPENING + gain * (i + 1) };
      g_array_append_val (movements, month);
    }
  act_as (store, EX_STORE_HR);
  ex_store_import_movements (store, movements, &info, NULL, &error);
  g_assert_no_error (error);
}

ExRewardTerms *
make_terms (void)
{
  ExRewardTerms *terms = ex_reward_terms_new ();

  g_array_unref (terms->curve);
  terms->curve = ex_curve_parse (FIRST_CURVE, NULL);
  terms->pool = 15000000;
  terms->company_share = 7000;
  return terms;
}

ExStore *
make_rewards (const char *path, const ExRewardTerms *terms)
{
  ExStore *store = make_reviews (path);
  g_autoptr (GError) error = NULL;

  set_target (store, "a", 12000000);
  set_target (store, "b", 8000000);
  set_target (store, "c", 2000000);
  add_months (store, 0, 6, 50000);
  check_in (store, "a1", ex_day_new (2026, 3, 31), 84);
  check_in (store, "b1", ex_day_new (2026, 3, 31), 88);
  check_in (store, "c1", ex_day_new (2026, 3, 31), 82);
  act_as (store, EX_STORE_HR);
  if (terms != NULL)
    ex_store_save_reward_terms (store, REVIEW_CYCLE, terms, &error);
  g_assert_no_error (error);
  return store;
}

void
finish_year (ExStore *store)
{
  g_autoptr (GError) error = NULL;

  add_months (store, 6, 6, 50000);
  for (int i = 0; i < 12; i++)
    {
      ex_store_set_final (store, ex_period_of_day (EX_GRAIN_MONTH, ex_day_new (2026, 1 + i, 1)), TRUE, &error);
      g_assert_no_error (error);
    }
}

void
close_with_rewards (ExStore *store)
{
  static const char * const leaders[] = { "a", "b", "c", "d" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    bring_review (store, leaders[i], EX_REVIEW_ASSESSED);
  advance_cycle_to (store, EX_PHASE_SIGN);
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    for (guint n = 0; n < 2; n++)
      take_step (store, EX_STORE_HR, leaders[i], EX_STEP_SIGN, "Signed on paper");
  act_as (store, EX_STORE_HR);
  ex_store_close_cycle (store, REVIEW_CYCLE, &error);
  g_assert_no_error (error);
}
