#include "config.h"

#include "ex-cli-cycle.h"

#include "ex-cli-meant.h"

#include <glib/gi18n-lib.h>

static void
options_clear (ExCliCycleOptions *self)
{
  g_free (self->from);
  g_free (self->to);
  g_strfreev (self->tops);
  g_free (self->least);
  g_free (self->scale);
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    g_free (self->until[i]);
  g_free (self->threshold);
  g_free (self->stretch);
  g_free (self->late);
  g_free (self->board);
  g_free (self->name);
  g_free (self->carry);
  g_strfreev (self->objectives);
  g_free (self->why);
  g_free (self->format);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExCliCycleOptions, options_clear)

const ExCliUsage ex_cli_cycle_usage = {
  "cycle",
  "FILE new NAME --from DATE --to DATE [--top ID]… [OPTION…] | FILE NAME set|advance|back|close|reopen [OPTION…] | FILE list",
  N_("Opens a review cycle, moves it from phase to phase, or lists them."),
  N_("Dates are written 2026-09-30; a cycle runs from the first day of a month to the last of one. "
     "A top is a leader that the cycle starts with; usually one, and the only leader without a manager unless said. "
     "Phases: plan, run, assess, calibrate, sign, closed. "
     "advance answers whose review is not there yet, and refuses nothing; close does while anything is missing, and says all of it. "
     "back and reopen need --why. set changes the options of new, as long as nothing was built on them."),
  2,
  3,
};

/* --- which verb takes which options -------------------------------------------------------------------------------------------- */

enum { PLAN = 1, NAME = 2, WHY = 4, FORMAT = 8 };

static const struct { const char *name; guint options; } verbs[] = {
  { "new", PLAN }, { "list", FORMAT }, { "set", PLAN | NAME }, { "advance", FORMAT }, { "back", WHY }, { "close", 0 }, { "reopen", WHY },
};

/* -1: there is none. */
static int
find_verb (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (g_ascii_strcasecmp (word, verbs[i].name) == 0)
      return (int) i;

  return -1;
}

/* NULL: none was given that is about a plan. */
static const char *
given_of_plan (const ExCliCycleOptions *self)
{
  const struct { gconstpointer given; const char *option; } plan[] = {
    { self->from, "--from" },
    { self->to, "--to" },
    { self->tops, "--top" },
    { self->least, "--min-objectives" },
    { self->scale, "--scale" },
    { self->until[EX_PHASE_PLAN], "--plan-until" },
    { self->until[EX_PHASE_RUN], "--run-until" },
    { self->until[EX_PHASE_ASSESS], "--assess-until" },
    { self->until[EX_PHASE_CALIBRATE], "--calibrate-until" },
    { self->until[EX_PHASE_SIGN], "--sign-until" },
    { self->threshold, "--threshold-score" },
    { self->stretch, "--stretch-score" },
    { self->late, "--late-score" },
    { self->board, "--board" },
    { self->carry, "--carry" },
    { self->objectives, "--objective" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plan); i++)
    if (plan[i].given != NULL)
      return plan[i].option;

  return NULL;
}

/* An option that a verb has no use for is a mistake, not a wish to be passed over. */
static gboolean
check_taken (const ExCliCycleOptions *self, int verb, ExCliStatus *status)
{
  guint taken = verbs[verb].options;
  const char *extra = NULL;

  if ((taken & PLAN) == 0)
    extra = given_of_plan (self);
  if (extra == NULL && self->name != NULL && (taken & NAME) == 0)
    extra = "--name";
  if (extra == NULL && self->why != NULL && (taken & WHY) == 0)
    extra = "--why";
  if (extra == NULL && self->format != NULL && (taken & FORMAT) == 0)
    extra = "--format";

  if (extra != NULL)
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("%s says nothing about %s."), extra, verbs[verb].name);
  else if (self->objectives != NULL && self->carry == NULL)
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("--objective goes with --carry, which names the cycle that it comes from."));
  else
    return TRUE;

  return FALSE;
}

/* --- what was asked for -------------------------------------------------------------------------------------------------------- */

/* "new NAME", "NAME advance"; "advance NAME" is understood as well. *@name NULL: none was given. */
static gboolean
parse_words (char **words, int *verb, const char **name, ExCliStatus *status)
{
  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };
  gboolean first = find_verb (words[1]) >= 0 && (g_ascii_strcasecmp (words[1], "new") == 0 || find_verb (words[2]) < 0);

  *verb = find_verb (first ? words[1] : words[2]);
  *name = first ? words[2] : words[1];
  if (*verb >= 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;
  *status = ex_cli_unknown (&ex_cli_cycle_usage, _("cycle command"), words[2] != NULL ? words[2] : words[1], names);

  return FALSE;
}

static ExCliStatus
run_step (ExStore *store, const ExCycle *cycle, const char *verb, const ExCliCycleOptions *options, ExCliFormat format)
{
  g_autofree char *why = options->why != NULL ? ex_cli_to_utf8 (options->why) : NULL;

  if (g_str_equal (verb, "list"))
    return ex_cli_cycle_list (store, cycle, format);
  if (g_str_equal (verb, "set"))
    return ex_cli_cycle_set (store, cycle, options);
  if (g_str_equal (verb, "advance"))
    return ex_cli_cycle_advance (store, cycle, format);
  if (g_str_equal (verb, "back"))
    return ex_cli_cycle_back (store, cycle, why);
  if (g_str_equal (verb, "close"))
    return ex_cli_cycle_close (store, cycle);

  return ex_cli_cycle_reopen (store, cycle, why);
}

/* Of a cycle that is there. @name NULL: all, of list. */
static ExCliStatus
run_verb (const char *path, const char *name, const char *verb, const ExCliCycleOptions *options, ExCliFormat format)
{
  g_autofree char *plain = name != NULL ? ex_cli_to_name (name) : NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL && !g_str_equal (verb, "list"))
    return ex_cli_misused (&ex_cli_cycle_usage, _("say which cycle: NAME %s."), verb);
  store = ex_cli_open (path, options->actor);
  if (store == NULL)
    return EX_CLI_REFUSED;
  if (name == NULL)
    return ex_cli_cycle_list (store, NULL, format);

  cycle = ex_store_find_cycle (store, plain, &error);
  if (cycle != NULL)
    return run_step (store, cycle, verb, options, format);
  ex_cli_refuse ("%s", error->message);
  ex_cli_tell_cycle_meant (store, plain);

  return EX_CLI_REFUSED;
}

/* --- the command ----------------------------------------------------------------------------------------------------------------- */

/* The options, (transfer container), to be freed by the caller. */
static GOptionEntry *
make_entries (ExCliCycleOptions *options)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from, N_("its first day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_("its last day"), N_("DATE") },
    { "top", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->tops, N_("a leader that it starts with (and others so named)"), N_("ID") },
    { "board", 0, 0, G_OPTION_ARG_FILENAME, &options->board, N_("who reviews the tops, by name"), N_("NAME") },
    { "min-objectives", 0, 0, G_OPTION_ARG_FILENAME, &options->least, N_("that a review needs: 1 to 12, 3 unless set"), N_("NUMBER") },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &options->scale, N_("the words of the ratings from 1 up, 2 to 10, separated by commas"), N_("WORDS") },
    { "plan-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_PLAN], N_("last day to agree objectives; 30 days in unless set"), N_("DATE") },
    { "run-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_RUN], N_("last day of the work; the cycle’s last unless set"), N_("DATE") },
    { "assess-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_ASSESS], N_("last day to assess; 21 days after the cycle"), N_("DATE") },
    { "calibrate-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_CALIBRATE], N_("last day to compare; 35 days after"), N_("DATE") },
    { "sign-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_SIGN], N_("last day to sign; 49 days after"), N_("DATE") },
    { "threshold-score", 0, 0, G_OPTION_ARG_FILENAME, &options->threshold, N_("at the threshold, in percent; 50 unless set"), N_("SCORE") },
    { "stretch-score", 0, 0, G_OPTION_ARG_FILENAME, &options->stretch, N_("at the stretch; 150 unless set"), N_("SCORE") },
    { "late-score", 0, 0, G_OPTION_ARG_FILENAME, &options->late, N_("of a milestone done late; 50 unless set"), N_("SCORE") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options->name, N_("of set: what it is called from now on"), N_("NAME") },
    { "carry", 0, 0, G_OPTION_ARG_FILENAME, &options->carry, N_("bring the objectives of this cycle along, old actuals as baselines"), N_("CYCLE") },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->objectives, N_("of them, only this one (and others so named)"), N_("ID") },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &options->why, N_("the reason, of back and reopen"), N_("TEXT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->format, N_("of list and advance: text, csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options->actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  return g_memdup2 (entries, sizeof entries);
}

static ExCliStatus
run (int argc, char **argv)
{
  g_auto (ExCliCycleOptions) options = { 0 };
  g_autofree GOptionEntry *entries = make_entries (&options);
  g_auto (GStrv) words = NULL;
  const char *name;
  ExCliStatus status;
  ExCliFormat format;
  int verb;

  if (!ex_cli_parse (&ex_cli_cycle_usage, entries, argc, argv, &words, &status) || !parse_words (words, &verb, &name, &status)
      || !check_taken (&options, verb, &status))
    return status;
  if (!ex_cli_format_parse (options.format, &format))
    return ex_cli_misused (&ex_cli_cycle_usage, _("“%s” is no format; text, csv or json would be right."), options.format);
  if (g_str_equal (verbs[verb].name, "new"))
    return ex_cli_cycle_new (words[0], name, &options);
  ex_cli_format_speak (format);

  return run_verb (words[0], name, verbs[verb].name, &options, format);
}

const ExCliCommand ex_cli_cycle_command = { &ex_cli_cycle_usage, run };
