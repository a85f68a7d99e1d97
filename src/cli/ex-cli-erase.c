/* "erase": what there is to read of a leader who has left. */
#include "config.h"

#include "ex-cli.h"

#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

static const ExCliUsage usage = {
  "erase",
  "FILE LEADER [--as HR]",
  N_("Erases the personal data of a leader who has left."),
  N_("Name, title, e-mail address and everything that was written about them or by them goes, from the history, too; figures, ratings, the "
     "titles of objectives, identifiers and the chain of the history stay. It cannot be undone. Backups and copies of the file, and files that "
     "were exported from it or imported into it, are not touched."),
  2,
  2,
};

/* What they are called from now on. */
static ExCliStatus
tell (ExStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, &error);
  const char *name = id;
  g_autofree char *line = NULL;

  if (leaders == NULL)
    return ex_cli_refuse ("%s", error->message);
  for (guint i = 0; i < leaders->len; i++)
    if (g_str_equal (((ExLeader *) g_ptr_array_index (leaders, i))->id, id))
      name = ((ExLeader *) g_ptr_array_index (leaders, i))->name;
  /* Translators: a leader's id, and the name instead of theirs */
  line = g_strdup_printf (_("Erased: %s is “%s” from now on, here and in the history.\n"), id, name);
  ex_cli_answer (line);
  ex_cli_tell (_("This cannot be undone. Backups and copies of the file are not touched: delete them, or erase there, too."));

  return EX_CLI_DONE;
}

static ExCliStatus
run (int argc, char **argv)
{
  g_autofree char *actor = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *id = NULL;
  g_autoptr (ExStore) store = NULL;
  g_autoptr (GError) error = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_("who is acting; HR unless set, and only HR erases"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  store = ex_cli_open (words[0], actor);
  if (store == NULL)
    return EX_CLI_REFUSED;
  id = ex_cli_to_utf8 (words[1]);
  if (!ex_store_erase_leader (store, id, &error))
    return ex_cli_refuse ("%s", error->message);

  return tell (store, id);
}

const ExCliCommand ex_cli_erase_command = { &usage, run };
