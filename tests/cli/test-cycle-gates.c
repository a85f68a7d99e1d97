/* Every step of a review and of a cycle that must not be taken: what is said, all of it, and that nothing is half written. */
#include "config.h"

#include "cycle-world.h"

#include <string.h>

typedef struct
{
  WorldStage  stage;
  const char *before; /* lines that lead there, apart by ";"; NULL: none */
  const char *line;
  const char *words;  /* apart by "|" */
} Refusal;

static void
lead_there (const char *company, const char *lines)
{
  g_auto (GStrv) before = g_strsplit (lines, ";", -1);

  for (char **line = before; *line != NULL; line++)
    g_free (world_do (company, g_strstrip (*line)));
}

/* What is refused leaves the company as it was, which is asserted: cases that need no more than a stage share it. */
static void
check_all (const Refusal *cases, gsize n)
{
  g_autofree char *company = NULL;
  const Refusal *last = NULL;

  for (gsize i = 0; i < n; last = &cases[i++])
    {
      gboolean shared = last != NULL && last->before == NULL && cases[i].before == NULL && last->stage == cases[i].stage;

      if (!shared)
        {
          g_free (company);
          company = world_at (cases[i].stage, "gates.exemplar");
        }
      if (cases[i].before != NULL)
        lead_there (company, cases[i].before);
      world_refused (company, 1, cases[i].words, cases[i].line);
    }
}

#define REVIEW "review % CYCLE "

/* --- G1 ------------------------------------------------------------------------------------------------------------------------------ */

static void
test_agree (void)
{
  static const Refusal cases[] = {
    { WORLD_DRAFTS, NULL, REVIEW "ben agree", "Ana Okafor’s own objectives are not agreed yet" },
    { WORLD_DRAFTS, REVIEW "ana agree", REVIEW "dan agree --as ben", "Ben Adjei’s own objectives are not agreed yet" },
    { WORLD_DRAFTS, REVIEW "ana agree", REVIEW "ben agree --as ben", "Ben Adjei is reviewed by Ana Okafor" },
    { WORLD_DRAFTS, NULL, REVIEW "ana agree --as ana", "Ana Okafor is reviewed by Supervisory Board: HR does this for them" },
    { WORLD_DRAFTS, REVIEW "ana agree", REVIEW "dan agree --as ana", "Dan Roth is reviewed by Ben Adjei" },
    { WORLD_DRAFTS, REVIEW "ana agree", REVIEW "ana agree", "The objectives of Ana Okafor are agreed already" },
    { WORLD_LEADERS, NULL, REVIEW "dan agree", "Ben Adjei’s own objectives are not agreed yet|No objectives: this cycle needs at least 3" },
    { WORLD_DRAFTS, "import % objectives @short.csv", REVIEW "ana agree", "Weights total 99.99 %, not 100 %" },
    { WORLD_DRAFTS, "import % objectives @over.csv", REVIEW "ana agree", "Weights total 100.01 %, not 100 %" },
    { WORLD_DRAFTS, "import % objectives @vague.csv", REVIEW "ben agree",
      "Ana Okafor’s own|“Vague” has no unit|“Vague” has no data source|“Vague” has no cadence|“Vague” has no baseline|“Vague” has no target|"
      "“Vague” is not linked|“Vague” names no objective above it|Weights total 110 %" },
    { WORLD_DRAFTS, "import % leaders @root.csv", REVIEW "zoe agree", "Zoe Root: no manager, and not named as a top|No objectives" },
    { WORLD_DRAFTS, "import % leaders @gone.csv; " REVIEW "ana agree", REVIEW "gus agree", "Gus Gone is not in role on any day of the cycle" },
    { WORLD_DRAFTS, REVIEW "ana excuse --why Leave", REVIEW "ana agree", "Ana Okafor is excused (Leave)" },
    { WORLD_CLOSED, NULL, REVIEW "ana agree", "The cycle is closed|The review of Ana Okafor is signed" },
  };

  g_free (cli_file ("vague.csv", "id,leader,title,kind,weight\nben-4,ben,Vague,number,10\n"));
  g_free (cli_file ("root.csv", "id,name,manager\nzoe,Zoe Root,\n"));
  g_free (cli_file ("gone.csv", "id,name,manager,from,to\ngus,Gus Gone,ana,,2025-09-30\n"));
  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *csv = world_objectives ("ana", "", i == 0 ? "50 30 19.99" : "50 30 20.01");

      g_free (cli_file (i == 0 ? "short.csv" : "over.csv", csv));
    }
  check_all (cases, G_N_ELEMENTS (cases));
}

/* --- G2, G3 ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_assess (void)
{
  static const Refusal cases[] = {
    { WORLD_AGREED, NULL, REVIEW "ana self-assess --ratings @ana-3.csv", "The cycle is in “Plan”: this opens in “Assess”" },
    { WORLD_AGREED, NULL, REVIEW "ana self-assess --ratings @part.csv",
      "The cycle is in “Plan”|“Objective 1” has no comment|“Objective 2” has no self rating|“Objective 3” has no self rating|“Objective 3” has no comment" },
    { WORLD_AGREED, "cycle % CYCLE advance", REVIEW "ana self-assess --ratings @ana-3.csv", "The cycle is in “Run”" },
    { WORLD_ASSESS, NULL, REVIEW "ana self-assess", "“Objective 1” has no self rating|“Objective 3” has no comment beside" },
    { WORLD_ASSESS, NULL, REVIEW "ben self-assess --ratings @ben-3.csv --as ana", "Only Ben Adjei can do this, or HR" },
    { WORLD_ASSESS, NULL, REVIEW "ben self-assess --ratings @ana-3.csv --as ben", "ana-3.csv:2:1: “ana-1” is no objective of this review|nothing was rated" },
    { WORLD_SELF, NULL, REVIEW "ana self-assess --ratings @ana-3.csv", "Ana Okafor has submitted the self-assessment already" },
    { WORLD_DRAFTS, NULL, REVIEW "ana self-assess --ratings @ana-3.csv", "The objectives of Ana Okafor are not agreed yet|The cycle is in “Plan”" },

    { WORLD_ASSESS, REVIEW "ben self-assess --ratings @ben-3.csv", REVIEW "ben assess --ratings @ben-3.csv --as ana",
      "Ana Okafor has submitted no self-assessment yet: nobody rates others before having rated themselves" },
    { WORLD_ASSESS, NULL, REVIEW "ben assess --ratings @ben-3.csv --as ana", "Ben Adjei has submitted no self-assessment yet|Ana Okafor has submitted no" },
    { WORLD_SELF, NULL, REVIEW "ben assess --as ana", "“Objective 1” has no rating by Ana Okafor|The actual of “Objective 3” is not confirmed" },
    { WORLD_SELF, NULL, REVIEW "ben assess --ratings @ben-part.csv --as ana", "“Objective 2” has no rating|The actual of “Objective 3” is not confirmed" },
    { WORLD_SELF, NULL, REVIEW "ben assess --ratings @ben-3.csv --as ben", "Ben Adjei is reviewed by Ana Okafor" },
    { WORLD_SELF, NULL, REVIEW "dan assess --ratings @dan-3.csv --as ana", "Dan Roth is reviewed by Ben Adjei" },
    { WORLD_SELF, NULL, REVIEW "ana assess --ratings @ana-3.csv --as ana", "HR does this for them" },
    { WORLD_ASSESSED, NULL, REVIEW "ben assess --ratings @ben-3.csv", "The review of Ben Adjei is assessed already" },
  };

  for (gsize i = 0; world_everyone[i] != NULL; i++)
    g_free (world_ratings (world_everyone[i], "3", "Fine"));
  g_free (cli_file ("part.csv", "objective,rating,comment\nana-1,3,\nana-2,,Fine\n"));
  g_free (cli_file ("ben-part.csv", "objective,rating\nben-1,3\nben-2,\n"));
  check_all (cases, G_N_ELEMENTS (cases));
}

/* --- G4, G5 ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_calibrate (void)
{
  static const Refusal cases[] = {
    { WORLD_SELF, NULL, REVIEW "ben calibrate --ratings @ben-2.csv", "The review of Ben Adjei is not assessed yet" },
    { WORLD_ASSESSED, NULL, REVIEW "ben calibrate --ratings @bare.csv", "The adjusted rating of “Objective 1” needs a reason|“Objective 2” needs a reason" },
    { WORLD_ASSESSED, NULL, REVIEW "ben calibrate --ratings @bare.csv --why ' '", "needs a reason" },
    { WORLD_ASSESSED, NULL, REVIEW "ben calibrate --ratings @ben-2.csv --agreed-by ' '", "needs the name of who agreed to it" },
    { WORLD_ASSESSED, NULL, REVIEW "dan calibrate --ratings @dan-2.csv --as ben", "Only HR and the tops of the cycle adjust ratings" },
    { WORLD_ASSESSED, NULL, REVIEW "ana calibrate --ratings @ana-2.csv --as ana", "Nobody adjusts their own ratings" },
    { WORLD_SIGN, REVIEW "ana sign", REVIEW "ana calibrate --ratings @ana-2.csv", "The reviewer of Ana Okafor has signed" },
    { WORLD_SIGNED, NULL, REVIEW "ben calibrate --ratings @ben-2.csv", "The review of Ben Adjei is signed" },
    { WORLD_ASSESSED, NULL, REVIEW "ben calibrate --ratings @nine.csv --why x", "nine.csv:2:2: rating: “9” is no rating" },
  };

  for (gsize i = 0; world_everyone[i] != NULL; i++)
    g_free (world_ratings (world_everyone[i], "2", "Compared"));
  g_free (cli_file ("bare.csv", "objective,rating\nben-1,2\nben-2,2\nben-3,4\n")); /* the third stands already */
  g_free (cli_file ("nine.csv", "objective,rating\nben-1,9\n"));
  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_sign (void)
{
  static const Refusal cases[] = {
    { WORLD_ASSESSED, NULL, REVIEW "ana sign", "The cycle is in “Assess”: this opens in “Sign”" },
    { WORLD_SIGN, NULL, REVIEW "ben sign --as ana", "Ana Okafor’s own review is not signed yet: that comes first" },
    { WORLD_SIGN, NULL, REVIEW "ben sign", "Ana Okafor’s own review is not signed yet|Give a reason: you sign for Ana Okafor" },
    { WORLD_SIGN, REVIEW "ana sign", REVIEW "ana sign", "Give a reason: you sign for Ana Okafor" },
    { WORLD_SIGN, REVIEW "ana sign", REVIEW "ana sign --why ' '", "Give a reason" },
    { WORLD_SIGN, REVIEW "ana sign", REVIEW "ana sign --as ben", "Only Ana Okafor can do this, or HR" },
    { WORLD_SIGN, REVIEW "ana sign; " REVIEW "ana sign --as ana", REVIEW "ben sign --as ben", "Ben Adjei is reviewed by Ana Okafor" },
    { WORLD_SIGNED, NULL, REVIEW "ana sign --why again", "The review of Ana Okafor is signed: nothing in it changes" },
    { WORLD_SIGNED, NULL, REVIEW "ana dissent --why 'I disagree' --as ana", "The review of Ana Okafor is signed" },
    { WORLD_SIGN, NULL, REVIEW "ana dissent --as ana", "A dissent needs its words" },
    { WORLD_SIGN, NULL, REVIEW "ana dissent --why x --as ben", "Only Ana Okafor can do this" },
    { WORLD_ASSESSED, NULL, REVIEW "ana dissent --as ana", "this opens in “Sign”|A dissent needs its words" },
    { WORLD_SIGNED, NULL, REVIEW "ana send-back --why x", "The review of Ana Okafor is signed" },
    { WORLD_SIGNED, NULL, REVIEW "ana excuse --why x", "The review of Ana Okafor is signed" },
    { WORLD_SIGNED, NULL, REVIEW "ana reopen", "A reason is needed" },
    { WORLD_SIGNED, NULL, REVIEW "ana reopen --why x --as ana", "Only HR can do this" },
    { WORLD_SIGN, NULL, REVIEW "ana reopen --why x", "neither signed nor excused: there is nothing to re-open" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

/* --- the steps without a gate ------------------------------------------------------------------------------------------------------------ */

static void
test_move_excuse_observe (void)
{
  static const Refusal cases[] = {
    { WORLD_AGREED, NULL, REVIEW "dan move --to cleo", "A reason is needed" },
    { WORLD_AGREED, NULL, REVIEW "dan move --to cleo --why x --as ana", "Only HR can do this" },
    { WORLD_AGREED, NULL, REVIEW "dan move --to dan --why x", "Dan Roth cannot be their own reviewer" },
    { WORLD_AGREED, NULL, REVIEW "ben move --to dan", "Dan Roth is below Ben Adjei, and cannot review upward|A reason is needed" },
    { WORLD_AGREED, NULL, REVIEW "dan move --to ben --why x", "Ben Adjei reviews Dan Roth already" },
    { WORLD_AGREED, NULL, REVIEW "ana move --to ben --why x", "one of the tops of the cycle, whom the board reviews" },
    { WORLD_AGREED, NULL, REVIEW "dan move --to CLEO --why x", "There is no leader “CLEO”|Did you mean “cleo” (Cleo Maas)?" },
    { WORLD_AGREED, REVIEW "cleo excuse --why Leave", REVIEW "dan move --to cleo --why x", "a reviewer has to be there" },
    { WORLD_AGREED, NULL, REVIEW "dan excuse", "A reason is needed" },
    { WORLD_AGREED, NULL, REVIEW "dan excuse --why x --as ben", "Only HR can do this" },
    { WORLD_AGREED, REVIEW "dan excuse --why Leave", REVIEW "dan excuse --why x", "Dan Roth is excused (Leave)" },
    { WORLD_AGREED, NULL, REVIEW "dan send-back", "A reason is needed" },
    { WORLD_AGREED, NULL, REVIEW "dan send-back --why x --as ana", "Dan Roth is reviewed by Ben Adjei" },
    { WORLD_DRAFTS, NULL, REVIEW "dan send-back --why x", "still drafts: there is nothing to send back" },

    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo --to dan", "2 observers are too few" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo --to dan --to dan", "2 observers are too few" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo,dan,evee", "There is no leader “evee”|Did you mean “eve” (Eve Lund)?" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo,dan,ben", "Ben Adjei cannot observe themselves" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo,dan,ana", "Ana Okafor reviews Ben Adjei and rates as the reviewer" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --to cleo,dan,eve --as ana", "Only HR can do this" },
    { WORLD_ASSESS, NULL, REVIEW "ben observe --ratings @ben-3.csv --as eve", "HR has not named this observer of Ben Adjei" },
    { WORLD_AGREED, REVIEW "ben observe --to cleo,dan,eve", REVIEW "ben observe --ratings @ben-3.csv --as eve", "observers rate from “Assess” on" },
    { WORLD_SIGNED, NULL, REVIEW "ben observe --to cleo,dan,eve", "The review of Ben Adjei is signed" },
  };

  g_free (world_ratings ("ben", "3", "Fine"));
  check_all (cases, G_N_ELEMENTS (cases));
}

/* --- the cycle, G6 --------------------------------------------------------------------------------------------------------------------------- */

static void
test_cycle (void)
{
  static const Refusal cases[] = {
    { WORLD_AGREED, NULL, "cycle % CYCLE back --why x", "is in its first phase, “Plan”; it goes no further back" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE back", "Going back needs a reason" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE back --why ' '", "Going back needs a reason" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE back --why x --as ana", "Only HR does this" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE advance --as ana", "Only HR does this" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE set --min-objectives 1 --as ana", "Only HR does this" },
    { WORLD_ASSESS, NULL, "cycle % new 'FY 2027' --from 2026-10-01 --to 2027-09-30 --as ana", "Only HR does this" },
    { WORLD_SIGN, NULL, "cycle % CYCLE advance", "is in its last phase, “Sign”; what comes next is closing it" },
    { WORLD_SIGN, NULL, "cycle % CYCLE reopen --why x", "is not closed; there is nothing to re-open" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE reopen", "Re-opening needs a reason" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE reopen --why x --as ana", "Only HR does this" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE advance", "is closed" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE back --why x", "is closed; re-open it first" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE close", "is closed already" },
    { WORLD_CLOSED, NULL, "cycle % CYCLE set --scale 'a,b'", "is closed: nothing in it changes" },
    { WORLD_CLOSED, NULL, "asset % final 2026-Q1 --undo", "was closed on the figures of Q1 2026; re-open the cycle first" },
    { WORLD_CLOSED, NULL, REVIEW "ana reopen --why x", "The cycle is closed: HR has to re-open it first" },
    { WORLD_CLOSED, NULL, "undo %", "HR re-opens the cycle with a reason" },
    { WORLD_SIGNED, NULL, "asset % final 2026-Q4", "The customer figures of Q4 2026 are not there" },
    { WORLD_SIGNED, NULL, "asset % final 2026-01", "shorter than the periods that the customer figures are kept in" },
    { WORLD_SIGNED, NULL, "asset % final 2026-Q1 --as ana", "Only HR does this" },
    { WORLD_ASSESSED, NULL, "cycle % CYCLE set --scale 'a,b'", "scale" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

/* Each reason alone, and all together. */
static void
test_close (void)
{
#define FINAL "asset % final 2025-Q4; asset % final 2026-Q1; asset % final 2026-Q2; asset % final 2026-Q3"
  static const Refusal cases[] = {
    { WORLD_SIGNED, FINAL "; cycle % CYCLE back --why x", "cycle % CYCLE close", "The cycle is in “Calibrate”: this opens in “Sign”" },
    { WORLD_SIGNED, FINAL "; " REVIEW "dan reopen --why x", "cycle % CYCLE close", "The review of Dan Roth is neither signed nor excused (assessed)" },
    { WORLD_SIGNED, "asset % final 2025-Q4; asset % final 2026-Q1; asset % final 2026-Q2", "cycle % CYCLE close",
      "The customer figures of Q3 2026 are not final" },
    { WORLD_SIGNED, FINAL "; asset % final 2026-Q2 --undo", "cycle % CYCLE close", "The customer figures of Q2 2026 are not final" },
    { WORLD_SIGNED, "undo %", "cycle % CYCLE close", "There is no customer ledger" },
    { WORLD_SIGNED, "undo %; import % customers @late.csv; " FINAL, "cycle % CYCLE close", "Growth is not defined: there are no customer figures from before" },
    { WORLD_SIGNED, FINAL, "cycle % CYCLE close --as ana", "Only HR does this" },
    { WORLD_ASSESS, NULL, "cycle % CYCLE close",
      "The cycle is in “Assess”|The review of Ana Okafor|The review of Ben Adjei|The review of Cleo Maas|The review of Dan Roth|The review of Eve Lund|"
      "There is no customer ledger" },
  };

  g_free (cli_file ("late.csv", "customer,period,value\nc1,2025-Q4,10\nc1,2026-Q1,10\nc1,2026-Q2,10\nc1,2026-Q3,10\n"));
  check_all (cases, G_N_ELEMENTS (cases));
}

/* From the top down, so that the first line is the first thing to mend. */
static void
test_closing_lists_from_the_top_down (void)
{
  g_autofree char *company = world_at (WORLD_SIGN, "order.exemplar");
  g_autoptr (CliRun) run = world_run (company, "cycle % CYCLE close");
  const char *at = run->err;

  for (gsize i = 0; world_everyone[i] != NULL; i++)
    {
      static const char *const order[] = { "Ana Okafor", "Ben Adjei", "Dan Roth", "Cleo Maas", "Eve Lund" };

      at = strstr (at, order[i]);
      g_assert_nonnull (at);
    }
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/gates/agree", test_agree);
  g_test_add_func ("/gates/self-assess-and-assess", test_assess);
  g_test_add_func ("/gates/calibrate", test_calibrate);
  g_test_add_func ("/gates/sign", test_sign);
  g_test_add_func ("/gates/move-excuse-observe", test_move_excuse_observe);
  g_test_add_func ("/gates/cycle", test_cycle);
  g_test_add_func ("/gates/close", test_close);
  g_test_add_func ("/gates/closing-lists-from-the-top-down", test_closing_lists_from_the_top_down);

  return cli_end ();
}
