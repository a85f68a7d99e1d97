#include "config.h"

#include "ex-movement.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sums in long double: values beyond 2^53 minor units lose nothing on the way. */
static double
share (long double part, gint64 opening)
{
  return opening > 0 ? (double) (part / opening) : EX_UNSET;
}

double
ex_movement_growth_customers (const ExMovement *m)
{
  return share ((long double) m->closing.customers - (long double) m->opening.customers, m->opening.customers);
}

double
ex_movement_growth_value (const ExMovement *m)
{
  return share ((long double) m->closing.value - (long double) m->opening.value, m->opening.value);
}

double
ex_movement_nrr (const ExMovement *m, ExWorking *working, const char *currency)
{
  ex_movement_explain_rate (m, EX_RATE_NRR, currency, working);

  return share ((long double) m->opening.value + (long double) m->expanded.value - (long double) m->contracted.value - (long double) m->lost.value,
                m->opening.value);
}

double
ex_movement_grr (const ExMovement *m)
{
  return share ((long double) m->opening.value - (long double) m->contracted.value - (long double) m->lost.value, m->opening.value);
}

double
ex_movement_logo_retention (const ExMovement *m)
{
  return share ((long double) m->opening.customers - (long double) m->lost.customers, m->opening.customers);
}

double
ex_movement_quick_ratio (const ExMovement *m)
{
  long double gained = (long double) m->fresh.value + (long double) m->won_back.value + (long double) m->expanded.value;
  long double lost = (long double) m->contracted.value + (long double) m->lost.value;

  return lost > 0 ? (double) (gained / lost) : INFINITY;
}

/* Opening, what came and went, closing: the line that must add up. */
static void
explain_customers (const ExMovement *m, ExWorking *working)
{
  g_autofree char *opening = ex_format_integer (m->opening.customers);
  g_autofree char *fresh = ex_format_integer (m->fresh.customers);
  g_autofree char *won_back = ex_format_integer (m->won_back.customers);
  g_autofree char *lost = ex_format_integer (m->lost.customers);
  g_autofree char *moved_in = ex_format_integer (m->moved_in.customers);
  g_autofree char *moved_out = ex_format_integer (m->moved_out.customers);
  g_autofree char *closing = ex_format_integer (m->closing.customers);

  if (m->moved_in.customers == 0 && m->moved_out.customers == 0)
    ex_working_add (working, _("Customers at the end"), closing, _("%s + %s new + %s won back − %s lost"), opening, fresh, won_back, lost);
  else
    ex_working_add (working, _("Customers at the end"), closing, _("%s + %s new + %s won back − %s lost + %s moved in − %s moved out"),
                    opening, fresh, won_back, lost, moved_in, moved_out);
}

static void
explain_value (const ExMovement *m, const char *currency, ExWorking *working)
{
  g_autofree char *opening = ex_format_money (m->opening.value, currency);
  g_autofree char *fresh = ex_format_money (m->fresh.value, currency);
  g_autofree char *won_back = ex_format_money (m->won_back.value, currency);
  g_autofree char *expanded = ex_format_money (m->expanded.value, currency);
  g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
  g_autofree char *lost = ex_format_money (m->lost.value, currency);
  g_autofree char *moved_in = ex_format_money (m->moved_in.value, currency);
  g_autofree char *moved_out = ex_format_money (m->moved_out.value, currency);
  g_autofree char *closing = ex_format_money (m->closing.value, currency);

  if (m->moved_in.customers == 0 && m->moved_out.customers == 0)
    ex_working_add (working, _("Value at the end"), closing, _("%s + %s new + %s won back + %s expanded − %s contracted − %s lost"), opening,
                    fresh, won_back, expanded, contracted, lost);
  else
    ex_working_add (working, _("Value at the end"), closing,
                    _("%s + %s new + %s won back + %s expanded − %s contracted − %s lost + %s moved in − %s moved out"), opening, fresh,
                    won_back, expanded, contracted, lost, moved_in, moved_out);
}

void
ex_movement_explain (const ExMovement *m, const char *currency, ExWorking *working)
{
  if (working == NULL)
    return;

  explain_customers (m, working);
  explain_value (m, currency, working);
  for (int rate = 0; rate < EX_N_RATES; rate++)
    ex_movement_explain_rate (m, rate, currency, working);
}
