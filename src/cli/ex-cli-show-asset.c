#include "config.h"

#include "company/ex-asset-words.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-cli-explain.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define UNSAID "(none)" /* in files: customers whose segment was never said */

/* The contract's columns. */
static const ExCliColumn file_columns[] = {
  { "period", NULL },
  { "segment", NULL },
  { "opening_customers", NULL },
  { "new_customers", NULL },
  { "won_back_customers", NULL },
  { "lost_customers", NULL },
  { "moved_in_customers", NULL },
  { "moved_out_customers", NULL },
  { "closing_customers", NULL },
  { "opening_value", NULL },
  { "new_value", NULL },
  { "won_back_value", NULL },
  { "expanded_value", NULL },
  { "contracted_value", NULL },
  { "lost_value", NULL },
  { "moved_in_value", NULL },
  { "moved_out_value", NULL },
  { "closing_value", NULL },
  { "growth_customers", NULL },
  { "growth_value", NULL },
  { "nrr", NULL },
  { "grr", NULL },
  { "logo_retention", NULL },
  { "quick_ratio", NULL },
  { NULL, NULL },
};

/* For people two tables that fit on a screen; segments, and the moves between them, only when they were asked for. */
static const ExCliColumn customer_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Opening") }, { NULL, N_("New") },    { NULL, N_("Won back") },
  { NULL, N_("Lost") },     { NULL, N_("Closing") }, { NULL, N_("Growth") }, { NULL, N_("Retained") },
  { NULL, NULL },
};
static const ExCliColumn segment_customer_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Segment") },   { NULL, N_("Opening") }, { NULL, N_("New") },    { NULL, N_("Won back") }, { NULL, N_("Lost") },
  { NULL, N_("Moved in") }, { NULL, N_("Moved out") }, { NULL, N_("Closing") }, { NULL, N_("Growth") }, { NULL, N_("Retained") }, { NULL, NULL },
};
static const ExCliColumn value_columns[] = {
  { NULL, N_("Period") },     { NULL, N_("Opening") }, { NULL, N_("New") },     { NULL, N_("Won back") },      { NULL, N_("Expanded") },
  { NULL, N_("Contracted") }, { NULL, N_("Lost") },    { NULL, N_("Closing") }, { NULL, N_("Growth") },        { NULL, N_("Net retention") },
  { NULL, N_("Gross retention") }, { NULL, N_("Quick ratio") }, { NULL, NULL },
};
static const ExCliColumn segment_value_columns[] = {
  { NULL, N_("Period") },   { NULL, N_("Segment") },    { NULL, N_("Opening") },       { NULL, N_("New") },             { NULL, N_("Won back") },
  { NULL, N_("Expanded") }, { NULL, N_("Contracted") }, { NULL, N_("Lost") },          { NULL, N_("Moved in") },        { NULL, N_("Moved out") },
  { NULL, N_("Closing") },  { NULL, N_("Growth") },     { NULL, N_("Net retention") }, { NULL, N_("Gross retention") }, { NULL, N_("Quick ratio") },
  { NULL, NULL },
};

typedef struct
{
  const ExCliSpans *spans;
  const char       *currency;
  gboolean          by_segment;
} Asset;

/* One line: of the company (@segment NULL), or of one segment. */
typedef void (* AddLine) (ExCliTable *table, const Asset *asset, const ExSpan *span, const ExMovement *m, const char *segment);

static void
add_quick_ratio (ExCliTable *table, const ExMovement *m)
{
  double ratio = ex_movement_quick_ratio (m);
  char plain[G_ASCII_DTOSTR_BUF_SIZE + 400];
  g_autofree char *shown = ex_format_number (ratio, 2);

  if (isinf (ratio))
    ex_cli_table_cell (table, NULL, TRUE, _("no losses"));
  else
    {
      g_ascii_formatd (plain, sizeof plain, "%.6f", ex_round_half_away (ratio, 6));
      ex_cli_table_cell (table, plain, TRUE, shown);
    }
}

static void
add_file_line (ExCliTable *table, const Asset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  const ExCount *customers[] = { &m->opening, &m->fresh, &m->won_back, &m->lost, &m->moved_in, &m->moved_out, &m->closing };
  const ExCount *values[] = { &m->opening, &m->fresh,    &m->won_back,  &m->expanded, &m->contracted,
                              &m->lost,    &m->moved_in, &m->moved_out, &m->closing };
  g_autofree char *period = ex_cli_spans_period (asset->spans, span);

  ex_cli_table_word (table, period, NULL);
  ex_cli_table_text (table, segment);
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    ex_cli_table_integer (table, customers[i]->customers);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ex_cli_table_money (table, values[i]->value, asset->currency);
  ex_cli_table_rate (table, ex_movement_growth_customers (m), TRUE);
  ex_cli_table_rate (table, ex_movement_growth_value (m), TRUE);
  ex_cli_table_rate (table, ex_movement_nrr (m, NULL, asset->currency), FALSE);
  ex_cli_table_rate (table, ex_movement_grr (m), FALSE);
  ex_cli_table_rate (table, ex_movement_logo_retention (m), FALSE);
  add_quick_ratio (table, m);
}

static void
add_names (ExCliTable *table, const Asset *asset, const ExSpan *span, const char *segment)
{
  g_autofree char *label = ex_cli_spans_label (asset->spans, span);

  ex_cli_table_word (table, NULL, label);
  if (asset->by_segment)
    ex_cli_table_word (table, NULL, segment != NULL ? segment : _("All"));
}

static void
add_customer_line (ExCliTable *table, const Asset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  add_names (table, asset, span, segment);
  ex_cli_table_integer (table, m->opening.customers);
  ex_cli_table_integer (table, m->fresh.customers);
  ex_cli_table_integer (table, m->won_back.customers);
  ex_cli_table_integer (table, m->lost.customers);
  if (asset->by_segment)
    {
      ex_cli_table_integer (table, m->moved_in.customers);
      ex_cli_table_integer (table, m->moved_out.customers);
    }
  ex_cli_table_integer (table, m->closing.customers);
  ex_cli_table_rate (table, ex_movement_growth_customers (m), TRUE);
  ex_cli_table_rate (table, ex_movement_logo_retention (m), FALSE);
}

static void
add_value_line (ExCliTable *table, const Asset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  const gint64 values[] = { m->opening.value, m->fresh.value, m->won_back.value, m->expanded.value, m->contracted.value, m->lost.value };

  add_names (table, asset, span, segment);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ex_cli_table_money (table, values[i], asset->currency);
  if (asset->by_segment)
    {
      ex_cli_table_money (table, m->moved_in.value, asset->currency);
      ex_cli_table_money (table, m->moved_out.value, asset->currency);
    }
  ex_cli_table_money (table, m->closing.value, asset->currency);
  ex_cli_table_rate (table, ex_movement_growth_value (m), TRUE);
  ex_cli_table_rate (table, ex_movement_nrr (m, NULL, asset->currency), FALSE);
  ex_cli_table_rate (table, ex_movement_grr (m), FALSE);
  add_quick_ratio (table, m);
}

static const char *
segment_name (const Asset *asset, int segment, gboolean file)
{
  if (segment < 0)
    return file ? UNSAID : _("(not said)");

  return ex_ledger_get_segment (asset->spans->ledger, (guint) segment);
}

/* A line for the company, then one a segment; a ledger that never names a segment has none. */
static void
add_lines (ExCliTable *table, const Asset *asset, AddLine add_line)
{
  gboolean segments = asset->by_segment && asset->spans->ledger != NULL && ex_ledger_n_segments (asset->spans->ledger) > 0;

  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);

      add_line (table, asset, span, &span->movement, NULL);
      for (guint k = 0; segments && k < span->segments->len; k++)
        {
          const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, k);

          add_line (table, asset, span, &segment->movement, segment_name (asset, segment->segment, add_line == add_file_line));
        }
    }
}

/* --- for people --------------------------------------------------------------------------------------------------------- */

static void
answer_sentences (const Asset *asset, const ExSpan *span)
{
  g_autofree char *label = ex_cli_spans_label (asset->spans, span);
  g_autofree char *customers = ex_asset_words_customers (&span->movement);
  ExLedger *ledger = asset->spans->ledger;
  g_autofree char *value = ex_asset_words_value (&span->movement, asset->currency, ledger != NULL ? ex_ledger_get_kind (ledger) : EX_LEDGER_RECURRING,
                                                 ledger != NULL ? ex_ledger_get_grain (ledger) : span->period.grain);
  g_autofree char *text = g_strdup_printf ("%s: %s %s\n\n", label, customers, value);

  ex_cli_answer (text);
}

static void
tell_empty (const Asset *asset)
{
  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);
      g_autofree char *label = ex_cli_spans_label (asset->spans, span);

      if (span->empty)
        ex_cli_tell (_("%s: the ledger has no row, which counts as nobody active."), label);
    }
}

static void
answer_text (const Asset *asset)
{
  g_autoptr (ExCliTable) customers = ex_cli_table_new (asset->by_segment ? segment_customer_columns : customer_columns);
  g_autoptr (ExCliTable) value = ex_cli_table_new (asset->by_segment ? segment_value_columns : value_columns);
  const GPtrArray *spans = asset->spans->spans;

  if (spans->len == 0)
    return;

  answer_sentences (asset, g_ptr_array_index (spans, spans->len - 1));
  add_lines (customers, asset, add_customer_line);
  add_lines (value, asset, add_value_line);
  ex_cli_answer (_("Customers"));
  ex_cli_answer ("\n");
  ex_cli_table_answer (customers, EX_CLI_TEXT);
  ex_cli_answer ("\n");
  ex_cli_answer (_("Value"));
  ex_cli_answer ("\n");
  ex_cli_table_answer (value, EX_CLI_TEXT);
}

/* --- the working -------------------------------------------------------------------------------------------------------- */

static const ExCliColumn working_columns[] = {
  { "period", NULL }, { "what", NULL }, { "how", NULL }, { "result", NULL }, { NULL, NULL },
};

static void
explain (const Asset *asset, ExCliFormat format)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (working_columns);

  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);
      g_autoptr (ExWorking) working = ex_working_new ();
      g_autofree char *period = ex_cli_spans_period (asset->spans, span);
      g_autofree char *label = ex_cli_spans_label (asset->spans, span);

      ex_movement_explain (&span->movement, asset->currency, working);
      if (format == EX_CLI_TEXT)
        ex_cli_explain (NULL, label, NULL, NULL, working);
      for (guint k = 0; format != EX_CLI_TEXT && k < ex_working_length (working); k++)
        {
          const ExWorkingStep *step = ex_working_get (working, k);

          ex_cli_table_word (table, period, NULL);
          ex_cli_table_text (table, step->what);
          ex_cli_table_text (table, step->how);
          ex_cli_table_text (table, step->result);
        }
    }
  if (format != EX_CLI_TEXT)
    ex_cli_table_answer (table, format);
}

ExCliStatus
ex_cli_show_asset (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliSpans) spans = ex_cli_spans_read (store, show);
  Asset asset = { spans, ex_store_get_info (store)->currency, show->by_segment };

  if (spans == NULL)
    return EX_CLI_REFUSED;

  tell_empty (&asset);
  if (show->explain)
    explain (&asset, show->format);
  else if (show->format == EX_CLI_TEXT)
    answer_text (&asset);
  else
    {
      g_autoptr (ExCliTable) table = ex_cli_table_new (file_columns);

      add_lines (table, &asset, add_file_line);
      ex_cli_table_answer (table, show->format);
    }

  return EX_CLI_DONE;
}
