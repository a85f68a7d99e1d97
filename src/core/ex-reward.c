/* Rewards as records: what the computed and the frozen ones have in common; growth, gate, rounding. */
#include "config.h"

#include "ex-reward.h"

#include "ex-curve-private.h"
#include "ex-nick.h"
#include "ex-quantity.h"
#include "ex-reward-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char * const own_factor_nicks[] = { "score", "so-far", "excused", "no-score" };
static const char * const own_factor_labels[] = {
  N_("score of the signed review"), N_("score so far, review not signed"), N_("excused: the company factor"), N_("no objectives: the company factor"),
};
EX_DEFINE_NICKS (ExOwnFactor, own_factor)
EX_DEFINE_LABELS (ExOwnFactor, own_factor)

void
ex_reward_free (ExReward *self)
{
  if (self == NULL)
    return;

  g_free (self->leader_id);
  g_free (self->name);
  g_free (self);
}

ExRewards *
ex_rewards_new_empty (ExRewardTerms *terms, const char *currency)
{
  ExRewards *self = g_atomic_rc_box_new0 (ExRewards);

  self->terms = terms;
  self->currency = g_strdup (currency);
  self->growth = self->company_factor = EX_UNSET;
  self->rewards = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_reward_free);
  self->cut = 1;

  return self;
}

ExRewards *
ex_rewards_ref (ExRewards *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ExRewards *self = data;

  ex_reward_terms_free (self->terms);
  g_free (self->currency);
  g_ptr_array_unref (self->rewards);
}

void
ex_rewards_unref (ExRewards *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

ExRewards *
ex_rewards_find_paid (const GPtrArray *runs)
{
  ExRewards *latest = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;

  return latest != NULL && latest->by_last_close ? latest : NULL;
}

const ExReward *
ex_rewards_find (const ExRewards *self, const char *leader_id)
{
  for (guint i = 0; i < self->rewards->len; i++)
    {
      const ExReward *reward = g_ptr_array_index (self->rewards, i);

      if (g_strcmp0 (reward->leader_id, leader_id) == 0)
        return reward;
    }

  return NULL;
}

/* Half away from zero. What noise is left is that of a score, a few units in the last place of a double: a wider margin would round up what
 * is honestly less than a half, for a large reward in whole percents comes as near to one as that. */
gint64
ex_reward_round_exact (long double unrounded)
{
  long double magnitude = fabsl (unrounded);

  if (isnan (unrounded))
    return 0;
  /* From here up nothing is behind the point, and then it does not fit any more. */
  if (magnitude >= 0x1p62L)
    return unrounded >= 0x1p63L ? G_MAXINT64 : unrounded < -0x1p63L ? G_MININT64 : (gint64) unrounded;

  return (gint64) copysignl (floorl (magnitude + MIN (magnitude * 4e-16L, 1e-6L) + 0.5L), unrounded);
}

gint64
ex_reward_round (double unrounded)
{
  return ex_reward_round_exact (unrounded);
}

double
ex_rewards_find_cut (const ExRewards *self)
{
  long double sum = 0;

  if (self->terms->pool < 0 || self->uncut <= self->terms->pool)
    return 1;

  for (guint i = 0; i < self->rewards->len; i++)
    {
      double unrounded = ((const ExReward *) g_ptr_array_index (self->rewards, i))->unrounded;

      sum += isnan (unrounded) ? 0 : unrounded;
    }

  return sum > 0 ? (double) (self->terms->pool / sum) : 1;
}

long double
ex_rewards_growth_percent (const ExRewards *self)
{
  if (isnan (self->growth))
    return EX_UNSET;
  if (ex_rewards_growth_assumed (self))
    return ex_decimal_meant (self->growth * 100);

  return 100 * ((long double) self->closing - (long double) self->opening) / (long double) self->opening;
}

gboolean
ex_rewards_growth_assumed (const ExRewards *self)
{
  long double real;

  if (self->opening <= 0)
    return TRUE;

  real = ((long double) self->closing - (long double) self->opening) / (long double) self->opening;

  return fabsl (real - self->growth) > 1e-15L * MAX (1, fabsl (real));
}

long double
ex_reward_terms_read (const ExRewardTerms *terms, long double growth, gboolean *gated)
{
  *gated = growth < ex_decimal_meant (terms->gate);

  return *gated ? 0 : ex_curve_read (terms->curve, growth);
}

gboolean
ex_growth_is_gated (const ExRewardTerms *terms, double growth)
{
  gboolean gated = FALSE;

  if (!isnan (growth))
    ex_reward_terms_read (terms, ex_decimal_meant (growth * 100), &gated);

  return gated;
}

gboolean
ex_rewards_look_at_gate (const ExRewards *self)
{
  gboolean gated = FALSE;

  if (!isnan (self->growth))
    ex_reward_terms_read (self->terms, ex_rewards_growth_percent (self), &gated);

  return gated;
}

double
ex_company_factor (const ExRewardTerms *terms, double growth, ExWorking *working)
{
  g_autoptr (ExRewards) rewards = NULL;
  gboolean gated;

  if (isnan (growth))
    return EX_UNSET;

  if (working != NULL)
    {
      rewards = ex_rewards_new_empty (ex_reward_terms_copy (terms), "");
      rewards->growth = growth;
      ex_rewards_explain_factor (rewards, working);
    }

  return (double) (ex_reward_terms_read (terms, ex_decimal_meant (growth * 100), &gated) / 100);
}

gboolean
ex_reward_is_visible (const ExReviews *reviews, int viewer, int leader)
{
  if (viewer == EX_NOBODY)
    return TRUE;
  if (viewer < 0)
    return FALSE;

  return viewer == leader || ex_reviews_is_top (reviews, (guint) viewer);
}
