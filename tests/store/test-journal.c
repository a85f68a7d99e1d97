/* The journal: every write under an action, history that is only appended to, undo and redo that survive a restart. */
#include "config.h"

#include "store/ex-journal-table.h"

#include "store-dump.h"
#include "store-fixture.h"

/* Tries to write past the program: a statement that the triggers or the schema must refuse. */
static void
assert_sql_refused (ExStore *store, const char *sql, const char *words)
{
  g_autoptr (GError) error = NULL;

  if (ex_database_execute (store->db, sql, &error))
    g_error ("not refused: %s", sql);
  assert_refused (&error, words);
}

/* --- triggers ------------------------------------------------------------------------------------------------------------------ */

static void
test_needs_an_action (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *sql, *words; } cases[] = {
    { "INSERT INTO leaders (id, name) VALUES ('x', 'X')", "no action is open" },
    { "UPDATE leaders SET name = 'X'", "no action is open" },
    { "DELETE FROM leaders WHERE id = 'c'", "no action is open" },
    { "INSERT OR REPLACE INTO leaders (id, name) VALUES ('d', 'X')", "no action is open" },
    { "INSERT INTO leaders (id, name, import) VALUES ('x', 'X', 1)", "no action is open" },
    { "UPDATE cycles SET name = 'X'", "no action is open" },
    { "UPDATE company SET name = 'X'", "no action is open" },
    { "DELETE FROM company", "not removed" },
    { "INSERT INTO movements VALUES ('2026', 1,1,1,1,1,1,1, 1,1,1,1,1,1,1, NULL)", "no action is open" },
    { "INSERT INTO ledger_layers VALUES (1, 'recurring', 'month', 0, x'', x'', x'', 0, 0)", "comes with its import" },
    { "INSERT INTO taken_back VALUES (1, 'leaders', 1, x'')", "taken back with all of it" },
    { "INSERT INTO imports (number, what, file_name, file_digest, added, total, digest) VALUES (1, 'leaders', '', '', 0, '', '')", "no action is open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_sql_refused (fixture->store, cases[i].sql, cases[i].words);
  assert_sound (fixture->store);
}

static void
test_history_is_appended_to (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *sql, *words; } cases[] = {
    { "UPDATE changes SET after = '{}' WHERE number = 1", "does not change" },
    { "DELETE FROM changes", "stays" },
    { "INSERT INTO changes (action, table_name, row_key) VALUES (1, 'leaders', '[]')", "no action is open" },
    { "UPDATE actions SET name = 'X' WHERE number = 1", "finished action" },
    { "UPDATE actions SET digest = NULL", "finished action" },
    { "DELETE FROM actions WHERE number = 1", "stays in the history" },
    { "INSERT INTO actions (number, name, actor, system_user, at, salt, digest) VALUES (99, '', '', '', 0, '', 'x')", "begins open" },
    { "INSERT INTO actions (number, name, actor, system_user, at, salt) VALUES (99, '', '', '', 0, '')", "next number" },
    { "DELETE FROM open_action", "stays" },
    { "INSERT INTO open_action (id) VALUES (2)", "at a time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_sql_refused (fixture->store, cases[i].sql, cases[i].words);
  assert_sound (fixture->store);
}

static void
test_keys_stay (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *sql, *words; } cases[] = {
    { "UPDATE leaders SET id = 'x' WHERE id = 'c'", "key of a leader" },
    { "UPDATE leaders SET import = 1 WHERE id = 'c'", "key of a leader" },
    { "UPDATE company SET uuid = ''", "identity" },
    { "UPDATE check_ins SET day = '2026-02-02'", "key of a check-in" },
    { "UPDATE objectives SET baseline = 9e999", "baseline" },
    { "UPDATE check_ins SET value = -9e999", "value" },
  };

  save_objective (fixture->store, "o", "a", "Answer sooner", NULL);
  save_check_in (fixture->store, "o", "2026-02-01", 81);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ex_store_begin (fixture->store, "Try", NULL));
      assert_sql_refused (fixture->store, cases[i].sql, cases[i].words);
      ex_store_rollback (fixture->store);
    }
  assert_sound (fixture->store);
}

/* A row replaced is a row removed and one added, which the journal both sees. */
static void
test_replaced_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (fixture->store, "Replace", NULL));
  g_assert_true (ex_database_execute (fixture->store->db, "INSERT OR REPLACE INTO leaders (id, name) VALUES ('d', 'Dora')", &error));
  g_assert_true (ex_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  assert_sound (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders WHERE name = 'Dee' AND manager_id = 'a'"), ==, 1);
  assert_sound (fixture->store);
}

/* Triggers that write nothing down, because they let nothing through. */
static const char * const refusing[] = {
  "company_delete", "imports_delete", "erasures_update", "erasures_delete", "observers_update", "final_periods_update",
  "no_data_periods_update", "reward_runs_update", "reward_runs_delete", "reward_statements_update", "reward_statements_delete", NULL
};

static void
assert_names_column (const char *trigger, const char *sql, const char *row, const char *column)
{
  g_autofree char *member = g_strdup_printf ("\"%s\":'", column);
  g_autofree char *value = g_strdup_printf ("%s.%s", row, column);

  if (strstr (sql, member) == NULL || strstr (sql, value) == NULL)
    g_error ("%s leaves out %s", trigger, value);
}

static void
assert_names_columns (ExStore *store, const char *table, const char *verb, gboolean before, gboolean after)
{
  g_autofree char *name = g_strdup_printf ("%s_%s", table, verb);
  g_autoptr (ExStatement) columns = ex_database_prepare (store->db, "SELECT name FROM pragma_table_info ($1)", NULL);
  g_autoptr (ExStatement) trigger = ex_database_prepare (store->db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = $1", NULL);

  ex_statement_bind_text (trigger, 1, name);
  if (!ex_statement_step (trigger, NULL))
    g_error ("there is no %s", name);
  ex_statement_bind_text (columns, 1, table);
  while (!g_strv_contains (refusing, name) && ex_statement_step (columns, NULL))
    {
      if (before)
        assert_names_column (name, ex_statement_text (trigger, 0), "OLD", ex_statement_text (columns, 0));
      if (after)
        assert_names_column (name, ex_statement_text (trigger, 0), "NEW", ex_statement_text (columns, 0));
    }
}

/* Proved from the schema, so that a column added later cannot be forgotten: all three triggers of a table write every column. */
static void
test_triggers_name_every_column (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; ex_journal_tables[i] != NULL; i++)
    {
      assert_names_columns (fixture->store, ex_journal_tables[i], "insert", FALSE, TRUE);
      assert_names_columns (fixture->store, ex_journal_tables[i], "update", TRUE, TRUE);
      assert_names_columns (fixture->store, ex_journal_tables[i], "delete", TRUE, FALSE);
    }
}

/* Every table but the two that only say what goes on has its triggers. */
static void
test_every_table_has_triggers (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"), ==, 37);
  g_assert_cmpint (count (fixture->store,
                          "SELECT count (*) FROM sqlite_schema t WHERE t.type = 'table' AND name NOT IN ('open_action', 'asked') AND 3 <>"
                          " (SELECT count (*) FROM sqlite_schema g WHERE g.type = 'trigger'"
                          "  AND g.name IN (t.name || '_insert', t.name || '_update', t.name || '_delete'))"), ==, 0);
}

/* --- actions ------------------------------------------------------------------------------------------------------------------- */

static void
test_rollback_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture->store);
  gint64 actions = n_actions (fixture->store);

  g_assert_true (ex_store_begin (fixture->store, "Try", NULL));
  save_leader (fixture->store, "x", "Xia", "a");
  save_objective (fixture->store, "o", "x", "Answer sooner", NULL);
  ex_store_rollback (fixture->store);
  assert_dump (fixture->store, before);
  g_assert_cmpint (n_actions (fixture->store), ==, actions);
  assert_sound (fixture->store);
}

static void
test_nested_is_one (Fixture *fixture, gconstpointer data)
{
  gint64 actions = n_actions (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (fixture->store, "Hand out", NULL));
  save_objective (fixture->store, "o1", "a", "One", NULL);
  save_objective (fixture->store, "o2", "b", "Two", NULL);
  g_assert_true (ex_store_commit (fixture->store, &error));
  g_assert_cmpint (n_actions (fixture->store), ==, actions + 1);
  assert_last_action (fixture->store, "Hand out: One, Two");
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM objectives"), ==, 0);
  assert_sound (fixture->store);
}

/* Three changes of one row, each of which has to be taken back in turn; and two names that change places over a third. */
static void
test_many_changes_of_a_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  save_cycle (fixture->store, "fy27", "FY 2027", "2027-01-01", "2027-12-31");
  before = dump (fixture->store);
  g_assert_true (ex_store_begin (fixture->store, "Much", NULL));
  save_leader (fixture->store, "d", "Deirdre", "b");
  save_leader (fixture->store, "d", "Deborah", "c");
  save_leader (fixture->store, "x", "Xia", "d");
  save_leader (fixture->store, "x", "Xena", "d");
  save_cycle (fixture->store, "fy26", "?", "2026-01-01", "2026-12-31");
  save_cycle (fixture->store, "fy27", "FY 2026", "2027-01-01", "2027-12-31");
  save_cycle (fixture->store, "fy26", "FY 2027", "2026-01-01", "2026-12-31");
  g_assert_true (ex_store_commit (fixture->store, NULL));
  after = dump (fixture->store);
  undo (fixture->store);
  assert_dump (fixture->store, before);
  redo (fixture->store);
  assert_dump (fixture->store, after);
  assert_sound (fixture->store);
}

static void
test_part_that_fails_takes_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) nobody = make_leader ("x", "", NULL);
  g_autofree char *before = dump (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_begin (fixture->store, "Both", NULL));
  save_leader (fixture->store, "y", "Yan", NULL);
  g_assert_false (ex_store_save_leader (fixture->store, nobody, NULL));
  g_assert_false (ex_store_commit (fixture->store, &error));
  assert_error_says (&error, EX_STORE_ERROR_FAILED, "taken back");
  assert_dump (fixture->store, before);
}

static void
test_empty_is_not_kept (Fixture *fixture, gconstpointer data)
{
  gint64 actions = n_actions (fixture->store);
  gint64 version = ex_store_get_version (fixture->store);

  g_assert_true (ex_store_begin (fixture->store, "Nothing", NULL));
  g_assert_true (ex_store_commit (fixture->store, NULL));
  g_assert_cmpint (n_actions (fixture->store), ==, actions);
  g_assert_cmpint (ex_store_get_version (fixture->store), ==, version);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  ExFieldChange *field;
  ExAction *action;

  g_assert_true (ex_store_set_actor (fixture->store, "a", NULL));
  save_leader (fixture->store, "b", "Robert", "a");
  actions = ex_store_list_actions (fixture->store, NULL, 0, 3, NULL);
  g_assert_cmpuint (actions->len, ==, 3);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->name, ==, "Edit a leader");
  g_assert_cmpstr (action->subject, ==, "Robert");
  g_assert_cmpstr (action->actor, ==, "a");
  g_assert_cmpstr (action->system_user, ==, g_get_user_name ());
  g_assert_cmpuint (action->n_changes, ==, 1);
  g_assert_cmpint (ABS (action->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);

  changes = ex_store_list_changes (fixture->store, action->number, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ExChange *) g_ptr_array_index (changes, 0))->key, ==, "b");
  fields = ex_change_list_fields (g_ptr_array_index (changes, 0));
  g_assert_cmpuint (fields->len, ==, 1);
  field = g_ptr_array_index (fields, 0);
  g_assert_cmpstr (field->name, ==, "name");
  g_assert_cmpstr (field->before, ==, "Bob");
  g_assert_cmpstr (field->after, ==, "Robert");

  g_ptr_array_unref (g_steal_pointer (&actions));
  actions = ex_store_list_actions (fixture->store, NULL, 3, 10, NULL);
  g_assert_cmpuint (actions->len, ==, 2);
}

static void
test_actor_must_be_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_set_actor (fixture->store, "nobody", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nobody");
  g_assert_cmpstr (ex_store_get_actor (fixture->store), ==, "HR");
}

/* Text with everything that needs escaping comes back from the journal. */
static void
test_text_survives (Fixture *fixture, gconstpointer data)
{
  static const char nasty[] = "\"quotes\" \\ back\nnew\ttab \x01\x1f / \xc3\xa9 \xe2\x80\xae \xf0\x9f\x98\x80 {\"a\":null}";
  g_autofree char *before = NULL;

  save_leader (fixture->store, "n\"1\\", nasty, "a");
  save_objective (fixture->store, "o,\"]", "n\"1\\", nasty, NULL);
  before = dump (fixture->store);
  save_leader (fixture->store, "n\"1\\", "Plain", "a");
  undo (fixture->store);
  assert_dump (fixture->store, before);
  undo (fixture->store);
  undo (fixture->store);
  redo (fixture->store);
  redo (fixture->store);
  assert_dump (fixture->store, before);
  assert_sound (fixture->store);
}

#define JOURNAL_TEST(path, function) g_test_add ("/store/journal/" path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  JOURNAL_TEST ("a write needs an action", test_needs_an_action);
  JOURNAL_TEST ("history is only appended to", test_history_is_appended_to);
  JOURNAL_TEST ("keys and endless numbers are refused", test_keys_stay);
  JOURNAL_TEST ("a replaced row is journaled", test_replaced_rows);
  JOURNAL_TEST ("triggers name every column", test_triggers_name_every_column);
  JOURNAL_TEST ("every table has its triggers", test_every_table_has_triggers);
  JOURNAL_TEST ("rollback leaves nothing", test_rollback_leaves_nothing);
  JOURNAL_TEST ("nested actions are one", test_nested_is_one);
  JOURNAL_TEST ("many changes of a row are undone in turn", test_many_changes_of_a_row);
  JOURNAL_TEST ("a part that fails takes all with it", test_part_that_fails_takes_all);
  JOURNAL_TEST ("an action without a change is not kept", test_empty_is_not_kept);
  JOURNAL_TEST ("history says who, when, what", test_history);
  JOURNAL_TEST ("who acts must be there", test_actor_must_be_there);
  JOURNAL_TEST ("any text survives", test_text_survives);
  return g_test_run ();
}
