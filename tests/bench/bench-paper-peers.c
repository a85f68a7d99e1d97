/* The same reviews for wkhtmltopdf and groff: words, a table, four pictures each. */
#include "config.h"

#include "bench-paper.h"


/* ---- HTML: the charts are made already, as SVG ---- */

static void
append_svg (GString *out, guint i, guint chart)
{
  g_autoptr (ExChart) drawn = bench_chart (i, chart);
  g_autoptr (GBytes) bytes = ex_chart_render (drawn, EX_FORMAT_SVG, 308, 200, EX_THEME_PRINT, NULL);
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *root = g_strstr_len (text, (gssize) length, "<svg");

  g_string_append_len (out, root, (gssize) (length - (gsize) (root - text)));
}

static void
append_html (GString *out, guint i)
{
  g_autofree char *name = bench_name (i);

  g_string_append_printf (out, "<div class=page><h1>%s</h1><p>Leader: %s<br>Manager: Mira Chen<br>Cycle: FY 2026<br>Score: 41 %%</p><h2>Objectives</h2><p>%s</p><table><tr>", name,
                          name, bench_texts[0]);
  for (guint k = 0; k < BENCH_COLUMNS; k++)
    g_string_append_printf (out, "<th>%s</th>", bench_headings[k]);
  for (guint row = 0; row < BENCH_ROWS; row++)
    {
      g_string_append (out, "</tr><tr>");
      for (guint k = 0; k < BENCH_COLUMNS; k++)
        {
          g_autofree char *cell = bench_cell (i, row, k);

          g_string_append_printf (out, "<td>%s</td>", cell);
        }
    }
  g_string_append (out, "</tr></table><h2>How they went</h2>");
  for (guint k = 0; k < BENCH_CHARTS; k++)
    append_svg (out, i, k);
  g_string_append (out, "</div><div class=page><h2>Comments</h2>");
  for (guint k = 0; k < 9; k++)
    g_string_append_printf (out, "<p>%s</p>", bench_texts[k % 3]);
  g_string_append (out, "<h2>Signatures</h2><p>Leader</p><p>Manager</p></div>\n");
}

void
bench_write_html (guint n, const char *path)
{
  GString *out = g_string_new ("<html><head><meta charset=utf-8><style>.page { page-break-after: always; font: 9.5pt Cantarell, sans-serif } th { text-align: left } "
                               "td { border-bottom: 1px solid #ccc }</style></head><body>\n");

  for (guint i = 0; i < n; i++)
    append_html (out, i);
  g_string_append (out, "</body></html>\n");
  g_file_set_contents (path, out->str, (gssize) out->len, NULL);
  g_string_free (out, TRUE);
}

/* ---- roff: tables for tbl, charts for pic ---- */

/* A chart with its lower left corner at (@x, @y), in inches. */
static void
append_pic (GString *out, guint i, guint chart, double x, double y)
{
  static const char *const months[] = { "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep" };
  double at[BENCH_POINTS];

  for (guint k = 0; k < 6; k++) /* the axis, its figures and rules */
    g_string_append_printf (out, "\"%u\" at (%.2f,%.2f)\nline from (%.2f,%.2f) to (%.2f,%.2f)\n", 60 + 10 * k, x - 0.2, y + 0.25 * k, x, y + 0.25 * k, x + 2.6,
                            y + 0.25 * k);
  for (guint k = 0; k < BENCH_POINTS; k++)
    {
      at[k] = y + (bench_value (i, chart, k) - 60) * 0.025;
      g_string_append_printf (out, "circle rad 0.02 filled at (%.2f,%.3f)\n", x + 0.22 * k, at[k]);
      if (k % 2 == 0)
        g_string_append_printf (out, "\"%s\" at (%.2f,%.2f)\n", months[k], x + 0.22 * k, y - 0.15);
    }
  g_string_append_printf (out, "line from (%.2f,%.3f)", x, at[0]);
  for (guint k = 1; k < BENCH_POINTS; k++)
    g_string_append_printf (out, " to (%.2f,%.3f)", x + 0.22 * k, at[k]);
  g_string_append_printf (out, "\nline dashed from (%.2f,%.2f) to (%.2f,%.2f)\n\"Objective %u is on its way: %.1f %%\" at (%.2f,%.2f)\n", x, y + 0.25, x + 2.6, y + 0.75,
                          chart + 1, bench_value (i, chart, BENCH_POINTS - 1), x + 1.2, y + 1.6);
  g_string_append_printf (out, "\"First-time resolution, in percent\" at (%.2f,%.2f)\n\"Target 90 %%\" at (%.2f,%.2f)\n", x + 1.2, y + 1.45, x + 2.3, y + 0.8);
}

static void
append_roff (GString *out, guint i)
{
  g_autofree char *name = bench_name (i);

  g_string_append_printf (out, ".SH\n%s\n.LP\nLeader: %s\n.br\nManager: Mira Chen\n.br\nCycle: FY 2026\n.br\nScore: 41 %%\n.SH\nObjectives\n.LP\n%s\n.TS\nlb lb rb rb\nl l r r.\n", name, name,
                          bench_texts[0]);
  for (guint k = 0; k < BENCH_COLUMNS; k++)
    g_string_append_printf (out, "%s%c", bench_headings[k], k + 1 < BENCH_COLUMNS ? '\t' : '\n');
  for (guint row = 0; row < BENCH_ROWS; row++)
    for (guint k = 0; k < BENCH_COLUMNS; k++)
      {
        g_autofree char *cell = bench_cell (i, row, k);

        g_string_append_printf (out, "%s%s", cell, k + 1 < BENCH_COLUMNS ? "\t" : "\n_\n");
      }
  g_string_append (out, ".TE\n.SH\nHow they went\n.LP\n");
  g_string_append (out, ".PS\n");
  for (guint k = 0; k < BENCH_CHARTS; k++)
    append_pic (out, i, k, 3.2 * (k % 2), -2.1 * (k / 2));
  g_string_append (out, ".PE\n.bp\n.SH\nComments\n");
  for (guint k = 0; k < 9; k++)
    g_string_append_printf (out, ".LP\n%s\n", bench_texts[k % 3]);
  g_string_append (out, ".SH\nSignatures\n.LP\n\\l'3i' \\l'3i'\n.br\nLeader\n.LP\nManager\n.bp\n");
}

void
bench_write_roff (guint n, const char *path)
{
  GString *out = g_string_new (".ds LH Northlight Energy\n.ds RH Review of FY 2026\n.ds CH\n.ds LF As of 22 November 2026\n.ds RF Page %\n.nr PS 9.5\n.nr VS 13.5\n.fam H\n");

  for (guint i = 0; i < n; i++)
    append_roff (out, i);
  g_file_set_contents (path, out->str, (gssize) out->len, NULL);
  g_string_free (out, TRUE);
}
