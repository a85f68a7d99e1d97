#include "config.h"

#include "ex-cli-show-asset.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-cli-explain.h"
#include "store/ex-store-asset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define UNSAID "(none)" /* in files: customers whose segment was never said */

void
ex_cli_asset_add_lines (ExTable *table, const ExCliAsset *asset, const char *unsaid, ExCliAssetLine add_line)
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
add_file_line (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment)
{
  g_autofree char *period = ex_cli_spans_period (asset->spans, span);
  g_autofree char *label = ex_cli_spans_label (asset->spans, span);

  ex_table_add_movement (table, period, label, segment, span, m, asset->currency);
}

/* --- the working -------------------------------------------------------------------------------------------------------- */

static const ExTableColumn working_columns[] = {
  { "period", NULL, EX_CELL_WORD, N_("Period") },
  { "what", NULL, EX_CELL_TEXT, N_("What") },
  { "how", NULL, EX_CELL_TEXT, N_("How") },
  { "result", NULL, EX_CELL_TEXT, N_("Result") },
  EX_TABLE_END,
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
add_working (ExTable *table, const char *period, const ExWorking *working)
{
  for (guint k = 0; k < ex_working_length (working); k++)
    {
      const ExWorkingStep *step = ex_working_get (working, k);

      ex_table_word (table, period, NULL);
      ex_table_text (table, step->what);
      ex_table_text (table, step->how);
      ex_table_text (table, step->result);
    }
}

static ExCliStatus
explain (const ExCliAsset *asset, const ExCliShow *show)
{
  g_autoptr (ExTable) table = ex_cli_show_table (show, working_columns);

  if (table == NULL)
    return EX_CLI_REFUSED;
  for (guint i = 0; i < asset->spans->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (asset->spans->spans, i);
      g_autofree char *period = ex_cli_spans_period (asset->spans, span);
      g_autofree char *label = ex_cli_spans_label (asset->spans, span);
      g_autoptr (ExWorking) working = NULL;

      if (span->no_data)
        continue;
      working = explain_span (asset, span);
      if (show->format == EX_CLI_TEXT)
        ex_cli_explain (NULL, label, NULL, NULL, working);
      else
        add_working (table, period, working);
    }

  return show->format != EX_CLI_TEXT ? ex_cli_table_answer (table) : EX_CLI_DONE;
}

/* --- all of it ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExTable *table;
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
  g_autoptr (ExTable) table = ex_cli_show_table (show, ex_table_asset);
  Printing printing = { table, asset };

  if (table == NULL || !ex_cli_spans_each (store, show, print_span, &printing))
    return EX_CLI_REFUSED;

  return ex_cli_table_answer (table);
}

ExCliStatus
ex_cli_show_asset (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCliSpans) spans = NULL;
  g_autoptr (GError) error = NULL;
  ExCliAsset asset = { NULL, ex_store_get_info (store)->currency, show->by_segment, -1, -1 };

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
    return explain (&asset, show);
  ex_cli_asset_answer_text (&asset);

  return EX_CLI_DONE;
}
