#include "config.h"

#include "chart-scenes-tree.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-icicle-chart.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define WIDTH 1000.0
#define HEIGHT 520.0
/* Of a parent's place, three pixels may be left free, and one that is nothing wide has a pixel behind. */
#define AIR 4.01

static int
add (ExChart *chart, int parent, guint level, const char *name, double weight, gboolean loose)
{
  ExIcicleNode node = { .name = name, .parent = parent, .level = level, .weight = weight, .tone = EX_TONE_GOOD, .loose = loose, .key = name };

  return (int) ex_icicle_chart_add_node (EX_ICICLE_CHART (chart), &node);
}

static int
mark_named (ExChart *chart, const char *key)
{
  for (guint i = 0; i < ex_chart_n_marks (chart); i++)
    if (g_strcmp0 (ex_chart_mark_key (chart, i), key) == 0)
      return (int) i;

  return -1;
}

static ExRect
rect_of (ExChart *chart, const char *key)
{
  ExRect rect = { 0 };

  g_assert_true (ex_chart_mark_rect (chart, (guint) mark_named (chart, key), &rect));
  return rect;
}

/* Two trees of 60 and 40, in the first of them 20 and 10 hang, under the 20 a thing that weighs more than it. */
static ExChart *
two_trees (void)
{
  ExChart *chart = ex_icicle_chart_new ();
  int a = add (chart, -1, 0, "a", 60, FALSE);
  int b;

  add (chart, -1, 0, "z", 40, FALSE);
  b = add (chart, a, 0, "b", 20, FALSE);
  add (chart, a, 0, "c", 10, FALSE);
  add (chart, b, 0, "d", 30, FALSE);
  return chart;
}

static void
a_part_is_as_wide_as_it_weighs (void)
{
  g_autoptr (ExChart) chart = two_trees ();
  ExRect a, b, c, d, z;

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  a = rect_of (chart, "a");
  b = rect_of (chart, "b");
  c = rect_of (chart, "c");
  d = rect_of (chart, "d");
  z = rect_of (chart, "z");
  g_assert_cmpfloat_with_epsilon (a.width / z.width, 1.5, 0.01);
  g_assert_cmpfloat_with_epsilon (b.width / c.width, 3, 0.03); /* as wide as what hangs on it, which weighs more */
  g_assert_cmpfloat_with_epsilon (b.width, d.width, 0.01);
  g_assert_cmpfloat_with_epsilon (b.x, a.x, 0.01);
  g_assert_cmpfloat_with_epsilon (d.x, b.x, 0.01);
  g_assert_cmpfloat (b.y, >=, a.y + a.height);
  g_assert_cmpfloat (d.y, >=, b.y + b.height);
  g_assert_cmpfloat (z.y, ==, a.y);
}

static void
what_hangs_wider_than_its_parent_widens_it (void)
{
  g_autoptr (ExChart) chart = ex_icicle_chart_new ();
  int a = add (chart, -1, 0, "a", 10, FALSE);

  add (chart, -1, 0, "z", 90, FALSE);
  add (chart, a, 0, "b", 50, FALSE);
  add (chart, a, 0, "c", 40, FALSE);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (rect_of (chart, "a").width, rect_of (chart, "z").width, 1.01);
}

/* Random trees: a child lies within its parent and below it, siblings do not overlap, and every mark is met in its middle. */
static void
children_lie_under_their_parents (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (ExChart) chart = ex_icicle_chart_new ();
      g_autofree int *parents = g_new (int, 300);
      guint n = (guint) g_test_rand_int_range (1, 300);
      double width = g_test_rand_int_range (60, 1600), height = g_test_rand_int_range (40, 900);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *key = g_strdup_printf ("%u", i);

          parents[i] = i == 0 || g_test_rand_int_range (0, 6) == 0 ? -1 : g_test_rand_int_range (0, (int) i);
          add (chart, parents[i], (guint) g_test_rand_int_range (0, 4), key, g_test_rand_double_range (-1, 20), g_test_rand_bit ());
        }
      ex_chart_set_rtl (chart, round % 2 == 1);
      ex_chart_layout (chart, width, height, EX_THEME_LIGHT, round % 3 == 0);
      g_assert_cmpuint (ex_chart_n_marks (chart), ==, n);
      for (guint mark = 0; mark < n; mark++)
        {
          const char *key = ex_chart_mark_key (chart, mark);
          int parent = parents[g_ascii_strtoull (key, NULL, 10)], hit, up;
          ExRect rect, above, met;

          g_assert_true (ex_chart_mark_rect (chart, mark, &rect));
          hit = ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2);
          g_assert_cmpint (hit, >=, 0);
          g_assert_true (ex_chart_mark_rect (chart, (guint) hit, &met));
          g_assert_cmpfloat (met.x, ==, rect.x);
          g_assert_cmpfloat (met.y, ==, rect.y);
          up = ex_chart_neighbour (chart, mark, EX_WAY_UP);
          g_assert_cmpint (up < 0 ? -1 : (int) g_ascii_strtoll (ex_chart_mark_key (chart, (guint) up), NULL, 10), ==, parent);
          if (parent < 0)
            continue;
          g_assert_true (ex_chart_mark_rect (chart, (guint) up, &above));
          g_assert_cmpfloat (rect.x, >=, above.x - AIR);
          g_assert_cmpfloat (rect.x + rect.width, <=, above.x + above.width + AIR);
          g_assert_cmpfloat (rect.y, >=, above.y);
        }
    }
}

static void
loose_parts_stand_apart_at_the_end (void)
{
  g_autoptr (ExChart) chart = ex_icicle_chart_new ();
  ExRect held, loose;

  add (chart, -1, 2, "loose", 10, TRUE);
  add (chart, -1, 0, "held", 10, FALSE);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  held = rect_of (chart, "held");
  loose = rect_of (chart, "loose");
  g_assert_cmpfloat (loose.x, >, held.x + held.width + 3);
  g_assert_cmpfloat (loose.y, >=, held.y + 2 * held.height);

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  held = rect_of (chart, "held");
  loose = rect_of (chart, "loose");
  g_assert_cmpfloat (loose.x + loose.width + 3, <, held.x);
}

static void
arrow_keys_follow_the_tree (void)
{
  g_autoptr (ExChart) chart = two_trees ();
  guint a, b, c, z;

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  a = (guint) mark_named (chart, "a");
  b = (guint) mark_named (chart, "b");
  c = (guint) mark_named (chart, "c");
  z = (guint) mark_named (chart, "z");
  g_assert_cmpint (ex_chart_neighbour (chart, a, EX_WAY_UP), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, a, EX_WAY_DOWN), ==, b);
  g_assert_cmpint (ex_chart_neighbour (chart, a, EX_WAY_RIGHT), ==, z);
  g_assert_cmpint (ex_chart_neighbour (chart, a, EX_WAY_LEFT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, b, EX_WAY_RIGHT), ==, c);
  g_assert_cmpint (ex_chart_neighbour (chart, c, EX_WAY_RIGHT), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, c, EX_WAY_DOWN), ==, -1);
  g_assert_cmpint (ex_chart_neighbour (chart, c, EX_WAY_UP), ==, a);

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_cmpint (ex_chart_neighbour (chart, a, EX_WAY_LEFT), ==, z);
  g_assert_cmpint (ex_chart_neighbour (chart, c, EX_WAY_RIGHT), ==, b);
}

static void
only_what_is_in_focus_is_a_mark (void)
{
  g_autoptr (ExChart) chart = two_trees ();
  g_autoptr (GPtrArray) rows = NULL;
  ExRect before, after;

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  before = rect_of (chart, "b");
  g_assert_false (ex_chart_has_motion (chart));
  ex_icicle_chart_set_focus (EX_ICICLE_CHART (chart), 2); /* "b", as it was added */
  g_assert_true (ex_chart_has_motion (chart));
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 2);
  g_assert_cmpint (mark_named (chart, "b"), ==, 0);
  g_assert_cmpint (mark_named (chart, "d"), ==, 1);
  g_assert_cmpint (mark_named (chart, "z"), ==, -1);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  after = rect_of (chart, "b");
  g_assert_cmpfloat (after.width, >, 2 * before.width);
  g_assert_cmpfloat (after.y, <, before.y);
  g_assert_cmpint (ex_chart_neighbour (chart, 0, EX_WAY_UP), ==, -1);
  rows = ex_chart_table (chart);
  g_assert_cmpuint (rows->len, ==, 3);
  ex_chart_end_motion (chart);
  g_assert_false (ex_chart_has_motion (chart));
  ex_icicle_chart_set_focus (EX_ICICLE_CHART (chart), 2);
  g_assert_false (ex_chart_has_motion (chart));
  ex_icicle_chart_set_focus (EX_ICICLE_CHART (chart), -1);
  g_assert_true (ex_chart_has_motion (chart));
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 5);
}

static cairo_surface_t *
drawn (ExChart *chart, double t)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (t < 0)
    ex_chart_draw (chart, cr, WIDTH, HEIGHT, EX_THEME_LIGHT, TRUE);
  else
    ex_chart_draw_motion (chart, cr, WIDTH, HEIGHT, EX_THEME_LIGHT, t);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* The share of pixels that differ. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint32 *x = (const guint32 *) (const void *) cairo_image_surface_get_data (a);
  const guint32 *y = (const guint32 *) (const void *) cairo_image_surface_get_data (b);
  guint n = 0;

  for (guint i = 0; i < (guint) (WIDTH * HEIGHT); i++)
    n += (x[i] & 0xffffff) != (y[i] & 0xffffff);

  return n / (WIDTH * HEIGHT);
}

static void
a_motion_leads_from_one_view_to_the_other (void)
{
  g_autoptr (ExChart) chart = scene_icicle ();
  cairo_surface_t *before = drawn (chart, -1), *start, *middle, *end, *after;

  ex_icicle_chart_set_focus (EX_ICICLE_CHART (chart), 0);
  start = drawn (chart, 0);
  middle = drawn (chart, 0.5);
  end = drawn (chart, 0.999);
  after = drawn (chart, 1);
  g_assert_cmpfloat (difference (before, start), <, 0.1); /* the names, the row names */
  g_assert_cmpfloat (difference (end, after), <, 0.1);
  g_assert_cmpfloat (difference (start, middle), >, 0.1);
  g_assert_cmpfloat (difference (middle, end), >, 0.1);
  cairo_surface_destroy (before);
  cairo_surface_destroy (start);
  cairo_surface_destroy (middle);
  cairo_surface_destroy (end);
  cairo_surface_destroy (after);
}

static void
narrow_parts_are_joined_and_say_so (void)
{
  g_autoptr (ExChart) chart = ex_icicle_chart_new ();
  g_autofree char *text = NULL;
  gboolean said = FALSE;
  GPtrArray *labels;

  add (chart, -1, 0, "wide", 1000, FALSE);
  for (guint i = 0; i < 340; i++)
    add (chart, 0, 0, "narrow", 1, FALSE);
  add (chart, 0, 0, "less", 500, FALSE);
  ex_chart_layout (chart, 800, 200, EX_THEME_LIGHT, FALSE);
  labels = ex_chart_get_labels (chart);
  for (guint i = 0; i < labels->len; i++)
    said = said || strcmp (pango_layout_get_text (((ExLabel *) g_ptr_array_index (labels, i))->layout), "340 more") == 0;
  g_assert_true (said);
  text = ex_chart_mark_text (chart, (guint) mark_named (chart, "narrow"));
  g_assert_cmpstr (text, ==, "narrow (with 339 others too narrow to show)");
  /* from one of them, an arrow leads past all */
  g_assert_cmpstr (ex_chart_mark_key (chart, (guint) ex_chart_neighbour (chart, 5, EX_WAY_RIGHT)), ==, "less");
}

static void
its_status_is_said_in_words (void)
{
  static const char *const tones[] = { "No data", "On track", NULL, "Off track" };
  g_autoptr (ExChart) chart = ex_icicle_chart_new ();
  g_autofree char *held = NULL, *loose = NULL, *words = NULL;

  ex_icicle_chart_set_tone_names (EX_ICICLE_CHART (chart), tones, "Not linked");
  add (chart, -1, 0, "Keep", 1, FALSE);
  add (chart, -1, 1, "Archive", 1, TRUE);
  held = ex_chart_mark_text (chart, 0);
  loose = ex_chart_mark_text (chart, 1);
  words = ex_chart_describe (chart);
  g_assert_cmpstr (held, ==, "Keep: On track");
  g_assert_cmpstr (loose, ==, "Archive: On track, Not linked");
  g_assert_nonnull (strstr (words, "2 parts"));
  g_assert_nonnull (strstr (words, "On track: 2."));
  g_assert_nonnull (strstr (words, "Not linked: 1."));
}

/* As quick as it has to be while somebody waits; the bench measures it exactly. */
static void
fifty_thousand_parts_are_no_matter (void)
{
  g_autoptr (ExChart) chart = scene_icicle_of (50000);
  clock_t start = clock (); /* of this process alone, whatever else the machine does */
  cairo_surface_t *surface = drawn (chart, -1);

  cairo_surface_destroy (surface);
  for (guint i = 0; i < 1000; i++)
    ex_chart_hit (chart, i, 300);
  g_assert_cmpuint (ex_chart_n_marks (chart), ==, 50000);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/icicle/a-part-is-as-wide-as-it-weighs", a_part_is_as_wide_as_it_weighs);
  g_test_add_func ("/icicle/what-hangs-wider-than-its-parent-widens-it", what_hangs_wider_than_its_parent_widens_it);
  g_test_add_func ("/icicle/children-lie-under-their-parents", children_lie_under_their_parents);
  g_test_add_func ("/icicle/loose-parts-stand-apart-at-the-end", loose_parts_stand_apart_at_the_end);
  g_test_add_func ("/icicle/arrow-keys-follow-the-tree", arrow_keys_follow_the_tree);
  g_test_add_func ("/icicle/only-what-is-in-focus-is-a-mark", only_what_is_in_focus_is_a_mark);
  g_test_add_func ("/icicle/a-motion-leads-from-one-view-to-the-other", a_motion_leads_from_one_view_to_the_other);
  g_test_add_func ("/icicle/narrow-parts-are-joined-and-say-so", narrow_parts_are_joined_and_say_so);
  g_test_add_func ("/icicle/its-status-is-said-in-words", its_status_is_said_in_words);
  g_test_add_func ("/icicle/fifty-thousand-parts-are-no-matter", fifty_thousand_parts_are_no_matter);

  return g_test_run ();
}
