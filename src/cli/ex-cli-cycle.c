#include "config.h"

#include "core/ex-format.h"
#include "ex-cli-cycle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  g_free (self->board);
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
     "A top is a leader that the cycle starts with; usually one. Phases: plan, run, assess, calibrate, sign, closed. "
     "advance answers whose review is not there yet, and refuses nothing; close does while anything is missing."),
  2,
  3,
};

/* Small letters, digits and dashes out of the name, so that every laptop makes the same. (transfer full) */
static char *
slug_of (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "cycle");

  return g_string_free (slug, FALSE);
}

static gboolean
is_taken (const GPtrArray *cycles, const char *id)
{
  for (guint i = 0; i < cycles->len; i++)
    if (g_str_equal (((const ExCycle *) g_ptr_array_index (cycles, i))->id, id))
      return TRUE;

  return FALSE;
}

/* (transfer full); NULL: it was said why not */
static char *
make_id (ExStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autofree char *slug = slug_of (name);
  g_autofree char *id = g_strdup (slug);

  if (cycles == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      return NULL;
    }
  for (guint i = 2; is_taken (cycles, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }

  return g_steal_pointer (&id);
}

static gboolean
parse_day (const char *option, const char *text, ExDay *day, ExCliStatus *status)
{
  *day = text != NULL ? ex_day_parse (text) : EX_DAY_NONE;
  if (*day != EX_DAY_NONE)
    return TRUE;

  if (text == NULL)
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s is missing."), option);
  else
    *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s: “%s” is no day; one such as 2026-09-30 would be right."), option, text);

  return FALSE;
}

static ExCliStatus
add (ExStore *store, const char *name, ExDay first, ExDay last, const ExCliCycleOptions *options)
{
  g_autofree char *id = make_id (store, name);
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GError) error = NULL;
  ExCliStatus status = EX_CLI_DONE;

  if (id == NULL)
    return EX_CLI_REFUSED;

  cycle = ex_cycle_new (id, name, first, last);
  if (!ex_cli_cycle_fill (cycle, options, &status))
    return status;
  if (!ex_store_begin (store, N_("New cycle"), &error) || !ex_store_save_cycle (store, cycle, &error))
    return ex_cli_refuse ("%s", error->message);
  if (options->carry != NULL)
    status = ex_cli_cycle_carry (store, cycle, options);
  if (status != EX_CLI_DONE)
    ex_store_rollback (store);
  else if (!ex_store_commit (store, &error))
    return ex_cli_refuse ("%s", error->message);
  else
    ex_cli_tell (_("Opened the cycle “%s”."), name);

  return status;
}

static ExCliStatus
set (ExStore *store, const ExCycle *before, const ExCliCycleOptions *options)
{
  g_autoptr (ExCycle) cycle = ex_cycle_copy (before);
  g_autoptr (GError) error = NULL;
  ExCliStatus status;

  if ((options->from != NULL && !parse_day ("from", options->from, &cycle->first, &status))
      || (options->to != NULL && !parse_day ("to", options->to, &cycle->last, &status)) || !ex_cli_cycle_fill (cycle, options, &status))
    return status;
  if (!ex_store_save_cycle (store, cycle, &error))
    return ex_cli_refuse ("%s", error->message);
  if (options->carry != NULL)
    return ex_cli_cycle_carry (store, cycle, options);

  return EX_CLI_DONE;
}

static void
add_until (ExCliTable *table, const ExCycle *cycle)
{
  ExDay day = ex_cycle_until (cycle, cycle->phase);
  g_autofree char *iso = day != EX_DAY_NONE ? ex_day_to_iso (day) : NULL;
  g_autofree char *shown = day != EX_DAY_NONE ? ex_format_day (day) : NULL;

  ex_cli_table_word (table, iso, shown);
}

static ExCliStatus
list (ExStore *store, ExCliFormat format)
{
  static const ExCliColumn columns[] = {
    { "name", N_("Cycle") }, { "from", N_("From") }, { "to", N_("To") }, { "top", N_("Starts with") }, { "phase", N_("Phase") },
    { "until", N_("Until") }, { NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = ex_store_list_cycles (store, &error);
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);

  if (cycles == NULL)
    return ex_cli_refuse ("%s", error->message);

  for (guint i = 0; i < cycles->len; i++)
    {
      const ExCycle *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *from = ex_day_to_iso (cycle->first);
      g_autofree char *to = ex_day_to_iso (cycle->last);
      g_autofree char *from_shown = ex_format_day (cycle->first);
      g_autofree char *to_shown = ex_format_day (cycle->last);
      g_autofree char *tops = cycle->tops != NULL ? g_strjoinv (" ", cycle->tops) : g_strdup ("");

      ex_cli_table_text (table, cycle->name);
      ex_cli_table_word (table, from, from_shown);
      ex_cli_table_word (table, to, to_shown);
      ex_cli_table_text (table, tops);
      ex_cli_table_word (table, ex_phase_nick (cycle->phase), ex_phase_label (cycle->phase));
      add_until (table, cycle);
    }
  if (format == EX_CLI_TEXT && cycles->len == 0)
    ex_cli_tell (_("There is no cycle yet."));
  else
    ex_cli_table_answer (table, format);

  return EX_CLI_DONE;
}

static ExCliStatus
run_new (char **words, const ExCliCycleOptions *options)
{
  g_autoptr (ExStore) store = NULL;
  g_autofree char *name = NULL;
  ExCliStatus status;
  ExDay first, last;

  if (words[2] == NULL)
    return ex_cli_misused (&ex_cli_cycle_usage, _("say what the cycle is called: new NAME."));
  if (!parse_day ("from", options->from, &first, &status) || !parse_day ("to", options->to, &last, &status))
    return status;

  store = ex_cli_open (words[0], options->actor);
  if (store == NULL)
    return EX_CLI_REFUSED;
  name = ex_cli_to_name (words[2]);

  return add (store, name, first, last, options);
}

/* FILE NAME VERB */
static ExCliStatus
run_verb (char **words, const ExCliCycleOptions *options, ExCliFormat format)
{
  static const char *const verbs[] = { "new", "list", "set", "advance", "back", "close", "reopen", NULL };
  const char *verb = words[2];
  g_autofree char *name = ex_cli_to_name (words[1]);
  g_autofree char *why = options->why != NULL ? ex_cli_to_utf8 (options->why) : NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GError) error = NULL;

  if (verb == NULL || !g_strv_contains (verbs, verb))
    return ex_cli_unknown (&ex_cli_cycle_usage, _("cycle command"), verb != NULL ? verb : words[1], verbs);
  store = ex_cli_open (words[0], options->actor);
  if (store == NULL)
    return EX_CLI_REFUSED;
  cycle = ex_store_find_cycle (store, name, &error);
  if (cycle == NULL)
    return ex_cli_refuse ("%s", error->message);

  if (g_str_equal (verb, "set"))
    return set (store, cycle, options);
  if (g_str_equal (verb, "advance"))
    return ex_cli_cycle_advance (store, cycle, format);
  if (g_str_equal (verb, "back"))
    return ex_cli_cycle_back (store, cycle, why);
  if (g_str_equal (verb, "close"))
    return ex_cli_cycle_close (store, cycle);

  return ex_cli_cycle_reopen (store, cycle, why);
}

/* The options, (transfer container), to be freed by the caller. */
static GOptionEntry *
make_entries (ExCliCycleOptions *options)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from, N_("its first day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_("its last day"), N_("DATE") },
    { "top", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->tops, N_("a leader that it starts with"), N_("ID") },
    { "min-objectives", 0, 0, G_OPTION_ARG_FILENAME, &options->least, N_("that a review needs: 1 to 12, 3 unless set"), N_("NUMBER") },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &options->scale, N_("the words of the ratings from 1 up, separated by commas"), N_("WORDS") },
    { "plan-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_PLAN], N_("last day of the phase; likewise:"), N_("DATE") },
    { "run-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_RUN], "", N_("DATE") },
    { "assess-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_ASSESS], "", N_("DATE") },
    { "calibrate-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_CALIBRATE], "", N_("DATE") },
    { "sign-until", 0, 0, G_OPTION_ARG_FILENAME, &options->until[EX_PHASE_SIGN], "", N_("DATE") },
    { "board", 0, 0, G_OPTION_ARG_FILENAME, &options->board, N_("who reviews the tops, by name"), N_("NAME") },
    { "carry", 0, 0, G_OPTION_ARG_FILENAME, &options->carry, N_("bring the objectives of this cycle along, old actuals as baselines"), N_("CYCLE") },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->objectives, N_("of them, only this one (and others so named)"), N_("ID") },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &options->why, N_("the reason, of back and reopen"), N_("TEXT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->format, N_("of lists: text, csv or json"), N_("FORMAT") },
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
  g_autoptr (ExStore) store = NULL;
  ExCliStatus status;
  ExCliFormat format;

  if (!ex_cli_parse (&ex_cli_cycle_usage, entries, argc, argv, &words, &status))
    return status;
  if (!ex_cli_format_parse (options.format, &format))
    return ex_cli_misused (&ex_cli_cycle_usage, _("“%s” is no format; text, csv or json would be right."), options.format);
  if (options.objectives != NULL && options.carry == NULL)
    return ex_cli_misused (&ex_cli_cycle_usage, _("--objective goes with --carry, which names the cycle that it comes from."));
  if (g_str_equal (words[1], "new"))
    return run_new (words, &options);
  if (!g_str_equal (words[1], "list") || words[2] != NULL)
    return run_verb (words, &options, format);

  store = ex_cli_open (words[0], options.actor);

  return store != NULL ? list (store, format) : EX_CLI_REFUSED;
}

const ExCliCommand ex_cli_cycle_command = { &ex_cli_cycle_usage, run };
