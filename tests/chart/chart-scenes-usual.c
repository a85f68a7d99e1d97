#include "config.h"

#include "chart-scenes-usual.h"
#include "chart/ex-line-chart.h"
#include "chart/ex-waterfall-chart.h"

#include <math.h>

#define DAY_2026 739617.0 /* 1 January 2026 */

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.1f %%", value);
}

static char *
million_text (double value, gpointer data)
{
  return g_strdup_printf (value == 0 ? "0 €" : "%.1f M €", value / 1e8);
}

static void
bar (ExChart *chart, ExBarRole role, const char *label, double value)
{
  g_autofree char *text = g_strdup_printf ("%s%'.0f", role == EX_BAR_GAIN ? "+" : role == EX_BAR_LOSS ? "−" : "", value);
  g_autofree char *detail = g_strdup_printf ("%s: %'.0f customers", label, value);

  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), role, label, value, text, detail);
}

static ExChart *
waterfall (const char *title, double opening, double fresh, double back, double lost)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, title, "Customers, January to September 2026");
  bar (chart, EX_BAR_TOTAL, "Opening", opening);
  bar (chart, EX_BAR_GAIN, "New", fresh);
  bar (chart, EX_BAR_GAIN, "Won back", back);
  bar (chart, EX_BAR_LOSS, "Lost", lost);
  bar (chart, EX_BAR_TOTAL, "Closing", opening + fresh + back - lost);
  return chart;
}

ExChart *
scene_waterfall_usual (void)
{
  return waterfall ("Losses outran gains in the third quarter", 5743, 1104, 100, 1869);
}

ExChart *
scene_waterfall_dwarfed (void)
{
  return waterfall ("A calm year: 0.3 % of the customers came or went", 1204000, 2104, 38, 1869);
}

ExChart *
scene_waterfall_value (void)
{
  static const struct { ExBarRole role; const char *label; double value; const char *text; } bars[] = {
    { EX_BAR_TOTAL, "Opening", 362e6, "3.62 M €" }, { EX_BAR_GAIN, "New", 41e6, "+410 k €" },
    { EX_BAR_GAIN, "Won back", 6e6, "+60 k €" },    { EX_BAR_GAIN, "Expanded", 22e6, "+220 k €" },
    { EX_BAR_LOSS, "Contracted", 31e6, "−310 k €" }, { EX_BAR_LOSS, "Lost", 80e6, "−800 k €" },
    { EX_BAR_TOTAL, "Closing", 320e6, "3.20 M €" },
  };
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "The customer asset shrank by 11.6 %", "Monthly recurring value, million euros, January to September 2026");
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), bars[i].role, bars[i].label, bars[i].value, bars[i].text, NULL);
  ex_waterfall_chart_set_value_text (EX_WATERFALL_CHART (chart), million_text, NULL, NULL);
  return chart;
}

ExChart *
scene_waterfall_provisional (void)
{
  ExChart *chart = waterfall ("September is not complete yet", 5743, 1104, 100, 1869);

  ex_waterfall_chart_set_provisional (EX_WATERFALL_CHART (chart), TRUE);
  return chart;
}

ExChart *
scene_waterfall_long_words (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "Donaudampfschifffahrtsgesellschaftskapitäne und viele andere haben in diesem Quartal mehr gekündigt, als wir "
                      "an anderer Stelle wieder gewinnen konnten, und das zum vierten Mal in Folge", "Kundinnen und Kunden nach Bewegung, "
                      "erstes bis drittes Quartal 2026, alle Geschäftsbereiche zusammengenommen, ohne Testzugänge und interne Konten");
  bar (chart, EX_BAR_TOTAL, "Anfangsbestand am ersten Januar 2026", 57430);
  bar (chart, EX_BAR_GAIN, "Neukundengewinnungsmaßnahmen", 11040);
  bar (chart, EX_BAR_GAIN, "Zurückgewonnene", 1000);
  bar (chart, EX_BAR_LOSS, "Vertragskündigungen durch die Kundschaft", 18690);
  bar (chart, EX_BAR_TOTAL, "Schlussbestand", 50780);
  return chart;
}

ExChart *
scene_waterfall_rtl (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "الخسائر فاقت المكاسب في الربع الثالث", "عدد العملاء من يناير إلى سبتمبر");
  bar (chart, EX_BAR_TOTAL, "الافتتاح", 5743);
  bar (chart, EX_BAR_GAIN, "جديد", 1104);
  bar (chart, EX_BAR_GAIN, "عائد", 100);
  bar (chart, EX_BAR_LOSS, "مفقود", 1869);
  bar (chart, EX_BAR_TOTAL, "الإغلاق", 5078);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_waterfall_one (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "The first period", "Customers");
  bar (chart, EX_BAR_TOTAL, "Opening", 120);
  return chart;
}

ExChart *
scene_waterfall_empty (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, NULL, "Customers");
  ex_chart_set_empty_text (chart, "No customers yet");
  return chart;
}

ExChart *
scene_waterfall_zeros (void)
{
  return waterfall ("Nothing came, nothing went", 0, 0, 0, 0);
}

ExChart *
scene_waterfall_wild (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", NAN, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "Huge", 1.7e308, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "Infinite", INFINITY, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Lost", 1.7e308, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "More lost", 9e307, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "", -5, NULL, "Closing");
  return chart;
}

ExChart *
scene_waterfall_many (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "Sixty movements", "Customers by segment");
  bar (chart, EX_BAR_TOTAL, "Opening", 5000);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("Segment %u", i + 1);

      bar (chart, i % 3 == 0 ? EX_BAR_LOSS : EX_BAR_GAIN, label, 40 + i * 37 % 190);
    }
  bar (chart, EX_BAR_TOTAL, "Closing", 8300);
  return chart;
}

static ExChart *
line_base (const char *title, double from, double to)
{
  ExChart *chart = ex_line_chart_new ();

  ex_chart_set_title (chart, title, "Share of one-year contracts renewed, percent");
  ex_chart_set_empty_text (chart, "No check-ins yet");
  ex_line_chart_set_range (EX_LINE_CHART (chart), DAY_2026, DAY_2026 + 364);
  ex_line_chart_set_value_text (EX_LINE_CHART (chart), percent_text, NULL, NULL);
  ex_line_chart_set_path (EX_LINE_CHART (chart), from, to, "Expected path");
  return chart;
}

ExChart *
scene_line_usual (void)
{
  static const double values[] = { 80.2, 80.9, 80.4, 81.6, 82.4, 82.0, 83.1, 83.4, 84.1 };
  ExChart *chart = line_base ("Renewals rise, but more slowly than was agreed", 80, 88);
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_line_chart_add_level (line, 82, "Threshold 82 %");
  ex_line_chart_add_level (line, 88, "Target 88 %");
  ex_line_chart_add_level (line, 90, "Stretch 90 %");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    ex_line_chart_add_point (line, DAY_2026 + 20 + i * 30.4, values[i], NULL);
  ex_line_chart_set_forecast (line, DAY_2026 + 20 + 8 * 30.4, 84.1, 85.9, 84.7, 87.1, NULL);
  return chart;
}

ExChart *
scene_line_tight_levels (void)
{
  ExChart *chart = line_base ("Three levels within one point", 80, 88);
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_line_chart_add_level (line, 87.6, "Threshold 87.6 %");
  ex_line_chart_add_level (line, 88, "Target 88 %");
  ex_line_chart_add_level (line, 88.3, "Stretch 88.3 %");
  for (guint i = 0; i < 12; i++)
    ex_line_chart_add_point (line, DAY_2026 + 10 + i * 32, 80 + i * 0.7, "A check-in with words of its own");
  return chart;
}

ExChart *
scene_line_falling (void)
{
  static const double values[] = { 14.6, 13.8, 13.1, 12.9, 11.2, 10.4 };
  ExChart *chart = line_base ("Fewer customers leave than a year ago", 15, 9);
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_line_chart_add_level (line, 9, "Target 9 %");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    ex_line_chart_add_point (line, DAY_2026 + 25 + i * 30.4, values[i], NULL);
  ex_line_chart_set_forecast (line, DAY_2026 + 25 + 5 * 30.4, 10.4, 6.1, 2.1, 10.1, NULL);
  return chart;
}

ExChart *
scene_line_sum (void)
{
  static const double values[] = { 9, 14, 11, 6, 13, 17 };
  ExChart *chart = line_base ("Sixty-two lost customers called so far", 0, 150);
  ExLineChart *line = EX_LINE_CHART (chart);
  double sum = 0;

  ex_line_chart_set_value_text (line, NULL, NULL, NULL);
  ex_line_chart_add_level (line, 150, "Target 150 calls");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      sum += values[i];
      ex_line_chart_add_point (line, DAY_2026 + 20 + i * 30.4, values[i], NULL);
      ex_line_chart_add_running (line, DAY_2026 + 20 + i * 30.4, sum);
    }
  ex_line_chart_set_forecast (line, DAY_2026 + 20 + 5 * 30.4, sum, 143, 121, 165, NULL);
  return chart;
}

ExChart *
scene_line_zone (void)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_chart_set_title (chart, "Answer times left the agreed range twice", "Seconds until a call is answered, weekly");
  ex_line_chart_set_range (line, DAY_2026, DAY_2026 + 90);
  ex_line_chart_set_zone (line, 20, 30, "Agreed 20 to 30 s");
  for (guint i = 0; i < 12; i++)
    ex_line_chart_add_point (line, DAY_2026 + i * 7, 25 + 8 * sin (i), NULL);
  return chart;
}

ExChart *
scene_line_milestone (void)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_chart_set_title (chart, "The new contract page was late", "Done or not");
  ex_line_chart_set_range (line, DAY_2026, DAY_2026 + 364);
  ex_line_chart_add_due (line, DAY_2026 + 180, "Due 30 June");
  ex_line_chart_add_point (line, DAY_2026 + 100, 0, "Not done on 11 April");
  ex_line_chart_add_point (line, DAY_2026 + 201, 1, "Done on 21 July");
  return chart;
}

ExChart *
scene_line_not_done (void)
{
  ExChart *chart = ex_line_chart_new ();

  ex_chart_set_empty_text (chart, "No check-ins yet");
  ex_line_chart_set_range (EX_LINE_CHART (chart), DAY_2026, DAY_2026 + 364);
  ex_line_chart_add_due (EX_LINE_CHART (chart), DAY_2026 + 180, "Due 30 June");
  return chart;
}

ExChart *
scene_line_empty (void)
{
  ExChart *chart = line_base ("Nothing measured", 80, 88);

  ex_line_chart_add_level (EX_LINE_CHART (chart), 88, "Target 88 %");
  return chart;
}

ExChart *
scene_line_bare (void)
{
  ExChart *chart = ex_line_chart_new ();

  ex_chart_set_empty_text (chart, "No check-ins yet");
  return chart;
}

ExChart *
scene_line_one (void)
{
  ExChart *chart = ex_line_chart_new ();

  ex_line_chart_add_point (EX_LINE_CHART (chart), DAY_2026 + 10, 42, NULL);
  return chart;
}

ExChart *
scene_line_flat (void)
{
  ExChart *chart = line_base ("It stayed as it was", 80, 80);

  for (guint i = 0; i < 8; i++)
    ex_line_chart_add_point (EX_LINE_CHART (chart), DAY_2026 + i * 40, 80, NULL);
  return chart;
}

ExChart *
scene_line_dense (void)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double value = 100;

  ex_chart_set_title (chart, "Ten thousand measurements", "One a day");
  for (guint i = 0; i < 10000; i++)
    {
      value += g_rand_double_range (rand, -1, 1);
      ex_line_chart_add_point (line, 730000 + i, value, NULL);
    }
  ex_line_chart_add_level (line, 100, "Target 100");
  return chart;
}

ExChart *
scene_line_wild (void)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_line_chart_add_point (line, DAY_2026, NAN, NULL);
  ex_line_chart_add_point (line, DAY_2026 + 1, 1.7e308, NULL);
  ex_line_chart_add_point (line, DAY_2026 + 2, -1.7e308, NULL);
  ex_line_chart_add_point (line, INFINITY, 5, NULL);
  ex_line_chart_add_point (line, DAY_2026 + 3, INFINITY, NULL);
  ex_line_chart_add_level (line, NAN, "Never");
  ex_line_chart_set_zone (line, NAN, NAN, "Nowhere");
  ex_line_chart_set_forecast (line, DAY_2026 + 2, 3, 5, -INFINITY, INFINITY, NULL);
  return chart;
}

ExChart *
scene_line_rtl (void)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_set_title (chart, "التجديدات ترتفع ببطء", "النسبة المئوية");
  ex_line_chart_set_range (line, DAY_2026, DAY_2026 + 364);
  ex_line_chart_set_path (line, 80, 88, "المسار المتوقع");
  ex_line_chart_add_level (line, 88, "الهدف 88 %");
  for (guint i = 0; i < 7; i++)
    ex_line_chart_add_point (line, DAY_2026 + 20 + i * 30, 80 + i * 0.6, NULL);
  return chart;
}

ExChart *
scene_line_long_words (void)
{
  ExChart *chart = scene_line_usual ();

  ex_line_chart_add_level (EX_LINE_CHART (chart), 86, "Ein sehr langes Wort für eine Schwelle, die kaum jemand erreichen wird");
  ex_line_chart_add_due (EX_LINE_CHART (chart), DAY_2026 + 360, "Fällig am 27. Dezember nach der Sitzung des Vorstands");
  ex_line_chart_add_due (EX_LINE_CHART (chart), DAY_2026 + 340, "Noch etwas");
  return chart;
}

