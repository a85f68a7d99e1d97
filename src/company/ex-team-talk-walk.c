/* Who talks, who walks: what leaders say of themselves beside what others say of them. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-dumbbell-chart.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

/* On the cycle's scale: from here on a gap is worth a word. */
#define WIDE 0.5

typedef struct
{
  guint   leader;
  ExViews views;
} Row;

typedef struct
{
  const ExTeam *team;
  GArray       *rows;      /* (element-type Row) */
  guint         silent;    /* leaders without any rating */
  guint         veiled;    /* whose ratings, or some of them, are not the viewer's to see */
  gboolean      observed;  /* somebody's observers are to be seen */
} Talk;

static void
add_leader (Talk *self,
            guint leader)
{
  const ExTeam *team = self->team;
  Row row = { leader, ex_views_of (ex_team_mean (team, leader, EX_VIEW_SELF), ex_team_mean (team, leader, EX_VIEW_MANAGER),
                                   ex_team_mean (team, leader, EX_VIEW_OBSERVERS)) };
  gboolean any = FALSE;

  for (int i = EX_VIEW_SELF; i <= EX_VIEW_OBSERVERS; i++)
    any = any || !isnan (row.views.value[i]);
  self->observed = self->observed || !isnan (row.views.value[EX_VIEW_OBSERVERS]);

  if (ex_team_is_veiled (team->reviews, team->viewer, leader))
    self->veiled++;
  else if (!any)
    self->silent++;
  if (any)
    g_array_append_val (self->rows, row);
}

static int
compare_gaps (gconstpointer first,
              gconstpointer second)
{
  const Row *a = first, *b = second;
  double wide_a = isnan (a->views.gap) ? -1 : fabs (a->views.gap), wide_b = isnan (b->views.gap) ? -1 : fabs (b->views.gap);

  return wide_a != wide_b ? (wide_a > wide_b ? -1 : 1) : 0;
}

static void
gather (Talk *self)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (self->team->scope, self->team->reviews);

  for (guint i = 0; i < leaders->len; i++)
    if (!ex_reviews_get (self->team->reviews, g_array_index (leaders, guint, i))->excused)
      add_leader (self, g_array_index (leaders, guint, i));
  g_array_sort (self->rows, compare_gaps);
}

/* --- the finding ------------------------------------------------------------------------------------------------------------- */

static char *
say_above (guint    n,
           guint    all,
           gboolean manager)
{
  g_autofree char *wide = ex_format_integer (n);
  g_autofree char *of = ex_format_integer (all);

  if (manager)
    return g_strdup_printf (ngettext ("%s of %s leaders rates themselves more than half a point above their manager",
                                      "%s of %s leaders rate themselves more than half a point above their manager", n), wide, of);

  return g_strdup_printf (ngettext ("%s of %s leaders rates themselves more than half a point above their observers",
                                    "%s of %s leaders rate themselves more than half a point above their observers", n), wide, of);
}

static char *
say_below (guint    n,
           guint    all,
           gboolean manager)
{
  g_autofree char *wide = ex_format_integer (n);
  g_autofree char *of = ex_format_integer (all);

  if (manager)
    return g_strdup_printf (ngettext ("%s of %s leaders rates themselves more than half a point below their manager, and nobody so far above",
                                      "%s of %s leaders rate themselves more than half a point below their manager, and nobody so far above", n), wide, of);

  return g_strdup_printf (ngettext ("%s of %s leaders rates themselves more than half a point below their observers, and nobody so far above",
                                    "%s of %s leaders rate themselves more than half a point below their observers, and nobody so far above", n), wide, of);
}

static char *
say_even (guint    all,
          gboolean manager)
{
  g_autofree char *of = ex_format_integer (all);

  if (manager)
    return g_strdup_printf (ngettext ("%s leader is rated, within half a point of what they say of themselves",
                                      "All %s leaders rate themselves within half a point of their manager", all), of);

  return g_strdup_printf (ngettext ("%s leader is observed, within half a point of what they say of themselves",
                                    "All %s leaders rate themselves within half a point of their observers", all), of);
}

/* Against the manager; where no manager has rated yet, against the observers. */
static char *
title_of (const Talk *self)
{
  for (int view = EX_VIEW_MANAGER; view <= EX_VIEW_OBSERVERS; view++)
    {
      guint all = 0, above = 0, below = 0;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const ExViews *views = &g_array_index (self->rows, Row, i).views;
          double gap = ex_round_half_away (views->value[EX_VIEW_SELF] - views->value[view], 9);

          all += isnan (gap) ? 0 : 1;
          above += gap > WIDE ? 1 : 0;
          below += gap < -WIDE ? 1 : 0;
        }
      if (above > 0)
        return say_above (above, all, view == EX_VIEW_MANAGER);
      if (below > 0)
        return say_below (below, all, view == EX_VIEW_MANAGER);
      if (all > 0)
        return say_even (all, view == EX_VIEW_MANAGER);
    }

  return NULL;
}

static char *
subtitle_of (const Talk *self,
             guint       drawn)
{
  g_autofree char *points = ex_format_integer (ex_cycle_n_ratings (ex_reviews_get_cycle (self->team->reviews)));
  /* Translators: %s is the highest rating. */
  g_autofree char *what = g_strdup_printf (_("Weighted means of ratings, on the scale from 1 to %s"), points);
  ExPhrases *phrases = ex_phrases_new (what);
  g_autofree char *all = ex_format_integer (self->rows->len);
  g_autofree char *some = ex_format_integer (drawn);
  g_autofree char *silent = ex_format_integer (self->silent);
  g_autofree char *veiled = ex_format_integer (self->veiled);

  ex_phrases_add_scope (phrases, self->team);
  if (drawn < self->rows->len)
    ex_phrases_take (phrases, g_strdup_printf (_("%s of %s leaders are drawn, those with the widest gaps"), some, all));
  else if (drawn > 0)
    ex_phrases_take (phrases, ex_team_leaders (drawn));
  if (self->silent > 0)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s leader has no ratings yet", "%s leaders have no ratings yet", self->silent), silent));
  if (self->veiled > 0)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s leader has ratings that you may not see", "%s leaders have ratings that you may not see",
                                                         self->veiled), veiled));
  ex_phrases_take (phrases, g_strdup (_("as it stands now")));

  return ex_phrases_finish (phrases);
}

/* --- the chart --------------------------------------------------------------------------------------------------------------- */

static ExChart *
make_chart (const ExCycle *cycle,
            gboolean       observed,
            const char    *heading,
            ExValueText    text)
{
  const char *views[] = { C_("rating", "Self"), C_("rating", "Manager"), observed ? C_("rating", "Observers") : NULL, NULL };
  g_autofree const char **scale = ex_team_scale (cycle);
  ExChart *chart = ex_dumbbell_chart_new (views);

  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (chart), 1, ex_cycle_n_ratings (cycle), scale);
  ex_dumbbell_chart_set_value_text (EX_DUMBBELL_CHART (chart), text, NULL, NULL);
  ex_dumbbell_chart_set_heading (EX_DUMBBELL_CHART (chart), heading);

  return chart;
}

static void
add_row (ExChart       *chart,
         const ExViews *views,
         const char    *name,
         char        *(* text) (double value, gpointer data),
         const char    *key)
{
  g_autofree char *gap = isnan (views->gap) ? NULL : ex_team_gap_text (views->gap);
  g_autofree char *detail = ex_views_describe (views, name, text);

  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), name, views->value, gap, detail, key);
}

ExChart *
ex_team_talk_walk_new (const ExTeam *team,
                       guint         most)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Talk talk = { .team = team, .rows = rows };
  g_autofree char *title = NULL, *subtitle = NULL;
  ExChart *chart;
  guint drawn;

  gather (&talk);
  drawn = most > 0 ? MIN (most, rows->len) : rows->len;
  chart = make_chart (ex_reviews_get_cycle (team->reviews), talk.observed, _("Leader"), ex_team_mean_text);
  for (guint i = 0; i < drawn; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (team->reviews), row->leader);
      g_autofree char *key = ex_target_key (EX_TARGET_LEADER, leader->id, NULL);

      add_row (chart, &row->views, leader->name, ex_team_mean_text, key);
    }
  title = title_of (&talk);
  subtitle = subtitle_of (&talk, drawn);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, talk.veiled > 0 ? _("No ratings that you may see yet") : _("No ratings yet"));

  return chart;
}

/* --- one leader -------------------------------------------------------------------------------------------------------------- */

static char *
title_of_leader (const char *name,
                 guint       all,
                 guint       above,
                 guint       below)
{
  g_autofree char *of = ex_format_integer (all);
  g_autofree char *higher = ex_format_integer (above);
  g_autofree char *lower = ex_format_integer (below);

  if (all == 0)
    return NULL;
  if (above > 0)
    return g_strdup_printf (ngettext ("%s rates %s of %s objective higher than the manager does", "%s rates %s of %s objectives higher than the manager does", all),
                            name, higher, of);
  if (below > 0)
    return g_strdup_printf (ngettext ("%s rates %s of %s objective lower than the manager does", "%s rates %s of %s objectives lower than the manager does", all),
                            name, lower, of);

  return g_strdup_printf (ngettext ("%s and the manager rate %s objective the same", "%s and the manager rate all %s objectives the same", all), name, of);
}

static char *
subtitle_of_leader (const ExReviews *reviews,
                    int              viewer,
                    guint            leader)
{
  g_autofree char *points = ex_format_integer (ex_cycle_n_ratings (ex_reviews_get_cycle (reviews)));
  /* Translators: %s is the highest rating. */
  g_autofree char *what = g_strdup_printf (_("Ratings of objectives, on the scale from 1 to %s"), points);
  ExPhrases *phrases = ex_phrases_new (what);

  ex_phrases_take (phrases, g_strdup (ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name));
  if (ex_team_is_veiled (reviews, viewer, leader))
    ex_phrases_take (phrases, g_strdup (_("there are ratings that you may not see")));
  ex_phrases_take (phrases, g_strdup (_("as it stands now")));

  return ex_phrases_finish (phrases);
}

ExChart *
ex_leader_talk_walk_new (const ExReviews *reviews,
                         int              viewer,
                         guint            leader)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  const char *name = ex_company_get_leader (company, leader)->name;
  guint n, all = 0, above = 0, below = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);
  g_autofree ExViews *views = g_new (ExViews, n + 1);
  g_autofree char *title = NULL, *subtitle = NULL;
  gboolean observed = FALSE;
  ExChart *chart;

  for (guint i = 0; i < n; i++)
    {
      views[i] = ex_views_of (ex_team_rating (reviews, viewer, leader, own[i], EX_VIEW_SELF), ex_team_rating (reviews, viewer, leader, own[i], EX_VIEW_MANAGER),
                              ex_team_rating (reviews, viewer, leader, own[i], EX_VIEW_OBSERVERS));
      observed = observed || !isnan (views[i].value[EX_VIEW_OBSERVERS]);
      all += isnan (views[i].value[EX_VIEW_SELF] - views[i].value[EX_VIEW_MANAGER]) ? 0 : 1;
      above += views[i].value[EX_VIEW_SELF] > views[i].value[EX_VIEW_MANAGER] ? 1 : 0;
      below += views[i].value[EX_VIEW_SELF] < views[i].value[EX_VIEW_MANAGER] ? 1 : 0;
    }

  chart = make_chart (ex_reviews_get_cycle (reviews), observed, _("Objective"), ex_team_rating_text);
  for (guint i = 0; i < n; i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, own[i]);
      g_autofree char *key = ex_target_key (EX_TARGET_OBJECTIVE, objective->id, NULL);

      if (!isnan (views[i].value[0]) || !isnan (views[i].value[1]) || !isnan (views[i].value[2]))
        add_row (chart, &views[i], objective->title, ex_team_rating_text, key);
    }
  title = title_of_leader (name, all, above, below);
  subtitle = subtitle_of_leader (reviews, viewer, leader);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, ex_team_is_veiled (reviews, viewer, leader) ? _("No ratings that you may see yet") : _("No ratings yet"));

  return chart;
}
