#include "config.h"

#include "ex-cli-show-asset.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-cli-explain.h"
#include "store/ex-store-asset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FEW 1000 /* lines that are kept before they are printed */
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

void
ex_cli_asset_add_quick_ratio (ExCliTable *table, const ExMovement *m)
{
  double ratio = ex_movement_quick_ratio (m);
  char plain[G_ASCII_DTOSTR_BUF_SIZE + 400];

  if (isinf (ratio))
    ex_cli_table_cell (table, NULL, TRUE, _("no losses"));
  else
    {
      g_autofree char *shown = ex_format_number (ratio, 2);

      g_ascii_formatd (plain, sizeof plain, "%.6f", ex_round_half_away (ratio, 6));
      ex_cli_table_cell (table, plain, TRUE, shown);
    }
}

void
ex_cli_asset_add_lines (ExCliTable *table, const ExCliAsset *asset, const char *unsaid, ExCliAssetLine add_line)
{
  gboolean segments = asset->by_segment && asset->spans->ledger != NULL && ex_ledger_n_segments (asset->spans->ledger) > 0;

  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);

      add_line (table, asset, span, &span->movement, NULL);
      for (guint k = 0; segments && k < span->segments->len; k++)
        {
          const ExSegmentMovement *segment = &g_array_index (span->segments, ExSegmentMovement, k);

          add_line (table, asset, span, &segment->movement,
                    segment->segment >= 0 ? ex_ledger_get_segment (asset->spans->ledger, (guint) segment->segment) : unsaid);
        }
    }
}

double
ex_cli_asset_lifetime (const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, ExWorking *working)
{
  return ex_lifetime_value (m, asset->spans->kind, ex_cli_spans_length (asset->spans, span), asset->margin, asset->discount, asset->currency,
                            working);
}

static void
add_file_line (ExCliTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  const ExCount *customers[] = { &m->opening, &m->fresh, &m->won_back, &m->lost, &m->moved_in, &m->moved_out, &m->closing };
  const ExCount *values[] = { &m->opening, &m->fresh,    &m->won_back,  &m->expanded, &m->contracted,
                              &m->lost,    &m->moved_in, &m->moved_out, &m->closing };
  g_autofree char *period = ex_cli_spans_period (asset->spans, span);

  ex_cli_table_word (table, period, NULL);
  ex_cli_table_text (table, segment);
  if (span->no_data)
    {
      for (gsize i = 2; file_columns[i].name != NULL; i++)
        ex_cli_table_cell (table, NULL, TRUE, NULL);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    ex_cli_table_integer (table, customers[i]->customers);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ex_cli_table_money (table, values[i]->value, asset->currency);
  ex_cli_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_customers (m), TRUE);
  ex_cli_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_value (m), TRUE);
  ex_cli_table_rate (table, ex_movement_nrr (m, NULL, asset->currency), FALSE);
  ex_cli_table_rate (table, ex_movement_grr (m), FALSE);
  ex_cli_table_rate (table, ex_movement_logo_retention (m), FALSE);
  ex_cli_asset_add_quick_ratio (table, m);
  if (ex_cli_table_n_rows (table) >= FEW)
    ex_cli_table_pass (table, asset->format);
}

/* --- the working -------------------------------------------------------------------------------------------------------- */

static const ExCliColumn working_columns[] = {
  { "period", NULL }, { "what", NULL }, { "how", NULL }, { "result", NULL }, { NULL, NULL },
};

/* The same without the growth of a period that is not complete. */
static ExWorking *
drop_growth (const ExWorking *working)
{
  ExWorking *kept = ex_working_new ();

  for (guint k = 0; k < ex_working_length (working); k++)
    {
      const ExWorkingStep *step = ex_working_get (working, k);

      if (g_str_equal (step->what, ex_rate_label (EX_RATE_GROWTH_CUSTOMERS)) || g_str_equal (step->what, ex_rate_label (EX_RATE_GROWTH_VALUE)))
        ex_working_add (kept, step->what, "–", "%s", _("the period is not complete yet"));
      else
        ex_working_add (kept, step->what, step->result, "%s", step->how);
    }

  return kept;
}

static ExWorking *
explain_span (const ExCliAsset *asset, const ExSpan *span)
{
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_movement_explain (&span->movement, asset->currency, working);
  if (asset->margin >= 0 && asset->discount >= 0)
    ex_cli_asset_lifetime (asset, span, &span->movement, working);

  return span->provisional ? drop_growth (working) : g_steal_pointer (&working);
}

static void
add_working (ExCliTable *table, const char *period, const ExWorking *working)
{
  for (guint k = 0; k < ex_working_length (working); k++)
    {
      const ExWorkingStep *step = ex_working_get (working, k);

      ex_cli_table_word (table, period, NULL);
      ex_cli_table_text (table, step->what);
      ex_cli_table_text (table, step->how);
      ex_cli_table_text (table, step->result);
    }
}

static void
explain (const ExCliAsset *asset, ExCliFormat format)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (working_columns);

  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);
      g_autofree char *period = ex_cli_spans_period (asset->spans, span);
      g_autofree char *label = ex_cli_spans_label (asset->spans, span);
      g_autoptr (ExWorking) working = NULL;

      if (span->no_data)
        continue;
      working = explain_span (asset, span);
      if (format == EX_CLI_TEXT)
        ex_cli_explain (NULL, label, NULL, NULL, working);
      else
        add_working (table, period, working);
    }
  if (format != EX_CLI_TEXT)
    ex_cli_table_answer (table, format);
}

/* --- all of it ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExCliTable *table;
  ExCliAsset *asset;
} Printing;

static void
print_span (const ExCliSpans *spans, G_GNUC_UNUSED const ExSpan *span, gpointer data)
{
  const Printing *printing = data;

  printing->asset->spans = spans;
  ex_cli_spans_tell (spans);
  ex_cli_asset_add_lines (printing->table, printing->asset, UNSAID, add_file_line);
}

/* For programs: as it is read, however much it is. */
static ExCliStatus
print (ExStore *store, const ExCliShow *show, ExCliAsset *asset)
{
  g_autoptr (ExCliTable) table = ex_cli_table_new (file_columns);
  Printing printing = { table, asset };

  if (!ex_cli_spans_each (store, show, print_span, &printing))
    return EX_CLI_REFUSED;
  ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}

ExCliStatus
ex_cli_show_asset (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliSpans) spans = NULL;
  g_autoptr (GError) error = NULL;
  ExCliAsset asset = { NULL, ex_store_get_info (store)->currency, show->by_segment, -1, -1, show->format };

  if (!ex_store_read_lifetime_terms (store, &asset.margin, &asset.discount, &error))
    return ex_cli_refuse ("%s", error->message);
  if (!show->explain && show->format != EX_CLI_TEXT)
    return print (store, show, &asset);

  spans = ex_cli_spans_read (store, show);
  if (spans == NULL)
    return EX_CLI_REFUSED;

  asset.spans = spans;
  ex_cli_spans_tell (spans);
  if (show->explain)
    explain (&asset, show->format);
  else
    ex_cli_asset_answer_text (&asset);

  return EX_CLI_DONE;
}
