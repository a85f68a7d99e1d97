#include "config.h"

#include "company/ex-asset-chart.h"
#include "company/ex-objective-chart.h"
#include "ex-cli-explain.h"
#include "ex-cli-spans.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *output;
  char *size;
  char *theme;
  char *cycle;
  char *period;
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
  g_free (self->measure);
  g_free (self->objective);
  g_free (self->leader);
  g_free (self->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "chart",
  "FILE waterfall|objective --output OUT.svg|png|pdf [OPTION…]",
  N_("Draws a chart to a file."),
  N_("waterfall: what became of the customers over the cycle, or a --period. "
     "objective: the line of one --objective, or of a --leader that has only one."),
  2,
  2,
};

typedef struct
{
  ExFormat  format;
  ExTheme   theme;
  ExMeasure measure;
  double    width;
  double    height;
  ExCliShow show;
} Wish;

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
  else if (!parse_measure (self->measure, &wish->measure))
    *status = ex_cli_misused (&usage, _("“%s” is no measure; customers or value would be right."), self->measure);
  else if (self->period != NULL && !ex_period_parse (self->period, &wish->show.period))
    *status = ex_cli_misused (&usage, _("“%s” is no period; one such as 2026-09, 2026-Q3 or 2026 would be right."), self->period);
  else if (self->period != NULL && self->cycle != NULL)
    *status = ex_cli_misused (&usage, _("--period and --cycle do not go together."));
  else
    return TRUE;

  return FALSE;
}

/* NULL: it was said why not. */
static ExChart *
draw_waterfall (ExStore *store, const Wish *wish)
{
  g_autoptr (ExCliSpans) spans = ex_cli_spans_read (store, &wish->show);
  g_autofree char *label = NULL;
  const ExSpan *span;

  if (spans == NULL || spans->spans->len == 0)
    return NULL;

  span = g_ptr_array_index (spans->spans, 0);
  label = ex_cli_spans_label (spans, span);

  return ex_asset_chart_new (&span->movement, wish->measure, ex_store_get_info (store)->currency, label);
}

/* -1: it was said why there is not the one. */
static int
find_objective (const ExCompany *company, const Options *options)
{
  g_autofree char *id = ex_cli_to_utf8 (options->objective != NULL ? options->objective : options->leader);
  const guint *own;
  int found;
  guint n;

  if (options->objective != NULL)
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

/* NULL: it was said why not. */
static ExChart *
draw_objective (ExStore *store, const Options *options, const Wish *wish)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, &wish->show);
  g_autoptr (GArray) points = NULL;
  const ExObjective *objective;
  const ExCycle *cycle;
  const ExPoint *data;
  ExReading reading;
  ExForecast forecast;
  int index = company != NULL ? find_objective (company, options) : -1;

  if (index < 0)
    return NULL;
  objective = ex_company_get_objective (company, (guint) index);
  points = ex_cli_read_points (store, objective->id);
  if (points == NULL)
    return NULL;

  cycle = ex_company_get_cycle (company);
  data = (const ExPoint *) (gpointer) points->data;
  reading = ex_objective_read (objective, cycle, data, points->len, ex_company_get_today (company), NULL);
  forecast = ex_forecast (objective, cycle, data, points->len, NULL);

  return ex_objective_chart_new (objective, cycle, data, points->len, &reading, &forecast);
}

static ExCliStatus
draw (const char *name, const char *path, const Options *options, const Wish *wish)
{
  g_autoptr (ExStore) store = ex_cli_open (path, options->actor);
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return EX_CLI_REFUSED;

  chart = g_str_equal (name, "waterfall") ? draw_waterfall (store, wish) : draw_objective (store, options, wish);
  if (chart == NULL)
    return EX_CLI_REFUSED;
  if (!ex_chart_save (chart, options->output, wish->format, wish->width, wish->height, wish->theme, &error))
    return ex_cli_refuse ("%s", error->message);

  return EX_CLI_DONE;
}

/* What one of the charts has no use for. */
static gboolean
check_taken (const Options *options, const char *name, ExCliStatus *status)
{
  gboolean waterfall = g_str_equal (name, "waterfall"), named = options->objective != NULL || options->leader != NULL;

  if (waterfall && named)
    *status = ex_cli_misused (&usage, _("--objective and --leader say nothing about the waterfall."));
  else if (!waterfall && (options->period != NULL || options->measure != NULL))
    *status = ex_cli_misused (&usage, _("--period and --measure say nothing about an objective."));
  else if (!waterfall && !named)
    *status = ex_cli_misused (&usage, _("say which objective: --objective ID."));
  else
    return TRUE;

  return FALSE;
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const charts[] = { "waterfall", "objective", NULL };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  g_autofree char *cycle = NULL;
  ExCliStatus status;
  Wish wish;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("the file to write; its ending says what: svg, png, pdf"), N_("OUT") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_("in pixels (points for PDF); 1200x700 unless set"), N_("WIDTHxHEIGHT") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_("light, dark, contrast or print"), N_("THEME") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options.cycle, N_("the latest unless set"), N_("NAME") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &options.period, N_("of the waterfall, instead of a cycle"), N_("PERIOD") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &options.measure, N_("of the waterfall: customers or value"), N_("MEASURE") },
    { "objective", 0, 0, G_OPTION_ARG_FILENAME, &options.objective, N_("whose line is drawn"), N_("ID") },
    { "leader", 0, 0, G_OPTION_ARG_FILENAME, &options.leader, N_("whose only objective is drawn"), N_("ID") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options.actor, N_("who is looking; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!g_strv_contains (charts, words[1]))
    return ex_cli_unknown (&usage, _("chart"), words[1], charts);
  if (!parse (&options, &wish, &status) || !check_taken (&options, words[1], &status))
    return status;

  cycle = options.cycle != NULL ? ex_cli_to_utf8 (options.cycle) : NULL;
  wish.show.cycle = cycle;
  wish.show.has_period = options.period != NULL;
  wish.show.overview = options.period == NULL;

  return draw (words[1], words[0], &options, &wish);
}

const ExCliCommand ex_cli_chart_command = { &usage, run };
