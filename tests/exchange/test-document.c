/* How documents break into pages: the rules first, over random documents, then the named cases. */
#include "config.h"

#include "document-rules.h"

#include <string.h>

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

  return g_test_run ();
}
