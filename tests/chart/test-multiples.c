#include "config.h"

#include "chart-scenes-tree.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-line-chart.h"
#include "chart/ex-multiples-chart.h"

#include <string.h>

#define DAY 739617.0

static ExChart *
line (const char *title, guint n)
{
  ExChart *chart = ex_line_chart_new ();

  ex_chart_set_title (chart, title, NULL);
  ex_chart_set_empty_text (chart, "No check-ins yet");
  ex_line_chart_set_range (EX_LINE_CHART (chart), DAY, DAY + 364);
  for (guint i = 0; i < n; i++)
    ex_line_chart_add_point (EX_LINE_CHART (chart), DAY + 30 * i, i, i == 1 ? "The second" : NULL);
  return chart;
}

static ExChart *
three (void)
{
  ExChart *chart = ex_multiples_chart_new ();
  g_autoptr (ExChart) a = line ("A", 3), b = line ("B", 0), c = line ("C", 2);

  ex_chart_set_mark_key (a, 2, "own");
  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), a, "a");
  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), b, "b");
  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), c, NULL);
  return chart;
}

static void
its_marks_are_those_of_the_panels (void)
{
  static const guint panels[] = { 0, 0, 0, 1, 2, 2 };
  static const char *const keys[] = { "a", "a", "own", "b", NULL, NULL };
  g_autoptr (ExChart) chart = three ();
  g_autofree char *second = NULL, *empty = NULL;

  g_assert_cmpuint (ex_multiples_chart_n_panels (EX_MULTIPLES_CHART (chart)), ==, 3);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, G_N_ELEMENTS (panels)); /* a panel without any is one */
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_assert_cmpuint (ex_multiples_chart_panel_of (EX_MULTIPLES_CHART (chart), i), ==, panels[i]);
      g_assert_cmpstr (ex_chart_mark_key (chart, i), ==, keys[i]);
    }
  second = ex_chart_mark_text (chart, 1);
  empty = ex_chart_mark_text (chart, 3);
  g_assert_cmpstr (second, ==, "A. The second");
  g_assert_nonnull (strstr (empty, "B"));
  g_assert_nonnull (strstr (empty, "No check-ins yet"));
}

static void
its_table_says_which (void)
{
  g_autoptr (ExChart) chart = three ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);

  g_assert_cmpuint (rows->len, ==, 7);
  g_assert_cmpstr (((GStrv) rows->pdata[0])[1], ==, "Date");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[0], ==, "A");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[3], ==, "The second");
  g_assert_cmpstr (((GStrv) rows->pdata[4])[0], ==, "B");
  g_assert_cmpstr (((GStrv) rows->pdata[4])[1], ==, "");
  g_assert_cmpstr (((GStrv) rows->pdata[5])[0], ==, "C");
}

static void
panels_have_good_proportions (void)
{
  static const struct { guint n; double width, height; guint columns; } cases[] = {
    { 1, 1200, 700, 1 }, { 2, 1200, 400, 2 }, { 2, 500, 700, 1 }, { 3, 1400, 320, 3 }, { 4, 1000, 620, 2 }, { 7, 1200, 700, 3 },
    { 12, 1200, 700, 4 }, { 12, 800, 560, 4 }, { 12, 300, 2400, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = ex_multiples_chart_new ();
      ExRect first, rect;
      guint columns = 0;

      for (guint j = 0; j < cases[i].n; j++)
        {
          g_autoptr (ExChart) panel = line ("Objective", 0);

          ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, NULL);
        }
      ex_chart_layout (chart, cases[i].width, cases[i].height, EX_THEME_LIGHT, FALSE);
      g_assert_true (ex_chart_mark_rect (chart, 0, &first));
      for (guint j = 0; j < cases[i].n; j++)
        {
          g_assert_true (ex_chart_mark_rect (chart, j, &rect));
          columns += rect.y == first.y ? 1 : 0;
        }
      g_assert_cmpuint (columns, ==, cases[i].columns);
    }
}

static void
reading_begins_at_the_right_where_it_does (void)
{
  g_autoptr (ExChart) chart = three ();
  ExRect first, last;

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, 1400, 300, EX_THEME_LIGHT, FALSE);
  g_assert_true (ex_chart_mark_rect (chart, 0, &first));
  g_assert_true (ex_chart_mark_rect (chart, 4, &last));
  g_assert_cmpfloat (first.x, >, last.x);
}

static void
arrow_keys_lead_from_panel_to_panel (void)
{
  g_autoptr (ExChart) chart = three ();

  ex_chart_layout (chart, 1400, 300, EX_THEME_LIGHT, FALSE);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_RIGHT), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (chart, 2, EX_WAY_RIGHT), ==, 3);
  g_assert_cmpint (ex_chart_neighbour (chart, 3, EX_WAY_RIGHT), ==, 4);
  g_assert_cmpint (ex_chart_neighbour (chart, 3, EX_WAY_LEFT), ==, 2);
  g_assert_cmpint (ex_chart_neighbour (chart, 5, EX_WAY_RIGHT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_UP), ==, -1);
  ex_chart_layout (chart, 300, 900, EX_THEME_LIGHT, FALSE); /* one under the other */
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_DOWN), ==, 3);
  g_assert_cmpint (ex_chart_neighbour (chart, 3, EX_WAY_UP), >=, 0);
}

static void
count_cb (ExChart *chart, gpointer count)
{
  *(guint *) count += 1;
}

static void
a_change_of_a_panel_is_one_of_the_whole (void)
{
  g_autoptr (ExChart) chart = ex_multiples_chart_new ();
  g_autoptr (ExChart) panel = line ("A", 2);
  guint count = 0;

  ex_multiples_chart_add_panel (EX_MULTIPLES_CHART (chart), panel, NULL);
  g_signal_connect (chart, "changed", G_CALLBACK (count_cb), &count);
  ex_line_chart_add_point (EX_LINE_CHART (panel), DAY + 100, 5, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 3);
  ex_chart_layout (chart, 600, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpuint (count, ==, 1); /* laying out is no change */
  g_assert_cmpint (ex_chart_hit (chart, 10, 395), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/multiples/its-marks-are-those-of-the-panels", its_marks_are_those_of_the_panels);
  g_test_add_func ("/multiples/its-table-says-which", its_table_says_which);
  g_test_add_func ("/multiples/panels-have-good-proportions", panels_have_good_proportions);
  g_test_add_func ("/multiples/reading-begins-at-the-right-where-it-does", reading_begins_at_the_right_where_it_does);
  g_test_add_func ("/multiples/arrow-keys-lead-from-panel-to-panel", arrow_keys_lead_from_panel_to_panel);
  g_test_add_func ("/multiples/a-change-of-a-panel-is-one-of-the-whole", a_change_of_a_panel_is_one_of_the_whole);

  return g_test_run ();
}
