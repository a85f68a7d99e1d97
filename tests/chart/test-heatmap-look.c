/* How a heatmap looks: its colours and what is written on them, its room, its legend. */
#include "config.h"

#include "heatmap-fixture.h"

#include <math.h>

/* ---- Colours ---- */

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const ExColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static void
figures_stand_out_from_every_tone (void)
{
  for (ExTheme theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      gboolean strict = theme == EX_THEME_CONTRAST || theme == EX_THEME_CONTRAST_DARK;
      ExHeatmapTone tones[EX_HEATMAP_TONES];

      ex_heatmap_tones (ex_palette_get (theme), strict ? 7 : 4.5, tones);
      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        {
          double a = luminance (&tones[i].fill), b = luminance (&tones[i].ink);

          /* only the strongest are the palette's own: the rest can be chosen well */
          g_assert_cmpfloat ((MAX (a, b) + 0.05) / (MIN (a, b) + 0.05), >=, strict ? 7 : i > 0 && i < EX_HEATMAP_TONES - 1 ? 5.5 : 4.5);
        }
    }
}

static double
away (const ExColor *a, const ExColor *b)
{
  return fabs (a->red - b->red) + fabs (a->green - b->green) + fabs (a->blue - b->blue);
}

static void
the_further_from_the_middle_the_stronger_the_tone (void)
{
  for (ExTheme theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      ExHeatmapTone tones[EX_HEATMAP_TONES];
      const ExPalette *palette = ex_palette_get (theme);
      const ExColor *middle = &tones[EX_HEATMAP_STEPS].fill;

      ex_heatmap_tones (palette, 4.5, tones);
      g_assert_cmpfloat (away (middle, &palette->background), >, 0);
      g_assert_cmpfloat (away (middle, &palette->background), <, 0.25);
      g_assert_cmpfloat (away (&tones[0].fill, &palette->lost), <, 0.1);
      g_assert_cmpfloat (away (&tones[EX_HEATMAP_TONES - 1].fill, &palette->gained), <, 0.1);
      for (guint i = 1; i <= EX_HEATMAP_STEPS; i++)
        {
          g_assert_cmpfloat (away (&tones[EX_HEATMAP_STEPS + i].fill, middle), >, away (&tones[EX_HEATMAP_STEPS + i - 1].fill, middle) + 0.08);
          g_assert_cmpfloat (away (&tones[EX_HEATMAP_STEPS - i].fill, middle), >, away (&tones[EX_HEATMAP_STEPS - i + 1].fill, middle) + 0.08);
        }
    }
}

static void
a_value_outside_the_scale_has_the_last_tone_and_its_true_figure (void)
{
  static const struct { double value; int step; const char *text; } cases[] = {
    { 0, -EX_HEATMAP_STEPS, "0 %" }, { -4, -EX_HEATMAP_STEPS, "-400 %" }, { 1, 0, "100 %" },  { 1.5, EX_HEATMAP_STEPS, "150 %" },
    { 90, EX_HEATMAP_STEPS, "9000 %" }, { 0.5, -2, "50 %" }, { 1.25, 2, "125 %" }, { 0.9, 0, "90 %" }, { 0.8, -1, "80 %" },
    { 1.36, 3, "136 %" }, { 1.35, 2, "135 %" },
  };
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", NULL }, -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ex_heatmap_chart_set_cell (self, ex_heatmap_chart_add_row (self, "A", 0, NULL), 0, EX_CELL_MEASURED, cases[i].value, NULL, NULL);
      g_assert_cmpint (ex_heatmap_step (self, cases[i].value), ==, cases[i].step);
      g_assert_cmpstr (ex_heatmap_cell_text (self, ex_heatmap_cell (self, i, 0)), ==, cases[i].text);
    }
  g_assert_cmpint (ex_heatmap_step (self, INFINITY), ==, EX_HEATMAP_STEPS);
  g_assert_cmpint (ex_heatmap_step (self, -INFINITY), ==, -EX_HEATMAP_STEPS);
  g_assert_cmpint (ex_heatmap_step (self, NAN), ==, 0);
  ex_heatmap_chart_set_scale (self, 1, 1, 1); /* nothing to divide by */
  g_assert_cmpint (ex_heatmap_step (self, 1), ==, 0);
  g_assert_cmpint (ex_heatmap_step (self, 1.001), ==, EX_HEATMAP_STEPS);
  g_assert_cmpint (ex_heatmap_step (self, 0.999), ==, -EX_HEATMAP_STEPS);
}

static void
a_cell_has_its_tone_an_empty_one_nothing_and_what_is_not_measured_lines (void)
{
  for (ExTheme theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      g_autoptr (ExHeatmapChart) self = team ();
      cairo_surface_t *surface = NULL;
      guint32 paper, found;
      gboolean lines = FALSE, gaps = FALSE;
      ExRect rect;

      surface = draw (self, 500, 300, theme);
      paper = pixel_at (surface, 1, 1);
      rect = ex_heatmap_rect (self, 1, 1);
      for (double x = rect.x; x < rect.x + rect.width; x++)
        g_assert_cmphex (pixel_at (surface, x, rect.y + rect.height / 2), ==, paper);
      rect = ex_heatmap_rect (self, 2, 1);
      for (double x = rect.x + 2; x < rect.x + rect.width - 3; x++)
        {
          found = pixel_at (surface, x, rect.y + rect.height / 2);
          lines |= found != paper;
          gaps |= found == paper;
        }
      g_assert_true (lines && gaps);
      rect = ex_heatmap_rect (self, 0, 2);
      g_assert_cmphex (pixel_at (surface, rect.x + 3, rect.y + 3), !=, paper);
      g_assert_cmphex (pixel_at (surface, rect.x + 3, rect.y + 3), !=, pixel_at (surface, ex_heatmap_rect (self, 0, 1).x + 3, rect.y + 3));
      cairo_surface_destroy (surface);
    }
}

static void
without_figures_and_without_colour_lines_tell_what_is_behind (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  static const gboolean hatched[] = { FALSE, FALSE, TRUE, TRUE, TRUE };

  for (ExTheme theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      ex_chart_layout (EX_CHART (self), 500, 400, theme, TRUE);
      g_assert_cmpfloat (self->figures, >, 0);
      g_assert_false (ex_heatmap_is_hatched (self, ex_palette_get (theme)));
      ex_chart_layout (EX_CHART (self), 500, 40, theme, TRUE);
      g_assert_cmpfloat (self->figures, ==, 0);
      g_assert_cmpint (ex_heatmap_is_hatched (self, ex_palette_get (theme)), ==, hatched[theme]);
    }
  for (int step = 0; step <= EX_HEATMAP_STEPS; step++)
    g_assert_cmpfloat (ex_heatmap_hatch_of (step), ==, 0);
  g_assert_cmpfloat (ex_heatmap_hatch_of (-EX_HEATMAP_STEPS), >, 0);
  g_assert_cmpfloat (ex_heatmap_hatch_of (-EX_HEATMAP_STEPS), <, ex_heatmap_hatch_of (-1));
}

/* ---- Room ---- */

static void
fill (ExHeatmapChart *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leader %u", i);

      add (self, name, i == 0 ? 0 : i % 10 == 9 ? 1 : 2, (double[]) { 0.1 * (i % 15), 0.5, 0.7 });
    }
}

static void
in_its_natural_height_every_row_has_its_name_and_its_figures (void)
{
  static const guint counts[] = { 1, 2, 40, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (double width = 320; width < 1400; width += 270)
      {
        g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);
        double height, em;

        fill (self, counts[i]);
        ex_chart_set_title (EX_CHART (self), "A finding that is long enough to need a second line where there is not much room", "Of whom, and in what unit");
        height = ex_chart_natural_height (EX_CHART (self), width, TRUE);
        em = ex_chart_get_em (EX_CHART (self));
        ex_chart_layout (EX_CHART (self), width, height, EX_THEME_LIGHT, TRUE);
        g_assert_cmpfloat (self->row, >=, 1.9 * em - 1e-6);
        g_assert_cmpfloat (self->row, <, 2.1 * em);
        g_assert_cmpfloat (self->figures, >, 0);
        g_assert_cmpfloat (self->legend.blocks[0].width, >, 0);
        g_assert_true (shows (self, "Retain") && shows (self, "Of whom"));
        for (guint j = 0; j < counts[i]; j++)
          {
            const ExLabel *label = ex_heatmap_row (self, j)->label;

            g_assert_nonnull (label);
            g_assert_false (pango_layout_is_ellipsized (label->layout));
          }
      }
}

static void
of_too_many_rows_those_nearest_the_top_are_named (void)
{
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);
  guint named = 0;

  fill (self, 300);
  ex_chart_layout (EX_CHART (self), 1200, 700, EX_THEME_LIGHT, TRUE);
  for (guint i = 0; i < 300; i++)
    named += ex_heatmap_row (self, i)->label != NULL;
  g_assert_true (self->thinned);
  g_assert_cmpuint (named, >=, 30);
  for (guint i = 0; i < 300; i++)
    if (ex_heatmap_row (self, i)->depth < 2)
      g_assert_nonnull (ex_heatmap_row (self, i)->label);
}

static void
drawn_in_parts_it_is_the_same (void)
{
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);
  cairo_surface_t *whole, *parts = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 420, 900);
  cairo_t *cr = cairo_create (parts);

  fill (self, 33);
  ex_chart_set_title (EX_CHART (self), "A finding", NULL);
  whole = draw (self, 420, 900, EX_THEME_LIGHT);
  for (int top = 0; top < 900; top += 37)
    {
      cairo_save (cr);
      cairo_rectangle (cr, 0, top, 420, 37);
      cairo_clip (cr);
      ex_chart_draw (EX_CHART (self), cr, 420, 900, EX_THEME_LIGHT, TRUE);
      cairo_restore (cr);
    }
  cairo_surface_flush (parts);
  g_assert_true (are_equal (whole, parts));
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

static void
a_long_name_is_shortened_and_leaves_the_cells_their_room (void)
{
  g_autoptr (ExHeatmapChart) self = team ();
  const ExLabel *label;

  add (self, "Maximiliane-Theodora von und zu Hohenstein-Wackerbarth, Head of Customer Happiness", 3, (double[]) { 0.5, 0.5, 0.5 });
  ex_chart_layout (EX_CHART (self), 420, 300, EX_THEME_LIGHT, TRUE);
  label = ex_heatmap_row (self, 4)->label;
  g_assert_true (pango_layout_is_ellipsized (label->layout));
  g_assert_cmpfloat (label->rect.x + label->rect.width, <, ex_heatmap_rect (self, 0, 0).x);
  g_assert_cmpfloat (self->figures, >, 0);
}

static void
the_legend_explains_only_what_there_is (void)
{
  g_autoptr (ExHeatmapChart) self = heatmap ((const char *[]) { "Total", "Acquire", "Retain", NULL }, 0);

  add (self, "Zoe", 0, (double[]) { 0.5, 0.9, 0.1 });
  ex_chart_layout (EX_CHART (self), 600, 300, EX_THEME_LIGHT, TRUE);
  g_assert_cmpfloat (self->legend.blocks[0].width, >, 0);
  g_assert_false (shows (self, "measured"));
  ex_heatmap_chart_set_cell (self, 0, 1, EX_CELL_PARTLY, 0.9, NULL, NULL);
  ex_chart_layout (EX_CHART (self), 600, 300, EX_THEME_LIGHT, TRUE);
  g_assert_true (shows (self, "measured in part"));
  g_assert_false (shows (self, "not measured"));
  for (guint i = 0; i < 3; i++)
    ex_heatmap_chart_set_cell (self, 0, i, EX_CELL_NOT_MEASURED, NAN, NULL, NULL);
  ex_chart_layout (EX_CHART (self), 600, 300, EX_THEME_LIGHT, TRUE);
  g_assert_cmpfloat (self->legend.blocks[0].width, ==, 0);
  g_assert_true (shows (self, "not measured"));
  for (guint i = 0; i < 3; i++)
    ex_heatmap_chart_set_cell (self, 0, i, EX_CELL_NONE, NAN, NULL, NULL);
  g_assert_cmpfloat (ex_heatmap_legend_height (self), ==, 0);
}

static void
a_measured_cell_without_a_value_is_not_measured (void)
{
  g_autoptr (ExHeatmapChart) self = team ();

  ex_heatmap_chart_set_cell (self, 0, 0, EX_CELL_MEASURED, NAN, NULL, NULL);
  g_assert_cmpint (ex_heatmap_cell (self, 0, 0)->kind, ==, EX_CELL_NOT_MEASURED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heatmap/figures-stand-out-from-every-tone", figures_stand_out_from_every_tone);
  g_test_add_func ("/heatmap/the-further-from-the-middle-the-stronger-the-tone", the_further_from_the_middle_the_stronger_the_tone);
  g_test_add_func ("/heatmap/a-value-outside-the-scale-has-the-last-tone-and-its-true-figure",
                   a_value_outside_the_scale_has_the_last_tone_and_its_true_figure);
  g_test_add_func ("/heatmap/a-cell-has-its-tone-an-empty-one-nothing-and-what-is-not-measured-lines",
                   a_cell_has_its_tone_an_empty_one_nothing_and_what_is_not_measured_lines);
  g_test_add_func ("/heatmap/without-figures-and-without-colour-lines-tell-what-is-behind",
                   without_figures_and_without_colour_lines_tell_what_is_behind);
  g_test_add_func ("/heatmap/in-its-natural-height-every-row-has-its-name-and-its-figures",
                   in_its_natural_height_every_row_has_its_name_and_its_figures);
  g_test_add_func ("/heatmap/of-too-many-rows-those-nearest-the-top-are-named", of_too_many_rows_those_nearest_the_top_are_named);
  g_test_add_func ("/heatmap/drawn-in-parts-it-is-the-same", drawn_in_parts_it_is_the_same);
  g_test_add_func ("/heatmap/a-long-name-is-shortened-and-leaves-the-cells-their-room", a_long_name_is_shortened_and_leaves_the_cells_their_room);
  g_test_add_func ("/heatmap/the-legend-explains-only-what-there-is", the_legend_explains_only_what_there_is);
  g_test_add_func ("/heatmap/a-measured-cell-without-a-value-is-not-measured", a_measured_cell_without_a_value_is_not_measured);

  return g_test_run ();
}
