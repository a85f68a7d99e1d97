#include "config.h"

#include "chart-scenes-asset.h"

#include "chart/ex-curve-chart.h"

#include <math.h>

static ExChart *
curve (const char *title, guint n, const double *growth, const double *payout)
{
  ExChart *chart = ex_curve_chart_new ();

  ex_chart_set_title (chart, title, title != NULL ? "Share of the incentive target that growth of the customer asset pays" : NULL);
  ex_chart_set_empty_text (chart, "No curve yet");
  ex_curve_chart_set_axis_names (EX_CURVE_CHART (chart), "Growth of value", "Payout");
  ex_curve_chart_set_points (EX_CURVE_CHART (chart), growth, payout, n);
  return chart;
}

static ExChart *
example (const char *title)
{
  static const double growth[] = { 2, 5, 8 }, payout[] = { 50, 100, 150 };

  return curve (title, 3, growth, payout);
}

static void
spot (ExChart *chart, ExCurveSpot which, double growth, double payout, double low, double high, const char *label)
{
  ex_curve_chart_set_spot (EX_CURVE_CHART (chart), which, growth, payout, low, high, label, NULL);
}

ExChart *
scene_curve (void)
{
  ExChart *chart = example ("Growth of 3.0 % pays 66.7 %");

  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 0, "Under 0 %: nothing is paid");
  spot (chart, EX_CURVE_TODAY, 3, 200 / 3.0, NAN, NAN, "Today +3.0 %: 66.7 %");
  spot (chart, EX_CURVE_FORECAST, 4.4, 90, 2.9, 5.9, "Forecast +4.4 %: 90.0 %");
  spot (chart, EX_CURVE_WHAT_IF, 7, 133.333, NAN, NAN, "What if +7.0 %: 133.3 %");
  return chart;
}

ExChart *
scene_curve_today (void)
{
  ExChart *chart = example ("The customer asset shrank by 11.6 %: nothing is paid");

  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 0, "Under 0 %: nothing is paid");
  spot (chart, EX_CURVE_TODAY, -11.6, 0, NAN, NAN, "Today −11.6 %: 0 %");
  return chart;
}

ExChart *
scene_curve_gated (void)
{
  ExChart *chart = example ("Growth is under the gate");

  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 4, "Under 4 %: nothing is paid");
  spot (chart, EX_CURVE_TODAY, 3, 0, NAN, NAN, "Today +3.0 %: 0 %");
  return chart;
}

ExChart *
scene_curve_editing (void)
{
  ExChart *chart = scene_curve ();

  ex_curve_chart_set_editable (EX_CURVE_CHART (chart), TRUE);
  ex_curve_chart_set_active (EX_CURVE_CHART (chart), 1);
  ex_curve_chart_set_range (EX_CURVE_CHART (chart), -2, 12, 200);
  return chart;
}

ExChart *
scene_curve_twelve (void)
{
  double growth[12], payout[12];

  for (guint i = 0; i < 12; i++)
    {
      growth[i] = i * 0.5 - 1;
      payout[i] = i * i * 1.5;
    }
  return curve ("Twelve points", 12, growth, payout);
}

ExChart *
scene_curve_beyond (void)
{
  ExChart *chart = example ("Growth beyond all measure");

  spot (chart, EX_CURVE_TODAY, 412, 150, NAN, NAN, "Today +412.0 %: 150 %");
  spot (chart, EX_CURVE_WHAT_IF, -90, 0, NAN, NAN, "What if −90.0 %: 0 %");
  spot (chart, EX_CURVE_FORECAST, 6, 116, -400, 500, "Forecast +6.0 %: 116.7 %");
  return chart;
}

ExChart *
scene_curve_tight (void)
{
  static const double growth[] = { 2, 2.01, 2.02, 9 }, payout[] = { 0, 100, 100, 100 };
  ExChart *chart = curve ("As good as a step", 4, growth, payout);

  spot (chart, EX_CURVE_TODAY, 2.005, 50, NAN, NAN, "Today +2.0 %: 50.0 %");
  spot (chart, EX_CURVE_FORECAST, 2.005, 50, 2, 2.02, "Forecast +2.0 %: 50.0 %");
  return chart;
}

ExChart *
scene_curve_flat (void)
{
  static const double growth[] = { 1, 4 }, payout[] = { 0, 0 };

  return curve (NULL, 2, growth, payout);
}

ExChart *
scene_curve_one (void)
{
  static const double growth[] = { 0 }, payout[] = { 100 };

  return curve ("One point so far", 1, growth, payout);
}

ExChart *
scene_curve_rtl (void)
{
  ExChart *chart = example ("النمو يدفع الثلثين");

  ex_curve_chart_set_axis_names (EX_CURVE_CHART (chart), "نمو القيمة", "الدفع");
  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 1, "لا يدفع شيء تحت البوابة");
  spot (chart, EX_CURVE_TODAY, 3, 66.7, NAN, NAN, "اليوم +3.0 %");
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_curve_long (void)
{
  ExChart *chart = example ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle");

  ex_curve_chart_set_axis_names (EX_CURVE_CHART (chart), "Wachstum des Kundenvermögens, gemessen am Wert aller Verträge zum Ende des Geschäftsjahres",
                                 "Auszahlung als Anteil des vereinbarten Zielwertes der variablen Vergütung");
  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 0.5, "Unterhalb einer Schwelle von 0,5 % wird überhaupt nichts ausgezahlt");
  spot (chart, EX_CURVE_TODAY, 3, 66.7, NAN, NAN, "Stand heute, nach allem was wir wissen, +3,0 %: davon werden 66,7 % ausgezahlt");
  return chart;
}

ExChart *
scene_curve_wild (void)
{
  static const double growth[] = { 1e308, -INFINITY, NAN, 3 }, payout[] = { INFINITY, -50, 4, NAN };
  ExChart *chart = curve (NULL, 4, growth, payout);

  spot (chart, EX_CURVE_TODAY, INFINITY, -INFINITY, NAN, INFINITY, NULL);
  spot (chart, EX_CURVE_FORECAST, NAN, 5, NAN, NAN, "Not there");
  ex_curve_chart_set_gate (EX_CURVE_CHART (chart), 1e300, "Everything");
  return chart;
}

ExChart *
scene_curve_empty (void)
{
  ExChart *chart = curve (NULL, 0, NULL, NULL);

  spot (chart, EX_CURVE_TODAY, 3, 66.7, NAN, NAN, "Today");
  return chart;
}
