#include "config.h"

#include "company/ex-asset-words.h"
#include "company/ex-tables.h"
#include "core/ex-asset.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>

static void
add_span (ExTable *table, const ExCliSpans *spans, const ExSpan *span, const char *currency)
{
  g_autofree char *period = ex_cli_spans_period (spans, span);
  g_autofree char *label = ex_cli_spans_label (spans, span);

  for (guint i = 0; i < span->reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (span->reasons, ExLostReason, i);
      const char *name = reason->reason >= 0 ? ex_ledger_get_reason (spans->ledger, (guint) reason->reason) : NULL;

      ex_table_add_reason (table, period, label, name, &reason->lost, &span->movement.lost, currency);
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
  g_autoptr (ExTable) table = spans != NULL ? ex_cli_show_table (show, ex_table_reasons) : NULL;
  const char *currency = ex_store_get_info (store)->currency;

  if (table == NULL)
    return EX_CLI_REFUSED;

  for (guint i = 0; i < spans->spans->len; i++)
    add_span (table, spans, g_ptr_array_index (spans->spans, i), currency);
  if (show->format != EX_CLI_TEXT)
    return ex_cli_table_answer (table);
  if (ex_table_n_rows (table) > 0)
    ex_cli_table_answer (table);
  else if (spans->spans->len > 0)
    ex_cli_tell (spans->ledger != NULL ? _("No customer was lost.") : _("Movements that were entered have no reasons."));
  if (ex_table_n_rows (table) > 0)
    answer_known (spans);

  return EX_CLI_DONE;
}
