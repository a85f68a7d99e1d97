/* The customer asset on paper: what became of the customers, period by period, by reason and by segment, and what of it is certain. */
#include "config.h"

#include "ex-report-asset.h"

#include "core/ex-format.h"
#include "ex-asset-chart.h"
#include "ex-asset-growth.h"
#include "ex-asset-words.h"
#include "ex-reason-chart.h"

#include <glib/gi18n-lib.h>

/* --- parts that other reports have too ------------------------------------------------------------------------------------------ */

void
ex_report_add_asset_words (ExDocument *document, const ExReportFacts *facts)
{
  const ExAsset *asset = facts->asset;
  const ExCycleAsset *span = asset != NULL ? asset->cycle : NULL;
  const char *currency = ex_report_currency (facts);

  if (span == NULL)
    {
      ex_document_add_text (document, EX_TEXT_LEAD, _("There are no customers in the file yet: import a customer ledger, or movements."));
      return;
    }
  if (span->so_far || span->provisional)
    {
      ex_report_take_text (document, EX_TEXT_LEAD, ex_asset_words_customers_so_far (&span->movement));
      ex_report_take_text (document, EX_TEXT_LEAD, ex_asset_words_value_so_far (&span->movement, currency, asset->kind, span->last.grain));
    }
  else
    {
      ex_report_take_text (document, EX_TEXT_LEAD, ex_asset_words_customers (&span->movement));
      ex_report_take_text (document, EX_TEXT_LEAD, ex_asset_words_value (&span->movement, currency, asset->kind, span->last.grain));
    }
  ex_report_take_text (document, EX_TEXT_BODY, ex_asset_words_forecast (span, EX_MEASURE_CUSTOMERS, currency, asset->kind));
  ex_report_take_text (document, EX_TEXT_BODY, ex_asset_words_forecast (span, EX_MEASURE_VALUE, currency, asset->kind));
}

ExChart *
ex_report_waterfall_new (const ExReportFacts *facts, ExMeasure measure)
{
  const ExCycleAsset *span = facts->asset != NULL ? facts->asset->cycle : NULL;
  g_autofree char *words = span != NULL ? ex_asset_words_span (span->first, span->last) : NULL;

  if (span == NULL)
    return NULL;
  if (span->so_far || span->provisional)
    return ex_asset_chart_new_so_far (&span->movement, measure, ex_report_currency (facts), words);

  return ex_asset_chart_new (&span->movement, measure, ex_report_currency (facts), words);
}

ExChart *
ex_report_reasons_new (const ExReportFacts *facts, ExMeasure measure)
{
  const ExCycleAsset *span = facts->asset != NULL ? facts->asset->cycle : NULL;
  g_autofree char *words = span != NULL ? ex_asset_words_span (span->first, span->last) : NULL;

  if (span == NULL || facts->asset->entered || span->reasons == NULL || span->reasons->len == 0)
    return NULL;

  return ex_reason_chart_new (span->reasons, (const char *const *) facts->asset->reasons, measure, ex_report_currency (facts), words);
}

/* --- what is certain --------------------------------------------------------------------------------------------------------------- */

typedef gboolean (* IsSo) (const ExAsset *asset, const ExSpan *span);

static gboolean
is_no_data (const ExAsset *asset, const ExSpan *span)
{
  return span->no_data;
}

static gboolean
is_empty (const ExAsset *asset, const ExSpan *span)
{
  return span->empty;
}

static gboolean
is_provisional (const ExAsset *asset, const ExSpan *span)
{
  return span->provisional;
}

static gboolean
is_final (const ExAsset *asset, const ExSpan *span)
{
  return ex_ledger_marks_is_final (asset->marks, span->period);
}

static void
append_stretch (GString *words, ExPeriod first, ExPeriod last)
{
  g_autofree char *stretch = ex_asset_words_span (first, last);

  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", stretch);
}

/* "Oct 2025 to Dec 2025, Mar 2026"; NULL: none. */
static char *
list_periods (const ExAsset *asset, const GPtrArray *spans, IsSo is_so)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const ExSpan *first = NULL, *last = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);
      gboolean so = is_so (asset, span);

      if (first != NULL && !so)
        append_stretch (words, first->period, last->period);
      first = so ? (first != NULL ? first : span) : NULL;
      last = span;
    }
  if (first != NULL)
    append_stretch (words, first->period, last->period);

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
add_certainty (ExDocument *document, const ExAsset *asset, const GPtrArray *spans)
{
  g_autofree char *day = asset->marks != NULL ? ex_format_day (asset->marks->complete_to) : g_strdup ("");
  g_autofree char *final = list_periods (asset, spans, is_final);
  g_autofree char *provisional = list_periods (asset, spans, is_provisional);
  g_autofree char *no_data = list_periods (asset, spans, is_no_data);
  g_autofree char *empty = list_periods (asset, spans, is_empty);
  const char *pairs[] = {
    _("Complete to"), *day != '\0' ? day : _("not said: all of it counts as complete"),
    _("Final"), final != NULL ? final : _("no period yet: figures may still change"),
    _("Provisional"), provisional != NULL ? provisional : _("no period"),
    _("No data"), no_data != NULL ? no_data : _("no period"),
    empty != NULL ? _("Without a row") : NULL, empty, NULL,
  };

  ex_document_add_heading (document, 2, _("What is certain"));
  ex_document_add_facts (document, pairs);
}

/* --- the whole --------------------------------------------------------------------------------------------------------------------------- */

/* The periods of the cycle; outside of it the last twelve. (transfer container) (element-type ExSpan) */
static GPtrArray *
choose_spans (const ExAsset *asset)
{
  GPtrArray *spans = g_ptr_array_new ();
  const ExCycleAsset *cycle = asset->cycle;

  for (guint i = 0; asset->spans != NULL && i < asset->spans->len; i++)
    {
      ExSpan *span = g_ptr_array_index (asset->spans, i);

      if (cycle != NULL && cycle->in_cycle ? span->period.index >= cycle->first.index && span->period.index <= cycle->end.index
                                           : i + 12 >= asset->spans->len)
        g_ptr_array_add (spans, span);
    }

  return spans;
}

static void
add_head (ExDocument *document, const ExReportFacts *facts)
{
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  const ExCycleAsset *span = facts->asset != NULL ? facts->asset->cycle : NULL;
  g_autofree char *words = span != NULL ? ex_asset_words_span (span->first, span->last) : NULL;

  ex_document_add_heading (document, 1, _("The customer asset"));
  if (span != NULL && span->in_cycle && cycle != NULL)
    ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (_("%s, %s"), cycle->name, words));
  else if (span != NULL && cycle != NULL)
    /* Translators: a cycle, and a span of time */
    ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (_("No whole, complete period of %s is in the ledger; these figures are of %s."),
                                                                 cycle->name, words));
  else
    ex_report_take_text (document, EX_TEXT_DIM, g_steal_pointer (&words));
  ex_report_add_asset_words (document, facts);
}

static void
add_charts (ExDocument *document, const ExReportFacts *facts)
{
  const char *currency = ex_report_currency (facts);

  ex_document_add_heading (document, 2, _("How it came about"));
  ex_report_take_chart (document, facts, ex_report_waterfall_new (facts, EX_MEASURE_CUSTOMERS), 190);
  ex_report_take_chart (document, facts, ex_report_waterfall_new (facts, EX_MEASURE_VALUE), 190);
  ex_document_add_heading (document, 2, _("Period by period"));
  ex_report_take_chart (document, facts, ex_asset_growth_chart_new (facts->asset, NULL, EX_MEASURE_CUSTOMERS, currency), 190);
  ex_report_take_chart (document, facts, ex_asset_growth_chart_new (facts->asset, NULL, EX_MEASURE_VALUE, currency), 190);
}

ExDocument *
ex_report_asset (ExStore *store, const ExReportFacts *facts, GError **error)
{
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (GPtrArray) spans = NULL;
  g_autofree char *title = NULL;
  const ExCycle *cycle = facts != NULL ? ex_company_get_cycle (facts->company) : NULL;

  g_return_val_if_fail (store != NULL && facts != NULL, NULL);

  /* Translators: %s is a cycle */
  title = cycle != NULL ? g_strdup_printf (_("The customer asset, %s"), cycle->name) : g_strdup (_("The customer asset"));
  document = ex_report_document_new (facts, title);
  add_head (document, facts);
  if (facts->asset == NULL || facts->asset->cycle == NULL)
    return g_steal_pointer (&document);

  spans = choose_spans (facts->asset);
  add_charts (document, facts);
  ex_report_add_periods (document, facts, spans);
  add_certainty (document, facts->asset, spans);
  ex_report_add_reasons (document, facts);
  ex_report_add_segments (document, facts);
  if (facts->claims != NULL)
    ex_report_add_claims (document, facts);

  return g_steal_pointer (&document);
}
