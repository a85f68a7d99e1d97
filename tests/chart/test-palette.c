#include "config.h"

#include "chart/ex-palette.h"

#include <math.h>

/* WCAG 2.1, "relative luminance" and "contrast ratio". */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const ExColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
contrast (const ExColor *a, const ExColor *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
contrast_is_computed_right (void)
{
  const ExColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&white, &grey), 4.478, 0.001); /* the well-known grey that just fails */
}

static void
words_and_marks_stand_out (void)
{
  for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      const ExPalette *p = ex_palette_get (theme);
      gboolean high = theme == EX_THEME_CONTRAST || theme == EX_THEME_CONTRAST_DARK;
      double text = high ? 7 : 4.5, mark = high ? 4.5 : 3;

      g_assert_cmpfloat (contrast (&p->text, &p->background), >=, text);
      g_assert_cmpfloat (contrast (&p->dim, &p->background), >=, text);
      g_assert_cmpfloat (contrast (&p->gained, &p->background), >=, text); /* these three also write */
      g_assert_cmpfloat (contrast (&p->lost, &p->background), >=, text);
      g_assert_cmpfloat (contrast (&p->strong, &p->background), >=, text);
      g_assert_cmpfloat (contrast (&p->neutral, &p->background), >=, mark);
      g_assert_cmpfloat (contrast (&p->grid, &p->background), <, contrast (&p->neutral, &p->background));
      g_assert_cmpfloat (p->band.alpha, <, 0.5);
    }
}

/* In a window nothing is painted behind: the words must also stand out from the window's own light and dark. */
static void
words_stand_out_from_a_window (void)
{
  const ExColor window = { 0xfa / 255.0, 0xfa / 255.0, 0xfa / 255.0, 1 }, card = { 0x36 / 255.0, 0x36 / 255.0, 0x36 / 255.0, 1 };
  const ExPalette *light = ex_palette_get (EX_THEME_LIGHT), *dark = ex_palette_get (EX_THEME_DARK);

  g_assert_cmpfloat (contrast (&light->gained, &window), >=, 4.5);
  g_assert_cmpfloat (contrast (&light->lost, &window), >=, 4.5);
  g_assert_cmpfloat (contrast (&light->dim, &window), >=, 4.5);
  g_assert_cmpfloat (contrast (&light->neutral, &window), >=, 3);
  g_assert_cmpfloat (contrast (&dark->gained, &card), >=, 4.5);
  g_assert_cmpfloat (contrast (&dark->lost, &card), >=, 4.5);
  g_assert_cmpfloat (contrast (&dark->dim, &card), >=, 4.5);
  g_assert_cmpfloat (contrast (&dark->neutral, &card), >=, 3);
}

static void
gained_is_blue_and_lost_is_orange (void)
{
  for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      const ExPalette *p = ex_palette_get (theme);

      g_assert_cmpfloat (p->gained.blue, >, p->gained.red);
      g_assert_cmpfloat (p->lost.red, >, p->lost.blue);
    }
  g_assert_cmpfloat_with_epsilon (ex_palette_get (EX_THEME_LIGHT)->gained.red * 255, 0x1c, 1e-9);
  g_assert_cmpfloat_with_epsilon (ex_palette_get (EX_THEME_LIGHT)->lost.green * 255, 0x46, 1e-9);
  g_assert_cmpfloat_with_epsilon (ex_palette_get (EX_THEME_DARK)->gained.green * 255, 0xae, 1e-9);
  g_assert_cmpfloat_with_epsilon (ex_palette_get (EX_THEME_DARK)->lost.blue * 255, 0x48, 1e-9);
  g_assert_true (ex_palette_get (EX_THEME_PRINT)->hatch);
  g_assert_false (ex_palette_get (EX_THEME_LIGHT)->hatch);
}

static void
themes_have_names (void)
{
  static const struct { const char *nick; gboolean known; ExTheme theme; } cases[] = {
    { "light", TRUE, EX_THEME_LIGHT },   { "dark", TRUE, EX_THEME_DARK },
    { "contrast", TRUE, EX_THEME_CONTRAST }, { "contrast-dark", TRUE, EX_THEME_CONTRAST_DARK },
    { "print", TRUE, EX_THEME_PRINT },   { "Light", TRUE, EX_THEME_LIGHT },
    { "sepia", FALSE },                  { "", FALSE },
    { NULL, FALSE },                     { "light ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExTheme theme = EX_THEME_LIGHT;

      g_assert_true (ex_theme_parse (cases[i].nick, &theme) == cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (theme, ==, cases[i].theme);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/contrast-is-computed-right", contrast_is_computed_right);
  g_test_add_func ("/palette/words-and-marks-stand-out", words_and_marks_stand_out);
  g_test_add_func ("/palette/words-stand-out-from-a-window", words_stand_out_from_a_window);
  g_test_add_func ("/palette/gained-is-blue-and-lost-is-orange", gained_is_blue_and_lost_is_orange);
  g_test_add_func ("/palette/themes-have-names", themes_have_names);

  return g_test_run ();
}
