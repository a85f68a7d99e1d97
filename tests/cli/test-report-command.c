/* Reports from the command line: each as a PDF, everybody's reviews in one or in a folder, refused with reasons, and Ctrl-C. */
#include "config.h"

#include "cycle-world.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The words of a PDF; NULL: pdftotext is not here. (transfer full) */
static char *
words_of (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *words[] = { program, "-layout", path, "-", NULL };
  char *out = NULL;
  int status = 0;

  if (program == NULL || !g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status, NULL))
    return NULL;
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* @words: apart by "|". */
static void
assert_says (const char *path, const char *words)
{
  g_autofree char *text = words_of (path);
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  if (text == NULL)
    {
      g_test_message ("pdftotext is not here: the words of %s are not looked at", path);
      return;
    }
  for (char **one = all; *one != NULL; one++)
    cli_assert_has (text, *one);
}

static void
assert_silent (const char *path, const char *words)
{
  g_autofree char *text = words_of (path);

  if (text != NULL && strstr (text, words) != NULL)
    g_error ("“%s” is in\n%s", words, text);
}

static void
assert_pdf (const char *path)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* --- each report --------------------------------------------------------------------------------------------------------------- */

static void
test_each (void)
{
  g_autofree char *company = world_at (WORLD_SIGNED, "each");
  static const struct { const char *name, *words; } reports[] = {
    { "review --leader ben", "Objective 1|Objective 3|Each score counts by its weight|Signed on|Page 1 of|History " },
    { "team", "All leaders|Leader by leader|Where leaders stand|Cleo" },
    { "asset", "The customer asset|Customers by period|What is certain" },
    { "rewards", "pays nothing by growth" },
  };
  g_autofree char *out = cli_path ("each.pdf");

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *line = g_strdup_printf ("report %% %s --output @each.pdf --paper letter", reports[i].name);
      g_autofree char *answer = world_do (company, line);

      g_assert_cmpstr (answer, ==, "");
      assert_pdf (out);
      assert_says (out, reports[i].words);
      g_unlink (out);
    }
}

/* What the leader must not see yet is not on the sheet, whoever prints it. */
static void
test_released (void)
{
  g_autofree char *assessed = world_at (WORLD_ASSESSED, "held");
  g_autofree char *sign = world_at (WORLD_SIGN, "released");
  static const char *const viewers[] = { "", " --as ana", " --as ben" };
  g_autofree char *out = cli_path ("ben.pdf");

  for (gsize i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autofree char *line = g_strdup_printf ("report %% review --leader ben --output @ben.pdf%s", viewers[i]);

      g_free (world_do (assessed, line));
      assert_says (out, "The reviewer’s ratings are shown once|3, Met");
      assert_silent (out, "4, Exceeded");
      g_free (world_do (sign, line));
      assert_says (out, "3, Met|4, Exceeded|The self-ratings are, on average, 1.0 below");
    }
}

/* What a close has paid stays as it was paid, beside what a later one pays. */
static void
test_frozen (void)
{
  static const char *const periods[] = { "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3" };
  g_autofree char *company = world_at (WORLD_SIGNED, "frozen");
  g_autofree char *leaders = cli_file ("paid.csv", "id,name,manager,incentive_target\nana,Ana Okafor,,10000\nben,Ben Adjei,ana,5000\n");
  g_autofree char *out = cli_path ("frozen.pdf");

  g_free (world_do (company, "import % leaders @paid.csv"));
  g_free (world_do (company, "rewards % CYCLE set --curve -90:50,90:100"));
  g_free (world_do (company, "report % rewards --output @frozen.pdf"));
  assert_says (out, "Statements as they stand now|What the cycle pays by|All together|Ben Adjei");
  g_free (world_do (company, "report % rewards --output @frozen.pdf --as ben"));
  assert_says (out, "Ben Adjei|shown to HR and to the top leaders alone");
  assert_silent (out, "Ana Okafor");
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *line = g_strdup_printf ("asset %% final %s", periods[i]);

      g_free (world_do (company, line));
    }
  g_free (world_do (company, "cycle % CYCLE close"));
  g_free (world_do (company, "report % rewards --output @frozen.pdf"));
  assert_says (out, "Version 1, frozen on");
  g_free (world_do (company, "cycle % CYCLE reopen --why 'The pool was forgotten'"));
  g_free (world_do (company, "report % rewards --output @frozen.pdf"));
  assert_says (out, "Statements as they stand now|Version 1, frozen on");
}

/* --- everybody's --------------------------------------------------------------------------------------------------------------------- */

static void
test_all_in_one (void)
{
  g_autofree char *company = world_at (WORLD_AGREED, "all");
  g_autoptr (CliRun) run = world_run (company, "report % review --output @all.pdf");
  g_autofree char *out = cli_path ("all.pdf");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_has (run->err, "5 reviews written.");
  assert_pdf (out);
}

static void
test_folder (void)
{
  g_autofree char *company = world_at (WORLD_AGREED, "folder");
  g_autofree char *folder = cli_path ("sheets");
  g_autofree char *ana = g_build_filename (folder, "ana Ana Okafor.pdf", NULL);
  g_autofree char *again = NULL;

  g_free (world_do (company, "report % review --output @sheets/"));
  g_assert_cmpuint (count_files (folder), ==, 5);
  assert_pdf (ana);
  /* A folder that is there needs no slash, and what is in it is written anew. */
  g_free (world_do (company, "report % review --output @sheets --as cleo"));
  g_assert_cmpuint (count_files (folder), ==, 5);
  assert_pdf (ana);
  remove_all (folder);
}

/* --- refused ------------------------------------------------------------------------------------------------------------------------------- */

static void
test_refused (void)
{
  static const struct { int status; const char *words, *line; } cases[] = {
    { 2, "there is no report “reviews”.|Did you mean “review”?", "report % reviews --output @no.pdf" },
    { 2, "say where it goes: --output OUT.pdf.", "report % team" },
    { 2, "a name that ends in .pdf would be right", "report % team --output @no.txt" },
    { 2, "a name that ends in .pdf, or a folder, would be right", "report % review --output @no" },
    { 2, "a name that ends in .pdf would be right", "report % review --leader ben --output @no/" },
    { 2, "is no paper; a4 or letter would be right", "report % team --output @no.pdf --paper a3" },
    { 2, "--leader goes with review alone", "report % team --output @no.pdf --leader ben" },
    { 1, "There is no leader “zoe” in this company", "report % review --leader zoe --output @no.pdf" },
    { 1, "The review of Ana Okafor is for them", "report % review --leader ana --output @no.pdf --as dan" },
    { 1, "There is no cycle “FY 1999”.\nThere ", "report % team --output @no.pdf --cycle 'FY 1999'" },
    { 1, "zoe", "report % team --output @no.pdf --as zoe" },
    { 1, "no-such-folder", "report % team --output @no-such-folder/no.pdf" },
    { 1, "no-such-folder", "report % review --output @no-such-folder/deeper/" },
  };
  g_autofree char *company = world_at (WORLD_AGREED, "refused");
  g_autofree char *out = cli_path ("no.pdf");
  g_autofree char *bare = cli_company ("bare");
  g_autofree char *own = cli_company ("own.pdf");

  cli_refused (2, "would write over the company itself", "report", own, "asset", "--output", own, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      world_refused (company, cases[i].status, cases[i].words, cases[i].line);
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
  world_refused (bare, 1, "There is no cycle yet", "report % team --output @no.pdf");
  world_refused (bare, 1, "There is no cycle yet", "report % review --output @no.pdf");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* --- Ctrl-C -------------------------------------------------------------------------------------------------------------------------------- */

#define MANY 3000

static char *
many_leaders (void)
{
  g_autoptr (GString) csv = g_string_new ("id,name,manager\n");
  char *company = cli_company ("many");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (csv, "m%04u,Leader %u,%s\n", i, i, i > 0 ? "m0000" : "");
  g_free (cli_file ("many.csv", csv->str));
  g_free (world_do (company, "import % leaders @many.csv"));
  g_free (world_do (company, "cycle % new 'FY 2026' --from 2025-10-01 --to 2026-09-30 --top m0000"));
  return company;
}

static gboolean
has_begun (const char *folder)
{
  return count_files (folder) > 0;
}

/* Nothing of it stays beside what stood there before. */
static void
test_interrupted (void)
{
  g_autofree char *company = many_leaders ();
  g_autofree char *program = g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL);
  g_autofree char *folder = cli_path ("interrupted");
  g_autofree char *out = g_build_filename (folder, "all.pdf", NULL);
  char *words[] = { program, "report", company, "review", "--output", out, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;
  GPid pid;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_spawn_async (NULL, words, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  while (!has_begun (folder) && waitpid (pid, &status, WNOHANG) == 0)
    g_usleep (2000);
  kill (pid, SIGINT);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 0);
  remove_all (folder);
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);
  g_test_add_func ("/cli/report/each-is-a-pdf-with-its-words", test_each);
  g_test_add_func ("/cli/report/a-review-has-what-its-leader-may-see", test_released);
  g_test_add_func ("/cli/report/rewards-as-they-stand-and-one-s-own", test_frozen);
  g_test_add_func ("/cli/report/everybody-s-reviews-in-one-pdf", test_all_in_one);
  g_test_add_func ("/cli/report/everybody-s-reviews-in-a-folder", test_folder);
  g_test_add_func ("/cli/report/refused-with-reasons-and-nothing-written", test_refused);
  g_test_add_func ("/cli/report/ctrl-c-leaves-nothing-half-done", test_interrupted);
  return cli_end ();
}
