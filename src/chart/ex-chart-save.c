/* A chart as a file. The whole picture is made in memory first; then it reaches its name in one step, so that nobody ever
 * finds half of it there. */
#include "config.h"

#include "ex-chart.h"

#include "ex-chart-private.h"
#include "ex-new-file.h"
#include "ex-png.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include <string.h>

#define SMALLEST 16.0
#define LARGEST 16384.0

gboolean
ex_format_parse (const char *nick, ExFormat *format)
{
  static const char *const nicks[] = { "svg", "png", "pdf" };
  const char *dot = NULL;

  g_return_val_if_fail (format != NULL, FALSE);

  if (nick == NULL)
    return FALSE;
  dot = strrchr (nick, '.');
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_ascii_strcasecmp (dot != NULL ? dot + 1 : nick, nicks[i]) != 0)
        continue;
      *format = (ExFormat) i;
      return TRUE;
    }

  return FALSE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_new (ExFormat format, double width, double height, GByteArray *bytes)
{
  cairo_surface_t *surface = NULL;

  switch (format)
    {
    case EX_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case EX_FORMAT_PDF:
      return cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
    case EX_FORMAT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
    }
}

/* An SVG says in words what it shows, so that a browser's reader can tell. */
static void
add_words_to_svg (ExChart *chart, GByteArray *bytes)
{
  g_autofree char *words = ex_chart_describe (chart);
  g_autofree char *text = NULL;
  const char *root = g_strstr_len ((const char *) bytes->data, bytes->len, "<svg");
  const char *end = root == NULL ? NULL : memchr (root, '>', bytes->len - (root - (const char *) bytes->data));
  const char *title = ex_chart_get_title (chart);
  GString *all = NULL;

  if (end == NULL)
    return;
  text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", title != NULL ? title : "", words);
  all = g_string_new_len ((const char *) bytes->data, end - (const char *) bytes->data);
  g_string_append (all, " role=\"img\">");
  g_string_append (all, text);
  g_string_append_len (all, end + 1, bytes->len - (end + 1 - (const char *) bytes->data));
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) all->str, all->len);
  g_string_free (all, TRUE);
}

static void
add_words_to_pdf (ExChart *chart, cairo_surface_t *surface)
{
  g_autofree char *words = ex_chart_describe (chart);

  if (ex_chart_get_title (chart) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ex_chart_get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, words);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Exemplar " EX_VERSION);
}

/* The whole file as bytes. */
static GByteArray *
render (ExChart *chart, ExFormat format, double width, double height, ExTheme theme, cairo_status_t *status)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = surface_new (format, width, height, bytes);
  cairo_t *cr = cairo_create (surface);
  ExFrame before = *ex_chart_get_frame (chart);

  if (format == EX_FORMAT_PDF)
    add_words_to_pdf (chart, surface);
  ex_chart_draw (chart, cr, width, height, theme, TRUE);
  ex_chart_set_frame (chart, &before); /* marks are still found where a window shows them */
  cairo_show_page (cr);
  *status = cairo_status (cr);
  cairo_destroy (cr);
  if (format == EX_FORMAT_PNG && *status == CAIRO_STATUS_SUCCESS)
    {
      g_autofree char *words = ex_chart_describe (chart);

      ex_png_append (bytes, surface, ex_chart_get_title (chart), words);
    }
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == EX_FORMAT_SVG && *status == CAIRO_STATUS_SUCCESS)
    add_words_to_svg (chart, bytes);

  return bytes;
}

static gboolean
is_size (double width, double height)
{
  return width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST;
}

GBytes *
ex_chart_render (ExChart *self, ExFormat format, double width, double height, ExTheme theme, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_status_t status;

  g_return_val_if_fail (EX_IS_CHART (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!is_size (width, height))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("The chart could not be drawn: its sides must be between %d and %d pixels long."),
                   (int) SMALLEST, (int) LARGEST);
      return NULL;
    }
  bytes = render (self, format, width, height, theme, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
ex_chart_save (ExChart *self, const char *path, ExFormat format, double width, double height, ExTheme theme, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *name = NULL;
  cairo_status_t status;
  ExNewFile *file = NULL;

  g_return_val_if_fail (EX_IS_CHART (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = g_filename_display_name (path);
  if (!is_size (width, height))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The chart could not be saved as “%s”: its sides must be between %d and %d pixels long."), name,
                   (int) SMALLEST, (int) LARGEST);
      return FALSE;
    }
  bytes = render (self, format, width, height, theme, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be saved as “%s”: %s."), name,
                   cairo_status_to_string (status));
      return FALSE;
    }

  file = ex_new_file_open (path, error);
  if (file == NULL)
    return FALSE;
  ex_new_file_write (file, bytes->data, bytes->len); /* what goes wrong is said when it is closed */

  return ex_new_file_close (file, error);
}
