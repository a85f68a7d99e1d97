#include "config.h"

#include "ex-amount.h"

#include "core/ex-format.h"
#include "core/ex-money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gint64
ex_amount_of (const ExCount *count, ExMeasure measure)
{
  return measure == EX_MEASURE_CUSTOMERS ? count->customers : count->value;
}

gint64
ex_amount_round (double amount)
{
  return isnan (amount) ? 0 : (gint64) llround (CLAMP (amount, -9.2e18, 9.2e18));
}

double
ex_amount_to_size (double amount, ExMeasure measure, const char *currency)
{
  return measure == EX_MEASURE_CUSTOMERS ? amount : amount / pow (10, ex_currency_exponent (currency));
}

char *
ex_amount_short (gint64 amount, ExMeasure measure, const char *currency)
{
  return measure == EX_MEASURE_CUSTOMERS ? ex_format_integer (amount) : ex_format_money_short (amount, currency);
}

char *
ex_amount_long (gint64 amount, ExMeasure measure, const char *currency)
{
  g_autofree char *number = NULL;

  if (measure == EX_MEASURE_VALUE)
    return ex_format_money (amount, currency);

  number = ex_format_integer (amount);
  return g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) ABS (amount)), number);
}

char *
ex_amount_change (gint64 amount, ExMeasure measure, const char *currency)
{
  g_autofree char *size = ex_amount_short (amount, measure, currency);

  return amount > 0 ? g_strconcat ("+", size, NULL) : g_steal_pointer (&size);
}

char *
ex_amount_both (const ExCount *count, const char *currency)
{
  g_autofree char *customers = ex_amount_long (count->customers, EX_MEASURE_CUSTOMERS, currency);
  g_autofree char *money = ex_amount_long (count->value, EX_MEASURE_VALUE, currency);

  /* Translators: "1,869 customers", then an amount of money */
  return g_strdup_printf (_("%s, %s"), customers, money);
}

static char *
axis_customers (double value, gpointer data)
{
  return fabs (value) < 9e18 ? ex_format_integer (ex_amount_round (value)) : g_strdup ("");
}

static char *
axis_money (double value, gpointer data)
{
  const char *currency = data;
  gint64 minor;

  return ex_money_from_double (value, ex_currency_exponent (currency), &minor) ? ex_format_money_short (minor, currency) : g_strdup ("");
}

ExValueText
ex_amount_axis_text (ExMeasure measure)
{
  return measure == EX_MEASURE_CUSTOMERS ? axis_customers : axis_money;
}
