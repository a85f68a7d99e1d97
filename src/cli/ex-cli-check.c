#include "config.h"

#include "ex-cli-progress.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>

static const ExCliUsage check_usage = {
  "check",
  "FILE",
  N_("Checks that a file is whole, and that its history was not tampered with."),
  N_("Prints the head of the history’s chain when all is well, else everything that is wrong."),
  1,
  1,
};

static const ExCliUsage backup_usage = {
  "backup",
  "FILE COPY",
  N_("Makes a whole copy, also while others are writing."),
  N_("COPY must not exist."),
  2,
  2,
};

/* @as: taken and not used; reading is nobody's action. */
static gboolean
parse_plain (const ExCliUsage *usage, int argc, char **argv, char ***words, ExCliStatus *status)
{
  g_autofree char *actor = NULL;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  return ex_cli_parse (usage, entries, argc, argv, words, status);
}

static ExCliStatus
run_check (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  g_autofree char *answer = NULL;
  ExCliStatus status;

  if (!parse_plain (&check_usage, argc, argv, &words, &status))
    return status;
  store = ex_cli_open (words[0], NULL);
  if (store == NULL)
    return EX_CLI_REFUSED;

  ex_cli_progress_start (_("Checking"));
  problems = ex_store_check (store, ex_cli_progress_show, NULL, NULL, &error);
  ex_cli_progress_end ();
  if (problems == NULL)
    return ex_cli_refuse ("%s", error->message);
  for (guint i = 0; i < problems->len; i++)
    ex_cli_refuse ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return EX_CLI_REFUSED;

  head = ex_store_get_head (store, &error);
  if (head == NULL)
    return ex_cli_refuse ("%s", error->message);
  /* Translators: %s is a long hexadecimal number */
  answer = g_strdup_printf (_("All is well. The history ends in %s.\n"), head);
  ex_cli_answer (answer);

  return EX_CLI_DONE;
}

static ExCliStatus
run_backup (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  ExCliStatus status;

  if (!parse_plain (&backup_usage, argc, argv, &words, &status))
    return status;
  store = ex_cli_open (words[0], NULL);
  if (store == NULL)
    return EX_CLI_REFUSED;
  if (!ex_store_backup (store, words[1], &error))
    return ex_cli_refuse ("%s", error->message);

  shown = g_filename_display_name (words[1]);
  ex_cli_tell (_("Copied to %s."), shown);

  return EX_CLI_DONE;
}

const ExCliCommand ex_cli_check_command = { &check_usage, run_check };
const ExCliCommand ex_cli_backup_command = { &backup_usage, run_backup };
