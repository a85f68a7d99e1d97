#include "config.h"

#include "ex-cli-chart.h"

#include "company/ex-objective-chart.h"
#include "ex-cli-explain.h"

#include <glib/gi18n-lib.h>

/* -1: it was said why there is not the one. */
static int
find_objective (const ExCompany *company, const ExCliChartWish *wish)
{
  g_autofree char *id = ex_cli_to_utf8 (wish->objective != NULL ? wish->objective : wish->leader);
  const guint *own;
  int found;
  guint n;

  if (wish->objective != NULL)
    {
      found = ex_company_find_objective (company, id);
      if (found < 0)
        ex_cli_refuse (_("There is no objective “%s” in the cycle."), id);
      return found;
    }

  found = ex_company_find_leader (company, id);
  if (found < 0)
    {
      ex_cli_refuse (_("There is no leader “%s”."), id);
      return -1;
    }
  own = ex_company_leader_objectives (company, (guint) found, &n);
  if (n == 1)
    return (int) own[0];

  ex_cli_refuse (n == 0 ? _("“%s” has no objective in the cycle.") : _("“%s” has several objectives; name one with --objective:"), id);
  for (guint i = 0; i < n; i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, own[i]);

      ex_cli_tell ("  %s  %s", objective->id, objective->title);
    }

  return -1;
}

static void
leave_out_after (GArray *points, ExDay day)
{
  while (points->len > 0 && g_array_index (points, ExPoint, points->len - 1).day > day)
    g_array_set_size (points, points->len - 1);
}

ExChart *
ex_cli_chart_objective (ExStore *store, const ExCliChartWish *wish)
{
  g_autoptr (ExCompany) company = ex_cli_chart_read_company (store, &wish->show);
  g_autoptr (GArray) points = NULL;
  const ExObjective *objective;
  const ExCycle *cycle;
  const ExPoint *data;
  ExReading reading;
  ExForecast forecast;
  int index = company != NULL ? find_objective (company, wish) : -1;

  if (index < 0)
    return NULL;
  objective = ex_company_get_objective (company, (guint) index);
  points = ex_cli_read_points (store, objective->id);
  if (points == NULL)
    return NULL;

  if (wish->show.has_period || wish->show.has_range)
    leave_out_after (points, ex_company_get_today (company));
  cycle = ex_company_get_cycle (company);
  data = (const ExPoint *) (gpointer) points->data;
  reading = ex_objective_read (objective, cycle, data, points->len, ex_company_get_today (company), NULL);
  forecast = ex_forecast (objective, cycle, data, points->len, NULL);

  return ex_objective_chart_new (objective, cycle, data, points->len, &reading, &forecast);
}
