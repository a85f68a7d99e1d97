/* What was done to one check-in, newest first: recorded, corrected, taken away, or brought in by a file. */
#include "config.h"

#include "store-fixture.h"

#include "store/ex-check-in-events.h"

static GPtrArray *
events_of (Fixture *fixture, const char *objective, const char *day)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = ex_store_list_check_in_events (fixture->store, objective, ex_day_parse (day), &error);

  g_assert_no_error (error);
  return events;
}

static const ExCheckInEvent *
event (const GPtrArray *events, guint place)
{
  g_assert_cmpuint (place, <, events->len);
  return g_ptr_array_index (events, place);
}

static void
test_corrected_twice (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GError) error = NULL;

  save_objective (fixture->store, "o1", "b", "Contracts \"kept\"", NULL);
  save_check_in (fixture->store, "o1", "2026-03-31", 84);
  save_check_in (fixture->store, "o1", "2026-04-30", 85);
  ex_store_set_actor (fixture->store, "b", &error);
  save_check_in (fixture->store, "o1", "2026-03-31", 82);
  save_check_in (fixture->store, "o1", "2026-03-31", 83);
  g_assert_no_error (error);

  events = events_of (fixture, "o1", "2026-03-31");
  g_assert_cmpuint (events->len, ==, 3);
  g_assert_cmpstr (event (events, 0)->action->name, ==, "Correct a check-in");
  g_assert_cmpstr (event (events, 0)->action->actor, ==, "b");
  g_assert_nonnull (strstr (event (events, 0)->change->before, "\"value\":82"));
  g_assert_nonnull (strstr (event (events, 0)->change->after, "\"value\":83"));
  g_assert_cmpstr (event (events, 2)->action->name, ==, "Record a check-in");
  g_assert_cmpstr (event (events, 2)->action->actor, ==, EX_STORE_HR);
  g_assert_null (event (events, 2)->change->before);
  other = events_of (fixture, "o1", "2026-04-30");
  g_assert_cmpuint (other->len, ==, 1);
}

static void
test_removed_and_undone (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (GError) error = NULL;

  save_objective (fixture->store, "o1", "b", "Contracts kept", NULL);
  save_check_in (fixture->store, "o1", "2026-03-31", 84);
  ex_store_remove_check_in (fixture->store, "o1", ex_day_parse ("2026-03-31"), &error);
  g_assert_no_error (error);
  undone = ex_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);

  events = events_of (fixture, "o1", "2026-03-31");
  g_assert_cmpuint (events->len, ==, 3);
  g_assert_cmpint (event (events, 1)->action->undone_by, ==, event (events, 0)->action->number);
  g_assert_null (event (events, 1)->change->after);
}

static void
test_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) never = NULL;
  g_autoptr (GPtrArray) nobody = NULL;

  save_objective (fixture->store, "o1", "b", "Contracts kept", NULL);
  never = events_of (fixture, "o1", "2026-03-31");
  nobody = events_of (fixture, "no such objective", "2026-03-31");
  g_assert_cmpuint (never->len, ==, 0);
  g_assert_cmpuint (nobody->len, ==, 0);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/check-in-events/corrected-twice", test_corrected_twice);
  add ("/store/check-in-events/removed-and-undone", test_removed_and_undone);
  add ("/store/check-in-events/of-nothing-none", test_nothing);

  return g_test_run ();
}
