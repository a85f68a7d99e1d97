/* A review cycle from an empty company to its close, as a script would run it; and everything that must not be possible on the way. */
#include "config.h"

#include "cli-run.h"

#include <string.h>

#define CYCLE "FY 2026"

/* Ana is the top; Ben and Cleo report to her, Dan to Ben. */
static const char *const everyone[] = { "ana", "ben", "cleo", "dan" };
static const char *const managers[] = { "", "ana", "ana", "ben" };

static char *
objectives_of (const char *leader, const char *manager, const char *weights)
{
  g_auto (GStrv) weight = g_strsplit (weights, " ", -1);
  GString *csv = g_string_new ("id,leader,title,kind,weight,unit,aggregate,baseline,target,source,cadence,parent,driver,claim_customers\n");

  for (guint i = 0; weight[i] != NULL; i++)
    {
      g_autofree char *parent = *manager != '\0' ? g_strdup_printf ("%s-%u", manager, i + 1) : g_strdup ("");

      g_string_append_printf (csv, "%s-%u,%s,Objective %u,number,%s,points,latest,0,100,Survey,monthly,%s,retain,10\n", leader, i + 1, leader, i + 1,
                              weight[i], parent);
    }

  return g_string_free (csv, FALSE);
}

static void
import (const char *company, const char *what, const char *contents)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", what);
  g_autofree char *path = cli_file (name, contents);

  cli_expect (0, NULL, "import", company, what, path, NULL);
}

/* Leaders, the cycle, three objectives each. */
static char *
make_company (const char *name)
{
  char *company = cli_company (name);

  import (company, "leaders", "id,name,manager,email\nana,Ana Okafor,,ana@x.example\nben,Ben Adjei,ana,\ncleo,Cleo Maas,ana,\ndan,Dan Roth,ben,\n");
  cli_expect (0, NULL, "cycle", company, "new", CYCLE, "--from", "2025-10-01", "--to", "2026-09-30", "--top", "ana", "--board", "Supervisory Board", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (everyone); i++)
    {
      g_autofree char *csv = objectives_of (everyone[i], managers[i], "50 30 20");

      import (company, "objectives", csv);
    }

  return company;
}

static char *
ratings (const char *leader, int rating, const char *comment)
{
  g_autofree char *csv = g_strdup_printf ("objective,rating,comment\n%s-1,%d,%s\n%s-2,%d,%s\n%s-3,%d,%s\n", leader, rating, comment, leader, rating,
                                          comment, leader, rating, comment);
  g_autofree char *name = g_strdup_printf ("ratings-%s.csv", leader);

  return cli_file (name, csv);
}

static void
step_all (const char *company, const char *step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (everyone); i++)
    cli_expect (0, NULL, "review", company, CYCLE, everyone[i], step, NULL);
}

static void
rate_all (const char *company, const char *step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (everyone); i++)
    {
      g_autofree char *path = ratings (everyone[i], 3, "As agreed");

      cli_expect (0, NULL, "review", company, CYCLE, everyone[i], step, "--ratings", path, NULL);
    }
}

static void
advance_to (const char *company, const char *phase)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *list = NULL;
      g_autofree char *now = NULL;

      cli_expect (0, &list, "cycle", company, "list", "--format", "csv", NULL);
      now = cli_csv_get (list, "name", CYCLE, "phase");
      if (g_str_equal (now, phase))
        return;
      cli_expect (0, NULL, "cycle", company, CYCLE, "advance", NULL);
    }
  g_error ("never came to %s", phase);
}

static void
assert_state (const char *company, const char *leader, const char *state)
{
  g_autofree char *csv = NULL;
  g_autofree char *is = NULL;

  cli_expect (0, &csv, "show", company, "reviews", "--format", "csv", NULL);
  is = cli_csv_get (csv, "leader", leader, "state");
  g_assert_cmpstr (is, ==, state);
}

static void
assert_sound (const char *company)
{
  cli_expect (0, NULL, "check", company, NULL);
}

/* --- from empty to closed ------------------------------------------------------------------------------------------------------- */

static void
sign_all (const char *company)
{
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "sign", NULL); /* the board's, by HR */
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "sign", "--as", "ana", NULL);
  for (gsize i = 1; i < G_N_ELEMENTS (everyone); i++)
    {
      cli_expect (0, NULL, "review", company, CYCLE, everyone[i], "sign", "--as", managers[i], NULL);
      cli_expect (0, NULL, "review", company, CYCLE, everyone[i], "sign", "--as", everyone[i], NULL);
    }
}

static void
test_from_empty_to_closed (void)
{
  g_autofree char *company = make_company ("closed.exemplar");
  g_autofree char *coverage = NULL;
  g_autofree char *signed_ = NULL;
  g_autofree char *phase = NULL;
  g_autofree char *list = NULL;

  step_all (company, "agree");
  import (company, "check-ins", "objective,date,value,note\nana-1,2026-09-30,90,late: the survey came in October\nben-1,2026-08-31,50,x\n");
  advance_to (company, "assess");
  rate_all (company, "self-assess");
  rate_all (company, "assess");
  advance_to (company, "sign");
  sign_all (company);

  cli_refused (1, "customer ledger", "cycle", company, CYCLE, "close", NULL);
  import (company, "customers", "customer,period,value\nc1,2025-Q3,10\nc2,2025-Q3,20\nc1,2025-Q4,10\nc1,2026-Q1,10\nc3,2026-Q2,5\nc1,2026-Q3,11\n");
  cli_refused (1, "Q3 2026", "cycle", company, CYCLE, "close", NULL);
  cli_expect (0, NULL, "asset", company, "final", "2025-Q4", NULL);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *period = g_strdup_printf ("2026-Q%u", i);

      cli_expect (0, NULL, "asset", company, "final", period, NULL);
    }
  cli_expect (0, NULL, "cycle", company, CYCLE, "close", NULL);

  cli_expect (0, &list, "cycle", company, "list", "--format", "csv", NULL);
  phase = cli_csv_get (list, "name", CYCLE, "phase");
  g_assert_cmpstr (phase, ==, "closed");
  cli_expect (0, &coverage, "show", company, "coverage", "--format", "csv", NULL);
  signed_ = cli_csv_get (coverage, "level", "2", "signed");
  g_assert_cmpstr (signed_, ==, "2");
  assert_sound (company);
}

/* --- what must not be possible ---------------------------------------------------------------------------------------------------- */

static void
test_agreeing_goes_from_the_top_down (void)
{
  g_autofree char *company = make_company ("agree.exemplar");

  cli_refused (1, "Ana Okafor", "review", company, CYCLE, "ben", "agree", NULL);
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "agree", NULL);
  cli_refused (1, "Ben Adjei", "review", company, CYCLE, "dan", "agree", NULL);
  cli_refused (1, "", "review", company, CYCLE, "ben", "agree", "--as", "ben", NULL); /* one's own */
  cli_expect (0, NULL, "review", company, CYCLE, "ben", "agree", "--as", "ana", NULL);
  assert_state (company, "ben", "agreed");
  cli_refused (1, "", "review", company, CYCLE, "ben", "agree", NULL); /* twice */
  assert_sound (company);
}

static void
test_weights_of_99_99_percent_are_refused (void)
{
  g_autofree char *company = make_company ("weights.exemplar");
  g_autofree char *csv = objectives_of ("ana", "", "50 30 19.99");

  import (company, "objectives", csv);
  cli_refused (1, "99.99", "review", company, CYCLE, "ana", "agree", NULL);
}

static void
test_a_second_root_is_no_top (void)
{
  g_autofree char *company = make_company ("root.exemplar");

  import (company, "leaders", "id,name,manager\neve,Eve Lund,\n");
  cli_refused (1, "no manager, and not named as a top", "review", company, CYCLE, "eve", "agree", NULL);
  cli_refused (1, "No objectives", "review", company, CYCLE, "eve", "agree", NULL); /* and everything else: no objectives */
}

static void
test_nobody_rates_others_first (void)
{
  g_autofree char *company = make_company ("first.exemplar");
  g_autofree char *of_ana = NULL;
  g_autofree char *of_ben = NULL;

  step_all (company, "agree");
  of_ben = ratings ("ben", 4, "Good");
  cli_refused (1, "Assess", "review", company, CYCLE, "ben", "self-assess", "--ratings", of_ben, NULL); /* the phase has not come */
  advance_to (company, "assess");
  cli_expect (0, NULL, "review", company, CYCLE, "ben", "self-assess", "--ratings", of_ben, "--as", "ben", NULL);
  cli_refused (1, "Ana Okafor", "review", company, CYCLE, "ben", "assess", "--ratings", of_ben, "--as", "ana", NULL);
  of_ana = ratings ("ana", 4, "Good");
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "self-assess", "--ratings", of_ana, "--as", "ana", NULL);
  cli_expect (0, NULL, "review", company, CYCLE, "ben", "assess", "--ratings", of_ben, "--as", "ana", NULL);
  assert_state (company, "ben", "assessed");
  assert_sound (company);
}

static void
test_a_self_assessment_is_whole (void)
{
  g_autofree char *company = make_company ("whole.exemplar");
  g_autofree char *part = cli_file ("part.csv", "objective,rating,comment\nana-1,3,Fine\nana-2,4,\n");
  g_autofree char *wrong = cli_file ("wrong.csv", "objective,rating,comment\nana-1,6,Fine\nben-1,3,Not mine\nana-2,3,a\nana-2,3,b\n");
  g_autoptr (CliRun) run = NULL;

  cli_expect (0, NULL, "review", company, CYCLE, "ana", "agree", NULL);
  advance_to (company, "assess");
  cli_refused (1, "Objective 3", "review", company, CYCLE, "ana", "self-assess", "--ratings", part, NULL);
  cli_refused (1, "Objective 2", "review", company, CYCLE, "ana", "self-assess", "--ratings", part, NULL); /* without a comment */
  run = cli_run ("review", company, CYCLE, "ana", "self-assess", "--ratings", wrong, NULL);
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "wrong.csv:2:2:");
  cli_assert_has (run->err, "wrong.csv:3:1:");
  cli_assert_has (run->err, "wrong.csv:5:1:");
  assert_state (company, "ana", "agreed");
}

static void
test_an_agreed_review_is_not_imported_over (void)
{
  g_autofree char *company = make_company ("over.exemplar");
  g_autofree char *csv = objectives_of ("ana", "", "50 25 25");
  g_autofree char *path = cli_file ("over.csv", csv);
  g_autoptr (CliRun) run = NULL;

  cli_expect (0, NULL, "review", company, CYCLE, "ana", "agree", NULL);
  run = cli_run ("import", company, "objectives", path, NULL);
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "over.csv:3:");
  cli_assert_has (run->err, "over.csv:4:");
  assert_sound (company);
}

static void
test_a_signature_is_not_undone (void)
{
  g_autofree char *company = make_company ("signature.exemplar");
  g_autofree char *late = cli_file ("late.csv", "objective,date,value,note\nana-1,2026-09-30,10,too late\n");
  g_autoptr (CliRun) import_run = NULL;

  step_all (company, "agree");
  advance_to (company, "assess");
  rate_all (company, "self-assess");
  rate_all (company, "assess");
  cli_refused (1, "Sign", "review", company, CYCLE, "ana", "sign", NULL); /* the phase has not come */
  advance_to (company, "sign");
  cli_refused (1, "", "review", company, CYCLE, "ben", "sign", "--as", "ana", NULL); /* hers first */
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "sign", NULL);
  cli_refused (1, "reason", "review", company, CYCLE, "ana", "sign", NULL); /* HR for Ana, without one */
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "dissent", "--why", "The survey was late", "--as", "ana", NULL);
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "sign", "--why", "On parental leave", NULL);
  assert_state (company, "ana", "signed");

  cli_refused (1, "re-open", "undo", company, NULL);
  import_run = cli_run ("import", company, "check-ins", late, NULL);
  g_assert_cmpint (import_run->status, ==, 1);
  cli_assert_has (import_run->err, "late.csv:2:");
  cli_assert_has (import_run->err, "Ana Okafor");
  cli_refused (1, "reason", "review", company, CYCLE, "ana", "reopen", NULL);
  cli_expect (0, NULL, "review", company, CYCLE, "ana", "reopen", "--why", "The survey is in", NULL);
  assert_state (company, "ana", "assessed");
  assert_sound (company);
}

static void
test_todo_is_one_list (void)
{
  g_autofree char *company = make_company ("todo.exemplar");
  g_autofree char *mine = NULL;
  g_autofree char *as = NULL;
  g_autofree char *all = NULL;

  cli_expect (0, &mine, "show", company, "todo", "--leader", "ana", "--format", "csv", NULL);
  cli_expect (0, &as, "show", company, "todo", "--as", "ana", "--format", "csv", NULL);
  g_assert_cmpstr (mine, ==, as);
  cli_expect (0, &all, "show", company, "todo", "--format", "json", NULL);
  cli_assert_has (all, "\"HR\"");
}

int
main (int argc, char **argv)
{
  g_setenv ("EXEMPLAR_TODAY", "2026-10-10", TRUE);
  cli_start (&argc, &argv);

  g_test_add_func ("/cli/cycle/from-empty-to-closed", test_from_empty_to_closed);
  g_test_add_func ("/cli/cycle/agreeing-goes-from-the-top-down", test_agreeing_goes_from_the_top_down);
  g_test_add_func ("/cli/cycle/weights-of-99-99-percent-are-refused", test_weights_of_99_99_percent_are_refused);
  g_test_add_func ("/cli/cycle/a-second-root-is-no-top", test_a_second_root_is_no_top);
  g_test_add_func ("/cli/cycle/nobody-rates-others-first", test_nobody_rates_others_first);
  g_test_add_func ("/cli/cycle/a-self-assessment-is-whole", test_a_self_assessment_is_whole);
  g_test_add_func ("/cli/cycle/an-agreed-review-is-not-imported-over", test_an_agreed_review_is_not_imported_over);
  g_test_add_func ("/cli/cycle/a-signature-is-not-undone", test_a_signature_is_not_undone);
  g_test_add_func ("/cli/cycle/todo-is-one-list", test_todo_is_one_list);

  return cli_end ();
}
