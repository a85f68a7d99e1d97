/* Rewards computed: in long double, from integers and the decimals that were typed, rounded once. */
#include "config.h"

#include "ex-reward.h"

#include "ex-curve-private.h"
#include "ex-error.h"
#include "ex-money.h"
#include "ex-quantity.h"
#include "ex-reward-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- one statement ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const ExReviews *reviews;
  GHashTable      *spells;   /* (nullable) */
  double           score_factor;
  long double      company;  /* percent; NaN: undefined */
} Basis;

/* The own factor in percent, after the cap. */
static long double
fill_own (ExReward *reward, const Basis *basis, const ExRewardTerms *terms)
{
  const ExReview *review = ex_reviews_get (basis->reviews, (guint) reward->leader);
  const ExStanding *standing = ex_company_get_standing (ex_reviews_get_company (basis->reviews), (guint) reward->leader);
  long double score = ex_decimal_meant (standing->score) * ex_decimal_meant (basis->score_factor);
  long double own = MIN (100 * score, terms->cap / 100.0L);

  reward->own_score = isnan (standing->score) ? EX_UNSET : (double) score;
  reward->own_from = review->excused ? EX_OWN_EXCUSED
                     : isnan (standing->score) ? EX_OWN_NO_SCORE
                     : review->state == EX_REVIEW_SIGNED ? EX_OWN_SCORE : EX_OWN_SO_FAR;
  if (reward->own_from == EX_OWN_EXCUSED || reward->own_from == EX_OWN_NO_SCORE)
    own = basis->company;
  reward->own_factor = (double) (own / 100);

  return own;
}

/* Multiplies first, divides last: what comes out even in decimals comes out even here. */
static long double
compute (const ExReward *reward, const ExRewardTerms *terms, gboolean gated, long double company, long double own)
{
  int own_share = EX_WHOLE_BP - terms->company_share;
  long double factor;

  if (reward->target < 0 || isnan (company))
    return EX_UNSET;
  if (gated)
    return 0;

  factor = terms->company_share * company + (own_share > 0 ? own_share * own : 0);

  return (long double) reward->target * reward->days_in_role * factor / (100.0L * EX_WHOLE_BP * reward->days);
}

/* NULL: not in role on any day of the cycle. */
static ExReward *
reward_new (const ExRewards *rewards, const Basis *basis, guint leader)
{
  const ExCycle *cycle = ex_reviews_get_cycle (basis->reviews);
  const ExLeader *record = ex_company_get_leader (ex_reviews_get_company (basis->reviews), leader);
  const GArray *spells = basis->spells != NULL ? g_hash_table_lookup (basis->spells, record->id) : NULL;
  int days_in_role = ex_days_in_role (record, spells, cycle->first, cycle->last);
  long double unrounded;
  ExReward *self;

  if (days_in_role == 0)
    return NULL;

  self = g_new0 (ExReward, 1);
  self->leader = (int) leader;
  self->leader_id = g_strdup (record->id);
  self->name = g_strdup (record->name);
  self->target = record->incentive_target;
  self->days_in_role = days_in_role;
  self->days = ex_cycle_days (cycle);
  unrounded = compute (self, rewards->terms, rewards->gated, basis->company, fill_own (self, basis, rewards->terms));
  self->unrounded = (double) unrounded;
  self->rounded = self->reward = ex_reward_round_exact (unrounded);

  return self;
}

/* --- all of them --------------------------------------------------------------------------------------------------------------------- */

static void
fill_growth (ExRewards *self, const ExCycleAsset *asset, const ExWhatIf *what_if)
{
  gboolean by_value = self->terms->measure == EX_MEASURE_VALUE;

  if (asset != NULL)
    {
      self->first = asset->first;
      self->last = asset->last;
      self->so_far = asset->so_far;
      self->opening = by_value ? asset->movement.opening.value : asset->movement.opening.customers;
      self->closing = by_value ? asset->movement.closing.value : asset->movement.closing.customers;
      self->growth = ex_cycle_asset_growth (asset, self->terms->measure);
    }
  if (what_if != NULL && !isnan (what_if->growth))
    self->growth = what_if->growth;
}

static gboolean
add_up (ExRewards *self, GError **error)
{
  for (guint i = 0; i < self->rewards->len; i++)
    {
      const ExReward *reward = g_ptr_array_index (self->rewards, i);

      if (reward->unrounded >= 0x1p63 || !ex_money_add (&self->uncut, reward->rounded))
        {
          g_set_error (error, EX_ERROR, EX_ERROR_OVERFLOW,
                       _("The rewards are too large to be added up: at %s (%s) the sum leaves what can be counted."), reward->name,
                       reward->leader_id);
          return FALSE;
        }
    }
  self->total = self->uncut;

  return TRUE;
}

/* By one ratio, settled by largest remainder: the parts are the pool to the minor unit. */
static void
cut_to_pool (ExRewards *self)
{
  guint n = self->rewards->len;
  g_autofree double *parts = g_new (double, n);
  g_autofree const char **ids = g_new (const char *, n);
  g_autofree gint64 *shares = g_new (gint64, n);

  if (self->terms->pool < 0 || self->uncut <= self->terms->pool)
    return;

  for (guint i = 0; i < n; i++)
    {
      const ExReward *reward = g_ptr_array_index (self->rewards, i);

      parts[i] = isnan (reward->unrounded) ? 0 : reward->unrounded;
      ids[i] = reward->leader_id;
    }

  ex_largest_remainder (self->terms->pool, parts, ids, n, shares);
  for (guint i = 0; i < n; i++)
    ((ExReward *) g_ptr_array_index (self->rewards, i))->reward = shares[i];
  self->total = self->terms->pool;
  self->cut = ex_rewards_find_cut (self);
}

ExRewards *
ex_rewards_new (const ExReviews     *reviews,
                const ExRewardTerms *terms,
                const ExCycleAsset  *asset,
                GHashTable          *spells,
                const ExWhatIf      *what_if,
                GError             **error)
{
  g_autoptr (ExRewards) self = NULL;
  Basis basis = { reviews, spells, what_if != NULL && !isnan (what_if->score_factor) ? MAX (0, what_if->score_factor) : 1, EX_UNSET };
  const ExCompany *company;

  g_return_val_if_fail (reviews != NULL && terms != NULL, NULL);

  company = ex_reviews_get_company (reviews);
  self = ex_rewards_new_empty (ex_reward_terms_copy (terms), ex_company_get_info (company)->currency);
  fill_growth (self, asset, what_if);
  if (!isnan (self->growth))
    basis.company = ex_reward_terms_read (terms, ex_rewards_growth_percent (self), &self->gated);
  self->company_factor = (double) (basis.company / 100);

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      ExReward *reward = reward_new (self, &basis, i);

      if (reward != NULL)
        g_ptr_array_add (self->rewards, reward);
    }

  if (!add_up (self, error))
    return NULL;
  cut_to_pool (self);

  return g_steal_pointer (&self);
}
