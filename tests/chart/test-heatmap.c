/* The rules of the heatmap: order, marks and ways, words, motion. */
#include "config.h"

#include "heatmap-fixture.h"

#include <math.h>

static char *
order_of (ExHeatmapChart *self)
{
  GString *text = g_string_new (NULL);

  ex_heatmap_sort (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ex_heatmap_row (self, ex_heatmap_at (self, i))->name);
  return g_string_free (text, FALSE);
}

static void
assert_order (ExHeatmapChart *self, ExHeatmapOrder order, int column, const char *expected)
{
  g_autofree char *found = NULL;

  ex_heatmap_chart_set_order (self, order, column);
  found = order_of (self);
  g_assert_cmpstr (found, ==, expected);
}

/* ---- Order ---- */

static void
rows_stand_by_tree_by_name_or_by_size (void)
{
  g_autoptr (ExHeatmapChart) self = team ();

  assert_order (self, EX_HEATMAP_BY_TREE, -1, "Zoe Åsa Ben Carl");
  assert_order (self, EX_HEATMAP_BY_SIZE, 2, "Åsa Carl Zoe Ben");
  assert_order (self, EX_HEATMAP_BY_SIZE, 1, "Zoe Carl Åsa Ben"); /* without a value last, as they stand in the tree */
  assert_order (self, EX_HEATMAP_BY_SIZE, -1, "Åsa Zoe Carl Ben"); /* of the total; equals as in the tree */
  ex_heatmap_chart_set_total_column (self, -1);
  assert_order (self, EX_HEATMAP_BY_SIZE, -1, "Åsa Zoe Carl Ben"); /* of the mean */
  assert_order (self, EX_HEATMAP_BY_NAME, -1, g_utf8_collate ("Åsa", "Ben") < 0 ? "Åsa Ben Carl Zoe" : "Ben Carl Zoe Åsa");
}

static void
a_row_that_comes_later_is_sorted_too (void)
{
  g_autoptr (ExHeatmapChart) self = team ();

  assert_order (self, EX_HEATMAP_BY_SIZE, 0, "Åsa Zoe Carl Ben");
  add (self, "Dora", 0, (double[]) { 0.7, 0.7, 0.7 });
  assert_order (self, EX_HEATMAP_BY_SIZE, 0, "Åsa Dora Zoe Carl Ben");
}

/* ---- Marks ---- */

static void
names_and_cells_are_marks_and_empty_cells_are_none (void)
{
  static const char *const keys[] = {
    "Zoe", "Zoe/Total", "Zoe/Acquire", "Zoe/Retain", "Åsa", "Åsa/Total", "Åsa/Retain", "Ben", "Ben/Total", "Ben/Acquire",
    "Carl", "Carl/Total", "Carl/Acquire", "Carl/Retain",
  };
  g_autoptr (ExHeatmapChart) self = team ();
  ExChart *chart = EX_CHART (self);

  g_assert_cmpuint (ex_chart_n_marks (chart), ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpstr (ex_chart_mark_key (chart, i), ==, keys[i]);
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_SIZE, 0);
  g_assert_cmpstr (ex_chart_mark_key (chart, 0), ==, "Åsa");
  g_assert_cmpstr (ex_chart_mark_key (chart, 2), ==, "Åsa/Retain");
}

static void
every_mark_is_hit_in_its_middle_and_nothing_else_is (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    for (int total = -1; total < 3; total++)
      {
        g_autoptr (ExHeatmapChart) self = team ();
        ExChart *chart = EX_CHART (self);
        ExRect rect, gap;

        ex_heatmap_chart_set_total_column (self, total);
        ex_chart_set_rtl (chart, rtl);
        ex_chart_layout (chart, 400, 300, EX_THEME_LIGHT, TRUE);
        for (guint i = 0; i < ex_chart_n_marks (chart); i++)
          {
            g_assert_true (ex_chart_mark_rect (chart, i, &rect));
            g_assert_cmpint (ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, (int) i);
            g_assert_cmpint (ex_chart_hit (chart, rect.x + 0.3, rect.y + 0.3), ==, (int) i);
            g_assert_cmpint (ex_chart_hit (chart, rect.x + rect.width - 0.3, rect.y + rect.height - 0.3), ==, (int) i);
          }
        rect = ex_heatmap_rect (self, 1, 1); /* Åsa acquires nobody */
        g_assert_cmpint (ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, -1);
        if (total < 0)
          continue;
        rect = ex_heatmap_rect (self, 0, MIN (total, 1));
        gap = ex_heatmap_rect (self, 0, MIN (total, 1) + 1);
        g_assert_cmpint (ex_chart_hit (chart, (MIN (rect.x + rect.width, gap.x + gap.width) + MAX (rect.x, gap.x)) / 2, rect.y + 1), ==, -1);
      }
}

static void
the_total_stands_apart_and_right_to_left_all_turns (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  ExRect name, total, first, second;

  ex_chart_layout (EX_CHART (self), 500, 300, EX_THEME_LIGHT, TRUE);
  total = ex_heatmap_rect (self, 0, 0);
  first = ex_heatmap_rect (self, 0, 1);
  second = ex_heatmap_rect (self, 0, 2);
  g_assert_cmpfloat (first.x - (total.x + total.width), >, 4);
  g_assert_cmpfloat_with_epsilon (second.x, first.x + first.width, 1e-6);

  ex_chart_set_rtl (EX_CHART (self), TRUE);
  ex_chart_layout (EX_CHART (self), 500, 300, EX_THEME_LIGHT, TRUE);
  name = ex_heatmap_rect (self, 0, -1);
  total = ex_heatmap_rect (self, 0, 0);
  first = ex_heatmap_rect (self, 0, 1);
  g_assert_cmpfloat (name.x, >, total.x + total.width);
  g_assert_cmpfloat (total.x, >, first.x + first.width + 4);
  g_assert_true (ex_chart_is_mirrored (EX_CHART (self)));
}

static void
arrow_keys_go_over_what_is_empty (void)
{
  static const struct { guint from; ExWay way; int to; } ways[] = {
    { 0, EX_WAY_RIGHT, 1 }, { 0, EX_WAY_LEFT, -1 },  { 0, EX_WAY_UP, -1 },   { 0, EX_WAY_DOWN, 4 },  { 2, EX_WAY_DOWN, 9 },  { 9, EX_WAY_UP, 2 },
    { 5, EX_WAY_RIGHT, 6 }, { 6, EX_WAY_LEFT, 5 },   { 6, EX_WAY_DOWN, 13 }, { 9, EX_WAY_RIGHT, -1 }, { 13, EX_WAY_DOWN, -1 }, { 3, EX_WAY_RIGHT, -1 },
    { 10, EX_WAY_UP, 7 },   { 13, EX_WAY_UP, 6 },
  };
  g_autoptr (ExHeatmapChart) self = team ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), ways[i].from, ways[i].way), ==, ways[i].to);
  ex_chart_set_rtl (EX_CHART (self), TRUE);
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 0, EX_WAY_LEFT), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 0, EX_WAY_RIGHT), ==, -1);
}

static void
assert_text (ExHeatmapChart *self, guint mark, const char *expected)
{
  g_autofree char *text = ex_chart_mark_text (EX_CHART (self), mark);

  g_assert_cmpstr (text, ==, expected);
}

static void
a_mark_says_its_row_its_column_and_its_value (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  g_autofree char *words = NULL;

  ex_heatmap_chart_set_cell (self, 3, 1, EX_CELL_PARTLY, 0.2, NULL, NULL);
  ex_heatmap_chart_set_cell (self, 3, 2, EX_CELL_MEASURED, 0.8, "Carl retains 80 %, 2 of 2 measured", NULL);
  assert_text (self, 0, "Zoe: Total 50 %; Acquire 90 %; Retain 10 %");
  assert_text (self, 3, "Zoe, Retain: 10 %");
  assert_text (self, 7, "Ben: Total not measured; Acquire not measured");
  assert_text (self, 8, "Ben, Total: not measured");
  assert_text (self, 12, "Carl, Acquire: 20 %, measured in part");
  assert_text (self, 13, "Carl retains 80 %, 2 of 2 measured");
  words = ex_chart_describe (EX_CHART (self));
  g_assert_cmpstr (words, ==, "A table of colours with 4 rows. Highest: Åsa, Retain: 110 %. Lowest: Zoe, Retain: 10 %. 1 cell is not measured.");
}

static void
as_a_table_it_is_what_is_drawn (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const expected[] = { "Leader|Total|Acquire|Retain", "Åsa|110 %||110 %", "Zoe|50 %|90 %|10 %", "Carl|50 %|20 %|80 %",
                                          "Ben|not measured|not measured|" };

  ex_heatmap_chart_set_heading (self, "Leader");
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_SIZE, 0);
  rows = ex_chart_table (EX_CHART (self));
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (rows, i));

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

/* ---- Motion ---- */

static void
rows_glide_from_where_they_were_to_where_they_are (void)
{
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);
  cairo_surface_t *before, *start, *halfway, *now;

  add (self, "Zoe", 0, (double[]) { 0.5, 0.9, 0.1 });
  add (self, "Ana", 0, (double[]) { 1.1, NAN, 1.1 });
  add (self, "Ben", 0, (double[]) { 0.2, 0.3, -1 });
  before = draw (self, 420, 260, EX_THEME_LIGHT);
  start = draw (self, 420, 260, EX_THEME_LIGHT);
  halfway = draw (self, 420, 260, EX_THEME_LIGHT);
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_NAME, -1);
  g_assert_true (ex_chart_has_motion (EX_CHART (self)));
  now = draw (self, 420, 260, EX_THEME_LIGHT);
  g_assert_true (ex_chart_has_motion (EX_CHART (self))); /* a drawing does not end it */
  draw_on (self, start, EX_THEME_LIGHT, 0);
  draw_on (self, halfway, EX_THEME_LIGHT, 0.5);
  g_assert_true (are_equal (start, before));
  g_assert_false (are_equal (halfway, before));
  g_assert_false (are_equal (halfway, now));
  g_assert_false (are_equal (now, before));
  ex_chart_end_motion (EX_CHART (self));
  g_assert_false (ex_chart_has_motion (EX_CHART (self)));
  draw_on (self, halfway, EX_THEME_LIGHT, 0.5);
  g_assert_true (are_equal (halfway, now));

  cairo_surface_destroy (before);
  cairo_surface_destroy (start);
  cairo_surface_destroy (halfway);
  cairo_surface_destroy (now);
}

static void
nothing_moves_that_nobody_saw_or_that_stays (void)
{
  g_autoptr (ExHeatmapChart) self = team ();

  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_SIZE, 0);
  g_assert_false (ex_chart_has_motion (EX_CHART (self)));
  ex_chart_layout (EX_CHART (self), 400, 300, EX_THEME_LIGHT, TRUE);
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_SIZE, -1); /* the total again */
  g_assert_false (ex_chart_has_motion (EX_CHART (self)));
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_TREE, -1);
  g_assert_true (ex_chart_has_motion (EX_CHART (self)));
  add (self, "Dora", 0, (double[]) { 0.7, 0.7, 0.7 });
  g_assert_false (ex_chart_has_motion (EX_CHART (self)));
}

static void
in_another_order_the_columns_stay_where_they_are (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  ExRect before, after;

  ex_chart_layout (EX_CHART (self), 400, 300, EX_THEME_LIGHT, TRUE);
  before = ex_heatmap_rect (self, 0, 1);
  ex_heatmap_chart_set_order (self, EX_HEATMAP_BY_SIZE, 1);
  ex_chart_layout (EX_CHART (self), 400, 300, EX_THEME_LIGHT, TRUE);
  after = ex_heatmap_rect (self, 0, 1);
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.y, ==, after.y);
}

static void
rows_without_columns_are_names (void)
{
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { NULL }, -1);
  ExRect rect;

  ex_heatmap_chart_add_row (self, "Ana", 0, "ana");
  ex_chart_layout (EX_CHART (self), 300, 200, EX_THEME_LIGHT, TRUE);
  g_assert_cmpuint (ex_chart_n_marks (EX_CHART (self)), ==, 1);
  g_assert_true (ex_chart_mark_rect (EX_CHART (self), 0, &rect));
  g_assert_cmpint (ex_chart_hit (EX_CHART (self), rect.x + rect.width / 2, rect.y + rect.height / 2), ==, 0);
  g_assert_true (shows (self, "Ana"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heatmap/rows-stand-by-tree-by-name-or-by-size", rows_stand_by_tree_by_name_or_by_size);
  g_test_add_func ("/heatmap/a-row-that-comes-later-is-sorted-too", a_row_that_comes_later_is_sorted_too);
  g_test_add_func ("/heatmap/names-and-cells-are-marks-and-empty-cells-are-none", names_and_cells_are_marks_and_empty_cells_are_none);
  g_test_add_func ("/heatmap/every-mark-is-hit-in-its-middle-and-nothing-else-is", every_mark_is_hit_in_its_middle_and_nothing_else_is);
  g_test_add_func ("/heatmap/the-total-stands-apart-and-right-to-left-all-turns", the_total_stands_apart_and_right_to_left_all_turns);
  g_test_add_func ("/heatmap/arrow-keys-go-over-what-is-empty", arrow_keys_go_over_what_is_empty);
  g_test_add_func ("/heatmap/a-mark-says-its-row-its-column-and-its-value", a_mark_says_its_row_its_column_and_its_value);
  g_test_add_func ("/heatmap/as-a-table-it-is-what-is-drawn", as_a_table_it_is_what_is_drawn);
  g_test_add_func ("/heatmap/rows-glide-from-where-they-were-to-where-they-are", rows_glide_from_where_they_were_to_where_they_are);
  g_test_add_func ("/heatmap/nothing-moves-that-nobody-saw-or-that-stays", nothing_moves_that_nobody_saw_or_that_stays);
  g_test_add_func ("/heatmap/in-another-order-the-columns-stay-where-they-are", in_another_order_the_columns_stay_where_they_are);
  g_test_add_func ("/heatmap/rows-without-columns-are-names", rows_without_columns_are_names);

  return g_test_run ();
}
