#include "config.h"

#include "ex-cli.h"

#include <glib/gi18n-lib.h>

static const ExCliUsage undo_usage = {
  "undo",
  "FILE [--as ID]",
  N_("Takes back the latest action, of whoever is acting."),
  N_("What was taken back stays in the history; “redo” brings it back."),
  1,
  1,
};

static const ExCliUsage redo_usage = {
  "redo",
  "FILE [--as ID]",
  N_("Brings back what the latest undo took."),
  NULL,
  1,
  1,
};

/* (transfer full) the action that was taken back or brought back */
typedef ExAction *(*Take) (ExStore *store, GError **error);

static ExAction *
take_latest (ExStore *store, GError **error)
{
  return ex_store_undo (store, 0, error);
}

/* The undo that was undone is not what a person thinks of, but what came back by that. */
static ExAction *
bring_back (ExStore *store, GError **error)
{
  ExAction *undo = ex_store_redo (store, error);
  g_autoptr (GPtrArray) actions = undo != NULL ? ex_store_list_actions (store, NULL, undo->undoes + 1, 1, NULL) : NULL;

  if (actions == NULL || actions->len == 0)
    return undo;

  ex_action_free (undo);

  return g_ptr_array_steal_index (actions, 0);
}

static ExCliStatus
run_either (const ExCliUsage *usage, Take take, const char *done, int argc, char **argv)
{
  g_autofree char *actor = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (ExAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (usage, entries, argc, argv, &words, &status))
    return status;
  store = ex_cli_open (words[0], actor);
  if (store == NULL)
    return EX_CLI_REFUSED;

  action = take (store, &error);
  if (action == NULL)
    return ex_cli_refuse ("%s", error->message);

  if (action->subject != NULL)
    line = g_strdup_printf ("%s: %s (%s)\n", done, _(action->name), action->subject);
  else
    line = g_strdup_printf ("%s: %s\n", done, _(action->name));
  ex_cli_answer (line);

  return EX_CLI_DONE;
}

static ExCliStatus
run_undo (int argc, char **argv)
{
  return run_either (&undo_usage, take_latest, _("Undone"), argc, argv);
}

static ExCliStatus
run_redo (int argc, char **argv)
{
  return run_either (&redo_usage, bring_back, _("Redone"), argc, argv);
}

const ExCliCommand ex_cli_undo_command = { &undo_usage, run_undo };
const ExCliCommand ex_cli_redo_command = { &redo_usage, run_redo };
