#include "config.h"

#include "ex-text-scale.h"

#define USUAL_HEIGHT (11.0 * 96 / 72) /* pixels: the platform's font as it comes */

double
ex_text_scale (GtkWidget *widget)
{
  GtkSettings *settings;
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  double height, resolution;
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  settings = gtk_widget_get_settings (widget);
  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  resolution = dpi > 0 ? dpi / 1024.0 : 96;
  height = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    height *= resolution / 72;

  return MAX (1, height / USUAL_HEIGHT);
}
