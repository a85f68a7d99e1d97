/* The means of what is said of a leader's objectives, and the gaps between those who say it. */
#include "config.h"

#include "ex-reviews.h"

#include "ex-format.h"
#include "ex-quantity.h"
#include "ex-reviews-private.h"

#include <glib/gi18n-lib.h>

/* What somebody says of an objective: 0, nothing. */
typedef double (*RatingOf) (const ExReviews *self, guint objective, int rater);

static double
self_rating (const ExReviews *self,
             guint            objective,
             G_GNUC_UNUSED int rater)
{
  const ExMark *mark = ex_reviews_get_self (self, objective);

  return mark != NULL ? mark->rating : 0;
}

static double
first_rating (const ExReviews *self,
              guint            objective,
              G_GNUC_UNUSED int rater)
{
  const ExMark *mark = ex_reviews_get_first (self, objective);

  return mark != NULL ? mark->rating : 0;
}

static double
final_rating (const ExReviews *self,
              guint            objective,
              G_GNUC_UNUSED int rater)
{
  return ex_reviews_get_final (self, objective);
}

static double
observer_rating (const ExReviews *self,
                 guint            objective,
                 int              rater)
{
  const ExMark *mark = ex_reviews_find_mark (self, objective, EX_ROLE_OBSERVER, rater);

  return mark != NULL ? mark->rating : 0;
}

static double
observed_rating (const ExReviews *self,
                 guint            objective,
                 G_GNUC_UNUSED int rater)
{
  double mean = ex_reviews_observed (self, objective);

  return isnan (mean) ? 0 : mean;
}

/* Over the weights as they are: while they do not total 100 % the mean still lies on the scale. */
static double
weigh (const ExReviews *self,
       guint            leader,
       RatingOf         rating_of,
       int              rater)
{
  guint n = 0;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);
  double sum = 0;
  int weights = 0;

  for (guint k = 0; k < n; k++)
    {
      double rating = rating_of (self, own[k], rater);
      int weight = ex_company_get_objective (self->company, own[k])->weight;

      if (rating <= 0)
        return EX_UNSET;
      sum += weight * rating;
      weights += weight;
    }

  return weights > 0 ? sum / weights : EX_UNSET;
}

double
ex_reviews_mean_self (const ExReviews *self,
                      guint            leader)
{
  return weigh (self, leader, self_rating, EX_NO_ONE);
}

double
ex_reviews_mean_first (const ExReviews *self,
                       guint            leader)
{
  return weigh (self, leader, first_rating, EX_NO_ONE);
}

double
ex_reviews_mean_final (const ExReviews *self,
                       guint            leader)
{
  return weigh (self, leader, final_rating, EX_NO_ONE);
}

/* Those who rated only a part do not count, of any objective: else a mean of three could be told apart into its parts. */
static gboolean
has_answered (const ExReviews *self,
              guint            leader,
              guint            observer)
{
  guint n = 0;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  for (guint k = 0; k < n; k++)
    if (observer_rating (self, own[k], (int) observer) <= 0)
      return FALSE;

  return n > 0;
}

double
ex_reviews_mean_observers (const ExReviews *self,
                           guint            leader,
                           guint           *n_answered)
{
  guint n = 0, answered = 0;
  const ExObserver *observers = ex_reviews_get_observers (self, leader, &n);
  double sum = 0;

  for (guint k = 0; k < n; k++)
    if (has_answered (self, leader, observers[k].observer))
      {
        sum += weigh (self, leader, observer_rating, (int) observers[k].observer);
        answered++;
      }

  if (n_answered != NULL)
    *n_answered = answered;

  return answered >= EX_LEAST_OBSERVERS ? sum / answered : EX_UNSET;
}

double
ex_reviews_observed (const ExReviews *self,
                     guint            objective)
{
  guint n = 0, answered = 0;
  const ExObserver *observers;
  double sum = 0;
  int leader;

  g_return_val_if_fail (objective < self->mark_slots.n, EX_UNSET);

  leader = self->owners[objective];
  if (leader < 0)
    return EX_UNSET;

  observers = ex_reviews_get_observers (self, (guint) leader, &n);
  for (guint k = 0; k < n; k++)
    if (has_answered (self, (guint) leader, observers[k].observer))
      {
        sum += observer_rating (self, objective, (int) observers[k].observer);
        answered++;
      }

  return answered >= EX_LEAST_OBSERVERS ? sum / answered : EX_UNSET;
}

/* (transfer full) "+0.40", with the sign. */
static char *
describe_gap (double gap)
{
  g_autofree char *number = ex_format_number (gap, 2);

  return gap > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

static void
explain_gap (const ExReviews *self,
             guint            leader,
             RatingOf         rating_of,
             const char      *who,
             double           gap,
             ExWorking       *working)
{
  g_autofree char *result = describe_gap (gap);
  guint n = 0;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);
  int weights = ex_company_get_standing (self->company, leader)->weight;

  for (guint k = 0; k < n; k++)
    {
      const ExObjective *objective = ex_company_get_objective (self->company, own[k]);
      double other = rating_of (self, own[k], EX_NO_ONE);
      double mine = self_rating (self, own[k], EX_NO_ONE);
      g_autofree char *weight = ex_format_weight (objective->weight);
      g_autofree char *rating = ex_format_figure (other, 0);
      g_autofree char *difference = describe_gap (objective->weight * (mine - other) / weights);

      /* Translators: the weight of an objective, the leader's own rating, somebody else's and who that is: "40 % × (4 self − 3 manager)". */
      ex_working_add (working, objective->title, difference, _("%s × (%d self − %s %s)"), weight, (int) mine, rating, _(who));
    }

  ex_working_add (working, _("Gap"), result, "%s", _("weighted mean of self less the other, on the cycle’s scale"));
}

/* The difference of two weighted means is the weighted mean of the differences: both are over the same objectives. @who: not translated yet. */
static double
gap_to (const ExReviews *self,
        guint            leader,
        RatingOf         rating_of,
        const char      *who,
        ExWorking       *working)
{
  double gap = weigh (self, leader, self_rating, EX_NO_ONE) - weigh (self, leader, rating_of, EX_NO_ONE);

  if (!isnan (gap) && working != NULL)
    explain_gap (self, leader, rating_of, who, gap, working);

  return gap;
}

double
ex_reviews_gap_manager (const ExReviews *self,
                        guint            leader,
                        ExWorking       *working)
{
  return gap_to (self, leader, first_rating, N_("manager"), working);
}

double
ex_reviews_gap_observers (const ExReviews *self,
                          guint            leader,
                          ExWorking       *working)
{
  return gap_to (self, leader, observed_rating, N_("observers"), working);
}
