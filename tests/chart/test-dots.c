#include "config.h"

#include "chart-scenes-dots.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-dot-chart-private.h"

#include <math.h>
#include <time.h>

static ExDotChart *
with_values (const double *values, guint n)
{
  ExDotChart *self = EX_DOT_CHART (ex_dot_chart_new ());
  guint group = ex_dot_chart_add_group (self, "Sales", "sales");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%u", i);

      ex_dot_chart_add_dot (self, group, values[i], name, NULL, name);
    }
  return self;
}

static ExDotChart *
make (void)
{
  ExDotChart *self = with_values ((const double[]) { 70, NAN, 50, 90, 60 }, 5);
  guint other = ex_dot_chart_add_group (self, "Support", NULL);

  ex_dot_chart_set_none_name (self, "Not measured");
  ex_dot_chart_set_heading (self, "Unit", "Leader");
  ex_dot_chart_set_range (self, 0, 100);
  ex_dot_chart_add_dot (self, other, 20, "o0", "The lowest of all", NULL);
  ex_dot_chart_add_dot (self, other, 62, "o1", NULL, NULL);
  ex_chart_layout (EX_CHART (self), 800, 400, EX_THEME_LIGHT, FALSE);
  return self;
}

static double
middle_of (ExDotChart *self, guint mark)
{
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (EX_CHART (self), mark, &rect));
  return rect.x + rect.width / 2;
}

static double
x_of (ExDotChart *self, double value)
{
  return ex_dot_chart_rect_at (self, self->from + ex_dot_chart_along (self, value), 0, 0, 0).x;
}

static void
a_group_is_in_order_of_value_and_those_without_come_last (void)
{
  g_autoptr (ExDotChart) self = make ();
  static const char *const expected[] = { "n2: 50", "n4: 60", "n0: 70", "n3: 90", "n1: Not measured" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = ex_chart_mark_text (EX_CHART (self), 1 + i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpstr (ex_chart_mark_key (EX_CHART (self), 1), ==, "n2");
  g_assert_cmpstr (ex_chart_mark_key (EX_CHART (self), 0), ==, "sales");
  g_assert_null (ex_chart_mark_key (EX_CHART (self), 6));
}

static void
a_dot_alone_stands_at_its_value (void)
{
  g_autoptr (ExDotChart) self = make ();
  static const struct { guint mark; double value; } cases[] = { { 1, 50 }, { 2, 60 }, { 3, 70 }, { 4, 90 }, { 7, 20 }, { 8, 62 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (middle_of (self, cases[i].mark), x_of (self, cases[i].value), 1e-3);
  g_assert_cmpfloat (middle_of (self, 5), >, x_of (self, 100) + 10); /* without a value: apart */
}

static void
medians_are_those_of_their_values (void)
{
  static const struct { guint n; double values[5]; double median; } cases[] = {
    { 1, { 7 }, 7 }, { 2, { 1, 2 }, 1.5 }, { 3, { 9, 1, 5 }, 5 }, { 4, { 4, 1, 3, 2 }, 2.5 }, { 5, { NAN, 1, NAN, 3, 8 }, 3 }, { 2, { NAN, NAN }, NAN },
    { 0, { 0 }, NAN }, { 2, { -1e308, 1e308 }, 0 }, { 3, { -5, -5, -1 }, -5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExDotChart) self = with_values (cases[i].values, cases[i].n);
      double median;

      ex_dot_chart_arrange (self);
      median = ex_dot_group (self, 0)->median;
      g_assert_true (isnan (median) ? isnan (cases[i].median) : median == cases[i].median);
    }
}

/* Whatever comes: no dot lies over another or outside its row, none is more than a dot's width from its value, and none on the wrong side of a level. */
static void
check_places (ExDotChart *self, double level)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      const ExDotGroup *group = ex_dot_group (self, g);

      for (guint i = 0; i < group->n_values; i++)
        {
          ExRect a = ex_dot_chart_dot_rect (self, group, i);
          double x = a.x + a.width / 2;

          g_assert_cmpfloat (fabs (x - x_of (self, ex_dot (group, i)->value)), <=, self->size + 1e-3);
          g_assert_true (ex_dot (group, i)->value >= level ? x >= x_of (self, level) - 1e-3 : x <= x_of (self, level) + 1e-3);
          g_assert_cmpfloat (a.y, >=, group->y - 0.5);
          g_assert_cmpfloat (a.y + a.height, <=, group->y + group->height + 1e-6);
          for (guint j = 0; j < i; j++)
            {
              ExRect b = ex_dot_chart_dot_rect (self, group, j);

              g_assert_false (ex_rect_overlaps (&a, &b, -1e-3));
            }
        }
    }
}

static void
dots_keep_their_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint turn = 0; turn < 40; turn++)
    {
      g_autoptr (ExDotChart) self = EX_DOT_CHART (ex_dot_chart_new ());
      guint n_groups = 1 + g_rand_int_range (rand, 0, 6);

      ex_dot_chart_add_level (self, 50, "Half");
      ex_dot_chart_set_range (self, 0, 100);
      for (guint g = 0; g < n_groups; g++)
        {
          guint group = ex_dot_chart_add_group (self, "Group", NULL);

          for (int i = g_rand_int_range (rand, 0, 60); i > 0; i--)
            ex_dot_chart_add_dot (self, group, g_rand_int_range (rand, 0, 5) == 0 ? 50 : g_rand_double_range (rand, 0, 100), "x", NULL, NULL);
        }
      ex_chart_layout (EX_CHART (self), 900, 500, EX_THEME_LIGHT, FALSE);
      check_places (self, 50);
    }
}

static void
dots_shrink_as_they_become_more (void)
{
  double before = INFINITY;

  for (guint n = 10; n <= 1000; n *= 10)
    {
      g_autoptr (ExDotChart) self = with_values (NULL, 0);

      for (guint i = 0; i < n; i++)
        ex_dot_chart_add_dot (self, 0, 50 + 30 * sin (i), "x", NULL, NULL);
      ex_chart_layout (EX_CHART (self), 600, 160, EX_THEME_LIGHT, FALSE);
      g_assert_cmpfloat (self->size, <=, before);
      before = self->size;
    }
  g_assert_cmpfloat (before, <, 8);
}

static void
every_one_of_ten_thousand_can_be_asked (void)
{
  g_autoptr (ExChart) chart = scene_dots_many ();
  ExDotChart *self = EX_DOT_CHART (chart);
  static const double sizes[][2] = { { 1200, 700 }, { 500, 300 } };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      ex_chart_layout (chart, sizes[k][0], sizes[k][1], EX_THEME_LIGHT, FALSE);
      g_assert_cmpuint (ex_chart_n_marks (chart), ==, 10006);
      for (guint i = 0; i < 10006; i += 7)
        {
          ExRect rect;

          g_assert_true (ex_chart_mark_rect (chart, i, &rect));
          g_assert_cmpint (ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, (int) i);
        }
    }
  g_assert_cmpfloat (self->step, <, self->size); /* so small that they share places */
}

static void
ten_thousand_are_drawn_quickly (void)
{
  g_autoptr (ExChart) chart = scene_dots_many ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 700);
  double best = INFINITY;

  for (guint i = 0; i < 8; i++)
    {
      cairo_t *cr = cairo_create (surface);
      clock_t start = clock (); /* of this process alone, whatever else the machine does */

      ex_chart_draw (chart, cr, 1200, 700, EX_THEME_LIGHT, TRUE);
      best = MIN (best, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  g_test_message ("%.2f ms", best);
  g_assert_cmpfloat (best, <, 80); /* ten times what it may be: a sanitizer is slow, a mistake is slower */
}

static void
an_outlier_stretches_the_axis (void)
{
  g_autoptr (ExDotChart) self = with_values ((const double[]) { 50, 60, 9800 }, 3);

  ex_chart_layout (EX_CHART (self), 800, 300, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (middle_of (self, 3), x_of (self, 9800), 1e-3);
  g_assert_cmpfloat (middle_of (self, 3) - middle_of (self, 1), >, 500);
}

static void
arrow_keys_go_by_value_and_to_the_nearest_of_the_next_group (void)
{
  g_autoptr (ExDotChart) self = make ();
  static const struct { guint mark; ExWay way; int expected; } cases[] = {
    { 0, EX_WAY_RIGHT, 1 }, { 1, EX_WAY_LEFT, 0 },  { 0, EX_WAY_LEFT, -1 }, { 4, EX_WAY_RIGHT, 5 }, { 5, EX_WAY_RIGHT, -1 }, { 8, EX_WAY_RIGHT, -1 },
    { 0, EX_WAY_DOWN, 6 },  { 6, EX_WAY_UP, 0 },    { 1, EX_WAY_DOWN, 8 },  { 4, EX_WAY_DOWN, 8 },  { 7, EX_WAY_UP, 1 },     { 8, EX_WAY_UP, 2 },
    { 5, EX_WAY_DOWN, 8 },  { 7, EX_WAY_DOWN, -1 }, { 1, EX_WAY_UP, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), cases[i].mark, cases[i].way), ==, cases[i].expected);
}

static void
right_to_left_values_rise_to_the_left (void)
{
  g_autoptr (ExDotChart) self = make ();

  ex_chart_set_rtl (EX_CHART (self), TRUE);
  ex_chart_layout (EX_CHART (self), 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat (middle_of (self, 1), >, middle_of (self, 4));
  g_assert_cmpfloat (middle_of (self, 5), <, middle_of (self, 4));
  g_assert_cmpint (ex_chart_neighbour (EX_CHART (self), 1, EX_WAY_LEFT), ==, 2);
  g_assert_true (ex_chart_is_mirrored (EX_CHART (self)));
}

static gboolean
shows (ExDotChart *self, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return TRUE;

  return FALSE;
}

static void
names_medians_and_levels_are_written (void)
{
  g_autoptr (ExDotChart) self = make ();

  g_assert_true (shows (self, "Sales") && shows (self, "Support") && shows (self, "65") && shows (self, "41") && shows (self, "Median"));
  g_assert_true (shows (self, "Not measured"));
  ex_dot_chart_add_level (self, 80, "Threshold");
  ex_dot_chart_add_level (self, 82, "Target reached");
  ex_chart_layout (EX_CHART (self), 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (self, "Threshold") && shows (self, "Target reached"));
}

static void
marks_and_the_whole_say_their_words (void)
{
  g_autoptr (ExDotChart) self = make ();
  g_autofree char *group = ex_chart_mark_text (EX_CHART (self), 0);
  g_autofree char *detailed = ex_chart_mark_text (EX_CHART (self), 7);
  g_autofree char *described = NULL;

  ex_dot_chart_add_level (self, 60, "Threshold");
  described = ex_chart_describe (EX_CHART (self));
  g_assert_cmpstr (group, ==, "Sales: median 65 of 4; Not measured: 1");
  g_assert_cmpstr (detailed, ==, "The lowest of all");
  g_assert_cmpstr (described, ==, "6 values, from 20 (o0) to 90 (n3). Medians, the highest first: Sales 65, Support 41. Threshold: 4 of 6 there or above. Not measured: 1.");
}

static void
the_table_has_a_row_a_dot (void)
{
  g_autoptr (ExDotChart) self = make ();
  g_autoptr (GPtrArray) rows = ex_chart_table (EX_CHART (self));

  g_assert_cmpuint (rows->len, ==, 8);
  g_assert_cmpstrv (rows->pdata[0], ((const char *const[]) { "Unit", "Leader", "Value", NULL }));
  g_assert_cmpstrv (rows->pdata[1], ((const char *const[]) { "Sales", "n2", "50", NULL }));
  g_assert_cmpstrv (rows->pdata[5], ((const char *const[]) { "Sales", "n1", "Not measured", NULL }));
}

static void
all_groups_are_named_at_the_natural_height (void)
{
  g_autoptr (ExChart) chart = scene_dots_forty ();
  double high = ex_chart_natural_height (chart, 800, TRUE);

  ex_chart_layout (chart, 800, high, EX_THEME_LIGHT, TRUE);
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i);

      g_assert_true (shows (EX_DOT_CHART (chart), name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dots/a-group-is-in-order-of-value-and-those-without-come-last", a_group_is_in_order_of_value_and_those_without_come_last);
  g_test_add_func ("/dots/a-dot-alone-stands-at-its-value", a_dot_alone_stands_at_its_value);
  g_test_add_func ("/dots/medians-are-those-of-their-values", medians_are_those_of_their_values);
  g_test_add_func ("/dots/dots-keep-their-places", dots_keep_their_places);
  g_test_add_func ("/dots/dots-shrink-as-they-become-more", dots_shrink_as_they_become_more);
  g_test_add_func ("/dots/every-one-of-ten-thousand-can-be-asked", every_one_of_ten_thousand_can_be_asked);
  g_test_add_func ("/dots/ten-thousand-are-drawn-quickly", ten_thousand_are_drawn_quickly);
  g_test_add_func ("/dots/an-outlier-stretches-the-axis", an_outlier_stretches_the_axis);
  g_test_add_func ("/dots/arrow-keys-go-by-value-and-to-the-nearest-of-the-next-group", arrow_keys_go_by_value_and_to_the_nearest_of_the_next_group);
  g_test_add_func ("/dots/right-to-left-values-rise-to-the-left", right_to_left_values_rise_to_the_left);
  g_test_add_func ("/dots/names-medians-and-levels-are-written", names_medians_and_levels_are_written);
  g_test_add_func ("/dots/marks-and-the-whole-say-their-words", marks_and_the_whole_say_their_words);
  g_test_add_func ("/dots/the-table-has-a-row-a-dot", the_table_has_a_row_a_dot);
  g_test_add_func ("/dots/all-groups-are-named-at-the-natural-height", all_groups_are_named_at_the_natural_height);

  return g_test_run ();
}
