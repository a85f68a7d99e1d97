#include "config.h"

#include "company/ex-claims-words.h"
#include "company/ex-tables.h"
#include "core/ex-asset.h"
#include "core/ex-quantity.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const ExTableColumn people_columns[] = {
  { NULL, N_("Driver") }, { NULL, N_("Measure") },      { NULL, N_("Claimed") }, { NULL, N_("Realised") }, { NULL, N_("Before") },
  { NULL, N_("Now") },    { NULL, N_("Change") },       { NULL, N_("Proven") },  EX_TABLE_END,
};

typedef struct
{
  const ExCompany *company;
  const char      *currency;
} Basis;

static void
add_people_line (ExTable *table, const ExDriverClaims *claims, ExMeasure measure, const char *currency)
{
  const ExDriverProof *proof = &claims->proof[measure];
  const double amounts[] = { proof->claimed, proof->realised, proof->before, proof->now, proof->change };
  g_autofree char *proven = ex_claims_words_proven (proof);

  ex_table_word (table, NULL, ex_driver_label (claims->driver));
  ex_table_word (table, NULL, measure == EX_MEASURE_VALUE ? _("value") : _("customers"));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    ex_table_add_amount (table, amounts[i], measure, currency);
  ex_table_word (table, NULL, proven);
}

/* --- claim by claim --------------------------------------------------------------------------------------------------------------- */

static ExCliStatus
explain (const Basis *basis, const ExClaims *claims, const ExCliShow *show)
{
  g_autoptr (ExTable) table = ex_cli_show_table (show, ex_table_claim_lines);

  if (table == NULL)
    return EX_CLI_REFUSED;
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    for (guint i = 0; i < claims->drivers[driver].claims->len; i++)
      ex_table_add_claim (table, basis->company, &claims->drivers[driver], &g_array_index (claims->drivers[driver].claims, ExClaim, i));

  for (int driver = 0; show->format == EX_CLI_TEXT && driver < EX_N_DRIVERS; driver++)
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

  return show->format != EX_CLI_TEXT || ex_table_n_rows (table) > 0 ? ex_cli_table_answer (table) : EX_CLI_DONE;
}

/* --- driver by driver ------------------------------------------------------------------------------------------------------------- */

static void
answer_text (const Basis *basis, const ExClaims *claims)
{
  g_autoptr (ExTable) table = ex_cli_table_new (people_columns, EX_CLI_TEXT);

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
  ex_cli_table_answer (table);
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
  g_autoptr (ExTable) table = NULL;
  Basis basis = { company, ex_store_get_info (store)->currency };

  if (company == NULL)
    return EX_CLI_REFUSED;
  if (ex_company_get_cycle (company) == NULL)
    return ex_cli_refuse (_("There is no cycle yet: “exemplarctl cycle FILE new NAME --from DATE --to DATE” opens one."));
  if (!read_asset (store, show, ex_company_get_cycle (company), &spans))
    return EX_CLI_REFUSED;

  claims = ex_claims_new (company, spans->asset);
  if (show->explain)
    return explain (&basis, claims, show);
  if (show->format == EX_CLI_TEXT)
    {
      answer_text (&basis, claims);
      return EX_CLI_DONE;
    }

  table = ex_cli_show_table (show, ex_table_claims);
  if (table == NULL)
    return EX_CLI_REFUSED;
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    ex_table_add_driver (table, &claims->drivers[driver], basis.currency);

  return ex_cli_table_answer (table);
}
