#include "config.h"

#include "chart-scenes.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONG_NAME                                                                                                                 \
  "an-objective-with-a-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-very-"   \
  "very-long-name"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("exemplar-chart-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

/* Also asserts that only @n files were left there: no temporary one stays behind. */
static void
tear_down (Fixture *fixture, gconstpointer n)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;
  guint found = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
      found++;
    }
  g_assert_cmpuint (found, ==, GPOINTER_TO_UINT (n));
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
save (ExChart *chart, const char *path, ExFormat format, double width, double height)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_chart_save (chart, path, format, width, height, EX_THEME_LIGHT, &error));
  g_assert_no_error (error);
}

static void
each_format_has_its_magic (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *name; ExFormat format; const char *magic; } cases[] = {
    { "a.svg", EX_FORMAT_SVG, "<?xml" },
    { "a.png", EX_FORMAT_PNG, "\x89PNG\r\n\x1a\n" },
    { "a.pdf", EX_FORMAT_PDF, "%PDF-1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[0].make ();
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      save (chart, path, cases[i].format, 800, 450);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpint (memcmp (content, cases[i].magic, strlen (cases[i].magic)), ==, 0);
    }
}

static void
a_png_has_the_size_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  cairo_surface_t *surface = NULL;

  save (chart, path, EX_FORMAT_PNG, 321, 123);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 321);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 123);
  cairo_surface_destroy (surface);
}

typedef struct
{
  GString *title;
  GString *desc;
  GString *into;
  guint    elements;
} Svg;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Svg *svg = data;

  svg->elements++;
  svg->into = strcmp (name, "title") == 0 ? svg->title : strcmp (name, "desc") == 0 ? svg->desc : NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Svg *svg = data;

  if (svg->into != NULL)
    g_string_append_len (svg->into, text, (gssize) length);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Svg *) data)->into = NULL;
}

static void
an_svg_is_sound_and_says_what_it_shows (Fixture *fixture, gconstpointer data)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb };

  for (guint i = 0; i < n_chart_scenes; i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[i].make ();
      g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
      g_autofree char *content = NULL;
      g_autofree char *words = NULL;
      g_autoptr (GMarkupParseContext) context = NULL;
      g_autoptr (GError) error = NULL;
      Svg svg = { g_string_new (NULL), g_string_new (NULL) };
      gsize length = 0;

      ex_chart_set_title (chart, "Profit & <loss>", "a \"subtitle\"");
      save (chart, path, EX_FORMAT_SVG, 800, 450);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
      g_assert_true (g_markup_parse_context_parse (context, content, (gssize) length, &error));
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_no_error (error);
      words = ex_chart_describe (chart);
      g_assert_cmpstr (svg.title->str, ==, "Profit & <loss>");
      g_assert_cmpstr (svg.desc->str, ==, words);
      g_assert_cmpuint (svg.elements, >, 5);
      g_string_free (svg.title, TRUE);
      g_string_free (svg.desc, TRUE);
    }
}

static void
a_failure_names_the_path (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *name; const char *why; double width; } cases[] = {
    { "no/such/folder/a.svg", "No such file", 800 },
    { "", "Is a directory", 800 },
    { LONG_NAME LONG_NAME ".svg", "name too long", 800 }, /* fails last, when the temporary file is renamed */
    { "a.png", "between 16 and 16384", 8 },
    { "a.png", "between 16 and 16384", 1e9 },
    { "a.png", "between 16 and 16384", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[0].make ();
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (ex_chart_save (chart, path, EX_FORMAT_SVG, cases[i].width, 450, EX_THEME_LIGHT, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_nonnull (strstr (error->message, cases[i].why));
    }
}

static void
a_file_is_replaced_whole_and_a_link_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.svg", NULL);
  g_autofree char *content = NULL;
  struct stat before, after;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink ("a.svg", link), ==, 0);
  g_assert_cmpint (stat (path, &before), ==, 0);
  save (chart, link, EX_FORMAT_SVG, 800, 450);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino); /* renamed into place, not written over */
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "<?xml"));
}

static void
what_is_no_file_is_written_to_and_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  struct stat info;

  save (chart, "/dev/null", EX_FORMAT_PNG, 100, 100);
  g_assert_cmpint (stat ("/dev/null", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
saving_leaves_the_window_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExChart) chart = chart_scenes[0].make ();
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  ExRect before, after;

  ex_chart_draw (chart, cr, 400, 300, EX_THEME_DARK, FALSE);
  g_assert_true (ex_chart_mark_rect (chart, 1, &before));
  save (chart, path, EX_FORMAT_SVG, 800, 450);
  g_assert_true (ex_chart_mark_rect (chart, 1, &after));
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.height, ==, after.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
formats_have_names (void)
{
  static const struct { const char *nick; gboolean known; ExFormat format; } cases[] = {
    { "svg", TRUE, EX_FORMAT_SVG },          { "PNG", TRUE, EX_FORMAT_PNG },  { "pdf", TRUE, EX_FORMAT_PDF },
    { "out.svg", TRUE, EX_FORMAT_SVG },      { "a.b/c.Pdf", TRUE, EX_FORMAT_PDF }, { "out.svg.png", TRUE, EX_FORMAT_PNG },
    { "out", FALSE },                        { "out.jpeg", FALSE },           { "", FALSE },
    { NULL, FALSE },                         { "svg.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExFormat format = EX_FORMAT_SVG;

      g_assert_true (ex_format_parse (cases[i].nick, &format) == cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

#define ADD(path, n, func) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

static void
the_same_bytes_are_had_without_a_file (Fixture *fixture, gconstpointer data)
{
  for (ExFormat format = EX_FORMAT_SVG; format <= EX_FORMAT_PDF; format++)
    {
      g_autoptr (ExChart) chart = chart_scenes[0].make ();
      g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);
      g_autofree char *content = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = 0;

      save (chart, path, format, 640, 360);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      bytes = ex_chart_render (chart, format, 640, 360, EX_THEME_LIGHT, &error);
      g_assert_no_error (error);
      if (format == EX_FORMAT_PNG) /* the others are numbered inside, or say when they were made */
        g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      else
        g_assert_cmpmem (content, 5, g_bytes_get_data (bytes, NULL), 5);
    }
}

static void
no_size_no_bytes (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][2] = { { 0, 100 }, { 100, 15 }, { 100, 16385 }, { NAN, 100 }, { -5, 100 }, { INFINITY, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ExChart) chart = chart_scenes[0].make ();
      g_autoptr (GError) error = NULL;

      g_assert_null (ex_chart_render (chart, EX_FORMAT_PNG, sizes[i][0], sizes[i][1], EX_THEME_LIGHT, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/save/each-format-has-its-magic", 3, each_format_has_its_magic);
  ADD ("/save/a-png-has-the-size-asked-for", 1, a_png_has_the_size_asked_for);
  ADD ("/save/an-svg-is-sound-and-says-what-it-shows", 1, an_svg_is_sound_and_says_what_it_shows);
  ADD ("/save/a-failure-names-the-path", 0, a_failure_names_the_path);
  ADD ("/save/a-file-is-replaced-whole-and-a-link-stays", 2, a_file_is_replaced_whole_and_a_link_stays);
  ADD ("/save/what-is-no-file-is-written-to-and-stays", 0, what_is_no_file_is_written_to_and_stays);
  ADD ("/save/leaves-the-window-as-it-was", 1, saving_leaves_the_window_as_it_was);
  ADD ("/save/the-same-bytes-are-had-without-a-file", 1, the_same_bytes_are_had_without_a_file);
  ADD ("/save/no-size-no-bytes", 0, no_size_no_bytes);
  g_test_add_func ("/save/formats-have-names", formats_have_names);

  return g_test_run ();
}
