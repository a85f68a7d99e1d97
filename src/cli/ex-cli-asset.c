#include "config.h"

#include "ex-cli.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

static const ExCliUsage usage = {
  "asset",
  "FILE final PERIOD [--undo]",
  N_("Says what holds of the customer asset’s periods."),
  N_("PERIOD is 2026-09, 2026-Q3 or 2026, of the ledger’s grain or coarser. final: its figures stand for good, and later imports into it are "
     "refused; a cycle closes only when all of its periods are final."),
  3,
  3,
};

static ExCliStatus
set_final (const char *path, const char *actor, ExPeriod period, gboolean final)
{
  g_autoptr (ExStore) store = ex_cli_open (path, actor);
  g_autofree char *label = ex_period_to_label (period, TRUE);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;
  if (!ex_store_set_final (store, period, final, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_cli_tell (final ? _("%s is final: later imports into it are refused.") : _("%s is not final any more."), label);

  return EX_CLI_DONE;
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const verbs[] = { "final", NULL };
  g_auto (GStrv) words = NULL;
  g_autofree char *actor = NULL;
  gboolean undo = FALSE;
  ExPeriod period;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, N_("not any more, while no closed cycle holds it"), NULL },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!g_str_equal (words[1], "final"))
    return ex_cli_unknown (&usage, _("asset command"), words[1], verbs);
  if (!ex_period_parse (words[2], &period))
    return ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026 would be right."), words[2]);

  return set_final (words[0], actor, period, !undo);
}

const ExCliCommand ex_cli_asset_command = { &usage, run };
