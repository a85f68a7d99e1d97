/* What a customer is worth as long as they stay ("The customer asset" in the rules). */
#include "config.h"

#include "ex-asset.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What goes in, as fractions and minor units. */
typedef struct
{
  double margin;
  double discount;
  double worth;     /* value per customer a period */
  double span;      /* customer retention over the whole span */
  double retention; /* over one period */
} Terms;

/* For people: a discount rate that nearly ends nothing gives figures that no money can hold. */
static char *
format_worth (double      minor,
              const char *currency)
{
  return ex_format_money (minor < (double) G_MAXINT64 ? (gint64) round (minor) : G_MAXINT64, currency);
}

/* NULL: it is defined; else why it is not, translated. */
static const char *
find_terms (const ExMovement *m,
            ExLedgerKind      kind,
            guint             periods,
            int               margin,
            int               discount,
            Terms            *terms)
{
  if (margin < 0 || discount < 0)
    return _("the margin and the discount rate are not set");
  if (m->opening.customers <= 0)
    return _("there were no customers at the start");
  if (m->closing.customers <= 0)
    return _("there are no customers at the end");

  terms->margin = margin / (double) EX_WHOLE_BP;
  terms->discount = discount / (double) EX_WHOLE_BP;
  terms->worth = (double) m->closing.value / (double) m->closing.customers;
  if (kind == EX_LEDGER_TRANSACTIONS)
    terms->worth /= periods;
  terms->span = ex_movement_logo_retention (m);
  if (terms->span < 0)
    return _("more customers were lost than there were");

  terms->retention = periods == 1 ? terms->span : pow (terms->span, 1.0 / periods);
  if (terms->retention >= 1 + terms->discount)
    return _("nobody is ever lost at this retention, and the discount rate does not end the sum");
  return NULL;
}

static void
explain_worth (const ExMovement *m,
               ExLedgerKind      kind,
               guint             periods,
               const Terms      *terms,
               const char       *currency,
               ExWorking        *working)
{
  g_autofree char *value = ex_format_money (m->closing.value, currency);
  g_autofree char *customers = ex_format_integer (m->closing.customers);
  g_autofree char *number = ex_format_integer (periods);
  g_autofree char *worth = format_worth (terms->worth, currency);

  if (kind == EX_LEDGER_TRANSACTIONS && periods > 1)
    ex_working_add (working, _("Value per customer a period"), worth, "%s ÷ %s ÷ %s", value, customers, number);
  else
    ex_working_add (working, _("Value per customer a period"), worth, "%s ÷ %s", value, customers);
}

static void
explain_retention (const ExMovement *m,
                   guint             periods,
                   const Terms      *terms,
                   ExWorking        *working)
{
  g_autofree char *lost = ex_format_integer (m->lost.customers);
  g_autofree char *opening = ex_format_integer (m->opening.customers);
  g_autofree char *span = ex_format_percent (terms->span);
  g_autofree char *number = ex_format_integer (periods);
  g_autofree char *retention = ex_format_percent (terms->retention);

  ex_working_add (working, _("Customer retention"), span, "1 − %s ÷ %s", lost, opening);
  if (periods > 1)
    /* Translators: the n-th root of a percentage, n periods */
    ex_working_add (working, _("Customer retention of one period"), retention, "%s ^ (1 ÷ %s)", span, number);
}

static void
explain_result (const Terms *terms,
                double       result,
                const char  *currency,
                ExWorking   *working)
{
  g_autofree char *margin = ex_format_percent (terms->margin);
  g_autofree char *worth = format_worth (terms->worth, currency);
  g_autofree char *retention = ex_format_percent (terms->retention);
  g_autofree char *discount = ex_format_percent (terms->discount);
  g_autofree char *value = format_worth (result, currency);

  ex_working_add (working, _("Lifetime value"), value, "%s × %s × %s ÷ (1 + %s − %s)", margin, worth, retention, discount, retention);
}

double
ex_lifetime_value (const ExMovement *m,
                   ExLedgerKind      kind,
                   guint             periods,
                   int               margin,
                   int               discount,
                   const char       *currency,
                   ExWorking        *working)
{
  Terms terms = { 0 };
  const char *undefined;
  double result;

  g_return_val_if_fail (m != NULL && periods > 0, EX_UNSET);

  undefined = find_terms (m, kind, periods, margin, discount, &terms);
  if (undefined != NULL)
    {
      ex_working_add (working, _("Lifetime value"), "–", "%s", undefined);
      return EX_UNSET;
    }

  result = terms.margin * terms.worth * terms.retention / (1 + terms.discount - terms.retention);
  if (working != NULL)
    {
      explain_worth (m, kind, periods, &terms, currency, working);
      explain_retention (m, periods, &terms, working);
      explain_result (&terms, result, currency, working);
    }
  return result;
}
