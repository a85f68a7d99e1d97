/* How quickly the charts of the whole team are put together from what was read: bench-team FILE. A line each, TAB between: what, our milliseconds. */
#include "config.h"

#include "company/ex-team-chart.h"
#include "store/ex-store-reviews.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 5
#define MOST   40 /* rows of a chart, as a page asks for */

typedef ExChart *(* MakeChart) (const ExTeam *team);

static ExChart *
make_heatmap (const ExTeam *team)
{
  return ex_team_heatmap_new (team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, MOST);
}

static ExChart *
make_units (const ExTeam *team)
{
  return ex_team_heatmap_new (team, EX_GRID_BY_UNIT, EX_GRID_BY_STAGE, 0);
}

static ExChart *
make_talk_walk (const ExTeam *team)
{
  return ex_team_talk_walk_new (team, MOST);
}

static ExChart *
make_spread (const ExTeam *team)
{
  return ex_team_spread_new (team, EX_SPREAD_SCORES, EX_SPREAD_BY_UNIT);
}

static ExChart *
make_cascade (const ExTeam *team)
{
  return ex_team_cascade_new (team, NULL);
}

/* The least of several rounds, each chart made once in each. */
static double
time_all (const ExTeam    *team,
          const MakeChart *makers,
          guint            n)
{
  double least = G_MAXDOUBLE;

  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func (g_object_unref);
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (charts, makers[i] (team));
      least = MIN (least, (double) (g_get_monotonic_time () - start) / 1000);
    }

  return least;
}

static void
fail_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; MakeChart makers[6]; guint n; } cases[] = {
    { "put together the charts of 10,000 leaders", { make_heatmap, make_units, make_talk_walk, ex_team_coverage_new, make_spread, make_cascade }, 6 },
    { "a heatmap of them", { make_heatmap }, 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autoptr (ExStore) store = NULL;
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExReviews) reviews = NULL;
  ExTeam team;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;
  store = ex_store_open (argv[1], &error);
  fail_on (error);
  company = ex_store_read_company (store, NULL, ex_day_today (), &error);
  fail_on (error);
  reviews = ex_store_read_reviews (store, company, &error);
  fail_on (error);

  team = (ExTeam) { reviews, scope, EX_NOBODY };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    printf ("%s\t%.3f\n", cases[i].name, time_all (&team, cases[i].makers, cases[i].n));

  return 0;
}
