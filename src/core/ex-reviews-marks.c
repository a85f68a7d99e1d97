/* What is said of objectives: ratings, their means, and the gaps between those who say it. */
#include "config.h"

#include "ex-reviews.h"

#include "ex-format.h"
#include "ex-quantity.h"
#include "ex-reviews-private.h"

#include <glib/gi18n-lib.h>

#define N_ROLES (EX_ROLE_OBSERVER + 1)

/* In two passes over the marks, by role and then by objective, so that those of one objective stand together: self, manager's,
 * observers'. */
static void
fill_slots (ExReviews *self)
{
  guint n = ex_company_n_objectives (self->company);
  const GArray *marks = self->records->marks;
  g_autofree guint *next = NULL;

  ex_slots_init (&self->mark_slots, n);
  for (guint k = 0; k < marks->len; k++)
    {
      guint objective = g_array_index (marks, ExMark, k).objective;

      if (objective < n)
        self->mark_slots.start[objective + 1]++;
    }

  next = ex_slots_close (&self->mark_slots);
  self->marks = g_new (ExMark, next[n]);
  for (int role = 0; role < N_ROLES; role++)
    for (guint k = 0; k < marks->len; k++)
      {
        const ExMark *mark = &g_array_index (marks, ExMark, k);

        if (mark->objective < n && (int) mark->role == role)
          self->marks[next[mark->objective]++] = *mark;
      }
}

static void
fill_observers (ExReviews *self)
{
  guint n = ex_company_n_leaders (self->company);
  const GArray *observers = self->records->observers;
  g_autofree guint *next = NULL;

  ex_slots_init (&self->observer_slots, n);
  for (guint k = 0; k < observers->len; k++)
    if (g_array_index (observers, ExObserver, k).leader < n)
      self->observer_slots.start[g_array_index (observers, ExObserver, k).leader + 1]++;

  next = ex_slots_close (&self->observer_slots);
  self->observers = g_new (ExObserver, next[n]);
  for (guint k = 0; k < observers->len; k++)
    if (g_array_index (observers, ExObserver, k).leader < n)
      self->observers[next[g_array_index (observers, ExObserver, k).leader]++] = g_array_index (observers, ExObserver, k);
}

static int
leader_of (const ExReviews *self,
           guint            objective)
{
  return ex_company_find_leader (self->company, ex_company_get_objective (self->company, objective)->leader_id);
}

void
ex_reviews_fill_marks (ExReviews *self)
{
  fill_slots (self);
  fill_observers (self);

  self->adjusted = g_new0 (guint8, ex_company_n_objectives (self->company));
  for (guint k = 0; k < self->records->adjustments->len; k++)
    {
      const ExAdjustment *adjustment = g_ptr_array_index (self->records->adjustments, k);
      int objective = ex_company_find_objective (self->company, adjustment->objective_id);

      if (objective >= 0)
        self->adjusted[objective] = (guint8) adjustment->rating;
    }
}

const ExMark *
ex_reviews_get_marks (const ExReviews *self,
                      guint            objective,
                      guint           *n)
{
  const guint *start = self->mark_slots.start;

  g_return_val_if_fail (objective < self->mark_slots.n, NULL);

  *n = start[objective + 1] - start[objective];

  return self->marks + start[objective];
}

static const ExMark *
find_mark (const ExReviews *self,
           guint            objective,
           ExRole           role,
           int              rater)
{
  guint n = 0;
  const ExMark *marks = ex_reviews_get_marks (self, objective, &n);

  for (guint k = 0; k < n; k++)
    if (marks[k].role == role && marks[k].rater == rater)
      return &marks[k];

  return NULL;
}

const ExMark *
ex_reviews_get_self (const ExReviews *self,
                     guint            objective)
{
  return find_mark (self, objective, EX_ROLE_SELF, leader_of (self, objective));
}

const ExMark *
ex_reviews_get_first (const ExReviews *self,
                      guint            objective)
{
  int leader = leader_of (self, objective);
  int rater;

  if (leader < 0)
    return NULL;

  rater = self->reviews[leader]->assessed_by != NULL ? ex_reviews_find_rater (self, self->reviews[leader]->assessed_by)
                                                      : self->lines[leader].reviewer;

  return find_mark (self, objective, EX_ROLE_MANAGER, rater);
}

/* A review that was sent back is assessed anew: what was adjusted before does not count. */
int
ex_reviews_get_adjusted (const ExReviews *self,
                         guint            objective)
{
  int leader = leader_of (self, objective);

  return leader >= 0 && self->reviews[leader]->state >= EX_REVIEW_ASSESSED ? self->adjusted[objective] : 0;
}

int
ex_reviews_get_final (const ExReviews *self,
                      guint            objective)
{
  int adjusted = ex_reviews_get_adjusted (self, objective);
  const ExMark *first = ex_reviews_get_first (self, objective);

  if (adjusted > 0)
    return adjusted;

  return first != NULL ? first->rating : 0;
}

const ExObserver *
ex_reviews_get_observers (const ExReviews *self,
                          guint            leader,
                          guint           *n)
{
  const guint *start = self->observer_slots.start;

  g_return_val_if_fail (leader < self->observer_slots.n, NULL);

  *n = start[leader + 1] - start[leader];

  return self->observers + start[leader];
}

gboolean
ex_reviews_observes (const ExReviews *self,
                     guint            observer,
                     guint            leader)
{
  guint n = 0;
  const ExObserver *observers = ex_reviews_get_observers (self, leader, &n);

  for (guint k = 0; k < n; k++)
    if (observers[k].observer == observer)
      return TRUE;

  return FALSE;
}

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
  const ExMark *mark = find_mark (self, objective, EX_ROLE_OBSERVER, rater);

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
  int leader = leader_of (self, objective);
  guint n = 0, answered = 0;
  const ExObserver *observers;
  double sum = 0;

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
      ex_working_add (working, objective->title, difference, _("%s × (%d self − %s %s)"), weight, (int) mine, rating, who);
    }

  ex_working_add (working, _("Gap"), result, "%s", _("weighted mean of self less the other, on the cycle’s scale"));
}

/* The difference of two weighted means is the weighted mean of the differences: both are over the same objectives. */
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
  return gap_to (self, leader, first_rating, _("manager"), working);
}

double
ex_reviews_gap_observers (const ExReviews *self,
                          guint            leader,
                          ExWorking       *working)
{
  return gap_to (self, leader, observed_rating, _("observers"), working);
}
