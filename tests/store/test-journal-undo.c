/* Undo and redo: by a model over random sequences, and named cases. */
#include "config.h"

#include "store-dump.h"
#include "store-fixture.h"

#include <math.h>

/* --- random sequences ------------------------------------------------------------------------------------------------------------ */

#define LEADERS    6
#define OBJECTIVES 6
#define DAYS       8

static double
random_value (void)
{
  static const double values[] = { 0.1 + 0.2, 1e308, -0.0, 5e-324, 1.7976931348623157e308, 1.0 / 3, -1e-300, 123456789.123456789, 9007199254740993.0 };
  guint64 bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  double value;

  memcpy (&value, &bits, sizeof value);
  return g_test_rand_bit () && isfinite (value) ? value : values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
}

static char *
random_id (const char *kind, int n)
{
  return g_strdup_printf ("%s%d", kind, g_test_rand_int_range (0, n));
}

static gboolean
save_random_leader (ExStore *store, GError **error)
{
  g_autofree char *id = random_id ("l", LEADERS);
  g_autofree char *manager = random_id ("l", LEADERS);
  g_autofree char *name = random_id ("Name \"of\" ", 100);
  g_autoptr (ExLeader) leader = make_leader (id, name, g_test_rand_bit () ? manager : NULL);

  leader->incentive_target = g_test_rand_int_range (-1, 3);
  return ex_store_save_leader (store, leader, error);
}

static gboolean
save_random_objective (ExStore *store, GError **error)
{
  g_autofree char *id = random_id ("o", OBJECTIVES);
  g_autofree char *leader = random_id ("l", LEADERS);
  g_autofree char *parent = random_id ("o", OBJECTIVES);
  g_autofree char *title = g_strdup_printf ("Title %s %d", id, g_test_rand_int_range (0, 3));
  g_autoptr (ExObjective) objective = make_objective (id, leader, title);
  ExLink link = { EX_DRIVER_RETAIN, g_test_rand_int (), EX_CLAIM_NONE };

  objective->baseline = random_value ();
  objective->target = random_value ();
  objective->parent_id = g_test_rand_int_range (0, 4) == 0 ? g_steal_pointer (&parent) : NULL;
  if (g_test_rand_bit ())
    g_array_append_val (objective->links, link);
  return ex_store_save_objective (store, objective, error);
}

static ExDay
random_day (void)
{
  return ex_day_new (2026, 3, 1) + (ExDay) g_test_rand_int_range (0, DAYS);
}

static gboolean
save_random_check_in (ExStore *store, GError **error)
{
  g_autofree char *id = random_id ("o", OBJECTIVES);
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (id, random_day (), random_value ());

  check_in->recorded = check_in->day;
  check_in->note = random_id ("a note\n", 5);
  return ex_store_save_check_in (store, check_in, error);
}

static gboolean
import_random_check_ins (ExStore *store, GError **error)
{
  g_autofree char *id = random_id ("o", OBJECTIVES);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportInfo info = { .file_name = "check-ins.csv", .digest = "00" };

  for (ExDay day = ex_day_new (2026, 3, 1); day < ex_day_new (2026, 3, 1) + DAYS; day++)
    {
      ExCheckInRow row = { .objective_id = id, .day = day, .recorded = day, .value = random_value () };

      if (g_test_rand_bit ())
        g_array_append_val (rows, row);
    }
  return ex_store_import_check_ins (store, rows, &info, NULL, error);
}

static gboolean
import_random_leaders (ExStore *store, GError **error)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };

  for (int i = 0; i < LEADERS; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%d", i);
      g_autofree char *name = random_id ("Imported ", 10);

      if (g_test_rand_bit ())
        g_ptr_array_add (leaders, make_leader (id, name, NULL));
    }
  return ex_store_import_leaders (store, leaders, &info, NULL, error);
}

static gboolean
remove_something (ExStore *store, GError **error)
{
  g_autofree char *leader = random_id ("l", LEADERS);
  g_autofree char *objective = random_id ("o", OBJECTIVES);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return ex_store_remove_leader (store, leader, error);
    case 1:
      return ex_store_remove_objective (store, objective, error);
    default:
      return ex_store_remove_check_in (store, objective, random_day (), error);
    }
}

static gboolean
do_something (ExStore *store, GError **error)
{
  switch (g_test_rand_int_range (0, 12))
    {
    case 0: case 1:
      return save_random_leader (store, error);
    case 2: case 3: case 4:
      return save_random_objective (store, error);
    case 5: case 6: case 7:
      return save_random_check_in (store, error);
    case 8:
      return import_random_check_ins (store, error);
    case 9:
      return import_random_leaders (store, error);
    default:
      return remove_something (store, error);
    }
}

static void
push (GPtrArray *states, char *state)
{
  g_ptr_array_add (states, state);
}

static char *
pop (GPtrArray *states)
{
  return states->len > 0 ? g_ptr_array_steal_index (states, states->len - 1) : NULL;
}

/* One step of one person, against two stacks of states: what undo goes back to, and what redo goes forward to. */
static void
step_with_model (ExStore *store, GPtrArray *back, GPtrArray *forth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = NULL;
  char *before = dump (store);
  gint64 actions = n_actions (store);
  int what = g_test_rand_int_range (0, 10);
  g_autofree char *expected = NULL;

  if (what < 5)
    {
      gboolean good = do_something (store, &error);

      if (!good)
        assert_dump (store, before);
      if (n_actions (store) > actions)
        {
          push (back, before);
          g_ptr_array_set_size (forth, 0);
          return;
        }
      g_free (before);
      return;
    }
  expected = pop (what < 8 ? back : forth);
  action = what < 8 ? ex_store_undo (store, 0, &error) : ex_store_redo (store, &error);
  if (expected == NULL)
    {
      assert_error_says (&error, EX_STORE_ERROR_NOTHING, "nothing");
      assert_dump (store, before);
      g_free (before);
      return;
    }
  g_assert_no_error (error);
  assert_dump (store, expected);
  push (what < 8 ? forth : back, before);
}

static void
test_random_sequences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) back = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forth = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *start = NULL;
  int steps = g_test_slow () ? 20000 : 2000;

  start = dump (fixture->store);
  save_cycle (fixture->store, "fy26", "FY 2026", "2026-01-01", "2026-12-31");
  push (back, g_strdup (start));
  for (int i = 0; i < steps; i++)
    {
      step_with_model (fixture->store, back, forth);
      if (i % 500 == 499)
        {
          fixture_open_again (fixture); /* undo does not care */
          assert_sound (fixture->store);
        }
    }
  while (back->len > 0)
    {
      g_autofree char *expected = pop (back);

      undo (fixture->store);
      assert_dump (fixture->store, expected);
    }
  assert_dump (fixture->store, start);
  assert_sound (fixture->store);
  g_assert_cmpint (n_actions (fixture->store), >, steps / 4);
}

/* Several people over one another: undo may be refused, but never leaves the file other than whole. */
static void
test_random_people (Fixture *fixture, gconstpointer data)
{
  static const char * const people[] = { "HR", "a", "b" };
  guint refused = 0, done = 0;

  for (int i = 0; i < 1500; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExAction) action = NULL;
      int what = g_test_rand_int_range (0, 10);

      /* whose coming may have been undone */
      if (!ex_store_set_actor (fixture->store, people[g_test_rand_int_range (0, 3)], NULL))
        g_assert_true (ex_store_set_actor (fixture->store, "HR", NULL));
      if (what < 6)
        {
          do_something (fixture->store, NULL);
          continue;
        }
      if (what == 6)
        action = ex_store_undo (fixture->store, g_test_rand_int_range (8, (int) n_actions (fixture->store) + 8), &error);
      else
        action = what < 9 ? ex_store_undo (fixture->store, 0, &error) : ex_store_redo (fixture->store, &error);
      done += action != NULL;
      refused += g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT);
      if (action == NULL && error->code == EX_STORE_ERROR_FAILED)
        g_error ("undo: %s", error->message);
      if (i % 100 == 99)
        assert_sound (fixture->store);
    }
  g_assert_cmpuint (refused, >, 20);
  g_assert_cmpuint (done, >, 100);
  assert_sound (fixture->store);
}

/* --- named cases ------------------------------------------------------------------------------------------------------------------ */

static void
assert_undo_refused (ExStore *store, gint64 number, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (store);
  gint64 actions = n_actions (store);

  g_assert_null (ex_store_undo (store, number, &error));
  assert_error_says (&error, code, words);
  assert_dump (store, before);
  g_assert_cmpint (n_actions (store), ==, actions);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  assert_undo_refused (store, 1, EX_STORE_ERROR_REFUSED, "company");
  assert_undo_refused (store, 99, EX_STORE_ERROR_NOT_FOUND, "99");
  undo (store); /* the cycle, action 6 */
  assert_undo_refused (store, 6, EX_STORE_ERROR_REFUSED, "action 7");
}

/* Action 3 is Bob, 4 is Cy below Bob. */
static void
test_names_what_depends (Fixture *fixture, gconstpointer data)
{
  assert_undo_refused (fixture->store, 3, EX_STORE_ERROR_CONFLICT, "“Add a leader: Cy” (action 4)");
  assert_undo_refused (fixture->store, 2, EX_STORE_ERROR_CONFLICT, "action 5");
}

static void
test_names_who_touched_it (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_leader (store, "d", "Deirdre", "a"); /* 7 */
  save_leader (store, "d", "Deborah", "a"); /* 8 */
  assert_undo_refused (store, 7, EX_STORE_ERROR_CONFLICT, "“Edit a leader: Deborah” (action 8)");
  undo (store);                             /* 9; the two cancel out */
  undo (store);                             /* 10: action 7 */
  assert_last_action (store, "Undo: Edit a leader: Deirdre");
  g_assert_cmpint (count (store, "SELECT count (*) FROM leaders WHERE name = 'Dee'"), ==, 1);
}

/* An undo that is undone again counts like the action itself. */
static void
test_counts_what_was_redone (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_leader (store, "d", "Deirdre", "a"); /* 7 */
  save_leader (store, "d", "Deborah", "a"); /* 8 */
  undo (store);                             /* 9 */
  redo (store);                             /* 10 */
  assert_last_action (store, "Redo: Edit a leader: Deborah");
  assert_undo_refused (store, 7, EX_STORE_ERROR_CONFLICT, "action 8");
}

/* Redoing the older of two undos would build on what the newer took away. */
static void
test_redo_out_of_order (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_leader (store, "d", "Deirdre", "a"); /* 7 */
  save_leader (store, "d", "Deborah", "a"); /* 8 */
  undo (store);                             /* 9: 8 */
  undo (store);                             /* 10: 7 */
  assert_undo_refused (store, 9, EX_STORE_ERROR_CONFLICT, "action 10");
  redo (store);
  redo (store);
  g_assert_cmpint (count (store, "SELECT count (*) FROM leaders WHERE name = 'Deborah'"), ==, 1);
  assert_sound (store);
}

static void
test_new_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) next = NULL;

  save_leader (fixture->store, "d", "Deirdre", "a");
  undo (fixture->store);
  next = ex_store_peek_redo (fixture->store, &error);
  g_assert_nonnull (next);
  save_leader (fixture->store, "c", "Cyrus", "b");
  g_assert_null (ex_store_peek_redo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_null (ex_store_redo (fixture->store, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOTHING, "redo");
}

/* Each takes back their own. */
static void
test_own_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExAction) next = NULL;
  g_autoptr (GError) error = NULL;

  save_leader (fixture->store, "d", "Deirdre", "a"); /* HR */
  g_assert_true (ex_store_set_actor (fixture->store, "b", NULL));
  g_assert_null (ex_store_undo (fixture->store, 0, &error));
  assert_error_says (&error, EX_STORE_ERROR_NOTHING, "undo");
  save_leader (fixture->store, "c", "Cyrus", "b");
  g_assert_true (ex_store_set_actor (fixture->store, "HR", NULL));
  next = ex_store_peek_undo (fixture->store, &error);
  g_assert_cmpstr (next->subject, ==, "Deirdre");
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders WHERE name IN ('Dee', 'Cyrus')"), ==, 2);
}

/* The company is the beginning, not a deed. */
static void
test_new_company_has_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_store_peek_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_null (ex_store_peek_redo (fixture->store, &error));
  g_assert_no_error (error);
}

/* Dee goes below Cy; then Ann, who was above both, goes below Dee's old place: taking the first back would close a circle. */
static void
test_refuses_a_circle (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_leader (store, "c", "Cy", NULL);  /* 7: out from below Bob */
  save_leader (store, "b", "Bob", "c");  /* 8: Bob below Cy */
  assert_undo_refused (store, 7, EX_STORE_ERROR_CONFLICT, "action 8");
}

/* Set back to a manager who has left since. */
static void
test_refuses_a_manager_who_left (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_leader (store, "c", "Cy", "d");                     /* 7 */
  g_assert_true (ex_store_remove_leader (store, "b", NULL)); /* 8 */
  assert_undo_refused (store, 7, EX_STORE_ERROR_CONFLICT, "action 8");
}

static void
test_refuses_a_name_taken (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  save_cycle (store, "fy26", "FY 26", "2026-01-01", "2026-12-31");  /* 7 */
  save_cycle (store, "other", "FY 2026", "2027-01-01", "2027-12-31");
  assert_undo_refused (store, 7, EX_STORE_ERROR_CONFLICT, "same name");
}

/* What an import added is one entry, undone by it, brought back by redo; refused when one of its rows changed since. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autofree char *before = dump (store);
  g_autofree char *after = NULL;
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };
  ExImportCounts counts;
  gint64 number;

  g_ptr_array_add (leaders, make_leader ("x", "Xia", "a"));
  g_ptr_array_add (leaders, make_leader ("y", "Yan", "x"));
  g_ptr_array_add (leaders, make_leader ("d", "Deirdre", "a"));
  g_assert_true (ex_store_import_leaders (store, leaders, &info, &counts, NULL));
  after = dump (store);
  number = n_actions (store);
  g_assert_cmpint (count (store, "SELECT count (*) FROM changes WHERE action = (SELECT max (number) FROM actions)"), ==, 2); /* the entry, and Dee */
  undo (store);
  assert_dump (store, before);
  assert_sound (store);
  redo (store);
  assert_dump (store, after);
  assert_sound (store);

  save_leader (store, "y", "Yannis", "x");
  assert_undo_refused (store, number, EX_STORE_ERROR_CONFLICT, "“Edit a leader: Yannis”");
  undo (store);
  save_leader (store, "z", "Zoe", "y");
  assert_undo_refused (store, number, EX_STORE_ERROR_CONFLICT, "“Add a leader: Zoe”");
  undo (store);
  undo (store);
  assert_dump (store, before);
  assert_sound (store);
}

/* What came under an imported leader since, one by one or by another import. */
static void
test_import_that_others_build_on (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };
  g_autofree char *words = NULL;
  gint64 number;

  g_ptr_array_add (first, make_leader ("x", "Xia", "d"));
  g_ptr_array_add (second, make_leader ("y", "Yan", "x"));
  g_assert_true (ex_store_import_leaders (store, first, &info, NULL, NULL));
  number = n_actions (store);
  g_assert_true (ex_store_import_leaders (store, second, &info, NULL, NULL));
  words = g_strdup_printf ("(action %d)", (int) number + 1);
  assert_undo_refused (store, number, EX_STORE_ERROR_CONFLICT, words);
  undo (store);
  undo (store);
  /* and what it hung on is gone before it comes back */
  g_assert_true (ex_store_set_actor (store, "b", NULL));
  g_assert_true (ex_store_remove_leader (store, "d", NULL));
  assert_undo_refused (store, number + 3, EX_STORE_ERROR_REFUSED, "somebody else’s");
  g_assert_true (ex_store_set_actor (store, "HR", NULL));
  g_free (words);
  words = g_strdup_printf ("(action %d)", (int) number + 4);
  assert_undo_refused (store, number + 3, EX_STORE_ERROR_CONFLICT, words);
  assert_sound (store);
}

/* The same key added by an import, removed by undo, added by the next import. */
static void
test_import_again_after_undo (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };

  g_ptr_array_add (leaders, make_leader ("x", "Xia", "a"));
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (ex_store_import_leaders (store, leaders, &info, NULL, NULL));
      assert_sound (store);
      if (i < 2)
        undo (store);
      assert_sound (store);
    }
  g_assert_cmpint (count (store, "SELECT count (*) FROM leaders WHERE id = 'x' AND import = 3"), ==, 1);
}

/* The same key, made and removed by hand while the import was taken back. */
static void
test_import_comes_back_to_a_removed_row (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autoptr (ExLeader) by_hand = make_leader ("x", "Xaver", "a");
  g_autoptr (ExAction) back = NULL;
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };
  gint64 taken;

  g_ptr_array_add (leaders, make_leader ("x", "Xia", "a"));
  g_assert_true (ex_store_import_leaders (store, leaders, &info, NULL, NULL));
  undo (store);
  taken = n_actions (store);
  g_assert_true (ex_store_save_leader (store, by_hand, NULL));
  g_assert_true (ex_store_remove_leader (store, "x", NULL));
  assert_sound (store);

  back = ex_store_undo (store, taken, NULL);
  g_assert_nonnull (back);
  g_assert_cmpint (count (store, "SELECT count (*) FROM leaders WHERE id = 'x' AND name = 'Xia'"), ==, 1);
  assert_sound (store);
}

#define COMPANY_TEST(path, function) g_test_add ("/store/undo/" path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)
#define EMPTY_TEST(path, function) g_test_add ("/store/undo/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  EMPTY_TEST ("random sequences go back and forth, bit for bit", test_random_sequences);
  COMPANY_TEST ("random people never break the file", test_random_people);
  COMPANY_TEST ("refuses what cannot be undone", test_refuses);
  COMPANY_TEST ("names what depends", test_names_what_depends);
  COMPANY_TEST ("names who touched it since", test_names_who_touched_it);
  COMPANY_TEST ("counts what was redone", test_counts_what_was_redone);
  COMPANY_TEST ("redo goes in order", test_redo_out_of_order);
  COMPANY_TEST ("something new ends redo", test_new_ends_redo);
  COMPANY_TEST ("everyone undoes their own", test_own_actions);
  EMPTY_TEST ("a new company has nothing to undo", test_new_company_has_nothing_to_undo);
  COMPANY_TEST ("refuses to close a circle", test_refuses_a_circle);
  COMPANY_TEST ("refuses a manager who left", test_refuses_a_manager_who_left);
  COMPANY_TEST ("refuses a name that is taken", test_refuses_a_name_taken);
  COMPANY_TEST ("an import is undone as one", test_import);
  COMPANY_TEST ("an import that others build on stays", test_import_that_others_build_on);
  COMPANY_TEST ("an import comes again after undo", test_import_again_after_undo);
  COMPANY_TEST ("an import comes back to a removed row", test_import_comes_back_to_a_removed_row);
  return g_test_run ();
}
