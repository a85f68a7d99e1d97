/* Rows by columns, a colour and a figure a cell: who is ahead and who is behind, in what. Cells that were not measured are hatched, cells that do not
 * exist are empty. Row names stand at the side where reading begins, as many as find room; where rows are too thin for figures the colours remain. */
#pragma once

#include "ex-chart.h"

G_BEGIN_DECLS

#define EX_TYPE_HEATMAP_CHART (ex_heatmap_chart_get_type ())
G_DECLARE_FINAL_TYPE (ExHeatmapChart, ex_heatmap_chart, EX, HEATMAP_CHART, ExChart)

typedef enum
{
  EX_CELL_NONE,         /* there is nothing to measure */
  EX_CELL_NOT_MEASURED, /* hatched */
  EX_CELL_PARTLY,       /* a value, and a sign that part of it was not measured */
  EX_CELL_MEASURED,
} ExCellKind;

typedef enum { EX_HEATMAP_BY_TREE, EX_HEATMAP_BY_NAME, EX_HEATMAP_BY_SIZE } ExHeatmapOrder;

/* @columns: NULL-terminated. The first may be marked as the whole of the others by set_total_column(). */
ExChart *ex_heatmap_chart_new          (const char *const *columns);
void     ex_heatmap_chart_set_total_column (ExHeatmapChart *self, int column);      /* set a little apart; -1: none */
/* Colours run from @low (lost) over @middle (none) to @high (gained). */
void     ex_heatmap_chart_set_scale    (ExHeatmapChart *self, double low, double middle, double high);
void     ex_heatmap_chart_set_value_text (ExHeatmapChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
/* Of the legend, whose figures are rounder than the cells'; without it these are written as the cells' are. */
void     ex_heatmap_chart_set_scale_text (ExHeatmapChart *self, ExValueText func, gpointer data, GDestroyNotify destroy);
void     ex_heatmap_chart_set_heading  (ExHeatmapChart *self, const char *rows);     /* what the rows are, for the table: "Leader" */
/* In the order of the tree; @depth indents there. @key: (nullable) of the row's name, which is a mark too. Its number, from 0 as they were added. */
guint    ex_heatmap_chart_add_row      (ExHeatmapChart *self, const char *name, guint depth, const char *key);
/* @value: NaN unless measured. @detail: (nullable) for hover and screen readers; @key: (nullable). */
void     ex_heatmap_chart_set_cell     (ExHeatmapChart *self, guint row, guint column, ExCellKind kind, double value, const char *detail, const char *key);
/* By size: the largest value of @column first (-1: of the total column, else of the row's mean), without one last. By name: in the reader's alphabet.
 * A change of order is a motion. */
void     ex_heatmap_chart_set_order    (ExHeatmapChart *self, ExHeatmapOrder order, int column);

G_END_DECLS
