/* Ratings as far as somebody may see them, for the charts that compare them. */
#include "config.h"

#include "ex-team-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>

static double
rating_of_mark (const ExMark *mark)
{
  return mark != NULL && mark->rating > 0 ? mark->rating : EX_UNSET;
}

static gboolean
may_see (const ExReviews *reviews,
         int              viewer,
         guint            leader,
         ExView           view)
{
  return view == EX_VIEW_SELF ? ex_reviews_sees_self (reviews, viewer, leader) : ex_reviews_sees_manager (reviews, viewer, leader);
}

static double
rating (const ExReviews *reviews,
        guint            objective,
        ExView           view)
{
  int final;

  switch (view)
    {
    case EX_VIEW_SELF:
      return rating_of_mark (ex_reviews_get_self (reviews, objective));
    case EX_VIEW_MANAGER:
      return rating_of_mark (ex_reviews_get_first (reviews, objective));
    case EX_VIEW_OBSERVERS:
      return ex_reviews_observed (reviews, objective);
    case EX_VIEW_FINAL:
    default:
      final = ex_reviews_get_final (reviews, objective);
      return final > 0 ? final : EX_UNSET;
    }
}

double
ex_team_rating (const ExReviews *reviews,
                int              viewer,
                guint            leader,
                guint            objective,
                ExView           view)
{
  return may_see (reviews, viewer, leader, view) ? rating (reviews, objective, view) : EX_UNSET;
}

double
ex_team_mean (const ExTeam *team,
              guint         leader,
              ExView        view)
{
  guint n;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (team->reviews), leader, &n);
  double sum = 0;
  gint64 weights = 0;

  if (!may_see (team->reviews, team->viewer, leader, view))
    return EX_UNSET;

  for (guint i = 0; i < n; i++)
    {
      int weight = ex_company_get_objective (ex_reviews_get_company (team->reviews), own[i])->weight;
      double one;

      if (!ex_scope_takes_objective (team->scope, team->reviews, own[i]))
        continue;
      one = rating (team->reviews, own[i], view);
      if (isnan (one))
        return EX_UNSET;
      sum += weight * one;
      weights += weight;
    }

  return weights > 0 ? sum / weights : EX_UNSET;
}

/* By the state alone: that somebody has begun to rate is not to be seen either. */
gboolean
ex_team_is_veiled (const ExReviews *reviews,
                   int              viewer,
                   guint            leader)
{
  ExReviewState state = ex_reviews_get (reviews, leader)->state;

  return (state >= EX_REVIEW_SELF_ASSESSED && !ex_reviews_sees_self (reviews, viewer, leader))
         || (state >= EX_REVIEW_ASSESSED && !ex_reviews_sees_manager (reviews, viewer, leader));
}

const char **
ex_team_scale (const ExCycle *cycle)
{
  int n = ex_cycle_n_ratings (cycle);
  const char **words = g_new0 (const char *, (gsize) n + 1);

  for (int i = 0; i < n; i++)
    words[i] = ex_cycle_rating_word (cycle, i + 1);

  return words;
}

/* --- self beside the others ------------------------------------------------------------------------------------------------ */

ExViews
ex_views_of (double self,
             double manager,
             double observers)
{
  ExViews views = { { self, manager, observers }, EX_UNSET };

  for (int i = EX_VIEW_MANAGER; i <= EX_VIEW_OBSERVERS; i++)
    {
      double gap = self - views.value[i];

      if (!isnan (gap) && (isnan (views.gap) || fabs (gap) > fabs (views.gap)))
        views.gap = gap;
    }

  return views;
}

static char *
describe_pair (const ExViews *self,
               const char    *name,
               char       *(* text) (double value, gpointer data))
{
  g_autofree char *own = text (self->value[EX_VIEW_SELF], NULL);
  g_autofree char *manager = text (self->value[EX_VIEW_MANAGER], NULL);
  g_autofree char *gap = ex_team_gap_text (self->value[EX_VIEW_SELF] - self->value[EX_VIEW_MANAGER]);
  gboolean has_self = !isnan (self->value[EX_VIEW_SELF]), has_manager = !isnan (self->value[EX_VIEW_MANAGER]);

  if (has_self && has_manager)
    /* Translators: a name, then three figures: "Ana Okafor: self 4.20, manager 3.00, gap +1.20" */
    return g_strdup_printf (_("%s: self %s, manager %s, gap %s"), name, own, manager, gap);
  if (has_self)
    return g_strdup_printf (_("%s: self %s, no rating by the manager to be seen"), name, own);
  if (has_manager)
    return g_strdup_printf (_("%s: manager %s, no rating of their own to be seen"), name, manager);

  return g_strdup_printf (_("%s: no ratings to be seen"), name);
}

char *
ex_views_describe (const ExViews *self,
                   const char    *name,
                   char       *(* text) (double value, gpointer data))
{
  g_autofree char *pair = describe_pair (self, name, text);
  g_autofree char *observers = text (self->value[EX_VIEW_OBSERVERS], NULL);
  g_autofree char *gap = ex_team_gap_text (self->value[EX_VIEW_SELF] - self->value[EX_VIEW_OBSERVERS]);

  if (isnan (self->value[EX_VIEW_OBSERVERS]))
    return g_steal_pointer (&pair);
  if (isnan (self->value[EX_VIEW_SELF]))
    /* Translators: what was said before, then a figure: "Ana Okafor: …; observers 3.40" */
    return g_strdup_printf (_("%s; observers %s"), pair, observers);

  return g_strdup_printf (_("%s; observers %s, gap %s"), pair, observers, gap);
}
