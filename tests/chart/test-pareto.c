#include "config.h"

#include "chart-scenes-asset.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-pareto-chart-private.h"

#include <math.h>
#include <string.h>

static ExChart *
make (void)
{
  ExChart *chart = ex_pareto_chart_new ();
  ExParetoChart *self = EX_PARETO_CHART (chart);

  ex_pareto_chart_set_unknown (self, "Not known", 300, "300", NULL);
  ex_pareto_chart_add_bar (self, "Attitude", 200, "200", NULL);
  ex_pareto_chart_add_bar (self, "Offer", 400, "400", "Offer: 400 customers, 1.00 €");
  ex_pareto_chart_add_bar (self, "Price", 100, "100", NULL);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  return chart;
}

static const ExParetoBar *
bar (ExChart *chart, guint i)
{
  return ex_pareto_bar (EX_PARETO_CHART (chart), i);
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return TRUE;

  return FALSE;
}

static void
the_largest_comes_first_and_the_unknown_last (void)
{
  g_autoptr (ExChart) chart = make ();
  static const char *const order[] = { "Offer", "Attitude", "Price", "Not known" };

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (bar (chart, i)->name, ==, order[i]);
      g_assert_true (i == 0 || bar (chart, i)->rect.y > bar (chart, i - 1)->rect.y + bar (chart, i - 1)->rect.height);
    }
}

static void
equals_keep_their_order (void)
{
  g_autoptr (ExChart) chart = ex_pareto_chart_new ();

  for (guint i = 0; i < 26; i++)
    ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), (char[]) { (char) ('a' + i), '\0' }, 5, NULL, NULL);
  for (guint i = 0; i < 26; i++)
    g_assert_cmpint (bar (chart, i)->name[0], ==, 'a' + (int) i);
}

static void
bars_begin_together_and_are_as_long_as_their_value (void)
{
  g_autoptr (ExChart) chart = make ();
  double unit = bar (chart, 0)->rect.width / 400;

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (bar (chart, i)->rect.x, bar (chart, 0)->rect.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (bar (chart, i)->rect.width, bar (chart, i)->value * unit, 1e-6);
    }
}

static void
right_to_left_they_begin_at_the_right (void)
{
  g_autoptr (ExChart) chart = make ();

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (bar (chart, 0)->rect.x + bar (chart, 0)->rect.width, bar (chart, 2)->rect.x + bar (chart, 2)->rect.width, 1e-6);
  g_assert_cmpfloat (bar (chart, 0)->rect.x, <, bar (chart, 2)->rect.x);
}

static void
shares_add_up_to_the_whole (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const heading[] = { "Reason", "Value", "Share", "Cumulative", NULL };
  const char *const expected[][5] = {
    { "Offer", "400", "40 %", "40 %", NULL },
    { "Attitude", "200", "20 %", "60 %", NULL },
    { "Price", "100", "10 %", "70 %", NULL },
    { "Not known", "300", "30 %", "100 %", NULL },
  };

  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstrv (rows->pdata[0], heading);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstrv (rows->pdata[i + 1], expected[i]);
  g_assert_true (shows (chart, "Cumulative") && shows (chart, "70 %"));
}

static void
a_share_is_never_rounded_to_all_or_nothing (void)
{
  const struct { double share; const char *words; } cases[] = {
    { 0, "0 %" }, { 0.001, "under 1 %" }, { 0.0049, "under 1 %" }, { 0.005, "1 %" }, { 0.415, "42 %" }, { 0.994, "99 %" }, { 0.999, "99 %" }, { 1, "100 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_pareto_share_text (cases[i].share);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
the_tail_is_joined_and_nothing_is_lost_in_it (void)
{
  g_autoptr (ExChart) chart = scene_pareto_many ();
  ExParetoChart *self = EX_PARETO_CHART (chart);
  double sum = 0, end = 0;
  g_autofree char *name = NULL, *words = NULL, *expected = NULL;

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpuint (self->alone, >, 5);
  g_assert_cmpuint (self->alone + self->joined + 1, ==, 151);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 151);
  for (guint i = self->alone; i < self->alone + self->joined; i++)
    {
      if (i > self->alone)
        g_assert_cmpfloat_with_epsilon (bar (chart, i)->rect.x, end, 0.5);
      end = bar (chart, i)->rect.x + bar (chart, i)->rect.width;
      sum += bar (chart, i)->value;
    }
  name = g_strdup_printf ("%u others", self->joined);
  expected = g_strdup_printf ("one of %u others, together %.0f)", self->joined, sum);
  words = ex_chart_mark_text (chart, self->alone + 1);
  g_assert_true (shows (chart, name) && shows (chart, "Not known"));
  g_assert_nonnull (strstr (words, expected));
}

static void
rows_are_high_enough_to_be_read (void)
{
  for (double height = 60; height < 700; height += 23)
    {
      g_autoptr (ExChart) chart = scene_pareto_many ();

      ex_chart_layout (chart, 800, height, EX_THEME_LIGHT, FALSE);
      g_assert_cmpfloat (EX_PARETO_CHART (chart)->row, >=, 1.4 * ex_chart_get_em (chart));
    }
}

static void
a_row_answers_for_its_bar_wherever_it_is_met (void)
{
  g_autoptr (ExChart) chart = scene_pareto_many ();
  ExParetoChart *self = EX_PARETO_CHART (chart);

  ex_chart_layout (chart, 800, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpint (ex_chart_hit (chart, 5, bar (chart, 2)->rect.y + 1), ==, 2);
  g_assert_cmpint (ex_chart_hit (chart, 795, bar (chart, 150)->rect.y + 1), ==, 150);
  g_assert_cmpint (ex_chart_hit (chart, 5, bar (chart, self->alone)->rect.y + 1), ==, (int) self->alone);
  g_assert_cmpint (ex_chart_hit (chart, 795, bar (chart, self->alone)->rect.y + 1), ==, (int) (self->alone + self->joined) - 1);
}

static void
a_second_unknown_takes_the_place_of_the_first (void)
{
  g_autoptr (ExChart) chart = make ();

  ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), "Unclear", 50, NULL, NULL);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 4);
  g_assert_cmpstr (bar (chart, 3)->name, ==, "Unclear");
  g_assert_cmpfloat_with_epsilon (bar (chart, 3)->share, 50 / 750.0, 1e-9);
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autofree char *detailed = ex_chart_mark_text (chart, 0);
  g_autofree char *plain = ex_chart_mark_text (chart, 1);
  g_autofree char *words = ex_chart_describe (chart);

  g_assert_cmpstr (detailed, ==, "Offer: 400 customers, 1.00 €");
  g_assert_cmpstr (plain, ==, "Attitude: 200 (20 %)");
  g_assert_cmpstr (words, ==, "4 bars, the largest first. Offer: 400 (40 %); Attitude: 200 (20 %); Price: 100 (10 %); Not known: 300 (30 %).");
}

static guint
colours_in (ExChart *chart, guint i, ExTheme theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 400);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guchar *row;
  ExRect rect;

  ex_chart_draw (chart, cr, 800, 400, theme, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  rect = bar (chart, i)->rect;
  row = cairo_image_surface_get_data (surface) + (int) (rect.y + rect.height / 2) * cairo_image_surface_get_stride (surface);
  for (int x = (int) rect.x + 4; x < (int) (rect.x + rect.width) - 4; x++)
    g_hash_table_add (seen, GUINT_TO_POINTER (((const guint32 *) (const void *) row)[x]));
  cairo_surface_destroy (surface);

  return g_hash_table_size (seen);
}

static void
what_is_not_known_is_told_without_colour (void)
{
  g_autoptr (ExChart) chart = make ();

  for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_CONTRAST_DARK; theme++)
    {
      g_assert_cmpuint (colours_in (chart, 0, (ExTheme) theme), ==, 1);
      g_assert_cmpuint (colours_in (chart, 3, (ExTheme) theme), >, 3);
    }
}

/* On paper too, where a loss is hatched. */
static void
what_is_gained_does_not_look_lost (void)
{
  g_autoptr (ExChart) chart = make ();

  g_assert_cmpuint (colours_in (chart, 0, EX_THEME_PRINT), >, 1);
  ex_pareto_chart_set_gained (EX_PARETO_CHART (chart), TRUE);
  g_assert_cmpuint (colours_in (chart, 0, EX_THEME_PRINT), ==, 1);
  g_assert_cmpuint (colours_in (chart, 3, EX_THEME_PRINT), >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pareto/the-largest-comes-first-and-the-unknown-last", the_largest_comes_first_and_the_unknown_last);
  g_test_add_func ("/pareto/equals-keep-their-order", equals_keep_their_order);
  g_test_add_func ("/pareto/bars-begin-together-and-are-as-long-as-their-value", bars_begin_together_and_are_as_long_as_their_value);
  g_test_add_func ("/pareto/right-to-left-they-begin-at-the-right", right_to_left_they_begin_at_the_right);
  g_test_add_func ("/pareto/shares-add-up-to-the-whole", shares_add_up_to_the_whole);
  g_test_add_func ("/pareto/a-share-is-never-rounded-to-all-or-nothing", a_share_is_never_rounded_to_all_or_nothing);
  g_test_add_func ("/pareto/the-tail-is-joined-and-nothing-is-lost-in-it", the_tail_is_joined_and_nothing_is_lost_in_it);
  g_test_add_func ("/pareto/rows-are-high-enough-to-be-read", rows_are_high_enough_to_be_read);
  g_test_add_func ("/pareto/a-row-answers-for-its-bar-wherever-it-is-met", a_row_answers_for_its_bar_wherever_it_is_met);
  g_test_add_func ("/pareto/a-second-unknown-takes-the-place-of-the-first", a_second_unknown_takes_the_place_of_the_first);
  g_test_add_func ("/pareto/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/pareto/what-is-not-known-is-told-without-colour", what_is_not_known_is_told_without_colour);
  g_test_add_func ("/pareto/what-is-gained-does-not-look-lost", what_is_gained_does_not_look_lost);

  return g_test_run ();
}
