/* What holds for every chart, at every size, in every theme, with small and large words. */
#include "config.h"

#include "chart-scenes.h"

#include "chart/ex-chart-private.h"

#include <math.h>
#include <string.h>

static const double sizes[][2] = { { 240, 120 }, { 320, 90 }, { 320, 200 }, { 420, 260 }, { 800, 450 }, { 1200, 700 }, { 2400, 1600 }, { 240, 900 }, { 2400, 120 } };
static const double fonts[] = { 8, 10, 15, 22 };

typedef void (* Check) (const ChartScene *scene, ExChart *chart, double width, double height);

static void
draw (ExChart *chart, double width, double height, ExTheme theme, gboolean background)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  ex_chart_draw (chart, cr, width, height, theme, background);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
everywhere (Check check)
{
  for (guint i = 0; i < n_chart_scenes; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      for (guint k = (i + j) % 2; k < G_N_ELEMENTS (fonts); k += 2)
        {
          g_autoptr (ExChart) chart = chart_scenes[i].make ();
          ExTheme theme = (ExTheme) ((i + j + k) % (EX_THEME_PRINT + 1));

          ex_chart_set_font (chart, NULL, fonts[k]);
          if (k == (i + j) % G_N_ELEMENTS (fonts)) /* each size once; for the rest it is enough to know where everything stands */
            draw (chart, sizes[j][0], sizes[j][1], theme, k % 2 == 0);
          else
            ex_chart_layout (chart, sizes[j][0], sizes[j][1], theme, k % 2 == 0);
          check (&chart_scenes[i], chart, sizes[j][0], sizes[j][1]);
        }
}

static void
check_labels (const ChartScene *scene, ExChart *chart, double width, double height)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    {
      const ExLabel *a = g_ptr_array_index (labels, i);

      g_assert_true (isfinite (a->rect.x) && isfinite (a->rect.y));
      if (a->rect.x < -0.5 || a->rect.y < -0.5 || a->rect.x + a->rect.width > width + 0.5 || a->rect.y + a->rect.height > height + 0.5)
        g_error ("%s at %.0f × %.0f: “%s” runs out of the picture", scene->name, width, height, pango_layout_get_text (a->layout));
      for (guint j = 0; j < i; j++)
        {
          const ExLabel *b = g_ptr_array_index (labels, j);

          if (ex_rect_overlaps (&a->rect, &b->rect, -0.01))
            g_error ("%s at %.0f × %.0f: “%s” and “%s” overlap", scene->name, width, height, pango_layout_get_text (a->layout),
                     pango_layout_get_text (b->layout));
        }
    }
}

static void
words_never_overlap (void)
{
  everywhere (check_labels);
}

/* Groups stand in rows, and are read like lines: in the next one the marks begin anew. */
static gboolean
is_in_rows (const ChartScene *scene)
{
  static const char *const prefixes[] = { "distribution", "dots", "dumbbell", "heatmap", "pareto", "steps" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (scene->name, prefixes[i]))
      return TRUE;

  return FALSE;
}

/* Not a mark a row of the table. */
static gboolean
has_cells (const ChartScene *scene)
{
  return g_str_has_prefix (scene->name, "heatmap") || g_str_has_prefix (scene->name, "steps") || g_str_has_prefix (scene->name, "dots");
}

/* Each panel has its own; and of what hangs together, all that hangs on a mark is read before the next one beside it. */
static gboolean
has_own_order (const ChartScene *scene)
{
  return g_str_has_prefix (scene->name, "multiples") || g_str_has_prefix (scene->name, "icicle");
}

static void
check_marks (const ChartScene *scene, ExChart *chart, double width, double height)
{
  guint n = ex_chart_n_marks (chart);
  double before = -INFINITY, bottom = INFINITY; /* of the row that the last mark stands in */

  for (guint i = 0; i < n; i += MAX (1, n / 50))
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);
      ExRect rect, found;
      int hit;

      g_assert_cmpstr (text, !=, "");
      g_assert_true (ex_chart_mark_rect (chart, i, &rect));
      g_assert_true (isfinite (rect.x) && isfinite (rect.y) && rect.width > 0 && rect.height >= 0);
      if (rect.y < bottom - 1e-6 && !has_own_order (scene))
        g_assert_true (ex_chart_is_mirrored (chart) ? i == 0 || rect.x <= before : rect.x >= before);
      before = rect.x;
      bottom = is_in_rows (scene) ? rect.y + rect.height : INFINITY;
      hit = ex_chart_hit (chart, rect.x + rect.width / 2, rect.y + rect.height / 2);
      if (hit == (int) i)
        continue;
      /* another mark at the very same place answers for it */
      if (hit < 0)
        g_error ("%s at %.0f × %.0f: mark %u is not met where it is", scene->name, width, height, i);
      g_assert_true (ex_chart_mark_rect (chart, (guint) hit, &found));
      g_assert_cmpfloat_with_epsilon (found.x, rect.x, 0.01);
      g_assert_cmpfloat_with_epsilon (found.y, rect.y, 0.01);
    }
  g_assert_cmpint (ex_chart_hit (chart, -500, -500), ==, -1);
  g_assert_cmpint (ex_chart_hit (chart, NAN, 10), ==, -1);
  g_assert_cmpint (ex_chart_hit (chart, width / 2, height + 100), ==, -1);
}

static void
a_mark_is_hit_where_it_is (void)
{
  everywhere (check_marks);
}

static void
check_hover (const ChartScene *scene, ExChart *chart, double width, double height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  guint n = ex_chart_n_marks (chart);

  for (int i = -1; i <= (int) MIN (n, 5); i++)
    ex_chart_draw_hover (chart, cr, width, height, EX_THEME_LIGHT, i);
  ex_chart_draw_hover (chart, cr, width, height, EX_THEME_LIGHT, G_MAXINT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
any_mark_can_be_hovered (void)
{
  everywhere (check_hover);
}

static void
tables_are_whole (void)
{
  for (guint i = 0; i < n_chart_scenes; i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[i].make ();
      g_autoptr (GPtrArray) rows = ex_chart_table (chart);
      guint columns = g_strv_length (g_ptr_array_index (rows, 0));

      if (!has_cells (&chart_scenes[i]))
        g_assert_cmpuint (rows->len, ==, ex_chart_n_marks (chart) + 1);
      g_assert_cmpuint (columns, >=, 2);
      for (guint j = 1; j < rows->len; j++)
        g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, j)), ==, columns);
    }
}

static void
a_chart_says_its_title_and_what_is_missing (void)
{
  for (guint i = 0; i < n_chart_scenes; i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[i].make ();
      g_autofree char *words = ex_chart_describe (chart);

      g_assert_true (g_utf8_validate (words, -1, NULL));
      if (ex_chart_get_title (chart) != NULL)
        g_assert_true (g_str_has_prefix (words, ex_chart_get_title (chart)));
      if (ex_chart_get_subtitle (chart) != NULL)
        g_assert_nonnull (strstr (words, ex_chart_get_subtitle (chart)));
      g_assert_null (strstr (words, ".."));
      if (strcmp (chart_scenes[i].name, "line-empty") == 0)
        g_assert_nonnull (strstr (words, "No check-ins yet"));
    }
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (pango_layout_get_text (((ExLabel *) g_ptr_array_index (labels, i))->layout), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
an_empty_chart_says_so (void)
{
  for (guint i = 0; i < n_chart_scenes; i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (ExChart) chart = chart_scenes[i].make ();

        if (!g_str_has_suffix (chart_scenes[i].name, "-empty") && !g_str_has_suffix (chart_scenes[i].name, "-bare"))
          continue;
        draw (chart, sizes[j][0], sizes[j][1], EX_THEME_LIGHT, FALSE);
        g_assert_true (shows (chart, " yet"));
      }
}

static void
count_cb (ExChart *chart, gpointer count)
{
  *(guint *) count += 1;
}

static void
a_change_is_told_once (void)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  guint count = 0;

  g_signal_connect (chart, "changed", G_CALLBACK (count_cb), &count);
  ex_chart_set_title (chart, "Another", ex_chart_get_subtitle (chart));
  g_assert_cmpuint (count, ==, 1);
  ex_chart_set_title (chart, "Another", ex_chart_get_subtitle (chart));
  ex_chart_set_font (chart, NULL, 10);
  ex_chart_set_rtl (chart, FALSE);
  ex_chart_set_empty_text (chart, NULL);
  g_assert_cmpuint (count, ==, 1);
  ex_chart_set_rtl (chart, TRUE);
  ex_chart_set_font (chart, NULL, 11);
  ex_chart_set_font (chart, "DejaVu Sans", 11);
  g_assert_cmpuint (count, ==, 4);
}

static void
too_small_a_picture_stays_blank (void)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  ExRect rect;

  draw (chart, 10, 10, EX_THEME_LIGHT, TRUE);
  g_assert_false (ex_chart_mark_rect (chart, 0, &rect));
  g_assert_cmpint (ex_chart_hit (chart, 5, 5), ==, -1);
  for (double size = 16; size < 120; size += 13)
    for (guint i = 0; i < n_chart_scenes; i++)
      {
        g_autoptr (ExChart) small = chart_scenes[i].make ();

        draw (small, size, size, EX_THEME_DARK, TRUE);
        check_labels (&chart_scenes[i], small, size, size);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/words-never-overlap", words_never_overlap);
  g_test_add_func ("/chart/a-mark-is-hit-where-it-is", a_mark_is_hit_where_it_is);
  g_test_add_func ("/chart/any-mark-can-be-hovered", any_mark_can_be_hovered);
  g_test_add_func ("/chart/tables-are-whole", tables_are_whole);
  g_test_add_func ("/chart/says-its-title-and-what-is-missing", a_chart_says_its_title_and_what_is_missing);
  g_test_add_func ("/chart/an-empty-chart-says-so", an_empty_chart_says_so);
  g_test_add_func ("/chart/a-change-is-told-once", a_change_is_told_once);
  g_test_add_func ("/chart/too-small-a-picture-stays-blank", too_small_a_picture_stays_blank);

  return g_test_run ();
}
