/* What a cycle pays by: defaults, and what cannot be kept. */
#include "config.h"

#include "ex-reward.h"

#include "ex-curve-private.h"
#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

ExRewardTerms *
ex_reward_terms_new (void)
{
  ExRewardTerms *self = g_new0 (ExRewardTerms, 1);

  self->curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  self->measure = EX_MEASURE_VALUE;
  self->pool = -1;
  self->company_share = EX_WHOLE_BP;
  self->cap = 15000;

  return self;
}

ExRewardTerms *
ex_reward_terms_copy (const ExRewardTerms *self)
{
  ExRewardTerms *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->curve = g_array_copy (self->curve);

  return copy;
}

void
ex_reward_terms_free (ExRewardTerms *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->curve);
  g_free (self);
}

static gboolean
curves_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const ExCurvePoint *first = &g_array_index (a, ExCurvePoint, i);
      const ExCurvePoint *second = &g_array_index (b, ExCurvePoint, i);

      if (first->growth != second->growth || first->payout != second->payout)
        return FALSE;
    }

  return TRUE;
}

gboolean
ex_reward_terms_equal (const ExRewardTerms *a, const ExRewardTerms *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->measure == b->measure && a->gate == b->gate && a->pool == b->pool && a->company_share == b->company_share && a->cap == b->cap
         && curves_equal (a->curve, b->curve);
}

static void
add_share_problem (GPtrArray *problems, int company_share)
{
  g_autofree char *share = ex_format_weight (company_share);
  g_autofree char *least = ex_format_weight (EX_MIN_COMPANY_SHARE);

  if (company_share < EX_MIN_COMPANY_SHARE)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("A company share of %s is refused: under %s each would be paid by their own score first, and that would "
                                        "be no one-company reward. %s to 100 %% would be right."), share, least, least));
  else if (company_share > EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup_printf (_("A company share of %s is more than the whole: %s to 100 %% would be right."), share, least));
}

GPtrArray *
ex_reward_terms_problems (const ExRewardTerms *self)
{
  GPtrArray *problems = ex_curve_problems (self->curve);

  if (!isfinite (self->gate))
    g_ptr_array_add (problems, g_strdup (_("The gate is not a number: a growth in percent would be right, such as 0 or 1.5.")));
  if (self->pool < -1)
    g_ptr_array_add (problems, g_strdup (_("The pool is less than nothing: an amount of 0 or more, or no pool at all, would be right.")));
  add_share_problem (problems, self->company_share);
  if (self->cap < 0)
    g_ptr_array_add (problems, g_strdup (_("The cap of the own factor is under 0 %: 0 % or more would be right, such as 150 %.")));

  return problems;
}

static void
add_gate_warning (GPtrArray *warnings, const ExCurvePoint *point, double gate)
{
  g_autofree char *growth = ex_format_figure (point->growth, 0);
  g_autofree char *payout = ex_format_figure (point->payout, 0);
  g_autofree char *limit = ex_format_figure (gate, 0);

  g_ptr_array_add (warnings, g_strdup_printf (_("The point %s %% → %s %% lies under the gate of %s %%: growth of %s %% pays nothing."), growth,
                                              payout, limit, growth));
}

GPtrArray *
ex_reward_terms_warnings (const ExRewardTerms *self)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);
  double most = 0;

  for (guint i = 0; i < self->curve->len; i++)
    {
      const ExCurvePoint *point = &g_array_index (self->curve, ExCurvePoint, i);

      if (ex_decimal_meant (point->growth) < ex_decimal_meant (self->gate))
        add_gate_warning (warnings, point, self->gate);
      most = MAX (most, point->payout);
    }

  if (self->curve->len > 0 && most == 0)
    g_ptr_array_add (warnings, g_strdup (_("Every point of the curve pays 0 %: no growth earns anything.")));
  if (self->pool == 0)
    g_ptr_array_add (warnings, g_strdup (_("The pool is 0: nobody is paid anything, whatever the growth.")));

  return warnings;
}
