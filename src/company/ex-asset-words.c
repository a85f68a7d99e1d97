#include "config.h"

#include "ex-asset-words.h"

#include "core/ex-asset.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-amount.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
ex_asset_words_customers (const ExMovement *movement)
{
  gint64 gained = movement->fresh.customers + movement->won_back.customers;
  g_autofree char *gained_text = ex_format_integer (gained);
  g_autofree char *lost_text = ex_format_integer (movement->lost.customers);

  if (gained == 0 && movement->lost.customers == 0)
    return g_strdup (_("We gained no customers and lost none."));
  if (movement->lost.customers == 0)
    /* Translators: %s is a whole number of customers */
    return g_strdup_printf (ngettext ("We gained %s customer and lost none.", "We gained %s customers and lost none.", (gulong) gained), gained_text);
  if (gained == 0)
    return g_strdup_printf (ngettext ("We gained no customers and lost %s.", "We gained no customers and lost %s.",
                                      (gulong) movement->lost.customers), lost_text);
  /* Translators: both %s are whole numbers of customers */
  return g_strdup_printf (ngettext ("We gained %s customer and lost %s.", "We gained %s customers and lost %s.", (gulong) gained),
                          gained_text, lost_text);
}

char *
ex_asset_words_customers_so_far (const ExMovement *movement)
{
  gint64 gained = movement->fresh.customers + movement->won_back.customers;
  g_autofree char *gained_text = ex_format_integer (gained);
  g_autofree char *lost_text = ex_format_integer (movement->lost.customers);

  if (gained == 0 && movement->lost.customers == 0)
    return g_strdup (_("So far we gained no customers and lost none."));
  if (movement->lost.customers == 0)
    return g_strdup_printf (ngettext ("So far we gained %s customer and lost none.", "So far we gained %s customers and lost none.", (gulong) gained),
                            gained_text);
  if (gained == 0)
    return g_strdup_printf (ngettext ("So far we gained no customers and lost %s.", "So far we gained no customers and lost %s.",
                                      (gulong) movement->lost.customers), lost_text);
  return g_strdup_printf (ngettext ("So far we gained %s customer and lost %s.", "So far we gained %s customers and lost %s.", (gulong) gained),
                          gained_text, lost_text);
}

/* "3.2 M € a month": what the asset is worth, per what. */
static char *
worth (gint64 value, const char *currency, ExLedgerKind kind, ExGrain grain)
{
  g_autofree char *money = ex_format_money_short (value, currency);

  if (kind == EX_LEDGER_TRANSACTIONS)
    return g_steal_pointer (&money);
  switch (grain)
    {
    case EX_GRAIN_MONTH:
      return g_strdup_printf (_("%s a month"), money);
    case EX_GRAIN_QUARTER:
      return g_strdup_printf (_("%s a quarter"), money);
    case EX_GRAIN_YEAR:
      return g_strdup_printf (_("%s a year"), money);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ex_asset_words_value (const ExMovement *movement, const char *currency, ExLedgerKind kind, ExGrain grain)
{
  double growth = ex_movement_growth_value (movement);
  g_autofree char *closing = worth (movement->closing.value, currency, kind, grain);
  g_autofree char *percent = ex_format_percent (fabs (growth));

  if (isnan (growth))
    /* Translators: %s is an amount of money, perhaps "3.2 M € a month" */
    return g_strdup_printf (_("The customer asset is %s; there is nothing before to compare it with."), closing);
  if (movement->closing.value == movement->opening.value)
    return g_strdup_printf (_("The customer asset is unchanged, at %s."), closing);
  /* Translators: a percentage and an amount of money, perhaps "3.2 M € a month" */
  return g_strdup_printf (growth > 0 ? _("The customer asset grew by %s, to %s.") : _("The customer asset shrank by %s, to %s."), percent, closing);
}

char *
ex_asset_words_value_so_far (const ExMovement *movement, const char *currency, ExLedgerKind kind, ExGrain grain)
{
  double growth = ex_movement_growth_value (movement);
  g_autofree char *closing = worth (movement->closing.value, currency, kind, grain);
  g_autofree char *percent = ex_format_percent (fabs (growth));

  if (isnan (growth))
    return g_strdup_printf (_("So far the customer asset is %s; there is nothing before to compare it with."), closing);
  if (movement->closing.value == movement->opening.value)
    return g_strdup_printf (_("So far the customer asset is unchanged, at %s."), closing);
  return g_strdup_printf (growth > 0 ? _("So far the customer asset grew by %s, to %s.") : _("So far the customer asset shrank by %s, to %s."), percent,
                          closing);
}

/* ---- The forecast ---- */

char *
ex_asset_words_forecast (const ExCycleAsset *asset, ExMeasure measure, const char *currency, ExLedgerKind kind)
{
  const ExAssetForecast *forecast = asset != NULL ? &asset->forecast[measure] : NULL;
  g_autofree char *expected = NULL, *low = NULL, *high = NULL;

  if (forecast == NULL || !forecast->known)
    return NULL;

  expected = measure == EX_MEASURE_CUSTOMERS ? ex_amount_long (ex_amount_round (forecast->closing), measure, currency)
                                             : worth (ex_amount_round (forecast->closing), currency, kind, asset->end.grain);
  low = ex_amount_short (ex_amount_round (forecast->low), measure, currency);
  high = ex_amount_short (ex_amount_round (forecast->high), measure, currency);

  switch ((asset->end.index - asset->first.index + 1) * (int) asset->end.grain)
    {
    case 12:
      /* Translators: what is expected, then the two ends between which it lies: customers, or money. */
      return g_strdup_printf (_("At this pace you close the year with %s, between %s and %s."), expected, low, high);
    case 3:
      return g_strdup_printf (_("At this pace you close the quarter with %s, between %s and %s."), expected, low, high);
    default:
      return g_strdup_printf (_("At this pace you close the cycle with %s, between %s and %s."), expected, low, high);
    }
}

/* ---- Reasons ---- */

char *
ex_asset_words_known (const GArray *reasons, ExMeasure measure)
{
  double known = reasons != NULL ? ex_reasons_known (reasons, measure) : EX_UNSET;
  gboolean customers = measure == EX_MEASURE_CUSTOMERS;
  g_autofree char *percent = ex_format_percent (known);

  if (isnan (known))
    return NULL;
  if (known <= 0)
    return g_strdup (customers ? _("No reason is known yet for the customers lost.") : _("No reason is known yet for the value lost."));
  if (known >= 1)
    return g_strdup (customers ? _("The reason is known for every customer lost.") : _("The reason is known for all of the value lost."));

  /* Translators: %s is a percentage. */
  return g_strdup_printf (customers ? _("The reason is known for %s of the customers lost.") : _("The reason is known for %s of the value lost."), percent);
}

char *
ex_asset_words_span (ExPeriod first, ExPeriod last)
{
  g_autofree char *from = ex_period_to_label (first, TRUE);
  g_autofree char *to = ex_period_to_label (last, TRUE);

  if (first.index == last.index)
    return g_steal_pointer (&from);
  /* Translators: two periods, "Oct 2025 to Sep 2026" */
  return g_strdup_printf (_("%s to %s"), from, to);
}
