/* The charts of leaders and their objectives. */
#include "config.h"

#include "ex-cli-chart.h"

#include "core/ex-format.h"
#include "ex-cli-meant.h"
#include "ex-cli-nearest.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a chart is made from. */
typedef struct
{
  ExReviews *reviews;
  ExScope   *scope;
  ExTeam     team;
  int        leader;  /* that was named; -1: none */
} Room;

static void
room_clear (Room *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->scope, ex_scope_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Room, room_clear)

/* --- the day ------------------------------------------------------------------------------------------------------------------ */

/* The last day of the period, or today while it is not over. EX_DAY_NONE: it was said that it lies outside the cycle. */
static ExDay
day_of_period (const ExCliShow *show, const ExCycle *cycle)
{
  ExPeriod last = show->has_period ? show->period : show->period_to;
  ExDay today = ex_day_today ();
  g_autofree char *name = ex_period_to_label (last, TRUE);

  if (ex_period_last_day (last) < cycle->first || ex_period_first_day (last) > cycle->last)
    {
      g_autofree char *from = ex_format_day (cycle->first);
      g_autofree char *to = ex_format_day (cycle->last);

      ex_cli_refuse (_("%s does not lie in the cycle “%s”, which runs from %s to %s."), name, cycle->name, from, to);
      return EX_DAY_NONE;
    }

  return MIN (ex_period_last_day (last), today);
}

static ExCompany *
read_as_of (ExStore *store, const ExCliShow *show, const ExCycle *cycle)
{
  g_autoptr (GError) error = NULL;
  ExDay day = day_of_period (show, cycle);
  ExCompany *company = day != EX_DAY_NONE ? ex_store_read_company_as_of (store, cycle->name, day, &error) : NULL;

  if (error != NULL)
    ex_cli_refuse ("%s", error->message);

  return company;
}

ExCompany *
ex_cli_chart_read_company (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);

  if (company == NULL)
    return NULL;
  if (ex_company_get_cycle (company) == NULL)
    {
      ex_cli_refuse (_("There is no cycle yet: “exemplarctl cycle FILE new NAME --from DATE --to DATE” opens one."));
      return NULL;
    }

  return show->has_period || show->has_range ? read_as_of (store, show, ex_company_get_cycle (company)) : g_steal_pointer (&company);
}

static ExReviews *
read_reviews (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_chart_read_company (store, show);
  g_autoptr (GError) error = NULL;
  ExReviews *reviews = company != NULL ? ex_store_read_reviews (store, company, &error) : NULL;

  if (error != NULL)
    ex_cli_refuse ("%s", error->message);

  return reviews;
}

/* --- the scope ---------------------------------------------------------------------------------------------------------------- */

/* FALSE: it was said that nobody has a unit (or stage) of this name. */
static gboolean
check_name (char **names, const char *wanted, gboolean unit)
{
  const char *nearest;

  if (wanted == NULL || g_strv_contains ((const char *const *) names, wanted))
    return TRUE;

  ex_cli_refuse (unit ? _("No leader in the cycle has the unit “%s”.") : _("No objective in the cycle has the stage “%s”."), wanted);
  nearest = ex_cli_nearest (wanted, (const char *const *) names);
  if (nearest != NULL)
    ex_cli_tell (_("Did you mean “%s”?"), nearest);

  return FALSE;
}

static gboolean
check_scope (const Room *self)
{
  g_auto (GStrv) units = ex_scope_list_units (self->reviews);
  g_auto (GStrv) stages = ex_scope_list_stages (self->reviews);
  guint n = ex_reviews_n_levels (self->reviews);

  if (!check_name (units, self->scope->unit, TRUE) || !check_name (stages, self->scope->stage, FALSE))
    return FALSE;
  if (self->scope->level <= n)
    return TRUE;

  ex_cli_refuse (ngettext ("There is no level %u: the cycle has %u.", "There is no level %u: the cycle has %u levels.", n), self->scope->level, n);

  return FALSE;
}

static gboolean
find_leader (Room *self, const char *typed)
{
  const ExCompany *company = ex_reviews_get_company (self->reviews);
  g_autofree char *id = typed != NULL ? ex_cli_to_utf8 (typed) : NULL;

  self->leader = id != NULL ? ex_company_find_leader (company, id) : -1;
  if (id == NULL || self->leader >= 0)
    return TRUE;

  ex_cli_refuse (_("There is no leader “%s”."), id);
  ex_cli_tell_leader_meant_of (company, id);

  return FALSE;
}

/* FALSE: it was said why not. */
static gboolean
enter (Room *self, ExStore *store, const ExCliChartWish *wish)
{
  self->reviews = read_reviews (store, &wish->show);
  if (self->reviews == NULL || !find_leader (self, wish->leader))
    return FALSE;

  self->scope = ex_scope_new ();
  self->scope->unit = g_strdup (wish->unit);
  self->scope->stage = g_strdup (wish->stage);
  self->scope->level = wish->level;
  self->scope->driver = wish->driver;
  if (self->leader >= 0)
    self->scope->under = g_strdup (ex_company_get_leader (ex_reviews_get_company (self->reviews), (guint) self->leader)->id);
  self->team = (ExTeam) { self->reviews, self->scope, ex_cli_show_viewer (store, ex_reviews_get_company (self->reviews)) };

  return check_scope (self);
}

/* --- the charts --------------------------------------------------------------------------------------------------------------- */

ExChart *
ex_cli_chart_heatmap (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };
  ExChart *chart;

  if (!enter (&room, store, wish))
    return NULL;
  chart = ex_team_heatmap_new (&room.team, wish->by, wish->columns, 0);
  ex_heatmap_chart_set_order (EX_HEATMAP_CHART (chart), wish->order, -1);
  ex_chart_end_motion (chart);

  return chart;
}

ExChart *
ex_cli_chart_talk_walk (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };

  if (!enter (&room, store, wish))
    return NULL;
  if (room.leader >= 0)
    return ex_leader_talk_walk_new (room.reviews, room.team.viewer, (guint) room.leader);

  return ex_team_talk_walk_new (&room.team, 0);
}

ExChart *
ex_cli_chart_coverage (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };

  return enter (&room, store, wish) ? ex_team_coverage_new (&room.team) : NULL;
}

ExChart *
ex_cli_chart_distribution (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };
  ExSpreadBy by = !wish->has_by || wish->by == EX_GRID_BY_LEVEL ? EX_SPREAD_BY_LEVEL : wish->by == EX_GRID_BY_UNIT ? EX_SPREAD_BY_UNIT : EX_SPREAD_TOGETHER;

  return enter (&room, store, wish) ? ex_team_spread_new (&room.team, wish->of, by) : NULL;
}

ExChart *
ex_cli_chart_cascade (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };
  g_autofree char *focus = wish->objective != NULL ? ex_cli_to_utf8 (wish->objective) : NULL;
  int objective;

  if (!enter (&room, store, wish))
    return NULL;

  objective = ex_company_find_objective (ex_reviews_get_company (room.reviews), focus);
  if (focus != NULL && objective < 0)
    {
      ex_cli_refuse (_("There is no objective “%s” in the cycle."), focus);
      return NULL;
    }

  return ex_team_cascade_new (&room.team, focus);
}

ExChart *
ex_cli_chart_small_multiples (ExStore *store, const ExCliChartWish *wish)
{
  g_auto (Room) room = { 0 };
  g_autoptr (GHashTable) points = NULL;
  g_autoptr (GError) error = NULL;
  const ExCompany *company;
  gboolean past = wish->show.has_period || wish->show.has_range;

  if (!enter (&room, store, wish))
    return NULL;

  company = ex_reviews_get_company (room.reviews);
  points = ex_store_read_leader_points (store, company, (guint) room.leader, past ? ex_company_get_today (company) : EX_DAY_NONE, &error);
  if (points == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      return NULL;
    }

  return ex_leader_multiples_new (room.reviews, (guint) room.leader, points);
}
