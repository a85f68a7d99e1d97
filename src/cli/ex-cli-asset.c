#include "config.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-cli.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char    *period;
  char    *margin;
  char    *discount;
  char    *actor;
  gboolean undo;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->period);
  g_free (self->margin);
  g_free (self->discount);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "asset",
  "FILE final PERIOD [--undo] | complete-to PERIOD|DATE | complete-to --undo | no-data PERIOD [--undo] | reason CUSTOMER REASON [--period P] | "
  "lifetime --margin PERCENT --discount PERCENT",
  N_("Says what holds of the customer asset’s periods, and why customers left."),
  N_("PERIOD is 2026-09, 2026-Q3 or 2026, of the ledger’s grain or coarser.\n\n"
     "final: its figures stand for good, and later imports into it are refused; a cycle closes only when all of its periods are final.\n\n"
     "complete-to: what comes after is provisional, shown without growth and rewards. Unless set, all of the ledger is complete.\n\n"
     "no-data: an empty period of the ledger is passed over, instead of counting as nobody active; an import that brings rows takes that away.\n\n"
     "reason: why a customer left, in the latest loss or the one of --period; --undo in place of REASON takes it back. Many at once: import "
     "customers from a file with customer and lost_reason, without a value.\n\n"
     "lifetime: what “show asset” computes lifetime values with: the share of the value that stays as margin, and the discount rate of one period "
     "of the ledger; “none” for both takes them away."),
  2,
  4,
};

/* --- periods ------------------------------------------------------------------------------------------------------------------ */

static gboolean
take_period (char **words, ExPeriod *period, ExCliStatus *status)
{
  if (words[2] == NULL)
    *status = ex_cli_misused (&usage, _("%s takes a period, such as 2026-09, 2026-Q3 or 2026."), words[1]);
  else if (!ex_period_parse (words[2], period))
    *status = ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026 would be right."), words[2]);
  else
    return TRUE;

  return FALSE;
}

static ExCliStatus
set_final (ExStore *store, char **words, const Options *options)
{
  ExPeriod period;
  ExCliStatus status;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!take_period (words, &period, &status))
    return status;
  if (!ex_store_set_final (store, period, !options->undo, &error))
    return ex_cli_refuse ("%s", error->message);
  label = ex_period_to_label (period, TRUE);
  ex_cli_tell (options->undo ? _("%s is not final any more.") : _("%s is final: later imports into it are refused."), label);

  return EX_CLI_DONE;
}

static ExCliStatus
set_no_data (ExStore *store, char **words, const Options *options)
{
  ExPeriod period;
  ExCliStatus status;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!take_period (words, &period, &status))
    return status;
  if (!ex_store_set_no_data (store, period, !options->undo, &error))
    return ex_cli_refuse ("%s", error->message);
  label = ex_period_to_label (period, TRUE);
  ex_cli_tell (options->undo ? _("%s counts again: with no row, as nobody active.") : _("%s has no data: it is passed over."), label);

  return EX_CLI_DONE;
}

/* A period, to its last day; or a day. */
static gboolean
parse_day (const char *text, ExDay *day)
{
  ExPeriod period;

  *day = ex_day_parse (text);
  if (*day == EX_DAY_NONE && ex_period_parse (text, &period))
    *day = ex_period_last_day (period);

  return *day != EX_DAY_NONE;
}

static ExCliStatus
set_complete_to (ExStore *store, char **words, const Options *options)
{
  ExDay day = EX_DAY_NONE;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (options->undo ? words[2] != NULL : words[2] == NULL)
    return ex_cli_misused (&usage, _("complete-to takes a period or a day; or --undo alone, and then all of the ledger is complete."));
  if (!options->undo && !parse_day (words[2], &day))
    return ex_cli_misused (&usage, _("“%s” is neither a period nor a day; one such as 2026-09 or 2026-09-30 would be right."), words[2]);
  if (!ex_store_set_complete_to (store, day, &error))
    return ex_cli_refuse ("%s", error->message);

  shown = ex_format_day (day);
  if (options->undo)
    ex_cli_tell (_("All of the ledger is complete."));
  else
    ex_cli_tell (_("The ledger is complete to %s; periods that end later are provisional."), shown);

  return EX_CLI_DONE;
}

/* --- why customers left ------------------------------------------------------------------------------------------------------- */

static ExCliStatus
give_reason (ExStore *store, char **words, const Options *options)
{
  g_autofree char *customer = words[2] != NULL ? ex_cli_to_utf8 (words[2]) : NULL;
  g_autofree char *reason = words[2] != NULL && words[3] != NULL ? ex_cli_to_name (words[3]) : NULL;
  g_autoptr (GError) error = NULL;
  ExPeriod period;

  if (customer == NULL || (options->undo ? reason != NULL : reason == NULL))
    return ex_cli_misused (&usage, _("say of whom and why: reason CUSTOMER REASON; or reason CUSTOMER --undo."));
  if (!options->undo && *reason == '\0')
    return ex_cli_misused (&usage, _("a reason has words; --undo in its place takes back what was given."));
  if (options->period != NULL && !ex_period_parse (options->period, &period))
    return ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026 would be right."), options->period);
  if (!ex_store_give_reason (store, customer, options->period != NULL ? &period : NULL, options->undo ? "" : reason, &error))
    return ex_cli_refuse ("%s", error->message);
  if (options->undo)
    ex_cli_tell (_("The reason that was given for “%s” is taken back."), customer);
  else
    ex_cli_tell (_("“%s” left because of: %s."), customer, reason);

  return EX_CLI_DONE;
}

/* --- lifetime values ---------------------------------------------------------------------------------------------------------- */

/* Percent, or "none": -1. */
static gboolean
parse_term (const char *option, const char *text, int *basis_points, ExCliStatus *status)
{
  g_autoptr (GError) error = NULL;

  *basis_points = -1;
  if (g_str_equal (text, "none"))
    return TRUE;
  if (!ex_basis_points_parse (text, basis_points, &error))
    {
      *status = ex_cli_refuse ("--%s: %s", option, error->message);
      return FALSE;
    }
  if (*basis_points >= 0 && *basis_points <= EX_WHOLE_BP)
    return TRUE;

  *status = ex_cli_refuse (_("--%s %s: 0 to 100 percent would be right."), option, text);

  return FALSE;
}

static ExCliStatus
set_lifetime (ExStore *store, char **words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  int margin, discount;
  ExCliStatus status;

  if (words[2] != NULL || options->margin == NULL || options->discount == NULL)
    return ex_cli_misused (&usage, _("lifetime takes --margin PERCENT and --discount PERCENT, both of them."));
  if (!parse_term ("margin", options->margin, &margin, &status) || !parse_term ("discount", options->discount, &discount, &status))
    return status;
  if ((margin < 0) != (discount < 0))
    return ex_cli_misused (&usage, _("“none” takes away both: --margin none --discount none."));
  if (!ex_store_set_lifetime_terms (store, margin, discount, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_cli_tell (margin < 0 ? _("Lifetime values are not computed any more.") : _("Lifetime values are computed: “show FILE asset” has them."));

  return EX_CLI_DONE;
}

/* --- the command -------------------------------------------------------------------------------------------------------------- */

enum { UNDO = 1, PERIOD = 2, TERMS = 4 };

static const struct
{
  const char *name;
  guint       options;
  ExCliStatus (* run) (ExStore *store, char **words, const Options *options);
} verbs[] = {
  { "final", UNDO, set_final },
  { "complete-to", UNDO, set_complete_to },
  { "no-data", UNDO, set_no_data },
  { "reason", UNDO | PERIOD, give_reason },
  { "lifetime", TERMS, set_lifetime },
};

/* An option, or a word, that a verb has no use for is a mistake. */
static gboolean
check_taken (const Options *self, guint verb, char **words, ExCliStatus *status)
{
  guint taken = verbs[verb].options;
  const char *extra = NULL;

  if (self->undo && (taken & UNDO) == 0)
    extra = "--undo";
  else if (self->period != NULL && (taken & PERIOD) == 0)
    extra = "--period";
  else if ((self->margin != NULL || self->discount != NULL) && (taken & TERMS) == 0)
    extra = self->margin != NULL ? "--margin" : "--discount";

  if (extra != NULL)
    *status = ex_cli_misused (&usage, _("%s says nothing about %s."), extra, verbs[verb].name);
  else if (words[2] != NULL && words[3] != NULL && (taken & PERIOD) == 0)
    *status = ex_cli_misused (&usage, _("“%s” is one word too many."), words[3]);
  else
    return TRUE;

  return FALSE;
}

static ExCliStatus
run_verb (guint verb, char **words, const Options *options)
{
  g_autoptr (ExStore) store = ex_cli_open (words[0], options->actor);

  return store != NULL ? verbs[verb].run (store, words, options) : EX_CLI_REFUSED;
}

static ExCliStatus
run (int argc, char **argv)
{
  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &options.undo, N_("not any more; final: while no closed cycle holds it"), NULL },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period, N_("of reason: in which the customer left; the latest unless set"), N_("PERIOD") },
    { "margin", 0, 0, G_OPTION_ARG_FILENAME, &options.margin, N_("of lifetime: the share of the value that stays"), N_("PERCENT") },
    { "discount", 0, 0, G_OPTION_ARG_FILENAME, &options.discount, N_("of lifetime: the rate of one period"), N_("PERCENT") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      names[i] = verbs[i].name;
      if (g_str_equal (words[1], verbs[i].name))
        return check_taken (&options, i, words, &status) ? run_verb (i, words, &options) : status;
    }

  return ex_cli_unknown (&usage, _("asset command"), words[1], names);
}

const ExCliCommand ex_cli_asset_command = { &usage, run };
