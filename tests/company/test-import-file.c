/* A file into a company: what is tried is not done, what has a problem is not begun, what is cancelled leaves nothing. */
#include "config.h"

#include "company-fixture.h"
#include "company/ex-import.h"

#include <string.h>

static guint
n_leaders (ExStore *store)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, NULL);

  return leaders->len;
}

static guint
n_actions (ExStore *store)
{
  g_autoptr (GPtrArray) actions = ex_store_list_actions (store, NULL, 0, 1000, NULL);

  return actions->len;
}

static void
assert_tally (const ExImportTally *tally, guint read, guint added, guint changed, guint unchanged, guint refused)
{
  g_assert_cmpuint (tally->read, ==, read);
  g_assert_cmpuint (tally->added, ==, added);
  g_assert_cmpuint (tally->changed, ==, changed);
  g_assert_cmpuint (tally->unchanged, ==, unchanged);
  g_assert_cmpuint (tally->refused, ==, refused);
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "leaders.csv", "id,name\nL1,Ann\nL2,Ben\n");
  ExImportOptions options = { .kind = -1 };
  g_autoptr (ExImportPlan) tried = NULL;
  g_autoptr (ExImportPlan) done = NULL;
  g_autoptr (GError) error = NULL;
  guint actions = n_actions (fixture->store);
  ExImportTally tally;

  g_assert_true (ex_import_file (fixture->store, EX_IMPORT_LEADERS, path, NULL, &options, TRUE, &tried, &tally, &error));
  g_assert_no_error (error);
  assert_tally (&tally, 2, 2, 0, 0, 0);
  g_assert_cmpuint (n_leaders (fixture->store), ==, 0);
  g_assert_cmpuint (n_actions (fixture->store), ==, actions);

  g_assert_true (ex_import_file (fixture->store, EX_IMPORT_LEADERS, path, NULL, &options, FALSE, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_leaders (fixture->store), ==, 2);
  g_assert_cmpuint (n_actions (fixture->store), ==, actions + 1);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "leaders.csv", "id,name\nL1,Ann\nL2,\n");
  ExImportOptions options = { .kind = -1 };
  g_autoptr (ExImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  ExImportTally tally;

  g_assert_false (ex_import_file (fixture->store, EX_IMPORT_LEADERS, path, NULL, &options, FALSE, &plan, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plan->problems->errors, ==, 1);
  assert_tally (&tally, 2, 0, 0, 0, 2);
  g_assert_cmpuint (n_leaders (fixture->store), ==, 0);
}

static void
test_rejects (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "leaders.csv", "id,name\nL1,Ann\n-1.5,\n=SUM(A1),\n\"+x,y\",\n");
  g_autofree char *rejects = g_build_filename (fixture->folder, "rejects.csv", NULL);
  ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (ExImportPlan) plan = NULL;
  g_autofree char *text = NULL;
  ExImportTally tally;

  g_assert_true (ex_import_file (fixture->store, EX_IMPORT_LEADERS, path, NULL, &options, FALSE, &plan, &tally, NULL));
  assert_tally (&tally, 4, 1, 0, 0, 3);
  g_assert_true (ex_import_write_rejects (plan, rejects, NULL));
  g_assert_true (g_file_get_contents (rejects, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "id,name,"));
  /* A number comes back as it was; what a spreadsheet would run does not. */
  g_assert_nonnull (strstr (text, "\n-1.5,"));
  g_assert_nonnull (strstr (text, "\n'=SUM(A1),"));
  g_assert_nonnull (strstr (text, "\n\"'+x,y\","));
}

/* Cancelled as soon as the work begins to tell how far it is. */
static void
cancel_cb (double fraction, gpointer data)
{
  if (fraction > 0)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("customer,period,value\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ExImportOptions options = { .kind = -1, .cancellable = cancellable, .progress = cancel_cb, .progress_data = cancellable };
  g_autoptr (ExImportPlan) plan = NULL;
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint actions = n_actions (fixture->store);

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "c%d,2026-%02d,%d\n", i / 4, i % 4 + 1, i % 100);
  path = fixture_file (fixture, "ledger.csv", text->str);

  g_assert_false (ex_import_file (fixture->store, EX_IMPORT_CUSTOMERS, path, NULL, &options, FALSE, &plan, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ledger = ex_store_read_ledger (fixture->store, NULL);
  g_assert_null (ledger);
  g_assert_cmpuint (n_actions (fixture->store), ==, actions);
}

static void
test_no_such_cycle (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "objectives.csv", "leader,title,kind,weight\nL1,X,number,100\n");
  ExImportOptions options = { .kind = -1 };
  g_autoptr (ExImportPlan) named = NULL;
  g_autoptr (ExImportPlan) latest = NULL;
  g_autoptr (GError) error = NULL;

  named = ex_import_prepare (fixture->store, EX_IMPORT_OBJECTIVES, path, "FY 1", &options, &error);
  g_assert_null (named);
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  latest = ex_import_prepare (fixture->store, EX_IMPORT_OBJECTIVES, path, NULL, &options, &error);
  g_assert_no_error (error);
  g_assert_false (ex_import_plan_is_good (latest));
}

static void
test_tally_in_words (void)
{
  ExImportTally tally = { 12345, 12340, 3, 2, 0 };
  g_autofree char *text = ex_import_tally_to_text (&tally);

  g_assert_cmpstr (text, ==, "12345 rows read: 12340 added, 3 changed, 2 unchanged, 0 refused");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/import-file/dry-run-does-nothing", test_dry_run);
  fixture_add ("/import-file/a-problem-lets-nothing-in", test_problems);
  fixture_add ("/import-file/rejects", test_rejects);
  fixture_add ("/import-file/cancelled-leaves-nothing", test_cancelled);
  fixture_add ("/import-file/no-such-cycle", test_no_such_cycle);
  g_test_add_func ("/import-file/tally-in-words", test_tally_in_words);

  return g_test_run ();
}
