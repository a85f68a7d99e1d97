#include "config.h"

#include "chart-scenes-dots.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-dumbbell-chart-private.h"

#include <math.h>
#include <string.h>

static const char *const views[] = { "Self", "Manager", "Observers", NULL };

static ExChart *
make (void)
{
  ExChart *chart = ex_dumbbell_chart_new (views);
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);

  ex_dumbbell_chart_set_scale (self, 1, 5, (const char *const[]) { "Never", "Rarely", "Often", "Mostly", "Always", NULL });
  ex_dumbbell_chart_set_heading (self, "Leader");
  ex_dumbbell_chart_add_row (self, "Alone", (const double[]) { 3, NAN, NAN }, NULL, NULL, NULL);
  ex_dumbbell_chart_add_row (self, "Humble", (const double[]) { 2, 3, 2.5 }, NULL, NULL, "b");
  ex_dumbbell_chart_add_row (self, "Loud", (const double[]) { 4.5, 3, 2.5 }, "+2", "Loud speaks loudest", "l");
  ex_dumbbell_chart_add_row (self, "Even", (const double[]) { 4, 4, 4 }, NULL, NULL, NULL);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  return chart;
}

static ExDumbbellRow *
row (ExChart *chart, guint i)
{
  return ex_dumbbell_row (EX_DUMBBELL_CHART (chart), i);
}

static const ExLabel *
find (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return labels->pdata[i];

  return NULL;
}

static void
the_gap_is_to_the_view_farthest_from_the_first (void)
{
  static const struct { double values[EX_MOST_VIEWS]; double gap; } cases[] = {
    { { 4, 3, 3.5, NAN }, 1 },  { { 3, 4, 3.5, NAN }, -1 },    { { 3, 2, 4.5, NAN }, -1.5 }, { { 3, 1, 4.5, NAN }, 2 },
    { { 3, 3, 3, 3 }, 0 },      { { NAN, 3, 4, NAN }, NAN },   { { 3, NAN, NAN, NAN }, NAN }, { { 3, NAN, 2, NAN }, 1 },
    { { 3, 2, 4, NAN }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double gap = ex_dumbbell_gap (cases[i].values, EX_MOST_VIEWS);

      g_assert_true (isnan (gap) ? isnan (cases[i].gap) : fabs (gap - cases[i].gap) < 1e-12);
    }
}

static void
the_widest_gap_comes_first_and_the_single_last (void)
{
  g_autoptr (ExChart) chart = make ();
  static const char *const order[] = { "Loud", "Humble", "Even", "Alone" };

  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (row (chart, i)->name, ==, order[i]);
}

static void
any_order_of_adding_gives_the_same_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint turn = 0; turn < 50; turn++)
    {
      g_autoptr (ExChart) chart = ex_dumbbell_chart_new (views);
      guint n = 1 + g_rand_int_range (rand, 0, 40);

      for (guint i = 0; i < n; i++)
        ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), "x",
                                   (const double[]) { g_rand_int_range (rand, 0, 6), g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 6) : NAN, NAN }, NULL, NULL, NULL);
      for (guint i = 1; i < n; i++)
        {
          double before = row (chart, i - 1)->gap, gap = row (chart, i)->gap;

          g_assert_true (isnan (gap) || (!isnan (before) && fabs (before) >= fabs (gap)));
        }
    }
}

static void
equals_keep_their_order (void)
{
  g_autoptr (ExChart) chart = ex_dumbbell_chart_new (views);

  for (guint i = 0; i < 26; i++)
    ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (chart), (char[]) { (char) ('a' + i), '\0' }, (const double[]) { i % 2 == 0 ? 3 : 1, 2, NAN }, NULL, NULL, NULL);
  for (guint i = 0; i < 26; i++)
    g_assert_cmpint (row (chart, i)->name[0], ==, 'a' + (int) i);
}

static void
the_scale_is_whole_and_named_at_both_ends (void)
{
  g_autoptr (ExChart) chart = make ();
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);

  g_assert_cmpfloat_with_epsilon (ex_dumbbell_x (self, 1), self->left, 1e-6);
  g_assert_cmpfloat_with_epsilon (ex_dumbbell_x (self, 5), self->right, 1e-6);
  g_assert_cmpfloat_with_epsilon (ex_dumbbell_x (self, 3), (self->left + self->right) / 2, 1e-6);
  g_assert_nonnull (find (chart, "Never"));
  g_assert_nonnull (find (chart, "Always"));
  g_assert_cmpfloat (find (chart, "Never")->rect.x, <, find (chart, "Always")->rect.x);
}

static void
a_value_beyond_the_scale_widens_it (void)
{
  g_autoptr (ExChart) chart = make ();
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);

  ex_dumbbell_chart_add_row (self, "Beyond", (const double[]) { 7, 1, NAN }, NULL, NULL, NULL);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (ex_dumbbell_x (self, 7), self->right, 1e-6);
}

static void
right_to_left_the_scale_runs_from_the_right (void)
{
  g_autoptr (ExChart) chart = make ();
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat (ex_dumbbell_x (self, 1), >, ex_dumbbell_x (self, 5));
  g_assert_cmpfloat (find (chart, "Loud")->rect.x, >, ex_dumbbell_x (self, 1));
  g_assert_true (ex_chart_is_mirrored (chart));
}

static void
views_are_named_at_the_first_rows_dots_else_in_a_legend (void)
{
  g_autoptr (ExChart) direct = make ();
  g_autoptr (ExChart) tight = ex_dumbbell_chart_new (views);

  g_assert_false (EX_DUMBBELL_CHART (direct)->keyed);
  for (guint i = 0; i < 3; i++)
    {
      const ExLabel *label = find (direct, views[i]);
      double x = ex_dumbbell_x (EX_DUMBBELL_CHART (direct), row (direct, 0)->values[i]);

      g_assert_nonnull (label);
      g_assert_true (x >= label->rect.x && x <= label->rect.x + label->rect.width);
    }
  ex_dumbbell_chart_add_row (EX_DUMBBELL_CHART (tight), "x", (const double[]) { 3.02, 3, 3.01 }, NULL, NULL, NULL);
  ex_dumbbell_chart_set_scale (EX_DUMBBELL_CHART (tight), 1, 5, NULL);
  ex_chart_layout (tight, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_true (EX_DUMBBELL_CHART (tight)->keyed);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (find (tight, views[i]));
}

static void
arrow_keys_lead_up_and_down (void)
{
  g_autoptr (ExChart) chart = make ();

  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_DOWN), ==, 1);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_UP), ==, 0);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_UP), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, 3, EX_WAY_DOWN), ==, -1);
}

static void
the_whole_row_answers_and_knows_its_key (void)
{
  g_autoptr (ExChart) chart = make ();
  double y = ex_dumbbell_y (EX_DUMBBELL_CHART (chart), 1);

  g_assert_cmpint (ex_chart_hit (chart, 3, y), ==, 1);
  g_assert_cmpint (ex_chart_hit (chart, 797, y), ==, 1);
  g_assert_cmpstr (ex_chart_mark_key (chart, 1), ==, "b");
  g_assert_null (ex_chart_mark_key (chart, 2));
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  static const char *const expected[] = { "Loud speaks loudest", "Humble: Self 2.00, Manager 3.00, Observers 2.50 (gap −1.00)",
                                          "Even: Self 4.00, Manager 4.00, Observers 4.00 (gap 0.00)", "Alone: Self 3.00" };
  g_autofree char *described = ex_chart_describe (chart);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_true (g_str_has_prefix (described, "Of 3, “Self” is above the others in 1 and below in 1. 1 has nothing to compare with. The widest gap first: Loud: "));
}

static void
the_table_has_every_view_and_the_gap (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const expected[][6] = {
    { "Leader", "Self", "Manager", "Observers", "Gap", NULL },
    { "Loud", "4.50", "3.00", "2.50", "+2", NULL },
    { "Humble", "2.00", "3.00", "2.50", "−1.00", NULL },
    { "Even", "4.00", "4.00", "4.00", "0.00", NULL },
    { "Alone", "3.00", "–", "–", "–", NULL },
  };

  g_assert_cmpuint (rows->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstrv (rows->pdata[i], expected[i]);
}

/* The grey picture at a place, so many pixels wide. */
static guint
grey_at (cairo_surface_t *surface, double x, double y)
{
  const guchar *at = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x;

  return (at[0] + at[1] + at[2]) / 3;
}

static void
directions_are_told_apart_without_colour (void)
{
  g_autoptr (ExChart) chart = make ();
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 400);
  cairo_t *cr = cairo_create (surface);

  ex_chart_draw (chart, cr, 800, 400, EX_THEME_PRINT, TRUE);
  cairo_surface_flush (surface);
  /* the middle of a bar: solid where the first stands above, hollow where it stands below */
  g_assert_cmpuint (grey_at (surface, ex_dumbbell_x (self, 3.9), ex_dumbbell_y (self, 0)), <, 160);
  g_assert_cmpuint (grey_at (surface, ex_dumbbell_x (self, 2.25), ex_dumbbell_y (self, 1)), >, 200);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
three_hundred_rows_have_names_as_many_as_fit (void)
{
  g_autoptr (ExChart) chart = scene_dumbbell_many ();
  double high;

  ex_chart_layout (chart, 800, 450, EX_THEME_LIGHT, TRUE);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 300);
  g_assert_cmpuint (ex_chart_get_labels (chart)->len, >, 30);
  high = ex_chart_natural_height (chart, 800, TRUE);
  g_assert_cmpfloat (high, >, 5000);
  ex_chart_layout (chart, 800, high, EX_THEME_LIGHT, TRUE);
  g_assert_cmpuint (ex_chart_get_labels (chart)->len, >=, 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dumbbell/the-gap-is-to-the-view-farthest-from-the-first", the_gap_is_to_the_view_farthest_from_the_first);
  g_test_add_func ("/dumbbell/the-widest-gap-comes-first-and-the-single-last", the_widest_gap_comes_first_and_the_single_last);
  g_test_add_func ("/dumbbell/any-order-of-adding-gives-the-same-rows", any_order_of_adding_gives_the_same_rows);
  g_test_add_func ("/dumbbell/equals-keep-their-order", equals_keep_their_order);
  g_test_add_func ("/dumbbell/the-scale-is-whole-and-named-at-both-ends", the_scale_is_whole_and_named_at_both_ends);
  g_test_add_func ("/dumbbell/a-value-beyond-the-scale-widens-it", a_value_beyond_the_scale_widens_it);
  g_test_add_func ("/dumbbell/right-to-left-the-scale-runs-from-the-right", right_to_left_the_scale_runs_from_the_right);
  g_test_add_func ("/dumbbell/views-are-named-at-the-first-rows-dots-else-in-a-legend", views_are_named_at_the_first_rows_dots_else_in_a_legend);
  g_test_add_func ("/dumbbell/arrow-keys-lead-up-and-down", arrow_keys_lead_up_and_down);
  g_test_add_func ("/dumbbell/the-whole-row-answers-and-knows-its-key", the_whole_row_answers_and_knows_its_key);
  g_test_add_func ("/dumbbell/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/dumbbell/the-table-has-every-view-and-the-gap", the_table_has_every_view_and_the_gap);
  g_test_add_func ("/dumbbell/directions-are-told-apart-without-colour", directions_are_told_apart_without_colour);
  g_test_add_func ("/dumbbell/three-hundred-rows-have-names-as-many-as-fit", three_hundred_rows_have_names_as_many_as_fit);

  return g_test_run ();
}
