#include "config.h"

#include "exchange-fixture.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"

#include <math.h>
#include <string.h>

static ExLeader *
make_leader (const char *id, const char *name, const char *manager)
{
  ExLeader *leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager);

  return leader;
}

static GPtrArray *
make_leaders (void)
{
  GPtrArray *leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExLeader *top = make_leader ("C", "Cleo Chief", NULL);

  top->title = g_strdup ("Chief Executive");
  top->incentive_target = 10000000;
  top->from = ex_day_new (2020, 1, 1);
  g_ptr_array_add (leaders, top);
  g_ptr_array_add (leaders, make_leader ("M", "Max Manager", "C"));
  g_ptr_array_add (leaders, make_leader ("W", "Wim Worker", "M"));

  return leaders;
}

static ExObjective *
make_number (void)
{
  ExObjective *objective = ex_objective_new ("c1", "fy26", "C", "Keep customers", EX_KIND_NUMBER);
  ExLink link = { EX_DRIVER_RETAIN, 500000, 40 };

  objective->unit = g_strdup ("%");
  objective->baseline = 80;
  objective->target = 88;
  objective->weight = 10000;
  objective->decimals = 1;
  g_array_append_val (objective->links, link);

  return objective;
}

static ExObjective *
make_milestone (void)
{
  ExObjective *objective = ex_objective_new ("m1", "fy26", "M", "Open the customer room", EX_KIND_MILESTONE);

  objective->due = ex_day_new (2026, 6, 30);
  objective->weight = 10000;

  return objective;
}

static ExCompany *
make_company (ExCycle *cycle, GPtrArray *leaders, GPtrArray *objectives)
{
  g_autoptr (GError) error = NULL;
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (ExReading));
  ExCompany *company;

  g_array_set_size (readings, objectives->len);
  company = ex_company_new (ex_company_info_new ("Acme", "EUR"), cycle, ex_day_new (2026, 9, 30), leaders, objectives, readings, &error);
  g_assert_no_error (error);

  return company;
}

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  ExCycle *cycle = ex_cycle_new ("fy26", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));

  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_cycle_free);
  g_ptr_array_add (self->cycles, ex_cycle_copy (cycle));
  g_ptr_array_add (self->cycles, ex_cycle_new ("fy25", "FY 2025", ex_day_new (2025, 1, 1), ex_day_new (2025, 12, 31)));

  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  g_ptr_array_add (self->objectives, make_number ());
  g_ptr_array_add (self->objectives, make_milestone ());
  g_ptr_array_add (self->objectives, ex_objective_new ("c-old", "fy25", "C", "Last year's", EX_KIND_NUMBER));

  g_ptr_array_add (own, make_number ());
  g_ptr_array_add (own, make_milestone ());
  self->company = make_company (cycle, make_leaders (), own);
  self->context = (ExImportContext) { self->company, self->objectives, self->cycles, NULL, NULL };

  return self;
}

Fixture *
fixture_empty (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->cycles = g_ptr_array_new ();
  self->objectives = g_ptr_array_new ();
  self->company = make_company (NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free),
                                g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free));
  self->context = (ExImportContext) { self->company, self->objectives, self->cycles, NULL, NULL };

  return self;
}

void
fixture_free (Fixture *self)
{
  ex_company_unref (self->company);
  g_ptr_array_unref (self->objectives);
  g_ptr_array_unref (self->cycles);
  g_free (self);
}

ExImportPlan *
fixture_plan (Fixture *self, ExImportWhat what, const char *text, const ExImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ExImportPlan *plan = ex_import_plan_new_for_bytes (what, "t.csv", bytes, &self->context, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_cmpuint (strlen (plan->digest), ==, 64);

  return plan;
}

static char *
find_errors (const ExImportPlan *plan)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < plan->problems->kept->len; i++)
    {
      const ExProblem *problem = g_ptr_array_index (plan->problems->kept, i);

      if (!problem->warning)
        g_string_append_printf (all, "%s%u:%u: %s", all->len > 0 ? "\n" : "", problem->line, problem->column, problem->text);
    }

  return g_string_free (all, FALSE);
}

void
fixture_check_cases (Fixture *self, ExImportWhat what, const PlanCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (ExImportPlan) plan = fixture_plan (self, what, cases[i].text, NULL);
      g_autofree char *errors = find_errors (plan);

      if (cases[i].problem == NULL)
        {
          g_assert_cmpstr (errors, ==, "");
          g_assert_true (ex_import_plan_is_good (plan));
          g_assert_cmpuint (plan->rows_refused, ==, 0);
          continue;
        }

      if (plan->problems->errors != 1 || !g_pattern_match_simple (cases[i].problem, errors))
        g_error ("%s\nexpected: %s\n     got: %s", cases[i].text, cases[i].problem, errors);
      g_assert_false (ex_import_plan_is_good (plan));
    }
}

void
fixture_assert_says (const ExImportPlan *plan, const char *pattern)
{
  g_autofree char *all = ex_problems_to_text (plan->problems, "t");
  g_autofree char *whole = g_strconcat ("*", pattern, "*", NULL);

  for (guint i = 0; i < plan->notes->len; i++)
    if (g_pattern_match_simple (whole, g_ptr_array_index (plan->notes, i)))
      return;
  if (!g_pattern_match_simple (whole, all))
    {
      for (guint i = 0; i < plan->notes->len; i++)
        g_printerr ("note: %s\n", (char *) g_ptr_array_index (plan->notes, i));
      g_error ("expected: %s\ngot: %s", pattern, all);
    }
}
