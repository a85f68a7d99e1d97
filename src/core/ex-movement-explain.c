/* "Why this number?" of each figure that is read from a movement. */
#include "config.h"

#include "ex-movement.h"

#include "ex-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
ex_rate_label (ExRate rate)
{
  switch (rate)
    {
    case EX_RATE_GROWTH_CUSTOMERS:
      return _("Growth in customers");
    case EX_RATE_GROWTH_VALUE:
      return _("Growth in value");
    case EX_RATE_NRR:
      return _("Net revenue retention");
    case EX_RATE_GRR:
      return _("Gross revenue retention");
    case EX_RATE_LOGO_RETENTION:
      return _("Customer retention");
    case EX_RATE_QUICK_RATIO:
      return _("Quick ratio");
    default:
      g_return_val_if_reached ("");
    }
}

double
ex_movement_rate (const ExMovement *m, ExRate rate)
{
  switch (rate)
    {
    case EX_RATE_GROWTH_CUSTOMERS:
      return ex_movement_growth_customers (m);
    case EX_RATE_GROWTH_VALUE:
      return ex_movement_growth_value (m);
    case EX_RATE_NRR:
      return ex_movement_nrr (m, NULL, NULL);
    case EX_RATE_GRR:
      return ex_movement_grr (m);
    case EX_RATE_LOGO_RETENTION:
      return ex_movement_logo_retention (m);
    case EX_RATE_QUICK_RATIO:
      return ex_movement_quick_ratio (m);
    default:
      g_return_val_if_reached (NAN);
    }
}

char *
ex_movement_rate_text (const ExMovement *m, ExRate rate)
{
  double value = ex_movement_rate (m, rate);

  if (isinf (value))
    return g_strdup (_("no losses"));
  if (rate == EX_RATE_QUICK_RATIO)
    return ex_format_number (value, 2);
  if (rate == EX_RATE_GROWTH_CUSTOMERS || rate == EX_RATE_GROWTH_VALUE)
    return ex_format_percent_change (value);

  return ex_format_percent (value);
}

/* The figures of the formula, in words. */
static void
explain_growth (const ExMovement *m, ExRate rate, const char *currency, const char *result, ExWorking *working)
{
  gboolean value = rate == EX_RATE_GROWTH_VALUE;
  g_autofree char *opening = value ? ex_format_money (m->opening.value, currency) : ex_format_integer (m->opening.customers);
  g_autofree char *closing = value ? ex_format_money (m->closing.value, currency) : ex_format_integer (m->closing.customers);

  ex_working_add (working, ex_rate_label (rate), result, "(%s − %s) ÷ %s", closing, opening, opening);
}

static void
explain_revenue_retention (const ExMovement *m, ExRate rate, const char *currency, const char *result, ExWorking *working)
{
  g_autofree char *opening = ex_format_money (m->opening.value, currency);
  g_autofree char *expanded = ex_format_money (m->expanded.value, currency);
  g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
  g_autofree char *lost = ex_format_money (m->lost.value, currency);

  if (rate == EX_RATE_NRR)
    ex_working_add (working, ex_rate_label (rate), result, "(%s + %s − %s − %s) ÷ %s", opening, expanded, contracted, lost, opening);
  else
    ex_working_add (working, ex_rate_label (rate), result, "(%s − %s − %s) ÷ %s", opening, contracted, lost, opening);
}

static void
explain_logo_retention (const ExMovement *m, const char *result, ExWorking *working)
{
  g_autofree char *lost = ex_format_integer (m->lost.customers);
  g_autofree char *opening = ex_format_integer (m->opening.customers);

  ex_working_add (working, ex_rate_label (EX_RATE_LOGO_RETENTION), result, "1 − %s ÷ %s", lost, opening);
}

static void
explain_quick_ratio (const ExMovement *m, const char *currency, const char *result, ExWorking *working)
{
  g_autofree char *fresh = ex_format_money (m->fresh.value, currency);
  g_autofree char *won_back = ex_format_money (m->won_back.value, currency);
  g_autofree char *expanded = ex_format_money (m->expanded.value, currency);
  g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
  g_autofree char *lost = ex_format_money (m->lost.value, currency);

  ex_working_add (working, ex_rate_label (EX_RATE_QUICK_RATIO), result, "(%s + %s + %s) ÷ (%s + %s)", fresh, won_back, expanded, contracted, lost);
}

/* Nothing to divide by. */
static void
explain_undefined (ExRate rate, const char *result, ExWorking *working)
{
  gboolean customers = rate == EX_RATE_GROWTH_CUSTOMERS || rate == EX_RATE_LOGO_RETENTION;

  ex_working_add (working, ex_rate_label (rate), result, "%s",
                  customers ? _("undefined: there were no customers at the start") : _("undefined: there was no value at the start"));
}

void
ex_movement_explain_rate (const ExMovement *m, ExRate rate, const char *currency, ExWorking *working)
{
  g_autofree char *result = NULL;

  if (working == NULL)
    return;

  result = ex_movement_rate_text (m, rate);
  if (isnan (ex_movement_rate (m, rate)))
    {
      explain_undefined (rate, result, working);
      return;
    }

  switch (rate)
    {
    case EX_RATE_GROWTH_CUSTOMERS:
    case EX_RATE_GROWTH_VALUE:
      explain_growth (m, rate, currency, result, working);
      break;
    case EX_RATE_NRR:
    case EX_RATE_GRR:
      explain_revenue_retention (m, rate, currency, result, working);
      break;
    case EX_RATE_LOGO_RETENTION:
      explain_logo_retention (m, result, working);
      break;
    case EX_RATE_QUICK_RATIO:
      explain_quick_ratio (m, currency, result, working);
      break;
    default:
      g_return_if_reached ();
    }
}
