#include "config.h"

#include "ex-claims.h"

#include "ex-quantity.h"

#include <math.h>
#include <string.h>

#define NONE -1

/* --- who claims what above whom ----------------------------------------------------------------------------------------------------- */

static gboolean
states_anything (const ExLink *link)
{
  return link->value != EX_CLAIM_NONE || link->customers != EX_CLAIM_NONE;
}

static gboolean
is_taken (const gboolean *taken,
          guint           objective)
{
  return taken == NULL || taken[objective];
}

/* The drivers that @objective itself claims, as bits. */
static guint8
own_drivers (const ExObjective *objective)
{
  guint8 drivers = 0;

  for (guint i = 0; i < objective->links->len; i++)
    {
      const ExLink *link = &g_array_index (objective->links, ExLink, i);

      if (states_anything (link))
        drivers |= 1 << link->driver;
    }
  return drivers;
}

/* Indexes of the parents in the company; NONE. */
static int *
find_parents (const ExCompany *company)
{
  guint n = ex_company_n_objectives (company);
  int *parents = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, i);

      parents[i] = objective->parent_id != NULL ? ex_company_find_objective (company, objective->parent_id) : NONE;
    }
  return parents;
}

/* Cuts a circle of parents that @one is in: nobody in it is above another. */
static void
cut_circle (int *parents,
            int  one)
{
  int next = one;

  while (parents[next] != NONE)
    {
      int parent = parents[next];

      parents[next] = NONE;
      next = parent;
    }
}

enum { UNSEEN, ON_PATH, DONE };

/* The drivers claimed anywhere above each objective, as bits: every objective is met once, however deep the cascade. */
static guint8 *
find_claimed_above (const ExCompany *company,
                    const gboolean  *taken)
{
  guint n = ex_company_n_objectives (company);
  guint8 *above = g_new0 (guint8, n);
  g_autofree int *parents = find_parents (company);
  g_autofree guint8 *state = g_new0 (guint8, n);
  g_autofree int *path = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      guint length = 0;
      int at = (int) i;

      for (; at != NONE && state[at] == UNSEEN; at = parents[at])
        {
          state[at] = ON_PATH;
          path[length++] = at;
        }
      if (at != NONE && state[at] == ON_PATH)
        cut_circle (parents, at);
      while (length > 0)
        {
          int one = path[--length], parent = parents[one];

          if (parent != NONE)
            above[one] = above[parent] | (is_taken (taken, (guint) parent) ? own_drivers (ex_company_get_objective (company, parent)) : 0);
          state[one] = DONE;
        }
    }
  return above;
}

/* --- the claims ----------------------------------------------------------------------------------------------------------------------- */

static void
state_claim (ExClaim  *claim,
             ExMeasure measure,
             gint64    figure)
{
  claim->stated[measure] = figure != EX_CLAIM_NONE;
  if (!claim->stated[measure])
    return;
  claim->claimed[measure] = (double) figure;
  claim->realised[measure] = (double) figure * claim->score;
}

static void
list_claims (ExClaims        *self,
             const ExCompany *company,
             guint            index,
             guint8           above)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExReading *reading = ex_company_get_reading (company, index);
  double score = reading->measured && !isnan (reading->score) ? CLAMP (reading->score, 0, 1) : 0;

  for (guint i = 0; i < objective->links->len; i++)
    {
      const ExLink *link = &g_array_index (objective->links, ExLink, i);
      ExClaim claim = { .objective = index, .link = i, .score = score, .counted = (above & (1 << link->driver)) == 0 };

      if (!states_anything (link))
        continue;
      state_claim (&claim, EX_MEASURE_VALUE, link->value);
      state_claim (&claim, EX_MEASURE_CUSTOMERS, link->customers);
      g_array_append_val (self->drivers[link->driver].claims, claim);
    }
}

/* The larger claim first; one that is not stated behind all that are. */
static int
compare_figures (const ExClaim *a,
                 const ExClaim *b,
                 ExMeasure      measure)
{
  if (a->stated[measure] != b->stated[measure])
    return a->stated[measure] ? -1 : 1;
  return (a->claimed[measure] < b->claimed[measure]) - (a->claimed[measure] > b->claimed[measure]);
}

static int
compare_claims (gconstpointer a,
                gconstpointer b,
                gpointer      company)
{
  const ExClaim *one = a, *other = b;
  int order = compare_figures (one, other, EX_MEASURE_VALUE);

  if (order == 0)
    order = compare_figures (one, other, EX_MEASURE_CUSTOMERS);
  if (order == 0)
    order = strcmp (ex_company_get_objective (company, one->objective)->id, ex_company_get_objective (company, other->objective)->id);
  return order != 0 ? order : (one->link > other->link) - (one->link < other->link);
}

static int
compare_customers (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const GArray *claims = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  int order = compare_figures (&g_array_index (claims, ExClaim, i), &g_array_index (claims, ExClaim, k), EX_MEASURE_CUSTOMERS);

  return order != 0 ? order : (i > k) - (i < k);
}

/* By value they are in order already. */
static void
put_in_order (ExDriverClaims *self)
{
  for (int measure = 0; measure < EX_N_MEASURES; measure++)
    {
      self->order[measure] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < self->claims->len; i++)
        if (g_array_index (self->claims, ExClaim, i).stated[measure])
          g_array_append_val (self->order[measure], i);
    }
  g_array_sort_with_data (self->order[EX_MEASURE_CUSTOMERS], compare_customers, self->claims);
}

/* --- what the ledger says of a driver -------------------------------------------------------------------------------------------------- */

static gint64
figure_of (const ExCount *count,
           ExMeasure      measure)
{
  return measure == EX_MEASURE_VALUE ? count->value : count->customers;
}

/* What the driver moves. Of retain it is what was lost: less of it is better. */
static gint64
moved (const ExMovement *m,
       ExDriver          driver,
       ExMeasure         measure)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      return figure_of (&m->fresh, measure);
    case EX_DRIVER_RETAIN:
      return figure_of (&m->lost, measure);
    case EX_DRIVER_EXPAND:
      return figure_of (&m->expanded, measure) - figure_of (&m->contracted, measure);
    case EX_DRIVER_WIN_BACK:
      return figure_of (&m->won_back, measure);
    default:
      g_return_val_if_reached (0);
    }
}

static void
read_change (ExDriverProof      *proof,
             ExDriver            driver,
             ExMeasure           measure,
             const ExCycleAsset *asset,
             guint               months)
{
  proof->before = proof->now = proof->change = EX_UNSET;
  if (months == 0)
    return;
  proof->moved_now = moved (&asset->movement, driver, measure);
  proof->now = (double) proof->moved_now * 12 / months;
  if (!asset->has_before)
    return;
  proof->moved_before = moved (&asset->before, driver, measure);
  proof->before = (double) proof->moved_before * 12 / months;
  /* The difference first, in whole numbers: nothing of it is lost. */
  proof->change = ((double) proof->moved_now - (double) proof->moved_before) * 12 / months;
  if (driver == EX_DRIVER_RETAIN)
    proof->change = 0 - proof->change;
}

/* --- claims against it ------------------------------------------------------------------------------------------------------------------ */

static void
add_up (ExDriverProof *proof,
        const GArray  *claims,
        ExMeasure      measure)
{
  long double claimed = 0, realised = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const ExClaim *claim = &g_array_index (claims, ExClaim, i);

      if (!claim->counted || !claim->stated[measure])
        continue;
      claimed += claim->claimed[measure];
      realised += claim->realised[measure];
    }
  proof->claimed = (double) claimed;
  proof->realised = (double) realised;
}

static void
judge (ExDriverProof *proof)
{
  proof->proven = EX_UNSET;
  if (isnan (proof->change))
    proof->proof = EX_PROOF_NO_BEFORE;
  else if (!(proof->realised > 0))
    proof->proof = EX_PROOF_NO_CLAIM;
  else if (proof->change < 0)
    proof->proof = EX_PROOF_OTHER_WAY;
  else
    {
      proof->proof = EX_PROOF_SHARE;
      proof->proven = proof->change / proof->realised;
    }
}

static void
flag_against (GArray              *claims,
              const ExDriverProof *proof,
              ExMeasure            measure)
{
  for (guint i = 0; i < claims->len; i++)
    {
      ExClaim *claim = &g_array_index (claims, ExClaim, i);

      claim->against[measure] = claim->stated[measure] && proof->change < 0;
    }
}

/* Of the cycle's own span alone: another says nothing of the cycle's claims. */
static guint
count_months (const ExCycleAsset *asset)
{
  if (asset == NULL || !asset->in_cycle)
    return 0;
  return (guint) (asset->last.index - asset->first.index + 1) * (guint) asset->first.grain;
}

ExClaims *
ex_claims_new (const ExCompany    *company,
               const ExCycleAsset *asset)
{
  return ex_claims_new_of (company, asset, NULL);
}

ExClaims *
ex_claims_new_of (const ExCompany    *company,
                  const ExCycleAsset *asset,
                  const gboolean     *taken)
{
  ExClaims *self = g_new0 (ExClaims, 1);
  g_autofree guint8 *above = NULL;

  g_return_val_if_fail (company != NULL, self);

  self->months = count_months (asset);
  if (self->months > 0)
    {
      self->first = asset->first;
      self->last = asset->last;
    }
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      self->drivers[driver].driver = driver;
      self->drivers[driver].claims = g_array_new (FALSE, FALSE, sizeof (ExClaim));
    }

  above = find_claimed_above (company, taken);
  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    if (is_taken (taken, i))
      list_claims (self, company, i, above[i]);

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      ExDriverClaims *claims = &self->drivers[driver];

      g_array_sort_with_data (claims->claims, compare_claims, (gpointer) company);
      put_in_order (claims);
      for (int measure = 0; measure < EX_N_MEASURES; measure++)
        {
          read_change (&claims->proof[measure], driver, measure, asset, self->months);
          add_up (&claims->proof[measure], claims->claims, measure);
          judge (&claims->proof[measure]);
          flag_against (claims->claims, &claims->proof[measure], measure);
        }
    }
  return self;
}

void
ex_claims_free (ExClaims *self)
{
  if (self == NULL)
    return;
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      g_clear_pointer (&self->drivers[driver].claims, g_array_unref);
      for (int measure = 0; measure < EX_N_MEASURES; measure++)
        g_clear_pointer (&self->drivers[driver].order[measure], g_array_unref);
    }
  g_free (self);
}
