#include "config.h"

#include "store-fixture.h"

#include <math.h>

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_company (fixture, data);
  save_objective (fixture->store, "oa", "a", "Of Ann", NULL);
}

static ExCheckIn *
full_check_in (void)
{
  ExCheckIn *check_in = ex_check_in_new ("oa", ex_day_new (2026, 2, 28), 0.1);

  check_in->recorded = ex_day_new (2026, 3, 2);
  check_in->confidence = 10;
  check_in->note = g_strdup ("Better,\n“much” better");
  check_in->next = g_strdup ("Ask them");
  check_in->evidence = g_strdup ("https://example.org/?a=1&b=2");
  return check_in;
}

static GPtrArray *
list (ExStore *store, const char *objective_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *check_ins = ex_store_list_check_ins (store, objective_id, &error);

  g_assert_no_error (error);
  return check_ins;
}

static void
assert_same (const ExCheckIn *a, const ExCheckIn *b)
{
  g_assert_cmpstr (a->objective_id, ==, b->objective_id);
  g_assert_cmpuint (a->day, ==, b->day);
  g_assert_cmpuint (a->recorded, ==, b->recorded);
  g_assert_true (a->value == b->value);
  g_assert_cmpint (a->confidence, ==, b->confidence);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->next, ==, b->next);
  g_assert_cmpstr (a->evidence, ==, b->evidence);
}

static void
test_every_field_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCheckIn) full = full_check_in ();
  g_autoptr (ExCheckIn) bare = ex_check_in_new ("oa", ex_day_new (2026, 1, 1), -1e-300);
  g_autoptr (GPtrArray) read = NULL;

  bare->recorded = bare->day;
  g_assert_true (ex_store_save_check_in (fixture->store, full, &error));
  assert_last_action (fixture->store, "Record a check-in: Of Ann");
  g_assert_true (ex_store_save_check_in (fixture->store, bare, &error));
  fixture_open_again (fixture);
  read = list (fixture->store, "oa");
  g_assert_cmpuint (read->len, ==, 2);
  assert_same (g_ptr_array_index (read, 0), bare);
  assert_same (g_ptr_array_index (read, 1), full);
}

static void
test_recorded_is_today_unless_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("oa", ex_day_new (2026, 1, 31), 81);
  g_autoptr (GPtrArray) read = NULL;

  check_in->recorded = EX_DAY_NONE;
  g_setenv ("EXEMPLAR_TODAY", "2026-02-03", TRUE);
  g_assert_true (ex_store_save_check_in (fixture->store, check_in, &error));
  g_unsetenv ("EXEMPLAR_TODAY");
  read = list (fixture->store, "oa");
  g_assert_cmpuint (((ExCheckIn *) g_ptr_array_index (read, 0))->recorded, ==, ex_day_new (2026, 2, 3));
}

static void
test_same_day_is_a_correction (Fixture *fixture, gconstpointer data)
{
  gint64 before;

  save_check_in (fixture->store, "oa", "2026-03-31", 81);
  before = n_actions (fixture->store);
  save_check_in (fixture->store, "oa", "2026-03-31", 81);
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  save_check_in (fixture->store, "oa", "2026-03-31", 81.5);
  assert_last_action (fixture->store, "Correct a check-in: Of Ann");
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins WHERE value = 81.5"), ==, 1);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins WHERE value = 81"), ==, 1);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins"), ==, 0);
  redo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins WHERE value = 81"), ==, 1);
  assert_sound (fixture->store);
}

/* Each thing that a check-in says is worth a correction; the day it was written down is not. */
static void
test_every_field_can_be_corrected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCheckIn) check_in = full_check_in ();
  g_autoptr (GError) error = NULL;
  char **texts[] = { &check_in->note, &check_in->next, &check_in->evidence };
  gint64 before;

  g_assert_true (ex_store_save_check_in (fixture->store, check_in, &error));
  before = n_actions (fixture->store);
  check_in->recorded++;
  g_assert_true (ex_store_save_check_in (fixture->store, check_in, &error));
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_clear_pointer (texts[i], g_free);
      g_assert_true (ex_store_save_check_in (fixture->store, check_in, &error));
      g_assert_cmpint (n_actions (fixture->store), ==, ++before);
    }
  check_in->confidence = 0;
  g_assert_true (ex_store_save_check_in (fixture->store, check_in, &error));
  g_assert_cmpint (n_actions (fixture->store), ==, ++before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins WHERE coalesce (note, next, evidence, confidence) IS NULL"), ==, 1);
}

static void
test_bad_check_ins_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *objective, *day; double value; int confidence; const char *says; } cases[] = {
    { "oa", "2025-12-31", 81, 0, "2025-12-31" },
    { "oa", "2027-01-01", 81, 0, "2027-01-01" },
    { "oa", "2026-02-30", 81, 0, "day" },
    { "oa", "2026-03-01", NAN, 0, "finite" },
    { "oa", "2026-03-01", INFINITY, 0, "finite" },
    { "oa", "2026-03-01", 81, 11, "1 to 10" },
    { "om", "2026-03-01", 0.5, 0, "1 (done) or 0" },
  };
  g_autoptr (ExObjective) milestone = ex_objective_new ("om", "fy26", "a", "Done", EX_KIND_MILESTONE);
  g_autoptr (GError) error = NULL;
  gint64 before;

  milestone->due = ex_day_new (2026, 6, 30);
  g_assert_true (ex_store_save_objective (fixture->store, milestone, &error));
  before = n_actions (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExCheckIn) check_in = ex_check_in_new (cases[i].objective, ex_day_parse (cases[i].day), cases[i].value);

      check_in->confidence = cases[i].confidence;
      g_assert_false (ex_store_save_check_in (fixture->store, check_in, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_no_such_objective_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("nothing", ex_day_new (2026, 3, 1), 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_save_check_in (fixture->store, check_in, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nothing");
  g_assert_false (ex_store_remove_check_in (fixture->store, "oa", ex_day_new (2026, 3, 1), &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "2026-03-01");
}

static void
test_remove_takes_the_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_check_in (fixture->store, "oa", "2026-03-30", 80);
  save_check_in (fixture->store, "oa", "2026-03-31", 81);
  g_assert_true (ex_store_remove_check_in (fixture->store, "oa", ex_day_new (2026, 3, 31), &error));
  assert_last_action (fixture->store, "Remove a check-in: Of Ann");
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins WHERE value = 80"), ==, 1);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins"), ==, 1);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins"), ==, 2);
  assert_sound (fixture->store);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/check-ins/every-field-comes-back", test_every_field_comes_back);
  add ("/store/check-ins/recorded-is-today-unless-said", test_recorded_is_today_unless_said);
  add ("/store/check-ins/same-day-is-a-correction", test_same_day_is_a_correction);
  add ("/store/check-ins/every-field-can-be-corrected", test_every_field_can_be_corrected);
  add ("/store/check-ins/bad-check-ins-are-refused", test_bad_check_ins_are_refused);
  add ("/store/check-ins/no-such-objective-says-so", test_no_such_objective_says_so);
  add ("/store/check-ins/remove-takes-the-one", test_remove_takes_the_one);
  return g_test_run ();
}
