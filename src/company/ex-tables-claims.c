/* What was claimed, held against the ledger. */
#include "config.h"

#include "ex-tables.h"

#include "core/ex-quantity.h"
#include "ex-claims-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const ExMeasure measures[] = { EX_MEASURE_VALUE, EX_MEASURE_CUSTOMERS };

void
ex_table_add_amount (ExTable *table, double amount, ExMeasure measure, const char *currency)
{
  g_autofree char *shown = NULL;

  if (isnan (amount) || fabs (amount) >= 0x1p62)
    {
      ex_table_none (table);
      return;
    }
  if (measure == EX_MEASURE_VALUE)
    {
      ex_table_money (table, (gint64) ex_round_half_away (amount, 0), currency);
      return;
    }
  /* Customers put on a year, or times a score, are not whole. */
  shown = ex_claims_words_amount (amount, measure, currency);
  ex_table_real_shown (table, amount, 6, shown);
}

/* --- a line a driver ---------------------------------------------------------------------------------------------------- */

/* The figures of value before those of customers. */
const ExTableColumn ex_table_claims[] = {
  { "driver", NULL, EX_CELL_WORD, N_("Driver") },
  { "claimed_value", NULL, EX_CELL_MONEY, N_("Claimed, value") },
  { "realised_value", NULL, EX_CELL_MONEY, N_("Realised, value") },
  { "before_value", NULL, EX_CELL_MONEY, N_("Before, value") },
  { "now_value", NULL, EX_CELL_MONEY, N_("Now, value") },
  { "change_value", NULL, EX_CELL_MONEY, N_("Change, value") },
  { "proven_value", NULL, EX_CELL_RATE, N_("Proven, value") },
  { "proof_value", NULL, EX_CELL_WORD, N_("Proof, value") },
  { "claimed_customers", NULL, EX_CELL_NUMBER, N_("Claimed, customers") },
  { "realised_customers", NULL, EX_CELL_NUMBER, N_("Realised, customers") },
  { "before_customers", NULL, EX_CELL_NUMBER, N_("Before, customers") },
  { "now_customers", NULL, EX_CELL_NUMBER, N_("Now, customers") },
  { "change_customers", NULL, EX_CELL_NUMBER, N_("Change, customers") },
  { "proven_customers", NULL, EX_CELL_RATE, N_("Proven, customers") },
  { "proof_customers", NULL, EX_CELL_WORD, N_("Proof, customers") },
  EX_TABLE_END,
};

static const char *
proof_word (ExProof proof)
{
  static const char *const words[] = {
    [EX_PROOF_SHARE] = "proven",
    [EX_PROOF_NO_BEFORE] = "no span before",
    [EX_PROOF_NO_CLAIM] = "nothing claimed",
    [EX_PROOF_OTHER_WAY] = "moved the other way",
  };

  return words[proof];
}

void
ex_table_add_driver (ExTable *table, const ExDriverClaims *claims, const char *currency)
{
  ex_table_word (table, ex_driver_nick (claims->driver), ex_driver_label (claims->driver));
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const ExDriverProof *proof = &claims->proof[measures[i]];
      const double amounts[] = { proof->claimed, proof->realised, proof->before, proof->now, proof->change };
      g_autofree char *proven = ex_claims_words_proven (proof);

      for (gsize k = 0; k < G_N_ELEMENTS (amounts); k++)
        ex_table_add_amount (table, amounts[k], measures[i], currency);
      ex_table_rate (table, proof->proof == EX_PROOF_SHARE ? proof->proven : EX_UNSET, FALSE);
      ex_table_word (table, proof_word (proof->proof), proven);
    }
}

/* --- a line a claim ----------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_claim_lines[] = {
  { "driver", N_("Driver"), EX_CELL_WORD },
  { "objective", N_("Id"), EX_CELL_TEXT },
  { NULL, N_("Objective"), EX_CELL_TEXT },
  { "leader", NULL, EX_CELL_TEXT, N_("Leader’s id") },
  { NULL, N_("Leader"), EX_CELL_TEXT },
  { "score", N_("Score"), EX_CELL_RATE },
  { "claimed_value", N_("Claimed"), EX_CELL_MONEY, N_("Claimed, value") },
  { "realised_value", N_("Realised"), EX_CELL_MONEY, N_("Realised, value") },
  { "claimed_customers", N_("Customers"), EX_CELL_NUMBER, N_("Claimed, customers") },
  { "realised_customers", N_("Realised"), EX_CELL_NUMBER, N_("Realised, customers") },
  { "counted", NULL, EX_CELL_WORD, N_("Counted") },
  { "against", NULL, EX_CELL_WORD },
  { NULL, N_("Look at"), EX_CELL_WORD },
  EX_TABLE_END,
};

/* Why it does not count, or that its driver moved the other way. */
static char *
describe_claim (const ExDriverClaims *claims, const ExClaim *claim)
{
  g_autofree char *against = ex_claims_words_against (claims, claim);

  if (!claim->counted)
    return g_strdup (_("counted with the objective above"));

  return against != NULL ? g_steal_pointer (&against) : g_strdup ("");
}

static const char *
against_word (const ExClaim *claim)
{
  if (claim->against[EX_MEASURE_VALUE] && claim->against[EX_MEASURE_CUSTOMERS])
    return "value customers";
  if (claim->against[EX_MEASURE_VALUE])
    return "value";

  return claim->against[EX_MEASURE_CUSTOMERS] ? "customers" : NULL;
}

void
ex_table_add_claim (ExTable *table, const ExCompany *company, const ExDriverClaims *claims, const ExClaim *claim)
{
  const char *currency = ex_company_get_info (company)->currency;
  const ExObjective *objective = ex_company_get_objective (company, claim->objective);
  int leader = ex_company_find_leader (company, objective->leader_id);
  g_autofree char *note = describe_claim (claims, claim);

  ex_table_word (table, ex_driver_nick (claims->driver), ex_driver_label (claims->driver));
  ex_table_text (table, objective->id);
  ex_table_text (table, objective->title);
  ex_table_text (table, objective->leader_id);
  ex_table_text (table, leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : objective->leader_id);
  ex_table_rate (table, claim->score, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gboolean stated = claim->stated[measures[i]];

      ex_table_add_amount (table, stated ? claim->claimed[measures[i]] : EX_UNSET, measures[i], currency);
      ex_table_add_amount (table, stated ? claim->realised[measures[i]] : EX_UNSET, measures[i], currency);
    }
  ex_table_word (table, claim->counted ? "yes" : "no", claim->counted ? _("yes") : _("no"));
  ex_table_word (table, against_word (claim), NULL);
  ex_table_word (table, NULL, note);
}
