#include "config.h"

#include "chart-scenes-review.h"

#include "chart/ex-distribution-chart.h"
#include "chart/ex-ladder-chart.h"

#include <math.h>

/* --- ladders ----------------------------------------------------------------------------------------------------------- */

static void
rung (ExChart *chart, const char *label, double value, const char *unit, double before, double after)
{
  g_autofree char *text = g_strdup_printf ("%g%s", value, unit);
  g_autofree char *score = g_strdup_printf ("%g %%", MAX (before, after) * 100);

  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), label, value, text, before, after, score);
}

static void
actual (ExChart *chart, double value, const char *unit, double score)
{
  g_autofree char *text = g_strdup_printf ("%g%s", value, unit);
  g_autofree char *words = g_strdup_printf ("%.1f %%", score * 100);

  ex_ladder_chart_set_actual (EX_LADDER_CHART (chart), "Now", value, text, score, words);
}

static ExChart *
ladder (const char *title)
{
  ExChart *chart = ex_ladder_chart_new ();

  ex_chart_set_title (chart, title, NULL);
  ex_chart_set_empty_text (chart, "The ladder has no rungs yet");
  return chart;
}

ExChart *
scene_ladder (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 80, " %", 0, 0);
  rung (chart, "Threshold", 84, " %", 0, 0.5);
  rung (chart, "Target", 88, " %", 1, 1);
  rung (chart, "Stretch", 92, " %", 1.5, 1.5);
  actual (chart, 86.1, " %", 0.7625);
  return chart;
}

ExChart *
scene_ladder_rising (void)
{
  ExChart *chart = ladder ("What each value would score");

  rung (chart, "Baseline", 30, " calls", 0, 0);
  rung (chart, "Target", 40, " calls", 1, 1);
  return chart;
}

ExChart *
scene_ladder_falling (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 15, " days", 0, 0);
  rung (chart, "Target", 9, " days", 1, 1);
  rung (chart, "Stretch", 7, " days", 1.5, 1.5);
  actual (chart, 12, " days", 0.5);
  return chart;
}

ExChart *
scene_ladder_range (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Too low", -15, " %", 0, 0);
  rung (chart, "Lowest", -5, " %", 1, 1);
  rung (chart, "Highest", 5, " %", 1, 1);
  rung (chart, "Too high", 15, " %", 0, 0);
  actual (chart, 8, " %", 0.7);
  return chart;
}

ExChart *
scene_ladder_open_range (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Highest", 20, " s", 1, 1);
  rung (chart, "Too high", 30, " s", 0, 0);
  actual (chart, 12, " s", 1);
  return chart;
}

ExChart *
scene_ladder_milestone (void)
{
  ExChart *chart = ladder (NULL);

  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "Due", 180, "30 Jun 2026", 1, 0.5, "100 %");
  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "End", 364, "31 Dec 2026", 0.5, 0, "50 %");
  return chart;
}

ExChart *
scene_ladder_on_target (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 30, "", 0, 0);
  rung (chart, "Threshold", 30, "", 0, 0.5);
  rung (chart, "Target", 40, "", 1, 1);
  actual (chart, 40, "", 1);
  return chart;
}

ExChart *
scene_ladder_beyond (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 30, " %", 0, 0);
  rung (chart, "Target", 40, " %", 1, 1);
  actual (chart, -4000, " %", 0);
  return chart;
}

ExChart *
scene_ladder_tight (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 80, " points", 0, 0);
  rung (chart, "Threshold", 99.6, " points", 0, 0.5);
  rung (chart, "Target", 99.8, " points", 1, 1);
  rung (chart, "Stretch", 100, " points", 1.5, 1.5);
  actual (chart, 99.7, " points", 0.75);
  return chart;
}

ExChart *
scene_ladder_long (void)
{
  ExChart *chart = ladder ("Donaudampfschifffahrtsgesellschaftskapitäne, die im ersten Quartal nach ihrer Kündigung wiedergekommen sind");

  rung (chart, "Ausgangswert zu Beginn des Geschäftsjahres", 12345678, " zurückgewonnene Kapitäne", 0, 0);
  rung (chart, "Zielwert am Ende des Geschäftsjahres", 23456789, " zurückgewonnene Kapitäne", 1, 1);
  rung (chart, "Höchstwert", 34567890, " zurückgewonnene Kapitäne", 2.5, 2.5);
  actual (chart, 20000000, " zurückgewonnene Kapitäne", 0.69);
  return chart;
}

ExChart *
scene_ladder_rtl (void)
{
  ExChart *chart = ladder ("ما الذي تحققه كل قيمة");

  rung (chart, "خط الأساس", 30, " %", 0, 0);
  rung (chart, "الهدف", 40, " %", 1, 1);
  rung (chart, "الامتداد", 50, " %", 1.5, 1.5);
  actual (chart, 37, " %", 0.7);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_ladder_wild (void)
{
  ExChart *chart = ladder (NULL);

  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "Huge", -1.7e308, "−∞", NAN, -5, "0 %");
  ex_ladder_chart_add_rung (EX_LADDER_CHART (chart), "Huger", 1.7e308, "∞", INFINITY, INFINITY, "∞");
  ex_ladder_chart_set_actual (EX_LADDER_CHART (chart), "Now", 1e300, "much", NAN, "–");
  return chart;
}

ExChart *
scene_ladder_empty (void)
{
  ExChart *chart = ladder (NULL);

  rung (chart, "Baseline", 40, " %", 0, 0);
  rung (chart, "Target", 40, " %", 1, 1);
  actual (chart, 41, " %", 1);
  return chart;
}

/* --- distributions ----------------------------------------------------------------------------------------------------- */

static const char *const five[] = { "Far below", "Below", "As agreed", "Above", "Far above", NULL };

static ExChart *
distribution (const char *title, const char *const *points)
{
  ExChart *chart = ex_distribution_chart_new (points);

  ex_chart_set_title (chart, title, "Ratings of objectives: bars are shares of the group, figures how many");
  ex_chart_set_empty_text (chart, "No ratings yet");
  ex_distribution_chart_set_names (EX_DISTRIBUTION_CHART (chart), "First ratings", "After calibration");
  return chart;
}

static void
group (ExChart *chart, const char *title, guint a, guint b, guint c, guint d, guint e, int shift)
{
  const guint before[] = { a, b, c, d, e };
  const guint after[] = { a, b, (guint) ((int) c + shift), (guint) ((int) d - shift), e };

  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), title, before, after);
}

ExChart *
scene_distribution (void)
{
  ExChart *chart = distribution ("8 of 122 ratings were adjusted", five);

  group (chart, "Everybody", 3, 14, 51, 44, 10, 8);
  return chart;
}

ExChart *
scene_distribution_units (void)
{
  ExChart *chart = distribution ("8 of 122 ratings were adjusted", five);

  group (chart, "Everybody", 3, 14, 51, 44, 10, 8);
  group (chart, "Sales", 0, 2, 10, 20, 8, 6);
  group (chart, "Service", 2, 8, 25, 12, 0, 1);
  group (chart, "Finance and administration", 1, 0, 6, 1, 0, 0);
  group (chart, "Technology", 0, 4, 9, 10, 2, 1);
  group (chart, "Marketing", 0, 0, 1, 1, 0, 0);
  group (chart, "Legal", 0, 0, 0, 0, 1, 0);
  return chart;
}

ExChart *
scene_distribution_many (void)
{
  ExChart *chart = distribution ("Sixty units", five);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Unit number %u", i + 1);

      group (chart, title, i % 3, i % 7, 10 + i % 11, 5 + i % 5, i % 4, (int) (i % 3));
    }
  return chart;
}

ExChart *
scene_distribution_alone (void)
{
  static const guint counts[] = { 0, 12, 1204, 807, 90 };
  ExChart *chart = distribution ("Most are as agreed", five);

  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Everybody", NULL, counts);
  return chart;
}

ExChart *
scene_distribution_ten (void)
{
  static const char *const ten[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", NULL };
  static const guint before[] = { 1, 2, 4, 7, 11, 19, 21, 14, 9, 3 }, after[] = { 1, 3, 4, 9, 12, 20, 20, 12, 8, 2 };
  ExChart *chart = distribution ("Ten points", ten);

  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Level 1", before, after);
  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Level 2", after, before);
  return chart;
}

ExChart *
scene_distribution_nobody (void)
{
  ExChart *chart = distribution ("One unit is not assessed", five);

  group (chart, "Sales", 1, 2, 3, 4, 5, 1);
  group (chart, "Service", 0, 0, 0, 0, 0, 0);
  return chart;
}

ExChart *
scene_distribution_long (void)
{
  static const char *const words[] = { "Donaudampfschifffahrtsgesellschaftskapitän", "Liegt unter dem, was vereinbart war", "Wie vereinbart",
                                       "Über dem, was vereinbart war", "Weit über allem, was jemals vereinbart worden ist", NULL };
  ExChart *chart = distribution ("Lange Wörter", words);

  ex_distribution_chart_set_names (EX_DISTRIBUTION_CHART (chart), "Bewertungen, wie sie zuerst von den Vorgesetzten vergeben worden sind",
                                   "Bewertungen, wie sie nach der Abstimmung unter allen Beteiligten lauten");
  group (chart, "Kundendienst und Rückgewinnung in den nördlichen und östlichen Gebieten", 111111, 222222, 333333, 222222, 111111, 1000);
  group (chart, "", 1, 2, 3, 4, 5, 0);
  return chart;
}

ExChart *
scene_distribution_rtl (void)
{
  static const char *const words[] = { "أدنى", "أقل", "كما اتفق", "أعلى", "الأعلى", NULL };
  ExChart *chart = distribution ("تم تعديل ثمانية تقييمات", words);

  ex_distribution_chart_set_names (EX_DISTRIBUTION_CHART (chart), "التقييم الأول", "بعد المعايرة");
  group (chart, "المبيعات", 3, 14, 51, 44, 10, 8);
  group (chart, "الخدمة", 2, 8, 25, 12, 0, 1);
  group (chart, "المالية", 1, 0, 6, 1, 0, 0);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_distribution_wild (void)
{
  static const char *const two[] = { "No", "Yes", NULL };
  static const guint huge[] = { G_MAXUINT, G_MAXUINT }, tiny[] = { 1, 0 }, skewed[] = { 1, G_MAXUINT };
  ExChart *chart = ex_distribution_chart_new (two);

  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Huge", huge, tiny);
  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), "Tiny", NULL, skewed);
  return chart;
}

ExChart *
scene_distribution_empty (void)
{
  return distribution (NULL, five);
}
