/* A table for a document, put together row by row. */
#include "config.h"

#include "ex-report-private.h"

#include <glib/gi18n-lib.h>

ExReportTable *
ex_report_table_new (void)
{
  ExReportTable *self = g_new0 (ExReportTable, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
ex_report_table_free (ExReportTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ex_report_table_column (ExReportTable *self, const char *title, double width, ExAlign align)
{
  ExDocumentColumn *column = g_new0 (ExDocumentColumn, 1);

  *column = (ExDocumentColumn) { title, width, align };
  g_ptr_array_add (self->columns, column);
}

void
ex_report_table_add (ExReportTable *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text));
}

void
ex_report_table_take (ExReportTable *self, char *text)
{
  g_ptr_array_add (self->cells, text);
}

guint
ex_report_table_n_rows (const ExReportTable *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

void
ex_report_table_end (ExReportTable *self, ExDocument *document, gboolean bold_last)
{
  g_autofree ExDocumentColumn *columns = g_new (ExDocumentColumn, self->columns->len);

  g_return_if_fail (self->columns->len > 0 && self->cells->len % self->columns->len == 0);

  for (guint i = 0; i < self->columns->len; i++)
    columns[i] = *(const ExDocumentColumn *) g_ptr_array_index (self->columns, i);
  ex_document_add_table (document, columns, self->columns->len, (const char *const *) self->cells->pdata, ex_report_table_n_rows (self), bold_last);
}

void
ex_report_add_working (ExDocument *document, const ExWorking *working)
{
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  ex_report_table_column (table, _("What"), 0, EX_ALIGN_START);
  ex_report_table_column (table, _("How"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Result"), 0, EX_ALIGN_END);
  for (guint i = 0; i < ex_working_length (working); i++)
    {
      const ExWorkingStep *step = ex_working_get (working, i);

      ex_report_table_add (table, step->what);
      ex_report_table_add (table, step->how);
      ex_report_table_add (table, step->result);
    }
  ex_report_table_end (table, document, TRUE);
}

void
ex_report_take_text (ExDocument *document, ExTextStyle style, char *text)
{
  if (text != NULL && *text != '\0')
    ex_document_add_text (document, style, text);
  g_free (text);
}

void
ex_report_take_chart (ExDocument *document, const ExReportFacts *facts, ExChart *chart, double height)
{
  if (chart == NULL)
    return;

  ex_chart_set_rtl (chart, facts->rtl);
  ex_document_add_chart (document, chart, height);
  g_object_unref (chart);
}
