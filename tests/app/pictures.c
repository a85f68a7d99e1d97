#include "config.h"

#include "pictures.h"

#include <glib/gstdio.h>

#define TEXT_DPI (96 * 1024)

static const char *folder;
static gboolean failed;

void
pictures_begin (const char *path)
{
  folder = path;
  g_mkdir_with_parents (folder, 0755);
}

void
pictures_fail (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", text);
  failed = TRUE;
}

gboolean
pictures_failed (void)
{
  return failed;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  (*frames)++;
  return G_SOURCE_CONTINUE;
}

/* Until @count frames were drawn in a row with nothing left to read, at most ten seconds. */
void
wait_for_frames (GtkWidget *widget, ExWindow *window, guint count)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  guint frames = 0;
  guint id = gtk_widget_add_tick_callback (widget, tick_cb, &frames, NULL);

  while (frames < count && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      if (window != NULL && !ex_window_is_settled (window))
        frames = 0;
    }
  gtk_widget_remove_tick_callback (widget, id);
}

/* A window as it looks inside its frame: on its own background, without the shadow. */
static GdkTexture *
render (GtkWidget *window, GtkWidget *content)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable), height = gdk_paintable_get_intrinsic_height (paintable);
  graphene_rect_t frame;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL || !gtk_widget_compute_bounds (content, window, &frame))
    return NULL;
  graphene_rect_offset (&frame, (float) (width - gtk_widget_get_width (window)) / 2, (float) (height - gtk_widget_get_height (window)) / 2);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &frame);
}

void
take (GtkWidget *window, GtkWidget *content, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GdkTexture) texture = render (window, content);

  if (texture == NULL || !gdk_texture_save_to_png (texture, path))
    pictures_fail ("No picture: %s", path);
}

const char *
theme_name (gboolean dark)
{
  return dark ? "dark" : "light";
}

static int
frame_width (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);

  return MAX (0, gdk_paintable_get_intrinsic_width (paintable) - gtk_widget_get_width (window)) / 2;
}

void
set_look (ExWindow *window, gboolean dark, const Size *size)
{
  int frame = frame_width (GTK_WIDGET (window));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (TEXT_DPI * size->text), NULL);
  /* Without a window manager a window has a frame of its own; the picture is of what is inside. */
  gtk_window_set_default_size (GTK_WINDOW (window), size->width + 2 * frame, size->height + 2 * frame);
  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
}

void
take_page (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%s", name, theme_name (dark), size->name);

  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  take (GTK_WIDGET (window), adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), file);
}

gboolean
activate (ExWindow *window, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  return g_action_parse_detailed_name (detailed, &name, &target, NULL) && gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

GtkWindow *
newest_window (ExWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (GTK_WINDOW (l->data) != GTK_WINDOW (window) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

void
take_over (ExWindow *window, const char *name, gboolean dark, const Size *size)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%s", name, theme_name (dark), size->name);
  GtkWindow *dialog;

  wait_for_frames (GTK_WIDGET (window), window, QUIET_FRAMES);
  dialog = newest_window (window);
  if (dialog == NULL)
    {
      pictures_fail ("No window came up for %s", name);
      return;
    }
  wait_for_frames (GTK_WIDGET (dialog), window, QUIET_FRAMES);
  take (GTK_WIDGET (dialog), gtk_window_get_child (dialog), file);
  gtk_window_destroy (dialog);
  wait_for_frames (GTK_WIDGET (window), window, 2);
}
