/* Documents to lay out, and the rules that their pages keep. */
#include "config.h"

#include "document-rules.h"

#include "chart/ex-waterfall-chart.h"

const char LOREM[] = "Every objective says which movement of the customer base it is meant to cause; what became of the customers is counted "
                            "from the ledger, claims are held against it, and everybody's reward hangs on that one figure. ";

ExPaper
paper_of (const char *nick)
{
  ExPaper paper;

  g_assert_true (ex_paper_parse (nick, &paper));
  return paper;
}

ExPages *
pages_of (ExDocument *document, const char *nick)
{
  ExPaper paper = paper_of (nick);

  return ex_pages_new (document, &paper);
}

ExDocument *
document_new (void)
{
  return ex_document_new ("A title", "Northlight Energy", "As of 22 November 2026", "en");
}

void
add_words (ExDocument *document, ExTextStyle style, guint n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, LOREM);
  ex_document_add_text (document, style, text->str);
  g_string_free (text, TRUE);
}

void
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

ExChart *
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

const ExPage *
page_at (const ExPages *pages, guint page)
{
  return &g_array_index (pages->pages, ExPage, page);
}

const ExSlab *
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

void
check (const ExPages *pages)
{
  guint next = 0;

  for (guint i = 0; i < pages->pages->len && pages->slabs->len > 0; i++)
    check_page (pages, i, &next);
  g_assert_cmpuint (next, ==, pages->slabs->len);
}
