#include "config.h"

#include "chart-scenes-tree.h"

#include "chart/ex-icicle-chart.h"
#include "chart/ex-line-chart.h"
#include "chart/ex-multiples-chart.h"
#include "chart/ex-pareto-chart.h"

#include <math.h>

#define DAY_2026 739617.0 /* 1 January 2026 */

/* ---- Icicles ---- */

static const char *const row_names[] = { "Company", "Level 1", "Level 2", "Level 3", "Level 4", NULL };

static ExChart *
icicle (const char *title)
{
  static const char *const tones[] = { "No data", "On track", "At risk", "Off track" };
  ExChart *chart = ex_icicle_chart_new ();

  ex_chart_set_title (chart, title, "Objectives under their parents, as wide as they weigh");
  ex_chart_set_empty_text (chart, "No objectives yet");
  ex_icicle_chart_set_rows (EX_ICICLE_CHART (chart), row_names);
  ex_icicle_chart_set_tone_names (EX_ICICLE_CHART (chart), tones, "Not linked");
  return chart;
}

static int
node (ExChart *chart, int parent, guint level, const char *name, double weight, ExTone tone, gboolean loose)
{
  ExIcicleNode item = { .name = name, .parent = parent, .level = level, .weight = weight, .tone = tone, .loose = loose, .key = name };

  return (int) ex_icicle_chart_add_node (EX_ICICLE_CHART (chart), &item);
}

static void
add_cascade (ExChart *chart)
{
  int keep = node (chart, -1, 0, "Keep who we have: contracts of a year or more at 88 %", 40, EX_TONE_WATCH, FALSE);
  int win = node (chart, -1, 0, "Win 1,500 new customers from switchers", 35, EX_TONE_GOOD, FALSE);
  int grow = node (chart, -1, 0, "Sell a second service", 25, EX_TONE_BAD, FALSE);
  int answer = node (chart, keep, 1, "Answer within 30 seconds", 15, EX_TONE_GOOD, FALSE);
  int bills = node (chart, keep, 1, "Bills that explain themselves", 14, EX_TONE_BAD, FALSE);
  int online = node (chart, win, 1, "Half of all contracts online", 20, EX_TONE_GOOD, FALSE);

  node (chart, keep, 1, "Call before the contract ends", 11, EX_TONE_WATCH, FALSE);
  node (chart, win, 1, "Partners bring 300", 10, EX_TONE_NONE, FALSE);
  node (chart, grow, 1, "Heat pumps with every second roof", 25, EX_TONE_BAD, FALSE);
  node (chart, answer, 2, "Staff the evening", 8, EX_TONE_GOOD, FALSE);
  node (chart, answer, 2, "Call back within the hour", 7, EX_TONE_WATCH, FALSE);
  node (chart, bills, 2, "One page, no codes", 9, EX_TONE_BAD, FALSE);
  node (chart, bills, 2, "Explain every rise", 5, EX_TONE_GOOD, FALSE);
  node (chart, online, 2, "A form of five fields", 12, EX_TONE_GOOD, FALSE);
  node (chart, online, 2, "Load in two seconds", 6, EX_TONE_GOOD, FALSE);
  node (chart, -1, 2, "Tidy the archive", 6, EX_TONE_GOOD, TRUE);
  node (chart, -1, 1, "A new car park", 9, EX_TONE_NONE, TRUE);
}

ExChart *
scene_icicle (void)
{
  ExChart *chart = icicle ("Two objectives of seventeen hang in the air");

  add_cascade (chart);
  return chart;
}

ExChart *
scene_icicle_focus (void)
{
  ExChart *chart = icicle ("Half of what hangs on bills is off track");

  add_cascade (chart);
  ex_icicle_chart_set_focus (EX_ICICLE_CHART (chart), 0);
  return chart;
}

ExChart *
scene_icicle_of (guint n)
{
  ExChart *chart = icicle ("What hangs on what in a large company");
  guint next = 8;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Objective number %u of this company", i + 1);
      gboolean loose = i > 40 && i % 17 == 0;
      int parent = i < 8 || loose ? -1 : (int) (i < 40 ? i % 8 : i < n / 20 ? 8 + (i * 7) % 32 : i < n / 3 ? 40 + (i * 11) % MAX (n / 20 - 40, 1) : n / 20 + (i * 13) % MAX (n / 3 - n / 20, 1));

      if (n < 200)
        parent = i < 8 || loose ? -1 : (int) (i % next);
      node (chart, parent, loose ? 3 : 0, name, 1 + i % 7, (ExTone) ((i * 31 / 7) % 4), loose);
    }
  return chart;
}

ExChart *
scene_icicle_many (void)
{
  return scene_icicle_of (3000);
}

ExChart *
scene_icicle_deep (void)
{
  ExChart *chart = icicle ("A chain of three hundred");

  for (int i = 0; i < 300; i++)
    node (chart, i - 1, 0, "Link", 1, (ExTone) (i % 4), FALSE);
  return chart;
}

ExChart *
scene_icicle_loose (void)
{
  ExChart *chart = icicle ("Nothing hangs on anything yet");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Objective %u", i + 1);

      node (chart, -1, 1 + i % 3, name, 3 + i, (ExTone) (i % 4), TRUE);
    }
  return chart;
}

ExChart *
scene_icicle_one (void)
{
  ExChart *chart = icicle ("One objective");

  node (chart, -1, 0, "Keep who we have", 100, EX_TONE_GOOD, FALSE);
  return chart;
}

ExChart *
scene_icicle_outlier (void)
{
  ExChart *chart = icicle ("One weighs more than all others");

  node (chart, -1, 0, "The one", 1e7, EX_TONE_GOOD, FALSE);
  for (guint i = 0; i < 20; i++)
    node (chart, -1, 0, "One of the rest", 1, EX_TONE_BAD, FALSE);
  node (chart, 0, 1, "Under the one", 9e6, EX_TONE_WATCH, FALSE);
  node (chart, 20, 3, "Three rows below another", 1, EX_TONE_WATCH, FALSE);
  return chart;
}

ExChart *
scene_icicle_long (void)
{
  static const char *const tones[] = { "Hierzu liegen noch überhaupt keine Messwerte vor", "Auf dem vereinbarten Weg zum Ziel", "Gefährdet, aber noch zu schaffen",
                                       "Deutlich hinter dem zurück, was vereinbart war" };
  static const char *const rows[] = { "Geschäftsführung der Donaudampfschifffahrtsgesellschaft", "Bereichsleitungen", "Abteilungen", NULL };
  ExChart *chart = icicle ("Donaudampfschifffahrtsgesellschaftskapitäne hängen an dem, was die Geschäftsführung vereinbart hat");
  int top = node (chart, -1, 0, "Donaudampfschifffahrtsgesellschaftskapitänsmützen zurückgewinnen, bevor das Geschäftsjahr endet", 10, EX_TONE_GOOD, FALSE);

  ex_icicle_chart_set_rows (EX_ICICLE_CHART (chart), rows);
  ex_icicle_chart_set_tone_names (EX_ICICLE_CHART (chart), tones, "An keinem übergeordneten Ziel aufgehängt");
  for (guint i = 0; i < 9; i++)
    node (chart, top, 1, "Rindfleischetikettierungsüberwachungsaufgabenübertragung", 1 + i, (ExTone) (i % 4), FALSE);
  node (chart, -1, 1, "Kundenzufriedenheitsbefragungsauswertung", 20, EX_TONE_NONE, TRUE);
  return chart;
}

ExChart *
scene_icicle_rtl (void)
{
  static const char *const tones[] = { "لا بيانات", "على المسار", "في خطر", "خارج المسار" };
  static const char *const rows[] = { "الشركة", "المستوى ١", "المستوى ٢", NULL };
  ExChart *chart = icicle ("هدفان معلقان في الهواء");
  int keep = node (chart, -1, 0, "الاحتفاظ بالعملاء", 60, EX_TONE_GOOD, FALSE);
  int win = node (chart, -1, 0, "كسب عملاء جدد", 40, EX_TONE_WATCH, FALSE);

  ex_chart_set_title (chart, "هدفان معلقان في الهواء", "الأهداف تحت ما تتبعه، بعرض وزنها");
  ex_icicle_chart_set_rows (EX_ICICLE_CHART (chart), rows);
  ex_icicle_chart_set_tone_names (EX_ICICLE_CHART (chart), tones, "غير مرتبط");
  node (chart, keep, 1, "الرد خلال ثلاثين ثانية", 25, EX_TONE_GOOD, FALSE);
  node (chart, keep, 1, "فواتير واضحة", 35, EX_TONE_BAD, FALSE);
  node (chart, win, 1, "العقود عبر الإنترنت", 40, EX_TONE_NONE, FALSE);
  node (chart, -1, 2, "ترتيب الأرشيف", 15, EX_TONE_GOOD, TRUE);
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_icicle_wild (void)
{
  ExChart *chart = icicle (NULL);

  node (chart, -1, G_MAXUINT, "Far below", NAN, EX_TONE_GOOD, FALSE);
  node (chart, 0, 0, "", -5, EX_TONE_BAD, FALSE);
  node (chart, -1, 0, "Weighs everything", INFINITY, EX_TONE_WATCH, FALSE);
  node (chart, 2, 0, "Weighs nothing", 0, EX_TONE_NONE, TRUE);
  node (chart, -7, 1, "\xff\xfe not text", 1.7e308, EX_TONE_NONE, TRUE);
  return chart;
}

ExChart *
scene_icicle_empty (void)
{
  return icicle (NULL);
}

/* ---- Several on a sheet ---- */

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf ("%.0f %%", value);
}

static ExChart *
small_line (const char *title, guint n_points, double from, double to, double wobble)
{
  ExChart *chart = ex_line_chart_new ();
  ExLineChart *line = EX_LINE_CHART (chart);
  g_autofree char *level = g_strdup_printf ("Target %.0f %%", to);

  ex_chart_set_title (chart, title, NULL);
  ex_chart_set_empty_text (chart, "No check-ins yet");
  ex_line_chart_set_range (line, DAY_2026, DAY_2026 + 364);
  ex_line_chart_set_value_text (line, percent_text, NULL, NULL);
  ex_line_chart_set_path (line, from, to, "Expected");
  ex_line_chart_add_level (line, to, level);
  for (guint i = 0; i < n_points; i++)
    ex_line_chart_add_point (line, DAY_2026 + 28 * (i + 1), from + (to - from) * (i + 1) / 12 + wobble * sin (i * 1.7), NULL);
  return chart;
}

static ExChart *
sheet (const char *title, guint n)
{
  static const char *const titles[] = { "Answer within 30 seconds", "One-year contracts kept", "Bills that explain themselves", "Won back after leaving",
                                        "Second service sold", "Complaints closed within a week, counted from the day they came in, not the day somebody read them", "Contracts online" };
  ExChart *chart = ex_multiples_chart_new ();

  ex_chart_set_title (chart, title, "Each against its path, January to December 2026");
  ex_chart_set_empty_text (chart, "No objectives yet");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ExChart) panel = small_line (titles[i % G_N_ELEMENTS (titles)], i % 5 == 3 ? 0 : i % 5 == 4 ? 1 : 9, 60 + 3 * i, i % 3 == 1 ? 40 : 90, 4 + i % 4);

      ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, titles[i % G_N_ELEMENTS (titles)]);
    }
  return chart;
}

ExChart *
scene_multiples (void)
{
  return sheet ("Ana Okafor is on her way with five of seven", 7);
}

ExChart *
scene_multiples_one (void)
{
  return sheet ("One objective", 1);
}

ExChart *
scene_multiples_two (void)
{
  return sheet ("Two objectives", 2);
}

ExChart *
scene_multiples_twelve (void)
{
  return sheet ("Twelve objectives", 12);
}

ExChart *
scene_multiples_mixed (void)
{
  ExChart *chart = sheet ("A line, reasons and a cascade", 1);
  g_autoptr (ExChart) pareto = ex_pareto_chart_new (), tree = scene_icicle ();

  ex_chart_set_title (pareto, "Why customers left", NULL);
  ex_pareto_chart_add_bar (EX_PARETO_CHART (pareto), "Competitor", 841, NULL, NULL);
  ex_pareto_chart_add_bar (EX_PARETO_CHART (pareto), "Attitude", 314, NULL, NULL);
  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), pareto, NULL);
  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), tree, NULL);
  return chart;
}

ExChart *
scene_multiples_long (void)
{
  ExChart *chart = ex_multiples_chart_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (ExChart) panel = small_line (i == 2 ? "" : "Donaudampfschifffahrtsgesellschaftskapitäne, die im ersten Quartal nach ihrer Kündigung wiedergekommen sind und blieben",
                                              6, 10, 20, 1);

      ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, NULL);
    }
  return chart;
}

ExChart *
scene_multiples_rtl (void)
{
  static const char *const titles[] = { "الرد خلال ثلاثين ثانية", "العقود السنوية", "فواتير واضحة", "العائدون" };
  ExChart *chart = ex_multiples_chart_new ();

  ex_chart_set_title (chart, "أربعة أهداف", "كل هدف مقابل مساره");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (ExChart) panel = small_line (titles[i], 8, 50, 80, 3);

      ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, NULL);
    }
  ex_chart_set_rtl (chart, TRUE);
  return chart;
}

ExChart *
scene_multiples_empty (void)
{
  return sheet (NULL, 0);
}
