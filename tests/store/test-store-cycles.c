#include "config.h"

#include "store-fixture.h"

static ExCycle *
make_cycle (const char *id, const char *name, const char *first, const char *last, const char *tops)
{
  ExCycle *cycle = ex_cycle_new (id, name, ex_day_parse (first), ex_day_parse (last));

  g_strfreev (cycle->tops);
  cycle->tops = g_strsplit (tops, " ", -1);
  return cycle;
}

static void
test_every_field_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = make_cycle ("q3", "Q3 „2026“", "2026-07-01", "2026-09-30", "b a");
  g_autoptr (ExCycle) read = NULL;

  cycle->threshold_score = 0;
  cycle->stretch_score = 20000;
  cycle->late_score = 10000;
  g_assert_true (ex_store_save_cycle (fixture->store, cycle, &error));
  assert_last_action (fixture->store, "New cycle: Q3 „2026“");
  fixture_open_again (fixture);
  read = ex_store_find_cycle (fixture->store, "Q3 „2026“", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, "q3");
  g_assert_cmpuint (read->first, ==, cycle->first);
  g_assert_cmpuint (read->last, ==, cycle->last);
  g_assert_cmpint (read->threshold_score, ==, 0);
  g_assert_cmpint (read->stretch_score, ==, 20000);
  g_assert_cmpint (read->late_score, ==, 10000);
  g_assert_cmpuint (g_strv_length (read->tops), ==, 2);
  g_assert_cmpstr (read->tops[0], ==, "a");
  g_assert_cmpstr (read->tops[1], ==, "b");
}

/* Everything as by itself takes no row; each thing set takes its own, and goes again. */
static void
test_how_a_cycle_is_run_comes_back (Fixture *fixture, gconstpointer data)
{
  static const char * const three[] = { "missed", "met", "beaten", NULL };
  static const char * const two[] = { "no", "yes", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = make_cycle ("fy26", "FY 2026", "2026-01-01", "2026-12-31", "");
  g_autoptr (ExCycle) read = NULL;

  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM cycle_plans"), ==, 0);
  for (int i = 0; i < EX_N_OPEN_PHASES; i++)
    cycle->until[i] = ex_day_new (2026, 2 * i + 1, 28);
  cycle->min_objectives = 1;
  cycle->board = g_strdup ("Supervisory board");
  cycle->scale = g_strdupv ((char **) three);
  g_assert_true (ex_store_save_cycle (fixture->store, cycle, &error));
  fixture_open_again (fixture);
  read = ex_store_find_cycle (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (read->until, sizeof read->until, cycle->until, sizeof cycle->until);
  g_assert_cmpint (read->min_objectives, ==, 1);
  g_assert_cmpstr (read->board, ==, "Supervisory board");
  g_assert_cmpstrv (read->scale, three);
  g_assert_cmpint (read->phase, ==, EX_PHASE_PLAN);
  g_assert_true (ex_store_save_cycle (fixture->store, read, &error)); /* the same again */
  g_assert_cmpint (n_actions (fixture->store), ==, 7);
  g_strfreev (read->scale);
  read->scale = g_strdupv ((char **) two);
  g_assert_true (ex_store_save_cycle (fixture->store, read, &error));
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM scale_words WHERE words IN ('no', 'yes')"), ==, 2);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM scale_words"), ==, 2);
  undo (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT (SELECT count(*) FROM scale_words) + (SELECT count(*) FROM cycle_plans)"), ==, 0);
  redo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM scale_words"), ==, 3);
  assert_sound (fixture->store);
}

static void
test_tops_come_and_go (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *tops; int n, actions; } steps[] = {
    { "a", 1, 1 }, { "a b", 2, 1 }, { "b a", 2, 0 }, { "c", 1, 1 }, { "", 0, 1 }, { "", 0, 0 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (ExCycle) cycle = make_cycle ("fy26", "FY 2026", "2026-01-01", "2026-12-31", steps[i].tops);
      gint64 before = n_actions (fixture->store);

      ex_store_save_cycle (fixture->store, cycle, &error);
      g_assert_no_error (error);
      g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM tops"), ==, steps[i].n);
      g_assert_cmpint (n_actions (fixture->store) - before, ==, steps[i].actions);
    }
}

static void
test_latest_is_by_last_day_then_first (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *name, *first, *last, *latest; } cases[] = {
    { "x1", "Earlier", "2025-01-01", "2025-12-31", "FY 2026" },
    { "x2", "H2", "2026-07-01", "2026-12-31", "H2" },
    { "x3", "FY 2027", "2027-01-01", "2027-12-31", "FY 2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCycle) latest = NULL;
      g_autoptr (GPtrArray) all = NULL;

      save_cycle (fixture->store, cases[i].id, cases[i].name, cases[i].first, cases[i].last);
      latest = ex_store_find_cycle (fixture->store, NULL, &error);
      all = ex_store_list_cycles (fixture->store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (latest->name, ==, cases[i].latest);
      g_assert_cmpuint (all->len, ==, i + 2);
      g_assert_cmpstr (((ExCycle *) g_ptr_array_index (all, 0))->name, ==, cases[i].latest);
    }
}

static void
test_no_cycle_is_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_store_find_cycle (fixture->store, "FY 1999", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "FY 1999");
  undo (fixture->store); /* the only one goes */
  g_assert_null (ex_store_find_cycle (fixture->store, NULL, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "no cycle");
}

static void
test_bad_cycles_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *name, *first, *last, *tops, *says; } cases[] = {
    { "x", "", "2026-01-01", "2026-12-31", "", "needs a name" },
    { "x", "X", "2026-12-01", "2026-11-30", "", "after its last" },
    { "x", "X", "2026-01-01", "", "", "first and a last day" },
    { "x", "FY 2026", "2027-01-01", "2027-12-31", "", "“FY 2026” already" },
    { "x", "X", "2027-01-01", "2027-12-31", "a nobody", "“nobody” is nobody" },
    { "", "X", "2027-01-01", "2027-12-31", "", "identifier" },
  };
  gint64 before = n_actions (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCycle) cycle = make_cycle (cases[i].id, cases[i].name, cases[i].first, cases[i].last, cases[i].tops);
      g_autoptr (GError) error = NULL;

      g_assert_false (ex_store_save_cycle (fixture->store, cycle, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_a_cycle_keeps_what_was_entered_in_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) milestone = ex_objective_new ("om", "fy26", "a", "Portal opened", EX_KIND_MILESTONE);
  g_autoptr (ExCycle) shorter = make_cycle ("fy26", "FY 2026", "2026-01-01", "2026-03-31", "");

  save_objective (fixture->store, "oa", "a", "Of Ann", NULL);
  save_check_in (fixture->store, "oa", "2026-03-31", 81);
  milestone->due = ex_day_new (2026, 6, 30);
  g_assert_true (ex_store_save_objective (fixture->store, milestone, &error));
  g_assert_false (ex_store_save_cycle (fixture->store, shorter, &error));
  assert_refused (&error, "1 milestone would be due outside");
  g_assert_true (ex_store_remove_objective (fixture->store, "om", &error));
  g_assert_true (ex_store_save_cycle (fixture->store, shorter, &error));
  assert_last_action (fixture->store, "Edit a cycle: FY 2026");
  save_check_in (fixture->store, "oa", "2026-03-30", 81);
  shorter->last = ex_day_new (2026, 2, 28);
  g_assert_false (ex_store_save_cycle (fixture->store, shorter, &error));
  assert_refused (&error, "2 check-ins would lie outside");
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/cycles/every-field-comes-back", test_every_field_comes_back);
  add ("/store/cycles/how-a-cycle-is-run-comes-back", test_how_a_cycle_is_run_comes_back);
  add ("/store/cycles/tops-come-and-go", test_tops_come_and_go);
  add ("/store/cycles/latest-is-by-last-day-then-first", test_latest_is_by_last_day_then_first);
  add ("/store/cycles/no-cycle-is-not-found", test_no_cycle_is_not_found);
  add ("/store/cycles/bad-cycles-are-refused", test_bad_cycles_are_refused);
  add ("/store/cycles/a-cycle-keeps-what-was-entered-in-it", test_a_cycle_keeps_what_was_entered_in_it);
  return g_test_run ();
}
