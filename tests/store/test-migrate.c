/* An older file is copied, then brought up to date a version at a time; when that fails, it is as it was. */
#include "config.h"

#include "store/ex-store-migrate.h"

#include "store-fixture.h"

/* Three versions of a made-up format. */
#define PEOPLE { 1, "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT" }
#define CUPS   { 1, "CREATE TABLE cups (owner TEXT NOT NULL REFERENCES people (id)) STRICT" }
#define BORN   { 2, "ALTER TABLE people ADD COLUMN born INTEGER; UPDATE people SET born = 1970" }
#define FIRST  { 3, "CREATE TABLE new_people (id TEXT PRIMARY KEY, first TEXT NOT NULL, born INTEGER) STRICT;" \
                    "INSERT INTO new_people SELECT id, name, born FROM people; DROP TABLE people; ALTER TABLE new_people RENAME TO people" }

static const ExMigration first_steps[] = { PEOPLE, CUPS };
static const ExMigration all_steps[] = { PEOPLE, CUPS, BORN, FIRST };
static const ExMigration failing_steps[] = { PEOPLE, CUPS, BORN, { 3, "UPDATE people SET born = 1; INSERT INTO nowhere VALUES (1)" } };
static const ExMigration dangling_steps[] = { PEOPLE, CUPS, BORN, { 3, "DELETE FROM people" } };

typedef struct
{
  char       *directory;
  char       *path;
  ExDatabase *db;
} Older;

static void
fill (ExDatabase *db)
{
  g_assert_true (ex_database_execute (db, "INSERT INTO people (id, name) VALUES ('a', 'Ann'), ('b', 'Bob'); INSERT INTO cups VALUES ('a'), ('b')", NULL));
}

static void
set_up (Older *older, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  older->directory = g_dir_make_tmp ("exemplar-migrate-XXXXXX", &error);
  g_assert_no_error (error);
  older->path = g_build_filename (older->directory, "Acme.exemplar", NULL);
  older->db = ex_database_open (older->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_migrate_new (older->db, first_steps, G_N_ELEMENTS (first_steps), &error));
  fill (older->db);
}

static void
tear_down (Older *older, gconstpointer data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  ex_database_close (older->db);
  directory = g_dir_open (older->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (older->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (older->directory);
  g_free (older->directory);
  g_free (older->path);
}

/* The schema and every row of every table. */
static char *
dump_database (ExDatabase *db)
{
  g_autoptr (ExStatement) tables = ex_database_prepare (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name", NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "version %d\n", (int) ex_store_read_version (db));
  while (ex_statement_step (tables, NULL))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", ex_statement_text (tables, 0));
      g_autoptr (ExStatement) rows = ex_database_prepare (db, sql, NULL);

      g_string_append_printf (text, "%s\n", ex_statement_text (tables, 1));
      while (ex_statement_step (rows, NULL))
        {
          for (int i = 0; i < ex_statement_n_columns (rows); i++)
            g_string_append_printf (text, "%s|", ex_statement_text (rows, i));
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static char *
dump_file (Older *older, const char *name)
{
  g_autofree char *path = g_build_filename (older->directory, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExDatabase) db = ex_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  return dump_database (db);
}

static void
test_brings_up_to_date (Older *older, gconstpointer data)
{
  g_autofree char *before = dump_database (older->db);
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_migrate_file (older->db, older->path, all_steps, G_N_ELEMENTS (all_steps), &error));
  g_assert_no_error (error);
  after = dump_database (older->db);
  g_assert_cmpstr (after, ==,
                   "version 3\n"
                   "CREATE TABLE cups (owner TEXT NOT NULL REFERENCES people (id)) STRICT\na|\nb|\n"
                   "CREATE TABLE \"people\" (id TEXT PRIMARY KEY, first TEXT NOT NULL, born INTEGER) STRICT\na|Ann|1970|\nb|Bob|1970|\n");
  copy = dump_file (older, "Acme before version 3.exemplar");
  g_assert_cmpstr (copy, ==, before);

  /* once is enough */
  g_assert_true (ex_store_migrate_file (older->db, older->path, all_steps, G_N_ELEMENTS (all_steps), &error));
  second = g_build_filename (older->directory, "Acme before version 3 (2).exemplar", NULL);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_leaves_older_copies (Older *older, gconstpointer data)
{
  g_autofree char *before = dump_database (older->db);
  g_autofree char *path = g_build_filename (older->directory, "Acme before version 3.exemplar", NULL);
  g_autofree char *there = NULL;
  g_autofree char *copy = NULL;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  g_assert_true (ex_store_migrate_file (older->db, older->path, all_steps, G_N_ELEMENTS (all_steps), NULL));
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "precious");
  copy = dump_file (older, "Acme before version 3 (2).exemplar");
  g_assert_cmpstr (copy, ==, before);
}

static void
assert_fails (Older *older, const ExMigration *steps, guint n, const char *words)
{
  g_autofree char *before = dump_database (older->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_migrate_file (older->db, older->path, steps, n, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "“Acme.exemplar” could not be brought to version 3 and was left as it was"));
  g_assert_nonnull (strstr (error->message, words));
  after = dump_database (older->db);
  g_assert_cmpstr (before, ==, after);
  ex_database_close (g_steal_pointer (&older->db));
  g_free (after);
  after = dump_file (older, "Acme.exemplar");
  g_assert_cmpstr (before, ==, after);
}

/* The step to version 2 went well, the one to 3 did not. */
static void
test_fails_whole (Older *older, gconstpointer data)
{
  assert_fails (older, failing_steps, G_N_ELEMENTS (failing_steps), "nowhere");
}

static void
test_references_must_hold (Older *older, gconstpointer data)
{
  assert_fails (older, dangling_steps, G_N_ELEMENTS (dangling_steps), "“cups”");
}

static void
test_no_copy_no_step (Older *older, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (older->directory, "gone", "Acme.exemplar", NULL);
  g_autofree char *before = dump_database (older->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_migrate_file (older->db, nowhere, all_steps, G_N_ELEMENTS (all_steps), &error));
  g_assert_nonnull (strstr (error->message, "no copy of it could be made"));
  after = dump_database (older->db);
  g_assert_cmpstr (before, ==, after);
}

/* A table brought up to date is the one that a new file gets. */
static void
test_same_as_new (Older *older, gconstpointer data)
{
  g_autoptr (ExDatabase) fresh = ex_database_open (":memory:", TRUE, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *there = NULL;

  g_assert_true (ex_store_migrate_new (fresh, all_steps, G_N_ELEMENTS (all_steps), NULL));
  g_assert_true (ex_database_execute (older->db, "DELETE FROM cups; DELETE FROM people", NULL));
  g_assert_true (ex_store_migrate_file (older->db, older->path, all_steps, G_N_ELEMENTS (all_steps), NULL));
  expected = dump_database (fresh);
  there = dump_database (older->db);
  g_assert_cmpstr (there, ==, expected);
}

/* The program's own: numbered without a gap, every version's scripts together. */
static void
test_own_steps (void)
{
  guint n;
  const ExMigration *steps = ex_store_migrations (&n);
  int last = 0;

  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (steps[i].version == last || steps[i].version == last + 1);
      last = steps[i].version;
      g_assert_nonnull (strstr (steps[i].script, "CREATE"));
    }
}

/* --- from older versions ---------------------------------------------------------------------------------------------------- */

/* version-1.sql and version-2.sql are what the programs of their time left, as SQLite dumps it; never made again. @data: the name. */
static void
set_up_older (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump_path = g_test_build_filename (G_TEST_DIST, "store", data, NULL);
  g_autofree char *script = NULL;
  g_autoptr (ExDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("exemplar-older-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "acme.exemplar", NULL);
  g_assert_true (g_file_get_contents (dump_path, &script, NULL, NULL));
  db = ex_database_open (fixture->path, TRUE, NULL);
  ex_database_execute (db, script, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, ex_database_close);
  fixture->store = ex_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
test_first_is_brought_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->directory, "acme before version 3.exemplar", NULL);

  g_assert_cmpint (ex_store_read_version (fixture->store->db), ==, 3);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_sound (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM cycle_phases WHERE phase = 'plan'"), ==, 1);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM cycle_tops WHERE leader_id = 'a'"), ==, 1);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM reviews"), ==, 0);
}

static void
test_first_undoes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = NULL;

  redo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT value = 210 FROM check_ins WHERE objective_id = 'oc'"), ==, 1);
  assert_sound (fixture->store);
  undo (fixture->store);
  action = ex_store_undo (fixture->store, 7, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders WHERE id = 'b' AND title = 'Head of Service'"), ==, 1);
  assert_sound (fixture->store);
  fixture_open_again (fixture);
  assert_sound (fixture->store);
}

static void
test_first_takes_new_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (fixture->store, "Plan", &error));
  ex_database_execute (fixture->store->db,
                       "INSERT INTO cycle_plans (cycle_id, board) VALUES ('fy-2026', 'Supervisory Board');"
                       "INSERT INTO past_managers VALUES ('b', '2026-01-31', 'd')", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (fixture->store, &error));
  assert_sound (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT (SELECT count (*) FROM cycle_plans) + (SELECT count (*) FROM past_managers)"), ==, 0);
  assert_sound (fixture->store);
}

/* --- from version 2 --------------------------------------------------------------------------------------------------------- */

/* The schema of a file brought up to date is that of a new one, but for the places of columns that came later. */
static char *
list_schema (ExDatabase *db)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (db, "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name", NULL);
  GString *text = g_string_new (NULL);

  while (ex_statement_step (rows, NULL))
    g_string_append_printf (text, "%s: %s\n", ex_statement_text (rows, 0), ex_statement_text (rows, 1));
  return g_string_free (text, FALSE);
}

static void
test_second_is_brought_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->directory, "acme before version 3.exemplar", NULL);
  g_autoptr (ExDatabase) fresh = ex_database_open (":memory:", TRUE, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *there = NULL;
  const ExMigration *steps;
  guint n;

  steps = ex_store_migrations (&n);
  g_assert_true (ex_store_migrate_new (fresh, steps, n, NULL));
  g_assert_cmpint (ex_store_read_version (fixture->store->db), ==, 3);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_sound (fixture->store); /* the digests of the ledger's imports hold, though its table has a column more */
  expected = list_schema (fresh);
  there = list_schema (fixture->store->db);
  g_assert_cmpstr (there, ==, expected);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM imports"), ==, 6);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM ledger_layers WHERE replaces = 0"), ==, 3);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM final_periods"), ==, 1);
}

/* The import that was taken back comes again, and goes; one that a final period rests on does not. */
static void
test_second_undoes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = NULL;

  undo (fixture->store); /* the excuse */
  undo (fixture->store); /* the final period */
  undo (fixture->store); /* what was added to February */
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM imports WHERE undone"), ==, 2);
  assert_sound (fixture->store);
  redo (fixture->store);
  redo (fixture->store);
  assert_sound (fixture->store);
  action = ex_store_undo (fixture->store, 6, &error);
  g_assert_null (action);
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "customer figures of a final period do not change"));
  fixture_open_again (fixture);
  assert_sound (fixture->store);
}

#define MIGRATE_TEST(path, function) g_test_add ("/store/migrate/" path, Older, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  MIGRATE_TEST ("copies, then brings up to date", test_brings_up_to_date);
  MIGRATE_TEST ("leaves older copies", test_leaves_older_copies);
  MIGRATE_TEST ("a step that fails leaves the file as it was", test_fails_whole);
  MIGRATE_TEST ("references must hold", test_references_must_hold);
  MIGRATE_TEST ("without a copy, no step", test_no_copy_no_step);
  MIGRATE_TEST ("ends where a new file begins", test_same_as_new);
  g_test_add_func ("/store/migrate/the program's own steps", test_own_steps);
#define FIRST_TEST(path, function) \
  g_test_add ("/store/migrate/a file of version 1 " path, Fixture, "version-1.sql", set_up_older, function, fixture_tear_down)
#define SECOND_TEST(path, function) \
  g_test_add ("/store/migrate/a file of version 2 " path, Fixture, "version-2.sql", set_up_older, function, fixture_tear_down)
  FIRST_TEST ("is brought up to date", test_first_is_brought_up_to_date);
  FIRST_TEST ("still undoes and redoes", test_first_undoes);
  FIRST_TEST ("takes new records", test_first_takes_new_records);
  SECOND_TEST ("is brought up to date", test_second_is_brought_up_to_date);
  SECOND_TEST ("still undoes and redoes", test_second_undoes);
  return g_test_run ();
}
