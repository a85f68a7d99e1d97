#include "config.h"

#include "bench-chart-data.h"

#include "chart/ex-curve-chart.h"
#include "chart/ex-distribution-chart.h"
#include "chart/ex-dot-chart.h"
#include "chart/ex-dumbbell-chart.h"
#include "chart/ex-growth-chart.h"
#include "chart/ex-heatmap-chart.h"
#include "chart/ex-icicle-chart.h"
#include "chart/ex-ladder-chart.h"
#include "chart/ex-line-chart.h"
#include "chart/ex-multiples-chart.h"
#include "chart/ex-pareto-chart.h"
#include "chart/ex-steps-chart.h"
#include "chart/ex-waterfall-chart.h"

#include <math.h>
#include <stdarg.h>

#define DAY 739617.0 /* 1 January 2026 */

static const char *const people[] = { "Ruth Adeyemi", "Ana Okafor", "Ben Castellanos", "Chiara Conti", "Dmitri Volkov", "Eve Lindqvist", "Farid Haddad",
                                      "Grace Mbeki", "Hiro Tanaka", "Ines Duarte", "Jakub Nowak", "Kim Seo-yeon", "Lena Vogt", "Mateo Rojas" };

G_GNUC_PRINTF (2, 3)
static void
note (FILE *data, const char *format, ...)
{
  va_list arguments;

  if (data == NULL)
    return;
  va_start (arguments, format);
  vfprintf (data, format, arguments);
  va_end (arguments);
}

static ExChart *
titled (ExChart *chart, const char *title)
{
  ex_chart_set_title (chart, title, "What is drawn, of whom, and in what unit, January to December 2026");
  return chart;
}

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.0f %%", value);
}

/* start, height, kind (0 total, 1 gain, 2 loss), label */
static ExChart *
make_waterfall (FILE *data)
{
  static const struct { ExBarRole role; const char *label; double value; } bars[] = {
    { EX_BAR_TOTAL, "Opening", 3620 }, { EX_BAR_GAIN, "New", 410 },       { EX_BAR_GAIN, "Won back", 60 },  { EX_BAR_GAIN, "Expanded", 220 },
    { EX_BAR_LOSS, "Contracted", 310 }, { EX_BAR_LOSS, "Lost", 800 }, { EX_BAR_TOTAL, "Closing", 3200 },
  };
  ExChart *chart = titled (ex_waterfall_chart_new (), "The customer asset shrank by 11.6 %");
  double level = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%.0f k", bars[i].role == EX_BAR_GAIN ? "+" : bars[i].role == EX_BAR_LOSS ? "-" : "", bars[i].value);
      double from = bars[i].role == EX_BAR_TOTAL ? 0 : bars[i].role == EX_BAR_GAIN ? level : level - bars[i].value;

      ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), bars[i].role, bars[i].label, bars[i].value, text, NULL);
      note (data, "%g\t%g\t%d\t%s\t%s\n", from, bars[i].value, bars[i].role, bars[i].label, text);
      level = bars[i].role == EX_BAR_TOTAL ? bars[i].value : bars[i].role == EX_BAR_GAIN ? level + bars[i].value : level - bars[i].value;
    }
  return chart;
}

/* gained, lost, net, label */
static ExChart *
make_growth (FILE *data)
{
  ExChart *chart = titled (ex_growth_chart_new (), "Losses outran gains in the third quarter");

  for (guint i = 0; i < 24; i++)
    {
      double gained = 300 + 120 * sin (i * 0.9), lost = 280 + 150 * sin (i * 0.5 + 1);
      g_autofree char *label = g_strdup_printf ("M%u", i + 1);
      ExGrowthPeriod period = { .label = label, .kind = EX_GROWTH_COMPLETE, .gained = gained, .lost = lost, .low = NAN, .high = NAN };

      ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &period);
      note (data, "%g\t%g\t%g\t%s\n", gained, lost, gained - lost, label);
    }
  return chart;
}

/* value, label, largest first */
static ExChart *
make_pareto (FILE *data)
{
  static const char *const reasons[] = { "Competitor", "Attitude", "Price", "Moved away", "Service", "Product", "Bill", "Contract", "Died", "Merged", "Debt", "Other" };
  ExChart *chart = titled (ex_pareto_chart_new (), "Competitors took 841 customers");

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      double value = round (841 / pow (1.4, i));

      ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), reasons[i], value, NULL, NULL);
      note (data, "%g\t%s\n", value, reasons[i]);
    }
  return chart;
}

/* row, column, value, row's name */
ExChart *
bench_heatmap_of (guint n_rows, guint n_columns, FILE *data)
{
  static const char *const names[] = { "Total", "Acquire", "Retain", "Expand", "Win back", "Awareness", "Choice", "Start", "Use", "Bill", "Renew", "Leave" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) columns = NULL;
  ExChart *chart = NULL;

  for (guint i = 0; i < n_columns; i++)
    g_strv_builder_add (builder, names[i % G_N_ELEMENTS (names)]);
  columns = g_strv_builder_end (builder);
  chart = titled (ex_heatmap_chart_new ((const char *const *) columns), "Ana Okafor is furthest behind: 41 %");
  ex_heatmap_chart_set_scale (EX_HEATMAP_CHART (chart), 0, 100, 150);
  ex_heatmap_chart_set_value_text (EX_HEATMAP_CHART (chart), percent_text, NULL, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *name = people[i % G_N_ELEMENTS (people)];
      guint row = ex_heatmap_chart_add_row (EX_HEATMAP_CHART (chart), name, 0, NULL);

      for (guint j = 0; j < n_columns; j++)
        {
          double value = round (75 + 75 * sin (i * 1.3 + j * 2.1));

          ex_heatmap_chart_set_cell (EX_HEATMAP_CHART (chart), row, j, EX_CELL_MEASURED, value, NULL, NULL);
          note (data, "%u\t%u\t%g\t%s\n", i, j, value, name);
        }
    }
  return chart;
}

static ExChart *
make_heatmap (FILE *data)
{
  return bench_heatmap_of (14, 5, data);
}

/* row, three values, name */
static ExChart *
make_dumbbell (FILE *data)
{
  static const char *const views[] = { "Self", "Manager", "Observers", NULL };
  ExChart *chart = titled (ex_dumbbell_chart_new (views), "Ben rates himself 1.8 points above his observers");

  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (chart), 1, 5, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      double values[] = { 3.2 + 1.5 * sin (i * 2.2), 3 + 1.3 * sin (i * 1.1), 2.9 + sin (i * 0.7) };

      ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), people[i], values, NULL, NULL, NULL);
      note (data, "%u\t%g\t%g\t%g\t%s\n", i, values[0], values[1], values[2], people[i]);
    }
  return chart;
}

/* row, four times how many are done, of how many */
static ExChart *
make_coverage (FILE *data)
{
  static const char *const steps[] = { "Agreed", "Measured", "Linked", "Signed", NULL };
  ExChart *chart = titled (ex_steps_chart_new (steps), "Level 3 is half agreed");

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Level %u", i + 1);
      guint of = 1u << (2 * i);
      ExStepsCell cells[] = { { of, of }, { of * 3 / 4, of }, { of / 2, of }, { of / 3, of } };

      ex_steps_chart_add_row (EX_STEPS_CHART (chart), name, NULL, cells, NULL);
      note (data, "%u\t%u\t%u\t%u\t%u\t%u\n", i, cells[0].done, cells[1].done, cells[2].done, cells[3].done, of);
    }
  return chart;
}

/* group, value */
ExChart *
bench_dots_of (guint n, FILE *data)
{
  static const char *const units[] = { "Sales", "Service", "Finance", "Technology", "Marketing" };
  ExChart *chart = titled (ex_dot_chart_new (), "Half of all leaders stand under 70 %");

  ex_dot_chart_set_value_text (EX_DOT_CHART (chart), percent_text, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    ex_dot_chart_add_group (EX_DOT_CHART (chart), units[i], NULL);
  for (guint i = 0; i < n; i++)
    {
      double value = round (70 + 25 * sin (i * 0.7) + 25 * sin (i * 0.11) + i % 5);

      ex_dot_chart_add_dot (EX_DOT_CHART (chart), i % G_N_ELEMENTS (units), value, people[i % G_N_ELEMENTS (people)], NULL, NULL);
      note (data, "%u\t%g\n", i % (guint) G_N_ELEMENTS (units), value);
    }
  return chart;
}

static ExChart *
make_distribution (FILE *data)
{
  return bench_dots_of (300, data);
}

/* group, before, after: five points each, lowest first */
static ExChart *
make_ratings (FILE *data)
{
  static const char *const points[] = { "Far below", "Below", "As agreed", "Above", "Far above", NULL };
  static const char *const units[] = { "Sales", "Service", "Finance", "Technology", "Marketing", "Legal" };
  ExChart *chart = titled (ex_distribution_chart_new (points), "8 of 122 ratings were adjusted");

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint before[5], after[5];

      for (guint j = 0; j < 5; j++)
        {
          before[j] = 3 + (i * 7 + j * 5) % 20;
          after[j] = before[j] + (j == 2 ? 2 : 0);
          note (data, "%u\t%u\t%u\t%u\n", i, j, before[j], after[j]);
        }
      ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), units[i], before, after);
    }
  return chart;
}

/* day, value */
ExChart *
bench_line_of (guint n, FILE *data)
{
  ExChart *chart = titled (ex_line_chart_new (), "Calls are answered as fast as promised since May");
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_line_chart_set_range (line, DAY, DAY + 364);
  ex_line_chart_set_value_text (line, percent_text, NULL, NULL);
  ex_line_chart_set_path (line, 60, 88, "Expected");
  ex_line_chart_add_level (line, 88, "Target 88 %");
  for (guint i = 0; i < n; i++)
    {
      double day = DAY + i * 364.0 / n, value = 60 + 28.0 * i / n + 3 * sin (i * 0.9) + 2 * sin (i * 0.013);

      ex_line_chart_add_point (line, day, value, NULL);
      note (data, "%g\t%g\n", day - DAY, value);
    }
  return chart;
}

static ExChart *
make_line (FILE *data)
{
  return bench_line_of (52, data);
}

/* panel, day, value */
static ExChart *
make_multiples (FILE *data)
{
  ExChart *chart = titled (ex_multiples_chart_new (), "Ana Okafor is on her way with five of nine");

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (ExChart) panel = ex_line_chart_new ();
      g_autofree char *title = g_strdup_printf ("Objective %u of this leader", i + 1);

      ex_chart_set_title (panel, title, NULL);
      ex_line_chart_set_range (EX_LINE_CHART (panel), DAY, DAY + 364);
      ex_line_chart_set_path (EX_LINE_CHART (panel), 60, 88, NULL);
      for (guint j = 0; j < 12; j++)
        {
          double value = 60 + 2.5 * j + 4 * sin (i + j * 1.3);

          ex_line_chart_add_point (EX_LINE_CHART (panel), DAY + 30 * j, value, NULL);
          note (data, "%u\t%u\t%g\n", i, 30 * j, value);
        }
      ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, NULL);
    }
  return chart;
}

/* row, start, width, status, name; the starts are those of siblings of equal weight */
ExChart *
bench_icicle_of (guint n, FILE *data)
{
  static const char *const rows[] = { "Company", "Level 1", "Level 2", "Level 3", "Level 4", "Level 5", NULL };
  static const char *const tones[] = { "No data", "On track", "At risk", "Off track" };
  ExChart *chart = titled (ex_icicle_chart_new (), "Two objectives hang in the air");
  g_autofree double *starts = g_new0 (double, n), *widths = g_new0 (double, n);
  g_autofree guint *levels = g_new0 (guint, n), *children = g_new0 (guint, n);

  ex_icicle_chart_set_rows (EX_ICICLE_CHART (chart), rows);
  ex_icicle_chart_set_tone_names (EX_ICICLE_CHART (chart), tones, "Not linked");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Objective %u", i + 1);
      int parent = i < 4 ? -1 : (int) (i / 4) - 1;
      ExIcicleNode node = { .name = name, .parent = parent, .weight = 1, .tone = (ExTone) (i * 7 / 3 % 4) };

      ex_icicle_chart_add_node (EX_ICICLE_CHART (chart), &node);
      levels[i] = parent < 0 ? 0 : levels[parent] + 1;
      widths[i] = parent < 0 ? 0.25 : widths[parent] / 4;
      starts[i] = parent < 0 ? i * 0.25 : starts[parent] + children[parent]++ * widths[i];
      note (data, "%u\t%g\t%g\t%d\t%s\n", levels[i], starts[i], widths[i], node.tone, name);
    }
  return chart;
}

static ExChart *
make_cascade (FILE *data)
{
  return bench_icicle_of (84, data);
}

/* growth, payout */
static ExChart *
make_reward_curve (FILE *data)
{
  static const double growth[] = { 2, 5, 8 }, payout[] = { 50, 100, 150 };
  ExChart *chart = titled (ex_curve_chart_new (), "Growth of 3.0 % pays 66.7 %");

  ex_curve_chart_set_axis_names (EX_CURVE_CHART (chart), "Growth of value", "Payout");
  ex_curve_chart_set_points (EX_CURVE_CHART (chart), growth, payout, 3);
  ex_curve_chart_set_spot (EX_CURVE_CHART (chart), EX_CURVE_TODAY, 3, 200 / 3.0, NAN, NAN, "Today +3.0 %: 66.7 %", NULL);
  ex_curve_chart_set_spot (EX_CURVE_CHART (chart), EX_CURVE_FORECAST, 4.4, 90, 2.9, 5.9, "Forecast +4.4 %: 90.0 %", NULL);
  for (guint i = 0; i < 3; i++)
    note (data, "%g\t%g\n", growth[i], payout[i]);
  note (data, "3\t66.667\n4.4\t90\n");
  return chart;
}

/* value, score */
static ExChart *
make_ladder (FILE *data)
{
  static const struct { const char *label; double value, before, after; const char *text; } rungs[] = {
    { "Baseline", 80, 0, 0, "0 %" }, { "Threshold", 84, 0, 0.5, "50 %" }, { "Target", 88, 1, 1, "100 %" }, { "Stretch", 92, 1.5, 1.5, "150 %" },
  };
  ExChart *chart = titled (ex_ladder_chart_new (), "86.1 % score 76.3 %");

  for (guint i = 0; i < G_N_ELEMENTS (rungs); i++)
    {
      g_autofree char *value = g_strdup_printf ("%g %%", rungs[i].value);

      ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), rungs[i].label, rungs[i].value, value, rungs[i].before, rungs[i].after, rungs[i].text);
      note (data, "%g\t%g\t%s\n", rungs[i].value, rungs[i].after, rungs[i].label);
    }
  ex_ladder_chart_set_actual (EX_LADDER_CHART (chart), "Now", 86.1, "86.1 %", 0.7625, "76.3 %");
  return chart;
}

const BenchChart bench_charts[] = {
  { "waterfall", make_waterfall },
  { "growth", make_growth },
  { "pareto", make_pareto },
  { "heatmap", make_heatmap },
  { "dumbbell", make_dumbbell },
  { "coverage", make_coverage },
  { "distribution", make_distribution },
  { "ratings", make_ratings },
  { "line", make_line },
  { "multiples", make_multiples },
  { "cascade", make_cascade },
  { "reward-curve", make_reward_curve },
  { "ladder", make_ladder },
};

const guint n_bench_charts = G_N_ELEMENTS (bench_charts);
