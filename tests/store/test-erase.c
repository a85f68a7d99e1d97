/* Erasing a person: what goes, what stays, that nothing of it is left in the file, and that the check still holds all of it. */
#include "config.h"

#include "erase-fixture.h"
#include "ledger-fixture.h"

#include "store/ex-store-reviews.h"

#define NAME  "Zoë Quillfeather"
#define EMAIL "zoe.quill@example.org"

/* --- what is asked again and again ------------------------------------------------------------------------------------------- */

/* Zoë under Bob, long in role and gone; in a cycle that is over. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) zoe = ex_leader_new ("z", NAME);
  g_autoptr (GError) error = NULL;

  fixture_set_up_company (fixture, data);
  zoe->title = g_strdup ("Chief of Quills");
  zoe->email = g_strdup (EMAIL);
  zoe->unit = g_strdup ("North");
  zoe->manager_id = g_strdup ("b");
  zoe->from = ex_day_parse ("2019-01-01");
  zoe->to = ex_day_parse ("2020-06-30");
  ex_store_save_leader (fixture->store, zoe, &error);
  g_assert_no_error (error);
}

static void
erase (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ex_store_erase_leader (fixture->store, "z", &error);
  g_assert_no_error (error);
}

static void
refuses (Fixture *fixture, const char *id, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_erase_leader (fixture->store, id, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* As somebody with another program would: the triggers away, @sql, and the triggers back as they were. */
static void
tamper_without_triggers (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) rows = ex_database_prepare (fixture->store->db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", &error);
  g_autoptr (GString) script = g_string_new ("BEGIN;");
  g_autoptr (GString) back = g_string_new (NULL);

  while (ex_statement_step (rows, &error))
    {
      g_string_append_printf (script, "DROP TRIGGER %s;", ex_statement_text (rows, 0));
      g_string_append_printf (back, "%s;", ex_statement_text (rows, 1));
    }
  g_assert_no_error (error);
  g_string_append_printf (script, "%s;%sCOMMIT;", sql, back->str);
  ex_database_execute (fixture->store->db, script->str, &error);
  g_assert_no_error (error);
}

/* --- who may be erased ------------------------------------------------------------------------------------------------------------ */

static void
test_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  refuses (fixture, "nobody", "no leader “nobody”");
  refuses (fixture, "c", "Cy has not left: no last day");
  ex_store_set_actor (fixture->store, "a", &error);
  g_assert_no_error (error);
  refuses (fixture, "z", "Only HR");
}

static void
save_to (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (ExLeader) zoe = ex_leader_new ("z", NAME);
  g_autoptr (GError) error = NULL;

  zoe->from = ex_day_parse (from);
  zoe->to = ex_day_parse (to);
  ex_store_save_leader (fixture->store, zoe, &error);
  g_assert_no_error (error);
}

static void
test_when (Fixture *fixture, gconstpointer data)
{
  save_to (fixture, "2019-01-01", "2199-01-31");
  refuses (fixture, "z", "in role until 2199-01-31");
  save_cycle (fixture->store, "fy19", "FY 2019", "2019-01-01", "2019-12-31");
  save_to (fixture, "2019-01-01", "2020-06-30");
  refuses (fixture, "z", "still needed in FY 2019");
  assert_answer (fixture, "SELECT name FROM leaders WHERE id = 'z'", NAME);
}

/* --- what goes and what stays --------------------------------------------------------------------------------------------------------- */

static void
test_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExObjective) objective = make_objective ("O1", "z", "Fewer complaints");
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("O1", ex_day_parse ("2026-02-01"), 81.25);
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;

  objective->description = g_strdup ("As I, " NAME ", promised");
  objective->local_reason = g_strdup ("Mine alone, inkblot");
  ex_store_save_objective (fixture->store, objective, &error);
  g_assert_no_error (error);
  check_in->recorded = check_in->day;
  check_in->note = g_strdup ("inkblot one");
  check_in->evidence = g_strdup ("inkblot.pdf");
  ex_store_save_check_in (fixture->store, check_in, &error);
  g_assert_no_error (error);
  g_free (check_in->note);
  check_in->note = g_strdup ("inkblot two");
  ex_store_save_check_in (fixture->store, check_in, &error);
  g_assert_no_error (error);
  save_objective (fixture->store, "O2", "b", "What zoë quillfeather left behind", NULL);

  head = ex_store_get_head (fixture->store, NULL);
  erase (fixture);
  assert_check (fixture, NULL);
  assert_answer (fixture, "SELECT chain FROM actions WHERE number = (SELECT max (number) - 1 FROM actions)", head);
  assert_answer (fixture, "SELECT name || coalesce (title, '-') || coalesce (email, '-') || unit || to_day || manager_id FROM leaders WHERE id = 'z'",
                 "Erased person 12--North2020-06-30b");
  assert_answer (fixture, "SELECT title || ' ' || description || ' ' || local_reason || ' ' || target FROM objectives WHERE id = 'O1'",
                 "Fewer complaints (erased) (erased) 88.0");
  assert_answer (fixture, "SELECT value || note || coalesce (next, '-') || evidence FROM check_ins", "81.25(erased)-(erased)");
  assert_answer (fixture, "SELECT title FROM objectives WHERE id = 'O2'", "What Erased person 12 left behind");
  assert_answer (fixture, "SELECT subject FROM actions WHERE name = 'Add a leader' ORDER BY number DESC", "Erased person 12");
  assert_answer (fixture, "SELECT count (*) FROM changes WHERE before || after LIKE '%inkblot%' OR before LIKE '%quill%' OR after LIKE '%quill%'", "0");
}

/* What was said of a customer who left may name them, also in an import, and in a final period. */
static void
test_in_reasons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) reasons = g_array_new (FALSE, TRUE, sizeof (ExGivenReason));
  const ExGivenReason given[] = { { "Ada", { 0, 0 }, "Cross with " NAME }, { "Bea", { 0, 0 }, NAME " did not call back" } };
  const ExImportInfo info = { .file_name = "reasons.csv", .digest = "01" };
  g_autoptr (GError) error = NULL;

  import_cells (fixture->store, "Ada 2026-01 5 - -", "Bea 2026-01 5 - -", "Cid 2026-01 5 - -", "Dan 2026-02 5 - -");
  g_array_append_vals (reasons, given, G_N_ELEMENTS (given));
  g_assert_true (ex_store_import_reasons (fixture->store, reasons, &info, NULL, &error));
  g_assert_true (ex_store_give_reason (fixture->store, "Cid", NULL, "Because of " NAME, &error));
  g_assert_true (ex_store_give_reason (fixture->store, "Cid", NULL, "Went with " NAME, &error));
  g_assert_true (ex_store_set_final (fixture->store, period ("2026-02"), TRUE, &error));
  erase (fixture);
  assert_check (fixture, NULL);
  assert_answer (fixture, "SELECT group_concat (reason, '|') FROM (SELECT reason FROM given_reasons ORDER BY customer)",
                 "Cross with Erased person 13|Erased person 13 did not call back|Went with Erased person 13");
  g_assert_false (is_written (fixture, NAME));
}

static void
test_no_trace (Fixture *fixture, gconstpointer data)
{
  static const char * const words[] = { NAME, EMAIL, "Chief of Quills", "Zoe Before", "Quillfeather" };

  save_leader (fixture->store, "z", "Zoe Before", "b");
  save_to (fixture, "2019-01-01", "2020-06-30");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (is_written (fixture, words[i]));
  erase (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_written (fixture, words[i]))
      g_error ("“%s” is still in the file", words[i]);
  assert_check (fixture, NULL);
}

static void
test_others_stay (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *sql = "SELECT group_concat (id || name || coalesce (title, '') || coalesce (email, ''), '|') FROM (SELECT * FROM leaders WHERE id <> 'z' ORDER BY id)";

  save_leader (fixture->store, "y", NAME, "b"); /* who happens to be called so */
  save_objective (fixture->store, "O1", "y", "As " NAME " does", NULL);
  before = ask (fixture, sql);
  erase (fixture);
  after = ask (fixture, sql);
  g_assert_cmpstr (before, ==, after);
  assert_answer (fixture, "SELECT title FROM objectives", "As " NAME " does");
  assert_answer (fixture, "SELECT count (*) FROM actions WHERE subject = '" NAME "'", "1");
  assert_check (fixture, NULL);
}

static void
test_by_them (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("O1", ex_day_parse ("2026-02-01"), 81);
  g_autoptr (GError) error = NULL;

  save_objective (fixture->store, "O1", "b", "Fewer complaints", NULL);
  check_in->recorded = check_in->day;
  check_in->note = g_strdup ("what Bob wrote");
  ex_store_save_check_in (fixture->store, check_in, &error);
  g_assert_no_error (error);
  ex_store_set_actor (fixture->store, "z", &error);
  check_in->next = g_strdup ("what she wrote");
  ex_store_save_check_in (fixture->store, check_in, &error);
  g_assert_no_error (error);
  ex_store_set_actor (fixture->store, EX_STORE_HR, &error);
  g_assert_no_error (error);

  erase (fixture);
  assert_answer (fixture, "SELECT note || ' ' || next FROM check_ins", "what Bob wrote (erased)");
  assert_answer (fixture, "SELECT system_user FROM actions WHERE actor = 'z'", "(erased)");
  assert_check (fixture, NULL);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  erase (fixture);
  refuses (fixture, "z", "Nothing about Erased person 8 is left to erase");
  save_to (fixture, "2019-01-01", "2020-06-30"); /* a file of leaders that brings the name back */
  erase (fixture);
  assert_answer (fixture, "SELECT name FROM leaders WHERE id = 'z'", "Erased person 10");
  g_assert_false (is_written (fixture, NAME));
  assert_check (fixture, NULL);
}

/* --- imports ----------------------------------------------------------------------------------------------------------------------------- */

static void
import_leaders (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autoptr (GError) error = NULL;
  const ExImportInfo info = { .file_name = "people.csv", .digest = "0123" };
  ExLeader *leader = make_leader (id, name, "b");

  leader->to = ex_day_parse ("2020-06-30");
  leader->email = g_strdup ("ida@example.org");
  g_ptr_array_add (leaders, leader);
  g_ptr_array_add (leaders, make_leader ("n1", "Nora", "b"));
  g_ptr_array_add (leaders, make_leader ("n2", "Nils", "b"));
  ex_store_import_leaders (fixture->store, leaders, &info, NULL, &error);
  g_assert_no_error (error);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_leaders (fixture, "i", "Ida Inkwell");
  ex_store_erase_leader (fixture->store, "i", &error);
  g_assert_no_error (error);
  assert_check (fixture, NULL);
  g_assert_false (is_written (fixture, "Inkwell"));
  g_assert_false (is_written (fixture, "ida@"));
  g_assert_true (is_written (fixture, NAME));
  assert_answer (fixture, "SELECT digest || file_digest FROM imports", "");
  tamper_without_triggers (fixture, "UPDATE leaders SET name = 'Norbert' WHERE id = 'n1'");
  assert_check (fixture, "What “people.csv”");
}

static void
test_undone_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (GError) error = NULL;

  import_leaders (fixture, "i", "Ida Inkwell");
  undone = ex_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  save_leader (fixture->store, "i", "Ida Married", NULL);
  {
    g_autoptr (ExLeader) ida = make_leader ("i", "Ida Married", NULL);

    ida->to = ex_day_parse ("2020-06-30");
    ex_store_save_leader (fixture->store, ida, &error);
    g_assert_no_error (error);
  }
  ex_store_erase_leader (fixture->store, "i", &error);
  g_assert_no_error (error);
  assert_check (fixture, NULL);
  g_assert_false (is_written (fixture, "Inkwell"));
  g_assert_false (is_written (fixture, "Married"));
  tamper_without_triggers (fixture, "UPDATE taken_back SET packed = zeroblob (length (packed))");
  assert_check (fixture, "What “people.csv”");
}

/* --- undo -------------------------------------------------------------------------------------------------------------------------------- */

static void
assert_not_undone (Fixture *fixture, gint64 number, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = ex_store_undo (fixture->store, number, &error);

  g_assert_null (action);
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  save_to (fixture, "2019-01-01", "2020-05-31");
  erase (fixture);
  assert_not_undone (fixture, 0, "“Erase personal data: Erased person 9” (action 9) cannot be undone: what was erased is gone");
  assert_not_undone (fixture, 9, "cannot be undone: what was erased is gone");
  assert_not_undone (fixture, 8, "“Erase personal data: Erased person 9” (action 9) came later");
  assert_not_undone (fixture, 7, "“Erase personal data: Erased person 9” (action 9) came later");
  assert_check (fixture, NULL);
}

/* What only the history has comes back without its words. */
static void
test_undo_of_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new ("O1", ex_day_parse ("2026-02-01"), 81);
  g_autoptr (ExAction) undone = NULL;
  g_autoptr (GError) error = NULL;

  save_objective (fixture->store, "O1", "z", "Fewer complaints", NULL);
  check_in->recorded = check_in->day;
  check_in->note = g_strdup ("inkblot");
  ex_store_save_check_in (fixture->store, check_in, &error);
  ex_store_remove_check_in (fixture->store, "O1", check_in->day, &error);
  g_assert_no_error (error);
  erase (fixture);
  undone = ex_store_undo (fixture->store, 10, &error);
  g_assert_no_error (error);
  assert_answer (fixture, "SELECT value || note FROM check_ins", "81.0(erased)");
  assert_check (fixture, NULL);
}

/* --- what the check finds afterwards ---------------------------------------------------------------------------------------------------------- */

static const struct { const char *what, *sql, *says; } tampers[] = {
  { "a line of an erased action", "UPDATE changes SET after = replace (after, 'North', 'South') WHERE action = 7", "when personal data was erased" },
  { "the subject of an erased action", "UPDATE actions SET subject = 'Somebody' WHERE number = 7", "when personal data was erased" },
  { "a line of another action", "UPDATE changes SET after = replace (after, 'Bob', 'Rob') WHERE action = 3", "not as it was when it was done" },
  { "the digest of what is left", "UPDATE erasures SET digest = 'x' WHERE what = 'action'", "not as action 8 left it" },
  { "an erasure taken away", "DELETE FROM erasures", "which action 8 left, is missing" },
  { "an erasure put in", "INSERT INTO erasures VALUES (4, 'action', 3, 'x')", "is no erasure" },
  { "the name put back", "UPDATE leaders SET name = 'Zoë' WHERE id = 'z'", "not as action 8 left it" },
  { "the erasure itself", "UPDATE changes SET after = replace (after, 'digest', 'digets') WHERE action = 8", "Action 8" },
  { "the digest of what was done", "UPDATE actions SET digest = 'x' WHERE number = 7", "the chain is broken" },
  { "the chain", "UPDATE actions SET chain = 'x' WHERE number = 7", "the chain is broken" },
};

static void
test_tampered (Fixture *fixture, gconstpointer data)
{
  erase (fixture);
  assert_check (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s.%u", fixture->path, i);
      g_autoptr (GError) error = NULL;
      Fixture other = { fixture->directory, copy, NULL };

      g_test_message ("%s", tampers[i].what);
      ex_store_backup (fixture->store, copy, &error);
      g_assert_no_error (error);
      other.store = ex_store_open (copy, &error);
      g_assert_no_error (error);
      tamper_without_triggers (&other, tampers[i].sql);
      assert_check (&other, tampers[i].says);
      ex_store_close (other.store);
    }
}

/* --- who may touch the history -------------------------------------------------------------------------------------------------------------------- */

static void
test_only_erasing (Fixture *fixture, gconstpointer data)
{
  static const char * const refused[] = {
    "UPDATE changes SET before = NULL WHERE action = 3",
    "UPDATE changes SET after = '{}' WHERE action = 3",
    "UPDATE actions SET subject = 'x' WHERE number = 3",
    "UPDATE open_action SET erases = 'z'",
    "INSERT INTO erasures VALUES (3, 'action', 2, 'x')",
    "DELETE FROM erasures",
    "UPDATE erasures SET digest = 'x'",
  };

  erase (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      ex_store_begin (fixture->store, "Edit a leader", &error);
      g_assert_no_error (error);
      g_assert_false (ex_database_execute (fixture->store->db, refused[i], &error));
      ex_store_rollback (fixture->store);
    }
  assert_check (fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ERASE_TEST(path, function) g_test_add ("/store/erase/" path, Fixture, NULL, set_up, function, fixture_tear_down)
  ERASE_TEST ("only HR, only who has left", test_who);
  ERASE_TEST ("only when the last day is over and no review is open", test_when);
  ERASE_TEST ("words go, figures and the chain stay", test_goes);
  ERASE_TEST ("nothing is left in why customers left", test_in_reasons);
  ERASE_TEST ("nothing is left in the file", test_no_trace);
  ERASE_TEST ("a namesake stays", test_others_stay);
  ERASE_TEST ("what they wrote elsewhere goes", test_by_them);
  ERASE_TEST ("twice", test_twice);
  ERASE_TEST ("of an import, whose digest is made anew", test_import);
  ERASE_TEST ("of an import that was undone", test_undone_import);
  ERASE_TEST ("is not undone, and says so by name", test_undo);
  ERASE_TEST ("what comes back comes without words", test_undo_of_words);
  ERASE_TEST ("what is tampered with afterwards is found", test_tampered);
  ERASE_TEST ("nothing else touches the history", test_only_erasing);

  return g_test_run ();
}
