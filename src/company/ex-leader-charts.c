/* All of one leader's objectives on one sheet, each with its line. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-multiples-chart.h"
#include "core/ex-forecast.h"
#include "core/ex-format.h"
#include "ex-objective-chart.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

/* The panel is called as the objective is; how it stands is under that. */
static ExChart *
make_panel (const ExCompany *company,
            guint            index,
            const GArray    *points)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExCycle *cycle = ex_company_get_cycle (company);
  const ExPoint *data = points != NULL ? (const ExPoint *) (gconstpointer) points->data : NULL;
  gsize n = points != NULL ? points->len : 0;
  ExForecast forecast = ex_forecast (objective, cycle, data, n, NULL);
  ExChart *panel = ex_objective_chart_new (objective, cycle, data, n, ex_company_get_reading (company, index), &forecast);
  g_autofree char *finding = g_strdup (ex_chart_get_title (panel));

  ex_chart_set_title (panel, objective->title, finding);

  return panel;
}

static char *
title_of (const ExCompany *company,
          guint            leader)
{
  const ExStanding *standing = ex_company_get_standing (company, leader);
  g_autofree char *on_track = ex_format_integer (standing->status[EX_STATUS_ON_TRACK]);
  g_autofree char *objectives = ex_format_integer (standing->objectives);

  if (standing->objectives == 0)
    return NULL;

  /* Translators: a name, then two numbers. */
  return g_strdup_printf (ngettext ("%s: %s of %s objective on track", "%s: %s of %s objectives on track", standing->objectives),
                          ex_company_get_leader (company, leader)->name, on_track, objectives);
}

static char *
subtitle_of (const ExReviews *reviews,
             guint            leader)
{
  const ExStanding *standing = ex_company_get_standing (ex_reviews_get_company (reviews), leader);
  ExPhrases *phrases = ex_phrases_new (_("Every objective against what is expected of it, each in its own unit"));
  g_autofree char *measured = ex_format_integer (standing->measured);
  g_autofree char *objectives = ex_format_integer (standing->objectives);

  if (standing->objectives > 0)
    /* Translators: "3 of 4 measured" */
    ex_phrases_take (phrases, g_strdup_printf (_("%s of %s measured"), measured, objectives));
  ex_phrases_add_day (phrases, reviews);

  return ex_phrases_finish (phrases);
}

/* A panel leads to its objective, wherever one clicks; the check-ins are a level further down. */
static void
forget_keys (ExChart *panel)
{
  for (guint i = 0; i < ex_chart_n_marks (panel); i++)
    ex_chart_set_mark_key (panel, i, NULL);
}

ExChart *
ex_leader_multiples_new (const ExReviews *reviews,
                         guint            leader,
                         GHashTable      *points)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  ExChart *chart = ex_multiples_chart_new ();
  g_autofree char *title = title_of (company, leader);
  g_autofree char *subtitle = subtitle_of (reviews, leader);
  guint n;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const GArray *list = points != NULL ? g_hash_table_lookup (points, GUINT_TO_POINTER (own[i])) : NULL;
      g_autoptr (ExChart) panel = make_panel (company, own[i], list);
      g_autofree char *key = ex_target_key (EX_TARGET_OBJECTIVE, ex_company_get_objective (company, own[i])->id, NULL);

      forget_keys (panel);
      ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, key);
    }
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, _("No objectives in this cycle yet"));

  return chart;
}
