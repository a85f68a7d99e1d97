/* On paper: what the objectives claim, beside what the ledger says. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-asset-words.h"
#include "ex-claims-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The largest of a driver: more are on the page of the window. */
#define MOST_CLAIMS 15

/* --- driver by driver ------------------------------------------------------------------------------------------------------------- */

/* The measure in which more is said: value, unless only customers are claimed. */
static ExMeasure
measure_of (const ExDriverClaims *claims)
{
  return claims->order[EX_MEASURE_VALUE]->len == 0 && claims->order[EX_MEASURE_CUSTOMERS]->len > 0 ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
}

static void
add_driver (ExReportTable *table, const ExDriverClaims *claims, ExMeasure measure, const char *currency)
{
  const ExDriverProof *proof = &claims->proof[measure];
  const double amounts[] = { proof->claimed, proof->realised, proof->before, proof->now, proof->change };

  if (claims->order[measure]->len == 0)
    return;

  /* Translators: a driver, and "value" or "customers": what is counted of it */
  ex_report_table_take (table, g_strdup_printf (_("%s, %s"), ex_driver_label (claims->driver),
                                                measure == EX_MEASURE_VALUE ? _("value") : _("customers")));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (measure == EX_MEASURE_VALUE || isnan (amounts[i]))
      ex_report_table_take (table, ex_claims_words_amount (amounts[i], measure, currency));
    else
      ex_report_table_take (table, ex_format_number (amounts[i], 0));
  ex_report_table_take (table, ex_claims_words_proven (proof));
}

static void
add_drivers (ExDocument *document, const ExReportFacts *facts)
{
  static const char *const titles[] = { N_("Claimed a year"), N_("Realised"), N_("Ledger before"), N_("Ledger now"), N_("Change"), N_("Proven") };
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  ex_report_table_column (table, _("Driver"), 1, EX_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ex_report_table_column (table, _(titles[i]), 0, EX_ALIGN_END);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    {
      add_driver (table, &facts->claims->drivers[i], EX_MEASURE_VALUE, ex_report_currency (facts));
      add_driver (table, &facts->claims->drivers[i], EX_MEASURE_CUSTOMERS, ex_report_currency (facts));
    }
  ex_report_table_end (table, document, FALSE);
}

/* --- claim by claim ------------------------------------------------------------------------------------------------------------------ */

static void
add_claim (ExReportTable *table, const ExReportFacts *facts, const ExClaim *claim, ExMeasure measure)
{
  const ExObjective *objective = ex_company_get_objective (facts->company, claim->objective);
  int leader = ex_company_find_leader (facts->company, objective->leader_id);

  ex_report_table_add (table, objective->title);
  ex_report_table_add (table, leader >= 0 ? ex_company_get_leader (facts->company, (guint) leader)->name : "");
  ex_report_table_take (table, ex_claims_words_amount (claim->claimed[measure], measure, ex_report_currency (facts)));
  ex_report_table_take (table, ex_format_percent (claim->score));
  ex_report_table_take (table, ex_claims_words_amount (claim->realised[measure], measure, ex_report_currency (facts)));
}

/* What is under an objective that claims the same is part of it: a list of both would count it twice. */
static void
add_counted (ExReportTable *table, const ExReportFacts *facts, const ExDriverClaims *claims, ExMeasure measure, guint *n_left, guint *n_below)
{
  const GArray *order = claims->order[measure];

  *n_left = *n_below = 0;
  for (guint i = 0; i < order->len; i++)
    {
      const ExClaim *claim = &g_array_index (claims->claims, ExClaim, g_array_index (order, guint, i));

      if (!claim->counted)
        (*n_below)++;
      else if (ex_report_table_n_rows (table) < MOST_CLAIMS)
        add_claim (table, facts, claim, measure);
      else
        (*n_left)++;
    }
}

static void
add_list (ExDocument *document, const ExReportFacts *facts, const ExDriverClaims *claims)
{
  ExMeasure measure = measure_of (claims);
  g_autoptr (ExReportTable) table = ex_report_table_new ();
  guint n_left, n_below;

  ex_document_add_heading (document, 3, ex_driver_label (claims->driver));
  ex_report_take_text (document, EX_TEXT_BODY, ex_claims_words (claims, measure, ex_report_currency (facts)));
  ex_report_table_column (table, _("Objective"), 2, EX_ALIGN_START);
  ex_report_table_column (table, _("Leader"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Claimed a year"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Score"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Realised"), 0, EX_ALIGN_END);
  add_counted (table, facts, claims, measure, &n_left, &n_below);
  if (ex_report_table_n_rows (table) > 0)
    ex_report_table_end (table, document, FALSE);
  if (n_left > 0)
    ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (ngettext ("%u smaller claim is counted too.", "%u smaller claims are counted too.", n_left),
                                                                 n_left));
  if (n_below > 0)
    ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (ngettext ("%u claim below is part of these, and not counted again.",
                                                                           "%u claims below are part of these, and not counted again.", n_below), n_below));
}

static gboolean
claims_anything (const ExClaims *claims)
{
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    if (claims->drivers[i].claims->len > 0)
      return TRUE;

  return FALSE;
}

void
ex_report_add_claims (ExDocument *document, const ExReportFacts *facts)
{
  const ExClaims *claims = facts->claims;

  ex_document_add_heading (document, 2, _("Claims held against the ledger"));
  if (!claims_anything (claims))
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("No objective claims anything yet."));
      return;
    }
  if (claims->months == 0)
    ex_document_add_text (document, EX_TEXT_BODY, _("The ledger has no whole period of the cycle yet: claims cannot be held against it."));
  else
    {
      g_autofree char *span = ex_asset_words_span (claims->first, claims->last);

      /* Translators: %s is a span of time */
      ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (_("What the objectives claim, beside what the ledger says of %s; both put on a year."), span));
    }
  add_drivers (document, facts);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    if (claims->drivers[i].claims->len > 0)
      add_list (document, facts, &claims->drivers[i]);
}
