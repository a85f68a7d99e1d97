/* The customer asset as people read it. */
#include "config.h"

#include "ex-cli-show-asset.h"

#include "company/ex-asset-words.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Segments, and the moves between them, only when they were asked for. */
static const ExTableColumn customer_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Opening") }, { NULL, N_("New") },    { NULL, N_("Won back") },
  { NULL, N_("Lost") },     { NULL, N_("Closing") }, { NULL, N_("Growth") }, { NULL, N_("Retained") },
  EX_TABLE_END,
};
static const ExTableColumn segment_customer_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Segment") },   { NULL, N_("Opening") }, { NULL, N_("New") },    { NULL, N_("Won back") }, { NULL, N_("Lost") },
  { NULL, N_("Moved in") }, { NULL, N_("Moved out") }, { NULL, N_("Closing") }, { NULL, N_("Growth") }, { NULL, N_("Retained") }, EX_TABLE_END,
};
static const ExTableColumn value_columns[] = {
  { NULL, N_("Period") },     { NULL, N_("Opening") }, { NULL, N_("New") },     { NULL, N_("Won back") },      { NULL, N_("Expanded") },
  { NULL, N_("Contracted") }, { NULL, N_("Lost") },    { NULL, N_("Closing") }, { NULL, N_("Growth") },        { NULL, N_("Net retention") },
  { NULL, N_("Gross retention") }, { NULL, N_("Quick ratio") }, EX_TABLE_END,
};
static const ExTableColumn segment_value_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Segment") },    { NULL, N_("Opening") },       { NULL, N_("New") },             { NULL, N_("Won back") },
  { NULL, N_("Expanded") }, { NULL, N_("Contracted") }, { NULL, N_("Lost") },          { NULL, N_("Moved in") },        { NULL, N_("Moved out") },
  { NULL, N_("Closing") },  { NULL, N_("Growth") },     { NULL, N_("Net retention") }, { NULL, N_("Gross retention") }, { NULL, N_("Quick ratio") },
  EX_TABLE_END,
};

static const ExTableColumn lifetime_columns[] = { { NULL, N_("Segment") }, { NULL, N_("Lifetime value") }, EX_TABLE_END };

static void
add_names (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const char *segment)
{
  g_autofree char *label = ex_cli_spans_label (asset->spans, span);
  g_autofree char *marked = NULL;

  if (span->no_data)
    marked = g_strdup_printf (_("%s (no data)"), label);
  else
    marked = span->provisional ? g_strdup_printf (_("%s (provisional)"), label) : g_strdup (label);
  ex_table_word (table, NULL, marked);
  if (asset->by_segment)
    ex_table_word (table, NULL, segment != NULL ? segment : _("All"));
}

/* TRUE: the rest of the line is filled with dashes. */
static gboolean
pass_over (ExTable *table, const ExSpan *span, guint n)
{
  for (guint i = 0; span->no_data && i < n; i++)
    ex_table_blank (table, "–");

  return span->no_data;
}

static void
add_customer_line (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  add_names (table, asset, span, segment);
  if (pass_over (table, span, asset->by_segment ? 9 : 7))
    return;
  ex_table_integer (table, m->opening.customers);
  ex_table_integer (table, m->fresh.customers);
  ex_table_integer (table, m->won_back.customers);
  ex_table_integer (table, m->lost.customers);
  if (asset->by_segment)
    {
      ex_table_integer (table, m->moved_in.customers);
      ex_table_integer (table, m->moved_out.customers);
    }
  ex_table_integer (table, m->closing.customers);
  ex_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_customers (m), TRUE);
  ex_table_rate (table, ex_movement_logo_retention (m), FALSE);
}

static void
add_value_line (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  const gint64 values[] = { m->opening.value, m->fresh.value, m->won_back.value, m->expanded.value, m->contracted.value, m->lost.value };

  add_names (table, asset, span, segment);
  if (pass_over (table, span, asset->by_segment ? 13 : 11))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ex_table_money (table, values[i], asset->currency);
  if (asset->by_segment)
    {
      ex_table_money (table, m->moved_in.value, asset->currency);
      ex_table_money (table, m->moved_out.value, asset->currency);
    }
  ex_table_money (table, m->closing.value, asset->currency);
  ex_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_value (m), TRUE);
  ex_table_rate (table, ex_movement_nrr (m, NULL, asset->currency), FALSE);
  ex_table_rate (table, ex_movement_grr (m), FALSE);
  ex_table_add_quick_ratio (table, m);
}

/* What has become of the customers, and where that is heading; nothing of the growth of a period that is not complete. */
static void
answer_sentences (const ExCliAsset *asset, const ExSpan *span)
{
  const ExCliSpans *spans = asset->spans;
  gboolean so_far = span->provisional || (spans->asset != NULL && spans->asset->so_far);
  const ExMovement *m = &span->movement;
  g_autofree char *label = ex_cli_spans_label (spans, span);
  g_autofree char *customers = so_far ? ex_asset_words_customers_so_far (m) : ex_asset_words_customers (m);
  g_autofree char *value = so_far ? ex_asset_words_value_so_far (m, asset->currency, spans->kind, spans->grain)
                                  : ex_asset_words_value (m, asset->currency, spans->kind, spans->grain);
  g_autofree char *text = g_strdup_printf ("%s: %s%s%s\n", label, customers, span->provisional ? "" : " ", span->provisional ? "" : value);

  ex_cli_answer (text);
  for (int measure = 0; spans->asset != NULL && measure < EX_N_MEASURES; measure++)
    {
      g_autofree char *forecast = ex_asset_words_forecast (spans->asset, (ExMeasure) measure, asset->currency, spans->kind);

      if (forecast == NULL)
        continue;
      ex_cli_answer (forecast);
      ex_cli_answer ("\n");
    }
  ex_cli_answer ("\n");
}

/* The latest that there is data for: a complete one, where there is one. */
static const ExSpan *
find_latest (const GPtrArray *spans)
{
  const ExSpan *latest = NULL;

  for (guint i = spans->len; i-- > 0;)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);

      if (!span->no_data && !span->provisional)
        return span;
      if (latest == NULL && !span->no_data)
        latest = span;
    }

  return latest;
}

/* What a customer is worth as long as they stay: the company, then each segment. */
static void
add_lifetime_line (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  double value = ex_cli_asset_lifetime (asset, span, m, NULL);

  ex_table_word (table, NULL, segment != NULL ? segment : _("All"));
  if (isnan (value) || fabs (value) >= 0x1p62)
    ex_table_blank (table, "–");
  else
    ex_table_money (table, (gint64) ex_round_half_away (value, 0), asset->currency);
}

/* Of the latest period alone. */
static void
answer_lifetime (const ExCliAsset *asset, const ExSpan *span)
{
  g_autoptr (ExTable) table = ex_cli_table_new (lifetime_columns, EX_CLI_TEXT);
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  ExCliSpans spans = *asset->spans;
  ExCliAsset of_one = *asset;

  if (asset->margin < 0 || asset->discount < 0)
    return;

  g_ptr_array_add (only, (gpointer) span);
  spans.spans = only;
  of_one.spans = &spans;
  ex_cli_asset_add_lines (table, &of_one, _("(not said)"), add_lifetime_line);
  ex_cli_answer ("\n");
  ex_cli_table_answer (table);
}

void
ex_cli_asset_answer_text (const ExCliAsset *asset)
{
  g_autoptr (ExTable) customers = ex_cli_table_new (asset->by_segment ? segment_customer_columns : customer_columns, EX_CLI_TEXT);
  g_autoptr (ExTable) value = ex_cli_table_new (asset->by_segment ? segment_value_columns : value_columns, EX_CLI_TEXT);
  const GPtrArray *spans = asset->spans->spans;

  const ExSpan *latest = find_latest (spans);

  if (spans->len == 0)
    return;

  if (latest != NULL)
    answer_sentences (asset, latest);
  ex_cli_asset_add_lines (customers, asset, _("(not said)"), add_customer_line);
  ex_cli_asset_add_lines (value, asset, _("(not said)"), add_value_line);
  ex_cli_answer (_("Customers"));
  ex_cli_answer ("\n");
  ex_cli_table_answer (customers);
  ex_cli_answer ("\n");
  ex_cli_answer (_("Value"));
  ex_cli_answer ("\n");
  ex_cli_table_answer (value);
  if (latest != NULL)
    answer_lifetime (asset, latest);
}
