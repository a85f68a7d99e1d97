/* What somebody tries who wants a review to say something else: through the database itself, by imports, by undo, by erasing. */
#include "config.h"

#include "cycle-world.h"
#include "store/ex-database.h"

#include <string.h>

/* --- past the program ---------------------------------------------------------------------------------------------------------------- */

/* As the sqlite3 program would run it. NULL: it went through; else what the file said against it. (transfer full) */
static char *
run_sql (const char *company, const char *sql)
{
  g_autoptr (GError) error = NULL;
  ExDatabase *database = ex_database_open (company, FALSE, &error);
  g_autofree char *script = g_strconcat ("PRAGMA recursive_triggers = OFF;", sql, NULL);

  g_assert_no_error (error);
  ex_database_execute (database, script, &error);
  ex_database_close (database);

  return error != NULL ? g_strdup (error->message) : NULL;
}

/* Everything of a signed review. */
static void
test_signed_rows_do_not_change (void)
{
  static const char *const statements[] = {
    "UPDATE objectives SET target = 1 WHERE id = 'ana-1'",
    "UPDATE objectives SET weight = 9000 WHERE id = 'ana-1'",
    "DELETE FROM objectives WHERE id = 'ana-1'",
    "INSERT OR REPLACE INTO objectives SELECT * FROM objectives WHERE id = 'ana-1'",
    "UPDATE links SET claim_customers = 99 WHERE objective_id = 'ana-1'",
    "DELETE FROM links WHERE objective_id = 'ana-1'",
    "UPDATE ratings SET rating = 5 WHERE objective_id = 'ana-1'",
    "UPDATE ratings SET comment = 'Better' WHERE objective_id = 'ana-1' AND role = 'self'",
    "DELETE FROM ratings WHERE objective_id = 'ana-1'",
    "INSERT OR REPLACE INTO ratings SELECT objective_id, role, rater_id, 5, comment, confirmed, actual FROM ratings WHERE objective_id = 'ana-1'",
    "INSERT INTO ratings (objective_id, role, rater_id, rating) VALUES ('ana-1', 'manager', 'ben', 5)",
    "INSERT INTO adjustments (objective_id, rating, why, agreed_by) VALUES ('ana-1', 5, 'x', 'x')",
    "UPDATE check_ins SET value = 99 WHERE objective_id = 'ana-1'",
    "DELETE FROM check_ins WHERE objective_id = 'ana-1'",
    "INSERT INTO check_ins (objective_id, day, value, recorded) VALUES ('ana-1', '2026-09-29', 99, '2026-10-10')",
    "UPDATE review_steps SET state = 'drafting' WHERE leader_id = 'ana'",
    "UPDATE review_steps SET reviewer_signed = 'HR' WHERE leader_id = 'ana'",
    "DELETE FROM review_steps WHERE leader_id = 'ana'",
    "DELETE FROM review_steps WHERE leader_id = 'ana' AND number = (SELECT max (number) FROM review_steps WHERE leader_id = 'ana')",
    "INSERT OR REPLACE INTO review_steps SELECT * FROM review_steps WHERE leader_id = 'ana' AND number = 1",
    "UPDATE cycle_plans SET min_objectives = 1",
    "UPDATE cycles SET threshold_score = 0",
    "DELETE FROM cycle_steps",
    "UPDATE actions SET actor = 'ben'",
    "UPDATE changes SET after = before",
    "DELETE FROM changes",
    "DELETE FROM actions",
  };
  g_autofree char *company = world_at (WORLD_SIGNED, "sql.exemplar");
  g_autofree char *before = world_do (company, "check %");
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *said = run_sql (company, statements[i]);

      if (said == NULL)
        g_error ("%s went through", statements[i]);
    }
  after = world_do (company, "check %");
  g_assert_cmpstr (before, ==, after);
}

/* The triggers of a table, to be dropped and made again by somebody who knows how. (transfer full) */
static void
read_triggers (const char *company, const char *table, GString *drop, GString *make)
{
  g_autoptr (GError) error = NULL;
  ExDatabase *database = ex_database_open (company, FALSE, &error);
  ExStatement *rows = ex_database_prepare (database, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = $1", &error);

  ex_statement_bind_text (rows, 1, table);
  while (ex_statement_step (rows, &error))
    {
      g_string_append_printf (drop, "DROP TRIGGER %s;", ex_statement_text (rows, 0));
      g_string_append_printf (make, "%s;", ex_statement_text (rows, 1));
    }
  g_assert_no_error (error);
  ex_statement_reset (rows);
  ex_database_close (database);
}

/* What gets past the locks does not get past "check". */
static void
test_check_finds_what_went_past_the_locks (void)
{
  static const struct { const char *table, *sql, *words; gboolean make_again; } cases[] = {
    { "ratings", "UPDATE ratings SET rating = 5 WHERE objective_id = 'ana-1' AND role = 'self'", "ana-1", TRUE },
    { "ratings", "UPDATE ratings SET rating = 5 WHERE objective_id = 'ana-1' AND role = 'self'", "trigger", FALSE },
    { "ratings", "DELETE FROM ratings WHERE objective_id = 'ben-2'", "ben-2", TRUE },
    { "objectives", "UPDATE objectives SET target = 1 WHERE id = 'ana-1'", "objectives", TRUE },
    { "check_ins", "UPDATE check_ins SET value = 99 WHERE objective_id = 'ana-1'", "check", TRUE },
    { "review_steps", "UPDATE review_steps SET why = 'never said' WHERE leader_id = 'ana'", "review_steps", TRUE },
    { "review_steps", "DELETE FROM review_steps WHERE leader_id = 'ana' AND number = 5", "review_steps", TRUE },
    { "cycle_steps", "DELETE FROM cycle_steps WHERE number = 4", "cycle_steps", TRUE },
    { "changes", "UPDATE changes SET after = replace (after, '\"rating\":3', '\"rating\":5')", "history", TRUE },
    { "actions", "UPDATE actions SET actor = 'ben' WHERE number = 10", "history", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = world_at (WORLD_SIGNED, "past.exemplar");
      g_autoptr (GString) drop = g_string_new (NULL);
      g_autoptr (GString) make = g_string_new (NULL);
      g_autofree char *script = NULL;
      g_autofree char *said = NULL;
      g_autoptr (CliRun) run = NULL;

      read_triggers (company, cases[i].table, drop, make);
      script = g_strdup_printf ("%s%s;%s", drop->str, cases[i].sql, cases[i].make_again ? make->str : "");
      said = run_sql (company, script);
      g_assert_cmpstr (said, ==, NULL);
      run = world_run (company, "check %");
      if (run->status != 1)
        g_error ("after “%s” check finds nothing", cases[i].sql);
      if (strstr (run->err, cases[i].words) == NULL)
        g_error ("after “%s” check does not name “%s” but:\n%s", cases[i].sql, cases[i].words, run->err);
    }
}

/* --- by imports ----------------------------------------------------------------------------------------------------------------------- */

static void
check_import (const char *company, const char *what, const char *contents, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);
  g_autofree char *path = cli_file ("in.csv", contents);
  g_autofree char *line = g_strdup_printf ("import %% %s @in.csv", what);
  g_autoptr (CliRun) run = world_run (company, line);

  if (run->status != 1)
    g_error ("%s\nwas let in:\n%s", contents, run->err);
  for (char **one = all; *one != NULL; one++)
    if (strstr (run->err, *one) == NULL)
      g_error ("import of\n%s\ndid not say “%s” but:\n%s", contents, *one, run->err);
}

/* Line by line, all of them at once. */
static void
test_imports_over_reviews (void)
{
  static const struct { WorldStage stage; const char *what, *contents, *words; } cases[] = {
    { WORLD_AGREED, "objectives", "id,leader,title,kind,weight,target\nana-1,ana,Objective 1,number,50,99\nben-1,ben,Objective 1,number,49,100\n",
      "in.csv:2:|The review of Ana Okafor is agreed|in.csv:3:|The review of Ben Adjei is agreed" },
    { WORLD_AGREED, "objectives", "leader,title,kind,weight\nana,One more,number,10\n", "in.csv:2:|The review of Ana Okafor is agreed" },
    { WORLD_SIGNED, "objectives", "id,leader,title,kind,weight\nana-1,ana,Another title,number,50\n", "in.csv:2:|The review of Ana Okafor is signed" },
    { WORLD_SIGNED, "check-ins", "objective,date,value,note\nana-1,2026-09-30,99,x\nben-1,2026-09-30,99,x\n",
      "in.csv:2:1: The review of Ana Okafor is signed|in.csv:3:1: The review of Ben Adjei is signed" },
    { WORLD_ASSESSED, "check-ins", "objective,date,value,note\nana-2,2026-09-30,99,x\n", "in.csv:2:1: The review of Ana Okafor is assessed" },
    { WORLD_CLOSED, "check-ins", "objective,date,value,note\nana-1,2026-09-30,99,x\n", "in.csv:2:1:" },
    { WORLD_CLOSED, "objectives", "leader,title,kind,weight\nana,One more,number,10\n", "in.csv:2:" },
    { WORLD_CLOSED, "customers", "customer,period,value\nc1,2026-Q1,11\nc9,2026-Q2,5\nc1,2026-Q4,12\n",
      "in.csv:2:3: 2026-Q1 is final|in.csv:3:3: 2026-Q2 is final" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = world_at (cases[i].stage, "import.exemplar");

      check_import (company, cases[i].what, cases[i].contents, cases[i].words);
      world_assert_sound (company);
    }
}

/* Nobody chooses their own reviewer, or leaves a cycle before it is over. */
static void
test_lines_and_days_are_hr_s (void)
{
  g_autofree char *company = world_at (WORLD_AGREED, "lines.exemplar");

  g_free (cli_file ("lines.csv", "id,name,manager\neve,Eve Lund,ben\n"));
  g_free (cli_file ("days.csv", "id,name,manager,to\neve,Eve Lund,cleo,2026-09-29\n"));
  g_free (cli_file ("before.csv", "id,name,manager,to\neve,Eve Lund,cleo,2025-09-29\n"));
  g_free (cli_file ("email.csv", "id,name,manager,email\neve,Eve Lund,cleo,eve@x.example\n"));
  world_refused (company, 1, "Only HR does this", "import % leaders @lines.csv --as eve");
  world_refused (company, 1, "Only HR does this", "import % leaders @days.csv --as eve");
  world_refused (company, 1, "The review of Eve Lund in “FY 2026” has begun", "import % leaders @before.csv");
  g_free (world_do (company, "import % leaders @email.csv --as eve"));
  g_free (world_do (company, "import % leaders @lines.csv"));
}

/* The same file once more changes nothing and is no crime. */
static void
test_the_same_again_is_let_in (void)
{
  g_autofree char *company = world_at (WORLD_CLOSED, "same.exemplar");
  g_autofree char *csv = world_objectives ("ana", "", "50 30 20");
  g_autofree char *path = cli_file ("same.csv", csv);
  g_autofree char *answer = world_do (company, "import % objectives @same.csv");

  g_assert_cmpstr (answer, ==, "3 rows read: 0 added, 0 changed, 3 unchanged, 0 refused\n");
}

/* --- by undo ---------------------------------------------------------------------------------------------------------------------------- */

/* Each says what stands in the way, by name. */
static void
test_undo (void)
{
  static const struct { WorldStage stage; const char *line, *words; } cases[] = {
    { WORLD_AGREED, "undo %", "“Agree objectives: Ana Okafor”|because “Agree objectives:|builds on it" },
    { WORLD_AGREED, "undo % --as ana", "“Agree objectives: Cleo Maas”|because “Agree objectives: Eve Lund”" },
    { WORLD_ASSESSED, "undo % --as eve", "“Submit a self-assessment: Eve Lund”|“Assess a review: Eve Lund”" },
    { WORLD_SIGNED, "undo % --as ana", "“Sign a review: Cleo Maas”" },
    { WORLD_SIGNED, "undo % --as eve", "“Sign a review: Eve Lund”|HR re-opens the review with a reason" },
    { WORLD_CLOSED, "undo %", "“Close a cycle: FY 2026”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *company = world_at (cases[i].stage, "undo.exemplar");

      world_refused (company, 1, cases[i].words, cases[i].line);
    }
}

/* What is refused leaves undo and redo as they were, and what nobody built on is taken back. */
static void
test_undo_after_a_refusal (void)
{
  g_autofree char *company = world_at (WORLD_DRAFTS, "after.exemplar");
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_free (world_do (company, "review % CYCLE ana agree"));
  world_refused (company, 1, "Ben Adjei’s own objectives", "review % CYCLE dan agree");
  undone = world_do (company, "undo %");
  g_assert_cmpstr (undone, ==, "Undone: Agree objectives (Ana Okafor)\n");
  world_assert_state (company, "ana", "drafting");
  world_refused (company, 1, "Ana Okafor’s own objectives", "review % CYCLE ben agree");
  redone = world_do (company, "redo %");
  g_assert_cmpstr (redone, ==, "Redone: Agree objectives (Ana Okafor)\n");
  world_assert_state (company, "ana", "agreed");
  world_assert_sound (company);
}

/* Ratings and the step they were handed in with are one action. */
static void
test_one_action (void)
{
  g_autofree char *company = world_at (WORLD_ASSESS, "one.exemplar");
  g_autofree char *path = world_ratings ("ana", "4", "Good");
  g_autofree char *mean = NULL;

  g_free (world_do (company, "review % CYCLE ana self-assess --ratings @ana-4.csv --as ana"));
  g_free (world_do (company, "undo % --as ana"));
  world_assert_state (company, "ana", "agreed");
  mean = world_review (company, "ana", "self", "ana");
  g_assert_cmpstr (mean, ==, "");
  world_assert_sound (company);
}

/* --- by erasing --------------------------------------------------------------------------------------------------------------------------- */

static void
test_erasing (void)
{
  g_autofree char *company = world_at (WORLD_SIGNED, "erase.exemplar");
  g_autofree char *left = cli_file ("left.csv", "id,name,manager,email,to\neve,Eve Lund,cleo,,2026-10-01\nana,Ana Okafor,,ana@x.example,2026-12-31\n");
  g_autofree char *history = NULL;
  g_autofree char *state = NULL;

  world_refused (company, 1, "Eve Lund has not left", "erase % eve");
  world_refused (company, 1, "Only HR", "erase % eve --as ana");
  g_free (world_do (company, "import % leaders @left.csv"));
  world_refused (company, 1, "Ana Okafor", "erase % ana"); /* not yet */
  g_free (world_do (company, "erase % eve"));
  history = world_do (company, "show % history --explain --format csv");
  g_assert_null (strstr (history, "Eve Lund"));
  world_assert_state (company, "eve", "signed");
  world_assert_sound (company);
  world_refused (company, 1, "cannot be undone", "undo %");
}

static void
test_erasing_somebody_whose_review_is_open (void)
{
  g_autofree char *company = world_at (WORLD_SIGN, "open.exemplar");
  g_autofree char *left = cli_file ("left.csv", "id,name,manager,to\neve,Eve Lund,cleo,2026-10-01\n");

  g_free (world_do (company, "import % leaders @left.csv"));
  world_refused (company, 1, "The review of Eve Lund is still needed in FY 2026", "erase % eve");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/cheats/signed-rows-do-not-change", test_signed_rows_do_not_change);
  g_test_add_func ("/cheats/check-finds-what-went-past-the-locks", test_check_finds_what_went_past_the_locks);
  g_test_add_func ("/cheats/imports-over-reviews", test_imports_over_reviews);
  g_test_add_func ("/cheats/lines-and-days-are-hr-s", test_lines_and_days_are_hr_s);
  g_test_add_func ("/cheats/the-same-again-is-let-in", test_the_same_again_is_let_in);
  g_test_add_func ("/cheats/undo", test_undo);
  g_test_add_func ("/cheats/undo-after-a-refusal", test_undo_after_a_refusal);
  g_test_add_func ("/cheats/ratings-and-step-are-one-action", test_one_action);
  g_test_add_func ("/cheats/erasing", test_erasing);
  g_test_add_func ("/cheats/erasing-somebody-whose-review-is-open", test_erasing_somebody_whose_review_is_open);

  return cli_end ();
}
