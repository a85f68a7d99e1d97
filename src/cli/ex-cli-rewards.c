#include "config.h"

#include "company/ex-reward-words.h"
#include "core/ex-format.h"
#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-cli-meant.h"
#include "ex-cli.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *curve;
  char *measure;
  char *gate;
  char *pool;
  char *company_share;
  char *cap;
  char *actor;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->curve);
  g_free (self->measure);
  g_free (self->gate);
  g_free (self->pool);
  g_free (self->company_share);
  g_free (self->cap);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "rewards",
  "FILE CYCLE set [OPTION…] | FILE CYCLE remove",
  N_("Says what a cycle’s rewards hang on."),
  N_("Percentages have a point as decimal sign, and a percent sign if you like. The first time needs --curve; after that what is not named stays "
     "as it is. remove: the cycle pays nothing by growth. “show FILE rewards” says what it comes to."),
  3,
  3,
};

/* --- what is set -------------------------------------------------------------------------------------------------------------- */

/* Everything below: FALSE, and *@status says that it was told why. @text: (nullable) then nothing is changed. */

static gboolean
take_curve (ExRewardTerms *terms, const char *argument, ExCliStatus *status)
{
  g_autofree char *text = argument != NULL ? ex_cli_to_utf8 (argument) : NULL;
  g_autoptr (GError) error = NULL;
  GArray *curve;

  if (text == NULL)
    return TRUE;

  curve = ex_curve_parse (text, &error);
  if (curve == NULL)
    {
      *status = ex_cli_refuse ("%s", error->message);
      return FALSE;
    }
  g_array_unref (terms->curve);
  terms->curve = curve;

  return TRUE;
}

static gboolean
take_measure (ExRewardTerms *terms, const char *text, ExCliStatus *status)
{
  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "value") && !g_str_equal (text, "customers"))
    {
      *status = ex_cli_misused (&usage, _("“%s” is no measure; customers or value would be right."), text);
      return FALSE;
    }
  terms->measure = g_str_equal (text, "value") ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;

  return TRUE;
}

static gboolean
take_gate (ExRewardTerms *terms, const char *text, ExCliStatus *status)
{
  g_autofree char *number = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (text == NULL)
    return TRUE;
  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  g_strchomp (number);
  if (ex_number_parse (number, &terms->gate))
    return TRUE;

  *status = ex_cli_misused (&usage, _("--gate %s: a growth in percent would be right, such as 0 or 1.5."), text);

  return FALSE;
}

static gboolean
take_pool (ExRewardTerms *terms, const char *text, int exponent, ExCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  gint64 pool = -1;

  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, "none") && !ex_money_parse (text, exponent, &pool, &error))
    {
      *status = ex_cli_refuse (_("--pool: %s Or “none”."), error->message);
      return FALSE;
    }
  if (pool < 0 && !g_str_equal (text, "none"))
    {
      *status = ex_cli_refuse (_("--pool %s is less than nothing: an amount of 0 or more, or “none”, would be right."), text);
      return FALSE;
    }
  terms->pool = pool;

  return TRUE;
}

static gboolean
take_percent (int *basis_points, const char *option, const char *text, ExCliStatus *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || ex_basis_points_parse (text, basis_points, &error))
    return TRUE;

  *status = ex_cli_refuse ("--%s: %s", option, error->message);

  return FALSE;
}

static gboolean
take_all (ExRewardTerms *terms, const Options *options, int exponent, ExCliStatus *status)
{
  return take_curve (terms, options->curve, status) && take_measure (terms, options->measure, status) && take_gate (terms, options->gate, status)
         && take_pool (terms, options->pool, exponent, status) && take_percent (&terms->company_share, "company-share", options->company_share, status)
         && take_percent (&terms->cap, "cap", options->cap, status);
}

static gboolean
names_any (const Options *self)
{
  return self->curve != NULL || self->measure != NULL || self->gate != NULL || self->pool != NULL || self->company_share != NULL || self->cap != NULL;
}

/* --- the verbs ---------------------------------------------------------------------------------------------------------------- */

/* What else holds beside the curve, so that nobody sets one of it unseen. */
static void
tell_limits (const ExRewardTerms *terms, const char *currency)
{
  g_autofree char *gate = ex_format_figure (terms->gate, 0);
  g_autofree char *company = ex_format_weight (terms->company_share);
  g_autofree char *own = ex_format_weight (EX_WHOLE_BP - terms->company_share);
  g_autofree char *cap = ex_format_weight (terms->cap);
  g_autofree char *pool = terms->pool >= 0 ? ex_format_money (terms->pool, currency) : NULL;

  ex_cli_tell (_("Growth under %s %% pays nothing."), gate);
  if (terms->company_share == EX_WHOLE_BP)
    ex_cli_tell ("%s", _("All of a reward hangs on growth."));
  else
    /* Translators: three percentages. */
    ex_cli_tell (_("Of a reward, %s hangs on growth and %s on the leader’s own score, which counts up to %s."), company, own, cap);
  if (pool != NULL)
    ex_cli_tell (_("At most %s is paid in all."), pool);
}

static void
tell_terms (const ExRewardTerms *terms, const char *currency)
{
  g_autoptr (GPtrArray) warnings = ex_reward_terms_warnings (terms);
  g_autofree char *words = ex_reward_words_terms (terms);

  ex_cli_tell ("%s", words);
  tell_limits (terms, currency);
  for (guint i = 0; i < warnings->len; i++)
    ex_cli_tell (_("Look at this: %s"), (const char *) g_ptr_array_index (warnings, i));
}

static ExCliStatus
set_terms (ExStore *store, const ExCycle *cycle, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExRewardTerms) terms = ex_store_read_reward_terms (store, cycle->id, &error);
  ExCliStatus status;

  /* What cannot be read is set anew. */
  if (g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED) && options->curve != NULL)
    g_clear_error (&error);
  if (error != NULL)
    return ex_cli_refuse ("%s", error->message);
  if (terms == NULL && options->curve == NULL)
    return ex_cli_misused (&usage, _("the cycle “%s” has no curve yet: --curve 2:50,5:100,8:150 would be one."), cycle->name);
  if (!names_any (options))
    return ex_cli_misused (&usage, _("say what is to be set, such as --curve or --pool."));
  if (terms == NULL)
    terms = ex_reward_terms_new ();
  if (!take_all (terms, options, ex_store_get_info (store)->exponent, &status))
    return status;
  if (!ex_store_save_reward_terms (store, cycle->id, terms, &error))
    return ex_cli_refuse ("%s", error->message);
  tell_terms (terms, ex_store_get_info (store)->currency);

  return EX_CLI_DONE;
}

static ExCliStatus
remove_terms (ExStore *store, const ExCycle *cycle, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (names_any (options))
    return ex_cli_misused (&usage, _("remove takes no terms."));
  if (!ex_store_remove_reward_terms (store, cycle->id, &error))
    return ex_cli_refuse ("%s", error->message);
  ex_cli_tell (_("The cycle “%s” pays nothing by growth."), cycle->name);

  return EX_CLI_DONE;
}

static ExCliStatus
run_verb (const char *path, const char *argument, gboolean set, const Options *options)
{
  g_autoptr (ExStore) store = ex_cli_open (path, options->actor);
  g_autofree char *name = ex_cli_to_name (argument);
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;
  cycle = ex_store_find_cycle (store, name, &error);
  if (cycle != NULL)
    return set ? set_terms (store, cycle, options) : remove_terms (store, cycle, options);
  ex_cli_refuse ("%s", error->message);
  ex_cli_tell_cycle_meant (store, name);

  return EX_CLI_REFUSED;
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const verbs[] = { "set", "remove", NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "curve", 0, 0, G_OPTION_ARG_FILENAME, &options.curve, N_("what growth pays, in percent: 2:50,5:100,8:150"), N_("CURVE") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &options.measure, N_("growth of: value (unless set) or customers"), N_("MEASURE") },
    { "gate", 0, 0, G_OPTION_ARG_FILENAME, &options.gate, N_("growth under it pays nothing; 0 unless set"), N_("PERCENT") },
    { "pool", 0, 0, G_OPTION_ARG_FILENAME, &options.pool, N_("the most that is paid in all; none unless set"), N_("AMOUNT|none") },
    { "company-share", 0, 0, G_OPTION_ARG_FILENAME, &options.company_share, N_("that hangs on growth, 50 to 100; 100 unless set"), N_("PERCENT") },
    { "cap", 0, 0, G_OPTION_ARG_FILENAME, &options.cap, N_("of the own factor; 150 unless set"), N_("PERCENT") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!g_strv_contains (verbs, words[2]))
    return ex_cli_unknown (&usage, _("rewards command"), words[2], verbs);

  return run_verb (words[0], words[1], g_str_equal (words[2], "set"), &options);
}

const ExCliCommand ex_cli_rewards_command = { &usage, run };
