/* What the menu of a chart offers: a table instead, a copy, a file. */
#include "config.h"

#include "ex-alert.h"
#include "ex-chart-table.h"
#include "ex-chart-view-private.h"
#include "ex-export-chart.h"
#include "ex-file-dialog.h"
#include "ex-print-preview.h"
#include "ex-window.h"

#include <glib/gi18n.h>
#include <math.h>

/* A file of a chart is at least this large, however small it is in the window. */
#define LEAST_WIDTH 800
#define LEAST_HEIGHT 450
/* A copied picture has twice the window's pixels, so that it prints. */
#define COPY_SCALE 2
/* One of more pixels than this is large enough as it is; and higher than this no picture gets. */
#define MOST_PIXELS 4000000
#define HIGHEST 16000.0

/* ---- Table ---- */

static void
toggle_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  ex_chart_view_set_show_table (self, !ex_chart_view_get_show_table (self));
}

/* ---- Copy ---- */

/* As it is in the window, but no smaller than can be read elsewhere; rows get the room that they need. */
static void
measure_file (ExChartView *self, double *width, double *height)
{
  double natural;

  *width = MAX (floor (gtk_widget_get_width (GTK_WIDGET (self)) / self->scale), LEAST_WIDTH);
  natural = ex_chart_natural_height (self->chart, *width, TRUE);
  *height = natural > 0 ? MIN (natural, HIGHEST) : MAX (floor (gtk_widget_get_height (GTK_WIDGET (self)) / self->scale), LEAST_HEIGHT);
}

static GdkTexture *
picture (ExChartView *self, int width, int height)
{
  int scale = width * height > MOST_PIXELS ? 1 : COPY_SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;

  cairo_scale (cr, scale, scale);
  ex_chart_draw (self->chart, cr, width, height, EX_THEME_LIGHT, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  ex_chart_view_sync (self); /* marks are found again where the window shows them */

  return texture;
}

static GdkContentProvider *
provider_of_file (ExChartView *self, const char *type, ExFormat format, ExTheme theme)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double width, height;

  measure_file (self, &width, &height);
  bytes = ex_chart_render (self->chart, format, width, height, theme, &error);
  if (bytes == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static GdkContentProvider *
provider_of_picture (ExChartView *self)
{
  g_autoptr (GdkTexture) texture = NULL;
  double width, height;

  measure_file (self, &width, &height);
  texture = picture (self, (int) width, (int) height);

  return gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
}

/* Whoever pastes takes what they know best: a drawing program the SVG, a letter the picture, a text the table. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExChartView *self = EX_CHART_VIEW (widget);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *all[4], *one = NULL;
  gsize n = 0;

  if (self->chart == NULL)
    return;
  text = ex_chart_table_text (self->chart);
  if ((one = provider_of_file (self, "image/svg+xml", EX_FORMAT_SVG, EX_THEME_LIGHT)) != NULL)
    all[n++] = one;
  if ((one = provider_of_file (self, "application/pdf", EX_FORMAT_PDF, EX_THEME_PRINT)) != NULL)
    all[n++] = one;
  all[n++] = provider_of_picture (self);
  all[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (all, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  ex_window_toast (widget, _("Chart copied, as a picture and as text"));
}

/* ---- Save ---- */

/* "Losses outran gains.svg": the title, without what no file name may have. */
static char *
file_name (ExChartView *self, const char *ending)
{
  const char *title = ex_chart_get_title (self->chart);
  g_autofree char *valid = g_utf8_make_valid (title != NULL && *title != '\0' ? title : _("Chart"), -1);
  g_autofree char *base = g_utf8_substring (valid, 0, MIN (80, g_utf8_strlen (valid, -1)));

  return g_strdup_printf ("%s.%s", g_strdelimit (base, "/\\:*?\"<>|\n\t", '-'), ending);
}

static const char *
ending_of (ExFormat format)
{
  return format == EX_FORMAT_SVG ? "svg" : format == EX_FORMAT_PNG ? "png" : "pdf";
}

/* A name that was typed without an ending gets the one that was asked for, unless there is such a file: nobody has agreed to lose it. */
static GFile *
with_ending (GFile *file, ExFormat *format)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) better = NULL;

  if (ex_format_parse (name, format) || folder == NULL) /* another ending than was offered counts */
    return g_object_ref (file);
  whole = g_strdup_printf ("%s.%s", name, ending_of (*format));
  better = g_file_get_child (folder, whole);
  return g_object_ref (g_file_query_exists (better, NULL) ? file : better);
}

/* Paper and screens of others are light; a PDF is for paper. */
static gboolean
save (ExChartView *self, GFile *file, ExFormat format, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  double width, height;

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” is not on this computer: choose a folder that is."), name);
      return FALSE;
    }
  measure_file (self, &width, &height);
  return ex_chart_save (self->chart, path, format, width, height, format == EX_FORMAT_PDF ? EX_THEME_PRINT : EX_THEME_LIGHT, error);
}

static void
chosen_cb (GtkWidget *parent, GFile *chosen, gpointer data)
{
  ExChartView *self = EX_CHART_VIEW (parent);
  ExFormat format = (ExFormat) GPOINTER_TO_INT (data);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (chosen == NULL || self->chart == NULL)
    return;
  file = with_ending (chosen, &format);
  if (!save (self, file, format, &error))
    {
      ex_alert_error (parent, _("The chart could not be saved"), error);
      return;
    }
  name = g_file_get_basename (file);
  said = g_strdup_printf (_("Saved as “%s”"), name);
  ex_window_toast (parent, said);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExChartView *self = EX_CHART_VIEW (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;
  ExFormat format;

  if (self->chart == NULL || !ex_format_parse (ending, &format))
    return;
  name = file_name (self, ending);
  ex_file_dialog_save (widget, _("Save Chart"), name, EX_FILES_PICTURE, chosen_cb, GINT_TO_POINTER (format), NULL);
}

/* ---- Print ---- */

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  if (self->chart != NULL)
    ex_print_preview_show_chart (widget, self->chart);
}

/* ---- Export ---- */

static void
export_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  if (self->chart != NULL)
    ex_export_ask (ex_export_chart (self->chart), widget, NULL, EX_TABLE_XLSX);
}

/* ---- The menu ---- */

static GMenuModel *
menu_new (ExChartView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) give = g_menu_new ();

  g_menu_append (view, self->table != NULL ? _("Show _Chart") : _("Show as _Table"), "chart.toggle-table");
  g_menu_append (give, _("_Copy"), "chart.copy");
  g_menu_append (give, _("Save As _SVG…"), "chart.save::svg");
  g_menu_append (give, _("Save As _PNG…"), "chart.save::png");
  g_menu_append (give, _("Save As P_DF…"), "chart.save::pdf");
  g_menu_append (give, _("_Export Table…"), "chart.export-table");
  g_menu_append (give, _("P_rint…"), "chart.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (give));

  return G_MENU_MODEL (menu);
}

/* Built anew only when it says something else: a menu takes longer than the chart that it belongs to. */
static void
show_menu (ExChartView *self)
{
  gboolean is_table = self->table != NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->more)) != NULL && self->menu_of_table == is_table)
    return;
  self->menu_of_table = is_table;
  menu = menu_new (self);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), menu);
  if (self->menu != NULL)
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
}

void
ex_chart_view_update_menu (ExChartView *self)
{
  show_menu (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", self->chart != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", self->chart != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.print", self->chart != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.export-table", self->chart != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.toggle-table", self->chart != NULL);
}

/* Back to where the arrow keys were: GTK leaves the focus nowhere. */
static void
menu_hidden_cb (GtkWidget *menu, ExChartView *self)
{
  gtk_widget_child_focus (self->table != NULL ? self->table : self->mark, GTK_DIR_TAB_FORWARD);
}

void
ex_chart_view_popup_menu (ExChartView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = menu_new (self);

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect (self->menu, "hide", G_CALLBACK (menu_hidden_cb), self);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
ex_chart_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.toggle-table", NULL, toggle_table_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "chart.export-table", NULL, export_table_cb);
}
