/* The reviews themselves. */
#include "config.h"

#include "bench-paper.h"

#include "chart/ex-line-chart.h"

#include <math.h>

const char *const bench_headings[BENCH_COLUMNS] = { "Objective", "Driver", "Weight", "Score" };

const char *const bench_texts[3] = {
  "Every objective says which movement of the customer base it is meant to cause; what became of the customers is counted from the ledger, claims are held against "
  "it, and everybody's reward hangs on that one figure, the growth or loss of the company's customer asset.",
  "The billing project came three months later than planned, and customers who wrote twice about the same invoice left twice as often as others. From "
  "October on errors were found before invoices went out, and the share of those who stayed rose by four points.",
  "Talk to the ten customers who left last and write down what would have kept them. Agree with finance who owns the first invoice of a new customer, and "
  "report it every month beside the growth figure, in the same meeting and with the same weight.",
};

char *
bench_name (guint i)
{
  static const char *const first[] = { "Ana", "Ben", "Chidi", "Dora", "Elif", "Farid", "Greta", "Hiro" };
  static const char *const last[] = { "Okafor", "Ito", "Lindqvist", "Moreau", "Yilmaz", "Haddad", "Schneider", "Tanaka", "Petrova" };

  return g_strdup_printf ("%s %s %u", first[i % G_N_ELEMENTS (first)], last[i / 3 % G_N_ELEMENTS (last)], i + 1);
}

double
bench_value (guint i, guint chart, guint point)
{
  return 70 + 12 * sin ((i + 3.0 * chart + point) * 0.7) + point;
}

ExChart *
bench_chart (guint i, guint chart)
{
  ExChart *self = ex_line_chart_new ();
  g_autofree char *title = g_strdup_printf ("Objective %u is on its way: %.1f %%", chart + 1, bench_value (i, chart, BENCH_POINTS - 1));

  ex_chart_set_title (self, title, "First-time resolution, in percent, month by month");
  ex_line_chart_set_range (EX_LINE_CHART (self), 739525, 739525 + 365);
  ex_line_chart_set_path (EX_LINE_CHART (self), 70, 90, "Path");
  ex_line_chart_add_level (EX_LINE_CHART (self), 90, "Target 90 %");
  for (guint k = 0; k < BENCH_POINTS; k++)
    ex_line_chart_add_point (EX_LINE_CHART (self), 739525 + 30.0 * k, bench_value (i, chart, k), "as measured");
  return self;
}

char *
bench_cell (guint i, guint row, guint column)
{
  switch (column)
    {
    case 0:
      return g_strdup_printf ("Resolve %u of 100 requests at the first contact, team %u", 60 + (i + row) % 40, row + 1);
    case 1:
      return g_strdup (row % 2 == 0 ? "keep" : "win back");
    case 2:
      return g_strdup_printf ("%u.0 %%", 5 + (i + row) % 20);
    default:
      return g_strdup_printf ("%u.%u %%", 20 + (3 * i + 7 * row) % 80, (i + row) % 10);
    }
}

static void
add_table (ExDocument *document, guint i)
{
  ExDocumentColumn columns[BENCH_COLUMNS];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < BENCH_COLUMNS; k++)
    columns[k] = (ExDocumentColumn) { bench_headings[k], 0, k < 2 ? EX_ALIGN_START : EX_ALIGN_END };
  for (guint row = 0; row < BENCH_ROWS; row++)
    for (guint k = 0; k < BENCH_COLUMNS; k++)
      g_ptr_array_add (cells, bench_cell (i, row, k));
  ex_document_add_table (document, columns, BENCH_COLUMNS, (const char *const *) cells->pdata, BENCH_ROWS, FALSE);
}

ExDocument *
bench_review (guint i)
{
  static const char *const signers[] = { "Leader", "Manager" };
  g_autofree char *name = bench_name (i);
  const char *const facts[] = { "Leader", name, "Manager", "Mira Chen", "Cycle", "FY 2026", "Score", "41 %", NULL };
  ExDocument *document = ex_document_new ("Review of FY 2026", "Northlight Energy", "As of 22 November 2026", "en");
  ExChart *drawn[BENCH_CHARTS];

  ex_document_add_heading (document, 1, name);
  ex_document_add_facts (document, facts);
  ex_document_add_heading (document, 2, "Objectives");
  ex_document_add_text (document, EX_TEXT_BODY, bench_texts[0]);
  add_table (document, i);
  ex_document_add_heading (document, 2, "How they went");
  for (guint k = 0; k < BENCH_CHARTS; k++)
    drawn[k] = bench_chart (i, k);
  ex_document_add_charts (document, drawn, BENCH_CHARTS, 2, 136);
  for (guint k = 0; k < BENCH_CHARTS; k++)
    g_object_unref (drawn[k]);
  ex_document_add_page_break (document);
  ex_document_add_heading (document, 2, "Comments");
  for (guint k = 0; k < 9; k++)
    ex_document_add_text (document, EX_TEXT_BODY, bench_texts[k % 3]);
  ex_document_add_heading (document, 2, "Signatures");
  ex_document_add_signatures (document, signers, NULL, 2);

  return document;
}
