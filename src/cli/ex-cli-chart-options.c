/* "chart": the options, and what they mean. */
#include "config.h"

#include "ex-cli-chart.h"

#include <glib/gi18n-lib.h>

void
ex_cli_chart_options_clear (ExCliChartOptions *self)
{
  char **texts[] = { &self->output, &self->size, &self->theme, &self->cycle, &self->period, &self->grain, &self->measure, &self->objective, &self->leader,
                     &self->unit,   &self->level, &self->driver, &self->stage, &self->by, &self->columns, &self->sort, &self->actor };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

gboolean
ex_cli_chart_options_parse (ExCliChartOptions *self, const ExCliUsage *usage, int argc, char **argv, char ***words, ExCliStatus *status)
{
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("the file to write; its ending says what: svg, png, pdf"), N_("OUT") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &self->size,
      N_("in pixels (points for PDF); 1200x700 unless set, charts of rows as high as these need"), N_("WIDTHxHEIGHT") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &self->theme, N_("light, dark, contrast, contrast-dark or print"), N_("THEME") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &self->cycle, N_("the latest unless set"), N_("NAME") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &self->period,
      N_("of customers, instead of a cycle: 2026-09, 2026-Q3, 2026, 2025-10..2026-09; of leaders and objectives: as they stood at its end"), N_("PERIOD") },
    { "grain", 0, 0, G_OPTION_ARG_FILENAME, &self->grain, N_("of growth: month, quarter, year"), N_("GRAIN") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &self->measure, N_("customers or value; of distribution: scores or ratings"), N_("MEASURE") },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME, &self->objective, N_("whose line is drawn; of cascade: with what hangs on it"), N_("ID") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &self->leader, N_("this leader; of heatmap, coverage, distribution, cascade: and everybody below"), N_("ID") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME, &self->unit, N_("only leaders of this unit; empty: without one"), N_("UNIT") },
    { "level", 0, 0, G_OPTION_ARG_FILENAME, &self->level, N_("only leaders of this level, 1 at the top"), N_("N") },
    { "driver", 0, 0, G_OPTION_ARG_FILENAME, &self->driver, N_("only objectives that name it: acquire, retain, expand, win back"), N_("DRIVER") },
    { "stage", 0, 0, G_OPTION_ARG_FILENAME, &self->stage, N_("only objectives of this stage of the journey; empty: without one"), N_("STAGE") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &self->by, N_("what a row is: leader, unit or level; of distribution leader: everybody in one"), N_("WHAT") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &self->columns, N_("of heatmap: driver or stage"), N_("WHAT") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &self->sort, N_("of heatmap: tree, name or size"), N_("ORDER") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &self->actor, N_("who is looking, and may see what; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  return ex_cli_parse (usage, entries, argc, argv, words, status);
}

const char *
ex_cli_chart_options_find_idle (const ExCliChartOptions *self, guint taken)
{
  const struct { guint bits; const char *given; const char *option; } given[] = {
    { EX_CLI_CHART_CYCLE, self->cycle, "--cycle" },
    { EX_CLI_CHART_PERIOD | EX_CLI_CHART_AS_OF, self->period, "--period" },
    { EX_CLI_CHART_MEASURE | EX_CLI_CHART_OF, self->measure, "--measure" },
    { EX_CLI_CHART_GRAIN, self->grain, "--grain" },
    { EX_CLI_CHART_OBJECTIVE, self->objective, "--objective" },
    { EX_CLI_CHART_LEADER, self->leader, "--leader" },
    { EX_CLI_CHART_SCOPE, self->unit, "--unit" },
    { EX_CLI_CHART_SCOPE, self->level, "--level" },
    { EX_CLI_CHART_SCOPE, self->stage, "--stage" },
    { EX_CLI_CHART_DRIVER, self->driver, "--driver" },
    { EX_CLI_CHART_BY, self->by, "--by" },
    { EX_CLI_CHART_GRID, self->columns, "--columns" },
    { EX_CLI_CHART_GRID, self->sort, "--sort" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].given != NULL && (taken & given[i].bits) == 0)
      return given[i].option;

  return NULL;
}

/* --- words to values ---------------------------------------------------------------------------------------------------------- */

/* @words: NULL-terminated, in the order of the values from 0. FALSE: @text is none of them. */
static gboolean
choose (const char *text, const char *const *words, int *chosen)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *chosen = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
fill_measure (const ExCliChartOptions *self, const ExCliUsage *usage, guint taken, ExCliChartWish *wish, ExCliStatus *status)
{
  static const char *const measures[] = { "customers", "value", NULL }, *const ratings[] = { "scores", "ratings", NULL };
  gboolean of = (taken & EX_CLI_CHART_OF) != 0;
  int chosen = 0;

  if (self->measure != NULL && !choose (self->measure, of ? ratings : measures, &chosen))
    {
      *status = ex_cli_misused (usage, of ? _("“%s” is no measure of leaders; scores or ratings would be right.")
                                          : _("“%s” is no measure; customers or value would be right."), self->measure);
      return FALSE;
    }
  wish->measure = chosen == 1 && !of ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;
  wish->of = chosen == 1 && of ? EX_SPREAD_RATINGS : EX_SPREAD_SCORES;

  return TRUE;
}

static gboolean
fill_period (const ExCliChartOptions *self, const ExCliUsage *usage, guint taken, ExCliChartWish *wish, ExCliStatus *status)
{
  if (self->grain != NULL && !ex_grain_parse (self->grain, &wish->show.grain))
    *status = ex_cli_misused (usage, _("“%s” is no grain; month, quarter or year would be right."), self->grain);
  else if (self->period != NULL && !ex_cli_show_parse_period (&wish->show, self->period))
    *status = ex_cli_misused (usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026, or 2025-10..2026-09 would be right."), self->period);
  else if (self->period != NULL && self->cycle != NULL && (taken & EX_CLI_CHART_AS_OF) == 0)
    *status = ex_cli_misused (usage, _("--period and --cycle do not go together."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
fill_scope (const ExCliChartOptions *self, const ExCliUsage *usage, ExCliChartWish *wish, ExCliStatus *status)
{
  guint64 level = 0;
  ExDriver driver;

  wish->driver = EX_ANY_DRIVER;
  if (self->driver != NULL && !ex_driver_parse (self->driver, &driver))
    {
      *status = ex_cli_misused (usage, _("“%s” is no driver; acquire, retain, expand or “win back” would be right."), self->driver);
      return FALSE;
    }
  if (self->level != NULL && !g_ascii_string_to_unsigned (self->level, 10, 1, 10000, &level, NULL))
    {
      *status = ex_cli_misused (usage, _("“%s” is no level; a whole number from 1, the top, would be right."), self->level);
      return FALSE;
    }
  wish->driver = self->driver != NULL ? (int) driver : EX_ANY_DRIVER;
  wish->level = (guint) level;
  wish->unit = self->unit != NULL ? ex_cli_to_utf8 (self->unit) : NULL;
  wish->stage = self->stage != NULL ? ex_cli_to_utf8 (self->stage) : NULL;

  return TRUE;
}

static gboolean
fill_grid (const ExCliChartOptions *self, const ExCliUsage *usage, ExCliChartWish *wish, ExCliStatus *status)
{
  static const char *const rows[] = { "leader", "unit", "level", NULL }, *const columns[] = { "driver", "stage", NULL };
  static const char *const orders[] = { "tree", "name", "size", NULL };
  int by = EX_GRID_BY_LEADER, column = EX_GRID_BY_DRIVER, order = EX_HEATMAP_BY_TREE;

  if (self->by != NULL && !choose (self->by, rows, &by))
    *status = ex_cli_misused (usage, _("“%s” is nothing to show by; leader, unit or level would be right."), self->by);
  else if (self->columns != NULL && !choose (self->columns, columns, &column))
    *status = ex_cli_misused (usage, _("“%s” are no columns; driver or stage would be right."), self->columns);
  else if (self->sort != NULL && !choose (self->sort, orders, &order))
    *status = ex_cli_misused (usage, _("“%s” is no order; tree, name or size would be right."), self->sort);
  else
    {
      wish->has_by = self->by != NULL;
      wish->by = (ExGridRows) by;
      wish->columns = (ExGridColumns) column;
      wish->order = (ExHeatmapOrder) order;
      return TRUE;
    }

  return FALSE;
}

gboolean
ex_cli_chart_options_fill (const ExCliChartOptions *self, const ExCliUsage *usage, guint taken, ExCliChartWish *wish, ExCliStatus *status)
{
  *wish = (ExCliChartWish) { .objective = self->objective, .leader = self->leader };
  if (!fill_measure (self, usage, taken, wish, status) || !fill_period (self, usage, taken, wish, status)
      || !fill_scope (self, usage, wish, status) || !fill_grid (self, usage, wish, status))
    return FALSE;

  wish->show.cycle = self->cycle != NULL ? ex_cli_to_utf8 (self->cycle) : NULL;
  wish->show.overview = self->period == NULL;

  return TRUE;
}

void
ex_cli_chart_wish_clear (ExCliChartWish *wish)
{
  g_clear_pointer (&wish->unit, g_free);
  g_clear_pointer (&wish->stage, g_free);
  g_clear_pointer (&wish->show.cycle, g_free);
}
