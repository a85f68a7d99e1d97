#include "config.h"

#include "chart-scenes-dots.h"

#include "chart/ex-dot-chart.h"
#include "chart/ex-dumbbell-chart.h"
#include "chart/ex-steps-chart.h"

#include <math.h>

static const char *const names[] = { "Ana Okafor", "Ben Ito", "Carla Méndez", "Dmitri Volkov", "Eva Lindqvist", "Farid Haddad", "Grace Kim", "Hugo Blanc",
                                     "Ines Duarte", "Jonas Weber", "Keiko Tanaka", "Liam Byrne" };

static char *
percent_text (double value, gpointer data)
{
  return g_strdup_printf (value == floor (value) ? "%.0f %%" : "%.1f %%", value);
}

static char *
one_place (double value, gpointer data)
{
  return g_strdup_printf ("%.1f", value);
}

/* --- dumbbells --------------------------------------------------------------------------------------------------------- */

static const char *const views[] = { "Self", "Manager", "Observers", NULL };
static const char *const points[] = { "Not seen", "Rarely", "Often", "Always", "Sets the example", NULL };

static ExChart *
dumbbell (const char *title)
{
  ExChart *chart = ex_dumbbell_chart_new (views);

  ex_chart_set_title (chart, title, title != NULL ? "Behaviour, mean of five ratings from 1 to 5, as of now" : NULL);
  ex_chart_set_empty_text (chart, "Nobody is rated yet");
  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (chart), 1, 5, points);
  ex_dumbbell_chart_set_value_text (EX_DUMBBELL_CHART (chart), one_place, NULL, NULL);
  ex_dumbbell_chart_set_heading (EX_DUMBBELL_CHART (chart), "Leader");
  return chart;
}

static void
rate (ExChart *chart, const char *name, double self, double manager, double observers)
{
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), name, (const double[]) { self, manager, observers }, NULL, NULL, name);
}

ExChart *
scene_dumbbell (void)
{
  ExChart *chart = dumbbell ("Ana Okafor speaks best of herself: 1.4 above what her team sees");

  rate (chart, names[0], 4.6, 3.8, 3.2);
  rate (chart, names[1], 3.0, 3.1, 3.0);
  rate (chart, names[2], 2.4, 3.4, 3.5);
  rate (chart, names[3], 4.8, 4.2, NAN);
  rate (chart, names[4], 3.6, NAN, NAN);
  rate (chart, names[5], 3.9, 3.9, 3.9);
  rate (chart, names[6], 4.0, 3.0, 4.6);
  rate (chart, names[7], NAN, 3.2, 3.9);
  rate (chart, names[8], 3.2, 2.9, 3.4);
  rate (chart, names[9], NAN, NAN, NAN);
  return chart;
}

ExChart *
scene_dumbbell_many (void)
{
  ExChart *chart = dumbbell ("Most of 300 leaders rate themselves higher than others do");
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leader %u", i + 1);
      double self = g_rand_double_range (rand, 2.4, 5);

      rate (chart, name, self, MAX (1, self - g_rand_double_range (rand, -0.5, 1.5)), MAX (1, self - g_rand_double_range (rand, -0.6, 1.9)));
    }
  return chart;
}

ExChart *
scene_dumbbell_one (void)
{
  ExChart *chart = dumbbell (NULL);

  rate (chart, names[0], 2.2, 4.4, NAN);
  return chart;
}

ExChart *
scene_dumbbell_tight (void)
{
  ExChart *chart = dumbbell ("All say the same");

  for (guint i = 0; i < 6; i++)
    rate (chart, names[i], 3 + 0.04 * i, 3, 3 + 0.02 * i);
  return chart;
}

ExChart *
scene_dumbbell_four (void)
{
  ExChart *chart = ex_dumbbell_chart_new ((const char *const[]) { "Self", "Manager", "Observers", "A year ago", NULL });

  ex_chart_set_title (chart, "Four views, no fixed scale", "Points");
  for (guint i = 0; i < 7; i++)
    ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), names[i], (const double[]) { 12.0 - 9 * i, -14 + 3.0 * i, 5, i % 2 == 0 ? NAN : -30 }, NULL, NULL, NULL);
  return chart;
}

ExChart *
scene_dumbbell_long (void)
{
  ExChart *chart = ex_dumbbell_chart_new ((const char *const[]) { "Selbsteinschätzung der Führungskraft", "Einschätzung durch die Vorgesetzte", NULL });

  ex_chart_set_title (chart, "Die Selbsteinschätzungen liegen in den meisten Geschäftsbereichen deutlich über dem, was Vorgesetzte und Beobachtende sehen",
                      "Mittelwerte der Verhaltensbewertungen des Geschäftsjahres");
  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (chart), 1, 4, (const char *const[]) { "Wird überhaupt nicht beobachtet", "Wird gelegentlich beobachtet",
                               "Wird häufig beobachtet", "Ist ein Vorbild für das gesamte Unternehmen", NULL });
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "Dr. Maximiliane Freifrau von Donaudampfschifffahrt", (const double[]) { 3.5, 2 }, "+1,5 Punkte", NULL, NULL);
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "Jo", (const double[]) { 1, 4 }, "−3 Punkte", NULL, NULL);
  return chart;
}

ExChart *
scene_dumbbell_rtl (void)
{
  ExChart *chart = ex_dumbbell_chart_new ((const char *const[]) { "التقييم الذاتي", "المدير", NULL });

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_set_title (chart, "من يتكلم ومن يعمل", "متوسط التقييمات");
  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (chart), 1, 3, (const char *const[]) { "نادرا", "غالبا", "دائما", NULL });
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "ليلى حداد", (const double[]) { 2.8, 1.6 }, NULL, NULL, NULL);
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "عمر", (const double[]) { 1.5, 2.4 }, NULL, NULL, NULL);
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "سارة", (const double[]) { 1.5, NAN }, NULL, NULL, NULL);
  return chart;
}

ExChart *
scene_dumbbell_wild (void)
{
  ExChart *chart = ex_dumbbell_chart_new (views);

  rate (chart, "", 1.7e308, -1.7e308, INFINITY);
  rate (chart, "Infinite", -INFINITY, INFINITY, NAN);
  rate (chart, "Nothing", NAN, NAN, NAN);
  rate (chart, "Zero", 0, 0, 0);
  return chart;
}

ExChart *
scene_dumbbell_empty (void)
{
  return dumbbell (NULL);
}

/* --- steps ------------------------------------------------------------------------------------------------------------- */

static const char *const steps[] = { "Agreed", "Measured", "Linked", "Signed", NULL };

static ExChart *
steps_chart (const char *title)
{
  ExChart *chart = ex_steps_chart_new (steps);

  ex_chart_set_title (chart, title, title != NULL ? "Reviews by level from the top, as of now" : NULL);
  ex_chart_set_empty_text (chart, "There are no reviews yet");
  ex_steps_chart_set_heading (EX_STEPS_CHART (chart), "Level");
  return chart;
}

static void
level (ExChart *chart, const char *name, const char *note, guint of, guint agreed, guint measured, guint linked, guint closed)
{
  const ExStepsCell cells[] = { { agreed, of, NULL, "agreed" }, { measured, of, NULL, NULL }, { linked, of, NULL, NULL }, { closed, of, NULL, NULL } };

  ex_steps_chart_add_row (EX_STEPS_CHART (chart), name, note, cells, name);
}

ExChart *
scene_steps (void)
{
  ExChart *chart = steps_chart ("Everything is agreed down to level 2; level 4 has hardly begun");

  level (chart, "Level 1", "1 leader", 1, 1, 1, 1, 1);
  level (chart, "Level 2", "4 leaders", 4, 4, 4, 3, 2);
  level (chart, "Level 3", "12 leaders", 12, 9, 8, 6, 0);
  level (chart, "Level 4", "31 leaders", 31, 7, 3, 1, 0);
  level (chart, "Level 5", "nobody yet", 0, 0, 0, 0, 0);
  return chart;
}

ExChart *
scene_steps_many (void)
{
  ExChart *chart = steps_chart ("Forty units, none of them done");

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i + 1);

      level (chart, name, "some leaders", 1000 + i * 13, 900 + i, 3 * i * i % 1000, 40 * i % 999, i);
    }
  return chart;
}

ExChart *
scene_steps_one (void)
{
  ExChart *chart = steps_chart (NULL);

  level (chart, "Level 1", NULL, 1, 1, 0, 0, 0);
  return chart;
}

ExChart *
scene_steps_long (void)
{
  ExChart *chart = ex_steps_chart_new ((const char *const[]) { "Zielvereinbarung unterschrieben", "Messung eingerichtet und geprüft", "Mit übergeordnetem Ziel verknüpft", NULL });
  const ExStepsCell cells[] = { { 11, 12, NULL, NULL }, { 12000, 120000, NULL, NULL }, { 3, 3, NULL, NULL } };

  ex_chart_set_title (chart, "Die Zielvereinbarungen sind auf der zweiten Ebene weitgehend abgeschlossen, die Verknüpfung fehlt", "Zahl der Führungskräfte je Ebene");
  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "Geschäftsbereichsleiterinnen und Geschäftsbereichsleiter", "einschließlich Stellvertretungen", cells, NULL);
  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "Teams", NULL, cells, NULL);
  return chart;
}

ExChart *
scene_steps_rtl (void)
{
  ExChart *chart = ex_steps_chart_new ((const char *const[]) { "متفق عليه", "موقع", NULL });

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_set_title (chart, "المستوى الثاني متأخر", "عدد المراجعات");
  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "المستوى ١", "قائد واحد", (const ExStepsCell[]) { { 1, 1, NULL, NULL }, { 1, 1, NULL, NULL } }, NULL);
  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "المستوى ٢", NULL, (const ExStepsCell[]) { { 5, 9, NULL, NULL }, { 2, 9, NULL, NULL } }, NULL);
  return chart;
}

ExChart *
scene_steps_wild (void)
{
  ExChart *chart = steps_chart ("Counts as they never should be");

  level (chart, "", "", 0, 0, 0, 0, 0);
  level (chart, "More than all", NULL, 3, 9, 3, 0, 4000000000u);
  level (chart, "Very many", NULL, 4294967295u, 4294967294u, 1, 4294967295u, 0);
  return chart;
}

ExChart *
scene_steps_empty (void)
{
  return steps_chart (NULL);
}

/* --- dots -------------------------------------------------------------------------------------------------------------- */

static ExChart *
dots (const char *title)
{
  ExChart *chart = ex_dot_chart_new ();
  ExDotChart *self = EX_DOT_CHART (chart);

  ex_chart_set_title (chart, title, title != NULL ? "Score of each leader, percent of target" : NULL);
  ex_chart_set_empty_text (chart, "There are no leaders yet");
  ex_dot_chart_set_value_text (self, percent_text, NULL, NULL);
  ex_dot_chart_set_none_name (self, "Not measured");
  ex_dot_chart_set_heading (self, "Unit", "Leader");
  return chart;
}

/* Roughly a bell: the mean of four. */
static double
bell (GRand *rand, double middle, double width)
{
  return middle + width * (g_rand_double_range (rand, -1, 1) + g_rand_double_range (rand, -1, 1) + g_rand_double_range (rand, -1, 1) + g_rand_double_range (rand, -1, 1)) / 2;
}

static void
add_leaders (ExChart *chart, GRand *rand, const char *group, guint n, double middle, double width, guint none)
{
  guint number = ex_dot_chart_add_group (EX_DOT_CHART (chart), group, group);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i + 1);
      double value = i < none ? NAN : round (10 * CLAMP (bell (rand, middle, width), 0, 150)) / 10;

      ex_dot_chart_add_dot (EX_DOT_CHART (chart), number, value, name, NULL, name);
    }
}

ExChart *
scene_dots (void)
{
  ExChart *chart = dots ("Half of Sales is on target, hardly anybody in Support");
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  ex_dot_chart_set_range (EX_DOT_CHART (chart), 0, 100);
  ex_dot_chart_add_level (EX_DOT_CHART (chart), 100, "Target reached");
  add_leaders (chart, rand, "Sales", 14, 92, 20, 0);
  add_leaders (chart, rand, "Customer Service", 22, 71, 24, 3);
  add_leaders (chart, rand, "Product", 9, 80, 12, 0);
  add_leaders (chart, rand, "Support", 17, 48, 22, 1);
  add_leaders (chart, rand, "Finance", 1, 66, 1, 0);
  add_leaders (chart, rand, "People", 2, 0, 0, 2);
  return chart;
}

ExChart *
scene_dots_leaders (void)
{
  ExChart *chart = dots ("Three hundred leaders: the typical one is at 68 %");
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  ex_dot_chart_add_level (EX_DOT_CHART (chart), 80, "Threshold");
  ex_dot_chart_add_level (EX_DOT_CHART (chart), 100, "Target reached");
  ex_dot_chart_add_level (EX_DOT_CHART (chart), 104, "Stretch reached");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %c", (char) ('A' + i));

      add_leaders (chart, rand, name, 8 + 8 * i, 50 + 5 * i, 30, i);
    }
  return chart;
}

ExChart *
scene_dots_many (void)
{
  ExChart *chart = dots ("Ten thousand leaders");
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  ex_dot_chart_add_level (EX_DOT_CHART (chart), 100, "Target reached");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Level %u", i + 1);
      static const guint sizes[] = { 1, 9, 90, 900, 4000, 5000 };

      add_leaders (chart, rand, name, sizes[i], 60 + 5 * i, 35, sizes[i] / 20);
    }
  return chart;
}

ExChart *
scene_dots_outlier (void)
{
  ExChart *chart = dots ("One is far ahead of all");
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  add_leaders (chart, rand, "Sales", 40, 60, 30, 0);
  add_leaders (chart, rand, "Support", 30, 60, 30, 0);
  ex_dot_chart_add_dot (EX_DOT_CHART (chart), 1, 9800, "Max Power", NULL, NULL);
  return chart;
}

ExChart *
scene_dots_one (void)
{
  ExChart *chart = dots (NULL);

  ex_dot_chart_add_dot (EX_DOT_CHART (chart), ex_dot_chart_add_group (EX_DOT_CHART (chart), "Company", NULL), 68.4, names[0], NULL, NULL);
  return chart;
}

ExChart *
scene_dots_none (void)
{
  ExChart *chart = dots ("Nobody is measured");
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  ex_dot_chart_set_range (EX_DOT_CHART (chart), 0, 100);
  add_leaders (chart, rand, "Sales", 7, 0, 0, 7);
  add_leaders (chart, rand, "Support", 0, 0, 0, 0);
  return chart;
}

ExChart *
scene_dots_same (void)
{
  ExChart *chart = dots ("All have the same score");
  guint group = ex_dot_chart_add_group (EX_DOT_CHART (chart), "All", NULL);

  for (guint i = 0; i < 120; i++)
    ex_dot_chart_add_dot (EX_DOT_CHART (chart), group, 100, names[i % 12], NULL, NULL);
  return chart;
}

ExChart *
scene_dots_negative (void)
{
  ExChart *chart = dots ("Net growth of each unit's customers");
  guint group = ex_dot_chart_add_group (EX_DOT_CHART (chart), "Units", NULL);

  for (guint i = 0; i < 30; i++)
    ex_dot_chart_add_dot (EX_DOT_CHART (chart), group, round (40 * sin (i * 1.3)) - 12, names[i % 12], NULL, NULL);
  ex_dot_chart_add_level (EX_DOT_CHART (chart), 0, "No change");
  return chart;
}

ExChart *
scene_dots_forty (void)
{
  ExChart *chart = dots ("Forty units");
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i + 1);

      add_leaders (chart, rand, name, 3 + i % 9, 40 + i, 30, i % 3);
    }
  return chart;
}

ExChart *
scene_dots_long (void)
{
  ExChart *chart = dots ("Die meisten Führungskräfte des Kundendienstes liegen noch deutlich unter dem vereinbarten Ziel für dieses Geschäftsjahr");
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  ExDotChart *self = EX_DOT_CHART (chart);

  ex_dot_chart_set_none_name (self, "Noch nicht gemessen, weil kein Messwert eingetragen wurde");
  ex_dot_chart_add_level (self, 60, "Schwellenwert des Geschäftsjahres");
  ex_dot_chart_add_level (self, 62, "Vereinbartes Ziel für das Geschäftsjahr");
  ex_dot_chart_add_level (self, 61, "Übertroffen");
  ex_dot_chart_add_level (self, 63, "Noch weiter übertroffen als erwartet");
  ex_dot_chart_add_level (self, 64, "Fünftens");
  add_leaders (chart, rand, "Geschäftsbereich Kundendienst und Rückgewinnung", 12, 60, 20, 2);
  add_leaders (chart, rand, "IT", 5, 60, 20, 2);
  return chart;
}

ExChart *
scene_dots_rtl (void)
{
  ExChart *chart = dots ("نصف المبيعات حققت الهدف");
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  ex_chart_set_rtl (chart, TRUE);
  ex_dot_chart_set_none_name (EX_DOT_CHART (chart), "غير مقاس");
  ex_dot_chart_add_level (EX_DOT_CHART (chart), 100, "الهدف");
  add_leaders (chart, rand, "المبيعات", 14, 92, 20, 2);
  add_leaders (chart, rand, "الدعم", 17, 48, 22, 1);
  return chart;
}

ExChart *
scene_dots_wild (void)
{
  ExChart *chart = ex_dot_chart_new ();
  ExDotChart *self = EX_DOT_CHART (chart);
  guint group = ex_dot_chart_add_group (self, "", NULL);

  ex_dot_chart_set_range (self, NAN, INFINITY);
  ex_dot_chart_add_level (self, NAN, "Never");
  ex_dot_chart_add_level (self, -INFINITY, NULL);
  ex_dot_chart_add_dot (self, group, 1.7e308, "", NULL, NULL);
  ex_dot_chart_add_dot (self, group, -1.7e308, "Low", NULL, NULL);
  ex_dot_chart_add_dot (self, group, INFINITY, "High", NULL, NULL);
  ex_dot_chart_add_dot (self, group, NAN, "None", NULL, NULL);
  return chart;
}

ExChart *
scene_dots_empty (void)
{
  return dots (NULL);
}

ExChart *
scene_dots_groups_empty (void)
{
  ExChart *chart = dots (NULL);

  ex_dot_chart_add_group (EX_DOT_CHART (chart), "A", NULL);
  return chart;
}
