/* The company's own templates, handing them out, and what a new cycle brings along from the last. */
#include "config.h"

#include "review-fixture.h"

#include "core/ex-quantity.h"

static ExTemplate *
make_template (const char *id, const char *title)
{
  ExTemplate *template = ex_template_new (id, title);

  template->unit = g_strdup ("%");
  template->source = g_strdup ("Telephone system");
  template->cadence = EX_CADENCE_WEEKLY;
  template->falls = TRUE;
  template->has_driver = TRUE;
  template->driver = EX_DRIVER_WIN_BACK;

  return template;
}

static gboolean
assign (ExStore *store, const char * const *titles, const char * const *leaders, guint *n, GPtrArray **left, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_template_free);

  for (guint i = 0; titles[i] != NULL; i++)
    g_ptr_array_add (templates, make_template (titles[i], titles[i]));

  return ex_store_assign_templates (store, "fy26", templates, leaders, NULL, NULL, cancellable, n, left, error);
}

/* (transfer full) (element-type ExObjective) */
static GPtrArray *
objectives_of (ExStore *store, const char *cycle_id, const char *leader_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = ex_store_list_objectives (store, cycle_id, &error);

  g_assert_no_error (error);
  for (guint i = all->len; i > 0; i--)
    if (strcmp (((const ExObjective *) g_ptr_array_index (all, i - 1))->leader_id, leader_id) != 0)
      g_ptr_array_remove_index (all, i - 1);

  return all;
}

static int
total_weight (const GPtrArray *objectives)
{
  int total = 0;

  for (guint i = 0; i < objectives->len; i++)
    total += ((const ExObjective *) g_ptr_array_index (objectives, i))->weight;

  return total;
}

static void
test_kept_and_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExTemplate) template = make_template ("t1", "Calls to lost customers");
  g_autoptr (ExTemplate) nameless = make_template ("t2", " ");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const ExTemplate *kept;

  g_assert_true (ex_store_save_template (fixture->store, template, &error));
  g_assert_false (ex_store_save_template (fixture->store, nameless, &error));
  assert_refused (&error, "title");

  list = ex_store_list_templates (fixture->store, &error);
  g_assert_cmpuint (list->len, ==, 1);
  kept = g_ptr_array_index (list, 0);
  g_assert_cmpstr (kept->title, ==, "Calls to lost customers");
  g_assert_cmpstr (kept->source, ==, "Telephone system");
  g_assert_null (kept->stage);
  g_assert_cmpint (kept->cadence, ==, EX_CADENCE_WEEKLY);
  g_assert_true (kept->falls && kept->own && kept->has_driver);
  g_assert_cmpint (kept->driver, ==, EX_DRIVER_WIN_BACK);

  g_assert_true (ex_store_remove_template (fixture->store, "t1", &error));
  g_assert_false (ex_store_remove_template (fixture->store, "t1", &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND);
}

static void
test_weights_are_spread_to_exactly_100_percent (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "c", NULL };
  static const char * const titles[] = { "One", "Two", "Three", "Four", NULL };
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (assign (fixture->store, titles, leaders, &n, &left, NULL, &error));
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpuint (left->len, ==, 0);
  for (guint i = 0; leaders[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) own = objectives_of (fixture->store, "fy26", leaders[i]);

      g_assert_cmpuint (own->len, ==, 7); /* 10000 / 7 leaves a remainder */
      g_assert_cmpint (total_weight (own), ==, EX_WHOLE_BP);
      for (guint k = 0; k < own->len; k++)
        g_assert_cmpint (abs (((const ExObjective *) g_ptr_array_index (own, k))->weight - 1428), <=, 1);
    }
}

static void
test_a_title_that_is_there_stays (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "b", NULL };
  static const char * const titles[] = { "Objective 1", "New", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;
  guint n = 0;

  g_assert_true (assign (fixture->store, titles, leaders, &n, NULL, NULL, &error));
  g_assert_cmpuint (n, ==, 1);
  own = objectives_of (fixture->store, "fy26", "b");
  g_assert_cmpuint (own->len, ==, 4);
}

static void
test_agreed_and_excused_are_left_out_by_name (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "b", "d", NULL };
  static const char * const titles[] = { "New", NULL };
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  must_take (fixture->store, EX_STORE_HR, "d", EX_STEP_EXCUSE, "On leave");
  g_assert_true (assign (fixture->store, titles, leaders, &n, &left, NULL, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (left, 0), "amendment"));
  g_assert_nonnull (strstr (g_ptr_array_index (left, 1), "excused"));
}

static void
test_cancelled_or_unknown_leaves_nothing_behind (Fixture *fixture, gconstpointer data)
{
  static const char * const leaders[] = { "a", "nobody", NULL };
  static const char * const titles[] = { "New", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (fixture->store);

  g_assert_false (assign (fixture->store, titles, leaders, NULL, NULL, NULL, &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (assign (fixture->store, titles, leaders, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  own = objectives_of (fixture->store, "fy26", "a");
  g_assert_cmpuint (own->len, ==, 3);
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_spreading_is_refused_once_agreed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_assert_true (ex_store_spread_weights (fixture->store, "fy26", "a", &error));
  own = objectives_of (fixture->store, "fy26", "a");
  g_assert_cmpint (((const ExObjective *) g_ptr_array_index (own, 0))->weight, ==, 3334);
  bring_to (fixture->store, "a", EX_REVIEW_AGREED);
  act_as (fixture->store, EX_STORE_HR);
  g_assert_false (ex_store_spread_weights (fixture->store, "fy26", "a", &error));
  assert_refused (&error, "amendment");
}

/* --- into the next cycle --------------------------------------------------------------------------------------------------- */

static void
test_the_old_actual_is_the_new_baseline (Fixture *fixture, gconstpointer data)
{
  static const char * const ids[] = { "b1", "a1", "a2", "a1", NULL };
  g_autoptr (GPtrArray) of_a = NULL;
  g_autoptr (GPtrArray) of_b = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExObjective) child = make_good_objective ("b1", "b", "Objective 1", 4000, "a1");
  guint n = 0;

  g_assert_true (ex_store_save_objective (fixture->store, child, &error));
  save_check_in (fixture->store, "a1", "2026-01-10", 84.5);
  save_check_in (fixture->store, "a2", "2026-01-10", 90); /* past the target: a new one has to be set */
  save_cycle (fixture->store, "fy27", "FY 2027", "2026-10-01", "2027-09-30");
  g_assert_true (ex_store_carry_objectives (fixture->store, ids, "fy27", &n, &left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (left->len, ==, 0);

  of_a = objectives_of (fixture->store, "fy27", "a");
  of_b = objectives_of (fixture->store, "fy27", "b");
  g_assert_cmpuint (of_a->len, ==, 2);
  g_assert_cmpint (total_weight (of_a), ==, EX_WHOLE_BP);
  for (guint i = 0; i < of_a->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (of_a, i);
      gboolean first = strcmp (objective->title, "Objective 1") == 0;

      g_assert_cmpfloat (objective->baseline, ==, first ? 84.5 : 90);
      g_assert_true (first ? objective->target == 88 : isnan (objective->target));
      if (first)
        g_assert_cmpstr (((const ExObjective *) g_ptr_array_index (of_b, 0))->parent_id, ==, objective->id);
    }
}

static void
test_bringing_along_twice_and_those_who_left (Fixture *fixture, gconstpointer data)
{
  static const char * const ids[] = { "a1", "d1", NULL };
  g_autoptr (ExLeader) gone = make_leader ("d", "Dee", "a");
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  gone->to = ex_day_parse ("2026-06-30");
  g_assert_true (ex_store_save_leader (fixture->store, gone, &error));
  save_cycle (fixture->store, "fy27", "FY 2027", "2026-10-01", "2027-09-30");
  g_assert_true (ex_store_carry_objectives (fixture->store, ids, "fy27", &n, &left, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (left, 0), "not in role"));

  g_assert_true (ex_store_carry_objectives (fixture->store, ids, "fy27", &n, &again, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (again->len, ==, 2);
}

#define add(path, test) g_test_add (path, Fixture, NULL, reviews_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/templates/kept-and-read-back", test_kept_and_read_back);
  add ("/store/templates/weights-are-spread-to-exactly-100-percent", test_weights_are_spread_to_exactly_100_percent);
  add ("/store/templates/a-title-that-is-there-stays", test_a_title_that_is_there_stays);
  add ("/store/templates/agreed-and-excused-are-left-out-by-name", test_agreed_and_excused_are_left_out_by_name);
  add ("/store/templates/cancelled-or-unknown-leaves-nothing-behind", test_cancelled_or_unknown_leaves_nothing_behind);
  add ("/store/templates/spreading-is-refused-once-agreed", test_spreading_is_refused_once_agreed);
  add ("/store/carry/the-old-actual-is-the-new-baseline", test_the_old_actual_is_the_new_baseline);
  add ("/store/carry/bringing-along-twice-and-those-who-left", test_bringing_along_twice_and_those_who_left);

  return g_test_run ();
}
