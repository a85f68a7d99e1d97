/* What is on a document's pages, and where. */
#include "config.h"

#include "document-rules.h"

#include <string.h>

/* However long the words are that stand on every page, they stay on their line; and a heading as long as a chapter goes on. */
static void
test_long_names (void)
{
  GString *name = g_string_new (NULL);
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (ExPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append (name, LOREM);
  document = ex_document_new (name->str, name->str, name->str, "en");
  ex_document_add_heading (document, 1, name->str);
  ex_document_add_text (document, EX_TEXT_BODY, "The end.");
  pages = pages_of (document, "a4");
  check (pages);
  g_assert_cmpuint (ex_pages_n (pages), >, 1);
  for (guint i = 0; i < ex_pages_n (pages); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      ex_pages_draw_frame (pages, i, cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x + width, <=, pages->paper.width - pages->paper.right + 2);
      g_assert_cmpfloat (y, >, 34);
      g_assert_cmpfloat (y + height, <, pages->paper.height - 28);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  text = ex_pages_get_text (pages, ex_pages_n (pages) - 1);
  g_assert_true (g_str_has_suffix (text, "The end."));
  g_string_free (name, TRUE);
}

static void
test_papers (void)
{
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) a4 = NULL, letter = NULL, wide = NULL;
  ExPaper paper;

  add_table (document, 2000, 0, FALSE);
  a4 = pages_of (document, "A4");
  letter = pages_of (document, "letter");
  ex_document_set_landscape (document, TRUE);
  wide = pages_of (document, "a4");
  g_assert_cmpuint (ex_pages_n (letter), >, ex_pages_n (a4)); /* it is shorter */
  g_assert_cmpuint (ex_pages_n (wide), >, ex_pages_n (letter));
  g_assert_cmpfloat (ex_pages_get_paper (wide)->width, ==, ex_pages_get_paper (a4)->height);
  g_assert_cmpstr (ex_paper_nick (ex_pages_get_paper (wide)), ==, "a4");
  g_assert_cmpstr (ex_paper_nick (ex_pages_get_paper (letter)), ==, "letter");
  g_assert_false (ex_paper_parse ("a5", &paper));
  g_assert_false (ex_paper_parse ("", &paper));
  g_assert_false (ex_paper_parse (NULL, &paper));
  g_assert_nonnull (ex_paper_nick (ex_paper_default ()));
}

static void
test_columns (void)
{
  static const ExDocumentColumn columns[] = { { "Name", 0, EX_ALIGN_START }, { "Score", 0, EX_ALIGN_END }, { "Weight", 0, EX_ALIGN_END } };
  static const char *const cells[] = { "Ana", "4.0 %", "10 %", "Ben Ito", "100.0 %", "90 %" };
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL, mirrored = NULL;

  ex_document_add_table (document, columns, 3, cells, 2, FALSE);
  pages = pages_of (document, "a4");
  ex_document_set_rtl (document, TRUE);
  mirrored = pages_of (document, "a4");
  for (guint i = 0; i < 3; i++)
    {
      const ExPiece *piece = &g_array_index (pages->pieces, ExPiece, i), *other = &g_array_index (mirrored->pieces, ExPiece, i);

      g_assert_cmpfloat_with_epsilon (other->x + other->width, pages->width - piece->x, 0.01);
    }
  g_assert_cmpfloat_with_epsilon (g_array_index (pages->pieces, ExPiece, 2).x + g_array_index (pages->pieces, ExPiece, 2).width, pages->width, 0.01);
}

/* Words that can be broken anyhow make room for figures, which cannot. */
static void
test_endless_words (void)
{
  static const ExDocumentColumn columns[] = { { "Name", 2, EX_ALIGN_START }, { "Unit", 1, EX_ALIGN_START }, { "Objectives", 0, EX_ALIGN_END },
                                              { "Measured", 0, EX_ALIGN_END }, { "Score", 0, EX_ALIGN_END }, { "Team score", 0, EX_ALIGN_END },
                                              { "Review", 0, EX_ALIGN_START } };
  g_autofree char *endless = g_strnfill (300, 'a');
  g_autofree double *widths = NULL;
  const char *const cells[] = { endless, endless, "12", "12", "100.0 %", "100.0 %", "self-assessed" };
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;

  ex_document_add_table (document, columns, G_N_ELEMENTS (columns), cells, 1, FALSE);
  pages = pages_of (document, "a4");
  check (pages);
  widths = ex_pages_columns (pages, g_ptr_array_index (document->blocks, 0), 10);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double needed = ex_typesetter_measure (pages->setter, EX_TYPE_CELL, columns[i].align, cells[i]);

      g_assert_cmpfloat (widths[i], >=, columns[i].width == 0 ? needed : 60);
    }
}

static void
test_many_columns (void)
{
  ExDocumentColumn columns[40];
  const char *cells[40];
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      columns[i] = (ExDocumentColumn) { "Donaudampfschifffahrtsgesellschaft", i % 3, EX_ALIGN_END };
      cells[i] = "Unbreakable-as-it-is";
    }
  ex_document_add_table (document, columns, G_N_ELEMENTS (columns), cells, 1, FALSE);
  pages = pages_of (document, "a4");
  check (pages);
  for (guint i = 0; i < pages->pieces->len; i++)
    g_assert_cmpfloat (g_array_index (pages->pieces, ExPiece, i).x + g_array_index (pages->pieces, ExPiece, i).width, <=, pages->width + 0.1);
}

static void
test_order (void)
{
  static const ExDocumentColumn columns[] = { { "A", 0, EX_ALIGN_START }, { "B", 0, EX_ALIGN_END } };
  static const char *const cells[] = { "a1", "b1", NULL, "b2" };
  static const char *const pairs[] = { "Name", "Ana <b>Okafor</b> & \xff", NULL };
  static const char *const names[] = { "Ana", "Ben" }, *const notes[] = { "Signed 3 March 2026", NULL };
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;
  g_autofree char *text = NULL;

  ex_document_add_heading (document, 1, "Heading");
  ex_document_add_text (document, EX_TEXT_LEAD, "Lead");
  ex_document_add_text (document, EX_TEXT_BODY, "");
  ex_document_add_facts (document, pairs);
  ex_document_add_table (document, columns, 2, cells, 2, FALSE);
  ex_document_add_signatures (document, names, notes, 2);
  pages = pages_of (document, "a4");
  text = ex_pages_get_text (pages, 0);
  g_assert_cmpstr (text, ==, "Heading\nLead\nName\nAna <b>Okafor</b> & \xef\xbf\xbd\nA\nB\na1\nb1\nb2\nSigned 3 March 2026\nAna\nBen");
}

/* ---- Drawing ---- */

static void
test_drawn_inside (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (ExDocument) document = document_new ();
      g_autoptr (ExPages) pages = NULL;
      g_autoptr (ExChart) chart = waterfall ();

      ex_document_set_rtl (document, rtl == 1);
      ex_document_set_foot (document, "History 7f3a9c11bd0e4477a1c2d39b4f5a6e7788aa99bbccddeeff0011223344556677");
      ex_document_add_heading (document, 1, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsvorarbeiterinnenversammlungsprotokoll");
      add_words (document, EX_TEXT_BODY, 5);
      ex_document_add_chart (document, chart, 0);
      add_table (document, 100, 1, TRUE);
      pages = pages_of (document, "letter");
      for (guint i = 0; i < ex_pages_n (pages); i++)
        {
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          double x, y, width, height;

          ex_pages_draw (pages, i, cr);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          g_assert_cmpfloat (x, >=, pages->paper.left - 2); /* a letter may reach over its edge by a hair */
          g_assert_cmpfloat (x + width, <=, pages->paper.width - pages->paper.right + 2);
          g_assert_cmpfloat (y, >, 24);
          g_assert_cmpfloat (y + height, <, pages->paper.height - 24);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

static void
count_cb (ExChart *chart, guint *n)
{
  ++*n;
}

/* The window's chart is where it was, and nobody is told of anything. */
static void
test_chart_unchanged (void)
{
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;
  g_autoptr (ExChart) chart = waterfall ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  ExRect before, after;
  guint n_changed = 0;

  ex_chart_layout (chart, 800, 450, EX_THEME_DARK, FALSE);
  g_assert_true (ex_chart_mark_rect (chart, 1, &before));
  g_signal_connect (chart, "changed", G_CALLBACK (count_cb), &n_changed);
  ex_document_add_chart (document, chart, 0);
  pages = pages_of (document, "a4");
  ex_pages_draw (pages, 0, cr);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_true (ex_chart_mark_rect (chart, 1, &after));
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.y, ==, after.y);
  g_assert_cmpfloat (before.height, ==, after.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-pages/long-names-and-headings", test_long_names);
  g_test_add_func ("/document-pages/papers", test_papers);
  g_test_add_func ("/document-pages/columns-are-mirrored", test_columns);
  g_test_add_func ("/document-pages/endless-words", test_endless_words);
  g_test_add_func ("/document-pages/too-many-columns-stay-on-the-page", test_many_columns);
  g_test_add_func ("/document-pages/text-is-text-in-reading-order", test_order);
  g_test_add_func ("/document-pages/drawn-inside-the-margins", test_drawn_inside);
  g_test_add_func ("/document-pages/a-chart-in-a-window-stays-as-it-is", test_chart_unchanged);

  return g_test_run ();
}
