#include "config.h"

#include "company/ex-asset-words.h"
#include "core/ex-asset.h"
#include "core/ex-quantity.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>

static const ExCliColumn columns[] = {
  { "period", N_("Period") }, { "reason", N_("Reason") }, { "customers", N_("Customers") },          { "value", N_("Value") },
  { "share", N_("Of value") }, { "share_customers", N_("Of customers") }, { NULL, NULL },
};

static double
share (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : EX_UNSET;
}

static void
add_span (ExCliTable *table, const ExCliSpans *spans, const ExSpan *span, const char *currency)
{
  g_autofree char *period = ex_cli_spans_period (spans, span);
  g_autofree char *label = ex_cli_spans_label (spans, span);

  for (guint i = 0; i < span->reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (span->reasons, ExLostReason, i);

      ex_cli_table_word (table, period, label);
      if (reason->reason >= 0)
        ex_cli_table_text (table, ex_ledger_get_reason (spans->ledger, (guint) reason->reason));
      else
        ex_cli_table_word (table, NULL, _("(not known)"));
      ex_cli_table_integer (table, reason->lost.customers);
      ex_cli_table_money (table, reason->lost.value, currency);
      ex_cli_table_rate (table, share (reason->lost.value, span->movement.lost.value), FALSE);
      ex_cli_table_rate (table, share (reason->lost.customers, span->movement.lost.customers), FALSE);
    }
}

/* How much of it the reasons explain, of each span. */
static void
answer_known (const ExCliSpans *spans)
{
  for (guint i = 0; i < spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (spans->spans, i);
      g_autofree char *label = ex_cli_spans_label (spans, span);
      g_autofree char *known = ex_asset_words_known (span->reasons, EX_MEASURE_VALUE);
      g_autofree char *line = NULL;

      if (known == NULL)
        continue;
      line = spans->spans->len == 1 ? g_strdup_printf ("\n%s\n", known) : g_strdup_printf ("%s%s: %s\n", i == 0 ? "\n" : "", label, known);
      ex_cli_answer (line);
    }
}

ExCliStatus
ex_cli_show_lost_reasons (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliSpans) spans = ex_cli_spans_read (store, show);
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);
  const char *currency = ex_store_get_info (store)->currency;

  if (spans == NULL)
    return EX_CLI_REFUSED;

  for (guint i = 0; i < spans->spans->len; i++)
    add_span (table, spans, g_ptr_array_index (spans->spans, i), currency);
  if (show->format != EX_CLI_TEXT || ex_cli_table_n_rows (table) > 0)
    ex_cli_table_answer (table, show->format);
  else if (spans->spans->len > 0)
    ex_cli_tell (spans->ledger != NULL ? _("No customer was lost.") : _("Movements that were entered have no reasons."));
  if (show->format == EX_CLI_TEXT && ex_cli_table_n_rows (table) > 0)
    answer_known (spans);

  return EX_CLI_DONE;
}
