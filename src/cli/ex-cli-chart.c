#include "config.h"

#include "ex-cli-chart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *output;
  char *size;
  char *theme;
  char *cycle;
  char *period;
  char *grain;
  char *measure;
  char *objective;
  char *leader;
  char *actor;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->size);
  g_free (self->theme);
  g_free (self->cycle);
  g_free (self->period);
  g_free (self->grain);
  g_free (self->measure);
  g_free (self->objective);
  g_free (self->leader);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "chart",
  "FILE waterfall|growth|lost-reasons|reward-curve|objective --output OUT.svg|png|pdf [OPTION…]",
  N_("Draws a chart to a file."),
  N_("waterfall: what became of the customers over the cycle, or a --period.\n\n"
     "growth: gained, lost and what is left of it, period by period; of a --cycle alone, or of a coarser --grain.\n\n"
     "lost-reasons: why customers left over the cycle, or a --period.\n\n"
     "reward-curve: what growth of the customer asset pays, with today’s on it.\n\n"
     "objective: the line of one --objective, or of a --leader that has only one."),
  2,
  2,
};

typedef struct
{
  ExFormat       format;
  ExTheme        theme;
  double         width;
  double         height;
  ExCliChartWish chart;
} Wish;

enum { CYCLE = 1, PERIOD = 2, MEASURE = 4, GRAIN = 8, NAMED = 16 };

static const struct
{
  const char    *name;
  ExCliChartFunc make;
  guint          options;
} charts[] = {
  { "waterfall", ex_cli_chart_waterfall, CYCLE | PERIOD | MEASURE },
  { "growth", ex_cli_chart_growth, CYCLE | MEASURE | GRAIN },
  { "lost-reasons", ex_cli_chart_lost_reasons, CYCLE | PERIOD | MEASURE },
  { "reward-curve", ex_cli_chart_reward_curve, CYCLE },
  { "objective", ex_cli_chart_objective, CYCLE | NAMED },
};

static gboolean
parse_size (const char *text, Wish *wish)
{
  guint64 width, height;
  g_auto (GStrv) sides = NULL;

  wish->width = 1200;
  wish->height = 700;
  if (text == NULL)
    return TRUE;

  sides = g_strsplit (text, "x", 3);
  if (g_strv_length (sides) != 2 || !g_ascii_string_to_unsigned (sides[0], 10, 100, 10000, &width, NULL)
      || !g_ascii_string_to_unsigned (sides[1], 10, 100, 10000, &height, NULL))
    return FALSE;
  wish->width = (double) width;
  wish->height = (double) height;

  return TRUE;
}

static gboolean
parse_measure (const char *text, ExMeasure *measure)
{
  *measure = g_strcmp0 (text, "value") == 0 ? EX_MEASURE_VALUE : EX_MEASURE_CUSTOMERS;

  return text == NULL || g_str_equal (text, "value") || g_str_equal (text, "customers");
}

static gboolean
parse (const Options *self, Wish *wish, ExCliStatus *status)
{
  *wish = (Wish) { .theme = EX_THEME_LIGHT };

  if (self->output == NULL)
    *status = ex_cli_misused (&usage, _("say where it goes: --output OUT.svg, OUT.png or OUT.pdf."));
  else if (!ex_format_parse (self->output, &wish->format))
    *status = ex_cli_misused (&usage, _("--output %s: a name that ends in .svg, .png or .pdf would be right."), self->output);
  else if (self->theme != NULL && !ex_theme_parse (self->theme, &wish->theme))
    *status = ex_cli_misused (&usage, _("“%s” is no theme; light, dark, contrast or print would be right."), self->theme);
  else if (!parse_size (self->size, wish))
    *status = ex_cli_misused (&usage, _("“%s” is no size; one such as 1200x700, from 100 to 10000, would be right."), self->size);
  else if (!parse_measure (self->measure, &wish->chart.measure))
    *status = ex_cli_misused (&usage, _("“%s” is no measure; customers or value would be right."), self->measure);
  else if (self->grain != NULL && !ex_grain_parse (self->grain, &wish->chart.show.grain))
    *status = ex_cli_misused (&usage, _("“%s” is no grain; month, quarter or year would be right."), self->grain);
  else if (self->period != NULL && !ex_cli_show_parse_period (&wish->chart.show, self->period))
    *status = ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026, or 2025-10..2026-09 would be right."), self->period);
  else if (self->period != NULL && self->cycle != NULL)
    *status = ex_cli_misused (&usage, _("--period and --cycle do not go together."));
  else
    return TRUE;

  return FALSE;
}

static ExCliStatus
draw (ExCliChartFunc make, const char *path, const Options *options, const Wish *wish)
{
  g_autoptr (ExStore) store = ex_cli_open (path, options->actor);
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;

  chart = make (store, &wish->chart);
  if (chart == NULL)
    return EX_CLI_REFUSED;
  if (!ex_chart_save (chart, options->output, wish->format, wish->width, wish->height, wish->theme, &error))
    return ex_cli_refuse ("%s", error->message);

  return EX_CLI_DONE;
}

/* What one of the charts has no use for. */
static gboolean
check_taken (const Options *options, guint chart, ExCliStatus *status)
{
  const struct { guint bit; gboolean given; const char *option; } given[] = {
    { CYCLE, options->cycle != NULL, "--cycle" },       { PERIOD, options->period != NULL, "--period" },
    { MEASURE, options->measure != NULL, "--measure" }, { GRAIN, options->grain != NULL, "--grain" },
    { NAMED, options->objective != NULL, "--objective" }, { NAMED, options->leader != NULL, "--leader" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].given && (charts[chart].options & given[i].bit) == 0)
      {
        *status = ex_cli_misused (&usage, _("%s says nothing about %s."), given[i].option, charts[chart].name);
        return FALSE;
      }
  if ((charts[chart].options & NAMED) == 0 || options->objective != NULL || options->leader != NULL)
    return TRUE;

  *status = ex_cli_misused (&usage, _("say which objective: --objective ID."));

  return FALSE;
}

static ExCliStatus
run_chart (guint chart, const char *path, const Options *options)
{
  g_autofree char *cycle = options->cycle != NULL ? ex_cli_to_utf8 (options->cycle) : NULL;
  ExCliStatus status;
  Wish wish;

  if (!parse (options, &wish, &status) || !check_taken (options, chart, &status))
    return status;

  wish.chart.objective = options->objective;
  wish.chart.leader = options->leader;
  wish.chart.show.cycle = cycle;
  wish.chart.show.overview = options->period == NULL;

  return draw (charts[chart].make, path, options, &wish);
}

static ExCliStatus
run (int argc, char **argv)
{
  const char *names[G_N_ELEMENTS (charts) + 1] = { NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("the file to write; its ending says what: svg, png, pdf"), N_("OUT") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_("in pixels (points for PDF); 1200x700 unless set"), N_("WIDTHxHEIGHT") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_("light, dark, contrast or print"), N_("THEME") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options.cycle, N_("the latest unless set"), N_("NAME") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period, N_("instead of a cycle: 2026-09, 2026-Q3, 2026, 2025-10..2026-09"), N_("PERIOD") },
    { "grain", 0, 0, G_OPTION_ARG_FILENAME, &options.grain, N_("of growth: month, quarter, year"), N_("GRAIN") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &options.measure, N_("customers or value"), N_("MEASURE") },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME, &options.objective, N_("whose line is drawn"), N_("ID") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &options.leader, N_("whose only objective is drawn"), N_("ID") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is looking; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
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
