#include "config.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-waterfall-chart-private.h"

#include <math.h>
#include <string.h>

#define WIDTH 800
#define HEIGHT 450

static ExChart *
usual (void)
{
  ExChart *chart = ex_waterfall_chart_new ();
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);

  ex_waterfall_chart_add_bar (self, EX_BAR_TOTAL, "Opening", 1000, "1,000", "Opening: 1,000 customers");
  ex_waterfall_chart_add_bar (self, EX_BAR_GAIN, "New", 400, "+400", NULL);
  ex_waterfall_chart_add_bar (self, EX_BAR_LOSS, "Lost", 600, "−600", "Lost: 600 customers, 1,234.50 €");
  ex_waterfall_chart_add_bar (self, EX_BAR_TOTAL, "Closing", 800, "800", NULL);
  return chart;
}

static cairo_surface_t *
draw (ExChart *chart, ExTheme theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  ex_chart_draw (chart, cr, WIDTH, HEIGHT, theme, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x;

  return (*(const guint32 *) data) & 0xffffff;
}

static guint32
packed (const ExColor *color)
{
  return (guint32) round (color->red * 255) << 16 | (guint32) round (color->green * 255) << 8 | (guint32) round (color->blue * 255);
}

static void
bars_have_the_colours_of_what_they_mean (void)
{
  for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_CONTRAST_DARK; theme++)
    {
      const ExPalette *palette = ex_palette_get (theme);
      const ExColor *expected[] = { &palette->neutral, &palette->gained, &palette->lost, &palette->neutral };
      g_autoptr (ExChart) chart = usual ();
      cairo_surface_t *surface = draw (chart, theme);

      for (guint i = 0; i < 4; i++)
        {
          ExRect rect;

          g_assert_true (ex_chart_mark_rect (chart, i, &rect));
          g_assert_cmphex (pixel (surface, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, packed (expected[i]));
        }
      g_assert_cmphex (pixel (surface, 2, 2), ==, packed (&palette->background));
      cairo_surface_destroy (surface);
    }
}

/* How many different colours a row of pixels through the middle of a bar has. */
static guint
colours_in_bar (ExChart *chart, guint mark, ExTheme theme)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  cairo_surface_t *surface = draw (chart, theme);
  ExRect rect;

  g_assert_true (ex_chart_mark_rect (chart, mark, &rect));
  for (double x = rect.x + 5; x < rect.x + rect.width - 5; x++)
    g_hash_table_add (seen, GUINT_TO_POINTER (pixel (surface, x, rect.y + rect.height / 2)));
  cairo_surface_destroy (surface);

  return g_hash_table_size (seen);
}

static void
losses_are_hatched_in_print_and_what_is_open_when_provisional (void)
{
  g_autoptr (ExChart) chart = usual ();

  g_assert_cmpuint (colours_in_bar (chart, 1, EX_THEME_PRINT), ==, 1);
  g_assert_cmpuint (colours_in_bar (chart, 2, EX_THEME_PRINT), >, 3);
  g_assert_cmpuint (colours_in_bar (chart, 2, EX_THEME_LIGHT), ==, 1);
  ex_waterfall_chart_set_provisional (EX_WATERFALL_CHART (chart), TRUE);
  g_assert_cmpuint (colours_in_bar (chart, 0, EX_THEME_LIGHT), ==, 1); /* the opening was complete before */
  for (guint i = 1; i < 4; i++)
    for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
      g_assert_cmpuint (colours_in_bar (chart, i, (ExTheme) theme), >, 3);
}

static void
bars_start_at_zero_or_hang_where_the_last_led (void)
{
  g_autoptr (ExChart) chart = usual ();
  ExRect bars[4];
  double unit;

  cairo_surface_destroy (draw (chart, EX_THEME_LIGHT));
  for (guint i = 0; i < 4; i++)
    g_assert_true (ex_chart_mark_rect (chart, i, &bars[i]));
  unit = bars[0].height / 1000;
  g_assert_cmpfloat_with_epsilon (bars[1].height, 400 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[2].height, 600 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[3].height, 800 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[0].y + bars[0].height, bars[3].y + bars[3].height, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[1].y + bars[1].height, bars[0].y, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[2].y, bars[1].y, 1e-6);
  g_assert_cmpfloat_with_epsilon (bars[2].y + bars[2].height, bars[3].y, 1e-6);
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
small_changes_stay_in_sight (void)
{
  g_autoptr (ExChart) chart = ex_waterfall_chart_new ();
  ExRect rect;

  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 5e6, "5,000,000", NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "New", 1, "+1", NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Lost", 2, "−2", NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Closing", 5e6 - 1, "4,999,999", NULL);
  cairo_surface_destroy (draw (chart, EX_THEME_LIGHT));
  g_assert_true (shows (chart, "5,000,000") && shows (chart, "+1") && shows (chart, "−2") && shows (chart, "4,999,999"));
  g_assert_true (ex_chart_mark_rect (chart, 1, &rect));
  g_assert_cmpfloat (rect.height, >=, 1.5);
}

static void
right_to_left_the_opening_stands_at_the_right (void)
{
  g_autoptr (ExChart) chart = usual ();
  ExRect opening, closing;

  ex_chart_set_rtl (chart, TRUE);
  cairo_surface_destroy (draw (chart, EX_THEME_LIGHT));
  g_assert_true (ex_chart_mark_rect (chart, 0, &opening) && ex_chart_mark_rect (chart, 3, &closing));
  g_assert_cmpfloat (opening.x, >, closing.x);
  g_assert_true (ex_chart_is_mirrored (chart));
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = usual ();
  static const char *const expected[] = { "Opening: 1,000 customers", "New: +400", "Lost: 600 customers, 1,234.50 €", "Closing: 800" };
  g_autofree char *words = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  ex_chart_set_title (chart, "Losses outran gains", "Customers");
  words = ex_chart_describe (chart);
  g_assert_cmpstr (words, ==, "Losses outran gains. Customers. Waterfall chart with 4 bars. Opening: 1,000; New: +400; Lost: −600; Closing: 800.");
}

static void
its_table_has_a_row_a_bar (void)
{
  g_autoptr (ExChart) chart = usual ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const heading[] = { "Movement", "Value", "Details", NULL };
  const char *const lost[] = { "Lost", "−600", "Lost: 600 customers, 1,234.50 €", NULL };
  const char *const fresh[] = { "New", "+400", "", NULL };

  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstrv (g_ptr_array_index (rows, 0), heading);
  g_assert_cmpstrv (g_ptr_array_index (rows, 2), fresh);
  g_assert_cmpstrv (g_ptr_array_index (rows, 3), lost);
}

static void
values_without_words_get_plain_ones (void)
{
  g_autoptr (ExChart) chart = ex_waterfall_chart_new ();
  g_autoptr (GPtrArray) rows = NULL;

  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 120, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Lost", 20, NULL, NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "New", NAN, NULL, NULL);
  rows = ex_chart_table (chart);
  g_assert_cmpstr (((GStrv) rows->pdata[1])[1], ==, "120");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[1], ==, "−20");
  g_assert_cmpstr (((GStrv) rows->pdata[3])[1], ==, "–");
}

static char *
count_calls (double value, gpointer data)
{
  *(guint *) data += 1;
  return g_strdup_printf ("%.0f k", value / 1000);
}

static void
let_go (gpointer data)
{
  *(guint *) data = 1000;
}

static void
ticks_of_the_same_words_are_thinned (void)
{
  g_autoptr (ExChart) chart = usual ();
  GPtrArray *labels = NULL;
  guint calls = 0, zeros = 0;

  ex_waterfall_chart_set_value_text (EX_WATERFALL_CHART (chart), count_calls, &calls, let_go);
  cairo_surface_destroy (draw (chart, EX_THEME_LIGHT));
  labels = ex_chart_get_labels (chart);
  for (guint i = 0; i < labels->len; i++)
    zeros += g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), "0 k");
  g_assert_cmpuint (calls, >, 0);
  g_assert_cmpuint (zeros, ==, 1);
  g_assert_true (shows (chart, "1 k"));
  ex_waterfall_chart_set_value_text (EX_WATERFALL_CHART (chart), NULL, NULL, NULL);
  g_assert_cmpuint (calls, ==, 1000);
}

static void
of_many_bars_only_the_largest_are_said (void)
{
  g_autoptr (ExChart) chart = usual ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < 40; i++)
    ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_GAIN, "Small", 1 + i % 3, "+", NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Large", 300, "−300", NULL);
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "End", 2, "2", NULL);
  words = ex_chart_describe (chart);
  g_assert_nonnull (strstr (words, "Opening: 1,000; New: +400; Lost: −600; Closing: 800; …"));
  g_assert_true (g_str_has_suffix (words, "; Large: −300; End: 2."));
  g_assert_cmpuint (strlen (words), <, 400);
}

/* Of seven bars in every width. */
static void
a_word_that_fits_is_not_broken (void)
{
  g_autoptr (ExChart) chart = usual ();

  for (guint i = 0; i < 3; i++)
    ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Contracted", 100, "−100", NULL);
  for (guint width = 300; width < 800; width++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      GPtrArray *labels;

      ex_chart_draw (chart, cr, width, HEIGHT, EX_THEME_LIGHT, TRUE);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      labels = ex_chart_get_labels (chart);
      for (guint i = 0; i < labels->len; i++)
        {
          g_autoptr (PangoLayout) whole = pango_layout_copy (((ExLabel *) labels->pdata[i])->layout);
          int lines = pango_layout_get_line_count (whole), natural;

          pango_layout_set_width (whole, -1);
          pango_layout_get_pixel_size (whole, &natural, NULL);
          if (g_str_equal (pango_layout_get_text (whole), "Contracted") && natural + 2.5 <= EX_WATERFALL_CHART (chart)->slot)
            g_assert_cmpint (lines, ==, 1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/waterfall/bars-have-the-colours-of-what-they-mean", bars_have_the_colours_of_what_they_mean);
  g_test_add_func ("/waterfall/hatched-in-print-and-when-provisional", losses_are_hatched_in_print_and_what_is_open_when_provisional);
  g_test_add_func ("/waterfall/bars-start-at-zero-or-hang-where-the-last-led", bars_start_at_zero_or_hang_where_the_last_led);
  g_test_add_func ("/waterfall/small-changes-stay-in-sight", small_changes_stay_in_sight);
  g_test_add_func ("/waterfall/right-to-left-the-opening-stands-at-the-right", right_to_left_the_opening_stands_at_the_right);
  g_test_add_func ("/waterfall/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/waterfall/its-table-has-a-row-a-bar", its_table_has_a_row_a_bar);
  g_test_add_func ("/waterfall/values-without-words-get-plain-ones", values_without_words_get_plain_ones);
  g_test_add_func ("/waterfall/ticks-of-the-same-words-are-thinned", ticks_of_the_same_words_are_thinned);
  g_test_add_func ("/waterfall/of-many-bars-only-the-largest-are-said", of_many_bars_only_the_largest_are_said);

  g_test_add_func ("/waterfall/a-word-that-fits-is-not-broken", a_word_that_fits_is_not_broken);
  return g_test_run ();
}
