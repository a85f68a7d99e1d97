/* Why a reward is what it is, line by line, from the figures alone: the frozen ones of an old close explain themselves the same way. */
#include "config.h"

#include "ex-reward.h"

#include "ex-curve-private.h"
#include "ex-format.h"
#include "ex-money.h"
#include "ex-quantity.h"
#include "ex-reward-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "\342\200\223"
#define NO_BREAK_SPACE "\302\240"

/* "66.67 %": all decimals where they end, else four digits. @value: percent. */
static char *
figure_percent (double value)
{
  g_autofree char *figure = isnan (value) ? g_strdup (DASH) : ex_format_figure (value, 0);

  /* Translators: a percentage, "68.4 %". */
  return isnan (value) ? g_steal_pointer (&figure) : g_strdup_printf (_("%s %%"), figure);
}

static char *
fraction_percent (double fraction)
{
  return figure_percent ((double) (100 * ex_decimal_meant (fraction)));
}

/* Minor units with what is behind them: "12,345.678912 EUR". */
static char *
format_unrounded (double minor, const char *currency)
{
  static const double scales[] = { 1, 10, 100, 1000 };
  int exponent = ex_currency_exponent (currency);
  g_autofree char *number = NULL;

  if (ex_values_equal (minor, (double) ex_reward_round (minor)) && fabs (minor - (double) ex_reward_round (minor)) < 1e-6)
    return ex_format_money (ex_reward_round (minor), currency);

  exponent = exponent >= 0 ? exponent : 2;
  number = ex_format_number (minor / scales[exponent], exponent + 4);

  return g_strconcat (number, NO_BREAK_SPACE, currency, NULL);
}

static char *
format_measure (const ExRewards *self, gint64 figure)
{
  return self->terms->measure == EX_MEASURE_VALUE ? ex_format_money (figure, self->currency) : ex_format_integer (figure);
}

/* "Q2 2025 to Q3 2025"; "" where the growth is of no period. */
static char *
describe_span (const ExRewards *self)
{
  g_autofree char *first = NULL, *last = NULL;

  if (self->first.grain == 0)
    return g_strdup ("");
  if (self->first.index == self->last.index)
    return ex_period_to_label (self->first, TRUE);

  first = ex_period_to_label (self->first, TRUE);
  last = ex_period_to_label (self->last, TRUE);

  return g_strdup_printf (_("%s to %s"), first, last);
}

/* @exact: the growth. */
static void
explain_growth (const ExRewards *self, const char *exact, ExWorking *working)
{
  gboolean by_value = self->terms->measure == EX_MEASURE_VALUE;
  const char *what = by_value ? _("Growth in value") : _("Growth in customers");
  g_autofree char *span = NULL, *opening = NULL, *closing = NULL;

  if (isnan (self->growth))
    {
      ex_working_add (working, what, DASH, "%s", _("not defined yet: nothing can be paid before it is"));
      return;
    }
  if (ex_rewards_growth_assumed (self))
    {
      ex_working_add (working, what, exact, "%s", _("assumed"));
      return;
    }

  span = describe_span (self);
  opening = format_measure (self, self->opening);
  closing = format_measure (self, self->closing);
  if (self->so_far)
    ex_working_add (working, what, exact, _("(%s − %s) ÷ %s, %s, so far"), closing, opening, opening, span);
  else
    ex_working_add (working, what, exact, "(%s − %s) ÷ %s%s%s", closing, opening, opening, *span != '\0' ? ", " : "", span);
}

/* With all its decimals where fewer would make it look like the gate that it is under. */
static char *
format_beside_gate (long double growth, const char *exact, const char *gate)
{
  g_autofree char *number = NULL;

  if (!g_str_equal (exact, gate))
    return g_strdup (exact);

  number = ex_format_number ((double) growth, 9);

  return g_strdup_printf (_("%s %%"), number);
}

static void
explain_gate (const ExRewards *self, long double growth, const char *exact, ExWorking *working)
{
  g_autofree char *gate = figure_percent (self->terms->gate);
  g_autofree char *under = NULL;

  if (!self->gated)
    {
      ex_working_add (working, _("Gate"), _("passed"), _("%s is not under %s"), exact, gate);
      return;
    }

  under = format_beside_gate (growth, exact, gate);
  ex_working_add (working, _("Gate"), _("not reached"), _("%s is under %s: every reward is 0"), under, gate);
}

void
ex_rewards_explain_factor (const ExRewards *self, ExWorking *working)
{
  long double growth = ex_rewards_growth_percent (self);
  g_autofree char *exact = figure_percent ((double) growth);
  g_autofree char *factor = NULL;
  gboolean gated;

  explain_growth (self, exact, working);
  if (isnan (self->growth))
    {
      ex_working_add (working, _("Company factor"), DASH, "%s", _("no growth, no factor"));
      return;
    }

  factor = figure_percent ((double) ex_reward_terms_read (self->terms, growth, &gated));
  explain_gate (self, growth, exact, working);
  if (gated)
    ex_working_add (working, _("Company factor"), factor, "%s", _("0 under the gate"));
  else
    {
      ex_curve_explain (self->terms->curve, growth, working);
      ex_working_add (working, _("Company factor"), factor, "%s", _("what the curve pays for this growth"));
    }
}

static void
explain_own (const ExRewards *self, const ExReward *reward, ExWorking *working)
{
  g_autofree char *factor = fraction_percent (reward->own_factor);
  g_autofree char *score = fraction_percent (reward->own_score);
  g_autofree char *cap = ex_format_weight (self->terms->cap);

  if (reward->own_from == EX_OWN_EXCUSED || reward->own_from == EX_OWN_NO_SCORE)
    ex_working_add (working, _("Own factor"), factor, "%s", ex_own_factor_label (reward->own_from));
  else
    ex_working_add (working, _("Own factor"), factor, _("%s: %s, at most %s"), ex_own_factor_label (reward->own_from), score, cap);
}

static double
mix (const ExRewards *self, const ExReward *reward)
{
  int own_share = EX_WHOLE_BP - self->terms->company_share;

  if (self->gated)
    return 0;

  return self->terms->company_share * self->company_factor + (own_share > 0 ? own_share * reward->own_factor : 0);
}

static void
explain_shares (const ExRewards *self, const ExReward *reward, ExWorking *working)
{
  g_autofree char *company_share = ex_format_weight (self->terms->company_share);
  g_autofree char *own_share = ex_format_weight (EX_WHOLE_BP - self->terms->company_share);
  g_autofree char *company = fraction_percent (self->company_factor);
  g_autofree char *own = fraction_percent (reward->own_factor);
  g_autofree char *result = figure_percent (mix (self, reward) / 100);

  if (self->gated)
    ex_working_add (working, _("Shares"), result, "%s", _("0 under the gate, whatever the own factor"));
  else
    ex_working_add (working, _("Shares"), result, _("company %s × %s + own %s × %s"), company_share, company, own_share, own);
}

static void
explain_proration (const ExReward *reward, ExWorking *working)
{
  g_autofree char *result = figure_percent (100.0 * reward->days_in_role / reward->days);

  ex_working_add (working, _("Proration"), result, ngettext ("%d of %d day in role", "%d of %d days in role", (gulong) reward->days),
                  reward->days_in_role, reward->days);
}

static void
explain_unrounded (const ExRewards *self, const ExReward *reward, ExWorking *working)
{
  g_autofree char *target = ex_format_money (reward->target, self->currency);
  g_autofree char *factor = figure_percent (mix (self, reward) / 100);
  g_autofree char *unrounded = format_unrounded (reward->unrounded, self->currency);

  ex_working_add (working, _("Before rounding"), unrounded, _("target %s × %s × %d ÷ %d"), target, factor, reward->days_in_role, reward->days);
}

/* The last line: what is paid, to the minor unit. */
static void
explain_payment (const ExRewards *self, const ExReward *reward, ExWorking *working)
{
  g_autofree char *paid = ex_format_money (reward->reward, self->currency);
  g_autofree char *together = NULL, *pool = NULL, *ratio = NULL, *rounded = NULL, *cut = NULL;

  if (self->cut >= 1)
    {
      ex_working_add (working, _("Reward"), paid, "%s", _("rounded, half away from zero"));
      return;
    }

  together = ex_format_money (self->uncut, self->currency);
  rounded = ex_format_money (reward->rounded, self->currency);
  pool = ex_format_money (self->terms->pool, self->currency);
  ratio = figure_percent (100 * self->cut);
  cut = format_unrounded (reward->unrounded * self->cut, self->currency);
  ex_working_add (working, _("Rounded"), rounded, "%s", _("half away from zero, before the pool"));
  ex_working_add (working, _("Pool"), cut, _("all together %s, more than the pool of %s: × %s"), together, pool, ratio);
  ex_working_add (working, _("Reward"), paid, "%s", _("settled by largest remainder, so that all parts are the pool"));
}

void
ex_rewards_explain (const ExRewards *self, const ExReward *reward, ExWorking *working)
{
  g_autofree char *target = NULL;

  g_return_if_fail (self != NULL && reward != NULL);
  if (working == NULL)
    return;

  ex_rewards_explain_factor (self, working);
  explain_own (self, reward, working);
  explain_shares (self, reward, working);
  explain_proration (reward, working);

  if (reward->target < 0)
    {
      ex_working_add (working, _("Reward"), DASH, "%s", _("no incentive target is set"));
      return;
    }
  if (isnan (reward->unrounded))
    {
      target = ex_format_money (reward->target, self->currency);
      ex_working_add (working, _("Reward"), DASH, _("target %s, but growth is not defined yet"), target);
      return;
    }

  explain_unrounded (self, reward, working);
  explain_payment (self, reward, working);
}
