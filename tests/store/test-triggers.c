/* The triggers, one by one, against whoever writes past the program: nothing without an action, no key, entry or layer changed, and
 * what the journal keeps stays. */
#include "config.h"

#include "store-fixture.h"
#include "store/ex-trigger-words.h"

typedef struct
{
  const char *sql;
  const char *words; /* of the refusal */
} Case;

static void
execute (ExStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  ex_database_execute (store->db, sql, &error);
  g_assert_no_error (error);
}

static ExLedger *
make_ledger (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);

  g_assert_true (ex_ledger_builder_add (builder, "A", 1, 2026 * 12, EX_DAY_NONE, 1000, "S", 1, "R", 1));
  return ex_ledger_builder_end (builder);
}

/* Of a review that is being drafted: a row in every table that takes one then. */
static const char * const review_rows[] = {
  "INSERT INTO cycle_plans (cycle_id) VALUES ('fy26')",
  "INSERT INTO scale_words VALUES ('fy26', 1, 'No'), ('fy26', 2, 'Yes')",
  "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 1, 'advance', 'run', '2026-02-01')",
  "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, excused) VALUES ('fy26', 'c', 1, 'excuse', 'Ill', '2026-02-01', 'drafting', 1)",
  "INSERT INTO observers VALUES ('fy26', 'a', 'b')",
  "INSERT INTO private_notes VALUES ('fy26', 'b', 'a', 'Talk first')",
  "INSERT INTO templates (id, title, kind, aggregate) VALUES ('t', 'Answer', 'number', 'latest')",
  "INSERT INTO past_managers VALUES ('b', '2025-12-31', NULL)",
  "INSERT INTO final_periods VALUES ('2025')",
};

static const char * const asset_rows[] = {
  "INSERT INTO asset_terms (id, complete_to, margin) VALUES (1, '2026-12-31', 2500)",
  "INSERT INTO given_reasons (customer, period, reason) VALUES ('X', '2020-01', 'price')",
  "UPDATE leaders SET from_day = '2024-01-01' WHERE id = 'b'", "INSERT INTO spells VALUES ('b', '2020-01-01', '2020-12-31')",
  "INSERT INTO reward_terms (cycle_id, curve, measure) VALUES ('fy26', '2:50,5:100', 'value')",
};

/* A row in every table, but for what only a close pays. */
static void
fill (ExStore *store)
{
  g_autoptr (ExLedger) ledger = make_ledger ();
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo ledger_info = { .file_name = "customers.csv", .digest = "01" };
  ExImportInfo leaders_info = { .file_name = "leaders.csv", .digest = "02" };

  save_objective (store, "o", "a", "Answer sooner", NULL);
  save_check_in (store, "o", "2026-02-01", 81);
  save_cycle (store, "fy27", "FY 2027", "2027-01-01", "2027-12-31");
  g_assert_true (ex_store_begin (store, "Fill", NULL));
  execute (store, "INSERT INTO tops VALUES ('fy26', 'a')");
  execute (store, "INSERT INTO links (objective_id, driver) VALUES ('o', 'retain') ON CONFLICT DO NOTHING");
  execute (store, "INSERT INTO movements VALUES ('2026', 1,1,1,1,1,1,2, 1,1,1,1,1,1,2, NULL)");
  for (guint i = 0; i < G_N_ELEMENTS (review_rows); i++)
    execute (store, review_rows[i]);
  for (guint i = 0; i < G_N_ELEMENTS (asset_rows); i++)
    execute (store, asset_rows[i]);
  g_assert_true (ex_store_commit (store, NULL));
  g_assert_true (ex_store_import_ledger (store, ledger, FALSE, &ledger_info, NULL, NULL));
  g_ptr_array_add (leaders, make_leader ("x", "Xia", "a"));
  g_assert_true (ex_store_import_leaders (store, leaders, &leaders_info, NULL, NULL));
  undo (store); /* waits in taken_back */
}

static void
assert_sql_refused (ExStore *store, const Case *item)
{
  g_autoptr (GError) error = NULL;

  if (ex_database_execute (store->db, item->sql, &error))
    g_error ("not refused: %s", item->sql);
  assert_refused (&error, item->words);
}

static const Case without_action[] = {
  { "UPDATE company SET name = name", "no action is open" },
  { "INSERT INTO leaders (id, name) VALUES ('y', 'Y')", "no action is open" },
  { "UPDATE leaders SET name = name WHERE id = 'a'", "no action is open" },
  { "DELETE FROM leaders WHERE id = 'd'", "no action is open" },
  { "INSERT INTO cycles (id, name, first_day, last_day) VALUES ('y', 'Y', '2028-01-01', '2028-12-31')", "no action is open" },
  { "UPDATE cycles SET name = name", "no action is open" },
  { "DELETE FROM cycles WHERE id = 'fy27'", "no action is open" },
  { "INSERT INTO tops VALUES ('fy26', 'b')", "no action is open" },
  { "UPDATE tops SET leader_id = leader_id", "no action is open" },
  { "DELETE FROM tops", "no action is open" },
  { "INSERT INTO objectives (id, cycle_id, leader_id, title, kind, aggregate, weight) VALUES ('p', 'fy26', 'a', 'P', 'number', 'latest', 0)",
    "no action is open" },
  { "UPDATE objectives SET title = title", "no action is open" },
  { "DELETE FROM objectives", "no action is open" },
  { "INSERT INTO links (objective_id, driver) VALUES ('o', 'expand')", "no action is open" },
  { "UPDATE links SET claim_value = claim_value", "no action is open" },
  { "DELETE FROM links", "no action is open" },
  { "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('o', '2026-02-02', 1, '2026-02-02')", "no action is open" },
  { "UPDATE check_ins SET value = value", "no action is open" },
  { "DELETE FROM check_ins", "no action is open" },
  { "INSERT INTO movements VALUES ('2027', 2,1,1,1,1,1,3, 2,1,1,1,1,1,3, NULL)", "no action is open" },
  { "UPDATE movements SET new_value = new_value", "no action is open" },
  { "DELETE FROM movements", "no action is open" },
  { "UPDATE imports SET undone = 1 WHERE number = 1", "no action is open" },
  { "INSERT INTO cycle_plans (cycle_id) VALUES ('x')", "no action is open" },
  { "UPDATE cycle_plans SET board = 'x'", "no action is open" },
  { "DELETE FROM cycle_plans", "no action is open" },
  { "INSERT INTO scale_words VALUES ('fy26', 3, 'x')", "no action is open" },
  { "UPDATE scale_words SET words = 'x'", "no action is open" },
  { "DELETE FROM scale_words WHERE rating = 2", "no action is open" },
  { "INSERT INTO observers VALUES ('fy26', 'a', 'c')", "no action is open" },
  { "DELETE FROM observers", "no action is open" },
  { "INSERT INTO private_notes VALUES ('fy26', 'c', 'a', 'x')", "no action is open" },
  { "UPDATE private_notes SET note = 'x'", "no action is open" },
  { "DELETE FROM private_notes", "no action is open" },
  { "INSERT INTO templates (id, title, kind, aggregate) VALUES ('u', 'U', 'number', 'latest')", "no action is open" },
  { "UPDATE templates SET title = 'x'", "no action is open" },
  { "DELETE FROM templates", "no action is open" },
  { "INSERT INTO past_managers VALUES ('c', '2025-12-31', 'd')", "no action is open" },
  { "UPDATE past_managers SET manager_id = 'a'", "no action is open" },
  { "DELETE FROM past_managers", "no action is open" },
  { "INSERT INTO final_periods VALUES ('2024')", "no action is open" },
  { "DELETE FROM final_periods", "no action is open" },
  { "INSERT INTO erasures VALUES (1, 'action', 1, 'x')", "under the action that erases" },
  { "INSERT INTO erasures VALUES (NULL, 'action', 1, 'x')", "erased_in" },
};

static void
test_nothing_without_an_action (Fixture *fixture, gconstpointer data)
{
  fill (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (without_action); i++)
    assert_sql_refused (fixture->store, &without_action[i]);
  assert_sound (fixture->store);
}

/* In an action, too. */
static const Case never[] = {
  { "UPDATE company SET uuid = 'x'", "identity" },
  { "DELETE FROM company", "not removed" },
  { "UPDATE leaders SET id = 'z' WHERE id = 'd'", "key of a leader" },
  { "UPDATE leaders SET import = 1 WHERE id = 'd'", "key of a leader" },
  { "UPDATE cycles SET id = 'z' WHERE id = 'fy27'", "key of a cycle" },
  { "UPDATE tops SET leader_id = 'b'", "key of a top" },
  { "UPDATE tops SET cycle_id = 'z'", "key of a top" },
  { "UPDATE objectives SET id = 'z'", "key of an objective" },
  { "UPDATE objectives SET import = 1", "key of an objective" },
  { "UPDATE links SET driver = 'expand'", "key of a link" },
  { "UPDATE links SET import = 1", "key of a link" },
  { "UPDATE check_ins SET day = '2026-02-02'", "key of a check-in" },
  { "UPDATE check_ins SET import = 1", "key of a check-in" },
  { "UPDATE movements SET period = '2027'", "key of a period" },
  { "UPDATE movements SET import = 1", "key of a period" },
  { "INSERT INTO imports (number, what, file_name, file_digest, added, total, digest) VALUES (9, 'leaders', '', '', 0, '', '')",
    "under the number that is open" },
  { "UPDATE imports SET file_name = 'x'", "entry of an import does not change" },
  { "UPDATE imports SET file_digest = 'x'", "entry of an import does not change" },
  { "UPDATE imports SET added = added + 1", "entry of an import does not change" },
  { "UPDATE imports SET total = 'x'", "entry of an import does not change" },
  { "UPDATE imports SET digest = 'x'", "entry of an import does not change" },
  { "DELETE FROM imports", "entry of an import stays" },
  { "INSERT INTO ledger_layers VALUES (9, 'recurring', 'month', 0, x'', x'', x'', 0, 0)", "comes with its import" },
  { "UPDATE ledger_layers SET adds = 1", "layer of the ledger does not change" },
  { "DELETE FROM ledger_layers", "layer of the ledger stays" },
  { "INSERT INTO ledger_columns SELECT import, period + 1, customers, amounts, segments, reasons, NULL FROM ledger_columns", "comes with its import" },
  { "UPDATE ledger_columns SET amounts = x''", "layer of the ledger does not change" },
  { "DELETE FROM ledger_columns", "layer of the ledger stays" },
  { "INSERT INTO taken_back VALUES (1, 'leaders', 7, x'')", "taken back with all of it" },
  { "UPDATE taken_back SET packed = x''", "taken back does not change" },
  { "DELETE FROM taken_back", "comes back with all of it" },
  { "UPDATE changes SET after = NULL", "does not change" },
  { "DELETE FROM changes", "stays" },
  { "DELETE FROM actions", "stays in the history" },
  { "DELETE FROM open_action", "stays" },
  { "INSERT INTO open_action (id) VALUES (2)", "at a time" },
  { "UPDATE cycle_plans SET cycle_id = 'x'", "key of a cycle's plan" },
  { "UPDATE scale_words SET rating = 9 WHERE rating = 2", "key of a word" },
  { "UPDATE cycle_steps SET day = '2026-02-02'", "step that was taken" },
  { "UPDATE review_steps SET why = 'x'", "step that was taken" },
  { "UPDATE observers SET observer_id = 'c'", "key of an observer" },
  { "UPDATE private_notes SET author_id = 'd'", "key of a note" },
  { "UPDATE templates SET id = 'x'", "key of a template" },
  { "UPDATE past_managers SET until_day = '2025-12-30'", "key of a past manager" },
  { "UPDATE final_periods SET period = '2024'", "key of a final period" },
  { "INSERT INTO erasures VALUES (1, 'action', 1, 'x')", "under the action that erases" },
  { "UPDATE actions SET subject = 'x' WHERE number = 1", "finished action" },
};

static void
test_never (Fixture *fixture, gconstpointer data)
{
  fill (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_assert_true (ex_store_begin (fixture->store, "Try", NULL));
      assert_sql_refused (fixture->store, &never[i]);
      ex_store_rollback (fixture->store);
    }
  assert_sound (fixture->store);
}

/* Inside an action each of them is a line of its history, and undo takes it back. */
static const char * const writes[] = {
  "UPDATE company SET name = 'X'",
  "INSERT INTO leaders (id, name) VALUES ('y', 'Y')", "UPDATE leaders SET name = 'X' WHERE id = 'a'", "DELETE FROM leaders WHERE id = 'd'",
  "INSERT INTO cycles (id, name, first_day, last_day) VALUES ('y', 'Y', '2028-01-01', '2028-12-31')", "UPDATE cycles SET name = 'X' WHERE id = 'fy26'",
  "INSERT INTO tops VALUES ('fy26', 'b')", "DELETE FROM tops",
  "UPDATE objectives SET title = 'X'", "INSERT INTO links (objective_id, driver) VALUES ('o', 'expand')",
  "UPDATE links SET claim_value = 7", "DELETE FROM links",
  "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('o', '2026-02-02', 1, '2026-02-02')", "UPDATE check_ins SET value = 7",
  "DELETE FROM check_ins",
  "INSERT INTO movements VALUES ('2027', 2,1,1,1,1,1,3, 2,1,1,1,1,1,3, NULL)", "UPDATE movements SET new_value = 7", "DELETE FROM movements",
  "UPDATE cycle_plans SET board = 'Board'", "UPDATE scale_words SET words = 'X' WHERE rating = 1", "DELETE FROM scale_words WHERE rating = 2",
  "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 2, 'advance', 'assess', '2026-02-01')",
  "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, excused) VALUES ('fy26', 'b', 1, 'excuse', 'Ill', '2026-02-01', 'drafting', 1)",
  "INSERT INTO observers VALUES ('fy26', 'a', 'c')", "DELETE FROM observers",
  "INSERT INTO private_notes VALUES ('fy26', 'c', 'HR', 'x')", "UPDATE private_notes SET note = 'x'", "DELETE FROM private_notes",
  "INSERT INTO templates (id, title, kind, aggregate) VALUES ('u', 'U', 'number', 'latest')", "UPDATE templates SET title = 'x'", "DELETE FROM templates",
  "INSERT INTO past_managers VALUES ('c', '2025-12-31', 'd')", "UPDATE past_managers SET manager_id = 'a'", "DELETE FROM past_managers",
  "INSERT INTO final_periods VALUES ('2024')", "DELETE FROM final_periods",
  "UPDATE asset_terms SET discount = 100", "DELETE FROM asset_terms",
  "INSERT INTO given_reasons (customer, period, reason) VALUES ('Y', '2020-01', 'moved')", "UPDATE given_reasons SET reason = 'x'", "DELETE FROM given_reasons",
  "INSERT INTO spells VALUES ('b', '2022-01-01', '2022-12-31')", "UPDATE spells SET to_day = '2020-06-30'", "DELETE FROM spells",
  "INSERT INTO reward_terms (cycle_id, curve, measure) VALUES ('fy27', '2:50,5:100', 'customers')", "UPDATE reward_terms SET pool = 7, gate = 0.1",
  "DELETE FROM reward_terms",
};

/* --- erasing -------------------------------------------------------------------------------------------------------------------- */

/* Only an entry whose erasure is written down in the open action, and of it only its words. */
static void
test_erasing (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "UPDATE changes SET after = '{}' WHERE action = 3", "does not change" },
    { "UPDATE changes SET after = NULL WHERE action = 2", "does not change" },
    { "UPDATE changes SET before = '{}' WHERE action = 2", "does not change" },
    { "UPDATE changes SET row_key = '[1]' WHERE action = 2", "does not change" },
    { "UPDATE changes SET table_name = 'x' WHERE action = 2", "does not change" },
    { "UPDATE changes SET action = 3 WHERE action = 2", "does not change" },
    { "UPDATE actions SET subject = 'x' WHERE number = 3", "finished action" },
    { "UPDATE actions SET digest = 'x' WHERE number = 2", "finished action" },
    { "UPDATE actions SET actor = 'x' WHERE number = 2", "finished action" },
    { "UPDATE erasures SET digest = 'x'", "what was erased does not change" },
    { "DELETE FROM erasures", "does not come back" },
    { "UPDATE taken_back SET packed = x''", "does not change" },
  };
  ExStore *store = fixture->store;

  fill (store);
  g_assert_true (ex_store_begin (store, "Erase", NULL));
  execute (store, "INSERT INTO erasures SELECT action, 'action', 2, 'new' FROM open_action");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_sql_refused (store, &cases[i]);
  execute (store, "UPDATE changes SET after = '{}' WHERE action = 2");
  execute (store, "UPDATE actions SET subject = NULL WHERE number = 2");
  execute (store, "UPDATE changes SET after = '{}' WHERE action = (SELECT action FROM open_action)");
  execute (store, "INSERT INTO erasures SELECT action, 'import', (SELECT import FROM taken_back), 'new' FROM open_action");
  execute (store, "UPDATE taken_back SET packed = x''");
  ex_store_rollback (store);
  assert_sound (store);
}


static void
test_each_is_journaled (Fixture *fixture, gconstpointer data)
{
  fill (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      gint64 changes = count (fixture->store, "SELECT count (*) FROM changes");

      g_assert_true (ex_store_begin (fixture->store, "Write", NULL));
      execute (fixture->store, writes[i]);
      g_assert_true (ex_store_commit (fixture->store, NULL));
      if (count (fixture->store, "SELECT count (*) FROM changes") == changes)
        g_error ("not journaled: %s", writes[i]);
      assert_sound (fixture->store);
      undo (fixture->store);
      assert_sound (fixture->store);
    }
}

/* --- beyond the triggers ------------------------------------------------------------------------------------------------------- */

/* What the promises rest on: acknowledged is on the disk, references hold, what is replaced was removed. */
static void
test_connection (Fixture *fixture, gconstpointer data)
{
  fixture_open_again (fixture);
  g_assert_cmpint (count (fixture->store, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (count (fixture->store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (fixture->store, "PRAGMA recursive_triggers"), ==, 1);
  g_assert_cmpint (count (fixture->store, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (count (fixture->store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
}

static void
test_references_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture->store);
  fixture_open_again (fixture);
  g_assert_true (ex_store_begin (fixture->store, "Orphan", NULL));
  execute (fixture->store, "DELETE FROM leaders WHERE id = 'a'");
  g_assert_false (ex_store_commit (fixture->store, &error));
  g_assert_nonnull (error);
  assert_sound (fixture->store);
}

/* The import's number opened by force, and a row of it changed: undo does not throw away what it cannot bring back. */
static void
test_import_changed_past_the_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  ExImportInfo info = { .file_name = "leaders.csv", .digest = "01" };
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_ptr_array_add (leaders, make_leader ("x", "Xia", "a"));
  g_assert_true (ex_store_import_leaders (fixture->store, leaders, &info, NULL, NULL));
  action = n_actions (fixture->store);
  g_assert_true (ex_store_begin (fixture->store, "Force", NULL));
  execute (fixture->store, "UPDATE open_action SET import = 1");
  execute (fixture->store, "UPDATE leaders SET name = 'Forged' WHERE id = 'x'");
  execute (fixture->store, "UPDATE open_action SET import = NULL");
  execute (fixture->store, "UPDATE leaders SET title = 'Another' WHERE id = 'd'"); /* an action that did nothing would not be kept */
  g_assert_true (ex_store_commit (fixture->store, NULL));

  undone = ex_store_undo (fixture->store, action, &error);
  g_assert_null (undone);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "not any more as it was imported");
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM leaders WHERE name = 'Forged'"), ==, 1);
}

/* A trigger's sentence that is not in the list could not be read in another language. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExStatement) row = ex_database_prepare (fixture->store->db, "SELECT sql FROM sqlite_master WHERE type = 'trigger'", NULL);
  g_autoptr (GRegex) sentence = g_regex_new ("ABORT, *'([A-Z](?:[^']|'')*)'", 0, 0, NULL);
  guint n = 0;

  while (ex_statement_step (row, NULL))
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (sentence, ex_statement_text (row, 0), 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
        {
          g_autofree char *said = g_match_info_fetch (match, 1);

          if (ex_trigger_words (said) == NULL)
            g_test_fail_printf ("“%s” is not in ex-trigger-words.c", said);
        }
    }
  g_assert_cmpuint (n, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TRIGGER_TEST(path, function) g_test_add ("/store/triggers/" path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)
  TRIGGER_TEST ("nothing without an action", test_nothing_without_an_action);
  TRIGGER_TEST ("what never changes", test_never);
  TRIGGER_TEST ("each write is journaled and taken back", test_each_is_journaled);
  TRIGGER_TEST ("words are erased, nothing else", test_erasing);
  TRIGGER_TEST ("the connection is set up", test_connection);
  TRIGGER_TEST ("every sentence is translatable", test_words);
  TRIGGER_TEST ("references hold", test_references_hold);
  TRIGGER_TEST ("an import changed past the journal stays", test_import_changed_past_the_journal);

  return g_test_run ();
}
