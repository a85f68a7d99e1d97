#include "config.h"

#include "ex-asset-table.h"

#include "core/ex-format.h"
#include "ex-columns.h"

#include <glib/gi18n.h>
#include <math.h>

struct _ExPeriodRow
{
  GObject    parent_instance;

  GPtrArray *spans; /* keeps @span */
  ExSpan    *span;
  ExMovement movement;
};

G_DEFINE_FINAL_TYPE (ExPeriodRow, ex_period_row, G_TYPE_OBJECT)

static void
ex_period_row_finalize (GObject *object)
{
  ExPeriodRow *self = EX_PERIOD_ROW (object);

  g_clear_pointer (&self->spans, g_ptr_array_unref);
  G_OBJECT_CLASS (ex_period_row_parent_class)->finalize (object);
}

static void
ex_period_row_class_init (ExPeriodRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_period_row_finalize;
}

static void
ex_period_row_init (ExPeriodRow *self)
{
}

ExPeriod
ex_period_row_get_period (ExPeriodRow *self)
{
  return self->span->period;
}

const ExMovement *
ex_period_row_get_movement (ExPeriodRow *self)
{
  return &self->movement;
}

/* A segment that nobody was in has no movement. */
static ExMovement
movement_of (const ExSpan *span, int segment)
{
  if (segment == EX_ALL_SEGMENTS)
    return span->movement;
  for (guint i = 0; i < span->segments->len; i++)
    {
      const ExSegmentMovement *candidate = &g_array_index (span->segments, ExSegmentMovement, i);

      if (candidate->segment == segment)
        return candidate->movement;
    }
  return (ExMovement) { 0 };
}

GListModel *
ex_period_rows_new (GPtrArray *spans, int segment)
{
  GListStore *rows = g_list_store_new (EX_TYPE_PERIOD_ROW);

  for (guint i = spans->len; i > 0; i--)
    {
      g_autoptr (ExPeriodRow) row = g_object_new (EX_TYPE_PERIOD_ROW, NULL);

      row->spans = g_ptr_array_ref (spans);
      row->span = g_ptr_array_index (spans, i - 1);
      row->movement = movement_of (row->span, segment);
      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

/* --- columns -------------------------------------------------------------------------------------------------------- */

typedef enum { SHOW_PERIOD, SHOW_COUNT, SHOW_GROWTH, SHOW_RATE, SHOW_RATIO } Show;

typedef struct
{
  const char *title;
  Show        show;
  gsize       count;                        /* offset of the ExCount in ExMovement */
  double   (* rate) (const ExMovement *m);
  gboolean    in_customers;                 /* shown when customers are, when value is */
  gboolean    in_value;
  gboolean    in_segments_only;
} Column;

static double
nrr (const ExMovement *m)
{
  return ex_movement_nrr (m, NULL, NULL);
}

#define COUNT(member) SHOW_COUNT, G_STRUCT_OFFSET (ExMovement, member), NULL

static const Column columns[] = {
  { N_("Period"), SHOW_PERIOD, 0, NULL, TRUE, TRUE, FALSE },
  { N_("Opening"), COUNT (opening), TRUE, TRUE, FALSE },
  { N_("New"), COUNT (fresh), TRUE, TRUE, FALSE },
  { N_("Won back"), COUNT (won_back), TRUE, TRUE, FALSE },
  { N_("Expanded"), COUNT (expanded), FALSE, TRUE, FALSE },
  { N_("Contracted"), COUNT (contracted), FALSE, TRUE, FALSE },
  { N_("Lost"), COUNT (lost), TRUE, TRUE, FALSE },
  { N_("Moved in"), COUNT (moved_in), TRUE, TRUE, TRUE },
  { N_("Moved out"), COUNT (moved_out), TRUE, TRUE, TRUE },
  { N_("Closing"), COUNT (closing), TRUE, TRUE, FALSE },
  { N_("Growth"), SHOW_GROWTH, 0, ex_movement_growth_customers, TRUE, FALSE, FALSE },
  { N_("Growth"), SHOW_GROWTH, 0, ex_movement_growth_value, FALSE, TRUE, FALSE },
  { N_("Retention"), SHOW_RATE, 0, ex_movement_logo_retention, TRUE, FALSE, FALSE },
  { N_("Net retention"), SHOW_RATE, 0, nrr, FALSE, TRUE, FALSE },
  { N_("Gross retention"), SHOW_RATE, 0, ex_movement_grr, FALSE, TRUE, FALSE },
  { N_("Quick ratio"), SHOW_RATIO, 0, ex_movement_quick_ratio, FALSE, TRUE, FALSE },
};

static char *
ratio_text (double ratio)
{
  return isinf (ratio) ? g_strdup (_("no losses")) : ex_format_number (ratio, 2);
}

/* An empty period counts as nobody active: it says so. */
static char *
period_text (const ExSpan *span)
{
  g_autofree char *label = ex_period_to_label (span->period, TRUE);

  return span->empty ? g_strdup_printf (_("%s (no rows)"), label) : g_steal_pointer (&label);
}

static char *
cell_text (const Column *column, ExMeasure measure, const char *currency, ExPeriodRow *row)
{
  const ExMovement *m = &row->movement;
  const ExCount *count = G_STRUCT_MEMBER_P (m, column->count);

  switch (column->show)
    {
    case SHOW_PERIOD:
      return period_text (row->span);
    case SHOW_COUNT:
      return measure == EX_MEASURE_CUSTOMERS ? ex_format_integer (count->customers) : ex_format_money (count->value, currency);
    case SHOW_GROWTH:
      return ex_format_percent_change (column->rate (m));
    case SHOW_RATE:
      return ex_format_percent (column->rate (m));
    case SHOW_RATIO:
      return ratio_text (column->rate (m));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a cell needs to know beyond its row: borrowed by the columns, so kept on the view. */
typedef struct
{
  const Column *column;
  ExMeasure     measure;
  char         *currency;
} Cell;

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->currency);
}

static char *
text_of (gpointer item, gpointer data)
{
  const Cell *cell = data;
  return cell_text (cell->column, cell->measure, cell->currency, item);
}

static gboolean
is_shown (const Column *column, ExMeasure measure, gboolean segmented)
{
  return (measure == EX_MEASURE_CUSTOMERS ? column->in_customers : column->in_value) && (segmented || !column->in_segments_only);
}

void
ex_asset_table_columns (GtkColumnView *view, ExMeasure measure, gboolean segmented, const char *currency)
{
  g_autofree char *state = g_strdup_printf ("%d %d %s", measure, segmented, currency);
  GArray *cells;

  /* Columns are dear to make, and mostly the same again. */
  if (g_strcmp0 (g_object_get_data (G_OBJECT (view), "columns"), state) == 0)
    return;
  cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), G_N_ELEMENTS (columns));
  g_array_set_clear_func (cells, cell_clear);
  ex_columns_clear (view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      Cell cell = { &columns[i], measure, g_strdup (currency) };
      GtkColumnViewColumn *column;

      g_array_append_val (cells, cell);
      if (!is_shown (&columns[i], measure, segmented))
        continue;
      column = ex_columns_append_text (view, _(columns[i].title), EX_COLUMN_UNSORTED, columns[i].show != SHOW_PERIOD,
                                       text_of, &g_array_index (cells, Cell, i));
      gtk_column_view_column_set_expand (column, TRUE);
    }
  g_object_set_data_full (G_OBJECT (view), "columns", g_steal_pointer (&state), g_free);
  g_object_set_data_full (G_OBJECT (view), "cells", cells, (GDestroyNotify) g_array_unref);
}
