#include "config.h"

#include "ex-claims-words.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-amount.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* ---- Amounts and shares ---- */

char *
ex_claims_words_amount (double amount, ExMeasure measure, const char *currency)
{
  if (isnan (amount))
    return g_strdup ("–");

  return measure == EX_MEASURE_VALUE ? ex_amount_short (ex_amount_round (amount), measure, currency)
                                     : ex_amount_long (ex_amount_round (amount), measure, currency);
}

char *
ex_claims_words_proven (const ExDriverProof *proof)
{
  if (proof->proof == EX_PROOF_OTHER_WAY)
    return g_strdup (_("moved the other way"));

  return proof->proof == EX_PROOF_SHARE ? ex_format_percent (proof->proven) : g_strdup ("–");
}

char *
ex_claims_words_fraction (double share)
{
  static const struct { double share; const char *words; } fractions[] = {
    { 1 / 2.0, N_("half") },     { 1 / 3.0, N_("a third") },    { 1 / 4.0, N_("a quarter") },
    { 2 / 3.0, N_("two thirds") }, { 3 / 4.0, N_("three quarters") },
  };

  /* A little less may still be called a third; more would make "at most" a lie. */
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (share >= fractions[i].share - 0.005 && share <= fractions[i].share + 0.0005)
      return g_strdup (_(fractions[i].words));

  return ex_format_percent (share);
}

/* ---- What is claimed ---- */

static char *
claim_of_value (ExDriver driver, double realised, const char *currency)
{
  g_autofree char *amount = ex_claims_words_amount (realised, EX_MEASURE_VALUE, currency);

  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      /* Translators: %s is an amount of money. The sentence goes on after it. */
      return g_strdup_printf (_("Objectives claim %s of new business a year"), amount);
    case EX_DRIVER_RETAIN:
      return g_strdup_printf (_("Objectives claim %s of retained business a year"), amount);
    case EX_DRIVER_EXPAND:
      return g_strdup_printf (_("Objectives claim %s of expanded business a year"), amount);
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup_printf (_("Objectives claim %s of business won back a year"), amount);
    }
}

static char *
claim_of_customers (ExDriver driver, double realised)
{
  gint64 n = ex_amount_round (realised);
  g_autofree char *number = ex_format_integer (n);

  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      /* Translators: %s is a whole number. The sentence goes on after it. */
      return g_strdup_printf (ngettext ("Objectives claim %s more new customer a year", "Objectives claim %s more new customers a year", (gulong) n), number);
    case EX_DRIVER_RETAIN:
      return g_strdup_printf (ngettext ("Objectives claim %s customer retained a year", "Objectives claim %s customers retained a year", (gulong) n), number);
    case EX_DRIVER_EXPAND:
      return g_strdup_printf (ngettext ("Objectives claim %s more customer expanded a year", "Objectives claim %s more customers expanded a year", (gulong) n),
                              number);
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup_printf (ngettext ("Objectives claim %s customer won back a year", "Objectives claim %s customers won back a year", (gulong) n), number);
    }
}

static char *
claim_words (ExDriver driver, ExMeasure measure, double amount, const char *currency)
{
  return measure == EX_MEASURE_VALUE ? claim_of_value (driver, amount, currency) : claim_of_customers (driver, amount);
}

/* ---- What the ledger says ---- */

static char *
unchanged_words (ExDriver driver)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      return g_strdup (_("new business did not change"));
    case EX_DRIVER_RETAIN:
      return g_strdup (_("losses did not change"));
    case EX_DRIVER_EXPAND:
      return g_strdup (_("expansion did not change"));
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup (_("business won back did not change"));
    }
}

/* For the better: losses that fell. */
static char *
improved_words (ExDriver driver, const char *amount)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      /* Translators: an amount of money, or "12 customers": the second half of a sentence. */
      return g_strdup_printf (_("new business rose by %s"), amount);
    case EX_DRIVER_RETAIN:
      return g_strdup_printf (_("losses fell by %s"), amount);
    case EX_DRIVER_EXPAND:
      return g_strdup_printf (_("expansion rose by %s"), amount);
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup_printf (_("business won back rose by %s"), amount);
    }
}

static char *
worsened_words (ExDriver driver, const char *amount)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      return g_strdup_printf (_("new business fell by %s"), amount);
    case EX_DRIVER_RETAIN:
      return g_strdup_printf (_("losses rose by %s"), amount);
    case EX_DRIVER_EXPAND:
      return g_strdup_printf (_("expansion fell by %s"), amount);
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup_printf (_("business won back fell by %s"), amount);
    }
}

static char *
ledger_words (ExDriver driver, ExMeasure measure, double change, const char *currency)
{
  g_autofree char *amount = ex_claims_words_amount (fabs (change), measure, currency);

  return change == 0 ? unchanged_words (driver) : change > 0 ? improved_words (driver, amount) : worsened_words (driver, amount);
}

/* ---- What follows ---- */

static char *
verdict (const ExDriverProof *proof)
{
  g_autofree char *fraction = NULL;

  if (proof->proof == EX_PROOF_OTHER_WAY)
    return g_strdup (_("The ledger moved the other way: none of it can be true."));
  if (ex_values_equal (proof->proven, 1))
    return g_strdup (_("The ledger shows as much as is claimed."));
  if (proof->proven > 1)
    return g_strdup (_("The ledger shows more than is claimed."));
  if (proof->proven <= 0)
    return g_strdup (_("None of it can be true."));
  if (proof->proven < 0.0005)
    return g_strdup (_("Next to nothing of it can be true."));
  if (proof->proven > 0.9995)
    return g_strdup (_("Next to all of it can be true."));

  fraction = ex_claims_words_fraction (proof->proven);
  /* Translators: %s is "half", "a third", "two thirds", or a percentage. */
  return g_strdup_printf (_("At most %s of it can be true."), fraction);
}

/* Something is claimed, but nothing of it realised; or nothing is claimed. */
static char *
nothing_claimed (const ExDriverClaims *claims, const ExDriverProof *proof, ExMeasure measure, const char *currency)
{
  g_autofree char *claim = NULL, *ledger = NULL;

  if (proof->claimed > 0)
    {
      claim = claim_words (claims->driver, measure, proof->claimed, currency);
      /* Translators: %s is a half sentence, "Objectives claim 1.8 M € of new business a year". */
      return g_strdup_printf (_("%s, of which nothing is realised yet."), claim);
    }
  if (isnan (proof->change))
    return g_strdup (measure == EX_MEASURE_VALUE ? _("No objective claims anything of it in value.") : _("No objective claims anything of it in customers."));

  ledger = ledger_words (claims->driver, measure, proof->change, currency);
  /* Translators: %s is a half sentence, "losses fell by 0.6 M €". */
  return g_strdup_printf (_("No objective claims anything of it; %s."), ledger);
}

char *
ex_claims_words (const ExDriverClaims *claims, ExMeasure measure, const char *currency)
{
  const ExDriverProof *proof = &claims->proof[measure];
  g_autofree char *claim = NULL, *ledger = NULL, *follows = NULL;

  if (proof->proof == EX_PROOF_NO_CLAIM)
    return nothing_claimed (claims, proof, measure, currency);

  claim = claim_words (claims->driver, measure, proof->realised, currency);
  if (proof->proof == EX_PROOF_NO_BEFORE)
    /* Translators: %s is a half sentence, "Objectives claim 1.8 M € of new business a year". */
    return g_strdup_printf (_("%s; the ledger has no such span before to compare with."), claim);

  ledger = ledger_words (claims->driver, measure, proof->change, currency);
  follows = verdict (proof);
  /* Translators: what is claimed, what the ledger says, what follows: "Objectives claim 1.8 M € of retained business a year; losses fell by
   * 0.6 M €. At most a third of it can be true." */
  return g_strdup_printf (_("%s; %s. %s"), claim, ledger, follows);
}

char *
ex_claims_words_against (const ExDriverClaims *claims, const ExClaim *claim)
{
  if (!claim->against[EX_MEASURE_CUSTOMERS] && !claim->against[EX_MEASURE_VALUE])
    return NULL;

  switch (claims->driver)
    {
    case EX_DRIVER_ACQUIRE:
      return g_strdup (_("New business fell, while this objective claims that it rose."));
    case EX_DRIVER_RETAIN:
      return g_strdup (_("Losses rose, while this objective claims that they fell."));
    case EX_DRIVER_EXPAND:
      return g_strdup (_("Expansion fell, while this objective claims that it rose."));
    case EX_DRIVER_WIN_BACK:
    default:
      return g_strdup (_("Business won back fell, while this objective claims that it rose."));
    }
}
