#include "config.h"

#include "store-fixture.h"

#include <math.h>

/* --- what is given in ----------------------------------------------------------------------------------------------- */

static const ExImportInfo file = { .file_name = "file.csv", .digest = "0123" };

static GPtrArray *
leaders_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
}

static GPtrArray *
objectives_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
}

static void
add_row (GArray *rows, const char *objective_id, const char *day, double value, int confidence, const char *note)
{
  ExCheckInRow row = { .objective_id = objective_id, .day = ex_day_parse (day), .value = value, .confidence = (gint8) confidence, .note = note };

  g_array_append_val (rows, row);
}

static void
assert_counts (const ExImportCounts *counts, guint64 added, guint64 changed, guint64 unchanged)
{
  g_assert_cmpuint (counts->added, ==, added);
  g_assert_cmpuint (counts->changed, ==, changed);
  g_assert_cmpuint (counts->unchanged, ==, unchanged);
}

#define assert_imported(call) \
  G_STMT_START { g_autoptr (GError) error_ = NULL; GError **failure = &error_; (void) (call); g_assert_no_error (error_); } G_STMT_END

/* History counts the rows that came in and those that changed alike. */
static void
assert_last_changes (ExStore *store, guint n_changes)
{
  g_autoptr (GPtrArray) actions = ex_store_list_actions (store, NULL, 0, 1, NULL);

  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpuint (((ExAction *) g_ptr_array_index (actions, 0))->n_changes, ==, n_changes);
}

/* --- leaders ---------------------------------------------------------------------------------------------------------- */

static void
test_leaders_come_in_in_any_order (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) leaders = leaders_new ();
  ExImportCounts counts;
  gint64 before = n_actions (store);

  /* reports before their managers */
  g_ptr_array_add (leaders, make_leader ("y", "Yan", "x"));
  g_ptr_array_add (leaders, make_leader ("x", "Xi", "w"));
  g_ptr_array_add (leaders, make_leader ("w", "Wu", "a"));
  assert_imported (ex_store_import_leaders (store, leaders, &file, &counts, failure));
  assert_counts (&counts, 3, 0, 0);
  assert_last_action (store, "Import leaders: file.csv");
  assert_last_changes (store, 3);
  g_assert_cmpint (n_actions (store), ==, before + 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE import IS NOT NULL"), ==, 3);
  g_assert_cmpint (count (store, "SELECT added FROM imports WHERE what = 'leaders'"), ==, 3);

  /* the same again changes nothing and is no action */
  assert_imported (ex_store_import_leaders (store, leaders, &file, &counts, failure));
  assert_counts (&counts, 0, 0, 3);
  g_assert_cmpint (n_actions (store), ==, before + 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM imports"), ==, 1);
  assert_sound (store);
}

static void
test_leaders_added_changed_unchanged (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) leaders = leaders_new ();
  ExImportCounts counts;

  g_ptr_array_add (leaders, make_leader ("a", "Ann", NULL));
  g_ptr_array_add (leaders, make_leader ("b", "Robert", "a"));
  g_ptr_array_add (leaders, make_leader ("e", "Eve", "b"));
  assert_imported (ex_store_import_leaders (store, leaders, &file, &counts, failure));
  assert_counts (&counts, 1, 1, 1);
  assert_last_changes (store, 2);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE name = 'Robert' AND import IS NULL"), ==, 1);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE name IN ('Bob', 'Eve')"), ==, 1);
  assert_sound (store);
  redo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE name IN ('Robert', 'Eve')"), ==, 2);
  assert_sound (store);
  assert_imported (ex_store_import_leaders (store, leaders, &file, &counts, failure));
  assert_counts (&counts, 0, 0, 3);
}

/* Ann and Bob change places: each is for a moment under the other. */
static void
test_leaders_may_swap_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) leaders = leaders_new ();
  ExImportCounts counts;

  g_ptr_array_add (leaders, make_leader ("a", "Ann", "b"));
  g_ptr_array_add (leaders, make_leader ("b", "Bob", NULL));
  assert_imported (ex_store_import_leaders (fixture->store, leaders, &file, &counts, failure));
  assert_counts (&counts, 0, 2, 0);
  assert_sound (fixture->store);
}

static void
test_bad_leaders_leave_nothing (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *name, *manager, *says; } cases[] = {
    { "x", "Xi", "nobody", "“nobody”" },
    { "x", "", NULL, "needs a name" },
    { "good", "Again", NULL, "“good”" }, /* the same id twice */
    { "a", "Ann", "c", "Ann" },          /* a loop through those that stand */
    { "good", "Good", "good", "“good”" },
  };
  gint64 before = n_actions (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) leaders = leaders_new ();
      g_autoptr (GError) error = NULL;
      ExImportCounts counts = { 7, 7, 7 };

      g_ptr_array_add (leaders, make_leader ("good", "Good", "a"));
      g_ptr_array_add (leaders, make_leader (cases[i].id, cases[i].name, cases[i].manager));
      g_assert_false (ex_store_import_leaders (fixture->store, leaders, &file, &counts, &error));
      assert_refused (&error, cases[i].says);
      assert_counts (&counts, 7, 7, 7);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM leaders"), ==, 4);
}

/* --- objectives ------------------------------------------------------------------------------------------------------- */

static ExObjective *
child (const char *id, const char *leader_id, const char *title, const char *parent_id)
{
  ExObjective *objective = make_objective (id, leader_id, title);
  ExLink link = { EX_DRIVER_RETAIN, 500, EX_CLAIM_NONE };

  objective->parent_id = g_strdup (parent_id);
  g_array_append_val (objective->links, link);
  return objective;
}

static GPtrArray *
three_objectives (void)
{
  GPtrArray *objectives = objectives_new ();

  /* children before their parents */
  g_ptr_array_add (objectives, child ("o1", "c", "Of Cy", "o2"));
  g_ptr_array_add (objectives, child ("o2", "b", "Of Bob", "o3"));
  g_ptr_array_add (objectives, child ("o3", "a", "Of Ann", NULL));
  return objectives;
}

static void
test_objectives_come_in_with_links (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) objectives = three_objectives ();
  g_autoptr (GPtrArray) read = NULL;
  ExImportCounts counts;
  gint64 before = n_actions (store);

  assert_imported (ex_store_import_objectives (store, objectives, &file, &counts, failure));
  assert_counts (&counts, 3, 0, 0);
  assert_last_action (store, "Import objectives: file.csv");
  read = ex_store_list_objectives (store, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (ex_objective_equal (g_ptr_array_index (read, i), g_ptr_array_index (objectives, i)));
  assert_imported (ex_store_import_objectives (store, objectives, &file, &counts, failure));
  assert_counts (&counts, 0, 0, 3);
  g_assert_cmpint (n_actions (store), ==, before + 1);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT (SELECT count(*) FROM objectives) + (SELECT count(*) FROM links)"), ==, 0);
  redo (store);
  g_assert_cmpint (count (store, "SELECT (SELECT count(*) FROM objectives) + (SELECT count(*) FROM links)"), ==, 6);
  assert_sound (store);
}

static void
test_objectives_added_changed_unchanged (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) objectives = three_objectives ();
  g_autoptr (GPtrArray) again = objectives_new ();
  ExImportCounts counts;

  assert_imported (ex_store_import_objectives (store, objectives, &file, &counts, failure));
  g_ptr_array_add (again, child ("o1", "c", "Of Cy", "o2"));
  g_ptr_array_add (again, child ("o2", "b", "Of Bob, changed", "o3"));
  g_ptr_array_add (again, child ("o4", "d", "Of Dee", "o3"));
  g_array_set_size (((ExObjective *) g_ptr_array_index (again, 1))->links, 0);
  assert_imported (ex_store_import_objectives (store, again, &file, &counts, failure));
  assert_counts (&counts, 1, 1, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM links"), ==, 3);
  g_assert_cmpint (count (store, "SELECT count(*) FROM imports"), ==, 2);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM links"), ==, 3);
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE title = 'Of Bob'"), ==, 1);
  assert_sound (store);
}

static void
test_objectives_may_swap_titles (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) objectives = objectives_new ();
  g_autoptr (GPtrArray) swapped = objectives_new ();
  ExImportCounts counts;

  g_ptr_array_add (objectives, make_objective ("o5", "a", "One"));
  g_ptr_array_add (objectives, make_objective ("o6", "a", "Two"));
  assert_imported (ex_store_import_objectives (store, objectives, &file, &counts, failure));
  g_ptr_array_add (swapped, make_objective ("o5", "a", "Two"));
  g_ptr_array_add (swapped, make_objective ("o6", "a", "Three"));
  g_ptr_array_add (swapped, make_objective ("o4", "a", "One"));
  assert_imported (ex_store_import_objectives (store, swapped, &file, &counts, failure));
  assert_counts (&counts, 1, 2, 0);
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE id || title IN ('o4One', 'o5Two', 'o6Three')"), ==, 3);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE id || title IN ('o5One', 'o6Two')"), ==, 2);
  assert_sound (store);
}

static void
test_bad_objectives_leave_nothing (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *cycle, *leader, *title, *parent, *says; } cases[] = {
    { "x", "fy99", "a", "X", NULL, "cycle of “X”" },
    { "x", "fy26", "nobody", "X", NULL, "“nobody”, is nobody here" },
    { "x", "fy26", "c", "X", "nothing", "“nothing”, is no objective" },
    { "x", "fy26", "d", "X", "good", "Bob, who is not above Dee" },
    { "x", "fy26", "b", "Good", NULL, "two objectives “Good”" },
    { "x", "fy26", "a", "Stands", NULL, "two objectives “Stands”" },
    { "good", "fy26", "b", "Good too", NULL, "“good” is there twice" },
    { "x", "fy26", "a", "", NULL, "title" },
    { "stands", "fy26", "d", "Stands", NULL, "parent of “Below”, “Stands”, is an objective of Dee, who is not above Bob" }, /* its child stays behind */
  };
  gint64 before;

  save_objective (fixture->store, "stands", "a", "Stands", NULL);
  save_objective (fixture->store, "below", "b", "Below", "stands");
  before = n_actions (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) objectives = objectives_new ();
      g_autoptr (GError) error = NULL;
      ExImportCounts counts;
      ExObjective *bad = make_objective (cases[i].id, cases[i].leader, cases[i].title);

      g_free (bad->cycle_id);
      bad->cycle_id = g_strdup (cases[i].cycle);
      bad->parent_id = g_strdup (cases[i].parent);
      g_ptr_array_add (objectives, child ("good", "b", "Good", "stands"));
      g_ptr_array_add (objectives, bad);
      g_assert_false (ex_store_import_objectives (fixture->store, objectives, &file, &counts, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM objectives"), ==, 2);
}

/* --- check-ins -------------------------------------------------------------------------------------------------------- */

static void
set_up_objectives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExObjective) milestone = ex_objective_new ("om", "fy26", "a", "Done", EX_KIND_MILESTONE);

  fixture_set_up_company (fixture, data);
  save_objective (fixture->store, "oa", "a", "Of Ann", NULL);
  save_objective (fixture->store, "ob", "b", "Of Bob", "oa");
  milestone->due = ex_day_new (2026, 6, 30);
  g_assert_true (ex_store_save_objective (fixture->store, milestone, NULL));
}

static void
test_check_ins_come_in_in_any_order (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  g_autofree char *another_oa = g_strdup ("oa"); /* the same id at another address */
  ExImportCounts counts;
  gint64 before = n_actions (store);

  g_setenv ("EXEMPLAR_TODAY", "2026-04-01", TRUE);
  add_row (rows, "om", "2026-06-30", 1, 0, NULL);
  add_row (rows, "oa", "2026-03-31", 0.1, 10, "Note “it”");
  add_row (rows, "ob", "2026-01-01", -0.0, 1, "");
  add_row (rows, another_oa, "2026-02-28", 1e-320, 0, NULL);
  add_row (rows, "oa", "2026-12-31", 3, 0, NULL);
  g_array_index (rows, ExCheckInRow, 0).recorded = ex_day_new (2026, 7, 1);
  assert_imported (ex_store_import_check_ins (store, rows, &file, &counts, failure));
  assert_counts (&counts, 5, 0, 0);
  assert_last_action (store, "Import check-ins: file.csv");
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE recorded = '2026-04-01' AND import IS NOT NULL"), ==, 4);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE recorded = '2026-07-01' AND objective_id = 'om'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE note IS NULL"), ==, 4);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE confidence = 10 AND note = 'Note “it”' AND day = '2026-03-31'"), ==, 1);

  g_setenv ("EXEMPLAR_TODAY", "2026-05-01", TRUE);
  assert_imported (ex_store_import_check_ins (store, rows, &file, &counts, failure));
  g_unsetenv ("EXEMPLAR_TODAY");
  assert_counts (&counts, 0, 0, 5);
  g_assert_cmpint (n_actions (store), ==, before + 1);
  assert_sound (store);
}

static void
test_check_ins_added_changed_unchanged (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportCounts counts;

  save_check_in (store, "oa", "2026-01-10", 80);
  save_check_in (store, "oa", "2026-01-20", 81);
  save_check_in (store, "oa", "2026-01-30", 82);
  save_check_in (store, "ob", "2026-01-20", 83);
  add_row (rows, "oa", "2026-01-20", 81, 0, NULL);   /* stands */
  add_row (rows, "oa", "2026-01-30", 82.5, 0, NULL); /* another value */
  add_row (rows, "oa", "2026-01-25", 81.5, 0, NULL); /* new, between two */
  add_row (rows, "oa", "2026-01-05", 79, 0, NULL);   /* new, before all */
  add_row (rows, "ob", "2026-01-20", 83, 0, "Now");  /* a note where none was */
  add_row (rows, "oa", "2026-01-10", 80, 5, NULL);   /* a confidence where none was */
  assert_imported (ex_store_import_check_ins (store, rows, &file, &counts, failure));
  assert_counts (&counts, 2, 3, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins"), ==, 6);
  g_assert_cmpint (count (store, "SELECT sum(confidence) FROM check_ins"), ==, 5);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT sum(value) = 80 + 81 + 82 + 83 FROM check_ins"), ==, 1);
  assert_sound (store);
  redo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE import IS NOT NULL"), ==, 2);
  assert_sound (store);
}

static void
test_bad_check_ins_leave_nothing (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *objective, *day; double value; int confidence; const char *says; } cases[] = {
    { "nothing", "2026-01-10", 1, 0, "no objective “nothing”" },
    { "zzz", "2026-01-10", 1, 0, "no objective “zzz”" },
    { "", "2026-01-10", 1, 0, "no objective “”" },
    { "oa", "2025-12-31", 1, 0, "“Of Ann”, 2025-12-31: " },
    { "oa", "2027-01-01", 1, 0, "“Of Ann”, 2027-01-01: " },
    { "oa", "", 1, 0, "“Of Ann”" },
    { "oa", "2026-01-10", NAN, 0, "finite" },
    { "oa", "2026-01-10", -INFINITY, 0, "finite" },
    { "oa", "2026-01-10", 1, 11, "1 to 10" },
    { "oa", "2026-01-10", 1, -1, "1 to 10" },
    { "om", "2026-01-10", 0.5, 0, "1 (done) or 0" },
    { "oa", "2026-02-01", 5, 0, "“Of Ann”, 2026-02-01: there twice" },
  };
  gint64 before = n_actions (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
      g_autoptr (GError) error = NULL;
      ExImportCounts counts;

      add_row (rows, "oa", "2026-02-01", 1, 0, NULL);
      add_row (rows, cases[i].objective, cases[i].day, cases[i].value, cases[i].confidence, NULL);
      add_row (rows, "ob", "2026-02-01", 1, 0, NULL);
      g_assert_false (ex_store_import_check_ins (fixture->store, rows, &file, &counts, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins"), ==, 0);
}

/* Whatever the order of the rows, what stands afterwards is the same, and in the order of the key. */
static void
test_order_of_rows_does_not_matter (Fixture *fixture, gconstpointer data)
{
  static const char * const ids[] = { "oa", "ob" };
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportCounts counts;
  gint64 sum = 0;

  for (int i = 0; i < 730; i++)
    {
      ExCheckInRow row = { .objective_id = ids[i % 2], .day = ex_day_new (2026, 1, 1) + (ExDay) (i / 2), .value = i };

      g_array_append_val (rows, row);
      sum += (i / 2 + 1) * i;
    }
  for (guint i = rows->len - 1; i > 0; i--)
    {
      guint k = (guint) g_test_rand_int_range (0, (int) i + 1);
      ExCheckInRow swap = g_array_index (rows, ExCheckInRow, i);

      g_array_index (rows, ExCheckInRow, i) = g_array_index (rows, ExCheckInRow, k);
      g_array_index (rows, ExCheckInRow, k) = swap;
    }
  assert_imported (ex_store_import_check_ins (fixture->store, rows, &file, &counts, failure));
  assert_counts (&counts, 730, 0, 0);
  g_assert_cmpint (count (fixture->store, "SELECT CAST (sum ((1 + julianday (day) - julianday ('2026-01-01')) * value) AS INTEGER) FROM check_ins"),
                   ==, sum);
  assert_sound (fixture->store);
}

/* --- all ---------------------------------------------------------------------------------------------------------------- */

static void
stop_cb (double fraction, gpointer data)
{
  g_assert_true (fraction >= 0 && fraction <= 1);
  if (fraction > 0)
    g_cancellable_cancel (data);
}

static void
test_cancelled_import_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  g_autoptr (GPtrArray) leaders = leaders_new ();
  g_autoptr (GPtrArray) objectives = objectives_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  ExImportInfo info = { .file_name = "big.csv", .digest = "", .cancellable = cancellable, .progress = stop_cb, .progress_data = cancellable };
  gint64 before = n_actions (fixture->store);

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%05d", i);
      g_autofree char *leader_id = g_strdup_printf ("n%05d", i / 10);

      g_ptr_array_add (leaders, make_leader (id, "New", "a"));
      g_ptr_array_add (objectives, make_objective (id, i % 2 ? "a" : "b", id));
    }
  g_assert_false (ex_store_import_leaders (fixture->store, leaders, &info, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  g_assert_false (ex_store_import_objectives (fixture->store, objectives, &info, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_imported (ex_store_import_objectives (fixture->store, objectives, &file, NULL, failure));
  for (guint i = 0; i < objectives->len; i++)
    add_row (rows, ((ExObjective *) g_ptr_array_index (objectives, i))->id, "2026-05-05", 1, 0, NULL);
  g_cancellable_reset (cancellable);
  g_assert_false (ex_store_import_check_ins (fixture->store, rows, &info, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_actions (fixture->store), ==, before + 1);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM leaders"), ==, 4);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM check_ins"), ==, 0);
  fixture_open_again (fixture);
  assert_sound (fixture->store);
}

static void
test_import_after_import_and_undo_of_each (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  g_autoptr (GArray) second = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportCounts counts;

  add_row (first, "oa", "2026-01-10", 1, 0, NULL);
  add_row (first, "oa", "2026-01-20", 2, 0, NULL);
  add_row (second, "oa", "2026-01-20", 3, 0, NULL);
  add_row (second, "oa", "2026-01-30", 4, 0, NULL);
  assert_imported (ex_store_import_check_ins (store, first, &file, &counts, failure));
  assert_imported (ex_store_import_check_ins (store, second, &file, &counts, failure));
  assert_counts (&counts, 1, 1, 0);
  g_assert_cmpint (count (store, "SELECT sum(value) FROM check_ins"), ==, 8);
  assert_sound (store);
  undo (store);
  g_assert_cmpint (count (store, "SELECT sum(value) FROM check_ins"), ==, 3);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins"), ==, 0);
  assert_sound (store);
  assert_imported (ex_store_import_check_ins (store, second, &file, &counts, failure));
  assert_counts (&counts, 2, 0, 0);
  assert_sound (store);
}

/* A row that an import added and a person then changed is the person's: check still finds the import whole. */
static void
test_edit_of_an_imported_row_is_sound (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  g_autoptr (GError) error = NULL;
  ExImportCounts counts;

  add_row (rows, "oa", "2026-01-10", 1, 0, NULL);
  add_row (rows, "oa", "2026-01-20", 2, 0, NULL);
  assert_imported (ex_store_import_check_ins (store, rows, &file, &counts, failure));
  save_check_in (store, "oa", "2026-01-10", 7);
  g_assert_true (ex_store_remove_check_in (store, "oa", ex_day_new (2026, 1, 20), &error));
  assert_sound (store);
}

#define add(path, set_up, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/import/leaders-come-in-in-any-order", fixture_set_up_company, test_leaders_come_in_in_any_order);
  add ("/store/import/leaders-added-changed-unchanged", fixture_set_up_company, test_leaders_added_changed_unchanged);
  add ("/store/import/leaders-may-swap-places", fixture_set_up_company, test_leaders_may_swap_places);
  add ("/store/import/bad-leaders-leave-nothing", fixture_set_up_company, test_bad_leaders_leave_nothing);
  add ("/store/import/objectives-come-in-with-links", fixture_set_up_company, test_objectives_come_in_with_links);
  add ("/store/import/objectives-added-changed-unchanged", fixture_set_up_company, test_objectives_added_changed_unchanged);
  add ("/store/import/objectives-may-swap-titles", fixture_set_up_company, test_objectives_may_swap_titles);
  add ("/store/import/bad-objectives-leave-nothing", fixture_set_up_company, test_bad_objectives_leave_nothing);
  add ("/store/import/check-ins-come-in-in-any-order", set_up_objectives, test_check_ins_come_in_in_any_order);
  add ("/store/import/check-ins-added-changed-unchanged", set_up_objectives, test_check_ins_added_changed_unchanged);
  add ("/store/import/bad-check-ins-leave-nothing", set_up_objectives, test_bad_check_ins_leave_nothing);
  add ("/store/import/order-of-rows-does-not-matter", set_up_objectives, test_order_of_rows_does_not_matter);
  add ("/store/import/cancelled-import-leaves-nothing", set_up_objectives, test_cancelled_import_leaves_nothing);
  add ("/store/import/import-after-import-and-undo-of-each", set_up_objectives, test_import_after_import_and_undo_of_each);
  add ("/store/import/edit-of-an-imported-row-is-sound", set_up_objectives, test_edit_of_an_imported_row_is_sound);
  return g_test_run ();
}
