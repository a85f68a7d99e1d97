#include "config.h"

#include "company/ex-template-library.h"
#include "core/ex-quantity.h"

#include <string.h>

static const char * const stages[] = { "Aware", "Compare", "Buy", "Start", "Use", "Get help", "Renew", "Leave" };

static void
test_each_is_complete (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (library->len, >=, 30);
  for (guint i = 0; i < library->len; i++)
    {
      const ExTemplate *template = g_ptr_array_index (library, i);
      g_autoptr (GPtrArray) problems = ex_template_problems (template);

      g_test_message ("%s", template->id);
      g_assert_true (g_hash_table_add (ids, template->id));
      g_assert_true (g_hash_table_add (titles, template->title));
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (strlen (template->title), <=, 70);
      g_assert_nonnull (template->description);
      g_assert_cmpint (template->description[strlen (template->description) - 1], ==, '.');
      g_assert_nonnull (template->source);
      g_assert_cmpint (template->cadence, !=, EX_CADENCE_NONE);
      g_assert_true (template->has_driver);
      g_assert_true (template->kind == EX_KIND_MILESTONE || template->unit != NULL);
      g_assert_true (g_strv_contains ((const char * const []) { "Aware", "Compare", "Buy", "Start", "Use", "Get help", "Renew", "Leave", NULL }, template->stage));
      g_assert_false (template->own);
    }
}

/* With figures of its leader each makes an objective that can be agreed. */
static void
test_each_makes_a_measurable_objective (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  g_autoptr (ExCycle) cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  for (guint i = 0; i < library->len; i++)
    {
      const ExTemplate *template = g_ptr_array_index (library, i);
      g_autoptr (ExObjective) objective = ex_template_make_objective (template, "c", "l");
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) missing = NULL;

      objective->baseline = 50;
      objective->target = template->falls ? 40 : 60;
      objective->low = -5;
      objective->high = 5;
      objective->due = cycle->last;
      problems = ex_objective_problems (objective, cycle);
      missing = ex_objective_missing (objective, cycle);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (missing->len, ==, 0);
    }
}

static void
test_all_drivers_and_stages_are_covered (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  guint drivers[4] = { 0 }, found[G_N_ELEMENTS (stages)] = { 0 };

  for (guint i = 0; i < library->len; i++)
    {
      const ExTemplate *template = g_ptr_array_index (library, i);

      drivers[template->driver]++;
      for (gsize stage = 0; stage < G_N_ELEMENTS (stages); stage++)
        found[stage] += g_str_equal (template->stage, stages[stage]) ? 1 : 0;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (drivers); i++)
    g_assert_cmpuint (drivers[i], >=, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    g_assert_cmpuint (found[i], >=, 3);
}

/* A journey is read from its beginning; all ways of measuring have an example. */
static void
test_order_and_variety (void)
{
  g_autoptr (GPtrArray) library = ex_template_library ();
  guint kinds[3] = { 0 }, falls = 0, cadences[4] = { 0 };
  const ExTemplate *first = g_ptr_array_index (library, 0);

  g_assert_cmpstr (first->stage, ==, "Aware");
  for (guint i = 0; i < library->len; i++)
    {
      const ExTemplate *template = g_ptr_array_index (library, i);

      kinds[template->kind]++;
      cadences[template->cadence]++;
      falls += template->falls ? 1 : 0;
    }

  g_assert_true (kinds[EX_KIND_NUMBER] > 0 && kinds[EX_KIND_RANGE] > 0 && kinds[EX_KIND_MILESTONE] > 0);
  g_assert_true (cadences[EX_CADENCE_WEEKLY] > 0 && cadences[EX_CADENCE_MONTHLY] > 0 && cadences[EX_CADENCE_QUARTERLY] > 0);
  g_assert_cmpuint (falls, >=, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-library/each-is-complete", test_each_is_complete);
  g_test_add_func ("/template-library/each-makes-a-measurable-objective", test_each_makes_a_measurable_objective);
  g_test_add_func ("/template-library/all-drivers-and-stages-are-covered", test_all_drivers_and_stages_are_covered);
  g_test_add_func ("/template-library/order-and-variety", test_order_and_variety);

  return g_test_run ();
}
