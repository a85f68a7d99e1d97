#include "config.h"

#include "ex-asset-chart.h"

#include "core/ex-format.h"
#include "core/ex-money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const ExMovement *movement;
  ExMeasure         measure;
  const char       *currency;
  double            minor_per_major;
  ExWaterfallChart *chart;
} Drawing;

static double
size_of (const Drawing *self, const ExCount *count)
{
  return self->measure == EX_MEASURE_CUSTOMERS ? (double) count->customers : count->value / self->minor_per_major;
}

static char *
short_text (const Drawing *self, const ExCount *count)
{
  return self->measure == EX_MEASURE_CUSTOMERS ? ex_format_integer (count->customers) : ex_format_money_short (count->value, self->currency);
}

/* "1,869 customers, 139,130.85 €": both measures, for whoever looks closer. */
static char *
long_text (const Drawing *self, const ExCount *count)
{
  g_autofree char *number = ex_format_integer (count->customers);
  g_autofree char *money = ex_format_money (count->value, self->currency);
  g_autofree char *customers = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) count->customers), number);

  /* Translators: "1,869 customers", then an amount of money */
  return g_strdup_printf (_("%s, %s"), customers, money);
}

static void
add_bar (const Drawing *self, ExBarRole role, const char *label, const ExCount *count)
{
  double size = size_of (self, count);
  g_autofree char *amount = short_text (self, count);
  g_autofree char *closer = long_text (self, count);
  g_autofree char *detail = g_strdup_printf ("%s: %s", label, closer);
  g_autofree char *text = role == EX_BAR_TOTAL ? g_strdup (amount) : g_strdup_printf (role == EX_BAR_GAIN ? "+%s" : "−%s", amount);

  if (role == EX_BAR_TOTAL || size > 0)
    ex_waterfall_chart_add_bar (self->chart, role, label, size, text, detail);
}

static char *
axis_customers (double value, gpointer data)
{
  return ex_format_integer ((gint64) llround (value));
}

static char *
axis_money (double value, gpointer data)
{
  const char *currency = data;
  gint64 minor;

  return ex_money_from_double (value, ex_currency_exponent (currency), &minor) ? ex_format_money_short (minor, currency) : g_strdup ("");
}

ExChart *
ex_asset_chart_new (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span)
{
  ExChart *chart = ex_waterfall_chart_new ();
  Drawing drawing = { movement, measure, currency, pow (10, ex_currency_exponent (currency)), EX_WATERFALL_CHART (chart) };
  /* Translators: %s is a span of time */
  g_autofree char *subtitle = g_strdup_printf (measure == EX_MEASURE_CUSTOMERS ? _("Customers, %s") : _("Value of the customer asset, %s"), span);
  gint64 gains = movement->fresh.customers + movement->won_back.customers;

  if (measure == EX_MEASURE_CUSTOMERS)
    ex_chart_set_title (chart,
                        gains > movement->lost.customers ? _("Gains outran losses")
                        : gains < movement->lost.customers ? _("Losses outran gains") : _("Gains and losses are even"), subtitle);
  else
    ex_chart_set_title (chart,
                        movement->closing.value > movement->opening.value ? _("The customer asset grew")
                        : movement->closing.value < movement->opening.value ? _("The customer asset shrank") : _("The customer asset is unchanged"),
                        subtitle);

  add_bar (&drawing, EX_BAR_TOTAL, _("Opening"), &movement->opening);
  add_bar (&drawing, EX_BAR_GAIN, _("New"), &movement->fresh);
  add_bar (&drawing, EX_BAR_GAIN, _("Won back"), &movement->won_back);
  if (measure == EX_MEASURE_VALUE)
    {
      add_bar (&drawing, EX_BAR_GAIN, _("Expanded"), &movement->expanded);
      add_bar (&drawing, EX_BAR_LOSS, _("Contracted"), &movement->contracted);
    }
  add_bar (&drawing, EX_BAR_LOSS, _("Lost"), &movement->lost);
  add_bar (&drawing, EX_BAR_TOTAL, _("Closing"), &movement->closing);
  ex_waterfall_chart_set_value_text (EX_WATERFALL_CHART (chart), measure == EX_MEASURE_CUSTOMERS ? axis_customers : axis_money,
                                     g_strdup (currency), g_free);
  return chart;
}
