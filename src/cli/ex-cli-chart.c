#include "config.h"

#include "ex-cli-chart.h"

#include "company/ex-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_WIDTH  1200
#define DEFAULT_HEIGHT 700
#define LEAST_SIDE     100
#define MOST_SIDE      10000
#define LEAST_ROWS     300 /* of the default height of a chart of few rows */

static const ExCliUsage usage = {
  "chart",
  "FILE waterfall|growth|lost-reasons|heatmap|talk-walk|coverage|distribution|objective|small-multiples|cascade|reward-curve"
  " --output OUT.svg|png|pdf [OPTION…]",
  N_("Draws a chart to a file."),
  N_("waterfall: what became of the customers over the cycle, or a --period; a --driver lets the movements step back that it is not about.\n\n"
     "growth: gained, lost and what is left of it, period by period; of a --cycle alone, or of a coarser --grain.\n\n"
     "lost-reasons: why customers left over the cycle, or a --period.\n\n"
     "heatmap: scores of leaders --by leader, unit or level; --columns driver or stage; --sort tree, name or size.\n\n"
     "talk-walk: what leaders say of themselves against what managers and observers say, widest gap first; of one --leader, by objective.\n\n"
     "coverage: level by level from the top, how many reviews are agreed and signed, how many objectives measured and linked.\n\n"
     "distribution: a dot a leader, of scores or ratings (--measure), --by level (unless set), unit, or leader: everybody in one.\n\n"
     "objective: the line of one --objective, or of a --leader that has only one.\n\n"
     "small-multiples: the lines of all objectives of a --leader.\n\n"
     "cascade: objectives under those that they serve; of one --objective, what hangs on it.\n\n"
     "reward-curve: what growth of the customer asset pays, with today’s on it.\n\n"
     "--unit, --level, --driver, --stage and --leader narrow heatmap, talk-walk, coverage, distribution and cascade; --period shows scores, lines and "
     "statuses as they stood on its last day.\n\n"
     "Without --size a chart of rows (heatmap, talk-walk, coverage, distribution, small-multiples) is as high as its rows need, up to 10000."),
  2,
  2,
};

/* Leaders and objectives, as they are narrowed. */
#define SCOPED (EX_CLI_CHART_CYCLE | EX_CLI_CHART_SCOPE | EX_CLI_CHART_DRIVER | EX_CLI_CHART_LEADER)

static const struct
{
  const char    *name;
  ExCliChartFunc make;
  guint          taken;
} charts[] = {
  { "waterfall", ex_cli_chart_waterfall, EX_CLI_CHART_CYCLE | EX_CLI_CHART_PERIOD | EX_CLI_CHART_MEASURE | EX_CLI_CHART_DRIVER },
  { "growth", ex_cli_chart_growth, EX_CLI_CHART_CYCLE | EX_CLI_CHART_MEASURE | EX_CLI_CHART_GRAIN },
  { "lost-reasons", ex_cli_chart_lost_reasons, EX_CLI_CHART_CYCLE | EX_CLI_CHART_PERIOD | EX_CLI_CHART_MEASURE },
  { "heatmap", ex_cli_chart_heatmap, SCOPED | EX_CLI_CHART_AS_OF | EX_CLI_CHART_BY | EX_CLI_CHART_GRID },
  { "talk-walk", ex_cli_chart_talk_walk, SCOPED },
  { "coverage", ex_cli_chart_coverage, SCOPED },
  { "distribution", ex_cli_chart_distribution, SCOPED | EX_CLI_CHART_AS_OF | EX_CLI_CHART_BY | EX_CLI_CHART_OF },
  { "objective", ex_cli_chart_objective, EX_CLI_CHART_CYCLE | EX_CLI_CHART_AS_OF | EX_CLI_CHART_OBJECTIVE | EX_CLI_CHART_LEADER },
  { "small-multiples", ex_cli_chart_small_multiples, EX_CLI_CHART_CYCLE | EX_CLI_CHART_AS_OF | EX_CLI_CHART_LEADER },
  { "cascade", ex_cli_chart_cascade, SCOPED | EX_CLI_CHART_AS_OF | EX_CLI_CHART_OBJECTIVE },
  { "reward-curve", ex_cli_chart_reward_curve, EX_CLI_CHART_CYCLE },
};

typedef struct
{
  ExFormat format;
  ExTheme  theme;
  double   width;
  double   height; /* 0: as the chart needs */
} Sheet;

static gboolean
parse_size (const char *text, Sheet *sheet)
{
  guint64 width, height;
  g_auto (GStrv) sides = NULL;

  sheet->width = DEFAULT_WIDTH;
  sheet->height = 0;
  if (text == NULL)
    return TRUE;

  sides = g_strsplit (text, "x", 3);
  if (g_strv_length (sides) != 2 || !g_ascii_string_to_unsigned (sides[0], 10, LEAST_SIDE, MOST_SIDE, &width, NULL)
      || !g_ascii_string_to_unsigned (sides[1], 10, LEAST_SIDE, MOST_SIDE, &height, NULL))
    return FALSE;
  sheet->width = (double) width;
  sheet->height = (double) height;

  return TRUE;
}

static gboolean
parse_sheet (const ExCliChartOptions *options, Sheet *sheet, ExCliStatus *status)
{
  *sheet = (Sheet) { .theme = EX_THEME_LIGHT };

  if (options->output == NULL)
    *status = ex_cli_misused (&usage, _("say where it goes: --output OUT.svg, OUT.png or OUT.pdf."));
  else if (!ex_format_parse (options->output, &sheet->format))
    *status = ex_cli_misused (&usage, _("--output %s: a name that ends in .svg, .png or .pdf would be right."), options->output);
  else if (options->theme != NULL && !ex_theme_parse (options->theme, &sheet->theme))
    *status = ex_cli_misused (&usage, _("“%s” is no theme; light, dark, contrast, contrast-dark or print would be right."), options->theme);
  else if (!parse_size (options->size, sheet))
    *status = ex_cli_misused (&usage, _("“%s” is no size; one such as 1200x700, from 100 to 10000, would be right."), options->size);
  else
    return TRUE;

  return FALSE;
}

/* What one of the charts has no use for, or cannot do without. */
static gboolean
check_taken (const ExCliChartOptions *options, guint chart, ExCliStatus *status)
{
  const char *idle = ex_cli_chart_options_find_idle (options, charts[chart].taken);
  const char *of_all = options->unit != NULL ? "--unit" : options->level != NULL ? "--level" : options->driver != NULL ? "--driver" : options->stage != NULL ? "--stage" : NULL;

  if (idle != NULL)
    *status = ex_cli_misused (&usage, _("%s says nothing about %s."), idle, charts[chart].name);
  else if (charts[chart].make == ex_cli_chart_objective && options->objective == NULL && options->leader == NULL)
    *status = ex_cli_misused (&usage, _("say which objective: --objective ID."));
  else if (charts[chart].make == ex_cli_chart_small_multiples && options->leader == NULL)
    *status = ex_cli_misused (&usage, _("say whose objectives: --leader ID."));
  else if (charts[chart].make == ex_cli_chart_talk_walk && options->leader != NULL && of_all != NULL)
    *status = ex_cli_misused (&usage, _("%s says nothing about talk-walk of one leader."), of_all);
  else if (options->measure != NULL && options->period != NULL && g_ascii_strcasecmp (options->measure, "ratings") == 0)
    *status = ex_cli_misused (&usage, _("--period says nothing about ratings: they stand as of now."));
  else
    return TRUE;

  return FALSE;
}

/* Rows need what they need; areas and lines may have more. */
static double
height_of (ExChart *chart, guint which, const Sheet *sheet)
{
  double natural = sheet->height > 0 ? 0 : ex_chart_natural_height (chart, sheet->width, TRUE);
  gboolean rows = natural > 0 && (charts[which].taken & EX_CLI_CHART_DRIVER) != 0 && charts[which].make != ex_cli_chart_cascade;

  if (sheet->height > 0)
    return sheet->height;

  return CLAMP (natural, rows ? LEAST_ROWS : DEFAULT_HEIGHT, MOST_SIDE);
}

static ExCliStatus
draw (guint which, const char *path, const ExCliChartOptions *options, const ExCliChartWish *wish, const Sheet *sheet)
{
  g_autoptr (ExStore) store = ex_cli_open (path, options->actor);
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;

  chart = charts[which].make (store, wish);
  if (chart == NULL)
    return EX_CLI_REFUSED;
  ex_chart_set_rtl (chart, ex_report_reads_from_right ());
  if (!ex_chart_save (chart, options->output, sheet->format, sheet->width, height_of (chart, which, sheet), sheet->theme, &error))
    return ex_cli_refuse ("%s", error->message);

  return EX_CLI_DONE;
}

static ExCliStatus
run_chart (guint chart, const char *path, const ExCliChartOptions *options)
{
  g_auto (ExCliChartWish) wish = { 0 };
  ExCliStatus status;
  Sheet sheet;

  if (!parse_sheet (options, &sheet, &status) || !check_taken (options, chart, &status)
      || !ex_cli_chart_options_fill (options, &usage, charts[chart].taken, &wish, &status)
      || ex_cli_would_overwrite (&usage, options->output, path, &status))
    return status;

  return draw (chart, path, options, &wish, &sheet);
}

static ExCliStatus
run (int argc, char **argv)
{
  const char *names[G_N_ELEMENTS (charts) + 1] = { NULL };
  g_auto (ExCliChartOptions) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliStatus status;

  if (!ex_cli_chart_options_parse (&options, &usage, argc, argv, &words, &status))
    return status;

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      names[i] = charts[i].name;
      if (g_str_equal (words[1], charts[i].name))
        return run_chart (i, words[0], &options);
    }

  return ex_cli_unknown (&usage, _("chart"), words[1], names);
}

const ExCliCommand ex_cli_chart_command = { &usage, run };
