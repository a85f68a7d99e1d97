#include "config.h"

#include "ex-laggards.h"

ExReviewState
ex_laggards_state (ExPhase phase)
{
  switch (phase)
    {
    case EX_PHASE_PLAN:
    case EX_PHASE_RUN:
      return EX_REVIEW_AGREED;
    case EX_PHASE_ASSESS:
    case EX_PHASE_CALIBRATE:
      return EX_REVIEW_ASSESSED;
    case EX_PHASE_SIGN:
    case EX_PHASE_CLOSED:
    default:
      return EX_REVIEW_SIGNED;
    }
}

static void
laggards_free (gpointer data)
{
  ExLaggards *self = data;

  g_array_unref (self->behind);
  g_free (self);
}

static GPtrArray *
levels_new (guint n)
{
  GPtrArray *levels = g_ptr_array_new_with_free_func (laggards_free);

  for (guint level = 0; level <= n; level++)
    {
      ExLaggards *laggards = g_new0 (ExLaggards, 1);

      laggards->level = level;
      laggards->behind = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (levels, laggards);
    }
  return levels;
}

/* By level to the order in which they are told: the tops first, those under no top last. */
static GPtrArray *
order (GPtrArray *levels)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (laggards_free);

  for (guint i = 1; i <= levels->len; i++)
    {
      ExLaggards **laggards = (ExLaggards **) &levels->pdata[i % levels->len];

      if ((*laggards)->leaders > 0)
        g_ptr_array_add (ordered, g_steal_pointer (laggards));
      else
        g_clear_pointer (laggards, laggards_free);
    }
  g_ptr_array_set_free_func (levels, NULL);
  g_ptr_array_unref (levels);
  return ordered;
}

GPtrArray *
ex_laggards_find (const ExReviews *reviews)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  ExReviewState state = ex_laggards_state (ex_reviews_get_cycle (reviews)->phase);
  GPtrArray *levels = levels_new (ex_reviews_n_levels (reviews));

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExReview *review = ex_reviews_get (reviews, i);
      ExLaggards *laggards = g_ptr_array_index (levels, ex_reviews_get_level (reviews, i));

      if (!ex_reviews_takes_part (reviews, i) || review->excused)
        continue;
      laggards->leaders++;
      if (review->state < state)
        g_array_append_val (laggards->behind, i);
    }
  return order (levels);
}

guint
ex_laggards_count (const GPtrArray *laggards, guint *leaders)
{
  guint behind = 0;

  *leaders = 0;
  for (guint i = 0; i < laggards->len; i++)
    {
      const ExLaggards *level = g_ptr_array_index (laggards, i);

      behind += level->behind->len;
      *leaders += level->leaders;
    }
  return behind;
}
