/* A review cycle from an empty company to its close, as a script would run it: by HR, the top, two levels of managers and those below. */
#include "config.h"

#include "cycle-world.h"

#include <string.h>

/* --- from empty to closed ------------------------------------------------------------------------------------------------------- */

static char *
phase_of (const char *company)
{
  g_autofree char *list = world_do (company, "cycle % list --format csv");

  return cli_csv_get (list, "name", WORLD_CYCLE, "phase");
}

static void
test_every_stage (void)
{
  static const struct { WorldStage stage; const char *phase, *state; } stages[] = {
    { WORLD_LEADERS, "plan", "drafting" },          { WORLD_DRAFTS, "plan", "drafting" },    { WORLD_AGREED, "plan", "agreed" },
    { WORLD_ASSESS, "assess", "agreed" },           { WORLD_SELF, "assess", "self-assessed" }, { WORLD_ASSESSED, "assess", "assessed" },
    { WORLD_SIGN, "sign", "assessed" },             { WORLD_SIGNED, "sign", "signed" },       { WORLD_CLOSED, "closed", "signed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *company = world_at (stages[i].stage, "stage.exemplar");
      g_autofree char *phase = phase_of (company);

      g_assert_cmpstr (phase, ==, stages[i].phase);
      for (gsize k = 0; world_everyone[k] != NULL; k++)
        world_assert_state (company, world_everyone[k], stages[i].state);
      world_assert_sound (company);
    }
}

static void
test_coverage (void)
{
  static const struct { WorldStage stage; const char *csv; } stages[] = {
    { WORLD_DRAFTS, "1,1,0,0,0,0,0,3,0,3\n2,2,0,0,0,0,0,6,0,6\n3,2,0,0,0,0,0,6,0,6\n" },
    { WORLD_ASSESS, "1,1,0,1,0,0,0,3,1,3\n2,2,0,2,0,0,0,6,0,6\n3,2,0,2,0,0,0,6,0,6\n" },
    { WORLD_SIGNED, "1,1,0,1,1,1,1,3,1,3\n2,2,0,2,2,2,2,6,0,6\n3,2,0,2,2,2,2,6,0,6\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *company = world_at (stages[i].stage, "coverage.exemplar");
      g_autofree char *csv = world_do (company, "show % coverage --format csv");
      g_autofree char *expected = g_strconcat ("level,leaders,excused,agreed,self_assessed,assessed,signed,objectives,measured,linked\n", stages[i].csv, NULL);

      g_assert_cmpstr (csv, ==, expected);
    }
}

/* Advancing answers who is behind, and refuses nothing. */
static void
test_advancing_lists_the_laggards (void)
{
  g_autofree char *company = world_at (WORLD_DRAFTS, "laggards.exemplar");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  g_autofree char *phase = NULL;

  g_free (world_do (company, "review % CYCLE ana agree"));
  first = world_do (company, "cycle % CYCLE advance --format csv");
  g_assert_cmpuint (cli_n_lines (first), ==, 5);
  g_assert_null (strstr (first, "ana,"));
  cli_assert_has (first, "ben,Ben Adjei,2,drafting,ready to be agreed");
  cli_assert_has (first, "dan,Dan Roth,3,drafting,waits for Ben Adjei’s own agreement");
  second = world_do (company, "cycle % CYCLE advance --format json");
  third = world_do (company, "cycle % CYCLE advance");
  cli_assert_has (third, "Ana Okafor");
  fourth = world_do (company, "cycle % advance CYCLE"); /* in this order, too */
  phase = phase_of (company);
  g_assert_cmpstr (phase, ==, "sign");
}

static void
test_back_and_forth (void)
{
  g_autofree char *company = world_at (WORLD_CLOSED, "back.exemplar");
  static const struct { const char *line, *phase; } moves[] = {
    { "cycle % CYCLE reopen --why 'The survey was wrong'", "sign" }, { "cycle % CYCLE back --why 'Compare again'", "calibrate" },
    { "cycle % CYCLE back --why 'Assess again'", "assess" },         { "cycle % CYCLE back --why 'Too early'", "run" },
    { "cycle % CYCLE back --why 'Once more'", "plan" },              { "cycle % CYCLE advance", "run" },
    { "cycle % CYCLE advance", "assess" },                          { "cycle % CYCLE advance", "calibrate" },
    { "cycle % CYCLE advance", "sign" },                            { "cycle % CYCLE close", "closed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *phase = NULL;

      g_free (world_do (company, moves[i].line));
      phase = phase_of (company);
      g_assert_cmpstr (phase, ==, moves[i].phase);
    }
  for (gsize k = 0; world_everyone[k] != NULL; k++)
    world_assert_state (company, world_everyone[k], "signed");
  world_assert_sound (company);
}

/* --- people come and go ------------------------------------------------------------------------------------------------------------- */

/* Ben leaves and Fay joins while the cycle runs: Dan is reviewed by the next above, Fay takes part, and nobody drops out silently. */
static void
test_joining_and_leaving (void)
{
  g_autofree char *company = world_at (WORLD_AGREED, "leaving.exemplar");
  g_autofree char *leaders = cli_file ("moves.csv", "id,name,manager,from,to\nben,Ben Adjei,ana,,2026-06-30\nfay,Fay Orr,cleo,2026-04-01,\n");
  g_autofree char *reviewer = NULL;
  g_autofree char *level = NULL;

  g_free (world_do (company, "import % leaders @moves.csv"));
  reviewer = world_review (company, "dan", "reviewer", NULL);
  g_assert_cmpstr (reviewer, ==, "ana");
  level = world_review (company, "fay", "level", NULL);
  g_assert_cmpstr (level, ==, "3");
  world_assert_state (company, "ben", "agreed");
  world_refused (company, 1, "No objectives", "review % CYCLE fay agree");

  g_free (world_do (company, "review % CYCLE fay excuse --why 'Joined in April, without objectives'"));
  g_free (world_do (company, "review % CYCLE dan move --to cleo --why 'Ben has left'"));
  g_free (reviewer);
  reviewer = world_review (company, "dan", "reviewer", NULL);
  g_assert_cmpstr (reviewer, ==, "cleo");
  world_assert_sound (company);
}

/* An excused manager is passed over; whoever comes back is there again. */
static void
test_excused (void)
{
  g_autofree char *company = world_at (WORLD_DRAFTS, "excused.exemplar");
  g_autofree char *reviewer = NULL;
  g_autofree char *excused = NULL;
  g_autofree char *again = NULL;

  g_free (world_do (company, "review % CYCLE ana agree"));
  g_free (world_do (company, "review % CYCLE ben excuse --why 'Parental leave'"));
  reviewer = world_review (company, "dan", "reviewer", NULL);
  g_assert_cmpstr (reviewer, ==, "ana");
  excused = world_review (company, "ben", "excused", NULL);
  g_assert_cmpstr (excused, ==, "1");
  g_free (world_do (company, "review % CYCLE dan agree --as ana"));
  g_free (world_do (company, "review % CYCLE ben reopen --why 'Back already'"));
  again = world_review (company, "ben", "excused", NULL);
  g_assert_cmpstr (again, ==, "0");
  world_assert_sound (company);
}

/* --- what is said in a review ----------------------------------------------------------------------------------------------------------- */

static void
test_calibrating_keeps_the_first_rating (void)
{
  g_autofree char *company = world_at (WORLD_ASSESSED, "calibrate.exemplar");
  g_autofree char *lower = world_ratings ("ben", "2", "Compared with the others");
  g_autofree char *same = world_ratings ("ben", "4", "");
  g_autofree char *first = NULL;
  g_autofree char *final = NULL;
  g_autofree char *again = NULL;
  g_autoptr (CliRun) run = NULL;
  g_autoptr (CliRun) nothing = NULL;

  run = world_run (company, "review % CYCLE ben calibrate --ratings @ben-2.csv --as ana");
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->err, "3 ratings were adjusted.");
  first = world_review (company, "ben", "manager", NULL);
  final = world_review (company, "ben", "final", NULL);
  g_assert_cmpstr (first, ==, "4");
  g_assert_cmpstr (final, ==, "2");

  nothing = world_run (company, "review % CYCLE ben calibrate --ratings @ben-2.csv --as ana");
  g_assert_cmpint (nothing->status, ==, 0);
  cli_assert_has (nothing->err, "Nothing to adjust");
  g_free (world_do (company, "review % CYCLE ben calibrate --ratings @ben-4.csv --why 'As it was'")); /* takes it away */
  again = world_review (company, "ben", "final", NULL);
  g_assert_cmpstr (again, ==, "4");
  world_assert_sound (company);
}

static void
test_observers_are_a_mean_of_three (void)
{
  g_autofree char *company = world_at (WORLD_ASSESSED, "observe.exemplar");
  static const char *const observers[] = { "cleo", "dan", "eve" };
  static const char *const ratings[] = { "3", "4", "4" };
  g_autofree char *mean = NULL;
  g_autofree char *none = NULL;

  g_free (world_do (company, "review % CYCLE ben observe --to cleo --to dan,eve"));
  for (gsize i = 0; i < G_N_ELEMENTS (observers); i++)
    {
      g_autofree char *file = world_ratings ("ben", ratings[i], "");
      g_autofree char *line = g_strdup_printf ("review %% CYCLE ben observe --ratings '%s' --as %s", file, observers[i]);
      g_autofree char *before = world_review (company, "ben", "observers", NULL);

      g_assert_cmpstr (before, ==, ""); /* of two nothing is shown */
      g_free (world_do (company, line));
    }
  mean = world_review (company, "ben", "observers", NULL);
  g_assert_cmpstr (mean, ==, "3.666667");

  g_free (world_do (company, "review % CYCLE ben observe --to ''"));
  none = world_review (company, "ben", "observers", NULL);
  g_assert_cmpstr (none, ==, "");
  world_assert_sound (company);
}

/* Re-opening keeps what was signed in the history, and flags who signed below. */
static void
test_reopening (void)
{
  g_autofree char *company = world_at (WORLD_SIGNED, "reopen.exemplar");
  g_autofree char *flags = NULL;
  g_autofree char *history = NULL;

  g_free (world_do (company, "review % CYCLE ben reopen --why 'A figure was wrong'"));
  world_assert_state (company, "ben", "assessed");
  flags = world_review (company, "dan", "flags", NULL);
  cli_assert_has (flags, "Ben Adjei");
  history = world_do (company, "show % history --explain --format csv");
  cli_assert_has (history, "A figure was wrong");
  cli_assert_has (history, "\"\"leader_signed\"\":\"\"ben\"\"");
  g_free (world_do (company, "review % CYCLE ben sign --as ana"));
  g_free (world_do (company, "review % CYCLE ben sign --as ben"));
  world_assert_state (company, "ben", "signed");
  world_assert_sound (company);
}

/* --- the next cycle ------------------------------------------------------------------------------------------------------------------- */

static void
test_the_next_cycle_starts_from_the_last (void)
{
  g_autofree char *company = world_at (WORLD_CLOSED, "next.exemplar");
  g_autofree char *objectives = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *kept = NULL;

  g_free (world_do (company, "cycle % new 'FY 2027' --from 2026-10-01 --to 2027-09-30 --top ana --carry CYCLE --objective ana-1 --objective ben-1"));
  objectives = world_do (company, "show % objectives --cycle 'FY 2027' --format csv");
  g_assert_cmpuint (cli_n_lines (objectives), ==, 3);
  baseline = cli_csv_get (objectives, "leader", "ana", "baseline");
  g_assert_cmpstr (baseline, ==, "90");
  parent = cli_csv_get (objectives, "leader", "ben", "parent");
  g_assert_cmpstr (parent, !=, "");
  kept = world_do (company, "show % reviews --cycle CYCLE --format csv");
  cli_assert_has (kept, "ben,Ben Adjei,2,ana,signed");
  world_assert_sound (company);
}

/* --- what is next --------------------------------------------------------------------------------------------------------------------------- */

static void
test_todo_is_one_list (void)
{
  g_autofree char *company = world_at (WORLD_LEADERS, "todo.exemplar");
  g_autofree char *mine = world_do (company, "show % todo --leader ana --format csv");
  g_autofree char *as = world_do (company, "show % todo --as ana --format csv");
  g_autofree char *all = world_do (company, "show % todo --format json");
  g_autofree char *text = world_do (company, "show % todo");

  g_assert_cmpstr (mine, ==, as);
  cli_assert_has (all, "\"HR\"");
  cli_assert_has (all, "\"person\": \"ana\"");
  cli_assert_has (text, "Ana Okafor\n");
}

/* Everybody's list leads to the close: whatever it says next is done, until nothing is left. */
static void
test_todo_ends (void)
{
  g_autofree char *company = world_at (WORLD_CLOSED, "done.exemplar");
  g_autoptr (CliRun) run = world_run (company, "show % todo");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_has (run->err, "Nothing is next");
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/cycle/every-stage-from-empty-to-closed", test_every_stage);
  g_test_add_func ("/cycle/coverage-fills-downward", test_coverage);
  g_test_add_func ("/cycle/advancing-lists-the-laggards", test_advancing_lists_the_laggards);
  g_test_add_func ("/cycle/back-and-forth", test_back_and_forth);
  g_test_add_func ("/cycle/joining-and-leaving", test_joining_and_leaving);
  g_test_add_func ("/cycle/excused", test_excused);
  g_test_add_func ("/cycle/calibrating-keeps-the-first-rating", test_calibrating_keeps_the_first_rating);
  g_test_add_func ("/cycle/observers-are-a-mean-of-three", test_observers_are_a_mean_of_three);
  g_test_add_func ("/cycle/reopening", test_reopening);
  g_test_add_func ("/cycle/the-next-cycle-starts-from-the-last", test_the_next_cycle_starts_from_the_last);
  g_test_add_func ("/cycle/todo-is-one-list", test_todo_is_one_list);
  g_test_add_func ("/cycle/todo-ends", test_todo_ends);

  return cli_end ();
}
