/* What somebody tries with SQLite's own shell on what is said of the ledger, on why customers left, and on what is paid. */
#include "config.h"

#include "cheat-fixture.h"
#include "reward-fixture.h"

#define NO_ACTION "no action is open"

/* A ledger with a gap; February has no data, May is final; Zed left in March and, by a given reason, it is known why; terms, spells. */
static void
set_up_asset (ExStore *store)
{
  static const struct { const char *customer; int month; } cells[] = { { "Acme", 1 }, { "Zed", 1 }, { "Acme", 4 }, { "Acme", 5 }, { "Acme", 6 } };
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  const ExImportInfo info = { .file_name = "customers.csv", .digest = "d" };
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    ex_ledger_builder_add (builder, cells[i].customer, strlen (cells[i].customer), 2026 * 12 + cells[i].month - 1, EX_DAY_NONE, 100, NULL, 0, NULL, 0);
  ledger = ex_ledger_builder_end (builder);
  g_assert_true (ex_store_import_ledger (store, ledger, EX_OVER_CELLS, &info, NULL, &error)); /* its number is 1 */
  g_assert_true (ex_store_set_no_data (store, (ExPeriod) { EX_GRAIN_MONTH, 2026 * 12 + 1 }, TRUE, &error));
  g_assert_true (ex_store_set_complete_to (store, ex_day_parse ("2026-05-31"), &error));
  make_final (store, "2026-05");
  g_assert_true (ex_store_give_reason (store, "Zed", NULL, "price", &error));
  g_assert_true (ex_store_begin (store, "More", &error));
  ex_database_execute (store->db, "UPDATE leaders SET from_day = '2025-01-01' WHERE id = 'b'; INSERT INTO spells VALUES ('b', '2020-01-01', '2020-12-31')", &error);
  g_assert_no_error (error);
  g_assert_true (ex_store_commit (store, &error));
  save_terms (store, EX_MEASURE_VALUE, 1000);
  assert_sound (store);
}

#define COMPLETE "complete at least to the end of every final period"
#define FINAL    "figures of a final period do not change"
#define NO_DATA  "INSERT INTO no_data_periods VALUES "
#define REASON   "INSERT INTO given_reasons (customer, period, reason) VALUES "
#define LAYER    "UPDATE open_action SET import = 77; INSERT INTO ledger_layers VALUES (77, 'recurring', 'month', 0, x'', x'', x'', 0, 0);"
#define COLUMN   "INSERT INTO ledger_columns VALUES (77, 2026 * 12 + 1, x'00000000', x'0100000000000000', x'ffffffff', x'ffffffff', NULL)"
#define SHARE    "at least 50 %"
#define PAID     "What a close has paid stands"
#define ONCE     "by the close of their cycle, on its figures, once"

static const Cheat on_asset[] = {
  { "UPDATE asset_terms SET complete_to = '2026-05-30'", COMPLETE },
  { "REPLACE INTO asset_terms (id, complete_to) VALUES (1, '2026-04-30')", COMPLETE },
  { "DELETE FROM asset_terms; INSERT INTO asset_terms (id, complete_to) VALUES (1, '2026-05-30')", COMPLETE },
  { "UPDATE asset_terms SET complete_to = 'soon'", "CHECK" },
  { "UPDATE asset_terms SET complete_to = '2026-02-30'", "CHECK" },
  { "UPDATE asset_terms SET margin = 10001", "CHECK" },
  { "UPDATE asset_terms SET discount = -1", "CHECK" },
  { "INSERT INTO asset_terms (id) VALUES (2)", "CHECK" },
  { "INSERT INTO final_periods VALUES ('2026-06')", "final only when its customer figures are complete" },
  { "INSERT INTO final_periods VALUES ('2026-Q2')", "final only when its customer figures are complete" },

  { NO_DATA "('2026-01')", "with rows in the ledger" },
  { NO_DATA "('2026-Q1')", "with rows in the ledger" },
  { NO_DATA "('2026-05')", FINAL },
  { NO_DATA "('2025-12')", "inside the ledger" },
  { NO_DATA "('2026-07')", "inside the ledger" },
  { "UPDATE no_data_periods SET period = '2026-03'", "does not change" },
  { LAYER COLUMN, "the mark is taken away first" },


  { REASON "('Acme', '2026-04', 'x')", FINAL },
  { REASON "('Acme', '2026-Q1', 'x'); INSERT INTO final_periods VALUES ('2026-04'); DELETE FROM given_reasons", FINAL },
  { "UPDATE given_reasons SET period = '2026-04'", "does not change" },
  { "UPDATE given_reasons SET customer = 'Acme'", "does not change" },
  { "UPDATE given_reasons SET import = 1", "does not change" },
  { REASON "('Acme', '2026-01', '')", "CHECK" },

  { "INSERT INTO spells VALUES ('b', '2020-06-01', '2021-01-01')" END_ACTION, "before the next one begins" },
  { "INSERT INTO spells VALUES ('b', '2024-06-01', '2025-01-01')" END_ACTION, "before the next one begins" },
  { "INSERT INTO spells VALUES ('a', '2020-06-01', '2021-01-01')" END_ACTION, "before the next one begins" },
  { "UPDATE leaders SET from_day = '2020-12-31' WHERE id = 'b'" END_ACTION, "before the next one begins" },
  { "UPDATE leaders SET from_day = NULL WHERE id = 'b'" END_ACTION, "before the next one begins" },
  { "INSERT INTO spells VALUES ('b', '2023-06-01', '2023-01-01')", "CHECK" },
  { "UPDATE spells SET from_day = '2019-01-01'", "does not change" },

  { "UPDATE reward_terms SET company_share = 4999", SHARE },
  { "REPLACE INTO reward_terms (cycle_id, curve, measure, company_share) VALUES ('fy26', '1:1,2:2', 'value', 0)", SHARE },
  { "UPDATE reward_terms SET company_share = 10001", "CHECK" },
  { "UPDATE reward_terms SET pool = -1", "CHECK" },
  { "UPDATE reward_terms SET cap = -1", "CHECK" },
  { "UPDATE reward_terms SET measure = 'profit'", "CHECK" },
  { "UPDATE reward_terms SET curve = ''", "CHECK" },
  { "UPDATE reward_terms SET gate = 9e999", "CHECK" },
  { "UPDATE reward_terms SET cycle_id = 'x'", "does not change" },
  { "INSERT INTO reward_runs VALUES ('fy26', 1, 1, '2026-01-01', '2:50,5:100,8:150', 'value', 0, 1000, 8000, 15000, '2026-01', '2026-12', 1, 2, 1, 10, 10)", ONCE },
  { "INSERT INTO reward_statements VALUES ('fy26', 1, 'a', 1, 1, 1, 'score', 1, 365, 1, 1)", ONCE },
};

/* Allowed to HR, and to nobody else. */
static const Cheat not_hr[] = {
  { "UPDATE asset_terms SET complete_to = '2026-06-30'", "Only HR" },
  { "UPDATE asset_terms SET margin = 1", "Only HR" },
  { "DELETE FROM asset_terms", "Only HR" },
  { "REPLACE INTO asset_terms (id) VALUES (1)", "Only HR" },
  { NO_DATA "('2026-03')", "Only HR" },
  { "DELETE FROM no_data_periods", "Only HR" },
  { REASON "('Zed', '2026-02', 'x')", "Only HR" },
  { "UPDATE given_reasons SET reason = 'x'", "Only HR" },
  { "DELETE FROM given_reasons", "Only HR" },
  { "REPLACE INTO given_reasons (customer, period, reason) VALUES ('Zed', '2026-01', 'x')", "Only HR" },
  { "INSERT INTO spells VALUES ('b', '2021-06-01', '2022-01-01')", "Only HR" },
  { "UPDATE spells SET to_day = '2020-06-30'", "Only HR" },
  { "DELETE FROM spells", "Only HR" },
  { "INSERT INTO reward_terms (cycle_id, curve, measure) VALUES ('fy26', '1:1,2:2', 'value')", "Only HR" },
  { "UPDATE reward_terms SET pool = NULL", "Only HR" },
  { "DELETE FROM reward_terms", "Only HR" },
};

static void
test_asset (Fixture *fixture, gconstpointer data)
{
  sqlite3 *shell;

  set_up_asset (fixture->store);
  all_refused (fixture->path, on_asset, G_N_ELEMENTS (on_asset));
  all_refused_to ("a", fixture->path, not_hr, G_N_ELEMENTS (not_hr));
  shell = open_shell (fixture->path);
  for (gsize i = 0; i + 3 < G_N_ELEMENTS (not_hr); i++) /* all but the terms, of which there are some already */
    {
      g_autofree char *said = cheat (shell, not_hr[i].sql);

      if (said != NULL)
        g_error ("%s: %s", not_hr[i].sql, said);
    }
  sqlite3_close (shell);
  assert_sound (fixture->store);
}

/* Without an action nothing is written at all. */
static void
test_without_an_action (Fixture *fixture, gconstpointer data)
{
  sqlite3 *shell;

  set_up_asset (fixture->store);
  shell = open_shell (fixture->path);
  for (gsize i = 0; i < G_N_ELEMENTS (not_hr); i++)
    {
      char *problem = NULL;

      g_assert_cmpint (sqlite3_exec (shell, not_hr[i].sql, NULL, NULL, &problem), !=, SQLITE_OK);
      g_assert_true (strstr (problem, "Only HR") != NULL || strstr (problem, NO_ACTION) != NULL);
      sqlite3_free (problem);
    }
  sqlite3_close (shell);
}

/* --- what is paid ------------------------------------------------------------------------------------------------------------------------- */

#define RUN(version, step, total) \
  "INSERT INTO reward_runs SELECT 'fy26', " version ", " step ", max (day), '2:50,5:100,8:150', 'value', 0, NULL, 8000, 15000, '2026-01', '2026-12'," \
  " 100000, 103000, 0.5, " total ", " total " FROM cycle_steps WHERE step = 'close';"

static const Cheat on_paid[] = {
  { "UPDATE reward_runs SET total = 0", PAID },
  { "UPDATE reward_runs SET factor = 9", PAID },
  { "DELETE FROM reward_runs", PAID },
  { "REPLACE INTO reward_runs SELECT cycle_id, version, step, day, curve, measure, gate, pool, company_share, cap, first_period, last_period, opening, closing, 9, uncut, total"
    " FROM reward_runs", ONCE },
  { "UPDATE reward_statements SET reward = 0 WHERE leader_id = 'a'", PAID },
  { "UPDATE reward_statements SET own_score = 2", PAID },
  { "DELETE FROM reward_statements WHERE leader_id = 'a'", PAID },
  { "REPLACE INTO reward_statements VALUES ('fy26', 1, 'a', 1, 1, 1, 'score', 1, 365, 1, 99999999)", PAID },
  { "INSERT INTO reward_statements VALUES ('fy26', 1, 'x', 1, 1, 1, 'score', 1, 365, 1, 1)", ONCE },
  { "INSERT INTO reward_statements VALUES ('fy26', 2, 'a', 1, 1, 1, 'score', 1, 365, 1, 1)", ONCE },
  { RUN ("2", "5", "0"), ONCE },
  { "UPDATE reward_terms SET pool = 1", "closed cycle" },
  { "DELETE FROM reward_terms", "closed cycle" },
  { "REPLACE INTO reward_terms (cycle_id, curve, measure) VALUES ('fy26', '1:1,2:2', 'value')", "closed cycle" },
  { "DELETE FROM leaders WHERE id = 'f'", "is not removed" },
};

static void
test_paid (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  make_final (store, "2026");
  must_close (store);
  all_refused (fixture->path, on_paid, G_N_ELEMENTS (on_paid));
  must_reopen (store);
  all_refused (fixture->path, on_paid, 10); /* what was paid stands in a cycle that is open again */
  assert_sound (store);
}

/* Undo says by name what stands on the terms, and does not wait for the lock. */
static void
test_undo_of_terms (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 terms;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  terms = n_actions (store);
  bring_to_sign (store);
  make_final (store, "2026");
  must_close (store);
  g_assert_null (ex_store_undo (store, terms, &error));
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, "Close a cycle");
  must_reopen (store);
  ex_action_free (ex_store_undo (store, terms, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "SELECT count (*) FROM reward_terms"), ==, 0);
  assert_sound (store);
}

#define CLOSE "INSERT INTO cycle_steps SELECT 'fy26', 5, 'close', 'closed', NULL, '2026-12-31', 1, 2, 100000, 103000;"
#define STATEMENT(leader, reward) "INSERT INTO reward_statements VALUES ('fy26', 1, '" leader "', 1, 1, 1, 'score', 1, 365, 1, " reward ");"
#define OTHERS STATEMENT ("b", "0") STATEMENT ("c", "0") STATEMENT ("d", "0") STATEMENT ("e", "0")

static const Cheat on_closing[] = {
  { CLOSE END_ACTION, "closed with its rewards" },
  { CLOSE RUN ("1", "5", "0") END_ACTION, "a statement for everybody who takes part" },
  { CLOSE RUN ("1", "5", "7") STATEMENT ("a", "7") OTHERS END_ACTION, "a statement for everybody who takes part" }, /* without f */
  { CLOSE RUN ("1", "5", "8") STATEMENT ("a", "7") STATEMENT ("f", "0") OTHERS END_ACTION, "add up to their total" },
  { CLOSE RUN ("2", "5", "0"), ONCE },
  { CLOSE RUN ("1", "4", "0"), ONCE },
  { CLOSE RUN ("1", "5", "0") RUN ("2", "5", "0"), ONCE },
  { CLOSE "INSERT INTO reward_runs VALUES ('fy26', 1, 5, '2026-12-31', '2:50,5:100,8:150', 'value', 0, NULL, 8000, 15000, '2026-01', '2026-12', 99, 103000, 0.5, 0, 0)", ONCE },
  { CLOSE "INSERT INTO reward_runs VALUES ('fy26', 1, 5, '2026-12-31', '2:50,5:200', 'value', 0, NULL, 8000, 15000, '2026-01', '2026-12', 100000, 103000, 0.5, 0, 0)",
    "by the terms of their cycle" },
  { CLOSE "INSERT INTO reward_runs VALUES ('fy26', 1, 5, '2026-12-31', '2:50,5:100,8:150', 'value', 0, NULL, 9000, 15000, '2026-01', '2026-12', 100000, 103000, 0.5, 0, 0)",
    "by the terms of their cycle" },
  { "UPDATE reward_terms SET pool = 5;" CLOSE
    "INSERT INTO reward_runs VALUES ('fy26', 1, 5, '2026-12-31', '2:50,5:100,8:150', 'value', 0, 5, 8000, 15000, '2026-01', '2026-12', 100000, 103000, 0.5, 6, 6)",
    "not more than its pool" },
};

static void
test_closing (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  sqlite3 *shell;
  g_autofree char *said = NULL;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  make_final (store, "2026");
  all_refused (fixture->path, on_closing, G_N_ELEMENTS (on_closing));
  shell = open_shell (fixture->path); /* and as it should be */
  said = cheat (shell, CLOSE RUN ("1", "5", "7") STATEMENT ("a", "7") STATEMENT ("f", "0") OTHERS END_ACTION);
  g_assert_cmpstr (said, ==, NULL);
  sqlite3_close (shell);
  assert_sound (store);
}

/* --- past the triggers ----------------------------------------------------------------------------------------------------------------- */

static void
test_past_triggers (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  set_up_asset (store);
#define SAYS(sql, words) assert_check_says (store, fixture->path, sql, words)
  SAYS ("UPDATE asset_terms SET margin = 7", "The record 1 of “asset_terms” is not as action");
  SAYS ("UPDATE asset_terms SET complete_to = '2026-05-30'", "May 2026 is final, but the customer figures are not said to be complete to its end");
  SAYS ("INSERT INTO no_data_periods VALUES ('2026-01')", "Jan 2026 is said to be without data, but the customer ledger has rows");
  SAYS ("DELETE FROM no_data_periods", "of “no_data_periods”, which action");
  SAYS ("UPDATE given_reasons SET reason = 'x'", "of “given_reasons” is not as action");
  SAYS ("UPDATE spells SET to_day = '2026-12-31'", "The times of Bob in the role overlap");
  SAYS ("UPDATE reward_terms SET pool = 7", "of “reward_terms” is not as action");
}

static void
test_paid_past_triggers (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  make_final (store, "2026");
  must_close (store);
  assert_sound (store);
  SAYS ("UPDATE reward_statements SET reward = reward + 1 WHERE leader_id = 'a'", "of “reward_statements” is not as action");
  SAYS ("UPDATE reward_statements SET reward = reward + 1 WHERE leader_id = 'a'", "The statements of version 1 of the rewards of “FY 2026” do not add up");
  SAYS ("UPDATE reward_runs SET opening = 1", "Version 1 of the rewards of “FY 2026” does not rest on the figures of a closing");
  SAYS ("UPDATE reward_runs SET pool = 1", "Version 1 of the rewards of “FY 2026” pays more than its pool");
  SAYS ("UPDATE reward_runs SET version = 2; UPDATE reward_statements SET version = 2", "The versions of the rewards of “FY 2026” are not numbered");
  SAYS ("DELETE FROM reward_statements; DELETE FROM reward_runs", "The cycle “FY 2026” pays by its growth, and was closed without its rewards");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_reward_test ("/store/cheats/what is said of the ledger, and what a cycle pays by", test_asset);
  add_reward_test ("/store/cheats/without an action", test_without_an_action);
  add_reward_test ("/store/cheats/what a close has paid", test_paid);
  add_reward_test ("/store/cheats/undo of the terms that a close paid by", test_undo_of_terms);
  add_reward_test ("/store/cheats/a close with other rewards", test_closing);
  add_reward_test ("/store/cheats/past the triggers, check finds it in the asset", test_past_triggers);
  add_reward_test ("/store/cheats/past the triggers, check finds it in the rewards", test_paid_past_triggers);
  return g_test_run ();
}
