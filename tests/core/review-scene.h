/* A company in a cycle, put together line by line, for the tests of what is read from its reviews. Of tests alone: every function is static. */
#pragma once

#include "core/ex-quantity.h"
#include "core/ex-reviews.h"

typedef struct
{
  GPtrArray       *leaders;
  GPtrArray       *objectives;
  GArray          *readings;
  ExReviewRecords *records;
  ExCycle         *cycle;
  ExDay            today;
} Scene;

static inline Scene
scene_new (ExPhase phase,
           ExDay   today)
{
  Scene self = {
    .leaders = g_ptr_array_new (),
    .objectives = g_ptr_array_new (),
    .readings = g_array_new (FALSE, FALSE, sizeof (ExReading)),
    .records = ex_review_records_new (),
    .cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)),
    .today = today,
  };

  self.cycle->phase = phase;

  return self;
}

/* With an id that is the name in lower case. Who has no @manager is named as a top. */
static inline ExLeader *
scene_add_leader (Scene      *self,
                  const char *name,
                  const char *manager)
{
  g_autofree char *id = g_ascii_strdown (name, -1);
  ExLeader *leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager);
  g_ptr_array_add (self->leaders, leader);
  if (manager == NULL)
    {
      guint n = g_strv_length (self->records->tops);

      self->records->tops = g_renew (char *, self->records->tops, n + 2);
      self->records->tops[n] = g_strdup (id);
      self->records->tops[n + 1] = NULL;
    }

  return leader;
}

/* Measurable, linked, local: nothing keeps it from being agreed. The id is "LEADER-1". */
static inline ExObjective *
scene_add_objective (Scene      *self,
                     const char *leader,
                     guint       number,
                     int         weight)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", leader, number);
  ExObjective *objective = ex_objective_new (id, "c", leader, id, EX_KIND_NUMBER);
  ExLink link = { EX_DRIVER_RETAIN, EX_CLAIM_NONE, EX_CLAIM_NONE };
  ExReading reading = { .aggregate = EX_UNSET, .actual = EX_UNSET, .progress = EX_UNSET };

  objective->unit = g_strdup ("%");
  objective->source = g_strdup ("Ledger");
  objective->cadence = EX_CADENCE_MONTHLY;
  objective->baseline = 30;
  objective->target = 40;
  objective->weight = weight;
  objective->local_reason = g_strdup ("It is theirs alone.");
  g_array_append_val (objective->links, link);
  g_ptr_array_add (self->objectives, objective);
  g_array_append_val (self->readings, reading);

  return objective;
}

/* A last check-in of the objective that was added last. */
static inline void
scene_measure (Scene *self,
               ExDay  day,
               double actual)
{
  ExReading *reading = &g_array_index (self->readings, ExReading, self->readings->len - 1);

  reading->measured = TRUE;
  reading->n_points = 1;
  reading->last_day = day;
  reading->actual = reading->aggregate = actual;
}

/* Two objectives, enough for a cycle whose least is two. */
static inline void
scene_add_objectives (Scene      *self,
                      const char *leader)
{
  self->cycle->min_objectives = 2;
  scene_add_objective (self, leader, 1, 6000);
  scene_add_objective (self, leader, 2, 4000);
}

static inline ExReview *
scene_add_review (Scene         *self,
                  const char    *leader,
                  ExReviewState  state)
{
  ExReview *review = ex_review_new ("c", leader);

  review->state = state;
  review->steps = (guint) state;
  if (state == EX_REVIEW_SIGNED)
    {
      review->reviewer_signed = g_strdup ("HR");
      review->leader_signed = g_strdup ("HR");
    }
  g_ptr_array_add (self->records->reviews, review);

  return review;
}

static inline int
scene_find_leader (const Scene *self,
                   const char  *id)
{
  for (guint i = 0; id != NULL && i < self->leaders->len; i++)
    if (g_str_equal (((const ExLeader *) g_ptr_array_index (self->leaders, i))->id, id))
      return (int) i;

  return EX_NOBODY;
}

/* @rater: NULL: the board */
static inline void
scene_add_mark (Scene      *self,
                const char *objective,
                ExRole      role,
                const char *rater,
                int         rating)
{
  ExMark mark = { .role = role, .rating = rating, .rater = scene_find_leader (self, rater), .commented = TRUE, .confirmed = TRUE };

  for (guint i = 0; i < self->objectives->len; i++)
    if (g_str_equal (((const ExObjective *) g_ptr_array_index (self->objectives, i))->id, objective))
      mark.objective = i;
  g_array_append_val (self->records->marks, mark);
}

static inline void
scene_add_observer (Scene      *self,
                    const char *leader,
                    const char *observer)
{
  ExObserver row = { (guint) scene_find_leader (self, leader), (guint) scene_find_leader (self, observer) };

  g_array_append_val (self->records->observers, row);
}

/* Takes everything. */
static inline ExReviews *
scene_finish (Scene *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = ex_company_new (ex_company_info_new ("Northwind", "EUR"), self->cycle, self->today, self->leaders,
                                                  self->objectives, self->readings, &error);

  g_assert_no_error (error);

  return ex_reviews_new (company, self->records);
}
