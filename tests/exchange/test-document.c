/* How documents break into pages: the rules first, over random documents, then the named cases. */
#include "config.h"

#include "exchange/ex-pages-private.h"

#include "chart/ex-waterfall-chart.h"

#include <string.h>

static const char LOREM[] = "Every objective says which movement of the customer base it is meant to cause; what became of the customers is counted "
                            "from the ledger, claims are held against it, and everybody's reward hangs on that one figure. ";

static ExPaper
paper_of (const char *nick)
{
  ExPaper paper;

  g_assert_true (ex_paper_parse (nick, &paper));
  return paper;
}

static ExPages *
pages_of (ExDocument *document, const char *nick)
{
  ExPaper paper = paper_of (nick);

  return ex_pages_new (document, &paper);
}

static ExDocument *
document_new (void)
{
  return ex_document_new ("A title", "Northlight Energy", "As of 22 November 2026", "en");
}

static void
add_words (ExDocument *document, ExTextStyle style, guint n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, LOREM);
  ex_document_add_text (document, style, text->str);
  g_string_free (text, TRUE);
}

static void
add_table (ExDocument *document, guint n_rows, guint n_sentences, gboolean total)
{
  static const ExDocumentColumn columns[] = { { "Leader", 0, EX_ALIGN_START }, { "Score", 0, EX_ALIGN_END }, { "Comment", 1, EX_ALIGN_START } };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_rows; i++)
    {
      GString *comment = g_string_new (NULL);

      for (guint k = 0; k < n_sentences; k++)
        g_string_append (comment, LOREM);
      g_ptr_array_add (cells, g_strdup_printf ("Leader %u", i));
      g_ptr_array_add (cells, g_strdup_printf ("%u.%u %%", i % 100, i % 10));
      g_ptr_array_add (cells, g_string_free (comment, FALSE));
    }
  ex_document_add_table (document, columns, G_N_ELEMENTS (columns), (const char *const *) cells->pdata, n_rows, total);
}

static ExChart *
waterfall (void)
{
  ExChart *chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "Losses outran gains", "Customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 1000, "1,000", "Opening: 1,000 customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_LOSS, "Lost", 600, "−600", "Lost: 600 customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Closing", 400, "400", "Closing: 400 customers");
  return chart;
}

/* ---- The rules ---- */

static const ExPage *
page_at (const ExPages *pages, guint page)
{
  return &g_array_index (pages->pages, ExPage, page);
}

static const ExSlab *
slab_at (const ExPages *pages, guint slab)
{
  return &g_array_index (pages->slabs, ExSlab, slab);
}

/* Whether @page might have ended anywhere before its end without tearing apart what belongs together. */
static gboolean
had_a_choice (const ExPages *pages, const ExPage *page)
{
  for (guint i = page->first; i + 1 < page->first + page->n; i++)
    if (!slab_at (pages, i)->hold)
      return TRUE;

  return FALSE;
}

/* How high the group that begins with a slab is: until one that lets go. */
static double
group_height (const ExPages *pages, guint first)
{
  double height = slab_at (pages, first)->before;

  for (guint i = first; i < pages->slabs->len; i++)
    {
      height += slab_at (pages, i)->height + (i > first ? slab_at (pages, i)->before : 0);
      if (!slab_at (pages, i)->hold)
        break;
    }

  return height;
}

static void
check_page (const ExPages *pages, guint number, guint *next)
{
  const ExPage *page = page_at (pages, number);
  const ExSlab *last = slab_at (pages, page->first + page->n - 1);
  double bottom = 0;

  g_assert_cmpuint (page->first, ==, *next); /* nothing is lost, nothing comes twice */
  g_assert_cmpuint (page->n, >, 0);
  *next += page->n;
  g_assert_cmpint (page->head, ==, slab_at (pages, page->first)->head); /* a table goes on under its heading */
  if (page->head >= 0)
    bottom = slab_at (pages, page->head)->height;
  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const ExSlab *slab = slab_at (pages, i);

      g_assert_cmpfloat (slab->y, >=, bottom - 0.01); /* below each other */
      bottom = slab->y + slab->height;
    }
  g_assert_cmpfloat (bottom, <=, pages->height + 0.1); /* on the page */
  if (*next == pages->slabs->len || slab_at (pages, *next)->must)
    return;
  if (last->hold)
    g_assert_false (had_a_choice (pages, page)); /* what belongs together is together */
  else
    g_assert_cmpfloat (bottom + group_height (pages, *next), >, pages->height); /* and no page ends before it is full */
}

static void
check (const ExPages *pages)
{
  guint next = 0;

  for (guint i = 0; i < pages->pages->len && pages->slabs->len > 0; i++)
    check_page (pages, i, &next);
  g_assert_cmpuint (next, ==, pages->slabs->len);
}

static void
add_random_block (ExDocument *document)
{
  static const char *const pairs[] = { "Name", "Ana Okafor", "Unit", "Germany", "Score", "41 %", NULL };
  g_autoptr (ExChart) chart = waterfall ();
  ExChart *both[] = { chart, chart, chart };

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      ex_document_add_heading (document, (guint) g_test_rand_int_range (1, 4), "A heading that stays with what it heads");
      break;
    case 1:
      add_table (document, (guint) g_test_rand_int_range (0, 80), (guint) g_test_rand_int_range (0, 3), g_test_rand_bit ());
      break;
    case 2:
      add_table (document, (guint) g_test_rand_int_range (1, 4), (guint) g_test_rand_int_range (0, 60), g_test_rand_bit ());
      break;
    case 3:
      ex_document_add_facts (document, pairs);
      break;
    case 4:
      ex_document_add_chart (document, chart, g_test_rand_double_range (0, 1200));
      break;
    case 5:
      ex_document_add_charts (document, both, (guint) g_test_rand_int_range (0, 4), (guint) g_test_rand_int_range (1, 4), 0);
      break;
    case 6:
      ex_document_add_signatures (document, pairs, g_test_rand_bit () ? pairs : NULL, (guint) g_test_rand_int_range (0, 6));
      break;
    case 7:
      ex_document_add_page_break (document);
      break;
    default:
      add_words (document, (ExTextStyle) g_test_rand_int_range (0, 4), (guint) g_test_rand_int_range (0, 40));
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (ExDocument) document = document_new ();
      g_autoptr (ExPages) pages = NULL;
      guint n = (guint) g_test_rand_int_range (0, 20);

      ex_document_set_rtl (document, g_test_rand_bit ());
      ex_document_set_landscape (document, g_test_rand_bit ());
      for (guint k = 0; k < n; k++)
        add_random_block (document);
      pages = pages_of (document, g_test_rand_bit () ? "a4" : "LETTER");
      check (pages);
    }
}

/* ---- Named cases ---- */

static void
test_empty (void)
{
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = pages_of (document, "a4");
  g_autofree char *text = ex_pages_get_text (pages, 0);

  g_assert_cmpuint (ex_pages_n (pages), ==, 1); /* a sheet of paper, with its head and foot */
  g_assert_cmpstr (text, ==, "");
}

/* Lines of the first page, so that exactly @left points stay. */
static void
fill_but (ExDocument *document, double left)
{
  ExPaper paper = paper_of ("a4");
  double room = paper.height - paper.top - paper.bottom;

  for (double y = 0; y + 13.5 + (y > 0 ? 6.75 : 0) <= room - left; y += 13.5 + (y > 0 ? 6.75 : 0))
    ex_document_add_text (document, EX_TEXT_BODY, "One line.");
}

static char *
first_of (ExPages *pages, guint page)
{
  g_autofree char *text = ex_pages_get_text (pages, page);
  char *end = strchr (text, '\n');

  return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

static void
test_heading (void)
{
  for (double left = 0; left < 100; left += 5)
    {
      g_autoptr (ExDocument) document = document_new ();
      g_autoptr (ExPages) pages = NULL;
      g_autofree char *first = NULL;

      fill_but (document, left);
      ex_document_add_heading (document, 2, "The heading");
      ex_document_add_heading (document, 3, "Below the heading");
      add_words (document, EX_TEXT_BODY, 4);
      pages = pages_of (document, "a4");
      check (pages);
      first = ex_pages_n (pages) > 1 ? first_of (pages, 1) : NULL;
      if (left < 60)
        g_assert_cmpstr (first, ==, "The heading");
    }
}

/* A line that introduces a table stays with it, and a note below it, too. */
static void
test_introduction (void)
{
  for (double left = 0; left < 160; left += 5)
    {
      g_autoptr (ExDocument) document = document_new ();
      g_autoptr (ExPages) pages = NULL;

      fill_but (document, left);
      ex_document_add_heading (document, 2, "The heading");
      ex_document_add_text (document, EX_TEXT_DIM, "What is in it.");
      add_table (document, 4, 0, FALSE);
      ex_document_add_text (document, EX_TEXT_DIM, "A note on it.");
      pages = pages_of (document, "a4");
      check (pages);
      for (guint i = 0; i + 1 < ex_pages_n (pages); i++)
        {
          g_autofree char *text = ex_pages_get_text (pages, i);
          g_autofree char *next = ex_pages_get_text (pages, i + 1);

          g_assert_false (g_str_has_suffix (text, "The heading") || g_str_has_suffix (text, "What is in it."));
          g_assert_false (g_str_has_prefix (next, "A note on it."));
        }
    }
}

static void
test_long_table (void)
{
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;
  gint64 began = g_get_monotonic_time ();

  add_table (document, 10000, 0, TRUE);
  pages = pages_of (document, "a4");
  check (pages);
  g_assert_cmpuint (ex_pages_n (pages), >, 200);
  for (guint i = 1; i < ex_pages_n (pages); i++)
    g_assert_cmpint (page_at (pages, i)->head, ==, 0);
  g_assert_cmpuint (page_at (pages, ex_pages_n (pages) - 1)->n, >=, 2); /* the total has company */
  g_test_message ("10,000 rows in %.0f ms", (double) (g_get_monotonic_time () - began) / 1000);
}

/* A comment of 5,000 letters and more: every line of it is somewhere, once, in order. */
static void
test_high_row (void)
{
  g_autoptr (ExDocument) document = document_new ();
  g_autoptr (ExPages) pages = NULL;
  guint next = 0, comment = 0;

  ex_document_add_heading (document, 1, "Comments");
  add_table (document, 1, 60, FALSE);
  pages = pages_of (document, "a4");
  check (pages);
  g_assert_cmpuint (ex_pages_n (pages), >=, 2);
  for (guint i = 0; i < pages->texts->len; i++)
    if (ex_pages_n_lines (pages, i) > 20)
      comment = i;
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const ExPiece *piece = &g_array_index (pages->pieces, ExPiece, i);

      if (piece->kind != EX_PIECE_LINES || piece->text != comment)
        continue;
      g_assert_cmpuint (piece->first, ==, next);
      next += piece->n;
    }
  g_assert_cmpuint (next, ==, ex_pages_n_lines (pages, comment));
}

/* Lines of one paragraph on both sides of a break: two at least. */
static void
test_widows (void)
{
  for (guint n = 1; n < 30; n++)
    {
      g_autoptr (ExDocument) document = document_new ();
      g_autoptr (ExPages) pages = NULL;

      fill_but (document, n * 4.0);
      add_words (document, EX_TEXT_BODY, n % 3 + 1);
      add_words (document, EX_TEXT_QUOTE, n % 4 + 1);
      pages = pages_of (document, "a4");
      check (pages);
      for (guint i = 0; i + 1 < ex_pages_n (pages); i++)
        {
          const ExSlab *last = slab_at (pages, page_at (pages, i + 1)->first - 1);
          const ExPiece *piece = &g_array_index (pages->pieces, ExPiece, last->first + last->n - 1);
          guint lines = ex_pages_n_lines (pages, piece->text);

          g_assert_true (lines == 1 || piece->first + 1 == lines || (piece->first >= 1 && piece->first + 2 < lines));
        }
    }
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

  g_test_add_func ("/document/whatever-is-in-it-pages-break-well", test_random);
  g_test_add_func ("/document/empty-is-one-page", test_empty);
  g_test_add_func ("/document/a-heading-is-never-alone", test_heading);
  g_test_add_func ("/document/an-introduction-and-a-note-stay-with-the-table", test_introduction);
  g_test_add_func ("/document/a-long-table-repeats-its-heading", test_long_table);
  g_test_add_func ("/document/a-row-higher-than-a-page-goes-on", test_high_row);
  g_test_add_func ("/document/no-line-of-a-paragraph-is-alone", test_widows);
  g_test_add_func ("/document/papers", test_papers);
  g_test_add_func ("/document/columns-are-mirrored", test_columns);
  g_test_add_func ("/document/too-many-columns-stay-on-the-page", test_many_columns);
  g_test_add_func ("/document/text-is-text-in-reading-order", test_order);
  g_test_add_func ("/document/drawn-inside-the-margins", test_drawn_inside);
  g_test_add_func ("/document/a-chart-in-a-window-stays-as-it-is", test_chart_unchanged);

  return g_test_run ();
}
