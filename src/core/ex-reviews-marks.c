/* What is said of objectives: ratings by the leader, by whoever reviews and by observers, and what was adjusted. */
#include "config.h"

#include "ex-reviews.h"

#include "ex-reviews-private.h"

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

/* Looked up once, for pages ask for the ratings of everybody at once. */
static void
fill_owners (ExReviews *self)
{
  guint n = ex_company_n_objectives (self->company);

  self->owners = g_new (int, n);
  for (guint i = 0; i < n; i++)
    self->owners[i] = ex_company_find_leader (self->company, ex_company_get_objective (self->company, i)->leader_id);
  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      const char *assessed_by = self->reviews[i]->assessed_by;

      self->lines[i].first_rater = assessed_by != NULL ? ex_reviews_find_rater (self, assessed_by) : self->lines[i].reviewer;
    }
}

void
ex_reviews_fill_marks (ExReviews *self)
{
  fill_slots (self);
  fill_observers (self);
  fill_owners (self);

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

const ExMark *
ex_reviews_find_mark (const ExReviews *self,
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
  g_return_val_if_fail (objective < self->mark_slots.n, NULL);

  return ex_reviews_find_mark (self, objective, EX_ROLE_SELF, self->owners[objective]);
}

const ExMark *
ex_reviews_get_first (const ExReviews *self,
                      guint            objective)
{
  int leader;

  g_return_val_if_fail (objective < self->mark_slots.n, NULL);

  leader = self->owners[objective];

  return leader >= 0 ? ex_reviews_find_mark (self, objective, EX_ROLE_MANAGER, self->lines[leader].first_rater) : NULL;
}

/* A review that was sent back is assessed anew: what was adjusted before does not count. */
int
ex_reviews_get_adjusted (const ExReviews *self,
                         guint            objective)
{
  int leader;

  g_return_val_if_fail (objective < self->mark_slots.n, 0);

  leader = self->owners[objective];

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
