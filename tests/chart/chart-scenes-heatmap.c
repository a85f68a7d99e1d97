#include "config.h"

#include "chart-scenes-heatmap.h"

#include "chart/ex-heatmap-chart.h"

#include <math.h>

#define NO -1.0   /* nothing to measure */
#define UN -2.0   /* not measured */
#define PART 10.0 /* added to what is measured in part */

static const char *const drivers[] = { "Total", "Acquire", "Retain", "Expand", "Win back", NULL };

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.0f %%", value * 100);
}

static ExChart *
heatmap (const char *const *columns, const char *title, const char *subtitle)
{
  ExChart *chart = ex_heatmap_chart_new (columns);

  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, "No objectives yet");
  ex_heatmap_chart_set_scale (EX_HEATMAP_CHART (chart), 0, 1, 1.5);
  ex_heatmap_chart_set_value_text (EX_HEATMAP_CHART (chart), percent_text, NULL, NULL);
  ex_heatmap_chart_set_heading (EX_HEATMAP_CHART (chart), "Leader");
  ex_heatmap_chart_set_total_column (EX_HEATMAP_CHART (chart), 0);
  return chart;
}

static void
set (ExChart *chart, guint row, guint column, double value)
{
  ExCellKind kind = value == NO ? EX_CELL_NONE : value == UN ? EX_CELL_NOT_MEASURED : value >= PART - 5 ? EX_CELL_PARTLY : EX_CELL_MEASURED;
  g_autofree char *key = g_strdup_printf ("cell %u %u", row, column);

  ex_heatmap_chart_set_cell (EX_HEATMAP_CHART (chart), row, column, kind, kind == EX_CELL_PARTLY ? value - PART : kind == EX_CELL_MEASURED ? value : NAN,
                             NULL, key);
}

static void
add (ExChart *chart, const char *name, guint depth, const double *values, guint n)
{
  guint row = ex_heatmap_chart_add_row (EX_HEATMAP_CHART (chart), name, depth, name);

  for (guint i = 0; i < n; i++)
    set (chart, row, i, values[i]);
}

typedef struct
{
  const char *name;
  guint       depth;
  double      values[5];
} Leader;

static const Leader leaders[] = {
  { "Ruth Adeyemi", 0, { 0.82, 0.95, 0.71, 1.1, 0.6 } },
  { "Ana Okafor", 1, { 0.41, 0.92, 0.12, UN, 0.7 } },
  { "Ben Castellanos-Whitfield", 2, { 0.64, 0.4, PART + 0.88, NO, NO } },
  { "Chiara Conti", 2, { 1.08, 1.21, 1.02, 0.96, 1.31 } },
  { "Dmitri Volkov", 2, { UN, UN, UN, NO, NO } },
  { "Eve Lindqvist", 1, { 0.97, 1, 0.98, PART + 0.77, 1.06 } },
  { "Farid Haddad", 2, { 1.32, 1.5, 1.24, 1.18, NO } },
  { "Grace Mbeki", 2, { 0.55, 0.3, 0.85, 0.5, 0.55 } },
  { "Hiro Tanaka", 3, { 0.0, 0.0, NO, UN, 0.0 } },
  { "Ines Duarte", 3, { 1.5, NO, 1.5, NO, NO } },
  { "Jakub Nowak", 1, { 0.73, 0.88, PART + 0.61, UN, 0.7 } },
  { "Kim Seo-yeon", 2, { 0.9, 0.9, 0.91, 0.89, NO } },
};

ExChart *
scene_heatmap (void)
{
  ExChart *chart = heatmap (drivers, "Ana Okafor is furthest behind: 41 %", "Score so far by leader and driver, in % of target, January to September 2026");

  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    add (chart, leaders[i].name, leaders[i].depth, leaders[i].values, 5);
  return chart;
}

ExChart *
scene_heatmap_by_size (void)
{
  ExChart *chart = scene_heatmap ();

  ex_heatmap_chart_set_order (EX_HEATMAP_CHART (chart), EX_HEATMAP_BY_SIZE, 2);
  return chart;
}

ExChart *
scene_heatmap_units (void)
{
  static const char *const stages[] = { "Becomes aware", "Considers", "Buys", "Is set up", "Uses the service every day", "Renews", "Recommends", "All", NULL };
  static const char *const units[] = { "Sales", "Customer service", "Field operations", "Product" };
  ExChart *chart = heatmap (stages, "Setting up is where every unit is behind", "Mean score by unit and stage of the customer's journey, % of target");

  ex_heatmap_chart_set_total_column (EX_HEATMAP_CHART (chart), 7);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      double values[8];

      for (guint j = 0; j < 8; j++)
        values[j] = j == 3 ? 0.2 + 0.1 * i : 0.6 + fmod (0.37 * (i * 8 + j), 0.8);
      add (chart, units[i], 0, values, 8);
    }
  return chart;
}

/* @n leaders under one another as in a company: one top, then six each. */
static void
fill (ExChart *chart, guint n, guint columns)
{
  guint32 seed = 7;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leader %u%s", i + 1, i % 9 == 4 ? " of the northern region" : "");
      g_autofree double *values = g_new (double, columns);

      for (guint j = 0; j < columns; j++)
        {
          seed = seed * 1664525 + 1013904223;
          values[j] = (seed >> 24) < 12 ? UN : (seed >> 24) < 24 ? NO : ((seed >> 8) % 1500) / 1000.0 + ((seed >> 24) > 240 ? PART : 0);
        }
      add (chart, name, i == 0 ? 0 : i % 6 == 1 ? 1 : 2, values, columns);
    }
}

ExChart *
scene_heatmap_many (void)
{
  ExChart *chart = heatmap (drivers, "Two of 300 leaders have reached every target", "Score so far by leader and driver, in % of target");

  fill (chart, 300, 5);
  return chart;
}

ExChart *
scene_heatmap_wide (void)
{
  static const char *const columns[] = { "Total", "Becomes aware", "Considers", "Compares", "Buys", "Is set up", "Uses", "Asks for help", "Complains", "Renews",
                                         "Expands", "Recommends", NULL };
  ExChart *chart = heatmap (columns, "Complaints are answered late everywhere", "Score so far by leader and stage, in % of target");

  fill (chart, 24, 12);
  return chart;
}

ExChart *
scene_heatmap_one_row (void)
{
  ExChart *chart = heatmap (drivers, "Ana Okafor retains 12 %", NULL);

  add (chart, "Ana Okafor", 0, leaders[1].values, 5);
  return chart;
}

ExChart *
scene_heatmap_one (void)
{
  ExChart *chart = heatmap ((const char *[]) { "Retain", NULL }, NULL, NULL);

  ex_heatmap_chart_set_total_column (EX_HEATMAP_CHART (chart), -1);
  add (chart, "Ana Okafor", 0, (double[]) { 0.41 }, 1);
  return chart;
}

ExChart *
scene_heatmap_long (void)
{
  ExChart *chart = heatmap ((const char *[]) { "The score of the whole year so far", "Customers who were gained through Donaudampfschifffahrtsgesellschaft",
                                               "Retain", NULL },
                            "Head of Customer Happiness for the Northern, Western and Outermost Regions of the Group is furthest behind, at 3 %, and nobody knows why",
                            "Score so far by leader, by what they are for, by what they are against, in % of target, and in the order of the tree, as of today");

  add (chart, "Maximiliane-Theodora von und zu Hohenstein-Wackerbarth, Head of Customer Happiness", 0, (double[]) { 0.03, 0.0, 0.06 }, 3);
  add (chart, "Maximiliane-Theodora von und zu Hohenstein-Wackerbarth, Head of Customer Happiness, deputy", 7, (double[]) { 1.03, UN, 1.06 }, 3);
  add (chart, "Bo", 12, (double[]) { PART + 0.5, 0.5, NO }, 3);
  return chart;
}

ExChart *
scene_heatmap_unmeasured (void)
{
  ExChart *chart = heatmap (drivers, "Nothing is measured yet", NULL);

  for (guint i = 0; i < 6; i++)
    add (chart, leaders[i].name, leaders[i].depth, (double[]) { UN, UN, UN, UN, UN }, 5);
  return chart;
}

ExChart *
scene_heatmap_wild (void)
{
  ExChart *chart = heatmap (drivers, "Far out", "Far from any scale");

  add (chart, "Beyond", 0, (double[]) { 1e300, INFINITY, -INFINITY, NAN, -1e300 }, 5);
  add (chart, "", 0, (double[]) { -0.4, -25, 0, 1e-300, 123456789 }, 5);
  add (chart, "Line\nbreak and \xff bytes", 0, (double[]) { NO, NO, NO, NO, NO }, 5);
  return chart;
}

ExChart *
scene_heatmap_rtl (void)
{
  ExChart *chart = heatmap ((const char *[]) { "المجموع", "كسب", "احتفاظ", "توسيع", NULL }, "آنا هي الأبعد عن الهدف", "النتيجة حتى الآن");

  ex_chart_set_rtl (chart, TRUE);
  add (chart, "روث", 0, leaders[0].values, 4);
  add (chart, "آنا عكافور", 1, leaders[1].values, 4);
  add (chart, "Ben Castellanos", 2, leaders[2].values, 4);
  add (chart, "كيارا", 2, leaders[3].values, 4);
  return chart;
}

ExChart *
scene_heatmap_bare (void)
{
  return heatmap ((const char *[]) { "Total", NULL }, "Nobody is here", NULL);
}

ExChart *
scene_heatmap_empty (void)
{
  return heatmap (drivers, "Nobody has objectives", "Score so far by leader and driver");
}
