#include "config.h"

#include "core/ex-quantity.h"
#include "store-fixture.h"

static void
add_link (ExObjective *objective, ExDriver driver, gint64 value, gint64 customers)
{
  ExLink link = { driver, value, customers };

  g_array_append_val (objective->links, link);
}

static ExObjective *
full_number (void)
{
  ExObjective *objective = make_objective ("of", "c", "Répondre en 30 s");

  objective->description = g_strdup ("Calls answered\nwithin 30 s");
  objective->unit = g_strdup ("%");
  objective->decimals = 9;
  objective->aggregate = EX_AGGREGATE_MEAN;
  objective->baseline = 0.1;
  objective->threshold = 1.0 / 3;
  objective->target = 4.35e-3 + 1;
  objective->stretch = 1.7976931348623157e308;
  objective->weight = 3334;
  objective->source = g_strdup ("Telephone system");
  objective->cadence = EX_CADENCE_WEEKLY;
  objective->stage = g_strdup ("Use");
  objective->local_reason = g_strdup ("Only here");
  add_link (objective, EX_DRIVER_WIN_BACK, EX_CLAIM_NONE, -3);
  add_link (objective, EX_DRIVER_ACQUIRE, G_MAXINT64, EX_CLAIM_NONE);
  add_link (objective, EX_DRIVER_EXPAND, EX_CLAIM_NONE, EX_CLAIM_NONE);
  add_link (objective, EX_DRIVER_RETAIN, 0, 0);
  return objective;
}

static ExObjective *
read_one (ExStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = ex_store_list_objectives (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((ExObjective *) g_ptr_array_index (all, i))->id, id))
      return ex_objective_copy (g_ptr_array_index (all, i));
  return NULL;
}

static gboolean
same_bits (double a, double b)
{
  return memcmp (&a, &b, sizeof a) == 0 || (isnan (a) && isnan (b));
}

static void
test_every_field_of_a_number_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = full_number ();
  g_autoptr (ExObjective) read = NULL;

  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  assert_last_action (fixture->store, "Add an objective: Répondre en 30 s");
  fixture_open_again (fixture);
  read = read_one (fixture->store, "of");
  g_assert_cmpstr (read->description, ==, objective->description);
  g_assert_cmpstr (read->source, ==, objective->source);
  g_assert_cmpstr (read->stage, ==, objective->stage);
  g_assert_cmpstr (read->local_reason, ==, objective->local_reason);
  g_assert_cmpint (read->aggregate, ==, EX_AGGREGATE_MEAN);
  g_assert_cmpint (read->cadence, ==, EX_CADENCE_WEEKLY);
  g_assert_cmpint (read->decimals, ==, 9);
  g_assert_true (same_bits (read->baseline, objective->baseline));
  g_assert_true (same_bits (read->threshold, objective->threshold));
  g_assert_true (same_bits (read->target, objective->target));
  g_assert_true (same_bits (read->stretch, objective->stretch));
  g_assert_true (isnan (read->low) && isnan (read->high) && isnan (read->width));
  g_assert_cmpuint (read->links->len, ==, 4);
  g_assert_cmpint (g_array_index (read->links, ExLink, 0).driver, ==, EX_DRIVER_ACQUIRE);
  g_assert_cmpint (g_array_index (read->links, ExLink, 0).value, ==, G_MAXINT64);
  g_assert_true (g_array_index (read->links, ExLink, 0).customers == EX_CLAIM_NONE);
  g_assert_cmpint (g_array_index (read->links, ExLink, 1).value, ==, 0);
  g_assert_cmpint (g_array_index (read->links, ExLink, 3).customers, ==, -3);
}

static void
test_ranges_and_milestones_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) range = ex_objective_new ("or", "fy26", "a", "Within", EX_KIND_RANGE);
  g_autoptr (ExObjective) milestone = ex_objective_new ("om", "fy26", "a", "Done", EX_KIND_MILESTONE);
  g_autoptr (ExObjective) range_read = NULL;
  g_autoptr (ExObjective) milestone_read = NULL;

  range->low = -0.1;
  range->width = 5e-324;
  milestone->due = ex_day_new (2026, 12, 31);
  g_assert_true (ex_store_save_objective (fixture->store, range, &error));
  g_assert_true (ex_store_save_objective (fixture->store, milestone, &error));
  range_read = read_one (fixture->store, "or");
  milestone_read = read_one (fixture->store, "om");
  g_assert_true (ex_objective_equal (range_read, range));
  g_assert_true (isnan (range_read->high));
  g_assert_true (same_bits (range_read->width, 5e-324));
  g_assert_true (ex_objective_equal (milestone_read, milestone));
  g_assert_cmpuint (milestone_read->due, ==, milestone->due);
  g_assert_null (milestone_read->unit);
}

/* Any double goes in and comes out, bit for bit. */
static void
test_reals_are_exact (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExObjective) objective = make_objective ("ox", "a", "Any");
      g_autoptr (ExObjective) read = NULL;
      double a = ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-1000, 1000));

      objective->baseline = a;
      objective->target = a * 2;
      g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
      read = read_one (fixture->store, "ox");
      g_assert_true (same_bits (read->baseline, a));
      g_assert_true (same_bits (read->target, a * 2));
    }
  /* undo brings back the bits that stood before */
  save_objective (fixture->store, "ox", "a", "Any", NULL);
  undo (fixture->store);
  assert_sound (fixture->store);
}

static void
test_links_change_one_by_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = make_objective ("ol", "a", "Linked");
  g_autoptr (ExObjective) read = NULL;
  gint64 changes, actions;

  add_link (objective, EX_DRIVER_RETAIN, 100, 1);
  add_link (objective, EX_DRIVER_EXPAND, 200, 2);
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  actions = n_actions (fixture->store);

  /* another order is no change */
  g_array_remove_index (objective->links, 0);
  add_link (objective, EX_DRIVER_RETAIN, 100, 1);
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  g_assert_cmpint (n_actions (fixture->store), ==, actions);

  /* one claim changes, one link comes, one goes */
  changes = count (fixture->store, "SELECT count(*) FROM changes WHERE table_name = 'links'");
  g_array_set_size (objective->links, 0);
  add_link (objective, EX_DRIVER_RETAIN, 100, EX_CLAIM_NONE);
  add_link (objective, EX_DRIVER_ACQUIRE, 1, 1);
  g_assert_true (ex_store_save_objective (fixture->store, objective, &error));
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM changes WHERE table_name = 'links'") - changes, ==, 3);
  read = read_one (fixture->store, "ol");
  g_assert_cmpuint (read->links->len, ==, 2);
  g_assert_true (g_array_index (read->links, ExLink, 1).customers == EX_CLAIM_NONE);

  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT sum(claim_customers) FROM links"), ==, 3);
}

static void
test_list_of_a_cycle_is_of_that_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) other = ex_objective_new ("o1", "fy27", "a", "Next year", EX_KIND_NUMBER);
  g_autoptr (GPtrArray) of_26 = NULL;
  g_autoptr (GPtrArray) of_27 = NULL;
  g_autoptr (GPtrArray) all = NULL;

  save_cycle (fixture->store, "fy27", "FY 2027", "2027-01-01", "2027-12-31");
  add_link (other, EX_DRIVER_RETAIN, 5, EX_CLAIM_NONE);
  other->baseline = 1;
  other->target = 2;
  save_objective (fixture->store, "o2", "a", "This year", NULL);
  g_assert_true (ex_store_save_objective (fixture->store, other, &error));
  save_objective (fixture->store, "o0", "a", "This year too", NULL);
  of_26 = ex_store_list_objectives (fixture->store, "fy26", &error);
  of_27 = ex_store_list_objectives (fixture->store, "fy27", &error);
  all = ex_store_list_objectives (fixture->store, NULL, &error);
  g_assert_cmpuint (of_26->len, ==, 2);
  g_assert_cmpstr (((ExObjective *) g_ptr_array_index (of_26, 0))->id, ==, "o0");
  g_assert_cmpuint (((ExObjective *) g_ptr_array_index (of_26, 1))->links->len, ==, 0);
  g_assert_cmpuint (of_27->len, ==, 1);
  g_assert_cmpuint (((ExObjective *) g_ptr_array_index (of_27, 0))->links->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 3);
}

static void
test_bad_objectives_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *cycle, *leader, *title, *parent, *says; } cases[] = {
    { "x", "fy99", "a", "X", NULL, "cycle" },
    { "x", "fy26", "nobody", "X", NULL, "“nobody”, is nobody here" },
    { "x", "fy26", "b", "X", "nothing", "“nothing”, is no objective" },
    { "x", "fy26", "a", "Of Ann", NULL, "“Of Ann” in this cycle already" },
    { "x", "fy26", "b", "X", "oc", "Cy, who is not above Bob" },
    { "x", "fy26", "d", "X", "ob", "Bob, who is not above Dee" },
    { "x", "fy26", "a", "X", "oa", "Ann, who is not above Ann" },
    { "x", "fy27", "b", "X", "oa", "in another cycle" },
    { "oa", "fy26", "d", "Of Ann", NULL, "is the parent of “Of Bob” of Bob" },
    { "oa", "fy27", "a", "Of Ann", NULL, "is the parent of “Of Bob”, which is in another cycle" },
    { "", "fy26", "a", "X", NULL, "" },
    { "x", "fy26", "a", "", NULL, "" },
  };
  gint64 before;

  save_cycle (fixture->store, "fy27", "FY 2027", "2027-01-01", "2027-12-31");
  save_objective (fixture->store, "oa", "a", "Of Ann", NULL);
  save_objective (fixture->store, "ob", "b", "Of Bob", "oa");
  save_objective (fixture->store, "oc", "c", "Of Cy", "ob");
  before = n_actions (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExObjective) objective = make_objective (cases[i].id, cases[i].leader, cases[i].title);
      g_autoptr (GError) error = NULL;

      g_free (objective->cycle_id);
      objective->cycle_id = g_strdup (cases[i].cycle);
      objective->parent_id = g_strdup (cases[i].parent);
      g_assert_false (ex_store_save_objective (fixture->store, objective, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_crossing_ladder_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExObjective) objective = make_objective ("x", "a", "Crossing");
  g_autoptr (GError) error = NULL;

  objective->stretch = 84;
  g_assert_false (ex_store_save_objective (fixture->store, objective, &error));
  assert_refused (&error, "84");
}

/* A reorganisation does not lock the objectives that it left behind. */
static void
test_a_place_that_stood_may_stay (Fixture *fixture, gconstpointer data)
{
  save_objective (fixture->store, "ob", "b", "Of Bob", NULL);
  save_objective (fixture->store, "oc", "c", "Of Cy", "ob");
  save_leader (fixture->store, "c", "Cy", "d");
  save_objective (fixture->store, "oc", "c", "Of Cy, edited", "ob");
  assert_last_action (fixture->store, "Edit an objective: Of Cy, edited");
}

static void
test_what_was_measured_must_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) milestone = ex_objective_new ("oa", "fy26", "a", "Of Ann", EX_KIND_MILESTONE);
  g_autoptr (ExObjective) next_year = make_objective ("oa", "a", "Of Ann");

  save_cycle (fixture->store, "fy27", "FY 2027", "2027-01-01", "2027-12-31");
  save_objective (fixture->store, "oa", "a", "Of Ann", NULL);
  save_check_in (fixture->store, "oa", "2026-03-31", 81);
  milestone->due = ex_day_new (2026, 6, 30);
  g_assert_false (ex_store_save_objective (fixture->store, milestone, &error));
  assert_refused (&error, "cannot be a milestone");
  g_free (next_year->cycle_id);
  next_year->cycle_id = g_strdup ("fy27");
  g_assert_false (ex_store_save_objective (fixture->store, next_year, &error));
  assert_refused (&error, "outside the cycle “FY 2027”");
}

static void
test_remove_takes_links_and_check_ins (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) objective = make_objective ("oa", "a", "Of Ann");
  g_autoptr (ExObjective) before = NULL;
  g_autoptr (ExObjective) after = NULL;

  add_link (objective, EX_DRIVER_RETAIN, 100, 1);
  objective->target = 1.0 / 3;
  g_assert_true (ex_store_save_objective (store, objective, &error));
  save_objective (store, "ob", "b", "Of Bob", "oa");
  save_check_in (store, "oa", "2026-03-31", 0.1 + 0.2);
  before = read_one (store, "oa");

  g_assert_true (ex_store_remove_objective (store, "oa", &error));
  assert_last_action (store, "Remove an objective: Of Ann");
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE parent_id IS NULL"), ==, 1);
  g_assert_cmpint (count (store, "SELECT (SELECT count(*) FROM links) + (SELECT count(*) FROM check_ins)"), ==, 0);
  g_assert_false (ex_store_remove_objective (store, "oa", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "oa");

  undo (store);
  after = read_one (store, "oa");
  g_assert_true (ex_objective_equal (before, after));
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE parent_id = 'oa'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE value = 0.1 + 0.2"), ==, 1);
  assert_sound (store);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/objectives/every-field-of-a-number-comes-back", test_every_field_of_a_number_comes_back);
  add ("/store/objectives/ranges-and-milestones-come-back", test_ranges_and_milestones_come_back);
  add ("/store/objectives/reals-are-exact", test_reals_are_exact);
  add ("/store/objectives/links-change-one-by-one", test_links_change_one_by_one);
  add ("/store/objectives/list-of-a-cycle-is-of-that-cycle", test_list_of_a_cycle_is_of_that_cycle);
  add ("/store/objectives/bad-objectives-are-refused", test_bad_objectives_are_refused);
  add ("/store/objectives/crossing-ladder-is-refused", test_crossing_ladder_is_refused);
  add ("/store/objectives/a-place-that-stood-may-stay", test_a_place_that_stood_may_stay);
  add ("/store/objectives/what-was-measured-must-fit", test_what_was_measured_must_fit);
  add ("/store/objectives/remove-takes-links-and-check-ins", test_remove_takes_links_and_check_ins);
  return g_test_run ();
}
