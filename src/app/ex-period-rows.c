#include "config.h"

#include "ex-period-rows.h"

#include "ex-lazy-rows.h"

#include <glib/gi18n.h>

typedef struct
{
  GPtrArray     *spans;
  ExLedgerMarks *marks;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_ptr_array_unref (source->spans);
  ex_ledger_marks_free (source->marks);
  g_free (source);
}

/* An empty period counts as nobody active, and a provisional one for nothing yet: it says so. */
static char *
state_of (const ExSpan *span, const ExLedgerMarks *marks)
{
  if (span->no_data)
    return g_strdup (_("no data"));
  if (span->provisional)
    return g_strdup (span->empty ? _("provisional, no rows") : _("provisional"));
  if (ex_ledger_marks_is_final (marks, span->period))
    return g_strdup (span->empty ? _("final, no rows") : _("final"));
  return g_strdup (span->empty ? _("no rows") : "");
}

static gpointer
row_of (gpointer data, guint index)
{
  const Source *source = data;
  const ExSpan *span = g_ptr_array_index (source->spans, index);
  ExMovementRow *row = ex_movement_row_new (ex_period_to_label (span->period, TRUE), &span->movement);

  row->period = span->period;
  row->provisional = span->provisional;
  row->state = state_of (span, source->marks);
  return row;
}

GListModel *
ex_period_rows_new (GPtrArray *spans, const ExLedgerMarks *marks)
{
  GArray *indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), spans->len);
  Source *source = g_new (Source, 1);

  for (guint i = spans->len; i > 0; i--)
    {
      guint index = i - 1;
      g_array_append_val (indexes, index);
    }
  *source = (Source) { g_ptr_array_ref (spans), ex_ledger_marks_copy (marks) };
  return ex_lazy_rows_new (EX_TYPE_MOVEMENT_ROW, indexes, row_of, source, source_free);
}

void
ex_period_rows_narrow (GPtrArray *spans, int segment)
{
  for (guint i = 0; i < spans->len; i++)
    {
      ExSpan *span = g_ptr_array_index (spans, i);
      ExMovement movement = { 0 };

      for (guint k = 0; span->segments != NULL && k < span->segments->len; k++)
        if (g_array_index (span->segments, ExSegmentMovement, k).segment == segment)
          movement = g_array_index (span->segments, ExSegmentMovement, k).movement;
      span->movement = movement;
    }
}
