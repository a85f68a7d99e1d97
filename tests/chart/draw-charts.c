/* Draws every scene in every theme and some sizes into a folder, for a person to look at: draw-charts FOLDER [SIZE-IN-POINTS [BEGINNING-OF-NAME]];
 * or, with "shots" in place of the size, one picture of each kind of chart in light, dark and print, for a look through with the pages. */
#include "config.h"

#include "chart-scenes.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void
draw (const ChartScene *scene, const char *folder, const char *theme, double width, double height, double font)
{
  g_autoptr (ExChart) chart = scene->make ();
  g_autofree char *path = g_strdup_printf ("%s/chart-%s-%s-%.0fx%.0f.png", folder, scene->name, theme, width, height);
  g_autoptr (GError) error = NULL;
  ExTheme parsed = EX_THEME_LIGHT;

  ex_theme_parse (theme, &parsed);
  ex_chart_set_font (chart, NULL, font);
  if (!ex_chart_save (chart, path, EX_FORMAT_PNG, width, height, parsed, &error))
    g_error ("%s", error->message);
}

/* Charts of rows, in the room that they ask for. */
static void
draw_natural (const ChartScene *scene, const char *folder, double width, double font)
{
  g_autoptr (ExChart) chart = scene->make ();
  double height;

  ex_chart_set_font (chart, NULL, font);
  height = ex_chart_natural_height (chart, width, TRUE);
  if (height > 0)
    draw (scene, folder, "light", width, MAX (height, 16), font);
}

static void
draw_shots (const char *folder)
{
  static const char *const names[] = { "waterfall-value", "waterfall-provisional", "line", "ladder", "distribution", "growth",
                                       "growth-forecast", "growth-gaps", "growth-many", "pareto", "pareto-many", "curve", "curve-gated",
                                       "heatmap", "heatmap-many", "dumbbell", "steps", "dots", "dots-many", "icicle", "icicle-many",
                                       "multiples", "multiples-twelve", NULL };

  for (guint i = 0; i < n_chart_scenes; i++)
    if (g_strv_contains (names, chart_scenes[i].name))
      {
        draw (&chart_scenes[i], folder, "light", 1000, 560, 12);
        draw (&chart_scenes[i], folder, "dark", 1000, 560, 12);
        draw (&chart_scenes[i], folder, "print", 1000, 560, 12);
      }
}

int
main (int argc, char **argv)
{
  static const char *const themes[] = { "light", "dark", "contrast", "contrast-dark", "print" };
  double font = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 10;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("draw-charts FOLDER [SIZE-IN-POINTS [BEGINNING-OF-NAME]]\n");
      return EXIT_FAILURE;
    }
  g_mkdir_with_parents (argv[1], 0700);
  if (argc > 2 && strcmp (argv[2], "shots") == 0)
    {
      draw_shots (argv[1]);
      return EXIT_SUCCESS;
    }
  for (guint i = 0; i < n_chart_scenes; i++)
    {
      if (argc > 3 && !g_str_has_prefix (chart_scenes[i].name, argv[3]))
        continue;
      draw_natural (&chart_scenes[i], argv[1], 860, font);
      draw_natural (&chart_scenes[i], argv[1], 360, font);
      for (guint j = 0; j < G_N_ELEMENTS (themes); j++)
        draw (&chart_scenes[i], argv[1], themes[j], 800, 450, font);
      draw (&chart_scenes[i], argv[1], "light", 240, 120, font);
      draw (&chart_scenes[i], argv[1], "light", 320, 90, font);
      draw (&chart_scenes[i], argv[1], "light", 420, 260, font);
    }

  return EXIT_SUCCESS;
}
