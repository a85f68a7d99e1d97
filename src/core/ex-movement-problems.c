/* The identities of movements that were entered rather than computed, held. */
#include "config.h"

#include "ex-movement.h"

#include "ex-money.h"

#include <glib/gi18n-lib.h>

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
