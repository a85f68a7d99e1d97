/* Draws every scene in every theme and some sizes into a folder, for a person to look at: draw-charts FOLDER [SIZE-IN-POINTS] */
#include "config.h"

#include "chart-scenes.h"

#include <locale.h>
#include <stdlib.h>

static void
draw (const ChartScene *scene, const char *folder, const char *theme, double width, double height, double font)
{
  g_autoptr (ExChart) chart = scene->make ();
  g_autofree char *path = g_strdup_printf ("%s/%s-%s-%.0fx%.0f.png", folder, scene->name, theme, width, height);
  g_autoptr (GError) error = NULL;
  ExTheme parsed = EX_THEME_LIGHT;

  ex_theme_parse (theme, &parsed);
  ex_chart_set_font (chart, NULL, font);
  if (!ex_chart_save (chart, path, EX_FORMAT_PNG, width, height, parsed, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  static const char *const themes[] = { "light", "dark", "contrast", "contrast-dark", "print" };
  double font = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 10;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("draw-charts FOLDER [SIZE-IN-POINTS]\n");
      return EXIT_FAILURE;
    }
  g_mkdir_with_parents (argv[1], 0700);
  for (guint i = 0; i < n_chart_scenes; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (themes); j++)
        draw (&chart_scenes[i], argv[1], themes[j], 800, 450, font);
      draw (&chart_scenes[i], argv[1], "light", 240, 120, font);
      draw (&chart_scenes[i], argv[1], "light", 320, 90, font);
      draw (&chart_scenes[i], argv[1], "light", 420, 260, font);
    }

  return EXIT_SUCCESS;
}
