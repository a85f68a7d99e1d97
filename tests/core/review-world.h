/* A company in a cycle, for tests of reviews, made and changed by words:
 *
 *   a, the top, over b and x; b over c; c over d; n: nobody's report, and no top. Each has three objectives of 40, 30 and 30 %, a1 to a3 and so
 *   on, which pass the first gate; the first of each is under the first of their manager, the others are local. The cycle is 2026, today
 *   2026-06-30, in the phase plan.
 *
 * world_tweak (world, "phase:assess state:a=agreed gone:b") changes it; what each word does stands in the table of tweaks below. */
#pragma once

#include "core/ex-gate.h"
#include "core/ex-quantity.h"

#include <string.h>

typedef struct
{
  ExCycle         *cycle;
  ExDay            today;
  GPtrArray       *leaders;
  GPtrArray       *objectives;
  ExReviewRecords *records;
} World;

static void
world_free (World *self)
{
  ex_cycle_free (self->cycle);
  g_ptr_array_unref (self->leaders);
  g_ptr_array_unref (self->objectives);
  ex_review_records_free (self->records);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static guint
world_index (World      *self,
             const char *id)
{
  for (guint i = 0; i < self->leaders->len; i++)
    if (strcmp (((ExLeader *) g_ptr_array_index (self->leaders, i))->id, id) == 0)
      return i;

  g_error ("No leader %s", id);
}

static ExLeader *
world_leader (World      *self,
              const char *id)
{
  return g_ptr_array_index (self->leaders, world_index (self, id));
}

static guint
world_objective_index (World      *self,
                       const char *id)
{
  for (guint i = 0; i < self->objectives->len; i++)
    if (strcmp (((ExObjective *) g_ptr_array_index (self->objectives, i))->id, id) == 0)
      return i;

  g_error ("No objective %s", id);
}

static ExObjective *
world_objective (World      *self,
                 const char *id)
{
  return g_ptr_array_index (self->objectives, world_objective_index (self, id));
}

static ExReview *
world_review (World      *self,
              const char *id)
{
  ExReview *review;

  for (guint i = 0; i < self->records->reviews->len; i++)
    {
      review = g_ptr_array_index (self->records->reviews, i);
      if (strcmp (review->leader_id, id) == 0)
        return review;
    }

  review = ex_review_new (self->cycle->id, id);
  g_ptr_array_add (self->records->reviews, review);

  return review;
}

static void
world_add_leader (World      *self,
                  const char *id,
                  const char *manager)
{
  g_autofree char *name = g_strdup_printf ("Leader %s", id);
  ExLeader *leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager);
  g_ptr_array_add (self->leaders, leader);
}

static ExObjective *
world_add_objective (World      *self,
                     const char *id,
                     const char *leader,
                     int         weight)
{
  ExObjective *objective = ex_objective_new (id, self->cycle->id, leader, id, EX_KIND_NUMBER);
  ExLink link = { EX_DRIVER_RETAIN, 100, EX_CLAIM_NONE };

  objective->unit = g_strdup ("calls");
  objective->source = g_strdup ("The call centre");
  objective->cadence = EX_CADENCE_MONTHLY;
  objective->baseline = 10;
  objective->target = 20;
  objective->weight = weight;
  objective->local_reason = g_strdup ("Only here");
  g_array_append_val (objective->links, link);
  g_ptr_array_add (self->objectives, objective);

  return objective;
}

static void
world_set (char      **field,
           const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
world_add_three (World      *self,
                 const char *id)
{
  const int weights[] = { 4000, 3000, 3000 };
  const char *manager = world_leader (self, id)->manager_id;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%d", id, i + 1);
      ExObjective *objective = world_add_objective (self, name, id, weights[i]);

      if (i > 0 || manager == NULL)
        continue;
      world_set (&objective->local_reason, NULL);
      objective->parent_id = g_strdup_printf ("%s1", manager);
    }
}

/* Without anybody. */
static G_GNUC_UNUSED World *
world_new_empty (void)
{
  World *self = g_new0 (World, 1);

  self->cycle = ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31));
  self->today = ex_day_new (2026, 6, 30);
  self->leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  self->records = ex_review_records_new ();

  return self;
}

static void
world_add_top (World      *self,
               const char *id)
{
  guint n = g_strv_length (self->records->tops);

  self->records->tops = g_renew (char *, self->records->tops, n + 2);
  self->records->tops[n] = g_strdup (id);
  self->records->tops[n + 1] = NULL;
}

static void
world_add_mark (World      *self,
                const char *objective,
                ExRole      role,
                int         rater,
                int         rating)
{
  ExMark mark = { world_objective_index (self, objective), rater, role, rating, TRUE, role == EX_ROLE_MANAGER };

  g_array_append_val (self->records->marks, mark);
}

/* The last mark of an objective in a role. */
static ExMark *
world_mark (World      *self,
            const char *objective,
            ExRole      role)
{
  guint index = world_objective_index (self, objective);

  for (guint k = self->records->marks->len; k-- > 0;)
    {
      ExMark *mark = &g_array_index (self->records->marks, ExMark, k);

      if (mark->objective == index && mark->role == role)
        return mark;
    }

  g_error ("No mark of %s", objective);
}

/* Somebody says the same of all three objectives of a leader. */
static void
world_rate_all (World      *self,
                const char *leader,
                ExRole      role,
                const char *rater,
                int         rating)
{
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *objective = g_strdup_printf ("%s%d", leader, i);

      world_add_mark (self, objective, role, *rater != '\0' ? (int) world_index (self, rater) : EX_NOBODY, rating);
    }
}

static void
world_set_state (World      *self,
                 const char *id,
                 const char *nick)
{
  ExReview *review = world_review (self, id);
  const char *manager = world_leader (self, id)->manager_id;

  g_assert_true (ex_review_state_parse (nick, &review->state));
  review->steps = review->state;
  if (review->state >= EX_REVIEW_ASSESSED)
    world_set (&review->assessed_by, manager != NULL ? manager : EX_BOARD);
  if (review->state == EX_REVIEW_SIGNED)
    {
      world_set (&review->reviewer_signed, review->assessed_by);
      world_set (&review->leader_signed, id);
    }
}

static void
tweak_leader (World      *self,
              const char *word,
              const char *id,
              const char *value)
{
  ExReview *review = world_review (self, id);

  if (strcmp (word, "manager") == 0)            /* manager:c=x: c reports to x; manager:c=: to nobody */
    world_set (&world_leader (self, id)->manager_id, *value != '\0' ? value : NULL);
  else if (strcmp (word, "top") == 0)           /* top:b: b is one of the tops */
    world_add_top (self, id);
  else if (strcmp (word, "gone") == 0)          /* gone:b: b left in the cycle, before today */
    world_leader (self, id)->to = ex_day_new (2026, 3, 31);
  else if (strcmp (word, "joins") == 0)         /* joins:b: b comes in the cycle, after today */
    world_leader (self, id)->from = ex_day_new (2026, 8, 1);
  else if (strcmp (word, "later") == 0)         /* later:b: b leaves after the cycle, on 2027-01-31 */
    world_leader (self, id)->to = ex_day_new (2027, 1, 31);
  else if (strcmp (word, "past") == 0)          /* past:b: b left before the cycle */
    world_leader (self, id)->to = ex_day_new (2025, 12, 31);
  else if (strcmp (word, "excuse") == 0)        /* excuse:b: b is excused */
    {
      review->excused = TRUE;
      world_set (&review->excuse, "on leave");
    }
  else if (strcmp (word, "reviewer") == 0)      /* reviewer:c=x: the review of c names x */
    world_set (&review->reviewer_id, value);
  else if (strcmp (word, "state") == 0)         /* state:c=assessed: by their manager; signed: by both */
    world_set_state (self, id, value);
  else if (strcmp (word, "assessed-by") == 0)   /* assessed-by:c=x */
    world_set (&review->assessed_by, value);
  else if (strcmp (word, "elsewhere") == 0)     /* elsewhere:c=x: the same, moved there by HR on purpose */
    {
      world_set (&review->reviewer_id, value);
      review->elsewhere = TRUE;
    }
  else if (strcmp (word, "half-signed") == 0)   /* half-signed:c=b: the reviewer has signed, by that name */
    world_set (&review->reviewer_signed, value);
  else if (strcmp (word, "amendment") == 0)     /* amendment:c: one is open */
    g_array_append_vals (self->records->amendments, (guint[]) { world_index (self, id) }, 1);
  else if (strcmp (word, "self") == 0)          /* self:c: c has rated themself, with comments */
    world_rate_all (self, id, EX_ROLE_SELF, id, 3);
  else if (strcmp (word, "rates") == 0)         /* rates:c=b: b has rated c; rates:a=: the board */
    world_rate_all (self, id, EX_ROLE_MANAGER, value, 4);
  else
    g_error ("No tweak %s", word);
}

static gboolean
tweak_cycle (World      *self,
             const char *word,
             const char *value)
{
  if (strcmp (word, "phase") == 0)              /* phase:sign */
    g_assert_true (ex_phase_parse (value, &self->cycle->phase));
  else if (strcmp (word, "today") == 0)         /* today:2027-01-25 */
    self->today = ex_day_parse (value);
  else if (strcmp (word, "least") == 0)         /* least:4: objectives that a review needs */
    self->cycle->min_objectives = (int) g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (word, "board") == 0)         /* board:Ruth */
    world_set (&self->cycle->board, value);
  else if (strcmp (word, "no-tops") == 0)       /* no-tops: */
    {
      g_strfreev (self->records->tops);
      self->records->tops = g_new0 (char *, 1);
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
tweak_objective (World      *self,
                 const char *word,
                 const char *id,
                 const char *value)
{
  if (strcmp (word, "weight") == 0)             /* weight:c1=3999 */
    world_objective (self, id)->weight = (int) g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (word, "no-unit") == 0)       /* no-unit:c1 */
    world_set (&world_objective (self, id)->unit, NULL);
  else if (strcmp (word, "no-source") == 0)
    world_set (&world_objective (self, id)->source, NULL);
  else if (strcmp (word, "no-cadence") == 0)
    world_objective (self, id)->cadence = EX_CADENCE_NONE;
  else if (strcmp (word, "baseline") == 0)      /* baseline:c1=nan */
    world_objective (self, id)->baseline = g_ascii_strtod (value, NULL);
  else if (strcmp (word, "target") == 0)
    world_objective (self, id)->target = g_ascii_strtod (value, NULL);
  else if (strcmp (word, "stretch") == 0)
    world_objective (self, id)->stretch = g_ascii_strtod (value, NULL);
  else if (strcmp (word, "low") == 0)
    world_objective (self, id)->low = g_ascii_strtod (value, NULL);
  else if (strcmp (word, "high") == 0)
    world_objective (self, id)->high = g_ascii_strtod (value, NULL);
  else if (strcmp (word, "due") == 0)           /* due:c1=2027-01-01 */
    world_objective (self, id)->due = ex_day_parse (value);
  else if (strcmp (word, "kind") == 0)          /* kind:c1=range */
    g_assert_true (ex_kind_parse (value, &world_objective (self, id)->kind));
  else if (strcmp (word, "unlinked") == 0)      /* unlinked:c1 */
    g_array_set_size (world_objective (self, id)->links, 0);
  else if (strcmp (word, "parent") == 0)        /* parent:c1=x1; parent:c1=: none, and no reason */
    {
      world_set (&world_objective (self, id)->parent_id, *value != '\0' ? value : NULL);
      world_set (&world_objective (self, id)->local_reason, NULL);
    }
  else if (strcmp (word, "self-rating") == 0)   /* self-rating:c1=0 */
    world_mark (self, id, EX_ROLE_SELF)->rating = (int) g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (word, "no-comment") == 0)
    world_mark (self, id, EX_ROLE_SELF)->commented = FALSE;
  else if (strcmp (word, "rating") == 0)        /* rating:c1=0: the manager's */
    world_mark (self, id, EX_ROLE_MANAGER)->rating = (int) g_ascii_strtoll (value, NULL, 10);
  else if (strcmp (word, "unconfirmed") == 0)
    world_mark (self, id, EX_ROLE_MANAGER)->confirmed = FALSE;
  else if (strcmp (word, "remove") == 0)        /* remove:c3: to nobody */
    world_set (&world_objective (self, id)->leader_id, "nobody");
  else
    return FALSE;

  return TRUE;
}

static void
world_tweak (World      *self,
             const char *tweaks)
{
  g_auto (GStrv) words = g_strsplit (tweaks, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 2);
      g_auto (GStrv) sides = NULL;

      if (parts[0] == NULL || tweak_cycle (self, parts[0], parts[1]))
        continue;

      sides = g_strsplit (parts[1], "=", 2);
      if (!tweak_objective (self, parts[0], sides[0], sides[1] != NULL ? sides[1] : ""))
        tweak_leader (self, parts[0], sides[0], sides[1] != NULL ? sides[1] : "");
    }
}

static G_GNUC_UNUSED World *
world_new (const char *tweaks)
{
  const struct { const char *id, *manager; } leaders[] = { { "a", NULL }, { "b", "a" }, { "c", "b" }, { "d", "c" }, { "x", "a" }, { "n", NULL } };
  World *self = world_new_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (leaders); i++)
    {
      world_add_leader (self, leaders[i].id, leaders[i].manager);
      world_add_three (self, leaders[i].id);
    }
  world_add_top (self, "a");
  world_tweak (self, tweaks);

  return self;
}

static gpointer
copy_leader_cb (gconstpointer          leader,
                G_GNUC_UNUSED gpointer data)
{
  return ex_leader_copy (leader);
}

static gpointer
copy_objective_cb (gconstpointer          objective,
                   G_GNUC_UNUSED gpointer data)
{
  return ex_objective_copy (objective);
}

static gpointer
copy_review_cb (gconstpointer          review,
                G_GNUC_UNUSED gpointer data)
{
  return ex_review_copy (review);
}

static gpointer
copy_adjustment_cb (gconstpointer          adjustment,
                    G_GNUC_UNUSED gpointer data)
{
  const ExAdjustment *one = adjustment;

  return ex_adjustment_new (one->objective_id, one->rating, one->why, one->agreed_by);
}

static ExReviewRecords *
copy_records (const ExReviewRecords *records)
{
  ExReviewRecords *copy = ex_review_records_new ();

  g_ptr_array_unref (copy->reviews);
  copy->reviews = g_ptr_array_copy (records->reviews, copy_review_cb, NULL);
  g_ptr_array_set_free_func (copy->reviews, (GDestroyNotify) ex_review_free);
  g_ptr_array_unref (copy->adjustments);
  copy->adjustments = g_ptr_array_copy (records->adjustments, copy_adjustment_cb, NULL);
  g_ptr_array_set_free_func (copy->adjustments, (GDestroyNotify) ex_adjustment_free);
  g_array_append_vals (copy->marks, records->marks->data, records->marks->len);
  g_array_append_vals (copy->observers, records->observers->data, records->observers->len);
  g_array_append_vals (copy->amendments, records->amendments->data, records->amendments->len);
  g_strfreev (copy->tops);
  copy->tops = g_strdupv (records->tops);

  return copy;
}

/* The world as it stands; it can be changed and built again. */
static G_GNUC_UNUSED ExReviews *
world_build (World *self)
{
  GPtrArray *leaders = g_ptr_array_copy (self->leaders, copy_leader_cb, NULL);
  GPtrArray *objectives = g_ptr_array_copy (self->objectives, copy_objective_cb, NULL);
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (ExReading));
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCompany) company = NULL;

  g_array_set_size (readings, objectives->len);
  company = ex_company_new (ex_company_info_new ("Northwind", "EUR"), ex_cycle_copy (self->cycle), self->today, leaders, objectives, readings, &error);
  g_assert_no_error (error);

  return ex_reviews_new (company, copy_records (self->records));
}

static G_GNUC_UNUSED ExReviews *
world_reviews (const char *tweaks)
{
  g_autoptr (World) world = world_new (tweaks);

  return world_build (world);
}

/* By id; "board" and "none" for nobody's index. */
static G_GNUC_UNUSED int
who (const ExReviews *reviews,
     const char      *id)
{
  if (strcmp (id, "board") == 0)
    return EX_NOBODY;
  if (strcmp (id, "none") == 0)
    return EX_NO_ONE;

  return ex_company_find_leader (ex_reviews_get_company (reviews), id);
}
