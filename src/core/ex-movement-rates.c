#include "config.h"

#include "ex-movement.h"

#include "ex-format.h"
#include "ex-money.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
share (double part, gint64 opening)
{
  return opening > 0 ? part / (double) opening : EX_UNSET;
}

double
ex_movement_growth_customers (const ExMovement *m)
{
  return share ((double) m->closing.customers - (double) m->opening.customers, m->opening.customers);
}

double
ex_movement_growth_value (const ExMovement *m)
{
  return share ((double) m->closing.value - (double) m->opening.value, m->opening.value);
}

double
ex_movement_nrr (const ExMovement *m, ExWorking *working, const char *currency)
{
  double nrr = share ((double) m->opening.value + (double) m->expanded.value - (double) m->contracted.value - (double) m->lost.value,
                      m->opening.value);

  if (working != NULL)
    {
      g_autofree char *opening = ex_format_money (m->opening.value, currency);
      g_autofree char *expanded = ex_format_money (m->expanded.value, currency);
      g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
      g_autofree char *lost = ex_format_money (m->lost.value, currency);
      g_autofree char *result = ex_format_percent (nrr);

      ex_working_add (working, _("Net revenue retention"), result, "(%s + %s − %s − %s) ÷ %s", opening, expanded, contracted, lost, opening);
    }

  return nrr;
}

double
ex_movement_grr (const ExMovement *m)
{
  return share ((double) m->opening.value - (double) m->contracted.value - (double) m->lost.value, m->opening.value);
}

double
ex_movement_logo_retention (const ExMovement *m)
{
  return m->opening.customers > 0 ? 1 - share ((double) m->lost.customers, m->opening.customers) : EX_UNSET;
}

double
ex_movement_quick_ratio (const ExMovement *m)
{
  double gained = (double) m->fresh.value + (double) m->won_back.value + (double) m->expanded.value;
  double lost = (double) m->contracted.value + (double) m->lost.value;

  return lost > 0 ? gained / lost : INFINITY;
}

static void
explain_growth (const ExMovement *m, const char *currency, ExWorking *working)
{
  g_autofree char *opening = ex_format_integer (m->opening.customers);
  g_autofree char *closing = ex_format_integer (m->closing.customers);
  g_autofree char *growth = ex_format_percent_change (ex_movement_growth_customers (m));
  g_autofree char *opening_value = ex_format_money (m->opening.value, currency);
  g_autofree char *closing_value = ex_format_money (m->closing.value, currency);
  g_autofree char *growth_value = ex_format_percent_change (ex_movement_growth_value (m));

  ex_working_add (working, _("Growth in customers"), growth, "(%s − %s) ÷ %s", closing, opening, opening);
  ex_working_add (working, _("Growth in value"), growth_value, "(%s − %s) ÷ %s", closing_value, opening_value, opening_value);
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

static void
explain_retention (const ExMovement *m, const char *currency, ExWorking *working)
{
  g_autofree char *opening = ex_format_money (m->opening.value, currency);
  g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
  g_autofree char *lost = ex_format_money (m->lost.value, currency);
  g_autofree char *grr = ex_format_percent (ex_movement_grr (m));
  g_autofree char *lost_customers = ex_format_integer (m->lost.customers);
  g_autofree char *opening_customers = ex_format_integer (m->opening.customers);
  g_autofree char *logo = ex_format_percent (ex_movement_logo_retention (m));

  ex_movement_nrr (m, working, currency);
  ex_working_add (working, _("Gross revenue retention"), grr, "(%s − %s − %s) ÷ %s", opening, contracted, lost, opening);
  ex_working_add (working, _("Customer retention"), logo, "1 − %s ÷ %s", lost_customers, opening_customers);
}

static void
explain_quick_ratio (const ExMovement *m, const char *currency, ExWorking *working)
{
  double ratio = ex_movement_quick_ratio (m);
  g_autofree char *fresh = ex_format_money (m->fresh.value, currency);
  g_autofree char *won_back = ex_format_money (m->won_back.value, currency);
  g_autofree char *expanded = ex_format_money (m->expanded.value, currency);
  g_autofree char *contracted = ex_format_money (m->contracted.value, currency);
  g_autofree char *lost = ex_format_money (m->lost.value, currency);
  g_autofree char *result = isinf (ratio) ? g_strdup (_("no losses")) : ex_format_number (ratio, 2);

  ex_working_add (working, _("Quick ratio"), result, "(%s + %s + %s) ÷ (%s + %s)", fresh, won_back, expanded, contracted, lost);
}

void
ex_movement_explain (const ExMovement *m, const char *currency, ExWorking *working)
{
  if (working == NULL)
    return;

  explain_customers (m, working);
  explain_value (m, currency, working);
  explain_growth (m, currency, working);
  explain_retention (m, currency, working);
  explain_quick_ratio (m, currency, working);
}

/* Adds up without leaving the range; what was entered may be anything. */
static gboolean
expect (const gint64 *plus, gsize n_plus, const gint64 *minus, gsize n_minus, gint64 *sum)
{
  *sum = 0;
  for (gsize i = 0; i < n_plus; i++)
    if (!ex_money_add (sum, plus[i]))
      return FALSE;
  for (gsize i = 0; i < n_minus; i++)
    if (minus[i] == G_MININT64 || !ex_money_add (sum, -minus[i]))
      return FALSE;

  return TRUE;
}

/* A figure that is not what it should be, in words for the message. */
typedef struct
{
  char *is;
  char *should;
  char *difference;
} Gap;

static void
gap_clear (Gap *self)
{
  g_free (self->is);
  g_free (self->should);
  g_free (self->difference);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gap, gap_clear)

/* @exponent < 0: customers. */
static char *
figure (gint64 number, int exponent)
{
  return exponent < 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : ex_money_to_string (number, exponent);
}

static gboolean
differs (gint64 is, gint64 should, int exponent, Gap *gap)
{
  gint64 difference = is;

  if (is == should)
    return FALSE;

  if (should == G_MININT64 || !ex_money_add (&difference, -should))
    difference = is > should ? G_MAXINT64 : G_MININT64;
  gap->is = figure (is, exponent);
  gap->should = figure (should, exponent);
  gap->difference = figure (difference, exponent);

  return TRUE;
}

static void
check_closing_customers (GPtrArray *problems, const ExMovement *m)
{
  gint64 come[] = { m->opening.customers, m->fresh.customers, m->won_back.customers, m->moved_in.customers };
  gint64 gone[] = { m->lost.customers, m->moved_out.customers };
  g_auto (Gap) gap = { 0 };
  gint64 sum;

  if (!expect (come, G_N_ELEMENTS (come), gone, G_N_ELEMENTS (gone), &sum))
    g_ptr_array_add (problems, g_strdup (_("The numbers of customers are too large to be added up.")));
  else if (differs (m->closing.customers, sum, -1, &gap))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("Closing customers are %s, but opening + new + won back − lost is %s: a difference of %s."), gap.is,
                                      gap.should, gap.difference));
}

static void
check_closing_value (GPtrArray *problems, const ExMovement *m, int exponent)
{
  gint64 come[] = { m->opening.value, m->fresh.value, m->won_back.value, m->expanded.value, m->moved_in.value };
  gint64 gone[] = { m->contracted.value, m->lost.value, m->moved_out.value };
  g_auto (Gap) gap = { 0 };
  gint64 sum;

  if (!expect (come, G_N_ELEMENTS (come), gone, G_N_ELEMENTS (gone), &sum))
    g_ptr_array_add (problems, g_strdup (_("The values are too large to be added up.")));
  else if (differs (m->closing.value, sum, exponent, &gap))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("The closing value is %s, but opening + new + won back + expanded − contracted − lost is %s: "
                                        "a difference of %s."), gap.is, gap.should, gap.difference));
}

static void
check_opening (GPtrArray *problems, const ExMovement *m, const ExMovement *previous, int exponent)
{
  g_auto (Gap) customers = { 0 };
  g_auto (Gap) value = { 0 };

  if (differs (m->opening.customers, previous->closing.customers, -1, &customers))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("Opening customers are %s, but the period before closed with %s: a difference of %s."),
                                      customers.is, customers.should, customers.difference));
  if (differs (m->opening.value, previous->closing.value, exponent, &value))
    g_ptr_array_add (problems, g_strdup_printf (_("The opening value is %s, but the period before closed with %s: a difference of %s."),
                                                value.is, value.should, value.difference));
}

static void
check_sign (GPtrArray *problems, const ExMovement *m)
{
  const ExCount *counts = &m->opening;

  for (gsize i = 0; i < sizeof *m / sizeof *counts; i++)
    if (counts[i].customers < 0 || counts[i].value < 0)
      {
        g_ptr_array_add (problems, g_strdup (_("A movement is below 0; give every movement as a number of 0 or more.")));
        return;
      }
}

GPtrArray *
ex_movement_problems (const ExMovement *m, const ExMovement *previous, int exponent)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (m != NULL, problems);

  check_sign (problems, m);
  check_closing_customers (problems, m);
  check_closing_value (problems, m, exponent);
  if (previous != NULL)
    check_opening (problems, m, previous, exponent);

  return problems;
}
