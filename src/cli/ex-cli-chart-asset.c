/* The charts of the customer asset, and of the rewards that hang on it. */
#include "config.h"

#include "ex-cli-chart.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-growth.h"
#include "company/ex-reason-chart.h"
#include "company/ex-reward-chart.h"
#include "ex-cli-spans.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

/* The only span, or the latest. NULL: it was said why there is none. */
static const ExSpan *
read_span (ExStore *store, const ExCliChartWish *wish, ExCliSpans **spans)
{
  *spans = ex_cli_spans_read (store, &wish->show);
  if (*spans == NULL || (*spans)->spans->len == 0)
    return NULL;

  return g_ptr_array_index ((*spans)->spans, (*spans)->spans->len - 1);
}

ExChart *
ex_cli_chart_waterfall (ExStore *store, const ExCliChartWish *wish)
{
  g_autoptr (ExCliSpans) spans = NULL;
  const ExSpan *span = read_span (store, wish, &spans);
  g_autofree char *label = span != NULL ? ex_cli_spans_label (spans, span) : NULL;
  const char *currency = ex_store_get_info (store)->currency;
  ExChart *chart;

  if (span == NULL)
    return NULL;
  chart = span->provisional || (spans->asset != NULL && spans->asset->so_far)
          ? ex_asset_chart_new_so_far (&span->movement, wish->measure, currency, label)
          : ex_asset_chart_new (&span->movement, wish->measure, currency, label);
  ex_asset_chart_fade (chart, wish->driver);

  return chart;
}

static char **
list_reasons (const ExLedger *ledger)
{
  guint n = ledger != NULL ? ex_ledger_n_reasons (ledger) : 0;
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (ex_ledger_get_reason (ledger, i));

  return names;
}

ExChart *
ex_cli_chart_lost_reasons (ExStore *store, const ExCliChartWish *wish)
{
  g_autoptr (ExCliSpans) spans = NULL;
  const ExSpan *span = read_span (store, wish, &spans);
  g_autofree char *label = span != NULL ? ex_cli_spans_label (spans, span) : NULL;
  g_auto (GStrv) names = span != NULL ? list_reasons (spans->ledger) : NULL;

  if (span == NULL)
    return NULL;
  if (span->reasons->len == 0)
    {
      ex_cli_refuse (spans->ledger != NULL ? _("No customer was lost.") : _("Movements that were entered have no reasons."));
      return NULL;
    }

  return ex_reason_chart_new (span->reasons, (const char *const *) names, wish->measure, ex_store_get_info (store)->currency, label);
}

/* --- growth ----------------------------------------------------------------------------------------------------------------------- */

/* The cycle that was named, or the latest. FALSE: it was said why not; TRUE without one: there is none at all. */
static gboolean
find_cycle (ExStore *store, const char *name, ExCycle **cycle)
{
  g_autoptr (GError) error = NULL;

  *cycle = ex_store_find_cycle (store, name, &error);
  if (*cycle != NULL || (name == NULL && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND)))
    return TRUE;

  ex_cli_refuse ("%s", error->message);

  return FALSE;
}

/* Those in the cycle, when one was named. */
static void
keep_inside (GPtrArray *spans, const ExCycle *cycle)
{
  for (guint i = spans->len; i-- > 0;)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);

      if (ex_period_first_day (span->period) < cycle->first || ex_period_last_day (span->period) > cycle->last)
        g_ptr_array_remove_index (spans, i);
    }
}

static ExAsset *
read_asset (ExStore *store, const ExCycle *cycle)
{
  g_autoptr (GError) error = NULL;
  ExAsset *asset = ex_store_read_asset (store, cycle, NULL, &error);

  if (asset == NULL)
    ex_cli_refuse ("%s", error != NULL ? error->message : _("There are no customers yet: import a customer ledger, or movements."));

  return asset;
}

ExChart *
ex_cli_chart_growth (ExStore *store, const ExCliChartWish *wish)
{
  ExCliShow show = { .grain = wish->show.grain };
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (ExCliSpans) spans = NULL;

  if (!find_cycle (store, wish->show.cycle, &cycle))
    return NULL;
  asset = read_asset (store, cycle);
  spans = asset != NULL ? ex_cli_spans_read (store, &show) : NULL;
  if (spans == NULL)
    return NULL;

  if (wish->show.cycle != NULL)
    keep_inside (spans->spans, cycle);
  if (spans->spans->len == 0)
    {
      ex_cli_refuse (_("No period of the customer ledger lies in the cycle “%s”."), cycle->name);
      return NULL;
    }

  return ex_asset_growth_chart_new (asset, spans->spans, wish->measure, ex_store_get_info (store)->currency);
}

/* --- rewards ---------------------------------------------------------------------------------------------------------------------- */

ExChart *
ex_cli_chart_reward_curve (ExStore *store, const ExCliChartWish *wish)
{
  g_autoptr (ExCycle) cycle = NULL;
  g_autoptr (ExRewardTerms) terms = NULL;
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (GError) error = NULL;
  ExRewardGrowth growth;

  if (!find_cycle (store, wish->show.cycle, &cycle))
    return NULL;
  if (cycle == NULL)
    {
      ex_cli_refuse (_("There is no cycle yet: “exemplarctl cycle FILE new NAME --from DATE --to DATE” opens one."));
      return NULL;
    }

  terms = ex_store_read_reward_terms (store, cycle->id, &error);
  asset = error == NULL ? ex_store_read_asset (store, cycle, NULL, &error) : NULL;
  if (error != NULL)
    ex_cli_refuse ("%s", error->message);
  else if (terms == NULL)
    ex_cli_refuse (_("The cycle “%s” pays nothing by growth: “exemplarctl rewards FILE CYCLE set --curve C” says what it pays."), cycle->name);
  if (error != NULL || terms == NULL)
    return NULL;
  growth = ex_reward_growth (asset != NULL ? asset->cycle : NULL, terms->measure);

  return ex_reward_chart_new (terms, &growth);
}
