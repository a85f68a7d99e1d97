/* A chart as a document: its picture on a page that lies on its side, its figures as a table behind. */
#include "config.h"

#include "ex-print-preview.h"

#include "core/ex-day.h"
#include "core/ex-format.h"
#include "ex-window.h"

#include <glib/gi18n.h>

/* As high as a page of either paper has room for, on its side and upright. */
#define WIDE_HEIGHT 400.0
#define TALL_HEIGHT 590.0

static gboolean
is_figure (const char *cell)
{
  gboolean digits = FALSE;

  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    {
      gunichar c = g_utf8_get_char (cell);

      if (g_unichar_isalpha (c))
        return FALSE;
      digits = digits || g_unichar_isdigit (c);
    }

  return digits;
}

/* A column of figures stands at the end. */
static ExAlign
align_of (GPtrArray *rows, guint column)
{
  gboolean any = FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (rows, i))[column];

      if (*cell != '\0' && !is_figure (cell))
        return EX_ALIGN_START;
      any = any || *cell != '\0';
    }

  return any ? EX_ALIGN_END : EX_ALIGN_START;
}

static void
add_figures (ExDocument *document, GPtrArray *rows)
{
  guint n = rows->len > 0 ? g_strv_length (g_ptr_array_index (rows, 0)) : 0;
  g_autofree ExDocumentColumn *columns = g_new0 (ExDocumentColumn, n);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  if (n == 0 || rows->len < 2)
    return;
  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; k < n; k++)
      {
        char **row = g_ptr_array_index (rows, i);

        if (g_strv_length (row) != n)
          return;
        if (i > 0)
          g_ptr_array_add (cells, row[k]);
      }
  for (guint k = 0; k < n; k++)
    columns[k] = (ExDocumentColumn) { ((char **) g_ptr_array_index (rows, 0))[k], 0, align_of (rows, k) };
  ex_document_add_heading (document, 2, _("Figures"));
  ex_document_add_table (document, columns, n, (const char *const *) cells->pdata, rows->len - 1, FALSE);
}

/* The company's name, from whatever window is behind. (transfer full) */
static char *
company_name (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  ExSession *session = NULL;

  while (window != NULL && !EX_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  session = window != NULL ? ex_window_get_session (EX_WINDOW (window)) : NULL;
  return g_strdup (session != NULL ? ex_company_get_info (ex_session_get_company (session))->name : NULL);
}

/* Many rows want a sheet upright. A height of ours, so that laying out leaves the chart to the window that it is in. */
static void
add_picture (ExDocument *document, ExChart *chart)
{
  ExPaper paper;
  double width, natural;

  ex_paper_parse ("letter", &paper);
  ex_paper_turn (&paper);
  width = paper.width - paper.left - paper.right;
  natural = ex_chart_natural_height (chart, width * 96 / 72, FALSE) * 72 / 96;
  ex_document_set_landscape (document, natural <= WIDE_HEIGHT);
  ex_document_add_chart (document, chart, natural <= 0 ? WIDE_HEIGHT : CLAMP (natural, natural <= WIDE_HEIGHT ? 180 : 0, TALL_HEIGHT));
}

void
ex_print_preview_show_chart (GtkWidget *parent, ExChart *chart)
{
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *company = NULL;
  g_autofree char *day = ex_format_day (ex_day_today ());
  g_autofree char *dated = g_strdup_printf (_("As of %s"), day);
  const char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (EX_IS_CHART (chart));

  company = company_name (parent);
  title = ex_chart_get_title (chart);
  document = ex_document_new (title != NULL && *title != '\0' ? title : _("Chart"), company, dated, NULL);
  ex_document_set_rtl (document, gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL);
  add_picture (document, chart);
  rows = ex_chart_table (chart);
  if (rows != NULL && rows->len > 1)
    {
      ex_document_add_page_break (document);
      add_figures (document, rows);
    }
  ex_print_preview_show (parent, document);
}
