/* "chart": every name, what narrows it, what it refuses. */
#include "config.h"

#include "cli-run.h"

#include <stdio.h>
#include <string.h>

static char *company;

static CliRun *
run_line (const char *line, char **path)
{
  g_autofree char *words = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  *path = cli_path ("chart.svg");
  remove (*path);
  words = g_strdup_printf ("chart '%s' %s --output '%s'", company, line, *path);
  g_assert_true (g_shell_parse_argv (words, NULL, &argv, &error));
  for (char **word = argv; *word != NULL; word++)
    g_ptr_array_add (all, *word);
  g_ptr_array_add (all, NULL);

  return cli_run_words ((const char *const *) all->pdata);
}

/* (transfer full) the picture, an SVG */
static char *
draw (const char *line)
{
  g_autofree char *path = NULL;
  g_autoptr (CliRun) run = run_line (line, &path);
  char *svg = NULL;

  if (run->status != 0)
    g_error ("chart %s: %s", line, run->err);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  g_assert_cmpstr (run->out, ==, "");

  return svg;
}

static void
refuse (int status, const char *says, const char *line)
{
  g_autofree char *path = NULL;
  g_autoptr (CliRun) run = run_line (line, &path);

  g_assert_cmpint (run->status, ==, status);
  cli_assert_has (run->err, says);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* "width=\"1200\"" of the whole picture. */
static double
height_of (const char *svg)
{
  const char *at = strstr (svg, " height=\"");

  g_assert_nonnull (at);

  return g_ascii_strtod (at + strlen (" height=\""), NULL);
}

/* --- every name ------------------------------------------------------------------------------------------------------------------ */

static void
test_every_name (void)
{
  static const char *const lines[] = {
    "waterfall", "waterfall --driver retain", "growth", "lost-reasons", "heatmap", "heatmap --by unit --columns stage --sort size",
    "heatmap --by level --sort name", "heatmap --unit Sales --driver acquire", "heatmap --level 2", "heatmap --leader L002", "heatmap --period 2026-Q1",
    "heatmap --cycle 'FY 2026' --period 2026-03", "talk-walk", "talk-walk --leader L002", "talk-walk --unit Sales", "coverage", "coverage --leader L002",
    "distribution", "distribution --by unit", "distribution --by leader --measure scores", "distribution --measure ratings", "distribution --stage Leave",
    "distribution --period 2025-12", "objective --objective O001", "objective --objective O001 --period 2026-Q1", "small-multiples --leader L001", "small-multiples --leader L001 --period 2026-Q1",
    "cascade", "cascade --objective O001", "cascade --driver 'win back' --period 2026-Q2", "cascade --stage ''", "reward-curve",
    "heatmap --as L002", "talk-walk --as L002", "distribution --measure ratings --as L010", "cascade --theme contrast-dark", "coverage --theme print",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *svg = draw (lines[i]);

      g_assert_true (g_str_has_prefix (svg, "<?xml"));
      g_assert_cmpuint (strlen (svg), >, 2000);
    }
}

static void
test_pictures_of_every_kind (void)
{
  const struct { const char *file, *magic; } kinds[] = { { "k.png", "\x89PNG" }, { "k.pdf", "%PDF" }, { "k.svg", "<?xml" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = cli_path (kinds[i].file);
      g_autofree char *bytes = NULL;

      cli_expect (0, NULL, "chart", company, "heatmap", "--output", path, "--size", "800x600", NULL);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (memcmp (bytes, kinds[i].magic, strlen (kinds[i].magic)) == 0);
    }
}

/* --- how high ---------------------------------------------------------------------------------------------------------------------- */

static void
test_rows_have_room (void)
{
  g_autofree char *all = draw ("heatmap");
  g_autofree char *few = draw ("heatmap --by level");
  g_autofree char *asked = draw ("heatmap --size 900x500");
  g_autofree char *cascade = draw ("cascade");

  g_assert_cmpfloat (height_of (all), >, 1000); /* sixty leaders */
  g_assert_cmpfloat (height_of (few), <, 700);
  g_assert_cmpfloat (height_of (asked), ==, 500);
  g_assert_cmpfloat (height_of (cascade), >=, 700);
}

/* --- what is refused ---------------------------------------------------------------------------------------------------------------- */

static void
test_what_says_nothing (void)
{
  const struct { const char *says, *line; } cases[] = {
    { "--unit says nothing about waterfall", "waterfall --unit Sales" },
    { "--level says nothing about growth", "growth --level 2" },
    { "--driver says nothing about lost-reasons", "lost-reasons --driver retain" },
    { "--by says nothing about talk-walk", "talk-walk --by unit" },
    { "--sort says nothing about distribution", "distribution --sort name" },
    { "--columns says nothing about cascade", "cascade --columns stage" },
    { "--period says nothing about coverage", "coverage --period 2026-03" },
    { "--period says nothing about talk-walk", "talk-walk --period 2026-03" },
    { "--period says nothing about ratings", "distribution --measure ratings --period 2026-03" },
    { "--measure says nothing about heatmap", "heatmap --measure value" },
    { "--grain says nothing about heatmap", "heatmap --grain month" },
    { "--objective says nothing about small-multiples", "small-multiples --leader L001 --objective O001" },
    { "--unit says nothing about talk-walk of one leader", "talk-walk --leader L002 --unit Sales" },
    { "--leader says nothing about reward-curve", "reward-curve --leader L002" },
    { "do not go together", "waterfall --period 2026-03 --cycle 'FY 2026'" },
    { "say whose objectives", "small-multiples" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    refuse (2, cases[i].says, cases[i].line);
}

static void
test_what_is_wrong (void)
{
  const struct { int status; const char *says, *line; } cases[] = {
    { 2, "is no driver", "heatmap --driver retention" },
    { 2, "is no level", "heatmap --level 0" },
    { 2, "is no level", "heatmap --level two" },
    { 2, "is nothing to show by", "heatmap --by person" },
    { 2, "are no columns", "heatmap --columns unit" },
    { 2, "is no order", "heatmap --sort score" },
    { 2, "is no measure of leaders", "distribution --measure value" },
    { 2, "is no measure", "waterfall --measure scores" },
    { 2, "is no period", "heatmap --period soon" },
    { 2, "is no theme", "heatmap --theme pink" },
    { 2, "Did you mean “heatmap”?", "heatmp" },
    { 1, "There is no level 99: the cycle has 4 levels.", "heatmap --level 99" },
    { 1, "No leader in the cycle has the unit “Salez”.", "heatmap --unit Salez" },
    { 1, "Did you mean “Sales”?", "heatmap --unit Salez" },
    { 1, "No objective in the cycle has the stage “Lieve”.", "cascade --stage Lieve" },
    { 1, "There is no leader “L999”.", "coverage --leader L999" },
    { 1, "There is no leader “L999”.", "small-multiples --leader L999" },
    { 1, "There is no objective “O999” in the cycle.", "cascade --objective O999" },
    { 1, "does not lie in the cycle “FY 2026”", "heatmap --period 2024-Q1" },
    { 1, "does not lie in the cycle “FY 2026”", "cascade --period 2027-Q3" },
    { 1, "There is no cycle “FY 1999”.\nThere ", "heatmap --cycle 'FY 1999'" },
    { 1, "There is no cycle “FY 1999”.\nThere ", "waterfall --cycle 'FY 1999'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    refuse (cases[i].status, cases[i].says, cases[i].line);
}

static void
test_never_over_the_company (void)
{
  g_autofree char *own = cli_company ("own.svg");

  cli_refused (2, "would write over the company itself", "chart", own, "heatmap", "--output", own, NULL);
  cli_expect (0, NULL, "check", own, NULL);
}

static void
test_without_a_cycle (void)
{
  static const char *const names[] = { "heatmap", "talk-walk", "coverage", "distribution", "cascade" };
  g_autofree char *empty = cli_company ("chart-empty.exemplar");
  g_autofree char *svg = cli_path ("empty.svg");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cli_refused (1, "There is no cycle yet", "chart", empty, names[i], "--output", svg, NULL);
  cli_refused (1, "There is no cycle yet", "chart", empty, "objective", "--objective", "O001", "--output", svg, NULL);

  /* A cycle that nobody takes part in is drawn, and says so. */
  cli_expect (0, NULL, "cycle", empty, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cli_expect (0, NULL, "chart", empty, names[i], "--output", svg, NULL);
}

static void
test_help (void)
{
  static const char *const words[] = { "waterfall", "growth", "lost-reasons", "heatmap", "talk-walk", "coverage", "distribution", "objective",
                                       "small-multiples", "cascade", "reward-curve", "--unit", "--level", "--driver", "--stage", "--by", "--columns",
                                       "--sort", "--measure", "--period", "--leader", "--as", "contrast-dark", "as high as" };
  g_autofree char *out = NULL;

  cli_expect (0, &out, "chart", "--help", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    cli_assert_has (out, words[i]);
}

int
main (int argc, char **argv)
{
  int status;

  cli_start (&argc, &argv);
  company = cli_path ("sample.exemplar");
  cli_expect (0, NULL, "new", company, "--sample", NULL);

  g_test_add_func ("/chart/every-name", test_every_name);
  g_test_add_func ("/chart/pictures-of-every-kind", test_pictures_of_every_kind);
  g_test_add_func ("/chart/rows-have-room", test_rows_have_room);
  g_test_add_func ("/chart/what-says-nothing", test_what_says_nothing);
  g_test_add_func ("/chart/what-is-wrong", test_what_is_wrong);
  g_test_add_func ("/chart/never-over-the-company", test_never_over_the_company);
  g_test_add_func ("/chart/without-a-cycle", test_without_a_cycle);
  g_test_add_func ("/chart/help", test_help);

  status = cli_end ();
  g_free (company);

  return status;
}
