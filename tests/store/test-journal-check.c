/* check finds whatever was changed past the program, by a person with a database tool and time. */
#include "config.h"

#include "store-fixture.h"

#define NO_TRIGGERS                                                                                                                   \
  "DROP TRIGGER leaders_update; DROP TRIGGER leaders_insert; DROP TRIGGER leaders_delete; DROP TRIGGER changes_update;"               \
  "DROP TRIGGER changes_delete; DROP TRIGGER changes_insert; DROP TRIGGER actions_update; DROP TRIGGER actions_delete;"               \
  "DROP TRIGGER actions_insert; DROP TRIGGER check_ins_update; DROP TRIGGER check_ins_insert; DROP TRIGGER check_ins_delete;"         \
  "DROP TRIGGER imports_update; DROP TRIGGER imports_delete; DROP TRIGGER ledger_columns_update; DROP TRIGGER ledger_columns_delete;" \
  "DROP TRIGGER company_update; DROP TRIGGER taken_back_update; DROP TRIGGER taken_back_delete;"

/* What was dropped is put back as it was, so that nothing but the deed itself is there to be found. */
static char *
read_triggers (ExStore *store)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (store->db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid", NULL);
  GString *sql = g_string_new (NULL);

  while (ex_statement_step (rows, NULL))
    {
      g_autofree char *safe = g_strdup (ex_statement_text (rows, 0));

      g_string_append_printf (sql, "CREATE TRIGGER IF NOT EXISTS %s;\n", safe + strlen ("CREATE TRIGGER "));
    }
  return g_string_free (sql, FALSE);
}

static void
tamper (ExStore *store, const char *sql)
{
  g_autofree char *triggers = read_triggers (store);
  g_autoptr (GError) error = NULL;

  ex_database_execute (store->db, "PRAGMA foreign_keys = OFF; BEGIN;" NO_TRIGGERS, &error);
  g_assert_no_error (error);
  ex_database_execute (store->db, sql, &error);
  g_assert_no_error (error);
  ex_database_execute (store->db, triggers, &error);
  g_assert_no_error (error);
  g_assert_true (ex_database_execute (store->db, "COMMIT; PRAGMA foreign_keys = ON", NULL));
}

static void
assert_check_says (ExStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = ex_store_check (store, NULL, NULL, NULL, &error);
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (problems, NULL);
  all = g_strjoinv ("\n", (char **) problems->pdata);
  if (strstr (all, words) == NULL)
    g_error ("check does not say “%s” but: %s", words, all);
}

static void
import_check_ins (ExStore *store, const char *objective)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ExCheckInRow));
  ExImportInfo info = { .file_name = "check-ins.csv", .digest = "00" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50; i++)
    {
      ExCheckInRow row = { .objective_id = objective, .day = ex_day_new (2026, 1, 5) + i, .recorded = ex_day_new (2026, 3, 1), .value = i / 3.0 };

      g_array_append_val (rows, row);
    }
  ex_store_import_check_ins (store, rows, &info, NULL, &error);
  g_assert_no_error (error);
}

static void
import_leaders (ExStore *store)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (leaders, make_leader ("m", "Mia", "a"));
  g_ptr_array_add (leaders, make_leader ("n", "Noa", "m"));
  ex_store_import_leaders (store, leaders, &info, NULL, &error);
  g_assert_no_error (error);
}

static void
import_ledger (ExStore *store)
{
  ExLedgerBuilder *builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  g_autoptr (ExLedger) ledger = NULL;
  ExImportInfo info = { .file_name = "customers.csv", .digest = "00" };
  g_autoptr (GError) error = NULL;

  ex_ledger_builder_add (builder, "Acme", 4, 2026 * 12, EX_DAY_NONE, 100, "North", 5, "", 0);
  ex_ledger_builder_add (builder, "Bolt", 4, 2026 * 12, EX_DAY_NONE, 250, "South", 5, "", 0);
  ex_ledger_builder_add (builder, "Acme", 4, 2026 * 12 + 1, EX_DAY_NONE, 110, "North", 5, "", 0);
  ledger = ex_ledger_builder_end (builder);
  ex_ledger_builder_free (builder);
  ex_store_import_ledger (store, ledger, FALSE, &info, NULL, &error);
  g_assert_no_error (error);
}

/* 2 to 5 leaders, 6 the cycle, 7 and 8 an objective and a check-in, 9 an import of check-ins, 10 a change in it and its undo 11,
 * 12 a change that stays, 13 the ledger, 14 and 15 a leader come and gone, 16 an import of leaders and its undo 17. */
static void
make_history (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_company (fixture, data);
  save_objective (fixture->store, "o", "b", "Answer sooner", NULL);
  save_check_in (fixture->store, "o", "2026-06-01", 81.5);
  import_check_ins (fixture->store, "o");
  save_check_in (fixture->store, "o", "2026-01-07", 7);
  undo (fixture->store);
  save_check_in (fixture->store, "o", "2026-01-08", 8);
  import_ledger (fixture->store);
  save_leader (fixture->store, "e", "Eve", "a");
  g_assert_true (ex_store_remove_leader (fixture->store, "e", NULL));
  import_leaders (fixture->store);
  undo (fixture->store);
  assert_sound (fixture->store);
}

/* Made once; each test gets a copy. */
static void
set_up_history (Fixture *fixture, gconstpointer data)
{
  static GBytes *made;
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  if (made == NULL)
    {
      make_history (fixture, data);
      ex_store_close (g_steal_pointer (&fixture->store));
      g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
      made = g_bytes_new_take (bytes, length);
    }
  else
    {
      fixture->directory = g_dir_make_tmp ("exemplar-store-XXXXXX", NULL);
      fixture->path = g_build_filename (fixture->directory, "company.exemplar", NULL);
      g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (made, NULL), (gssize) g_bytes_get_size (made), NULL));
    }
  fixture->store = ex_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *name;
  const char *sql;
  const char *words;
} cases[] = {
  /* records */
  { "a record changed", "UPDATE leaders SET name = 'Robert' WHERE id = 'b'", "The record b of “leaders” is not as action 3 left it" },
  { "a real changed in its last bit", "UPDATE check_ins SET value = 81.50000000000001 WHERE day = '2026-06-01'", "The record o, 2026-06-01 of “check_ins” is not as action 8" },
  { "a record set to nothing", "UPDATE leaders SET manager_id = NULL WHERE id = 'b'", "The record b of “leaders”" },
  { "a record removed", "DELETE FROM leaders WHERE id = 'd'", "The record d of “leaders”, which action 5 left, is missing" },
  { "a record added", "INSERT INTO leaders (id, name) VALUES ('x', 'X')", "The record x of “leaders” is there, but no action added it" },
  { "a removed record put back", "INSERT INTO leaders (id, name) VALUES ('e', 'Eve')", "though action 15 removed it" },
  { "a record moved to an import", "UPDATE leaders SET import = 1 WHERE id = 'd'", "The record d of “leaders” is not as action 5" },
  { "a record added under an import", "INSERT INTO leaders (id, name, import) VALUES ('x', 'X', 1)", "“check-ins.csv” (action 9)" },
  { "a record added under no import", "INSERT INTO leaders (id, name, import) VALUES ('x', 'X', 77)", "The record x of “leaders” is there, but no action added it" },
  { "the company renamed", "UPDATE company SET name = 'Mine'", "of “company” is not as action 1 left it" },
  /* imports */
  { "an imported record changed", "UPDATE check_ins SET value = 99 WHERE day = '2026-01-20'", "“check-ins.csv” (action 9)" },
  { "an imported record removed", "DELETE FROM check_ins WHERE day = '2026-01-20'", "“check-ins.csv” (action 9)" },
  { "a record added to an import", "INSERT INTO check_ins (objective_id, day, value, recorded, import) VALUES ('o', '2026-07-01', 1, '2026-07-01', 1)", "“check-ins.csv” (action 9)" },
  { "an import's entry changed", "UPDATE imports SET added = 49 WHERE number = 1", "The record 1 of “imports” is not as action 9" },
  { "an import marked as undone", "UPDATE imports SET undone = 1 WHERE number = 2", "The record 2 of “imports” is not as action 13" },
  { "an import's entry removed", "DELETE FROM imports WHERE number = 1", "The record 1 of “imports”, which action 9 left, is missing" },
  { "a cell of the ledger changed", "UPDATE ledger_columns SET amounts = zeroblob (length (amounts)) WHERE period = 24312", "“customers.csv” (action 13)" },
  { "a period of the ledger removed", "DELETE FROM ledger_columns WHERE period = 24313", "“customers.csv” (action 13)" },
  { "a row that waits for redo changed", "UPDATE taken_back SET packed = CAST (replace (CAST (packed AS TEXT), 'Noa', 'Eve') AS BLOB)", "“leaders.csv” (action 16)" },
  { "a row that waits for redo broken", "UPDATE taken_back SET packed = substr (packed, 1, 9)", "“leaders.csv” (action 16)" },
  { "rows that wait for redo removed", "DELETE FROM taken_back", "“leaders.csv” (action 16)" },
  { "a row of an undone import put back", "INSERT INTO leaders (id, name, manager_id, import) VALUES ('m', 'Mia', 'a', 3)", "“leaders.csv” (action 16)" },
  /* history */
  { "a journal's after changed", "UPDATE changes SET after = replace (after, 'Bob', 'Rob') WHERE action = 3", "Action 3 (“Add a leader”) is not as it was when it was done" },
  { "a journal's before removed", "UPDATE changes SET before = NULL WHERE action = 12", "Action 12" },
  { "a change removed", "DELETE FROM changes WHERE action = 4", "Action 4 (“Add a leader”) is not as it was" },
  { "a change added", "INSERT INTO changes (action, table_name, row_key, after) VALUES (4, 'leaders', '[\"y\"]', '{}')", "Action 4 (“Add a leader”) is not as it was" },
  { "a change moved", "UPDATE changes SET action = 5 WHERE action = 4", "Action 5" },
  { "an actor changed", "UPDATE actions SET actor = 'a' WHERE number = 3", "Action 3" },
  { "a salt changed", "UPDATE actions SET salt = '00' WHERE number = 3", "Action 3" },
  { "a time changed", "UPDATE actions SET at = at - 1 WHERE number = 3", "Action 3" },
  { "a system user changed", "UPDATE actions SET system_user = 'eve' WHERE number = 3", "Action 3" },
  { "a name changed", "UPDATE actions SET name = 'New cycle' WHERE number = 3", "Action 3" },
  { "a subject changed", "UPDATE actions SET subject = 'Rob' WHERE number = 3", "Action 3" },
  { "an undo made none", "UPDATE actions SET undoes = NULL WHERE number = 11", "Action 11" },
  { "an action removed", "DELETE FROM changes WHERE action = 4; DELETE FROM actions WHERE number = 4", "Action 4 is missing from the history" },
  { "an action removed: the chain", "DELETE FROM changes WHERE action = 4; DELETE FROM actions WHERE number = 4", "Action 5 (“Add a leader”) does not follow" },
  { "several removed", "DELETE FROM changes WHERE action IN (4, 5); DELETE FROM actions WHERE number IN (4, 5)", "Actions 4 to 5 are missing" },
  { "an action without its changes' place", "DELETE FROM actions WHERE number = 4", "changes of an action 4 that is not in the history" },
  { "the end cut off", "DELETE FROM changes WHERE action = 15; DELETE FROM actions WHERE number = 15", "The record e of “leaders”, which action 14 left, is missing" },
  { "a digest changed", "UPDATE actions SET digest = 'x' WHERE number = 3", "Action 3 (“Add a leader”) does not follow" },
  { "a chain changed", "UPDATE actions SET chain = 'x' WHERE number = 3", "Action 4 (“Add a leader”) does not follow" },
  { "an action opened again", "UPDATE actions SET digest = NULL, chain = NULL WHERE number = 15", "Action 15 (“Remove a leader”) was never finished" },
  { "an action left open", "UPDATE open_action SET action = 3", "left open" },
  /* the schema */
  { "a trigger dropped", "DROP TRIGGER leaders_update", "The trigger leaders_update is missing" },
  { "a trigger weakened", "CREATE TRIGGER leaders_update AFTER UPDATE ON leaders BEGIN SELECT 1; END", "The trigger leaders_update is not as Exemplar made it" },
  { "a trigger added", "CREATE TRIGGER mine AFTER UPDATE ON leaders BEGIN SELECT 1; END", "The trigger mine was put into the file" },
  { "a table added", "CREATE TABLE mine (a)", "The table mine was put into the file" },
  { "an index dropped", "DROP INDEX leaders_by_manager", "The index leaders_by_manager is missing" },
  /* references */
  { "a reference to nobody", "UPDATE leaders SET manager_id = 'nobody' WHERE id = 'b'", "1 records refer to a record of “leaders” that is not there" },
};

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (strcmp (cases[i].name, "a trigger dropped") == 0)
    g_assert_true (ex_database_execute (fixture->store->db, cases[i].sql, NULL));
  else
    tamper (fixture->store, cases[i].sql);
  assert_check_says (fixture->store, cases[i].words);
}

/* Undo does not write over what it does not know. */
static void
test_undo_of_what_was_changed_past_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_leader (fixture->store, "d", "Deirdre", "a");
  tamper (fixture->store, "UPDATE leaders SET name = 'Mallory' WHERE id = 'd'");
  g_assert_null (ex_store_undo (fixture->store, 0, &error));
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "not any more as it left it");
  tamper (fixture->store, "UPDATE leaders SET name = 'Deirdre' WHERE id = 'd'; UPDATE check_ins SET value = 99 WHERE day = '2026-01-20'");
  undo (fixture->store);
  g_assert_null (ex_store_undo (fixture->store, 9, &error));
  g_clear_error (&error);
  tamper (fixture->store, "UPDATE taken_back SET packed = CAST (replace (CAST (packed AS TEXT), 'Noa', 'Eve') AS BLOB)");
  g_assert_null (ex_store_undo (fixture->store, 17, &error));
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "not any more as it was imported");
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders WHERE name IN ('Eve', 'Mia')"), ==, 0);
}

/* The page of an index, so that SQLite itself finds it. */
static void
test_finds_a_broken_page (Fixture *fixture, gconstpointer data)
{
  gint64 page = count (fixture->store, "SELECT rootpage FROM sqlite_schema WHERE name = 'changes_by_row'");
  g_autofree char *bytes = NULL;
  gsize length;

  ex_store_close (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  bytes[(page - 1) * 4096 + 4090] ^= 0x55;
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  fixture_open_again (fixture);
  assert_check_says (fixture->store, "damaged");
}

static void
note_progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1 + 1e-9);
  *last = fraction;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0;

  problems = ex_store_check (fixture->store, note_progress_cb, &last, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (last, 1, 1e-9);
  g_cancellable_cancel (cancellable);
  g_assert_null (ex_store_check (fixture->store, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  save_leader (fixture->store, "x", "Xia", "a");
  assert_sound (fixture->store);
}

/* The same deeds in two companies: what is salted cannot be told from one another, nor guessed. */
static void
test_salted (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (count (fixture->store, "SELECT count (DISTINCT salt) = count (*) AND min (length (salt)) = 32 FROM actions"), ==, 1);
  g_assert_cmpint (count (fixture->store, "SELECT count (DISTINCT digest) = count (*) AND min (length (digest)) = 64 FROM actions"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/check/finds %s", cases[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up_history, test_finds, fixture_tear_down);
    }
  g_test_add ("/store/check/undo does not write over it", Fixture, NULL, set_up_history, test_undo_of_what_was_changed_past_it, fixture_tear_down);
  g_test_add ("/store/check/finds a broken page", Fixture, NULL, set_up_history, test_finds_a_broken_page, fixture_tear_down);
  g_test_add ("/store/check/says how far it is and can be cancelled", Fixture, NULL, set_up_history, test_progress, fixture_tear_down);
  g_test_add ("/store/check/digests are salted", Fixture, NULL, set_up_history, test_salted, fixture_tear_down);
  return g_test_run ();
}
