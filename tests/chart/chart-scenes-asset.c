#include "config.h"

#include "chart-scenes-asset.h"

#include "chart/ex-growth-chart.h"
#include "chart/ex-pareto-chart.h"

#include <math.h>

/* --- growth by period -------------------------------------------------------------------------------------------------- */

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static ExChart *
growth (const char *title)
{
  ExChart *chart = ex_growth_chart_new ();

  ex_chart_set_title (chart, title, title != NULL ? "Customers by month" : NULL);
  ex_chart_set_empty_text (chart, "No second period yet");
  return chart;
}

static void
period (ExChart *chart, const char *label, const char *context, ExGrowthKind kind, double gained, double lost)
{
  const ExGrowthPeriod self = { .label = label, .context = context, .kind = kind, .gained = gained, .lost = lost, .low = NAN, .high = NAN };

  ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &self);
}

/* A month counted from January 2025, with figures that swing like a year does. */
static void
month (ExChart *chart, guint i, ExGrowthKind kind, double scale)
{
  g_autofree char *year = g_strdup_printf ("%u", 2025 + i / 12);

  period (chart, months[i % 12], year, kind, floor (scale * (100 + 35 * sin (i * 0.7) + 11 * (i % 3))), floor (scale * (90 + 40 * cos (i * 0.5) + 7 * (i % 4))));
}

ExChart *
scene_growth (void)
{
  ExChart *chart = growth ("Losses outran gains from February to May");

  for (guint i = 9; i < 21; i++)
    month (chart, i, EX_GROWTH_COMPLETE, 1);
  return chart;
}

ExChart *
scene_growth_quarters (void)
{
  static const char *const names[] = { "Q1", "Q2", "Q3", "Q4" };
  ExChart *chart = growth ("Gains outran losses in every quarter but one");

  for (guint i = 0; i < 7; i++)
    period (chart, names[i % 4], i < 4 ? "2025" : "2026", EX_GROWTH_COMPLETE, 1204 + 120 * (i % 3), i == 4 ? 1869 : 700 + 100 * (i % 2));
  return chart;
}

ExChart *
scene_growth_forecast (void)
{
  ExChart *chart = growth ("Losses outran gains in the last 4 months");

  for (guint i = 9; i < 17; i++)
    month (chart, i, EX_GROWTH_COMPLETE, 1);
  month (chart, 17, EX_GROWTH_PROVISIONAL, 0.4);
  for (guint i = 18; i < 21; i++)
    {
      const ExGrowthPeriod ahead = { .label = months[i % 12], .context = "2026", .kind = EX_GROWTH_FORECAST, .gained = 14, .low = -8, .high = 36 };

      ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &ahead);
    }
  return chart;
}

ExChart *
scene_growth_gaps (void)
{
  ExChart *chart = growth ("Losses outran gains in Feb 2026");

  for (guint i = 0; i < 14; i++)
    month (chart, i, i == 3 || i == 7 || i == 8 ? EX_GROWTH_NO_DATA : EX_GROWTH_COMPLETE, 1);
  return chart;
}

ExChart *
scene_growth_many (void)
{
  ExChart *chart = growth ("Losses outran gains in the last 7 months");

  for (guint i = 5; i < 205; i++)
    month (chart, i, i == 50 ? EX_GROWTH_NO_DATA : i > 202 ? EX_GROWTH_PROVISIONAL : EX_GROWTH_COMPLETE, 1 + i / 40.0);
  return chart;
}

ExChart *
scene_growth_outlier (void)
{
  ExChart *chart = growth ("One month like no other");

  for (guint i = 0; i < 18; i++)
    month (chart, i, EX_GROWTH_COMPLETE, i == 11 ? 5000 : 1);
  return chart;
}

ExChart *
scene_growth_zeros (void)
{
  ExChart *chart = growth ("Nobody came, nobody went");

  for (guint i = 0; i < 6; i++)
    month (chart, i, EX_GROWTH_COMPLETE, 0);
  return chart;
}

ExChart *
scene_growth_losses (void)
{
  ExChart *chart = growth ("Only losses");

  for (guint i = 0; i < 8; i++)
    period (chart, months[i], "2026", EX_GROWTH_COMPLETE, 0, 10 + i * 3);
  return chart;
}

ExChart *
scene_growth_one (void)
{
  ExChart *chart = growth ("One month");

  period (chart, "Feb", "2026", EX_GROWTH_COMPLETE, 12, 5);
  return chart;
}

ExChart *
scene_growth_nothing_known (void)
{
  ExChart *chart = growth (NULL);

  for (guint i = 0; i < 3; i++)
    month (chart, i, EX_GROWTH_NO_DATA, 1);
  return chart;
}

ExChart *
scene_growth_rtl (void)
{
  static const char *const names[] = { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو" };
  ExChart *chart = growth ("تجاوزت الخسائر المكاسب");

  for (guint i = 0; i < 6; i++)
    period (chart, names[i], "٢٠٢٦", i == 5 ? EX_GROWTH_PROVISIONAL : EX_GROWTH_COMPLETE, 100 + 9 * i, 130 - 5 * i);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_growth_long (void)
{
  ExChart *chart = growth ("Donaudampfschifffahrtsgesellschaftskapitäne kamen und gingen in jedem einzelnen Geschäftsjahr seit der Gründung");

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("Geschäftsjahr %u/%u nach neuer Abgrenzung", 2020 + i, 21 + i);
      const ExGrowthPeriod self = { .label = label, .kind = EX_GROWTH_COMPLETE, .gained = 1e6, .lost = 2e6, .gained_text = "+1.000.000,00 Kapitäne",
                                    .lost_text = "−2.000.000,00 Kapitäne" };

      ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &self);
    }
  return chart;
}

ExChart *
scene_growth_wild (void)
{
  ExChart *chart = growth (NULL);
  const ExGrowthPeriod ahead = { .label = "Then", .kind = EX_GROWTH_FORECAST, .gained = INFINITY, .lost = 5, .low = -INFINITY, .high = 1e308 };

  period (chart, "Huge", NULL, EX_GROWTH_COMPLETE, 1.7e308, 1.7e308);
  period (chart, "", "", EX_GROWTH_COMPLETE, NAN, -5);
  period (chart, "Tiny", "2026", EX_GROWTH_PROVISIONAL, 1e-300, 1e-300);
  ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &ahead);
  return chart;
}

ExChart *
scene_growth_empty (void)
{
  return growth (NULL);
}

/* --- reasons ----------------------------------------------------------------------------------------------------------- */

static char *
euros (double value, gpointer data)
{
  return value >= 1e6 ? g_strdup_printf ("%.1f M €", value / 1e6) : value >= 1e3 ? g_strdup_printf ("%.0f k €", value / 1e3) : g_strdup_printf ("%.0f €", value);
}

static ExChart *
pareto (const char *title)
{
  ExChart *chart = ex_pareto_chart_new ();

  ex_chart_set_title (chart, title, title != NULL ? "Lost value by reason, October 2025 to September 2026" : NULL);
  ex_chart_set_empty_text (chart, "Nobody has been lost yet");
  return chart;
}

static void
reason (ExChart *chart, const char *name, double value)
{
  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), name, value, NULL, NULL);
}

ExChart *
scene_pareto (void)
{
  ExChart *chart = pareto ("“Competitor made a better offer” is behind 36.3 % of the value lost");

  ex_pareto_chart_set_value_text (EX_PARETO_CHART (chart), euros, NULL, NULL);
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", 152000, NULL, NULL);
  reason (chart, "Attitude of support", 314000);
  reason (chart, "Competitor made a better offer", 841000);
  reason (chart, "Price too high", 602000);
  reason (chart, "Moved away", 101000);
  reason (chart, "Network", 297000);
  reason (chart, "Deceased", 12000);
  return chart;
}

ExChart *
scene_pareto_customers (void)
{
  ExChart *chart = pareto ("“Competitor” is behind 67.0 % of the customers lost");

  reason (chart, "Competitor", 841);
  reason (chart, "Attitude", 314);
  reason (chart, "Other", 100);
  return chart;
}

ExChart *
scene_pareto_many (void)
{
  ExChart *chart = pareto ("A long tail");

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("Reason number %u", i + 1);

      reason (chart, name, floor (2000 / (1.0 + i)));
    }
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", 900, NULL, NULL);
  return chart;
}

ExChart *
scene_pareto_long (void)
{
  ExChart *chart = pareto ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle");

  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), "Der Wettbewerber hatte ein Angebot, das sowohl günstiger als auch umfangreicher war als unseres", 999999,
                           "999.999 zurückgegebene Verträge", "x");
  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), "", 5, "5 Verträge", NULL);
  ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), "Unfreundlichkeit", 555555, "555.555 Verträge", NULL);
  return chart;
}

ExChart *
scene_pareto_one (void)
{
  ExChart *chart = pareto ("One reason");

  reason (chart, "Price", 3);
  return chart;
}

ExChart *
scene_pareto_unknown (void)
{
  ExChart *chart = pareto ("No reason is known");

  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", 1869, NULL, NULL);
  return chart;
}

ExChart *
scene_pareto_zeros (void)
{
  ExChart *chart = pareto (NULL);

  reason (chart, "Price", 0);
  reason (chart, "Offer", 0);
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", 0, NULL, NULL);
  return chart;
}

ExChart *
scene_pareto_rtl (void)
{
  ExChart *chart = pareto ("المنافس هو السبب الأكبر");

  reason (chart, "المنافس", 841);
  reason (chart, "السعر", 314);
  reason (chart, "الخدمة", 120);
  for (guint i = 0; i < 20; i++)
    reason (chart, "سبب آخر", 20 - i);
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "غير معروف", 90, NULL, NULL);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_pareto_wild (void)
{
  ExChart *chart = pareto (NULL);

  reason (chart, "Huge", INFINITY);
  reason (chart, "None", NAN);
  reason (chart, "Less", -1.7e308);
  reason (chart, "Tiny", 1e-300);
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Old", 1, NULL, NULL);
  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Not known", 1e300, NULL, NULL);
  return chart;
}

ExChart *
scene_pareto_empty (void)
{
  return pareto (NULL);
}
