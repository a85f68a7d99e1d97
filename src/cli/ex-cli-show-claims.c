#include "config.h"

#include "company/ex-claims-words.h"
#include "core/ex-asset.h"
#include "core/ex-quantity.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In files a line a driver; the figures of value before those of customers. */
static const ExCliColumn file_columns[] = {
  { "driver", NULL },
  { "claimed_value", NULL },    { "realised_value", NULL },     { "before_value", NULL },     { "now_value", NULL },
  { "change_value", NULL },     { "proven_value", NULL },       { "proof_value", NULL },
  { "claimed_customers", NULL }, { "realised_customers", NULL }, { "before_customers", NULL }, { "now_customers", NULL },
  { "change_customers", NULL }, { "proven_customers", NULL },   { "proof_customers", NULL },
  { NULL, NULL },
};

static const ExCliColumn people_columns[] = {
  { NULL, N_("Driver") }, { NULL, N_("Measure") },      { NULL, N_("Claimed") }, { NULL, N_("Realised") }, { NULL, N_("Before") },
  { NULL, N_("Now") },    { NULL, N_("Change") },       { NULL, N_("Proven") },  { NULL, NULL },
};

static const ExCliColumn claim_columns[] = {
  { "driver", N_("Driver") },
  { "objective", N_("Id") },
  { NULL, N_("Objective") },
  { "leader", NULL },
  { NULL, N_("Leader") },
  { "score", N_("Score") },
  { "claimed_value", N_("Claimed") },
  { "realised_value", N_("Realised") },
  { "claimed_customers", N_("Customers") },
  { "realised_customers", N_("Realised") },
  { "counted", NULL },
  { "against", NULL },
  { NULL, N_("Look at") },
  { NULL, NULL },
};

typedef struct
{
  const ExCompany *company;
  const char      *currency;
} Basis;

/* --- figures -------------------------------------------------------------------------------------------------------------------- */

/* @amount: minor units, or customers; NaN: undefined. */
static void
add_amount (ExCliTable *table, double amount, ExMeasure measure, const char *currency)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE + 400];
  g_autofree char *shown = NULL;

  if (isnan (amount) || fabs (amount) >= 0x1p62)
    {
      ex_cli_table_cell (table, NULL, TRUE, "–");
      return;
    }
  if (measure == EX_MEASURE_VALUE)
    {
      ex_cli_table_money (table, (gint64) ex_round_half_away (amount, 0), currency);
      return;
    }
  /* Customers put on a year, or times a score, are not whole. */
  g_ascii_formatd (plain, sizeof plain, "%.6f", ex_round_half_away (amount, 6) + 0.0);
  shown = ex_claims_words_amount (amount, measure, currency);
  ex_cli_table_cell (table, plain, TRUE, shown);
}

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

static void
add_proof (ExCliTable *table, const ExDriverProof *proof, ExMeasure measure, const char *currency)
{
  const double amounts[] = { proof->claimed, proof->realised, proof->before, proof->now, proof->change };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    add_amount (table, amounts[i], measure, currency);
}

static void
add_file_line (ExCliTable *table, const ExDriverClaims *claims, const char *currency)
{
  static const ExMeasure measures[] = { EX_MEASURE_VALUE, EX_MEASURE_CUSTOMERS };

  ex_cli_table_word (table, ex_driver_nick (claims->driver), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const ExDriverProof *proof = &claims->proof[measures[i]];

      add_proof (table, proof, measures[i], currency);
      ex_cli_table_rate (table, proof->proof == EX_PROOF_SHARE ? proof->proven : EX_UNSET, FALSE);
      ex_cli_table_word (table, proof_word (proof->proof), NULL);
    }
}

static void
add_people_line (ExCliTable *table, const ExDriverClaims *claims, ExMeasure measure, const char *currency)
{
  const ExDriverProof *proof = &claims->proof[measure];
  g_autofree char *proven = ex_claims_words_proven (proof);

  ex_cli_table_word (table, NULL, ex_driver_label (claims->driver));
  ex_cli_table_word (table, NULL, measure == EX_MEASURE_VALUE ? _("value") : _("customers"));
  add_proof (table, proof, measure, currency);
  ex_cli_table_word (table, NULL, proven);
}

/* --- claim by claim --------------------------------------------------------------------------------------------------------------- */

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

static void
add_claim (ExCliTable *table, const Basis *basis, const ExDriverClaims *claims, const ExClaim *claim)
{
  static const ExMeasure measures[] = { EX_MEASURE_VALUE, EX_MEASURE_CUSTOMERS };
  const ExObjective *objective = ex_company_get_objective (basis->company, claim->objective);
  int leader = ex_company_find_leader (basis->company, objective->leader_id);
  g_autofree char *note = describe_claim (claims, claim);

  ex_cli_table_word (table, ex_driver_nick (claims->driver), ex_driver_label (claims->driver));
  ex_cli_table_text (table, objective->id);
  ex_cli_table_text (table, objective->title);
  ex_cli_table_text (table, objective->leader_id);
  ex_cli_table_text (table, leader >= 0 ? ex_company_get_leader (basis->company, (guint) leader)->name : objective->leader_id);
  ex_cli_table_rate (table, claim->score, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gboolean stated = claim->stated[measures[i]];

      add_amount (table, stated ? claim->claimed[measures[i]] : EX_UNSET, measures[i], basis->currency);
      add_amount (table, stated ? claim->realised[measures[i]] : EX_UNSET, measures[i], basis->currency);
    }
  ex_cli_table_word (table, claim->counted ? "yes" : "no", NULL);
  ex_cli_table_word (table, against_word (claim), NULL);
  ex_cli_table_word (table, NULL, note);
}

static void
explain (const Basis *basis, const ExClaims *claims, ExCliFormat format)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (claim_columns);

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    for (guint i = 0; i < claims->drivers[driver].claims->len; i++)
      add_claim (table, basis, &claims->drivers[driver], &g_array_index (claims->drivers[driver].claims, ExClaim, i));

  for (int driver = 0; format == EX_CLI_TEXT && driver < EX_N_DRIVERS; driver++)
    for (int measure = EX_N_MEASURES - 1; measure >= 0; measure--)
      {
        g_autoptr (ExWorking) working = ex_working_new ();
        g_autofree char *text = NULL;

        ex_claims_explain (claims, (ExDriver) driver, (ExMeasure) measure, basis->currency, working);
        text = ex_working_to_text (working);
        ex_cli_answer (ex_driver_label ((ExDriver) driver));
        ex_cli_answer (measure == EX_MEASURE_VALUE ? _(", in value") : _(", in customers"));
        ex_cli_answer ("\n");
        ex_cli_answer (text);
        ex_cli_answer (g_str_has_suffix (text, "\n") ? "\n" : "\n\n");
      }
  if (format != EX_CLI_TEXT || ex_cli_table_n_rows (table) > 0)
    ex_cli_table_answer (table, format);
}

/* --- driver by driver ------------------------------------------------------------------------------------------------------------- */

static void
answer_text (const Basis *basis, const ExClaims *claims)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (people_columns);

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      g_autofree char *words = ex_claims_words (&claims->drivers[driver], EX_MEASURE_VALUE, basis->currency);

      if (words != NULL && *words != '\0')
        {
          ex_cli_answer (words);
          ex_cli_answer ("\n");
        }
      add_people_line (table, &claims->drivers[driver], EX_MEASURE_VALUE, basis->currency);
      add_people_line (table, &claims->drivers[driver], EX_MEASURE_CUSTOMERS, basis->currency);
    }
  ex_cli_answer ("\n");
  ex_cli_table_answer (table, EX_CLI_TEXT);
}

/* The cycle's, where the ledger has one; NULL: without, every change is unknown. */
static gboolean
read_asset (ExStore *store, const ExCliShow *show, const ExCycle *cycle, ExCliSpans **spans)
{
  ExCliShow of_cycle = *show;

  of_cycle.cycle = NULL;
  of_cycle.of = cycle;
  *spans = ex_cli_spans_read (store, &of_cycle);

  return *spans != NULL;
}

ExCliStatus
ex_cli_show_claims (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  g_autoptr (ExCliSpans) spans = NULL;
  g_autoptr (ExClaims) claims = NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (file_columns);
  Basis basis = { company, ex_store_get_info (store)->currency };

  if (company == NULL)
    return EX_CLI_REFUSED;
  if (ex_company_get_cycle (company) == NULL)
    return ex_cli_refuse (_("There is no cycle yet: “exemplarctl cycle FILE new NAME --from DATE --to DATE” opens one."));
  if (!read_asset (store, show, ex_company_get_cycle (company), &spans))
    return EX_CLI_REFUSED;

  claims = ex_claims_new (company, spans->asset);
  if (show->explain)
    explain (&basis, claims, show->format);
  else if (show->format == EX_CLI_TEXT)
    answer_text (&basis, claims);
  else
    {
      for (int driver = 0; driver < EX_N_DRIVERS; driver++)
        add_file_line (table, &claims->drivers[driver], basis.currency);
      ex_cli_table_answer (table, show->format);
    }

  return EX_CLI_DONE;
}
