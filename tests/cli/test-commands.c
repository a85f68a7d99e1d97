/* Every command but import and show: what it does, and how it is refused. */
#include "config.h"

#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_help (void)
{
  static const char *const commands[] = { "new",   "import", "cycle", "review", "show",  "asset", "score",
                                           "chart", "undo",   "redo",  "erase",  "check", "backup" };
  g_autofree char *all = NULL;

  cli_expect (0, &all, "--help", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *help = NULL;
      g_autofree char *usage = g_strdup_printf ("exemplarctl [OPTION…] %s ", commands[i]);

      cli_assert_has (all, commands[i]);
      cli_expect (0, &help, commands[i], "--help", NULL);
      cli_assert_has (help, usage);
    }
}

static void
test_wrong_usage (void)
{
  g_autofree char *company = cli_company ("usage.exemplar");

  cli_refused (2, "Usage:", "", NULL);
  cli_refused (2, "Did you mean “import”?", "imprt", NULL);
  cli_refused (2, "there is no command “dividends”", "dividends", NULL);
  cli_refused (2, "no option “--frobnicate” before", "--frobnicate", NULL);
  cli_refused (2, "Did you mean “--format”?", "show", company, "scores", "--fromat", "csv", NULL);
  cli_refused (2, "there is no option “--zzz”", "show", company, "scores", "--zzz", NULL);
  cli_refused (2, "something is missing", "show", company, NULL);
  cli_refused (2, "one word too many", "check", company, "again", NULL);
  cli_refused (2, "Did you mean “scores”?", "show", company, "score", NULL);
  cli_refused (2, "There are: leaders", "show", company, "dividends", NULL);
  cli_refused (2, "no format", "show", company, "scores", "--format", "xml", NULL);
  cli_refused (2, "no period", "show", company, "asset", "--period", "2026-13", NULL);
  cli_refused (2, "no grain", "show", company, "asset", "--grain", "week", NULL);
  cli_refused (2, "--by country: segment", "show", company, "asset", "--by", "country", NULL);
  cli_refused (2, "--leader says nothing about asset", "show", company, "asset", "--leader", "L1", NULL);
  cli_refused (2, "do not go together", "show", company, "asset", "--period", "2026", "--cycle", "X", NULL);
  cli_refused (2, "is no quarter", "show", company, "asset", "--period", "2026", "--grain", "quarter", NULL);
  cli_refused (2, "there is no cycle command “advanse”. Did you mean “advance”?", "cycle", company, "FY", "advanse", NULL);
  cli_refused (2, "there is no cycle command “FY”. There are: new, list", "cycle", company, "FY", NULL);
  cli_refused (2, "say which cycle: NAME close", "cycle", company, "close", NULL);
  cli_refused (2, "one word too many", "cycle", company, "FY", "close", "again", NULL);
  cli_refused (2, "there is no step “aggree”. Did you mean “agree”?", "review", company, "FY", "L1", "aggree", NULL);
  cli_refused (2, "something is missing", "review", company, "FY", "agree", NULL);
}

static void
test_new (void)
{
  g_autofree char *path = cli_path ("new.exemplar");
  g_autofree char *nowhere = cli_path ("not/there.exemplar");
  GStatBuf status;

  cli_refused (2, "say what the company is called", "new", path, NULL);
  cli_refused (2, "say what the company is called", "new", path, "--name", " ", NULL);
  cli_refused (2, "“EURO” is no currency", "new", path, "--name", "Test", "--currency", "euro", NULL);
  cli_refused (1, "only HR", "new", path, "--name", "Test", "--as", "L1", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  cli_expect (0, NULL, "new", path, "--name", "Test", "--currency", "jpy", NULL);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  cli_refused (1, "exemplarctl: ", "new", path, "--name", "Again", NULL);
  cli_refused (1, "exemplarctl: ", "new", nowhere, "--name", "Test", NULL);
}

static void
test_a_path_may_be_relative_or_odd (void)
{
  cli_expect (0, NULL, "new", "odd name #1?%41.exemplar", "--name", "Ödd & “quoted”", NULL);
  cli_expect (0, NULL, "check", "odd name #1?%41.exemplar", NULL);
  cli_expect (0, NULL, "check", "./odd name #1?%41.exemplar", NULL);
  cli_expect (0, NULL, "new", "--name", "Dash", "--", "-dash.exemplar", NULL);
  cli_expect (0, NULL, "check", "--", "-dash.exemplar", NULL);
}

static void
test_files_that_are_no_company (void)
{
  g_autofree char *text = cli_file ("text.exemplar", "This is no company at all, only some words that go on for a while.\n");
  g_autofree char *gone = cli_path ("gone.exemplar");

  cli_refused (1, "text.exemplar", "check", text, NULL);
  cli_refused (1, "gone.exemplar", "check", gone, NULL);
  cli_refused (1, "gone.exemplar", "show", gone, "leaders", NULL);
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
}

static void
test_score (void)
{
  static const struct { const char *words, *answer; } cases[] = {
    { "--baseline 80 --target 88 --actual 84.1", "51.25\n" },
    { "--baseline 80 --target 88 --actual 80", "0\n" },
    { "--baseline 80 --target 88 --actual 88", "100\n" },
    { "--baseline 80 --target 88 --actual 99", "100\n" },
    { "--baseline 12 --target 6 --actual 10", "33.333333\n" },
    { "--baseline 12 --target 6 --actual 8", "66.666667\n" },
    { "--baseline 80 --threshold 84 --target 88 --actual 84", "50\n" },
    { "--baseline 80 --threshold 84 --target 88 --actual 83.9", "0\n" },
    { "--baseline 80 --threshold 84:20 --target 88 --actual 86", "60\n" },
    { "--baseline 80 --threshold 80:0 --target 88 --actual 81", "12.5\n" },
    { "--baseline 80 --target 88 --stretch 92 --actual 90", "125\n" },
    { "--baseline 80 --target 88 --stretch 92:200 --actual 95", "200\n" },
    { "--baseline -5 --target=-1.5 --actual -3.25", "50\n" },
    { "--baseline 0 --target 3e2 --actual 1", "0.333333\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);
      g_autofree char *out = NULL;
      guint n = g_strv_length (words);

      cli_expect (0, &out, "score", words[0], words[1], words[2], words[3], words[4], n > 5 ? words[5] : NULL, n > 6 ? words[6] : NULL,
                  n > 7 ? words[7] : NULL, NULL);
      g_assert_cmpstr (out, ==, cases[i].answer);
    }
}

static void
test_score_refuses (void)
{
  cli_refused (2, "--actual is missing", "score", "--baseline", "1", "--target", "2", NULL);
  cli_refused (2, "“1,5” is no number", "score", "--baseline", "1,5", "--target", "2", "--actual", "1", NULL);
  cli_refused (2, "“nan” is no number", "score", "--baseline", "1", "--target", "2", "--actual", "nan", NULL);
  cli_refused (2, "“101” is no score", "score", "--baseline", "1", "--threshold", "1.5:101", "--target", "2", "--actual", "1", NULL);
  cli_refused (2, "“99” is no score", "score", "--baseline", "1", "--target", "2", "--stretch", "3:99", "--actual", "1", NULL);
  cli_refused (2, "only threshold and stretch", "score", "--baseline", "1", "--target", "2:90", "--actual", "1", NULL);
  cli_refused (1, "90", "score", "--baseline", "80", "--threshold", "90", "--target", "88", "--actual", "85", NULL);
  cli_refused (1, "stretch", "score", "--baseline", "80", "--target", "88", "--stretch", "87", "--actual", "85", NULL);
  cli_refused (1, "baseline and target are both 80", "score", "--baseline", "80", "--target", "80", "--actual", "85", NULL);
}

static void
test_cycles (void)
{
  g_autofree char *company = cli_company ("cycle.exemplar");
  g_autofree char *leaders = cli_file ("cycle-leaders.csv", "id,name\nL1,Ann\nL2,Ben\n");
  g_autofree char *list = NULL;
  g_autofree char *json = NULL;

  cli_expect (0, NULL, "import", company, "leaders", leaders, NULL);
  cli_expect (0, NULL, "cycle", company, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", "--top", "L1", "--top", "L2", NULL);
  cli_expect (0, NULL, "cycle", company, "new", "FY-2026", "--from", "2026-10-01", "--to", "2027-09-30", NULL);
  cli_refused (1, "FY 2026", "cycle", company, "new", "FY 2026", "--from", "2026-10-01", "--to", "2027-09-30", NULL);
  cli_refused (1, "exemplarctl: ", "cycle", company, "new", "Back", "--from", "2026-10-01", "--to", "2025-09-30", NULL);
  cli_refused (1, "exemplarctl: ", "cycle", company, "new", "Nobody", "--from", "2026-10-01", "--to", "2027-09-30", "--top", "L9", NULL);
  cli_refused (2, "--to is missing", "cycle", company, "new", "Open", "--from", "2026-10-01", NULL);
  cli_refused (2, "“30.9.2026” is no day", "cycle", company, "new", "X", "--from", "2026-10-01", "--to", "30.9.2026", NULL);
  cli_refused (2, "say what the cycle is called", "cycle", company, "new", "--from", "2026-10-01", "--to", "2026-10-31", NULL);

  cli_expect (0, &list, "cycle", company, "list", "--format", "csv", NULL);
  g_assert_cmpstr (list, ==, "name,from,to,top,phase,until,min_objectives,scale,board\n"
                              "FY-2026,2026-10-01,2027-09-30,,plan,2026-10-31,3,,\n"
                              "FY 2026,2025-10-01,2026-09-30,L1 L2,plan,2025-10-31,3,,\n");
  cli_expect (0, &json, "cycle", company, "list", "--format", "json", NULL);
  cli_assert_has (json, "{\"name\": \"FY 2026\", \"from\": \"2025-10-01\", \"to\": \"2026-09-30\", \"top\": \"L1 L2\", \"phase\": \"plan\", ");
}

static void
test_undo_and_redo (void)
{
  g_autofree char *company = cli_company ("undo.exemplar");
  g_autofree char *leaders = cli_file ("undo-leaders.csv", "id,name\nL1,Ann\n");
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *none = NULL;
  g_autofree char *again = NULL;

  cli_expect (0, NULL, "import", company, "leaders", leaders, NULL);
  cli_expect (0, &undone, "undo", company, NULL);
  g_assert_cmpstr (undone, ==, "Undone: Import leaders (undo-leaders.csv)\n");
  cli_expect (0, &none, "show", company, "leaders", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (none), ==, 1);
  cli_expect (0, &redone, "redo", company, NULL);
  g_assert_cmpstr (redone, ==, "Redone: Import leaders (undo-leaders.csv)\n");
  cli_expect (0, &again, "show", company, "leaders", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (again), ==, 2);
  cli_refused (1, "exemplarctl: ", "redo", company, NULL);
  cli_refused (1, "exemplarctl: ", "undo", company, "--as", "L1", NULL);
  cli_refused (1, "L9", "undo", company, "--as", "L9", NULL);
  cli_expect (0, NULL, "check", company, NULL);
}

static void
test_check_and_backup (void)
{
  g_autofree char *company = cli_company ("check.exemplar");
  g_autofree char *copy = cli_path ("copy.exemplar");
  g_autofree char *of_company = NULL;
  g_autofree char *of_copy = NULL;

  cli_expect (0, &of_company, "check", company, NULL);
  cli_assert_has (of_company, "All is well.");
  cli_expect (0, NULL, "backup", company, copy, NULL);
  cli_expect (0, &of_copy, "check", copy, NULL);
  g_assert_cmpstr (of_copy, ==, of_company);
  cli_refused (1, "copy.exemplar", "backup", company, copy, NULL);
}

static void
assert_begins (const char *path, const char *magic)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 500);
  g_assert_true (memcmp (bytes, magic, strlen (magic)) == 0);
}

static void
test_charts (void)
{
  g_autofree char *company = cli_path ("chart.exemplar");
  g_autofree char *svg = cli_path ("w.svg");
  g_autofree char *png = cli_path ("w.PNG");
  g_autofree char *pdf = cli_path ("o.pdf");
  g_autofree char *gif = cli_path ("o.gif");
  g_autofree char *empty = cli_company ("chart-empty.exemplar");

  cli_expect (0, NULL, "new", company, "--sample", NULL);
  cli_expect (0, NULL, "chart", company, "waterfall", "--output", svg, NULL);
  assert_begins (svg, "<?xml");
  cli_expect (0, NULL, "chart", company, "waterfall", "--output", png, "--size", "800x600", "--theme", "dark", "--measure", "value", "--period",
              "2026-Q2", NULL);
  assert_begins (png, "\x89PNG");
  cli_expect (0, NULL, "chart", company, "objective", "--objective", "O001", "--output", pdf, NULL);
  assert_begins (pdf, "%PDF");

  cli_refused (2, "--output", "chart", company, "waterfall", NULL);
  cli_refused (2, ".svg, .png or .pdf", "chart", company, "waterfall", "--output", gif, NULL);
  cli_refused (2, "no size", "chart", company, "waterfall", "--output", svg, "--size", "1200", NULL);
  cli_refused (2, "no theme", "chart", company, "waterfall", "--output", svg, "--theme", "pink", NULL);
  cli_refused (2, "Did you mean “waterfall”?", "chart", company, "waterfal", "--output", svg, NULL);
  cli_refused (2, "say which objective", "chart", company, "objective", "--output", svg, NULL);
  cli_refused (1, "no objective “O999”", "chart", company, "objective", "--objective", "O999", "--output", svg, NULL);
  cli_refused (1, "several objectives", "chart", company, "objective", "--leader", "L001", "--output", svg, NULL);
  cli_refused (1, "There are no customers yet", "chart", empty, "waterfall", "--output", svg, NULL);
}

/* A name with a line break in it would break every table that it stands in. */
static void
test_names_are_one_line (void)
{
  g_autofree char *company = cli_path ("lines.exemplar");
  g_autofree char *cycles = NULL;
  g_autofree char *history = NULL;

  cli_expect (0, NULL, "new", company, "--name", " Two\n\tlines \x1b[1m ", NULL);
  cli_expect (0, NULL, "cycle", company, "new", "FY\n2026", "--from", "2026-01-01", "--to", "2026-12-31", NULL);
  cli_refused (2, "what the company is called", "new", company, "--name", " \n ", NULL);
  cli_expect (0, &cycles, "cycle", company, "list", "--format", "csv", NULL);
  cli_assert_has (cycles, "FY 2026");
  cli_expect (0, &history, "show", company, "history", "--format", "csv", NULL);
  cli_assert_has (history, ",Two lines [1m,");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/commands/help-everywhere", test_help);
  g_test_add_func ("/commands/wrong-usage-is-2-with-what-was-meant", test_wrong_usage);
  g_test_add_func ("/commands/new", test_new);
  g_test_add_func ("/commands/paths-may-be-relative-or-odd", test_a_path_may_be_relative_or_odd);
  g_test_add_func ("/commands/files-that-are-no-company", test_files_that_are_no_company);
  g_test_add_func ("/commands/score", test_score);
  g_test_add_func ("/commands/score-refuses", test_score_refuses);
  g_test_add_func ("/commands/cycle", test_cycles);
  g_test_add_func ("/commands/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/commands/check-and-backup", test_check_and_backup);
  g_test_add_func ("/commands/chart", test_charts);
  g_test_add_func ("/commands/names-are-one-line", test_names_are_one_line);

  return cli_end ();
}
