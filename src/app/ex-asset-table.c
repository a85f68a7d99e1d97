#include "config.h"

#include "ex-asset-table.h"

#include "core/ex-format.h"
#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-columns.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum { SHOW_NAME, SHOW_STATE, SHOW_COUNT, SHOW_RATE, SHOW_LIFETIME } Show;

#define IN_CUSTOMERS (1 << EX_MEASURE_CUSTOMERS)
#define IN_VALUE     (1 << EX_MEASURE_VALUE)
#define IN_BOTH      (IN_CUSTOMERS | IN_VALUE)
#define OF_PERIODS   ((1 << EX_ASSET_TABLE_PERIODS) | (1 << EX_ASSET_TABLE_PERIODS_OF_SEGMENT))
#define OF_SEGMENTS  (1 << EX_ASSET_TABLE_SEGMENTS)
#define OF_MOVES     ((1 << EX_ASSET_TABLE_PERIODS_OF_SEGMENT) | OF_SEGMENTS)
#define OF_ALL       (OF_PERIODS | OF_SEGMENTS)

typedef struct
{
  const char *title;
  Show        show;
  gsize       count;    /* offset of the ExCount in ExMovement */
  ExRate      rate;
  guint       measures; /* in which it is shown */
  guint       tables;
} Column;

#define COUNT(member) SHOW_COUNT, G_STRUCT_OFFSET (ExMovement, member), 0

static const Column columns[] = {
  { N_("Segment"), SHOW_NAME, 0, 0, IN_BOTH, OF_SEGMENTS },
  { N_("Period"), SHOW_NAME, 0, 0, IN_BOTH, OF_PERIODS },
  { N_("Opening"), COUNT (opening), IN_BOTH, OF_ALL },
  { N_("New"), COUNT (fresh), IN_BOTH, OF_ALL },
  { N_("Won back"), COUNT (won_back), IN_BOTH, OF_ALL },
  { N_("Expanded"), COUNT (expanded), IN_VALUE, OF_ALL },
  { N_("Contracted"), COUNT (contracted), IN_VALUE, OF_ALL },
  { N_("Lost"), COUNT (lost), IN_BOTH, OF_ALL },
  { N_("Moved in"), COUNT (moved_in), IN_BOTH, OF_MOVES },
  { N_("Moved out"), COUNT (moved_out), IN_BOTH, OF_MOVES },
  { N_("Closing"), COUNT (closing), IN_BOTH, OF_ALL },
  { N_("Growth"), SHOW_RATE, 0, EX_RATE_GROWTH_CUSTOMERS, IN_CUSTOMERS, OF_ALL },
  { N_("Growth"), SHOW_RATE, 0, EX_RATE_GROWTH_VALUE, IN_VALUE, OF_ALL },
  { N_("Retention"), SHOW_RATE, 0, EX_RATE_LOGO_RETENTION, IN_CUSTOMERS, OF_ALL },
  { N_("Net retention"), SHOW_RATE, 0, EX_RATE_NRR, IN_VALUE, OF_ALL },
  { N_("Gross retention"), SHOW_RATE, 0, EX_RATE_GRR, IN_VALUE, OF_ALL },
  { N_("Quick ratio"), SHOW_RATE, 0, EX_RATE_QUICK_RATIO, IN_VALUE, OF_PERIODS },
  { N_("Lifetime value"), SHOW_LIFETIME, 0, 0, IN_BOTH, OF_SEGMENTS },
  { N_("State"), SHOW_STATE, 0, 0, IN_BOTH, OF_PERIODS },
};

static gboolean
is_growth (const Column *column)
{
  return column->show == SHOW_RATE && (column->rate == EX_RATE_GROWTH_CUSTOMERS || column->rate == EX_RATE_GROWTH_VALUE);
}

static char *
rate_text (const Column *column, const ExMovementRow *row)
{
  return row->provisional && is_growth (column) ? g_strdup ("–") : ex_movement_rate_text (&row->movement, column->rate);
}

/* Without the currency, which would stand in every cell: the page says it once. */
static char *
money_text (gint64 minor, const char *currency)
{
  g_autofree char *plain = ex_money_to_string (minor, ex_currency_exponent (currency));

  return ex_format_decimal (plain);
}

static char *
count_text (const Column *column, ExMeasure measure, const char *currency, const ExMovementRow *row)
{
  const ExCount *count = G_STRUCT_MEMBER_P (&row->movement, column->count);

  return measure == EX_MEASURE_CUSTOMERS ? ex_format_integer (count->customers) : money_text (count->value, currency);
}

static char *
lifetime_text (const ExMovementRow *row, const char *currency)
{
  return isnan (row->lifetime) || fabs (row->lifetime) >= (double) G_MAXINT64 ? g_strdup ("–")
                                                                              : money_text (llround (row->lifetime), currency);
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
  const ExMovementRow *row = item;

  switch (cell->column->show)
    {
    case SHOW_NAME:
      return g_strdup (row->name);
    case SHOW_STATE:
      return g_strdup (row->state);
    case SHOW_COUNT:
      return count_text (cell->column, cell->measure, cell->currency, row);
    case SHOW_RATE:
      return rate_text (cell->column, row);
    case SHOW_LIFETIME:
      return lifetime_text (row, cell->currency);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Names, which are the first column, have the key EX_ASSET_SORT_NAME. */
static int
sort_key (guint column, ExAssetTable table)
{
  if (table != EX_ASSET_TABLE_SEGMENTS)
    return EX_COLUMN_UNSORTED;
  return columns[column].show == SHOW_NAME ? EX_ASSET_SORT_NAME : (int) column;
}

void
ex_asset_table_columns (GtkColumnView *view, ExAssetTable table, ExMeasure measure, const char *currency)
{
  g_autofree char *state = g_strdup_printf ("%d %d %s", measure, table, currency);
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
      gboolean words = columns[i].show == SHOW_NAME || columns[i].show == SHOW_STATE;
      GtkColumnViewColumn *column;

      g_array_append_val (cells, cell);
      if (!(columns[i].measures & (1u << measure)) || !(columns[i].tables & (1u << table)))
        continue;
      column = ex_columns_append_text (view, _(columns[i].title), sort_key (i, table), !words, text_of, &g_array_index (cells, Cell, i));
      gtk_column_view_column_set_expand (column, TRUE);
      if (words)
        ex_columns_set_least_chars (column, table == EX_ASSET_TABLE_SEGMENTS ? 18 : 9);
    }
  g_object_set_data_full (G_OBJECT (view), "columns", g_steal_pointer (&state), g_free);
  g_object_set_data_full (G_OBJECT (view), "cells", cells, (GDestroyNotify) g_array_unref);
}

double
ex_asset_table_figure (int key, ExMeasure measure, const ExMovement *movement, double lifetime)
{
  const Column *column;
  const ExCount *count;

  g_return_val_if_fail (key >= 0 && key < (int) G_N_ELEMENTS (columns), EX_UNSET);

  column = &columns[key];
  switch (column->show)
    {
    case SHOW_COUNT:
      count = G_STRUCT_MEMBER_P (movement, column->count);
      return measure == EX_MEASURE_CUSTOMERS ? (double) count->customers : (double) count->value;
    case SHOW_RATE:
      return ex_movement_rate (movement, column->rate);
    case SHOW_LIFETIME:
      return lifetime;
    case SHOW_NAME:
    case SHOW_STATE:
    default:
      return EX_UNSET;
    }
}

int
ex_asset_table_closing_key (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].show == SHOW_COUNT && columns[i].count == G_STRUCT_OFFSET (ExMovement, closing))
      return (int) i;
  g_return_val_if_reached (EX_ASSET_SORT_NAME);
}
