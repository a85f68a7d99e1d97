/* What the quick writer writes is read by libpng, through cairo, as it was drawn. */
#include "config.h"

#include "chart-scenes.h"

#include "chart/ex-png.h"

#include <string.h>

typedef struct
{
  const GByteArray *bytes;
  guint             at;
} Reader;

static cairo_status_t
read_cb (void *data, unsigned char *to, unsigned int length)
{
  Reader *reader = data;

  if (length > reader->bytes->len - reader->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, reader->bytes->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32 *
row_of (cairo_surface_t *surface, int y)
{
  return (guint32 *) (void *) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
}

/* Writes and reads; the length of what was written. */
static guint
check (cairo_surface_t *surface)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Reader reader = { bytes, 0 };
  cairo_surface_t *back = NULL;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  ex_png_append (bytes, surface, "A title", "What is drawn");
  back = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (back), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (back), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (back), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_assert_cmphex (row_of (surface, y)[x] & 0xffffff, ==, row_of (back, y)[x] & 0xffffff);
  cairo_surface_destroy (back);

  return bytes->len;
}

static cairo_surface_t *
image (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  cairo_surface_flush (surface);
  return surface;
}

/* Of every length of runs, along and down, beside noise. */
static void
any_picture_comes_back_as_it_was (void)
{
  static const int widths[] = { 1, 2, 3, 85, 86, 87, 88, 171, 172, 173, 300, 1200, 10922, 10923, 16384 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint kind = 0; kind < 4; kind++)
      {
        int height = widths[i] > 2000 ? 3 : g_test_rand_int_range (1, 40);
        cairo_surface_t *surface = image (widths[i], height);
        guint32 color = 0;

        for (int y = 0; y < height; y++)
          for (int x = 0; x < widths[i]; x++)
            {
              if (kind == 0 || g_test_rand_int_range (0, kind == 1 ? 4 : 200) == 0)
                color = (guint32) g_test_rand_int ();
              row_of (surface, y)[x] = kind == 3 && y > 0 && x % 100 != 7 ? row_of (surface, y - 1)[x] : color;
            }
        cairo_surface_mark_dirty (surface);
        check (surface);
        cairo_surface_destroy (surface);
      }
}

static cairo_status_t
count_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  *(guint *) data += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
a_chart_is_no_more_than_four_times_as_large_as_it_could_be (void)
{
  for (guint i = 0; i < n_chart_scenes; i += 5)
    {
      g_autoptr (ExChart) chart = chart_scenes[i].make ();
      cairo_surface_t *surface = image (1200, 700);
      cairo_t *cr = cairo_create (surface);
      guint best = 0;

      ex_chart_draw (chart, cr, 1200, 700, EX_THEME_LIGHT, TRUE);
      cairo_destroy (cr);
      cairo_surface_write_to_png_stream (surface, count_cb, &best);
      g_test_message ("%s: %u bytes, %u at best", chart_scenes[i].name, check (surface), best);
      g_assert_cmpuint (check (surface), <=, MAX (4 * best, 32 * 1024));
      cairo_surface_destroy (surface);
    }
}

/* The words of a chunk, as bytes behind its keyword. */
static const char *
words_behind (const GByteArray *bytes, const char *keyword)
{
  for (guint i = 8; i + 12 <= bytes->len;)
    {
      guint32 length;

      memcpy (&length, bytes->data + i, 4);
      length = GUINT32_FROM_BE (length);
      if (memcmp (bytes->data + i + 4, "iTXt", 4) == 0 && strcmp ((const char *) bytes->data + i + 8, keyword) == 0)
        return (const char *) bytes->data + i + 8 + strlen (keyword) + 5;
      i += length + 12;
    }

  return NULL;
}

static void
it_says_what_it_shows (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new (), bare = g_byte_array_new ();
  cairo_surface_t *surface = image (20, 20);

  ex_png_append (bytes, surface, "Größe", "Zwei Balken");
  g_assert_cmpint (strncmp (words_behind (bytes, "Title"), "Größe", strlen ("Größe")), ==, 0);
  g_assert_cmpint (strncmp (words_behind (bytes, "Description"), "Zwei Balken", strlen ("Zwei Balken")), ==, 0);
  ex_png_append (bare, surface, NULL, NULL);
  g_assert_null (words_behind (bare, "Title"));
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/png/any-picture-comes-back-as-it-was", any_picture_comes_back_as_it_was);
  g_test_add_func ("/png/a-chart-is-no-more-than-four-times-as-large-as-it-could-be", a_chart_is_no_more_than_four_times_as_large_as_it_could_be);
  g_test_add_func ("/png/it-says-what-it-shows", it_says_what_it_shows);

  return g_test_run ();
}
